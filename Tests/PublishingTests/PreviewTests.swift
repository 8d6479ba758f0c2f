import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct PreviewTests {
  let scratch: Scratch
  let preview: Preview
  let today = Choices(today: CalendarDate(iso: "2026-04-15")!)

  init() throws {
    scratch = try Scratch()
    try scratch.write("content/samsyn.yml", "namn: Samverkan\nexempel: 2026-04-15\n")
    try scratch.write("content/sidor/om.md", "# Om oss\n\nText.\n")
    preview = Preview(scratch.folder, name: "a")
  }

  private func ask(_ target: String, _ method: String = "GET", host: String? = "127.0.0.1:8080") -> Preview.Answer {
    preview.answer(to: Preview.Request(method: method, target: target, host: host))
  }

  private func page(_ target: String) -> String { String(decoding: ask(target).body, as: UTF8.self) }

  @Test func `pages and files are shown as a web server would, and nothing is written`() throws {
    preview.build(today)
    let start = ask("/")
    #expect(start.status == 200 && start.headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(start.headers["Cache-Control"] == "no-store")
    #expect(ask("/om?a=1").status == 308 && ask("/om?a=1").headers["Location"] == "/om/?a=1")
    #expect(ask("/om/?a=1").status == 200)
    #expect(ask("/%6Fm/").status == 200)
    #expect(ask("/assets/site.css").headers["Content-Type"] == "text/css; charset=utf-8")
    #expect(ask("/data/index.json").headers["Content-Type"] == "application/json; charset=utf-8")
    let found = try scratch.index(of: preview)
    let index = try #require(found)
    #expect(index.headers["Content-Type"] == "application/octet-stream" && index.headers["Content-Encoding"] == nil)
    #expect(index.body.starts(with: [0x1F, 0x8B]))
    #expect(ask("/finns-inte/").status == 404)
    #expect(scratch.litter.isEmpty && scratch.tree("content").keys.sorted() == ["samsyn.yml", "sidor/om.md"])
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/public"))
  }

  @Test func `no address leads to anything but the site's own files`() {
    preview.build(today)
    for target in [
      "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/om/../../content/samsyn.yml", "//etc/passwd",
      "/om/%00", "/..%2fcontent%2fsamsyn.yml", "http://127.0.0.1/om/", "/%ff", "/%zz", "om/", "", "/.samsyn",
    ] {
      #expect([400, 404].contains(ask(target).status), "\(target)")
    }
  }

  @Test func `only names of this computer are answered, and only GET and HEAD`() {
    preview.build(today)
    for host in ["127.0.0.1", "127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080"] {
      #expect(ask("/", host: host).status == 200, "\(host)")
    }
    for host in [
      "samverkan.example", "127.0.0.1.samverkan.example", "localhost.samverkan.example:8080",
      "127.0.0.1:8080@samverkan.example", "127.0.0.10", "localhost:80a", "", nil,
    ] {
      #expect(ask("/", host: host).status == 421, "\(host ?? "none")")
      #expect(ask(Preview.versionPath, host: host).status == 421, "\(host ?? "none")")
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"] {
      #expect(ask("/", method).status == 405 && ask("/", method).headers["Allow"] == "GET, HEAD", "\(method)")
    }
    #expect(ask("/", "HEAD").status == 200)
  }

  @Test func `what is wrong stands above the page that was there before, until it is mended`() throws {
    preview.build(today)
    let first = preview.version
    #expect(page("/om/").contains("data-version=\"\(first)\"") && !page("/om/").contains("samsyn-errors"))
    try scratch.write("content/sidor/om.md", "---\ntitl: X\n---\n# Om <b>alla</b>\n")
    preview.build(today)
    #expect(preview.version != first)
    let broken = page("/om/")
    #expect(broken.contains("<h1>Om oss</h1>") && broken.contains("samsyn-errors"))
    #expect(broken.contains("content/sidor/om.md</code> rad 2, kolumn 1") && broken.contains("2 | titl: X"))
    #expect(broken.contains("titel"))
    try scratch.write("content/sidor/om.md", "# Om alla\n")
    preview.build(today)
    #expect(page("/om/").contains("<h1>Om alla</h1>") && !page("/om/").contains("samsyn-errors"))
  }

  @Test func `before the first build without errors there is a page that says what is wrong`() throws {
    #expect(ask("/").status == 503 && page("/").contains("Webbplatsen byggs"))
    try scratch.write("content/sidor/om.md", "# Om\n\n<script>alert(1)</script>\n")
    preview.build(today)
    let answer = ask("/moten/")
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(answer.status == 503 && text.contains("content/sidor/om.md</code> rad 3"))
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !text.contains("<script>alert"))
    try FileManager.default.removeItem(atPath: scratch.path + "/content")
    preview.build(today)
    #expect(ask("/").status == 503 && page("/").contains("samsyn-errors"))
  }

  @Test func `what is kept from the public is told in the folded part, and shown when drafts are asked for`() throws {
    try scratch.write("content/sidor/plan.md", "---\nstatus: utkast\n---\n# Planen\n\nHemlig text.\n")
    preview.build(today)
    #expect(ask("/plan/").status == 404)
    #expect(page("/").contains("1 dokument hålls inne") && page("/").contains("content/sidor/plan.md"))
    preview.build(Choices(drafts: true, today: today.today))
    #expect(page("/plan/").contains("Hemlig text.") && page("/plan/").contains("<p class=\"draft\">UTKAST</p>"))
    #expect(page("/").contains("Förhandsvisning med utkast"))
  }

  @Test func `every kind of change to the sources is seen, and nothing else`() throws {
    func change(_ make: () throws -> Void) throws -> Bool {
      let before = scratch.folder.settledSources()
      try make()
      return scratch.folder.settledSources() != before
    }
    let (path, files) = (scratch.path + "/content/sidor", FileManager.default)
    #expect(try !change {})
    #expect(try change { try scratch.write("content/sidor/om.md", "# Om oss\n\nTexz.\n") })
    #expect(try change { try scratch.write("content/svar/ny.yml", "") })
    #expect(try change { try files.moveItem(atPath: path + "/om.md", toPath: path + "/oss.md") })
    #expect(try change { try files.removeItem(atPath: path + "/oss.md") })
    #expect(try change { try scratch.write("templates/assets/site.css", "") })
    #expect(try change { try files.createDirectory(atPath: path + "/tom", withIntermediateDirectories: true) })
    #expect(try !change { try scratch.write("content/sidor/.om.md.swp", "x") })
    #expect(try change { try files.removeItem(atPath: scratch.path + "/content") })
    #expect(try !change {})
  }
}

extension Scratch {
  /// A file of the search index, as the preview shows it.
  fileprivate func index(of preview: Preview) throws -> Preview.Answer? {
    #expect(try run("build", "--output", "index").status == 0)
    defer { try? FileManager.default.removeItem(atPath: path + "/index") }
    return tree("index").keys.first { $0.hasSuffix(".sok") }.map {
      preview.answer(to: Preview.Request(target: "/" + $0))
    }
  }
}
