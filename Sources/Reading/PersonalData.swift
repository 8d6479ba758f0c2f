package import Records

/// Something in a text that tells of a person what must not be public, or not without a decision.
package struct PersonalData: Hashable, Sendable {
  package var kind: PersonalDataKind
  /// In bytes, from the start of the text.
  package var place: Range<Int>
}

/// What must not be public in the bytes of a document, save what is a function's; and the addresses and numbers that a
/// decision lets stand.
func personalData(
  in text: ArraySlice<UInt8>, path: String, _ roleAddresses: Set<String>, _ exceptions: [PersonalDataException],
  roster: () -> Set<String>
) -> (diagnostics: [Diagnostic], excepted: [String]) {
  let found = personalData(in: text.span).merged(with: personalHints(in: text.span, roster: roster))
  var diagnostics: [Diagnostic] = []
  var excepted: [String] = []
  var (line, start, offset) = (1, 0, 0)
  for one in found {
    while offset < one.place.lowerBound {
      if text[text.startIndex + offset] == UInt8(ascii: "\n") { (line, start) = (line + 1, offset + 1) }
      offset += 1
    }
    let written = roleAddress(
      String(decoding: text.dropFirst(one.place.lowerBound).prefix(one.place.count), as: UTF8.self))
    if roleAddresses.contains(written) { continue }
    if !one.kind.isAlwaysRefused, exceptions.contains(where: { $0.kind == one.kind }) {
      if !one.kind.isHint { excepted.append(written) }
      continue
    }
    diagnostics.append(
      Diagnostic(
        .personalData(one.kind), at: SourceLocation(path: path, line: line, column: one.place.lowerBound - start + 1)))
  }
  return (diagnostics, excepted)
}

extension [PersonalData] {
  /// Both in the order of the text; what is a part of something worse is told as that.
  func merged(with hints: [PersonalData]) -> [PersonalData] {
    if hints.isEmpty { return self }
    var merged: Self = []
    var rest = self[...]
    for hint in hints {
      while let next = rest.first, next.place.lowerBound < hint.place.upperBound { merged.append(rest.removeFirst()) }
      if merged.last.map({ !$0.place.overlaps(hint.place) }) ?? true { merged.append(hint) }
    }
    return merged + rest
  }
}

extension Site {
  /// The addresses of functions, as they are compared: those listed, and those by which the site is reached.
  package var knownRoleAddresses: Set<String> {
    var known = Set(roleAddresses.map(roleAddress))
    let contact = Array((contact ?? "").utf8)
    for one in personalData(in: contact.span) {
      known.insert(roleAddress(String(decoding: contact[one.place], as: UTF8.self)))
    }
    return known
  }
}

/// An address as it is compared: lower case; of a telephone number the digits, without the country's.
package func roleAddress(_ text: String) -> String {
  if text.contains("@") { return text.lowercased() }
  var digits = text.filter { $0.isASCII && $0.isNumber }
  if digits.hasPrefix("0046") { digits.removeFirst(2) }
  return digits.hasPrefix("46") ? "0" + digits.dropFirst(2) : digits
}

/// The personal data in a text, in its order.
///
/// Rules, in the order of `PersonalDataKind`: the tax agency's for identity numbers (SKV 704: year, month and day, where
/// 60 added to the day marks a samordningsnummer and the month may be 00, three digits or a letter of an interim number
/// and two, and a check digit by the Luhn algorithm over the last ten); those of the health services for reserve numbers;
/// addresses, identifiers and numbers by their shape. One pass; only digits, letters a to f and a few signs are looked at.
package func personalData(in text: Span<UInt8>) -> [PersonalData] {
  var found: [PersonalData] = []
  var i = 0
  while i < text.count {
    let byte = text[i]
    let hit: PersonalData?
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // A number is looked at once, from its first digit.
      if i > 0, text.isWord(at: i - 1) {
        hit = nil
      } else {
        hit =
          identity(in: text, at: i) ?? reserve(in: text, at: i) ?? identifier(in: text, at: i) ?? address(
            in: text, at: i)
          ?? telephone(in: text, at: i)
      }
    case UInt8(ascii: "+"): hit = telephone(in: text, at: i)
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      hit = i > 0 && text.isWord(at: i - 1) ? nil : identifier(in: text, at: i)
    case UInt8(ascii: "@"): hit = email(in: text, at: i, sign: 1)
    case UInt8(ascii: "("), UInt8(ascii: "["): hit = writtenEmail(in: text, at: i)
    case UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "t"), UInt8(ascii: "z"),
      UInt8(ascii: "L"), UInt8(ascii: "M"), UInt8(ascii: "P"), UInt8(ascii: "T"), UInt8(ascii: "Z"):
      hit = i > 0 && text.isWord(at: i - 1) ? nil : meetingLink(in: text, at: i)
    default: hit = nil
    }
    if let hit {
      found.append(hit)
      i = max(i + 1, hit.place.upperBound)
    } else {
      // Nothing begins inside a word.
      i = max(i + 1, text.endOfWord(from: i))
    }
  }
  return found
}

// MARK: Identity numbers

/// `850709-1234`, `19850709 1234`, `8507091234`, `850709 – T123` and the like.
private func identity(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  let run = text.digits(from: start)
  let date: Int
  var tail: Int
  switch run {
  case 10, 12:
    date = run - 4
    tail = start + date
  case 6, 8:
    date = run
    tail = text.afterSeparator(from: start + run)
  default: return nil
  }
  if date == 8 {
    let century = text.number(start..<start + 2)
    guard (18...20).contains(century) else { return nil }
  }
  guard tail + 4 <= text.count, text.digits(from: tail + 1) >= 3,
    text.isDigit(at: tail) || "TRSUWXJKLMN".utf8.contains(text[tail]),
    tail + 4 == text.count || !text.isWord(at: tail + 4)
  else { return nil }
  let year = start + date - 6
  guard isBirthday(month: text.number(year + 2..<year + 4), day: text.number(year + 4..<year + 6)) else { return nil }
  var sum = 0
  for (position, index) in (Array(year..<year + 6) + Array(tail..<tail + 4)).enumerated() {
    let digit = text.isDigit(at: index) ? Int(text[index] - UInt8(ascii: "0")) : 1
    let doubled = position % 2 == 0 ? digit * 2 : digit
    sum += doubled / 10 + doubled % 10
  }
  return PersonalData(kind: sum % 10 == 0 ? .identityNumber : .likeIdentityNumber, place: start..<tail + 4)
}

/// Sixty is added to the day of a samordningsnummer, whose day and month may be 00.
private func isBirthday(month: Int, day: Int) -> Bool {
  if day >= 60 { return day <= 91 && month <= 12 }
  return (1...12).contains(month) && (1...[31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]).contains(day)
}

/// `99850709-1234` of Stockholm, and a day with letters after it, as other regions write.
private func reserve(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  let run = text.digits(from: start)
  guard run == 6 || run == 8 || run == 12 else { return nil }
  var tail = start + min(run, 8)
  if run < 12, tail < text.count, text[tail] == UInt8(ascii: "-") { tail += 1 }
  guard tail + 4 <= text.count, tail + 4 == text.count || !text.isWord(at: tail + 4) else { return nil }
  var letters = 0
  for i in tail..<tail + 4 {
    if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[i]) {
      letters += 1
    } else if !text.isDigit(at: i) {
      return nil
    }
  }
  let isStockholm = run != 6 && text.number(start..<start + 2) == 99 && letters == 0
  let day = start + min(run, 8) - 6
  let isOther =
    run < 12 && letters > 0 && (run == 6 || (18...20).contains(text.number(start..<start + 2)))
    && isBirthday(month: text.number(day + 2..<day + 4), day: text.number(day + 4..<day + 6))
  return isStockholm || isOther ? PersonalData(kind: .reserveNumber, place: start..<tail + 4) : nil
}

// MARK: Identifiers and addresses

/// 32 to 64 hexadecimal digits, or a UUID: what signing services give people and documents.
private func identifier(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  var i = start
  var letters = 0
  while i < text.count, text.isHexadecimal(at: i) {
    if !text.isDigit(at: i) { letters += 1 }
    i += 1
  }
  if i - start == 8 {
    for length in [4, 4, 4, 12] {
      guard i < text.count, text[i] == UInt8(ascii: "-") else { return nil }
      let part = i + 1
      i = part
      while i < text.count, text.isHexadecimal(at: i) { i += 1 }
      guard i - part == length else { return nil }
    }
  } else if !(32...64).contains(i - start) || letters == 0 {
    return nil
  }
  guard i == text.count || !text.isWord(at: i) else { return nil }
  return PersonalData(kind: .identifier, place: start..<i)
}

/// `192.168.10.20`, but not the number of a section: `3.1.2.1`.
private func address(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  if start > 0, text[start - 1] == UInt8(ascii: ".") { return nil }
  var i = start
  var long = 0
  for part in 0..<4 {
    let count = text.digits(from: i)
    guard (1...3).contains(count), text.number(i..<i + count) <= 255 else { return nil }
    if count > 1 { long += 1 }
    i += count
    guard part == 3 || i < text.count && text[i] == UInt8(ascii: ".") else { return nil }
    if part < 3 { i += 1 }
  }
  let goesOn = i < text.count && (text.isWord(at: i) || text[i] == UInt8(ascii: ".") && text.digits(from: i + 1) > 0)
  return long >= 2 && !goesOn ? PersonalData(kind: .networkAddress, place: start..<i) : nil
}

private func email(in text: Span<UInt8>, at sign: Int, sign length: Int) -> PersonalData? {
  var start = sign
  while start > 0, text.isLocal(at: start - 1) { start -= 1 }
  var end = sign + length
  var dot: Int?
  while end < text.count, text.isDomain(at: end) || text[end] == UInt8(ascii: ".") {
    if text[end] == UInt8(ascii: ".") {
      guard end + 1 < text.count, text.isDomain(at: end + 1) else { break }
      dot = end
    }
    end += 1
  }
  guard start < sign, dot != nil else { return nil }
  return PersonalData(kind: isPrivate(text, sign + length..<end) ? .privateEmail : .email, place: start..<end)
}

/// The domain of a provider that gives addresses to everybody, in whichever country.
private func isPrivate(_ text: Span<UInt8>, _ domain: Range<Int>) -> Bool {
  privateProviders.contains { provider in
    domain.count > provider.count && text[domain.lowerBound + provider.count] == UInt8(ascii: ".")
      && provider.indices.allSatisfy { text.lowerCase(at: domain.lowerBound + $0) == provider[$0] }
  }
}

private let privateProviders = [
  "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "yahoo", "aol", "protonmail",
  "proton", "telia", "comhem", "bredband", "spray", "passagen",
].map { Array($0.utf8) }

/// `namn(at)kommun.example`, `namn [snabel-a] kommun.example`
private func writtenEmail(in text: Span<UInt8>, at bracket: Int) -> PersonalData? {
  for sign in ["(at)", "[at]", "(snabel-a)", "[snabel-a]", "(a)", "[a]"] {
    let bytes = sign.utf8.span
    guard text.holds(bytes, at: bracket) else { continue }
    let hasSpace = bracket > 0 && text[bracket - 1] == UInt8(ascii: " ")
    let before = hasSpace ? bracket - 1 : bracket
    let after = bracket + bytes.count
    let goesOn = after < text.count && text[after] == UInt8(ascii: " ") ? 1 : 0
    return email(in: text, at: before, sign: after + goesOn - before)
  }
  return nil
}

/// Swedish numbers: `070-123 45 67`, `+46 90 12 34 56`, `090-12 34 56`. Never digits without a mark after the area code,
/// except a mobile's: those are case numbers.
private func telephone(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  if start > 0, text.isWord(at: start - 1) || text[start - 1] == UInt8(ascii: "-") { return nil }
  var i = start
  if text.holds("+46".utf8.span, at: i) || text.holds("0046".utf8.span, at: i) {
    i += text[i] == UInt8(ascii: "+") ? 3 : 4
    if i < text.count, text.isGap(at: i) { i += 1 }
    if text.holds("(0)".utf8.span, at: i) { i += 3 }
    if i < text.count, text.isGap(at: i) { i += 1 }
  } else {
    guard text[i] == UInt8(ascii: "0") else { return nil }
    i += 1
  }
  if i + 1 < text.count, text[i] == UInt8(ascii: "7"), "02369".utf8.contains(text[i + 1]) {
    var j = i + 2
    var count = 0
    while count < 7, j < text.count {
      if text.isGap(at: j), j + 1 < text.count { j += 1 }
      guard j < text.count, text.isDigit(at: j) else { break }
      j += 1
      count += 1
    }
    if count == 7, j == text.count || !text.isWord(at: j) { return PersonalData(kind: .telephone, place: start..<j) }
  }
  // The area code, a mark, and two to four groups of two or three digits.
  let area = text.digits(from: i)
  guard (1...3).contains(area), text[i] != UInt8(ascii: "0") else { return nil }
  i += area
  var gaps = 0
  while i < text.count, gaps < 3, text.isGap(at: i) || text[i] == UInt8(ascii: "/") {
    i += 1
    gaps += 1
  }
  guard gaps > 0 else { return nil }
  var digits = 0
  var groups = 0
  while groups < 4 {
    let next = groups > 0 && i < text.count && text[i] == UInt8(ascii: " ") ? i + 1 : i
    let count = text.digits(from: next)
    guard (2...3).contains(count) || groups == 0 && (5...8).contains(count) else { break }
    i = next + count
    digits += count
    groups += 1
  }
  guard (5...8).contains(digits), i == text.count || !text.isWord(at: i) else { return nil }
  // "08-15 000 000": a number of that many digits that begins as a clock time is one all the same.
  return PersonalData(kind: .telephone, place: start..<i)
}

private let meetingPhrases = [
  "teams.microsoft.com/l/", "teams.microsoft.com/meet", "teams.live.com/meet", "zoom.us/j", "zoom.us/my",
  "meet.google.com/",
  "passcode", "meeting id", "meeting-id", "mötes-id", "lösenord:", "pinkod:", "pin-kod:",
].map { Array($0.utf8) }

private func meetingLink(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  for phrase in meetingPhrases where start + phrase.count <= text.count {
    if phrase.indices.allSatisfy({ text.lowerCase(at: start + $0) == phrase[$0] }) {
      return PersonalData(kind: .meetingLink, place: start..<start + phrase.count)
    }
  }
  return nil
}

// MARK: Bytes

extension Span<UInt8> {
  fileprivate func isDigit(at i: Int) -> Bool { self[i] >= UInt8(ascii: "0") && self[i] <= UInt8(ascii: "9") }

  /// A letter or a digit.
  fileprivate func isWord(at i: Int) -> Bool { isDigit(at: i) || isLetter(at: i) }

  fileprivate func isHexadecimal(at i: Int) -> Bool {
    let letter = self[i] | 0x20
    return isDigit(at: i) || letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f")
  }

  fileprivate func isLocal(at i: Int) -> Bool { isWord(at: i) || "._%+-".utf8.contains(self[i]) }
  fileprivate func isDomain(at i: Int) -> Bool { isWord(at: i) || self[i] == UInt8(ascii: "-") }
  fileprivate func isGap(at i: Int) -> Bool { self[i] == UInt8(ascii: " ") || self[i] == UInt8(ascii: "-") }

  /// How many digits stand together from the place on.
  fileprivate func digits(from start: Int) -> Int {
    var i = start
    while i < count, isDigit(at: i) { i += 1 }
    return i - start
  }

  fileprivate func number(_ place: Range<Int>) -> Int {
    var value = 0
    for i in place { value = value * 10 + Int(self[i] &- UInt8(ascii: "0")) }
    return value
  }

  /// Past a space, a dash and a space, each of which may be missing, in all the ways Unicode has them.
  fileprivate func afterSeparator(from start: Int) -> Int {
    var i = start
    i += space(at: i)
    i += dash(at: i)
    return i + space(at: i)
  }

  private func space(at i: Int) -> Int {
    guard i < count else { return 0 }
    switch self[i] {
    case UInt8(ascii: " "), UInt8(ascii: "\n"): return 1
    case 0xC2 where i + 1 < count && self[i + 1] == 0xA0: return 2
    // U+2009, U+202F
    case 0xE2 where i + 2 < count && self[i + 1] == 0x80 && (self[i + 2] == 0x89 || self[i + 2] == 0xAF): return 3
    default: return 0
    }
  }

  private func dash(at i: Int) -> Int {
    guard i < count else { return 0 }
    if self[i] == UInt8(ascii: "-") || self[i] == UInt8(ascii: "+") { return 1 }
    guard i + 2 < count else { return 0 }
    switch (self[i], self[i + 1], self[i + 2]) {
    // U+2010 to U+2015, U+2212, U+FE58, U+FE63, U+FF0D
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xEF, 0xB9, 0x98), (0xEF, 0xB9, 0xA3), (0xEF, 0xBC, 0x8D):
      return 3
    default: return 0
    }
  }
}
