import Reading
import Records
import Testing

/// Minutes of Granrådet on 4 March 2025 with one item of the given text, and the meeting on 6 May.
private func held(_ body: String) throws -> Minutes {
  try minutes(
    "# Protokoll Granrådet 2025-03-04\n\n## 3. Dagordning\n\nIngen anmärkning.\n\n## 4. Skyltar\n\n\(body)\n\n## 5. Nästa möte\n\n6 maj och 9 september\n"
  )
}

private func people(_ text: String) throws -> [String] {
  try minutes("# Protokoll Granrådet\n\n\(text)\n\n## 1. Ett\n\n## 2. Två\n").attendance.map { one in
    ([one.name, one.role, one.organisation, one.party].compactMap(\.self)
      + (one.status == .absent ? ["frånvarande"] : []))
      .joined(separator: " | ")
  }
}

@Suite struct `Clauses and sentences of other forms` {
  @Test func `stay when they differ only in their figures`() throws {
    let lines = (1...20).map { "Buss \($0) kom i tid." }
    let item = try #require(
      try minutes(
        "# Protokoll Granrådet 2025-03-04\n\n## 1. Bussar\n\n\(lines.joined(separator: "\n\n"))\n\n## 2. Övrigt\n\nInget.\n"
      )
      .items.first)
    #expect(item.blocks.plainText.split(separator: "\n").filter { !$0.isEmpty }.map(String.init) == lines)
  }

  @Test(arguments: [
    Case(
      "the matter goes on", "Bo Lind undrar. Frågan överlämnas till styrelsen.",
      ["Frågan överlämnas till styrelsen."]),
    Case("the matter went on before", "Frågan som överlämnas till styrelsen är stor.", []),
    Case(
      "filed after many words",
      "Anteckningar från mötet den 4 december 2024 i Granby läses och läggs till handlingarna.",
      ["Anteckningar från mötet den 4 december 2024 i Granby läses och läggs till handlingarna."]),
    Case(
      "a group comes to be",
      "En arbetsgrupp bestående av Ada Ek, Bo Lind, Cai By och Dan Alm till-\nsätts för att måla.",
      ["En arbetsgrupp bestående av Ada Ek, Bo Lind, Cai By och Dan Alm tillsätts för att måla."]),
    Case("a group that should", "En arbetsgrupp som Ada Ek vill att rådet tillsätter borde måla.", []),
    Case(
      "a proposal to those who own the body", "Rådet föreslår kommunerna att skyltarna målas.",
      ["Rådet föreslår kommunerna att skyltarna målas."]),
    Case("a proposal to nobody", "Rådet föreslår en ny färg nästa år.", []),
    Case(
      "discussed and decided", "Granrådet talade länge om färgen och beslutade att vänta.",
      ["Granrådet talade länge om färgen och beslutade att vänta."]),
    Case("heard who decided", "Granrådet hörde att nämnden tvekade och beslutade att vänta.", []),
    Case(
      "no att, lines",
      "Granrådet beslutar att\n\nköpa färg,\nge Ada Ek i uppdrag att måla, samt\nnotera informationen.",
      ["köpa färg,", "ge Ada Ek i uppdrag att måla", "notera informationen."]),
    Case(
      "no att, one paragraph", "Granrådet beslutar att\nköpa färg,\nge Ada Ek en pensel.",
      ["köpa färg,", "ge Ada Ek en pensel."]),
    Case(
      "one sentence over lines", "Granrådet beslutar att\nköpa färg. Färgen finns\ni boden.",
      ["Granrådet beslutar att köpa färg."]),
    Case(
      "set in under its number", "    Granrådet beslutar att:\n\n    - köpa färg\n    - måla", ["köpa färg", "måla"]),
    Case(
      "a lead-in over paragraphs",
      "### Beslut\n\nGranrådet föreslår kommunfullmäktige\n\natt köpa färg, samt\n\natt måla.",
      ["att köpa färg", "att måla."]),
    Case(
      "long clauses under each other",
      "Granrådet beslutade\natt överlämna skrivelsen om skyltar till styrelsen senast den 30 maj\natt justera punkten genast",
      ["att överlämna skrivelsen om skyltar till styrelsen senast den 30 maj", "att justera punkten genast"]),
    Case(
      "a clause that goes on with another",
      "Granrådet beslutade\natt ge Ada Ek som leder arbetet med skyltarna i kommunen i uppdrag\natt måla alla skyltar",
      ["att ge Ada Ek som leder arbetet med skyltarna i kommunen i uppdrag att måla alla skyltar"]),
    Case(
      "a task for somebody over its clauses", "Granrådet uppdrar åt Ada Ek\n\n- att köpa färg\n- måla skylten",
      ["att köpa färg", "måla skylten"]),
    Case(
      "what was proposed and what was decided",
      "**Förslag till beslut**\n\nGranrådet beslutar\n\natt köpa färg\n\nAda Ek visar prover.\n\nGranrådet beslutar\n\natt vänta",
      ["att vänta"]),
    Case(
      "decided after motions",
      "Yrkanden\nAda Ek yrkar bifall.\n\nOrdföranden finner att rådet bifaller.\n\nGranrådet beslutar\natt köpa färg.",
      ["att köpa färg."]),
    Case(
      "numbered", "3.1   Till målare valdes Ada Ek.\n\n3.2   Färgen fastställdes till blått.",
      ["Till målare valdes Ada Ek.", "Färgen fastställdes till blått."]),
    Case(
      "dashes as a word processor has them", "Granrådet beslutar att\n– köpa färg, samt\n– måla.",
      ["köpa färg", "måla."]),
    Case(
      "who is to do it and who took no part",
      "Beslut: Skylten målas. Ada Ek ansvarar. Bo Lind (M) deltar inte i beslutet.", ["Skylten målas."]),
    Case("only proposed", "Förslag till beslut\n\nGranrådet beslutar\n\natt köpa färg", []),
    Case(
      "who is to do it", "Beslut: Skylten målas\noch hängs upp.\nAnsvarig: Ada Ek", ["Skylten målas och hängs upp."]),
    Case(
      "after a list's last line", "Läget:\n- Färg finns\n- Pensel saknas\nGranrådet beslutar att vänta.",
      ["Granrådet beslutar att vänta."]),
    Case("in a line that goes on", "Färgen köps enligt den plan som\nGranrådet beslutade i maj.", []),
    Case(
      "in a numbered part", "5.1 Färg\nAda Ek berättar.\n5.2 Pensel\nBordläggs till nästa möte.",
      ["Bordläggs till nästa möte."]),
    Case(
      "chosen to go", "Ada Ek (s) och Bo Lind (m) utses att delta i kursen.",
      ["Ada Ek (s) och Bo Lind (m) utses att delta i kursen."]),
    Case(
      "set apart letter by letter", "Granrådet beslutar\n\na t t   köpa färg\n\na t t   måla",
      ["att köpa färg", "att måla"]),
    Case("a stroke where a decision would stand", "**Beslut:** -", []),
    Case("none", "**Beslut:** Inget beslut.", []),
    Case("a dash after the label", "Beslut – Skylten målas.", ["Skylten målas."]),
    Case(
      "over the end of a page",
      "1. Granrådet beslutar att köpa färg av det slag som användes förra året och som ska räcka\n\n4 (5)\n\n   till nästa år.",
      ["Granrådet beslutar att köpa färg av det slag som användes förra året och som ska räcka till nästa år."]),
    Case(
      "of another body", "**Arbetsutskottets beslut**\n\natt vänta\n\n**Beslut**\n\natt köpa färg", ["att köpa färg"]),
    Case(
      "the body's own proposal to the council",
      "**Granrådets förslag till kommunfullmäktige**\n\natt köpa färg", ["att köpa färg"]),
    Case("put off before", "Ärendet bordlades vid sammanträdet den 4 februari i väntan på färg.", []),
  ])
  func `are decisions where the body decides`(_ test: Case) throws {
    #expect(try held(test.text).items[1].decisions.map(\.text) == test.expected)
  }

  @Test(arguments: [
    Case("rests", "Ada Ek bjuds in till nästa möte och ärendet vilar till dess.", ["2025-05-06"]),
    Case("again", "Frågan bordlades. Åter på nästa möte.", ["2025-05-06"]),
    Case("taken up again", "Granrådet beslutar att återuppta ärendet på nästa sammanträde.", ["2025-05-06"]),
    Case("put off", "Ärendet sköts upp till nästa träff.", ["2025-05-06"]),
    Case("to a month", "Ärendet bordläggs till sammanträdet i september.", ["2025-09-09"]),
    Case("to a month without a meeting", "Ärendet bordläggs till sammanträdet i november.", [""]),
    Case("put off before", "Frågan bordlades den 4 februari eftersom färgen var slut.", []),
    Case("decided next time", "Beslut tas på nästa möte.", ["2025-05-06"]),
    Case("moved before", "Dagordningen godkänns sedan en punkt flyttats.", []),
  ])
  func `put an item off`(_ test: Case) throws {
    #expect(try held(test.text).items[1].deferrals.map { $0.date?.description ?? "" } == test.expected)
  }

  @Test(arguments: [
    Case("a season", "Ada Ek återkommer före sommaren.", ["före sommaren"]),
    Case("a season of a year", "Frågan tas upp igen våren 2026.", ["våren 2026"]),
    Case("this spring", "Frågan tas upp igen i vår.", ["i vår"]),
    Case("what is ours", "Ada Ek återkommer i vår rapport.", []),
    Case("what is told of", "Ada Ek återkommer med siffror om läget under sommaren.", []),
    Case("what has been", "Ada Ek har återkopplat under hösten.", []),
  ])
  func `put an item off to a time of the year`(_ test: Case) throws {
    #expect(try held(test.text).items[1].deferrals.map(\.text) == test.expected)
  }

  @Test(arguments: [
    Case("to a meeting", "Ada Ek tar fram en lista till rådets möte den 6 maj.", ["2025-05-06"]),
    Case("to a meeting in a month", "Ada Ek får i uppdrag att till rådets möte i maj köpa färg.", ["2025-05-06"]),
    Case("the last of a month", "Ada Ek svarar före sista april.", ["2025-04-30"]),
    Case("an invitation", "Ada Ek bjuds in till mötet den 6 maj.", []),
    Case("a matter put off", "Ärendet bordläggs till mötet den 6 maj.", []),
    Case("the turn of the year", "Avtalet upphör vid årsskiftet.", ["2025-12-31"]),
    Case("the turn of two years", "Avtalet upphör vid årsskiftet 2026/2027.", ["2026-12-31"]),
    Case("one that has been", "Avtalet upphörde vid årsskiftet.", []),
    Case("handed over", "Ada Ek sammanställer svaren till den 30 april.", ["2025-04-30"]),
    Case("a table", "| Vad | Vem | Klart senast |\n|---|---|---|\n| Köpa färg | Ada Ek | 2025-04-30 |", ["2025-04-30"]),
    Case("a table of another kind", "| Vad | Pris |\n|---|---|\n| Färg | 300 |", []),
  ])
  func `promise something by a day`(_ test: Case) throws {
    #expect(try held(test.text).deadlines.map(\.due.description) == test.expected)
  }
}

@Suite struct `People of other forms` {
  @Test func `are turned where their list goes by surnames`() throws {
    let list =
      "Närvarande:\n\nAlm Ada      HSO, ordförande\nBerg Bo      Gran kommun\nEk Cai       FUB\nÅs Dan       DHR"
    let text = "\n\nFrånvarande:\n\nÖst Eva-Lena\n\n## 1. Ett\n\nAda Alm öppnar mötet.\n\n## 2. Två\n"
    let turned = try minutes("# Protokoll Granrådet\n\n\(list)\(text)")
    #expect(turned.attendance.map(\.name) == ["Ada Alm", "Bo Berg", "Cai Ek", "Dan Ås", "Eva-Lena Öst"])
    #expect(turned.chair?.value == "Ada Alm")
    // Nothing says that these are surnames.
    let unknown = try minutes("# Protokoll Granrådet\n\n\(list)\n\n## 1. Ett\n\n## 2. Två\n")
    #expect(unknown.attendance.map(\.name).first == "Alm Ada")
  }

  @Test(arguments: [
    Case(
      "under their principal in bold",
      "Närvarande\n\n**Region Gran**\n\n- Ada Ek (S)\n\n**Kommunerna**\n\n- Bo Lind, Tall kommun\n- Cai By",
      ["Ada Ek | Region Gran | S", "Bo Lind | Tall kommun", "Cai By"]),
    Case("in italics", "Närvarande\n\n*Gran kommun*\n\nAda Ek, chef", ["Ada Ek | chef | Gran kommun"]),
    Case(
      "set in", "Närvarande\n\nGran kommun\n  Ada Ek\n  Bo Lind\nRegion Tall\n  Cai By",
      ["Ada Ek | Gran kommun", "Bo Lind | Gran kommun", "Cai By | Region Tall"]),
    Case(
      "from a principal without a name", "Närvarande\n\nFör kommunen:\n\n- Ada Ek\n\nFör regionen:\n\n- Bo Lind",
      ["Ada Ek", "Bo Lind"]),
    Case(
      "of one that needs no name", "Närvarande: Ada Ek, landstinget, ordförande", ["Ada Ek | ordförande | landstinget"]),
    Case(
      "of associations", "Närvarande: Ada Ek (ordf), PRO, Bo Lind, SPF samt Cai By, chef",
      ["Ada Ek | ordf | PRO", "Bo Lind | SPF", "Cai By | chef"]),
    Case(
      "after a title and an och", "Närvarande: Ada Ek, närvårdschef och Bo Lind, strateg (sekreterare)",
      ["Ada Ek | närvårdschef", "Bo Lind | strateg, sekreterare"]),
    Case(
      "not there today", "Närvarande: Ada Ek\n\n**Ej med idag:** Bo Lind, SPF, och Cai By",
      ["Ada Ek", "Bo Lind | SPF | frånvarande", "Cai By | frånvarande"]),
    Case(
      "beside the label, with lost commas",
      "Beslutande Ada Ek (S), ordförande\n\nBo Lind (M) vice ordförande Cai By (V)\n\nÖvriga deltagande Dan Alm, chef",
      ["Ada Ek | ordförande | S", "Bo Lind | vice ordförande | M", "Cai By | V", "Dan Alm | chef"]),
    Case(
      "of two lists in a line", "Närvarande: Ada Ek och Bo Lind. Återbud: Cai By och Dan Alm.",
      ["Ada Ek", "Bo Lind", "Cai By | frånvarande", "Dan Alm | frånvarande"]),
    Case(
      "under a label of a form that no row holds", "Icke deltagande: Eva Ek Bo Lind",
      ["Eva Ek | frånvarande", "Bo Lind | frånvarande"]),
    Case(
      "with roles after the names and no comma between people",
      "Övriga: Ada Ek, Förvaltningschef Bo Lind, Ekonom Eva Alm, Jurist",
      ["Ada Ek | Förvaltningschef", "Bo Lind | Ekonom", "Eva Alm | Jurist"]),
    Case(
      "after the number of an item", "Övriga: Ada Ek, ekonom, § 7 Bo Lind, jurist, § 8",
      ["Ada Ek | ekonom", "Bo Lind | jurist"]),
    Case(
      "from places that stand after every name",
      "Närvarande:\nEva Ek Granby\nBo Lind Tallby\nAnna Alm Björkby\nSven By via länk",
      ["Eva Ek | Granby", "Bo Lind | Tallby", "Anna Alm | Björkby", "Sven By"]),
    Case(
      "after their organisation",
      "Deltagare:\nHuvudman Namn\nRegion Gran Eva Ek (S), ordförande\nTallby kommun Bo Lind",
      ["Eva Ek | ordförande | Region Gran | S", "Bo Lind | Tallby kommun"]),
    Case(
      "by organisation, with a stop between", "Deltagare: Granby: Ada Ek, Bo Lind. Tallby: Cai By.",
      ["Ada Ek | Granby", "Bo Lind | Granby", "Cai By | Tallby"]),
    Case(
      "who serve for others in a table",
      "| Beslutande | Parti | Närvarande | Tjänstgörande ersättare | Parti |\n|---|---|---|---|---|\n| Ada Ek | S | X | | |\n| Bo Lind | M | - | Cai By | C |",
      ["Ada Ek | S", "Bo Lind | M | frånvarande", "Cai By | C"]),
    Case(
      "marked by a cross", "Ledamöter:\nX  Ada Ek, ordförande\n-  Bo Lind\nX  Cai By",
      ["Ada Ek | ordförande", "Bo Lind | frånvarande", "Cai By"]),
    Case(
      "in a word processor's table",
      "  ------------------ ---------------\n  **Närvarande**     \n  Ada Ek             ordförande\n  Bo Lind            Tall kommun\n  ------------------ ---------------",
      ["Ada Ek | ordförande", "Bo Lind | Tall kommun"]),
    Case(
      "whose presence is a word in a table",
      "Deltagare\n\n| Ledamot | Organisation | |\n|---|---|---|\n| Ada Ek | Gran kommun | Närvarande |\n| Bo Lind | Tall kommun | Frånvarande |",
      ["Ada Ek | Gran kommun", "Bo Lind | Tall kommun | frånvarande"]),
    Case(
      "for the two sides", "**För arbetsgivaren**\n\nAda Ek, chef\n\n**För arbetstagarna**\n\nBo Lind, Vision",
      ["Ada Ek | chef", "Bo Lind | Vision"]),
    Case(
      "with and without", "Med: Ada Ek (skolan), Bo Lind\n\nEj med: Cai By",
      ["Ada Ek | skolan", "Bo Lind", "Cai By | frånvarande"]),
    Case(
      "under their office", "Beslutande\n\nOrdförande\nAda Ek (S)\n\nLedamöter\nBo Lind (M)",
      ["Ada Ek | Ordförande | S", "Bo Lind | M"]),
    Case(
      "with a title and no comma", "Övriga\n\nAda Ek IFO-chef\nBo Lind PRO, ordförande",
      ["Ada Ek | IFO-chef", "Bo Lind | ordförande | PRO"]),
    Case(
      "under headings of columns", "Närvarande\nNamn            Funktion\nAda Ek          Kommunchef",
      ["Ada Ek | Kommunchef"]),
    Case(
      "in a table of labels",
      "| Beslutande | Ada Ek (S)<br>Bo Lind (M) |\n|---|---|\n| Övriga deltagare | ekonom Cai By § 2 |",
      ["Ada Ek | S", "Bo Lind | M", "Cai By | ekonom"]),
    Case(
      "with their party after the office or alone", "Ledamöter\nAda Ek, Ordförande (S)\nBo Lind m",
      ["Ada Ek | Ordförande | S", "Bo Lind | M"]),
    Case(
      "by surnames that the text never repeats", "Närvarande\nEk Anna, Tall\nAlm Bo, Gran\nLind Eva-Lena, Björk",
      ["Anna Ek | Tall", "Bo Alm | Gran", "Eva-Lena Lind | Björk"]),
    Case(
      "who took part", "Medverkande: Ada Ek (Tall), Bo Lind\n\nEj på plats: Cai By",
      ["Ada Ek | Tall", "Bo Lind", "Cai By | frånvarande"]),
    Case(
      "broken in the middle of a name",
      "Ersättare   Ada Ek (M), Bo Lind (S), Cai\n            By (V)\nJusterare   Bo Lind",
      ["Ada Ek | M", "Bo Lind | S", "Cai By | V"]),
    Case(
      "after titles in the definite form", "Närvarande\nlandstingsrådet Ada Ek, kuratorn Bo Lind",
      ["Ada Ek | landstingsrådet", "Bo Lind | kuratorn"]),
    Case("of a short name", "Adj: Ada Ek, FoU (p. 4)\n\nNärvarande: Bo Lind, HSO", ["Ada Ek | FoU", "Bo Lind | HSO"]),
    Case(
      "on broken lines", "**Frånvarande**\\\nAda Ek, FUB\\\nBo Lind",
      ["Ada Ek | FUB | frånvarande", "Bo Lind | frånvarande"]),
    Case(
      "an office that begins as an illness", "**Närvarande**\n\n- Ada Ek, sjuksköterska\n- Bo Lind, sjuk",
      ["Ada Ek | sjuksköterska", "Bo Lind | frånvarande"]),
    Case(
      "absence in brackets", "**Ledamöter**\n\n- Ada Ek, Granby\n- Bo Lind, Tallby (anmält förhinder)",
      ["Ada Ek | Granby", "Bo Lind | Tallby | frånvarande"]),
    Case(
      "below the first beside the label",
      "Närvarande: Ada Ek, Landstinget, ordförande\n            Bo Lind, Granby\n            Cai By, Tallby",
      ["Ada Ek | ordförande | Landstinget", "Bo Lind | Granby", "Cai By | Tallby"]),
    Case(
      "a column for those who were there and one for the others",
      "| Närvarande | Frånvarande |\n|---|---|\n| Ada Ek | Bo Lind |\n| Cai By | |",
      ["Ada Ek", "Bo Lind | frånvarande", "Cai By"]),
    Case(
      "a column for each principal", "Närvarande\n\n| Granby | Tallby |\n|---|---|\n| Ada Ek | Bo Lind |",
      ["Ada Ek | Granby", "Bo Lind | Tallby"]),
    Case(
      "a table of those who were not there",
      "| Närvarande | Roll |\n|---|---|\n| Ada Ek | rektor |\n\n| Frånvarande | Roll |\n|---|---|\n| Bo Lind | chef |",
      ["Ada Ek | rektor", "Bo Lind | chef | frånvarande"]),
    Case(
      "yes and no",
      "Närvarande\n\nNamn        Representerar    Närvaro\nAda Ek      Granby           Ja\nBo Lind     Tallby           Nej",
      ["Ada Ek | Granby", "Bo Lind | Tallby | frånvarande"]),
    Case(
      "called, and there", "**Kallade:** Ada Ek, Bo Lind, Cai By\n\n**Närvarande:** Ada Ek, Bo Lind",
      ["Ada Ek", "Bo Lind"]),
    Case(
      "breaks in the line", "**Närvarande:** Ada Ek, Bo Lind<br>Cai By<br>**Frånvarande:** Dan Alm",
      ["Ada Ek", "Bo Lind", "Cai By", "Dan Alm | frånvarande"]),
    Case(
      "a guest in a sentence", "**Närvarande:** Ada Ek, Bo Lind\n\nDessutom deltog Cai By under punkt 2.",
      ["Ada Ek", "Bo Lind", "Cai By"]),
    Case(
      "bullets that end in a unit", "**Närvarande**\n\n- Ada Ek, Region Gran, Psykiatri\n- Bo Lind, Närhälsan Granby",
      ["Ada Ek | Psykiatri | Region Gran", "Bo Lind | Närhälsan Granby"]),
    Case(
      "a stroke before whence", "Närvarande:\nAda Ek/Grans kommun\nBo Lind/Talls kommun",
      ["Ada Ek | Grans kommun", "Bo Lind | Talls kommun"]),
  ])
  func `are read with whence they come`(_ test: Case) throws { #expect(try people(test.text) == test.expected) }
}

@Suite struct `Heads and items of other forms` {
  @Test func `have items in a list`() throws {
    let minutes = try minutes(
      "Hoppa över\n\n# Granrådet, möte 2025-03-04\n\nNärvarande\n\n- Ada Ek\n\n•   § 8\n\n    Färg\n\n    Text.\n\n    Beslut\n\n    1. Färg köps.\n    2. Skylten målas.\n\n•   § 9\n\n    Pensel\n\n•   § 10\n\n    Skylt\n\n    - § 3 i förra protokollet rättas.\n"
    )
    #expect(minutes.date?.value.description == "2025-03-04")
    #expect(minutes.items.map { "\($0.number) \($0.title)" } == ["8 Färg", "9 Pensel", "10 Skylt"])
    #expect(minutes.items[0].decisions.map(\.text) == ["Färg köps.", "Skylten målas."])
  }

  @Test func `name the body under a bare title`() throws {
    let minutes = try minutes(
      "KOMMUNFÖRBUNDET GRAN\n\nMinnesanteckningar\nGrannätverket\n2025-03-04\n\n1. Ett\n\n2. Två\n")
    #expect(minutes.body?.value == "Grannätverket")
  }

  @Test func `name the body beside a page number`() throws {
    let minutes = try minutes("Gemensamma grannämnden           1(3)\n\nProtokoll\n2025-03-04\n\n§ 1 Ett\n\n§ 2 Två\n")
    #expect(minutes.body?.value == "Gemensamma grannämnden")
  }

  @Test func `name the place over the time`() throws {
    let minutes = try minutes(
      "Granrådet\nAnteckningar från möte 2025-03-04\nStadshusets stora sal, Ekgatan 4\nkl. 09.15 - 12.00\n\n1. Ett\n\n2. Två\n"
    )
    #expect(minutes.place?.value == "Stadshusets stora sal, Ekgatan 4")
  }

  @Test func `have items without titles`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\n§ 1\nFöregående protokoll lästes och lades till handlingarna.\n\n§ 2\nFärgen. Ada Ek berättade om\nden. Rådet beslöt att vänta.\n\n§ 3\nBidrag till ny färg\n\nText.\n"
    )
    #expect(
      minutes.items.map(\.title) == [
        "Föregående protokoll lästes och lades till handlingarna", "Färgen", "Bidrag till ny färg",
      ])
    #expect(minutes.items.map(\.decisions.count) == [1, 1, 0])
  }

  @Test func `have titles and labels in short`() throws {
    let minutes = try minutes(
      "Grannätverket – minnesanteckningar 4/3 2025\n\nNärv: Ada Ek, Bo Lind\nFrånv: Cai By\nOrdf: Ada Ek    Sekr: Bo Lind\n\n1. Ett\n\n2. Två\n"
    )
    #expect([minutes.body?.value, minutes.date?.value.description] == ["Grannätverket", "2025-03-04"])
    #expect([minutes.chair?.value, minutes.secretary?.value] == ["Ada Ek", "Bo Lind"])
    #expect(minutes.attendance.filter { $0.status == .absent }.map(\.name) == ["Cai By"])
  }

  @Test func `name the place over the time in a form`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\nPlats och tid:   Rådhuset, rum 2\n                 Tisdag den 4 mars 2025 kl 10.00-12.00\n\nNärvarande:      Ada Ek\n\n§ 1 Ett\n\n§ 2 Två\n"
    )
    #expect(minutes.place?.value == "Rådhuset, rum 2")
    #expect(minutes.date?.value.description == "2025-03-04")
  }

  @Test func `have two facts beside each other`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\nPlats: Stadshuset, rum Ek      Tid: kl 14.00 - 16.30\nNärvarande:    Ada Ek\n               Bo Lind\nFörhinder:     Cai By\n\n§ 1 Ett\n\n§ 2 Två\n"
    )
    #expect([minutes.place?.value, minutes.time?.value] == ["Stadshuset, rum Ek", "14.00-16.30"])
  }

  @Test func `have a heading repeated without its number`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\n## 1. Färg\n\n## Färg\n\nText.\n\n## 2. Pensel\n\nText.\n\n## Pensel\n\nMer.\n\n## Skylt\n"
    )
    #expect(minutes.items.map(\.title) == ["Färg", "Pensel", "Skylt"])
  }

  @Test func `tell what is due at the first meeting of the next year`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\n## 1. Färg\n\nAda Ek redovisar färgen på första mötet 2026.\n\n## 2. Kommande möten\n\n6 maj 2025 och 20 januari 2026\n"
    )
    #expect(minutes.deadlines.map { "\($0.item) \($0.due)" } == ["1 2026-01-20"])
  }

  @Test func `name who verifies in a sentence`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\nTid: 13.00-15.00 via Teams\nNärvarande: Ada Ek, Bo Lind\nJustering: Utsågs Bo Lind att jämte ordföranden justera dagens protokoll\n\n§ 1 Ett\n\n§ 2 Två\n"
    )
    #expect(minutes.verifiers.map(\.value) == ["Bo Lind"])
    #expect(minutes.place?.value == "Teams")
  }

  @Test func `stand under the labels of columns`() throws {
    let minutes = try minutes(
      "PROTOKOLL           Sammanträdesdatum      Paragrafer     Sida\nGrannämnden         2025-03-04             1-2            1 (3)\n\nNärvarande: Ada Ek\n\n§ 1 Ett\n\nNämnden beslutar att vänta.\n\n§ 2 Två\n"
    )
    #expect([minutes.body?.value, minutes.date?.value.description] == ["Grannämnden", "2025-03-04"])
    #expect(minutes.items.first?.decisions.count == 1)
  }

  @Test func `name the body below the office that wrote`() throws {
    let minutes = try minutes("PROTOKOLL\n\nRegionens kansli\n\nGranstyrelsen\n\n2025-03-04\n\n§ 1 Ett\n\n§ 2 Två\n")
    #expect(minutes.body?.value == "Granstyrelsen")
  }

  @Test func `have a list of contents whose titles come again below their numbers`() throws {
    let minutes = try minutes(
      "Granrådet 2025-03-04\n\nInnehåll\nGR § 1   Färg\nGR § 2   Pensel\n\nJusterandes sign\n\nGR § 1\nFärg\n\nText.\n\nGR § 2\nPensel\n\nText.\n"
    )
    #expect(minutes.items.map { "\($0.number) \($0.title)" } == ["1 Färg", "2 Pensel"])
  }

  @Test func `have titles in lower case and no marks`() throws {
    let minutes = try minutes(
      "Minnesanteckningar Grannätverket 2025-03-04\n\n1 Färg\nText.\n\n2 e-hälsa\nText.\n\n3 Övrigt\nText.\n")
    #expect(minutes.items.map(\.title) == ["Färg", "e-hälsa", "Övrigt"])
  }

  @Test func `end where they were signed`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\n## 2. Kommande möten\n\n6 maj.\n\nProtokollet justerat:\n\nAda Ek, 2025-03-20\n"
    )
    #expect(minutes.nextMeetings.compactMap { $0.date?.description } == ["2025-05-06"])
  }

  @Test func `announce meetings under a number of its own`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet 2025-03-04\n\n§ 1\nFärg\n\n§ 2\nSammanträdesdagar 2026\n\nBeslut\nRådet sammanträder den 12 mars och den\n4 juni 2026.\n"
    )
    #expect(minutes.nextMeetings.compactMap { $0.date?.description } == ["2026-03-12", "2026-06-04"])
  }
}

@Suite struct `Names at the end` {
  private func signed(_ text: String) throws -> Minutes {
    try minutes(
      "# Protokoll Granrådet\n\nNärvarande\nAda Ek, ordförande\nCai By\nBo Lind\n\n§ 1 Ett\n\nText.\n\n§ 2 Två\n\nText.\n\n\(text)\n"
    )
  }

  private func signers(_ minutes: Minutes) -> [String] {
    minutes.signatures.map { [$0.name, $0.role, $0.date?.description].compactMap(\.self).joined(separator: ", ") }
  }

  @Test func `may be broken lines`() throws {
    #expect(
      try signers(signed("Bo Lind\\\nSekreterare\n\nAda Ek\\\nOrdförande")) == [
        "Bo Lind, sekreterare", "Ada Ek, ordförande",
      ])
  }

  @Test func `may have a day over them, which approves nothing`() throws {
    let minutes = try signed("Justerat den 20 mars 2025\n\nAda Ek            Cai By\nOrdförande        Justerare")
    #expect(signers(minutes) == ["Ada Ek, ordförande, 2025-03-20", "Cai By, justerare, 2025-03-20"])
    #expect(minutes.signatures.allSatisfy { $0.time == nil })
  }

  @Test func `may stand before what those below do`() throws {
    let minutes = try signed("Bo Lind            Justeras:\n\n                   Ada Ek        Cai By")
    #expect(minutes.verifiers.map(\.value) == ["Cai By"])
  }

  @Test func `may have lost their gap`() throws {
    #expect(try signed("Vid protokollet\n\nBo Lind\n\nJusteras\n\nAda Ek Cai By").verifiers.map(\.value) == ["Cai By"])
  }

  @Test func `may say who wrote`() throws {
    #expect(try signed("*Antecknat av Bo Lind*").secretary?.value == "Bo Lind")
    #expect(try signed("/Bo Lind, antecknare").secretary?.value == "Bo Lind")
    #expect(try signed("Anteckningar: Bo Lind").secretary?.value == "Bo Lind")
  }

  @Test func `may stand on the form of the first page`() throws {
    let minutes = try minutes(
      "# Protokoll Granrådet\n\nUnderskrifter   Sekreterare   ...............   Paragrafer 1-2\n                              Bo Lind\n                Ordförande    ...............\n                              Ada Ek (S)\n\n§ 1 Ett\n\n§ 2 Två\n"
    )
    #expect(signers(minutes) == ["Bo Lind, sekreterare", "Ada Ek, ordförande"])
  }
}

@Suite struct `Who signed an agreement` {
  @Test(arguments: [
    Case(
      "one after the other",
      "Granby 2018-11-06\n\nAda Ek  \nRegionstyrelsens ordförande, Region Gran\n\nTallby den 12 november 2018\n\nBo Lind  \nKommunchef",
      ["Ada Ek, Regionstyrelsens ordförande, 2018-11-06", "Bo Lind, Kommunchef, 2018-11-12"]),
    Case(
      "beside each other",
      "För Region Gran               För Tall kommun\n\nOrt och datum: Granby 2018-11-06     Ort och datum: Tallby 2018-11-12\n\n..................      ..................\nAda Ek                  Bo Lind\nRegiondirektör          Kommunchef",
      ["Ada Ek, Regiondirektör, 2018-11-06", "Bo Lind, Kommunchef, 2018-11-12"]),
    Case(
      "on one day", "Granby den 6 maj 2003\n\nAda Ek             Bo Lind\nordförande         direktör",
      ["Ada Ek, ordförande, 2003-05-06", "Bo Lind, direktör, 2003-05-06"]),
    Case(
      "one of two parties",
      "För Region Gran\n\n2018-11-06\n____________\nAda Ek, chef\n\nFör Tall kommun\n\n____________",
      ["Ada Ek, chef, 2018-11-06"]),
    Case(
      "below each other on one day",
      "Granby 2018-11-06\n\n____________\nAda Ek\nOrdförande, regionstyrelsen\nRegion Gran\n\n____________\nBo Lind\nFöreståndare\nTall kommun",
      ["Ada Ek, Ordförande, regionstyrelsen, 2018-11-06", "Bo Lind, Föreståndare, 2018-11-06"]),
    Case(
      "two of whom one has not dated",
      "För Region Gran\n\n2018-11-06\n____________\nAda Ek, chef\n\nFör Tall kommun\n\n____________\nBo Lind, chef",
      ["Ada Ek, chef, 2018-11-06", "Bo Lind, chef"]),
    Case("nobody yet", "För Region Gran             För Tall kommun\n\n..................     ..................", []),
    Case("names in a text", "Avtalet har tagits fram av Ada Ek och Bo Lind 2018-11-06.", []),
  ])
  func `is read from its end`(_ test: Case) throws {
    let document = read(
      SourceFile(
        path: "content/avtal/test.md",
        bytes: Array("# Avtal om granar\n\n## 1. Tid\n\nAvtalet gäller tills vidare.\n\n\(test.text)\n".utf8)))
    guard case .agreement(let agreement) = document.content else { throw NotMinutes() }
    #expect(
      agreement.signatures.map { [$0.name, $0.role, $0.date?.description].compactMap(\.self).joined(separator: ", ") }
        == test.expected)
  }
}

@Suite struct `Offices of a meeting` {
  /// The chair, the secretary and the verifiers that minutes with the text give.
  private func offices(_ text: String) throws -> [String?] {
    let minutes = try minutes("# Protokoll Granrådet 2025-03-04\n\n\(text)\n")
    return [minutes.chair?.value, minutes.secretary?.value] + minutes.verifiers.map(\.value)
  }

  private func elected(_ text: String) throws -> [String?] {
    try offices("Närvarande: Ada Ek, Bo Lind\n\n## 1. Val\n\n\(text)\n\n## 2. Övrigt\n\nInget.")
  }

  @Test func `are told office by office`() throws {
    #expect(
      try elected("Till ordförande för mötet valdes Ada Ek och till sekreterare Bo Lind.") == ["Ada Ek", "Bo Lind"])
    #expect(
      try elected("Ada Ek utsågs till sekreterare och Bo Lind och Cai By till justerare.")
        == [nil, "Ada Ek", "Bo Lind", "Cai By"])
  }

  @Test func `of another meeting and of the body are none of this one`() throws {
    #expect(try elected("Rådet utser Ada Ek till vice mötesordförande till nästa möte.") == [nil, nil])
    #expect(try elected("Ada Ek valdes till ordförande för år 2026.") == [nil, nil])
  }

  @Test func `are no secretaries of another kind`() throws {
    #expect(
      try offices("Övriga: Ada Ek, politisk sekreterare, Bo Lind, socialsekreterare\n\n## 1. Ett\n\n## 2. Två")
        == [nil, nil])
  }

  @Test(arguments: ["……….", "..........", "__________"])
  func `stand below the line to sign on, and the line is nobody`(_ dots: String) throws {
    let text = "Sekreterare \(dots)\n\nAda Ek\n\nJusterande \(dots)\n\nBo Lind\n\n## 1. Ett\n\n## 2. Två"
    #expect(try offices(text) == [nil, "Ada Ek", "Bo Lind"])
  }

  @Test func `are no sentence in place of a name`() throws {
    #expect(try offices("Ordförande: väljs vid nästa möte\n\n## 1. Ett\n\n## 2. Två") == [nil, nil])
  }
}
