import Foundation
import Testing

@testable import Publishing
@testable import Records

/// Whole sites, as the command makes them: content in, pages and messages out.
@Suite struct SiteTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("content/sidor/om.md", "# Om\n\nText.\n")
  }

  @Test func `where the user stands, and how the site is named, changes no byte`() throws {
    // The folders above say "avtal" and "assets", as those of the content and the templates may.
    try scratch.write("avtal/assets/site/content/2025/moten.md", minutes())
    try scratch.write("avtal/assets/site/content/uppdrag/regler.md", Self.rules)
    try scratch.write("avtal/assets/site/content/sidor/om.md", "# Om\n\nText.\n")
    try scratch.write(
      "avtal/assets/site/content/avtal/a.md", "---\ntitel: Avtal om gran\nantaget: 2025-01-01\n---\nText.\n")
    let site = "\(scratch.path)/avtal/assets/site"
    try FileManager.default.copyItem(atPath: scratch.path + "/templates", toPath: site + "/templates")
    try scratch.write("avtal/assets/site/templates/assets/mer/assets/x.css", "p {}")
    let places = [
      (scratch.path, "avtal/assets/site"), (site, "."), (site + "/content", ".."), (site + "/templates", "../"),
      ("/", site), (scratch.path, "./avtal//assets/site/"),
    ]
    var first: [String: String]?
    for (folder, named) in places {
      let output = "\(scratch.path)/ut-\(UUID().uuidString)"
      let answer = try scratch.run(
        in: folder, ["build", "--site", named, "--output", output, "--as-of", "2026-01-01"])
      #expect(answer.status == 0, "\(answer.errors)")
      let tree = scratch.tree(output)
      #expect(tree.count > 10 && tree == first ?? tree, "\(folder) \(named)")
      first = first ?? tree
    }
    #expect(first?["assets/mer/assets/x.css"] == "p {}")
    let page = first?["moten/granradet/2025-03-03/index.html"] ?? ""
    #expect(page.contains("Källa: <code>2025/moten.md</code>"))
    // From within the templates' own folder, too.
    let output = scratch.path + "/ut"
    let arguments = [
      "build", "--content", "../content", "--templates", ".", "--output", output, "--as-of", "2026-01-01",
    ]
    #expect(try scratch.run(in: site + "/templates", arguments).status == 0)
    #expect(scratch.tree(output) == first)
  }

  @Test func `a message names the file as the user would type it`() throws {
    try scratch.write("content/protokoll/a.md", "---\norgan: Granrådet\ndatun: 2025-03-03\n---\n")
    let answer = try scratch.run(in: "/", ["check", "--site", scratch.path])
    #expect(answer.errors.contains("\(scratch.path)/content/protokoll/a.md:3:1: error: Nyckeln ”datun”"))
  }

  @Test func `the same minutes twice is an error that names both files`() throws {
    try scratch.write("content/uppdrag/regler.md", Self.rules)
    try scratch.write("content/protokoll/a.md", minutes())
    try scratch.write("content/protokoll/kopia.md", minutes("En rad till."))
    let answer = try scratch.run("check", "--as-of", "2026-01-01")
    #expect(answer.status == 1)
    #expect(
      answer.errors.contains(
        "content/protokoll/kopia.md:1:1: error: Det här är samma möte som i content/protokoll/a.md"))
    #expect(answer.errors.contains("[duplicate-minutes]"))
  }

  @Test func `a copy that is not approved stops nothing`() throws {
    try scratch.write("content/uppdrag/regler.md", Self.rules)
    try scratch.write("content/protokoll/a.md", minutes())
    try scratch.write("content/protokoll/kopia.md", minutes().replacing("justerat: 2025-03-04\n", with: ""))
    #expect(try scratch.run("check", "--as-of", "2026-01-01").status == 0)
    #expect(try scratch.run("check", "--drafts", "--as-of", "2026-01-01").status == 0)
  }

  @Test func `a link of a document that leads nowhere is told at its line, once`() throws {
    try scratch.write(
      "content/sidor/om.md", "# Om\n\nEn rad\noch [en](saknas.pdf)\n\n- [två](#saknas)\n- [tre](../data/)\n")
    try scratch.write(
      "content/uppdrag/a.md", Self.terms.replacing("ningar\n", with: "ningar\n\nSe [fyra](finns-inte/).\n"))
    let answer = try scratch.run("check")
    #expect(answer.status == 1)
    #expect(
      lines(answer.errors) == [
        "content/sidor/om.md:4:1: error: Länken ”saknas.pdf” leder till något som inte finns på webbplatsen [broken-link]",
        "content/sidor/om.md:6:1: error: Länken ”#saknas” leder till något som inte finns på webbplatsen [broken-link]",
        "content/uppdrag/a.md:3:1: error: Länken ”finns-inte/” leder till något som inte finns på webbplatsen [broken-link]",
      ])
  }

  @Test func `a link of a template that leads nowhere is told once`() throws {
    let layout = scratch.path + "/templates/layout.mustache"
    let text = try String(contentsOfFile: layout, encoding: .utf8)
    try scratch.write(
      "templates/layout.mustache", text.replacing("{{$main}}", with: "<a href=\"{{root}}saknas/\">x</a>{{$main}}"))
    let told = lines(try scratch.run("check").errors)
    #expect(told.count == 1 && told[0].contains("[broken-page-link]"))
  }

  @Test func `a picture on another site is an error at its line`() throws {
    try scratch.write("content/sidor/om.md", "# Om\n\n![karta](https://kartor.example/a.png)\n")
    let answer = try scratch.run("check")
    #expect(answer.status == 1)
    #expect(
      lines(answer.errors).map { $0.prefix(82) } == [
        "content/sidor/om.md:3:1: error: Bilden ”https://kartor.example/a.png” ligger på en"
      ])
  }

  @Test func `a picture among the site's own files is shown`() throws {
    try scratch.write("content/sidor/om.md", "# Om\n\n![karta](../assets/karta.png)\n")
    try scratch.write("templates/assets/karta.png", "x")
    #expect(try scratch.run("check").status == 0)
  }

  @Test func `two plain pages on one address are told once`() throws {
    try scratch.write("content/sidor/annan/om.md", "# Annan\n\nText.\n")
    #expect(lines(try scratch.run("check").errors).count == 1)
    try FileManager.default.removeItem(atPath: scratch.path + "/content/sidor/annan")
    try scratch.write("content/sidor/beslut.md", "# Beslut\n\nText.\n")
    #expect(lines(try scratch.run("check").errors).count == 1)
  }

  @Test func `templates that are not there are one error`() throws {
    #expect(
      lines(try scratch.run("check", "--templates", "tmpl").errors).map { $0.prefix(35) } == [
        "samsyn: error: Mappen tmpl med mall"
      ])
  }

  @Test func `a build says once that it has written no sitemap`() throws {
    let words = "sitemap.xml är inte skriven"
    #expect(try scratch.run("build").errors.matches(of: /sitemap\.xml är inte skriven/).count == 1)
    #expect(!(try scratch.run("check").errors.contains(words)))
    #expect(!(try scratch.run("build", "--base-url", "https://a.example/").errors.contains(words)))
    let json = try scratch.run("build", "--json")
    #expect(!json.errors.contains(words) && !json.output.contains(words))
  }

  @Test func `a preview keeps robots out and counts what may not be published`() throws {
    try scratch.write("content/protokoll/a.md", minutes())
    try scratch.write("content/protokoll/b.md", "---\norgan: Granrådet\n---\n\n## 1. Ett\n\nText.\n")
    try scratch.write("content/uppdrag/a.md", "---\nstatus: utkast\n---\n\(Self.terms)")
    try scratch.write("content/protokoll/c.md", "Något.\n")
    let answer = try scratch.run(
      "build", "--drafts", "--output", "ut", "--as-of", "2026-01-01", "--base-url", "https://a.example/")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      answer.errors.hasSuffix(
        "2 protokoll, 1 uppdragsbeskrivning och 1 sida visas; 3 av dem får inte publiceras; 1 kan inte visas\n"))
    let tree = scratch.tree("ut")
    #expect(tree["robots.txt"] == "User-agent: *\nDisallow: /\n")
    #expect(tree["sitemap.xml"] == nil)
    for page in ["organ/granradet/index.html", "organ/granradet/uppdrag/index.html"] {
      let text = tree[page] ?? ""
      #expect(text.contains("<p class=\"draft\">UTKAST</p>") && text.contains(#"<meta name="robots" content="noindex">"#))
    }
    // A meeting that nobody knows the day of.
    for (path, text) in tree { #expect(!text.contains("0001") && !text.contains("1 januari 1"), "\(path)") }
    #expect(tree["moten/granradet/odaterat-1/index.html"]?.contains("<h1>Granrådet, utan datum</h1>") == true)
    #expect(tree["moten/granradet/index.html"]?.contains(#"<h2 id="utan-datum">utan datum</h2>"#) == true)
  }

  @Test(arguments: ["roll", "dold"])
  func `no byte of the site tells the name of one who is not to be shown`(_ display: String) throws {
    func tree(_ name: String, called slug: String) throws -> [String: String] {
      try scratch.write("content/uppdrag/regler.md", Self.rules)
      try scratch.write("content/personer.yml", "personer: [{namn: \(name), visa: \(display), tidigare: \(slug)}]")
      try scratch.write(
        "content/protokoll/a.md",
        minutes().replacing("[Ada Ek]", with: "[\(name)]\nordförande: \(name)").replacing(
          "Ada Ek, ordförande", with: "Bo Lind, Gran kommun\n\(name), Gran kommun"))
      let output = "\(scratch.path)/ut-\(slug)"
      let answer = try scratch.run("build", "--output", output, "--as-of", "2026-01-01")
      #expect(answer.status == 0, "\(answer.errors)")
      return scratch.tree(output)
    }
    let first = try tree("Ada Ek", called: "ada-ek")
    #expect(first == (try tree("Örjan Zetterberg", called: "orjan")))
    let page = first["moten/granradet/2025-03-03/index.html"] ?? ""
    #expect(page.contains(display == "roll" ? "Företrädare för Gran kommun" : "Namn visas inte"))
    #expect(first.keys.contains("personer/foretradare-for-gran-kommun/index.html") == (display == "roll"))
  }

  @Test func `an old address of a person leads to the new, and two on one address are an error`() throws {
    try scratch.write(
      "content/protokoll/a.md",
      minutes().replacing("Ada Ek, ordförande", with: "Bo Lind, Gran kommun\nAda Ek, ordförande, Gran kommun"))
    try scratch.write("content/uppdrag/regler.md", Self.rules)
    try scratch.write("content/personer.yml", "personer:\n  - {namn: Ada Ek, tidigare: [a-ek, a-e]}\n")
    let answer = try scratch.run("build", "--output", "ut", "--as-of", "2026-01-01", "--base-url", "https://a.example/")
    #expect(answer.status == 0, "\(answer.errors)")
    let tree = scratch.tree("ut")
    let moved = tree["personer/a-ek/index.html"] ?? ""
    #expect(moved.contains(#"<meta http-equiv="refresh" content="0; url=../ada-ek/">"#))
    #expect(moved.contains(#"<a href="../ada-ek/">Ada Ek</a>"#) && moved.contains("noindex"))
    #expect(tree["personer/a-e/index.html"] != nil && tree["sitemap.xml"]?.contains("personer/a") == false)
    #expect(tree["data/people.json"]?.contains(#""formerIds":["person:a-ek","person:a-e"]"#) == true)
    try scratch.write("content/personer.yml", "personer:\n  - {namn: Ada Ek, tidigare: [bo-lind]}\n")
    let refused = try scratch.run("check", "--as-of", "2026-01-01")
    #expect(refused.status == 1)
    #expect(lines(refused.errors).map { $0.prefix(44) } == ["content/personer.yml:2:5: error: Adressen /p"])
  }

  /// By which the minutes may be public.
  private static let rules =
    "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Granrådet\n\nProtokollet justeras av ordföranden.\n"

  private static let terms = "# Uppdragsbeskrivningar\n\n## Granrådet\n\nText.\n\n## Tallrådet\n\nText.\n"

  private func minutes(_ text: String = "Text.") -> String {
    "---\ntyp: protokoll\norgan: Granrådet\ndatum: 2025-03-03\njusterat: 2025-03-04\njusterare: [Ada Ek]\n---\n\n"
      + "Närvarande:\nAda Ek, ordförande\n\n## 1. Ett\n\n\(text)\n\n## 2. Två\n\nMer.\n"
  }

  /// The diagnostics, without the lines of their sources and the last line.
  private func lines(_ errors: String) -> [String] {
    errors.split(separator: "\n").map(String.init).filter { $0.contains(": error: ") }
  }
}
