import Testing

@testable import Publishing
@testable import Records

@Suite struct PrinterTests {
  @Test func `a diagnostic is printed like a compiler's`() {
    #expect(
      printed("datun: x", column: 1) == """
        a.md:7:1: error: Nyckeln ”datun” finns inte; menade du ”datum”? [unknown-key]
            7 | datun: x
              | ^

        """)
  }

  @Test func `the caret counts characters, though the column counts bytes`() {
    #expect(caret("åäö: x", column: 9) == "      |      ^")
  }

  @Test func `a tab stays a tab under itself`() { #expect(caret("\ta\tb", column: 4).hasSuffix("| \t \t^")) }

  @Test func `a long line is cut to what surrounds the column`() throws {
    let line = String(repeating: "x", count: 5_000) + "Å" + String(repeating: "y", count: 5_000)
    let lines = printed(line, column: 5_001).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1].hasPrefix("    7 | …x") && lines[1].hasSuffix("y…") && lines[1].count < 120)
    let caret = try #require(Array(lines[2]).firstIndex(of: "^"))
    #expect(Array(lines[1])[caret] == "Å")
  }

  @Test func `a column beyond the line, and a line that cannot be had, do no harm`() {
    #expect(caret("kort", column: 500).hasSuffix("^"))
    #expect(printed(nil, column: 5).split(separator: "\n").count == 1)
  }

  @Test func `what could move the cursor or turn the text round is not printed`() {
    let text = printed("a\u{1B}[2Jb\u{202E}c", column: 1)
    #expect(!text.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `colours are only there when asked for`() {
    let diagnostic = Diagnostic(.invalidUTF8, at: SourceLocation(path: "a.md"))
    #expect(!DiagnosticPrinter(isColoured: false, line: { _ in nil }).text(of: diagnostic).contains("\u{1B}"))
    #expect(DiagnosticPrinter(isColoured: true, line: { _ in nil }).text(of: diagnostic).contains("\u{1B}[1;31merror:"))
  }

  @Test func `diagnostics stand in the order of path, line and column, those of the whole site first`() {
    let places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 2), ("a.md", 9, 1)]
    let all = places.map { Diagnostic(.rawHTML(tag: "<b>"), at: SourceLocation(path: $0.0, line: $0.1, column: $0.2)) }
    let sorted = (all + [Diagnostic(.contentEmpty(path: "content"), at: nil)]).sorted()
    #expect(
      sorted.map { $0.location.map { "\($0.path):\($0.line):\($0.column)" } ?? "-" } == [
        "-", "a.md:9:1", "a.md:9:2", "a.md:10:1", "b.md:1:1",
      ])
  }

  @Test(arguments: Withholding.Reason.examples) func `a reason says what to write, on one line, without a stop`(
    _ reason: Withholding.Reason
  ) {
    #expect(reason.words.isOneSentence)
  }

  @Test func `a withheld document's own errors stop nothing, unless they concern the reading`() {
    func document(_ problem: Problem) -> Withholding {
      Withholding(
        path: "a.md", name: "a.md", reason: .noDate,
        diagnostics: [Diagnostic(problem, at: SourceLocation(path: "a.md"))])
    }
    var report = Report()
    report.note([], [document(.rawHTML(tag: "<b>"))])
    #expect(!report.hasErrors && report.withheld[0].diagnostics.count == 1)
    report.note([], [document(.invalidUTF8)])
    #expect(report.hasErrors && report.withheld.count == 1)
  }

  @Test func `the last line counts what is published and what is not`() {
    var report = Report()
    func admitted(_ content: Document.Content) -> Admitted {
      let source = SourceFile(path: "a.md", bytes: [])
      return Admitted(
        document: Document(source: source, isDraft: false, content: content, diagnostics: []), approval: nil,
        withheld: nil)
    }
    #expect(report.summary(publishes: true) == "inget publicerat")
    let minutes = Document.Content.minutes(Minutes(title: "A"))
    report.note([admitted(minutes)], [])
    #expect(report.summary(publishes: true) == "1 protokoll publicerat")
    let page = Document.Content.page(Page(title: "", order: 0, blocks: []))
    report.note(
      [admitted(minutes), admitted(.termsOfReference(TermsOfReference(title: ""))), admitted(page)],
      [
        Withholding(path: "b.md", name: "b.md", reason: .draft, diagnostics: []),
        Withholding(path: "a.md", name: "a.md", reason: .noDate, diagnostics: []),
      ])
    #expect(
      report.summary(publishes: true) == "2 protokoll, 1 uppdragsbeskrivning och 1 sida publicerade; 2 hållna tillbaka")
    #expect(
      report.summary(publishes: false)
        == "2 protokoll, 1 uppdragsbeskrivning och 1 sida kan publiceras; 2 hållna tillbaka")
    #expect(report.withheld.map(\.path) == ["a.md", "b.md"])
    report.note([Diagnostic(.contentEmpty(path: "content"), at: nil)])
    #expect(report.summary(publishes: true).hasPrefix("1 fel; inget är skrivet"))
  }

  private func printed(_ line: String?, column: Int) -> String {
    DiagnosticPrinter(isColoured: false, line: { _ in line })
      .text(
        of: Diagnostic(
          .unknownKey(key: "datun", nearest: "datum"), at: SourceLocation(path: "a.md", line: 7, column: column)))
  }

  private func caret(_ line: String, column: Int) -> String {
    String(printed(line, column: column).split(separator: "\n")[2])
  }
}

extension String {
  var isOneSentence: Bool { !isEmpty && !contains("\n") && !hasSuffix(".") && !hasSuffix(" ") }
}

extension Withholding.Reason {
  static let examples: [Self] = {
    let (a, b) = (CalendarDate(iso: "2024-05-17")!, CalendarDate(iso: "2024-05-18")!)
    let rule = ApprovalRule(
      [Rule(.minutesApprovedBy(["ordförande", "en vald justerare"]), quote: "Så.", line: 7)], from: a, path: "a.md")!
    return [
      .draft, .unrecognised, .noBody, .noDate, .notApproved(rule: rule), .printedNamesOnly(rule: rule),
      .noRule(body: "Rådet"), .undatedRule(body: "Rådet", terms: SourceLocation(path: "a.md")),
      .beforeRules(meeting: a, from: b), .extraMeeting(rule: rule),
      .insufficient(
        rule: rule, approvers: [Approval.Approver(name: "Ada Ek", role: nil)],
        gaps: [
          .noAttendance, .absent(name: "Ada Ek"), .notElected(name: "Ada Ek", elected: ["Bo Lind", "Cai By"]),
          .role(.viceChair),
        ]),
      .approvedBeforeMeeting(approved: a, meeting: b), .approvedInFuture(approved: b, today: a),
      .meetingInFuture(meeting: b, today: a), .notAdopted, .adoptedInFuture(adopted: b, today: a),
    ]
  }()
}
