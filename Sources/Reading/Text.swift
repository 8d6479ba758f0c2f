internal import Records

// Goes on from Text.swift of Records: what only reading needs, for every kind of string.

extension Substring {
  /// Single spaces between the words and none at the ends.
  fileprivate var isOnOneLine: Bool {
    let bytes = utf8.span
    var wasSpace = true
    for i in bytes.indices {
      let byte = bytes[unchecked: i]
      guard byte <= 0x20 || byte == 0xC2, bytes.isWordSpace(at: i) else {
        wasSpace = false
        continue
      }
      if wasSpace || byte != 0x20 { return false }
      wasSpace = true
    }
    return !wasSpace || bytes.isEmpty
  }
}

extension StringProtocol {
  func hasPrefix(_ prefix: some StringProtocol) -> Bool { whole.utf8.span.starts(with: prefix.whole.utf8.span) }
  func hasSuffix(_ suffix: some StringProtocol) -> Bool { whole.utf8.span.ends(with: suffix.whole.utf8.span) }
  func firstRange(of part: String) -> Range<String.Index>? { whole.firstRange(of: part) }

  func firstIndex(of sign: Character) -> String.Index? { whole.firstRange(of: String(sign))?.lowerBound }

  func split(separator: String, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true) -> [Substring] {
    var parts: [Substring] = []
    var rest = whole
    while parts.count < maxSplits, let range = rest.firstRange(of: separator) {
      if range.lowerBound > rest.startIndex || !omittingEmptySubsequences { parts.append(rest[..<range.lowerBound]) }
      rest = rest[range.upperBound...]
    }
    if !rest.isEmpty || !omittingEmptySubsequences { parts.append(rest) }
    return parts
  }

  /// Without white space and form feeds at the ends.
  var trimmed: Substring {
    let text = whole
    let bytes = text.utf8.span
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start].isSpace { start += 1 }
    while start < end, bytes[end - 1].isSpace { end -= 1 }
    return text.slice(start..<end)
  }

  /// Without commas, colons, semicolons, dashes and white space at the ends.
  var trimmedPunctuation: String {
    let text = whole
    let bytes = text.utf8.span
    var (start, end) = (0, bytes.count)
    while start < end, case let length = bytes.spaceOrDash(from: start), length > 0, start + length <= end {
      start += length
    }
    while start < end, case let length = bytes.spaceOrDash(upTo: end), length > 0, start + length <= end {
      end -= length
    }
    return String(text.slice(start..<end))
  }

  /// The words of the text: what white space separates.
  var words: [Substring] { whole.words }

  /// On one line, with single spaces.
  var onOneLine: String { whole.isOnOneLine ? String(self) : words.joined(separator: " ") }

  /// As `words.count <= limit`, without reading all of a long text.
  func hasAtMostWords(_ limit: Int) -> Bool {
    let bytes = whole.utf8.span
    var (count, isInWord) = (0, false)
    for i in bytes.indices {
      let byte = bytes[unchecked: i]
      if byte <= 0x20 || byte == 0xC2, bytes.isWordSpace(at: i) {
        isInWord = false
      } else if !isInWord, !(byte == 0xA0 && i > 0 && bytes.isWordSpace(at: i - 1)) {
        count += 1
        if count > limit { return false }
        isInWord = true
      }
    }
    return true
  }

  /// The same text, whichever of the two kinds of string it is.
  private var whole: Substring { (self as? Substring) ?? String(self)[...] }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  fileprivate var isSpaceOrDash: Bool {
    isSpace || self == UInt8(ascii: ",") || self == UInt8(ascii: ":") || self == UInt8(ascii: ";")
      || self == UInt8(ascii: "-")
  }
}

extension Span<UInt8> {
  /// How many bytes from the place on are white space, a mark or a dash: 0, 1, or 3 for `–`.
  fileprivate func spaceOrDash(from start: Int) -> Int {
    if self[start].isSpaceOrDash { return 1 }
    return start + 3 <= count && self[start] == 0xE2 && self[start + 1] == 0x80 && self[start + 2] == 0x93 ? 3 : 0
  }

  fileprivate func spaceOrDash(upTo end: Int) -> Int {
    if self[end - 1].isSpaceOrDash { return 1 }
    return end >= 3 && spaceOrDash(from: end - 3) == 3 ? 3 : 0
  }
}

extension Unicode.Scalar {
  /// Without a look into the tables for the letters of Latin-1.
  var isCapital: Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
    case ..<0x100: false
    default: properties.isUppercase
    }
  }
  var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: true
    case ..<0x100: false
    default: properties.isAlphabetic
    }
  }
}
