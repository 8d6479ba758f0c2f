internal import Reading
internal import Records

/// What is looked for in every file that is written, whichever way it came there: what the documents were checked for, and
/// the names of protected people.
struct WrittenCheck: Sendable {
  /// The e-mail addresses that may stand in it.
  var addresses: Set<String> = []
  var protectedNames: ProtectedNames?

  func diagnostics(of bytes: [UInt8], page: String) -> [Diagnostic] {
    // What is zipped is the words of what is looked through as a page.
    if bytes.starts(with: [0x1F, 0x8B]) { return [] }
    let found = personalData(in: bytes.span).filter { one in
      let isAddress = one.kind == .email || one.kind == .privateEmail
      guard isAddress else { return one.kind.isAlwaysRefused }
      return !addresses.contains(roleAddress(String(decoding: bytes[one.place], as: UTF8.self)))
    }
    return found.map { Diagnostic(.personalDataInPage($0.kind, page: page), at: nil) }
      + (protectedNames?.lines(in: bytes) ?? []).map { Diagnostic(.protectedName(line: $0, page: page), at: nil) }
  }
}

/// People whose names may stand nowhere: those whom a decision of the tax agency protects, as far as the site has to know.
/// The list is a file outside the content folder, a name a line, so that it is in no version control with the documents;
/// it is never printed.
struct ProtectedNames: Sendable {
  private let matcher: MentionMatcher

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    matcher = MentionMatcher(
      lines.flatMap { number, line -> [(String, Target)] in
        let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
        guard let first = words.first, first.first != "#" else { return [] }
        let name = words.joined(separator: " ")
        // The genitive in capitals too.
        return [name, name + "s"].map { ($0, .person(ID(number + 1))) }
      })
  }

  /// The lines of the list, each once, whose names stand in the text.
  func lines(in bytes: [UInt8]) -> [Int] {
    let lines = matcher.matches(in: bytes).compactMap { match in
      if case .person(let line) = match.target { line.index } else { nil }
    }
    return Set(lines).sorted()
  }
}

extension SiteFolder {
  /// The list that `samsyn.yml` names. One that cannot be read is an error: what it protects would be published.
  func protectedNames(_ site: Site) -> (ProtectedNames?, [Diagnostic]) {
    guard let setting = site.protectedNames else { return (nil, []) }
    let path = setting.value.hasPrefix("/") ? setting.value : path(ofContent: setting.value)
    let (file, unreadable) = Self.read(path)
    guard unreadable.isEmpty, let text = String(validating: file.bytes, as: UTF8.self) else {
      let place = SourceLocation(path: self.path(ofContent: "samsyn.yml"), line: setting.line)
      return (nil, [Diagnostic(.protectedNamesUnreadable(path: path), at: place)])
    }
    return (ProtectedNames(text.precomposed), [])
  }
}

extension String {
  /// In NFC, as everything that is written is.
  fileprivate var precomposed: String {
    let text = normalise(SourceFile(path: "", bytes: Array(utf8)))
    return text.diagnostics.isEmpty ? String(decoding: text.bytes, as: UTF8.self) : self
  }
}
