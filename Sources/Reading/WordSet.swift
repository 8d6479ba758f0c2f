internal import Records

/// Words of a table, looked up in any case without making a string of the word that is looked up.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  let words: [String]
  /// FNV-1a of each word.
  private(set) var hashes: Set<UInt64> = []
  /// One bit for each hash: most words that are looked up are in no table.
  private var bits = [UInt64](repeating: 0, count: 64)

  /// The words are in lower case, of the letters a to z and those of Latin-1.
  init(_ words: some Sequence<String>) {
    self.words = Array(words)
    for word in self.words {
      let hash = WordHash.of(word.utf8.span)
      hashes.insert(hash)
      bits[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    }
  }

  init(arrayLiteral words: String...) { self.init(words) }

  func contains(_ word: Substring) -> Bool { holds(WordHash.of(word.utf8.span)) }
  func contains(_ word: String) -> Bool { holds(WordHash.of(word.utf8.span)) }

  private func holds(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6 & 63)] & 1 << (hash & 63) != 0 && hashes.contains(hash)
  }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo) over bytes in lower case: among a few hundred words of a table two are never
/// taken for one.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Of the bytes of a word from a place on.
  static func of(_ word: Span<UInt8>, from start: Int = 0) -> UInt64 {
    var hash = seed
    for i in start..<word.count { hash = add(word.lowerCase(at: i), to: hash) }
    return hash
  }
}
