import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct InspectTests {
  @Test func `minutes are told as the contract says`() throws {
    let raw = try inspected(.minutes(minutes))
    let found = try #require(plain(raw) as? [String: Any])
    #expect(found["kind"] as? String == "minutes")
    let chair = try #require(raw["chair"] as? [String: Any])
    #expect(
      chair["value"] as? String == "Åsa Öberg" && chair["line"] as? Int == 4
        && chair["certainty"] as? String == "labelled")
    #expect(found["date"] as? String == "2024-05-17")
    #expect(found["place"] == nil && found["reference"] == nil)
    let verifier = try #require((raw["adjusters"] as? [[String: Any]])?.first)
    #expect(verifier["line"] as? Int == 5 && verifier["certainty"] as? String == "labelled")
    #expect(found["adjusters"] as? [String] == ["Bo Ek"])
    let present = try #require(found["present"] as? [[String: Any]])
    #expect(present.map { $0["name"] as? String } == ["Åsa Öberg"])
    #expect(present[0]["organisation"] as? String == "Almheds kommun" && present[0]["party"] as? String == "S")
    #expect(present[0]["also_represents"] as? [String] == ["Ödeviks kommun"])
    #expect(found["absent"] as? [String] == ["Cia Dahl"])
    #expect(found["others"] as? [String] == ["Eva Falk", "Gun Hall"])
    #expect((found["others_detail"] as? [[String: Any]])?.count == 2)
    let item = try #require((found["agenda"] as? [[String: Any]])?.first)
    #expect(item["number"] as? String == "14" && item["kind"] as? String == "decision" && item["line"] as? Int == 20)
    #expect(item["presenters"] as? [String] == ["Eva Falk"])
    #expect(item["decisions"] as? [String] == ["att godkänna", "att lägga till handlingarna"])
    #expect(item["deferred_to"] as? String == "2024-09-20")
    let part = try #require((item["items"] as? [[String: Any]])?.first)
    #expect(
      part["title"] as? String == "Delen" && part["deferred_to"] as? String == "nästa möte" && part["number"] == nil)
    #expect(found["next_meetings"] as? [String] == ["2024-09-20", "i höst"])
    let signature = try #require((found["signatures"] as? [[String: Any]])?.first)
    #expect(Set(signature.keys) == ["name", "role", "date", "line", "certainty"])
    let deadline = try #require((found["deadlines"] as? [[String: Any]])?.first)
    #expect(deadline["date"] as? String == "2024-06" && deadline["item"] as? String == "14")
  }

  @Test func `terms of reference give a body's rules as data`() throws {
    var body = BodyTerms(name: "Samrådet", line: 3)
    body.level = Fact(.political, line: 3, .inferred)
    body.rules = [
      Rule(.meetingsPerYear(minimum: 4, maximum: 6), quote: "4-6 ggr/år", line: 4),
      Rule(.papersDue(workingDays: 10), quote: "10 arbetsdagar", line: 5),
      Rule(.committeePapersDue(workingDays: 6), quote: "6 arbetsdagar", line: 6),
      Rule(.minutesApprovedBy(["ordförande", "en justerare"]), quote: "justeras av", line: 7),
      Rule(.reportsTo("Seminariet"), quote: "under", line: 8), Rule(.term, quote: "ett år", line: 9),
    ]
    var terms = TermsOfReference(title: "Uppdrag")
    terms.bodies = [body]
    let found = try #require(plain(try inspected(.termsOfReference(terms))) as? [String: Any])
    #expect(found["kind"] as? String == "assignment")
    let told = try #require((found["bodies"] as? [[String: Any]])?.first)
    #expect(told["meetings_per_year_min"] as? Int == 4 && told["meetings_per_year_max"] as? Int == 6)
    #expect(told["papers_due_working_days"] as? Int == 10 && told["au_papers_due_working_days"] as? Int == 6)
    #expect(told["minutes_approved_by"] as? [String] == ["ordförande", "en justerare"])
    #expect(told["reports_to"] as? String == "Seminariet" && told["level"] as? String == "political")
    #expect(told["term"] as? String == "ett år" && (told["quotes"] as? [String])?.count == 6)
  }

  @Test func `an agreement is told with its parties and days`() throws {
    var agreement = Agreement(title: Fact("Avtalet", line: 1, .labelled), kind: .contract)
    agreement.validFrom = Fact(CalendarDate(iso: "2024-01-01")!, line: 2, .stated)
    agreement.adoption = Adoption(date: CalendarDate(iso: "2023-12-01")!, by: "Samrådet", item: "3", line: 5)
    agreement.parties = [Fact("Region Älvmark", line: 3, .stated)]
    let told = try #require(plain(try inspected(.agreement(agreement))["agreement"] as Any) as? [String: Any])
    #expect(
      told["title"] as? String == "Avtalet" && told["valid_from"] as? String == "2024-01-01" && told["valid_to"] == nil)
    #expect(told["adopted_by"] as? String == "Samrådet" && told["parties"] as? [String] == ["Region Älvmark"])
  }

  @Test func `what was not understood is left out, and its diagnostics are told`() throws {
    var document = document(.unrecognised)
    document.diagnostics = [
      Diagnostic(.rawHTML(tag: "<\"\u{1}>"), at: SourceLocation(path: "a.md", line: 2, column: 3))
    ]
    let found = try parsed(document.inspection)
    #expect(Set(found.keys) == ["diagnostics"])
    let told = try #require((found["diagnostics"] as? [[String: Any]])?.first)
    #expect(told["id"] as? String == "raw-html" && told["line"] as? Int == 2 && told["column"] as? Int == 3)
    #expect((told["message"] as? String)?.contains("<\"\u{1}>") == true)
  }

  @Test func `the sheet says where each fact stands and how it is known`() {
    let sheet = document(.minutes(minutes)).sheet
    for line in [
      "  ordförande    Åsa Öberg  (rad 4, utläst ur rubrik eller etikett)", "  organ         framgår inte",
      "    20  § 14  Ärendet", "    21    typ: beslut", "    22~   beslut: att godkänna", "  ~ slutsats ur texten",
    ] {
      #expect(sheet.contains(line + "\n"))
    }
    #expect(document(.unrecognised).sheet.contains("skriv typ:"))
  }

  private var minutes: Minutes {
    var minutes = Minutes(title: "Protokoll")
    minutes.date = Fact(CalendarDate(iso: "2024-05-17")!, line: 3, .inferred)
    minutes.chair = Fact("Åsa Öberg", line: 4, .labelled)
    minutes.verifiers = [Fact("Bo Ek", line: 5, .labelled)]
    var chair = Attendance(name: "Åsa Öberg", status: .present, group: .member, line: 6)
    (chair.organisation, chair.party, chair.alsoRepresents) = ("Almheds kommun", "S", ["Ödeviks kommun"])
    minutes.attendance = [
      chair, Attendance(name: "Cia Dahl", status: .absent, group: .member, line: 7),
      Attendance(name: "Eva Falk", status: .present, group: .official, line: 8),
      Attendance(name: "Gun Hall", status: .present, group: .guest, line: 9),
    ]
    var item = AgendaItem(number: "14", title: "Ärendet", line: 20)
    item.kind = Fact(.decision, line: 21, .labelled)
    item.presenters = [Presenter(name: "Eva Falk", detail: nil, line: 21)]
    item.decisions = [
      Decision(text: "att godkänna", leadIn: nil, line: 22),
      Decision(text: "att lägga till handlingarna", leadIn: nil, line: 23),
    ]
    item.deferrals = [Deferral(date: CalendarDate(iso: "2024-09-20"), text: "20 september", line: 24)]
    var part = SubItem(title: "Delen", line: 25)
    part.deferrals = [Deferral(date: nil, text: "nästa möte", line: 26)]
    item.subItems = [part]
    minutes.items = [item]
    minutes.nextMeetings = [
      NextMeeting(body: nil, date: CalendarDate(iso: "2024-09-20"), text: "20/9", line: 30),
      NextMeeting(body: nil, date: nil, text: "i höst", line: 31),
    ]
    minutes.signatures = [
      Signature(
        name: "Bo Ek", role: "Justerare", time: "2024-05-20T08:00:00+02:00", date: CalendarDate(iso: "2024-05-20"),
        line: 40)
    ]
    minutes.deadlines = [Deadline(item: "14", text: "svar", due: .month(year: 2024, month: 6), line: 22)]
    return minutes
  }

  private func document(_ content: Document.Content) -> Document {
    Document(source: SourceFile(path: "a.md", bytes: []), isDraft: false, content: content, diagnostics: [])
  }

  private func inspected(_ content: Document.Content) throws -> [String: Any] {
    try parsed(document(content).inspection)
  }

  @Test func `every value that is told has its line and certainty`() throws {
    // Each map of the contract's lists and facts; `agreement` and the document itself only hold them.
    func check(_ value: Any, _ path: String) {
      if let map = value as? [String: Any] {
        if path != "" { #expect(map["line"] is Int && map["certainty"] is String, "\(path) has no line and certainty") }
        for (key, inner) in map where key != "diagnostics" { check(inner, "\(path)/\(key)") }
      } else if let list = value as? [Any] {
        for inner in list { check(inner, path) }
      }
    }
    check(try inspected(.minutes(minutes)), "")
  }

  /// Without the `{value, line, certainty}` form.
  private func plain(_ value: Any) -> Any {
    if let map = value as? [String: Any] { return map["value"].map(plain) ?? map.mapValues(plain) }
    return (value as? [Any])?.map(plain) ?? value
  }

  private func parsed(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }
}
