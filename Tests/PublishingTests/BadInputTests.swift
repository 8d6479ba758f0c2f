import Foundation
import Testing

@testable import Publishing
@testable import Records

/// What may be wrong with a site's files: each is told with its place, the status says so, and the site that stood
/// before stands as it did.
@Suite struct BadInputTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.publish(["index.html": "den gamla", "organ/lsg/index.html": "x"])
    try scratch.write("content/sidor/om.md", "# Om\n\nText.\n")
  }

  @Test(arguments: BadInput.all) func `bad content is told and changes nothing`(_ bad: BadInput) throws {
    try scratch.write("content/sidor/fel.md", bad.bytes)
    try refuses(bad.told, status: 1)
    #expect(try scratch.run("check").errors.contains("[\(bad.id)]"))
  }

  @Test func `every bad file is told at once, sorted by path`() throws {
    for (number, bad) in BadInput.all.enumerated() { try scratch.write("content/sidor/\(number).md", bad.bytes) }
    let answer = try scratch.run("check")
    #expect(answer.status == 1)
    let paths = answer.errors.split(separator: "\n").compactMap { line -> String? in
      line.hasPrefix("content/") ? String(line.prefix { $0 != ":" }) : nil
    }
    #expect(paths == paths.sorted())
    #expect(Set(paths).count == BadInput.all.count)
  }

  @Test func `a content folder that is not there`() throws {
    try refuses("samsyn: error: Mappen contnt finns inte", "--content", "contnt", status: 1)
  }

  @Test func `a content folder without documents`() throws {
    try FileManager.default.removeItem(atPath: scratch.path + "/content/sidor")
    try refuses("samsyn: error: Mappen content har inga dokument", status: 1)
  }

  @Test func `a typo in samsyn.yml`() throws {
    try scratch.write("content/samsyn.yml", "namn: A\nlan: B\n")
    try refuses("content/samsyn.yml:2:1: error: Nyckeln ”lan” finns inte; menade du ”län”? [unknown-key]", status: 1)
  }

  @Test func `a symbolic link among the documents`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/content/passwd.md", withDestinationPath: "/etc/passwd")
    try refuses("content/passwd.md:1:1: error: Symboliska länkar", status: 1)
  }

  @Test func `a pipe among the documents`() throws {
    mkfifo(scratch.path + "/content/pipe.md", 0o600)
    try refuses("content/pipe.md:1:1: error: Filen kan inte läsas", status: 1)
  }

  @Test func `two documents on one address`() throws {
    let text = "---\ntyp: avtal\nid: samma\ntitel: Avtal\ngiltig från: 2024-01-01\nantaget: 2023-12-01\n---\n\nText.\n"
    try scratch.write("content/avtal/a.md", text)
    try scratch.write("content/avtal/b.md", text)
    try refuses("är redan tagen av content/avtal/", status: 1)
  }

  @Test func `two plain pages on one address`() throws {
    try scratch.write("content/sidor/annan/om.md", "# Annan\n\nText.\n")
    try refuses("är redan tagen av content/sidor/", status: 1)
  }

  @Test func `a page on the address of a register`() throws {
    try scratch.write("content/sidor/beslut.md", "# Beslut\n\nText.\n")
    try refuses("content/sidor/beslut.md:1:1: error: Adressen /beslut/", status: 1)
  }

  @Test func `templates that are not there`() throws {
    try refuses("samsyn: error: Mappen tmpl med mallar finns inte", "--templates", "tmpl", status: 1)
  }

  @Test(arguments: ["layout", "pages/start", "parts/link"]) func `a template that is broken`(_ name: String) throws {
    try scratch.write("templates/\(name).mustache", "{{#namn}}")
    try refuses("templates/\(name).mustache:1:", status: 1)
  }

  @Test(arguments: [["--as-of", "2024-02-30"], ["--base-url", "samverkan"], ["--utkast"], ["mapp"], ["--site"]])
  func `a command line that cannot be understood`(_ arguments: [String]) throws {
    try refuses("Fel: ", arguments, status: 2)
  }

  private func refuses(_ words: String, _ arguments: String..., status: Int32) throws {
    try refuses(words, arguments, status: status)
  }

  private func refuses(_ words: String, _ arguments: [String], status: Int32) throws {
    let before = scratch.tree("")
    for command in ["check", "build"] {
      let (process, _, errors) = try scratch.start([command] + arguments)
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == status)
      #expect(text.contains(words))
      #expect(scratch.tree("") == before)
      #expect(scratch.litter.isEmpty)
    }
  }
}

struct BadInput: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  /// How the line of the diagnostic begins.
  var told: String
  var id: String

  init(_ name: String, _ bytes: [UInt8], _ place: String, _ id: String) {
    (testDescription, self.bytes, self.id) = (name, bytes, id)
    told = "content/sidor/fel.md:\(place): error: "
  }

  init(_ name: String, _ text: String, _ place: String, _ id: String) { self.init(name, Array(text.utf8), place, id) }

  static let all = [
    BadInput("invalid UTF-8", Array("# Å\n\nSamr".utf8) + [0xE5] + Array("det\n".utf8), "3:5", "invalid-utf8"),
    BadInput("a NUL", "# A\n\nfel\u{0}här\n", "3:4", "forbidden-character"),
    BadInput("two MiB", "# A\n" + String(repeating: "ord \n", count: 420_000), "1:1", "file-too-large"),
    BadInput("17 MiB", "# A\n" + String(repeating: "ord och \n", count: 2_000_000), "1:1", "file-too-large"),
    BadInput("a long line", "# A\n\n" + String(repeating: "ord ", count: 20_000), "3:1", "line-too-long"),
    BadInput("50 000 nested >", "# A\n\n" + String(repeating: ">", count: 50_000) + " x\n", "3:1", "nesting-too-deep"),
    BadInput("unmatched [", "# A\n\n" + String(repeating: "[", count: 5_000) + "\n", "3:1", "too-many-brackets"),
    BadInput("a front matter typo", "---\ntitle: A\n---\n", "2:1", "unknown-key"),
    BadInput("front matter that is never closed", "---\ntitel: A\n\n# A\n", "1:1", "front-matter-unclosed"),
    BadInput("a day that does not exist", "---\ndatum: 2024-02-30\n---\n", "2:8", "wrong-value"),
    BadInput("raw HTML", "# A\n\ntext\n\n<script>alert(1)</script>\n", "5:1", "raw-html"),
    BadInput("a javascript link", "# A\n\n[x](javascript:alert(1))\n", "3:1", "unsafe-link"),
  ]
}
