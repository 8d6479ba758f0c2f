/// Pieces of text to look for in the bytes of many, by their first byte.
struct StemSet: Sendable {
  private var stems: [[[UInt8]]] = Array(repeating: [], count: 256)

  init(_ texts: [String]) {
    for text in texts { stems[Int(text.utf8.first ?? 0)].append(Array(text.utf8)) }
  }

  func stands(in text: Span<UInt8>) -> Bool {
    for start in text.indices {
      for stem in stems[Int(text[unchecked: start])] where stem.count <= text.count - start {
        var length = 1
        while length < stem.count, text[unchecked: start + length] == stem[length] { length += 1 }
        if length == stem.count { return true }
      }
    }
    return false
  }
}

/// Whether any of the pieces stands in the text, in that case of letters.
func contains(_ text: String, _ stems: StemSet) -> Bool { stems.stands(in: text.utf8.span) }
