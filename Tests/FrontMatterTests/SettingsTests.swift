import Testing

@testable import Reading
@testable import Records

@Suite struct SettingsTests {
  @Test func `without files every setting has its default`() {
    let (site, diagnostics) = readSettings(site: nil, people: nil, calendar: nil)
    #expect(site.name == "Samsyn" && site.baseURL == nil && site.principals.isEmpty && diagnostics.isEmpty)
  }

  @Test func `the three files fill one site`() {
    let (site, diagnostics) = readSettings(
      site: file(
        "samsyn.yml",
        """
        namn: Samverkan i Älvmark
        län: Älvmarks län
        adress: https://samverkan.example/alvmark
        kontakt: Koordinatorerna
        licens: CC0-1.0
        exempel: 2026-04-15
        huvudmän:
          - {namn: Region Älvmark, typ: region, alias: [Regionen]}
          - {namn: Almheds kommun, typ: kommun, alias: Almhed}
        organ:
          - namn: Länssamverkansgruppen
            alias: [LSG]
        """),
      people: file("personer.yml", "personer:\n  - {namn: Åsa Öberg, alias: [Åsa Ö]}\n"),
      calendar: file(
        "kalender.yml",
        "möten:\n  - organ: LSG\n    datum: 2026-05-20\n    tid: 9-12\n  - {organ: LSG, datum: 2026-09-01}\n"))
    #expect(diagnostics.isEmpty)
    #expect(site.name == "Samverkan i Älvmark" && site.county == "Älvmarks län" && site.licence == "CC0-1.0")
    #expect(site.baseURL == "https://samverkan.example/alvmark/")
    #expect(site.exampleDate?.description == "2026-04-15")
    #expect(site.principals.map(\.slug) == ["region-alvmark", "almheds-kommun"])
    #expect(site.principals.map(\.kind) == [.region, .municipality])
    #expect(site.principals.map(\.aliases) == [["Regionen"], ["Almhed"]])
    #expect(site.bodies == [Site.Name(name: "Länssamverkansgruppen", aliases: ["LSG"])])
    #expect(site.people.map(\.spellings) == [["Åsa Öberg", "Åsa Ö"]])
    #expect(site.planned.map(\.location.line) == [2, 5])
    #expect(site.planned.map(\.time) == ["9-12", nil])
  }

  @Test(arguments: [
    ("namm: x", "unknown-key", 1, 1), ("namn: [a]", "wrong-value", 1, 7),
    ("adress: samverkan.example", "wrong-value", 1, 9),
    ("adress: https://", "wrong-value", 1, 9), ("adress: \"https://a b/\"", "wrong-value", 1, 9),
    ("exempel: i dag", "wrong-value", 1, 10), ("huvudmän: Almhed", "wrong-value", 1, 12),
    ("huvudmän:\n  - {namm: Almhed}", "unknown-key", 2, 6), ("huvudmän:\n  - {typ: kommun}", "wrong-value", 2, 5),
    ("huvudmän:\n  - {namn: A, typ: stad}", "wrong-value", 2, 20), ("organ:\n  - LSG", "wrong-value", 2, 3),
    ("namn: a\nnamn: b", "duplicate-key", 2, 1), ("namn: \u{FF}", "", 0, 0),
  ])
  func `what is wrong in samsyn.yml is named where it stands`(_ text: String, _ id: String, _ line: Int, _ column: Int)
  {
    let diagnostics = readSettings(site: file("samsyn.yml", text), people: nil, calendar: nil).1
    #expect(diagnostics.first?.problem.id ?? "" == id)
    if !id.isEmpty {
      #expect(diagnostics.first?.location == SourceLocation(path: "samsyn.yml", line: line, column: column))
    }
  }

  @Test func `the name register says who is who and what is shown`() {
    let (site, diagnostics) = readSettings(
      site: nil,
      people: file(
        "personer.yml",
        """
        personer:
          - namn: Åsa Öberg
            huvudman: [Almheds kommun, Region Älvmark]
            skilj: Åsa Åberg
            tidigare: [asa-ob, asa-o]
          - {namn: Bo Lind, visa: roll}
          - {namn: Cia Ask, visa: dold}
        """), calendar: nil)
    #expect(diagnostics.isEmpty)
    #expect(
      site.people == [
        PersonEntry(
          name: "Åsa Öberg", principals: ["Almheds kommun", "Region Älvmark"], formerSlugs: ["asa-ob", "asa-o"],
          others: ["Åsa Åberg"], location: SourceLocation(path: "personer.yml", line: 2, column: 5)),
        PersonEntry(
          name: "Bo Lind", display: .role, location: SourceLocation(path: "personer.yml", line: 6, column: 5)),
        PersonEntry(
          name: "Cia Ask", display: .nothing, location: SourceLocation(path: "personer.yml", line: 7, column: 5)),
      ])
  }

  @Test(arguments: ["visa: gömd", "tidigare: Åsa Öberg", "tidigare: /personer/asa/", "alias: A, B", "roll: chef"])
  func `what is wrong in the name register is an error at its line`(_ line: String) {
    let text = "personer:\n  - namn: Åsa Öberg\n    \(line)\n"
    let diagnostics = readSettings(site: nil, people: file("personer.yml", text), calendar: nil).1
    #expect(diagnostics.map { $0.location?.line } == [3] && diagnostics[0].severity == .error)
  }

  @Test func `a file of settings that is not UTF-8 is refused with its line`() {
    let bytes = Array("namn: A\nlän: ".utf8) + [0xC5, 0x6C]
    let diagnostics = readSettings(site: SourceFile(path: "samsyn.yml", bytes: bytes), people: nil, calendar: nil).1
    #expect(diagnostics == [Diagnostic(.invalidUTF8, at: SourceLocation(path: "samsyn.yml", line: 2, column: 7))])
  }

  private func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, bytes: Array(text.utf8)) }

  @Test(arguments: ["myndighet", "förenlig", "brister", "prövad", "metod", "genomgången", "kontakt"])
  func `an accessibility statement has all that the law asks for, or is an error`(_ key: String) {
    let whole = """
      tillgänglighetsredogörelse:
        myndighet: Region Gran
        förenlig: delvis
        brister: [Kartan går inte att läsa upp]
        prövad: 2026-01-10
        metod: Vi prövade själva.
        genomgången: 2026-02-01
        kontakt: kansliet

      """
    let (site, none) = readSettings(site: file("samsyn.yml", whole), people: nil, calendar: nil)
    #expect(none.isEmpty && site.accessibility?.authority == "Region Gran" && site.accessibility?.conformance == .partial)
    #expect(site.accessibility?.complaints.hasPrefix("https://") == true)
    let lacking = whole.split(separator: "\n").filter { !$0.hasPrefix("  \(key):") }.joined(separator: "\n")
    let (less, told) = readSettings(site: file("samsyn.yml", lacking), people: nil, calendar: nil)
    #expect(told.count == 1 && told.first?.severity == .error && less.accessibility == nil, "\(told)")
  }
}
