internal import Records

/// What the minutes of a body tell of each other, and their files of their dates: two meetings of one day, numbers that
/// jump or come again through the year.
func meetingSeries(in documents: [Document], _ register: Register) -> [Diagnostic] {
  var series: [String: [Sitting]] = [:]
  var out: [Diagnostic] = []
  for document in documents {
    guard case .minutes(let minutes) = document.content, let date = minutes.date else { continue }
    if date.certainty != .stated, let named = dateInFileName(document.source.name), named != date.value {
      out.append(
        Diagnostic(
          .otherDateInFileName(named: named, read: date.value),
          at: SourceLocation(path: document.source.path, line: date.line)))
    }
    guard let name = minutes.body?.value else { continue }
    let body = register.body(of: minutes).map { register.bodies[$0.index].name } ?? name
    series[nameKey(body), default: []].append(Sitting(minutes, document.source.path, date.value))
  }
  for (_, sittings) in series.sorted(by: { $0.key < $1.key }) {
    let sittings = sittings.sorted { ($0.date, $0.first ?? 0, $0.path) < ($1.date, $1.first ?? 0, $1.path) }
    let pairs = zip(sittings, sittings.dropFirst())
    out += pairs.flatMap { $0.date == $1.date ? sameDay($0, $1) : [] }
    // Numbers run over the year where they mostly go on; in a body that never does so a jump is no slip.
    let inYear = pairs.filter { $0.date != $1.date && $0.date.year == $1.date.year }
    let jumps = inYear.flatMap(numbers)
    if jumps.count == 1 || jumps.count * 2 <= inYear.count { out += jumps }
  }
  return out
}

/// What is compared of a meeting.
private struct Sitting {
  var path: String
  var date: CalendarDate
  var dateLine: Int
  var time: String?
  var agenda: [String]
  /// The first and the last item with a number that is one, with the line of the first.
  var first: Int?
  var last: Int?
  var line: Int

  init(_ minutes: Minutes, _ path: String, _ date: CalendarDate) {
    self.path = path
    self.date = date
    dateLine = minutes.date?.line ?? 1
    time = minutes.time?.value
    agenda = minutes.items.map { "\($0.number) \(nameKey($0.title))" }
    let numbered = minutes.items.compactMap { item in Int(item.number).map { ($0, item.line) } }
    first = numbered.first?.0
    last = numbered.map(\.0).max()
    line = numbered.first?.1 ?? 1
  }
}

private func sameDay(_ a: Sitting, _ b: Sitting) -> [Diagnostic] {
  // A copy is an error of its own, told when both would be published.
  if a.agenda == b.agenda { return [] }
  if let x = a.time, let y = b.time, x != y { return [] }
  if let last = a.last, let first = b.first, first == last + 1, first > 1 { return [] }
  return [
    Diagnostic(.sameDay(as: SourceLocation(path: a.path)), at: SourceLocation(path: b.path, line: b.dateLine))
  ]
}

/// Numbers that run over the year go on where the meeting before ended. A meeting that begins at § 1 numbers its own.
private func numbers(_ a: Sitting, _ b: Sitting) -> [Diagnostic] {
  guard let last = a.last, let first = b.first, first > 1, first != last + 1 else { return [] }
  let place = SourceLocation(path: a.path)
  let problem: Problem =
    first > last
    ? .gapSinceLast(last: String(last), number: String(first), in: place)
    : .repeatedSinceLast(last: String(last), number: String(first), in: place)
  return [Diagnostic(problem, at: SourceLocation(path: b.path, line: b.line))]
}

/// `protokoll/2024/lsg-2024-09-27.md`, `20240927 LSG.md`
private func dateInFileName(_ path: String) -> CalendarDate? {
  let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
  let digits = name.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.map { Substring($0) }
  for (index, run) in digits.enumerated() {
    if run.utf8.count == 8,
      let date = CalendarDate(iso: "\(run.prefix(4))-\(run.dropFirst(4).prefix(2))-\(run.suffix(2))")
    {
      return date
    }
    guard run.utf8.count == 4, index + 2 < digits.count else { continue }
    if let date = CalendarDate(iso: digits[index...(index + 2)].joined(separator: "-")) { return date }
  }
  return nil
}
