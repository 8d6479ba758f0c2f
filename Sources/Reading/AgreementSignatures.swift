internal import Records

/// Who an agreement names at its end, with role and day: in the order of the page, also where the parties sign in
/// columns beside each other.
///
///     Granby 2018-11-06                 Tallby 2018-11-12
///     ............................      ............................
///     Ada Ek                            Bo Lind
///     Regionstyrelsens ordförande       Kommunstyrelsens ordförande
///
/// A printed name is no proof that anybody signed: nothing but what the page says is read from it.
func agreementSignatures(in lines: [Line]) -> [Signature] {
  let printed = cutSignatures(lines, of: .agreement)
  if !printed.signatures.isEmpty { return printed.signatures }
  let rows = signingRows(in: lines)
  guard rows.contains(where: { row in row.parts.contains { $0.isEvidence } }) else { return [] }
  let width = rows.map(\.parts.count).max() ?? 0
  let isDatedFirst = isDatedBeforeNames(rows)
  var columns = [SigningColumn](repeating: SigningColumn(), count: width)
  for row in rows {
    let first = row.parts.count == 1 && row.isSetIn && width > 1 ? 1 : 0
    for (place, part) in row.parts.enumerated() {
      // One day over all the columns is that of all.
      let isShared = row.parts.count == 1 && !row.isSetIn
      for column in columns.indices where column == first + place || isShared && part.isDay {
        columns[column].add(part, line: row.line, isDatedFirst: isDatedFirst)
      }
    }
  }
  // One day over all who sign below each other is that of all; over a party it is that party's, and a place for another
  // day that nobody filled in is nobody's.
  let days = rows.flatMap(\.parts).compactMap { part in if case .day(let day) = part { day } else { nil } }
  let head = rows.prefix { !$0.parts.contains(where: \.isName) }
  if days.count == 1, isDatedFirst, width == 1, !head.contains(where: { $0.parts.contains(where: \.isParty) }),
    !rows.dropFirst(head.count).contains(where: { $0.parts.contains(where: \.isOpening) })
  {
    for index in columns[0].signers.indices { columns[0].signers[index].date = days[0] }
  }
  return columns.flatMap(\.signers).filter { $0.role != nil || $0.date != nil }.sorted { $0.line < $1.line }
}

/// A piece of a line of the block.
private enum SigningPart {
  case day(CalendarDate), name(String, role: String?), role(String), party(isOver: Bool), line, opening

  /// Shows that the names are there to sign.
  var isEvidence: Bool {
    switch self {
    case .day, .line, .opening: true
    case .name, .role, .party: false
    }
  }
  var isDay: Bool { if case .day = self { true } else { false } }
  var isParty: Bool { if case .party = self { true } else { false } }
  /// "För Region Gran" over those who sign for it, and a label.
  var isOpening: Bool {
    switch self {
    case .opening, .party(isOver: true): true
    default: false
    }
  }
  var isName: Bool { if case .name = self { true } else { false } }
}

private struct SigningRow {
  var parts: [SigningPart]
  var line: Int
  /// Its only part stands in the second column.
  var isSetIn: Bool
}

/// The signers of one column.
private struct SigningColumn {
  var signers: [Signature] = []
  private var day: CalendarDate?
  /// Somebody has signed below the day.
  private var isDayUsed = false
  /// Of a role or a day that stands before the name that it belongs to.
  private var role: String?

  mutating func add(_ part: SigningPart, line: Int, isDatedFirst: Bool) {
    switch part {
    case .day(let date):
      if isDatedFirst {
        (day, isDayUsed) = (date, false)
      } else if let last = signers.indices.last, signers[last].date == nil {
        signers[last].date = date
      }
    case .name(let name, let own):
      signers.append(Signature(name: name, role: own ?? role, time: nil, date: isDatedFirst ? day : nil, line: line))
      (role, isDayUsed) = (nil, true)
    case .role(let text):
      if let last = signers.indices.last, signers[last].role == nil {
        signers[last].role = text
      } else {
        role = text
      }
    case .party, .opening:
      // The next party's day is its own.
      if isDayUsed { day = nil }
      role = nil
    case .line: return
    }
  }
}

private func isDatedBeforeNames(_ rows: [SigningRow]) -> Bool {
  let day = rows.firstIndex { $0.parts.contains(where: \.isDay) } ?? rows.count
  let name = rows.firstIndex { $0.parts.contains(where: \.isName) } ?? rows.count
  return day < name
}

/// The lines of the block: under the heading that names it, else those at the end that hold nothing else.
private func signingRows(in lines: [Line]) -> [SigningRow] {
  if let heading = lines.lastIndex(where: { line in
    line.hints.contains(.signature) && line.text.hasAtMostWords(4)
      && Grammar.signingHeadings.contains(withoutNumber(line.text).trimmedPunctuation.lowercased())
  }) {
    let rows = lines[heading...].filter { !$0.isBlank }.dropFirst()
    let read = rows.prefix { parts(of: $0) != nil }
    if !read.isEmpty { return [SigningRow(parts: [.opening], line: lines[heading].number, isSetIn: false)] + row(read) }
    // "Avtalet har upprättats i två exemplar ..." may stand between.
    let prose = rows.prefix(6).prefix { parts(of: $0) == nil }
    let below = row(rows.dropFirst(prose.count).prefix { parts(of: $0) != nil })
    if below.contains(where: { $0.parts.contains(where: \.isName) }) { return below }
  }
  let tail = lines.reversed().prefix { $0.isBlank || parts(of: $0) != nil }
  return row(tail.reversed().filter { !$0.isBlank })
}

private func row(_ lines: some Sequence<Line>) -> [SigningRow] {
  lines.compactMap { line in
    parts(of: line).map {
      SigningRow(parts: $0, line: line.number, isSetIn: line.raw.prefix { $0 == " " }.count > 20)
    }
  }
}

/// Nil for a line that holds anything but what is signed with.
private func parts(of line: Line) -> [SigningPart]? {
  let text = line.isHeading || line.isBold ? Substring(line.text) : line.raw
  let cells = text.hasPrefix("|") ? tableCells(String(text)).filter { !$0.isEmpty } : columns(of: text)
  let parts = cells.map { part(of: $0) }
  return parts.contains { $0 == nil } || parts.count > 4 ? nil : parts.compactMap(\.self)
}

private func part(of text: String) -> SigningPart? {
  let text = String(text.filter { $0 != "*" && $0 != "\\" }.trimmed)
  if text.isEmpty || isDotted(text) || text.allSatisfy({ "-_:| .".contains($0) }) { return .line }
  let key = text.lowercased().trimmedPunctuation
  if Grammar.signingHeadings.contains(key) || Grammar.signingLabels.contains(key) { return .opening }
  // "Namnförtydligande: Ada Ek", "Datum: 2018-11-06"
  if let (label, value) = labelled(text), Grammar.signingLabels.contains(label) {
    return value.isEmpty ? .opening : part(of: value)
  }
  guard text.hasAtMostWords(10), !text.hasSuffix(".") else { return nil }
  if let day = dayOfSigning(text) { return .day(day) }
  if text.hasPrefix("För "), case let side = text.dropFirst(4),
    side.unicodeScalars.first?.isCapital == true || Grammar.sides.contains(side.trimmedPunctuation)
  {
    return .party(isOver: true)
  }
  if Names.isPerson(text) { return .name(text, role: nil) }
  let pieces = text.split(separator: ",").map { String($0.trimmed) }
  if pieces.count > 1, Names.isPerson(pieces[0]), Names.isRole(pieces[1]) { return .name(pieces[0], role: pieces[1]) }
  // "Regionstyrelsens ordförande, Region Gran"
  if isOffice(pieces[0]), pieces[0].hasAtMostWords(6), pieces.dropFirst().allSatisfy({ Names.isOrganisation($0) }) {
    return .role(pieces[0])
  }
  // "Ordförande, regionstyrelsen"
  if pieces.count == 2, isOffice(pieces[0]), hasBodyWord(pieces[1]) { return .role(text) }
  return Names.isOrganisation(text) && text.hasAtMostWords(6) ? .party(isOver: false) : nil
}

private func isOffice(_ text: String) -> Bool {
  Names.isRole(text) || text.words.last.map { Names.isTitle($0) } ?? false
}

/// "Granby den 6 november 2018", "2018-11-06"
func dayOfSigning(_ text: String) -> CalendarDate? {
  let words = text.words
  guard let date = findDates(in: words, after: nil).first(where: \.hasYear), date.words.upperBound == words.count,
    words[..<date.words.lowerBound].allSatisfy({ $0 == "den" || $0.unicodeScalars.first?.isCapital ?? false })
  else { return nil }
  return date.date
}
