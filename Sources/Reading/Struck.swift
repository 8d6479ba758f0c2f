internal import Records

/// `struket:` of the front matter: what becomes of text that is struck out outside attendance, where it says who was
/// absent. Such text was often withdrawn before the approval, so nobody but the author can say.
enum StruckText: String, Sendable {
  case isRemoved = "ta bort"
  case isShown = "visa"
}

/// The lines without what is struck out (`~~text~~`, `<del>`, `<s>`), but for those that `keeps` says, and what that was.
/// Each line keeps its number, and nothing is left of one that was struck out whole.
func withoutStruck(_ lines: [Line], except keeps: (Line) -> Bool) -> (lines: [Line], struck: [Fact<String>]) {
  var out: [Line] = []
  var struck: [Fact<String>] = []
  var group: [Line] = []
  func flush() {
    guard !group.isEmpty else { return }
    let text = group.map { Array($0.raw.utf8) }.joined(separator: [UInt8(ascii: "\n")])
    let bytes = Array(text)
    let places = struckPlaces(in: bytes)
    for place in places {
      let line = group[0].number + bytes[..<place.lowerBound].count { $0 == UInt8(ascii: "\n") }
      let words = Line(number: line, raw: Substring(decoding: bytes[place].filter { $0 != 0x0A }, as: UTF8.self)).text
      struck.append(Fact(words, line: line, .labelled))
    }
    out += places.isEmpty ? group : group.saying(cut(places, from: bytes))
    group = []
  }
  for line in lines {
    // A pair stands within a paragraph, a list item, a heading or a row.
    if keeps(line) || line.isBlank {
      flush()
      out.append(line)
      continue
    }
    let first = line.raw.trimmed.utf8.first ?? 0
    if line.hasBullet || line.isHeading || first == UInt8(ascii: "|") || first.isDigit { flush() }
    group.append(line)
    if line.isHeading || first == UInt8(ascii: "|") { flush() }
  }
  flush()
  return (out, struck)
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// The spans of a paragraph that are struck out, with their marks; none within another.
private func struckPlaces(in text: [UInt8]) -> [Range<Int>] {
  guard text.contains(UInt8(ascii: "~")) || text.contains(UInt8(ascii: "<")) else { return [] }
  var openers: [(mark: Inline.Style?, start: Int)] = []
  var places: [Range<Int>] = []
  var index = 0
  func close(_ mark: Inline.Style?, at end: Int) -> Bool {
    guard let opener = openers.lastIndex(where: { $0.mark == mark }) else { return false }
    let place = openers[opener].start..<end
    openers.removeSubrange(opener...)
    places.removeAll { place.contains($0.lowerBound) }
    places.append(place)
    return true
  }
  while index < text.count {
    let start = index
    switch text[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"):
      let run = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
      index = endOfCode(in: text, after: index + run, ticks: run) ?? index + run
    case UInt8(ascii: "~"):
      let run = text[index...].prefix { $0 == UInt8(ascii: "~") }.count
      index += run
      guard run == 2 else { continue }
      let closes = start > 0 && text[start - 1] > UInt8(ascii: " ")
      if closes, close(nil, at: index) { continue }
      if index < text.count, text[index] > UInt8(ascii: " ") { openers.append((nil, start)) }
    case UInt8(ascii: "<"):
      guard let end = text[index...].prefix(16).firstIndex(of: UInt8(ascii: ">")) else {
        index += 1
        continue
      }
      index = end + 1
      switch AllowedTag(text[start...end]) {
      case .open(let style) where style == .deletion || style == .struck: openers.append((style, start))
      case .close(let style) where style == .deletion || style == .struck: _ = close(style, at: index)
      case nil: index = start + 1
      case .open, .close, .lineBreak: break
      }
    default: index += 1
    }
  }
  return places.sorted { $0.lowerBound < $1.lowerBound }
}

/// Where a code span ends; nil when it never does.
private func endOfCode(in text: [UInt8], after start: Int, ticks: Int) -> Int? {
  var index = start
  while let open = text[index...].firstIndex(of: UInt8(ascii: "`")) {
    let run = text[open...].prefix { $0 == UInt8(ascii: "`") }.count
    index = open + run
    if run == ticks { return index }
  }
  return nil
}

/// The text without the places, and without the space that then is one too many.
private func cut(_ places: [Range<Int>], from text: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  var copied = 0
  for place in places {
    out += text[copied..<place.lowerBound]
    // The lines stay as many.
    out += text[place].filter { $0 == UInt8(ascii: "\n") }
    copied = place.upperBound
    let next = copied < text.count ? text[copied] : UInt8(ascii: "\n")
    if next == UInt8(ascii: " "), out.last.map({ $0 <= UInt8(ascii: " ") }) ?? true {
      copied += 1
    } else if out.last == UInt8(ascii: " "), next == UInt8(ascii: "\n") || ".,;:!?)".utf8.contains(next) {
      out.removeLast()
    }
  }
  return out + text[copied...]
}

extension [Line] {
  /// The same lines with another text, of as many lines. One of which only marks are left is blank.
  fileprivate func saying(_ text: [UInt8]) -> [Line] {
    let parts = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return zip(self, parts).map { line, part in
      let raw = Substring(decoding: part, as: UTF8.self)
      guard raw != line.raw else { return line }
      let isEmpty = part.allSatisfy { " \t#*_-+>|.)§0123456789".utf8.contains($0) || $0 == 0xC2 || $0 == 0xA7 }
      return Line(number: line.number, raw: isEmpty ? "" : raw, setext: isEmpty ? 0 : line.headingLevel)
    }
  }
}

extension Document.Content {
  /// The first line with text that is struck out in what would be shown, and that text.
  var struck: Fact<String>? {
    let blocks: [Block] =
      switch self {
      case .minutes(let minutes): minutes.preamble + minutes.items.flatMap(\.blocks)
      case .termsOfReference(let terms): terms.preamble + terms.bodies.flatMap(\.blocks)
      case .agreement(let agreement): agreement.blocks
      case .page(let page): page.blocks
      case .unrecognised: []
      }
    for block in blocks { if let text = block.struckText { return Fact(text, line: block.line, .labelled) } }
    return nil
  }
}

extension Block {
  /// The first text that is struck out in the block.
  fileprivate var struckText: String? {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.struckText
    case .list(let list): list.items.lazy.flatMap(\.blocks).compactMap(\.struckText).first
    case .quote(let blocks): blocks.lazy.compactMap(\.struckText).first
    case .table(let table): table.rows.lazy.flatMap(\.cells).compactMap(\.struckText).first
    case .code, .rule, .html: nil
    }
  }
}

extension [Inline] {
  fileprivate var struckText: String? {
    for inline in self {
      switch inline {
      case .styled(.deletion, let inner), .styled(.struck, let inner): return inner.plainText
      case .styled(_, let inner), .emphasis(let inner), .strong(let inner), .link(_, _, let inner),
        .mention(_, let inner):
        if let text = inner.struckText { return text }
      case .text, .lineBreak, .code, .image, .html: continue
      }
    }
    return nil
  }
}
