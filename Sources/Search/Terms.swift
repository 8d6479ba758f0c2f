/// All words with their postings, ready to be written shard by shard.
struct Terms: Sendable {
  /// Their units follow on each other.
  let parts: [TermPart]
  let units: Int
  /// Words in more than two units of five. Searching for one finds nothing in particular, so they keep only the units
  /// that have them in the title. Sorted.
  let common: [String]
  let shards: [Shard]

  /// A site of this size has no word that is too common to look up.
  static let smallSite = 1_000

  init(_ parts: [TermPart], units: Int) {
    self.parts = parts
    self.units = units
    common = units > Self.smallSite ? commonWords(parts, units) : []
    let common = Set(common)
    shards = Set(parts.flatMap(\.shards.keys)).sorted().filter { shard in
      parts.contains { part in
        part.shards[shard]?.contains { place in
          !common.contains(String(decoding: part.word(place), as: UTF8.self))
            || part.postings(place).contains(where: isTitle)
        } ?? false
      }
    }
  }
}

extension Terms {
  /// `sok/index/<xx>.json`: `{"schema":"samsyn/1","terms":{"vardhygien":[[unit,weight],…]}}`
  func file(_ shard: Shard) -> [UInt8] {
    let common = Set(common.map { Array($0.utf8) })
    var out = Array(#"{"schema":"samsyn/1","terms":{"#.utf8)
    out.reserveCapacity(64 + 12 * parts.reduce(0) { $0 + $1.postingCount(shard) })
    // Each part has its words in order: take the least that any of them is at, until all are through.
    var cursors = parts.compactMap { part in part.shards[shard].map { (part: part, rest: $0) } }
    var isFirst = true
    while let word = cursors.map({ $0.part.word($0.rest.lowerBound) }).min(by: { $0.lexicographicallyPrecedes($1) }) {
      let onlyTitles = common.contains(Array(word))
      let mark = out.count
      if !isFirst { out.append(UInt8(ascii: ",")) }
      out.append(UInt8(ascii: "\""))
      out += word
      out += #"":["#.utf8
      let empty = out.count
      for index in cursors.indices where cursors[index].part.word(cursors[index].rest.lowerBound) == word {
        write(cursors[index].part.postings(cursors[index].rest.lowerBound), onlyTitles: onlyTitles, to: &out)
        cursors[index].rest.removeFirst()
      }
      cursors.removeAll { $0.rest.isEmpty }
      if out.count == empty {
        out.removeSubrange(mark...)
      } else {
        out[out.count - 1] = UInt8(ascii: "]")
        isFirst = false
      }
    }
    out += "}}\n".utf8
    return out
  }

  private func write(_ postings: ArraySlice<UInt32>, onlyTitles: Bool, to out: inout [UInt8]) {
    for posting in postings where !onlyTitles || isTitle(posting) {
      out.append(UInt8(ascii: "["))
      out.appendNumber(Posting.unit(posting))
      out.append(UInt8(ascii: ","))
      out.appendNumber(Posting.weight(posting))
      out.append(UInt8(ascii: "]"))
      out.append(UInt8(ascii: ","))
    }
  }
}

private func isTitle(_ posting: UInt32) -> Bool { Posting.weight(posting) >= TermNotes.titleWeight }

/// A word that is common in all is common in some part, so only those are counted.
private func commonWords(_ parts: [TermPart], _ units: Int) -> [String] {
  var candidates: Set<[UInt8]> = []
  for part in parts {
    for place in 0..<part.count where part.postings(place).count * 5 > part.units * 2 {
      candidates.insert(Array(part.word(place)))
    }
  }
  return candidates
    .filter { word in parts.reduce(0) { $0 + $1.postings(of: word[...]).count } * 5 > units * 2 }
    .sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
}

extension [UInt8] {
  mutating func appendNumber(_ number: UInt32) {
    if number >= 10 { appendNumber(number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
