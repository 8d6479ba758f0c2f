internal import Records

/// Recognises an agreement: title, kind, parties and the time it holds, from the text and above all its front matter.
func recogniseAgreement(_ lines: [Line], frontMatter: FrontMatter) -> (agreement: Agreement, problems: [LocatedProblem])
{
  let heading = lines.firstIndex { $0.isHeading } ?? lines.firstIndex { !$0.isBlank }
  let (printed, end) = heading.map { printedTitle(lines, at: $0) } ?? (nil, 0)
  let title = frontMatter.title ?? printed ?? Fact("Avtal", line: 1, .inferred)
  let key = title.value.lowercased()
  var agreement = Agreement(title: title, kind: Grammar.agreementWords.first { key.contains($0.0) }?.1 ?? .agreement)
  let body = heading.map { Array(lines[..<$0]) + Array(lines[end...]) } ?? lines
  let (blocks, problems) = parseBlocks(body)
  agreement.blocks = blocks
  let period = validity(in: blocks)
  agreement.id = frontMatter.id
  agreement.date = printedDate(in: body)
  agreement.reference = frontMatter.reference ?? printedReference(in: lines)
  agreement.validFrom = frontMatter.validFrom ?? period.from
  agreement.validTo = frontMatter.validTo ?? (frontMatter.isUntilFurtherNotice ? nil : period.to)
  agreement.isUntilFurtherNotice =
    frontMatter.isUntilFurtherNotice || frontMatter.validTo == nil && period.isUntilFurtherNotice
  agreement.parties = frontMatter.parties.isEmpty ? parties(in: body).withoutRepeats : frontMatter.parties
  agreement.replaces = frontMatter.replaces
  agreement.adoption = frontMatter.adoption
  agreement.corrections = frontMatter.corrections
  return (agreement, problems)
}

/// The title's line, and the next where that goes on in lower case: "ÖVERENSKOMMELSE", "om samverkan vid utskrivning".
private func printedTitle(_ lines: [Line], at start: Int) -> (Fact<String>, end: Int) {
  var words = lines[start].text
  var end = start + 1
  if words.words.count <= 3, end < lines.count, lines[end].text.unicodeScalars.first?.properties.isLowercase == true {
    // A word in capitals that a sentence goes on from is a word.
    if !words.contains(where: \.isLowercase) { words = words.prefix(1) + words.dropFirst().lowercased() }
    words += " " + lines[end].text
    end += 1
  }
  return (Fact(words, line: lines[start].number, .labelled), end)
}

/// The day that stands alone, or after the place, where an agreement is dated: "2003-05-06", "Granby den 6 maj 2003".
/// Parties who sign on different days give it none.
private func printedDate(in lines: [Line]) -> Fact<CalendarDate>? {
  var found: [Fact<CalendarDate>] = []
  for line in lines where line.hints.contains(.digit) && line.text.hasAtMostWords(5) && labelled(line.text) == nil {
    let words = line.text.words
    let dates = findDates(in: words, after: nil).filter(\.hasYear)
    guard let date = dates.first, let day = date.date, date.words.upperBound == words.count,
      words[..<date.words.lowerBound].allSatisfy({ $0 == "den" || $0.unicodeScalars.first?.isCapital ?? false }),
      !Grammar.otherDays.contains(where: line.text.lowercased().hasPrefix)
    else { continue }
    found.append(Fact(day, line: line.number, .labelled))
  }
  guard let first = found.first, found.allSatisfy({ $0.value == first.value }) else { return nil }
  return first
}

/// "Dnr KS 2017-1204", "Diarienr: 2010/78"
func printedReference(in lines: [Line]) -> Fact<String>? {
  for line in lines {
    let words = line.text.words
    guard let label = words.firstIndex(where: { ["dnr", "diarienr", "diarienummer"].contains($0.bare.lowercased()) })
    else { continue }
    let rest = words[(label + 1)...].prefix(4).joined(separator: " ").trimmedPunctuation
    if rest.contains(where: \.isNumber) {
      return Fact(rest.hasSuffix(".") ? String(rest.dropLast()) : rest, line: line.number, .labelled)
    }
  }
  return nil
}

/// "gäller från och med 2024-01-01 till och med 2026-12-31", "träder i kraft den 1 februari 2019 och gäller tills
/// vidare". Days of payment, of an older agreement or of a notice are no validity.
private func validity(in blocks: [Block])
  -> (from: Fact<CalendarDate>?, to: Fact<CalendarDate>?, isUntilFurtherNotice: Bool)
{
  var from: Fact<CalendarDate>?
  var to: Fact<CalendarDate>?
  var isOpen = false
  for passage in passages(of: blocks) {
    let (statements, areLabelled) = statements(of: passage.text)
    for statement in statements {
      let key = statement.lowercased()
      guard Grammar.validityPhrases.contains(where: { key.contains($0) }),
        !Grammar.otherPeriods.contains(where: { key.contains($0) })
      else { continue }
      isOpen = isOpen || key.contains("tills vidare") || key.contains("tillsvidare")
      for (day, isEnd) in days(of: statement) {
        if isEnd || from != nil, to == nil, from.map({ $0.value < day }) ?? true {
          to = Fact(day, line: passage.line, .inferred)
        } else if from == nil {
          from = Fact(day, line: passage.line, .inferred)
        }
      }
      // Each label of a list gives its own day; a sentence gives all.
      if from != nil && to != nil || !areLabelled && (from != nil || to != nil) {
        return (from, to, to == nil && (key.contains("tills vidare") || key.contains("tillsvidare")))
      }
    }
    if areLabelled, from != nil || to != nil {
      let key = passage.text.lowercased()
      return (from, to, to == nil && (key.contains("tills vidare") || key.contains("tillsvidare")))
    }
  }
  return (from, to, isOpen)
}

/// The sentences of a paragraph, or its lines where each is a label with what it says.
private func statements(of text: String) -> (statements: [String], areLabelled: Bool) {
  let lines = text.split(separator: "\n").map { String($0.trimmed) }
  if lines.count > 1, lines.allSatisfy({ labelled($0) != nil }) { return (lines, true) }
  return (sentences(of: text), false)
}

/// The days of a statement of validity, and whether each ends it. Years alone are whole years: "under 2024–2026".
private func days(of statement: String) -> [(day: CalendarDate, isEnd: Bool)] {
  // "2011-01-01–2014-12-31" is two days.
  let words = statement.words.flatMap { word -> [Substring] in
    guard word.utf8.count > 20 else { return [word] }
    if CalendarDate(iso: word.prefix(10)) != nil {
      return [word.prefix(10), Substring(word.dropFirst(10).trimmedPunctuation)]
    }
    return word.split(whereSeparator: { $0 == "–" || $0 == "—" })
  }
  let dates = findDates(in: words, after: nil).compactMap { date in date.date.map { ($0, date.words.lowerBound) } }
  if dates.isEmpty { return years(of: words) }
  return dates.map { day, place in
    let before = words[max(0, place - 4)..<place].map { $0.bare.lowercased() }
    return (day, ["till", "t.o.m", "tom", "längst"].contains { before.contains($0) })
  }
}

private func years(of words: [Substring]) -> [(day: CalendarDate, isEnd: Bool)] {
  guard let label = words.firstIndex(where: { Grammar.yearWords.contains($0.bare.lowercased()) }) else { return [] }
  let years = words[(label + 1)...].prefix(4).flatMap { $0.bare.split { $0 == "-" || $0 == "–" } }.compactMap {
    Int($0)
  }
  .filter { (1950...2100).contains($0) }
  guard let first = years.first, let last = years.last, years.count <= 2, first <= last,
    let start = CalendarDate(year: first, month: 1, day: 1), let end = CalendarDate(year: last, month: 12, day: 31)
  else { return [] }
  return [(start, false), (end, true)]
}

/// The parties, from a part under "Parter", a list after "mellan", or a sentence "Mellan X och Y ...".
private func parties(in lines: [Line]) -> [Fact<String>] {
  var found: [Fact<String>] = []
  var isOpen = false
  for line in lines {
    let key = line.text.lowercased()
    if line.isBlank {
      if !found.isEmpty, isOpen { isOpen = false }
      continue
    }
    let bareKey = ItemNumber(line).map { $0.title.lowercased() } ?? key.trimmedPunctuation
    if bareKey == "parter" || bareKey == "avtalsparter" || bareKey == "mellan" || key.hasSuffix("mellan:")
      || key.hasSuffix("mellan")
    {
      isOpen = true
      continue
    }
    // "Parter är Region Gran samt Tall kommun."
    if found.isEmpty, !isOpen, Grammar.partyOpenings.contains(where: { key.hasPrefix($0) }) {
      let value = (sentences(of: line.text).first ?? line.text).split(separator: " samt ").joined(separator: " och ")
      let start = value.words.firstIndex { $0 == "är" }.map { $0 + 1 } ?? 0
      let list = value.words[start...].joined(separator: " ")
      let all = names(in: list.hasSuffix(".") ? String(list.dropLast()) : list, line)
      // "kommunerna Tall, Lönn och Björk" are no names: all of them or none.
      found = all.allSatisfy { Names.isOrganisation($0.value) } ? all : []
      continue
    }
    if let (label, value) = labelled(line.text), label == "parter" || label == "avtalsparter" || label == "mellan" {
      return names(in: value, line)
    }
    if found.isEmpty, !isOpen, key.hasPrefix("mellan ") {
      let rest = line.text.dropFirst("mellan ".count).words
      let end =
        rest.firstIndex {
          ["har", "träffas", "sluts", "ingås", "avseende", "om", "gällande"].contains($0.lowercased())
        } ?? rest.endIndex
      found = names(in: rest[..<end].joined(separator: " "), line)
      continue
    }
    guard isOpen else { continue }
    if line.isHeading { break }
    found += names(in: line.text, line)
  }
  return found
}

/// "Region Ek, org.nr 230000-2222, nedan Regionen" and "A kommun och B kommun".
private func names(in text: String, _ line: Line) -> [Fact<String>] {
  let isOpening = text.hasPrefix("och ")
  let parts = (isOpening ? String(text.dropFirst(4)) : text).split(separator: ",").flatMap {
    $0.split(separator: " och ")
  }
  return parts.compactMap { part in
    // "Region Ek (org.nr 230000-2222)"
    let whole = part.trimmedPunctuation
    let bracket = whole.lowercased().firstRange(of: "(org")
    let name = bracket == nil ? whole : whole.split(separator: "(").first.map { String($0.trimmed) } ?? whole
    let key = name.lowercased()
    guard name.unicodeScalars.first?.isCapital == true, name.words.count <= 7, !key.hasPrefix("org"),
      !key.contains("nedan"), !name.hasSuffix(".") || name.hasSuffix("för.")
    else { return nil }
    return Fact(name, line: line.number, .labelled)
  }
}

extension [Fact<String>] {
  fileprivate var withoutRepeats: [Fact<String>] {
    var seen: Set<String> = []
    return filter { seen.insert(nameKey($0.value)).inserted }
  }
}
