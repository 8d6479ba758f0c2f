import CCmark
import Foundation
import Reading
import Records
import Rendering
import Testing

/// Our HTML against libcmark's: byte for byte the same where none of our extensions enters.
@Suite struct `The HTML of Markdown equals libcmark's` {
  /// Documents, of which some are left out because they use an extension.
  struct Count { var compared = 0, leftOut = 0 }

  private func compare(_ text: [UInt8], _ count: inout Count, _ name: String) {
    let blocks = parseMarkdown(text[...], firstLine: 1).blocks
    if usesExtensions(blocks) { return count.leftOut += 1 }
    count.compared += 1
    let (ours, theirs) = (html(blocks), libcmarkHTML(text))
    if ours == theirs { return }
    let shared = zip(ours.unicodeScalars, theirs.unicodeScalars).prefix { $0 == $1 }.count
    func part(_ html: String) -> String { String(html.unicodeScalars.dropFirst(max(0, shared - 60)).prefix(120)) }
    Issue.record("\(name), \(text.count) bytes, differs:\nours:   \(part(ours))\ntheirs: \(part(theirs))")
  }

  /// 8 times 1 000 documents of nested blocks and 1 000 of signs in any order.
  @Test(arguments: 0..<8) func `for generated documents`(part: Int) {
    var count = Count()
    for index in 0..<1_000 {
      var generator = MarkdownGenerator(seed: part * 1_000 + index)
      compare(Array(generator.document().utf8), &count, "document \(part * 1_000 + index)")
      compare(Array(generator.soup().utf8), &count, "soup \(part * 1_000 + index)")
    }
    print("part \(part): \(count.compared) generated documents compared, \(count.leftOut) left out for our extensions")
    #expect(count.compared > 1_250)
  }

  @Test func `for every byte in text, code, destinations and titles`() {
    var count = Count()
    for byte in UInt8(1)...0x7E where byte != 10 && byte != 13 {
      let sign = String(decoding: [byte], as: UTF8.self)
      for text in [
        "a\(sign)b", "`\(sign)`", "[x](a\(sign)b \"\(sign)\")", "[x](<\(sign)>)", "```\(sign)\n\(sign)", "\\\(sign)",
        "![a\(sign)](b)",
      ] {
        compare(Array(text.utf8), &count, "U+\(String(byte, radix: 16))")
      }
    }
    print("\(count.compared) texts with one byte varied compared")
  }

  @Test func `for the public minutes we were given`() throws {
    let folder = repository.appending(path: "../shared/seeds")
    let files = files(in: folder)
    if files.isEmpty { return print("skipped: no \(folder.path)") }
    for file in files {
      let text = try normalised(file)
      // Where text is struck, libcmark is given tags for tildes and passes the tags on.
      let pieces = String(decoding: text, as: UTF8.self).split(separator: "~~", omittingEmptySubsequences: false)
      let tagged = pieces.enumerated().map { ["</del>", "<del>"][$0.offset % 2] + $0.element }.joined().dropFirst(6)
      let blocks = parseMarkdown(text[...], firstLine: 1).blocks
      let theirs =
        usesExtensions(blocks) ? libcmarkHTML(Array(tagged.utf8), options: CMARK_OPT_UNSAFE) : libcmarkHTML(text)
      #expect(html(blocks) == theirs, "\(file.lastPathComponent)")
    }
    print("\(files.count) given minutes compared")
  }

  @Test func `for the content of this repository`() throws {
    var count = Count()
    let files = files(in: repository.appending(path: "content")).filter { $0.pathExtension == "md" }
    for file in files { compare(try normalised(file), &count, file.path) }
    print("\(count.compared) content files compared, \(count.leftOut) left out for our extensions")
  }

  @Test func `for the examples of the specification`() throws {
    guard let path = ProcessInfo.processInfo.environment["COMMONMARK_SPEC"] else {
      return print("skipped: COMMONMARK_SPEC is not set, see Tests/fetch-commonmark-spec")
    }
    struct Example: Decodable { var example: Int, markdown: String }
    let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: URL(filePath: path)))
    var count = Count()
    var renamed = 0
    for example in examples {
      // The few examples with one of our tags are compared with another tag, which is read the same way.
      let text = example.markdown.replacing("<del>", with: "<dfn>").replacing("</del>", with: "</dfn>")
      renamed += text == example.markdown ? 0 : 1
      compare(Array(text.utf8), &count, "example \(example.example)")
    }
    print(
      "\(count.compared) of \(examples.count) examples of the specification compared, \(renamed) with the tag renamed")
    #expect(examples.count == 652 && count.compared == 652)
  }

  private var repository: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  private func files(in folder: URL) -> [URL] {
    let found =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return found.filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
  }

  private func normalised(_ file: URL) throws -> [UInt8] {
    let text = normalise(SourceFile(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file))))
    #expect(text.diagnostics.isEmpty, "\(file.lastPathComponent)")
    return text.bytes
  }
}
