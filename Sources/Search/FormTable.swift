/// Words numbered in the order in which they were met. An open hash table; the words stand after one another.
struct FormTable: Sendable {
  private var bytes: Letters = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Numbers from 1; 0 is empty.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  var count: Int { ends.count }
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  func find(_ word: ArraySlice<UInt8>) -> Int? {
    let hash = fnv(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, self[number] == word { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func number(of word: ArraySlice<UInt8>) -> Int {
    let hash = fnv(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, self[number] == word { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes += word
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}

/// FNV-1a, folded to 32 bits.
private func fnv(_ word: ArraySlice<UInt8>) -> UInt32 {
  let hash = fnv1a(word)
  return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
}

func fnv1a(_ bytes: some Collection<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}
