internal import Records

/// The lines without what a page prints round its text: page numbers, and headers and footers that come again.
///
/// What is taken out leaves a blank line, so that lines keep their numbers. The first header stays: it may be the only
/// place that names the body and the day.
func withoutFurniture(_ lines: [Line]) -> [Line] {
  var removed = Set(
    lines.indices.filter {
      lines[$0].hints.contains(.signature) && lines[$0].text.utf8.count < 40
        && Grammar.signingMarks.contains(lines[$0].text.lowercased().trimmedPunctuation)
        && !isOverSigner($0, in: lines)
    })
  var known: Set<String> = []
  for index in lines.indices where isPageNumber(lines[index]) {
    // The header or footer is the lines that stand together with the number, and the two lines beside it.
    var start = index
    while start > 0, index - start < 4, !lines[start - 1].isBlank { start -= 1 }
    var end = index + 1
    while end < lines.count, end - index < 5, !lines[end].isBlank { end += 1 }
    let block = start..<end
    let isFirst = lines[..<index].lazy.filter { !$0.isBlank }.prefix(12).count < 12
    for place in block where !lines[place].isHeading {
      let key = withoutDigits(lines[place].text)
      let namesMore = isFirst && columns(of: lines[place].raw).count > 1 && !known.contains(key)
      if place == index && lines[index].text.words.count <= 4 && !namesMore || known.contains(key)
        || !isFirst && isPageNumber(lines[place])
      {
        removed.insert(place)
      }
      known.insert(key)
    }
  }
  removeRepeatedHead(lines, &removed)
  guard !removed.isEmpty else { return lines }
  // Where a page ended in the middle of a list or a sentence, the lines before and after belong together.
  var out: [Line] = []
  var index = 0
  while index < lines.count {
    guard removed.contains(index) || lines[index].isBlank else {
      out.append(lines[index])
      index += 1
      continue
    }
    var end = index
    while end < lines.count, removed.contains(end) || lines[end].isBlank { end += 1 }
    let isPageEnd = (index..<end).contains { removed.contains($0) }
    let goesOn = out.last.map { !$0.isHeading && !".:;!?".contains($0.text.last ?? ".") } ?? false
    if !isPageEnd || !goesOn { out += lines[index..<end].map { Line(number: $0.number, raw: "") } }
    index = end
    // "bör göras" and, on the next page, "senast den 30 september.": the rest of the paragraph is of the same line.
    // Lines of a narrow column stay apart.
    guard isPageEnd, goesOn, end < lines.count, !lines[end].hasBullet,
      out.suffix(2).contains(where: { $0.raw.trimmed.utf8.count >= 70 }),
      lines[end].text.unicodeScalars.first?.properties.isLowercase == true, let last = out.last,
      !["att ", "dels "].contains(where: lines[end].text.hasPrefix)
    else { continue }
    while index < lines.count, !removed.contains(index), !lines[index].isBlank, !lines[index].hasBullet,
      !lines[index].isHeading, ItemNumber(lines[index]) == nil
    { index += 1 }
    out[out.count - 1] = Line(
      number: last.number,
      raw: Substring(([last.raw] + lines[end..<index].map { $0.raw.trimmed }).joined(separator: " ")))
  }
  return out
}

/// "Justerande" over a line to sign on, with the name below it.
private func isOverSigner(_ index: Int, in lines: [Line]) -> Bool {
  guard lines[index].text.lowercased().trimmedPunctuation == "justerande" else { return false }
  let below = lines[(index + 1)...].lazy.filter { !$0.isBlank }.prefix(2)
  guard let first = below.first else { return false }
  return isDotted(first.text) && below.dropFirst().first.map { Names.isPerson(readName($0.text).name) } ?? false
    || Names.isPerson(readName(first.text).name)
}

/// `3 (7)`, `3(7)`, `Sida 3 av 7`, alone or at the end of a line after a gap.
private func isPageNumber(_ line: Line) -> Bool {
  // "Ada Ek (S)" ends in a bracket too, with no number in it.
  guard line.hints.contains(.digit), let last = line.text.utf8.last,
    last == UInt8(ascii: ")") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
  else { return false }
  let lower = line.text.lowercased()
  if lower.hasPrefix("sida "), lower.words.count <= 4 { return true }
  guard let part = columns(of: line.raw).last else { return false }
  let digits = part.filter { $0 != " " }
  let numbers = digits.split(whereSeparator: { $0 == "(" || $0 == ")" || $0 == "/" })
  let isCount =
    numbers.count == 2 && digits.contains("(") && digits.hasSuffix(")") && numbers.allSatisfy { Int($0) != nil }
  return isCount && (part == line.text || columns(of: line.raw).count > 1 || line.text.words.count <= 4)
}

private func withoutDigits(_ text: String) -> String {
  var bytes = Array(text.utf8)
  bytes.removeAll { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  return nameKey(String(decoding: bytes, as: UTF8.self))
}

/// How many bytes of letters: what `withoutDigits` makes one has as many.
private func letters(in text: String) -> Int {
  let bytes = text.utf8.span
  return bytes.indices.count { bytes.isLetter(at: $0) }
}

/// Two or more different lines together that are lines of the document's own head, come again further down. One sentence
/// after another with other figures in it is text.
private func removeRepeatedHead(_ lines: [Line], _ removed: inout Set<Int>) {
  let head = lines.lazy.filter { !$0.isBlank }.prefix(8)
  let keys = Set(head.map { withoutDigits($0.text) }.filter { $0.count > 5 })
  let lengths = Set(head.map { letters(in: $0.text) })
  let longest = (head.map(\.text.utf8.count).max() ?? 0) + 20
  let after = head.last?.number ?? 0
  var run: [(index: Int, key: String)] = []
  func close(_ removed: inout Set<Int>) {
    if Set(run.map(\.key)).count >= 2 { removed.formUnion(run.map(\.index)) }
    run = []
  }
  for index in lines.indices where lines[index].number > after {
    if lines[index].isBlank { continue }
    if lines[index].text.utf8.count < longest, lengths.contains(letters(in: lines[index].text)),
      case let key = withoutDigits(lines[index].text), keys.contains(key), !lines[index].isHeading,
      ItemNumber(lines[index]) == nil, !lines[index].text.hasPrefix("|")
    {
      run.append((index, key))
    } else {
      close(&removed)
    }
  }
  close(&removed)
}
