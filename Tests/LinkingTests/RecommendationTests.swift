import Reading
import Records
import Testing
import Tracking

/// The matrix of made-up minutes and files of answers, on a day. The county has a region and three municipalities.
@Suite struct `What principals were recommended and have answered` {
  private static let site: Site = {
    var site = Site()
    let names = [("Region Skog", Principal.Kind.region), ("Gran kommun", .municipality)]
    site.principals = (names + [("Lind kommun", .municipality), ("Tall kommun", .municipality)]).map {
      Principal(name: $0.0, slug: "", aliases: $0.0 == "Lind kommun" ? ["Lind"] : [], kind: $0.1)
    }
    return site
  }()

  private func matrix(_ files: [String: String], answers: [String] = [], asOf day: String = "2025-12-01")
    -> (archive: Archive, rows: [Recommendation], faults: [AnswerFault])
  {
    var site = Self.site
    for (number, text) in answers.enumerated() {
      let (file, problems) = readAnswers(
        SourceFile(path: "content/svar/\(number).yml", bytes: Array(text.utf8)))
      #expect(problems.isEmpty, "\(problems.map(\.problem))")
      if let file { site.answers.append(file) }
    }
    let archive = archive(files, site: site)
    let standing = track(archive, asOf: CalendarDate(iso: day)!)
    return (archive, standing.recommendations, standing.answerFaults.map(\.fault))
  }

  /// "Gran kommun yes 2025-03-01 stated", sorted; those of whom nothing is known are left out.
  private func words(_ row: Recommendation, _ archive: Archive) -> [String] {
    row.responses.map { principal, response in
      let state = response.isDecided ? response.answer?.rawValue ?? "decided" : "pending"
      let evidence = if case .stated = response.evidence { "stated" } else { "told" }
      return [archive[principal].name, state, response.date?.description, evidence].compactMap(\.self)
        .joined(separator: " ")
    }.sorted()
  }

  private func item(
    _ date: String, _ text: String, title: String = "Planen", number: Int = 1, body: String = "Länsgruppen"
  )
    -> String
  {
    "---\norgan: \(body)\ndatum: \(date)\njusterat: \(date)\njusterare: [Ada Ek]\n---\n\n## \(number). \(title)\n\n\(text)\n\n## 9. Övriga frågor\n\nInget.\n"
  }

  private static let sent =
    "Länsgruppen beslutade\n\natt rekommendera huvudmännen att anta planen för skyltar,\n\natt beslut ska fattas hos varje huvudman senast den 31 mars 2025."

  // MARK: What was sent

  @Test(arguments: [
    (
      "Länsgruppen beslutade att rekommendera huvudmännen att anta planen senast den 31 mars 2025.",
      "recommendation 2025-03-31 Gran kommun, Lind kommun, Region Skog, Tall kommun"
    ),
    (
      "Länsgruppen beslutade att rekommendera kommunerna att anta planen.",
      "recommendation – Gran kommun, Lind kommun, Tall kommun"
    ),
    (
      "Länsgruppen beslutade att rekommendera Gran kommun och Region Skog att pröva en pool.",
      "recommendation – Gran kommun, Region Skog"
    ),
    (sent, "recommendation 2025-03-31 Gran kommun, Lind kommun, Region Skog, Tall kommun"),
    (
      "Länsgruppen beslutade att huvudmännen ska besluta om planen senast den 31 mars 2025.",
      "recommendation 2025-03-31 Gran kommun, Lind kommun, Region Skog, Tall kommun"
    ),
    (
      "Länsgruppen beslutade\n\natt skicka planen på remiss till kommunerna,\n\natt svar ska lämnas senast den 31 mars 2025.",
      "consultation 2025-03-31 Gran kommun, Lind kommun, Tall kommun"
    ),
  ])
  func `is a row for each item, with to whom and by when`(_ text: String, _ expected: String) {
    let (archive, rows, _) = matrix(["protokoll/a.md": item("2025-01-20", text)])
    let found = rows.map { row in
      let names = row.recipients.map { archive[$0].name }.joined(separator: ", ")
      return "\(row.kind) \(row.due?.date.description ?? "–") \(names)"
    }
    #expect(found == [expected])
    #expect(rows.first.map { archive.permalink(of: $0).text } == "/rekommendationer/lansgruppen/2025-01-20/p1/")
  }

  @Test(arguments: [
    "Länsgruppen beslutade att föreslå Samrådet att rekommendera huvudmännen att anta planen.",
    "Länsgruppen beslutade att lämna ärendet till Samrådet med förslag att planen rekommenderas till huvudmännen.",
    "Länsgruppen beslutade att rekommendera att telefonnummer finns i alla hem.",
    "Länsgruppen beslutade att återremittera planen till kommunerna.",
    "Länsgruppen beslutade att uppmana Gran kommun att fatta beslut före årets slut.",
    "Utredningen är ute på remiss. Många remisser från kommunerna går till kliniken.",
    "Huvudmännen ska bedriva vård på lika villkor.",
  ])
  func `is nothing that is only proposed, and nothing that nobody is to answer`(_ text: String) {
    #expect(matrix(["protokoll/a.md": item("2025-01-20", text)]).rows.isEmpty)
  }

  @Test func `of a secret item is none, nor is anything that it tells`() {
    let secret = item("2025-01-20", Self.sent).replacing(
      "justerare: [Ada Ek]", with: "justerare: [Ada Ek]\npunkter: {\"1\": {sekretess: 25 kap. 1 § OSL}}")
    #expect(matrix(["protokoll/a.md": secret]).rows.isEmpty)
    let telling = item("2025-05-20", "Gran kommun har antagit planen (§ 1 2025-01-20).").replacing(
      "justerare: [Ada Ek]", with: "justerare: [Ada Ek]\npunkter: {\"1\": {sekretess: 25 kap. 1 § OSL}}")
    let (_, rows, _) = matrix(["protokoll/a.md": item("2025-01-20", Self.sent), "protokoll/b.md": telling])
    #expect(rows.map(\.responses.count) == [0])
  }

  // MARK: What minutes tell

  @Test(arguments: [
    ("Planen (§ 1 2025-01-20): Gran kommun har antagit planen.", ["Gran kommun yes told"]),
    (
      "Planen (§ 1 2025-01-20) har antagits av Region Skog och Lind.", ["Lind kommun yes told", "Region Skog yes told"]
    ),
    (
      "Om planen (§ 1 2025-01-20) har Ada Ek rapporterat. Gran kommun har sagt nej och Tall kommun har inte svarat.",
      ["Gran kommun no told", "Tall kommun pending told"]
    ),
    ("Planen (§ 1 2025-01-20) följs upp. Beslut saknas från Tall kommun.", ["Tall kommun pending told"]),
    (
      "Gran kommun antog planen för skyltar i februari och Lind kommun i mars.",
      ["Gran kommun yes told", "Lind kommun yes told"]
    ),
    ("Planen (§ 1 2025-01-20): Tall kommun reserverar sig mot kostnaden.", ["Tall kommun reserved told"]),
    (
      "Planen (§ 1 2025-01-20): Tall kommun ställer sig delvis bakom den men vill stryka ett avsnitt.",
      ["Tall kommun partly told"]
    ),
    (
      "Planen (§ 1 2025-01-20): alla huvudmän har fattat beslut.",
      ["Gran kommun decided told", "Lind kommun decided told", "Region Skog decided told", "Tall kommun decided told"]
    ),
    (
      "Tall kommun är den enda som inte har beslutat om planen (§ 1 2025-01-20).",
      ["Gran kommun decided told", "Lind kommun decided told", "Region Skog decided told", "Tall kommun pending told"]
    ),
  ])
  func `is told by later minutes, each principal that they name outright`(_ text: String, _ expected: [String]) {
    let (archive, rows, faults) = matrix([
      "protokoll/a.md": item("2025-01-20", Self.sent),
      "protokoll/b.md": item("2025-05-20", text, title: "Uppföljning", number: 4),
    ])
    #expect(rows.map { words($0, archive) } == [expected])
    #expect(faults.isEmpty)
  }

  @Test(arguments: [
    "Planen (§ 1 2025-01-20): tre av fyra huvudmän har beslutat.",
    "Planen (§ 1 2025-01-20) togs upp. Ada Ek, Gran kommun, ställer sig bakom den.",
    "Planen (§ 1 2025-01-20) togs upp. Gran kommun ska besluta i maj.",
    "Planen (§ 1 2025-01-20) togs upp. Gran kommun har svarat att nämnden beslutar i maj.",
    "Planen (§ 1 2025-01-20) togs upp. Gran kommun har beslutat att stänga badet.",
    "Planen (§ 1 2025-01-20) togs upp. Fyra kommuner varslar att planen faller hos dem.",
    "Gran kommun har antagit en budget.",
  ])
  func `is no principal's answer where it only counts, intends or speaks of something else`(_ text: String) {
    let (archive, rows, _) = matrix([
      "protokoll/a.md": item("2025-01-20", Self.sent),
      "protokoll/b.md": item("2025-05-20", text, title: "Uppföljning", number: 4),
    ])
    #expect(rows.map { words($0, archive) } == [[]])
  }

  @Test func `shows the sentence that said it first, and not a later one that says the same of all`() {
    let (_, rows, _) = matrix([
      "protokoll/a.md": item("2025-01-20", Self.sent),
      "protokoll/b.md": item(
        "2025-05-20", "Gran kommun har antagit planen (§ 1 2025-01-20).", title: "Läget", number: 4),
      "protokoll/c.md": item("2025-08-20", "Planen (§ 1 2025-01-20): alla har antagit den.", title: "Läget", number: 6),
    ])
    let told = rows.first?.responses.sorted { $0.key < $1.key }.compactMap { _, response -> String? in
      if case .told(_, _, let text) = response.evidence { text } else { nil }
    }
    let all = "Planen (§ 1 2025-01-20): alla har antagit den."
    #expect(told == ["Gran kommun har antagit planen (§ 1 2025-01-20).", all, all, all])
  }

  @Test func `keeps the count that minutes tell, with the place that tells it`() {
    let (archive, rows, _) = matrix([
      "protokoll/a.md": item("2025-01-20", Self.sent),
      "protokoll/b.md": item(
        "2025-05-20", "Planen (§ 1 2025-01-20): 3 av 4 huvudmän har beslutat.", title: "Uppföljning", number: 4),
    ])
    let report = rows.first?.reports.first
    #expect(report?.count == .part(3, of: 4) && report?.line == 10)
    #expect(report.map { archive.permalink(of: $0.at).text } == "/moten/lansgruppen/2025-05-20/#p4")
    #expect(rows.first?.answered == 0)
  }

  /// The forms of minutes that only tell of what others decided, under a heading of all else.
  @Test func `is told of, when what recommended it is in no minutes here`() {
    let text =
      "- Vägkarta för skyltar 2030 – beslut ska fattas hos var och en av huvudmännen senast 31 \naugusti 2025. Den som sitter i nämnden håller reda på dagen.\n- Till kännedom: Alla huvudmän har antagit Gemensam strategi för färg."
    let (archive, rows, _) = matrix(["protokoll/a.md": item("2025-05-20", text, title: "Föregående protokoll")])
    #expect(
      rows.map { "\($0.title) \($0.due?.date.description ?? "–") \($0.status) \($0.answered) \($0.isToldOf)" } == [
        "Vägkarta för skyltar 2030 2025-08-31 overdue 0 true", "Gemensam strategi för färg – complete 4 true",
      ])
    #expect(
      rows.map { archive.permalink(of: $0).text } == [
        "/rekommendationer/lansgruppen/2025-05-20/p1-vagkarta-for-skyltar-2030/",
        "/rekommendationer/lansgruppen/2025-05-20/p1-gemensam-strategi-for-farg/",
      ])
  }

  // MARK: Files of answers

  private func answers(_ rows: String..., about subject: String = "Länsgruppen 2025-01-20 § 1", more: String = "")
    -> String
  {
    "gäller: \(subject)\n\(more)svar:\n" + rows.map { "  - {\($0)}\n" }.joined()
  }

  @Test(arguments: [
    "Länsgruppen 2025-01-20 § 1", "Länsgruppen § 1 2025-01-20", "/moten/lansgruppen/2025-01-20/#p1",
    "/moten/lansgruppen/2025-01-20/#p1-beslut-2", "/rekommendationer/lansgruppen/2025-01-20/p1/",
  ])
  func `takes answers from a file, however that names it`(_ subject: String) {
    let file = answers(
      "huvudman: Gran kommun, svar: ja, datum: 2025-02-11, instans: Nämnden § 3", "huvudman: Lind, svar: reservation",
      about: subject)
    let (archive, rows, faults) = matrix(["protokoll/a.md": item("2025-01-20", Self.sent)], answers: [file])
    #expect(rows.map { words($0, archive) } == [["Gran kommun yes 2025-02-11 stated", "Lind kommun reserved stated"]])
    #expect(rows.first?.responses.values.compactMap(\.instance) == ["Nämnden § 3"] && faults.isEmpty)
  }

  @Test func `is late when its last day is past and not all have answered, and complete when they have`() {
    let minutes = ["protokoll/a.md": item("2025-01-20", Self.sent)]
    func status(_ names: [String], _ day: String) -> [Recommendation.Status] {
      let rows = names.map { "huvudman: \($0), svar: nej, datum: 2025-03-01" }
      let file = "gäller: Länsgruppen 2025-01-20 § 1\nsvar:\n" + rows.map { "  - {\($0)}\n" }.joined()
      return matrix(minutes, answers: [file], asOf: day).rows.map(\.status)
    }
    let all = ["Region Skog", "Gran kommun", "Lind kommun", "Tall kommun"]
    #expect(status(Array(all.prefix(3)), "2025-03-31") == [.open])
    #expect(status(Array(all.prefix(3)), "2025-04-01") == [.overdue])
    #expect(status(all, "2025-04-01") == [.complete])
    // What is answered tomorrow is not answered today.
    #expect(status(all, "2025-02-28") == [.open])
  }

  @Test(arguments: [
    ("huvudman: Gron kommun, svar: ja", AnswerFault.unknownPrincipal(name: "Gron kommun", nearest: "Gran kommun")),
    (
      "huvudman: Gran kommun, svar: ja, datum: 2025-01-19",
      .beforeDispatch(
        principal: "Gran kommun", date: CalendarDate(iso: "2025-01-19")!, dispatched: CalendarDate(iso: "2025-01-20")!)
    ),
    (
      "huvudman: Gran kommun, svar: ja, datum: 2026-01-19",
      .inFuture(
        principal: "Gran kommun", date: CalendarDate(iso: "2026-01-19")!, today: CalendarDate(iso: "2025-12-01")!)
    ),
    (
      "huvudman: Lind, svar: nej",
      .twice(principal: "Lind kommun", first: SourceLocation(path: "content/svar/0.yml", line: 3, column: 5))
    ),
  ])
  func `tells what is wrong in a file, and does not show it`(_ row: String, _ fault: AnswerFault) {
    let file = answers("huvudman: Lind kommun, svar: ja", row)
    let (archive, rows, faults) = matrix(["protokoll/a.md": item("2025-01-20", Self.sent)], answers: [file])
    #expect(faults == [fault])
    #expect(rows.map { words($0, archive) } == [["Lind kommun yes stated"]])
  }

  @Test(arguments: [
    "Länsgruppen 2025-01-20 § 9", "Länsgruppen 2025-01-21 § 1", "Skogsrådet 2025-01-20 § 1", "planen",
    "/moten/lansgruppen/2025-01-20/", "/organ/lansgruppen/",
  ])
  func `tells of a file that answers nothing public`(_ subject: String) {
    let (_, rows, faults) = matrix(
      ["protokoll/a.md": item("2025-01-20", Self.sent)],
      answers: [answers("huvudman: Gran kommun, svar: ja", about: subject)])
    #expect(faults == [.unknownRecommendation(text: subject)] && rows.map(\.responses.count) == [0])
  }

  @Test func `lets a file say what an item is, to whom it went and by when`() {
    let file = answers(
      "huvudman: Gran kommun, svar: ja", about: "Länsgruppen 2025-01-20 § 1",
      more: "typ: remiss\ntill: [Gran kommun, Tall kommun]\nsenast: 2025-02-28\n")
    let (archive, rows, faults) = matrix(
      ["protokoll/a.md": item("2025-01-20", "Planen går ut till några.")], answers: [file])
    #expect(faults.isEmpty && rows.map(\.kind) == [.consultation] && rows.map(\.certainty) == [.stated])
    #expect(rows.first.map { $0.recipients.map { archive[$0].name } } == ["Gran kommun", "Tall kommun"])
    #expect(rows.first?.due?.date == CalendarDate(iso: "2025-02-28") && rows.first?.status == .overdue)
  }

  // MARK: Contradictions

  @Test(arguments: [
    ("alla huvudmän har fattat beslut.", "huvudman: Tall kommun, svar: ej beslutat", true),
    ("alla huvudmän har fattat beslut.", "huvudman: Tall kommun, svar: nej, datum: 2025-06-03", true),
    ("alla huvudmän har fattat beslut.", "huvudman: Tall kommun, svar: nej, datum: 2025-05-03", false),
    ("Tall kommun har antagit planen.", "huvudman: Tall kommun, svar: nej", true),
    ("Tall kommun har antagit planen.", "huvudman: Tall kommun, svar: ja, datum: 2025-05-03", false),
    ("Tall kommun har inte svarat.", "huvudman: Tall kommun, svar: ja, datum: 2025-05-03", true),
    ("Tall kommun har inte svarat.", "huvudman: Tall kommun, svar: ja, datum: 2025-06-03", false),
    ("Tall kommun har inte svarat.", "huvudman: Tall kommun, svar: ej beslutat", false),
    ("1 av 4 huvudmän har beslutat.", "huvudman: Tall kommun, svar: ja, datum: 2025-05-03", false),
  ])
  func `is told where minutes and a file cannot both be right`(_ told: String, _ row: String, _ isTold: Bool) {
    let (_, _, faults) = matrix(
      [
        "protokoll/a.md": item("2025-01-20", Self.sent),
        "protokoll/b.md": item("2025-05-20", "Planen (§ 1 2025-01-20): \(told)", title: "Uppföljning", number: 4),
      ], answers: [answers(row)])
    #expect(faults.count == (isTold ? 1 : 0), "\(faults)")
    for case .contradicted(let principal, _, _, _) in faults { #expect(principal == "Tall kommun") }
  }

  @Test func `is told where files know of more answers than minutes counted by then`() {
    let rows = ["Gran kommun", "Tall kommun"].map { "huvudman: \($0), svar: ja, datum: 2025-05-03" }
    let (_, _, faults) = matrix(
      [
        "protokoll/a.md": item("2025-01-20", Self.sent),
        "protokoll/b.md": item(
          "2025-05-20", "Planen (§ 1 2025-01-20): 1 av 4 huvudmän har beslutat.", title: "Uppföljning", number: 4),
      ], answers: ["gäller: Länsgruppen 2025-01-20 § 1\nsvar:\n" + rows.map { "  - {\($0)}\n" }.joined()])
    #expect(faults == [.moreThanTold(told: 1, known: 2, on: CalendarDate(iso: "2025-05-20")!)])
  }
}

@Suite struct `A file of answers` {
  @Test(arguments: [
    ("svar: []\n", "wrong-value", 1), ("gäller: A § 1\nsvarr: []\n", "unknown-key", 2),
    ("gäller: A § 1\nsvar:\n  - {huvudman: Gran kommun}\n", "wrong-value", 3),
    ("gäller: A § 1\nsvar:\n  - {huvudman: Gran kommun, svar: kanske}\n", "wrong-value", 3),
    ("gäller: A § 1\nsvar:\n  - {huvudman: Gran kommun, svar: ja, datum: 2025-02-30}\n", "wrong-value", 3),
    ("gäller: A § 1\nsvar:\n  - {huvudman: Gran kommun, svar: ja, länk: ftp://a.example}\n", "wrong-value", 3),
    ("gäller: A § 1\nsvar:\n  - {huvudman: Gran kommun, svar: ja, länk: \"javascript:x\"}\n", "wrong-value", 3),
    ("gäller: A § 1\nsvar:\n  - {huvudman: Gran kommun, svar: ej beslutat, datum: 2025-02-03}\n", "wrong-value", 3),
    ("gäller: A § 1\nsvar:\n  - {huvudman: Gran kommun, svar: ja, anmärkning: ring 070-174 06 35}\n", "telephone", 3),
    ("gäller: [\n", "front-matter-syntax", 2), ("gäller: &a A § 1\n", "yaml-feature-refused", 1),
  ])
  func `is told what is wrong in it, at its line`(_ text: String, _ id: String, _ line: Int) {
    let (_, diagnostics) = readAnswers(SourceFile(path: "content/svar/a.yml", bytes: Array(text.utf8)))
    #expect(diagnostics.map(\.problem.id) == [id])
    #expect(diagnostics.first?.location?.path == "content/svar/a.yml" && diagnostics.first?.location?.line == line)
  }

  @Test func `says nothing when it is empty`() {
    let (file, diagnostics) = readAnswers(SourceFile(path: "content/svar/a.yml", bytes: Array("# Senare.\n".utf8)))
    #expect(file == nil && diagnostics.isEmpty)
  }

  @Test func `keeps what it says, each row with its line`() throws {
    let text = """
      gäller: Länsgruppen 2025-01-20 § 1
      svar:
        - {huvudman: Gran kommun, svar: ja, datum: 2025-02-11, instans: Nämnden § 3, länk: "https://gran.example/3"}
        - huvudman: Lind kommun
          svar: ej beslutat
          anmärkning: Tas upp i mars.
      """
    let (file, diagnostics) = readAnswers(SourceFile(path: "content/svar/a.yml", bytes: Array(text.utf8)))
    let answers = try #require(file).answers
    #expect(diagnostics.isEmpty && answers.map(\.answer) == [.yes, nil] && answers.map(\.location.line) == [3, 4])
    #expect(answers[0].link == "https://gran.example/3" && answers[1].note == "Tas upp i mars.")
  }
}
