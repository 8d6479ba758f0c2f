import Reading
import Records
import Testing

private func agreement(_ text: String) throws -> Agreement {
  let document = read(SourceFile(path: "content/avtal/test.md", bytes: Array(text.utf8)))
  guard case .agreement(let agreement) = document.content else { throw NotMinutes() }
  return agreement
}

/// "2020-01-01 till 2022-12-31", "2020-01-01 tills vidare"
private func validity(_ text: String) throws -> String {
  let agreement = try agreement("# Avtal om granar\n\n\(text)\n")
  let end = agreement.isUntilFurtherNotice ? "tills vidare" : "till \(agreement.validTo?.value.description ?? "")"
  return "\(agreement.validFrom?.value.description ?? "") \(end)"
}

private func text(_ source: String) throws -> String {
  let document = read(SourceFile(path: "content/avtal/test.md", bytes: Array(source.utf8)))
  guard case .agreement(let agreement) = document.content else { throw NotMinutes() }
  return agreement.title.value + ": " + agreement.blocks.plainText
}

@Suite struct `An agreement` {
  @Test(arguments: [
    Case(
      "from and to", "Avtalet gäller från och med 2020-01-01 till och med 2022-12-31.", ["2020-01-01 till 2022-12-31"]),
    Case(
      "short words", "Avtalet gäller fr.o.m. den 1 januari 2020 t.o.m. den 31 december 2022.",
      ["2020-01-01 till 2022-12-31"]),
    Case("and followed up", "Avtalet gäller till och med 2022-12-31 och följs upp årligen.", [" till 2022-12-31"]),
    Case(
      "beside a frame", "Ramavtalet gäller till 2025-12-31. Avtalet gäller för tiden 2020-01-01 - 2022-12-31.",
      ["2020-01-01 till 2022-12-31"]),
    Case("words letter by letter", "Avtalet gäller t o m den 31 december 2022.", [" till 2022-12-31"]),
    Case("begins and ends", "Avtalet börjar gälla 2020-01-01 och upphör 2022-12-31.", ["2020-01-01 till 2022-12-31"]),
    Case(
      "the end before the beginning", "Avtalet gäller t.o.m. 2022-12-31. Avtalet träder i kraft 2020-01-01.",
      ["2020-01-01 till 2022-12-31"]),
    Case(
      "what it replaces", "Avtalet ersätter avtal från 2015-01-01 och gäller från och med den 1 januari år 2020.",
      ["2020-01-01 till "]),
    Case("shorter words", "Avtalet gäller fom 2020-01-01 tom 2022-12-31.", ["2020-01-01 till 2022-12-31"]),
    Case("a dash", "Avtalet gäller under perioden 1 juli 2020 – 30 juni 2022.", ["2020-07-01 till 2022-06-30"]),
    Case("two dashes", "Avtalsperiod: 2020-01-01--2022-12-31", ["2020-01-01 till 2022-12-31"]),
    Case(
      "labels", "**Gäller från:** 2020-01-01\n**Gäller till:** 2022-12-31\n**Revideras:** 2021-05-01",
      ["2020-01-01 till 2022-12-31"]),
    Case(
      "labels without an end",
      "**Giltig från:** 1 mars 2021\n**Giltig till:** tills vidare\n**Revideras senast:** 2023-03-01",
      ["2021-03-01 tills vidare"]),
    Case("years", "Avtalet gäller under åren 2020–2022.", ["2020-01-01 till 2022-12-31"]),
    Case("one year", "Avtalet gäller kalenderåret 2021.", ["2021-01-01 till 2021-12-31"]),
    Case("another verb", "Avtalet löper från 2020-01-01 till 2022-12-31.", ["2020-01-01 till 2022-12-31"]),
    Case("from the signing", "Avtalet gäller tillsvidare från det att det har undertecknats.", [" tills vidare"]),
    Case("a period of payment", "Ersättning betalas för perioden 2020-01-01 – 2020-12-31.", [" till "]),
    Case("an older agreement's", "Avtalet ersätter det som gäller från 2015-01-01.", [" till "]),
    Case("the year of a price", "Beloppet gäller 2020 års nivå.", [" till "]),
  ])
  func `holds when it says`(_ test: Case) throws { #expect(try [validity(test.text)] == test.expected) }

  @Test(arguments: [
    Case(
      "a sentence", "Mellan Region Gran och Tall kommun har träffats följande avtal.", ["Region Gran", "Tall kommun"]),
    Case(
      "twice", "Mellan Region Gran och Tall kommun träffas detta avtal.\n\n## Parter\nRegion Gran\nTall kommun",
      ["Region Gran", "Tall kommun"]),
    Case(
      "with their numbers", "Parter\nRegion Gran (org.nr 230000-2222)\nTall kommun, org.nr 210000-1111",
      ["Region Gran", "Tall kommun"]),
    Case(
      "with names for short",
      "Mellan Gran kommun, org.nr 210000-1111, nedan kallad Gran, och å andra sidan Tall kommun, nedan kallad Tall, har följande avtal träffats.",
      ["Gran kommun", "Tall kommun"]),
    Case("told", "Parter är Region Gran samt Tall kommun.", ["Region Gran", "Tall kommun"]),
    Case(
      "through their bodies",
      "Mellan Region Gran, genom regionstyrelsen, å ena sidan, och Härns kommun, genom barn- och utbildningsnämnden, å andra sidan, har följande avtal träffats.",
      ["Region Gran", "Härns kommun"]),
    Case(
      "numbers in a column", "Parter\n\nTall kommun        org nr 212000-0000\nLönns kommun        org nr 212000-0000",
      ["Tall kommun", "Lönns kommun"]),
    Case(
      "in a numbered list", "Parter är:\n\n1. Region Gran\n2. Tall kommun, org.nr 210000-1111\n3. Lönns stad",
      ["Region Gran", "Tall kommun", "Lönns stad"]),
    Case(
      "bodies",
      "mellan\n\n**Hälso- och sjukvårdsnämnden i Region Gran** (beställaren)\n\noch\n\n**Socialnämnden i Tall kommun**",
      ["Hälso- och sjukvårdsnämnden i Region Gran", "Socialnämnden i Tall kommun"]),
    Case(
      "at the head of a sentence", "Region Gran och Tall kommun, nedan kallade parterna, har träffat detta avtal.",
      ["Region Gran", "Tall kommun"]),
    Case(
      "members in brackets", "Avtalet ingås mellan Region Gran och kommunerna i Grans län (Tall, Lönn och Björk).",
      ["Region Gran", "Tall kommun", "Lönn kommun", "Björk kommun"]),
    Case(
      "in a row that names none of them whole", "Parter är Region Gran samt kommunerna Tall, Lönn och Björk.",
      ["Region Gran", "Tall kommun", "Lönn kommun", "Björk kommun"]),
  ])
  func `names its parties`(_ test: Case) throws {
    #expect(try agreement("# Avtal om granar\n\n\(test.text)\n").parties.map(\.value) == test.expected)
  }

  @Test(arguments: [
    Case("on a line of its own", "2003-05-06\n\nText.", ["2003-05-06"]),
    Case("after the place", "Text.\n\nGranby den 6 maj 2003", ["2003-05-06"]),
    Case("signed on two days", "Text.\n\nGranby 2003-05-06\n\nTallby 2003-05-09", []),
    Case("a day in the text", "Förslaget kom 2003-05-06 från regionen.", []),
  ])
  func `may be dated`(_ test: Case) throws {
    #expect(
      try [agreement("# Avtal om granar\n\n\(test.text)\n").date?.value.description].compactMap(\.self) == test.expected
    )
  }

  @Test(arguments: [
    ("Uppsägning ska ske skriftligen med en uppsägningstid av sex månader.", ["notice 6 månader"]),
    (
      "Sägs avtalet inte upp senast tolv månader före avtalstidens utgång förlängs det med tre år i taget.",
      ["notice 12 månader", "prolongation 3 år"]
    ),
    ("Part kan säga upp överenskommelsen senast ett år före dess utgång.", ["notice 1 år"]),
    ("Avtalet kan inte förlängas.", ["prolongation"]),
    ("Parterna följer upp avtalet varje år.", ["review"]),
    ("Överenskommelsen ingås med stöd av 16 kap. 3 § hälso- och sjukvårdslagen.", ["legalGround"]),
    ("Överenskommelsen ersätter tidigare avtal om hembesök från 2009.", ["replaces"]),
    ("Antagen av Samråd vård och omsorg den 3 maj 2019.", ["adoptedBy Samråd vård och omsorg den 3 maj 2019"]),
    // Neither notice of something else, nor what is paid, nor somebody else's review.
    ("Kommunen ersätter regionen för kostnader enligt detta avtal med 40 kronor.", []),
    ("Personalens uppsägning regleras i lag.", []), ("Länet följer upp befolkningens hälsa.", []),
  ])
  func `say of themselves when they end, go on and are reviewed, and what they rest on`(
    _ sentence: String, _ expected: [String]
  ) throws {
    let agreement = try agreement("# Avtal om hembesök\n\n## Parter\n\nGran kommun\n\n## Övrigt\n\n\(sentence)\n")
    #expect(
      agreement.clauses.map { [$0.kind.rawValue, $0.value].compactMap(\.self).joined(separator: " ") } == expected)
    #expect(agreement.clauses.allSatisfy { $0.quote == sentence && $0.line == 9 })
  }

  @Test(arguments: [
    ("# Avtal om gran\n\n## § 1 Parter\n\nText.", "Avtal om gran: § 1 Parter Text."),
    ("---\ntitel: Avtal om gran\n---\n\n# Avtal\n\n## § 1 Parter\n\nText.", "Avtal om gran: § 1 Parter Text."),
    ("---\ntitel: Avtal om gran\n---\n\n## § 1 Parter\n\nText.", "Avtal om gran: § 1 Parter Text."),
    ("---\ntitel: Avtal om gran\n---\n\nAvtal om gran\n\nText.", "Avtal om gran: Text."),
    ("---\ntitel: Avtal om gran\n---\n\nText.", "Avtal om gran: Text."),
  ])
  func `lose no line of text to a title that is stated`(_ source: String, _ expected: String) throws {
    #expect(try text(source).split(whereSeparator: \.isWhitespace).joined(separator: " ") == expected)
  }
}

@Suite struct `Parties and titles of agreements` {
  @Test func `are municipalities named together`() throws {
    let text =
      "1 Parter\nRegion Gran (org.nr 232100-0000), nedan Regionen och kommunerna Tall, Lönn och Björk, nedan Kommunerna.\n"
    let found = try agreement("# Avtal om granar\n\n\(text)").parties.map(\.value)
    #expect(found == ["Region Gran", "Tall kommun", "Lönn kommun", "Björk kommun"])
  }

  @Test func `are all municipalities of a county`() throws {
    let found = try agreement("# Överenskommelse mellan Region Gran och kommunerna i Grans län 2020–2023\n\nText.\n")
      .parties
    #expect(found.map(\.value) == ["Region Gran", "Kommunerna i Grans län"])
  }

  @Test func `are in the heading below the title`() throws {
    let text =
      "# Överenskommelse om granar\n\n## Överenskommelse mellan Region Gran och kommunerna Tall och Lönn\n\nText.\n"
    #expect(try agreement(text).parties.map(\.value) == ["Region Gran", "Tall kommun", "Lönn kommun"])
  }

  @Test func `go on below the word for what it is`() throws {
    #expect(
      try agreement("ÖVERENSKOMMELSE\n\nom hjälpmedel i Grans län\n\n1 Parter\n").title.value
        == "Överenskommelse om hjälpmedel i Grans län")
  }
}
