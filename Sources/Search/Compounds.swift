/// Splits compounds by the words of the archive itself: there is no dictionary. A part that was none costs a posting of
/// low weight; a part that is not seen costs an answer.
struct Compounds: Sendable {
  private let forms: [Letters]
  /// The words that can be parts, by their stem, and by their root, which is what a first part leaves when its joint is
  /// taken off. Of several words the one that is met most.
  private let words: [Letters: UInt32]
  /// What verbs begin with that is no first part itself.
  private let particles = Set(Rules.ours.prefixes.latin1Words).subtracting(
    "bord del fri hem kart mål namn rätt väg".latin1Words)

  static let shortest = 6

  /// `forms` are the commonest of each stem.
  init(stems: [Letters], forms: [Letters], counts: [Int]) {
    self.forms = forms
    let optional = Set(Rules.ours.optional.latin1Words)
    var roots: [Letters: (variant: UInt32, count: Int)] = [:]
    var words: [Letters: UInt32] = [:]
    for (place, stem) in stems.enumerated() where stem.count >= 3 && stem.count <= 20 {
      guard stem.allSatisfy({ !$0.isDigit && $0 != 0x3A }), !optional.contains(stem), stem.contains(where: \.isVowel)
      else { continue }
      words[stem] = UInt32(place)
      let root = Analysis.ours.root(stem)
      if root.count >= 3, roots[root].map({ $0.count < counts[place] }) ?? true {
        roots[root] = (UInt32(place), counts[place])
      }
    }
    self.words = words.merging(roots.mapValues(\.variant)) { stem, _ in stem }
  }

  /// The variants of the parts of a stem, first and later ones and those within them; sorted.
  func parts(of place: Int) -> [UInt32] {
    let form = forms[place]
    guard form.count >= Self.shortest, form.allSatisfy({ !$0.isDigit && $0 != 0x3A }) else { return [] }
    var found: Set<UInt32> = []
    split(form, &found, depth: 0)
    found.remove(UInt32(place))
    return found.sorted()
  }

  /// Both parts being words is enough; of one alone, the other must look like a word.
  private func split(_ word: Letters, _ found: inout Set<UInt32>, depth: Int) {
    guard word.count >= Self.shortest, depth < 4 else { return }
    for at in 3...word.count - 3 {
      let (left, right) = (Letters(word[..<at]), Letters(word[at...]))
      guard left.contains(where: \.isVowel), right.contains(where: \.isVowel), startsAsWord(right) else { continue }
      let stem = Analysis.ours.stem(right)
      let tail = stem.count < 4 && isVerb(right) ? nil : words[right] ?? words[stem] ?? rooted(stem)
      let head = head(left)
      let isParticle = particles.contains(left) || left.last == 0x73 && particles.contains(Letters(left.dropLast()))
      if let tail,
        head != nil && !isParticle || right.count > 3 || left.count > 5
          || !isParticle && (left.count > 3 || right.contains { $0 > 0x7F })
      {
        found.insert(tail)
        split(right, &found, depth: depth + 1)
        if let head, !isParticle {
          found.insert(head)
          split(left, &found, depth: depth + 1)
        }
      } else if let head, !isParticle, left.count > 3, right.count > 3 || left.count > 4, !isSuffix(right) {
        found.insert(head)
      }
    }
  }

  /// A word whose own form hides its stem from the others: "kommun" loses its "n", "kommunen" does not.
  private func rooted(_ stem: Letters) -> UInt32? {
    let root = Analysis.ours.root(stem)
    return root.count >= 5 && root.count == stem.count - 1 ? words[root] : nil
  }

  /// The word that a first part is of: "arbets" is of "arbete", "gatu" of "gata", "samverkans" of "samverkan".
  private func head(_ left: Letters) -> UInt32? {
    if let known = words[left] ?? words[Analysis.ours.stem(left)] { return known }
    guard left.count > 3, let last = left.last else { return nil }
    if last == 0x73 {
      let rest = Letters(left.dropLast())
      return words[rest] ?? words[Analysis.ours.root(rest)]
    }
    if last == 0x61 || last == 0x65 || last == 0x6F || last == 0x75 { return words[Letters(left.dropLast())] }
    return nil
  }

  /// No Swedish word begins with, say, "rv" or "nt".
  private func startsAsWord(_ right: Letters) -> Bool {
    right[0].isVowel || right[1].isVowel || Self.beginnings.contains([right[0], right[1]])
  }
  private static let beginnings = Set(
    "bl br bj ch dr dj dv fl fn fr fj gl gn gr gj hj kl kn kr kv lj mj nj ph pl pr pj ps sc sj sk sl sm sn sp st sv th tj tr tv vr"
      .latin1Words)

  /// "undrade" does not end in "rad".
  private func isVerb(_ right: Letters) -> Bool { Self.verbs.contains { right.ends(with: $0) } }
  private static let verbs = "ade ades ats ande".latin1Words

  /// "organ" is no part of "organisation".
  private func isSuffix(_ right: Letters) -> Bool { Self.suffixes.contains { right.starts(with: $0) } }
  private static let suffixes =
    "lig het ning skap dom bar sam lös full is ik at it ing and end els er ar iv ell al ist ör tion mäss"
    .latin1Words
}
