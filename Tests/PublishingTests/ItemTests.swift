import Foundation
import Testing

@testable import Publishing

@Suite struct `Items of minutes` {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      "content/uppdrag/a.md",
      "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\n"
        + "Protokollet justeras av ordföranden och en vald justerare.\n")
  }

  private static let approved = "justerat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\n"
  private static let attendance = "Närvarande:\nAda Ek, ordförande\nBo Lind, justerare\nEva Lo, Gran kommun\n"

  /// The files of a site with these minutes.
  private func site(
    _ frontMatter: String, attendance: String = attendance, _ items: String, status: Int32 = 0
  ) throws -> [String: String] {
    try scratch.write(
      "content/protokoll/a.md",
      "---\norgan: Länsgruppen\ndatum: 2024-04-19\n\(frontMatter)---\n# Protokoll Länsgruppen\n\n\(attendance)\n\(items)"
    )
    try? FileManager.default.removeItem(atPath: scratch.path + "/ut")
    let answer = try scratch.run("build", "--output", "ut")
    #expect(answer.status == status, "\(answer.errors)")
    return scratch.tree("ut")
  }

  /// The files that the two do not share.
  private func different(_ a: [String: String], _ b: [String: String]) -> [String] {
    Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
  }

  private func page(_ tree: [String: String]) -> String { tree["moten/lansgruppen/2024-04-19/index.html"] ?? "" }

  private static let open = "## 1. Planen\n\nLänsgruppen beslutade att godkänna planen.\n\n"
  private static let last = "\n\n## 3. Övrigt\n\nInget.\n"

  /// One word in each field that an item can have.
  private static let secret = """
    ## 2. Zorbgrip, Zorb Presson (dnr ZORB 2024/7)

    Beslut

    Zorba Föresson redogjorde för zorberiet, och för Region Zorb. Zorbsvar lämnas senast den 3 juni 2024.
    Länsgruppen beslutade att zorba frågan till mötet den 30 september 2024.

    - Zorblistan, se [länken](https://zorb.example/zorb)

    | Zorbkolumn | b |
    |---|---|
    | zorbcell | `zorbkod` |

    Bilaga: Zorbilagan.pdf

    ### Zorbdel

    Nästa möte är den 8 augusti 2024.
    """

  @Test(arguments: ["sekretess: 25 kap. 1 § OSL", "sekretess: {lagrum: 25 kap. 1 § OSL, rubrik: ja}"])
  func `that are secret show their title and the law, and say nothing else anywhere`(_ secrecy: String) throws {
    let tree = try site(Self.approved + "punkter: {\"2\": {\(secrecy)}}\n", Self.open + Self.secret + Self.last)
    #expect(page(tree).contains("Uppgifterna omfattas av sekretess enligt 25 kap. 1 § OSL."))
    #expect(page(tree).contains("Zorbgrip"))
    #expect(tree["data/agenda-items.json"]?.contains(#""secrecy":"25 kap. 1 § OSL""#) == true)
    for (path, text) in tree {
      let found = text.lowercased().split(separator: "zorb").dropFirst().filter { !$0.hasPrefix("grip") }
      #expect(found.isEmpty, "\(path): \(found)")
      #expect(!path.contains("zorb"))
    }
    // Non-interference: whatever it says, no byte of the site is another.
    let other = "## 2. Zorbgrip\n\nNågot annat.\n"
    #expect(
      different(try site(Self.approved + "punkter: {\"2\": {\(secrecy)}}\n", Self.open + other + Self.last), tree) == []
    )
    let facts =
      "{rubrik: Zorbgrip, beslut: [Zorbbeslut], föredragande: [Zorb Sam], löften: [{text: Zorb, datum: 2024-06-03}], \(secrecy)}"
    #expect(
      different(try site(Self.approved + "punkter: {\"2\": \(facts)}\n", Self.open + Self.secret + Self.last), tree)
        == [])
  }

  @Test func `whose title is secret too show their number only`() throws {
    let frontMatter = Self.approved + "punkter: {\"2\": {sekretess: {lagrum: 25 kap. 1 § OSL, rubrik: nej}}}\n"
    let tree = try site(frontMatter, Self.open + Self.secret + Self.last)
    #expect(tree.filter { $0.value.lowercased().contains("zorb") }.keys.sorted() == [])
    #expect(page(tree).contains("§ 2</span> Sekretess"))
    #expect(different(try site(frontMatter, Self.open + "## 2. Annat\n\nText.\n" + Self.last), tree) == [])
  }

  @Test func `that are secret end at the next heading, not at a line that looks like another item`() throws {
    let frontMatter = Self.approved + "punkter: {\"2\": {sekretess: 25 kap. 1 § OSL}}\n"
    let tree = try site(
      frontMatter, Self.open + "## 2. Planer\n\n§ 7 Zorbgrannen\n\n~~Zorbstruket~~ 811228-9874\n" + Self.last)
    #expect(tree.filter { $0.value.lowercased().contains("zorb") }.keys.sorted() == [])
    #expect(different(try site(frontMatter, Self.open + "## 2. Planer\n\nText.\n" + Self.last), tree) == [])
  }

  @Test func `that are secret need a law`() throws {
    for value in ["ja", "{rubrik: nej}", "[]"] {
      let tree = try site(
        Self.approved + "punkter: {\"2\": {sekretess: \(value)}}\n", Self.open + Self.secret, status: 1)
      #expect(tree.keys.sorted() == [])
    }
    // One that is misnumbered is told, not passed over.
    let tree = try site(
      Self.approved + "punkter: {\"7\": {sekretess: 25 kap. 1 § OSL}}\n", Self.open + Self.secret, status: 1)
    #expect(tree.keys.sorted() == [])
  }

  @Test func `may become secret after they were published, without a correction`() throws {
    _ = try site(Self.approved, Self.open + Self.secret)
    #expect(try scratch.run("build").status == 0)
    _ = try site(Self.approved + "punkter: {\"2\": {sekretess: 25 kap. 1 § OSL}}\n", Self.open + Self.secret)
    #expect(try scratch.run("build").status == 0)
    _ = try site(Self.approved + "punkter: {\"2\": {rubrik: Ny}}\n", Self.open + Self.secret, status: 1)
  }

  private static let immediate = "punkter: {\"1\": {omedelbart justerad: {datum: 2024-04-19, av: [Ada Ek, Bo Lind]}}}\n"

  @Test func `that were approved at once are public before the rest, of which nothing is`() throws {
    let tree = try site(Self.immediate, Self.open + Self.secret + Self.last)
    #expect(
      page(tree).contains(
        #"Paragrafen är omedelbart justerad <time datetime="2024-04-19">19 april 2024</time> av Ada Ek och Bo Lind; protokollet i övrigt är inte justerat."#
      ))
    #expect(page(tree).contains("godkänna planen"))
    #expect(tree["data/meetings.json"]?.contains(#""excerpt":true"#) == true)
    #expect(tree["data/agenda-items.json"]?.contains(#""approvers":["Ada Ek","Bo Lind"],"date":"2024-04-19""#) == true)
    for (path, text) in tree {
      for word in ["zorb", "eva lo", "övrigt\"", "närvaro</"] {
        #expect(!text.lowercased().contains(word), "\(path)")
      }
    }
    let others = Self.attendance + "Cai By, sekreterare\n\nFrånvarande:\nFia Moe, Tall kommun\n"
    let head = "Plats: Granby\nTid: 09.00-12.00\nDnr: A 17\n\n"
    #expect(
      different(try site(Self.immediate, attendance: head + others, Self.open + "## 2. Annat\n\nText.\n"), tree) == [])
    #expect(different(try site(Self.immediate + "plats: Tallby\nsekreterare: Cai By\n", Self.open), tree) == [])
    // What is wrong in the rest stops nothing.
    #expect(
      different(try site(Self.immediate, Self.open + "## 2. Annat\n\nRing anna.berg@gran.example, ~~nu~~.\n"), tree)
        == [])
    let answer = try scratch.run("check")
    #expect(answer.errors.contains("withheld: protokollet är inte justerat"))
  }

  @Test func `that were approved at once are not locked as the whole minutes are`() throws {
    _ = try site(Self.immediate, Self.open + Self.secret)
    #expect(try scratch.run("build").status == 0)
    _ = try site(Self.approved + Self.immediate, Self.open + Self.last)
    #expect(try scratch.run("build").status == 0)
    let page = try #require(scratch.tree()["moten/lansgruppen/2024-04-19/index.html"])
    #expect(
      page.contains("Övrigt") && page.contains("omedelbart justerad") && !page.contains("i övrigt är inte justerat"))
  }

  @Test(arguments: [
    "{datum: 2024-04-19, av: [Ada Ek]}", "{datum: 2024-04-19, av: [Ada Ek, Eva Lo]}",
    "{datum: 2024-04-18, av: [Ada Ek, Bo Lind]}", "{datum: 2999-04-18, av: [Ada Ek, Bo Lind]}", "{datum: 2024-04-19}",
  ])
  func `that were not approved as the rule asks are withheld with the rest`(_ approval: String) throws {
    let tree = try site("punkter: {\"1\": {omedelbart justerad: \(approval)}}\n", Self.open)
    #expect(page(tree) == "" && tree.keys.contains("index.html"))
    for (path, text) in tree { #expect(!text.contains("godkänna planen"), "\(path)") }
  }

  @Test func `that are drafts are public by no approval`() throws {
    #expect(page(try site("status: utkast\n" + Self.immediate, Self.open)).isEmpty)
  }
}
