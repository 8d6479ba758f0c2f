internal import Records

/// Tells whether a word ends in one of many endings by looking only at those that share its last byte.
struct EndingSet: Sendable {
  private var endings: [[String]] = Array(repeating: [], count: 256)

  init(_ endings: [String]) {
    for ending in endings { self.endings[Int(ending.utf8.last ?? 0)].append(ending) }
  }

  /// True when the word ends in one of them that `counts`.
  func contains(endOf word: String, where counts: (String) -> Bool = { _ in true }) -> Bool {
    guard let last = word.utf8.last else { return false }
    return endings[Int(last)].contains { word.hasSuffix($0) && counts($0) }
  }
}
