internal import Records

/// Recognises terms of reference: which bodies a document describes, and each body's rules with the sentence behind.
func recogniseTerms(_ lines: [Line], frontMatter: FrontMatter) -> (terms: TermsOfReference, problems: [LocatedProblem])
{
  let titleIndex =
    lines.prefix(3).firstIndex { $0.text.hasPrefix("|") && isTermsTitle(withoutCells($0.text)) }
    ?? lines.firstIndex { $0.isHeading } ?? lines.prefix(12).firstIndex { isTermsTitle($0.text) }
    ?? lines.firstIndex { !$0.isBlank } ?? 0
  let (printed, titleEnd) =
    titleIndex < lines.count ? printedTitle(lines, at: titleIndex) : ("Uppdragsbeskrivning", titleIndex)
  let title = frontMatter.title?.value ?? printed
  var terms = TermsOfReference(title: title)
  terms.validFrom = frontMatter.validFrom
  terms.date = frontMatter.date
  terms.reference = frontMatter.reference ?? printedReference(in: Array(lines.prefix(20)))
  let rest = titleEnd < lines.count ? Array(lines[(titleEnd + 1)...]) : []
  var problems: [LocatedProblem] = []

  var starts: [(index: Int, name: String)] = []
  if let name = frontMatter.body?.value ?? bodyOfTitle(title).map({ asWritten($0, in: rest) }) {
    starts = [(-1, name)]
  } else {
    for (index, line) in rest.enumerated() where line.isHeading {
      if let name = bodyOfHeading(withoutNumber(line.text)) { starts.append((index, name)) }
    }
    starts = withSiblings(starts, in: rest)
    if starts.isEmpty { starts = plainStarts(in: rest) }
    // "| Gruppens namn | Arbetsgrupp Skyltar |" has the whole document.
    let named = rest.prefix(12).lazy.compactMap { line -> String? in
      guard let (label, value) = labelled(line.text) ?? cellsAsLabel(line),
        Grammar.bodyLabels.contains(label), !value.isEmpty
      else { return nil }
      return value
    }.first
    if let named { starts = [(-1, named)] }
  }
  // One body that only the front matter names has the whole document.
  if starts.isEmpty, frontMatter.bodies.count == 1, let name = frontMatter.bodies[0].name {
    starts = [(-1, name.value)]
  }
  let head = Array(rest[..<max(0, starts.first?.index ?? rest.count)])
  // A table of the decision may stand over the title.
  let opening = lines[..<min(titleIndex, lines.count)] + (starts.first?.index == -1 ? Array(rest.prefix(12)) : head)
  terms.validFrom = terms.validFrom ?? opening.lazy.compactMap(firstDayOfTerms).first
  if terms.date == nil {
    terms.date =
      opening.lazy.filter(tellsDecision).compactMap(dateOfTerms).first
      ?? opening.lazy.filter { firstDayOfTerms($0) == nil }.compactMap(dateOfTerms).first ?? terms.validFrom
  }
  let (preamble, found) = parseBlocks(head.filter { line in terms.date.map { $0.line != line.number } ?? true })
  terms.preamble = preamble
  problems += found

  for (position, start) in starts.enumerated() {
    let end = position + 1 < starts.count ? starts[position + 1].index : rest.count
    let line = start.index >= 0 ? rest[start.index].number : lines[titleIndex].number
    let section = Array(rest[(start.index + 1)..<end])
    let (blocks, found) = parseBlocks(section)
    problems += found
    terms.bodies.append(body(start.name, line: line, blocks: blocks))
  }
  if terms.bodies.isEmpty { problems.append((.termsWithoutBody, lines.first?.number ?? 1)) }
  problems += state(frontMatter.bodies, in: &terms.bodies)
  problems += terms.bodies.flatMap(contradictions)
  let names = terms.bodies.map(\.name)
  for index in terms.bodies.indices { resolveReporting(&terms.bodies[index], among: names) }
  return (terms, problems)
}

/// Also the headings beside those of two bodies that have the same parts below them, whatever their names: "Operativ
/// ledning" with "Uppdrag", "Ledamöter" and "Möten".
private func withSiblings(_ starts: [(index: Int, name: String)], in lines: [Line]) -> [(index: Int, name: String)] {
  guard starts.count >= 2, case let level = lines[starts[0].index].headingLevel,
    starts.allSatisfy({ lines[$0.index].headingLevel == level })
  else { return starts }
  func parts(below index: Int) -> Set<String> {
    Set(
      lines[(index + 1)...].prefix { !$0.isHeading || $0.headingLevel > level }.filter(\.isHeading)
        .map { nameKey($0.text) })
  }
  let shared = starts.dropFirst().reduce(parts(below: starts[0].index)) { $0.intersection(parts(below: $1.index)) }
  guard shared.count >= 2 else { return starts }
  let others = lines.indices.filter { index in
    lines[index].headingLevel == level && !starts.contains { $0.index == index }
      && parts(below: index).isSuperset(of: shared)
  }
  return (starts + others.map { ($0, withoutNumber(lines[$0].text).trimmedPunctuation) }).sorted { $0.index < $1.index }
}

private func cellsAsLabel(_ line: Line) -> (label: String, value: String)? {
  guard line.text.hasPrefix("|"), case let cells = tableCells(line.text), cells.count == 2 else { return nil }
  return (cells[0].trimmedPunctuation.lowercased(), cells[1].trimmedPunctuation)
}

/// Where the bodies begin in a text whose headings are not marked: lines that stand alone, in capitals or with a number,
/// and name a body. Two at least.
private func plainStarts(in lines: [Line]) -> [(index: Int, name: String)] {
  let starts = lines.indices.compactMap { index -> (index: Int, name: String)? in
    let text = lines[index].text
    guard index == 0 || lines[index - 1].isBlank, text.hasAtMostWords(9), case let name = withoutNumber(text),
      name.utf8.count < text.utf8.count || !text.contains(where: \.isLowercase),
      name.unicodeScalars.first?.isCapital == true, ![".", ",", ":"].contains(where: name.hasSuffix),
      let body = bodyOfHeading(name)
    else { return nil }
    return (index, asWritten(body, in: lines))
  }
  return starts.count >= 2 ? starts : []
}

/// A body that the document does not describe is told.
private func state(_ stated: [StatedBody], in bodies: inout [BodyTerms]) -> [LocatedProblem] {
  stated.compactMap { one in
    guard let name = one.name else { return nil }
    let key = nameKey(name.value)
    guard let place = bodies.firstIndex(where: { ([$0.name] + $0.aliases).contains { nameKey($0) == key } }) else {
      let near = nearest(to: name.value, among: bodies.map(\.name))
      return (.notInText(key: "organ", name: name.value, nearest: near), name.line)
    }
    if one.isNameOnly { (bodies[place].line, bodies[place].certainty) = (name.line, .stated) }
    bodies[place].state(one)
    return nil
  }
}

/// The title, with the next line where the first only says what kind of document it is: "ARBETSORDNING".
private func printedTitle(_ lines: [Line], at start: Int) -> (title: String, end: Int) {
  let text = withoutCells(lines[start].text)
  guard Grammar.termsWords.contains(text.lowercased().trimmedPunctuation),
    let next = lines[(start + 1)...].firstIndex(where: { !$0.isBlank }),
    hasBodyWord(lines[next].text)
  else { return (text, start) }
  return ("\(text.prefix(1))\(text.dropFirst().lowercased()) för \(lines[next].text)", next)
}

/// "REGLEMENTE FÖR KOMMUNALA RÅDET", below the name of the collection that it stands in.
func isTermsTitle(_ text: String) -> Bool {
  let key = withoutOpening(text).lowercased()
  return key.hasAtMostWords(14) && !key.hasSuffix(".")
    && (Grammar.termsWords.contains { key.hasPrefix($0) } || isRulesForBody(key))
}

/// "Samlad uppdragsbeskrivning", "Förslag till reviderad arbetsordning" without what stands before the kind of document.
private func withoutOpening(_ title: String) -> String {
  let words = title.words
  let start = words.firstIndex {
    ![
      "samlad", "samlade", "reviderad", "reviderade", "reviderat", "förslag", "till", "gemensam", "gemensamt", "ny",
      "nytt", "utkast",
    ]
    .contains($0.bare.lowercased())
  }
  return words[(start ?? 0)...].joined(separator: " ")
}

/// "riktlinjer för granrådet", "bestämmelser om granbygdens handikappråd"
func isRulesForBody(_ key: String) -> Bool {
  ["riktlinjer för ", "bestämmelser för ", "bestämmelser om "].contains(where: key.hasPrefix) && hasBodyWord(key)
}

/// A name in capitals as the text itself writes it.
private func asWritten(_ name: String, in lines: [Line]) -> String {
  guard !name.contains(where: \.isLowercase) else { return name }
  let key = name.lowercased()
  for line in lines {
    let lower = line.text.lowercased()
    guard lower.utf8.count == line.text.utf8.count, let range = lower.firstRange(of: key),
      line.text.contains(where: \.isLowercase)
    else { continue }
    let start = lower.utf8.distance(from: lower.startIndex, to: range.lowerBound)
    return String(line.text[...].slice(start..<start + key.utf8.count))
  }
  return String(name.prefix(1)) + String(key.dropFirst())
}

/// "Fastställd 2014-11-20", "Antaget av fullmäktige 2010-06-21".
private func tellsDecision(_ line: Line) -> Bool {
  let key = line.text.lowercased()
  return [
    "fastställ", "beslutad", "beslutat", "antagen", "antaget", "| beslutad", "| fastställd", "| antagen",
    "beslutsdatum", "| beslutsdatum", "datum för beslut", "| datum för beslut", "| fastställ", "| beslutat",
  ].contains { key.hasPrefix($0) }
}

/// "Gäller från 2022-01-01", also after the day of the decision: "Fastställd 2014-11-20, gäller från 2015-01-01".
private func firstDayOfTerms(_ line: Line) -> Fact<CalendarDate>? {
  guard line.hints.contains(.digit), let range = line.text.lowercased().firstRange(of: "gäller från"),
    let date = findDates(in: String(line.text[range.upperBound...]), after: nil).first(where: \.hasYear)?.date
  else { return nil }
  return Fact(date, line: line.number, .labelled)
}

/// A line that is a date, or says when the terms were decided.
private func dateOfTerms(_ line: Line) -> Fact<CalendarDate>? {
  guard tellsDecision(line) || line.text.words.count <= 6,
    let date = findDates(in: line.text, after: nil).first(where: \.hasYear)?.date
  else { return nil }
  return Fact(date, line: line.number, .labelled)
}

/// "Uppdragsbeskrivning för Hjälpmedelsrådet" names its body; "Uppdragsbeskrivningar ..." is for many.
private func bodyOfTitle(_ title: String) -> String? {
  var words = withoutOpening(title).words
  guard let first = words.first?.bare.lowercased(),
    [
      "uppdragsbeskrivning", "arbetsordning", "uppdrag", "reglemente", "stadgar", "riktlinjer", "instruktion",
      "uppdragshandling", "uppdragsdirektiv", "arbetsformer", "bestämmelser",
    ].contains(first)
  else { return bodyBeforeKind(title) }
  words.removeFirst()
  while let word = words.first?.lowercased(),
    ["för", "om", "till", "av", "–", "-", "och", "arbetsordning", "arbetsformer", "mandat", "mötesformer", ":"]
      .contains(
        word)
  { words.removeFirst() }
  let name = words.joined(separator: " ").trimmedPunctuation
  // "Arbetsordning för grupperna i samverkansstrukturen" is for each of them.
  return name.isEmpty || isOfMany(name) ? nil : name
}

/// "Styrgrupp Gran – uppdragsbeskrivning", "Granrådets arbetsordning"
private func bodyBeforeKind(_ title: String) -> String? {
  let words = title.words
  guard words.count > 1, let last = words.last?.bare.lowercased(),
    ["uppdragsbeskrivning", "arbetsordning", "reglemente", "uppdragshandling"].contains(last)
  else { return nil }
  var name = words.dropLast().joined(separator: " ").trimmedPunctuation
  while let end = name.last, "–-".contains(end) { name = String(name.dropLast().trimmed) }
  if words.count == 2, name.hasSuffix("s") { name = String(name.dropLast()) }
  return hasBodyWord(name) && name.unicodeScalars.first?.isCapital == true ? name : nil
}

/// "grupperna i samverkansstrukturen"
private func isOfMany(_ name: String) -> Bool {
  guard let first = name.words.first?.bare.lowercased() else { return false }
  return ["grupperna", "organen", "ningarna", "råden", "nämnderna", "nätverken", "organen", "utskotten"].contains(
    where: first.hasSuffix)
}

/// A heading that names a body, not a section of the body before.
private func bodyOfHeading(_ text: String) -> String? {
  let key = text.lowercased()
  if Grammar.termsSections.contains(where: { key.hasPrefix($0) }) { return nil }
  // "Beredningar och arbetsgrupper" are no body.
  if key.words.contains(where: {
    $0.bare.hasSuffix("ningar") || $0.bare.hasSuffix("grupper") || $0.bare.hasSuffix("organ")
  }) || isOfMany(key) {
    return nil
  }
  var name = text
  for tail in [" – uppdrag", " - uppdrag", ", uppdrag", ": uppdrag"] where key.hasSuffix(tail) {
    name = String(name.dropLast(tail.count))
  }
  let words = name.lowercased().words
  let isBody = words.contains { word in
    word.contains("koordinator") || word.contains("koordinatör")
      || Grammar.bodyWords.contains {
        word.hasPrefix($0) || word.hasSuffix($0) || word.hasSuffix($0 + "en") || word.hasSuffix($0 + "et")
      }
  }
  return isBody && words.count <= 9 ? name.trimmedPunctuation : nil
}

private func body(_ printed: String, line: Int, blocks: [Block]) -> BodyTerms {
  let text = blocks.plainText
  let (printed, abbreviation) = splitAbbreviation(printed)
  // "Beredning barn- och unga" in the heading, "Beredning barn och unga" in the text.
  let unhyphened = printed.split(separator: "- och ").joined(separator: " och ")
  let name = unhyphened != printed && text.contains(unhyphened) ? unhyphened : printed
  var body = BodyTerms(name: name, line: line)
  body.blocks = blocks
  if name != printed { body.aliases.append(printed) }
  body.aliases += abbreviation.map { [$0] } ?? abbreviations(of: name, in: blocks)
  body.level = level(of: name, text).map { Fact($0, line: line, .inferred) }
  body.rules = rules(in: blocks, of: name)
  body.seats = seats(in: body.rules)
  return body
}

/// Two sentences that let different people approve the minutes.
private func contradictions(in body: BodyTerms) -> [LocatedProblem] {
  var first: (roles: [String], line: Int)?
  return body.rules.compactMap { rule in
    guard case .minutesApprovedBy(let roles) = rule.value else { return nil }
    guard let told = first else {
      first = (roles, rule.line)
      return nil
    }
    if Set(told.roles.map { ApprovalRule.Role(written: $0) }) == Set(roles.map { ApprovalRule.Role(written: $0) }) {
      return nil
    }
    return (
      .contradictoryApproval(
        body: body.name, first: told.roles.joined(separator: " och "), firstLine: told.line,
        second: roles.joined(separator: " och ")), rule.line
    )
  }
}

/// "Länssamverkansgruppen (LSG)"
private func splitAbbreviation(_ name: String) -> (name: String, abbreviation: String?) {
  guard name.hasSuffix(")"), let open = name.firstIndex(of: "(") else { return (name, nil) }
  return (String(name[..<open].trimmed), String(name[name.index(after: open)...].dropLast()))
}

/// "Arbetsordning för Länssamverkansgruppen (LSG)"
private func abbreviations(of name: String, in blocks: [Block]) -> [String] {
  passages(of: blocks).compactMap { passage -> String? in
    guard let range = passage.text.firstRange(of: name + " (") else { return nil }
    let inside = passage.text[range.upperBound...].prefix { $0 != ")" }
    return (2...6).contains(inside.count) && inside.allSatisfy { $0.isUppercase } ? String(inside) : nil
  }.prefix(1).map { $0 }
}

private func level(of name: String, _ text: String) -> BodyLevel? {
  let key = name.lowercased()
  if key.contains("koordinator") || key.contains("koordinatör")
    || key.words.contains(where: { $0.hasSuffix("funktion") || $0.hasSuffix("funktionen") || $0.hasSuffix("kansliet") })
  {
    return .function
  }
  if key.hasPrefix("beredning") { return .preparatory }
  if key.contains("politisk") || key.words.contains(where: { $0.hasSuffix("nämnd") || $0.hasSuffix("nämnden") }) {
    return .political
  }
  let told = text.prefix(600).lowercased()
  if ["politiska forumet", "politiskt forum", "politiskt organ", "politiska organet"].contains(where: told.contains) {
    return .political
  }
  if key.contains("råd"), !key.words.contains(where: { $0.hasPrefix("samråd") }) { return .council }
  if key.contains("seminari") { return nil }
  let opening = text.prefix(1500).lowercased()
  if opening.contains("tjänstepersonsnivå") || opening.contains("tjänstemannanivå") { return .official }
  if ["förtroendevalda", "politiskt samråd", "politiskt organ", "politiska nivån"].contains(where: {
    opening.contains($0)
  }) {
    return .political
  }
  if opening.contains("tjänsteperson") || opening.contains("tjänsteman") || opening.contains("chefer") {
    return .official
  }
  return nil
}

/// "på uppdrag av Länsamverkansgruppen" is the body of that name, however the text spells it.
private func resolveReporting(_ body: inout BodyTerms, among names: [String]) {
  for index in body.rules.indices {
    guard case .reportsTo(let written) = body.rules[index].value else { continue }
    let key = nameKey(written)
    if let name = names.first(where: { key.hasPrefix(nameKey($0)) }) { body.rules[index].value = .reportsTo(name) }
  }
  body.rules.removeAll {
    if case .reportsTo(let name) = $0.value { nameKey(name) == nameKey(body.name) } else { false }
  }
}
