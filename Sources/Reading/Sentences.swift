/// The sentences of a paragraph. A stop ends one only before a capital, a dash or the end, and never after an
/// abbreviation, an initial or the number that opens a list.
func sentences(of paragraph: String) -> [String] {
  let words = paragraph.words
  var out: [String] = []
  var start = 0
  func close(after index: Int) {
    let isWhole = start == 0 && index == words.count - 1
    out.append(isWhole ? paragraph.onOneLine : words[start...index].joined(separator: " "))
    start = index + 1
  }
  for (index, word) in words.enumerated() {
    guard let last = word.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!")
    else {
      continue
    }
    if index + 1 < words.count {
      guard let next = words[index + 1].unicodeScalars.first(where: { $0 != "\"" && $0 != "”" && $0 != "(" }) else {
        continue
      }
      let stem = word.dropLast()
      let startsSentence =
        next.properties.isUppercase || next == "–" || next == "-" || next.properties.numericType != nil
      if !startsSentence || Grammar.abbreviations.contains(stem.lowercased()) || stem.count == 1 && Int(stem) == nil
        || Int(stem) != nil && start == index
      {
        continue
      }
    }
    close(after: index)
  }
  if start < words.count { close(after: words.count - 1) }
  return out
}
