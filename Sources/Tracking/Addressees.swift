internal import Records

/// The principals that a text names, one by one or as a group: "Gran kommun och Region Skog", "länets kommuner".
struct Addressees {
  /// Words of a sentence as they are compared, without the marks beside them.
  typealias Words = [String]

  /// A run of names, where it ends, and whether it says that all of a group are meant.
  struct Run {
    var principals: [ID<Principal>]
    var end: Int
    var isAll = false
  }

  private var names: [String: ID<Principal>] = [:]
  private var groups: [String: [ID<Principal>]] = [:]
  /// How many words the longest has of those that begin with one.
  private var longest: [String: Int] = [:]

  init(_ archive: Archive) {
    for (index, principal) in archive.principals.enumerated() {
      for name in [principal.name, withoutGenitive(principal.name)] + principal.aliases
      where names[nameKey(name)] == nil {
        names[nameKey(name)] = ID(index)
      }
    }
    let all = archive.principals.indices.map { ID<Principal>($0) }
    let municipalities = all.filter { archive[$0].kind == .municipality }
    let regions = all.filter { archive[$0].kind == .region }
    for (form, members) in [("huvudmän", all), ("kommuner", municipalities), ("regioner", regions)] {
      let definite = form == "huvudmän" ? "huvudmännen" : form + "na"
      for words in [
        definite, "alla \(form)", "samtliga \(form)", "länets \(form)", "länets alla \(form)", "alla länets \(form)",
        "länets samtliga \(form)", "samtliga länets \(form)",
      ] { groups[words] = members }
    }
    for words in ["varje huvudman", "respektive huvudman", "var och en av huvudmännen"] { groups[words] = all }
    for words in ["varje kommun", "respektive kommun"] { groups[words] = municipalities }
    // Which of them, the text says elsewhere or not at all.
    for words in ["berörda huvudmän", "berörda kommuner", "övriga huvudmän", "övriga kommuner"] { groups[words] = [] }
    if regions.count == 1 { groups["regionen"] = regions }
    for words in [
      "kommuner och region", "region och kommuner", "kommunerna och regionen", "regionen och kommunerna",
      "region och kommun", "respektive region och kommun", "respektive kommun och region", "kommuner och landsting",
    ] { groups[words] = municipalities + regions }
    for name in [String](names.keys) + groups.keys {
      let words = name.words
      guard let first = words.first.map(String.init) else { continue }
      longest[first] = max(longest[first] ?? 0, words.count)
    }
  }

  /// The run of names that starts at a word: "Gran kommun, Lind kommun och Region Skog"; nil when none does.
  func run(in words: Words, at start: Int) -> Run? {
    var run: Run?
    var place = start
    while let (found, end, isAll) = name(in: words, at: place) {
      let before = run?.principals ?? []
      run = Run(principals: before + found.filter { !before.contains($0) }, end: end, isAll: isAll)
      place = end
      if words.indices.contains(place), ["och", "samt"].contains(words[place]) { place += 1 }
    }
    return run
  }

  /// The longest name or group that starts at a word.
  private func name(in words: Words, at start: Int) -> ([ID<Principal>], end: Int, isAll: Bool)? {
    guard words.indices.contains(start), let longest = longest[words[start]] else { return nil }
    for end in stride(from: min(start + longest, words.count), to: start, by: -1) {
      let key = words[start..<end].joined(separator: " ")
      if let one = names[key] { return ([one], end, false) }
      if let group = groups[key] { return (group, end, true) }
    }
    return nil
  }
}

/// The words of a sentence: as they are compared, and as they are written.
struct SentenceWords {
  private(set) var keys: [String] = []
  private(set) var written: [Substring] = []

  init(_ text: String) {
    for word in text.words {
      let key = nameKey(String(word.withoutMarks))
      guard !key.isEmpty else { continue }
      keys.append(key)
      written.append(word)
    }
  }
}

extension Substring {
  /// Without brackets, quotes and stops at the ends.
  fileprivate var withoutMarks: Substring {
    let bytes = utf8.span
    var (start, end) = (0, bytes.count)
    while start < end, case let length = bytes.mark(from: start), length > 0 { start += length }
    while start < end, case let length = bytes.mark(upTo: end), length > 0 { end -= length }
    return slice(start..<end)
  }
}

extension Span<UInt8> {
  /// How many bytes from the place on are a mark before a word: 0, 1, or 3 for `”`.
  fileprivate func mark(from start: Int) -> Int {
    switch self[start] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
    case 0xE2 where start + 3 <= count && self[start + 1] == 0x80 && self[start + 2] == 0x9D: 3
    default: 0
    }
  }

  /// A mark after a word, or a stop.
  fileprivate func mark(upTo end: Int) -> Int {
    switch self[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): 1
    case 0x9D where end >= 3 && mark(from: end - 3) == 3: 3
    default: mark(from: end - 1)
    }
  }
}
