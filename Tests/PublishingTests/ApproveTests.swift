import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct `samsyn approve` {
  let scratch: Scratch
  private static let file = "content/protokoll/a.md"

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      "content/uppdrag/a.md",
      "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\n"
        + "Protokollet justeras av ordföranden och en vald justerare.\n")
    try scratch.write(Self.file, Self.minutes)
  }

  private static let minutes = """
    # Protokoll Länsgruppen 2024-04-19

    Närvarande:
    Ada Ek, ordförande
    Bo Lind, justerare
    Eva Lo, Gran kommun
    Cai By, sekreterare

    Frånvarande:
    Fia Moe, Tall kommun

    ## 1. Planen

    Länsgruppen beslutade att godkänna planen.

    """

  private func approve(_ names: String..., on date: String = "2024-05-02", roles: [String] = []) throws -> Answer {
    try scratch.run(
      in: scratch.path,
      ["approve", Self.file, "--date", date] + names.flatMap { ["--by", $0] } + roles.flatMap { ["--role", $0] })
  }

  private var page: String? { scratch.tree()["moten/lansgruppen/2024-04-19/index.html"] }

  @Test func `writes an approval that meets the body's rule, and the minutes are public`() throws {
    let answer = try approve("ada ek", "Bo Lind", roles: ["ordförande", "justerare"])
    #expect(answer.status == 0)
    #expect(
      answer.errors
        == "content/protokoll/a.md: justerat 2024-05-02 av Ada Ek och Bo Lind; publicera det med samsyn build\n")
    #expect(
      scratch.tree("content")["protokoll/a.md"]
        == "---\njusterat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\n---\n\n" + Self.minutes)
    #expect(try #require(scratch.tree("content")["samsyn.lock"]).contains("dokument protokoll/a.md\n"))
    #expect(try scratch.run("build").status == 0)
    #expect(page != nil && scratch.litter.isEmpty)
  }

  @Test(
    arguments: [
      (["Fia Moe", "Bo Lind"], "2024-05-02", [], "Fia Moe står inte som närvarande"),
      (["Gun Rot"], "2024-05-02", [], "Gun Rot står inte som närvarande"),
      (["Eva Lo"], "2024-05-02", [], "Eva Lo valdes inte till justerare, utan Bo Lind"),
      (["Ada Ek", "Cai By"], "2024-05-02", [], "Cai By hade ingen av de rollerna på mötet"),
      (["Ada Ek", "Ada Ek"], "2024-05-02", [], "Ada Ek har redan justerat protokollet"),
      (["Ada Ek"], "2024-05-02", ["justerare"], "enligt protokollet var Ada Ek inte en justerare som valdes för mötet"),
      (["Ada Ek", "Bo Lind"], "2024-04-18", [], "före mötet 2024-04-19"),
      (["Ada Ek", "Bo Lind"], "2999-05-02", [], "det justeras först 2999-05-02"),
    ] as [([String], String, [String], String)])
  func `says what the rule asks and changes nothing when it is not met`(
    _ names: [String], _ date: String, _ roles: [String], _ words: String
  ) throws {
    let before = scratch.tree("content")
    let answer = try scratch.run(
      in: scratch.path,
      ["approve", Self.file, "--date", date] + names.flatMap { ["--by", $0] } + roles.flatMap { ["--role", $0] })
    #expect(answer.status == 1 && answer.errors.contains(words), "\(answer.errors)")
    #expect(scratch.tree("content") == before)
  }

  @Test func `takes one at a time, and withholds the minutes until all have approved`() throws {
    let first = try approve("Bo Lind", on: "2024-05-06")
    #expect(first.status == 0)
    #expect(
      first.errors.contains(
        "det ska justeras av mötets ordförande och en justerare som valdes för mötet (content/uppdrag/a.md:6), och mötets ordförande saknas"
      ))
    #expect(try scratch.run("build").status == 0)
    #expect(page == nil)
    #expect(try approve("Bo Lind").status == 1)
    #expect(try approve("Ada Ek", on: "2024-05-02").status == 0)
    #expect(
      try #require(scratch.tree("content")["protokoll/a.md"]).hasPrefix(
        "---\njusterat: 2024-05-06\njusterare: [Bo Lind, Ada Ek]\n---\n"))
    #expect(try scratch.run("build").status == 0)
    #expect(page != nil)
    let again = try approve("Eva Lo")
    #expect(again.status == 1 && again.errors.contains("redan justerat 2024-05-06 av Bo Lind och Ada Ek"))
  }

  @Test func `lets nobody approve another text than the one before`() throws {
    #expect(try approve("Bo Lind").status == 0)
    let changed = try #require(scratch.tree("content")["protokoll/a.md"]).replacing("godkänna", with: "avslå")
    try scratch.write(Self.file, changed)
    let answer = try approve("Ada Ek")
    #expect(answer.status == 1 && answer.errors.contains("a.md:19:1: error: Texten har ändrats sedan den godkändes"))
    #expect(scratch.tree("content")["protokoll/a.md"] == changed)
    // Approved by hand it is no better.
    try scratch.write(Self.file, changed.replacing("[Bo Lind]", with: "[Bo Lind, Ada Ek]"))
    #expect(try scratch.run("build").status == 1)
    // Before all have approved, they may begin anew.
    try scratch.write(Self.file, Self.minutes.replacing("godkänna", with: "avslå"))
    #expect(try approve("Ada Ek", "Bo Lind").status == 0)
    #expect(try scratch.run("build").status == 0)
    // After, they may not.
    try scratch.write(Self.file, Self.minutes)
    #expect(try approve("Ada Ek", "Bo Lind").status == 1)
  }

  @Test func `takes no approval of what has errors, is a draft, or is no minutes`() throws {
    try scratch.write(Self.file, Self.minutes + "\nRing anna.berg@gran.example.\n")
    let answer = try approve("Ada Ek")
    #expect(answer.status == 1 && answer.errors.contains("rätta felen först") && answer.errors.contains("[email]"))
    try scratch.write(Self.file, "---\nstatus: utkast\n---\n" + Self.minutes)
    #expect(try approve("Ada Ek").errors.contains("det är ett utkast"))
    #expect(
      try scratch.run("approve", "content/uppdrag/a.md", "--by", "Ada Ek", "--date", "2024-05-02").errors
        .contains("bara protokoll justeras"))
    let outside = try scratch.run("approve", "templates/layout.mustache", "--by", "Ada Ek", "--date", "2024-05-02")
    #expect(outside.status == 2 && outside.errors.contains("är inget dokument i content"))
    #expect(try scratch.run("approve", Self.file, "--date", "2024-05-02").status == 2)
  }
}
