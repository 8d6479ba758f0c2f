internal import Records

extension Overview {
  /// A person's part in the collaboration: for whom, in what roles, at which meetings. Search engines are asked to pass by.
  func personPage(_ id: ID<Person>) -> SitePage {
    let person = archive[id]
    let permalink = archive.permalink(of: .person(id))
    let principal = person.principal.map { ", \(archive[$0].name)" } ?? ""
    let shown = person.attendance.prefix(YearlyRegister<Target>.limit)
    return SitePage(
      permalink: permalink, template: .person, title: person.name,
      description: "\(person.name)\(principal): möten och roller i samverkan.",
      trail: [SitePage.Crumb(label: "Personer", permalink: .people)], isIndexed: false,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return [
          "aliases": .text(person.aliases.filter { $0 != person.name }.joined(separator: ", ")),
          "principal": .part(person.principal.map { here.name(archive[$0].name, .principal($0)) }),
          "roles": .rows(roles(of: person, here)),
          "meetings": .rows(shown.map { attended($0.meeting, $0.index, here) }),
          "meetingCount": .text(counted(person.attendance.count, "möte", "möten")),
          "isCut": .flag(person.attendance.count > shown.count), "shownCount": .number(shown.count),
          "backlinks": here.backlinks(to: .person(id)),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.person = record(id)
        twin.entries = shown.map { entry(.meeting($0.meeting)) }.nonEmpty
        twin.backlinks = backlinkEntries(to: .person(id))
        return twin
      })
  }

  /// Each role in each body, with the first and the latest meeting that says so.
  private func roles(of person: Person, _ here: Here) -> [View] {
    struct Seat: Hashable {
      var body: ID<Body>
      var role: String
    }
    var periods: [Seat: (first: CalendarDate, last: CalendarDate)] = [:]
    for (meeting, index) in person.attendance {
      let record = archive[meeting]
      let attendance = record.minutes.attendance[index]
      let seat = Seat(body: record.body, role: attendance.roleLabel)
      let period = periods[seat] ?? (record.date, record.date)
      periods[seat] = (min(period.first, record.date), max(period.last, record.date))
    }
    let sorted = periods.sorted {
      if $0.value.last != $1.value.last { return $0.value.last > $1.value.last }
      return $0.key.body == $1.key.body ? $0.key.role < $1.key.role : $0.key.body < $1.key.body
    }
    return sorted.map { seat, period in
      View([
        "role": .text(seat.role), "body": .text(archive[seat.body].name), "bodyHref": here.href(.body(seat.body)),
        "from": .list([here.date(period.first)]), "to": .list([here.date(period.last)]),
        "isOnce": .flag(period.first == period.last),
      ])
    }
  }

  private func attended(_ id: ID<Meeting>, _ index: Int, _ here: Here) -> View {
    let meeting = archive[id]
    let attendance = meeting.minutes.attendance[index]
    return View([
      "href": here.href(.meeting(id)), "body": .text(archive[meeting.body].name),
      "iso": .text(meeting.date.description), "date": .text(swedish(meeting.date)),
      "role": .text(attendance.roleLabel), "note": .text(attendance.note),
      "isAbsent": .flag(attendance.status == .absent),
    ])
  }
}
