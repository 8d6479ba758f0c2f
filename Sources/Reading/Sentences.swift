internal import Records

/// The sentences of a paragraph. A stop ends one only before a capital, a dash or the end, and never after an
/// abbreviation, an initial or the number that opens a list.
///
/// - Parameter mayHold: Only the sentences whose hints it takes are given.
func sentences(of paragraph: String, where mayHold: ((Hints) -> Bool)? = nil) -> [String] {
  let text = paragraph[...]
  let bytes = text.utf8.span
  var out: [String] = []
  var start = bytes.pastSpace(from: 0)
  func take(upTo end: Int) {
    if let mayHold, !mayHold(Hints(of: bytes, in: start..<end)) { return }
    out.append(text.slice(start..<end).onOneLine)
  }
  for i in bytes.indices where i >= start && bytes.isStop(at: i) {
    guard i + 1 < bytes.count, bytes.isWordSpace(at: i + 1) else { continue }
    var word = i
    while word > start, !bytes.isSpace(before: word) { word -= 1 }
    guard endsSentence(text.slice(word..<i + 1), isFirst: word == start, before: text.slice(i + 1..<bytes.count)) else {
      continue
    }
    take(upTo: i + 1)
    start = bytes.pastSpace(from: i + 1)
  }
  if start < bytes.count { take(upTo: bytes.count) }
  return out
}

private func endsSentence(_ word: Substring, isFirst: Bool, before rest: Substring) -> Bool {
  let next = rest.unicodeScalars.first {
    switch $0 {
    case " ", "\n", "\t", "\u{A0}", "\"", "”", "(": false
    default: true
    }
  }
  guard let next else { return false }
  guard next.isCapital || next == "–" || next == "-" || next.isNumber else { return false }
  let stem = Substring(word.utf8.dropLast())
  if Int(stem) != nil { return !isFirst }
  return stem.unicodeScalars.count != 1 && !Grammar.abbreviations.contains(stem)
}

extension Unicode.Scalar {
  fileprivate var isNumber: Bool { isASCII ? ("0"..."9").contains(self) : properties.numericType != nil }
}

extension Span<UInt8> {
  fileprivate func isStop(at i: Int) -> Bool {
    self[unchecked: i] == UInt8(ascii: ".") || self[unchecked: i] == UInt8(ascii: "?")
      || self[unchecked: i] == UInt8(ascii: "!")
  }

  fileprivate func pastSpace(from start: Int) -> Int {
    var i = start
    while i < count, isWordSpace(at: i) { i += self[i] == 0xC2 ? 2 : 1 }
    return i
  }

  fileprivate func isSpace(before i: Int) -> Bool {
    isWordSpace(at: i - 1) || self[i - 1] == 0xA0 && i > 1 && isWordSpace(at: i - 2)
  }
}
