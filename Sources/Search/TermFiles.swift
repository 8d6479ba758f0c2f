internal import Records

/// The files of words that a search reads:
///
///     t<n>  a range of keys; for each the stems that share it, in how many units each is, and which, the weightiest first
///     b<n>  all postings of a key that has too many for its `t` file, which has only the beginning of them
///     p<n>  a range of keys, with the places of their words in the units, for phrases
///     l<n>  a range of keys with the form that is met most, and r<n> the same by their ends: for misspellings and parts
struct TermFiles: Sendable {
  var files: [IndexFile] = []
  /// The first key of each file, and the file's name.
  var terms: [(first: Letters, name: String)] = []
  var places: [(first: Letters, name: String)] = []
  var words: [(first: Letters, name: String)] = []
  var ends: [(first: Letters, name: String)] = []
  /// Keys with a file of their own.
  var big: [(key: Letters, name: String)] = []

  /// Bytes of JSON.
  static let size = 18_000
  static let placesSize = 30_000
  static let wordsPerFile = 3_000
  /// Postings longer than this are not kept among others; of those, so much is.
  static let inline = 2_400
  static let head = 700
  /// No key takes more than this, however many units it is in: the lightest and oldest are left out.
  static let most = 20_000
  /// Words with more places than this stand for any word in a phrase.
  static let mostPlaces = 24_000

  init(_ vocabulary: Vocabulary, _ postings: [Postings], asOf hasPlaces: [Bool]) {
    let groups = keyGroups(vocabulary)
    let span = max(64, groups.count / 64 + 1)
    let parts = stride(from: 0, to: groups.count, by: span).map { Array(groups[$0..<min(groups.count, $0 + span)]) }
      .mapInParallel { Range($0, vocabulary, postings, hasPlaces) }
    for part in parts {
      for (first, bytes) in part.terms { terms.append((first, add("t", terms.count, bytes))) }
      for (first, bytes) in part.places { places.append((first, add("p", places.count, bytes))) }
      for (key, bytes) in part.big { big.append((key, add("b", big.count, bytes))) }
    }
    addWords(groups, vocabulary)
  }

  private mutating func add(_ kind: String, _ number: Int, _ zipped: [UInt8]) -> String {
    let file = IndexFile(kind: kind, number: number, zipped: zipped)
    files.append(file)
    return file.name
  }

  /// `{"words":[[key,form],…]}`, where a form that is its own key is left out.
  private mutating func addWords(_ groups: [Swift.Range<Int>], _ vocabulary: Vocabulary) {
    var rows: [(key: Letters, form: Letters)] = []
    for group in groups {
      let key = vocabulary.keys[group.lowerBound]
      guard key.count >= 3, key[1] != 0x3A, !key.allSatisfy(\.isDigit) else { continue }
      let most = group.max { vocabulary.counts[$0] < vocabulary.counts[$1] } ?? group.lowerBound
      rows.append((key, vocabulary.shown[most]))
    }
    for (kind, isReversed) in [("l", false), ("r", true)] {
      if isReversed { rows.sort { $0.key.reversed().lexicographicallyPrecedes($1.key.reversed()) } }
      for first in stride(from: 0, to: rows.count, by: Self.wordsPerFile) {
        var out = Array(#"{"words":["#.utf8)
        for row in rows[first..<min(rows.count, first + Self.wordsPerFile)] {
          if out.last != UInt8(ascii: "[") { out.append(UInt8(ascii: ",")) }
          out.append(UInt8(ascii: "["))
          out.appendJSON(row.key.asText)
          if row.form != row.key {
            out.append(UInt8(ascii: ","))
            out.appendJSON(row.form.asText)
          }
          out.append(UInt8(ascii: "]"))
        }
        out += "]}\n".utf8
        let name = add(kind, first / Self.wordsPerFile, gzipped(out))
        if isReversed {
          ends.append((Letters(rows[first].key.reversed()), name))
        } else {
          words.append((rows[first].key, name))
        }
      }
    }
  }
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
    private(set) var terms: [(first: Letters, zipped: [UInt8])] = []
    private(set) var places: [(first: Letters, zipped: [UInt8])] = []
    private(set) var big: [(key: Letters, zipped: [UInt8])] = []

    init(_ groups: [Swift.Range<Int>], _ vocabulary: Vocabulary, _ postings: [Postings], _ hasPlaces: [Bool]) {
      var rows = Rows(opening: #"{"terms":["#, closing: "]}\n", size: TermFiles.size)
      var stands = Rows(opening: #"{"places":["#, closing: "]}\n", size: TermFiles.placesSize)
      for group in groups {
        let key = vocabulary.keys[group.lowerBound]
        var row = Array("[".utf8)
        row.appendJSON(key.asText)
        var whole = row
        var where_ = row
        var hasAny = false
        var isBig = false
        for variant in group {
          let list = PostingList(variant, postings)
          guard list.count > 0 else { continue }
          hasAny = true
          let text = list.text(most: TermFiles.most)
          let stem = vocabulary.stems[variant] == key ? "" : vocabulary.stems[variant].asText
          append(stem, list.count, text, to: &whole)
          if text.count > TermFiles.inline {
            isBig = true
            append(stem, list.count, list.text(most: TermFiles.head), to: &row)
          } else {
            append(stem, list.count, text, to: &row)
          }
          if hasPlaces[variant], let places = placesText(variant, postings) {
            where_ += ",".utf8
            where_.appendJSON(stem)
            where_ += ",\"".utf8
            where_ += places
            where_ += "\"".utf8
          }
        }
        guard hasAny else { continue }
        row += "]".utf8
        if let file = rows.add(row, first: key) { terms.append(file) }
        if isBig { big.append((key, gzipped(Array(#"{"terms":["#.utf8) + whole + Array("]]}\n".utf8)))) }
        if where_.contains(UInt8(ascii: ",")) {
          where_ += "]".utf8
          if let file = stands.add(where_, first: key) { places.append(file) }
        }
      }
      if let file = rows.close() { terms.append(file) }
      if let file = stands.close() { places.append(file) }
    }

    private func append(_ stem: String, _ count: Int, _ text: [UInt8], to row: inout [UInt8]) {
      row += ",".utf8
      row.appendJSON(stem)
      row += ",\(count),\"".utf8
      row += text
      row += "\"".utf8
    }
  }
}

/// Rows of JSON, gathered into files of a size.
private struct Rows {
  let opening: String
  let closing: String
  let size: Int
  private var bytes: [UInt8] = []
  private var first: Letters?

  init(opening: String, closing: String, size: Int) {
    (self.opening, self.closing, self.size) = (opening, closing, size)
  }

  /// The file before, when the row would make it too long.
  mutating func add(_ row: [UInt8], first key: Letters) -> (first: Letters, zipped: [UInt8])? {
    let full = first != nil && bytes.count + row.count > size ? close() : nil
    if first == nil {
      first = key
      bytes = Array(opening.utf8)
    } else {
      bytes.append(UInt8(ascii: ","))
    }
    bytes += row
    return full
  }

  mutating func close() -> (first: Letters, zipped: [UInt8])? {
    guard let key = first else { return nil }
    first = nil
    bytes += closing.utf8
    return (key, gzipped(bytes))
  }
}

/// The units that have a word, by tier.
private struct PostingList {
  private var tiers: [[UInt32]] = Array(repeating: [], count: Postings.tiers)
  private(set) var count = 0

  init(_ variant: Int, _ postings: [Postings]) {
    for part in postings {
      guard let range = part.range(of: variant) else { continue }
      for posting in part.postings[range.postings] {
        tiers[Postings.tier(posting)].append(UInt32(Postings.unit(posting)))
      }
      count += range.postings.count
    }
  }

  /// `8aBc5d`: after each tier, from the highest, the gaps between its units. No longer than `most` and a number.
  func text(most: Int) -> [UInt8] {
    var out: [UInt8] = []
    for tier in stride(from: Postings.tiers - 1, through: 0, by: -1) where !tiers[tier].isEmpty && out.count < most {
      out.append(UInt8(ascii: "0") + UInt8(tier))
      var next: UInt32 = 0
      for unit in tiers[tier] {
        if out.count >= most { break }
        out.appendLetters(unit - next)
        next = unit + 1
      }
    }
    return out
  }
}

/// For each unit the gap from the one before, how many places, and the gaps between those.
private func placesText(_ variant: Int, _ postings: [Postings]) -> [UInt8]? {
  var out: [UInt8] = []
  var next = 0
  for part in postings {
    guard let range = part.range(of: variant), !range.places.isEmpty else { continue }
    var at = range.places.lowerBound
    while at < range.places.upperBound {
      let unit = part.unit(ofPlace: part.places[at])
      var end = at
      while end < range.places.upperBound, part.unit(ofPlace: part.places[end]) == unit { end += 1 }
      out.appendLetters(UInt32(unit - next))
      out.appendLetters(UInt32(end - at))
      var place = 0
      for one in part.places[at..<end] {
        out.appendLetters(UInt32(Postings.place(one) - place))
        place = Postings.place(one)
      }
      next = unit + 1
      at = end
    }
  }
  return out.isEmpty ? nil : out
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
