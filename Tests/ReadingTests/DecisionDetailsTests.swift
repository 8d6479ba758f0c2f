import Records
import Testing

/// The decisions of Granrådet's item of the given text.
private func decisions(_ text: String) throws -> [Decision] {
  try #require(
    try minutes("# Protokoll Granrådet 2025-03-04\n\n## 3. Öppnande\n\n## 4. Skyltar\n\n\(text)\n").items.last
  ).decisions
}

@Suite struct `A decision` {
  @Test(arguments: [
    ("Rådet godkänner rapporten.", Decision.Kind.approves, "godkänner"),
    ("Planen fastställs.", .establishes, "fastställs"),
    ("Rådet antar planen.", .adopts, "antar"),
    ("Rådet ställer sig bakom yttrandet.", .endorses, "ställer sig bakom"),
    ("Rådet beslutar att rekommendera kommunerna att köpa färg.", .recommends, "rekommendera"),
    ("Rådet uppdrar åt Ada Ek att utse en målare.", .assigns, "uppdrar"),
    ("Ada Ek får i uppdrag att avslå alla anbud.", .assigns, "i uppdrag"),
    ("Rådet utser Ada Ek till målare.", .appoints, "utser"),
    ("Rådet beslutar att förslaget att anta en ny färg bordläggs.", .defers, "bordläggs"),
    ("Ärendet återremitteras.", .refers, "återremitteras"),
    ("Rådet avslår begäran.", .rejects, "avslår"),
    ("Motionen bifalles.", .grants, "bifalles"),
    ("Rådet beviljar föreningen Kotten 5 000 kronor.", .awards, "beviljar"),
    ("Protokollet godkändes och lades till handlingarna.", .files, "till handlingarna"),
    ("Rådet noterar informationen.", .notes, "noterar"),
    ("Rådet delegerar till Ada Ek att välja färg.", .delegates, "delegerar"),
    ("Rådet beslutar att avtalet förlängs inte.", .endsAgreement, "förlängs inte"),
    ("Skyltarna blir en stående punkt på dagordningen.", .standingItem, "stående punkt"),
  ])
  func `is of the kind that its verb shows`(_ text: String, _ kind: Decision.Kind, _ verb: String) throws {
    let decision = try #require(try decisions(text).first)
    #expect(decision.kind == kind)
    #expect(decision.verb == verb)
  }

  @Test(arguments: ["Rådet beslutar att måla skylten.", "Rådet beslutar att arbetet avslutas."])
  func `may be of no kind`(_ text: String) throws { #expect(try decisions(text).first?.kind == nil) }

  @Test(arguments: [
    ("Rådet beviljar föreningen Kotten 25 000 kronor.", 25000),
    ("Rådet beviljar Kotten 1,5 miljoner kronor.", 1_500_000),
    ("Rådet beviljar Kotten 40 tkr.", 40_000), ("Rådet beviljar Kotten bidrag.", nil),
    ("Rådet beviljar Kotten 5 000 kr och Granen 6 000 kr.", nil), ("Rådet beslutar att köpa färg för 900 kr.", nil),
  ])
  func `tells what it grants`(_ text: String, _ amount: Int?) throws {
    #expect(try decisions(text).map(\.amount) == [amount])
  }

  @Test(arguments: [
    ("Rådet beslutar att avgiften höjs från och med den 1 maj 2025.", "2025-05-01"),
    ("Rådet antar planen att gälla fr.o.m. 2026-01-01.", "2026-01-01"),
    ("Rådet beslutar att planen träder i kraft den 1 juni.", "2025-06-01"),
    ("Rådet antar planen som gäller från och med 2025-03-04.", nil), ("Rådet antar planen från den 2 februari.", nil),
  ])
  func `may hold from another day than the meeting's`(_ text: String, _ date: String?) throws {
    #expect(try decisions(text).map { $0.effective?.description } == [date])
  }

  @Test(arguments: [
    ("Rådet antar planen.\n\nBo Lind (S) deltog inte i beslutet på grund av jäv.", ["Bo Lind"]),
    ("Ada Ek och Bo Lind anmäler jäv och lämnar rummet.\n\nRådet antar planen.", ["Ada Ek", "Bo Lind"]),
    ("Rådet antar planen.\n\nBo Lind talade om jäv.", []),
  ])
  func `tells who took no part in it`(_ text: String, _ names: [String]) throws {
    #expect(try decisions(text).map(\.notTakingPart) == [names])
  }

  @Test func `is another part's, and so is who took no part in it`() throws {
    let found = try decisions(
      "### Norr\n\nRådet antar planen.\n\nBo Lind deltog inte i beslutet.\n\n### Söder\n\nRådet avslår begäran.")
    #expect(found.map(\.notTakingPart) == [["Bo Lind"], []])
  }
}
