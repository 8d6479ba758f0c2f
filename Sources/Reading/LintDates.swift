internal import Records

/// Days of the week that do not fit the date they stand beside: "torsdagen den 19 april 2024" was a Friday. Only dates
/// with a year count, and those whose year is known from the meeting: its own, and the meetings that it announces.
func weekdays(_ minutes: Minutes, _ lines: [Line]) -> [LocatedProblem] {
  let announced = Dictionary(
    minutes.nextMeetings.compactMap { next in next.date.map { (next.line, [$0]) } }, uniquingKeysWith: +)
  let own = minutes.date.flatMap { $0.certainty == .stated ? nil : $0 }
  var found: [LocatedProblem] = []
  for line in lines where line.hints.contains(.weekday) {
    let words = line.text.words
    var isFirst = true
    for (index, word) in words.enumerated() {
      guard let weekday = weekday(word.bare.lowercased()) else { continue }
      let isOwn = line.number == own?.line
      let known = (announced[line.number] ?? []) + (isOwn ? [own?.value].compactMap(\.self) : [])
      // The first day of the week on the line of the meeting's date is the meeting's, wherever on it the date stands.
      let ownDay = isOwn && isFirst ? own?.value : nil
      isFirst = false
      guard let date = dateBeside(index, words, known: known) ?? ownDay, date.weekday != weekday + 1 else { continue }
      let problem = Problem.wrongWeekday(
        date: date, written: Grammar.weekdays[weekday], is: Grammar.weekdays[date.weekday - 1])
      found.append((problem, line.number))
    }
  }
  return found
}

/// "fredag", "fredagen", and not "fredagar" or "lördagsöppet".
private func weekday(_ word: String) -> Int? {
  Grammar.weekdays.firstIndex { word == $0 || word == $0 + "en" || word == $0 + "ens" }
}

/// The date right after the day of the week ("fredagen den 3 maj 2024"), else the one right before it ("2024-05-03
/// (fredag)").
private func dateBeside(_ index: Int, _ words: [Substring], known: [CalendarDate]) -> CalendarDate? {
  func isKnown(_ found: FoundDate) -> CalendarDate? {
    found.date.flatMap { found.hasYear || known.contains($0) ? $0 : nil }
  }
  let reference = known.min().flatMap { CalendarDate(year: $0.year, month: 1, day: 1) }
  var next = index + 1
  while next < words.count, ["den", "d", "d.", "-", "–"].contains(words[next].lowercased()) { next += 1 }
  let after = Array(words[min(next, words.count)...].prefix(3))
  if let date = findDates(in: after, after: reference).first, date.words.lowerBound == 0 { return isKnown(date) }
  let before = Array(words[..<index].suffix(3))
  guard let date = findDates(in: before, after: reference).last, date.words.upperBound == before.count,
    !(words[index - 1].last.map { ".;".contains($0) } ?? false)
  else { return nil }
  return isKnown(date)
}

/// A date in the title or after a label that is another than the one that was taken for the meeting's. The two may be
/// two meetings; which it is decides the address.
func printedDates(_ minutes: Minutes, _ lines: [Line]) -> [LocatedProblem] {
  guard let date = minutes.date, date.certainty != .stated else { return [] }
  let end = minutes.items.first?.line ?? .max
  for line in lines.lazy.prefix(60) where line.number < end && line.number != date.line {
    let isLabelled = labelled(line.text).map { parts in
      [.dateAndTime, .placeAndTime].contains(Grammar.factLabel[parts.label])
    }
    guard line.text == minutes.title || isLabelled == true else { continue }
    let printed = findDates(in: line.text, after: nil).filter(\.hasYear).compactMap(\.date)
    guard let first = printed.first, !printed.contains(date.value) else { continue }
    return [(.otherDate(printed: first, read: date.value), line.number)]
  }
  return []
}
