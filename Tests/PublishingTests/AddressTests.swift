import Foundation
import Testing

@testable import Publishing
@testable import Records

/// Nothing that has been public vanishes in silence, and what stays keeps its address.
@Suite struct `Addresses that were public` {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("content/sidor/om.md", "# Om\n\nText.\n")
    try scratch.write(
      "content/uppdrag/a.md",
      "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\n"
        + "Protokollet justeras av ordföranden och en vald justerare.\n")
    try minutes("a")
    try minutes("b", on: "2024-05-20")
  }

  private func minutes(
    _ file: String, on day: String = "2024-04-19", _ frontMatter: String = "",
    decisions: [String] = ["godkänna planen", "köpa en tall"], item: String = "Hemliga planen"
  ) throws {
    let clauses = decisions.map { "- \($0)\n" }.joined()
    try scratch.write(
      "content/protokoll/\(file).md",
      "---\norgan: Länsgruppen\ndatum: \(day)\njusterat: 2024-06-02\njusterare: [Ada Ek, Bo Lind]\n\(frontMatter)---\n"
        + "# Protokoll Länsgruppen\n\nNärvarande:\nAda Ek, ordförande\nBo Lind, justerare\n\n## 1. \(item)\n\n"
        + "Länsgruppen beslutade att:\n\n\(clauses)\n## 2. Tid \(file)\n\nText.\n")
  }

  private func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(scratch.path)/content/\(file)")
  }

  private func lines(_ lines: String...) throws {
    try scratch.write("content/samsyn.yml", "adresser:\n" + lines.map { "  - \($0)\n" }.joined())
  }

  private func page(_ address: String, _ file: String = "index.html") -> String {
    scratch.tree()["\(address)\(file)"] ?? ""
  }

  private static let a = "moten/lansgruppen/2024-04-19/"
  private static let vanished =
    "Adressen /\(a) har varit offentlig (protokoll/a.md) men finns inte längre; lägg tillbaka det som stod där, eller skriv på en rad under adresser: i samsyn.yml: - {adress: /\(a), återkallad: "

  @Test(arguments: ["removed", "withheld", "not approved"])
  func `do not vanish without a line, whatever became of the document`(_ way: String) throws {
    #expect(try scratch.run("build").status == 0)
    let (site, lock) = (scratch.tree(), scratch.tree("content")["samsyn.lock"])
    #expect(try #require(lock).contains("adress /\(Self.a) dokument protokoll/a.md\n  punkter p1:2 p2\n"))
    #expect(try !#require(lock).contains("/personer/"))
    switch way {
    case "removed": try remove("protokoll/a.md")
    case "withheld": try minutes("a", "status: utkast\n")
    default:
      try scratch.write(
        "content/protokoll/a.md",
        try #require(scratch.tree("content")["protokoll/a.md"]).replacing("justerat: 2024-06-02\n", with: ""))
    }
    for command in ["build", "check"] {
      let answer = try scratch.run(command)
      #expect(answer.status == 1)
      #expect(answer.errors.contains("content/samsyn.lock:"))
      #expect(answer.errors.contains(Self.vanished), "\(answer.errors)")
      #expect(answer.errors.components(separatedBy: "[address-vanished]").count == 2)
    }
    #expect(scratch.tree() == site && scratch.tree("content")["samsyn.lock"] == lock)
    // Only what the public sees from now on is held to it.
    #expect(try scratch.run("build", "--output", "ut").status == 0)

    try lines("{adress: /\(Self.a), återkallad: 2025-03-01, skäl: Uppgifter om enskilda stod i det.}")
    let answer = try scratch.run("build")
    #expect(answer.status == 0, "\(answer.errors)")
    let page = page(Self.a)
    #expect(page.contains(#"<meta name="robots" content="noindex">"#) && page.contains("1 mars 2025"))
    #expect(page.contains("Uppgifter om enskilda stod i det.") && page.contains("../../../organ/lansgruppen/"))
    let twin = self.page(Self.a, "index.json")
    #expect(
      twin.contains(
        #""formerAddresses":[{"reason":"Uppgifter om enskilda stod i det.","url":"\#(Self.a)","withdrawn":"2025-03-01"}]"#
      ))
    #expect(!page.contains("Hemliga") && !twin.contains("Hemliga") && !twin.contains("godkänna"))
    // The line is needed for ever.
    try remove("samsyn.yml")
    #expect(try scratch.run("build").status == 1)
  }

  @Test func `lead on when a document has another`() throws {
    #expect(try scratch.run("build").status == 0)
    try minutes("a", on: "2024-04-20", "rättelse: [{datum: 2025-03-01, vad: Dagen var fel, av: Ada Ek}]\n")
    let answer = try scratch.run("build")
    #expect(
      answer.status == 1
        && answer.errors.contains("- {adress: /\(Self.a), flyttad till: /moten/lansgruppen/2024-04-20/}"),
      "\(answer.errors)")
    try lines("{adress: /\(Self.a), flyttad till: /moten/lansgruppen/2024-04-20/}")
    #expect(try scratch.run("build").status == 0)
    #expect(page(Self.a).contains(#"<meta http-equiv="refresh" content="0; url=../2024-04-20/">"#))
    #expect(page(Self.a, "index.json").contains(#""movedTo":"moten/lansgruppen/2024-04-20/""#))
  }

  @Test func `of a body that is called otherwise lead on with all that is below`() throws {
    #expect(try scratch.run("build").status == 0)
    for file in ["uppdrag/a.md", "protokoll/a.md", "protokoll/b.md"] {
      let text = try #require(scratch.tree("content")[file]).replacing("Länsgruppen", with: "Storgruppen")
        .replacing("justerare: [", with: "rättelse: [{datum: 2025-03-01, vad: Namnet, av: Ada Ek}]\njusterare: [")
      try scratch.write("content/\(file)", text)
    }
    let answer = try scratch.run("build")
    #expect(answer.status == 1 && answer.errors.components(separatedBy: "[address-vanished]").count == 2)
    try lines("{adress: /organ/lansgruppen/, flyttad till: /organ/storgruppen/}")
    let next = try scratch.run("build")
    #expect(next.status == 0, "\(next.errors)")
    #expect(page("organ/lansgruppen/uppdrag/").contains("url=../../storgruppen/uppdrag/"))
    #expect(page(Self.a).contains("url=../../storgruppen/2024-04-19/"))
  }

  @Test func `of items and decisions are told on the page that had them`() throws {
    #expect(try scratch.run("build").status == 0)
    let correction = "rättelse: [{datum: 2025-03-01, vad: Ett beslut var inget, av: Ada Ek}]\n"
    try minutes("a", correction, decisions: ["godkänna planen"])
    let answer = try scratch.run("build")
    #expect(
      answer.status == 1 && answer.errors.contains("{adress: /\(Self.a)#p1-beslut-2, återkallad: "), "\(answer.errors)")
    try lines("{adress: \"/\(Self.a)#p1-beslut-2\", återkallad: 2025-03-01, skäl: Det var inget beslut.}")
    #expect(try scratch.run("build").status == 0)
    #expect(page(Self.a).contains(#"<p id="p1-beslut-2" class="notice is-soon">"#))
    #expect(page(Self.a).contains("Det var inget beslut."))
    #expect(page(Self.a, "index.json").contains(#""url":"\#(Self.a)#p1-beslut-2","withdrawn":"2025-03-01""#))
    // A secret item has the law for its reason.
    try minutes("a", correction + "punkter: {\"1\": {sekretess: 25 kap. 1 § OSL}}\n", decisions: ["godkänna planen"])
    try lines("{adress: \"/\(Self.a)#p1-beslut-2\", återkallad: 2025-03-01, skäl: Det var inget beslut.}")
    let secret = try scratch.run("build")
    #expect(secret.status == 0, "\(secret.errors)")
  }

  @Test func `stay when another meeting of the day is published, whatever its file is called`() throws {
    #expect(try scratch.run("build").status == 0)
    try minutes("0", item: "Ett annat möte")
    #expect(try scratch.run("build").status == 0)
    #expect(page(Self.a).contains("Hemliga planen"))
    #expect(page("moten/lansgruppen/2024-04-19-2/").contains("Ett annat möte"))
    // The number stays when the first is withdrawn, and nobody else gets its address.
    try remove("protokoll/a.md")
    try lines("{adress: /\(Self.a), återkallad: 2025-03-01, skäl: Fel.}")
    try minutes("1", item: "Ett tredje möte")
    let answer = try scratch.run("build")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(page(Self.a).contains("Sidan är återkallad"))
    #expect(page("moten/lansgruppen/2024-04-19-2/").contains("Ett annat möte"))
    #expect(page("moten/lansgruppen/2024-04-19-3/").contains("Ett tredje möte"))
  }

  @Test func `of an agreement stay when its title is corrected`() throws {
    func agreement(_ title: String, _ more: String = "") throws {
      try scratch.write(
        "content/avtal/a.md", "---\ntitel: \(title)\nantaget: 2024-02-02\n\(more)---\n\nParterna planterar.\n")
    }
    try agreement("Avtal om gran")
    #expect(try scratch.run("build").status == 0)
    try agreement("Avtal om tall", "rättelse: [{datum: 2025-03-01, vad: Titeln, av: Ada Ek}]\n")
    let answer = try scratch.run("build")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(page("avtal/avtal-om-gran/").contains("<h1>Avtal om tall"))
    try scratch.write(
      "content/avtal/b.md", "---\ntitel: Avtal om gran\nantaget: 2024-02-02\n---\n\nParterna sår.\n")
    #expect(try scratch.run("build").status == 0)
    #expect(page("avtal/avtal-om-gran/").contains("<h1>Avtal om tall"))
    #expect(page("avtal/avtal-om-gran-2/").contains("<h1>Avtal om gran"))
  }

  @Test func `of minutes that the body no longer keeps public say so, and nothing of what they said`() throws {
    #expect(try scratch.run("build").status == 0)
    try scratch.write(
      "content/uppdrag/a.md",
      try #require(scratch.tree("content")["uppdrag/a.md"]).replacing(
        "giltig från: 2020-01-01\n",
        with: "giltig från: 2020-01-01\norgan: [{namn: Länsgruppen, gallras efter: 24 månader}]\n"))
    let answer = try scratch.run("build")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("content/protokoll/a.md: withheld: protokollet har legat ute i 2 år efter mötet"))
    for name in ["index.html", "index.json"] where scratch.tree()[Self.a + name] != nil {
      let told = page(Self.a, name)
      #expect(told.contains("Protokollen gallras 2 år efter mötet."), "\(told)")
      #expect(!told.contains("Hemliga planen"))
    }
    #expect(page(Self.a).contains("19 april 2026"))
    #expect(!scratch.tree().values.contains { $0.contains("Hemliga planen") })
    // A line says it in other words.
    try lines("{adress: /\(Self.a), återkallad: 2026-05-01, skäl: Arkiverat.}")
    #expect(try scratch.run("build").status == 0)
    #expect(page(Self.a).contains("Arkiverat.") && !page(Self.a).contains("gallras"))
  }

  @Test func `hold another file to the text that stood there`() throws {
    #expect(try scratch.run("build").status == 0)
    let text = try #require(scratch.tree("content")["protokoll/a.md"])
    try remove("protokoll/a.md")
    try scratch.write("content/protokoll/nytt.md", text.replacing("godkänna planen", with: "avslå planen"))
    let answer = try scratch.run("build")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("content/protokoll/nytt.md:17:1: error: Texten har ändrats sedan den godkändes"))
  }

  @Test func `are the file's that was renamed`() throws {
    #expect(try scratch.run("build").status == 0)
    try scratch.write("content/protokoll/z.md", try #require(scratch.tree("content")["protokoll/a.md"]))
    try remove("protokoll/a.md")
    #expect(try scratch.run("build").status == 0)
    #expect(
      try #require(scratch.tree("content")["samsyn.lock"]).contains("adress /\(Self.a) dokument protokoll/z.md\n"))
  }

  @Test(arguments: [
    ("{adress: moten/a/, återkallad: 2025-03-01, skäl: x}", "[wrong-value]"),
    ("{adress: /personer/ada-ek/, återkallad: 2025-03-01, skäl: x}", "[wrong-value]"),
    ("{adress: /../a/, återkallad: 2025-03-01, skäl: x}", "[wrong-value]"),
    ("{adress: /a/, återkallad: 2025-03-01}", "antingen flyttad till, eller återkallad tillsammans med skäl"),
    ("{adress: /a/}", "antingen flyttad till"),
    ("{adress: /a/, flyttad till: /om/, återkallad: 2025-03-01, skäl: x}", "antingen flyttad till"),
    ("{adress: /a/, flytad till: /om/}", "menade du ”flyttad till”?"),
    ("{adress: /a/, flyttad till: /b/}", "[moved-nowhere]"),
    ("{adress: /a/, flyttad till: /a/}", "[moved-nowhere]"),
    ("{adress: /om/, återkallad: 2025-03-01, skäl: x}", "[former-address-published]"),
    ("{adress: /a/, återkallad: 2999-03-01, skäl: x}", "[withdrawn-in-future]"),
    ("{adress: /a/, flyttad till: /om/}\n  - {adress: /a/, flyttad till: /om/}", "[former-address-twice]"),
  ])
  func `are told of in lines that are right, or not at all`(_ line: String, _ words: String) throws {
    try lines(line)
    let answer = try scratch.run("build")
    #expect(answer.status == 1 && answer.errors.contains(words), "\(answer.errors)")
    #expect(answer.errors.contains("content/samsyn.yml:") && scratch.tree().isEmpty)
  }
}
