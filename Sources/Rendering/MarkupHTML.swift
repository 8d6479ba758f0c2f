package import Records

/// Writes blocks as HTML. Without mentions, tables, styled text and marks, and with the settings as they are from
/// the start, the bytes equal those of libcmark 0.30.2's safe renderer: the rules here are those of its `html.c`.
package struct MarkupHTML {
  /// Attributes for the element of a block, so that a decision in it has an address.
  package struct Mark: Hashable, Sendable {
    /// The first is the element's own; each further one goes on an empty `<span>` at its start.
    package var ids: [String]
    /// Empty for none.
    package var cssClass: String

    package init(ids: [String], cssClass: String) {
      self.ids = ids
      self.cssClass = cssClass
    }
  }

  /// By the line where a paragraph, heading, list item or table row starts. In a tight list the item carries the
  /// mark of its paragraph; where several blocks start on one line, the outermost does.
  package var marks: [Int: Mark] = [:]
  /// The level to write for a heading's level in the source.
  package var headingLevel: (Int) -> Int = { $0 }
  /// `rel="noopener noreferrer"` on links to other sites.
  package var guardsExternalLinks = false
  /// Links words of running text to the glossary: not in headings, links or struck text, nor where a mark is, as a decision is
  /// shown as it was made.
  var terms: TermLinks?
  /// The link to a record.
  private let href: (Target) -> String

  package init(href: @escaping (Target) -> String) { self.href = href }

  private var plain: MarkupHTML {
    var plain = self
    plain.terms = nil
    return plain
  }

  /// Adds the blocks to `out`, from a new line.
  package func write(_ blocks: [Block], to out: inout [UInt8]) { write(blocks, in: .page, to: &out) }
}

/// Where blocks stand.
private struct Surroundings {
  static let page = Surroundings(isTight: false, markedLine: nil)

  /// Directly in an item of a tight list, where paragraphs have no element.
  var isTight: Bool
  /// The line whose mark an outer element carries.
  var markedLine: Int?
}

// MARK: Blocks

extension MarkupHTML {
  private func write(_ blocks: [Block], in outer: Surroundings, to out: inout [UInt8]) {
    for block in blocks {
      let mark = block.line == outer.markedLine ? nil : marks[block.line]
      switch block.kind {
      case .paragraph(let inlines) where outer.isTight: write(inlines, to: &out)
      case .paragraph(let inlines):
        open("p", mark, on: &out)
        (mark == nil ? self : plain).write(inlines, to: &out)
        out += "</p>\n"
      case .heading(let level, let inlines):
        let name = "h\(min(6, max(1, headingLevel(level))))"
        open(name, mark, on: &out)
        plain.write(inlines, to: &out)
        out += "</\(name)>\n"
      case .quote(let blocks):
        out.startLine()
        out += "<blockquote>\n"
        write(blocks, in: Surroundings(isTight: false, markedLine: outer.markedLine), to: &out)
        out.startLine()
        out += "</blockquote>\n"
      case .list(let list): write(list, markedLine: outer.markedLine, to: &out)
      case .code(let info, let text): writeCode(info, text, to: &out)
      case .rule:
        out.startLine()
        out += "<hr />\n"
      case .html:
        out.startLine()
        out += "<!-- raw HTML omitted -->\n"
      case .table(let table): write(table, line: block.line, mark, to: &out)
      }
    }
  }

  private func write(_ list: Block.List, markedLine: Int?, to out: inout [UInt8]) {
    out.startLine()
    switch list.start {
    case nil: out += "<ul>\n"
    case 1: out += "<ol>\n"
    case let start?: out += "<ol start=\"\(start)\">\n"
    }
    for item in list.items {
      let mark = item.line == markedLine ? nil : mark(of: item, isTight: list.isTight)
      open("li", mark, on: &out)
      let inner = Surroundings(isTight: list.isTight, markedLine: mark == nil ? markedLine : item.line)
      (mark == nil ? self : plain).write(item.blocks, in: inner, to: &out)
      out += "</li>\n"
    }
    out += list.start == nil ? "</ul>\n" : "</ol>\n"
  }

  /// Of the item's own line and, as they have no elements, of its tight paragraphs.
  private func mark(of item: Block.Item, isTight: Bool) -> Mark? {
    if marks.isEmpty { return nil }
    var all = marks[item.line].map { [$0] } ?? []
    for block in item.blocks where isTight && block.line != item.line {
      if case .paragraph = block.kind, let mark = marks[block.line] { all.append(mark) }
    }
    return all.first.map { Mark(ids: all.flatMap(\.ids), cssClass: $0.cssClass) }
  }

  private func writeCode(_ info: String, _ text: String, to out: inout [UInt8]) {
    out.startLine()
    let language = info.utf8.prefix { $0 != UInt8(ascii: " ") && !(9...13).contains($0) }
    if language.isEmpty {
      out += "<pre><code>"
    } else {
      out += "<pre><code class=\"language-"
      out.appendEscaped(String(Substring(language)))
      out += "\">"
    }
    out.appendEscaped(text)
    out += "</code></pre>\n"
  }

  /// In a region of its own that can be scrolled with the keyboard, so that a wide table does not widen the page.
  private func write(_ table: Block.Table, line: Int, _ mark: Mark?, to out: inout [UInt8]) {
    out.startLine()
    // Two regions of a page must not have one name: the line in the source tells them apart.
    out += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Tabell: "
    out.appendEscaped(table.header.map(\.plainText).joined(separator: ", "))
    out += " (rad \(line))\">\n<table>\n<thead>\n"
    write(row: table.header, of: table, "th scope=\"col\"", mark, to: &out)
    out += "</thead>\n"
    if !table.rows.isEmpty {
      out += "<tbody>\n"
      for row in table.rows { write(row: row.cells, of: table, "td", marks[row.line], to: &out) }
      out += "</tbody>\n"
    }
    out += "</table>\n</div>\n"
  }

  private func write(row: [[Inline]], of table: Block.Table, _ cell: String, _ mark: Mark?, to out: inout [UInt8]) {
    out += "<tr"
    out.appendAttributes(mark)
    out += ">\n"
    for (index, inlines) in row.enumerated() {
      out += "<\(cell)"
      switch table.alignments[index] {
      case .none: break
      case .left: out += " class=\"left\""
      case .center: out += " class=\"center\""
      case .right: out += " class=\"right\""
      }
      out += ">"
      if index == 0 { out.appendFurtherIDs(mark) }
      (mark == nil && cell == "td" ? self : plain).write(inlines, to: &out)
      out += "</\(cell.prefix(2))>\n"
    }
    out += "</tr>\n"
  }

  private func open(_ name: String, _ mark: Mark?, on out: inout [UInt8]) {
    out.startLine()
    out += "<\(name)"
    out.appendAttributes(mark)
    out += ">"
    out.appendFurtherIDs(mark)
  }
}

// MARK: Inlines

extension MarkupHTML {
  /// Adds text within a block to `out`.
  package func write(_ inlines: [Inline], to out: inout [UInt8]) {
    for inline in inlines {
      switch inline {
      case .text(let text): if let terms { terms.write(text, to: &out) } else { out.appendEscaped(text) }
      case .lineBreak: out += "<br />\n"
      case .code(let text):
        out += "<code>"
        out.appendEscaped(text)
        out += "</code>"
      case .emphasis(let inner): write(inner, within: "em", to: &out)
      case .strong(let inner): write(inner, within: "strong", to: &out)
      case .styled(let style, let inner):
        (style == .deletion || style == .struck ? plain : self).write(inner, within: style.rawValue, to: &out)
      case .link(let destination, let title, let inner):
        out += "<a href=\""
        if !isDangerous(destination) { out.appendEscaped(destination: destination) }
        out.appendTitle(title)
        if guardsExternalLinks, isExternal(destination) { out += "\" rel=\"noopener noreferrer" }
        out += "\">"
        plain.write(inner, to: &out)
        out += "</a>"
      case .image(let source, let title, let alt):
        out += "<img src=\""
        if !isDangerous(source) { out.appendEscaped(destination: source) }
        out += "\" alt=\""
        out.appendEscaped(alt)
        out.appendTitle(title)
        out += "\" />"
      case .html: out += "<!-- raw HTML omitted -->"
      case .mention(let target, let inner):
        out += "<a href=\""
        out.appendEscaped(destination: href(target))
        out += "\">"
        plain.write(inner, to: &out)
        out += "</a>"
      }
    }
  }

  private func write(_ inner: [Inline], within name: String, to out: inout [UInt8]) {
    out += "<\(name)>"
    write(inner, to: &out)
    out += "</\(name)>"
  }
}

/// libcmark's `scan_dangerous_url`. Reading reports these, and more, as errors; this is the second lock.
private func isDangerous(_ destination: String) -> Bool {
  func starts(_ prefix: String) -> Bool {
    destination.utf8.prefix(prefix.utf8.count).elementsEqual(prefix.utf8) { $0 == $1 || $0 | 0x20 == $1 }
  }
  if ["png", "gif", "jpeg", "webp"].contains(where: { starts("data:image/" + $0) }) { return false }
  return ["javascript:", "vbscript:", "file:", "data:"].contains(where: starts)
}

private func isExternal(_ destination: String) -> Bool {
  let start = destination.utf8.prefix(8).map { $0 | 0x20 }
  return start.starts(with: "http:".utf8) || start.starts(with: "https:".utf8)
}

extension [UInt8] {
  fileprivate mutating func appendAttributes(_ mark: MarkupHTML.Mark?) {
    guard let mark else { return }
    if let id = mark.ids.first {
      self += " id=\""
      appendEscaped(id)
      self += "\""
    }
    if !mark.cssClass.isEmpty {
      self += " class=\""
      appendEscaped(mark.cssClass)
      self += "\""
    }
  }

  fileprivate mutating func appendFurtherIDs(_ mark: MarkupHTML.Mark?) {
    for id in mark?.ids.dropFirst() ?? [] {
      self += "<span id=\""
      appendEscaped(id)
      self += "\"></span>"
    }
  }

  fileprivate mutating func appendTitle(_ title: String) {
    if title.isEmpty { return }
    self += "\" title=\""
    appendEscaped(title)
  }
}
