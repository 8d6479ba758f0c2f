internal import Records

/// Recognises an agreement: title, kind, parties and the time it holds, from the text and above all its front matter.
func recogniseAgreement(_ lines: [Line], frontMatter: FrontMatter) -> (agreement: Agreement, problems: [LocatedProblem]) {
  let heading = lines.firstIndex { $0.isHeading } ?? lines.firstIndex { !$0.isBlank }
  let printed = heading.map { Fact(lines[$0].text, line: lines[$0].number, .labelled) }
  let title = frontMatter.title ?? printed ?? Fact("Avtal", line: 1, .inferred)
  let key = title.value.lowercased()
  let kind = Grammar.agreementWords.first { key.contains($0.0) }?.1 ?? .agreement
  var agreement = Agreement(title: title, kind: kind)
  let body = heading.map { Array(lines[..<$0]) + Array(lines[($0 + 1)...]) } ?? lines
  let (blocks, problems) = parseBlocks(body)
  agreement.blocks = blocks
  recogniseValidity(in: blocks, &agreement)
  agreement.parties = parties(in: blocks)
  agreement.reference = lines.lazy.compactMap { line in
    labelled(line.text).flatMap { ["dnr", "diarienummer"].contains($0.label) ? Fact($0.value, line: line.number, .labelled) : nil }
  }.first
  agreement.id = frontMatter.id
  agreement.reference = frontMatter.reference ?? agreement.reference
  agreement.validFrom = frontMatter.validFrom ?? agreement.validFrom
  agreement.validTo = frontMatter.validTo ?? (frontMatter.isUntilFurtherNotice ? nil : agreement.validTo)
  if !frontMatter.parties.isEmpty { agreement.parties = frontMatter.parties }
  agreement.replaces = frontMatter.replaces
  agreement.adoption = frontMatter.adoption
  return (agreement, problems)
}

/// "gäller från och med 2024-01-01 till och med 2026-12-31", "gäller 1 januari 2025–31 december 2027".
private func recogniseValidity(in blocks: [Block], _ agreement: inout Agreement) {
  for passage in passages(of: blocks) {
    for sentence in sentences(of: passage.text) {
      let key = sentence.lowercased()
      if ["gällde", "ersätter", "ersatte", "betal", "faktur", "upphör att gälla"].contains(where: { key.contains($0) }), !key.contains("detta avtal gäller") { continue }
      guard key.contains("gäller från") || key.contains("giltig") || key.contains("träder i kraft") || key.contains("gäller under tiden"), agreement.validFrom == nil else { continue }
      let dates = findDates(in: sentence, after: nil).compactMap(\.date)
      guard let from = dates.first else { continue }
      agreement.validFrom = Fact(from, line: passage.line, .inferred)
      if dates.count > 1, dates[1] > from { agreement.validTo = Fact(dates[1], line: passage.line, .inferred) }
    }
  }
}

/// "mellan Region X och kommunerna A, B och C" and a list under the heading "Parter".
private func parties(in blocks: [Block]) -> [Fact<String>] {
  var found: [Fact<String>] = []
  var isParties = false
  for passage in passages(of: blocks) {
    switch passage.kind {
    case .heading: isParties = passage.text.lowercased().hasPrefix("parter") || passage.text.lowercased().hasPrefix("avtalsparter")
    case .listItem where isParties && Names.isOrganisation(passage.text):
      found.append(Fact(passage.text.onOneLine.trimmedPunctuation, line: passage.line, .labelled))
    case .paragraph where isParties && found.isEmpty, .row where isParties:
      for part in passage.text.onOneLine.split(separator: ",").flatMap({ $0.split(separator: " och ") }) {
        let name = String(part.trimmed).trimmedPunctuation
        if Names.isOrganisation(name), name.words.count <= 4 { found.append(Fact(name, line: passage.line, .inferred)) }
      }
    default: continue
    }
  }
  return found
}
