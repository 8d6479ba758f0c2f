import Foundation
import Testing

@testable import Records
@testable import Rendering

@Suite struct AccentTests {
  @Test func `contrast is that of WCAG`() throws {
    let grey = try #require(Colour(hex: "#767676"))
    #expect(Colour.white.contrast(with: .black) == 21 && Colour.white.contrast(with: .white) == 1)
    // The lightest grey that is enough on white, and the one after it (WebAIM's and W3C's example).
    #expect(grey.contrast(with: .white) >= 4.5)
    #expect(try #require(Colour(hex: "777777")).contrast(with: .white) < 4.5)
    #expect(Colour(hex: "#12") == nil && Colour(hex: "#12345g") == nil && "\(grey)" == "#767676")
  }

  @Test func `what links stand on is what the style sheet says`() throws {
    let sheet = try #require(OwnTemplates.assets.first { $0.name == "assets/site.css" })
    let text = String(decoding: sheet.bytes, as: UTF8.self)
    let dark = try #require(text.firstRange(of: "prefers-color-scheme: dark"))
    for (ground, part) in [(Accent.Ground.light, text[..<dark.lowerBound]), (.dark, text[dark.upperBound...])] {
      let named = ["--ground", "--surface", "--tint"].map { name in
        part.firstRange(of: "\(name): ").map { String(part[$0.upperBound...].prefix(7)) }
      }
      #expect(named == ground.colours.map { "\($0)" })
    }
  }

  @Test func `of any colour there is a shade that can be read, and it is the nearest`() {
    for number in stride(from: 0, to: 1 << 24, by: 7919) {
      let colour = Colour(red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
      for ground in Accent.Ground.allCases {
        let shade = Accent.shade(of: colour, on: ground)
        #expect(shade.contrast(on: ground.colours) >= Accent.contrast)
        if colour.contrast(on: ground.colours) >= Accent.contrast { #expect(shade == colour) }
      }
    }
  }

  @Test func `whatever colour is taken, all text that stands on it or is in it can be read`() {
    for number in stride(from: 0, to: 1 << 24, by: 7919) {
      let colour = Colour(red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
      let accent = Accent(light: Accent.shade(of: colour, on: .light))
      #expect(accent.dark.contrast(on: Accent.Ground.dark.colours) >= 7)
      for ground in Accent.Ground.allCases {
        let band = accent.band(on: ground)
        #expect(Colour.white.contrast(with: band.ground) >= 4.5 && band.soft.contrast(with: band.ground) >= 4.5)
      }
    }
  }

  @Test func `the style sheet ends with the site's own colour, and paper stays black on white`() throws {
    var archive = Fixture.county
    archive.site.accentInLight = Fact(try #require(Colour(hex: "#7a1f3d")), line: 1, .stated)
    let sheet = RenderedSite(archive).text("assets/site.css")
    let own = try #require(
      sheet.firstRange(of: "@media screen { :root { --link: #7a1f3d; --accent: #7a1f3d; --band: #7a1f3d;"))
    #expect(sheet[own.lowerBound...].contains("@media screen and (prefers-color-scheme: dark) { :root { --link: #"))
    #expect(!RenderedSite().text("assets/site.css").contains("@media screen"))
  }

  @Test func `a page in another language says so round its text and wherever its title stands`() {
    var archive = Fixture.county
    archive.pages[0].page.language = LanguageTag("ar")
    let site = RenderedSite(archive)
    let page = site.text("\(archive.pages[0].slug)/index.html")
    #expect(page.contains("<html lang=\"sv\">") && page.contains("<article lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<li aria-current=\"page\" lang=\"ar\">"))
    #expect(site.text("index.html").contains("lang=\"ar\" hreflang=\"ar\">\(archive.pages[0].page.title)</a>"))
    #expect(site.text("\(archive.pages[0].slug)/index.json").contains("\"language\":\"ar\""))
    let swedish = RenderedSite().text("\(archive.pages[0].slug)/index.html")
    #expect(swedish.contains("<article>") && !swedish.contains("hreflang"))
  }
}
