/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers everywhere, from a seed and nothing else.
struct Seeded {
  private var state: UInt64

  init(_ seed: Int...) {
    state = 0x9E37_79B9_7F4A_7C15
    for part in seed {
      state ^= UInt64(bitPattern: Int64(part))
      state = next()
    }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
  /// True once in `many`.
  mutating func once(in many: Int) -> Bool { below(many) == 0 }
}
