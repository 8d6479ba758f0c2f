internal import Glibc

/// Text that was read is NFC, so its bytes are equal where its characters are. The methods here stand in the place of the
/// standard library's of the same names, which look for grapheme boundaries and normalise as they compare: reading and
/// tracking are searching, and take a tenth of the time this way.

extension String {
  package func hasPrefix(_ prefix: String) -> Bool { utf8.span.starts(with: prefix.utf8.span) }
  package func hasSuffix(_ suffix: String) -> Bool { utf8.span.ends(with: suffix.utf8.span) }
  package func contains(_ part: String) -> Bool { utf8.span.offset(of: part.utf8.span) != nil }
  package func lowercased() -> String { utf8.span.isLowerCase ? self : self[...].lowercased() }
  package func firstRange(of part: String) -> Range<Index>? { self[...].firstRange(of: part) }
  package var words: [Substring] { self[...].words }

  /// The runs of letters. Signs of Latin-1, dashes and quotes are none; all other letters than a to z are.
  package var letterWords: [Substring] {
    var parts: [Substring] = []
    let bytes = utf8.span
    var (start, i) = (0, 0)
    while i <= bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x20
      let length = byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1
      if length == 1, byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) {
        i += 1
        continue
      }
      if i > start { parts.append(self[...].slice(start..<i)) }
      i += length
      start = i
    }
    return parts
  }
}

extension Substring {
  package func hasPrefix(_ prefix: String) -> Bool { utf8.span.starts(with: prefix.utf8.span) }
  package func hasSuffix(_ suffix: String) -> Bool { utf8.span.ends(with: suffix.utf8.span) }
  package func contains(_ part: String) -> Bool { utf8.span.offset(of: part.utf8.span) != nil }
  package func lowercased() -> String { lowered(utf8.span) ?? String(self).lowercasedByUnicode }

  /// The parts between single spaces, tabs, line ends and no-break spaces that are not empty.
  package var words: [Substring] {
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

  package func firstRange(of part: String) -> Range<Index>? {
    utf8.span.offset(of: part.utf8.span).map {
      let start = utf8.index(startIndex, offsetBy: $0)
      return start..<utf8.index(start, offsetBy: part.utf8.count)
    }
  }

  package func slice(_ bytes: Range<Int>) -> Substring {
    let start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
    return self[start..<utf8.index(start, offsetBy: bytes.count)]
  }
}

extension Span<UInt8> {
  /// Where a part first stands. The C library looks for its first byte, many bytes at a time.
  package func offset(of part: Span<UInt8>) -> Int? {
    guard part.count > 0 else { return 0 }
    guard count >= part.count else { return nil }
    let first = Int32(part[0])
    return withUnsafeBytes { text -> Int? in
      guard let start = text.baseAddress else { return nil }
      let last = text.count - part.count
      var place = 0
      while place <= last, let found = memchr(start + place, first, last - place + 1) {
        place = UnsafeRawPointer(found) - start
        var i = 1
        while i < part.count, text[place + i] == part[i] { i += 1 }
        if i == part.count { return place }
        place += 1
      }
      return nil
    }
  }

  package func starts(with prefix: Span<UInt8>) -> Bool { holds(prefix, at: 0) }
  package func ends(with suffix: Span<UInt8>) -> Bool { holds(suffix, at: count - suffix.count) }

  /// A space, a tab or a line end, or the first byte of a no-break space.
  @inlinable package func isWordSpace(at i: Int) -> Bool {
    let byte = self[i]
    return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0xC2 && self[i + 1] == 0xA0
  }

  @inlinable package func holds(_ part: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + part.count <= count else { return false }
    var i = 0
    while i < part.count {
      if self[start + i] != part[i] { return false }
      i += 1
    }
    return true
  }
}

extension String {
  fileprivate var lowercasedByUnicode: String { (self as any StringProtocol).lowercased() }
}

extension Span<UInt8> {
  /// The byte of the letters a to z and those of Latin-1 in lower case; À to Þ are 0x20 below à to þ, × is no letter.
  @inlinable package func lowerCase(at i: Int) -> UInt8 {
    let byte = self[i]
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
    case 0x80...0x9E where byte != 0x97 && i > 0 && self[i - 1] == 0xC3: return byte | 0x20
    default: return byte
    }
  }

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
