/// The bytes that were compressed with DEFLATE (RFC 1951), from `start` on; nil when they are damaged, or become more than
/// `limit` bytes. Canonical Huffman codes are decoded a bit at a time, as in Adler's puff: slower than tables, and short.
func inflated(_ source: Span<UInt8>, from start: Int = 0, limit: Int) -> [UInt8]? {
  var input = Bits(at: start)
  var out: [UInt8] = []
  while true {
    guard let isLast = input.take(1, of: source), let kind = input.take(2, of: source) else { return nil }
    switch kind {
    case 0:
      guard let count = input.storedCount(in: source), out.count + count <= limit else { return nil }
      for _ in 0..<count {
        out.append(source[input.at])
        input.at += 1
      }
    case 1:
      guard decode(&out, &input, source, fixedLiterals, fixedDistances, limit) else { return nil }
    case 2:
      guard let (literals, distances) = input.codes(in: source),
        decode(&out, &input, source, literals, distances, limit)
      else { return nil }
    default: return nil
    }
    if isLast == 1 { return out }
  }
}

/// Where a stream is being read, from its lowest bit.
private struct Bits {
  var at: Int
  private var held = 0
  private var count = 0

  init(at start: Int) { at = start }

  mutating func take(_ wanted: Int, of source: Span<UInt8>) -> Int? {
    while count < wanted {
      guard at < source.count else { return nil }
      held |= Int(source[at]) << count
      at += 1
      count += 8
    }
    defer {
      held >>= wanted
      count -= wanted
    }
    return held & (1 << wanted - 1)
  }

  mutating func symbol(of code: Huffman, in source: Span<UInt8>) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = take(1, of: source) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  /// Of bytes that stand as they are, after the rest of this byte.
  mutating func storedCount(in source: Span<UInt8>) -> Int? {
    (held, count) = (0, 0)
    guard at + 4 <= source.count else { return nil }
    let length = Int(source[at]) | Int(source[at + 1]) << 8
    guard length ^ 0xFFFF == Int(source[at + 2]) | Int(source[at + 3]) << 8 else { return nil }
    at += 4
    return at + length <= source.count ? length : nil
  }

  /// The codes that a block brings with it.
  mutating func codes(in source: Span<UInt8>) -> (Huffman, Huffman)? {
    guard let literals = take(5, of: source), let distances = take(5, of: source), let lengths = take(4, of: source),
      literals <= 29
    else { return nil }
    var own = Array(repeating: 0, count: 19)
    for place in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(lengths + 4) {
      guard let length = take(3, of: source) else { return nil }
      own[place] = length
    }
    guard let code = Huffman(own) else { return nil }
    let wanted = literals + 257 + distances + 1
    var all: [Int] = []
    while all.count < wanted {
      guard let symbol = symbol(of: code, in: source) else { return nil }
      let repeated: (value: Int, least: Int, bits: Int)
      switch symbol {
      case 16:
        guard let last = all.last else { return nil }
        repeated = (last, 3, 2)
      case 17: repeated = (0, 3, 3)
      case 18: repeated = (0, 11, 7)
      default: repeated = (symbol, 1, 0)
      }
      guard let more = take(repeated.bits, of: source) else { return nil }
      all += Array(repeating: repeated.value, count: repeated.least + more)
    }
    guard all.count == wanted, let first = Huffman(all[..<(literals + 257)]),
      let second = Huffman(all[(literals + 257)...])
    else { return nil }
    return (first, second)
  }
}

private struct Huffman: Sendable {
  /// How many codes there are of each length.
  var counts = Array(repeating: 0, count: 16)
  var symbols: [Int] = []

  /// From the length of each symbol's code; nil for more codes than there is room for.
  init?(_ lengths: some Collection<Int>) {
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    var left = 1
    for length in 1...15 {
      left = left << 1 - counts[length]
      if left < 0 { return nil }
    }
    for length in 1...15 where counts[length] > 0 {
      for (symbol, other) in lengths.enumerated() where other == length { symbols.append(symbol) }
    }
  }
}

private let fixedLiterals = Huffman(
  (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })!
private let fixedDistances = Huffman(Array(repeating: 5, count: 30))!

private let lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
private let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
private let distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]

/// One block; false when it is damaged.
private func decode(
  _ out: inout [UInt8], _ input: inout Bits, _ source: Span<UInt8>, _ literals: Huffman, _ distances: Huffman,
  _ limit: Int
) -> Bool {
  while let symbol = input.symbol(of: literals, in: source) {
    if symbol == 256 { return true }
    if symbol < 256 {
      guard out.count < limit else { return false }
      out.append(UInt8(symbol))
      continue
    }
    guard symbol - 257 < lengthBases.count, let more = input.take(lengthBits[symbol - 257], of: source),
      let place = input.symbol(of: distances, in: source), place < distanceBases.count,
      let far = input.take(max(0, place / 2 - 1), of: source)
    else { return false }
    let (length, distance) = (lengthBases[symbol - 257] + more, distanceBases[place] + far)
    guard distance <= out.count, out.count + length <= limit else { return false }
    for _ in 0..<length { out.append(out[out.count - distance]) }
  }
  return false
}
