/// Which forms belong together. `Analysis` of templates/assets/search-engine.js does the same, step by step, and shared
/// vectors hold the two against each other.
struct Analysis: Sendable {
  static let ours = Analysis(.ours)

  /// The word that an irregular form is of.
  private let irregular: [Letters: Letters]
  /// Those that may end any word; the others only follow a prefix of the list.
  private let lasts: Set<Letters>
  private let longest: Int
  private let prefixes: Set<Letters>
  private let whole: Set<Letters>
  private let tails: [Letters]
  /// Adjectives that end so have a "t" in the neuter.
  private let neuter: [Letters]
  /// By their last letter, the longest first.
  private var endings: [[Ending]] = Array(repeating: [], count: 256)
  private let spellings: [Spelling]

  private struct Ending: Sendable {
    var ending: Letters
    var instead: Letters
    var shortest: Int
    /// What the rest must end in one of; empty for anything.
    var after: Letters
    /// Words that end so keep it.
    var not: [Letters]
  }

  private struct Spelling: Sendable {
    var from: Letters
    var to: Letters
    var before: Letters
    var isStart: Bool
    var isEnd: Bool
  }

  init(_ rules: Rules) {
    var irregular: [Letters: Letters] = [:]
    var lasts: Set<Letters> = []
    func add(_ form: Letters, _ base: Letters, isLast: Bool) {
      guard irregular[form] == nil else { return }
      irregular[form] = base
      if isLast { lasts.insert(form) }
    }
    for (base, forms) in rules.irregular {
      for form in forms.latin1Words {
        add(form, base.latin1, isLast: form.count > 3 || form.count == 3 && form.contains { $0 > 0x7F })
      }
    }
    for (base, forms) in rules.verbs { for form in forms.latin1Words { add(form, base.latin1, isLast: false) } }
    let not = Set(rules.noForms.latin1Words)
    func generate(_ base: Letters, _ root: some Collection<UInt8>, _ endings: [Letters]) {
      for form in endings.map({ root + $0 }) where !not.contains(form) { add(form, base, isLast: form.count > 4) }
    }
    for row in rules.strong.map(\.latin1Words) {
      generate(row[0], row[1], [[]])
      generate(row[0], row[2], rules.strongForms.latin1Words)
    }
    for root in rules.weak.latin1Words {
      generate(root, root, rules.weakForms.latin1Words)
      if root.last == 0x64 { generate(root, root.dropLast(), [root[root.count - 2].isVowel ? [0x74, 0x74] : [0x74]]) }
    }
    for base in Set(irregular.values) { add(base, base, isLast: false) }
    self.irregular = irregular
    self.lasts = lasts
    longest = irregular.keys.map(\.count).max() ?? 0
    prefixes = Set(rules.prefixes.latin1Words)
    neuter = rules.neuter.latin1Words
    let keep = rules.keep.latin1Words
    whole = Set(keep)
    tails = keep.filter { $0.first == 0x2D }.map { Array($0.dropFirst()) }
    for row in rules.strip {
      let fields = row.split(separator: " ", omittingEmptySubsequences: false).map { String($0).latin1 }
      var ending = Ending(ending: fields[0], instead: fields[1], shortest: Int(fields[2][0]) - 48, after: [], not: [])
      for condition in fields.dropFirst(3) {
        if condition.first == 0x2B { ending.after = Array(condition.dropFirst()) } else { ending.not.append(condition) }
      }
      endings[Int(ending.ending.last ?? 0)].append(ending)
    }
    for letter in endings.indices {
      endings[letter] = endings[letter].enumerated()
        .sorted { ($1.element.ending.count, $0.offset) < ($0.element.ending.count, $1.offset) }.map(\.element)
    }
    spellings = rules.spelling.map { row in
      let fields = row.split(separator: " ").map { String($0).latin1 }
      var from = fields[0]
      let (isStart, isEnd) = (from.first == 0x5E, from.last == 0x24)
      if isStart { from.removeFirst() }
      if isEnd { from.removeLast() }
      return Spelling(
        from: from, to: fields[1], before: fields.count > 2 ? fields[2] : [], isStart: isStart, isEnd: isEnd)
    }
  }

  /// The stem by which forms of one word meet, as well as one look can tell.
  func stem(_ word: Letters) -> Letters {
    if word.count < 3 || word.contains(where: \.isDigit) { return word }
    for (ending, shortest) in [([], 0), ([0x73], 0), ([0x6E, 0x61], 5), ([0x6E, 0x61, 0x73], 6)] as [(Letters, Int)]
    where word.count >= shortest && word.ends(with: ending) {
      if let known = irregularForm(Array(word.dropLast(ending.count))) { return known }
    }
    let rest = strip(word, least: 3)
    if rest.count >= 5, rest.last == 0x74, neuter.contains(where: { rest.dropLast().ends(with: $0) }) {
      return Array(rest.dropLast())
    }
    return rest.count > 2 && isDoubled(rest) ? Array(rest.dropLast()) : rest
  }

  /// What is left when nothing more can be taken from a stem: where doubtful forms meet, too.
  func root(_ stem: Letters) -> Letters {
    if stem.contains(where: \.isDigit) { return stem }
    var word = stem
    for _ in 0..<4 {
      let next = smooth(word.count < 4 ? word : strip(word, least: 4))
      if next == word { break }
      word = irregularForm(next) ?? next
    }
    return word
  }

  /// The key of a root: without dots, and with one spelling for those that names are written in.
  func fold(_ root: Letters) -> Letters {
    var word = root.map(\.undotted)
    for spelling in spellings {
      let (from, to) = (spelling.from, spelling.to)
      if spelling.isStart {
        guard word.starts(with: from) else { continue }
        if !spelling.before.isEmpty {
          guard from.count < word.count, spelling.before.contains(word[from.count]) else { continue }
        }
        word.replaceSubrange(..<from.count, with: to)
      } else if spelling.isEnd {
        if word.ends(with: from) { word.replaceSubrange((word.count - from.count)..., with: to) }
      } else {
        word = word.replacing(from, with: to)
      }
    }
    return word
  }

  private func irregularForm(_ word: Letters) -> Letters? {
    guard word.count >= 2 else { return nil }
    for at in max(0, word.count - longest)...max(0, word.count - 2) {
      let tail = Array(word[at...])
      guard let base = irregular[tail] else { continue }
      let before = Array(word[..<at])
      if at == 0 || prefixes.contains(before) || at > 1 && lasts.contains(tail) && before.contains(where: \.isVowel) {
        return before + base
      }
    }
    return nil
  }

  private func strip(_ word: Letters, least: Int) -> Letters {
    if whole.contains(word) || tails.contains(where: { word.ends(with: $0) }) { return word }
    for one in endings[Int(word.last ?? 0)] where word.ends(with: one.ending) {
      let rest = word[..<(word.count - one.ending.count)]
      guard rest.count >= (one.shortest > 2 ? max(one.shortest, least) : one.shortest) else { continue }
      guard let last = rest.last, rest.contains(where: \.isVowel) else { continue }
      if one.shortest == 2, rest.count < 3, one.instead.isEmpty, last.isVowel { continue }
      if !one.after.isEmpty, !one.after.contains(last) { continue }
      if one.not.contains(where: { word.ends(with: $0) }) { continue }
      return rest + one.instead
    }
    return word
  }
}

private func smooth(_ word: Letters) -> Letters {
  if word.count > 2, isDoubled(word) { return Array(word.dropLast()) }
  guard word.count > 3 else { return word }
  let (a, b, c) = (word[word.count - 3], word[word.count - 2], word[word.count - 1])
  if word.count > 4, b == 0x65, c == 0x6C, !a.isVowel { return word.dropLast(2) + [0x6C] }
  let isElided =
    c == 0x72 && "tdgkpbvf".utf8.contains(b) || c == 0x6E && "ktpvxsd".utf8.contains(b)
    || c == 0x74
      && ("kpgbdfjlmrv".utf8.contains(b) || b == 0x6E && ([.ä, .ö, 0x69, 0x75, 0x67, 0x6D, 0x72].contains(a)))
  return isElided ? Array(word.dropLast()) : word
}

/// Ends in mm or nn.
private func isDoubled(_ word: Letters) -> Bool {
  word[word.count - 1] == word[word.count - 2] && (word[word.count - 1] == 0x6D || word[word.count - 1] == 0x6E)
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  func ends(with other: Letters) -> Bool { count >= other.count && suffix(other.count).elementsEqual(other) }
}
