internal import Records

/// Recognises an agreement: title, kind, parties and the time it holds, from the text and above all its front matter.
func recogniseAgreement(_ lines: [Line], frontMatter: FrontMatter) -> (agreement: Agreement, problems: [LocatedProblem])
{
  let first = lines.firstIndex { $0.isHeading } ?? lines.firstIndex { !$0.isBlank }
  let heading = first.flatMap { isTitle(lines[$0], frontMatter.title) ? $0 : nil }
  let (printed, end) = heading.map { printedTitle(lines, at: $0) } ?? (nil, 0)
  let title = frontMatter.title ?? printed ?? Fact("Avtal", line: 1, .inferred)
  let key = title.value.lowercased()
  var agreement = Agreement(title: title, kind: Grammar.agreementWords.first { key.contains($0.0) }?.1 ?? .agreement)
  let body = heading.map { Array(lines[..<$0]) + Array(lines[end...]) } ?? lines
  let (blocks, problems) = parseBlocks(body)
  agreement.blocks = blocks
  let period = validity(in: blocks)
  agreement.id = frontMatter.id
  agreement.reference = frontMatter.reference ?? reference(in: lines)
  agreement.validFrom = frontMatter.validFrom ?? period.from
  agreement.validTo = frontMatter.validTo ?? (frontMatter.isUntilFurtherNotice ? nil : period.to)
  agreement.isUntilFurtherNotice =
    frontMatter.isUntilFurtherNotice || frontMatter.validTo == nil && period.isUntilFurtherNotice
  agreement.parties = frontMatter.parties.isEmpty ? parties(in: body) : frontMatter.parties
  agreement.replaces = frontMatter.replaces
  agreement.adoption = frontMatter.adoption
  return (agreement, problems)
}

/// The first line is the printed title. Where the front matter states one, the text may begin with something else.
private func isTitle(_ line: Line, _ stated: Fact<String>?) -> Bool {
  stated.map { line.headingLevel == 1 || line.text == $0.value } ?? true
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

/// "Dnr KS 2017-1204", "Diarienr: 2010/78"
private func reference(in lines: [Line]) -> Fact<String>? {
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
  for passage in passages(of: blocks) {
    for sentence in sentences(of: passage.text) {
      let key = sentence.lowercased()
      guard Grammar.validityPhrases.contains(where: { key.contains($0) }),
        !Grammar.otherPeriods.contains(where: { key.contains($0) })
      else { continue }
      // "2011-01-01–2014-12-31" is two days.
      let words = sentence.words.flatMap { $0.count > 20 ? $0.split(whereSeparator: { $0 == "–" || $0 == "—" }) : [$0] }
      var from: Fact<CalendarDate>?
      var to: Fact<CalendarDate>?
      for date in findDates(in: words, after: nil) {
        guard let day = date.date else { continue }
        let before = words[max(0, date.words.lowerBound - 4)..<date.words.lowerBound].map { $0.bare.lowercased() }
        let isEnd = before.contains("till") || before.contains("t.o.m") || before.contains("längst") || from != nil
        if isEnd, to == nil, from.map({ $0.value < day }) ?? true {
          to = Fact(day, line: passage.line, .inferred)
        } else if from == nil {
          from = Fact(day, line: passage.line, .inferred)
        }
      }
      if from != nil || to != nil {
        return (from, to, to == nil && (key.contains("tills vidare") || key.contains("tillsvidare")))
      }
    }
  }
  return (nil, nil, false)
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
    let name = part.trimmedPunctuation
    let key = name.lowercased()
    guard name.unicodeScalars.first?.isCapital == true, name.words.count <= 7, !key.hasPrefix("org"),
      !key.contains("nedan"), !name.hasSuffix(".") || name.hasSuffix("för.")
    else { return nil }
    return Fact(name, line: line.number, .labelled)
  }
}
