/// Finds all of many names in a text in one pass over its bytes (Aho and Corasick, 1975).
///
/// Case, hyphen and line break do not count; a name never starts or ends inside a word, save for a genitive s.
/// Where names overlap the leftmost wins, then the longest.
package struct MentionMatcher: Sendable {
  package struct Match: Sendable {
    /// Bytes of the text, without a genitive s.
    package var range: Range<Int>
    package var target: Target

    package init(range: Range<Int>, target: Target) {
      self.range = range
      self.target = target
    }
  }

  private var next: [Int32]
  private var fail: [Int32]
  /// The name that ends at a node, as an index into `names`; -1 for none.
  private var ending: [Int32]
  /// The nearest shorter name that also ends there.
  private var shorter: [Int32]
  private var names: [(length: Int, target: Target)]

  package init(_ entries: [(name: String, target: Target)]) {
    next = Array(repeating: 0, count: Self.classes)
    fail = [0]
    ending = [-1]
    shorter = [-1]
    names = []
    for entry in entries { insert(entry.name, entry.target) }
    connect()
  }

  /// The matches in order, without overlap.
  package func matches(in text: some Collection<UInt8>) -> [Match] {
    guard !names.isEmpty else { return [] }
    let bytes = Array(text)
    var found: [Match] = []
    var node = 0
    for position in bytes.indices {
      let symbol = Self.symbol(bytes, position)
      node = Int(next[node * Self.classes + symbol])
      var name = ending[node] >= 0 ? ending[node] : shorter[node]
      while name >= 0 {
        let (length, target) = names[Int(name)]
        let range = position + 1 - length..<position + 1
        if Self.isWhole(range, in: bytes) {
          Self.keep(Match(range: range, target: target), in: &found)
          break
        }
        name = nextShorter(after: name)
      }
    }
    return found
  }

  private func nextShorter(after name: Int32) -> Int32 { shorter[Int(endNode[Int(name)])] }
  private var endNode: [Int32] = []

  private static func keep(_ match: Match, in found: inout [Match]) {
    while let last = found.last, last.range.overlaps(match.range) {
      if last.range.lowerBound < match.range.lowerBound
        || (last.range.lowerBound == match.range.lowerBound && last.range.count >= match.range.count)
      {
        return
      }
      found.removeLast()
    }
    found.append(match)
  }
}

extension MentionMatcher {
  /// Symbols: 0 other, 1-26 letters, 27-36 digits, 37 space (hyphen, newline), 38 the first byte of a two-byte letter,
  /// 39-63 its second byte folded to lower case, and some marks.
  private static let classes = 80

  private mutating func insert(_ name: String, _ target: Target) {
    let bytes = Array(name.utf8)
    guard bytes.count >= 2 else { return }
    var node = 0
    for position in bytes.indices {
      let slot = node * Self.classes + Self.symbol(bytes, position)
      if next[slot] == 0 {
        next[slot] = Int32(fail.count)
        next += Array(repeating: 0, count: Self.classes)
        fail.append(0)
        ending.append(-1)
        shorter.append(-1)
      }
      node = Int(next[slot])
    }
    guard ending[node] < 0 else { return }
    ending[node] = Int32(names.count)
    names.append((bytes.count, target))
    endNode.append(Int32(node))
  }

  private mutating func connect() {
    var queue: [Int] = []
    for symbol in 0..<Self.classes where next[symbol] != 0 { queue.append(Int(next[symbol])) }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let back = Int(fail[node])
      shorter[node] = ending[back] >= 0 ? ending[back] : shorter[back]
      for symbol in 0..<Self.classes {
        let slot = node * Self.classes + symbol
        if next[slot] != 0 {
          fail[Int(next[slot])] = next[back * Self.classes + symbol]
          queue.append(Int(next[slot]))
        } else {
          next[slot] = next[back * Self.classes + symbol]
        }
      }
    }
  }

  private static func symbol(_ bytes: [UInt8], _ position: Int) -> Int {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte) - 96
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(byte) - 64
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return Int(byte) - 48 + 27
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "-"): return 37
    case 0xC3: return 38
    case 0x80...0xBF where position > 0 && bytes[position - 1] == 0xC3:
      // U+00C0 to U+00DE are the capitals of U+00E0 to U+00FE.
      let folded = byte < 0x9F ? byte + 0x20 : byte
      return folded >= 0xA0 ? 39 + Int(folded - 0xA0) : 0
    case UInt8(ascii: "."): return 71
    case UInt8(ascii: ","): return 72
    case UInt8(ascii: "/"): return 73
    case UInt8(ascii: "("): return 74
    case UInt8(ascii: ")"): return 75
    case UInt8(ascii: "&"): return 76
    case UInt8(ascii: ":"): return 77
    case 0xC2, 0xC4...0xFF: return 78
    case 0x80...0xBF: return 79
    default: return 0
    }
  }

  private static func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    if endsWord(bytes, before: range.lowerBound) { return false }
    var end = range.upperBound
    if end < bytes.count, bytes[end] == UInt8(ascii: "s") { end += 1 }
    return !startsWord(bytes, at: end)
  }

  private static func startsWord(_ bytes: [UInt8], at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC3...0xDF:
      return true
    default:
      // U+0080-00BF and U+2000-2FFF are spaces, dashes, quotes and signs.
      return false
    }
  }

  private static func endsWord(_ bytes: [UInt8], before position: Int) -> Bool {
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && startsWord(bytes, at: start)
  }
}
