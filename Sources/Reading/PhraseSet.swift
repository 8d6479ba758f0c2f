internal import Records

/// Finds some phrases at the beginnings of a text's words, in any case, in one pass over its bytes.
struct PhraseSet: Sendable {
  private struct Phrase {
    var bytes: [UInt8]
    /// In the list.
    var place: Int
    /// The first four bytes, zeros after a shorter phrase.
    var beginning: UInt32
    var mask: UInt32
  }
  /// By their first byte.
  private var phrases: [[Phrase]] = Array(repeating: [], count: 256)
  /// Of each first byte, which second bytes follow it in a phrase, as a map of bits. Most words end here.
  private var seconds = [UInt64](repeating: 0, count: 1024)

  /// The phrases are in lower case, of two bytes at least.
  init(_ phrases: [String]) {
    for (place, phrase) in phrases.enumerated() {
      let bytes = Array(phrase.utf8)
      let (first, second) = (Int(bytes[0]), Int(bytes[1]))
      var (beginning, mask) = (UInt32(0), UInt32(0))
      for (index, byte) in bytes.prefix(4).enumerated() {
        beginning |= UInt32(byte) << (8 * UInt32(index))
        mask |= 0xFF << (8 * UInt32(index))
      }
      self.phrases[first].append(Phrase(bytes: bytes, place: place, beginning: beginning, mask: mask))
      seconds[first * 4 + second >> 6] |= 1 << UInt64(second & 63)
    }
  }

  /// True when the text begins with one of the phrases.
  func begins(_ text: String) -> Bool {
    var isFound = false
    forEachMatch(in: text.utf8.span, startingBefore: 1) { _, _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// True when one of the phrases stands in the text.
  func stands(in text: String) -> Bool {
    var isFound = false
    forEachMatch(in: text.utf8.span) { _, _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// The first in the list of the phrases that stand in the text: its place in the list, and where it first stands. Of
  /// those after the `settling` first in the list it is the one that stands earliest in the text.
  func first(settling: Int = .max, in text: String) -> (place: Int, bytes: Range<Int>)? {
    var best: (place: Int, bytes: Range<Int>)?
    forEachMatch(in: text.utf8.span) { place, bytes in
      guard let found = best else {
        best = (place, bytes)
        return true
      }
      let isBetter =
        place < settling || found.place < settling
        ? place < found.place : bytes.lowerBound == found.bytes.lowerBound && place < found.place
      if isBetter { best = (place, bytes) }
      return true
    }
    return best
  }

  /// Goes through what stands in the text, from its beginning on, until `body` says no. A line may break where a phrase
  /// has a space.
  private func forEachMatch(
    in text: Span<UInt8>, startingBefore limit: Int = .max, _ body: (_ place: Int, _ bytes: Range<Int>) -> Bool
  ) {
    let count = text.count
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 4) { lower in
      for i in 0..<count {
        let byte = text.lowerCase(at: i)
        lower[i] = byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte
      }
      for i in count..<count + 4 { lower[i] = 0 }
      var start = 0
      while start < min(count, limit) {
        let (first, second) = (Int(lower[start]), Int(lower[start + 1]))
        if seconds[first * 4 + second >> 6] & 1 << UInt64(second & 63) != 0 {
          let four = UnsafeRawPointer(lower.baseAddress! + start).loadUnaligned(as: UInt32.self)
          for index in phrases[first].indices where four & phrases[first][index].mask == phrases[first][index].beginning
          {
            let length = phrases[first][index].bytes.count
            guard start + length <= count else { continue }
            var i = min(4, length)
            while i < length, phrases[first][index].bytes[i] == lower[start + i] { i += 1 }
            if i == length, !body(phrases[first][index].place, start..<start + length) { return }
          }
        }
        // On to what comes after the word, or the sign.
        let end = endOfWord(lower, from: start)
        start = end > start ? end : start + 1
        while start < count, lower[start] & 0xC0 == 0x80 { start += 1 }
      }
    }
  }
}

private func endOfWord(_ lower: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
  var i = start
  while true {
    let byte = lower[i]
    if byte >= 0x61, byte <= 0x7A {
      i += 1
    } else if byte == 0xC3 {
      i += 2
    } else {
      return i
    }
  }
}

extension Span<UInt8> {
  /// Past the letters, of those a to z and those of Latin-1, and the digits that stand from a place on.
  func endOfWord(from start: Int) -> Int {
    var i = start
    while i < count {
      let byte = self[unchecked: i]
      if byte == 0xC3 {
        i += 2
      } else if byte | 0x20 &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 {
        i += 1
      } else {
        return i
      }
    }
    return count
  }

  /// A byte of the letters a to z and those of Latin-1.
  func isLetter(at i: Int) -> Bool {
    let byte = self[i]
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == 0xC3
      || byte >= 0x80 && byte < 0xC0 && i > 0 && self[i - 1] == 0xC3
  }
}
