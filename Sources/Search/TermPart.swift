/// The words of a stretch of units, sorted, each with its postings.
struct TermPart: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Where the postings of each word start; one more than there are words.
  private let starts: [Int]
  private let postings: [UInt32]
  /// How many units there are here.
  let units: Int
  /// The words of each shard.
  private(set) var shards: [Shard: Range<Int>] = [:]

  init(starts: [Int], postings: [UInt32], units: Int) {
    self.starts = starts
    self.postings = postings
    self.units = units
  }

  /// Words are added in their order.
  mutating func append(_ word: ArraySlice<UInt8>) {
    let shard = Shard(word)
    bytes += word
    ends.append(bytes.count)
    shards[shard] = (shards[shard]?.lowerBound ?? ends.count - 1)..<ends.count
  }

  var count: Int { ends.count }
  func word(_ place: Int) -> ArraySlice<UInt8> { bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }
  func postings(_ place: Int) -> ArraySlice<UInt32> { postings[starts[place]..<starts[place + 1]] }

  func postingCount(_ shard: Shard) -> Int { shards[shard].map { starts[$0.upperBound] - starts[$0.lowerBound] } ?? 0 }

  /// The postings of a word, if it is here.
  func postings(of word: ArraySlice<UInt8>) -> ArraySlice<UInt32> {
    guard let range = shards[Shard(word)], let place = range.first(where: { self.word($0) == word }) else { return [] }
    return postings(place)
  }
}

/// The words that begin with the same two letters.
struct Shard: Hashable, Comparable, Sendable {
  /// The first two bytes; the second is 0 for a number of one digit.
  private let code: UInt16

  init(_ word: ArraySlice<UInt8>) {
    code = UInt16(word[word.startIndex]) << 8 | UInt16(word.count > 1 ? word[word.startIndex + 1] : 0)
  }

  var name: String {
    String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)].filter { $0 != 0 }, as: UTF8.self)
  }

  static func < (a: Self, b: Self) -> Bool { a.code < b.code }
}

/// A unit's number and a word's weight in it, in one number.
enum Posting {
  static func packed(unit: Int, weight: UInt32) -> UInt32 { UInt32(unit) << 4 | weight }
  static func unit(_ posting: UInt32) -> UInt32 { posting >> 4 }
  static func weight(_ posting: UInt32) -> UInt32 { posting & 15 }
}
