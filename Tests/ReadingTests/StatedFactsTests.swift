import Reading
import Records
import Testing

@Suite struct `Front matter overrules` {
  @Test func `an item that was missed begins at the heading that is stated`() throws {
    let text =
      "# Protokoll Granrådet 2025-03-04\n\n## 1. Färg\n\nText.\n\nÖvrigt\nRådet beslutar att vänta.\n\n## 3. Nästa möte\n"
    let plain = try minutes(text)
    #expect(plain.items.map(\.title) == ["Färg", "Nästa möte"])
    let stated = try minutes("---\npunkter:\n  \"2\": {rubrik: Övrigt}\n---\n" + text)
    #expect(
      stated.items.map { "\($0.number) \($0.title) \($0.decisions.count)" } == [
        "1 Färg 0", "2 Övrigt 1", "3 Nästa möte 0",
      ])
  }

  @Test(arguments: facts) func `each fact of minutes`(_ fact: Stated) throws {
    #expect(try fact.tell(minutes(protocolText)) != fact.expected, "the text says the same, so the test shows nothing")
    let (minutes, problems) = try stated(fact.yaml)
    #expect(fact.tell(minutes) == fact.expected)
    #expect(problems.isEmpty)
  }

  @Test func `facts with the line that states them`() throws {
    let (minutes, _) = try stated(
      """
      plats: Norrsalen
      närvarande:
        - Eva Falk
      punkter:
        "4":
          rubrik: Lyktor
          beslut:
            - Köpa lyktor.
      """)
    #expect(minutes.place == Fact("Norrsalen", line: 2, .stated))
    #expect(minutes.attendance[0].line == 4 && minutes.attendance[0].certainty == .stated)
    let item = minutes.items[1]
    #expect(item.titleStatedAt == 7 && item.decisions[0].statedAt == 9 && item.decisions[0].certainty == .stated)
  }

  @Test func `a decision by the words that the text has, which the page then marks`() throws {
    let (minutes, _) = try stated("punkter: {4: {beslut: [byta skyltarna]}}")
    let item = minutes.items[1]
    let block = try #require(item.blocks.first { $0.line == item.decisions[0].line })
    #expect([block].plainText.contains("byta skyltarna") && item.decisions[0].statedAt == 2)
    #expect(item.blocks.count == 1)
  }

  @Test func `a decision that the text lacks, which then stands in the item`() throws {
    let (minutes, _) = try stated("punkter: {4: {beslut: [Köpa lyktor.]}}")
    let item = minutes.items[1]
    #expect(item.blocks.plainText.contains("Köpa lyktor.") && item.decisions[0].kind == nil)
  }

  @Test func `the second of two items of one number, and one that only has a title`() throws {
    let text = "# Protokoll Granrådet 2025-03-04\n\n## § 4 Ett\n\nText.\n\n## § 4 Två\n\nText.\n"
    let changed = try minutes("---\npunkter:\n  \"4#2\": {rubrik: Tre}\n---\n" + text)
    #expect(changed.items.map(\.title) == ["Ett", "Tre"])
  }

  @Test(arguments: ["6", "4#2", "Skyltar"])
  func `nothing when the text has no such item, which is told on the line`(_ name: String) throws {
    let (_, problems) = try stated("plats: Norrsalen\npunkter:\n  \"\(name)\": {rubrik: Ny}")
    #expect(problems.map(\.location?.line) == [4])
    guard case .notInText("punkter", name, _)? = problems.first?.problem else {
      Issue.record("not told: \(problems)")
      return
    }
    #expect(problems[0].severity == .error)
  }

  @Test(arguments: [
    ("närvarande: [\"Eva Falk, ordförande\"]", "wrong-value"), ("närvarande: [{roll: chef}]", "wrong-value"),
    ("punkter: {4: beslut}", "wrong-value"), ("punkter: {4: {beslutt: x}}", "unknown-key"),
    ("punkter: {4: {typ: fråga}}", "wrong-value"), ("nästa möten: i höst", "wrong-value"),
    ("underskrifter: [Eva Falk]", "wrong-value"), ("organ: [A, B]", "wrong-value"),
    ("organ: [{namn: Granrådet, möten per år: 4}]", "wrong-value"), ("parter: [A, B]", "misplaced-key"),
    ("punkter: {4: {löften: [{text: x}]}}", "wrong-value"),
  ])
  func `nothing by what cannot be understood, which is told`(_ yaml: String, _ id: String) throws {
    #expect(try stated(yaml).1.map(\.problem.id) == [id])
  }

  @Test(arguments: rules) func `each rule of a body`(_ yaml: String, _ expected: [Rule.Value]) throws {
    let text = """
      ---
      organ:
        - namn: Granrådet
          \(yaml)
      ---
      # Uppdragsbeskrivning för Granrådet

      ## Arbetsordning

      Rådet träffas 3 gånger per år. Handlingarna skickas 5 arbetsdagar före mötet. Uppdraget ses över senast 2020-01-31.
      Tiderna för nästa år bokas senast den 1 oktober. Ordföranden väljs för ett kalenderår. Varje kommun utser en ledamot.
      Rådet rapporterar till Skogsgruppen.

      ### Arbetsutskott

      Handlingar till utskottet skickas 2 arbetsdagar före mötet.

      ## Minnesanteckningar

      Anteckningarna justeras av ordföranden.

      """
    let body = try #require(try terms(text).bodies.first)
    #expect(body.rules.count >= 8)
    #expect(body.rules.filter { $0.certainty == .stated }.map(\.value) == expected)
    let kinds = Set(body.rules.filter { $0.certainty == .inferred }.map(\.value.kind))
    #expect(expected.allSatisfy { !kinds.contains($0.kind) }, "what the text says stands beside what overrules it")
  }

  @Test func `the level of a body, and that it has a superior`() throws {
    let text = """
      ---
      organ: [{namn: Granrådet, nivå: politisk, rapporterar till: []}]
      ---
      # Uppdragsbeskrivning för Granrådet

      Rådet rapporterar till Skogsgruppen.
      """
    let body = try #require(try terms(text).bodies.first)
    #expect(body.level == Fact(.political, line: 2, .stated) && body.rules.isEmpty)
  }

  @Test func `nothing of a body that the text does not describe, which is told`() throws {
    let text = "---\norgan: [{namn: Granråd, nivå: råd}]\n---\n# Uppdragsbeskrivning för Granrådet\n\nText.\n"
    let problems = read(SourceFile(path: "content/uppdrag/a.md", bytes: Array(text.utf8))).diagnostics
    #expect(problems.map(\.problem) == [.notInText(key: "organ", name: "Granråd", nearest: "Granrådet")])
  }

  @Test(arguments: [
    ("justeras av: koordinatorn", "wrong-value"), ("justeras av: []", "wrong-value"),
    ("möten per år: ibland", "wrong-value"), ("möten per år: 6-4", "wrong-value"),
    ("handlingar arbetsdagar: tio", "wrong-value"), ("nivå: hög", "wrong-value"),
    ("bokas senast: i tid", "wrong-value"), ("justerass av: ordförande", "unknown-key"),
  ])
  func `no rule by what cannot be understood, which is told`(_ yaml: String, _ id: String) {
    let text = "---\norgan:\n  - namn: Granrådet\n    \(yaml)\n---\n# Uppdragsbeskrivning för Granrådet\n\nText.\n"
    let problems = read(SourceFile(path: "content/uppdrag/a.md", bytes: Array(text.utf8))).diagnostics
    #expect(problems.map(\.problem.id) == [id] && problems.map(\.location?.line) == [4])
  }

  @Test func `the facts of an agreement`() throws {
    let text = """
      ---
      titel: Riktlinje för lån
      typ av avtal: rutin
      dnr: GR 2025/2
      parter: [Region Skog]
      giltig från: 2025-02-01
      giltig till: 2026-01-31
      antaget: 2025-01-10 av Granrådet § 3
      ---
      # Överenskommelse om hjälpmedel

      Dnr GR 2024/1

      Mellan Gran kommun och Lind kommun.

      Överenskommelsen gäller från och med 2024-01-01 till och med 2024-12-31.
      """
    let document = read(SourceFile(path: "content/avtal/a.md", bytes: Array(text.utf8)))
    guard case .agreement(let agreement) = document.content else { throw NotMinutes() }
    #expect(agreement.title == Fact("Riktlinje för lån", line: 2, .stated) && agreement.kind == .procedure)
    #expect(agreement.reference?.value == "GR 2025/2" && agreement.parties.map(\.value) == ["Region Skog"])
    #expect(agreement.validFrom?.value.description == "2025-02-01")
    #expect(agreement.validTo?.value.description == "2026-01-31")
    #expect(agreement.adoption?.by == "Granrådet" && document.diagnostics.isEmpty)
  }
}

@Suite struct `What is uncertain` {
  @Test(arguments: uncertain)
  func `is a warning, and the front matter line that it names settles it`(_ text: String, _ id: String, _ line: String)
    throws
  {
    let problems = read(SourceFile(path: "content/protokoll/a.md", bytes: Array(text.utf8))).diagnostics
    #expect(problems.map(\.problem.id) == [id] && problems[0].severity == .warning)
    #expect(problems.compactMap(\.settlingLine) == [line])
    let settled = read(SourceFile(path: "content/protokoll/a.md", bytes: Array("---\n\(line)\n---\n\(text)".utf8)))
    #expect(settled.diagnostics.isEmpty)
  }

  @Test func `is nothing when a name is only written in another way`() throws {
    let text = "# Protokoll Granrådet 2025-03-04\n\nOrdförande: Ada Ek\n\nDnr: GR 2025/4\n\n"
    for other in ["## Närvarande\n\nA Ek, ordförande\n", "Dnr 2025/4\n"] {
      let document = read(SourceFile(path: "content/protokoll/a.md", bytes: Array((text + other + items).utf8)))
      #expect(document.diagnostics.isEmpty)
    }
  }

  @Test func `in terms of reference is who approves the minutes, when they say two things`() throws {
    let text = """
      # Uppdragsbeskrivning för Granrådet

      ## Minnesanteckningar

      Anteckningarna justeras av ordföranden.

      Anteckningarna godkänns av ordföranden och en vald justerare.

      """
    func problems(_ text: String) -> [Diagnostic] {
      read(SourceFile(path: "content/uppdrag/a.md", bytes: Array(text.utf8))).diagnostics
    }
    #expect(problems(text).map(\.problem.id) == ["contradictory-approval"])
    let line = "organ: [{namn: Granrådet, justeras av: [ordförande, en vald justerare]}]"
    #expect(problems("---\n\(line)\n---\n\(text)").isEmpty)
  }

  @Test func `in an agreement is a day that running text gives`() throws {
    let text = "# Överenskommelse om lån\n\nÖverenskommelsen gäller från och med 2024-01-01 tills vidare.\n"
    func problems(_ text: String) -> [Diagnostic] {
      read(SourceFile(path: "content/avtal/a.md", bytes: Array(text.utf8))).diagnostics
    }
    let lines = problems(text).compactMap(\.settlingLine)
    #expect(lines == ["giltig från: 2024-01-01", "giltig till: tillsvidare"])
    #expect(problems("---\n\(lines.joined(separator: "\n"))\n---\n\(text)").isEmpty)
  }
}

private func terms(_ text: String) throws -> TermsOfReference {
  let document = read(SourceFile(path: "content/uppdrag/a.md", bytes: Array(text.utf8)))
  guard case .termsOfReference(let terms) = document.content else { throw NotMinutes() }
  #expect(document.diagnostics.filter { $0.severity == .error }.isEmpty)
  return terms
}

private func stated(_ yaml: String) throws -> (Minutes, [Diagnostic]) {
  let document = read(
    SourceFile(path: "content/protokoll/a.md", bytes: Array("---\n\(yaml)\n---\n\(protocolText)".utf8)))
  guard case .minutes(let minutes) = document.content else { throw NotMinutes() }
  return (minutes, document.diagnostics)
}

extension Diagnostic {
  fileprivate var settlingLine: String? {
    switch problem {
    case .inferred(let key, let value): "\(key): \(value)"
    case .contradicted(_, _, _, let line): line
    case .otherDate(_, let read): "datum: \(read)"
    default: nil
    }
  }
}

extension Rule.Value {
  fileprivate var kind: String { String("\(self)".prefix { $0.isLetter }) }
}

/// A fact that front matter states, and how it is then told.
struct Stated: CustomTestStringConvertible, Sendable {
  var yaml: String
  var expected: String
  var tell: @Sendable (Minutes) -> String
  var testDescription: String { yaml }

  init(_ yaml: String, _ expected: String, _ tell: @escaping @Sendable (Minutes) -> String) {
    (self.yaml, self.expected, self.tell) = (yaml, expected, tell)
  }
}

private func people(_ minutes: Minutes, _ status: Records.Attendance.Status, isMember: Bool) -> String {
  minutes.attendance.filter { $0.status == status && ($0.group == .member) == isMember }.map { one in
    ([one.name, one.role, one.organisation, one.party].compactMap(\.self) + one.alsoRepresents + [one.group.rawValue])
      .joined(separator: ", ")
  }.joined(separator: "; ")
}

private let items = "\n## 3. Dagordning\n\nIngen anmärkning.\n"

private let protocolText = """
  # Protokoll Granrådet 2025-03-04

  Dnr: GR 2025/4
  Tid: 09.00-11.00
  Plats: Sal 1
  Sekreterare: Ida Lo

  ## Närvarande

  - Ada Ek, ordförande, Gran kommun
  - Bo Lind, justerare, Lind kommun

  ## Övriga

  - Cia Dal, utredare

  ## Frånvarande

  - Dag Ask, Ask kommun

  ## 3. Dagordning

  Ingen anmärkning.

  ## 4. Skyltar

  Informationsärende

  Föredragande: Cia Dal

  Frågan återkommer den 2 september 2025. Förslaget ska vara klart senast den 5 juni. Rådet godkände förslaget att byta \
  skyltarna.

  ## 5. Nästa möte

  Nästa möte är den 6 maj.

  Underskrifter

  NAMN: Bo Lind
  TITEL, ORGANISATION: Justerare, Lind kommun
  TID: 2025-03-10 10:00:00 +01:00

  """

private let facts: [Stated] = [
  Stated("titel: Minnesanteckningar", "Minnesanteckningar") { $0.title },
  Stated("organ: Skogsrådet", "Skogsrådet") { $0.body?.value ?? "" },
  Stated("datum: 2025-03-05", "2025-03-05") { $0.date?.value.description ?? "" },
  Stated("tid: 10.00-12.00", "10.00-12.00") { $0.time?.value ?? "" },
  Stated("plats: Norrsalen", "Norrsalen") { $0.place?.value ?? "" },
  Stated("dnr: GR 2025/5", "GR 2025/5") { $0.reference?.value ?? "" },
  Stated("ordförande: Bo Lind", "Bo Lind") { $0.chair?.value ?? "" },
  Stated("sekreterare: Cia Dal", "Cia Dal") { $0.secretary?.value ?? "" },
  Stated("justerare: [Ada Ek, Cia Dal]", "Ada Ek+Cia Dal") { $0.verifiers.map(\.value).joined(separator: "+") },
  Stated("närvarande: [Eva Falk]", "Eva Falk, member") { people($0, .present, isMember: true) },
  Stated("närvarande: []", "") { people($0, .present, isMember: true) },
  Stated(
    "närvarande: [{namn: Eva Falk, roll: ordförande, organisation: Lind kommun, parti: s, representerar även: Ask kommun}]",
    "Eva Falk, ordförande, Lind kommun, S, Ask kommun, member"
  ) { people($0, .present, isMember: true) },
  Stated("närvarande: [{namn: Eva Falk, roll: ordförande}]", "Eva Falk") { $0.chair?.value ?? "" },
  Stated("övriga: [Eva Falk, {namn: Gun Hall, roll: gäst}]", "Eva Falk, official; Gun Hall, gäst, guest") {
    people($0, .present, isMember: false)
  },
  Stated("frånvarande: [Eva Falk]", "Eva Falk, member") { people($0, .absent, isMember: true) },
  Stated("nästa möten: 2025-05-07", "2025-05-07") {
    $0.nextMeetings.map { "\($0.date?.description ?? "")" }.joined(separator: " ")
  },
  Stated("nästa möten: [{organ: Skogsrådet, datum: 2025-06-01}, 2025-05-07]", "Skogsrådet 2025-06-01, 2025-05-07") {
    $0.nextMeetings.map { [$0.body, $0.date?.description].compactMap(\.self).joined(separator: " ") }
      .joined(separator: ", ")
  },
  Stated("nästa möten: []", "") { $0.nextMeetings.map(\.text).joined() },
  Stated("underskrifter: [{namn: Ada Ek, roll: Ordförande, datum: 2025-03-11}]", "Ada Ek ordförande 2025-03-11") {
    $0.signatures.map { "\($0.name) \($0.role ?? "") \($0.date?.description ?? "")" }.joined(separator: ", ")
  },
  Stated("underskrifter: []", "0") { "\($0.signatures.count)" },
  Stated("punkter: {4: {rubrik: Lyktor}}", "Dagordning, Lyktor, Nästa möte") {
    $0.items.map(\.title).joined(separator: ", ")
  },
  Stated("punkter: {4: {typ: beslut}}", "decision") { $0.items[1].kind?.value.rawValue ?? "" },
  Stated("punkter: {§ 4: {föredragande: [Eva Falk, {namn: Gun Hall, roll: chef}]}}", "Eva Falk; Gun Hall chef") {
    $0.items[1].presenters.map { [$0.name, $0.detail].compactMap(\.self).joined(separator: " ") }
      .joined(separator: "; ")
  },
  Stated("punkter: {4: {föredragande: []}}", "") { $0.items[1].presenters.map(\.name).joined() },
  Stated("punkter: {4: {typ: beslut, beslut: [\"Ett, två.\", Tre]}}", "Ett, två.|Tre") {
    $0.items[1].decisions.map(\.text).joined(separator: "|")
  },
  Stated("punkter: {4: {beslut: []}}", "") { $0.items[1].decisions.map(\.text).joined(separator: "|") },
  Stated("punkter: {4: {återkommer: 2025-10-01}}", "2025-10-01") {
    $0.items[1].deferrals.map { "\($0.date?.description ?? $0.text)" }.joined()
  },
  Stated("punkter: {4: {återkommer: i höst}}", "i höst") {
    $0.items[1].deferrals.map { "\($0.date?.description ?? $0.text)" }.joined()
  },
  Stated("punkter: {4: {återkommer: nästa möte}}", "2025-05-06") {
    $0.items[1].deferrals.map { "\($0.date?.description ?? $0.text)" }.joined()
  },
  Stated("punkter: {4: {återkommer: []}}", "") { $0.items[1].deferrals.map(\.text).joined() },
  Stated("punkter: {4: {löften: [{text: Klart, datum: 2025-07}]}}", "4 Klart 2025-07") {
    $0.deadlines.map { "\($0.item) \($0.text) \($0.due)" }.joined()
  },
  Stated("punkter: {4: {löften: []}}", "") { $0.deadlines.map(\.text).joined() },
]

private let rules: [(String, [Rule.Value])] = [
  ("möten per år: 4-6", [.meetingsPerYear(minimum: 4, maximum: 6)]),
  ("möten per år: minst 4", [.meetingsPerYear(minimum: 4, maximum: nil)]),
  ("möten per år: högst 6", [.meetingsPerYear(minimum: nil, maximum: 6)]),
  ("handlingar arbetsdagar: 10", [.papersDue(workingDays: 10)]),
  ("au-handlingar arbetsdagar: 6", [.committeePapersDue(workingDays: 6)]),
  ("översyn: 2026-12-31", [.reviewDue(CalendarDate(iso: "2026-12-31")!)]),
  ("bokas senast: 30 november", [.nextYearBooked]),
  ("justeras av: [ordförande, en vald justerare]", [.minutesApprovedBy(["ordförande", "en vald justerare"])]),
  ("mandatperiod: två år", [.term]),
  ("ledamöter: [\"En från varje kommun.\", Tre från regionen.]", [.members, .members]),
  ("rapporterar till: Lindgruppen", [.reportsTo("Lindgruppen")]),
]

private let uncertain: [(String, String, String)] = [
  (
    "# Protokoll\n\n2025-03-04\n\n## 3. Ett\n\nGranrådet beslutade att byta skyltar.\n", "inferred", "organ: Granrådet"
  ),
  ("# Protokoll Granrådet\n\n2025-03-04 09.00-11.00 Sal 1\n\(items)", "inferred", "plats: Sal 1"),
  (
    "# Protokoll Granrådet 2025-03-04\n\n## 3. Justerare\n\nTill justerare valdes Ada Ek.\n", "inferred",
    "justerare: [Ada Ek]"
  ),
  (
    "# Protokoll Granrådet 2025-03-04\n\n## 3. Ett\n\nAda Ek ersätter Bo Lind som ordförande i dag.\n", "inferred",
    "ordförande: Ada Ek"
  ),
  ("# Protokoll Granrådet 2025-03-04\n\nDatum: 2025-03-05\n\(items)", "other-date", "datum: 2025-03-04"),
  ("# Protokoll Granrådet 2025-03-04\n\nOrgan: Lindrådet\n\(items)", "contradicted", "organ: Lindrådet"),
  ("# Protokoll Granrådet 2025-03-04\n\nPlats: Sal 1\n\nPlats: Sal 2\n\(items)", "contradicted", "plats: Sal 2"),
  (
    "# Protokoll Granrådet 2025-03-04\n\nTid: 09.00-11.00\n\nTid: 10.00-12.00\n\(items)", "contradicted",
    "tid: 10.00-12.00"
  ),
  (
    "# Protokoll Granrådet 2025-03-04\n\nDnr: GR 1/25\n\nDiarienummer: GR 2/25\n\(items)", "contradicted",
    "dnr: GR 2/25"
  ),
  (
    "# Protokoll Granrådet 2025-03-04\n\nOrdförande: Ada Ek\n\n## Närvarande\n\nBo Lind, ordförande\n\(items)",
    "contradicted", "ordförande: Ada Ek"
  ),
  (
    "# Protokoll Granrådet 2025-03-04\n\nSekreterare: Ada Ek\n\n## Närvarande\n\nBo Lind, sekreterare\n\(items)",
    "contradicted", "sekreterare: Ada Ek"
  ),
  (
    """
    # Protokoll Granrådet 2025-03-04

    Justerare: Ada Ek
    \(items)
    Underskrifter

    NAMN: Bo Lind
    TITEL, ORGANISATION: Justerare, Lind kommun
    TID: 2025-03-10 10:00:00 +01:00

    """, "contradicted", "justerare: [Ada Ek]"
  ),
]
