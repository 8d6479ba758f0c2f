// Texts that libFuzzer makes, read and written; each must keep what is promised of every text. `make fuzz` builds and
// runs this with the sanitizers for memory.

import Foundation
@testable import Approval
@testable import Linking
@testable import Reading
@testable import Records
@testable import Rendering

/// What of the program is given the text, by the name in `SAMSYN_FUZZ`.
private enum Subject: String, CaseIterable {
  case frontMatter = "front-matter"
  case reader, gate, markup, slug
  case personalData = "personal-data"
  case attachments
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
  case .gate:
    gate(bytes)
  case .attachments:
    // The first byte is the kind.
    let kinds = Attachment.Kind.allCases
    let kind = kinds[Int(bytes.first ?? 0) % kinds.count]
    let (text, found) = faults(of: Array(bytes.dropFirst()), as: kind, isStatedAccessible: nil, [], [])
    precondition(found != [.otherKind] || text.isEmpty)
    precondition(Set(found).count == found.count)
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

/// Each a way that terms of reference ask for approval; the last asks for none.
private let rules = [
  "Protokollet justeras av ordföranden och en vald justerare.", "Protokollet justeras av ordföranden.",
  "Protokollet justeras av ordförande och vice ordförande.", "Gruppen möts fyra gånger om året.",
]

private let today = CalendarDate(iso: "2026-04-15")!

/// Whatever the text is, what passes the gate has what its body's rule asks, and what is secret has gone.
private func gate(_ bytes: [UInt8]) {
  let rule = rules[Int(bytes.first ?? 0) % rules.count]
  let terms = "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Granrådet\n\n\(rule)\n"
  let folder = bytes.first.map { $0 < 0xC0 } ?? true ? "protokoll" : "avtal"
  let documents = [
    read(SourceFile(path: "uppdrag/a.md", bytes: Array(terms.utf8))),
    read(SourceFile(path: "\(folder)/a.md", bytes: Array(bytes.dropFirst()))),
  ]
  let names = register(Site(), documents, drafts: false)
  let (admitted, withheld) = admit(documents, register: names, today: today)
  precondition(admitted.count + withheld.count >= 2, "a document is neither public nor withheld")
  for one in admitted {
    precondition(one.withheld == nil && !one.document.isDraft)
    switch one.document.content {
    case .minutes(let minutes): check(minutes, one.approval)
    case .agreement(let agreement): precondition(agreement.adoption.map { $0.date <= today } ?? false)
    case .termsOfReference, .page: break
    case .unrecognised: preconditionFailure("what nobody understood is public")
    }
  }
}

private func check(_ minutes: Minutes, _ approval: Approval?) {
  guard let meeting = minutes.date?.value else { preconditionFailure("minutes without a day are public") }
  precondition(meeting <= today)
  for item in minutes.items where item.secrecy != nil {
    precondition(item.blocks.isEmpty && item.decisions.isEmpty && item.presenters.isEmpty && item.attachments.isEmpty)
  }
  if minutes.isExcerpt {
    precondition(minutes.items.allSatisfy { $0.immediateApproval != nil } && minutes.attendance.isEmpty)
    return
  }
  guard let approval else { preconditionFailure("minutes that nobody approved are public") }
  precondition(approval.date >= meeting && approval.date <= today)
  if approval.evidence == .archiveDecision { return }
  guard let rule = approval.rule else { preconditionFailure("no rule was met") }
  precondition(!rule.roles.isEmpty)
  let approvers = Set(approval.approvers.map { nameKey($0.name) })
  precondition(approvers.count >= rule.roles.count, "one person has more than one role")
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
