internal import Records

/// The numbers in the sentences on a body's composition; nil when none of them says who has how many seats.
///
/// A number goes with the side that comes after it by "från" or "som" ("fyra från Region Skog"), else with the one
/// before it ("Region Skog utser fyra").
func seats(in rules: [Rule]) -> Seats? {
  let sentences = rules.filter { $0.value == .members }
  guard let first = sentences.first else { return nil }
  var seats = Seats(line: first.line)
  for sentence in sentences { read(sentence.quote.words, into: &seats) }
  return seats == Seats(line: first.line) ? nil : seats
}

private func read(_ words: [Substring], into seats: inout Seats) {
  let keys = words.map { $0.bare.lowercased() }
  let numbers = keys.indices.filter { isSeatCount(keys, $0) }
  for (place, index) in numbers.enumerated() {
    guard let count = Grammar.number(keys[index][...]) else { continue }
    let start = place > 0 ? numbers[place - 1] + 1 : 0
    let end = place + 1 < numbers.count ? numbers[place + 1] : keys.count
    if keys[index..<end].contains(where: { $0 == "var" || $0 == "vardera" }) {
      let names = names(in: words[start..<index])
      for name in names { seats.named[name] = count }
      // "Länets kommuner utser en ledamot vardera."
      if keys[start..<index].contains(where: { $0 == "kommuner" || $0 == "kommunerna" }) {
        seats.eachMunicipality = seats.eachMunicipality ?? count
      }
    } else if let side = sideAfter(index, keys, upTo: end) ?? sides(keys, start..<index).last {
      switch side {
      case .each: seats.eachMunicipality = seats.eachMunicipality ?? count
      case .all:
        seats.eachMunicipality = seats.eachMunicipality ?? count
        seats.region = seats.region ?? count
      case .municipalities: seats.municipalities = seats.municipalities ?? count
      case .region: seats.region = seats.region ?? count
      }
    }
  }
}

/// Not "minst två ska", "för 4 år", "en ersättare" and other numbers of a sentence on members.
private func isSeatCount(_ keys: [String], _ index: Int) -> Bool {
  guard Grammar.number(keys[index][...]) != nil else { return false }
  if index > 0, Grammar.wordsBeforeOtherNumbers.contains(keys[index - 1]) { return false }
  guard index + 1 < keys.count else { return true }
  return !Grammar.wordsAfterOtherNumbers.contains { keys[index + 1].hasPrefix($0) }
}

private enum Side { case each, all, municipalities, region }

private func sides(_ keys: [String], _ range: Range<Int>) -> [Side] {
  range.compactMap { index in
    let key = keys[index]
    if key == "region" || key.hasPrefix("regionen") || key == "landstinget" { return .region }
    let isEach = index > 0 && ["varje", "respektive"].contains(keys[index - 1])
    if key == "huvudman", isEach { return .all }
    guard key.hasPrefix("kommun") else { return nil }
    return isEach && key == "kommun" ? .each : .municipalities
  }
}

private func sideAfter(_ index: Int, _ keys: [String], upTo end: Int) -> Side? {
  guard let link = (index + 1..<end).first(where: { keys[$0] == "från" || keys[$0] == "som" }) else { return nil }
  return sides(keys, link..<end).first
}

/// "Storvinge kommun och Hammarsele kommun", "För Umeå och Skellefteå": runs of words with a capital.
private func names(in words: ArraySlice<Substring>) -> [String] {
  var out: [[Substring]] = []
  var isInName = false
  for word in words {
    let isCapital = word.unicodeScalars.first.map { $0.isCapital } ?? false
    let isLittle = Grammar.wordsBeforeNames.contains(word.lowercased())
    if isCapital, !isLittle, !word.lowercased().hasPrefix("kommuner") {
      if isInName { out[out.count - 1].append(word.bare) } else { out.append([word.bare]) }
    } else if isInName, word.bare.lowercased() == "kommun" {
      out[out.count - 1].append(word.bare)
    }
    isInName = isCapital && !isLittle && word.bare.endIndex == word.endIndex
  }
  return out.map { $0.joined(separator: " ") }
}
