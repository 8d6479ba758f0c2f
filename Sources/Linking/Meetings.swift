internal import Records

/// Meetings in order of body, date and name of the document, those without a date first; each knows the one before and
/// after of its body, as far as days tell.
func linkMeetings(
  _ admitted: [Admitted], into archive: inout Archive, _ register: Register, _ given: GivenAddresses,
  _ diagnostics: inout [Diagnostic]
) {
  var meetings: [Meeting] = []
  var paths: [String: String] = [:]
  for document in admitted {
    guard case .minutes(let minutes) = document.document.content, let body = register.body(of: minutes) else {
      continue
    }
    let source = document.document.source
    paths[source.name] = source.path
    meetings.append(
      Meeting(
        body: body, date: minutes.date?.value, sequence: 1, minutes: minutes, approval: document.approval,
        source: source.name, isWithheld: document.withheld != nil))
  }
  meetings.sort { a, b in
    if a.body != b.body { return a.body < b.body }
    if a.date != b.date { return (a.date?.dayNumber ?? Int.min) < (b.date?.dayNumber ?? Int.min) }
    return a.source.utf8.lexicographicallyPrecedes(b.source.utf8)
  }
  numberWithinDays(&meetings, archive, given)
  for index in meetings.indices {
    if index > 0, meetings[index - 1].body == meetings[index].body, meetings[index - 1].date != nil {
      meetings[index].previous = ID(index - 1)
      meetings[index - 1].next = ID(index)
    }
    meetings[index].principals = meetings[index].minutes.attendance.map {
      $0.organisation.flatMap { register.principal(named: $0) }
    }
  }
  archive.meetings = meetings
  for (first, second) in duplicates(among: meetings) {
    func place(_ index: Int) -> SourceLocation { SourceLocation(path: paths[meetings[index].source] ?? "") }
    diagnostics.append(Diagnostic(.duplicateMinutes(of: place(first)), at: place(second)))
  }
}

/// The meetings of one body and day, which stand together, in their order: those that were published before keep their
/// numbers, and a new one has the first that is free.
private func numberWithinDays(_ meetings: inout [Meeting], _ archive: Archive, _ given: GivenAddresses) {
  var start = 0
  while start < meetings.count {
    let (body, date) = (meetings[start].body, meetings[start].date)
    let end = meetings[start...].firstIndex { $0.body != body || $0.date != date } ?? meetings.count
    defer { start = end }
    var numbers: [Int: Int] = [:]
    var taken: Set<Int> = []
    for index in start..<end {
      guard let date, let old = given.sequence(of: meetings[index].source, on: date), taken.insert(old).inserted else {
        continue
      }
      numbers[index] = old
    }
    func isClosed(_ number: Int) -> Bool {
      let day = "\(date?.description ?? "")\(number > 1 ? "-\(number)" : "")"
      return given.isClosed("/moten/\(archive.bodies[body.index].slug)/\(day)/")
    }
    for index in start..<end where numbers[index] == nil {
      var number = 1
      while taken.contains(number) || isClosed(number) { number += 1 }
      taken.insert(number)
      numbers[index] = number
    }
    for index in start..<end { meetings[index].sequence = numbers[index] ?? 1 }
    meetings[start..<end].sort { $0.sequence < $1.sequence }
  }
}

/// Minutes of one body and day that have the same agenda: a copy, and not a second meeting of the day. A copy that is
/// withheld is none of the public's.
private func duplicates(among meetings: [Meeting]) -> [(first: Int, second: Int)] {
  meetings.indices.compactMap { second in
    // Those of one body and day stand together.
    var first = second
    while first > 0, meetings[first - 1].body == meetings[second].body,
      meetings[first - 1].date == meetings[second].date
    {
      first -= 1
    }
    return (first..<second).first { meetings[$0].isCopied(by: meetings[second]) }.map { ($0, second) }
  }
}

extension Meeting {
  fileprivate func isCopied(by other: Meeting) -> Bool {
    guard !isWithheld, !other.isWithheld, minutes.items.count == other.minutes.items.count else { return false }
    if minutes.items.isEmpty { return minutes.preamble.plainText == other.minutes.preamble.plainText }
    return zip(minutes.items, other.minutes.items).allSatisfy { a, b in
      a.number == b.number && nameKey(a.title) == nameKey(b.title)
    }
  }
}

/// Meetings to come, from the calendar and from what published minutes announce, each body and day once.
func linkAnnounced(into archive: inout Archive, _ register: Register, _ diagnostics: inout [Diagnostic]) {
  struct Key: Hashable {
    var body: String
    var date: CalendarDate
  }
  var seen: Set<Key> = []
  var announced: [AnnouncedMeeting] = []
  func add(
    _ name: String, _ date: CalendarDate, time: String?, place: String?, in minutes: ID<Meeting>? = nil
  ) {
    let body = register.body(named: name)
    let shown = body.map { archive[$0].name } ?? name
    guard seen.insert(Key(body: nameKey(shown), date: date)).inserted else { return }
    var meeting = AnnouncedMeeting(body: body, bodyName: shown, date: date, time: time, place: place)
    meeting.announcedIn = minutes
    announced.append(meeting)
  }
  for meeting in archive.meetings {
    if let date = meeting.date { seen.insert(Key(body: nameKey(archive[meeting.body].name), date: date)) }
  }
  for planned in archive.site.planned {
    if register.body(named: planned.body) == nil {
      let near = nearest(to: planned.body, among: archive.bodies.map(\.name))
      diagnostics.append(Diagnostic(.unknownBody(name: planned.body, nearest: near), at: planned.location))
    }
    add(planned.body, planned.date, time: planned.time, place: planned.place)
  }
  for (index, meeting) in archive.meetings.enumerated() {
    for next in meeting.minutes.nextMeetings {
      guard let date = next.date else { continue }
      add(next.body ?? archive[meeting.body].name, date, time: nil, place: nil, in: ID(index))
    }
  }
  archive.announced = inOrder(announced)
}

/// By day and name.
func inOrder(_ announced: [AnnouncedMeeting]) -> [AnnouncedMeeting] {
  announced.sortedSwedish(by: \.bodyName).enumerated()
    .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
}
