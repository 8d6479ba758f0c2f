/// A block of Markdown as a value: what libcmark understood, plus our tables. Lines count from 1 in the file.
package struct Block: Hashable, Sendable {
  package var kind: Kind
  package var line: Int

  package init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  package indirect enum Kind: Hashable, Sendable {
    case paragraph([Inline])
    /// `level` is 1 to 6.
    case heading(level: Int, [Inline])
    case list(List)
    case quote([Block])
    /// `info` is the text after the fence, empty for indented code.
    case code(info: String, String)
    case rule
    /// Raw HTML: an error in content, and never written out.
    case html(String)
    case table(Table)
  }

  package struct List: Hashable, Sendable {
    /// Nil for a bullet list, else the number of the first item.
    package var start: Int?
    /// Paragraphs of a tight list are written without `<p>`.
    package var isTight: Bool
    package var items: [Item]

    package init(start: Int?, isTight: Bool, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  package struct Item: Hashable, Sendable {
    package var blocks: [Block]
    package var line: Int

    package init(_ blocks: [Block], line: Int) {
      self.blocks = blocks
      self.line = line
    }
  }

  /// A `|` table as GitHub writes them. Every row has as many cells as there are columns.
  package struct Table: Hashable, Sendable {
    package enum Alignment: Hashable, Sendable { case none, left, center, right }
    package var alignments: [Alignment]
    package var header: [[Inline]]
    package var rows: [Row]

    package struct Row: Hashable, Sendable {
      package var cells: [[Inline]]
      package var line: Int

      package init(cells: [[Inline]], line: Int) {
        self.cells = cells
        self.line = line
      }
    }

    package init(alignments: [Alignment], header: [[Inline]], rows: [Row]) {
      self.alignments = alignments
      self.header = header
      self.rows = rows
    }
  }
}

/// Text within a block.
package indirect enum Inline: Hashable, Sendable {
  /// A newline in the text is a soft line break of the source.
  case text(String)
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  /// `<del>`, `<ins>`, `<s>`, `<sup>`, `<sub>` from the allow-list, and `~~text~~`, which is a deletion.
  case styled(Style, [Inline])
  case link(destination: String, title: String, [Inline])
  /// The description is plain text, as libcmark puts it in `alt`.
  case image(source: String, title: String, alt: String)
  /// Raw HTML that is not on the allow-list: an error in content, and never written out.
  case html(String)
  /// The name of something that has a page; found by Linking, never by the parser.
  case mention(Target, [Inline])

  /// The raw value is the HTML element.
  package enum Style: String, Sendable {
    case deletion = "del", insertion = "ins", struck = "s", superscript = "sup", `subscript` = "sub"
  }
}

extension [Inline] {
  /// The text without markup; line breaks are newlines, struck text is left out.
  package var plainText: String { text(of: eachPiece) }

  /// Hands over `plainText` in pieces, for those who read it and keep nothing.
  package func eachPiece(_ visit: (String) -> Void) {
    for inline in self {
      switch inline {
      case .text(let text), .code(let text): visit(text)
      case .lineBreak: visit("\n")
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .mention(_, let inner):
        inner.eachPiece(visit)
      case .styled(let style, let inner):
        if style != .deletion && style != .struck { inner.eachPiece(visit) }
      case .image(_, _, let alt): visit(alt)
      case .html: break
      }
    }
  }
}

extension Block {
  /// The text of the block and all within it, one line per line of the source's, without markup or struck text.
  package var plainText: String { text(of: eachPiece) }

  package func eachPiece(_ visit: (String) -> Void) {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.eachPiece(visit)
    case .list(let list): list.items.each(between: { visit("\n") }) { $0.blocks.eachPiece(visit) }
    case .quote(let blocks): blocks.eachPiece(visit)
    case .code(_, let text): visit(text)
    case .rule, .html: break
    case .table(let table):
      ([table.header] + table.rows.map(\.cells)).each(between: { visit("\n") }) { cells in
        cells.each(between: { visit(" ") }) { $0.eachPiece(visit) }
      }
    }
  }
}

extension [Block] {
  package var plainText: String { text(of: eachPiece) }

  package func eachPiece(_ visit: (String) -> Void) { each(between: { visit("\n") }) { $0.eachPiece(visit) } }
}

private func text(of pieces: ((String) -> Void) -> Void) -> String {
  var out = ""
  pieces { out += $0 }
  return out
}

extension Array {
  fileprivate func each(between separate: () -> Void, _ visit: (Element) -> Void) {
    for (index, element) in enumerated() {
      if index > 0 { separate() }
      visit(element)
    }
  }
}
