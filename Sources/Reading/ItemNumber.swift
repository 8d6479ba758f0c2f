/// A line that may begin an agenda item: `§ 14 Title`, `14 § Title`, `14. Title`, `14) Title`, `2 b. Title`.
struct ItemNumber {
  /// The number without its letter.
  let value: Int
  /// As shown: "14", "2 b".
  let text: String
  /// What stands after the number; empty when the title is on the next line.
  let title: String
  /// The number is marked by `§` or stands in a heading, so the line is hardly part of a list.
  let isMarked: Bool

  init?(_ line: Line) {
    var rest = Substring(line.text)
    var hasSign = false
    while rest.first == "§" {
      rest = rest.dropFirst().trimmed
      hasSign = true
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count <= 4, let value = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    // "2 b." and "2b": a letter that is not the first of a word.
    var letter = ""
    let spaceless = rest.first == " " ? rest.dropFirst() : rest
    if let candidate = spaceless.first, candidate.isASCII, candidate.isLowercase {
      let after = spaceless.dropFirst().first
      if after == nil || after == "." || after == ")" || (after == " " && !hasSign && rest.first != " ") || (after == " " && hasSign && candidate != "i") {
        letter = String(candidate)
        rest = spaceless.dropFirst()
      }
    }
    var trimmed = rest.trimmed
    if !hasSign, trimmed.first == "§" {
      trimmed = trimmed.dropFirst().trimmed
      hasSign = true
    }
    var hasDelimiter = false
    if let mark = trimmed.first, mark == "." || mark == ")" || (mark == ":" && hasSign) {
      // "19.1 bilaga" and "10.00" are no items.
      if let next = trimmed.dropFirst().first, next.isNumber { return nil }
      trimmed = trimmed.dropFirst().trimmed
      hasDelimiter = true
    }
    guard hasSign || hasDelimiter || line.isHeading else { return nil }
    if !hasSign, !hasDelimiter, trimmed.isEmpty { return nil }
    if let first = trimmed.unicodeScalars.first, !(first.properties.isUppercase || first.properties.numericType != nil || first == "\"" || first == "”" || first == "–" || first == "-") {
      return nil
    }
    // A year or a date is no number of an item: "2023 beslutade ...", "20 september".
    if !hasSign, !hasDelimiter, Grammar.month[trimmed.words.first?.bare.lowercased() ?? ""] != nil || value > 999 { return nil }
    self.value = value
    text = letter.isEmpty ? "\(value)" : "\(value) \(letter)"
    title = String(trimmed.first == "–" || trimmed.first == "-" ? trimmed.dropFirst().trimmed : trimmed)
    isMarked = hasSign || line.isHeading || line.isBold
  }
}

/// Which lines begin the agenda items of minutes.
///
/// Headings and paragraph signs are believed. Plain numbered lines are items only where their numbers go on from the
/// item before; a run that starts again at 1 inside an item is a list of its own.
func itemStarts(in lines: [Line]) -> [(index: Int, number: ItemNumber)] {
  var candidates: [(index: Int, number: ItemNumber)] = []
  for (index, line) in lines.enumerated() where !line.isBlank && !line.hasBullet {
    if let number = ItemNumber(line) { candidates.append((index, number)) }
  }
  let marked = candidates.filter(\.number.isMarked)
  let usesMarks = marked.count >= 2
  var starts: [(index: Int, number: ItemNumber)] = []
  var listNumber: Int?
  for (position, candidate) in candidates.enumerated() {
    let number = candidate.number
    guard let last = starts.last?.number.value else {
      if !usesMarks || number.isMarked { starts.append(candidate) }
      continue
    }
    if usesMarks {
      let isNext = number.value == last + 1 && !marked.contains { $0.number.value == number.value }
      if number.isMarked ? number.value >= last : isNext && standsAlone(candidate.index, in: lines) {
        starts.append(candidate)
      }
      continue
    }
    if let inner = listNumber, number.value == inner + 1, number.value != last + 1 || goesOn(candidates, after: position, from: inner) {
      listNumber = number.value
      continue
    }
    if number.value == 1, last >= 1, !(number.text != "\(number.value)") {
      listNumber = 1
      continue
    }
    listNumber = nil
    // The next number, a letter beside the same, a repeated number, or a gap of a few.
    if (last...last + 3).contains(number.value) { starts.append(candidate) }
  }
  return starts
}

private func standsAlone(_ index: Int, in lines: [Line]) -> Bool {
  index == 0 || lines[index - 1].isBlank || ItemNumber(lines[index - 1]) != nil
}

/// An inner list that has come to the outer list's next number is still the inner one when that number comes again.
private func goesOn(_ candidates: [(index: Int, number: ItemNumber)], after position: Int, from inner: Int) -> Bool {
  candidates[(position + 1)...].contains { $0.number.value == inner + 1 }
}
