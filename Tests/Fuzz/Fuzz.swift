// Texts that libFuzzer makes, read and written; each must keep what is promised of every text. `make fuzz` builds and
// runs this with the sanitizers for memory.

import Foundation
@testable import Reading
@testable import Records
@testable import Rendering

/// What of the program is given the text, by the name in `SAMSYN_FUZZ`.
private enum Subject: String, CaseIterable {
  case frontMatter = "front-matter"
  case reader, markup, slug
  case personalData = "personal-data"
}

nonisolated(unsafe) private let subject = Subject(
  rawValue: ProcessInfo.processInfo.environment["SAMSYN_FUZZ"] ?? "")

@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let subject else { preconditionFailure("SAMSYN_FUZZ names none of \(Subject.allCases.map(\.rawValue))") }
  switch subject {
  case .frontMatter:
    let fenced = Array("---\n".utf8) + bytes + Array("\n---\n# T\n".utf8)
    let text = normalise(SourceFile(path: "a.md", bytes: fenced))
    _ = readFrontMatter(text.bytes, path: "a.md")
  case .reader:
    // The folder decides what kind of document it is; the first byte decides the folder.
    let folders = ["protokoll", "uppdrag", "avtal", "sidor", "x"]
    let folder = folders[Int(bytes.first ?? 0) % folders.count]
    let document = read(SourceFile(path: "\(folder)/a.md", bytes: Array(bytes.dropFirst())))
    for diagnostic in document.diagnostics { precondition(diagnostic.location.map { $0.line >= 1 } ?? true) }
  case .markup:
    let text = normalise(SourceFile(path: "a.md", bytes: bytes))
    guard text.diagnostics.isEmpty else { break }
    let (blocks, problems) = parseMarkdown(text.bytes[...], firstLine: 1)
    var html: [UInt8] = []
    MarkupHTML { _ in "#x" }.write(blocks, to: &html)
    // What is refused is told, and then nothing is published.
    if problems.contains(where: { Diagnostic($0.problem, at: nil).severity == .error }) { break }
    check(html)
  case .slug:
    let made = slug(String(decoding: bytes, as: UTF8.self))
    precondition(made.utf8.count <= 80)
    precondition(made.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    precondition(slug(made) == made)
  case .personalData:
    var end = 0
    for one in personalData(in: bytes.span) {
      precondition(one.place.lowerBound >= 0 && one.place.upperBound <= bytes.count && !one.place.isEmpty)
      precondition(one.place.upperBound > end)
      end = one.place.upperBound
    }
  }
  return 0
}

/// Every tag is one that the writer knows, without a handler, and every address is one that may be followed.
private func check(_ html: [UInt8]) {
  let text = String(decoding: html, as: UTF8.self).lowercased()
  var rest = Substring(text)
  while let open = rest.firstIndex(of: "<") {
    let end = rest[open...].firstIndex(of: ">") ?? rest.endIndex
    let tag = rest[rest.index(after: open)..<end]
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    precondition(tags.contains(String(name)), "a tag of its own: \(tag)")
    // Every second part is a value in quotes, in which no quote can stand.
    let names = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }
    precondition(!names.contains { $0.element.contains(" on") }, "a handler: \(tag)")
    for scheme in ["javascript:", "vbscript:", "data:", "file:"] {
      precondition(!tag.contains("=\"" + scheme), "an address that runs: \(tag)")
    }
    rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
  }
}

private let tags: Set<String> = [
  "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code", "hr", "div", "table", "thead",
  "tbody", "tr", "th", "td", "br", "em", "strong", "a", "img", "del", "ins", "s", "sup", "sub", "span",
]
