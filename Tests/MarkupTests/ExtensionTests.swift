import Reading
import Records
import Testing

/// A case with a readable name.
struct Case: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var markdown: String
  var html: String

  init(_ name: String, _ markdown: String, _ html: String) {
    testDescription = name
    self.markdown = markdown
    self.html = html
  }
}

/// What we read beyond CommonMark, as the page shows it.
@Suite struct `Tables, struck text and tags` {
  @Test(arguments: [
    Case("a word", "~~Anna~~ Bo", "<p><del>Anna</del> Bo</p>\n"),
    Case("emphasis within", "~~a *b* c~~", "<p><del>a <em>b</em> c</del></p>\n"),
    Case("within emphasis", "**~~a~~ b**", "<p><strong><del>a</del> b</strong></p>\n"),
    Case("only emphasis", "~~**a**~~", "<p><del><strong>a</strong></del></p>\n"),
    Case("over a line end", "~~a\nb~~", "<p><del>a\nb</del></p>\n"),
    Case("inside a word", "a~~b~~c", "<p>a<del>b</del>c</p>\n"),
    Case("before a full stop", "~~a~~.", "<p><del>a</del>.</p>\n"),
    Case("in a heading", "# ~~a~~", "<h1><del>a</del></h1>\n"),
    Case("in a link", "[~~a~~](b)", "<p><a href=\"b\"><del>a</del></a></p>\n"),
    Case("one tilde is a sign", "~a~ ca ~5", "<p>~a~ ca ~5</p>\n"),
    Case("three tildes are signs", "a ~~~b~~~", "<p>a ~~~b~~~</p>\n"),
    Case("blanks within", "~~ a ~~", "<p>~~ a ~~</p>\n"),
    Case("without an end", "~~a", "<p>~~a</p>\n"),
    Case("two pairs", "~~a~~ b ~~c~~", "<p><del>a</del> b <del>c</del></p>\n"),
    Case("across emphasis", "~~a *b~~ c*", "<p>~~a <em>b~~ c</em></p>\n"),
    Case("in code", "`~~a~~`", "<p><code>~~a~~</code></p>\n"),
    Case("escaped", "\\~~a~~", "<p>~~a~~</p>\n"),
    Case("escaped before a pair", "\\~~~a~~", "<p>~<del>a</del></p>\n"),
    Case("Swedish letters", "~~å~~ö", "<p><del>å</del>ö</p>\n"),
  ]) func `two tildes strike text as GitHub's do`(example: Case) { #expect(html(example.markdown) == example.html) }

  @Test(arguments: [
    Case("del", "<del>Anna</del> Bo", "<p><del>Anna</del> Bo</p>\n"),
    Case(
      "each tag", "<ins>a</ins><s>b</s>m<sup>2</sup>H<sub>2</sub>O",
      "<p><ins>a</ins><s>b</s>m<sup>2</sup>H<sub>2</sub>O</p>\n"),
    Case("upper case", "<DEL>a</Del>", "<p><del>a</del></p>\n"),
    Case("breaks", "a<br>b<br/>c<BR />d", "<p>a<br />\nb<br />\nc<br />\nd</p>\n"),
    Case("within each other", "<ins>a <del>b</del></ins>", "<p><ins>a <del>b</del></ins></p>\n"),
    Case("emphasis within", "<del>*a*</del>", "<p><del><em>a</em></del></p>\n"),
    Case("over a line end", "a <del>b\nc</del>", "<p>a <del>b\nc</del></p>\n"),
    Case("alone on its line", "<del>\n*a*\n</del>", "<p><del>\n<em>a</em>\n</del></p>\n"),
    Case("a break alone on its line", "a\n\n<br>\n\nb", "<p>a</p>\n<p><br />\n</p>\n<p>b</p>\n"),
    Case("alone in a quote", "> <del>\n> a</del>", "<blockquote>\n<p><del>\na</del></p>\n</blockquote>\n"),
    Case("alone in a list", "- <del>\n  a</del>", "<ul>\n<li><del>\na</del></li>\n</ul>\n"),
    Case(
      "alone, with a link defined elsewhere", "<del>\n[a]\n</del>\n\n[a]: /x",
      "<p><del>\n<a href=\"/x\">a</a>\n</del></p>\n"),
    Case(
      "in code", "`<del>`\n\n    <del>\n\n```\n<del>\n```",
      "<p><code>&lt;del&gt;</code></p>\n<pre><code>&lt;del&gt;\n</code></pre>\n<pre><code>&lt;del&gt;\n</code></pre>\n"),
    Case(
      "absent people", "Ada Ek\n<del>Bo Lind</del>\t<del>Tf. chef</del>\nHelen",
      "<p>Ada Ek\n<del>Bo Lind</del>\t<del>Tf. chef</del>\nHelen</p>\n"),
    Case("absent people first", "<del>Katrin</del>\t<del>chef</del>", "<p><del>Katrin</del>\t<del>chef</del></p>\n"),
  ]) func `our tags are read wherever they stand`(example: Case) {
    let read = parseMarkdown(Array(example.markdown.utf8)[...], firstLine: 1)
    #expect(html(read.blocks) == example.html)
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    Case("pipes at the ends", "| a | b |\n|---|---|\n| 1 | 2 |", table("a|b", "1|2")),
    Case("no pipes at the ends", "a | b\n--- | ---\n1 | 2", table("a|b", "1|2")),
    Case("one column", "| a |\n|---|\n| 1 |", table("a", "1")),
    Case("header only", "| a | b |\n|---|---|", table("a|b")),
    Case("too few and too many cells", "| a | b |\n|-|-|\n| 1 |\n| 1 | 2 | 3 |", table("a|b", "1|", "1|2")),
    Case("an empty cell", "| a | b |\n|-|-|\n| | 2 |", table("a|b", "|2")),
    Case("a row without a pipe", "| a | b |\n|-|-|\nx", table("a|b", "x|")),
    Case("markup in cells", "| a | b |\n|-|-|\n| *x* y | [l](/u) |", table("a|b", "<em>x</em> y|<a href=\"/u\">l</a>")),
    Case("struck text and breaks", "| a | b |\n|-|-|\n| ~~x~~ | 1<br>2 |", table("a|b", "<del>x</del>|1<br />\n2")),
    Case(
      "code with a pipe", "| a | b |\n|-|-|\n| `x|y` | `x\\|y` |", table("a|b", "<code>x¦y</code>|<code>x¦y</code>")),
    Case("an escaped pipe", "| a | b |\n|-|-|\n| x \\| y | 2 |", table("a|b", "x ¦ y|2")),
    Case("emphasis over cells", "| a | b |\n|-|-|\n| *x | y* |", table("a|b", "<em>x </em>|<em> y</em>")),
    Case("a link with a pipe", "| a | b |\n|-|-|\n| [x|y](/u) | 2 |", table("a|b", "<a href=\"/u\">x¦y</a>|2")),
    Case("lines that end in blanks", "| a | b |  \n|-|-|  \n| 1 | 2 |  ", table("a|b", "1|2")),
    Case("text before", "Röster:\n| a | b |\n|-|-|\n| 1 | 2 |", "<p>Röster:</p>\n" + table("a|b", "1|2")),
    Case("text after a blank line", "| a |\n|-|\n| 1 |\n\nslut", table("a", "1") + "<p>slut</p>\n"),
    Case("other count of columns", "| a | b |\n|-|\n| 1 |", "<p>| a | b |\n|-|\n| 1 |</p>\n"),
    Case("no delimiter row", "| a | b |\n| 1 | 2 |", "<p>| a | b |\n| 1 | 2 |</p>\n"),
    Case("a pipe in prose", "ja | nej - eller\nså", "<p>ja | nej - eller\nså</p>\n"),
    Case("an escaped pipe in prose", "a \\| b `c\\|d`", "<p>a | b <code>c\\|d</code></p>\n"),
    Case("in a list", "- x\n\n  | a |\n  |---|\n  | 1 |", "<ul>\n<li>\n<p>x</p>\n\(table("a", "1"))</li>\n</ul>\n"),
  ]) func `pipes make tables as GitHub's do`(example: Case) {
    // The region's name tells the columns and the line; what is compared here is the table.
    let written = html(example.markdown).replacing(/aria-label="Tabell: [^"]*"/, with: "aria-label=\"Tabell\"")
    #expect(written == example.html)
  }

  @Test func `two tables of a page have names of their own`() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    let page = html(table + table)
    #expect(
      page.contains("aria-label=\"Tabell: a, b (rad 1)\"") && page.contains("aria-label=\"Tabell: a, b (rad 5)\""))
  }

  @Test func `a table's columns are aligned by class`() {
    let cells = html("a | b | c | d\n:-- | :-: | --: | ---\n1 | 2 | 3 | 4")
    for part in [
      "<th scope=\"col\" class=\"left\">a", "class=\"center\">b", "class=\"right\">c", "<th scope=\"col\">d",
      "<td class=\"right\">3",
    ] {
      #expect(cells.contains(part))
    }
    #expect(!cells.contains("style"))
  }

  /// And its lines are lines of the text, and nothing that we put in for libcmark comes out.
  @Test func `any mixture is read without a trap`() {
    for seed in 0..<3_000 {
      var generator = MarkdownGenerator(seed: seed)
      let text = Array(generator.extendedSoup().utf8)
      let lines = 1...(1 + text.count { $0 == UInt8(ascii: "\n") })
      let read = parseMarkdown(text[...], firstLine: 1)
      #expect(
        read.blocks.allSatisfy { lines.contains($0.line) } && read.problems.allSatisfy { lines.contains($0.line) })
      let page = html(read.blocks)
      #expect(!page.unicodeScalars.contains { $0.value == 0xFDD0 } && !page.contains("%EF%B7%90"))
    }
  }

  @Test(arguments: ["> ", "- ", "> 1. "]) func `a text at the nesting cap is read and written`(marker: String) {
    let text = String(repeating: marker, count: marker == "> 1. " ? 50 : 100) + "text\n"
    let read = parseMarkdown(Array(text.utf8)[...], firstLine: 1)
    #expect(read.problems.isEmpty && html(read.blocks) == libcmarkHTML(Array(text.utf8)))
  }

  @Test func `rows know their lines`() {
    let blocks = parseMarkdown(Array("före\na | b\n-|-\n1 | 2\n3 | 4\n".utf8)[...], firstLine: 10).blocks
    #expect(blocks.map(\.line) == [10, 11])
    guard case .table(let table) = blocks[1].kind else { return #expect(Bool(false), "no table") }
    #expect(table.rows.map(\.line) == [13, 14])
  }
}

/// A table of plain cells, given with `|` between them and `¦` for a pipe in one.
private func table(_ rows: String...) -> String {
  func cells(_ row: String, _ element: String) -> String {
    row.split(separator: "|", omittingEmptySubsequences: false)
      .map { "<\(element)>\($0.replacing("¦", with: "|"))</\(element.prefix(2))>\n" }.joined()
  }
  let body = rows.dropFirst().map { "<tr>\n\(cells($0, "td"))</tr>\n" }.joined()
  return "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Tabell\">\n<table>\n<thead>\n<tr>\n"
    + "\(cells(rows[0], "th scope=\"col\""))</tr>\n</thead>\n"
    + (body.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n</div>\n"
}
