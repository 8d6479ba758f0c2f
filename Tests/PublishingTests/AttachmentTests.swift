import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct `Attachments` {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      "content/uppdrag/a.md",
      "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\n"
        + "Protokollet justeras av ordföranden och en vald justerare.\n")
  }

  private static let approved = "justerat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\n"

  private func minutes(_ frontMatter: String, _ items: String = "## 1. Planen\n\nText.\n") throws {
    try scratch.write(
      "content/protokoll/2024/lans-april.md",
      "---\norgan: Länsgruppen\ndatum: 2024-04-19\n\(frontMatter)---\n# Protokoll Länsgruppen\n\n"
        + "Närvarande:\nAda Ek, ordförande\nBo Lind, justerare\n\n\(items)")
  }

  private func file(_ name: String, _ text: String = "a;b\n1;2\n") throws {
    try scratch.write("content/bilagor/lans-april/\(name)", text)
  }

  private func built(_ status: Int32 = 0) throws -> (tree: [String: String], errors: String) {
    let answer = try scratch.run("build", "--output", "ut")
    #expect(answer.status == status, "\(answer.errors)")
    return (scratch.tree("ut"), answer.errors)
  }

  private let place = "moten/lansgruppen/2024-04-19/"

  @Test func `are published under the address of their document, and listed with name, kind and size`() throws {
    try minutes(
      Self.approved + "bilagor:\n  - {fil: Årsrapport 2023.CSV, titel: Årets siffror, punkt: \"1\"}\n  - plan.txt\n")
    try file("Årsrapport 2023.CSV")
    try file("plan.txt", String(repeating: "Planen. ", count: 200))
    let (tree, errors) = try built()
    #expect(errors.contains("warning") == false, "\(errors)")
    #expect(tree[place + "arsrapport-2023.csv"] == "a;b\n1;2\n")
    #expect(tree[place + "plan.txt"]?.count == 1600)
    let page = try #require(tree[place + "index.html"])
    #expect(
      page.contains(#"<a href="arsrapport-2023.csv">Årets siffror</a> <span class="meta">(tabell i CSV, 8 byte)"#))
    #expect(page.contains(##"<a class="meta" href="#p1">§ 1 Planen</a>"##))
    #expect(page.contains(#"<a href="plan.txt">plan</a> <span class="meta">(text, 2 kB)"#))
    let record =
      #""attachments":[{"agendaItem":"item:lansgruppen:2024-04-19:p1","kind":"csv","size":8,"title":"Årets siffror","url":"moten/lansgruppen/2024-04-19/arsrapport-2023.csv"},{"kind":"txt","size":1600,"title":"plan","url":"moten/lansgruppen/2024-04-19/plan.txt"}]"#
      .replacing("item:lansgruppen:2024-04-19:p1", with: "item:lansgruppen:2024-04-19:1")
    #expect(tree["data/meetings.json"]?.contains(record) == true, "\(tree["data/meetings.json"] ?? "")")
    #expect(tree[place + "index.json"]?.contains(record) == true)
  }

  @Test func `of an agreement have the address of its version, which stays when a newer one comes`() throws {
    func agreement(_ year: Int) throws {
      try scratch.write(
        "content/avtal/avtal-\(year).md",
        "---\nid: brunn\ntitel: Avtal om brunnar\ngiltig från: \(year)-01-01\nantaget: 2023-12-01\nbilagor: [taxa.csv]\n---\n\nText.\n"
      )
      try scratch.write("content/bilagor/avtal-\(year)/taxa.csv", "\(year)\n")
    }
    try agreement(2024)
    let (tree, _) = try built()
    #expect(tree["avtal/brunn/2024-01-01/taxa.csv"] == "2024\n")
    #expect(tree["avtal/brunn/index.html"]?.contains(#"<a href="2024-01-01/taxa.csv">taxa</a>"#) == true)
    try agreement(2025)
    let (both, _) = try built()
    #expect(both["avtal/brunn/2024-01-01/taxa.csv"] == "2024\n" && both["avtal/brunn/2025-01-01/taxa.csv"] == "2025\n")
    #expect(both["avtal/brunn/2024-01-01/index.html"]?.contains(#"<a href="taxa.csv">taxa</a>"#) == true)
    #expect(both["data/agreements.json"]?.contains(#""url":"avtal/brunn/2025-01-01/taxa.csv""#) == true)
  }

  @Test func `that are printed in the text are links where the name is certain, and belong to that item`() throws {
    try minutes(
      Self.approved + "bilagor: [{fil: b1.csv, titel: \"Bilaga 1: Taxa\"}, {fil: karta.csv, titel: Karta}, plan.csv]\n",
      "## 1. Taxan\n\nTaxan gäller.\n\nBilaga 1\n\n## 2. Kartan\n\nKartan och planeringen.\n\nBilagor: Karta, budget\n\n## 3. Planer\n\nText.\n"
    )
    for name in ["b1", "karta", "plan"] { try file("\(name).csv") }
    let page = try #require(try built().tree[place + "index.html"])
    #expect(page.contains(#"<p><a href="b1.csv">Bilaga 1</a></p>"#), "\(page)")
    #expect(page.contains(#"Bilagor: <a href="karta.csv">Karta</a>, budget"#), "\(page)")
    #expect(page.contains(##"href="#p1">§ 1 Taxan</a></li>"##) && page.contains(##"href="#p2">§ 2 Kartan</a></li>"##))
    #expect(page.matches(of: /"plan\.csv"/).count == 1)
  }

  @Test func `that nobody can be sure to read are not published, but listed`() throws {
    let tagged = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/MarkInfo<</Marked true>>>>\nendobj\n"
    try minutes(
      Self.approved
        + "bilagor:\n  - tagg.pdf\n  - otagg.pdf\n  - {fil: sagd.pdf, tillgänglig: ja}\n  - {fil: nej.pdf, tillgänglig: nej}\n"
    )
    try file("tagg.pdf", tagged)
    for name in ["otagg", "sagd"] { try file("\(name).pdf", "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n") }
    try file("nej.pdf", tagged)
    let (tree, errors) = try built()
    #expect(tree.keys.filter { $0.hasSuffix(".pdf") }.sorted() == [place + "sagd.pdf", place + "tagg.pdf"])
    #expect(tree[place + "index.html"]?.contains("otagg <span class=\"meta\">(PDF; lämnas ut på begäran)") == true)
    #expect(tree["data/meetings.json"]?.contains(#"{"kind":"pdf","onRequest":true,"title":"nej"}"#) == true)
    #expect(errors.contains("lans-april.md:8:1: warning: Bilagan ”otagg.pdf” publiceras inte"), "\(errors)")
    #expect(errors.matches(of: /attachment-not-accessible/).count == 1)
  }

  @Test func `that are not listed, or listed and not there, are errors with the line to write`() throws {
    try minutes(Self.approved + "bilagor: [karta.csv]\n")
    try file("kartan.csv")
    let (tree, errors) = try built(1)
    #expect(tree.isEmpty)
    #expect(
      errors.contains(
        "lans-april.md:6:1: error: Bilagan ”karta.csv” finns inte i bilagor/lans-april; menade du ”kartan.csv”?"),
      "\(errors)")
    #expect(errors.contains("skriv bilagor: [{fil: kartan.csv, titel: vad den heter}] överst"), "\(errors)")
  }

  @Test(arguments: [
    ("a.exe", "MZ", "av ett slag som inte publiceras"), ("a.svg", "<svg/>", "av ett slag"), ("a", "x", "av ett slag"),
    ("a.docm", "PK", "av ett slag"), ("a.pdf", "<html>", "inte vad ändelsen säger"), ("a.csv", "a\u{0}b", "inte vad"),
    ("a.docx", "PK\u{3}\u{4}", "inte vad"), ("?!.csv", "a", "inga bokstäver"),
    ("a.csv", "Namn;811228-9874\n", "står ett personnummer, som aldrig får publiceras"),
    ("a.txt", "Ring 070-123 45 67", "står ett telefonnummer; ta bort"),
    ("a.txt", "8112\u{200B}28-9874", "står ett personnummer"),
  ])
  func `that may not go out stop the build, and show nothing of what they hold`(
    _ name: String, _ text: String, _ words: String
  ) throws {
    try minutes(Self.approved + "bilagor: [\"\(name)\"]\n")
    try file(name, text)
    let (tree, errors) = try built(1)
    #expect(tree.isEmpty && errors.contains(words), "\(errors)")
    #expect(!errors.contains("9874") && !errors.contains("123 45"))
  }

  @Test func `may hold what a decision lets stand, and the addresses of functions`() throws {
    try scratch.write("content/samsyn.yml", "funktionsadresser: [info@gran.example]\n")
    try minutes(
      Self.approved
        + "bilagor: [a.csv]\nundantag: [{gäller: telefon, skäl: Växeln, beslutat: 2024-05-01 av Länsgruppen}]\n")
    try file("a.csv", "070-123 45 67;info@gran.example\n")
    #expect(try built().tree[place + "a.csv"] != nil)
  }

  @Test func `lie in the folder of one document, and are no links to elsewhere`() throws {
    try minutes(Self.approved)
    try scratch.write("content/bilagor/lans-apri/a.csv", "a")
    try scratch.write("content/bilagor/b.csv", "a")
    let (_, errors) = try built(1)
    #expect(
      errors.contains(
        "Mappen ”lans-apri” med bilagor hör till inget protokoll eller avtal, så inget i den publiceras; menade du ”lans-april”?"
      ), "\(errors)")
    #expect(errors.contains("content/bilagor/b.csv:1:1: error: Filen ligger inte i något dokuments mapp"), "\(errors)")
    try FileManager.default.removeItem(atPath: scratch.path + "/content/bilagor")
    try minutes(Self.approved + "bilagor: [a.csv]\n")
    try file("b.csv")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/content/bilagor/lans-april/a.csv", withDestinationPath: "/etc/passwd")
    #expect(try built(1).errors.contains("Symboliska länkar följs inte"))
    try FileManager.default.removeItem(atPath: scratch.path + "/content/bilagor")
    try file("a.csv")
    try scratch.write("content/avtal/lans-april.md", "---\nantaget: 2024-01-01\n---\n# Avtal om brunnar\n\nText.\n")
    #expect(
      try built(1).errors.contains("kan höra till content/avtal/lans-april.md och content/protokoll/2024/lans-april.md")
    )
  }

  @Test func `of what is withheld leave no trace, and are not even opened`() throws {
    try file("zorb.csv", "zorbinnehåll 811228-9874")
    try minutes("bilagor: [{fil: zorb.csv, titel: Zorbtitel}]\n")
    let (tree, errors) = try built()
    #expect(errors.contains("withheld") && !errors.contains("attachment"))
    for (path, text) in tree { #expect(!path.contains("zorb") && !text.lowercased().contains("zorb"), "\(path)") }
    try FileManager.default.removeItem(atPath: scratch.path + "/content/bilagor")
    try FileManager.default.removeItem(atPath: scratch.path + "/content/protokoll")
    #expect(try built().tree == tree)
  }

  @Test func `of a secret item leave no trace; of one approved at once they go with it`() throws {
    let items = "## 1. Öppet\n\nText.\n\n## 2. Hemligt\n\nBilaga: zorb.csv\n"
    let attachments = "bilagor: [{fil: a.csv, punkt: \"1\"}, {fil: zorb.csv, titel: Zorbtitel, punkt: \"2\"}]\n"
    try file("a.csv")
    try file("zorb.csv", "zorbinnehåll 811228-9874")
    for state in [
      Self.approved + "punkter: {\"2\": {sekretess: 25 kap. 1 § OSL}}\n",
      "punkter: {\"1\": {omedelbart justerad: {datum: 2024-04-19, av: [Ada Ek, Bo Lind]}}}\n",
    ] {
      try minutes(state + attachments, items)
      let (tree, _) = try built()
      #expect(tree[place + "a.csv"] != nil)
      for (path, text) in tree { #expect(!path.contains("zorb") && !text.lowercased().contains("zorb"), "\(path)") }
    }
  }

  @Test func `are copied whole, however large, and shared with the old site when they are as before`() throws {
    let large = String(repeating: "0123456789abcde\n", count: 200_000)
    try minutes(Self.approved + "bilagor: [stor.csv]\n")
    try file("stor.csv", large)
    #expect(try built().tree[place + "stor.csv"] == large)
    let first = try scratch.inode("ut/\(place)stor.csv")
    #expect(try scratch.inode("content/bilagor/lans-april/stor.csv") != first)
    _ = try built()
    #expect(try scratch.inode("ut/\(place)stor.csv") == first)
    try file("stor.csv", "ny")
    #expect(try built().tree[place + "stor.csv"] == "ny")
  }

  @Test func `that change while they are looked at are not published`() throws {
    try scratch.write("a.csv", "a")
    let (version, _) = try Disk.version(scratch.path + "/a.csv", limit: 10)
    try scratch.write("a.csv", "811228-9874")
    #expect(throws: Obstacle.self) {
      try scratch.publish([Output(path: "a.csv", copying: version)], at: scratch.folder)
    }
    #expect(scratch.tree().isEmpty && scratch.litter == ["a.csv"])
  }

  @Test func `name what is wrong when the schema is not followed`() throws {
    try minutes(
      Self.approved + "bilagor: [{titel: Plan}, {fil: a.csv, punkt: \"7\"}, {fil: a.csv, tillgänglig: kanske}]\n")
    let (_, errors) = try built(1)
    #expect(
      errors.contains("Nyckeln ”fil” tar") && errors.contains("Under bilagor står ”7”")
        && errors.contains("”tillgänglig” tar ja eller nej"), "\(errors)")
  }

  @Test func `and pages hold no name of the list of protected people, which is never printed`() throws {
    try scratch.write("skyddade.txt", "# Efter beslut\n\nEva  Zorbvik\r\nÅsa Ödman\n")
    try scratch.write("content/samsyn.yml", "skyddade personer: ../skyddade.txt\n")
    try minutes(Self.approved, "## 1. Planen\n\nEVA ZORBVIKS plan, och Eva Zorbviksson.\n")
    let (_, errors) = try built(1)
    #expect(errors.contains("moten/lansgruppen/2024-04-19/index.html innehåller namnet på rad 3 i listan"), "\(errors)")
    #expect(!errors.lowercased().contains("zorb"))
    try minutes(Self.approved + "bilagor: [a.csv]\n")
    try file("a.csv", "Namn\nA\u{30A}sa O\u{308}dman\n")
    #expect(try built(1).errors.contains("innehåller namnet på rad 4 i listan"))
    try file("a.csv", "Namn\nEva Zorbviksson, Åsa\n")
    #expect(try built().tree[place + "a.csv"] != nil)
    // A list that is not there protects nobody.
    try FileManager.default.removeItem(atPath: scratch.path + "/skyddade.txt")
    #expect(
      try built(1).errors.contains(
        "content/samsyn.yml:1:1: error: Listan över skyddade personer, content/../skyddade.txt"))
  }
}
