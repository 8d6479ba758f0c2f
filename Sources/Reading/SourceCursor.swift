internal import Records

/// A place in the source that only moves on, to find the lines of what stands within a block: libcmark 0.30.2
/// reports those wrongly (research/codebases.md, section 3.6), while the lines of blocks can be relied on.
struct SourceCursor {
  private let text: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// To the start of a line, if that is further on.
  mutating func move(toLine target: Int) {
    while line < target, offset < text.count {
      if text[offset] == UInt8(ascii: "\n") { line += 1 }
      offset += 1
    }
  }

  /// The line of the next place where `needle` stands, down to `last`; the cursor moves past it.
  mutating func next(_ needle: UnsafeBufferPointer<UInt8>, through last: Int) -> Int? {
    guard let found = find(needle, through: last) else { return nil }
    (offset, line) = found
    return line
  }

  /// The same without moving, for what may stand in the source in other signs.
  func peek(_ needle: UnsafeBufferPointer<UInt8>, through last: Int) -> Int? { find(needle, through: last)?.line }

  private func find(_ needle: UnsafeBufferPointer<UInt8>, through last: Int) -> (offset: Int, line: Int)? {
    guard let first = needle.first else { return nil }
    var place = offset
    var number = line
    while place + needle.count <= text.count, number <= last {
      if text[place] == first, text[place..<(place + needle.count)].elementsEqual(needle) {
        return (place + needle.count, number)
      }
      if text[place] == UInt8(ascii: "\n") { number += 1 }
      place += 1
    }
    return nil
  }

  /// Whether what follows may be a link reference definition, `[name]: destination`.
  var mayStandAtDefinition: Bool {
    text[offset...].first { !" \t>-+*.)0123456789".utf8.contains($0) } == UInt8(ascii: "[")
  }
}
