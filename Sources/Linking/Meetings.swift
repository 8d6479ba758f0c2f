internal import Records

/// Meetings in order of body, date and path; each knows the one before and after of its body.
func linkMeetings(_ admitted: [Admitted], into archive: inout Archive, _ register: Register) {
  var meetings: [Meeting] = []
  for document in admitted {
    guard case .minutes(let minutes) = document.document.content, let body = register.body(of: minutes) else { continue }
    // Only a preview lets minutes without a date through; they come first, under a date that nobody reads.
    let date = minutes.date?.value ?? undated
    meetings.append(
      Meeting(
        body: body, date: date, sequence: 1, minutes: minutes,
        approval: document.approval ?? Approval(date: date, approvers: [], evidence: .frontMatter),
        source: document.document.source.path, isWithheld: document.withheld != nil))
  }
  meetings.sort { a, b in
    if a.body != b.body { return a.body < b.body }
    return a.date != b.date ? a.date < b.date : a.source.utf8.lexicographicallyPrecedes(b.source.utf8)
  }
  for index in meetings.indices {
    if index > 0, meetings[index - 1].body == meetings[index].body {
      meetings[index].previous = ID(index - 1)
      meetings[index - 1].next = ID(index)
      if meetings[index - 1].date == meetings[index].date { meetings[index].sequence = meetings[index - 1].sequence + 1 }
    }
    meetings[index].principals = meetings[index].minutes.attendance.map { $0.organisation.flatMap { register.principal(named: $0) } }
  }
  archive.meetings = meetings
}

private let undated = CalendarDate(year: 1, month: 1, day: 1)!

/// Meetings to come, from the calendar and from what published minutes announce, each body and day once.
func linkAnnounced(into archive: inout Archive, _ register: Register, _ diagnostics: inout [Diagnostic]) {
  struct Key: Hashable {
    var body: String
    var date: CalendarDate
  }
  var seen: Set<Key> = []
  var announced: [AnnouncedMeeting] = []
  func add(_ name: String, _ date: CalendarDate, time: String?, place: String?) {
    let body = register.body(named: name)
    let shown = body.map { archive[$0].name } ?? name
    guard seen.insert(Key(body: nameKey(shown), date: date)).inserted else { return }
    announced.append(AnnouncedMeeting(body: body, bodyName: shown, date: date, time: time, place: place))
  }
  for meeting in archive.meetings { seen.insert(Key(body: nameKey(archive[meeting.body].name), date: meeting.date)) }
  for planned in archive.site.planned {
    if register.body(named: planned.body) == nil {
      let near = nearest(to: planned.body, among: archive.bodies.map(\.name))
      diagnostics.append(Diagnostic(.unknownBody(name: planned.body, nearest: near), at: planned.location))
    }
    add(planned.body, planned.date, time: planned.time, place: planned.place)
  }
  for meeting in archive.meetings {
    for next in meeting.minutes.nextMeetings {
      guard let date = next.date else { continue }
      add(next.body ?? archive[meeting.body].name, date, time: nil, place: nil)
    }
  }
  archive.announced = announced.sortedSwedish(by: \.bodyName).enumerated()
    .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
}
