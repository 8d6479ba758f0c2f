import Records
import Testing

struct GlossaryTests {
  private static func site(_ explained: [(word: String, text: String)], inBold: Bool = true) -> RenderedSite {
    var archive = Fixture.county
    let blocks = explained.enumerated().map { place, entry in
      Block(
        .paragraph([inBold ? .strong([.text(entry.word)]) : .text(entry.word), .text(entry.text)]), line: 3 + place)
    }
    archive.pages.append(
      PlainPage(
        page: Page(title: "Ordlista", order: 2, blocks: blocks), slug: "ordlista",
        source: "content/sidor/ordlista.md", isWithheld: false))
    archive.meetings[1].minutes.items[0].blocks = [
      Block(.heading(level: 3, [.text("Justering")]), line: 21),
      Fixture.paragraph(
        "Protokollets justering: justeringen sker i mars (mar) av huvudmännen. En SIP görs. Justering igen.", 22),
      Block(.paragraph([.link(destination: "https://a.example/", title: "", [.text("förslag")])]), line: 23),
    ]
    return RenderedSite(archive)
  }

  private static let words = [
    (word: "Justering.", text: " När det intygas."), (word: "Huvudman.", text: " En kommun."),
    (word: "MAS, MAR.", text: " I kommunen."),
    (word: "Samordnad plan (SIP).", text: " Görs ihop."), (word: "Förslag.", text: " Det som prövas."),
  ]
  private static let page = "moten/lansgruppen/2024-04-19/index.html"

  @Test func `a word of the glossary is a link where a page first uses it`() {
    let minutes = Self.site(Self.words).text(Self.page)
    func link(_ anchor: String, _ text: String) -> String {
      "<a class=\"term\" href=\"../../../ordlista/#ord-\(anchor)\">\(text)</a>"
    }
    #expect(
      minutes.contains(
        "Protokollets \(link("justering", "justering")): justeringen sker i mars (mar) av \(link("huvudman", "huvudmännen")). "
          + "En \(link("samordnad-plan", "SIP")) görs. Justering igen."))
    // Not in a heading, a link or a decision.
    #expect(
      minutes.contains(">Justering</h4>") && minutes.contains(">förslag</a>") && !minutes.contains("#ord-forslag"))
    #expect(minutes.contains(#"class="decision">ställa sig bakom förslaget</li>"#))
  }

  @Test func `an explanation has an address, and the glossary does not lead to itself`() {
    let text = Self.site(Self.words).text("ordlista/index.html")
    #expect(text.contains(#"<p id="ord-justering"><strong>Justering.</strong>"#) && text.contains(#"id="ord-mas""#))
    #expect(!text.contains("class=\"term\""))
  }

  @Test func `the glossary changes no word of a page and nothing of the data`() {
    let (with, without) = (Self.site(Self.words), Self.site(Self.words, inBold: false))
    for (path, bytes) in with.files where !path.hasPrefix("ordlista/") {
      if path.hasSuffix(".html") {
        let text = with.text(path).replacing(/<a class="term" href="[^"]*">([^<]*)<\/a>/) { String($0.1) }
        #expect(text == without.text(path), "\(path)")
      } else {
        #expect(bytes == without.files[path], "\(path)")
      }
    }
  }
}
