internal import Records

/// The sentences of a paragraph. A stop ends one only before a capital, a dash or the end, and never after an
/// abbreviation, an initial or the number that opens a list.
func sentences(of paragraph: String) -> [String] {
  let text = paragraph[...]
  let bytes = text.utf8.span
  var out: [String] = []
  /// Where the sentence and its last word begin.
  var start: Int?
  var word = 0
  var wasSpace = true
  for i in bytes.indices {
    let byte = bytes[unchecked: i]
    var isSpace = false
    if byte <= 0x20 || byte == 0xC2 {
      isSpace = bytes.isWordSpace(at: i)
    } else if byte == 0xA0, i > 0 {
      isSpace = bytes.isWordSpace(at: i - 1)
    }
    if isSpace == wasSpace { continue }
    if !isSpace {
      word = i
      start = start ?? i
    }
    if isSpace, bytes.isStop(at: i - 1), let first = start,
      endsSentence(text.slice(word..<i), isFirst: word == first, before: text.slice(i..<bytes.count))
    {
      out.append(text.slice(first..<i).onOneLine)
      start = nil
    }
    wasSpace = isSpace
  }
  if let first = start { out.append(text.slice(first..<bytes.count).onOneLine) }
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
    self[i] == UInt8(ascii: ".") || self[i] == UInt8(ascii: "?") || self[i] == UInt8(ascii: "!")
  }
}
