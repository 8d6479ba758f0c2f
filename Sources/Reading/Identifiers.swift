internal import Records

/// Lines that hold a personal identity number (personnummer, samordningsnummer): such a document is never published.
///
/// The rule is the Swedish tax agency's: year, month and day, where 60 added to the day marks a samordningsnummer, three
/// digits, and a check digit by the Luhn algorithm over the last ten.
func identifiers(in lines: [Line]) -> [LocatedProblem] {
  lines.compactMap { line in
    guard line.hints.contains(.digit), hasTenDigits(line.raw.utf8.span) else { return nil }
    return line.raw.words.contains(where: isIdentityNumber) ? (.identityNumber, line.number) : nil
  }
}

private func hasTenDigits(_ bytes: Span<UInt8>) -> Bool {
  var count = 0
  for i in bytes.indices where isDigit(bytes[i]) { count += 1 }
  return count >= 10
}

private func isIdentityNumber(_ word: Substring) -> Bool {
  let bare = word.bare
  guard bare.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }) else {
    return false
  }
  let all = bare.utf8.filter(isDigit).map { Int($0 - UInt8(ascii: "0")) }
  guard all.count == 10 || all.count == 12 else { return false }
  let digits = Array(all.suffix(10))
  let month = digits[2] * 10 + digits[3]
  let day = digits[4] * 10 + digits[5]
  guard (0...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else { return false }
  let sum = digits.enumerated().reduce(0) { sum, digit in
    let doubled = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
    return sum + doubled / 10 + doubled % 10
  }
  return sum % 10 == 0
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
