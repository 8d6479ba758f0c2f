internal import Records

/// The postings of a stretch of units: for each variant the units that have it, and where in them.
struct Postings: Sendable {
  /// The variants that are met, rising, and where the postings of each start; one more than there are variants.
  private(set) var variants: [UInt32] = []
  private(set) var starts: [Int] = []
  /// Unit and tier; rising within a variant.
  private(set) var postings: [UInt32] = []
  private(set) var placeStarts: [Int] = []
  /// The unit within the stretch and the place in the unit; rising within a variant.
  private(set) var places: [UInt32] = []
  let first: Int

  /// What a word of a tier is worth. 0: as a part of other words only. 1 to 6: in the text. 7: part of a word of the title.
  /// 8: in the title. 9: in a title of
  /// four words or fewer.
  static let tiers = 10
  private static let ofPart: Float = 0.35

  static func unit(_ posting: UInt32) -> Int { Int(posting >> 4) }
  static func tier(_ posting: UInt32) -> Int { Int(posting & 15) }

  /// So many that a unit's place in the stretch takes ten bits.
  static let stretch = 1_024
  func unit(ofPlace place: UInt32) -> Int { first + Int(place >> 22) }
  static func place(_ place: UInt32) -> Int { Int(place & 0x3F_FFFF) }

  /// `first` is the number of the stream's first unit. Titles of units in `low` count as text.
  init(
    _ stream: TokenStream, _ variantOf: [UInt32], _ vocabulary: Vocabulary, first: Int, averageLength: Float,
    hasPlaces: [Bool], low: [Bool]
  ) {
    self.first = first
    let count = vocabulary.count
    var weights = [Float](repeating: 0, count: count)
    var marks = [UInt8](repeating: 0, count: count)
    var touched: [UInt32] = []
    var found: [(variant: UInt32, posting: UInt32)] = []
    var stood: [(variant: UInt32, place: UInt32)] = []
    var begin = 0
    for (offset, end) in stream.ends.enumerated() {
      var place: UInt32 = 0
      let isShort = Self.titleLength(stream.tokens[begin..<end]) <= 4
      for token in stream.tokens[begin..<end] {
        guard token != TokenStream.gap else {
          place += 8
          continue
        }
        let variant = variantOf[TokenStream.form(token)]
        let field = TokenStream.field(token)
        let isTitle = field == Int(TokenStream.Field.title.rawValue)
        let weight = TokenStream.weights[field]
        if marks[Int(variant)] == 0 { touched.append(variant) }
        weights[Int(variant)] += weight
        marks[Int(variant)] |= isTitle ? 3 : 1
        if !TokenStream.isExtra(token) {
          if hasPlaces[Int(variant)] { stood.append((variant, UInt32(offset) << 22 | min(place, 0x3F_FFFF))) }
          place += 1
        }
        // The body's name is on every item of its meetings; what its parts say there is nothing.
        guard field != Int(TokenStream.Field.occasion.rawValue) else { continue }
        for part in vocabulary.parts[Int(variant)] {
          if marks[Int(part)] == 0 { touched.append(part) }
          weights[Int(part)] += weight * Self.ofPart
          marks[Int(part)] |= isTitle ? 12 : 4
        }
      }
      let length = Float(end - begin) / averageLength
      let unit = UInt32(first + offset)
      for variant in touched {
        let mark = marks[Int(variant)]
        let tier = Self.tier(weights[Int(variant)] / (0.4 + 0.6 * length), mark, isShort, isLow: low[first + offset])
        found.append((variant, unit << 4 | tier))
        weights[Int(variant)] = 0
        marks[Int(variant)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      begin = end
    }
    sort(found, count)
    sort(stood, count)
  }

  /// How many words the first title has: one of few says more with each of them.
  private static func titleLength(_ tokens: ArraySlice<UInt32>) -> Int {
    tokens.prefix { $0 != TokenStream.gap }
      .count { TokenStream.field($0) == Int(TokenStream.Field.title.rawValue) && !TokenStream.isExtra($0) }
  }

  /// Of the weight in a unit of common length.
  private static func tier(_ weight: Float, _ mark: UInt8, _ isShort: Bool, isLow: Bool) -> UInt32 {
    let share = weight / (5 + weight)
    if mark & 2 != 0, !isLow { return isShort ? 9 : 8 }
    if mark & 8 != 0, !isLow { return 7 }
    if mark & 1 == 0 { return 0 }
    return UInt32(min(6, max(1, (6 * share).rounded(.up))))
  }

  private mutating func sort(_ found: [(variant: UInt32, posting: UInt32)], _ count: Int) {
    var next = [UInt32](repeating: 0, count: count + 1)
    for one in found { next[Int(one.variant) + 1] += 1 }
    for variant in 0..<count {
      if next[variant + 1] > 0 {
        variants.append(UInt32(variant))
        starts.append(Int(next[variant]))
      }
      next[variant + 1] += next[variant]
    }
    starts.append(found.count)
    postings = [UInt32](repeating: 0, count: found.count)
    for one in found {
      postings[Int(next[Int(one.variant)])] = one.posting
      next[Int(one.variant)] += 1
    }
  }

  /// They are given in the order of units, so they stand in it within a variant too.
  private mutating func sort(_ stood: [(variant: UInt32, place: UInt32)], _ count: Int) {
    var next = [UInt32](repeating: 0, count: count + 1)
    for one in stood { next[Int(one.variant) + 1] += 1 }
    for variant in 0..<count { next[variant + 1] += next[variant] }
    placeStarts = variants.map { Int(next[Int($0)]) }
    placeStarts.append(stood.count)
    places = [UInt32](repeating: 0, count: stood.count)
    for one in stood {
      places[Int(next[Int(one.variant)])] = one.place
      next[Int(one.variant)] += 1
    }
  }

  func range(of variant: Int) -> (postings: Range<Int>, places: Range<Int>)? {
    var (low, high) = (0, variants.count)
    while low < high {
      let middle = (low + high) / 2
      if variants[middle] < variant { low = middle + 1 } else { high = middle }
    }
    guard low < variants.count, variants[low] == variant else { return nil }
    return (starts[low]..<starts[low + 1], placeStarts[low]..<placeStarts[low + 1])
  }
}
