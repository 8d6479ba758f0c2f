/// Finds any of some phrases in a text in one pass over its bytes.
struct PhraseSet: Sendable {
  /// The phrases that begin with a byte.
  private var phrases: [[[UInt8]]] = Array(repeating: [], count: 256)

  init(_ phrases: [String]) {
    for phrase in phrases { self.phrases[Int(phrase.utf8.first ?? 0)].append(Array(phrase.utf8)) }
  }

  /// True when one of the phrases is a part of the text, which is in the same case.
  func stands(in text: String) -> Bool {
    let bytes = text.utf8.span
    for start in bytes.indices {
      for phrase in phrases[Int(bytes[start])] where bytes.holds(phrase.span, at: start) { return true }
    }
    return false
  }
}
