import Approval
import Reading
import Records
import Testing

private func document(_ text: String, path: String = "content/protokoll/a.md") -> Document {
  read(SourceFile(path: path, bytes: Array(text.utf8)))
}

private func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

private let today = day("2025-06-01")

/// Granrådet, with these sentences on its minutes in terms of reference that hold from a day on.
private func register(_ terms: [(from: String?, sentence: String)]) -> Register {
  var register = Register()
  let id = register.enter(body: "Granrådet", aliases: [])
  for (index, version) in terms.enumerated() {
    let path = "content/uppdrag/\(index).md"
    let read = document("# Uppdragsbeskrivning för Granrådet\n\n## Protokoll\n\n\(version.sentence)\n", path: path)
    guard case .termsOfReference(let terms) = read.content else { continue }
    register.change(id) { body in
      guard let from = version.from.map(day) else {
        body.undatedTerms = SourceLocation(path: path, line: 1)
        return
      }
      body.approvalRules.append((from, ApprovalRule(terms.bodies[0].rules, from: from, path: path)))
    }
  }
  return register
}

private let chairAndVerifier = "Anteckningarna justeras av ordföranden och en för mötet vald justerare."

/// Why the gate withholds a document, or "offentlig".
private func verdict(
  _ document: Document, today: CalendarDate = today,
  _ register: Register = register([("2020-01-01", chairAndVerifier)])
) -> String {
  let (admitted, withheld) = admit([document], register: register, today: today)
  #expect(admitted.count + withheld.count == 1)
  return withheld.first.map { "\($0.reason)".split(separator: "(").first.map(String.init) ?? "" } ?? "offentlig"
}

private func signature(_ name: String, _ role: String, _ time: String?) -> String {
  "NAMN: \(name)\nTITEL, ORGANISATION: \(role), Granrådet\n" + (time.map { "TID: \($0)\n" } ?? "") + "\n"
}

/// Minutes of a meeting that Ada Ek chaired, Bo Lind was elected to verify and Cai By kept; Dag Ås is vice chair, Eva Lo a
/// member, and Fia Moe stayed away.
private func minutes(
  _ frontMatter: [String] = [], ending: String = "", date: String = "2025-03-04", kind: String = "Protokoll"
) -> String {
  """
  ---
  organ: Granrådet
  datum: \(date)
  \(frontMatter.joined(separator: "\n"))
  ---
  # \(kind) Granrådet

  ## Närvarande

  Ada Ek, ordförande
  Bo Lind, justerare
  Cai By, sekreterare
  Dag Ås, vice ordförande
  Eva Lo, Gran kommun

  ## Frånvarande

  Fia Moe, Tall kommun

  ## 1. Ett

  Text.

  ## 2. Två

  Mer.

  \(ending)
  """
}

@Suite struct `The gate` {
  /// The roles that those who approved had at the meeting, by each way of telling that they did.
  private static let evidence: [(name: String, frontMatter: [String], ending: String, roles: Set<ApprovalRule.Role>)] =
    [
      ("nothing", [], "", []),
      ("a day but nobody", ["justerat: APPROVED"], "", []),
      ("somebody but no day", ["justerare: [Ada Ek, Bo Lind]"], "", []),
      ("names printed at the end", [], "Ada Ek        \nOrdförande   Cai By\n   Sekreterare\n", []),
      ("signatures without a time", [], signature("Ada Ek", "ordförande", nil), []),
      ("chair", ["justerat: APPROVED", "justerare: [Ada Ek]"], "", [.chair]),
      ("verifier", ["justerat: APPROVED", "justerare: [Bo Lind]"], "", [.verifier]),
      ("chair and verifier", ["justerat: APPROVED", "justerare: [Ada Ek, Bo Lind]"], "", [.chair, .verifier]),
      ("chair twice", ["justerat: APPROVED", "justerare: [Ada Ek, Ada Ek]"], "", [.chair]),
      ("chair and vice chair", ["justerat: APPROVED", "justerare: [Dag Ås, Ada Ek]"], "", [.chair, .viceChair]),
      ("chair and secretary", ["justerat: APPROVED", "justerare: [Ada Ek, Cai By]"], "", [.chair]),
      ("chair and one who was not elected", ["justerat: APPROVED", "justerare: [Ada Ek, Eva Lo]"], "", [.chair]),
      ("chair and one who was absent", ["justerat: APPROVED", "justerare: [Ada Ek, Fia Moe]"], "", [.chair]),
      ("chair and a stranger", ["justerat: APPROVED", "justerare: [Ada Ek, Gun Rot]"], "", [.chair]),
      (
        "signed by chair and verifier", [],
        signature("Ada Ek", "ordförande", "APPROVED 08:46:34 +02:00")
          + signature("Bo Lind", "justerare", "APPROVED 09:46:34 +02:00"), [.chair, .verifier]
      ),
      ("signed by the secretary", [], signature("Cai By", "sekreterare", "APPROVED 08:46:34 +02:00"), []),
      (
        "signed by chair and secretary", [],
        signature("Ada Ek", "ordförande", "APPROVED 08:46:34 +02:00")
          + signature("Cai By", "sekreterare", "APPROVED 08:46:34 +02:00"), [.chair]
      ),
    ]

  /// What the terms of reference ask for; nil for those that give no rule for the day.
  private static let rules: [(terms: [(String?, String)], roles: Set<ApprovalRule.Role>?, isForOrdinary: Bool)] = [
    ([("2020-01-01", chairAndVerifier)], [.chair, .verifier], false),
    (
      [("2020-01-01", "Anteckningar från ordinarie möten är offentliga efter justering. \(chairAndVerifier)")],
      [.chair, .verifier], true
    ),
    ([("2020-01-01", "Anteckningarna godkänns av ordföranden.")], [.chair], false),
    ([("2020-01-01", "Anteckningarna godkänns av ordföranden och vice ordföranden.")], [.chair, .viceChair], false),
    // Two readings: the stricter one.
    (
      [("2020-01-01", "Anteckningarna justeras av vice ordföranden. Anteckningarna godkänns av ordföranden.")],
      [.chair, .viceChair], false
    ),
    // The rule has changed since, or before.
    ([("2020-01-01", "Anteckningarna godkänns av ordföranden."), ("2025-03-05", chairAndVerifier)], [.chair], false),
    (
      [("2020-01-01", "Anteckningarna godkänns av ordföranden."), ("2025-03-04", chairAndVerifier)],
      [.chair, .verifier], false
    ),
    ([("2020-01-01", chairAndVerifier), ("2024-01-01", "Rådet träffas när det behövs.")], nil, false),
    ([], nil, false),
    ([("2020-01-01", "Rådet träffas när det behövs.")], nil, false),
    ([(nil, chairAndVerifier)], nil, false),
    ([("2025-03-05", chairAndVerifier)], nil, false),
    ([("2020-01-01", "Anteckningarna justeras av rådets sekreterare.")], nil, false),
  ]

  /// Every combination of status, evidence, rule, kind of meeting and days, against what the words say.
  @Test func `lets minutes through exactly when those approved them whom the rule of the day asks for`() {
    var cells = 0
    for rule in Self.rules {
      let register = register(rule.terms)
      for evidence in Self.evidence {
        for approved in ["2025-03-03", "2025-03-04", "2025-05-31", "2025-06-01", "2025-06-02"] {
          for (kind, decision) in [
            ("Protokoll", nil), ("Protokoll extra sammanträde", nil),
            ("Protokoll extra sammanträde", "extra möte: beslutad 2025-04-01 av Samrådet"),
          ] {
            for isDraft in [false, true] {
              let text = minutes(
                evidence.frontMatter + [decision].compactMap(\.self) + (isDraft ? ["status: utkast"] : []),
                ending: evidence.ending, kind: kind
              ).replacing("APPROVED", with: approved)
              let isOrdinary = kind == "Protokoll"
              let isPublic =
                !isDraft && rule.roles.map { $0.isSubset(of: evidence.roles) } ?? false
                && ("2025-03-04"..."2025-06-01").contains(approved)
                && (isOrdinary || !rule.isForOrdinary || decision != nil)
              let verdict = verdict(document(text), register)
              #expect(
                (verdict == "offentlig") == isPublic,
                "\(verdict): \(rule.terms) \(evidence.name) \(approved) \(kind) \(decision ?? "") \(isDraft)")
              cells += 1
            }
          }
        }
      }
    }
    #expect(cells == 13 * 17 * 5 * 3 * 2)
  }

  @Test func `withholds minutes of a meeting to come`() {
    let text = minutes(["justerat: 2025-07-02", "justerare: [Ada Ek, Bo Lind]"], date: "2025-07-01")
    #expect(verdict(document(text)) == "meetingInFuture")
    #expect(verdict(document(text), today: day("2025-07-02")) == "offentlig")
  }

  @Test func `withholds minutes that do not say which body, day or people`() {
    let approved = "justerat: 2025-03-10\njusterare: [Ada Ek, Bo Lind]\n---\n"
    #expect(verdict(document("---\n\(approved)# Protokoll Granrådet\n\n## 1. Ett\n\n## 2. Två\n")) == "noDate")
    #expect(verdict(document("---\ndatum: 2025-03-04\n\(approved)1. Ett\n\n2. Två\n")) == "noBody")
    #expect(
      verdict(document("---\ndatum: 2025-03-04\n\(approved)# Protokoll Granrådet\n\n## 1. Ett\n\n## 2. Två\n"))
        == "insufficient")
  }

  @Test(arguments: [
    ("2025-03-04", "arkiv: beslutad 2025-04-01 av Samrådet", "offentlig"),
    ("2025-03-04", "arkiv: beslutad 2025-03-03 av Samrådet", "approvedBeforeMeeting"),
    ("2025-03-04", "arkiv: beslutad 2025-06-02 av Samrådet", "approvedInFuture"),
    ("2025-03-04", "", "beforeRules"),
    // The decision is for what is older than the rules; later minutes are approved.
    ("2025-05-04", "arkiv: beslutad 2025-05-05 av Samrådet", "notApproved"),
  ])
  func `publishes minutes from before any known rule by a decision only`(_ date: String, _ key: String, _ is: String) {
    let register = register([("2025-05-01", chairAndVerifier)])
    #expect(verdict(document(minutes([key], date: date)), register) == `is`)
  }

  /// Two people of one name: a spelling of the one approves nothing for the other.
  @Test func `takes nobody for another of the same name`() {
    var register = register([("2020-01-01", chairAndVerifier)])
    register.enter(PersonEntry(name: "Ada Ek", aliases: ["A. Ek"], principals: ["Gran kommun"]))
    register.enter(PersonEntry(name: "Ada Ek", aliases: ["Ada E."], principals: ["Tall kommun"]))
    let text = { (name: String) in minutes(["justerat: 2025-03-10", "justerare: [\(name), Bo Lind]"]) }
    #expect(verdict(document(text("Ada Ek")), register) == "offentlig")
    #expect(verdict(document(text("A. Ek")), register) == "insufficient")
  }

  /// Three spellings of Ada Ek in the name register, one of which another person has too.
  @Test(arguments: [
    ("Ada Ek-Gran, Bo Lind", "offentlig"), ("A. Ek, Bo Lind", "offentlig"), ("Ada Ek, Ada Ek-Gran", "insufficient"),
    ("Ada Ek-Gran, Ada Ek, Bo Lind", "offentlig"), ("Ek, Bo Lind", "insufficient"),
  ])
  func `knows those who approved by every spelling of theirs`(_ names: String, _ expected: String) {
    var register = register([("2020-01-01", chairAndVerifier)])
    register.enter(PersonEntry(name: "Ada Ek", aliases: ["Ada Ek-Gran", "A. Ek", "Ek"]))
    register.enter(PersonEntry(name: "Per Ek", aliases: ["Ek"]))
    #expect(verdict(document(minutes(["justerat: 2025-03-10", "justerare: [\(names)]"])), register) == expected)
  }

  @Test(arguments: [
    ("12 månader", 2025, "offentlig"), ("2 månader", 2025, "retentionOver"), ("1 år", 2026, "retentionOver"),
  ])
  func `withholds minutes that have been public as long as their body says`(
    _ period: String, _ year: Int, _ expected: String
  ) throws {
    let read = document(
      "---\ngiltig från: 2020-01-01\norgan: [{namn: Granrådet, gallras efter: \(period)}]\n---\n"
        + "# Uppdragsbeskrivning för Granrådet\n\n## Protokoll\n\n\(chairAndVerifier)\n", path: "content/uppdrag/a.md")
    var register = register([("2020-01-01", chairAndVerifier)])
    guard case .termsOfReference(let terms) = read.content, let id = register.body(named: "Granrådet") else {
      Issue.record("\(read.content)")
      return
    }
    register.change(id) { $0.version = terms.bodies.first.map { TermsVersion($0, title: terms.title, date: nil) } }
    let approved = document(minutes(["justerat: 2025-03-10", "justerare: [Ada Ek, Bo Lind]"]))
    #expect(verdict(approved, today: try #require(CalendarDate(year: year, month: 5, day: 4)), register) == expected)
  }

  @Test func `holds a verifier whom nobody is said to have elected to the evidence`() {
    let text = minutes(["justerat: 2025-03-10", "justerare: [Ada Ek, Eva Lo]"]).replacing(", justerare", with: "")
    #expect(verdict(document(text)) == "offentlig")
  }

  @Test func `tells what the rule asks, who approved and what is missing`() {
    let text = minutes(["justerat: 2025-03-10", "justerare: [Ada Ek, Fia Moe]"])
    let (_, withheld) = admit([document(text)], register: register([("2020-01-01", chairAndVerifier)]), today: today)
    guard case .insufficient(let rule, let approvers, let gaps) = withheld.first?.reason else {
      Issue.record("\(withheld)")
      return
    }
    #expect(rule.roles == [.chair, .verifier] && rule.quotes == [chairAndVerifier])
    #expect(approvers.map(\.name) == ["Ada Ek", "Fia Moe"])
    #expect(gaps == [.absent(name: "Fia Moe"), .role(.verifier)])
  }

  @Test func `says by which rule and in which roles the minutes were approved`() {
    let text = minutes(["justerat: 2025-03-10", "justerare: [Bo Lind, Ada Ek]"])
    let (admitted, _) = admit([document(text)], register: register([("2020-01-01", chairAndVerifier)]), today: today)
    #expect(admitted.first?.approval?.rule?.quotes == [chairAndVerifier])
    #expect(admitted.first?.approval?.approvers.map { $0.role ?? "" } == ["justerare", "ordförande"])
  }

  @Test(arguments: [
    ("titel: Avtal om gran", "notAdopted"), ("titel: Avtal om gran\nantaget: 2025-03-04 av Granrådet", "offentlig"),
    ("titel: Avtal om gran\nantaget: 2025-06-02", "adoptedInFuture"),
    ("titel: Avtal om gran\nstatus: utkast\nantaget: 2025-03-04", "draft"),
  ])
  func `lets an agreement through only when it is adopted`(_ frontMatter: String, _ expected: String) {
    #expect(verdict(document("---\n\(frontMatter)\n---\nText.\n", path: "content/avtal/a.md")) == expected)
  }

  /// The parties are Gran kommun and Tall kommun.
  @Test(arguments: [
    (["Gran kommun 2025-03-04", "Tall kommun 2025-03-07"], "offentlig"),
    (["Gran kommun 2025-03-04", "Tall kommun 2025-06-02"], "adoptedInFuture"),
    (["Gran kommun 2025-03-04", "Gran kommun 2025-03-07"], "notAdopted"), (["Gran kommun 2025-03-04"], "notAdopted"),
    (["Gran kommun 2025-03-04", "Tall kommun"], "notAdopted"), ([], "notAdopted"),
  ])
  func `takes the signatures of all parties for an adoption`(_ signers: [String], _ expected: String) {
    let page = signers.enumerated().map { index, signer in
      let words = signer.split(separator: " ")
      let time = words.count > 2 ? "TID: \(words[2]) 08:46:34 +02:00\n" : ""
      return
        "NAMN: Ada Ek \("abc".dropFirst(index).prefix(1))\nTITEL, ORGANISATION: Direktör, \(words[0]) \(words[1])\n\(time)"
    }
    let text =
      "---\ntitel: Avtal om gran\nparter: [Gran kommun, Tall kommun]\n---\nParterna delar på kostnaden.\n\n"
      + "# Underskriftssida\n\n\(page.joined(separator: "\n"))\n# Bilaga 1\n\nPriser.\n"
    let read = document(text, path: "content/avtal/a.md")
    #expect(verdict(read) == expected)
    guard expected == "offentlig" else { return }
    let (admitted, _) = admit([read], register: Register(), today: today)
    guard case .agreement(let agreement)? = admitted.first?.document.content else { return }
    #expect(agreement.adoption?.date == day("2025-03-07") && agreement.adoption?.isBySignatures == true)
    // The page itself is cut, and what follows it is not.
    #expect("\(agreement.blocks)".contains("Priser") && !"\(agreement.blocks)".contains("Direktör"))
  }

  @Test func `lets terms of reference and pages through unless they are drafts`() {
    #expect(verdict(document("# Uppdragsbeskrivning för Granrådet\n", path: "content/uppdrag/a.md")) == "offentlig")
    #expect(
      verdict(document("---\nstatus: utkast\n---\n# Uppdragsbeskrivning för Granrådet\n", path: "content/uppdrag/a.md"))
        == "draft")
    #expect(verdict(document("# Om\n", path: "content/sidor/a.md")) == "offentlig")
  }

  @Test func `withholds what it does not recognise`() {
    #expect(verdict(document("Mjölk, ägg och bröd.\n", path: "content/lista.md")) == "unrecognised")
  }

  @Test func `lets everything into a preview, and marks what it would withhold`() {
    let (admitted, withheld) = admit(
      [document("Mjölk och bröd.\n", path: "content/lista.md")], register: Register(), today: today, drafts: true)
    #expect(admitted.map(\.withheld) == [.unrecognised])
    #expect(withheld.map(\.reason) == [.unrecognised])
  }
}
