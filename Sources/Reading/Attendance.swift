internal import Records

typealias AttendanceLabel = (status: Attendance.Status, group: Attendance.Group, rest: String)

/// "Närvarande", "### Närvarande:", "Frånvarande: Anna Ek, Bo By" — the heading of a list of people.
func attendanceLabel(_ line: Line) -> AttendanceLabel? {
  if isPrincipalHeading(line) { return (.present, .member, "") }
  guard line.hints.contains(.attendance) else { return nil }
  let parts = labelled(line.text)
  guard parts != nil || line.text.utf8.count < 80 else { return nil }
  let key = (parts?.label ?? line.text.lowercased()).trimmed
  if let row = listOfPeople(key) { return (row.status, row.group, parts?.value ?? "") }
  guard line.isHeading || line.isBold || parts != nil else { return nil }
  // "Ej närvarande från kommunerna:", "Närvarande från Region Gran".
  let words = key.words
  let opening = words.prefix { isLabelWord($0.bare) }.count
  for count in stride(from: min(opening, words.count - 1), through: 2, by: -1)
  where Grammar.attendanceWords.contains(words[count - 1].bare) {
    if let row = composedLabel(words[..<count].joined(separator: " ")) {
      return (row.status, row.group, parts?.value ?? "")
    }
  }
  return Grammar.attendanceLabels.first { key.hasPrefix($0.0) && key.hasPrefix($0.0 + " ") }
    .map { ($0.1, $0.2, parts?.value ?? "") }
}

typealias ListOfPeople = (status: Attendance.Status, group: Attendance.Group)

/// What a label in lower case is over: a row of the table, or several of the words of which labels are made.
func listOfPeople(_ key: some StringProtocol) -> ListOfPeople? {
  Grammar.attendanceLabel[String(key)] ?? composedLabel(key)
}

private func isLabelWord(_ word: Substring) -> Bool {
  Grammar.attendanceWords.contains(word) || Grammar.attendanceJoints.contains(word)
}

/// "Närvarande, ej tjänstgörande ersättare": a label of several words of which each is one that labels are made of.
private func composedLabel(_ key: some StringProtocol) -> ListOfPeople? {
  guard key.utf8.count < 60, key.hasAtMostWords(7) else { return nil }
  let words = key.words.map { $0.bare }
  guard words.count > 1, words.allSatisfy(isLabelWord),
    words.contains(where: { Grammar.attendanceWords.contains($0) })
  else { return nil }
  let has: (Set<Substring>) -> Bool = { !$0.isDisjoint(with: words) }
  let isDenied = words.firstIndex { $0 == "ej" || $0 == "inte" || $0 == "icke" }.map { place in
    // "Närvarande, ej tjänstgörande ersättare" were there; "Deltog inte" is what it says.
    words[place...].contains { Grammar.presenceWords.contains($0) } || place > 0 && words[place - 1].hasPrefix("delt")
  }
  let isAbsent = has(Grammar.absenceWords) || isDenied ?? false && !has(["ersättare", "ers", "tjänstgörande"])
  if isAbsent { return (.absent, .member) }
  let group: Attendance.Group =
    has(["tjänstemän", "tjänstepersoner", "övriga"]) && !has(["ledamöter", "ersättare"])
    ? .official
    : has(["adjungerade", "adjungerad"]) ? .coopted : has(["inbjudna", "gäster", "föredragande"]) ? .guest : .member
  return (.present, group)
}

/// "Från Region Gran:" over those who came from there.
private func isPrincipalHeading(_ line: Line) -> Bool {
  guard line.text.hasPrefix("Från ") || line.text.hasPrefix("För "), line.text.utf8.count < 60,
    line.text.hasSuffix(":") || line.isBold || line.isHeading
  else { return false }
  let name = line.text.words.dropFirst().joined(separator: " ").trimmedPunctuation
  return Names.isOrganisation(name) || Grammar.commonOrganisations.contains(name)
    || Grammar.severalPrincipals.contains(name)
}

/// "**Region Gran**" or "Gran kommun:" over people of whom nothing else says whence they come; empty for a heading that
/// only ends such a group, as "Kommunerna".
private func principalHeading(_ index: Int, in lines: [Line]) -> String? {
  let line = lines[index]
  guard line.text.utf8.count < 60, !line.text.hasPrefix("|"), !line.text.contains(","), !line.text.contains("(") else {
    return nil
  }
  let name = line.text.trimmedPunctuation
  let isMarked = line.isBold || line.isHeading || line.text.hasSuffix(":") || isItalic(line)
  let isSeveral = Grammar.severalPrincipals.contains(name.lowercased())
  guard name.hasAtMostWords(5), columns(of: line.raw.trimmed).count == 1, isSeveral || Names.isOrganisation(name),
    !Names.isRole(name), name.firstIndex(of: "/").map({ !Names.isPerson(name[..<$0]) }) ?? true
  else { return nil }
  if isMarked { return isSeveral ? "" : name }
  // Without a mark it stands over names that are set in below it, or that begin a block.
  guard !line.hasBullet, let next = lines[(index + 1)...].prefix(2).first(where: { !$0.isBlank }),
    next.hasBullet || lines[index + 1].number == next.number,
    case let parts = readName(next.text), Names.isPerson(parts.name), parts.organisation == nil
  else { return nil }
  let isSetIn = indent(next) > indent(line) || next.hasBullet
  let isFirst = index == 0 || lines[index - 1].isBlank || attendanceLabel(lines[index - 1]) != nil
  return isSetIn || isFirst ? (isSeveral ? "" : name) : nil
}

private func isItalic(_ line: Line) -> Bool {
  let raw = line.raw.trimmed
  return ["*", "_"].contains { raw.hasPrefix($0) && raw.hasSuffix($0) } && !line.hasBullet
}

private func indent(_ line: Line) -> Int { line.raw.utf8.prefix { $0 == UInt8(ascii: " ") }.count }

/// "Region Gran" of "Från Region Gran:" and "Deltagare från Region Gran".
private func principalInLabel(_ line: Line) -> String? {
  let words = line.text.trimmedPunctuation.words
  guard let from = words.firstIndex(where: { ["från", "för"].contains($0.lowercased()) }), from + 1 < words.count else {
    return nil
  }
  let name = words[(from + 1)...].joined(separator: " ")
  return Names.isOrganisation(name) && !Grammar.severalPrincipals.contains(name.lowercased()) ? name : nil
}

/// Who was there, from lists, tables and parallel blocks. Names and organisations in two blocks are paired by order.
/// Lines that name nobody come back, so that nothing is lost.
///
/// - Parameter text: The whole document, which writes the same names in its sentences.
func recogniseAttendance(_ lines: [Line], in text: [Line]) -> (attendance: [Attendance], unread: [Line]) {
  var runs = attendanceRuns(withOfficesBeside(unfolded(lines).filter { !isColumnHeading($0) }))
  pairParallelRuns(&runs)
  var out: [Attendance] = []
  var unread: [Line] = []
  for index in runs.indices where !runs[index].isTable {
    readMarks(of: &runs[index])
    readPlaces(of: &runs[index])
  }
  // "Ek, Ada (S)" in lists where the surname stands first.
  let written = runs.filter { !$0.isPaired && !$0.isTable && !$0.isSentence }.flatMap(\.lines)
  let turned = written.count { turnedLine($0) != nil }
  let isTurned = turned > 1 && turned * 2 > written.count
  // Where another list says who came, the one of those who were called does not.
  let isTold = runs.contains { !$0.isSummoned && $0.label.status == .present && !$0.lines.isEmpty }
  for run in runs where !run.isPaired {
    if isTold, run.isSummoned {
      unread += run.lines
      continue
    }
    for (index, line) in run.lines.enumerated() {
      let line = isTurned ? turnedLine(line) ?? line : line
      let organisation = index < run.organisations.count ? run.organisations[index] : nil
      var people =
        run.isTable ? readRow(line, header: run.header, run) : readPeople(line, organisation: organisation, run)
      for place in people.indices where run.principal != nil {
        people[place].organisation = people[place].organisation ?? run.principal
      }
      out += people
      if people.isEmpty { unread.append(line) }
    }
    out += guests(run.leftover)
  }
  turnNames(of: &out, lines, in: text)
  // "Medverkande", where no other list says who was there; whoever is called a guest remains one.
  if !out.contains(where: { $0.status == .present && $0.group == .member }),
    lines.contains(where: { $0.text.lowercased().hasPrefix("medverkande") })
  {
    for index in out.indices where out[index].status == .present && out[index].group == .guest {
      out[index].group = .member
    }
  }
  // Who is named again, and nothing said of him, is the same.
  var seen: Set<String> = []
  out.removeAll {
    !seen.insert(nameKey($0.name) + ($0.status == .present ? "" : "-")).inserted && $0.role == nil
      && $0.organisation == nil
      && $0.party == nil
  }
  return (out, unread)
}

/// "X  Ada Ek" for those who were there, and "-  Bo Lind" among them for those who were not.
private func readMarks(of run: inout AttendanceRun) {
  let isMarked = { (line: Line) in
    let parts = columns(of: line.raw.trimmed)
    return parts.count > 1 && parts[0].lowercased() == "x" && Names.isPerson(readName(parts[1]).name)
  }
  guard run.lines.count(where: isMarked) * 2 > run.lines.count else { return }
  for index in run.lines.indices {
    let line = run.lines[index]
    if isMarked(line) {
      run.lines[index] = Line(number: line.number, raw: line.raw.trimmed.dropFirst().trimmed)
    } else if line.hasBullet {
      run.lines[index] = Line(number: line.number, raw: Substring("~~\(line.text)~~"))
    }
  }
}

/// "Ada Ek Granby" in a list in which nobody has a name alone: the third word is whence one comes.
private func readPlaces(of run: inout AttendanceRun) {
  guard run.lines.count > 3, !run.isSentence, run.organisations.isEmpty,
    !run.lines.contains(where: { $0.text.hasAtMostWords(2) || $0.isStruck || columns(of: $0.raw).count > 1 })
  else { return }
  let placed = run.lines.indices.filter { index in
    let words = run.lines[index].text.words
    return words.count == 3 && Names.isPerson(run.lines[index].text)
      && !words[1...].contains { Grammar.givenNames.contains($0) || Grammar.nameParticles.contains($0) }
  }
  let known = placed.count { Grammar.givenNames.contains(run.lines[$0].text.words[0]) }
  guard known > 2, placed.count * 2 >= run.lines.count else { return }
  for index in placed {
    let words = run.lines[index].text.words
    run.lines[index] = Line(number: run.lines[index].number, raw: Substring("\(words[0]) \(words[1]), \(words[2])"))
  }
}

/// Turns "Alm Ada" of a list in the order of the surnames: where the names stand in the order of their first
/// words, and the text knows them by the other order and not by this one.
private func turnNames(of people: inout [Attendance], _ lines: [Line], in text: [Line]) {
  if haveSurnamesFirst(people) {
    for index in people.indices { people[index].name = withSurnameLast(people[index].name) }
    return
  }
  let surnames = people.filter { $0.status == .present && $0.group == .member }.map {
    collationKey(String($0.name.words[0]))
  }
  // A chair may stand before the others.
  let isSorted = { (keys: ArraySlice<[UInt16]>) in
    zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
  }
  guard surnames.count >= 4, isSorted(surnames[...]) || surnames.count >= 5 && isSorted(surnames[1...]) else { return }
  let own = Set(lines.map(\.number))
  let rest = text.filter { !$0.isBlank && !own.contains($0.number) }.map { columns(of: $0.raw).joined(separator: " ") }
  let isWritten = { (name: String) in rest.contains { $0.contains(name) } }
  let turned = people.map { withSurnameLast($0.name) }
  let count = turned.count(where: isWritten)
  guard count > 0, !people.contains(where: { isWritten($0.name) }) else { return }
  for index in people.indices { people[index].name = turned[index] }
}

/// "Ek Ada", "Lind Bo": nearly all end in a given name, and hardly any begins with one.
private func haveSurnamesFirst(_ people: [Attendance]) -> Bool {
  let names = people.map(\.name.words).filter { $0.count >= 2 }
  guard names.count >= 3 else { return false }
  let isGiven = { (word: Substring?) in
    word.map {
      Grammar.givenNames.contains($0) || $0.split(separator: "-").first.map(Grammar.givenNames.contains) ?? false
    }
      ?? false
  }
  return names.count { isGiven($0.last) && !isGiven($0.first) } * 10 >= names.count * 7
    && names.count { isGiven($0.first) && !isGiven($0.last) } * 10 <= names.count
}

/// "Ek Ada" and "von Ek Ada" as "Ada Ek" and "Ada von Ek".
private func withSurnameLast(_ name: String) -> String {
  let words = name.words
  let end = (words.firstIndex { !Grammar.nameParticles.contains($0.lowercased()) } ?? 0) + 1
  return (words[end...] + words[..<end]).joined(separator: " ")
}

/// "Ledamöter      Ersättare" over two columns of people, as one label and its people after the other.
private func unfolded(_ lines: [Line]) -> [Line] {
  guard
    let header = lines.firstIndex(where: { line in
      let labels = columns(of: line.raw)
      return labels.count == 2 && !line.text.hasPrefix("|")
        && labels.allSatisfy { label in
          listOfPeople(label.trimmedPunctuation.lowercased()) != nil
        }
    })
  else { return lines }
  let labels = columns(of: lines[header].raw)
  /// Where the second column begins, in bytes.
  let edge = lines[header].raw.utf8.count - labels[1].utf8.count
  let rows = lines[(header + 1)...].prefix { $0.isBlank || attendanceLabel($0) == nil }
  var sides: [[Line]] = labels.map { [Line(number: lines[header].number, raw: Substring("\($0.trimmedPunctuation):"))] }
  for row in rows where !row.isBlank {
    let cells = columns(of: row.raw)
    let indent = row.raw.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let first = cells.count == 1 && indent * 2 > edge ? 1 : 0
    for (place, cell) in cells.enumerated() {
      sides[min(first + place, 1)].append(Line(number: row.number, raw: Substring(cell)))
    }
  }
  return Array(lines[..<header]) + sides[0] + sides[1] + Array(lines[rows.endIndex...])
}

/// "Ordförande" over "Ada Ek (S)" as "Ada Ek (S), Ordförande": an office that opens a block and is the first name's.
private func withOfficesBeside(_ lines: [Line]) -> [Line] {
  var out: [Line] = []
  var index = 0
  while index < lines.count {
    let line = lines[index]
    let opens = out.last.map { $0.isBlank || attendanceLabel($0) != nil } ?? true
    if opens, index + 1 < lines.count, line.text.hasAtMostWords(3),
      Grammar.officesOverNames.contains(line.text.lowercased().trimmedPunctuation),
      case let next = lines[index + 1], case let parts = readName(next.text), Names.isPerson(parts.name),
      !parts.details.contains(where: { Names.isRole($0) })
    {
      out.append(Line(number: next.number, raw: Substring("\(next.text), \(line.text.trimmedPunctuation)")))
      index += 2
    } else {
      out.append(line)
      index += 1
    }
  }
  return out
}

/// "Namn        Organisation" over columns that are no table.
private func isColumnHeading(_ line: Line) -> Bool {
  guard line.text.hasAtMostWords(6) else { return false }
  let words = line.text.words
  // "Huvudman Namn", whose columns were lost.
  if words.count > 1, words.allSatisfy({ Grammar.columnHeadings.contains($0.bare.lowercased()) }) { return true }
  guard ["Namn", "Ledamot", "Ledamöter", "Ersättare"].contains(where: line.text.hasPrefix) else { return false }
  let cells = columns(of: line.raw.trimmed)
  return cells.count > 1
    && cells.allSatisfy { Grammar.columnHeadings.contains($0.trimmedPunctuation.lowercased()) }
}

/// Lines without a blank between, under one label.
struct AttendanceRun {
  var label: AttendanceLabel
  /// Whence those come of whom nothing else is said, by the heading over them.
  var principal: String?
  var lines: [Line] = []
  var organisations: [Line] = []
  /// Lines after the paired names: guests in running text.
  var leftover: [Line] = []
  /// Began beside its label.
  var isSentence = false
  /// The run is the organisations of another.
  var isPaired = false
  var isTable = false
  /// As written, over the columns of a table.
  var header: [String] = []
  /// Those who were called, whether they came or not.
  var isSummoned = false

  var looksLikeOrganisations: Bool {
    !lines.isEmpty && !isSentence
      && lines.count(where: { !Names.isPerson(readName($0.text).name) && namesInText($0.text).count < 2 }) * 10
        >= lines.count * 8
  }
  var startsWithPerson: Bool { lines.first.map { Names.isPerson(readName($0.text).name) } ?? false }
}

private func attendanceRuns(_ lines: [Line]) -> [AttendanceRun] {
  var runs: [AttendanceRun] = []
  var label: AttendanceLabel = (.present, .member, "")
  var isOpen = false
  var principal: String?
  var isSummoned = false
  for (index, line) in lines.enumerated() {
    if line.isBlank {
      isOpen = false
      continue
    }
    if let found = attendanceLabel(line) {
      label = found
      isSummoned = line.text.lowercased().hasPrefix("kallade")
      principal = principalInLabel(line)
      isOpen = false
      if !found.rest.isEmpty {
        runs.append(
          AttendanceRun(
            label: label, lines: [Line(number: line.number, raw: Substring(found.rest))], isSentence: true,
            isSummoned: isSummoned))
        isOpen = true
      }
      continue
    }
    // A sentence of people that was broken over lines.
    if isOpen, !line.hasBullet, runs.last?.isSentence == true, let last = runs.last?.lines.last,
      last.text.hasSuffix(",") || last.text.hasSuffix(";") || last.text.hasSuffix(" och")
        || breaksName(last.text) && !standsApart(line, after: last.text)
        || line.text.hasPrefix("(") || line.text.unicodeScalars.first?.properties.isLowercase == true
    {
      runs[runs.count - 1].lines[runs[runs.count - 1].lines.count - 1] = Line(
        number: last.number, raw: Substring(last.text + " " + line.text))
      continue
    }
    // People beside each other, of whom the last is broken over the line's end.
    if isOpen, !line.hasBullet, runs.last?.isTable == false, let last = runs.last?.lines.last,
      !line.text.hasPrefix("|"),
      last.text.contains(",") && breaksName(last.text) && mayNameSeveral(last.text)
        || last.text.hasSuffix("ersättare för")
    {
      runs[runs.count - 1].lines[runs[runs.count - 1].lines.count - 1] = Line(
        number: last.number, raw: Substring(last.text + " " + line.text))
      continue
    }
    if let guests = guestsInSentence(line) {
      var run = AttendanceRun(label: (.present, .guest, ""))
      run.leftover = [guests]
      runs.append(run)
      isOpen = false
      continue
    }
    if let heading = principalHeading(index, in: lines) {
      principal = heading.isEmpty ? nil : heading
      isOpen = false
      continue
    }
    let line = withoutListNumber(line)
    let isRow = line.text.hasPrefix("|")
    if !isOpen || runs.last?.isTable != isRow {
      runs.append(AttendanceRun(label: label, principal: principal, isTable: isRow, isSummoned: isSummoned))
      isOpen = true
    }
    if isRow {
      let cells = tableCells(line.text)
      if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { continue }
      // A row that only says who comes below it.
      let filled = cells.filter { !$0.isEmpty }
      if filled.count == 1, let found = attendanceLabel(Line(number: line.number, raw: Substring(filled[0]))) {
        label = found
        runs.append(AttendanceRun(label: label, isTable: true, header: runs[runs.count - 1].header))
        continue
      }
      if runs[runs.count - 1].header.isEmpty, !cells.contains(where: { Names.isPerson($0) }) {
        runs[runs.count - 1].header = cells
        // "| Frånvarande | Funktion |" over those who were not there.
        let labels = cells.map { listOfPeople($0.trimmedPunctuation.lowercased()) }
        if let first = labels[0], labels.dropFirst().allSatisfy({ $0 == nil }) {
          label = (first.status, first.group, "")
          runs[runs.count - 1].label = label
        }
        continue
      }
    }
    runs[runs.count - 1].lines.append(line)
  }
  return runs
}

/// "Ada Ek, farmaceut, under punkt 4" of "Dessutom deltog Ada Ek, farmaceut, under punkt 4."
private func guestsInSentence(_ line: Line) -> Line? {
  let words = line.text.words
  guard words.count > 3, Grammar.guestOpenings.contains(words[0]),
    let verb = words.dropLast().prefix(4).firstIndex(where: { Grammar.guestVerbs.contains($0) }),
    !["inte", "ej"].contains(words[verb + 1]), case let rest = words[(verb + 1)...].joined(separator: " "),
    !namesInText(rest).isEmpty
  else { return nil }
  return Line(number: line.number, raw: Substring(rest.hasSuffix(".") ? String(rest.dropLast()) : rest))
}

/// "Bo Lind, Tallby" after "Ada Ek, Granby": each has a line, and no name was broken, unless "Granby" is a given name.
private func standsApart(_ line: Line, after last: String) -> Bool {
  guard let end = last.words.last, !Grammar.givenNames.contains(end.bare) else { return false }
  return line.text.contains(",") && Names.isPerson(readName(line.text).name)
}

/// "1. Ada Ek, Gran kommun"
private func withoutListNumber(_ line: Line) -> Line {
  let digits = line.text.prefix { $0.isNumber }
  guard (1...2).contains(digits.count), let mark = line.text.dropFirst(digits.count).first, mark == "." || mark == ")"
  else { return line }
  let rest = line.text.dropFirst(digits.count + 1).trimmed
  return Names.isPerson(readName(String(rest)).name) ? Line(number: line.number, raw: rest) : line
}

/// Blocks of names followed by as many blocks of organisations, of the same sizes; or one block of names, with guests
/// at its end, and one of organisations.
private func pairParallelRuns(_ runs: inout [AttendanceRun]) {
  let plain = runs.indices.filter { !runs[$0].isTable }
  if plain.count >= 2, plain.count % 2 == 0 {
    let half = plain.count / 2
    let pairs = zip(plain[..<half], plain[half...])
    if pairs.allSatisfy({
      runs[$0].lines.count == runs[$1].lines.count && runs[$0].startsWithPerson && runs[$1].looksLikeOrganisations
    }) {
      for (names, organisations) in pairs {
        runs[names].organisations = runs[organisations].lines
        runs[organisations].isPaired = true
      }
      return
    }
  }
  for (names, organisations) in zip(plain, plain.dropFirst())
  where runs[names].startsWithPerson && runs[organisations].looksLikeOrganisations && !runs[names].isPaired
    && runs[organisations].lines.count > 1 && runs[names].lines.count >= runs[organisations].lines.count
    && runs[names].label.status == runs[organisations].label.status
    && !runs[names].lines.prefix(runs[organisations].lines.count).contains(where: {
      readName($0.text).organisation != nil
    })
  {
    let count = runs[organisations].lines.count
    runs[names].leftover = Array(runs[names].lines[count...])
    runs[names].lines = Array(runs[names].lines[..<count])
    runs[names].organisations = runs[organisations].lines
    runs[organisations].isPaired = true
  }
}

/// "Märta Ek, ärende 2 b, Mia Ask o Kristina Nord ärende 3-9": people who came for some items.
private func guests(_ lines: [Line]) -> [Attendance] {
  guard let first = lines.first else { return [] }
  return Names.people(in: lines.map(\.text).joined(separator: " ")).map { person in
    var guest = Attendance(name: person.name, status: .present, group: .guest, line: first.number)
    guest.note = person.detail
    return guest
  }
}
