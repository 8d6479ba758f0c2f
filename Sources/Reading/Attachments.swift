internal import Records

/// The attachments that an item names, each once: lines such as "Bilaga 1: Årsrapport" and "Bilagor: plan, budget", and
/// numbers in running text, "enligt bilaga 19.1".
func attachments(in passages: [Passage]) -> [Fact<String>] {
  var found: [Fact<String>] = []
  func add(_ name: String, line: Int) {
    let key = nameKey(name)
    if !key.isEmpty, !found.contains(where: { nameKey($0.value) == key || nameKey($0.value).hasPrefix(key + " ") }) {
      found.append(Fact(name, line: line, .labelled))
    }
  }
  for passage in passages where passage.hints.contains(.attachment) {
    for (offset, piece) in passage.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = piece.trimmed
      let words = text.words
      let first = words.first?.bare.lowercased()
      if first == "bilagor", let (_, value) = labelled(String(text)) {
        for name in value.split(separator: ",").flatMap({ $0.split(separator: " och ") }) {
          add(withoutStop(name.trimmed), line: passage.line + offset)
        }
      } else if first == "bilaga", words.count <= 14, !text.hasSuffix("."), words.count > 1 {
        add(withoutStop(text), line: passage.line + offset)
      } else {
        for (word, number) in zip(words, words.dropFirst()) where word.bare.lowercased() == "bilaga" {
          guard number.bare.unicodeScalars.first.map({ ("0"..."9").contains($0) }) ?? false else { continue }
          add("Bilaga \(number.bare)", line: passage.line + offset)
        }
      }
    }
  }
  return found
}

private func withoutStop(_ text: Substring) -> String { text.hasSuffix(".") ? String(text.dropLast()) : String(text) }
