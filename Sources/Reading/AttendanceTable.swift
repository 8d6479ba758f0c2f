internal import Records

func tableCells(_ row: String) -> [String] {
  var cells = row.split(separator: "|", omittingEmptySubsequences: false).map { String($0.trimmed) }
  if cells.first == "" { cells.removeFirst() }
  if cells.last == "" { cells.removeLast() }
  return cells
}

/// A row of an attendance table, its cells told by the header or by their shape.
func readRow(_ line: Line, header: [String], _ run: AttendanceRun) -> [Attendance] {
  let cells = tableCells(line.text)
  if let people = peopleInColumns(cells, line, run) { return people }
  let header = header.map { $0.lowercased() }
  guard let nameCell = cells.firstIndex(where: { Names.isPerson(readName($0).name) }) else { return [] }
  let parts = readName(cells[nameCell])
  var one = Attendance(name: parts.name, status: run.label.status, group: run.label.group, line: line.number)
  one.party = parts.party
  for detail in parts.details { place(detail, in: &one) }
  if hasStruckCell(line) { one.status = .absent }
  /// Who serves in the place of one who was not there.
  var substitute: Attendance?
  for (index, cell) in cells.enumerated() where index != nameCell {
    let heading = index < header.count ? header[index] : ""
    if cell.isEmpty, !heading.hasPrefix("närv") { continue }
    if ["närvarande", "frånvarande"].contains(cell.lowercased()) {
      if cell.lowercased() == "frånvarande" { one.status = .absent }
    } else if heading.hasPrefix("parti") {
      if substitute == nil { one.party = cell.uppercased() } else { substitute?.party = cell.uppercased() }
    } else if heading.isEmpty, let found = party(cell), cell.count <= 4, cell.allSatisfy(\.isUppercase) {
      one.party = found
    } else if heading.contains("n/f") || heading.contains("närv") && heading.contains("/f") {
      // "N" for närvarande, "F" for frånvarande
      if cell.lowercased().hasPrefix("f") { one.status = .absent }
    } else if heading.hasPrefix("närv") || heading.hasPrefix("frånv") {
      let isMarked = !["", "-", "–", "nej", "frånvarande", "förhinder", "förhindrad", "ej", "nej", "n"].contains(
        cell.lowercased())
      if isMarked == heading.hasPrefix("frånv") { one.status = .absent }
    } else if heading.hasPrefix("roll") || heading.hasPrefix("uppdrag") || heading.hasPrefix("funktion")
      || heading.hasPrefix("titel")
    {
      // A cell may hold a proxy beside the role.
      for part in cell.split(separator: ",").map({ String($0.trimmed) }) {
        if part.lowercased().contains("även ") || isNote(part) {
          place(part, in: &one)
        } else {
          addRole(part, to: &one)
        }
      }
    } else if heading.hasPrefix("ersättare") || heading.hasPrefix("tjänstgör") {
      one.note = one.note.map { "\($0), ersättare: \(cell)" } ?? "ersättare: \(cell)"
      if heading.contains("tjänstgör"), case let name = readName(cell), Names.isPerson(name.name) {
        substitute = Attendance(name: name.name, status: .present, group: run.label.group, line: line.number)
        substitute?.party = name.party
        substitute?.note = "ersätter \(one.name)"
      }
    } else {
      place(cell, in: &one)
    }
  }
  if let role = one.role?.lowercased() {
    if role.contains("frånvarande") || role.contains("förhindrad") { one.status = .absent }
    if role.contains("adjungerad") { one.group = .coopted }
    if role.contains("tjänsteperson") || role.contains("sekreterare") && !role.contains(",") && one.organisation == nil
    {
      one.group = .official
    }
  }
  return [one] + (one.status == .absent ? [substitute].compactMap(\.self) : [])
}

/// A row of `| Närvarande | Frånvarande |` or `| Gran | Tall |`: each cell a person, of whom the heading of the column
/// says the rest.
private func peopleInColumns(_ cells: [String], _ line: Line, _ run: AttendanceRun) -> [Attendance]? {
  let keys = run.header.map { $0.trimmedPunctuation.lowercased() }
  let filled = cells.indices.filter { !cells[$0].isEmpty }
  guard keys.count >= 2, filled.allSatisfy({ $0 < keys.count && Names.isPerson(readName(cells[$0]).name) }),
    keys.allSatisfy({ key in !key.isEmpty && !["ersätt", "tjänstgör", "representant"].contains(where: key.hasPrefix) }),
    keys.allSatisfy({ listOfPeople($0) != nil })
      || keys.allSatisfy({ $0.first?.isLetter ?? false && $0.hasAtMostWords(3) && !Grammar.columnHeadings.contains($0) }
      )
  else { return nil }
  return filled.map { place in
    let (parts, label) = (readName(cells[place]), listOfPeople(keys[place]))
    var one = Attendance(
      name: parts.name, status: label?.status ?? run.label.status, group: label?.group ?? run.label.group,
      line: line.number)
    one.party = parts.party
    for detail in parts.details { Reading.place(detail, in: &one) }
    if label == nil, case let heading = run.header[place].trimmedPunctuation {
      if Names.isRole(heading) { addRole(heading, to: &one) } else { one.organisation = one.organisation ?? heading }
    }
    return one
  }
}

private func hasStruckCell(_ line: Line) -> Bool { line.raw.contains("<del>") || line.raw.contains("~~") }
