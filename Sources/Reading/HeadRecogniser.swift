internal import Records

/// Recognises what stands before the first agenda item: title, labelled facts and attendance. Lines that are none of
/// these become the preamble, so that nothing is lost.
func recogniseHead(_ head: [Line], of minutes: inout Minutes, in lines: [Line], problems: inout [LocatedProblem]) {
  let head = withoutLabelColumns(withWholeLabels(head.flatMap(splitAtBreaks))).flatMap(listsOfLine).flatMap(factsOfLine)
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
    if attendanceLabel(line) != nil || !isInAttendance && headsAttendanceTable(line) {
      isInAttendance = true
      attendanceLines.append(line)
      continue
    }
    if let (label, value) = factLabel(line),
      !(isInAttendance && value.isEmpty && !line.text.hasSuffix(":") && line.text.hasAtMostWords(1)
        && !(label == .secretary && (line.isBold || line.isHeading)))
    {
      if value.isEmpty, let signer = signerAbove(index, in: head), !line.text.hasSuffix(":"), label.isOffice {
        set(label, signer, line, &minutes)
      } else if value.isEmpty || isDotted(value) {
        expectsName = label
      } else {
        set(label, value, line, &minutes)
      }
      isInAttendance = false
      continue
    }
    if isInAttendance, !line.isHeading || Names.isOrganisation(line.text) && bodyInTitle(line.text) == nil {
      attendanceLines.append(line)
      continue
    }
    isInAttendance = false
    let next = index + 1 < head.count ? head[index + 1] : nil
    if readTitle(line, next: head[(index + 1)...].prefix(2).first { !$0.isBlank }, &minutes) { continue }
    if endsInSecretaryLabel(line) {
      expectsName = .secretary
      continue
    }
    if readBareDateAndTime(line, next: next, &minutes) { continue }
    rest.append(line)
  }
  var verifiers: Set<String> = []
  minutes.verifiers.removeAll { !verifiers.insert(nameKey($0.value)).inserted }
  let (attendance, unread) = recogniseAttendance(attendanceLines, in: lines)
  minutes.attendance = attendance
  minutes.chair = minutes.chair.map { asListed($0, attendance) }
  minutes.secretary = minutes.secretary.map { asListed($0, attendance) }
  minutes.verifiers = minutes.verifiers.map { asListed($0, attendance) }
  // "Ordförande: Ada Ek", and after it the other members.
  if let chair = minutes.chair, attendanceLines.contains(where: { $0.text.lowercased().hasPrefix("övriga ledamöter") }),
    !attendance.contains(where: { nameKey($0.name) == nameKey(chair.value) })
  {
    var one = Attendance(name: chair.value, status: .present, group: .member, line: chair.line)
    one.role = "ordförande"
    minutes.attendance.insert(one, at: 0)
  }
  rest = (rest + unread).sorted { $0.number < $1.number }
  if minutes.body == nil {
    // Where the meeting was is not who met.
    let others = head.filter { $0.number != minutes.place?.line || $0.text != minutes.place?.value }
    minutes.body = bodyInHead(others) ?? initialsInTitle(minutes.title, head)
  }
  if minutes.date == nil { minutes.date = datedByYearOnly(head) ?? datedByWeekday(head, in: lines) }
  let (blocks, found) = parseBlocks(rest.filter { !isRepeated($0, in: minutes) })
  minutes.preamble = blocks
  problems += found
}

/// The name over a role, below the line that it is signed on.
private func signerAbove(_ index: Int, in lines: [Line]) -> String? {
  let above = Array(lines[..<index].reversed().lazy.filter { !$0.isBlank }.prefix(2).map(\.text))
  guard above.count == 2, isDotted(above[1]), case let name = readName(above[0]).name, Names.isPerson(name) else {
    return nil
  }
  return name
}

/// "Ada Ek<br>Bo Lind" as two lines.
private func splitAtBreaks(_ line: Line) -> [Line] {
  guard line.raw.contains("<br"), !line.text.hasPrefix("|") else { return [line] }
  return ["<br>", "<br/>", "<br />"].reduce([line.raw]) { parts, mark in parts.flatMap { $0.split(separator: mark) } }
    .map { Line(number: line.number, raw: $0) }
}

/// "Ek Ada" where the list has turned her to Ada Ek.
private func asListed(_ name: Fact<String>, _ attendance: [Attendance]) -> Fact<String> {
  let words = name.value.words
  guard words.count >= 2, !attendance.contains(where: { $0.name == name.value }),
    case let turned = (words.dropFirst() + words.prefix(1)).joined(separator: " "),
    attendance.contains(where: { $0.name == turned })
  else { return name }
  return Fact(turned, line: name.line, name.certainty)
}

/// "När-" and "varande: Ada Ek" as one line: a narrow column broke the label.
private func withWholeLabels(_ head: [Line]) -> [Line] {
  var out: [Line] = []
  for line in head {
    if let last = out.last, last.text.hasSuffix("-"), last.text.hasAtMostWords(1),
      let (end, value) = labelled(line.text)
    {
      let label = last.text.dropLast() + end
      let key = label.lowercased()
      if listOfPeople(key) != nil || Grammar.factLabel[key] != nil {
        out[out.count - 1] = Line(number: line.number, raw: Substring("\(label): \(value)"))
        continue
      }
    }
    out.append(line)
  }
  return out
}

/// `| Namn | Organisation | Roll |`
private func headsAttendanceTable(_ line: Line) -> Bool {
  guard line.text.hasPrefix("|") else { return false }
  return tableCells(line.text).contains { cell in
    ["namn", "ledamot", "ledamöter", "deltagare", "kallade", "närvarande", "beslutande"].contains(
      cell.trimmedPunctuation.lowercased())
  }
}

/// "Tid: 12.15-14.00. Plats: Hjorten", "Datum 2014-01-30, tid kl 10.30, plats telefonmöte" and a table row of a label
/// and what it labels, each fact as a line of its own.
private func factsOfLine(_ line: Line) -> [Line] {
  if line.text.hasPrefix("|") {
    return labelledRow(line)
  }
  guard line.hints.contains(.label) else { return [line] }
  var parts: [String] = []
  var current: [Substring] = []
  let words = line.text.words
  for (index, word) in words.enumerated() {
    let key = word.trimmedPunctuation.lowercased()
    let ends =
      index == 0 || (current.last?.last).map { ".,;".contains($0) } ?? false
      || word.hasSuffix(":") && !["och", "&", "/"].contains(current.last ?? "")
    let isLabel =
      ["tid", "plats", "lokal", "datum", "dnr", "ordförande", "sekreterare", "justerare"].contains(key) && ends
      || ["ordf", "sekr", "just"].contains(key) && word.hasSuffix(":")
    // "Plats: Rådhuset, lokal Ek" is one place.
    let isRoom = key == "lokal" && current.first?.lowercased().hasPrefix("plats") ?? false
    if isLabel, !isRoom, index > 0, !parts.isEmpty || startsWithLabel(current) {
      parts.append(current.joined(separator: " ").trimmedPunctuation)
      current = []
    }
    current.append(word)
  }
  guard !parts.isEmpty else { return [line] }
  parts.append(current.joined(separator: " "))
  return parts.map { part in
    let words = part.words
    let text = words[0].hasSuffix(":") ? part : "\(words[0]): \(words.dropFirst().joined(separator: " "))"
    return Line(number: line.number, raw: Substring(text.hasSuffix(".") ? String(text.dropLast()) : text))
  }
}

private func startsWithLabel(_ words: [Substring]) -> Bool {
  guard let first = words.first?.trimmedPunctuation.lowercased() else { return false }
  return ["tid", "plats", "lokal", "datum", "dnr"].contains(first)
    || ["ordförande", "sekreterare", "justerare", "ordf", "sekr", "just"].contains(first) && words[0].hasSuffix(":")
}

/// "Protokoll nr 1/1998 fört torsdagen den 12 mars": the day and the year stand apart in the title.
private func datedByYearOnly(_ head: [Line]) -> Fact<CalendarDate>? {
  for line in head.lazy.filter({ !$0.isBlank }).prefix(6) where bodyInTitle(line.text) != nil {
    let numbers = line.text.split { !$0.isNumber }.compactMap { Int($0) }
    guard let year = numbers.first(where: { (1950...2100).contains($0) }),
      let start = CalendarDate(year: year, month: 1, day: 1),
      let date = findDates(in: line.text, after: start).first?.date
    else { continue }
    return Fact(date, line: line.number, .inferred)
  }
  return nil
}

/// "Tid: torsdag 25 januari" is of the only year in the minutes in which that day was a Thursday.
private func datedByWeekday(_ head: [Line], in lines: [Line]) -> Fact<CalendarDate>? {
  for line in head where line.hints.contains(.month) && line.hints.contains(.digit) {
    let words = line.text.words
    guard
      let date = findDates(in: words, after: CalendarDate(year: 2000, month: 1, day: 1)).first(where: { !$0.hasYear }),
      case .day(let day) = date.due,
      let weekday = words[max(0, date.words.lowerBound - 2)..<date.words.lowerBound].lazy.compactMap({ word in
        Grammar.weekdays.firstIndex { word.bare.lowercased().hasPrefix($0) }
      }).first
    else { continue }
    let years = Set(
      lines.filter { $0.hints.contains(.digit) }.flatMap { $0.text.utf8.split { $0 < 0x30 || $0 > 0x39 } }
        .filter { $0.count == 4 }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }.filter {
          (1950...2100).contains($0)
        })
    let fitting = years.compactMap { CalendarDate(year: $0, month: day.month, day: day.day) }.filter {
      $0.weekday == weekday + 1
    }
    return fitting.count == 1 ? Fact(fitting[0], line: line.number, .inferred) : nil
  }
  return nil
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
  fileprivate var isOffice: Bool { self == .chair || self == .secretary || self == .verifiers }

  /// A label on a line of its own is filled by the next line: a name, or for the other facts any text.
  fileprivate func isFilled(by text: String) -> Bool {
    switch self {
    case .chair, .secretary, .verifiers: !Names.people(in: text).isEmpty
    case .dateAndTime: findTime(in: text) != nil || !findDates(in: text, after: nil).isEmpty
    case .placeAndTime: text.unicodeScalars.first?.isCapital == true || findTime(in: text) != nil
    case .place, .reference, .body: true
    case .range, .form: true
    }
  }
}

private func factLabel(_ line: Line) -> (Grammar.FactLabel, String)? {
  guard line.hints.contains(.label) else { return nil }
  let parts = labelled(line.text)
  if parts == nil, let (label, _) = signingLine(String(line.raw.trimmed)),
    let fact = Grammar.factLabel[label.lowercased()]
  {
    return (fact, "")
  }
  let key = parts?.label ?? line.text.lowercased()
  if Grammar.formLabels.contains(where: { key.hasPrefix($0) }) { return (.form, parts?.value ?? line.text) }
  // "Möte: Granrådet"
  if let parts, parts.label == "möte", hasBodyWord(parts.value), parts.value.hasAtMostWords(8) {
    return (.body, parts.value)
  }
  // "Anteckningar: Ada Ek"
  if let parts, Grammar.minutesWords.contains(parts.label), let first = Names.people(in: parts.value).first,
    parts.value.hasPrefix(first.name)
  {
    return (.secretary, parts.value)
  }
  if let fact = Grammar.factLabel[key] {
    let needsColon = fact != .chair && fact != .secretary && fact != .verifiers && !line.isBold
    return parts == nil && needsColon ? nil : (fact, parts?.value ?? "")
  }
  // "Justerare Bo Lind"
  if parts == nil, line.text.hasAtMostWords(5), let first = line.text.words.first,
    Grammar.factLabel[first.lowercased()] == .verifiers
  {
    let value = line.text.words.dropFirst().joined(separator: " ")
    if Names.isPerson(value.prefix { $0 != "(" }.trimmed) { return (.verifiers, value) }
  }
  // "Utsedd att justera Bo Lind"
  for (label, fact) in Grammar.longFactLabels where parts == nil && key.hasPrefix(label) && key.hasPrefix(label + " ") {
    let value = String(line.text.dropFirst(label.count).trimmed)
    if Names.isPerson(value.prefix { $0 != "(" }.trimmed) { return (fact, value) }
  }
  // "Tid 13.00-15.00", "Plats Rådhuset"
  let words = parts == nil ? line.text.words : []
  if (2...8).contains(words.count) {
    let first = words[0].lowercased()
    let rest = words.dropFirst().joined(separator: " ")
    if ["tid", "mötestid", "klockan"].contains(first), findTime(in: rest) != nil { return (.dateAndTime, rest) }
    if ["plats", "mötesplats"].contains(first), words[1].unicodeScalars.first?.isCapital == true,
      !line.text.hasSuffix(".")
    {
      return (.place, rest)
    }
    if first == "datum" || first == "mötesdatum", findDates(in: rest, after: nil).first?.hasYear ?? false {
      return (.dateAndTime, rest)
    }
  }
  // "Plats och tid Rådhuset, kl. 13.00-16.20", "Sammanträdesdatum 2014-08-28", where the columns of a form were lost.
  if parts == nil, line.text.hasAtMostWords(14), let first = line.text.words.first?.lowercased() {
    for (label, fact) in Grammar.factLabels
    where label.hasPrefix(first) && key.hasPrefix(label) && key.hasPrefix(label + " ")
      && (label.contains(" ") || label.hasSuffix("datum"))
    {
      guard fact == .dateAndTime || fact == .placeAndTime else { continue }
      let value = String(line.text.dropFirst(label.count).trimmed)
      let isCapital = value.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
      if isCapital, findTime(in: value) != nil || findDates(in: value, after: nil).contains(where: \.hasYear) {
        return (fact, value)
      }
    }
  }
  return nil
}

/// "230309" after a label that says that it is a day.
private func dayInSixDigits(_ value: String) -> CalendarDate? {
  guard let word = value.words.first?.bare, word.utf8.count == 6, let number = Int(word) else { return nil }
  let year = number / 10000
  return CalendarDate(year: year < 70 ? 2000 + year : 1900 + year, month: number / 100 % 100, day: number % 100)
}

private func set(_ label: Grammar.FactLabel, _ value: String, _ line: Line, _ minutes: inout Minutes) {
  func text(_ value: String) -> Fact<String>? {
    value.isEmpty ? nil : Fact(value, line: line.number, .labelled)
  }
  /// Also a first name alone, but no other text: "Ordförande: Ada".
  func person(_ value: String) -> Fact<String>? {
    let isName =
      value.hasAtMostWords(2)
      && value.words.allSatisfy { word in
        word.unicodeScalars.first?.isCapital == true && word.allSatisfy { $0.isLetter || $0 == "-" }
      }
    return text(Names.people(in: value).first?.name ?? (isName ? value : ""))
  }
  func overrule(_ fact: WritableKeyPath<Minutes, Fact<String>?>, _ key: String, by new: Fact<String>?) {
    minutes.note(key, minutes[keyPath: fact], besides: new)
    minutes[keyPath: fact] = new ?? minutes[keyPath: fact]
  }
  switch label {
  case .reference: overrule(\.reference, "dnr", by: text(value))
  case .place: overrule(\.place, "plats", by: text(value))
  case .chair: overrule(\.chair, "ordförande", by: person(value))
  case .secretary: overrule(\.secretary, "sekreterare", by: person(value))
  case .verifiers:
    // "Utsågs Ada Ek att jämte ordföranden justera"
    let key = value.lowercased()
    let isElection = key.contains("juster") && Grammar.electingVerbs.contains { key.contains($0) }
    let told = value.words.drop { word in Grammar.electingVerbs.contains { word.lowercased().hasPrefix($0) } }
    let names = isElection ? namesInText(told.joined(separator: " ")) : Names.people(in: value).map(\.name)
    minutes.verifiers += names.map { Fact($0, line: line.number, .labelled) }
  case .body: overrule(\.body, "organ", by: text(value))
  case .range, .form: break
  case .dateAndTime, .placeAndTime:
    if let date = findDates(in: value, after: nil).first?.date, minutes.date == nil {
      minutes.date = Fact(date, line: line.number, .labelled)
    }
    if minutes.date == nil, let day = dayInSixDigits(value) { minutes.date = Fact(day, line: line.number, .labelled) }
    if let (time, rest) = findTime(in: value) {
      if time.contains("-") { minutes.note("tid", minutes.time, besides: Fact(time, line: line.number, .labelled)) }
      minutes.time = Fact(time, line: line.number, .labelled)
      let place = rest.trimmedPunctuation
      if minutes.place == nil, place.unicodeScalars.first?.isCapital == true {
        minutes.place = text(place)
      } else if minutes.place == nil, Grammar.virtualPlaces.contains(place.lowercased()) {
        // "via Teams"
        minutes.place = text(withoutPreposition(place.hasPrefix("via ") ? String(place.dropFirst(4)) : place).text)
      }
      // "Plats och tid: Rådhuset, kl. 13.00-16.20"
      if minutes.place == nil, let before = textBeforeTime(value) { minutes.place = text(before) }
    } else if case .placeAndTime = label, minutes.place == nil,
      findDates(in: value, after: CalendarDate(year: 2000, month: 1, day: 1)).isEmpty,
      value.unicodeScalars.first?.isCapital == true
    {
      // "Plats och tid: Rådhuset, Granby", and the time below.
      minutes.place = text(value.trimmedPunctuation)
    }
  }
}

extension Minutes {
  /// Remembers what is not used of a fact that is told twice, when the two differ.
  fileprivate mutating func note<Value>(_ key: String, _ other: Fact<Value>?, besides used: Fact<Value>?) {
    guard let other, let used, other.certainty != .inferred else { return }
    let (a, b) = (nameKey("\(other.value)"), nameKey("\(used.value)"))
    // "KS 2024/12" and "2024/12", "08.30-12.00" and "08.30" are one.
    guard !a.contains(b), !b.contains(a) else { return }
    otherReadings.append(OtherReading(key: key, value: "\(other.value)", line: other.line))
  }
}

/// "Rådhuset" of "Rådhuset, kl. 13.00-16.20" and of "Rådhuset 2019-03-12 kl. 13".
private func textBeforeTime(_ value: String) -> String? {
  var words = value.words
  let isTime: (Int) -> Bool = { index in
    let word = words[index]
    let key = word.bare.lowercased()
    // "rum 1" and "Kvarnvägen 60" are parts of a place.
    if let first = word.utf8.first, first < 0x3A, first >= 0x30 {
      return !key.utf8.allSatisfy { $0 < 0x3A && $0 >= 0x30 } || word.utf8.count > 4
        || index + 1 < words.count && Grammar.month[words[index + 1].bare.lowercased()] != nil
    }
    return ["kl", "klockan", "den"].contains(key) || Grammar.weekdays.contains { key.hasPrefix($0) }
  }
  guard let first = words.indices.first(where: isTime), first > 0 else { return nil }
  words = Array(words[..<first].drop { $0 == "i" || $0 == "på" })
  let place = words.joined(separator: " ").trimmedPunctuation
  return place.unicodeScalars.first?.isCapital == true ? place : nil
}

/// "Protokoll Länssamverkansgruppen", "Minnesanteckningar från möte med Hjälpmedelsrådet 2024-05-02".
private func readTitle(_ line: Line, next: Line?, _ minutes: inout Minutes) -> Bool {
  guard minutes.title.isEmpty, let name = bodyInTitle(withoutColumnLabels(line)) else { return false }
  minutes.title = line.text
  // "PROTOKOLL LS 4/15": letters that stand for the body, which the head may name in whole.
  let isInitials = name.utf8.count <= 4 && !hasBodyWord(name) && name.allSatisfy(\.isUppercase)
  if !name.isEmpty, !isInitials, minutes.body == nil { minutes.body = Fact(name, line: line.number, .labelled) }
  // "Minnesanteckningar", and below it "Chefsnätverket".
  if line.text.hasAtMostWords(1), minutes.body == nil, let next, next.text.hasAtMostWords(8), hasBodyWord(next.text),
    next.text.unicodeScalars.first?.isCapital == true, labelled(next.text) == nil, !next.text.hasSuffix("."),
    columns(of: next.raw).count == 1,
    findDates(in: next.text, after: CalendarDate(year: 2000, month: 1, day: 1)).isEmpty,
    bodyInTitle(next.text) == nil, attendanceLabel(next) == nil, !next.text.lowercased().hasSuffix("kansli")
  {
    minutes.body = Fact(next.text, line: next.number, .labelled)
  }
  if let date = findDates(in: line.text, after: nil).first(where: \.hasYear)?.date, minutes.date == nil {
    minutes.date = Fact(date, line: line.number, .labelled)
  }
  // "Protokoll 200425": six digits that end the title are a day, where nothing else in it is a number.
  if minutes.date == nil, let last = line.text.words.last, last.utf8.count == 6, let number = Int(last),
    case let before = line.text.dropLast(6), !before.contains(where: \.isNumber), !before.lowercased().contains("nr"),
    let date = CalendarDate(
      year: number / 10000 + (number < 70_00_00 ? 2000 : 1900), month: number / 100 % 100, day: number % 100)
  {
    minutes.date = Fact(date, line: line.number, .labelled)
  }
  if let (time, rest) = findTime(in: line.text), time.contains("-") {
    minutes.time = minutes.time ?? Fact(time, line: line.number, .labelled)
    if rest.hasAtMostWords(8) { setPlace(rest, line, next: next, &minutes) }
  } else if minutes.time == nil, let clock = line.text.firstRange(of: " kl"),
    let (time, _) = findTime(in: String(line.text[clock.lowerBound...]))
  {
    minutes.time = Fact(time, line: line.number, .labelled)
  }
  return true
}

/// "SAMMANTRÄDESPROTOKOLL      Sammanträdesdatum      Sida" heads columns beside the title.
private func withoutColumnLabels(_ line: Line) -> String {
  let parts = columns(of: line.raw.trimmed)
  guard parts.count > 1, !line.text.hasPrefix("|") else { return line.text }
  let rest = parts.filter { part in
    let key = part.trimmedPunctuation.lowercased()
    return Grammar.factLabel[key] == nil && !["sida", "sid", "sidnr", "nr", "blad", "sidan"].contains(key)
  }
  return rest.count == parts.count ? line.text : rest.joined(separator: " ")
}

/// "LS" of "PROTOKOLL LS 4/15", where nothing says it in whole.
private func initialsInTitle(_ title: String, _ head: [Line]) -> Fact<String>? {
  guard let name = bodyInTitle(title), (2...4).contains(name.utf8.count), name.allSatisfy(\.isUppercase) else {
    return nil
  }
  return head.first { $0.text == title }.map { Fact(name, line: $0.number, .labelled) }
}

/// Nil when the text is no title of minutes; empty when the title names no body.
func bodyInTitle(_ text: String) -> String? {
  let lower = text.lowercased()
  // "Kulturrådet i Sjöby, protokoll 2016-11-08"
  let marks = [", ", " – ", " - "].filter { lower.contains($0) }
  if let range = marks.lazy.flatMap({ mark in
    Grammar.minutesWords.lazy.compactMap { lower.firstRange(of: mark + $0) }
  }).first {
    let before = String(text.prefix(lower.distance(from: lower.startIndex, to: range.lowerBound)))
    if before.words.count <= 8, hasBodyWord(before) { return before.trimmedPunctuation }
  }
  guard let word = Grammar.minutesWords.first(where: { lower.hasPrefix($0) }) ?? compoundOfMinutes(lower) else {
    return nil
  }
  let rest = text.dropFirst(word.count)
  guard rest.first.map({ !$0.isLetter }) ?? true else { return nil }
  var words = rest.words
  if let date = findDates(in: words, after: CalendarDate(year: 2000, month: 1, day: 1)).first {
    words = Array(words[..<date.words.lowerBound])
  }
  while let first = words.first, isTitleFiller(first) { words.removeFirst() }
  while let last = words.last, isTitleFiller(last) { words.removeLast() }
  let name = words.joined(separator: " ").trimmedPunctuation
  // A page that lost its lines names more than its body.
  if words.count > 14 { return "" }
  // "Protokoll från Granrådets sammanträde", but "från styrelsens sammanträde" names nobody.
  if words.count == 1, name.hasSuffix("s"), case let stem = String(name.dropLast()), hasBodyWord(stem) {
    return Speaker.commonNouns.contains(stem.lowercased()) || name.unicodeScalars.first?.isCapital != true ? "" : stem
  }
  // "förbundets årsmöte"
  if let last = words.last, words[0].first?.isLowercase == true, ["möte", "mötet"].contains(where: last.hasSuffix) {
    return ""
  }
  let isName =
    name.unicodeScalars.first?.isCapital == true
    || words.count > 1 && words.first.map { hasBodyWord(String($0)) } ?? false
  return isName ? name : ""
}

/// "direktionsprotokoll": minutes that say in one word whose they are.
private func compoundOfMinutes(_ text: String) -> String? {
  guard let first = text.words.first, first.utf8.count > 11,
    first.hasSuffix("sprotokoll") || first.hasSuffix("santeckningar"),
    text.hasAtMostWords(12)
  else { return nil }
  return String(first)
}

/// Words of a title that belong to no name: "från", "möte", "nr 1/1998", "torsdagen".
private func isTitleFiller(_ word: Substring) -> Bool {
  let key = word.bare.lowercased()
  return key.isEmpty || key == "-" || key == "–" || key.hasPrefix("§") || key.contains(where: \.isNumber)
    || Grammar.weekdays.contains { key.hasPrefix($0) }
    || titleFillers.contains(key)
}

private let titleFillers: WordSet = [
  "från", "för", "fört", "vid", "möte", "mötet", "sammanträde", "sammanträdet", "styrelsemöte", "styrelsemötet", "med",
  "i", "av", "nr", "ordinarie",
  "extra", "den", "kl", "klockan", "sida", "dnr",
]

func hasBodyWord(_ text: String) -> Bool {
  text.words.contains { word in
    let word = word.bare
    return bodyEndings.contains(endOf: word)
      || word.utf8.last.map { $0 | 0x20 } == UInt8(ascii: "s") && wholeBodyWords.contains(word.dropLast())
  }
}

private let bodyEndings = EndingSet(Grammar.bodyEndings)
private let wholeBodyWords = WordSet(Grammar.bodyEndings)

/// The body that a line of the head names by itself: "Socialnämnden", "KOMMUNALA PENSIONÄRSRÅDET".
private func bodyInHead(_ lines: [Line]) -> Fact<String>? {
  // An office keeps minutes of others, as long as another is named.
  let found =
    bodyInHead(lines) { !$0.hasSuffix("kansli") && !$0.hasSuffix("kansliet") } ?? bodyInHead(lines) { _ in true }
  // "KOMMUNFÖRBUNDET GRAN", and below it "Sociala beredningen", which met.
  guard let found,
    found.value.lowercased().words.contains(where: { $0.bare.hasSuffix("förbund") || $0.bare.hasSuffix("förbundet") })
  else { return found }
  let below = lines.filter { $0.number > found.line && !$0.isBlank }.prefix(3)
  return bodyInHead(Array(below)) { name in
    name.words.last.map { last in
      ["beredningen", "nämnden", "rådet", "utskottet", "styrelsen", "direktionen", "gruppen", "kommittén"].contains {
        last.bare.hasSuffix($0)
      }
    } ?? false
  } ?? found
}

private func bodyInHead(_ lines: [Line], where mayMeet: (String) -> Bool) -> Fact<String>? {
  for (place, line) in lines.lazy.filter({ !$0.isBlank }).prefix(10).enumerated() {
    var printed = columns(of: Substring(line.text)).first?.trimmedPunctuation ?? ""
    // "Samarbetskommittén för", broken off before what it is for.
    if let last = printed.words.last, Grammar.unfinishedEnds.contains(last.lowercased()), printed.hasAtMostWords(6),
      let next = lines.lazy.filter({ !$0.isBlank }).dropFirst(place + 1).first, next.text.hasAtMostWords(6),
      case let more = columns(of: next.raw.trimmed).first ?? "",
      more.unicodeScalars.first?.properties.isLowercase == true
        || !printed.contains(where: \.isLowercase) && !more.contains(where: \.isLowercase)
    {
      printed += " " + more
    }
    let text = withoutMeeting(printed)
    let words = text.words
    guard (1...8).contains(words.count), labelled(line.text) == nil, !line.text.hasPrefix("|"), hasBodyWord(text),
      words[0].unicodeScalars.first?.isCapital == true || hasBodyWord(String(words[0])) && !line.text.hasPrefix(text),
      !text.hasSuffix("."), !text.contains("@"), mayMeet(text.lowercased()),
      !Grammar.unfinishedEnds.contains(words[words.count - 1].lowercased()),
      !Names.isPerson(text) || words.count == 2 && hasBodyWord(String(words[1]))
        || words.contains(where: { Grammar.bodyEndings.contains($0.lowercased()) })
    else { continue }
    return Fact(text, line: line.number, .labelled)
  }
  return nil
}

/// "Lillrådet" of "Årsmöte i Lillrådet den 3 maj 2019" and of "Lillrådet, möte 3".
private func withoutMeeting(_ text: String) -> String {
  var words = text.words
  if let first = words.first?.lowercased(), Grammar.meetingWords.contains(first) {
    words = Array(
      words.drop { Grammar.meetingWords.contains($0.lowercased()) || ["med", "i", "för", "vid"].contains($0) })
  }
  if let date = findDates(in: words, after: CalendarDate(year: 2000, month: 1, day: 1)).first {
    words = Array(words[..<date.words.lowerBound])
    while let last = words.last, isTitleFiller(last) { words.removeLast() }
  } else if words.count > 2, words[words.count - 3].hasSuffix(","), words.last.map({ Int($0) != nil }) ?? false,
    ["möte", "nr", "sammanträde"].contains(words[words.count - 2].lowercased())
  {
    words.removeLast(2)
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
  let key = line.text.lowercased()
  if Grammar.otherDays.contains(where: { key.hasPrefix($0) }) { return false }
  if minutes.date == nil, let date = findDates(in: words, after: nil).first(where: \.hasYear),
    let day = date.date,
    date.words.lowerBound <= 3 && words.count <= date.words.count + 6
      || findTime(in: line.text)?.value.contains("-") ?? false && words.count <= 14
      || words.first.map({ Grammar.meetingWords.contains($0.lowercased()) }) ?? false
      || date.words.upperBound == words.count && words.count <= 14 && followsMeeting(words[..<date.words.lowerBound])
  {
    minutes.date = Fact(day, line: line.number, .labelled)
    var named = words[..<date.words.lowerBound]
    while let last = named.last, isTitleFiller(last) { named.removeLast() }
    let before = named.joined(separator: " ").trimmedPunctuation
    if minutes.body == nil, Names.isOrganisation(before), columns(of: line.raw.trimmed).count == 1,
      !Grammar.meetingWords.contains(words[0].lowercased())
    {
      minutes.body = Fact(before, line: line.number, .labelled)
    }
    if let (time, rest) = findTime(in: words[date.words.upperBound...].joined(separator: " ")) {
      minutes.time = minutes.time ?? Fact(time, line: line.number, .labelled)
      setPlace(rest, line, next: next, &minutes)
    }
    return true
  }
  // "Granrådet      2025-03-04      4-7", under the labels of columns.
  if minutes.date == nil, !line.text.hasPrefix("|"), line.hints.contains(.digit),
    case let parts = columns(of: line.raw.trimmed), parts.count > 1,
    let date = parts.lazy.compactMap({ part -> CalendarDate? in
      let words = part.words
      return findDates(in: words, after: nil).first { $0.hasYear && $0.words.count == words.count }?.date
    }).first
  {
    minutes.date = Fact(date, line: line.number, .labelled)
    if minutes.body == nil, hasBodyWord(parts[0]), !Names.isPerson(parts[0]), labelled(parts[0]) == nil {
      minutes.body = Fact(parts[0], line: line.number, .labelled)
    }
    return true
  }
  if minutes.place == nil, minutes.date != nil, Grammar.virtualPlaces.contains(key.trimmedPunctuation) {
    setPlace(line.text, line, next: nil, &minutes)
    return true
  }
  // "Kommunhuset, kl. 13.00-15.00"
  if minutes.time == nil, words.count <= 12, key.contains("kl"), !line.isHeading,
    let (time, _) = findTime(in: line.text), time.contains("-")
  {
    minutes.time = Fact(time, line: line.number, .labelled)
    if minutes.place == nil, let place = textBeforeTime(line.text) { setPlace(place, line, next: nil, &minutes) }
    // "kl 09.30-12.00 på Hotell Bruket"
    if let rest = findTime(in: line.text)?.rest.trimmed, rest.hasPrefix("på ") || rest.hasPrefix("i ") {
      setPlace(String(rest), line, next: nil, &minutes)
    }
    return true
  }
  if minutes.place == nil, !minutes.title.isEmpty || minutes.date != nil, namesPlace(line),
    let next, !next.isBlank, findTime(in: next.text)?.value.contains("-") ?? false, next.text.hasAtMostWords(8)
  {
    setPlace(line.text, line, next: nil, &minutes)
    return true
  }
  if minutes.place == nil, key.hasPrefix("lokal "), words.count <= 8 {
    setPlace(line.text, line, next: nil, &minutes)
    return true
  }
  if minutes.time == nil, line.text.first?.isNumber == true, let (time, rest) = findTime(in: line.text),
    time.contains("-")
  {
    minutes.time = Fact(time, line: line.number, .labelled)
    setPlace(rest, line, next: next, &minutes)
    return true
  }
  return false
}

/// "Kommunhuset i Granby, sal A": a few words, one of which is what rooms and houses are called.
private func namesPlace(_ line: Line) -> Bool {
  guard line.text.hasAtMostWords(10), line.text.unicodeScalars.first?.isCapital == true, labelled(line.text) == nil,
    !line.text.hasSuffix(".")
  else { return false }
  return line.text.words.contains { word in
    let key = word.bare.lowercased()
    return Grammar.placeEndings.contains { key.hasSuffix($0) }
  }
}

/// "Granrådet, möte den" before a day: the meeting's, and not that of another.
private func followsMeeting(_ words: ArraySlice<Substring>) -> Bool {
  let keys = words.map { $0.bare.lowercased() }.filter { key in
    key != "den" && !Grammar.weekdays.contains { key.hasPrefix($0) }
  }
  guard let last = keys.last, !keys.contains(where: { ["nästa", "föregående", "förra"].contains($0) }) else {
    return false
  }
  return ["möte", "mötet", "sammanträde", "sammanträdet"].contains { last.hasSuffix($0) }
}

private func setPlace(_ text: String, _ line: Line, next: Line?, _ minutes: inout Minutes) {
  let (text, isNamed) = withoutPreposition(text.trimmedPunctuation)
  let isPlace =
    isNamed || text.first.map { !$0.isLowercase } ?? false || Grammar.virtualPlaces.contains(text.lowercased())
  guard minutes.place == nil, isPlace else { return }
  // A place that was broken over two lines goes on in lower case.
  let goesOn = next.map { $0.text.unicodeScalars.first?.properties.isLowercase == true } ?? false
  let place = goesOn ? "\(text) \(next?.text ?? "")" : text
  minutes.place = Fact(place.trimmedPunctuation, line: line.number, .inferred)
}

/// "i Björksalen", "på fritidsgården Granen": the preposition says that a place follows.
private func withoutPreposition(_ text: String) -> (text: String, isNamed: Bool) {
  for word in ["i ", "på "] where text.hasPrefix(word) { return (String(text.dropFirst(word.count)), true) }
  return (text, false)
}

/// What the page shows already: the body's name alone on a line, the rest of a broken place.
private func isRepeated(_ line: Line, in minutes: Minutes) -> Bool {
  if let body = minutes.body?.value, nameKey(line.text) == nameKey(body) { return true }
  if let place = minutes.place?.value, !line.isBlank, place.hasSuffix(line.text) { return true }
  return false
}
