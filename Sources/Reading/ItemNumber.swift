internal import Records

/// A line that may begin an agenda item: `§ 14 Title`, `14 § Title`, `14. Title`, `14) Title`, `2 b. Title`,
/// `**14 Title**`, `Punkt 14: Title`, `KS § 14 Title`.
struct ItemNumber {
  /// The number without its letter.
  let value: Int
  /// As shown: "14", "2 b".
  let text: String
  /// What stands after the number; empty when the title is on the next line.
  let title: String
  /// The number is marked by `§` or stands in a heading, so the line is hardly part of a list.
  let isMarked: Bool
  let hasSign: Bool

  /// - Parameter isBare: Also a number without any mark, as in "4 Skyltar".
  init?(_ line: Line, isBare: Bool = false) {
    guard Self.mayStand(in: line.text.utf8.span) else { return nil }
    var rest = Substring(line.text)
    var hasSign = false
    // "KS § 3", "AU § 12": the body's initials.
    let beginsWithNumber = rest.utf8.first.map { $0 < UInt8(ascii: "A") || $0 == 0xC2 } ?? true
    let initials = beginsWithNumber ? "" : rest.prefix { $0.isLetter }
    if (1...6).contains(initials.count), rest.dropFirst(initials.count).trimmed.first == "§",
      initials.first?.isUppercase == true, initials != "Se",
      initials.utf8.count <= 3 || initials.allSatisfy(\.isUppercase)
    {
      rest = rest.dropFirst(initials.count).trimmed
    }
    // "Punkt 4 Skyltar"
    var isNamed = false
    if !initials.isEmpty,
      ["Punkt", "Ärende", "PUNKT", "ÄRENDE", "Paragraf", "PARAGRAF", "Dagordningspunkt", "Ärendepunkt"].contains(
        initials),
      case let after = rest.dropFirst(initials.count), after.first == " ",
      after.trimmed.first.map({ $0.isASCII && $0.isNumber }) ?? false
    {
      rest = after.trimmed
      isNamed = true
    }
    while rest.first == "§" {
      rest = rest.dropFirst().trimmed
      hasSign = true
    }
    // A line of a table of contents.
    if line.text.contains("....") { return nil }
    // "§ l8", "§ 2O" of a scan.
    if hasSign, let first = rest.utf8.first,
      first == UInt8(ascii: "l") || rest.utf8.dropFirst().first == UInt8(ascii: "O"),
      case let number = rest.prefix(while: { $0.isNumber || $0 == "l" || $0 == "O" }),
      number.contains(where: \.isNumber)
    {
      rest = Substring(
        number.map { $0 == "l" ? "1" : $0 == "O" ? "0" : String($0) }.joined() + rest.dropFirst(number.count))
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count <= 4, let value = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    // "§§ 3-5"
    var span = ""
    if hasSign, let dash = rest.first, dash == "-" || dash == "–" {
      let last = rest.dropFirst().prefix { $0.isNumber }
      if !last.isEmpty {
        span = "-\(last)"
        rest = rest.dropFirst(1 + last.count)
      }
    }
    // "§ 10/2019"
    if hasSign, rest.first == "/" {
      let year = rest.dropFirst().prefix { $0.isNumber }
      if year.count == 4 || year.count == 2 {
        span = "/\(year)"
        rest = rest.dropFirst(1 + year.count)
      }
    }
    // "2 b." and "2b": a letter that is not the first of a word.
    var letter = ""
    let spaceless = rest.first == " " ? rest.dropFirst() : rest
    if let candidate = spaceless.first, candidate.isASCII, candidate.isLowercase {
      let after = spaceless.dropFirst().first
      if after == nil || after == "." || after == ")" || (after == " " && !hasSign && rest.first != " ")
        || (after == " " && hasSign && candidate != "i")
      {
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
    if let mark = trimmed.first, mark == "." || mark == ")" || (mark == ":" && (hasSign || isNamed)) {
      // "19.1 bilaga" and "10.00" are no items.
      if let next = trimmed.dropFirst().first, next.isNumber { return nil }
      trimmed = trimmed.dropFirst().trimmed
      hasDelimiter = true
    }
    guard hasSign || hasDelimiter || line.isHeading || line.isBold || isBare else { return nil }
    if !hasSign, !hasDelimiter, trimmed.isEmpty { return nil }
    if let first = trimmed.unicodeScalars.first,
      !(first.isCapital || first.properties.numericType != nil || first == "\"" || first == "”"
        || first == "–" || first == "-" || trimmed.utf8.dropFirst().first == UInt8(ascii: "-")
        || trimmed.unicodeScalars.dropFirst().first?.isCapital ?? false)
    {
      return nil
    }
    // A year or a date is no number of an item: "2023 beslutade ...", "20 september".
    if !hasSign, !hasDelimiter, Grammar.month[trimmed.words.first?.bare.lowercased() ?? ""] != nil || value > 999 {
      return nil
    }
    self.value = value
    text = "\(value)\(span)" + (letter.isEmpty ? "" : " \(letter)")
    title = String(trimmed.first == "–" || trimmed.first == "-" ? trimmed.dropFirst().trimmed : trimmed)
    isMarked = hasSign || line.isHeading || line.isBold
    self.hasSign = hasSign
  }

  /// A digit or a paragraph sign, at the start or after at most four letters.
  private static func mayStand(in text: Span<UInt8>) -> Bool {
    for i in 0..<min(text.count, 18) {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[i]) || text[i] == 0xC2 { return true }
      if !text.isLetter(at: i), text[i] != UInt8(ascii: " ") { return false }
    }
    return false
  }
}
