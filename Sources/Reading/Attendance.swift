internal import Records

typealias AttendanceLabel = (status: Attendance.Status, group: Attendance.Group, rest: String)

/// "Närvarande", "### Närvarande:", "Frånvarande: Anna Ek, Bo By" — the heading of a list of people.
func attendanceLabel(_ line: Line) -> AttendanceLabel? {
  let parts = labelled(line.text)
  guard parts != nil || line.text.utf8.count < 80 else { return nil }
  let key = (parts?.label ?? line.text.lowercased()).trimmed
  guard key.utf8.count < 40,
    let row = Grammar.attendanceLabels.first(where: { $0.0 == key })
      ?? Grammar.attendanceLabels.first(where: { key.hasPrefix($0.0) && key.hasPrefix($0.0 + " ") && (line.isHeading || line.isBold || parts != nil) })
  else { return nil }
  return (row.1, row.2, parts?.value ?? "")
}

/// Who was there, from lists, tables and parallel blocks. Names and organisations in two blocks are paired by order.
/// Lines that name nobody come back, so that nothing is lost.
func recogniseAttendance(_ lines: [Line]) -> (attendance: [Attendance], unread: [Line]) {
  var runs = attendanceRuns(lines)
  pairParallelRuns(&runs)
  var out: [Attendance] = []
  var unread: [Line] = []
  for run in runs where !run.isPaired {
    for (index, line) in run.lines.enumerated() {
      let organisation = index < run.organisations.count ? run.organisations[index] : nil
      let people = run.isTable ? readRow(line, header: run.header, run) : readPeople(line, organisation: organisation, run)
      out += people
      if people.isEmpty { unread.append(line) }
    }
    out += guests(run.leftover)
  }
  return (out, unread)
}

/// Lines without a blank between, under one label.
private struct Run {
  var label: AttendanceLabel
  var lines: [Line] = []
  var organisations: [Line] = []
  /// Lines after the paired names: guests in running text.
  var leftover: [Line] = []
  /// Began beside its label.
  var isSentence = false
  /// The run is the organisations of another.
  var isPaired = false
  var isTable = false
  var header: [String] = []

  var looksLikeOrganisations: Bool {
    !lines.isEmpty && lines.count(where: { !Names.isPerson(readName($0.text).name) }) * 10 >= lines.count * 8
  }
  var startsWithPerson: Bool { lines.first.map { Names.isPerson(readName($0.text).name) } ?? false }
}

private func attendanceRuns(_ lines: [Line]) -> [Run] {
  var runs: [Run] = []
  var label: AttendanceLabel = (.present, .member, "")
  var isOpen = false
  for line in lines {
    if line.isBlank {
      isOpen = false
      continue
    }
    if let found = attendanceLabel(line) {
      label = found
      isOpen = false
      if !found.rest.isEmpty {
        runs.append(Run(label: label, lines: [Line(number: line.number, raw: Substring(found.rest))], isSentence: true))
        isOpen = true
      }
      continue
    }
    // A sentence of people that was broken over lines.
    if isOpen, runs.last?.isSentence == true, let last = runs.last?.lines.last, last.text.hasSuffix(",") || last.text.hasSuffix(";") || last.text.hasSuffix(" och") {
      runs[runs.count - 1].lines[runs[runs.count - 1].lines.count - 1] = Line(number: last.number, raw: Substring(last.text + " " + line.text))
      continue
    }
    let line = withoutListNumber(line)
    let isRow = line.text.hasPrefix("|")
    if !isOpen || runs.last?.isTable != isRow {
      runs.append(Run(label: label, isTable: isRow))
      isOpen = true
    }
    if isRow {
      let cells = tableCells(line.text)
      if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { continue }
      // A row that only says who comes below it.
      let filled = cells.filter { !$0.isEmpty }
      if filled.count == 1, let found = attendanceLabel(Line(number: line.number, raw: Substring(filled[0]))) {
        label = found
        runs.append(Run(label: label, isTable: true, header: runs[runs.count - 1].header))
        continue
      }
      if runs[runs.count - 1].header.isEmpty, !cells.contains(where: { Names.isPerson($0) }) {
        runs[runs.count - 1].header = cells.map { $0.lowercased() }
        continue
      }
    }
    runs[runs.count - 1].lines.append(line)
  }
  return runs
}

/// "1. Ada Ek, Gran kommun"
private func withoutListNumber(_ line: Line) -> Line {
  let digits = line.text.prefix { $0.isNumber }
  guard (1...2).contains(digits.count), let mark = line.text.dropFirst(digits.count).first, mark == "." || mark == ")" else { return line }
  let rest = line.text.dropFirst(digits.count + 1).trimmed
  return Names.isPerson(readName(String(rest)).name) ? Line(number: line.number, raw: rest) : line
}

func tableCells(_ row: String) -> [String] {
  var cells = row.split(separator: "|", omittingEmptySubsequences: false).map { String($0.trimmed) }
  if cells.first == "" { cells.removeFirst() }
  if cells.last == "" { cells.removeLast() }
  return cells
}

/// Blocks of names followed by as many blocks of organisations, of the same sizes; or one block of names, with guests
/// at its end, and one of organisations.
private func pairParallelRuns(_ runs: inout [Run]) {
  let plain = runs.indices.filter { !runs[$0].isTable }
  if plain.count >= 2, plain.count % 2 == 0 {
    let half = plain.count / 2
    let pairs = zip(plain[..<half], plain[half...])
    if pairs.allSatisfy({ runs[$0].lines.count == runs[$1].lines.count && runs[$0].startsWithPerson && runs[$1].looksLikeOrganisations }) {
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
    && !runs[names].lines.prefix(runs[organisations].lines.count).contains(where: { readName($0.text).organisation != nil })
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

private func readPeople(_ line: Line, organisation: Line?, _ run: Run) -> [Attendance] {
  let parts = readName(line.text)
  let isOne = Names.isPerson(parts.name) || (parts.name.words.count <= 4 && !parts.name.isEmpty && organisation != nil)
  let several = organisation == nil ? peopleInSentence(line, run) : []
  if several.count > 1 || !isOne { return several }
  var one = Attendance(
    name: parts.name, status: line.isStruck || hasStruckName(line) ? .absent : run.label.status, group: run.label.group, line: line.number)
  one.party = parts.party
  for detail in parts.details { place(detail, in: &one) }
  if let organisation { place(organisation.text, in: &one) }
  return [one]
}

/// People in one sentence: "Gran kommun: Ada Ek (ordförande) och Bo Lind; Landstinget: Cai By", "Ada Ek (chef, Gran
/// kommun), Bo Lind (Tall kommun)", "Ada Ek, Gran kommun (ordf.); Bo Lind, Tall kommun".
private func peopleInSentence(_ line: Line, _ run: Run) -> [Attendance] {
  var found: [Attendance] = []
  for group in split(line.text, at: [";"]) {
    var text = group
    var organisation: String?
    if let colon = group.firstIndex(of: ":"), case let left = group[..<colon].trimmed, left.words.count <= 5, !Names.isPerson(left) {
      organisation = String(left)
      text = String(group[group.index(after: colon)...])
    }
    let first = found.count
    for segment in split(text, at: [","]).flatMap(splitAtAnd) {
      let (name, bracket) = splitBracket(segment)
      if Names.isPerson(name) {
        var one = Attendance(name: name, status: run.label.status, group: run.label.group, line: line.number)
        if let bracket { placeBracket(bracket, in: &one) }
        found.append(one)
      } else if found.count > first {
        for detail in [name, bracket].compactMap(\.self) where !detail.isEmpty { placeBracket(detail, in: &found[found.count - 1]) }
      } else if let head = leadingPerson(name) {
        var one = Attendance(name: head.name, status: run.label.status, group: run.label.group, line: line.number)
        place(head.rest, in: &one)
        found.append(one)
      }
    }
    for index in first..<found.count where organisation != nil { found[index].organisation = found[index].organisation ?? organisation }
  }
  return found
}

/// Parts between the marks, which do not count inside brackets.
private func split(_ text: String, at marks: Set<Character>) -> [String] {
  var parts: [String] = [""]
  var depth = 0
  for character in text {
    if character == "(" { depth += 1 }
    if character == ")" { depth -= 1 }
    if depth <= 0, marks.contains(character) { parts.append("") } else { parts[parts.count - 1].append(character) }
  }
  return parts.map { String($0.trimmed) }.filter { !$0.isEmpty }
}

/// "Tomas Ek och Bo Lind" are two; "hälso- och sjukvård" is one.
private func splitAtAnd(_ text: String) -> [String] {
  let parts = text.split(separator: " och ").flatMap { $0.split(separator: " samt ") }.map { part in
    String(part.hasPrefix("och ") ? part.dropFirst(4) : part)
  }
  return parts.allSatisfy({ Names.isPerson(splitBracket($0).name) }) ? parts : [text.hasPrefix("och ") ? String(text.dropFirst(4)) : text]
}

private func splitBracket(_ text: String) -> (name: String, bracket: String?) {
  guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else { return (text, nil) }
  let after = text[text.index(after: close)...].trimmed
  let name = String(text[..<open].trimmed)
  return (after.isEmpty ? name : "\(name) \(after)", String(text[text.index(after: open)..<close].trimmed))
}

private func leadingPerson(_ text: String) -> (name: String, rest: String)? {
  let words = text.words
  for count in [3, 2] where words.count > count {
    let head = words[..<count].joined(separator: " ")
    let rest = words[count...].joined(separator: " ")
    if Names.isPerson(head), Names.isOrganisation(rest) || Names.isRole(rest) { return (head, rest) }
  }
  return nil
}

/// What stands in brackets after a name: a party, or roles and organisations between commas.
private func placeBracket(_ text: String, in one: inout Attendance) {
  if one.party == nil, let party = party(text) { one.party = party } else { place(text, in: &one) }
}

/// `s`, `KD`, `SÖP`, `EkarpsListan`: letters without a space, with more capitals than a word has.
private func party(_ text: String) -> String? {
  guard (1...14).contains(text.count), text.allSatisfy(\.isLetter) else { return nil }
  if text.count <= 2 || text.count == 3 && !Names.isRole(text) { return text.uppercased() }
  return text.count(where: \.isUppercase) >= 2 ? text : nil
}

/// `<del>Anna Ek</del> <del>chef</del>`, `~~Anna Ek~~, Vännäs`
private func hasStruckName(_ line: Line) -> Bool {
  let raw = line.raw.trimmed
  let inner = line.hasBullet ? raw.dropFirst().trimmed : raw
  return inner.hasPrefix("<del>") || inner.hasPrefix("<s>") || inner.hasPrefix("~~")
}

/// A row of an attendance table, its cells told by the header or by their shape.
private func readRow(_ line: Line, header: [String], _ run: Run) -> [Attendance] {
  let cells = tableCells(line.text)
  guard let nameCell = cells.firstIndex(where: { Names.isPerson(readName($0).name) }) else { return [] }
  let parts = readName(cells[nameCell])
  var one = Attendance(name: parts.name, status: run.label.status, group: run.label.group, line: line.number)
  one.party = parts.party
  for detail in parts.details { place(detail, in: &one) }
  if hasStruckCell(line) { one.status = .absent }
  for (index, cell) in cells.enumerated() where index != nameCell {
    let heading = index < header.count ? header[index] : ""
    if cell.isEmpty, !heading.hasPrefix("närv") { continue }
    if heading.hasPrefix("parti") { one.party = cell.uppercased() }
    else if heading.isEmpty, let found = party(cell), cell.count <= 4, cell.allSatisfy(\.isUppercase) { one.party = found }
    else if heading.hasPrefix("närv") || heading.hasPrefix("frånv") {
      let isMarked = !["", "-", "–", "nej", "frånvarande", "förhinder", "förhindrad", "ej", "nej", "n"].contains(cell.lowercased())
      if isMarked == heading.hasPrefix("frånv") { one.status = .absent }
    } else if heading.hasPrefix("roll") || heading.hasPrefix("uppdrag") || heading.hasPrefix("funktion") || heading.hasPrefix("titel") {
      // A cell may hold a proxy beside the role.
      for part in cell.split(separator: ",").map({ String($0.trimmed) }) {
        if part.lowercased().contains("även ") || isNote(part) { place(part, in: &one) } else { addRole(part, to: &one) }
      }
    } else if heading.hasPrefix("ersättare") || heading.hasPrefix("tjänstgör") {
      one.note = one.note.map { "\($0), ersättare: \(cell)" } ?? "ersättare: \(cell)"
    } else { place(cell, in: &one) }
  }
  if let role = one.role?.lowercased() {
    if role.contains("frånvarande") || role.contains("förhindrad") { one.status = .absent }
    if role.contains("adjungerad") { one.group = .coopted }
    if role.contains("tjänsteperson") || role.contains("sekreterare") && one.organisation == nil { one.group = .official }
  }
  return [one]
}

private func hasStruckCell(_ line: Line) -> Bool { line.raw.contains("<del>") || line.raw.contains("~~") }

/// The parts of "Anna Ek (s), v. ordförande, Vännäs kommun", "Bo By\tområdeschef (deltar del av mötet)".
func readName(_ text: String) -> (name: String, party: String?, organisation: String?, details: [String]) {
  var rest = text.trimmed
  var party: String?
  var details: [String] = []
  if let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
    let inside = rest[rest.index(after: open)..<close].trimmed
    let name = rest[..<open].trimmed
    if let found = Reading.party(String(inside)), Names.isPerson(name) {
      party = found
      let after = String(rest[rest.index(after: close)...]).trimmedPunctuation
      let names = name
      if !after.isEmpty { details = after.split(separator: ",").map { String($0.trimmed) } }
      return (String(names), party, details.first, details)
    }
  }
  let byColumns = columns(of: rest)
  if byColumns.count > 1 {
    rest = Substring(turned(byColumns[0]) ?? byColumns[0]).trimmed
    details = byColumns[1...].map { $0.trimmedPunctuation }
  }
  var parts = rest.split(separator: ",").map { String($0.trimmed) }
  guard !parts.isEmpty else { return ("", nil, nil, []) }
  var name = parts.removeFirst()
  for dash in [" – ", " - ", " — "] {
    if let range = name.firstRange(of: dash), Names.isPerson(name[..<range.lowerBound]) {
      parts.insert(String(name[range.upperBound...].trimmed), at: 0)
      name = String(name[..<range.lowerBound])
      break
    }
  }
  if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
    parts.insert(String(name[open...]), at: 0)
    name = String(name[..<open].trimmed)
  }
  // "Pia Ask Umeå kommun": the organisation follows without a mark.
  if !Names.isPerson(name) {
    let words = name.words
    for count in [3, 2] where words.count > count {
      let head = words[..<count].joined(separator: " ")
      let tail = words[count...].joined(separator: " ")
      if Names.isPerson(head), Names.isOrganisation(tail) || Names.isRole(tail) {
        name = head
        parts.insert(tail, at: 0)
        break
      }
    }
  }
  details = parts.filter { !$0.isEmpty } + details
  return (name, party, details.first { Names.isOrganisation($0) }, details)
}

/// "Ek, Ada" is Ada Ek.
private func turned(_ name: String) -> String? {
  let parts = name.split(separator: ",").map { $0.trimmed }
  guard parts.count == 2, parts.allSatisfy({ $0.words.count == 1 }) else { return nil }
  let name = "\(parts[1]) \(parts[0])"
  return Names.isPerson(name) ? name : nil
}

/// Puts a detail where it belongs: proxy, note, organisation or role.
private func place(_ detail: String, in one: inout Attendance) {
  var detail = detail.trimmedPunctuation
  // A note in brackets at the end: "(deltar del av mötet)"; other brackets belong to the title.
  if detail.hasSuffix(")"), let open = detail.lastIndex(of: "(") {
    let inside = detail[detail.index(after: open)...].dropLast().trimmed
    if isNote(String(inside)) {
      one.note = String(inside)
      detail = String(detail[..<open].trimmed)
    }
  }
  if detail.isEmpty { return }
  for phrase in ["representerar även ", "representerade även ", "företräder även ", "även för "] {
    if let range = detail.lowercased().firstRange(of: phrase) {
      let offset = detail.lowercased().distance(from: detail.lowercased().startIndex, to: range.lowerBound)
      let start = detail.index(detail.startIndex, offsetBy: offset)
      let proxy = detail[detail.index(start, offsetBy: phrase.count)...]
      one.alsoRepresents += proxy.split(separator: ",").flatMap { $0.split(separator: " och ") }.map { String($0.trimmed) }
      let before = String(detail[..<start]).trimmedPunctuation
      if !before.isEmpty { place(before, in: &one) }
      return
    }
  }
  if isNote(detail) {
    one.note = one.note.map { "\($0), \(detail)" } ?? detail
    return
  }
  if detail.contains(", ") {
    for part in detail.split(separator: ",") { place(String(part), in: &one) }
    return
  }
  let words = detail.words
  // "ordf. Beredning barn/unga": a role in another body.
  if words.count > 1, Names.isRole(words[0]) || words[0].lowercased() == "vice" || words[0].lowercased() == "v.",
    let start = (1..<words.count).first(where: { Names.isOrganisation(words[$0...].joined(separator: " ")) && words[$0].unicodeScalars.first!.properties.isUppercase })
  {
    // The role is the other body's, not this meeting's: it is kept whole.
    addRole(detail, to: &one)
    one.organisation = one.organisation ?? words[start...].joined(separator: " ")
    return
  }
  let isCapitalised = detail.unicodeScalars.first?.properties.isUppercase ?? false
  let isOrganisation =
    isCapitalised && !isTitle(detail) && (Names.isOrganisation(detail) || words.count <= 2 && !Names.isRole(detail))
  if isOrganisation, one.organisation == nil { one.organisation = detail } else { addRole(detail, to: &one) }
}

/// A capitalised title is still a title: "Tf. områdeschef Nära vård", "Samordnare".
private func isTitle(_ text: String) -> Bool {
  guard let first = text.words.first?.bare.lowercased() else { return false }
  return first == "tf" || first == "bitr" || Grammar.roleEndings.contains { first.hasSuffix($0) && first != "samråd" && !first.hasSuffix("rådet") && $0 != "råd" && $0 != "mar" && $0 != "mas" }
}

private func addRole(_ role: String, to one: inout Attendance) { one.role = one.role.map { "\($0), \(role)" } ?? role }

private func isNote(_ text: String) -> Bool {
  let key = text.lowercased()
  return ["del av", "deltar", "deltog", "§", "via ", "digitalt", "på distans", "ersätter ", "ersättare för", "tjänstgör", "t.o.m", "fr.o.m", "ärende ", "punkt ", "från kl", "till kl", "sen ankomst"]
    .contains { key.hasPrefix($0) }
}
