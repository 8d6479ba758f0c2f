internal import Records

/// The files of words that a search reads:
///
///     t<n>  a range of keys: their stems, and which units each is in, the weightiest first
///     b<n>  the units of a key that has too many for its `t` file, which has none of them
///     p<n>  where the words of `t<n>` stand in those units, for phrases
///     r<n>  the form of each key that is met most, by the ends of their stems: for misspellings and parts
///
/// Keys are not written: a stem tells its own.
struct TermFiles: Sendable {
  var files: [IndexFile] = []
  /// The first key of each `t` file, its name, and that of its `p` file.
  var terms: [(first: Letters, name: String, places: String?)] = []
  /// The first stem of each `r` file, without dots and written backwards.
  var ends: [(first: Letters, name: String)] = []
  /// Keys with a file of their own.
  var big: [(key: Letters, name: String)] = []

  /// Bytes of JSON.
  static let size = 18_000
  static let wordsPerFile = 1_500
  /// Postings longer than this are not kept among others.
  static let inline = 2_400
  /// No key takes more than this, however many units it is in: the lightest and oldest are left out.
  static let most = 20_000
  /// Words with more places than this stand for any word in a phrase, as do those of `optional`.
  static let mostPlaces = 16_000

  init(_ vocabulary: Vocabulary, _ postings: [Postings], asOf hasPlaces: [Bool]) {
    let groups = keyGroups(vocabulary)
    let span = max(64, groups.count / 64 + 1)
    let parts = stride(from: 0, to: groups.count, by: span).map { Array(groups[$0..<min(groups.count, $0 + span)]) }
      .mapInParallel { Range($0, vocabulary, postings, hasPlaces) }
    for part in parts {
      for one in part.terms {
        let places = one.places.map { add("p", terms.count, $0) }
        terms.append((one.first, add("t", terms.count, one.zipped), places))
      }
      for (key, bytes) in part.big { big.append((key, add("b", big.count, bytes))) }
    }
    addEnds(groups, vocabulary)
  }

  private mutating func add(_ kind: String, _ number: Int, _ zipped: [UInt8]) -> String {
    let file = IndexFile(kind: kind, number: number, zipped: zipped)
    files.append(file)
    return file.name
  }

  /// `{"words":["form",…]}`
  private mutating func addEnds(_ groups: [Swift.Range<Int>], _ vocabulary: Vocabulary) {
    var rows: [(back: Letters, form: Letters)] = []
    for group in groups {
      let key = vocabulary.keys[group.lowerBound]
      guard key.count >= 3, key[1] != 0x3A, !key.allSatisfy(\.isDigit) else { continue }
      let most = group.max { vocabulary.counts[$0] < vocabulary.counts[$1] } ?? group.lowerBound
      rows.append((vocabulary.stems[most].reversed().map(\.undotted), vocabulary.shown[most]))
    }
    rows.sort { $0.back.lexicographicallyPrecedes($1.back) }
    for first in stride(from: 0, to: rows.count, by: Self.wordsPerFile) {
      let forms = rows[first..<min(rows.count, first + Self.wordsPerFile)].map { Array($0.form.asText.utf8) }
      ends.append((rows[first].back, add("r", ends.count, gzipped(list("words", forms)))))
    }
  }
}

/// `{"name":["text",…]}`; no text has what JSON would escape.
private func list(_ name: String, _ texts: [[UInt8]]) -> [UInt8] {
  var out = Array("{\"\(name)\":[".utf8)
  for text in texts {
    if out.last != UInt8(ascii: "[") { out.append(UInt8(ascii: ",")) }
    out.append(UInt8(ascii: "\""))
    out += text
    out.append(UInt8(ascii: "\""))
  }
  return out + Array("]}\n".utf8)
}

/// Variants of one key stand together.
private func keyGroups(_ vocabulary: Vocabulary) -> [Swift.Range<Int>] {
  var groups: [Swift.Range<Int>] = []
  var start = 0
  for place in 1..<max(1, vocabulary.count + 1)
  where place == vocabulary.count || vocabulary.keys[place] != vocabulary.keys[start] {
    if start < place, place <= vocabulary.count, vocabulary.count > 0 { groups.append(start..<place) }
    start = place
  }
  return groups
}

extension TermFiles {
  /// What one core writes: a range of keys.
  fileprivate struct Range: Sendable {
    private(set) var terms: [(first: Letters, zipped: [UInt8], places: [UInt8]?)] = []
    private(set) var big: [(key: Letters, zipped: [UInt8])] = []
    private var first: Letters?
    /// A stem and its text in turn.
    private var rows: [[UInt8]] = []
    /// For each stem of `rows`.
    private var places: [[UInt8]] = []
    private var size = 0

    init(_ groups: [Swift.Range<Int>], _ vocabulary: Vocabulary, _ postings: [Postings], _ hasPlaces: [Bool]) {
      for group in groups {
        let key = vocabulary.keys[group.lowerBound]
        let lists = group.map { (stem: vocabulary.stems[$0], list: PostingList($0, postings, hasPlaces[$0])) }
          .filter { $0.list.count > 0 }
        if lists.isEmpty { continue }
        let whole = lists.flatMap { [Array($0.stem.asText.utf8), $0.list.text(most: TermFiles.most)] }
        let isBig = whole.reduce(0) { $0 + $1.count } > TermFiles.inline
        let row = isBig ? whole.enumerated().map { $0.offset.isMultiple(of: 2) ? $0.element : [] } : whole
        let length = row.reduce(0) { $0 + $1.count + 3 }
        if first != nil, size + length > TermFiles.size { close() }
        if first == nil { first = key }
        if isBig { big.append((key, gzipped(list("terms", whole)))) }
        size += length
        rows += row
        places += lists.map(\.list.places)
      }
      close()
    }

    private mutating func close() {
      guard let key = first else { return }
      let hasPlaces = places.contains { !$0.isEmpty }
      terms.append((key, gzipped(list("terms", rows)), hasPlaces ? gzipped(list("places", places)) : nil))
      (first, rows, places, size) = (nil, [], [], 0)
    }
  }
}

/// The units that have a word, by tier, and where it stands in them.
private struct PostingList {
  private var tiers: [[(unit: UInt32, places: Swift.Range<Int>, part: Int)]] = Array(
    repeating: [], count: Postings.tiers)
  private(set) var count = 0
  private let postings: [Postings]
  private let hasPlaces: Bool

  init(_ variant: Int, _ postings: [Postings], _ hasPlaces: Bool) {
    self.postings = postings
    self.hasPlaces = hasPlaces
    for (number, part) in postings.enumerated() {
      guard let range = part.range(of: variant) else { continue }
      var at = range.places.lowerBound
      for posting in part.postings[range.postings] {
        let unit = Postings.unit(posting)
        let start = at
        while at < range.places.upperBound, part.unit(ofPlace: part.places[at]) == unit { at += 1 }
        tiers[Postings.tier(posting)].append((UInt32(unit), start..<at, number))
      }
      count += range.postings.count
    }
  }

  /// `8aBc5d`: after each tier, from the highest, the gaps between its units. No longer than `most` and a number; then
  /// `+` and how many units there are in all.
  func text(most: Int) -> [UInt8] {
    var out: [UInt8] = []
    var written = 0
    for tier in stride(from: Postings.tiers - 1, through: 0, by: -1) where !tiers[tier].isEmpty && out.count < most {
      out.append(UInt8(ascii: "0") + UInt8(tier))
      var next: UInt32 = 0
      for one in tiers[tier] {
        if out.count >= most { break }
        out.appendLetters(one.unit - next)
        next = one.unit + 1
        written += 1
      }
    }
    if written < count { out += "+\(count)".utf8 }
    return out
  }

  /// For each unit, in the order of `text`, the gaps between its places; before them, if it has not one place, how many
  /// more or fewer. What is a part of other words only has none, and is left out.
  var places: [UInt8] {
    guard hasPlaces else { return [] }
    var out: [UInt8] = []
    for tier in stride(from: Postings.tiers - 1, through: 1, by: -1) {
      for one in tiers[tier] {
        if one.places.isEmpty { out.append(UInt8(ascii: "-")) }
        if one.places.count > 1 { out += "\(one.places.count - 1)".utf8 }
        var next = 0
        for place in postings[one.part].places[one.places] {
          out.appendLetters(UInt32(Postings.place(place) - next))
          next = Postings.place(place)
        }
      }
    }
    return out.allSatisfy { $0 == UInt8(ascii: "-") } ? [] : out
  }
}

extension [UInt8] {
  /// A number to the base of 26: capitals, and a small letter that ends it. 0 is `a`, 25 `z`, 26 `Ba`.
  mutating func appendLetters(_ number: UInt32) {
    var unit: UInt32 = 1
    while number / unit >= 26 { unit *= 26 }
    while unit > 1 {
      append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: number / unit % 26))
      unit /= 26
    }
    append(UInt8(ascii: "a") + UInt8(truncatingIfNeeded: number % 26))
  }
}
