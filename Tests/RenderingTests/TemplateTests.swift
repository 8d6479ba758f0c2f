import Records
import Rendering
import Testing

struct TemplateTests {
  @Test func `the project's own templates ask for nothing that is not there`() {
    #expect(RenderedSite().diagnostics == [])
  }

  @Test func `a misspelt name is an error with template, line and page`() {
    let files = OwnTemplates.files(changing: "pages/person", "{{meetingCount}}</dd>", to: "{{meetingsCount}}</dd>")
    let diagnostics = RenderedSite(templates: files).diagnostics
    #expect(
      diagnostics.map(\.problem) == [
        .unknownTemplateName(name: "meetingsCount", page: "/personer/anna-berg/"),
        .unknownTemplateName(name: "meetingsCount", page: "/personer/osten-akesson/"),
      ])
    #expect(
      diagnostics.map(\.location?.path) == ["templates/pages/person.mustache", "templates/pages/person.mustache"])
    #expect(diagnostics.first?.location?.line == 11)
  }

  @Test func `a misspelt name in a partial is found in the partial`() {
    let files = OwnTemplates.files(changing: "parts/time", "{{iso}}", to: "{{izo}}")
    let locations = Set(RenderedSite(templates: files).diagnostics.map(\.location))
    #expect(locations == [SourceLocation(path: "templates/parts/time.mustache", line: 1, column: 17)])
  }

  @Test func `a misspelt section is an error too`() {
    let files = OwnTemplates.files(changing: "layout", "isExample", to: "isExampel")
    let found = RenderedSite(templates: files).diagnostics.first
    #expect(found?.problem == .unknownTemplateName(name: "isExampel", page: "/"))
    let layout = files.first { $0.path == "templates/layout.mustache" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    let line = layout.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("isExampel") }.map { $0 + 1 }
    #expect(found?.location == line.map { SourceLocation(path: "templates/layout.mustache", line: $0, column: 1) })
  }

  @Test(arguments: [
    ("{{>parts/timme}}", Problem.partialMissing(name: "parts/timme")),
    ("{{#a}}\n{{/b}}", .templateSyntax(message: "taggen som stänger har ett annat namn än den som öppnade")),
    ("{{>parts/extra}}", .templateSyntax(message: "mallen parts/extra innehåller sig själv")),
    (
      "{{{title}}}",
      .templateSyntax(
        message: "bara värden vars namn slutar på HTML får skrivas med {{{ }}}: de andra är text, skriv {{title}}")
    ),
    (
      "{{&title}}",
      .templateSyntax(
        message: "bara värden vars namn slutar på HTML får skrivas med {{{ }}}: de andra är text, skriv {{title}}")
    ),
    ("{{a.b}}", .templateSyntax(message: "a.b: skriv {{#a}}{{b}}{{/a}} i stället för punkt")),
    ("{{=<% %>=}}", .templateSyntax(message: "egna skiljetecken stöds inte: skriv {{ }}")),
  ])
  func `what Mustache would pass over in silence is an error with its line`(text: String, problem: Problem) {
    let file = SourceFile(
      path: "templates/parts/extra.mustache", name: "parts/extra.mustache", bytes: Array("<p>\n\(text)\n</p>".utf8))
    let (_, diagnostics) = loadTemplates(OwnTemplates.files + [file])
    #expect(diagnostics.map(\.problem) == [problem])
    #expect(diagnostics.first?.location?.path == file.path)
    #expect((2...3).contains(diagnostics.first?.location?.line ?? 0))
  }

  @Test func `a page template that is not there is named`() {
    let files = OwnTemplates.files.filter { $0.path != "templates/pages/minutes.mustache" }
    let (_, diagnostics) = loadTemplates(files)
    #expect(diagnostics == [Diagnostic(.templateMissing(name: "pages/minutes"), at: nil)])
  }

  @Test func `a layout that is not there is one error, and the pages that need it are none`() {
    let files = OwnTemplates.files.filter { $0.name != "layout.mustache" }
    #expect(loadTemplates(files).1 == [Diagnostic(.templateMissing(name: "layout"), at: nil)])
  }

  @Test func `a part that many templates ask for and that is not there is told once`() {
    let files = OwnTemplates.files.filter { $0.name != "parts/time.mustache" }
    #expect(loadTemplates(files).1.map(\.problem) == [.partialMissing(name: "parts/time")])
  }

  @Test func `a template that is not UTF-8 is an error with its line`() {
    let files = OwnTemplates.files.map { file in
      guard file.name == "parts/time.mustache" else { return file }
      return SourceFile(path: file.path, name: file.name, bytes: Array("<p>\nf".utf8) + [0xF6] + Array("rst\n".utf8))
    }
    let (_, diagnostics) = loadTemplates(files)
    #expect(diagnostics.map(\.problem.id) == ["template-syntax"])
    #expect(diagnostics.first?.location == SourceLocation(path: "templates/parts/time.mustache", line: 2))
  }

  @Test func `templates may lie in any folder, with any line ends`() {
    let files = OwnTemplates.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self).replacing("\n", with: "\r\n")
      return SourceFile(path: "mallar/" + file.name, name: file.name, bytes: Array(text.utf8))
    }
    let site = RenderedSite(templates: files)
    #expect(site.diagnostics == [])
    #expect(site.text("index.html") == RenderedSite().text("index.html"))
  }
}
