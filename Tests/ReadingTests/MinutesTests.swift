import Reading
import Records
import Testing

/// The minutes in a text, as the whole reader understands them.
func minutes(_ text: String) throws -> Minutes {
  let document = read(SourceFile(path: "content/protokoll/test.md", bytes: Array(text.utf8)))
  guard case .minutes(let minutes) = document.content else { throw NotMinutes() }
  return minutes
}

struct NotMinutes: Error {}

/// Minutes of Granrådet with one item of the given text.
private func item(_ body: String, title: String = "## 4. Skyltar") throws -> AgendaItem {
  let minutes = try minutes(
    "# Protokoll Granrådet 2025-03-04\n\n## 3. Dagordning\n\nIngen anmärkning.\n\n\(title)\n\n\(body)\n")
  return try #require(minutes.items.last)
}

struct Case: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var text: String
  var expected: [String]

  init(_ name: String, _ text: String, _ expected: [String]) {
    testDescription = name
    self.text = text
    self.expected = expected
  }
}

@Suite struct `Decisions in an item` {
  @Test(arguments: [
    Case(
      "the body decides in a sentence",
      "Frågan togs upp. Granrådet beslutade att måla om skylten. Sedan var det kaffe.",
      ["Granrådet beslutade att måla om skylten."]),
    Case("the body by its short name", "Rådet godkänner förslaget.", ["Rådet godkänner förslaget."]),
    Case(
      "verb before the body", "Efter diskussion beslutade rådet att avvakta.",
      ["Efter diskussion beslutade rådet att avvakta."]),
    Case(
      "a list under a lead-in", "Granrådet beslutade att:\n\n- Köpa färg.\n- Måla skylten.",
      ["Köpa färg.", "Måla skylten."]),
    Case(
      "a clause with a list of its own is one", "Granrådet beslutar att:\n\n- Välja två:\n  - Ada\n  - Bo\n- Avsluta.",
      ["Välja två: Ada; Bo", "Avsluta."]),
    Case(
      "att-clauses on lines of their own", "Granrådet beslutade\natt köpa färg,\natt måla\nskylten.",
      ["att köpa färg,", "att måla skylten."]),
    Case("a label in bold", "**Beslut:** Granrådet beslutar att:\n\n- Köpa färg.", ["Köpa färg."]),
    Case("a heading", "### Beslut\n\nSkylten målas grön.", ["Skylten målas grön."]),
    Case(
      "what follows the clauses explains them", "### Beslut\n\n- att köpa färg.\n\nFärgen finns i boden.",
      ["att köpa färg."]),
    Case("passive", "Dagordningen godkändes.", ["Dagordningen godkändes."]),
    Case(
      "laid to the records", "Protokollet från den 2 februari gicks igenom och lades till handlingarna.",
      ["Protokollet från den 2 februari gicks igenom och lades till handlingarna."]),
    Case("elected", "Till justerare valdes Ada Ek.", ["Till justerare valdes Ada Ek."]),
    Case("put behind", "Rådet ställer sig bakom förslaget.", ["Rådet ställer sig bakom förslaget."]),
    Case("nobody's name", "Beslöts att måla.", ["Beslöts att måla."]),
    Case("it is decided", "Det beslutas att skylten målas.", ["Det beslutas att skylten målas."]),
    Case(
      "in the end of a sentence", "Efter samtal beslutades att måla skylten.",
      ["Efter samtal beslutades att måla skylten."]),
    Case("a word by itself", "Godkänns.", ["Godkänns."]),
    Case("an assignment", "Ada Ek får i uppdrag att köpa färg.", ["Ada Ek får i uppdrag att köpa färg."]),
    Case(
      "several clauses of a sentence", "Rådet beslöt att köpa färg, att Bo Lind målar samt att skylten tvättas.",
      ["Rådet beslöt att köpa färg", "att Bo Lind målar", "att skylten tvättas."]),
    Case(
      "the body's decision as a heading", "Granrådets beslut\nSkylten målas.\n\nBeslutsunderlag\nEn burk.",
      ["Skylten målas."]),
    Case(
      "each sentence under the heading", "**Beslut**\n\nSkylten målas. Ada Ek köper färg.",
      ["Skylten målas.", "Ada Ek köper färg."]),
    Case(
      "a lead without a colon", "**Granrådet beslutar**\n\n1. Skylten målas.\n2. Färgen är grön.",
      ["Skylten målas.", "Färgen är grön."]),
    Case(
      "up to the reservation", "Granrådet beslutar\natt måla skylten.\nReservation\nBo Lind reserverar sig.",
      ["att måla skylten."]),
  ])
  func `are found`(_ test: Case) throws {
    #expect(try item(test.text).decisions.map(\.text) == test.expected)
  }

  @Test(arguments: [
    Case("a proposal", "Förslag till beslut:\n\n- Köpa färg.", []),
    Case("another body's", "Skogsstyrelsen beslutade att fälla träden.", []),
    Case("anybody's", "I samverkan beslutar man om rekommendationer.", []),
    Case(
      "an earlier one",
      "Granrådet har tidigare beslutat att avvakta. Vid mötet 2024-09-08 beslutade Granrådet att utreda.", []),
    Case("told with its time", "Planen antogs 2022. Ärendet bordlades i oktober.", []),
    Case("in a relative clause", "Ada lämnade ett förslag som rådet godkände.", []),
    Case("not taken", "Dagordningen godkändes inte.", []),
    Case("a list that only informs", "Vi talade om:\n\n- Färg\n- Skyltar", []),
    Case("decision as a noun", "Beslut om skylten väntas i höst.", []),
    Case("a refusal to decide", "Rådet beslutade inte i frågan.", []),
    Case("a condition", "Om rådet beslutar att gå vidare krävs medel.", []),
    Case("a wish", "Ada Ek vill att rådet beslutar om färgen.", []),
    Case("a question", "Beslutade rådet att vänta?", []),
    Case("an earlier meeting's", "Rådet beslutade vid förra mötet att vänta. Rådet beslutade i mars att måla.", []),
    Case("a body's within the body", "Presidiet i Granrådet beslutade att vänta.", []),
    Case("how things are done", "Vi talade om detta:\n\n- Fast kontakt utses före hemgång.", []),
    Case("chosen away", "Förslag B valdes bort.", []),
    Case("to be adopted by another", "Planen antas av fullmäktige.", []),
    Case("a proposal in bold", "**Förslag till beslut**\n\nRådet beslutar att köpa färg.", []),
    Case("a motion", "Bo Lind (M) yrkar att rådet beslutar om återremiss.", []),
    Case("the committee's proposal", "**Arbetsutskottets förslag**\n\nRådet godkänner planen.", []),
  ])
  func `are not invented`(_ test: Case) throws {
    #expect(try item(test.text).decisions.map(\.text) == test.expected)
  }

  @Test func `that end a proposal are the body's`() throws {
    let item = try item(
      "### Förslag till arbetssätt:\n\n- Måla varje vår.\n\nGranrådet beslutade att godkänna förslaget.")
    #expect(item.decisions.map(\.text) == ["Granrådet beslutade att godkänna förslaget."])
  }

  @Test func `keep the words that led to them and their line`() throws {
    let minutes = try minutes("# Protokoll Granrådet\n\n## 1. Färg\n\nGranrådet beslutade att:\n\n- Köpa färg.\n")
    let decision = try #require(minutes.items.first?.decisions.first)
    #expect(decision.leadIn == "Granrådet beslutade att:")
    #expect(decision.line == 7)
  }
}

@Suite struct `Agenda items` {
  @Test(arguments: [
    Case("headings", "## 14. Ett\n\nText\n\n## 15. Två\n", ["14 Ett", "15 Två"]),
    Case("paragraph signs", "## § 1 Ett\n\n## § 2 Två\n", ["1 Ett", "2 Två"]),
    Case("sign after the number", "1 § Ett\n\nText\n\n2 § Två\n", ["1 Ett", "2 Två"]),
    Case(
      "levels that jump and a plain tail", "#### 1. Ett\n\n## 2. Två\n\n### Del\n\n3. Tre\n\n4. Fyra\n",
      ["1 Ett", "2 Två", "3 Tre", "4 Fyra"]),
    Case("plain lines", "10. Ett\nText om ett.\n\n11. Två\nText om två.\n", ["10 Ett", "11 Två"]),
    Case(
      "a letter beside the number", "1. Ett\n\n2. Två\n\n2 b. Tillägg\n\n3. Tre\n",
      ["1 Ett", "2 Två", "2 b Tillägg", "3 Tre"]),
    Case("a number twice", "## 12. Ett\n\n## 12. Två\n\n## 13. Tre\n", ["12 Ett", "12 Två", "13 Tre"]),
    Case(
      "a list inside an item of plain lines",
      "1. Ett\n\n2. Två\nVi valde:\n1. Gran\n2. Tall\n3. En\n\n3. Tre\n\n4. Fyra\n",
      ["1 Ett", "2 Två", "3 Tre", "4 Fyra"]),
    Case("a list inside an item under headings", "## 1. Ett\n\n1. Gran\n2. Tall\n\n## 2. Två\n", ["1 Ett", "2 Två"]),
    Case("a year is no number", "## 1. Ett\n\n2023 beslutade någon annan.\n\n## 2. Två\n", ["1 Ett", "2 Två"]),
    Case("title on the next line", "§ 1\nEtt\n\nText\n\n§ 2\nTvå\n", ["1 Ett", "2 Två"]),
  ])
  func `are told from lists and running text`(_ test: Case) throws {
    let items = try minutes("# Protokoll Granrådet\n\n" + test.text).items
    #expect(items.map { "\($0.number) \($0.title)" } == test.expected)
  }

  @Test func `of one number have addresses of their own`() throws {
    let items = try minutes("# Protokoll Granrådet\n\n## 2. Ett\n\n## 2 b. Två\n\n## 12. Tre\n\n## 12. Fyra\n").items
    #expect(items.map(\.anchor) == ["p2", "p2b", "p12", "p12-2"])
  }

  @Test(arguments: [
    Case("after a comma in the title", "## 4. Rapport, Ada Ek", ["Ada Ek"]),
    Case("two in the title", "## 4. Ny plan, färger, Ada Ek och Bo Lind", ["Ada Ek", "Bo Lind"]),
    Case("a title's own commas", "## 4. Färg, form och läge", []),
  ])
  func `may name presenters in the title`(_ test: Case) throws {
    #expect(try item("Text.", title: test.text).presenters.map(\.name) == test.expected)
  }

  @Test(arguments: [
    Case(
      "with titles and employers",
      "Föredragande: Ada Ek, medicinsk chef, Region Gran och Bo Lind, enhetschef hälso- och sjukvård Tall kommun",
      ["Ada Ek", "Bo Lind"]),
    Case("several", "Föredragande: Ada Ek, Bo Lind och Cai By, samordnare", ["Ada Ek", "Bo Lind", "Cai By"]),
    Case(
      "over two lines", "Föredragande: Ada Ek, utvecklare och Bo Lind,\nverksamhetsutvecklare Region Gran\n\nText.",
      ["Ada Ek", "Bo Lind"]),
    Case("text on the same line", "Föredragande: Ada Ek, ordförande. Information om Bo Lind och andra.", ["Ada Ek"]),
    Case(
      "text on the next line", "Föredragande: Ada Ek, chefsläkare Region Gran\nInformation gavs av någon.", ["Ada Ek"]),
    Case("nobody", "Föredragande: Se respektive punkt", []),
  ])
  func `may name presenters under the title`(_ test: Case) throws {
    #expect(try item(test.text).presenters.map(\.name) == test.expected)
  }

  @Test func `are labelled as decision or information`() throws {
    #expect(try item("Informationsärende\n\nText.").kind?.value == .information)
    #expect(try item("### Beslutsärende\n\nText.").kind?.value == .decision)
    #expect(try item("Text.").kind == nil)
  }

  @Test func `may stand in a table, one to a row`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\n| § | Ärende | Beslut |\n|---|---|---|\n| 1 | Öppnande | |\n| 1 b | Skylten. Föredragande: Ada Ek | Skylten målas.<br>Ada Ek köper färg. |\n\nKaffe.\n"
    )
    #expect(minutes.items.map { "\($0.number) \($0.title)" } == ["1 Öppnande", "1 b Skylten"])
    #expect(minutes.items[1].decisions.map(\.text) == ["Skylten målas.", "Ada Ek köper färg."])
    #expect(minutes.items[1].presenters.map(\.name) == ["Ada Ek"])
    #expect(minutes.preamble.plainText == "Kaffe.")
  }

  @Test func `come back on the day that they say`() throws {
    let item = try item("Granrådet beslutade att bordlägga ärendet till sammanträdet 20 september.")
    #expect(item.deferrals.map { $0.date?.description } == ["2025-09-20"])
  }

  @Test func `that come back at the next meeting wait for its day`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\n## 1. Färg\n\nFrågan tas upp nästa sammanträde.\n\n## 2. Nästa möte\n\n6 maj\n"
    )
    #expect(minutes.items[0].deferrals.map { $0.date?.description } == ["2025-05-06"])
  }
}

@Suite struct `The head of minutes` {
  @Test func `gives body, day, time, place and reference`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\n*Dnr: GR 12-2025*\n\n*Datum och tid: 20250304 kl. 08.15-12.00*\n\n*Plats: Stugan*\n\n## 1. Färg\n\n## 2. Form\n"
    )
    #expect(minutes.body?.value == "Granrådet")
    #expect(minutes.date?.value.description == "2025-03-04")
    #expect(minutes.time?.value == "08.15-12.00")
    #expect(minutes.place?.value == "Stugan")
    #expect(minutes.reference?.value == "GR 12-2025")
    #expect(minutes.date?.line == 5)
  }

  @Test func `leaves unknown what it does not say`() throws {
    let minutes = try minutes("Närvarande\nAda Ek\n\n1. Ett\nText\n\n2. Två\nNästa möte är den 6 maj.\n")
    #expect(minutes.date == nil)
    #expect(minutes.body == nil)
    #expect(minutes.chair == nil)
  }

  @Test func `is overruled by front matter`() throws {
    let minutes = try minutes(
      "---\norgan: Tallrådet\ndatum: 2025-03-05\n---\n# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n")
    #expect(minutes.body?.value == "Tallrådet")
    #expect(minutes.date?.value.description == "2025-03-05")
    #expect(minutes.date?.certainty == .stated)
  }

  @Test func `keeps what it does not understand`() throws {
    let minutes = try minutes("# Protokoll Granrådet\n\nMötet hölls i en koja.\n\n## 1. Ett\n\n## 2. Två\n")
    #expect(minutes.preamble.plainText.contains("koja"))
  }
}

@Suite struct `Attendance` {
  private func people(_ head: String) throws -> [String] {
    try minutes("# Protokoll Granrådet\n\n\(head)\n\n## 1. Ett\n\n## 2. Två\n").attendance.map { one in
      [one.name, one.role, one.organisation, one.party, one.status == .absent ? "frånvarande" : nil]
        .compactMap(\.self).joined(separator: " | ")
    }
  }

  @Test(arguments: [
    Case(
      "role and employer", "## Närvarande\n\nAda Ek, ordförande, Gran kommun\nBo Lind, Region Tall",
      ["Ada Ek | ordförande | Gran kommun", "Bo Lind | Region Tall"]),
    Case(
      "party in brackets, with and without a space", "Närvarande\nAda Ek (s) Gran kommun\nBo Lind(kd) Tall kommun",
      ["Ada Ek | Gran kommun | S", "Bo Lind | Tall kommun | KD"]),
    Case(
      "struck out is absent", "### Närvarande:\n\nAda Ek\tGran\n<del>Bo Lind</del>\t<del>Tall</del>\n~~Cai By~~",
      ["Ada Ek | Gran", "Bo Lind | Tall | frånvarande", "Cai By | frånvarande"]),
    Case("absent", "Frånvarande\nAda Ek, Gran kommun", ["Ada Ek | Gran kommun | frånvarande"]),
    Case(
      "names and organisations in two blocks",
      "## Närvarande\n\nAda Ek, ordförande\nBo Lind\n\n## Frånvarande\n\nCai By\n\nGran kommun\nTall kommun\n\nRegion Skog",
      ["Ada Ek | ordförande | Gran kommun", "Bo Lind | Tall kommun", "Cai By | Region Skog | frånvarande"]),
    Case(
      "a table",
      "## Närvarande\n\n| Namn | Organisation | Roll |\n|---|---|---|\n| Ada Ek | Gran kommun | ordförande |\n| Bo Lind | Tall kommun | |",
      ["Ada Ek | ordförande | Gran kommun", "Bo Lind | Tall kommun"]),
    Case("several on a line", "Närvarande: Ada Ek, Bo Lind och Cai By", ["Ada Ek", "Bo Lind", "Cai By"]),
    Case(
      "chair of another body", "Närvarande\nAda Ek, ordf. Beredning barn",
      ["Ada Ek | ordf. Beredning barn | Beredning barn"]),
  ])
  func `is read from lists, tables and blocks`(_ test: Case) throws { #expect(try people(test.text) == test.expected) }

  @Test func `tells proxies`() throws {
    let one = try #require(
      try minutes(
        "# Protokoll Granrådet\n\nNärvarande\nAda Ek, Gran kommun, representerar även Tall kommun\n\n## 1. Ett\n\n## 2. Två\n"
      ).attendance.first)
    #expect(one.organisation == "Gran kommun")
    #expect(one.alsoRepresents == ["Tall kommun"])
  }

  @Test func `names people who are called as a month is`() throws {
    #expect(try people("Närvarande\nMaj Ek, ordförande\nJan Lind") == ["Maj Ek | ordförande", "Jan Lind"])
  }

  @Test func `does not take another body's chair for the meeting's`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\nNärvarande\nAda Ek, ordf. Beredning barn\nBo Lind, ordförande i Tallrådet\n\n## 1. Ett\n\n## 2. Två\n"
    )
    #expect(minutes.chair == nil)
  }

  @Test func `knows a stand-in chair`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\nNärvarande\nAda Ek\nBo Lind\n\n## 1. Ett\n\nAda Ek ersätter Bo Lind som ordförande under mötet.\n\n## 2. Två\n"
    )
    #expect(minutes.chair?.value == "Ada Ek")
  }

  @Test func `knows secretary and verifier by their roles`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\nNärvarande\nAda Ek, ordförande\nBo Lind, justerare\nCai By, sekreterare\n\n## 1. Ett\n\n## 2. Två\n"
    )
    #expect(minutes.chair?.value == "Ada Ek")
    #expect(minutes.verifiers.map(\.value) == ["Bo Lind"])
    #expect(minutes.secretary?.value == "Cai By")
  }
}

@Suite struct `A signature page` {
  private let page = """

    # UNDERSKRIFTSSIDA

    NAMN: Ada Ek
    TITEL, ORGANISATION: ordförande, Granrådet
    TID: 2025-03-10 08:46:34 +02:00
    IDENTIFIKATIONSTYP: E-post (ada.ek@gran.example)
    IDENTIFIKATIONS-ID: 00aa11bb22cc33dd
    """

  @Test func `gives who, as what and when, and nothing else`() throws {
    let minutes = try minutes("# Protokoll Granrådet\n\n## 1. Ett\n\nText.\n\n## 2. Två\n\nMer.\n" + page)
    #expect(minutes.signatures.map(\.name) == ["Ada Ek"])
    #expect(minutes.signatures.first?.role == "ordförande")
    #expect(minutes.signatures.first?.time == "2025-03-10T08:46:34+02:00")
    let everything = "\(minutes)"
    #expect(!everything.contains("@"))
    #expect(!everything.contains("00aa11"))
  }

  @Test func `is none when agenda items follow`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\n## 1. Ett\n\n### Underskrifter\n\nVi talade om underskrifter med BankID.\n\n## 2. Två\n\nMer.\n"
    )
    #expect(minutes.items.map(\.title) == ["Ett", "Två"])
    #expect(minutes.items[0].blocks.plainText.contains("BankID"))
  }

  @Test func `of another make is not text either`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\n## 1. Ett\n\nText.\n\n## 2. Två\n\nMer.\n\nVerifikat\n\nTransaktion 09222115557\nAda Ek\nSignerade med BankID, ip 192.0.2.1\n"
    )
    #expect(minutes.items.last?.blocks.plainText == "Mer.")
  }

  @Test func `is not a printed name block`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\n1. Ett\nText.\n\n2. Två\nMer.\n\nAda Ek                  \nOrdförande    Bo Lind\n    Sekreterare\n"
    )
    #expect(minutes.signatures.map(\.name) == ["Ada Ek", "Bo Lind"])
    #expect(minutes.signatures.allSatisfy { $0.time == nil })
    #expect(!minutes.items[1].blocks.plainText.contains("Ada Ek"))
  }
}

@Suite struct `Announced meetings` {
  @Test(arguments: [
    Case("a list", "Granrådet 6 maj\nTallrådet 3 juni", ["2025-05-06", "2025-06-03"]),
    Case("when papers are due", "6 maj\nHandlingar senast 27 april\nUnderlag lämnas 28 april", ["2025-05-06"]),
    Case("the last one", "Förra mötet var 3 februari.", []),
    Case("in a sentence", "Rådet sammanträder 6 maj och 3 juni.", ["2025-05-06", "2025-06-03"]),
  ])
  func `are days of meetings and nothing else`(_ test: Case) throws {
    let minutes = try minutes("# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\n## 2. Nästa möte\n\n\(test.text)\n")
    #expect(minutes.nextMeetings.compactMap { $0.date?.description } == test.expected)
  }
}

@Suite struct `Long and hostile minutes` {
  @Test func `are read in linear time`() throws {
    // Cubic work on these 9 000 words of one paragraph would take hours.
    let text =
      "# Protokoll Granrådet\n\n## 1. Ett\n\n" + String(repeating: "ab beslutade ", count: 4500) + "\n\n## 2. Två\n"
    #expect(try minutes(text).items.count == 2)
  }

  @Test func `with an identity number are told, not published`() {
    let document = read(
      SourceFile(path: "content/protokoll/a.md", bytes: Array("# Protokoll\n\n## 1. Ett\n\n811228-9874\n".utf8)))
    #expect(document.diagnostics.contains { $0.problem == .personalData(.identityNumber) && $0.location?.line == 5 })
  }
}
