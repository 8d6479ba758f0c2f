internal import Records

/// Recognises what stands before the first agenda item: title, labelled facts and attendance. Lines that are none of
/// these become the preamble, so that nothing is lost.
func recogniseHead(_ head: [Line], of minutes: inout Minutes, problems: inout [LocatedProblem]) {
  let head = withoutLabelColumns(head)
  var rest: [Line] = []
  var attendanceLines: [Line] = []
  var isInAttendance = false
  var expectsName: Grammar.FactLabel?
  for (index, line) in head.enumerated() {
    if line.isBlank {
      if isInAttendance { attendanceLines.append(line) } else { rest.append(line) }
      continue
    }
    if let label = expectsName {
      expectsName = nil
      if label.isFilled(by: line.text) {
        set(label, line.text, line, &minutes)
        continue
      }
    }
    if attendanceLabel(line) != nil {
      isInAttendance = true
      attendanceLines.append(line)
      continue
    }
    if let (label, value) = factLabel(line), !(isInAttendance && value.isEmpty && !line.text.hasSuffix(":")) {
      if value.isEmpty || isDotted(value) { expectsName = label } else { set(label, value, line, &minutes) }
      isInAttendance = false
      continue
    }
    if isInAttendance, !line.isHeading {
      attendanceLines.append(line)
      continue
    }
    isInAttendance = false
    if readTitle(line, &minutes) { continue }
    if endsInSecretaryLabel(line) {
      expectsName = .secretary
      continue
    }
    if readBareDateAndTime(line, next: index + 1 < head.count ? head[index + 1] : nil, &minutes) { continue }
    rest.append(line)
  }
  let (attendance, unread) = recogniseAttendance(attendanceLines)
  minutes.attendance = attendance
  rest = (rest + unread).sorted { $0.number < $1.number }
  let (blocks, found) = parseBlocks(rest.filter { !isRepeated($0, in: minutes) })
  minutes.preamble = blocks
  problems += found
}

/// The table heading of minutes that were written in columns and came out as lines.
func headsColumns(_ head: [Line]) -> Bool {
  head.contains { line in
    let key = line.text.lowercased()
    return !line.raw.contains("|") && key.contains("beslut") && (key.contains("notering") || key.contains("anteckning"))
      && key.contains("ärende")
  }
}

extension Grammar.FactLabel {
  /// A label on a line of its own is filled by the next line: a name, or for the other facts any text.
  fileprivate func isFilled(by text: String) -> Bool {
    switch self {
    case .chair, .secretary, .verifiers: !Names.people(in: text).isEmpty
    case .dateAndTime: findTime(in: text) != nil || !findDates(in: text, after: nil).isEmpty
    case .place, .reference, .body: true
    case .range, .form: true
    }
  }
}

private func factLabel(_ line: Line) -> (Grammar.FactLabel, String)? {
  let parts = labelled(line.text)
  let key = parts?.label ?? line.text.lowercased()
  if Grammar.formLabels.contains(where: { key.hasPrefix($0) }) { return (.form, parts?.value ?? line.text) }
  if let row = Grammar.factLabels.first(where: { $0.0 == key }) {
    let needsColon = row.1 != .chair && row.1 != .secretary && row.1 != .verifiers
    return parts == nil && needsColon ? nil : (row.1, parts?.value ?? "")
  }
  // "Utsedd att justera Bo Lind"
  for (label, fact) in Grammar.factLabels where label.contains(" ") && key.hasPrefix(label + " ") && parts == nil {
    let value = String(line.text.dropFirst(label.count).trimmed)
    if Names.isPerson(value) { return (fact, value) }
  }
  return nil
}

private func set(_ label: Grammar.FactLabel, _ value: String, _ line: Line, _ minutes: inout Minutes) {
  func text(_ value: String) -> Fact<String>? {
    value.isEmpty ? nil : Fact(value, line: line.number, .labelled)
  }
  switch label {
  case .reference: minutes.reference = text(value)
  case .place: minutes.place = text(value)
  case .chair: minutes.chair = text(Names.people(in: value).first?.name ?? value)
  case .secretary: minutes.secretary = text(Names.people(in: value).first?.name ?? value)
  case .verifiers:
    for person in Names.people(in: value) where !minutes.verifiers.contains(where: { nameKey($0.value) == nameKey(person.name) }) {
      minutes.verifiers.append(Fact(person.name, line: line.number, .labelled))
    }
  case .body: minutes.body = text(value)
  case .range, .form: break
  case .dateAndTime:
    if let date = findDates(in: value, after: nil).first?.date, minutes.date == nil {
      minutes.date = Fact(date, line: line.number, .labelled)
    }
    if let (time, rest) = findTime(in: value) {
      minutes.time = Fact(time, line: line.number, .labelled)
      let place = rest.trimmedPunctuation
      if minutes.place == nil, place.unicodeScalars.first?.properties.isUppercase == true { minutes.place = text(place) }
      // "Plats och tid: Rådhuset, kl. 13.00-16.20"
      if minutes.place == nil, let before = textBeforeTime(value) { minutes.place = text(before) }
    }
  }
}

/// "Rådhuset" of "Rådhuset, kl. 13.00-16.20" and of "Rådhuset 2019-03-12 kl. 13".
private func textBeforeTime(_ value: String) -> String? {
  var words = value.words
  let isTime: (Substring) -> Bool = { word in
    let key = word.bare.lowercased()
    return word.first?.isNumber == true || ["kl", "klockan", "den"].contains(key) || Grammar.weekdays.contains { key.hasPrefix($0) }
  }
  guard let first = words.firstIndex(where: isTime), first > 0 else { return nil }
  words = Array(words[..<first])
  let place = words.joined(separator: " ").trimmedPunctuation
  return place.unicodeScalars.first?.properties.isUppercase == true ? place : nil
}

/// "Protokoll Länssamverkansgruppen", "Minnesanteckningar från möte med Hjälpmedelsrådet 2024-05-02".
private func readTitle(_ line: Line, _ minutes: inout Minutes) -> Bool {
  guard minutes.title.isEmpty, let name = bodyInTitle(line.text) else { return false }
  minutes.title = line.text
  if !name.isEmpty, minutes.body == nil { minutes.body = Fact(name, line: line.number, .labelled) }
  if let date = findDates(in: line.text, after: nil).first(where: \.hasYear)?.date, minutes.date == nil {
    minutes.date = Fact(date, line: line.number, .labelled)
  }
  if let (time, _) = findTime(in: line.text), time.contains("-") {
    minutes.time = minutes.time ?? Fact(time, line: line.number, .labelled)
  }
  return true
}

/// Nil when the text is no title of minutes; empty when the title names no body.
func bodyInTitle(_ text: String) -> String? {
  let lower = text.lowercased()
  guard let word = Grammar.minutesWords.first(where: { lower.hasPrefix($0) }) else { return nil }
  var words = text.dropFirst(word.count).words
  guard words.first.map({ $0.bare == $0 || $0 == ":" || $0 == "–" || $0.hasPrefix("(") || text.dropFirst(word.count).hasPrefix(" ") }) ?? true else { return nil }
  let openings: Set<String> = [
    "från", "för", "fört", "vid", "möte", "mötet", "sammanträde", "sammanträdet", "med", "i", ":", "–", "-", "av",
    "ordinarie", "extra", "den",
  ]
  while let first = words.first, openings.contains(first.lowercased()) || first.hasPrefix("§") { words.removeFirst() }
  if let date = findDates(in: words, after: CalendarDate(year: 2000, month: 1, day: 1)).first {
    words = Array(words[..<date.words.lowerBound])
    while let last = words.last, openings.contains(last.lowercased()) { words.removeLast() }
  }
  return words.joined(separator: " ").trimmedPunctuation
}

/// "Välfärd och folkhälsaSekreterare": a label that lost its line, with the name on the next.
private func endsInSecretaryLabel(_ line: Line) -> Bool {
  line.text.lowercased().hasSuffix("sekreterare") && !Names.isPerson(line.text)
}

/// A line that is only a date, or begins with a span of time and goes on with the place.
private func readBareDateAndTime(_ line: Line, next: Line?, _ minutes: inout Minutes) -> Bool {
  let words = line.text.words
  if minutes.date == nil, let date = findDates(in: words, after: nil).first(where: \.hasYear), date.words.lowerBound <= 2,
    let day = date.date, words.count <= date.words.count + 6
  {
    minutes.date = Fact(day, line: line.number, .labelled)
    let before = words[..<date.words.lowerBound].joined(separator: " ").trimmedPunctuation
    if minutes.body == nil, Names.isOrganisation(before) { minutes.body = Fact(before, line: line.number, .labelled) }
    if let (time, rest) = findTime(in: words[date.words.upperBound...].joined(separator: " ")) {
      minutes.time = minutes.time ?? Fact(time, line: line.number, .labelled)
      setPlace(rest, line, next: nil, &minutes)
    }
    return true
  }
  if minutes.time == nil, line.text.first?.isNumber == true, let (time, rest) = findTime(in: line.text), time.contains("-") {
    minutes.time = Fact(time, line: line.number, .labelled)
    setPlace(rest, line, next: next, &minutes)
    return true
  }
  return false
}

private func setPlace(_ text: String, _ line: Line, next: Line?, _ minutes: inout Minutes) {
  guard minutes.place == nil, !text.isEmpty else { return }
  // A place that was broken over two lines goes on in lower case.
  let goesOn = next.map { $0.text.unicodeScalars.first?.properties.isLowercase == true } ?? false
  let place = goesOn ? "\(text) \(next?.text ?? "")" : text
  minutes.place = Fact(place.trimmedPunctuation, line: line.number, .inferred)
}

/// What the page shows already: the body's name alone on a line, the rest of a broken place.
private func isRepeated(_ line: Line, in minutes: Minutes) -> Bool {
  if let body = minutes.body?.value, nameKey(line.text) == nameKey(body) { return true }
  if let place = minutes.place?.value, !line.isBlank, place.hasSuffix(line.text) { return true }
  return false
}
