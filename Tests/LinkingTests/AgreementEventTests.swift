import Records
import Testing
import Tracking

/// What minutes say of an agreement, and where the two do not agree.
@Suite struct `What minutes say of an agreement` {
  private static let terms = "# Uppdragsbeskrivningar för grupperna\n\n## Länsgruppen (LG)\n\nText.\n\n## Beredningen\n\nText.\n"

  private static func agreement(_ from: String, _ to: String, _ title: String = "Avtal om skyltar", _ more: String = "")
    -> String
  {
    "---\nid: skyltar\ntitel: \(title)\ngiltig från: \(from)\ngiltig till: \(to)\nantaget: \(from) av Länsgruppen\n\(more)---\n\n# \(title)\n\nText.\n"
  }

  private func standing(_ item: String, agreements: [String], date: String = "2025-03-03") -> (Archive, Standing) {
    var files = [
      "uppdrag/a.md": Self.terms,
      "protokoll/a.md":
        "---\norgan: Länsgruppen\ndatum: \(date)\njusterat: 2025-12-24\njusterare: [Ada Ek]\n---\n\n## 1. Skyltarna\n\n\(item)\n\n## 2. Övriga frågor\n\nInget.\n",
    ]
    for (number, text) in agreements.enumerated() { files["avtal/\(number).md"] = text }
    let archive = archive(files)
    return (archive, track(archive, asOf: CalendarDate(iso: "2025-06-01")!))
  }

  @Test(arguments: [
    ("Länsgruppen beslutade att Avtal om skyltar förlängs till och med den 31 december 2025.", "prolonged stated"),
    ("Länsgruppen beslutade att Avtal om skyltar inte förlängs.", "notProlonged stated"),
    ("Länsgruppen beslutade att avtalet om skyltar ska revideras.", "revision stated"),
    ("Avtal om skyltar är från 2024.\n\nLänsgruppen beslutade att avtalet inte förlängs.", "notProlonged inferred"),
    ("Ada Ek berättade om läget. Avtal om skyltar kommer att revideras under hösten.", "revision inferred"),
    // A proposal, a wish and what was done before are none.
    ("Länsgruppen beslutade att föreslå Beredningen att Avtal om skyltar förlängs.", ""),
    ("Avtal om skyltar reviderades i fjol och ska nu följas upp.", ""),
    ("Länsgruppen beslutade att lägga rapporten om Avtal om skyltar till handlingarna.", ""),
  ])
  func `is told by a decision, or by a sentence of its item`(_ text: String, _ told: String) {
    let (_, standing) = standing(text, agreements: [Self.agreement("2024-01-01", "2025-12-31")])
    #expect(standing.agreementEvents[0].map { "\($0.kind) \($0.certainty)" }.joined() == told)
  }

  @Test func `belongs to the version that held on the day, whatever it is called`() {
    let (archive, standing) = standing(
      "Länsgruppen beslutade att Avtal om vägskyltar ska revideras.",
      agreements: [
        Self.agreement("2019-01-01", "2023-12-31", "Avtal om vägskyltar"),
        Self.agreement("2024-01-01", "2025-05-01", "Avtal om vägskyltar"),
        Self.agreement("2025-05-02", "tillsvidare", "Avtal om alla skyltar"),
      ])
    let told = archive.agreements.indices.filter { !standing.agreementEvents[$0].isEmpty }
    #expect(told.map { archive.agreements[$0].text.validFrom?.value.description } == ["2024-01-01"])
    #expect(archive.agreements.filter(\.isCurrent).map(\.text.title.value) == ["Avtal om alla skyltar"])
  }

  @Test(arguments: [
    ("Länsgruppen beslutade att Avtal om skyltar inte förlängs.", "tillsvidare", "endsWithoutDay"),
    ("Länsgruppen beslutade att Avtal om skyltar inte förlängs.", "2025-12-31", ""),
    (
      "Länsgruppen beslutade att Avtal om skyltar förlängs till och med den 31 december 2027.", "2025-12-31",
      "prolongedPast(year: 2027)"
    ),
    (
      "Länsgruppen beslutade att Avtal om skyltar förlängs till och med den 31 december 2025.", "2025-12-31", ""
    ),
    ("Länsgruppen beslutade att godkänna Avtal om skyltar.", "2025-12-31", "unknownVersion"),
    ("Länsgruppen beslutade att föreslå Beredningen att godkänna Avtal om skyltar.", "2025-12-31", ""),
  ])
  func `disagrees with its text where they cannot both be right`(_ text: String, _ to: String, _ kind: String) {
    let (_, standing) = standing(text, agreements: [Self.agreement("2024-01-01", to)])
    #expect(standing.disagreements.map { "\($0.kind)" }.joined() == kind)
  }
}
