/// What stands in a text in many notations and is found by one key: days, months and diarienummer. `specials` of
/// templates/assets/search-engine.js finds the same.
struct Specials: Sendable {
  static let ours = Specials(.ours)

  private let months: [Letters: Int]
  private let monthNames: [Letters]
  private let references: Set<Letters>

  private init(_ rules: Rules) {
    monthNames = rules.months.latin1Words
    var months: [Letters: Int] = ["sept".latin1: 9]
    for names in [monthNames, rules.shortMonths.latin1Words] {
      for (place, name) in names.enumerated() { months[name] = place + 1 }
    }
    self.months = months
    references = Set(rules.references.latin1Words)
  }

  struct Found {
    var to: Int
    /// What it is found by: keys such as `d:2024-04-19` and `n:ks-2023-451`, and the words of its month and year.
    var keys: [Letters]
    var isISO = false
  }

  func keys(in runs: Runs) -> [Letters] {
    guard runs.hasDigits else { return [] }
    var keys: [Letters] = []
    var at = 0
    while at < runs.count {
      let date = date(runs, at)
      // A word before a day is no part of it.
      let reference = self.date(runs, at + 1)?.isISO == true ? nil : reference(runs, at)
      if let date { keys += date.keys }
      if let reference, date?.isISO != true { keys += reference.keys }
      at = max(at + 1, date?.to ?? 0)
    }
    return keys
  }

  /// `d:2024-04-19`, `d:2024-04`, `d:04-19`, and the words "2024" and "april".
  func keys(year: Int, month: Int, day: Int) -> [Letters] {
    ["d:\(year)-\(two(month))-\(two(day))", "d:\(year)-\(two(month))", "d:\(two(month))-\(two(day))", "\(year)"].map(
      \.latin1)
      + [monthNames[month - 1]]
  }
}

extension Specials {
  private func date(_ runs: Runs, _ at: Int) -> Found? {
    func length(_ offset: Int) -> Int { at + offset < runs.count ? runs.text(at + offset).count : 0 }
    func gap(_ offset: Int) -> UInt16 { at + offset < runs.count ? runs.gaps[at + offset] : 0 }
    func numeral(_ offset: Int, _ most: Int) -> Int {
      guard length(offset) > 0, length(offset) <= most else { return -1 }
      var value = 0
      for byte in runs.text(at + offset) {
        guard byte.isDigit else { return -1 }
        value = value * 10 + Int(byte) - 48
      }
      return value
    }
    func day(_ length: Int, _ y: Int, _ m: Int, _ d: Int, isISO: Bool = false) -> Found? {
      guard (1...12).contains(m), d >= 1 else { return nil }
      guard d <= (m == 2 ? (y % 4 != 0 ? 28 : 29) : [4, 6, 9, 11].contains(m) ? 30 : 31) else { return nil }
      if y < 0 { return Found(to: at + length, keys: ["d:\(two(m))-\(two(d))".latin1]) }
      guard (1900...2099).contains(y) else { return nil }
      return Found(to: at + length, keys: keys(year: y, month: m, day: d), isISO: isISO)
    }
    func month(_ length: Int, _ y: Int, _ m: Int) -> Found? {
      guard (1...12).contains(m), (1900...2099).contains(y) else { return nil }
      return Found(to: at + length, keys: ["d:\(y)-\(two(m))".latin1, "\(y)".latin1, monthNames[m - 1]])
    }
    func named(_ offset: Int) -> Int? { at + offset < runs.count ? months[Letters(runs.text(at + offset))] : nil }
    let isSpaced = { (offset: Int) in gap(offset) == Gap.space || gap(offset) == Gap.stopSpace }

    guard at < runs.count else { return nil }
    let first = numeral(0, 8)
    if first < 0 {
      guard let m = named(0), length(1) == 4, isSpaced(1) else { return nil }
      return month(2, numeral(1, 4), m)
    }
    if length(0) == 8 { return day(1, first / 10000, first / 100 % 100, first % 100) }
    let mark = gap(1)
    let isMark = mark == Gap.hyphen || mark == Gap.slash || mark == Gap.stop
    if length(0) == 4, isMark {
      if gap(2) == mark,
        let whole = day(
          3, first, numeral(1, 2), numeral(2, 2), isISO: mark == Gap.hyphen && length(1) == 2 && length(2) == 2)
      {
        return whole
      }
      return mark == Gap.hyphen && length(1) == 2 && gap(2) != Gap.hyphen ? month(2, first, numeral(1, 2)) : nil
    }
    if length(0) > 2 { return nil }
    if isMark {
      let marks = mark == Gap.slash ? [mark, Gap.space, Gap.hyphen, Gap.spaceHyphen] : [mark]
      var y = -1
      if at + 2 < runs.count, marks.contains(gap(2)) {
        if length(2) == 4 { y = numeral(2, 4) }
        if length(2) == 2, mark == Gap.slash, gap(2) != Gap.space, numeral(2, 2) >= 0 { y = 2000 + numeral(2, 2) }
      }
      return y >= 1900 ? day(3, y, numeral(1, 2), first) : mark == Gap.slash ? day(2, -1, numeral(1, 2), first) : nil
    }
    guard mark == Gap.space, let m = named(1) else { return nil }
    let y = length(2) == 4 && isSpaced(2) ? numeral(2, 4) : -1
    return (y >= 1900 ? day(3, y, m, first) : nil) ?? day(2, -1, m, first)
  }

  /// "KS 2023/451", "HSN 49-2-2024", "2023/0451", "LK/240123".
  private func reference(_ runs: Runs, _ at: Int) -> Found? {
    var letters: Letters = []
    var place = at
    var numbers: [Letters] = []
    let first = Letters(runs.text(at))
    let lead = first.prefix { !$0.isDigit }
    if lead.count == first.count {
      guard first.count <= 6, !references.contains(first), at + 1 < runs.count else { return nil }
      guard [Gap.space, Gap.hyphen, Gap.slash].contains(runs.gaps[at + 1]) else { return nil }
      letters = first
      place += 1
    } else if (2...6).contains(lead.count), first[lead.count...].allSatisfy(\.isDigit) {
      letters = Letters(lead)
      numbers = [Letters(first[lead.count...])]
      place += 1
    }
    let hasSlash = !letters.isEmpty && place < runs.count && runs.gaps[place] == Gap.slash
    while place < runs.count, numbers.count < 4 {
      let text = Letters(runs.text(place))
      guard text.count <= 8, text.allSatisfy(\.isDigit) else { break }
      if !numbers.isEmpty, ![Gap.hyphen, Gap.slash, Gap.colon].contains(runs.gaps[place]) { break }
      numbers.append(text)
      place += 1
    }
    var plain = numbers.map(plainNumber)
    let year = plain.firstIndex { $0.count == 4 && ($0.starts(with: [0x31, 0x39]) || $0.starts(with: [0x32, 0x30])) }
    if plain.count < 2 {
      guard hasSlash, let number = numbers.first, number.count > 2 else { return nil }
    } else if year == nil, plain.count < 3 {
      guard letters.count > 1, numbers.count == 2, numbers[0].count == 2, numbers[1].count > 2 else { return nil }
    }
    if let year, year > 0 { plain.insert(plain.remove(at: year), at: 0) }
    let number = Letters(plain.joined(separator: [0x2D]))
    var keys: [Letters] = []
    if !letters.isEmpty { keys.append("n:".latin1 + letters.map(\.undotted) + [0x2D] + number) }
    if plain.count > 1 { keys.append("n:".latin1 + number) }
    return Found(to: place, keys: keys)
  }
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

/// Without the zeros that it begins with.
func plainNumber(_ text: some Collection<UInt8>) -> Letters {
  guard text.first == 0x30, text.allSatisfy(\.isDigit) else { return Letters(text) }
  let rest = Letters(text.drop { $0 == 0x30 })
  return rest.isEmpty ? [0x30] : rest
}
