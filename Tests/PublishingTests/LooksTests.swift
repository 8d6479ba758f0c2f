import Foundation
import Testing

@testable import Publishing
@testable import Records

/// What a site has of its own: its mark, its colour, its templates.
@Suite struct LooksTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("content/sidor/om.md", "# Om oss\n\nText.\n")
  }

  private func settings(_ more: String) throws {
    try scratch.write("content/samsyn.yml", "exempel: 2026-04-15\n\(more)")
  }

  private func told(_ settings: String) throws -> [String] {
    try self.settings(settings)
    return try build(scratch.folder, Choices(today: CalendarDate(iso: "2026-04-15")!), publishes: false).diagnostics.map
    {
      "\($0.location.map { "\($0.line) " } ?? "")\($0.problem.id): \($0.problem.words)"
    }
  }

  @Test func `the logo stands beside the name on every page, as it is`() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 30\"><rect width=\"90\" height=\"30\"/></svg>"
    try scratch.write("content/bilder/Vår logga.svg", svg)
    try settings("namn: Samverkan\nlogotyp: bilder/Vår logga.svg\n")
    let answer = try scratch.run("build")
    #expect(answer.status == 0 && !answer.errors.contains("warning"), "\(answer.errors)")
    let tree = scratch.tree()
    #expect(tree["assets/logotyp.svg"] == svg)
    let image = "<img class=\"logo\" src=\"../assets/logotyp.svg\" alt=\"\" width=\"120\" height=\"40\">Samverkan</a>"
    #expect(tree["om/index.html"]?.contains(image) == true)
    #expect(tree["index.html"]?.contains("src=\"assets/logotyp.svg\"") == true)
  }

  @Test func `a logo that cannot be one is an error that says what to do`() throws {
    try scratch.write("content/logga.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")
    try scratch.write("content/stor.png", [UInt8](repeating: 0, count: 200_000))
    for (file, words) in [
      ("loga.svg", "menade du ”logga.svg”?"), ("../logga.svg", "ska ligga i mappen content"),
      ("/logga.svg", "ska ligga i mappen content"),
      (".logga.svg", "dolda mappar"), ("samsyn.yml", "varken SVG eller PNG"), ("logga.svg", "<script>"),
      ("stor.png", "196 KiB, och gränsen är 100 KiB"),
    ] {
      let found = try told("logotyp: \(file)\n").filter { $0.contains("logo: ") }
      #expect(found.count == 1 && found[0].hasPrefix("2 ") && found[0].contains(words), "\(file): \(found)")
    }
  }

  @Test
  func `a colour that cannot be read is an error with its contrast and the nearest that can, which is then taken`()
    throws
  {
    let found = try told("accentfärg: \"#ff8800\"\n")
    #expect(found.count == 1 && found[0].hasPrefix("2 accent-contrast: "))
    #expect(found[0].contains("mot den ljusa bakgrunden: kontrasten är 2,") && found[0].contains("minst 4,50:1"))
    let shade = try #require(found[0].split(separator: "\"").last)
    #expect(try told("accentfärg: \"\(shade)\"\n") == [])
    let dark = try told("accentfärg:\n  ljus: \"#7a1f3d\"\n  mörk: \"#7a1f3d\"\n")
    #expect(dark.count == 1 && dark[0].hasPrefix("4 accent-contrast: ") && dark[0].contains("mörka"))
    for wrong in ["#0d5c55", "röd", "\"#0d5\"", "{mörk: \"#ffffff\"}"] {
      #expect(
        try told("accentfärg: \(wrong)\n").contains { $0.contains("accentfärg") || $0.contains("ljus") }, "\(wrong)")
    }
  }

  @Test func `a template of the site's own stands in the place of the program's, file by file`() throws {
    try FileManager.default.removeItem(atPath: scratch.path + "/templates")
    try settings("")
    let program = try build(scratch.folder, Choices(today: CalendarDate(iso: "2026-04-15")!), publishes: false)
    #expect(program.diagnostics.isEmpty)
    try scratch.write(
      "templates/pages/plain.mustache",
      "{{<layout}}\n{{$main}}\n<h1>{{title}}</h1>\n<p>Vår egen.</p>\n{{{textHTML}}}\n{{/main}}\n{{/layout}}\n")
    try scratch.write("templates/assets/site.css", "p { color: inherit; }\n")
    try scratch.write("templates/assets/egen.css", "a { color: inherit; }\n")
    #expect(try scratch.run("build").status == 0)
    let tree = scratch.tree()
    #expect(
      tree["om/index.html"]?.contains("<p>Vår egen.</p>") == true
        && tree["om/index.html"]?.contains("site-footer") == true)
    #expect(
      tree["assets/site.css"] == "p { color: inherit; }\n" && tree["assets/egen.css"] != nil
        && tree["assets/search.js"] != nil)
  }

  @Test func `a template that no page asks for is told of, with the one that may be meant`() throws {
    try scratch.write("templates/pages/plane.mustache", "<p>Hej</p>\n")
    let found = try told("")
    #expect(found.count == 1 && found[0].contains("template-unused") && found[0].contains("menade du ”pages/plain”?"))
  }
}
