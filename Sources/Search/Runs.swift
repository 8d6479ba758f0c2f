/// Runs of letters and digits of a text, lower case, as Latin-1, and what stands between them.
struct Runs {
  private(set) var bytes: Letters = []
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  /// What stands before each run: `Gap`s, the first in the highest place.
  private(set) var gaps: [UInt16] = []
  private(set) var hasDigits = false
  private(set) var hasHyphens = false

  private var start = 0
  private var gap: UInt16 = 0
  private var tables = Alphabet.ours

  static let longest = 64

  var count: Int { starts.count }
  func text(_ place: Int) -> ArraySlice<UInt8> { bytes[starts[place]..<ends[place]] }

  /// Reads on: a word may go on in the next piece of a text, until `end`.
  mutating func read(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var place = 0
      while place < utf8.count {
        let byte = utf8[place]
        place += 1
        if byte < 0x80 {
          let letter = tables.ascii[Int(byte)]
          if letter > 6 { bytes.append(letter) } else if letter > 0 { close(letter) }
        } else {
          place = readWide(byte, utf8, place)
        }
      }
    }
  }

  mutating func end() {
    endRun()
    dropColonEndings()
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    (start, gap, hasDigits, hasHyphens) = (0, 0, false, false)
  }
}

/// What a character is that is no letter.
enum Gap {
  static let space: UInt16 = 1
  static let hyphen: UInt16 = 2
  static let slash: UInt16 = 3
  static let stop: UInt16 = 4
  static let colon: UInt16 = 5
  static let other: UInt16 = 6
  /// ". "
  static let stopSpace: UInt16 = 33
  /// " -"
  static let spaceHyphen: UInt16 = 10
}

extension Runs {
  private mutating func close(_ mark: UInt8) {
    endRun()
    let mark = UInt16(mark)
    if gap < 64, !(mark == Gap.space && gap & 7 == Gap.space) { gap = gap << 3 | mark }
  }

  private mutating func endRun() {
    guard bytes.count > start else { return }
    let end = min(bytes.count, start + Self.longest)
    starts.append(start)
    ends.append(end)
    gaps.append(gap)
    hasHyphens = hasHyphens || gap == Gap.hyphen
    if !hasDigits { hasDigits = bytes[start..<end].contains(where: \.isDigit) }
    gap = 0
    start = bytes.count
  }

  /// A character of more than one byte, from its first; the place after it.
  private mutating func readWide(_ first: UInt8, _ utf8: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let after = min(utf8.count, place + length - 1)
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in utf8[place..<after] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    switch scalar {
    case 0x308:
      if bytes.count > start, bytes[bytes.count - 1] == 0x61 { bytes[bytes.count - 1] = .ä }
      if bytes.count > start, bytes[bytes.count - 1] == 0x6F { bytes[bytes.count - 1] = .ö }
    case 0x30A: if bytes.count > start, bytes[bytes.count - 1] == 0x61 { bytes[bytes.count - 1] = .å }
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2019: break
    case 0xA0, 0x202F: close(UInt8(Gap.space))
    case 0x2010...0x2015, 0x2212: close(UInt8(Gap.hyphen))
    case 0x80..<0x250:
      let letters = tables.wide[Int(scalar) - 0x80]
      if letters.isEmpty { close(UInt8(Gap.other)) } else { bytes += letters }
    default:
      close(UInt8(Gap.other))
      // JavaScript sees two code units.
      if length == 4 { close(UInt8(Gap.other)) }
    }
    return after
  }

  /// "SIP:en" is "SIP", "19:e" is "19".
  private mutating func dropColonEndings() {
    guard gaps.contains(Gap.colon) else { return }
    let keeps = starts.indices.map { place in
      guard place > 0, gaps[place] == Gap.colon else { return true }
      let text = Letters(text(place))
      return self.text(place - 1).allSatisfy(\.isDigit)
        ? text != [0x65] && text != [0x61] : !tables.colonEndings.contains(text)
    }
    let kept = starts.indices.filter { keeps[$0] }
    starts = kept.map { starts[$0] }
    ends = kept.map { ends[$0] }
    gaps = kept.map { gaps[$0] }
  }
}

/// What the rules say of single characters.
struct Alphabet: Sendable {
  static let ours = Alphabet(.ours)

  /// For each ASCII byte the letter that it is read as, a `Gap`, or 0 for what is passed over.
  let ascii: [UInt8]
  /// The letters for U+0080 and on; empty for what is no letter.
  let wide: [Letters]
  let colonEndings: Set<Letters>

  private init(_ rules: Rules) {
    ascii = (0..<128).map { byte in
      switch UInt8(byte) {
      case 0x61...0x7A, 0x30...0x39: UInt8(byte)
      case 0x41...0x5A: UInt8(byte) + 32
      case 0x20, 0x0A, 0x0D, 0x09: UInt8(Gap.space)
      case 0x27: 0
      case 0x2D: UInt8(Gap.hyphen)
      case 0x2F: UInt8(Gap.slash)
      case 0x2E: UInt8(Gap.stop)
      case 0x3A: UInt8(Gap.colon)
      default: UInt8(Gap.other)
      }
    }
    var table: [UInt32: Letters] = [0xE5: [.å], 0xE4: [.ä], 0xF6: [.ö]]
    for (to, letters) in rules.letters { for letter in letters.unicodeScalars { table[letter.value] = to.latin1 } }
    for code in UInt32(0xC0)..<0x250 {
      guard let lower = Unicode.Scalar(code)?.properties.lowercaseMapping.unicodeScalars.first?.value, lower != code
      else { continue }
      // An ASCII letter is its own.
      if let letters = lower < 0x80 ? [UInt8(lower)] : table[lower] { table[code] = letters }
    }
    wide = (0x80..<0x250).map { table[UInt32($0)] ?? [] }
    colonEndings = Set(rules.colonEndings.latin1Words)
  }
}
