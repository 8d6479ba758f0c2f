import Records
import Rendering
import Testing

struct PageTests {
  let site = RenderedSite()
  var minutes: String { site.text("moten/lansgruppen/2024-04-19/index.html") }

  @Test func `every link leads to a file of the site and every anchor to an element`() {
    for page in site.pages where page != "404.html" {
      let text = site.text(page)
      for match in text.matches(of: /(?:href|src)="([^"]*)"/) {
        let href = String(match.1)
        if href.contains(":") { continue }
        let (path, fragment) = target(of: href, on: page)
        // Made by Search; that they are there is seen when a whole site is built.
        if path == "sok/index/katalog.sok" || path.hasPrefix("data/schema/search-") { continue }
        #expect(site.files[path] != nil, "\(page): \(href)")
        if let fragment { #expect(site.text(path).contains(" id=\"\(fragment)\""), "\(page): \(href)") }
      }
    }
  }

  @Test func `the same archive gives the same bytes`() {
    #expect(RenderedSite().files == site.files)
  }

  @Test func `every page has its twin, save the not-found page`() {
    for page in site.pages where page != "404.html" {
      #expect(site.files[page.replacing(".html", with: ".json")] != nil, "\(page)")
    }
  }

  @Test func `decisions are set apart where they stand, each with its address`() {
    #expect(minutes.contains(#"<li id="p2b-beslut-1" class="decision">ställa sig bakom förslaget</li>"#))
    #expect(minutes.contains(##"<a href="#p2b-beslut-2">föreslå Samrådet att anta det</a>"##))
  }

  @Test func `a decision on a line inside a block marks that block`() {
    var archive = Fixture.county
    archive.meetings[1].minutes.items[1].blocks = [Fixture.paragraph("Vi beslutar\nett\noch två.", 33)]
    let page = RenderedSite(archive).text("moten/lansgruppen/2024-04-19/index.html")
    #expect(page.contains(#"<p id="p2b-beslut-1" class="decision"><span id="p2b-beslut-2"></span>Vi beslutar"#))
  }

  @Test func `an anchor stands once, though two blocks start on one line`() {
    var archive = Fixture.county
    archive.meetings[1].minutes.items[1].blocks = [
      Fixture.paragraph("Först", 34), Fixture.paragraph("Att ställa sig bakom förslaget.", 34),
    ]
    let page = RenderedSite(archive).text("moten/lansgruppen/2024-04-19/index.html")
    #expect(page.matches(of: /id="p2b-beslut-1"/).count == 1)
    #expect(page.contains(#"<p id="p2b-beslut-1" class="decision"><span id="p2b-beslut-2"></span>Att ställa"#))
  }

  @Test func `headings of a source go on from the page's, without a gap`() {
    let terms = site.text("organ/lansgruppen/uppdrag/index.html")
    #expect(terms.contains("<h2>Uppdrag</h2>") && terms.contains("<h3>Arbetssätt</h3>"))
    #expect(minutes.contains("<h4>Beslut</h4>"))
  }

  @Test func `a withheld page of a preview says so and keeps robots out`() {
    var archive = Fixture.county
    archive.meetings[1].isWithheld = true
    archive.agreements[2].isWithheld = true
    let site = RenderedSite(archive)
    for (path, word) in [("moten/lansgruppen/2024-04-19/", "EJ JUSTERAT"), ("avtal/samsjuklighet/", "UTKAST")] {
      let page = site.text(path + "index.html")
      #expect(
        page.contains("<p class=\"draft\">\(word)</p>") && page.contains(#"<meta name="robots" content="noindex">"#))
      #expect(!site.text("sitemap.xml").contains(path))
    }
    #expect(!site.text("moten/lansgruppen/2024-04-19/index.json").contains("\"approval\""))
  }

  @Test func `a body whose terms are a draft is marked so, with its terms`() {
    var archive = Fixture.county
    archive.bodies[0].version?.isDraft = true
    let site = RenderedSite(archive)
    for path in ["organ/lansgruppen/", "organ/lansgruppen/uppdrag/"] {
      let page = site.text(path + "index.html")
      #expect(
        page.contains("<p class=\"draft\">UTKAST</p>") && page.contains(#"<meta name="robots" content="noindex">"#))
      #expect(!site.text("sitemap.xml").contains(path + "<"))
    }
  }

  @Test func `a meeting without a date says so, and its data has none`() {
    var archive = Fixture.county
    archive.meetings[1].date = nil
    archive.meetings[1].minutes.date = nil
    archive.meetings[1].approval = nil
    archive.meetings[1].isWithheld = true
    archive.meetings[0].next = nil
    archive.meetings[1].previous = nil
    let site = RenderedSite(archive)
    #expect(site.diagnostics == [])
    let page = site.text("moten/lansgruppen/odaterat-1/index.html")
    #expect(page.contains("<dt>Datum</dt><dd>utan datum</dd>"))
    for path in [
      "index.html", "beslut/index.html", "moten/index.html", "moten/lansgruppen/index.html",
      "personer/anna-berg/index.html",
    ] {
      #expect(site.text(path).contains("utan datum"), "\(path)")
    }
    for path in site.pages { #expect(!site.text(path).contains(#"datetime="""#), "\(path)") }
    let record = site.text("data/meetings.json").prefix { $0 != "}" }
    #expect(
      !record.contains(#","date":"#)
        && site.text("data/decisions.json").contains(#""id":"decision:lansgruppen:odaterat-1:p2b:1""#) == false)
  }

  @Test func `minutes claim no more than they say`() {
    #expect(minutes.contains(#"colspan="3">Närvarande <span"#) && !minutes.contains("ledamöter"))
    #expect(minutes.contains("Föregående publicerade protokoll") && !minutes.contains("Föregående möte"))
    var archive = Fixture.county
    archive.meetings[1].minutes.items[1].decisions = []
    let page = RenderedSite(archive).text("moten/lansgruppen/2024-04-19/index.html")
    #expect(!page.contains("inga beslut") && page.contains("Inga beslut har lästs ut"))
  }

  @Test func `a body lists who was there, for whom, and who was in the chair last`() throws {
    let page = site.text("organ/lansgruppen/index.html")
    let start = try #require(page.firstRange(of: "Närvarande vid de senaste mötena</h2>"))
    let list = page[start.upperBound...].prefix(while: { $0 != "§" })
    #expect(list.contains("Ordförande vid det senaste mötet") && list.contains("Anna Berg"))
    #expect(list.contains("Granby kommun"))
    #expect(
      !list.contains("representerar även") && !list.contains(#"data-label="Roll""#) && !list.contains("Östen Åkesson"))
    #expect(!page.contains("Ledamöter</h2>"))
  }

  @Test func `only meetings that a person was at are counted, and absences stand apart`() {
    var archive = Fixture.county
    archive.people[0].attendance = [(ID(1), 0), (ID(0), 0)]
    archive.people[1].attendance = [(ID(1), 1), (ID(0), 1)]
    archive.meetings[1].minutes.attendance[0].status = .absent
    let site = RenderedSite(archive)
    let anna = site.text("personer/anna-berg/index.html")
    #expect(anna.contains("<dd>1 möte</dd>"))
    #expect(anna.firstRange(of: "2024-02-02")!.lowerBound < anna.firstRange(of: ">Frånvarande</h2>")!.lowerBound)
    #expect(anna.firstRange(of: "2024-04-19/\"")!.lowerBound > anna.firstRange(of: ">Frånvarande</h2>")!.lowerBound)
    #expect(
      site.text("personer/index.html").contains(#"1 möte</td><td data-label="Senast"><time datetime="2024-02-02">"#))
    let data = site.text("data/people.json")
    #expect(data.contains(#""lastMeeting":"2024-02-02","meetingCount":1,"name":"Anna Berg""#))
    #expect(data.contains(#""id":"person:osten-akesson","meetingCount":0"#))
    #expect(site.text("personer/osten-akesson/index.json").contains(#""absences":[{"#))
  }

  @Test func `how long an agreement holds is told only when the source tells it`() {
    var archive = Fixture.county
    #expect(site.text("avtal/hjalpmedel/index.html").contains("<dt>Gäller till</dt><dd>framgår inte</dd>"))
    #expect(!site.text("data/agreements.json").contains("untilFurtherNotice"))
    archive.agreements[0].text.untilFurtherNotice = Fact(true, line: 1, .stated)
    let told = RenderedSite(archive)
    #expect(told.text("avtal/hjalpmedel/index.html").contains("<dt>Gäller till</dt><dd>tills vidare</dd>"))
    #expect(told.text("avtal/index.html").contains(">tills vidare</td>"))
    #expect(told.text("data/agreements.json").matches(of: /"untilFurtherNotice":true/).count == 1)
  }

  @Test func `the page of terms of reference tells of the document, too`() {
    var archive = Fixture.county
    archive.bodies[0].version?.preamble = [
      Block(.heading(level: 1, [.text("Bakgrund")]), line: 1), Fixture.paragraph("Fastställt i november.", 2),
    ]
    let site = RenderedSite(archive)
    let page = site.text("organ/lansgruppen/uppdrag/index.html")
    #expect(page.contains(">Om dokumentet</h2>") && page.contains("<h3>Bakgrund</h3>") && page.contains("Fastställt"))
    #expect(site.text("organ/lansgruppen/uppdrag/index.json").contains("Fastställt i november."))
    #expect(!self.site.text("organ/lansgruppen/uppdrag/index.html").contains("Om dokumentet"))
  }

  @Test func `what is inferred and not tracked is no public data`() {
    for (path, bytes) in site.files where path.hasSuffix(".json") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("deadlines") && !text.contains("deferrals"), "\(path)")
    }
  }

  @Test func `a demonstration says so on every page, and another site does not`() {
    let words = "länet, organen och personerna är påhittade"
    for page in site.pages { #expect(site.text(page).contains(words), "\(page)") }
    var archive = Fixture.county
    archive.site.exampleDate = nil
    #expect(!RenderedSite(archive).text("index.html").contains(words))
  }

  @Test func `without a base URL there is no canonical link, no sitemap, and no link on the not-found page`() {
    var archive = Fixture.county
    archive.site.baseURL = nil
    let site = RenderedSite(archive)
    #expect(site.files["sitemap.xml"] == nil && site.files["opensearch.xml"] == nil)
    for page in site.pages { #expect(!site.text(page).contains("canonical"), "\(page)") }
    #expect(!site.text("404.html").contains("<link"))
    #expect(self.site.text("404.html").contains(#"href="https://samverkan.example/assets/site.css""#))
  }

  @Test func `with a base URL the browser's own search box can ask the site, and every page says how`() throws {
    let description = site.text("opensearch.xml")
    #expect(description.contains(#"template="https://samverkan.example/sok/?q={searchTerms}""#))
    #expect(site.text("index.html").contains(#"type="application/opensearchdescription+xml" href="opensearch.xml""#))
    #expect(site.text("moten/lansgruppen/2024-04-19/index.html").contains(#"href="../../../opensearch.xml""#))
  }

  @Test(arguments: [
    ("// a\n  let b = 1; // c\n\n  /* d\n  e */\n/** f */\nb();\n", "let b = 1; // c\nb();\n"),
    ("let a = `\n// b\n`;\n", "let a = `\n// b\n`;\n"), ("/* a */ b();\n", "/* a */ b();\n"),
    ("/*! licence */\n  a();\n", "/*! licence */\n  a();\n"), ("let a = \"b\\\n  c\";\n", "let a = \"b\\\n  c\";\n"),
    ("  const a = /^\\/\\/*$/;\n", "const a = /^\\/\\/*$/;\n"),
  ])
  func `a script is published without its comments, or as it is`(_ source: String, _ expected: String) {
    #expect(String(decoding: published(script: Array(source.utf8)), as: UTF8.self) == expected)
  }

  @Test func `names full of markup are text on every page and in every file`() {
    let hostile = #"<script>alert("x")</script>&'"#
    var archive = Fixture.county
    archive.site.name = hostile
    archive.site.county = hostile
    archive.site.contact = hostile
    archive.site.licence = hostile
    for index in archive.bodies.indices { archive.bodies[index].name = hostile }
    for index in archive.people.indices { archive.people[index].name = hostile }
    for index in archive.principals.indices { archive.principals[index].name = hostile }
    for index in archive.agreements.indices { archive.agreements[index].text.title.value = hostile }
    for index in archive.meetings.indices {
      archive.meetings[index].minutes.place?.value = hostile
      archive.meetings[index].minutes.attendance[0].role = hostile
      archive.meetings[index].minutes.items[0].title = hostile
      archive.meetings[index].minutes.items[1].decisions[0].text = hostile
      archive.meetings[index].minutes.items[0].blocks = [Fixture.paragraph(hostile, 1)]
    }
    let site = RenderedSite(archive)
    #expect(site.diagnostics == [])
    for page in site.pages {
      #expect(!site.text(page).contains("<script>"), "\(page)")
      #expect(!site.text(page).contains(#""x""#), "\(page)")
    }
    #expect(site.text("index.json").contains(#"<script>alert(\"x\")</script>&'"#))
  }

  @Test func `a register past a thousand rows is split by year`() {
    var archive = Fixture.county
    let items = archive.meetings[0].minutes.items
    let many = Array(repeating: items[1].decisions[0], count: 600)
    archive.meetings[0].minutes.items[1].decisions = many
    archive.meetings[1].minutes.items[1].decisions = many
    archive.meetings[0].date = Fixture.day("2023-02-02")
    let site = RenderedSite(archive)
    #expect(site.text("beslut/index.html").contains(#"<a href="2023/">2023"#))
    #expect(site.text("beslut/2023/index.html").matches(of: /<tr><td data-label="Datum">/).count == 600)
    #expect(site.text("data/decisions.json").contains(#""path":"data/decisions-2024.json""#))
    #expect(site.text("data/decisions-2023.json").hasPrefix(#"{"asOf":"2024-06-01","decisions":[{"#))
  }

  @Test func `what is named a thousand times has its back-links by year`() {
    var archive = Fixture.county
    archive.backlinks[.principal(ID(0))] = (0..<1200).map {
      Backlink(from: .item(ID($0 < 700 ? 1 : 0), index: 0), date: Fixture.day($0 < 700 ? "2024-04-19" : "2023-02-02"))
    }
    let site = RenderedSite(archive)
    #expect(site.text("huvudman/granby-kommun/index.html").contains(#"<a href="2023/">2023"#))
    #expect(site.text("huvudman/granby-kommun/2023/index.html").matches(of: /<li><a href="[^"]*#p1">/).count == 500)
  }

  private func target(of href: String, on page: String) -> (path: String, fragment: String?) {
    let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard !parts[0].isEmpty else { return (page, parts.last) }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for step in parts[0].split(separator: "/", omittingEmptySubsequences: false) {
      switch step {
      case "..": folders.removeLast()
      case ".", "": break
      default: folders.append(String(step))
      }
    }
    let path = folders.joined(separator: "/")
    let isFolder = parts[0].hasSuffix("/") || path.isEmpty
    return (isFolder ? (path.isEmpty ? "" : path + "/") + "index.html" : path, parts.count > 1 ? parts[1] : nil)
  }
}
