internal import Records

private let kinds = Grammar.settlingPhrases + Grammar.decisionKinds
private let kindPhrases = PhraseSet(kinds.map(\.0))
private let effectPhrases = PhraseSet(Grammar.effectPhrases)

/// What a clause does and the words that show it: first by those that settle a matter whatever else the clause tells of
/// ("Förslaget att köpa färg bordläggs"), else by the first of them that stands in it ("uppdra åt Ada Ek att utse").
func kindAndVerb(of clause: String) -> (kind: Decision.Kind, verb: String)? {
  guard let found = kindPhrases.first(settling: Grammar.settlingPhrases.count, in: clause) else { return nil }
  return (kinds[found.place].1, wholeWords(at: found.bytes, in: clause))
}

/// The words that a range begins and ends in, in lower case: "bevil" stands for "beviljar".
private func wholeWords(at range: Range<Int>, in text: String) -> String {
  let bytes = text.utf8.span
  var end = range.upperBound
  if bytes[end - 1] != UInt8(ascii: " ") { while end < bytes.count, bytes.isLetter(at: end) { end += 1 } }
  return text[...].slice(range.lowerBound..<end).onOneLine.lowercased().trimmedPunctuation
}

/// Reads kind, verb, amount and effective date of an item's decisions, and who took no part in them.
///
/// - Parameter abstentions: What the item's text says of those who took no part, with its line.
func readDetails(of item: inout AgendaItem, _ abstentions: [(name: String, line: Int)], after meeting: CalendarDate?) {
  func part(of line: Int) -> Int? { item.subItems.lastIndex { $0.line <= line } }
  func read(_ decision: inout Decision) {
    if let (kind, verb) = kindAndVerb(of: decision.text) { (decision.kind, decision.verb) = (kind, verb) }
    if decision.kind == .awards { decision.amount = amount(in: decision.text) }
    decision.effective = effectiveDate(in: decision.text, after: meeting)
    let own = part(of: decision.line)
    decision.notTakingPart = abstentions.filter { part(of: $0.line) == own }.map(\.name)
  }
  for index in item.decisions.indices { read(&item.decisions[index]) }
  for place in item.subItems.indices {
    for index in item.subItems[place].decisions.indices {
      var decision = item.subItems[place].decisions[index]
      read(&decision)
      item.subItems[place].decisions[index] = decision
    }
  }
}

let abstainingPhrases = PhraseSet(Grammar.abstainingPhrases)

/// "Bo Lind (S) deltog inte i beslutet på grund av jäv.", "Ada Ek anmäler jäv."
func abstentions(in passages: [Passage]) -> [(name: String, line: Int)] {
  var found: [(name: String, line: Int)] = []
  for passage in passages where passage.hints.contains(.abstention) && abstainingPhrases.stands(in: passage.text) {
    for sentence in sentences(of: passage.text, where: { $0.contains(.abstention) }) {
      let key = sentence.lowercased()
      guard let phrase = Grammar.abstainingPhrases.first(where: { key.contains($0) }),
        let range = sentence.firstRange(of: phrase)
      else { continue }
      for name in namesInText(String(sentence[..<range.lowerBound]))
      where !found.contains(where: { $0.name == name && $0.line == passage.line }) {
        found.append((name, passage.line))
      }
    }
  }
  return found
}

/// The kronor of "25 000 kronor", "1,5 miljoner kronor", "40 tkr"; nil where there are two sums.
private func amount(in clause: String) -> Int? {
  let words = clause.words.map(\.bare)
  var sums: [Int] = []
  for (index, word) in words.enumerated() {
    let unit = word.lowercased()
    let isMillions = index > 0 && ["miljoner", "miljon"].contains(words[index - 1].lowercased())
    guard
      let (factor, end) = ["kronor", "kr", "kronors"].contains(unit)
        ? (isMillions ? 1_000_000 : 1, isMillions ? index - 1 : index)
        : unit == "tkr" ? (1000, index) : ["mnkr", "mkr"].contains(unit) ? (1_000_000, index) : nil
    else { continue }
    let digits = words[..<end].reversed().prefix { $0.allSatisfy { $0.isNumber || $0 == "," || $0 == "." } }
    let number = digits.reversed().joined()
    guard !number.isEmpty else { continue }
    let parts = number.split(separator: ",")
    if factor == 1 {
      sums.append(contentsOf: Int(parts[0].filter { $0 != "." }).map { [$0] } ?? [])
    } else if let whole = Int(parts[0]) {
      let decimals = parts.count > 1 ? String(parts[1].prefix(6)) : ""
      let scale = (0..<decimals.count).reduce(factor) { rest, _ in rest / 10 }
      sums.append(whole * factor + (Int(decimals) ?? 0) * scale)
    }
  }
  return sums.count == 1 ? sums[0] : nil
}

/// The day from which a decision holds, where the clause gives one: "gäller från och med den 1 maj 2025".
private func effectiveDate(in clause: String, after meeting: CalendarDate?) -> CalendarDate? {
  guard let phrase = effectPhrases.first(in: clause),
    let date = findDates(in: String(clause[...].slice(phrase.bytes.upperBound..<clause.utf8.count)), after: meeting)
      .first,
    date.words.lowerBound <= 2
  else { return nil }
  return date.date == meeting ? nil : date.date
}
