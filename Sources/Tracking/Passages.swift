internal import Records

/// A sentence of an agenda item, with what it names.
struct Passage {
  var text: String
  /// In the file.
  var line: Int
  /// The place of the paragraph, list item or row that it stands in.
  var part: Int
  /// In the order of the text, each with the place of its first byte.
  var targets: [(target: Target, at: Int)] = []
}

/// The sentences of blocks, in order. Headings are none.
func passages(of blocks: [Block]) -> [Passage] {
  var reader = PassageReader()
  blocks.forEach { reader.read($0) }
  return reader.passages
}

private struct PassageReader {
  var passages: [Passage] = []
  private var part = 0

  mutating func read(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines): add([inlines], block.line)
    case .list(let list): for item in list.items { item.blocks.forEach { read($0) } }
    case .quote(let blocks): blocks.forEach { read($0) }
    case .table(let table): for row in table.rows { add(row.cells, row.line) }
    case .heading, .code, .rule, .html: break
    }
  }

  private mutating func add(_ cells: [[Inline]], _ line: Int) {
    var text: [UInt8] = []
    var targets: [(target: Target, at: Int)] = []
    for cell in cells {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      append(cell, &text, &targets)
    }
    part += 1
    var start = 0
    for end in sentenceEnds(text) {
      let first = text[start..<end].firstIndex { !isSpace($0) } ?? end
      let last = text[start..<end].lastIndex { !isSpace($0) } ?? start
      if first <= last, first < end {
        let lines = text[..<first].count { $0 == UInt8(ascii: "\n") }
        let words = text[first...last].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        passages.append(
          Passage(
            text: String(decoding: words, as: UTF8.self), line: line + lines, part: part,
            targets: targets.filter { (first...last).contains($0.at) }.map { ($0.target, $0.at - first) }))
      }
      start = end
    }
  }

  private func append(_ inlines: [Inline], _ text: inout [UInt8], _ targets: inout [(target: Target, at: Int)]) {
    for inline in inlines {
      switch inline {
      case .text(let words), .code(let words): text += words.utf8
      case .lineBreak: text.append(UInt8(ascii: "\n"))
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): append(inner, &text, &targets)
      case .mention(let target, let inner):
        targets.append((target, text.count))
        append(inner, &text, &targets)
      // Struck text says nothing.
      case .styled(let style, let inner):
        if style != .deletion, style != .struck { append(inner, &text, &targets) }
      case .image, .html: break
      }
    }
  }
}

/// Where sentences end: after a stop that a space and a capital follow, but not after a number or one letter ("den 3.",
/// "m.m.", "A. Ek"); and at the end.
private func sentenceEnds(_ text: [UInt8]) -> [Int] {
  var ends: [Int] = []
  for (place, byte) in text.enumerated() {
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") else { continue }
    var next = place + 1
    while next < text.count, isSpace(text[next]) { next += 1 }
    guard next > place + 1, next < text.count, isCapital(text, next) else { continue }
    var word = place
    while word > 0, !isSpace(text[word - 1]) { word -= 1 }
    let letters = text[word..<place]
    if letters.count < 2 || letters.allSatisfy({ (0x30...0x39).contains($0) }) || letters.contains(UInt8(ascii: ".")) {
      continue
    }
    ends.append(next)
  }
  return ends + [text.count]
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

/// A to Z, and À to Þ.
private func isCapital(_ text: [UInt8], _ place: Int) -> Bool {
  (0x41...0x5A).contains(text[place])
    || text[place] == 0xC3 && place + 1 < text.count && (0x80...0x9E).contains(text[place + 1])
}
