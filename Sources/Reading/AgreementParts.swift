internal import Records

/// A headed part of an agreement, as its parties and its time are told in parts of their own.
struct AgreementPart {
  /// In lower case and without its number; empty for what stands before the first heading.
  var title: String
  /// Its paragraphs, list items and table rows; a row of two cells is "label: value".
  var passages: [Passage]
}

/// The parts of an agreement, by its headings and its lines with a number and a few words: "8    Avtalstid".
func agreementParts(of lines: [Line]) -> [AgreementPart] {
  var parts = [AgreementPart(title: "", passages: [])]
  var paragraph: [String] = []
  var start = 0
  func close() {
    guard !paragraph.isEmpty else { return }
    parts[parts.count - 1].passages.append(
      Passage(kind: .paragraph, text: paragraph.joined(separator: "\n"), line: start))
    paragraph = []
  }
  for (index, line) in lines.enumerated() {
    if line.isBlank {
      close()
    } else if isOfNumberedList(index, in: lines) {
      close()
      parts[parts.count - 1].passages.append(
        Passage(kind: .listItem(depth: 1), text: withoutNumber(line.text), line: line.number))
    } else if line.isBold, !line.isHeading, Grammar.partyHeadings.contains(parts[parts.count - 1].title),
      Names.isOrganisation(line.text)
    {
      // "**Region Gran**" among the parties.
      close()
      parts[parts.count - 1].passages.append(Passage(kind: .listItem(depth: 1), text: line.text, line: line.number))
    } else if let title = heading(line) {
      close()
      parts.append(AgreementPart(title: title, passages: []))
    } else if line.text.hasPrefix("|") {
      close()
      let cells = tableCells(line.text).filter { !$0.isEmpty }
      let text = cells.count == 2 ? "\(cells[0].trimmedPunctuation): \(cells[1])" : cells.joined(separator: ", ")
      parts[parts.count - 1].passages.append(Passage(kind: .row, text: text, line: line.number))
    } else if line.hasBullet
      || paragraph.isEmpty == false && standsForItself(line, after: paragraph[paragraph.count - 1])
    {
      close()
      parts[parts.count - 1].passages.append(Passage(kind: .listItem(depth: 1), text: line.text, line: line.number))
    } else {
      if paragraph.isEmpty { start = line.number }
      paragraph.append(line.text)
    }
  }
  close()
  return parts
}

/// Names of organisations that stand under each other are no paragraph.
private func standsForItself(_ line: Line, after last: String) -> Bool {
  [line.text, last].allSatisfy {
    $0.hasAtMostWords(6) && !$0.hasSuffix(",") && Names.isOrganisation($0) && !$0.hasSuffix(".")
  }
}

/// "1. Gran kommun" straight over "2. Tall kommun": a list, where headings have their text between them.
private func isOfNumberedList(_ index: Int, in lines: [Line]) -> Bool {
  guard let number = ordinal(lines[index]) else { return false }
  return index + 1 < lines.count && ordinal(lines[index + 1]) == number + 1
    || index > 0 && ordinal(lines[index - 1]) == number - 1
}

/// 3 of "3. Gran kommun" and "3) Gran kommun".
private func ordinal(_ line: Line) -> Int? {
  guard !line.isHeading, !line.isBold, line.hints.contains(.digit), let number = line.text.words.first,
    number.utf8.last == UInt8(ascii: ".") || number.utf8.last == UInt8(ascii: ")")
  else { return nil }
  return Int(number.dropLast())
}

private func heading(_ line: Line) -> String? {
  if line.isHeading || line.isBold { return withoutNumber(line.text).lowercased().trimmedPunctuation }
  guard line.hints.contains(.digit), line.text.hasAtMostWords(10), !line.text.contains("...."),
    !line.text.hasSuffix("."),
    case let title = withoutNumber(line.text), title.utf8.count < line.text.utf8.count,
    title.unicodeScalars.first?.isCapital == true, findDates(in: line.text, after: nil).isEmpty
  else {
    let key = line.text.lowercased().trimmedPunctuation
    return Grammar.partyHeadings.contains(key) ? key : nil
  }
  return title.lowercased().trimmedPunctuation
}

/// "§ 2 Parter", "1.1 Parter", "8    Avtalstid"
func withoutNumber(_ text: String) -> String {
  let rest = text.drop { $0 == "§" || $0 == "." || $0 == ")" || $0 == " " || $0 == "\t" || $0.isASCII && $0.isNumber }
  return String(rest)
}
