internal import CCmark
internal import Glibc
package import Records

/// Markdown as values: CommonMark 0.30 as libcmark reads it, with our tables, `~~text~~` and tags, and what must not
/// be published. `text` has passed `normalise`; `firstLine` is the number of its first line in the file.
/// The C tree lives and dies in here.
package func parseMarkdown(
  _ text: ArraySlice<UInt8>, firstLine: Int
) -> (blocks: [Block], problems: [(problem: Problem, line: Int)]) {
  text.withUnsafeBufferPointer { buffer in
    let mayNeedMarks = buffer.has(UInt8(ascii: "\\")) || buffer.has(UInt8(ascii: "<"))
    guard mayNeedMarks, let marked = ParserMark.mark(buffer) else {
      return parse(buffer, isMarked: false, firstLine: firstLine)
    }
    return marked.withUnsafeBufferPointer { parse($0, isMarked: true, firstLine: firstLine) }
  }
}

private func parse(
  _ text: UnsafeBufferPointer<UInt8>, isMarked: Bool, firstLine: Int
) -> (blocks: [Block], problems: [(problem: Problem, line: Int)]) {
  guard let start = text.baseAddress,
    let root = cmark_parse_document(
      UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), text.count, CMARK_OPT_DEFAULT)
  else { return ([], []) }
  defer { cmark_node_free(root) }
  var reader = TreeReader(text, isMarked: isMarked, linesAbove: firstLine - 1)
  let blocks = reader.blocks(of: root)
  return (blocks, reader.problems)
}

/// Turns libcmark's tree into values. Lines are those of the text in here, and of the file in what comes out.
private struct TreeReader {
  typealias Node = OpaquePointer

  private(set) var problems: [(problem: Problem, line: Int)] = []
  private let isMarked: Bool
  private let linesAbove: Int
  private let hasPipes: Bool
  private let hasTildes: Bool
  /// `&#2;` brings characters that no check of the source has seen.
  private let hasNumericEntities: Bool
  private let mayHaveDefinitions: Bool
  private var cursor: SourceCursor
  private var depth = 0
  /// Text that has been met and may go on.
  private var pending: [UInt8] = []
  /// Of the block that is being read: its first and last line, the lines of our tags in it, and what its text holds.
  private var line = 1
  private var lastLine = 1
  private var tagLines: [Int] = []
  private var blockHasPipes = false
  private var blockHasTildes = false

  init(_ text: UnsafeBufferPointer<UInt8>, isMarked: Bool, linesAbove: Int) {
    self.isMarked = isMarked
    self.linesAbove = linesAbove
    hasPipes = text.has(UInt8(ascii: "|"))
    hasTildes = text.has(UInt8(ascii: "~"))
    hasNumericEntities = text.has(UInt8(ascii: "&"), then: UInt8(ascii: "#"))
    mayHaveDefinitions = text.has(UInt8(ascii: "]"), then: UInt8(ascii: ":"))
    cursor = SourceCursor(text)
  }

  private mutating func report(_ problem: Problem, line: Int) { problems.append((problem, line + linesAbove)) }

  /// Nothing when the tree goes too deep for those who walk it.
  private mutating func within<Result>(_ otherwise: Result, _ body: (inout Self) -> Result) -> Result {
    guard depth < Cap.nesting else {
      report(.nestingTooDeep(limit: Cap.nesting), line: line)
      return otherwise
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }
}

// MARK: Blocks

extension TreeReader {
  mutating func blocks(of parent: Node) -> [Block] {
    var blocks: [Block] = []
    for node in Children(of: parent) {
      line = Int(cmark_node_get_start_line(node))
      lastLine = max(line, Int(cmark_node_get_end_line(node)))
      let start = line + linesAbove
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH: paragraph(node, to: &blocks)
      case CMARK_NODE_HEADING:
        let (inlines, line) = leaf(node, linesBelow: lastLine > line ? 1 : 0)
        let level = Int(cmark_node_get_heading_level(node))
        blocks.append(Block(.heading(level: level, styled(inlines)), line: line + linesAbove))
      case CMARK_NODE_LIST: blocks.append(Block(.list(list(node)), line: start))
      case CMARK_NODE_BLOCK_QUOTE:
        blocks.append(Block(.quote(within([]) { $0.blocks(of: node) }), line: start))
      case CMARK_NODE_CODE_BLOCK:
        let info = unescaped(cmark_node_get_fence_info(node))
        blocks.append(Block(.code(info: info, stripped(cmark_node_get_literal(node))), line: start))
      case CMARK_NODE_THEMATIC_BREAK: blocks.append(Block(.rule, line: start))
      case CMARK_NODE_HTML_BLOCK:
        let html = stripped(cmark_node_get_literal(node))
        report(.rawHTML(tag: tagName(html)), line: line)
        blocks.append(Block(.html(html), line: start))
      default: break
      }
    }
    return blocks
  }

  private mutating func list(_ node: Node) -> Block.List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var list = Block.List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0, items: [])
    for item in Children(of: node) {
      line = Int(cmark_node_get_start_line(item))
      let start = line + linesAbove
      list.items.append(Block.Item(within([]) { $0.blocks(of: item) }, line: start))
    }
    return list
  }

  private mutating func paragraph(_ node: Node, to blocks: inout [Block]) {
    let (inlines, line) = leaf(node, linesBelow: 0)
    let start = line + linesAbove
    guard blockHasPipes, let table = TableReader(inlines) else {
      return blocks.append(Block(.paragraph(styled(inlines)), line: start))
    }
    var styler = Styler(tagLines: tagLines, line: line)
    if !table.before.isEmpty { blocks.append(Block(.paragraph(styler.style(table.before)), line: start)) }
    let top = start + table.linesBefore
    let header = table.header.map { styler.style($0, inCell: true) }
    var value = Block.Table(alignments: table.alignments, header: header, rows: [])
    for (index, row) in table.rows.enumerated() {
      // GitHub drops the cells that have no column; here nothing that was written is lost in silence.
      if row.count > header.count {
        report(.tableRowTooLong(cells: row.count, columns: header.count), line: line + table.linesBefore + 2 + index)
      }
      var cells = row.map { styler.style($0, inCell: true) }.prefix(header.count)
      while cells.count < header.count { cells.append([]) }
      value.rows.append(Block.Table.Row(cells: Array(cells), line: top + 2 + index))
    }
    blocks.append(Block(.table(value), line: top))
    for found in styler.problems { report(found.problem, line: found.line) }
  }

  /// The inlines of a paragraph or heading, and its first line. libcmark counts the link reference definitions that
  /// it took off the start of a paragraph as lines of it, so then the lines are counted from the last one.
  private mutating func leaf(_ node: Node, linesBelow: Int) -> (inlines: [Inline], line: Int) {
    tagLines = []
    blockHasPipes = false
    blockHasTildes = false
    let first = line
    let last = lastLine
    let inlines = inlines(of: node)
    guard mayHaveDefinitions else { return (inlines, first) }
    cursor.move(toLine: first)
    guard cursor.mayStandAtDefinition else { return (inlines, first) }
    return (inlines, max(first, last - linesBelow - inlines.lineEnds))
  }

  /// With tags and `~~` paired.
  private mutating func styled(_ inlines: [Inline]) -> [Inline] {
    guard isMarked || blockHasTildes || !tagLines.isEmpty else { return inlines }
    var styler = Styler(tagLines: tagLines, line: line)
    let styled = styler.style(inlines)
    for found in styler.problems { report(found.problem, line: found.line) }
    return styled
  }
}

// MARK: Inlines

extension TreeReader {
  private mutating func inlines(of parent: Node) -> [Inline] {
    var inlines: [Inline] = []
    for node in Children(of: parent) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT where pending.isEmpty && !isText(cmark_node_next(node)):
        inlines.append(text(bytes(cmark_node_get_literal(node))))
      case CMARK_NODE_TEXT: pending += bytes(cmark_node_get_literal(node))
      case CMARK_NODE_SOFTBREAK: pending.append(UInt8(ascii: "\n"))
      default:
        flush(to: &inlines)
        if let inline = inline(node) { inlines.append(inline) }
      }
    }
    flush(to: &inlines)
    return inlines
  }

  private func isText(_ node: Node?) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK
  }

  private mutating func flush(to inlines: inout [Inline]) {
    if pending.isEmpty { return }
    let run = pending
    inlines.append(run.withUnsafeBufferPointer { text($0) })
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Inline {
    if hasPipes, !blockHasPipes { blockHasPipes = bytes.has(UInt8(ascii: "|")) }
    if hasTildes, !blockHasTildes { blockHasTildes = bytes.has(UInt8(ascii: "~")) }
    return .text(checked(String(decoding: bytes, as: UTF8.self)))
  }

  private mutating func inline(_ node: Node) -> Inline? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(String(decoding: bytes(cmark_node_get_literal(node)), as: UTF8.self))
    case CMARK_NODE_EMPH: return .emphasis(within([]) { $0.inlines(of: node) })
    case CMARK_NODE_STRONG: return .strong(within([]) { $0.inlines(of: node) })
    case CMARK_NODE_HTML_INLINE: return tag(node)
    case CMARK_NODE_LINK:
      let isAutolink = isAutolink(node)
      let url = cmark_node_get_url(node)
      let destination = isAutolink ? stripped(url) : unescaped(url)
      check(destination, url)
      let title = unescaped(cmark_node_get_title(node))
      let inner = isAutolink ? [.text(destination)] : within([]) { $0.inlines(of: node) }
      return .link(destination: destination, title: title, inner)
    case CMARK_NODE_IMAGE:
      let source = unescaped(cmark_node_get_url(node))
      check(source, cmark_node_get_url(node))
      let alt = checked(alt(of: node))
      return .image(source: source, title: unescaped(cmark_node_get_title(node)), alt: alt)
    default: return nil
    }
  }

  private mutating func tag(_ node: Node) -> Inline {
    let literal = bytes(cmark_node_get_literal(node))
    cursor.move(toLine: line)
    let firstLine = UnsafeBufferPointer(rebasing: literal.prefix { $0 != UInt8(ascii: "\n") })
    let found = cursor.next(firstLine, through: lastLine) ?? line
    let text = String(decoding: literal, as: UTF8.self)
    if AllowedTag(literal) != nil { tagLines.append(found) } else { report(.rawHTML(tag: tagName(text)), line: found) }
    return .html(text)
  }

  /// An unsafe destination is searched for in the block, unless there are so many that it would take long.
  private mutating func check(_ destination: String, _ written: UnsafePointer<CChar>?) {
    guard !isSafeLink(destination) else { return }
    cursor.move(toLine: line)
    let found = problems.count < 100 ? cursor.peek(bytes(written), through: lastLine) : nil
    report(.unsafeLink(destination: destination), line: found ?? line)
  }

  /// The description of an image as libcmark puts it in `alt`: its text, and a space for a line end.
  private mutating func alt(of parent: Node) -> String {
    var alt = ""
    for node in Children(of: parent) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: alt += unescaped(cmark_node_get_literal(node))
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: alt += stripped(cmark_node_get_literal(node))
      case CMARK_NODE_LINEBREAK, CMARK_NODE_SOFTBREAK: alt += " "
      case CMARK_NODE_LINK where isAutolink(node): alt += stripped(cmark_node_get_url(node))
      default: alt += within("") { $0.alt(of: node) }
      }
    }
    return alt
  }

  /// `<https://a>`: the one link whose text is its destination as written, and where `\` escapes nothing.
  private func isAutolink(_ node: Node) -> Bool {
    guard isMarked, let child = cmark_node_first_child(node), cmark_node_next(child) == nil else { return false }
    let text = bytes(cmark_node_get_literal(child))
    return !text.isEmpty && text.elementsEqual(bytes(cmark_node_get_url(node)))
  }
}

// MARK: Strings

extension TreeReader {
  private func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: string, count: strlen(string)).assumingMemoryBound(to: UInt8.self)
  }

  /// For what knows no escapes: code and HTML.
  private mutating func stripped(_ string: UnsafePointer<CChar>?) -> String {
    let text = String(decoding: bytes(string), as: UTF8.self)
    return isMarked ? ParserMark.strip(text) : text
  }

  /// For destinations, titles and the like.
  private mutating func unescaped(_ string: UnsafePointer<CChar>?) -> String {
    let text = String(decoding: bytes(string), as: UTF8.self)
    return checked(isMarked ? ParserMark.unescape(text) : text)
  }

  /// Reports a character that only an entity can have brought.
  private mutating func checked(_ text: String) -> String {
    guard hasNumericEntities else { return text }
    let found = text.unicodeScalars.first { isForbidden($0) && !(isMarked && $0 == ParserMark.scalar) }
    if let found { report(.forbiddenCharacter(scalar: found.value), line: line) }
    return text
  }
}

/// `<b>` of `<b class="x">`; what is no element is told by its first signs.
private func tagName(_ html: String) -> String {
  let tag = html.utf8.drop { $0 == UInt8(ascii: " ") }
  let name = tag.prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
  return name.starts(with: "<!--".utf8) ? "<!--" : String(decoding: name.prefix(40), as: UTF8.self) + ">"
}

private struct Children: Sequence, IteratorProtocol {
  private var node: OpaquePointer?

  init(of parent: OpaquePointer) { node = cmark_node_first_child(parent) }

  mutating func next() -> OpaquePointer? {
    defer { if let current = node { node = cmark_node_next(current) } }
    return node
  }
}

extension [Inline] {
  /// How many line ends of the source stand in the text.
  fileprivate var lineEnds: Int {
    reduce(0) { count, inline in
      switch inline {
      case .text(let text), .html(let text): count + text.utf8.count { $0 == UInt8(ascii: "\n") }
      case .lineBreak: count + 1
      case .emphasis(let inner), .strong(let inner), .styled(_, let inner), .link(_, _, let inner),
        .mention(_, let inner):
        count + inner.lineEnds
      case .code, .image: count
      }
    }
  }
}

/// These run over every text, so they leave the search to `memchr`.
extension UnsafeBufferPointer<UInt8> {
  fileprivate func has(_ byte: UInt8) -> Bool { baseAddress.map { memchr($0, Int32(byte), count) != nil } ?? false }

  fileprivate func has(_ first: UInt8, then second: UInt8) -> Bool {
    has(first) && indices.dropLast().contains { self[$0] == first && self[$0 + 1] == second }
  }
}
