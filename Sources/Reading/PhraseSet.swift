/// Finds any of some phrases at the beginnings of a text's words, in any case, in one pass over its bytes.
struct PhraseSet: Sendable {
  /// The phrases that begin with a byte, each with its place in the list.
  private var phrases: [[(bytes: [UInt8], place: Int)]] = Array(repeating: [], count: 256)

  /// The phrases are in lower case.
  init(_ phrases: [String]) {
    for (place, phrase) in phrases.enumerated() {
      self.phrases[Int(phrase.utf8.first ?? 0)].append((Array(phrase.utf8), place))
    }
  }

  /// True when one of the phrases stands in the text.
  func stands(in text: String) -> Bool { first(in: text) != nil }

  /// The place in the list of the first phrase that stands in the text.
  func first(in text: String) -> Int? {
    let bytes = text.utf8.span
    var best: Int?
    var isInWord = false
    for start in bytes.indices {
      if !isInWord, !phrases[Int(bytes.lowerCase(at: start))].isEmpty {
        for phrase in phrases[Int(bytes.lowerCase(at: start))]
        where phrase.place < best ?? .max && stands(phrase.bytes.span, in: bytes, at: start) {
          best = phrase.place
        }
      }
      isInWord = bytes.isLetter(at: start)
    }
    return best
  }

  private func stands(_ phrase: Span<UInt8>, in text: Span<UInt8>, at start: Int) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    for i in phrase.indices where phrase[i] != text.lowerCase(at: start + i) {
      // A line may break where the phrase has a space.
      guard phrase[i] == UInt8(ascii: " "), text[start + i] == UInt8(ascii: "\n") else { return false }
    }
    return true
  }
}

extension Span<UInt8> {
  /// A byte of the letters a to z and those of Latin-1.
  func isLetter(at i: Int) -> Bool {
    let byte = self[i]
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == 0xC3
      || byte >= 0x80 && byte < 0xC0 && i > 0 && self[i - 1] == 0xC3
  }
}
