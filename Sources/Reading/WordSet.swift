/// Words of a table, looked up in any case without making a string of the word that is looked up.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// FNV-1a of each word.
  private(set) var hashes: Set<UInt64> = []

  /// The words are in lower case, of the letters a to z and those of Latin-1.
  init(_ words: some Sequence<String>) {
    for word in words { hashes.insert(hash(of: word.utf8.span)) }
  }

  init(arrayLiteral words: String...) { self.init(words) }

  func contains(_ word: Substring) -> Bool { hashes.contains(hash(of: word.utf8.span)) }
  func contains(_ word: String) -> Bool { hashes.contains(hash(of: word.utf8.span)) }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo) over bytes in lower case: among a few hundred words of a table two are never
/// taken for one.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

private func hash(of word: Span<UInt8>) -> UInt64 {
  var hash = WordHash.seed
  for i in word.indices { hash = WordHash.add(word.lowerCase(at: i), to: hash) }
  return hash
}

extension Span<UInt8> {
  /// The byte of the letters a to z and those of Latin-1 in lower case; À to Þ are 0x20 below à to þ, × is no letter.
  func lowerCase(at i: Int) -> UInt8 {
    let byte = self[i]
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
    case 0x80...0x9E where byte != 0x97 && i > 0 && self[i - 1] == 0xC3: return byte | 0x20
    default: return byte
    }
  }
}
