import Reading
import Records
import Testing

private func kinds(_ text: String) -> [PersonalDataKind] { personalData(in: Array(text.utf8).span).map(\.kind) }

/// Numbers by the tax agency's rule (SKV 704) with the serial numbers 980 to 999, which it keeps for tests: nobody's.
private struct TestNumbers: Sequence, IteratorProtocol {
  private var state: UInt64 = 20_240_419
  private var left: Int

  init(_ count: Int) { left = count }

  private mutating func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// Century and year, month and day, serial number and check digit.
  mutating func next() -> (century: String, date: String, tail: String)? {
    guard left > 0 else { return nil }
    left -= 1
    let year = 1890 + random(136)
    // A samordningsnummer has 60 added to its day, and may lack month and day.
    let isCoordination = random(4) == 0
    let month = isCoordination ? random(13) : 1 + random(12)
    let days = [31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
    let day = isCoordination ? 60 + random(days + 1) : 1 + random(days)
    let date = String(year % 100 + 100).dropFirst() + String(month + 100).dropFirst() + String(day + 100).dropFirst()
    var serial = String(980 + random(20))
    // An interim number has a letter that counts as 1.
    let isInterim = random(10) == 0
    if isInterim { serial = "1" + serial.dropFirst() }
    var sum = 0
    for (place, digit) in (date + serial).enumerated() {
      let value = digit.wholeNumberValue! * (place % 2 == 0 ? 2 : 1)
      sum += value / 10 + value % 10
    }
    if isInterim { serial = String(Array("TRSUWXJKLMN")[random(11)]) + serial.dropFirst() }
    return (String(year / 100), String(date), serial + String((10 - sum % 10) % 10))
  }
}

@Suite struct `Personal data` {
  @Test func `of every identity number, in every spelling, is found`() {
    let spellings: [(String, String, String) -> String] = [
      { "\($1)-\($2)" }, { "\($1)+\($2)" }, { "\($1)\($2)" }, { "\($0)\($1)-\($2)" }, { "\($0)\($1)\($2)" },
      { "\($1) \($2)" }, { "\($0)\($1) \($2)" }, { "\($1)–\($2)" }, { "\($0)\($1)\u{A0}\($2)" }, { "\($1) - \($2)" },
      { "\($1)\u{2212}\($2)" }, { "\($0)\($1)\u{2011}\($2)" },
    ]
    let places = ["Den som söker, #, får svar.", "(#)", "#", "| Namn | # |", "Nummer: #\nNästa rad", "”#”", "/#/"]
    var count = 0
    for number in TestNumbers(5_000) {
      for (index, spelling) in spellings.enumerated() {
        let text = places[(count + index) % places.count].replacing(
          "#", with: spelling(number.century, number.date, number.tail))
        let found = kinds(text)
        if found != [.identityNumber] { Issue.record("spelling \(index) of a number was not found: \(found)") }
        count += 1
      }
    }
    #expect(count == 60_000)
  }

  @Test(arguments: [
    // A check digit that is wrong is a slip of the pen.
    ("811228-9875", PersonalDataKind.likeIdentityNumber), ("811228-9874", .identityNumber),
    ("99850709-1234", .reserveNumber), ("850709-AB12", .reserveNumber), ("19850709-KA23", .reserveNumber),
    ("ada.ek@gran.example", .email), ("åsa@gran.kommun.example", .email), ("ada (at) gran.example", .email),
    ("ada[snabel-a]gran.example", .email), ("mailto:ada@gran.example", .email),
    ("6f1c8a52-90b7-4d3e-8f21-0a9b8c7d6e5f", .identifier), ("ID 0123456789abcdef0123456789abcdef", .identifier),
    ("070-123 45 67", .telephone), ("0731234567", .telephone), ("+46 70 123 45 67", .telephone),
    ("0046 (0)90-12 34 56", .telephone), ("090-12 34 56", .telephone), ("08-123 456 78", .telephone),
    ("0910/735 00", .telephone), ("192.168.10.20", .networkAddress),
    ("https://teams.microsoft.com/l/meetup-join/1", .meetingLink), ("us02web.zoom.us/j/123", .meetingLink),
    ("Lösenord: gran", .meetingLink), ("Passcode 1234", .meetingLink),
  ])
  func `of other kinds is told by its shape`(_ text: String, _ kind: PersonalDataKind) {
    #expect(kinds("Kontakt \(text).") == [kind])
    #expect(kinds("(\(text))") == [kind])
  }

  @Test(arguments: [
    "2024-04-19 kl. 08.15-12.00", "20240419", "Dnr HSN 49-2-2024", "KS 2023/0451", "RS 2019/123456",
    "Org.nr 212000-1234", "bankgiro 5050-1055", "§§ 3-5", "SFS 2017:612", "lag (2001:453)", "avsnitt 3.1.2.1",
    "1 234 567 kronor", "2 000-3 000 personer", "sid 12-14", "2024-2027", "30 000 000", "0,5 procent", "090 procent",
    "kl 10:00-15:30", "19/4 2024", "9/2-2017", "24-10-21", "@", "a@b", "A4", "facade", "bada", "version 10.2.1",
    "Gran 1:23", "0-18 år", "03-05", "den 1-2 maj", "2020-01-01 – 2024-12-31", "008-010",
  ])
  func `is nothing that public minutes are full of`(_ text: String) {
    #expect(kinds("Gruppen tog upp \(text).") == [])
    #expect(kinds(text) == [])
  }

  @Test(arguments: [
    ("på Storgatan 5", PersonalDataKind.streetAddress), ("Övre Ekvägen 12 B", .streetAddress),
    ("Ekbacken Prästgården 1:23", .property), ("fastigheten Åsbyn 12:104", .property), ("ABC 123", .numberPlate),
    ("bilen ÅABC12D", nil), ("en bil, ABC12D,", .numberPlate), ("SE45 5000 0000 0583 9825 7466", .account),
    ("4111 1111 1111 1111", .account), ("född den 9 juli 1985", .birthDate), ("Född 1985-07-09", .birthDate),
  ])
  func `that everyday text is full of is a warning`(_ text: String, _ kind: PersonalDataKind?) {
    let found = read(
      SourceFile(path: "protokoll/a.md", bytes: Array("# Protokoll Granrådet\n\n## 1. Ett\n\nNågon sa \(text).\n".utf8))
    )
    .diagnostics.filter { if case .personalData = $0.problem { true } else { false } }
    #expect(found.map(\.problem) == (kind.map { [.personalData($0)] } ?? []), "\(found)")
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    "Plats: Storgatan 5", "- **Adress:** Ekvägen 12", "KSN 123/2024", "SFS 2017:612", "SOSFS 2011:9",
    "Prop. 2021/22:10",
    "Start 09:30", "Torsdag 9:15", "skala 1:50", "barn födda 2015", "Bilaga 1:2", "Lunch 12:00", "LSG 123", "HSL 16:2",
    "4111 1111 1111 1112", "på vägen 5", "bågvägen 5", "Diagnoserna ökar i Gran kommun", "Ada Ek berättade om missbruk",
    "Missbruk och beroende, Bo Lind, Region Skog", "LVU-ärenden i Region Skog", "kl 10:30", "A4 12:3",
  ])
  func `is not warned of in what minutes are full of`(_ text: String) {
    let minutes =
      "# Protokoll Granrådet\n\nNärvarande:\nAda Ek, ordförande\nBo Lind, Tall kommun\n\n## 1. Ett\n\n\(text)\n"
    let found = read(SourceFile(path: "protokoll/a.md", bytes: Array(minutes.utf8))).diagnostics
      .filter { if case .personalData = $0.problem { true } else { false } }
    #expect(found == [])
  }

  @Test func `is a sensitive word near the name of one who has no role`() {
    func minutes(_ text: String) -> [String] {
      told("# Protokoll Granrådet\n\nNärvarande:\nAda Ek, ordförande\n\n## 1. Ett\n\n\(text)\n")
    }
    #expect(minutes("Ärendet gäller Eva Lundvik, som har diagnosen.") == ["sensitive-topic 8:39"])
    #expect(minutes("Ada Ek är sjukskriven. Ada Eks diagnos.") == [])
    #expect(minutes("Eva Lundvik är vald. " + String(repeating: "Text. ", count: 20) + "Missbruk.") == [])
    #expect(minutes("Eva Lundvik är vald.\n\nMissbruk.") == [])
  }

  @Test func `of a private address stays by no decision, but a function may have one`() {
    let text = minutes.replacing("ada@gran.example", with: "granradet@gmail.com")
    let exception =
      "---\nundantag:\n  - {gäller: e-post, skäl: x, beslutat: 2025-03-10 av Granrådet}\n---\n"
    #expect(told(exception + text) == ["private-email 9:12", "telephone 9:38"])
    #expect(told(text, roles: ["granradet@gmail.com", "0701234567"]) == [])
  }

  @Test func `that is only a warning is silenced by a decision`() {
    let text = "# Protokoll Granrådet\n\n## 1. Ett\n\nHuset på Storgatan 5.\n"
    #expect(told(text) == ["street-address 5:11"])
    #expect(
      told("---\nundantag: [{gäller: gatuadress, skäl: x, beslutat: 2025-03-10 av Granrådet}]\n---\n" + text) == [])
  }

  private func told(_ text: String, roles: Set<String> = []) -> [String] {
    read(SourceFile(path: "content/protokoll/a.md", bytes: Array(text.utf8)), roleAddresses: roles).diagnostics
      .filter { if case .personalData = $0.problem { true } else { false } }
      .map { "\($0.problem.id) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
  }

  private let minutes =
    "# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\nSkriv till ada@gran.example eller 070-123 45 67.\n"

  @Test func `is told at its line and column, wherever it stands`() {
    #expect(told(minutes) == ["email 5:12", "telephone 5:35"])
    #expect(told("---\nplats: 811228-9874\n---\n# Protokoll Granrådet\n") == ["identity-number 2:8"])
  }

  @Test func `that is a function's is none`() {
    #expect(told(minutes, roles: ["ada@gran.example", "0701234567"]) == [])
    #expect(
      told(minutes.replacing("070-", with: "+46 70-"), roles: ["ada@gran.example", roleAddress("070-1234567")]) == [])
  }

  @Test func `stays only where a decision lets it, and never an identity number`() {
    let exception =
      "---\nundantag:\n  - {gäller: e-post, skäl: Adressen är allmän., beslutat: 2025-03-10 av Granrådet}\n---\n"
    #expect(told(exception + minutes) == ["telephone 9:35"])
    let refused = "---\nundantag:\n  - {gäller: personnummer, skäl: x, beslutat: 2025-03-10 av Granrådet}\n---\n"
    #expect(told(refused + "# Protokoll\n\n811228-9874\n") == ["identity-number 7:1"])
    // Who decided, and when, must be told.
    #expect(told(exception.replacing(" av Granrådet", with: "") + minutes) == ["email 9:12", "telephone 9:35"])
  }

  @Test func `on a signature page is cut with it`() {
    let page =
      "\nUnderskrifter\n\nNAMN: Ada Ek\nTITEL, ORGANISATION: ordförande\nTID: 2025-03-10 08:46:34 +02:00\n"
      + "IDENTIFIKATIONS-ID: 0123456789abcdef0123456789abcdef\nE-POST: ada@gran.example\n"
    #expect(told(minutes.replacing("ada@gran.example eller 070-123 45 67", with: "oss") + page) == [])
  }
}
