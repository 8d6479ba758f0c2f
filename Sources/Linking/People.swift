internal import Records

/// People of the attendance lists. Those of one name are one person, unless they stand for different principals: then
/// they are one for each, and one who is named without a principal is nobody's. The name register overrules both, and
/// says whose name is not to be shown: such a name is taken out here, so that nothing later can know it.
func linkPeople(into archive: inout Archive, _ register: Register, _ diagnostics: inout [Diagnostic]) {
  let names = NameRegister(archive.site.people, register)
  diagnostics += names.faults(register)
  let identities = Identities(of: archive.meetings, names)
  var people = identities.sorted().map { person(identities, $0, archive) }
  nameByRole(&people, identities, archive)
  giveAddresses(to: &people, names, &diagnostics)
  let shown = people.filter { !$0.isHidden }
  archive.people = shown.map(\.person)
  let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0.element.identity, ID<Person>($0.offset)) })

  let concealed = ConcealedNames(names, identities, archive)
  for meeting in archive.meetings.indices {
    let attendance = archive.meetings[meeting].minutes.attendance
    archive.meetings[meeting].people = attendance.indices.map { index in
      guard attendance[index].group != .guest else { return nil }
      let identity = identities.identity(
        named: nameKey(attendance[index].name), for: archive.meetings[meeting].principals[index])
      return identity.flatMap { places[$0] }
    }
    linkPresenters(of: &archive.meetings[meeting]) { name in
      identities.identity(named: nameKey(name), for: nil).flatMap { places[$0] }
    }
    concealed.takeOut(of: &archive.meetings[meeting])
  }
  archive.site.people = []
  // Newest first.
  let days = archive.meetings.map { $0.date?.dayNumber ?? Int.max }
  for meeting in archive.meetings.indices.sorted(by: { (days[$0], $1) > (days[$1], $0) }) {
    for (index, person) in archive.meetings[meeting].people.enumerated() {
      guard let person else { continue }
      archive.people[person.index].attendance.append((ID(meeting), index))
    }
  }
}

/// A person on the way into the archive.
private struct Candidate {
  var identity: Identities.Identity
  var entry: Int?
  var person: Person
  var display: PersonEntry.Display

  var isHidden: Bool { display == .nothing }
}

private func person(_ identities: Identities, _ identity: Identities.Identity, _ archive: Archive) -> Candidate {
  let names = identities.names
  let entry = identities.entry(of: identity)
  let shown = entry.map { names[$0].name } ?? identities.printedName(of: identity)
  let display = entry.map { names[$0].display } ?? .name
  var person = Person(
    name: shown, slug: shown, aliases: entry.map { names[$0].aliases } ?? [],
    principal: identities.latestPrincipal(of: identity))
  if identities.isShared(nameKey(shown)), let principal = identities.namingPrincipal(of: identity, archive) {
    person.slug = "\(shown) \(principal.slug)"
  }
  // A name that two share finds neither in running text, and least of all one of them that is not to be shown.
  person.linkedNames = ([shown] + person.aliases).filter { identities.bearers(of: nameKey($0)) == [identity] }
  return Candidate(identity: identity, entry: entry, person: person, display: display)
}

/// Those whose names are not to be shown are called by their role at the latest meeting, and by nothing that a text
/// could be linked by. They stand in the order of the register, so that not even an order tells of the name.
private func nameByRole(_ people: inout [Candidate], _ identities: Identities, _ archive: Archive) {
  let order = people.indices.filter { people[$0].display == .role }
    .sorted { (people[$0].entry ?? 0, $0) < (people[$1].entry ?? 0, $1) }
  guard !order.isEmpty else { return }
  let roles = latestRoles(of: Set(order.map { people[$0].identity }), identities, archive)
  var taken: [String: Int] = [:]
  for index in order {
    let principal = people[index].person.principal.map { archive[$0].name }
    let words = wordsForRole(roles[people[index].identity], principal)
    let number = taken[words, default: 0] + 1
    taken[words] = number
    people[index].person.name = number > 1 ? "\(words) (\(number))" : words
    // A role changes from meeting to meeting; the address stays.
    people[index].person.slug = slug(wordsForRole(nil, principal))
    people[index].person.aliases = []
    people[index].person.linkedNames = []
  }
}

private func latestRoles(of wanted: Set<Identities.Identity>, _ identities: Identities, _ archive: Archive)
  -> [Identities.Identity: String]
{
  var roles: [Identities.Identity: (day: Int, role: String)] = [:]
  for meeting in archive.meetings {
    let day = meeting.date?.dayNumber ?? 0
    for (attendance, principal) in zip(meeting.minutes.attendance, meeting.principals) where attendance.group != .guest
    {
      guard let role = attendance.role,
        let identity = identities.identity(named: nameKey(attendance.name), for: principal), wanted.contains(identity),
        roles[identity].map({ $0.day <= day }) ?? true
      else { continue }
      roles[identity] = (day, role)
    }
  }
  return roles.mapValues(\.role)
}

private func giveAddresses(to people: inout [Candidate], _ names: NameRegister, _ diagnostics: inout [Diagnostic]) {
  people = people.sorted { a, b in
    a.person.slug == b.person.slug
      ? (a.entry ?? 0) < (b.entry ?? 0) : a.person.slug.utf8.lexicographicallyPrecedes(b.person.slug.utf8)
  }.sortedSwedish(by: \.person.name)
  var slugs = Slugs()
  for index in people.indices where !people[index].isHidden {
    people[index].person.slug = slugs.next(people[index].person.slug)
  }
  var taken = Set(people.filter { !$0.isHidden }.map(\.person.slug))
  for entry in names.indices {
    let owners = people.indices.filter { people[$0].entry == entry && people[$0].display == .name }
    // An old address says the name. Where that is not shown, the address leads nowhere.
    guard let owner = owners.first else { continue }
    for former in names[entry].formerSlugs {
      if owners.count > 1 {
        diagnostics.append(Diagnostic(.formerAddressUnclear(address: former), at: names[entry].location))
      } else if !taken.insert(former).inserted {
        diagnostics.append(Diagnostic(.formerAddressTaken(address: former), at: names[entry].location))
      } else {
        people[owner].person.formerSlugs.append(former)
      }
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
