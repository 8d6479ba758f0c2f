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
      "a label before clauses on lines of their own",
      "Beslut: att köpa färg,\natt måla skylten, samt\natt bjuda på kaffe.",
      ["att köpa färg,", "att måla skylten", "att bjuda på kaffe."]),
    Case(
      "clauses in paragraphs of their own", "Beslut\n\natt köpa färg\n\natt måla skylten\n\nFärgen är grön.",
      ["att köpa färg", "att måla skylten"]),
    Case("of one mind", "Rådet är enigt om att vänta.", ["Rådet är enigt om att vänta."]),
    Case(
      "a lead over a list under its heading",
      "### Beslut\n\nRådet beslutar för egen del\n\n1. Planen antas.\n2. Ada Ek köper färg.",
      ["Planen antas.", "Ada Ek köper färg."]),
    Case("another verb before the body", "Därefter valde rådet Ada Ek.", ["Därefter valde rådet Ada Ek."]),
    Case(
      "by the body itself", "Planen för 2026 bordlades enhälligt av rådet.",
      ["Planen för 2026 bordlades enhälligt av rådet."]),
    Case(
      "clauses without a comma between",
      "Rådet beslutar\natt köpa färg och penslar till skyltarna\natt ge Ada Ek i uppdrag att\nmåla",
      ["att köpa färg och penslar till skyltarna", "att ge Ada Ek i uppdrag att måla"]),
    Case(
      "a clause that was wrapped",
      "Rådet beslutar\natt köpa färg och penslar till alla skyltar som står i parken för\natt kunna måla dem i vår",
      ["att köpa färg och penslar till alla skyltar som står i parken för att kunna måla dem i vår"]),
    Case(
      "under the names of parts", "a) Norr\nRådet beslutar att måla.\n\nb) Söder\nRådet avslår begäran.",
      ["Rådet beslutar att måla.", "Rådet avslår begäran."]),
    Case("old forms of the passive", "Godkännes.", ["Godkännes."]),
    Case("granted", "Begäran om färg bifalles.", ["Begäran om färg bifalles."]),
    Case("sent back", "Ärendet återförs till beredningen.", ["Ärendet återförs till beredningen."]),
    Case("noted", "Informationen noteras.", ["Informationen noteras."]),
    Case("taken part of", "Granrådet tar del av rapporten.", ["Granrådet tar del av rapporten."]),
    Case("agreed", "Rådet är överens om att vänta.", ["Rådet är överens om att vänta."]),
    Case("agreed in a past meeting's words", "Vi kom överens om att vänta.", ["Vi kom överens om att vänta."]),
    Case("a view of the body", "Rådet bedömer att skylten behövs.", ["Rådet bedömer att skylten behövs."]),
    Case("we made up our minds", "Vi bestämde att måla skylten.", ["Vi bestämde att måla skylten."]),
    Case(
      "an assignment by the body", "Rådet ger Ada Ek i uppdrag att köpa färg.",
      ["Rådet ger Ada Ek i uppdrag att köpa färg."]),
    Case(
      "an election with its purpose first", "Att jämte ordföranden justera protokollet utses Ada Ek.",
      ["Att jämte ordföranden justera protokollet utses Ada Ek."]),
    Case("a name and a verb", "Ada Ek utses.", ["Ada Ek utses."]),
    Case(
      "after an account of the talk", "Efter ett långt samtal, där många ville vänta, beslutades att måla skylten.",
      ["beslutades att måla skylten."]),
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
    Case("being somewhere", "Rådet är stort. Rådet var i Gran. Rådet tar en paus. Rådet kom sent.", []),
    Case("what is noted about", "Det noteras att färgen är slut.", []),
    Case("what a report notes", "I rapporten noteras att färgen är slut.", []),
    Case("at an earlier meeting", "Vid sammanträdet den 1 februari beslutade rådet att måla.", []),
    Case(
      "a minority's words", "### Beslut\n\nPlanen antas.\n\nReservation\nBo Lind (M) skriver: Rådet beslutar för fort.",
      ["Planen antas."]),
    Case("advice to the body", "Revisorerna rekommenderar rådet att spara.", []),
    Case("what is to come", "Rådet beslutar om färgen senare i höst.", []),
    Case("by another", "Till målare utsågs Ada Ek av regionen.", []),
    Case("a guess", "Rådet beslutar om färgen, tror Ada Ek.", []),
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

  @Test(arguments: ["Länssamverkansrådet", "Länsamverkansrådet", "LÄNSSAMVERKANSRÅDET", "Rådet,"])
  func `are the body's however it spells its name`(_ name: String) throws {
    let text =
      "# Protokoll Länsamverkansrådet 2025-03-04\n\n## 1. Ett\n\n\(name) beslutade att vänta.\n\n## 2. Två\n"
    #expect(try minutes(text).items[0].decisions.count == 1)
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
    Case("the word for item", "## Punkt 1 Ett\n\n## Punkt 2: Två\n", ["1 Ett", "2 Två"]),
    Case("bold without a mark", "**1 Ett**\nText\n\n**2 Två**\nText\n", ["1 Ett", "2 Två"]),
    Case("initials of the body", "VON § 1 Ett\n\nSn § 2/2019 Två\n", ["1 Ett", "2/2019 Två"]),
    Case("no space after the marks of a heading", "##1 Ett\n\n##2 Två\n", ["1 Ett", "2 Två"]),
    Case("letters of a scan in the number", "§ l8. Ett\n\n§ 19. Två\n\n§ 2O. Tre\n", ["18 Ett", "19 Två", "20 Tre"]),
    Case(
      "numbers without a mark", "1 Öppnande\nAda öppnade.\n\n2 Skyltar\nVi köpte\n5 Burkar färg.\n\n3 Avslut\n",
      ["1 Öppnande", "2 Skyltar", "3 Avslut"]),
    Case(
      "a title broken before its noun", "§ 1 Förslag till ny\nfärg\n\n§ 2 Två\n", ["1 Förslag till ny färg", "2 Två"]),
    Case("spaced letters", "§ 1  F ä r g  o c h  f o r m\n\n§ 2  Två\n", ["1 Färg och form", "2 Två"]),
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

  @Test func `may be short lines over their text`() throws {
    let minutes = try minutes(
      "Minnesanteckningar Granrådet\n\nDeltagare: Ada Ek\n\nInledning\nVi hälsade varandra välkomna.\n\nSkyltar\nSkyltarna har målats om under sommaren och är gröna nu.\n\nFärg\nFärgen är slut.\n"
    )
    #expect(minutes.items.map(\.title) == ["Inledning", "Skyltar", "Färg"])
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
    Case("a title before the name", "Föredragande: Förvaltningschef Ada Ek och ekonom Bo Lind", ["Ada Ek", "Bo Lind"]),
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

  @Test(arguments: [
    ("## 4. Skyltar [beslut]", AgendaItem.Kind.decision), ("## 4. Skyltar (information)", .information),
    ("## 4. Skyltar (diskussion)", nil),
  ])
  func `may say their kind in brackets`(_ title: String, _ kind: AgendaItem.Kind?) throws {
    let item = try item("Text.", title: title)
    #expect(item.title == "Skyltar")
    #expect(item.kind?.value == kind)
  }

  @Test func `may have a case number in brackets`() throws {
    let item = try item("Text.", title: "## 4. Skyltar (dnr GR 2025-7)")
    #expect(item.title == "Skyltar")
    #expect(item.reference?.value == "GR 2025-7")
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

  @Test(arguments: [
    Case("in front of the time", "Datum: 2025-03-04\nBjörkstugan, kl. 10.00-12.00", ["Björkstugan"]),
    Case("after the time in the title", "Protokoll 2025-03-04 kl. 10.00-12.00, Zoom", ["Zoom"]),
    Case("behind a preposition", "Tisdag 4 mars 2025, klockan 10.00 till 12.00 i Björkstugan", ["Björkstugan"]),
    Case("on a line of its own", "Datum: 2025-03-04\nTeams", ["Teams"]),
    Case("after the hours", "**Datum:** 4/3 2025 **Tid:** 10-12 **Plats:** Skype", ["Skype"]),
    Case("in a form that lost its columns", "Plats och tid Björkstugan, kl. 10.00-12.00", ["Björkstugan"]),
    Case("a room after a comma", "Plats: Region Gran, lokal Björk\nTid: 10.00-12.00", ["Region Gran, lokal Björk"]),
    Case("after labels without a colon", "Datum 2025-03-04\nTid 10.00–12.00\nPlats Björkstugan", ["Björkstugan"]),
    Case("not what follows in prose", "Protokoll 2025-03-04 kl. 10.00-12.00 med paus", []),
  ])
  func `says the place`(_ test: Case) throws {
    let minutes = try minutes("Granrådet\n\n\(test.text)\n\nNärvarande: Ada Ek, Bo Lind\n\n## 1. Ett\n\n## 2. Två\n")
    #expect([minutes.place?.value].compactMap(\.self) == test.expected)
    #expect(minutes.time == nil || minutes.time?.value == "10.00-12.00")
    #expect(minutes.date == nil || minutes.date?.value.description == "2025-03-04")
  }

  @Test(arguments: [
    Case("a yearly meeting", "# Årsmöte i Granådalens vattenråd", ["Granådalens vattenråd"]),
    Case(
      "a meeting with a board", "Möte med styrelsen för Granförbundet den 4 mars 2025", ["styrelsen för Granförbundet"]),
    Case("the number of the meeting", "# Ungdomsrådet Gran, möte 3", ["Ungdomsrådet Gran"]),
    Case("in lower case", "Anteckningar nätverket för granar 4 mars", ["nätverket för granar"]),
    Case("in the genitive", "# Protokoll från Granrådets sammanträde 2025-03-04", ["Granrådet"]),
    Case(
      "above its board", "### Granförbundet\n#### Protokoll från styrelsens sammanträde 2025-03-04", ["Granförbundet"]),
    Case("only a common noun", "# Skyltar", []),
  ])
  func `names the body`(_ test: Case) throws {
    let minutes = try minutes(
      "\(test.text)\n\nNärvarande: Ada Ek, Bo Lind\n\n§ 1. Ett\nNämnden beslutar att vänta.\n\n§ 2. Två\nText.\n")
    #expect([minutes.body?.value].compactMap(\.self) == test.expected)
    #expect(minutes.items.first?.decisions.count == (test.expected.isEmpty ? 1 : minutes.items.first?.decisions.count))
  }

  @Test func `may be that of two bodies who meet together`() throws {
    let minutes = try minutes(
      "# Gemensamt möte: Granrådet i Ek och Tallrådet i Ek\n\nDatum: 2025-03-04\n\n**Från Granrådet:**\nAda Ek, ordförande\n\n**Från Tallrådet:**\nBo Lind, ordförande\n\n## 1. Ett\n\nTallrådet beslutar att vänta.\n\nGranrådet beslutar att måla.\n\n## 2. Två\n"
    )
    #expect(minutes.body == nil)
    #expect(minutes.chair == nil)
    #expect(minutes.attendance.map(\.name) == ["Ada Ek", "Bo Lind"])
    #expect(minutes.items[0].decisions.count == 2)
  }

  @Test func `may have been sent on in an e-mail`() throws {
    let quoted = """
      Protokoll Granrådet 2025-03-04
      Närvarande: Ada Ek, Bo Lind

      1. Öppnande
      Ada Ek hälsade välkommen.

      2. Skyltar
      Rådet beslutar att måla.

      3. Färg
      Text.
      """
    let mail =
      "Från: Ada\nSkickat: den 12 april 2025 08:02\n\n"
      + quoted.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
    let minutes = try minutes(mail)
    #expect(minutes.date?.value.description == "2025-03-04")
    #expect(minutes.items.map(\.title) == ["Öppnande", "Skyltar", "Färg"])
    #expect(minutes.items[1].line == 10)
  }

  @Test func `may have labels that were scanned or broken over lines`() throws {
    let minutes = try minutes(
      "Granrådet\n\nPl ats och tid   Stugan, kl. 10.00-12.00\n\nBesl utande      Ada Ek, ordförande\n                 Bo Lind\n\n§ 1 Ett\n\n§ 2 Två\n"
    )
    #expect(minutes.attendance.map(\.name) == ["Ada Ek", "Bo Lind"])
    #expect(minutes.place?.value == "Stugan")
    let broken = try ReadingTests.minutes("Granrådet\n\nNär-\nvarande: Ada Ek, ordförande\n\n§ 1 Ett\n\n§ 2 Två\n")
    #expect(broken.attendance.map(\.name) == ["Ada Ek"])
  }

  @Test(arguments: [
    Case("led by somebody who was there", "Bo ledde mötet och Ada skrev.", ["Bo Lind", "Ada Ek"]),
    Case(
      "handed over", "Ada Ek lämnar ordet till Bo Lind, som leder mötet. Ada Ek förde protokollet.",
      ["Bo Lind", "Ada Ek"]),
    Case("elected", "Till sekreterare valdes Ada Ek.\n\nBo Lind valdes till mötesordförande.", ["Bo Lind", "Ada Ek"]),
    Case("who opens the meeting", "Ordföranden Bo Lind (S) öppnar mötet.", ["Bo Lind"]),
    Case("who says something", "Ordföranden Bo Lind säger att det regnar.", []),
    Case("somebody who was not there", "Cai ledde mötet.", []),
    Case("elected to another office", "Rådet valde Bo Lind till ordförande för ett år.", []),
  ])
  func `tells chair and secretary from the text`(_ test: Case) throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\nNärvarande: Ada Ek, Bo Lind\n\n## 1. Ett\n\n\(test.text)\n\n## 2. Två\n")
    #expect([minutes.chair?.value, minutes.secretary?.value].compactMap(\.self) == test.expected)
  }

  @Test func `may have several labels in a row`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\n**Ordförande**: Ada Ek **Sekreterare**: Bo Lind\n\n## 1. Ett\n\n## 2. Två\n")
    #expect([minutes.chair?.value, minutes.secretary?.value] == ["Ada Ek", "Bo Lind"])
  }

  @Test func `is signed under labels that stand beside each other`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\n§ 1 Ett\n\nOrdföranden Ada Ek öppnade mötet.\n\n§ 2 Två\n\nText.\n\nVid protokollet:         Justeras:\n\nBo Lind                  Ada Ek          Cai By\n"
    )
    #expect(minutes.secretary?.value == "Bo Lind")
    #expect(minutes.verifiers.map(\.value) == ["Cai By"])
  }

  @Test func `leaves unknown what it does not say`() throws {
    let minutes = try minutes("Närvarande\nAda Ek\n\n1. Ett\nText\n\n2. Två\nNästa möte är den 6 maj.\n")
    #expect(minutes.date == nil)
    #expect(minutes.body == nil)
    #expect(minutes.chair == nil)
  }

  @Test(arguments: [
    Case("one year in which it was that weekday", "Tid: torsdag 25 januari\n\nSkyltar 2023 och 2024", ["2024-01-25"]),
    Case("two such years", "Tid: torsdag 25 januari\n\nSkyltar 2018 och 2024", []),
    Case("no weekday", "Tid: 25 januari\n\nSkyltar 2024", []),
  ])
  func `has the year that its weekday tells`(_ test: Case) throws {
    let minutes = try minutes("# Minnesanteckningar Granrådet\n\n\(test.text)\n\n## 1. Ett\n\n## 2. Två\n")
    #expect([minutes.date?.value.description].compactMap(\.self) == test.expected)
  }

  @Test(arguments: ["Chefsnätverket Gran", "Granforum", "Gemensamma direktionen", "Beredningen för granar"])
  func `calls the body by the end of its name`(_ body: String) throws {
    let short = ["nätverket", "forumet", "direktionen", "beredningen"].first {
      body.lowercased().contains($0.prefix(5))
    }
    let minutes = try minutes(
      "# Protokoll \(body)\n\n## 1. Ett\n\nI dag beslutar \(short ?? "") att vänta.\n\n## 2. Två\n")
    #expect(minutes.items[0].decisions.count == 1)
  }

  @Test func `does not take an authority for the body`() throws {
    let minutes = try minutes(
      "Närvarande\nAda Ek\n\n1. Ett\nSocialstyrelsen rekommenderar en plan. Socialstyrelsen beslutade om bidrag.\n\n2. Två\nText.\n"
    )
    #expect(minutes.body == nil)
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
      "a title before the name", "Närvarande: Ordförande Ada Ek, tf förvaltningschef Bo Lind, sekr. Cai By",
      ["Ada Ek | Ordförande", "Bo Lind | tf förvaltningschef", "Cai By | sekr."]),
    Case(
      "a role after the name", "Närvarande: Ada Ek chef, Bo Lind sekreterare",
      ["Ada Ek | chef", "Bo Lind | sekreterare"]),
    Case(
      "no comma between parties", "Närvarande: Ada Ek (M) Bo Lind (S) Cai By (C)",
      ["Ada Ek | M", "Bo Lind | S", "Cai By | C"]),
    Case(
      "absence beside the name", "Ledamöter:\nAda Ek, ordförande\nBo Lind, anmält förhinder\nCai By frånvarande",
      ["Ada Ek | ordförande", "Bo Lind | frånvarande", "Cai By | frånvarande"]),
    Case(
      "two columns of people",
      "Närvarande\n\nLedamöter               Ersättare\nAda Ek                  Bo Lind\nCai By\n                        Dan Alm",
      ["Ada Ek", "Cai By", "Bo Lind", "Dan Alm"]),
    Case(
      "paragraphs after the role", "Närvarande\nAda Ek, ekonomichef §§ 20-22\nBo Lind (S) § 41-43, 45",
      ["Ada Ek | ekonomichef", "Bo Lind | S"]),
    Case(
      "N and F", "Närvarande\n\n| Namn | N/F |\n|---|---|\n| Ada Ek | N |\n| Bo Lind | F |",
      ["Ada Ek", "Bo Lind | frånvarande"]),
    Case(
      "surnames first", "Närvarande:\nEk, Ada (s) ordf.\nLind, Bo (m)\n\nFrånvarande:\nBy, Cai, Gran kommun",
      ["Ada Ek | ordf. | S", "Bo Lind | M", "Cai By | Gran kommun | frånvarande"]),
    Case("named again", "Närvarande\nAda Ek, ordförande\nBo Lind\nAda Ek", ["Ada Ek | ordförande", "Bo Lind"]),
    Case(
      "columns after a label with a colon",
      "Organ:      Granrådet\nBeslutande: Ada Ek      Tall kommun, ordförande\n            Bo Lind     Gran kommun",
      ["Ada Ek | ordförande | Tall kommun", "Bo Lind | Gran kommun"]),
    Case(
      "labels of several words",
      "Beslutande ledamöter och ersättare\nAda Ek\n\nNärvarande, ej tjänstgörande ersättare\nBo Lind\n\nFrånvarande ledamöter och ersättare\nCai By",
      ["Ada Ek", "Bo Lind", "Cai By | frånvarande"]),
    Case("crosses", "Ledamöter\nAda Ek X, ordförande\nBo Lind X", ["Ada Ek | ordförande", "Bo Lind"]),
    Case(
      "an office in brackets after the organisation",
      "Närvarande\n- Ada Ek, Region Gran (ordförande)\n- Bo Lind (Tall kommun)",
      ["Ada Ek | ordförande | Region Gran", "Bo Lind | Tall kommun"]),
    Case(
      "a title before a name with a party", "Närvarande\nOrdförande Ada Ek (S)\nBo Lind (M)",
      ["Ada Ek | Ordförande | S", "Bo Lind | M"]),
    Case(
      "the other members", "Ordförande: Ada Ek (S)\n\nÖvriga ledamöter:\nBo Lind", ["Ada Ek | ordförande", "Bo Lind"]),
    Case(
      "an organisation of two words is no person", "Inbjuden: Ada Ek, chef, Föreningen Granen",
      ["Ada Ek | chef | Föreningen Granen"]),
    Case(
      "those who could not come", "Närvarande: Ada Ek\n\nFörfall\n\nBo Lind, Gran kommun",
      ["Ada Ek", "Bo Lind | Gran kommun | frånvarande"]),
    Case(
      "chair of another body", "Närvarande\nAda Ek, ordf. Beredning barn",
      ["Ada Ek | ordf. Beredning barn | Beredning barn"]),
  ])
  func `is read from lists, tables and blocks`(_ test: Case) throws { #expect(try people(test.text) == test.expected) }

  @Test(arguments: [
    "Ada Ek (S) §§ 3-5", "Ada Ek (del av mötet)", "Ada Ek, tjänstgör för Bo Lind (M)", "Ada Ek tjg ers för Bo Lind",
    "Ada Ek (S) för Bo Lind (S)", "Ada Ek, kom kl. 10.15", "Ada Ek via länk", "Ada Ek, ej punkt 5",
  ])
  func `keeps how one took part`(_ line: String) throws {
    let one = try #require(
      try minutes("# Protokoll Granrådet\n\nNärvarande\n\(line)\nEva Ask\n\n## 1. Ett\n\n## 2. Två\n").attendance.first)
    #expect(one.name == "Ada Ek")
    #expect(one.note != nil)
    #expect(one.status == .present)
  }

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
    Case("next year's", "Nästa år, 2026:", []),
    Case("in a sentence", "Rådet sammanträder 6 maj och 3 juni.", ["2025-05-06", "2025-06-03"]),
  ])
  func `are days of meetings and nothing else`(_ test: Case) throws {
    let minutes = try minutes("# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\n## 2. Nästa möte\n\n\(test.text)\n")
    #expect(minutes.nextMeetings.compactMap { $0.date?.description } == test.expected)
  }
}

@Suite struct `Meetings announced elsewhere` {
  @Test(arguments: [
    Case(
      "days of a coming year", "## 2. Sammanträdesdagar 2026\n\n17 februari och 30 november",
      ["2026-02-17", "2026-11-30"]),
    Case(
      "a meeting that is moved", "## 2. Övrigt\n\nAda Ek säger att nästa möte flyttas till den 1 juni.", ["2025-06-01"]),
    Case("a question as heading", "## 2. När ses vi igen?\n\n25-05-09 kl. 8", ["2025-05-09"]),
    Case("a line in the text", "## 2. Övrigt\n\nFrågan tas upp när nästa möte är slut den 1 juni.", []),
  ])
  func `are found`(_ test: Case) throws {
    let minutes = try minutes("# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\n\(test.text)\n")
    #expect(minutes.nextMeetings.compactMap { $0.date?.description } == test.expected)
  }

  @Test func `are found under a table of items`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\n| § | Ärende | Beslut |\n|---|---|---|\n| 1 | Öppnande | |\n\nNästa möte: 6 maj\n\nSidan ändrades 2025-08-01"
    )
    #expect(minutes.nextMeetings.compactMap { $0.date?.description } == ["2025-05-06"])
  }
}

@Suite struct `Attachments that an item names` {
  @Test(arguments: [
    ("Bilaga: Årsrapport 2024", ["Bilaga: Årsrapport 2024"]), ("Text.\n\n- Bilaga 1. Plan", ["Bilaga 1. Plan"]),
    ("Bilagor: plan, budget och karta.", ["plan", "budget", "karta"]),
    ("Gruppen bemannas enligt bilaga 19.1, se även bilaga 2.", ["Bilaga 19.1", "Bilaga 2"]),
    ("Bilaga 3, budget\n\nBudgeten enligt bilaga 3 godkändes.", ["Bilaga 3, budget"]),
    ("Handlingarna läggs som bilaga till protokollet.", []),
  ])
  func `are kept as it names them, each once`(_ text: String, _ expected: [String]) throws {
    let minutes = try minutes("# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\n\(text)\n\n## 2. Två\n\nMer.\n")
    #expect(minutes.items[0].attachments.map(\.value) == expected)
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
