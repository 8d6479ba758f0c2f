import Records
import Testing
import Tracking

/// The balanslista of made-up minutes, on a day.
@Suite struct `What minutes leave to be done` {
  /// Each row as "status kind due owner: text", with where it came back.
  private func rows(_ files: [String: String], asOf day: String = "2025-06-01") -> [String] {
    let archive = archive(files)
    let standing = track(archive, asOf: CalendarDate(iso: day)!)
    return standing.followUps.map { row in
      let owner =
        switch row.owner {
        case .record(.body(let id)): archive[id].name
        case .record(.principal(let id)): archive[id].name
        case .record: "?"
        case .words(let words): words
        case nil: "se texten"
        }
      let due = row.due?.description ?? row.dueWords ?? "–"
      let back = row.closing.map { " → \(archive.permalink(of: $0.at).text) \($0.evidence)" } ?? ""
      let status = row.isForgotten ? "forgotten" : "\(row.status)"
      return "\(status) \(row.kind) \(due) \(owner): \(row.text)\(back)"
    }
  }

  private static let terms =
    "# Uppdragsbeskrivningar för grupperna\n\n## Länsgruppen (LG)\n\nText.\n\n## Beredning barn och unga\n\nText.\n"

  private func minutes(_ date: String, _ items: String, _ frontMatter: String = "", body: String = "Länsgruppen")
    -> String
  {
    "---\norgan: \(body)\ndatum: \(date)\njusterat: 2025-12-24\njusterare: [Ada Ek]\n\(frontMatter)---\n\n\(items)\n\n## 9. Övriga frågor\n\nInget.\n"
  }

  @Test(arguments: [
    (
      "Länsgruppen beslutade att ge Beredning barn och unga i uppdrag att skriva en plan till mötet den 20 maj 2025.",
      "overdue assignment 2025-05-20 Beredning barn och unga"
    ),
    ("Länsgruppen uppdrar åt AU att skriva en plan.", "open assignment – AU"),
    ("Länsgruppen beslutade att ge Bo Lind i uppdrag att skriva en plan.", "open assignment – se texten"),
    ("Länsgruppen uppdrar åt Skogsgruppen att skriva en plan.", "open assignment – Skogsgruppen"),
    (
      "Länsgruppen bordlägger skyltarna till den 11 november 2025.",
      "open deferred 2025-11-11 Länsgruppen"
    ),
    (
      "Länsgruppen beslutade att ha skyltar som stående punkt.", "open standing – Länsgruppen"
    ),
    (
      "Länsgruppen beslutade att redovisa läget på första mötet 2026.",
      "open recurrence första mötet 2026 Länsgruppen"
    ),
    (
      "Länsgruppen beslutade att rekommendera huvudmännen att anta planen senast den 30 april 2025.",
      "overdue recommendation 2025-04-30 huvudmännen"
    ),
    ("Skyltarna återkommer den 11 november 2025.", "open recurrence 2025-11-11 Länsgruppen"),
    ("Hyran av skyltar upphör den 30 april 2025.", "passed expiry 2025-04-30 Länsgruppen"),
    ("Kommunerna lämnar sina svar senast den 30 april 2025.", "overdue promise 2025-04-30 kommunerna"),
    (
      "Länsgruppen uppdrar åt AU att skriva en plan. Redovisning lämnas den 11 november 2025.",
      "open assignment 2025-11-11 AU"
    ),
    ("Ada Ek redovisar hur det har gått den 11 november 2025.", "open promise 2025-11-11 se texten"),
    ("Ada Ek skriver ett utkast senast den 30 april 2025.", "overdue promise 2025-04-30 se texten"),
    (
      "Kommunerna redovisar hur pengarna har använts senast den 30 april 2025.",
      "overdue promise 2025-04-30 kommunerna"
    ),
  ])
  func `is a row each, with who and when`(_ sentence: String, _ row: String) {
    let found = rows([
      "uppdrag/a.md": Self.terms, "protokoll/a.md": minutes("2025-03-03", "## 1. Skyltar\n\n\(sentence)"),
    ])
    #expect(found.count == 1 && found.first?.hasPrefix("\(row): ") == true, "\(found)")
  }

  @Test(arguments: [
    "Rapporten blev klar den 22 april 2025.", "Ärendet har flyttats fram två gånger, senast i april 2025.",
    "Länsgruppen beslutade att godkänna planen, som gäller från den 1 april 2025.",
    "Länsgruppen beslutade att förlänga avtalet till och med den 30 juni 2028.",
    "Länsgruppen beslutade att rekommendera huvudmännen att anta planen.",
    "Länsgruppen beslutade att fastställa beredningens uppdragsbeskrivning.",
  ])
  func `is nothing that was done, and nothing that only holds`(_ sentence: String) {
    #expect(
      rows(["uppdrag/a.md": Self.terms, "protokoll/a.md": minutes("2025-03-03", "## 1. Skyltar\n\n\(sentence)")]) == [])
  }

  private static let deferred = "Länsgruppen bordlägger skyltarna till mötet den 20 maj 2025."

  /// What a later meeting has to say, and how the row of § 1 on 3 March then ends.
  @Test(arguments: [
    ("## 4. Skyltar\n\nText.", "", "closed", "title"), ("## 4. Skyltar och annat\n\nText.", "", "forgotten", ""),
    ("## 4. Färg\n\nJämför § 1 2025-03-03.", "", "closed", "reference"),
    ("## 4. Färg\n\nText.", "punkter: {\"4\": {stänger: [§ 1 2025-03-03]}}\n", "closed", "stated"),
    (
      "## 4. Färg\n\nText.", "punkter: {\"4\": {stänger: [/moten/lansgruppen/2025-03-03/#p1-beslut-1]}}\n", "closed",
      "stated"
    ),
    ("## 4. Övriga frågor\n\nText.", "", "forgotten", ""),
  ])
  func `came back, or was forgotten`(_ items: String, _ frontMatter: String, _ status: String, _ evidence: String) {
    let found = rows([
      "uppdrag/a.md": Self.terms, "protokoll/a.md": minutes("2025-03-03", "## 1. Skyltar\n\n\(Self.deferred)"),
      "protokoll/b.md": minutes("2025-05-20", items, frontMatter),
    ])
    let back = evidence.isEmpty ? "" : " → /moten/lansgruppen/2025-05-20/#p4 \(evidence)"
    #expect(found == ["\(status) deferred 2025-05-20 Länsgruppen: \(Self.deferred)\(back)"])
  }

  @Test func `is late when its day is past, and forgotten only when the body has met since`() {
    let files = [
      "uppdrag/a.md": Self.terms, "protokoll/a.md": minutes("2025-03-03", "## 1. Skyltar\n\n\(Self.deferred)"),
    ]
    #expect(rows(files, asOf: "2025-05-20").first?.hasPrefix("open ") == true)
    #expect(rows(files, asOf: "2025-05-21").first?.hasPrefix("overdue ") == true)
    let another = minutes("2025-05-27", "## 4. Färg\n\nText.", body: "Beredning barn och unga")
    #expect(rows(files.merging(["protokoll/b.md": another]) { a, _ in a }).first?.hasPrefix("overdue ") == true)
  }

  @Test func `of a secret item is none`() {
    // The gate takes out what is secret; this holds it out even where nobody did.
    let text = minutes(
      "2025-03-03", "## 1. Skyltar\n\n\(Self.deferred)", "punkter: {\"1\": {sekretess: 25 kap. 1 § OSL}}\n")
    #expect(rows(["uppdrag/a.md": Self.terms, "protokoll/a.md": text]) == [])
  }

  @Test func `says next meeting, which is the body's next that is held or planned`() {
    let text = minutes("2025-03-03", "## 1. Skyltar\n\nLänsgruppen bordlägger skyltarna till nästa möte.")
    let next = minutes("2025-05-20", "## 4. Färg\n\nText.")
    let found = rows(["uppdrag/a.md": Self.terms, "protokoll/a.md": text, "protokoll/b.md": next])
    #expect(found.first?.hasPrefix("forgotten deferred 2025-05-20 ") == true, "\(found)")
  }

  @Test func `tells of a closing that names nothing`() {
    let files = [
      "uppdrag/a.md": Self.terms, "protokoll/a.md": minutes("2025-03-03", "## 1. Skyltar\n\n\(Self.deferred)"),
      "protokoll/b.md": minutes(
        "2025-05-20", "## 4. Färg\n\nText.", "punkter: {\"4\": {stänger: [§ 7 2025-03-03, § 1 2025-03-03]}}\n"),
    ]
    let standing = track(archive(files), asOf: CalendarDate(iso: "2025-06-01")!)
    #expect(standing.closingsOfNothing.map(\.text.value) == ["§ 7 2025-03-03"])
  }
}

@Suite struct `The representation of principals` {
  @Test func `is the best of what an attendance list says, and nothing where it says nothing`() {
    var site = Site()
    site.principals = ["Gran kommun", "Lind kommun", "Tall kommun", "Alm kommun"].map {
      Principal(name: $0, slug: "", kind: .municipality)
    }
    let list = """
      ## Närvarande

      Ada Ek, Gran kommun, representerar även Lind kommun
      Bo Lind, Gran kommun

      ## Frånvarande

      Eva Lo, Gran kommun
      Fia Moe, Tall kommun
      """
    let files = [
      "protokoll/a.md": minutes("Länsgruppen", "2025-03-03", "Text.", attendance: list),
      "protokoll/b.md": minutes("Länsgruppen", "2025-04-03", "Text."),
    ]
    let archive = archive(files, site: site)
    let standing = track(archive, asOf: CalendarDate(iso: "2025-06-01")!)
    let words = standing.representation.map { meeting in
      meeting.map { "\(archive[$0.key].name) \($0.value)" }.sorted()
    }
    #expect(words == [["Gran kommun present", "Lind kommun proxy", "Tall kommun absent"], []])
    // Three of the four were named, so all four sit there.
    #expect(standing.principalsOfBody.map(\.count) == [4])
  }
}
