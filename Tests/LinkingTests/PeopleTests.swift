import Linking
import Records
import Testing

/// A meeting for each list of those who were there.
private func meetings(_ lists: String...) -> [String: String] {
  var files: [String: String] = [:]
  for (index, list) in lists.enumerated() {
    files["protokoll/\(index).md"] = minutes(
      "Granrådet", "2025-0\(index + 1)-03", "Ada Ek talade.", attendance: "## Närvarande\n\n\(list)")
  }
  return files
}

private func site(_ people: PersonEntry...) -> Site {
  var site = Site()
  site.people = people
  site.principals = ["Gran kommun", "Tall kommun"].map { Principal(name: $0, slug: "", kind: .municipality) }
  return site
}

private func problems(_ files: [String: String], _ site: Site) -> [Problem] {
  linked(files, site: site).diagnostics.map(\.problem)
}

@Suite struct `People of the register` {
  @Test func `of one name and two principals have a page each, and the address carries the principal`() {
    let archive = archive(
      meetings("Ada Ek, Gran kommun", "Ada Ek, Tall kommun"),
      site: site(
        PersonEntry(name: "Ada Ek", principals: ["Gran kommun"]),
        PersonEntry(name: "Ada Ek", principals: ["Tall kommun"])))
    #expect(archive.people.map(\.slug) == ["ada-ek-gran-kommun", "ada-ek-tall-kommun"])
    #expect(archive.people.map(\.attendance.count) == [1, 1])
  }

  @Test func `that are two have the same addresses before the other has sat anywhere`() {
    let archive = archive(
      meetings("Ada Ek, Gran kommun"),
      site: site(
        PersonEntry(name: "Ada Ek", principals: ["Gran kommun"]),
        PersonEntry(name: "Ada Ek", principals: ["Tall kommun"])))
    #expect(archive.people.map(\.slug) == ["ada-ek-gran-kommun"])
  }

  @Test func `who went from one principal to another are one`() {
    let archive = archive(
      meetings("Ada Ek, Gran kommun", "Ada Ek, Tall kommun", "Ada Ek"),
      site: site(PersonEntry(name: "Ada Ek", principals: ["Gran kommun", "Tall kommun"])))
    #expect(archive.people.map(\.slug) == ["ada-ek"])
    #expect(archive.people[0].attendance.count == 3)
    #expect(archive.people[0].principal.map { archive[$0].name } == "Tall kommun")
  }

  @Test func `have an alias for their own principal only`() {
    let archive = archive(
      meetings("Per-Olof Vik, Gran kommun", "P-O Vik, Gran kommun", "P-O Vik, Tall kommun"),
      site: site(PersonEntry(name: "Per-Olof Vik", aliases: ["P-O Vik"], principals: ["Gran kommun"])))
    #expect(archive.people.map(\.name) == ["P-O Vik", "Per-Olof Vik"])
    #expect(archive.people.map(\.attendance.count) == [1, 2])
  }

  @Test func `are those with a seat: presenters and guests have no page`() {
    let files = [
      "protokoll/a.md": minutes(
        "Granrådet", "2025-03-03", "Föredragande: Bo Lind, FoU Skog\n\nText.",
        attendance: "## Närvarande\n\nAda Ek, Gran kommun\n\n## Inbjudna\n\nCia Ask, Gran kommun")
    ]
    let archive = archive(files, site: site())
    #expect(archive.meetings[0].minutes.items[0].presenters.map(\.name) == ["Bo Lind"])
    #expect(archive.people.map(\.name) == ["Ada Ek"])
  }
}

@Suite struct `A name that is not to be shown` {
  private let everywhere = [
    "protokoll/a.md": """
    ---
    organ: Granrådet
    datum: 2025-03-03
    ordförande: Ada Ek
    sekreterare: Ada Ek
    justerat: 2025-03-04
    justerare: [Ada Ek]
    ---
    ## Närvarande

    Ada Ek (S), socialchef, Gran kommun
    Bo Lind, ersätter Ada Ek, Gran kommun

    ## 1. Ett

    Föredragande: Ada Ek, socialchef

    Inget.

    ## 2. Två

    Mer.
    """
  ]

  @Test(arguments: [PersonEntry.Display.role, .nothing])
  func `is in no fact that leaves the linker`(_ display: PersonEntry.Display) {
    let archive = archive(
      everywhere, site: site(PersonEntry(name: "Ada Ek", aliases: ["Ada Eek"], display: display)))
    #expect(archive.meetings[0].minutes.items[0].presenters.count == 1)
    #expect(archive.meetings[0].approval?.approvers.count == 1)
    let all = "\(archive)"
    #expect(!all.contains("Ada Ek") && !all.contains("ada-ek") && !all.contains("Ada Eek"))
  }

  @Test func `is replaced by the role at the meeting and the organisation`() throws {
    let archive = archive(everywhere, site: site(PersonEntry(name: "Ada Ek", display: .role)))
    #expect(archive.meetings[0].minutes.attendance[0].name == "Socialchef, Gran kommun")
    #expect(archive.meetings[0].minutes.chair?.value == "Socialchef, Gran kommun")
    let person = try #require(archive.people.first { $0.slug.hasPrefix("foretradare") })
    #expect(person.slug == "foretradare-for-gran-kommun" && person.name == "Socialchef, Gran kommun")
  }

  @Test func `leaves the principal, and no person`() {
    let archive = archive(everywhere, site: site(PersonEntry(name: "Ada Ek", display: .nothing)))
    let row = archive.meetings[0].minutes.attendance[0]
    #expect(row.name == "Namn visas inte" && row.role == nil && row.party == nil)
    #expect(archive.meetings[0].principals[0].map { archive[$0].name } == "Gran kommun")
    #expect(archive.meetings[0].people[0] == nil)
    #expect(archive.people.map(\.name) == ["Bo Lind"])
  }

  @Test(arguments: [PersonEntry.Display.role, .nothing])
  func `stands in the minutes' own text as it was, without a link`(_ display: PersonEntry.Display) {
    let archive = archive(
      meetings("Ada Ek, Gran kommun"), site: site(PersonEntry(name: "Ada Ek", display: display)))
    #expect(marked(archive.meetings[0].minutes.items[0].blocks, in: archive) == "Ada Ek talade.")
  }

  @Test func `is not linked to another of the same name`() {
    let archive = archive(
      meetings("Ada Ek, Gran kommun", "Ada Ek, Tall kommun"),
      site: site(
        PersonEntry(name: "Ada Ek", principals: ["Gran kommun"], display: .nothing),
        PersonEntry(name: "Ada Ek", principals: ["Tall kommun"])))
    #expect(archive.people.map(\.slug) == ["ada-ek-tall-kommun"])
    #expect(archive.meetings.map { $0.minutes.attendance[0].name } == ["Namn visas inte", "Ada Ek"])
    #expect(marked(archive.meetings[1].minutes.items[0].blocks, in: archive) == "Ada Ek talade.")
  }

  @Test func `is hidden also where it stands without its principal, and among guests`() {
    let files = [
      "protokoll/a.md": minutes(
        "Granrådet", "2025-03-03", "x", attendance: "## Närvarande\n\nAda Ek, Gran kommun"),
      "protokoll/b.md": minutes("Granrådet", "2025-04-03", "x", attendance: "## Närvarande\n\nAda Ek"),
      "protokoll/c.md": minutes("Granrådet", "2025-05-03", "x", attendance: "## Inbjudna\n\nAda Ek, Gran kommun"),
    ]
    let entry = PersonEntry(name: "Ada Ek", principals: ["Gran kommun"], display: .nothing)
    let archive = archive(files, site: site(entry))
    #expect(archive.meetings.map { $0.minutes.attendance[0].name } == Array(repeating: "Namn visas inte", count: 3))
  }

  @Test func `of two in one role has a page for each`() {
    let archive = archive(
      meetings("Ada Ek, Gran kommun\nBo Lind, Gran kommun"),
      site: site(PersonEntry(name: "Bo Lind", display: .role), PersonEntry(name: "Ada Ek", display: .role)))
    #expect(archive.people.map(\.name) == ["Företrädare för Gran kommun", "Företrädare för Gran kommun (2)"])
    #expect(archive.people.map(\.slug) == ["foretradare-for-gran-kommun", "foretradare-for-gran-kommun-2"])
  }
}

@Suite struct `What the register cannot mean` {
  @Test func `is a name that two claim`() {
    let (a, b) = (SourceLocation(path: "personer.yml", line: 2), SourceLocation(path: "personer.yml", line: 3))
    let site = site(
      PersonEntry(name: "Ada Ek", aliases: ["Ada Eek"], location: a), PersonEntry(name: "Ada Eek", location: b))
    #expect(
      linked(meetings("Ada Ek, Gran kommun"), site: site).diagnostics
        == [Diagnostic(.nameClaimedTwice(name: "Ada Eek", by: a), at: b)])
  }

  @Test func `is a name that is another's too`() {
    let entry = PersonEntry(name: "Ada Ek", aliases: ["Ada Eek"], others: ["Ada Eek"])
    #expect(
      problems(meetings("Ada Ek"), site(entry)) == [.nameClaimedTwice(name: "Ada Eek", by: entry.location)])
  }

  @Test func `is a principal that nobody knows, and until it is right the name stays hidden`() {
    let site = site(PersonEntry(name: "Ada Ek", principals: ["Grann kommun"], display: .nothing))
    let (archive, diagnostics) = linked(meetings("Ada Ek, Gran kommun"), site: site)
    #expect(diagnostics.map(\.problem) == [.unknownPrincipal(name: "Grann kommun", nearest: "Gran kommun")])
    #expect(diagnostics[0].severity == .error && archive.people.isEmpty)
  }

  @Test func `is an old address that is somebody's, or that two claim`() {
    let files = meetings("Ada Ek, Gran kommun\nBo Lind, Gran kommun")
    let taken = site(PersonEntry(name: "Ada Ek", formerSlugs: ["bo-lind"]))
    #expect(problems(files, taken) == [.formerAddressTaken(address: "bo-lind")])
    let own = site(PersonEntry(name: "Ada Ek", formerSlugs: ["ada-ek"]))
    #expect(problems(files, own) == [.formerAddressTaken(address: "ada-ek")])
    let twice = site(
      PersonEntry(name: "Ada Ek", formerSlugs: ["a-ek"]), PersonEntry(name: "Bo Lind", formerSlugs: ["a-ek"]))
    #expect(problems(files, twice) == [.formerAddressTaken(address: "a-ek")])
  }

  @Test func `is an old address of two`() {
    let site = site(PersonEntry(name: "Ada Ek", formerSlugs: ["a-ek"]))
    #expect(
      problems(meetings("Ada Ek, Gran kommun", "Ada Ek, Tall kommun"), site) == [
        .formerAddressUnclear(address: "a-ek")
      ])
  }
}

struct SimilarCase: CustomTestStringConvertible, Sendable {
  var testDescription: String { "\(rare) \(common)" }
  var rare: String
  var common: String

  init(_ rare: String, _ common: String) {
    self.rare = rare
    self.common = common
  }
}

@Suite struct `Names that may be one person` {
  private func told(_ files: [String: String], _ entries: PersonEntry...) -> [String] {
    var site = site()
    site.people = entries
    return surveyed(files, site: site).compactMap {
      if case .similarNames(let rare, let common, _) = $0.problem { "\(rare) → \(common)" } else { nil }
    }
  }

  @Test(arguments: [
    SimilarCase("Ida Länsbrå", "Ida Länsbro"), SimilarCase("Ida Zemrén", "Ida Zembrén"),
    SimilarCase("Ida Lnäsbro", "Ida Länsbro"), SimilarCase("Eva Strand", "Eva Moberg Strand"),
    SimilarCase("Eva Moberg", "Eva Moberg-Strand"), SimilarCase("P-O Vik", "Per-Olof Vik"),
    SimilarCase("P.O. Vik", "Per-Olof Vik"), SimilarCase("PO Vik", "Per Olof Vik"), SimilarCase("K Vik", "Karin Vik"),
    SimilarCase("Annmarie Vik", "Ann-Marie Vik"), SimilarCase("Ek Ada", "Ada Ek"),
    SimilarCase("Christer Carlson", "Krister Karlsson"), SimilarCase("Helen Viklund", "Helén Wiklund"),
  ])
  func `are told, the one with fewer meetings first`(_ test: SimilarCase) {
    let (rare, common) = ("\(test.rare), Gran kommun", "\(test.common), Gran kommun")
    #expect(told(meetings(common, rare, common)) == ["\(test.rare) → \(test.common)"])
  }

  @Test(arguments: [
    SimilarCase("Eva Lind", "Eva Lund"), SimilarCase("Anna Hansson", "Anna Jansson"),
    SimilarCase("Jan Karlsson", "Jan Larsson"), SimilarCase("Ada Ek", "Ida Ek"), SimilarCase("Bo Lind", "Bo Lindberg"),
    SimilarCase("Karin Vik", "Kerstin Vik"), SimilarCase("Eva Strand Ek", "Eva Moberg Strand"),
  ])
  func `are not those of two who are only alike`(_ test: SimilarCase) {
    #expect(told(meetings("\(test.rare), Gran kommun", "\(test.common), Gran kommun")) == [])
  }

  @Test func `are of one principal, or of none that is known`() {
    #expect(told(meetings("Ida Länsbro, Gran kommun", "Ida Länsbrå, Tall kommun")) == [])
    #expect(told(meetings("Ida Länsbro, Gran kommun", "Ida Länsbrå")) == ["Ida Länsbrå → Ida Länsbro"])
  }

  @Test func `are not those of two who sat at one table`() {
    #expect(told(meetings("Ida Länsbro, Gran kommun\nIda Länsbrå, Gran kommun", "Ida Länsbrå, Gran kommun")) == [])
  }

  @Test func `are no initials that may be either of two`() {
    #expect(told(meetings("Karin Vik, Gran kommun", "Kerstin Vik, Gran kommun", "K Vik, Gran kommun")) == [])
  }

  @Test func `are settled by one line of the register, either way`() {
    let files = meetings("Ida Länsbro, Gran kommun", "Ida Länsbrå, Gran kommun")
    #expect(told(files, PersonEntry(name: "Ida Länsbro", aliases: ["Ida Länsbrå"])) == [])
    #expect(told(files, PersonEntry(name: "Ida Länsbro", others: ["Ida Länsbrå"])) == [])
    #expect(told(files, PersonEntry(name: "Ida Länsbro"), PersonEntry(name: "Ida Länsbrå")) == [])
  }

  @Test func `are told with both places, and merged by nobody`() {
    let files = meetings("Ida Länsbro, Gran kommun", "Ida Länsbro, Gran kommun", "Ida Länsbrå, Gran kommun")
    #expect(
      surveyed(files, site: site()) == [
        Diagnostic(
          .similarNames(
            rare: "Ida Länsbrå", common: "Ida Länsbro", at: SourceLocation(path: "content/protokoll/0.md", line: 9)),
          at: SourceLocation(path: "content/protokoll/2.md", line: 9))
      ])
    #expect(archive(files, site: site()).people.count == 2)
  }

  @Test func `of an entry whose name is hidden are told, for they would be shown`() {
    let files = meetings("Ida Länsbro, Gran kommun", "Ida Länsbrå, Gran kommun")
    #expect(told(files, PersonEntry(name: "Ida Länsbro", display: .nothing)) == ["Ida Länsbrå → Ida Länsbro"])
  }

  @Test func `that stand in no minutes are told where the register has them`() {
    let place = SourceLocation(path: "personer.yml", line: 7)
    var site = site()
    site.people = [
      PersonEntry(name: "Ada Ek"), PersonEntry(name: "Ada Eek", location: place),
      PersonEntry(name: "Bo Lind", principals: ["Tall kommun"], location: place),
    ]
    // Minutes that are not yet approved count: an entry may be there before its person is public.
    let files = [
      "protokoll/a.md": minutes(
        "Granrådet", "2025-03-03", "x", attendance: "## Närvarande\n\nAda Ek, Gran kommun\nBo Lind, Gran kommun",
        approved: false)
    ]
    #expect(
      surveyed(files, site: site) == [
        Diagnostic(.nameOfNobody(name: "Ada Eek"), at: place), Diagnostic(.nameOfNobody(name: "Bo Lind"), at: place),
      ])
  }
}
