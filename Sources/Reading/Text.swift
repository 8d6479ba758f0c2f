internal import Records

/// What is read is NFC (`normalise`), so its bytes are equal where its characters are. The methods here stand in the
/// place of the standard library's of the same names, which look for grapheme boundaries and normalise as they
/// compare: reading is searching, and takes a tenth of the time this way.

extension String {
  func hasPrefix(_ prefix: String) -> Bool { utf8.span.starts(with: prefix.utf8.span) }
  func hasSuffix(_ suffix: String) -> Bool { utf8.span.ends(with: suffix.utf8.span) }
  func contains(_ part: String) -> Bool { self[...].offset(of: part) != nil }
  func lowercased() -> String { utf8.span.isLowerCase ? self : self[...].lowercased() }
}

extension Substring {
  func contains(_ part: String) -> Bool { offset(of: part) != nil }

  func lowercased() -> String { lowered(utf8.span) ?? String(self).lowercasedByUnicode }

  /// The parts between single spaces, tabs, line ends and no-break spaces that are not empty.
  fileprivate var splitAtSpaces: [Substring] {
    var parts: [Substring] = []
    let bytes = utf8.span
    parts.reserveCapacity(bytes.count / 5 + 1)
    var start = 0
    func close(_ end: Int) {
      if end > start { parts.append(slice(start..<end)) }
    }
    var i = 0
    while i < bytes.count {
      let byte = bytes[unchecked: i]
      if byte <= 0x20 || byte == 0xC2, bytes.isWordSpace(at: i) {
        close(i)
        if bytes[i] == 0xC2 { i += 1 }
        start = i + 1
      }
      i += 1
    }
    close(bytes.count)
    return parts
  }

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

  func slice(_ bytes: Range<Int>) -> Substring {
    let start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
    return self[start..<utf8.index(start, offsetBy: bytes.count)]
  }

  fileprivate func range(of part: String) -> Range<Index>? {
    offset(of: part).map {
      let start = utf8.index(startIndex, offsetBy: $0)
      return start..<utf8.index(start, offsetBy: part.utf8.count)
    }
  }

  fileprivate func offset(of part: String) -> Int? { utf8.span.offset(of: part.utf8.span) }
}

extension StringProtocol {
  func hasPrefix(_ prefix: some StringProtocol) -> Bool { whole.utf8.span.starts(with: prefix.whole.utf8.span) }
  func hasSuffix(_ suffix: some StringProtocol) -> Bool { whole.utf8.span.ends(with: suffix.whole.utf8.span) }
  func firstRange(of part: String) -> Range<String.Index>? { whole.range(of: part) }

  func firstIndex(of sign: Character) -> String.Index? { whole.range(of: String(sign))?.lowerBound }

  func split(separator: String, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true) -> [Substring] {
    var parts: [Substring] = []
    var rest = whole
    while parts.count < maxSplits, let range = rest.range(of: separator) {
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
  var words: [Substring] { whole.splitAtSpaces }

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
  fileprivate func starts(with prefix: Span<UInt8>) -> Bool { holds(prefix, at: 0) }
  fileprivate func ends(with suffix: Span<UInt8>) -> Bool { holds(suffix, at: count - suffix.count) }

  /// A space, a tab or a line end, or the first byte of a no-break space.
  func isWordSpace(at i: Int) -> Bool {
    let byte = self[i]
    return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0xC2 && self[i + 1] == 0xA0
  }

  func holds(_ part: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + part.count <= count else { return false }
    var i = 0
    while i < part.count {
      if self[start + i] != part[i] { return false }
      i += 1
    }
    return true
  }

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

extension String {
  fileprivate var lowercasedByUnicode: String { (self as any StringProtocol).lowercased() }
}

extension Span<UInt8> {
  /// Holds only letters of Latin-1, none of them a capital, with dashes and quotes.
  fileprivate var isLowerCase: Bool {
    for i in indices where self[i] >= 0xC4 && self[i] != 0xE2 || lowerCase(at: i) != self[i] { return false }
    return true
  }
}

/// Of text in the letters of Latin-1, with dashes and quotes (U+2000 to U+203F); nil when there are others.
private func lowered(_ bytes: Span<UInt8>) -> String? {
  var isLatin = true
  let text = String(unsafeUninitializedCapacity: bytes.count) { out in
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out[i] = byte | 0x20
      // À to Þ are 0x20 below à to þ; × is no letter.
      case 0x80...0x9E where i > 0 && bytes[i - 1] == 0xC3 && byte != 0x97: out[i] = byte + 0x20
      case 0xE2 where bytes[i + 1] == 0x80: out[i] = byte
      case 0xC4...:
        isLatin = false
        return 0
      default: out[i] = byte
      }
      i += 1
    }
    return bytes.count
  }
  return isLatin ? text : nil
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
