internal import Records
internal import Synchronization

/// The words that the site's glossary explains: the headings of its page, or paragraphs that begin with a word in bold.
struct Glossary: Sendable {
  let permalink: Permalink
  /// By the line where an explanation starts.
  let marks: [Int: MarkupHTML.Mark]
  fileprivate let anchors: [String]
  fileprivate let matcher: MentionMatcher

  /// Nil where the site has no such page, or nothing is explained there.
  init?(_ archive: Archive) {
    guard let index = archive.pages.firstIndex(where: { $0.slug == "ordlista" }) else { return nil }
    var marks: [Int: MarkupHTML.Mark] = [:]
    var anchors: [String] = []
    var forms: [(name: String, target: Target)] = []
    for block in archive.pages[index].page.blocks {
      let spellings = Self.spellings(of: block)
      guard let first = spellings.first, marks[block.line] == nil else { continue }
      let anchor = "ord-" + slug(first)
      guard !anchors.contains(anchor) else { continue }
      marks[block.line] = MarkupHTML.Mark(ids: [anchor], cssClass: "")
      // The matcher tells records apart by their places; here a place is a word's.
      forms += spellings.flatMap(Self.forms).map { ($0, .page(ID(anchors.count))) }
      anchors.append(anchor)
    }
    guard !anchors.isEmpty else { return nil }
    permalink = archive.permalink(of: .page(ID(index)))
    (self.marks, self.anchors, matcher) = (marks, anchors, MentionMatcher(forms))
  }

  /// "Arbetsutskott (AU)" is written in two ways, and so is "Justerare, justeringsperson".
  private static func spellings(of block: Block) -> [String] {
    let name: String
    switch block.kind {
    case .heading(let level, let inlines) where level > 1: name = inlines.plainText
    case .paragraph(let inlines):
      guard case .strong(let inner)? = inlines.first else { return [] }
      name = inner.plainText
    default: return []
    }
    return name.split { "(),.:".contains($0) }
      .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }.filter { $0.count > 1 }
  }

  /// The word and what it may end in: a form that does not exist stands in no text. An abbreviation has no others.
  private static func forms(of word: String) -> [String] {
    guard word.count > 3, !word.contains(" "), word != word.uppercased() else { return [word] }
    var forms = ["", "n", "en", "et", "t", "a", "e", "er", "ar", "na", "erna", "arna"].map { word + $0 }
    if word.hasSuffix("a") { forms += ["or", "orna"].map { word.dropLast() + $0 } }
    if word.hasSuffix("man") { forms += ["mannen", "män", "männen"].map { word.dropLast(3) + $0 } }
    return forms
  }
}

/// The words of the glossary on one page, each a link where it is first used.
final class TermLinks: Sendable {
  private let glossary: Glossary
  /// The glossary's address as seen from the page.
  private let path: String
  private let seen = Mutex<Set<Int>>([])

  init(_ glossary: Glossary, on page: Permalink) {
    self.glossary = glossary
    path = glossary.permalink.relative(to: page)
  }

  func write(_ text: String, to out: inout [UInt8]) {
    let bytes = Array(text.utf8)
    var position = 0
    for match in glossary.matcher.matches(in: bytes) {
      guard case .page(let word) = match.target else { continue }
      let written = String(decoding: bytes[match.range], as: UTF8.self)
      guard isMeant(written), seen.withLock({ $0.insert(word.index).inserted }) else { continue }
      out.appendEscaped(String(decoding: bytes[position..<match.range.lowerBound], as: UTF8.self))
      out += "<a class=\"term\" href=\""
      out.appendEscaped(destination: "\(path)#\(glossary.anchors[word.index])")
      out += "\">"
      out.appendEscaped(written)
      out += "</a>"
      position = match.range.upperBound
    }
    out.appendEscaped(position == 0 ? text : String(decoding: bytes[position...], as: UTF8.self))
  }

  /// "MAR" is an abbreviation, and "mar" is not.
  private func isMeant(_ written: String) -> Bool {
    written.utf8.count > 3 || written == written.uppercased()
  }
}
