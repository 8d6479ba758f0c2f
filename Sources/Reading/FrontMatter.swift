internal import Records

/// What the lines between the dashes state, typed by the schema. Each fact is `.stated`, with its line.
struct FrontMatter: Sendable {
  /// The keys that were used, in order, with the kinds of document that each is for.
  var keys: [(name: String, documents: [DocumentKind], line: Int)] = []
  var kind: Fact<DocumentKind>?
  var title: Fact<String>?
  var body: Fact<String>?
  var date: Fact<CalendarDate>?
  var time: Fact<String>?
  var place: Fact<String>?
  var reference: Fact<String>?
  var chair: Fact<String>?
  var secretary: Fact<String>?
  var approved: Fact<CalendarDate>?
  var verifiers: [Fact<String>] = []
  /// Nil where nothing is said of them; empty where it is said that there was nobody. So with the meetings and signers.
  var present: [Attendance]?
  var others: [Attendance]?
  var absent: [Attendance]?
  var nextMeetings: [NextMeeting]?
  var signatures: [Signature]?
  /// What `punkter` states, by the item's number.
  var items: [(item: StatedItem, line: Int)] = []
  /// What terms of reference state of their bodies.
  var bodies: [StatedBody] = []
  var isDraft = false
  var id: Fact<String>?
  var validFrom: Fact<CalendarDate>?
  var validTo: Fact<CalendarDate>?
  /// `giltig till: tillsvidare`, which overrules an end date that the text names.
  var untilFurtherNotice: Fact<Bool>?
  var agreementKind: Fact<Agreement.Kind>?
  var replaces: [Fact<String>] = []
  var adoption: Adoption?
  var matter: Fact<String>?
  var archiveDecision: Adoption?
  var extraMeetingDecision: Adoption?
  var parties: [Fact<String>] = []
  var topics: [Fact<String>] = []
  var order: Fact<Int>?
  var language: Fact<LanguageTag>?
  /// Personal data that may stay, each kind by a decision.
  var exceptions: [PersonalDataException] = []
  var corrections: [Correction] = []
  var attachments: [StatedAttachment] = []
  var struckText: StruckText?
  /// The map itself, for the lock of approved texts.
  var entries: [YAMLValue.Entry] = []
}

/// A row of `undantag:`.
struct PersonalDataException: Sendable {
  var kind: PersonalDataKind?
  var reason = ""
  var decision: Adoption?
}

package enum DocumentKind: String, Sendable, CaseIterable {
  case minutes = "protokoll"
  case terms = "uppdrag"
  case agreement = "avtal"
  case page = "sida"
}

/// Front matter is what stands between a first line `---` and the next line `---`. Most documents have none, and
/// then this looks at three bytes. `bodyLine` is the line of the file at which the Markdown starts.
func readFrontMatter(_ bytes: ArraySlice<UInt8>, path: String)
  -> (frontMatter: FrontMatter, bodyOffset: Int, bodyLine: Int, diagnostics: [Diagnostic])
{
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.startIndex + 3 : bytes.startIndex
  guard let first = endOfFence(bytes, at: start) else { return (FrontMatter(), start, 1, []) }
  var line = 2
  var offset = first
  while offset < bytes.endIndex {
    if let end = endOfFence(bytes, at: offset) {
      let (frontMatter, diagnostics) = typed(bytes[first..<offset], path: path)
      return (frontMatter, end, line + 1, diagnostics)
    }
    guard let newline = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { break }
    offset = newline + 1
    line += 1
  }
  let unclosed = Diagnostic(.frontMatterUnclosed, at: SourceLocation(path: path, line: 1, column: 1))
  return (FrontMatter(), bytes.endIndex, line, [unclosed])
}

func readFrontMatter(_ bytes: [UInt8], path: String)
  -> (frontMatter: FrontMatter, bodyOffset: Int, bodyLine: Int, diagnostics: [Diagnostic])
{ readFrontMatter(bytes[...], path: path) }

/// Where the line after a fence starts, if a line of three hyphens and at most spaces starts at `offset`.
private func endOfFence(_ bytes: ArraySlice<UInt8>, at offset: Int) -> Int? {
  guard bytes[offset...].starts(with: [0x2D, 0x2D, 0x2D]) else { return nil }
  var end = offset + 3
  while end < bytes.endIndex {
    switch bytes[end] {
    case UInt8(ascii: "\n"): return end + 1
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): end += 1
    default: return nil
    }
  }
  return end
}

private func typed(_ yaml: ArraySlice<UInt8>, path: String) -> (FrontMatter, [Diagnostic]) {
  var frontMatter = FrontMatter()
  let (value, syntax) = readYAML(yaml, path: path, firstLine: 2)
  guard let value else { return (frontMatter, syntax) }
  let problems = frontMatterSchema.read(value, into: &frontMatter)
  if case .map(let entries) = value.content {
    frontMatter.entries = entries
    for entry in entries {
      guard let key = frontMatterSchema.keys.first(where: { $0.name == entry.key }) else { continue }
      frontMatter.keys.append((key.name, key.documents, entry.location.line))
    }
  }
  return (frontMatter, problems)
}
