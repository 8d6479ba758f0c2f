internal import Records

/// Tells whether a word in any case ends in one of many endings by looking only at those that share its last two bytes.
struct EndingSet: Sendable {
  /// By the last five bits of the two bytes.
  private var endings: [[[UInt8]]] = Array(repeating: [], count: 1024)

  /// The endings are in lower case, of two bytes at least.
  init(_ endings: [String]) {
    for ending in endings.map({ Array($0.utf8) }) {
      self.endings[Self.place(ending[ending.count - 2], ending[ending.count - 1])].append(ending)
    }
  }

  /// True when the word ends in one of them whose length in bytes `counts`.
  func contains(endOf word: Substring, where counts: (_ length: Int) -> Bool = { _ in true }) -> Bool {
    let bytes = word.utf8.span
    let count = bytes.count
    guard count >= 2 else { return false }
    return endings[Self.place(bytes[count - 2], bytes[count - 1])].contains { ending in
      ending.count <= count
        && ending.indices.allSatisfy { bytes.lowerCase(at: count - ending.count + $0) == ending[$0] }
        && counts(ending.count)
    }
  }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x1F) << 5 | Int(second & 0x1F) }
}
