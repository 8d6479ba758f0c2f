import Reading
import Records
import Testing

private func terms(_ text: String) throws -> TermsOfReference {
  let document = read(SourceFile(path: "content/uppdrag/test.md", bytes: Array(text.utf8)))
  guard case .termsOfReference(let terms) = document.content else { throw NotMinutes() }
  return terms
}

/// The rules of one sentence, in a few words.
private func rules(_ sentence: String, under heading: String = "Arbetsordning") throws -> [String] {
  let body = try #require(
    try terms("# Uppdragsbeskrivning för Granrådet\n\n## \(heading)\n\n\(sentence)\n").bodies.first)
  return body.rules.map { rule in
    switch rule.value {
    case .meetingsPerYear(let low, let high): "\(low.map(String.init) ?? "") till \(high.map(String.init) ?? "") möten"
    case .papersDue(let days): "handlingar \(days)"
    case .committeePapersDue(let days): "AU \(days)"
    case .minutesApprovedBy(let roles): "justeras av " + roles.joined(separator: " + ")
    case .ordinaryMinutesPublic: "offentliga från ordinarie möten"
    case .reviewDue(let date): "ses över \(date)"
    case .minutesKept(let months): "gallras efter \(months) månader"
    case .nextYearBooked: "bokas"
    case .term: "mandattid"
    case .chair: "ordförandeskap"
    case .mandate: "mandat"
    case .workingGroups: "arbetsgrupper"
    case .members: "ledamöter"
    case .reportsTo(let name): "under \(name)"
    }
  }
}

@Suite struct `Terms of reference` {
  @Test func `are guidelines for a council, below the name of who gives them`() {
    let text =
      "Gran kommun\n\nRiktlinjer för granrådet\n\nHur ofta träffas vi?\nRådet träffas minst fyra gånger per år.\n"
    let document = read(SourceFile(path: "content/test.txt", bytes: Array(text.utf8)))
    guard case .termsOfReference(let terms) = document.content else {
      Issue.record("no terms of reference")
      return
    }
    #expect(terms.bodies.map(\.name) == ["granrådet"])
  }

  @Test(arguments: [
    Case("how the chair goes round", "Ordförandeskapet byter sida varje årsskifte.", ["ordförandeskap"]),
    Case("how the chair is chosen", "Rådet väljer inom sig en ordförande.", ["ordförandeskap"]),
    Case("what it may decide", "Rådet får besluta om redaktionella ändringar i handboken.", ["mandat"]),
    Case("that it may decide nothing", "Rådet har ingen beslutanderätt.", ["mandat"]),
    Case("of which some", "Rådet träffas fem gånger per år, varav minst två gånger fysiskt.", ["5 till 5 möten"]),
    Case("papers for the committee", "Underlag till arbetsutskottet lämnas tio arbetsdagar före.", ["AU 10"]),
    Case("working groups", "Rådet kan tillsätta arbetsgrupper.", ["arbetsgrupper"]),
    Case("no working group", "Arbetsgruppen möts på torsdagar.", []),
    Case("at least", "Rådet sammanträder minst 3 ggr/år.", ["3 till  möten"]),
    Case("a span", "Rådet träffas 4–6 gånger per år.", ["4 till 6 möten"]),
    Case("at least and at most, in words", "Rådet möts minst två och högst fyra gånger per år.", ["2 till 4 möten"]),
    Case("once a year", "Seminariet sammanträder minst 1 gång årligen.", ["1 till  möten"]),
    Case(
      "papers", "Underlagen ska nå ledamöterna minst 7 arbetsdagar innan rådet möts.", ["handlingar 7"]),
    Case("a span with spaces", "Rådet träffas 6 – 8 ggr/år.", ["6 till 8 möten"]),
    Case("in the infinitive", "Rådet ska sammanträda minst fyra gånger om året.", ["4 till  möten"]),
    Case(
      "chair and a member chosen", "Protokollet ska justeras av ordföranden och en av rådet utsedd ledamot.",
      ["justeras av ordförande + en av rådet utsedd ledamot"]),
    Case("papers of the committee", "Underlag till AU skall vara framme 6 arbetsdagar innan.", ["AU 6"]),
    Case("papers in words other than days", "Underlag skickas ca två veckor före mötet.", []),
    Case(
      "chair and verifier", "Anteckningarna justeras av ordförande och en särskilt utsedd justeringsperson.",
      ["justeras av ordförande + en särskilt utsedd justeringsperson"]),
    Case(
      "the other way round", "Ordföranden och en vald justeringsperson justerar anteckningarna.",
      ["justeras av ordförande + en vald justeringsperson"]),
    Case(
      "chair alone, then published", "Minnesanteckningarna godkänns av ordförande och läggs därefter ut.",
      ["justeras av ordförande"]),
    Case(
      "both readings of a contradiction",
      "Anteckningarna justeras av vice ordförande. Minnesanteckningarna godkänns av ordförande och vice ordförande.",
      ["justeras av vice ordförande", "justeras av ordförande + vice ordförande"]),
    Case("review", "Uppdraget ska följas upp senast 2026-09-01.", ["ses över 2026-09-01"]),
    Case("booking", "Nästa års möten bokas senast sista november.", ["bokas"]),
    Case("superior", "Rådet arbetar på uppdrag av Skogsgruppen.", ["under Skogsgruppen"]),
    Case("composition", "Varje kommun utser en ledamot.", ["ledamöter"]),
    Case("the next review", "Nästa översyn 2024-12-31", ["ses över 2024-12-31"]),
    Case("whom it tells", "Gruppen ska rapportera till Skogsgruppen.", ["under Skogsgruppen"]),
    Case("papers after the meeting", "Anteckningar skickas ut senast fem arbetsdagar efter mötet.", []),
    Case(
      "whom it tells in cooperation", "Gruppen rapporterar till Ledningsgruppen i samverkan två gånger om året.",
      ["under Ledningsgruppen i samverkan"]),
    Case("what others notify", "Ärenden anmäls senast 15 arbetsdagar före mötet.", []),
    Case("ordinary meetings", "Fyra ordinarie möten hålls varje år.", ["4 till 4 möten"]),
    Case("no rule", "Rådet arbetar förebyggande.", []),
  ])
  func `become rules`(_ test: Case) throws { #expect(try rules(test.text) == test.expected) }

  @Test func `keep the sentence and its line`() throws {
    let body = try #require(
      try terms("# Uppdragsbeskrivning för Granrådet\n\nInledning.\n\nRådet sammanträder minst 3 ggr/år. Mer text.\n")
        .bodies.first)
    #expect(body.rules.first?.quote == "Rådet sammanträder minst 3 ggr/år.")
    #expect(body.rules.first?.line == 5)
  }

  @Test func `have a case number`() throws {
    #expect(
      try terms("# Uppdragsbeskrivning för Granrådet\n\nDnr GR 2025-7\n\nText.\n").reference?.value == "GR 2025-7")
  }

  @Test func `may describe many bodies, whatever the level of their sections`() throws {
    let terms = try terms(
      """
      # Uppdragsbeskrivningar för grupperna

      2024-01-01

      ## Samråd skog

      För förtroendevalda.

      ## Uppdrag

      Text.

      ## Skogsgruppen (SG)

      ### Arbetsordning för Skogsgruppen (SG)

      ## Beredning gran- och tall

      Beredning gran och tall arbetar på uppdrag av Skogsgruppen.

      ## Skogsrådet

      ## Skogskoordinatorer – uppdrag
      """)
    #expect(terms.date?.value.description == "2024-01-01")
    #expect(
      terms.bodies.map(\.name) == [
        "Samråd skog", "Skogsgruppen", "Beredning gran och tall", "Skogsrådet", "Skogskoordinatorer",
      ])
    #expect(terms.bodies[1].aliases == ["SG"])
    #expect(terms.bodies.map(\.level?.value) == [.political, nil, .preparatory, .council, .function])
  }
}

@Suite struct `Dates and times in Swedish` {
  @Test(arguments: [
    Case("compact", "Datum: 20240419", ["2024-04-19"]), Case("ISO", "Datum: 2024-04-19", ["2024-04-19"]),
    Case("in words", "Datum: fredagen den 19 april 2024", ["2024-04-19"]),
    Case("two days", "Datum: 19-20 april 2024", ["2024-04-19"]),
    Case("stops", "Datum: 19.4.2024", ["2024-04-19"]), Case("stops, year first", "Datum: 2024.04.19", ["2024-04-19"]),
    Case("slash and space", "Datum: 19/4 2024", ["2024-04-19"]),
    Case("slash and short year", "Datum: 19/4-24", ["2024-04-19"]),
    Case("ordinal", "Datum: den 19:e april 2024", ["2024-04-19"]),
    Case("short year first", "Datum: 24-04-19", ["2024-04-19"]),
    Case("slash and dash", "Datum: 9/2-2017", ["2017-02-09"]), Case("no such day", "Datum: 2024-02-30", []),
    Case("a case number", "Datum: 20249999", []),
  ])
  func `are the day of the meeting`(_ test: Case) throws {
    let minutes = try minutes("# Protokoll Granrådet\n\n\(test.text)\n\n## 1. Ett\n\n## 2. Två\n")
    #expect([minutes.date?.value.description].compactMap(\.self) == test.expected)
  }

  @Test(arguments: [
    Case("this year", "Granrådet 20 september", ["2025-09-20"]),
    Case("next year", "Granrådet 14 januari", ["2026-01-14"]),
    Case("two on a line", "19 april, 14 juni", ["2025-04-19", "2025-06-14"]),
  ])
  func `without a year are after the meeting`(_ test: Case) throws {
    let minutes = try minutes("# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\n## 2. Nästa möte\n\n\(test.text)\n")
    #expect(minutes.nextMeetings.compactMap { $0.date?.description } == test.expected)
  }

  @Test func `without a year are unknown in minutes without a date`() throws {
    let minutes = try minutes("Närvarande\nAda Ek\n\n1. Ett\n\n2. Två\n\nNästa möte\nGranrådet 20 september\n")
    #expect(minutes.nextMeetings.map(\.date) == [nil])
    #expect(minutes.nextMeetings.map(\.body) == ["Granrådet"])
  }

  @Test(arguments: [
    Case("stops", "Tid: 08.15-12.00", ["08.15-12.00"]), Case("kl and colons", "Tid: kl 10:00 – 15:30", ["10.00-15.30"]),
    Case("one time", "Tid: klockan 13.00", ["13.00"]), Case("hours", "Tid: kl. 13-15", ["13.00-15.00"]),
    Case("till", "Tid: 16.30 till 18.00", ["16.30-18.00"]), Case("half of them hours", "Tid: 9-11.30", ["9.00-11.30"]),
    Case("a number", "Tid: cirka 40", []),
  ])
  func `of day have one form`(_ test: Case) throws {
    let minutes = try minutes("# Protokoll Granrådet\n\n\(test.text)\n\n## 1. Ett\n\n## 2. Två\n")
    #expect([minutes.time?.value].compactMap(\.self) == test.expected)
  }

  @Test func `tells of two sentences that let different people approve the minutes`() {
    func problems(_ second: String) -> [Problem] {
      read(
        SourceFile(
          path: "content/uppdrag/a.md",
          bytes: Array(
            "# Uppdragsbeskrivning för Granrådet\n\n## Möten\n\nAnteckningarna justeras av vice ordföranden.\n\n\(second)\n"
              .utf8))
      ).diagnostics.map(\.problem)
    }
    #expect(
      problems("Anteckningarna godkänns av ordföranden.") == [
        .contradictoryApproval(body: "Granrådet", first: "vice ordförande", firstLine: 5, second: "ordförande")
      ])
    #expect(problems("Protokollet undertecknas av vice ordförande.").isEmpty)
  }
}
