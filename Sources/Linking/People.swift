internal import Records

/// People of the attendance lists. Those of one name are one person, unless they stand for different principals: then
/// they are one for each, and one who is named without a principal is nobody's.
func linkPeople(into archive: inout Archive) {
  let names = spellings(archive.site.people)
  struct Key: Hashable {
    var name: String
    var principal: ID<Principal>?
  }
  func key(_ attendance: Attendance) -> String {
    names[nameKey(attendance.name)].map { nameKey($0.name) } ?? nameKey(attendance.name)
  }
  var principals: [String: Set<ID<Principal>>] = [:]
  var printed: [String: String] = [:]
  for meeting in archive.meetings {
    for (index, attendance) in meeting.minutes.attendance.enumerated() where attendance.group != .guest {
      let name = key(attendance)
      if printed[name] == nil { printed[name] = names[nameKey(attendance.name)]?.name ?? attendance.name }
      if let principal = meeting.principals[index] { principals[name, default: []].insert(principal) }
    }
  }
  var people: [Person] = []
  for (name, shown) in printed {
    let aliases = names[name]?.aliases ?? []
    let own = (principals[name] ?? []).sorted()
    if own.count > 1 {
      people += own.map {
        Person(name: shown, slug: "\(shown) \(archive[$0].slug)", aliases: aliases, principal: $0)
      }
    } else {
      people.append(Person(name: shown, slug: shown, aliases: aliases, principal: own.first))
    }
  }
  var slugs = Slugs()
  archive.people = people.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }.sortedSwedish(by: \.name)
  var places: [Key: Int] = [:]
  for index in archive.people.indices {
    archive.people[index].slug = slugs.next(archive.people[index].slug)
    let name = nameKey(archive.people[index].name)
    places[Key(name: name, principal: archive.people[index].principal)] = index
    if (principals[name] ?? []).count <= 1 { places[Key(name: name, principal: nil)] = index }
  }
  for meeting in archive.meetings.indices {
    let attendance = archive.meetings[meeting].minutes.attendance
    archive.meetings[meeting].people = attendance.indices.map { index in
      guard attendance[index].group != .guest else { return nil }
      let principal = archive.meetings[meeting].principals[index]
      return places[Key(name: key(attendance[index]), principal: principal)].map { ID($0) }
    }
    linkPresenters(of: &archive.meetings[meeting]) { name in
      places[Key(name: names[nameKey(name)].map { nameKey($0.name) } ?? nameKey(name), principal: nil)].map { ID($0) }
    }
  }
  // Newest first.
  let days = archive.meetings.map { $0.date?.dayNumber ?? Int.max }
  for meeting in archive.meetings.indices.sorted(by: { (days[$0], $1) > (days[$1], $0) }) {
    for (index, person) in archive.meetings[meeting].people.enumerated() {
      guard let person else { continue }
      archive.people[person.index].attendance.append((ID(meeting), index))
    }
  }
}

private func linkPresenters(of meeting: inout Meeting, _ person: (String) -> ID<Person>?) {
  for item in meeting.minutes.items.indices {
    for index in meeting.minutes.items[item].presenters.indices {
      meeting.minutes.items[item].presenters[index].person = person(meeting.minutes.items[item].presenters[index].name)
    }
    for part in meeting.minutes.items[item].subItems.indices {
      for index in meeting.minutes.items[item].subItems[part].presenters.indices {
        let name = meeting.minutes.items[item].subItems[part].presenters[index].name
        meeting.minutes.items[item].subItems[part].presenters[index].person = person(name)
      }
    }
  }
}

/// Every spelling of the register, by its key.
private func spellings(_ register: [Site.Name]) -> [String: Site.Name] {
  var out: [String: Site.Name] = [:]
  for entry in register { for name in [entry.name] + entry.aliases { out[nameKey(name)] = entry } }
  return out
}
