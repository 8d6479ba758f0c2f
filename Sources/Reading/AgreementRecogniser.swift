internal import Records

/// Recognises an agreement: title, kind, parties and the time it holds, from the text and above all its front matter.
func recogniseAgreement(_ lines: [Line], frontMatter: FrontMatter) -> (agreement: Agreement, problems: [LocatedProblem])
{
  let heading = titleLine(of: lines).flatMap { isTitle(lines[$0], frontMatter.title) ? $0 : nil }
  var (printed, end) = heading.map { printedTitle(lines, at: $0) } ?? (nil, 0)
  // "AVTAL", the parties, and then "angående hjälpmedel".
  if let one = printed, one.value.hasAtMostWords(1), let matter = lines[end...].prefix(16).first(where: opensMatter) {
    let word =
      one.value.contains(where: \.isLowercase) ? one.value : one.value.prefix(1) + one.value.dropFirst().lowercased()
    printed = Fact("\(word) \(matter.text)", line: one.line, one.certainty)
  }
  let title = frontMatter.title ?? printed ?? Fact("Avtal", line: 1, .inferred)
  let key = title.value.lowercased()
  let kind = Grammar.agreementWords.first { key.contains($0.0) }?.1
  var agreement = Agreement(title: title, kind: frontMatter.agreementKind?.value ?? kind ?? .agreement)
  let body = heading.map { Array(lines[..<$0]) + Array(lines[end...]) } ?? lines
  let unsigned = cutSignatures(body, of: .agreement).body
  let (blocks, problems) = parseBlocks(unsigned)
  agreement.blocks = blocks
  let parts = agreementParts(of: withoutFurniture(unsigned))
  var period = validity(in: parts)
  if period.from == nil, period.to == nil, key.contains("tillägg") || key.contains("förläng") {
    period = prolongation(in: parts.flatMap(\.passages))
  }
  agreement.id = frontMatter.id
  agreement.date = frontMatter.date ?? printedDate(in: body)
  agreement.reference = frontMatter.reference ?? printedReference(in: lines)
  agreement.validFrom = frontMatter.validFrom ?? period.from
  agreement.validTo = frontMatter.validTo ?? (frontMatter.untilFurtherNotice != nil ? nil : period.to)
  agreement.untilFurtherNotice =
    frontMatter.untilFurtherNotice ?? (frontMatter.validTo == nil ? period.untilFurtherNotice : nil)
  agreement.parties = frontMatter.parties.isEmpty ? parties(in: parts) : frontMatter.parties
  if agreement.parties.isEmpty {
    // The title, or a heading below it, names them.
    let headings = lines.lazy.filter { $0.isHeading }.prefix(3).map {
      Passage(kind: .paragraph, text: $0.text, line: $0.number)
    }
    let passages = [Passage(kind: .paragraph, text: title.value, line: title.line)] + headings
    agreement.parties = parties(in: [AgreementPart(title: "", passages: passages)])
  }
  agreement.replaces = frontMatter.replaces
  agreement.adoption = frontMatter.adoption
  agreement.matter = frontMatter.matter
  agreement.topics = frontMatter.topics
  agreement.clauses = clauses(in: parts)
  agreement.corrections = frontMatter.corrections
  agreement.attachments = frontMatter.attachments.map(\.attachment)
  agreement.signatures = agreementSignatures(in: withoutFurniture(body))
  return (agreement, problems)
}

/// "angående hjälpmedel", alone between the parties and the text.
private func opensMatter(_ line: Line) -> Bool {
  guard let first = line.text.words.first, !line.text.hasAtMostWords(1), line.text.hasAtMostWords(16) else {
    return false
  }
  return Grammar.titleContinuations.contains(first) && ![".", ",", ":"].contains(where: line.text.hasSuffix)
}

/// The first heading that is no list of contents; before it a line that calls itself an agreement.
private func titleLine(of lines: [Line]) -> Int? {
  let opening = lines.indices.filter { !lines[$0].isBlank }.prefix(12)
  let heading = lines.firstIndex { $0.isHeading && !$0.text.lowercased().hasPrefix("innehåll") }
  let named = opening.first { isAgreementTitle(lines[$0].text) }
  if let named, named < heading ?? .max { return named }
  return heading ?? opening.first
}

/// "Överenskommelse om ...", "Länsövergripande avtal om ...": a short line that begins as titles of agreements do.
func isAgreementTitle(_ text: String) -> Bool {
  guard text.hasAtMostWords(20), !text.hasSuffix("."), !text.hasPrefix("|"), labelled(text) == nil,
    text.unicodeScalars.first?.isCapital == true
  else { return false }
  return text.words.prefix(3).contains { word in
    let key = word.bare.lowercased()
    return Grammar.agreementTitleEndings.contains { key.hasSuffix($0) }
  }
}

/// The line is the printed title. Where the front matter states one, the text may begin with something else.
private func isTitle(_ line: Line, _ stated: Fact<String>?) -> Bool {
  stated.map { line.headingLevel == 1 || line.text == $0.value } ?? true
}

/// The title's line, and those that it goes on over: in lower case, or all in capitals.
private func printedTitle(_ lines: [Line], at start: Int) -> (Fact<String>, end: Int) {
  // "Grans kommun      SAMVERKANSAVTAL      1 (4)"
  let parts = columns(of: lines[start].raw)
  var words = parts.count > 1 ? parts.first(where: isAgreementTitle) ?? lines[start].text : lines[start].text
  var end = start + 1
  // "ÖVERENSKOMMELSE", and below it "om hjälpmedel".
  if words.hasAtMostWords(1) || !words.contains(where: \.isLowercase),
    let next = lines[end...].firstIndex(where: { !$0.isBlank }), !lines[next].hasBullet,
    lines[next].text.hasAtMostWords(20), let first = lines[next].text.words.first,
    Grammar.titleContinuations.contains(first) || first == "av", !lines[next].text.hasSuffix(".")
  {
    words = "\(words.prefix(1))\(words.dropFirst().lowercased()) \(lines[next].text)"
    end = next + 1
  }
  let breaksOff = { words.words.last.map { Grammar.unfinishedEnds.contains($0.lowercased()) } ?? false }
  // "Överenskommelse om samverkan inom", a blank line, and what it is within.
  if !lines[start].isHeading, breaksOff(), end + 1 < lines.count, lines[end].isBlank { end += 1 }
  while !lines[start].isHeading, end < lines.count, let first = lines[end].text.unicodeScalars.first,
    !lines[end].hasBullet
  {
    let isInCapitals =
      !lines[start].text.contains(where: \.isLowercase) && !lines[end].text.contains(where: \.isLowercase)
    guard first.isLetter, isInCapitals || !first.isCapital || breaksOff(), lines[end].text.hasAtMostWords(14) else {
      break
    }
    // A word in capitals that a sentence goes on from is a word.
    if !isInCapitals, !words.contains(where: \.isLowercase) { words = words.prefix(1) + words.dropFirst().lowercased() }
    words += " " + lines[end].text
    end += 1
  }
  return (Fact(words, line: lines[start].number, .labelled), end)
}

/// The day that stands alone, or after the place, where an agreement is dated: "2003-05-06", "Granby den 6 maj 2003".
/// Parties who sign on different days give it none.
private func printedDate(in lines: [Line]) -> Fact<CalendarDate>? {
  var found: [Fact<CalendarDate>] = []
  for (index, line) in lines.enumerated()
  where line.hints.contains(.digit) && line.text.hasAtMostWords(5)
    && labelled(line.text).map({ $0.label == "datum" }) ?? true
  {
    // A day that a paragraph was broken before.
    if index > 0, !lines[index - 1].isBlank, !lines[index - 1].text.hasAtMostWords(5) { continue }
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
    let cells = line.text.hasPrefix("|") ? tableCells(line.text).joined(separator: " ") : line.text
    let words = cells.words
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
/// vidare": in the part that is headed so, else anywhere. Days of payment, of an older agreement or of a notice are no
/// validity.
private func validity(in parts: [AgreementPart])
  -> (from: Fact<CalendarDate>?, to: Fact<CalendarDate>?, untilFurtherNotice: Fact<Bool>?)
{
  let headed = parts.filter { part in Grammar.validityHeadings.contains { part.title.contains($0) } }
  for part in headed {
    let found = validity(in: part.passages)
    if found.from != nil || found.to != nil || found.untilFurtherNotice != nil { return found }
  }
  return validity(in: parts.flatMap(\.passages))
}

private func validity(in passages: [Passage])
  -> (from: Fact<CalendarDate>?, to: Fact<CalendarDate>?, untilFurtherNotice: Fact<Bool>?)
{
  var from: Fact<CalendarDate>?
  var to: Fact<CalendarDate>?
  var openEnd: Fact<Bool>?
  for passage in passages {
    let (statements, areLabelled) = statements(of: passage.text)
    // A row of a table, or a label on a line of its own, gives one day; the next may give the other.
    let isRow = statements.count == 1 && passage.text.hasAtMostWords(8) && labelled(passage.text) != nil
    for statement in statements {
      let statement = withoutOtherPeriods(withEndNamed(statement))
      let key = statement.lowercased()
      // "Avtalet gäller t.o.m. 2022-12-31. Det träder i kraft 2020-01-01."
      if to != nil, !areLabelled, !isRow, !key.contains("träder i kraft"), !key.contains("börjar gälla") { continue }
      guard Grammar.validityPhrases.contains(where: { key.contains($0) }),
        !Grammar.otherPeriods.contains(where: { key.contains($0) })
      else { continue }
      openEnd = openEnd ?? Reading.openEnd(key, passage)
      for (day, isEnd) in days(of: statement) {
        if isEnd || from != nil, to == nil, from.map({ $0.value < day }) ?? true {
          to = Fact(day, line: passage.line, .inferred)
        } else if from == nil, to.map({ day < $0.value }) ?? true {
          from = Fact(day, line: passage.line, .inferred)
        }
      }
      // Each label of a list gives its own day; a sentence gives all.
      if from != nil && to != nil || !areLabelled && !isRow && from != nil {
        return (from, to, to == nil ? Reading.openEnd(key, passage) : nil)
      }
    }
    if areLabelled || !isRow && to != nil, from != nil || to != nil {
      return (from, to, to == nil ? Reading.openEnd(passage.text.lowercased(), passage) : nil)
    }
  }
  return (from, to, openEnd)
}

/// The time by which an addendum prolongs its agreement: "förlängs från och med den 1 januari 2016 till och med ...".
private func prolongation(in passages: [Passage])
  -> (from: Fact<CalendarDate>?, to: Fact<CalendarDate>?, untilFurtherNotice: Fact<Bool>?)
{
  for passage in passages {
    for sentence in sentences(of: passage.text) where sentence.contains("förlängs ") || sentence.contains("förlänga ") {
      let days = days(of: sentence)
      guard days.count <= 2, let end = days.last, end.isEnd else { continue }
      let start = days.count == 2 && !days[0].isEnd ? Fact(days[0].day, line: passage.line, .inferred) : nil
      if days.count == 2, start.map({ $0.value >= end.day }) ?? true { continue }
      return (start, Fact(end.day, line: passage.line, .inferred), nil)
    }
  }
  return (nil, nil, nil)
}

/// "börjar gälla 2020-01-01 och upphör 2022-12-31" as "... till 2022-12-31"; "ersätter avtal från 2018 och gäller från
/// 2020-01-01" without what it replaces.
private func withEndNamed(_ statement: String) -> String {
  if let other = statement.firstRange(of: "rsätter "),
    let own = statement[other.upperBound...].firstRange(of: " och gäller ")
  {
    return String(statement[own.lowerBound...])
  }
  for end in [" och upphör att gälla ", " och upphör "] {
    if let range = statement.firstRange(of: end) {
      return "\(statement[..<range.lowerBound]) till \(statement[range.upperBound...])"
    }
  }
  return statement
}

/// "Avtalet gäller till 2023-12-31 och följs upp årligen": what comes before the other period, where that gives a day.
private func withoutOtherPeriods(_ statement: String) -> String {
  let key = statement.lowercased()
  guard key.utf8.count == statement.utf8.count,
    let end = Grammar.otherPeriods.compactMap({ key.firstRange(of: $0)?.lowerBound }).min()
  else { return statement }
  let before = String(statement[...].slice(0..<key.utf8.distance(from: key.startIndex, to: end)))
  let isWhole =
    Grammar.validityPhrases.contains { before.lowercased().contains($0) }
    && (!findDates(in: before, after: nil).isEmpty || before.contains("vidare"))
  return isWhole ? before : statement
}

/// Where a text says that it holds until further notice.
private func openEnd(_ key: String, _ passage: Passage) -> Fact<Bool>? {
  key.contains("tills vidare") || key.contains("tillsvidare") ? Fact(true, line: passage.line, .inferred) : nil
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
    return (
      day,
      ["till", "t.o.m", "tom", "längst"].contains { before.contains($0) }
        || before.contains("t") && before.contains("m")
    )
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
