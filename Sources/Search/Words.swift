internal import Records

/// Cuts text into words as the index knows them: lower case, å ä ö and other letters as the plain letters they are made
/// of, so that they are found however they are typed. `wordsOf` of templates/assets/search.js does the same.
///
/// - A word has two letters or more, or is a number; what is past 64 bytes of it is not read.
/// - A hyphen separates words, but a single letter goes with the word after it: "e-hälsa" is `ehalsa`.
/// - A day or a month in ISO 8601 is one word: `2024-04-19`, `2024-04`.
struct Words {
  /// The words after one another; `ends` says where each one ends.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  private var start = 0
  private var hasHyphen = false

  static let longest = 64

  /// Reads on: a word may go on in the next text, until `endWord`.
  mutating func read(_ text: String) {
    var text = text
    // Held here: a global is looked up anew for every byte.
    let actions = asciiActions
    text.withUTF8 { utf8 in
      var place = 0
      while place < utf8.count {
        let byte = utf8[place]
        let action = actions[Int(byte)]
        place += 1
        if action > .more {
          bytes.append(action)
          continue
        }
        switch action {
        case .hyphen: hyphen()
        case .skip: break
        case .more: place = readLetter(byte, utf8, place)
        default: endWord()
        }
      }
    }
  }

  mutating func endWord() {
    guard bytes.count > start else { return }
    if bytes[bytes.count - 1] == UInt8(ascii: "-") { bytes.removeLast() }
    if hasHyphen { splitAtHyphens() } else { closeWord() }
    hasHyphen = false
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    start = 0
  }
}

extension Words {
  private mutating func hyphen() {
    guard bytes.count > start, bytes[bytes.count - 1] != UInt8(ascii: "-") else { return endWord() }
    bytes.append(UInt8(ascii: "-"))
    hasHyphen = true
  }

  /// What stands from `start` becomes a word, or is dropped.
  private mutating func closeWord() {
    if bytes.count - start > Self.longest { bytes.removeSubrange((start + Self.longest)...) }
    if bytes.count - start == 1, !isDigit(bytes[start]) { bytes.removeLast() }
    guard bytes.count > start else { return }
    start = bytes.count
    ends.append(start)
  }

  private mutating func splitAtHyphens() {
    let run = Array(bytes[start...])
    guard !isISO(run) else { return closeWord() }
    bytes.removeSubrange(start...)
    for part in run.split(separator: UInt8(ascii: "-")) {
      // A letter before this part has been kept open for it; a digit before a letter has not.
      let isOpen = bytes.count > start
      if isOpen, let first = part.first, isDigit(first) { closeWord() }
      bytes += part
      if part.count > 1 || isDigit(part[part.startIndex]) { closeWord() }
    }
    closeWord()
  }

  /// A character of more than one byte, from its first; the place after it.
  private mutating func readLetter(_ first: UInt8, _ utf8: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let end = min(utf8.count, place + length - 1)
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in utf8[place..<end] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    switch scalar {
    case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2019: break
    case 0x2010, 0x2011: hyphen()
    case 0x80..<0x250:
      let letters = foldedLetters[Int(scalar) - 0x80]
      if letters.first == 0 { endWord() } else { bytes.append(letters.first) }
      if letters.second != 0 { bytes.append(letters.second) }
    default: endWord()
    }
    return end
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// `2024-04` or `2024-04-19`.
private func isISO(_ run: [UInt8]) -> Bool {
  guard run.count == 7 || run.count == 10 else { return false }
  for (place, byte) in run.enumerated() where (byte == UInt8(ascii: "-")) != (place == 4 || place == 7) { return false }
  let month = Int(run[5]) * 10 + Int(run[6]) - 11 * 48
  return (1...12).contains(month) && run.allSatisfy { $0 == UInt8(ascii: "-") || isDigit($0) }
}

extension UInt8 {
  fileprivate static let separator: UInt8 = 0
  fileprivate static let hyphen: UInt8 = 1
  fileprivate static let skip: UInt8 = 2
  /// The first byte of a character of several.
  fileprivate static let more: UInt8 = 3
}

/// For each byte what is to be done, or the letter that it is read as.
private let asciiActions: [UInt8] = (0...255).map { byte in
  switch UInt8(byte) {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) + 32
  case UInt8(ascii: "-"): .hyphen
  case UInt8(ascii: "'"): .skip
  case 0xC0...: .more
  default: .separator
  }
}

/// The letters from U+0080 as addresses write them; zeros for what is no letter.
private let foldedLetters: [(first: UInt8, second: UInt8)] = (0x80..<0x250).map { value in
  let letters = Unicode.Scalar(UInt32(value)).map { Array(slug(String($0)).utf8) } ?? []
  return (letters.first ?? 0, letters.count > 1 ? letters[1] : 0)
}
