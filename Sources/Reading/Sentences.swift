/// The sentences of a paragraph. A stop ends one only before a capital, a dash or the end, and never after an
/// abbreviation, an initial or the number that opens a list.
func sentences(of paragraph: String) -> [String] {
  let words = paragraph.words
  var out: [String] = []
  var current: [Substring] = []
  for (index, word) in words.enumerated() {
    current.append(word)
    guard let last = word.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!") else {
      continue
    }
    if index + 1 < words.count {
      guard let next = words[index + 1].unicodeScalars.first(where: { $0 != "\"" && $0 != "”" && $0 != "(" }) else { continue }
      let stem = word.dropLast()
      let startsSentence = next.properties.isUppercase || next == "–" || next == "-" || next.properties.numericType != nil
      if !startsSentence || Grammar.abbreviations.contains(stem.lowercased()) || stem.count == 1 && Int(stem) == nil || Int(stem) != nil && current.count == 1 {
        continue
      }
    }
    out.append(current.joined(separator: " "))
    current = []
  }
  if !current.isEmpty { out.append(current.joined(separator: " ")) }
  return out
}
