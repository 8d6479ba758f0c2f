import Records
import Rendering
import Testing

private func paragraph(_ text: String, line: Int) -> Block { Block(.paragraph([.text(text)]), line: line) }

private func list(tight: Bool, _ items: Block.Item...) -> Block {
  Block(.list(Block.List(start: nil, isTight: tight, items: items)), line: items[0].line)
}

@Suite struct `Marks, headings and links in the HTML` {
  private func html(_ blocks: [Block], _ change: (inout MarkupHTML) -> Void = { _ in }) -> String {
    var markup = MarkupHTML(href: { _ in "../../organ/lsg/?a&b" })
    change(&markup)
    var out: [UInt8] = []
    markup.write(blocks, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func marked(_ line: Int, _ ids: String..., in blocks: [Block]) -> String {
    html(blocks) { $0.marks = [line: MarkupHTML.Mark(ids: ids, cssClass: "decision")] }
  }

  @Test func `a marked paragraph carries the id and the class`() {
    #expect(
      marked(3, "p19-beslut-1", in: [paragraph("a", line: 1), paragraph("b", line: 3)])
        == "<p>a</p>\n<p id=\"p19-beslut-1\" class=\"decision\">b</p>\n")
  }

  @Test func `further ids stand on empty spans`() {
    #expect(
      marked(1, "a", "b", "c", in: [paragraph("x", line: 1)])
        == "<p id=\"a\" class=\"decision\"><span id=\"b\"></span><span id=\"c\"></span>x</p>\n")
  }

  @Test func `a mark on a tight item's paragraph stands on the item`() {
    let blocks = [
      list(tight: true, .init([paragraph("x", line: 4)], line: 3), .init([paragraph("y", line: 5)], line: 5))
    ]
    #expect(marked(4, "a", in: blocks) == "<ul>\n<li id=\"a\" class=\"decision\">x</li>\n<li>y</li>\n</ul>\n")
    #expect(marked(5, "a", in: blocks) == "<ul>\n<li>x</li>\n<li id=\"a\" class=\"decision\">y</li>\n</ul>\n")
  }

  @Test func `a mark is written once, on the outermost element of its line`() {
    let inner = list(tight: false, .init([paragraph("x", line: 1)], line: 1))
    let blocks = [list(tight: false, .init([inner, paragraph("y", line: 2)], line: 1))]
    #expect(marked(1, "a", in: blocks).split(separator: "id=\"a\"").count == 2)
    #expect(marked(1, "a", in: blocks).hasPrefix("<ul>\n<li id=\"a\""))
    #expect(marked(2, "a", in: blocks).contains("<p id=\"a\" class=\"decision\">y</p>"))
  }

  @Test func `a mark in a quote, on a heading and on a table row is found`() {
    let row = Block.Table.Row(cells: [[.text("1")]], line: 9)
    let table = Block.Table(alignments: [.none], header: [[.text("h")]], rows: [row])
    let blocks = [
      Block(.quote([paragraph("q", line: 1)]), line: 1), Block(.heading(level: 2, [.text("r")]), line: 3),
      Block(.table(table), line: 7),
    ]
    #expect(marked(1, "a", in: blocks).contains("<blockquote>\n<p id=\"a\" class=\"decision\">q"))
    #expect(marked(3, "a", in: blocks).contains("<h2 id=\"a\" class=\"decision\">r</h2>"))
    #expect(marked(7, "a", in: blocks).contains("<thead>\n<tr id=\"a\" class=\"decision\">\n<th"))
    #expect(
      marked(9, "a", "b", in: blocks).contains("<tr id=\"a\" class=\"decision\">\n<td><span id=\"b\"></span>1</td>"))
  }

  @Test(arguments: [(1, "h2"), (4, "h5"), (6, "h6")]) func `headings are moved down`(level: Int, name: String) {
    let blocks = [Block(.heading(level: level, [.text("a")]), line: 1)]
    #expect(html(blocks) { $0.headingLevel = { $0 + 1 } } == "<\(name)>a</\(name)>\n")
  }

  @Test func `a mention is a link to its record`() {
    let blocks = [Block(.paragraph([.mention(.body(ID(0)), [.text("LSG <1>")])]), line: 1)]
    #expect(html(blocks) == "<p><a href=\"../../organ/lsg/?a&amp;b\">LSG &lt;1&gt;</a></p>\n")
  }

  @Test(arguments: [
    ("https://a.se", true), ("HTTP://a.se", true), ("/a", false), ("mailto:a@b.se", false), ("#a", false),
  ])
  func `links to other sites are guarded when asked`(destination: String, isExternal: Bool) {
    let blocks = [Block(.paragraph([.link(destination: destination, title: "t", [.text("x")])]), line: 1)]
    let guarded = html(blocks) { $0.guardsExternalLinks = true }
    #expect(guarded.contains(" title=\"t\" rel=\"noopener noreferrer\">x") == isExternal)
    #expect(!html(blocks).contains("rel="))
  }

  @Test func `raw HTML and what runs are never written`() {
    let inlines: [Inline] = [
      .html("<script>"), .link(destination: "javascript:x", title: "", [.text("a")]),
      .image(source: "DATA:text/html,x", title: "", alt: "\"<b>"),
    ]
    #expect(
      html([Block(.html("<script>"), line: 1), Block(.paragraph(inlines), line: 2)])
        == "<!-- raw HTML omitted -->\n<p><!-- raw HTML omitted --><a href=\"\">a</a><img src=\"\" alt=\"&quot;&lt;b&gt;\" /></p>\n"
    )
  }

  @Test func `blocks follow what is already written on a new line`() {
    var out = Array("<main>".utf8)
    MarkupHTML(href: { _ in "" }).write([paragraph("a", line: 1)], to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "<main>\n<p>a</p>\n")
  }
}
