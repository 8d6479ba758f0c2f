/// Splits compounds by the words of the archive itself: there is no dictionary. A part that was none costs a posting of
/// low weight; a part that is not seen costs an answer.
struct Compounds: Sendable {
  private let stems: [Letters]
  /// Words that are met often enough to be parts, by their stem.
  private let tails: [Letters: UInt32]
  /// The same by their root, which is what a first part leaves when its joint is taken off.
  private let heads: [Letters: UInt32]

  static let shortest = 7

  init(stems: [Letters], counts: [Int]) {
    self.stems = stems
    let optional = Set(Rules.ours.optional.latin1Words)
    let prefixes = Set(Rules.ours.prefixes.latin1Words)
    var tails: [Letters: UInt32] = [:]
    var heads: [Letters: (variant: UInt32, count: Int)] = [:]
    for (place, stem) in stems.enumerated() where stem.count >= 3 && stem.count <= 20 {
      guard stem.allSatisfy({ !$0.isDigit && $0 != 0x3A }), !optional.contains(stem), stem.contains(where: \.isVowel)
      else { continue }
      tails[stem] = UInt32(place)
      if prefixes.contains(stem) { continue }
      for head in Set([stem, Analysis.ours.root(stem)]) where head.count >= 3 {
        if let known = heads[head], known.count >= counts[place] { continue }
        heads[head] = (UInt32(place), counts[place])
      }
    }
    self.tails = tails
    self.heads = heads.mapValues(\.variant)
  }

  /// The variants of the parts of a stem, first and later ones and those within them; sorted.
  func parts(of place: Int) -> [UInt32] {
    let stem = stems[place]
    guard stem.count >= Self.shortest, stem.allSatisfy({ !$0.isDigit && $0 != 0x3A }) else { return [] }
    var found: Set<UInt32> = []
    split(stem, &found, depth: 0)
    found.remove(UInt32(place))
    return found.sorted()
  }

  private func split(_ word: Letters, _ found: inout Set<UInt32>, depth: Int) {
    guard word.count >= 6, depth < 4 else { return }
    for at in 3...word.count - 3 {
      let (left, right) = (Letters(word[..<at]), Letters(word[at...]))
      let tail = tails[right]
      let head = tail != nil || left.last == 0x73 ? head(left) : nil
      let isKnown = tail != nil && head != nil && (right.count > 3 || left.count > 3)
      if isKnown, let tail, let head {
        found.insert(tail)
        found.insert(head)
        split(right, &found, depth: depth + 1)
        split(left, &found, depth: depth + 1)
      } else if let tail, right.count >= 4 || left.count >= 6, left.contains(where: \.isVowel) {
        found.insert(tail)
        split(right, &found, depth: depth + 1)
      } else if let head, left.count >= 5, left.last == 0x73, right.contains(where: \.isVowel) {
        found.insert(head)
      }
    }
  }

  /// The word that a first part is of: "arbets" is of "arbete", "gatu" of "gata", "samverkans" of "samverkan".
  private func head(_ left: Letters) -> UInt32? {
    if let known = heads[left] ?? heads[Analysis.ours.stem(left)] { return known }
    guard left.count > 3, let last = left.last else { return nil }
    if last == 0x73 {
      let rest = Letters(left.dropLast())
      return heads[rest] ?? heads[Analysis.ours.root(rest)]
    }
    if last == 0x61 || last == 0x65 || last == 0x6F || last == 0x75 { return heads[Letters(left.dropLast())] }
    return nil
  }
}
