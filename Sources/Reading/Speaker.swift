internal import Records

/// The body whose minutes these are, in all the ways its own decisions name it.
struct Speaker {
  /// Lower-case words: "länssamverkansgruppen", "samråd vård och omsorg", "samrådet", "lsg".
  private var names: Set<String> = []
  /// Of the ending of each name: most words that are asked about end no name.
  private var ends: Set<UInt64> = []

  /// More than one body where they meet together.
  init(bodies: [String]) {
    for name in ["mötet", "sammanträdet", "årsmötet", "vi"] { insert(name) }
    for body in bodies { insertNames(of: body) }
    if bodies.isEmpty { for noun in Self.commonNouns { insert(noun) } }
  }

  /// What minutes that never say their body's name call it: no name, but who decides.
  static let commonNouns: Set<String> = [
    "nämnden", "rådet", "gruppen", "styrelsen", "utskottet", "beredningen", "nätverket", "kommittén", "direktionen",
    "styrgruppen", "arbetsgruppen",
  ]

  private mutating func insertNames(of body: String) {
    var name = body
    if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      insert(name[name.index(after: open)...].dropLast().lowercased())
      name = String(name[..<open].trimmed)
    }
    insert(nameKey(name))
    // "Nämnden för nära vård, Region Ek"
    if let first = name.split(separator: ",").first { insert(nameKey(String(first))) }
    let words = nameKey(name).words
    let definite: [(String, String)] = [
      ("grupp", "en"), ("gruppen", ""), ("råd", "et"), ("rådet", ""), ("beredning", "en"), ("nämnd", "en"),
      ("utskott", "et"), ("kommitté", "n"), ("styrelse", "n"), ("seminarium", ""), ("förbund", "et"), ("nätverk", "et"),
      ("nätverket", ""), ("nämnden", ""), ("styrelsen", ""), ("utskottet", ""), ("beredningen", ""), ("kommittén", ""),
      ("direktionen", ""), ("förbundet", ""), ("forum", "et"), ("delegation", "en"), ("delegationen", ""),
      ("direktion", "en"), ("presidium", ""), ("forumet", ""), ("styrgrupp", "en"), ("styrgruppen", ""),
      ("samverkansgrupp", "en"), ("samverkansgruppen", ""), ("ledningsgrupp", "en"), ("ledningsgruppen", ""),
      ("arbetsgrupp", "en"), ("arbetsgruppen", ""), ("chefsgrupp", "en"), ("chefsgruppen", ""),
      ("samordningsgrupp", "en"), ("samordningsgruppen", ""), ("förbundsstyrelse", "n"), ("brå", ""),
    ]
    // "Regionrådsmöte Älvdalen" is a meeting of regionrådet.
    for word in words.map(withoutMeetingEnding) {
      for (ending, suffix) in definite where word.hasSuffix(ending) {
        insert(word + suffix)
        insert(ending + suffix)
      }
    }
    if words.first == "samråd" { insert("samrådet") }
    if words.contains("brå") {
      insert("rådet")
      insert("gruppen")
    }
    // A beredningsgrupp is also called "beredningen".
    for word in words where word.hasPrefix("beredning") { insert("beredningen") }
    for word in words where word.hasPrefix("samråd") { insert("samrådet") }
    // An association decides through its board.
    if name.lowercased().contains("förbund") || name.lowercased().contains("styrelse") {
      insert("styrelsen")
      insert("direktionen")
    }
    if name.lowercased().contains("nämnd") { insert("nämnden") }
    for word in words
    where ["gruppen", "rådet", "nämnden", "styrelsen", "utskottet", "nätverket"].contains(where: { word.hasSuffix($0) })
    { insert(String(word)) }
    if name.lowercased().contains("arbetsutskott") { insert("au") }
    let initials = String(words.filter { $0.count > 2 }.compactMap(\.first))
    if initials.count >= 2 { insert(initials) }
    if words.first?.hasPrefix("länsam") == true { insert("lsg") }
  }

  private func withoutMeetingEnding(_ word: Substring) -> String {
    for ending in ["smöte", "smötet", "ssammanträde"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if hasBodyWord(stem) { return stem }
    }
    return String(word)
  }

  private mutating func insert(_ name: String) {
    guard !name.isEmpty else { return }
    names.insert(name)
    ends.insert(endingHash(of: name[...]))
  }

  /// True when the words name the body and nothing else.
  func isNamed(by words: ArraySlice<Substring>) -> Bool {
    guard let last = words.last, ends.contains(endingHash(of: last)) else { return false }
    return names.contains(nameKey(words.joined(separator: " ")))
  }
}

/// The hash of the last eight bytes of the last word, without the marks at its end. Hyphens and slashes part words in a
/// name's key, and how a long word begins may be spelt in two ways in it ("länssamverkan").
private func endingHash(of text: Substring) -> UInt64 {
  let word = text.bare
  let isGap: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
  let last = Substring(word.utf8.lastIndex(where: isGap).map { word.utf8[word.utf8.index(after: $0)...] } ?? word.utf8)
  return WordHash.of(last.utf8.span, from: max(0, last.utf8.count - 8))
}
