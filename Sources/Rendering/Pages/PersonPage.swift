internal import Records

extension Overview {
  /// A person's part in the collaboration: for whom, at which meetings, and as what at each of them. Search engines are asked to pass by.
  func personPage(_ id: ID<Person>) -> SitePage {
    let person = archive[id]
    let permalink = archive.permalink(of: .person(id))
    let principal = person.principal.map { ", \(archive[$0].name)" } ?? ""
    // People stand by name, so those of one name stand beside each other.
    let isShared = [id.index - 1, id.index + 1].contains {
      archive.people.indices.contains($0) && archive.people[$0].name == person.name
    }
    let attended = person.attendance(.present, in: archive)
    let shown = attended.prefix(YearlyRegister<Target>.limit)
    let absences = person.attendance(.absent, in: archive).prefix(YearlyRegister<Target>.limit)
    return SitePage(
      permalink: permalink, template: .person, title: isShared ? person.name + principal : person.name,
      description: "\(person.name)\(principal): möten och roller i samverkan.",
      trail: [SitePage.Crumb(label: "Personer", permalink: .people)], isIndexed: false,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return [
          "aliases": .text(person.aliases.filter { $0 != person.name }.joined(separator: ", ")),
          "principal": .part(person.principal.map { here.name(archive[$0].name, .principal($0)) }),
          "bodies": .rows(bodies(attended, here)),
          "meetings": .rows(shown.map { row($0.meeting, $0.index, here) }),
          "absences": .rows(absences.map { row($0.meeting, $0.index, here) }),
          "meetingCount": .text(counted(attended.count, "möte", "möten")),
          "isCut": .flag(attended.count > shown.count), "shownCount": .number(shown.count),
          "backlinks": here.backlinks(to: .person(id)),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.person = record(id)
        twin.entries = shown.map { entry(.meeting($0.meeting)) }.nonEmpty
        twin.absences = absences.map { entry(.meeting($0.meeting)) }.nonEmpty
        twin.backlinks = backlinkEntries(to: .person(id))
        return twin
      })
  }

  /// Each body that the person has been at a meeting of, the latest first: from when to when, and as what on the last day that
  /// the minutes say it: a role is told of the day, and of no other.
  private func bodies(_ attended: [(meeting: ID<Meeting>, index: Int)], _ here: Here) -> [View] {
    var order: [ID<Body>] = []
    var places: [ID<Body>: [(meeting: ID<Meeting>, index: Int)]] = [:]
    for place in attended {
      let body = archive[place.meeting].body
      if places[body] == nil { order.append(body) }
      places[body, default: []].append(place)
    }
    return order.map { body in
      let own = places[body] ?? []
      let days = own.compactMap { archive[$0.meeting].date }
      let told = own.first { !archive[$0.meeting].minutes.attendance[$0.index].roleLabel.isEmpty }
      return View([
        "body": .part(here.name(archive[body].name, .body(body))),
        "count": .text(counted(own.count, "möte", "möten")),
        "role": .text(told.map { archive[$0.meeting].minutes.attendance[$0.index].roleLabel }),
        "roleDay": .list(told.flatMap { archive[$0.meeting].date }.map { [here.date($0)] } ?? []),
        "first": .list(days.last.map { [here.date($0)] } ?? []),
        "last": .list(days.first.map { [here.date($0)] } ?? []),
      ])
    }
  }

  private func row(_ id: ID<Meeting>, _ index: Int, _ here: Here) -> View {
    let meeting = archive[id]
    let attendance = meeting.minutes.attendance[index]
    let row: [String: Value] = [
      "href": here.href(.meeting(id)), "body": .text(archive[meeting.body].name),
      "what": .text([attendance.roleLabel, attendance.note ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")),
    ]
    return View(row.merging(here.day(of: meeting)) { row, _ in row })
  }
}
