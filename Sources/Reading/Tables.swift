internal import Records

/// The table in a paragraph, and what stands before it: GitHub's `|` tables (GFM 0.29, section 4.10), read from the
/// paragraph's inlines. The first line that a delimiter row of as many cells follows is the header; all lines after
/// it are rows. A `|` splits cells unless it is escaped or in code, links and images; emphasis that reaches
/// over a `|` or a line end is emphasis on both sides of it.
struct TableReader {
  /// The paragraph's lines before the header, without their last line end; empty when there are none.
  var before: [Inline]
  var alignments: [Block.Table.Alignment]
  var header: [[Inline]]
  /// As they are written: with too few or too many cells.
  var rows: [[[Inline]]]
  /// The lines between the paragraph's first and the header.
  var linesBefore: Int

  init?(_ inlines: [Inline]) {
    guard inlines.contains(where: { $0.mayHoldDelimiterRow }) else { return nil }
    let lines = inlines.split(at: .lineEnd)
    for index in lines.indices.dropFirst() {
      guard let alignments = delimiterRow(lines[index]) else { continue }
      let header = cells(of: lines[index - 1])
      guard header.count == alignments.count else { continue }
      let rows = lines[(index + 1)...].map(cells)
      guard rows.reduce(0, { $0 + max(0, header.count - $1.count) }) <= paddingLimit else { continue }
      self.rows = rows
      self.alignments = alignments
      self.header = header
      before = Array(lines[..<(index - 1)].joined(separator: [.text("\n")]))
      linesBefore = index - 1
      return
    }
    return nil
  }
}

/// The empty cells that a table may lack: a short text must not become a page of a million cells.
private let paddingLimit = 10_000

/// `|---|:--:|`: nil when the line is anything else. One `|` at least, so that no prose becomes a table.
private func delimiterRow(_ line: [Inline]) -> [Block.Table.Alignment]? {
  guard line.count == 1, case .text(let text) = line[0], text.utf8.contains(UInt8(ascii: "|")) else { return nil }
  var alignments: [Block.Table.Alignment] = []
  for cell in cells(of: line) {
    guard cell.count == 1, case .text(let marker) = cell[0] else { return nil }
    var dashes = marker.utf8[...]
    let left = dashes.first == UInt8(ascii: ":")
    if left { dashes.removeFirst() }
    let right = dashes.last == UInt8(ascii: ":")
    if right { dashes.removeLast() }
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
  }
  return alignments
}

/// The cells of a row, without the pipes at its ends and the blanks round them.
private func cells(of line: [Inline]) -> [[Inline]] {
  var cells = line.split(at: .pipe).map { $0.trimmingBlanks() }
  if cells.first?.isEmpty == true { cells.removeFirst() }
  if cells.last?.isEmpty == true { cells.removeLast() }
  return cells
}

private enum Separator { case lineEnd, pipe }

extension Inline {
  /// A cheap look, so that ordinary paragraphs are not cut into lines.
  fileprivate var mayHoldDelimiterRow: Bool {
    guard case .text(let text) = self else { return false }
    return text.utf8.contains(UInt8(ascii: "|")) && text.utf8.contains(UInt8(ascii: "-"))
  }
}

extension [Inline] {
  fileprivate func split(at separator: Separator) -> [[Inline]] {
    var parts: [[Inline]] = [[]]
    for inline in self {
      switch inline {
      case .text(let text):
        for (index, piece) in text.pieces(at: separator).enumerated() {
          if index > 0 { parts.append([]) }
          if !piece.isEmpty { parts[parts.count - 1].append(.text(piece)) }
        }
      case .lineBreak where separator == .lineEnd: parts.append([])
      case .emphasis(let inner): parts.continue(with: inner.split(at: separator)) { .emphasis($0) }
      case .strong(let inner): parts.continue(with: inner.split(at: separator)) { .strong($0) }
      case .styled(let style, let inner):
        parts.continue(with: inner.split(at: separator)) { .styled(style, $0) }
      case .lineBreak, .code, .link, .image, .html, .mention: parts[parts.count - 1].append(inline)
      }
    }
    return parts
  }

  fileprivate func trimmingBlanks() -> [Inline] {
    var out = self
    if case .text(let text)? = out.first {
      let kept = text.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if kept.isEmpty { out.removeFirst() } else { out[0] = .text(String(Substring(kept))) }
    }
    if case .text(let text)? = out.last {
      let blanks = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
      if blanks == text.utf8.count {
        out.removeLast()
      } else {
        out[out.count - 1] = .text(String(text.utf8.dropLast(blanks))!)
      }
    }
    return out
  }
}

extension [[Inline]] {
  /// The first part goes on with the last one here, the others follow.
  fileprivate mutating func `continue`(with inner: [[Inline]], wrap: ([Inline]) -> Inline) {
    for (index, part) in inner.enumerated() {
      if index > 0 { append([]) }
      if !part.isEmpty { self[count - 1].append(wrap(part)) }
    }
  }
}

extension String {
  /// The pieces between the separators; a pipe after the parser's mark is escaped and separates nothing.
  fileprivate func pieces(at separator: Separator) -> [String] {
    let sign = UInt8(ascii: separator == .pipe ? "|" : "\n")
    let utf8 = Array(utf8)
    guard utf8.contains(sign) else { return [self] }
    var pieces: [String] = []
    var start = 0
    for (index, byte) in utf8.enumerated() where byte == sign {
      if separator == .pipe, utf8[start..<index].suffix(3).elementsEqual(ParserMark.bytes) { continue }
      pieces.append(String(decoding: utf8[start..<index], as: UTF8.self))
      start = index + 1
    }
    pieces.append(String(decoding: utf8[start...], as: UTF8.self))
    return pieces
  }
}
