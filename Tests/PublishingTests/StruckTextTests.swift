import Foundation
import Testing

@testable import Publishing

@Suite struct `Struck text of a site` {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      "content/uppdrag/a.md",
      "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\n"
        + "Protokollet justeras av ordföranden.\n")
  }

  private func write(_ frontMatter: String, _ struck: String) throws {
    try scratch.write(
      "content/protokoll/a.md",
      "---\norgan: Länsgruppen\ndatum: 2024-04-19\n\(frontMatter)\n---\n# Protokoll Länsgruppen\n\n"
        + "Närvarande:\nAda Ek, ordförande\n~~Bo Lind~~\n\n## 1. Planen\(struck)\n\n"
        + "Länsgruppen beslutade att godkänna\(struck) planen.\n\nDen är\(struck) klar.\n")
  }

  private static let approved = "justerat: 2024-05-02\njusterare: [Ada Ek]"

  @Test func `stops what would be published, and nothing where the minutes are withheld`() throws {
    try write(Self.approved, " ~~hemligen~~")
    let answer = try scratch.run("check")
    #expect(answer.status == 1)
    #expect(
      answer.errors.contains(
        "content/protokoll/a.md:13:1: error: Texten ”hemligen” är överstruken; skriv struket: ta bort"))
    try write("", " ~~hemligen~~")
    #expect(try scratch.run("check").status == 0)
    let preview = try scratch.run("build", "--drafts", "--output", "utkast")
    #expect(preview.status == 0 && preview.errors.contains("[struck-text]"))
    #expect(scratch.tree("utkast")["moten/lansgruppen/2024-04-19/index.html"]?.contains("<del>hemligen</del>") == true)
  }

  @Test func `that is removed leaves no trace in any file`() throws {
    try write(Self.approved + "\nstruket: ta bort", " ~~hemligen~~")
    #expect(try scratch.run("build", "--output", "struken").status == 0)
    try write(Self.approved + "\nstruket: ta bort", "")
    #expect(try scratch.run("build", "--output", "aldrig").status == 0)
    #expect(!scratch.tree("struken").isEmpty && scratch.tree("struken") == scratch.tree("aldrig"))
  }

  @Test func `that is shown is struck on the page, and in no title, decision or search`() throws {
    try write(Self.approved + "\nstruket: visa", " ~~hemligen~~")
    #expect(try scratch.run("build").status == 0)
    let found = scratch.tree().filter { $0.value.lowercased().contains("hemligen") }
    #expect(found.keys.sorted() == ["moten/lansgruppen/2024-04-19/index.html"])
    let page = try #require(found.values.first)
    #expect(page.split(separator: "hemligen").count == 3)
    #expect(page.split(separator: "<del>").count == 3)
  }
}
