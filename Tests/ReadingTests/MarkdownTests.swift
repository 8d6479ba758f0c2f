import Reading
import Records
import Testing

private func read(_ text: String, firstLine: Int = 1) -> (blocks: [Block], problems: [(problem: Problem, line: Int)]) {
  parseMarkdown(Array(text.utf8)[...], firstLine: firstLine)
}

/// `line: problem`, in the order found.
private func problems(_ text: String) -> [String] {
  read(text).problems.map { found in
    switch found.problem {
    case .rawHTML(let tag), .unbalancedTag(let tag): "\(found.line): \(found.problem.id) \(tag)"
    case .unsafeLink(let destination): "\(found.line): \(found.problem.id) \(destination)"
    default: "\(found.line): \(found.problem.id)"
    }
  }
}

struct ProblemCase: CustomTestStringConvertible, Sendable {
  var testDescription: String { markdown }
  var markdown: String
  var problems: [String]

  init(_ markdown: String, _ problems: [String]) {
    self.markdown = markdown
    self.problems = problems
  }
}

@Suite struct `Markdown as values` {
  @Test func `text and soft breaks are one value`() {
    #expect(read("a & b\\*c\nå").blocks == [Block(.paragraph([.text("a & b*c\nå")]), line: 1)])
  }

  @Test func `hard breaks, code, links and images keep what they say`() {
    let inlines: [Inline] = [
      .text("a"), .lineBreak, .code("b"), .text(" "), .link(destination: "/c", title: "d", [.strong([.text("e")])]),
      .text(" "), .image(source: "f", title: "", alt: "g h i"),
    ]
    #expect(read("a  \n`b` [**e**](/c \"d\") ![g *h*\ni](f)").blocks == [Block(.paragraph(inlines), line: 1)])
  }

  @Test func `blocks know the lines of the file they start on`() {
    let text = "# a\n\n- b\n- c\n\n  d\n\n> e\n\n```\nf\n```\n---\n\ng\n=\n"
    let blocks = read(text, firstLine: 5).blocks
    #expect(blocks.map(\.line) == [5, 7, 12, 14, 17, 19])
    guard case .list(let list) = blocks[1].kind else { return #expect(Bool(false), "no list") }
    #expect(list.items.map(\.line) == [7, 8] && list.items[1].blocks.map(\.line) == [8, 10])
    #expect(!list.isTight && list.start == nil)
  }

  @Test func `an empty text has no blocks`() { #expect(read("").blocks.isEmpty) }

  @Test(arguments: [
    ProblemCase("a <b>c</b>", ["1: raw-html <b>", "1: raw-html </b>"]),
    ProblemCase("a\nb <span class=\"x\">c", ["2: raw-html <span>"]),
    ProblemCase("a <!-- b -->", ["1: raw-html <!--"]),
    ProblemCase("x\n\n<!-- a -->\n", ["3: raw-html <!--"]),
    ProblemCase("x\n\n  <div>\n<del>a</del>\n</div>\n", ["3: raw-html <div>"]),
    ProblemCase("> a\n>\n> <script>\n", ["3: raw-html <script>"]),
    ProblemCase("<del class=\"x\">a</del>", ["1: raw-html <del>", "1: unbalanced-tag </del>"]),
    ProblemCase("a </br> <del/>", ["1: raw-html </br>", "1: raw-html <del/>"]),
    ProblemCase("`<b>`\n\n    <b>\n", []),
  ]) func `other HTML is refused with its line`(example: ProblemCase) {
    #expect(problems(example.markdown) == example.problems)
  }

  @Test(arguments: [
    ProblemCase("x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |", ["6: table-row-too-long"]),
    ProblemCase("a\n<del>b", ["2: unbalanced-tag <del>"]),
    ProblemCase("<del>a\n\nb</del>", ["1: unbalanced-tag <del>", "3: unbalanced-tag </del>"]),
    ProblemCase("<del>a</ins>", ["1: unbalanced-tag </ins>", "1: unbalanced-tag <del>"]),
    ProblemCase("<del>a\n<ins>b</del>", ["2: unbalanced-tag <ins>"]),
    ProblemCase("*<del>a*\n</del>", ["1: unbalanced-tag <del>", "2: unbalanced-tag </del>"]),
    ProblemCase("a | b\n-|-\n<s>x | y</s>", ["3: unbalanced-tag <s>", "3: unbalanced-tag </s>"]),
    ProblemCase("<del>\n\na\n\n</del>\n", ["1: unbalanced-tag <del>", "5: unbalanced-tag </del>"]),
  ]) func `a tag of ours without its other half is refused with its line`(example: ProblemCase) {
    #expect(problems(example.markdown) == example.problems)
  }

  @Test(arguments: [
    "https://exempel.se/a?b#c", "http://exempel.se", "HTTPS://EXEMPEL.SE", "mailto:registrator@exempel.se", "/moten/",
    "../a.md",
    "bilaga%201.pdf", "#p19", "", "?q=a:b", "a/b:c", "https://exempel.se/@namn",
  ]) func `a link may lead to the web, a mailbox, a page or a place on it`(destination: String) {
    #expect(problems("[a](<\(destination)>)") == [])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "java%73cript:x", "javascript%3Ax", "&#106;avascript:x",
    "javascript&colon;x",
    "\u{1}javascript:x", "java&Tab;script:x", "data:text/html,x", "data:image/png;base64,x", "vbscript:x",
    "file:///etc", "ftp://a",
    "tel:1", "//exempel.se", "/\\exempel.se", "\\\\\\\\exempel.se", "%2F%2Fexempel.se", "https:exempel.se",
    "https://bank.se@exempel.se", "http://", "mailto:",
  ]) func `a link may lead nowhere else`(destination: String) {
    #expect(
      read("a\n[b](<\(destination)>)").problems.count { if case .unsafeLink = $0.problem { true } else { false } } == 1)
  }

  @Test(arguments: [
    ProblemCase("a\nb [c](javascript:d) e", ["2: unsafe-link javascript:d"]),
    ProblemCase("a\n![b](data:c)", ["2: unsafe-link data:c"]),
    ProblemCase("a\n\n> b\n> <ftp://c>", ["4: unsafe-link ftp://c"]),
    ProblemCase("[a]\n\n[a]: javascript:b", ["1: unsafe-link javascript:b"]),
  ]) func `an unsafe link is told with its line`(example: ProblemCase) {
    #expect(problems(example.markdown) == example.problems)
  }

  @Test func `a character that only an entity brings is refused`() {
    #expect(problems("a\n\nb&#1;c") == ["3: forbidden-character"])
    #expect(problems("a&#228; `&#1;` \\| x") == [])
    #expect(problems("[a](/b&#x202E;) &#xFDD0;") == ["1: forbidden-character", "1: forbidden-character"])
  }

  @Test(arguments: ["*a **b ", "<del>", "!["]) func `a tree never grows deeper than those who walk it can go`(
    part: String
  ) {
    let ends = ["*a **b ": " b** a*", "<del>": "</del>", "![": "](x)"]
    let text = String(repeating: part, count: 1_500) + "x" + String(repeating: ends[part]!, count: 1_500)
    let found = read(text)
    #expect(!found.problems.isEmpty)
    #expect(found.blocks.plainText.utf8.count > 0 || found.blocks.count == 1)
  }
}

/// Lines that libcmark 0.30.2 reports wrongly, and that we find ourselves: research/codebases.md, section 3.6.
@Suite struct `Where libcmark's positions are wrong` {
  @Test func `a paragraph after a definition starts on its own line`() {
    #expect(read("[a]: /x\n[b]: /y\ntext [a]\nmer").blocks.map(\.line) == [3])
    #expect(read("före\n\n[a]: /x\ntext\n\nefter").blocks.map(\.line) == [1, 4, 6])
    #expect(read("> [a]: /x\n> text").blocks.map(\.line) == [1])
    #expect(read("[a] är\nen länk\n\n[a]: /x").blocks.map(\.line) == [1])
  }

  @Test func `a setext heading after a definition starts on its own line`() {
    #expect(read("[a]: /x\nrubrik\n===\n").blocks.map(\.line) == [2])
    #expect(read("rubrik\n===\n[a]: /x").blocks.map(\.line) == [1])
  }

  @Test func `a tag after a definition is told with its own line`() {
    #expect(problems("[a]: /x\ntext\n<b>") == ["3: raw-html <b>"])
  }

  @Test func `a link over a line end is told where its destination stands`() {
    #expect(problems("a [b\nc](ftp://d) e") == ["2: unsafe-link ftp://d"])
  }

  @Test func `a tag on an indented continuation line is told with its line`() {
    #expect(problems("a\n      b <b>") == ["2: raw-html <b>"])
  }

  @Test func `a tag after a code span over lines is told with its line`() {
    #expect(problems("a `b\nc` d\n<b> e <i>") == ["3: raw-html <b>", "3: raw-html <i>"])
  }

  @Test func `equal tags are told each with its line`() {
    #expect(problems("<b>\n\n<u>a\n\nb <i> c\n<i>\n").map { $0.prefix(1) } == ["1", "3", "5", "6"])
  }
}
