/// Tells in one pass over its bytes that a text has none of some words, so that most text need not be taken apart.
struct WordSet: Sendable {
  private var hashes: Set<UInt64> = []

  /// The words are in lower case, of the letters a to z and those of Latin-1.
  init(_ words: some Sequence<String>) {
    for word in words { hashes.insert(word.utf8.reduce(Self.seed, Self.hash)) }
  }

  /// False when none of the words stands in the text, in any case, between signs that are no letters.
  func mayStand(in text: String) -> Bool {
    let bytes = text.utf8.span
    var (hash, length, i) = (Self.seed, 0, 0)
    while i < bytes.count {
      let byte = bytes[i]
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
        hash = Self.hash(hash, byte | 0x20)
        length += 1
      } else if byte == 0xC3 {
        let second = bytes[i + 1]
        hash = Self.hash(Self.hash(hash, byte), second < 0x9F ? second | 0x20 : second)
        length += 2
        i += 1
      } else {
        if length > 1, hashes.contains(hash) { return true }
        (hash, length) = (Self.seed, 0)
      }
      i += 1
    }
    return length > 1 && hashes.contains(hash)
  }

  /// FNV-1a of 64 bits (Fowler, Noll, Vo).
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
