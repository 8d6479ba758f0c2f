internal import Records

/// The parties: the organisations of the part that is headed so, those after a label, or those that a sentence says the
/// agreement is between. Two at least, or none: one alone is a name that stands somewhere.
func parties(in parts: [AgreementPart]) -> [Fact<String>] {
  var candidates: [[Fact<String>]] = []
  for part in parts where Grammar.partyHeadings.contains(where: { part.title == $0 || part.title.hasPrefix($0 + " ") })
  {
    candidates.append(part.passages.flatMap { organisations(in: $0, isList: true) })
  }
  let all = parts.flatMap(\.passages)
  candidates += all.compactMap { passage in
    guard let (label, value) = labelled(passage.text.onOneLine),
      Grammar.partyHeadings.contains(label) || label.hasPrefix("följande ") && label.hasSuffix(" parter")
    else { return nil }
    return organisations(in: Passage(kind: .listItem(depth: 1), text: value, line: passage.line), isList: true)
  }
  // "Parter i överenskommelsen är:" and "Mellan" open the list that follows.
  for (index, passage) in all.enumerated() where opensParties(passage.text.onOneLine) {
    candidates.append(
      all[(index + 1)...].prefix { next in
        if case .paragraph = next.kind { return next.text.hasAtMostWords(14) }
        return true
      }.flatMap { organisations(in: $0, isList: true) })
  }
  candidates += all.map { organisations(in: $0, isList: false) }
  return candidates.lazy.map(\.withoutRepeats).first { $0.count >= 2 } ?? []
}

private func opensParties(_ text: String) -> Bool {
  let key = text.lowercased()
  return key.hasSuffix("mellan") || key.hasSuffix("mellan:")
    || key.hasSuffix(":") && key.hasPrefix("parter") && text.hasAtMostWords(8)
}

/// The organisations of a list item or row, or of a sentence that says that the agreement is between them; there all of
/// them or none: "kommunerna Tall, Lönn och Björk" are no names.
private func organisations(in passage: Passage, isList: Bool) -> [Fact<String>] {
  let text = passage.text.onOneLine
  func facts(_ names: [String]) -> [Fact<String>] { names.map { Fact($0, line: passage.line, .labelled) } }
  for sentence in sentences(of: text) {
    let key = sentence.lowercased()
    guard let opening = Grammar.partyOpenings.first(where: { key.hasPrefix($0) || key.contains(" " + $0) }),
      let range = key.firstRange(of: opening)
    else { continue }
    let rest = String(sentence.dropFirst(key.distance(from: key.startIndex, to: range.upperBound)))
    let names = withMunicipalities(listed(in: rest))
    if names.count >= 2, names.allSatisfy(isParty) { return facts(names) }
  }
  // "Region Gran och Tall kommun, nedan kallade parterna, har träffat ..."
  if let first = sentences(of: text).first, Grammar.partyClosings.contains(where: { first.contains($0) }),
    case let names = withMunicipalities(listed(in: first)), names.count >= 2, names.allSatisfy(isParty)
  {
    return facts(names)
  }
  guard isList else { return [] }
  // "Part 1: Region Gran"
  if let (label, value) = labelled(text), label.hasAtMostWords(2),
    label.hasPrefix("part") || Grammar.sideLabels.contains(label)
  {
    return facts(listed(in: value).prefix(1).filter { Names.isOrganisation($0) })
  }
  // A row: the party, and its number.
  if case .row = passage.kind, let colon = text.firstIndex(of: ":") {
    return facts([String(text[..<colon].trimmed)].filter { Names.isOrganisation($0) })
  }
  // Prose that is nothing but its parties.
  if case .paragraph = passage.kind, text.hasSuffix("."), !text.hasAtMostWords(7) {
    let names = withMunicipalities(listed(in: text))
    return names.count >= 2 && names.allSatisfy { Names.isOrganisation($0) && $0.hasAtMostWords(7) } ? facts(names) : []
  }
  return facts(withMunicipalities(listed(in: text)).filter { Names.isOrganisation($0) && $0.hasAtMostWords(7) })
}

/// An organisation, or a body of one: "socialnämnden i Tall kommun".
private func isParty(_ name: String) -> Bool {
  Names.isOrganisation(name)
    || hasBodyWord(String(name.words.first ?? "")) && name.unicodeScalars.contains(where: \.isCapital)
}

/// "kommunerna Tall, Lönn, Björk" as Tall kommun, Lönn kommun and Björk kommun; "kommunerna i Grans län" as one.
private func withMunicipalities(_ names: [String]) -> [String] {
  var areMunicipalities = false
  return names.map { name in
    let words = name.words
    guard let first = words.first else { return name }
    if first.lowercased() == "kommunerna", words.count > 1 {
      if words[1] == "i" { return "Kommunerna " + words.dropFirst().joined(separator: " ") }
      areMunicipalities = words[1].unicodeScalars.first?.isCapital ?? false
      return areMunicipalities ? words.dropFirst().joined(separator: " ") + " kommun" : name
    }
    if areMunicipalities, words.count <= 2, first.unicodeScalars.first?.isCapital == true, !Names.isOrganisation(name) {
      return name + " kommun"
    }
    areMunicipalities = false
    return name
  }
}

/// What stands between commas and "och". "Hälso- och sjukvårdsnämnden" is one, and "socialnämnden" alone is a body of the
/// one before it.
private func divided(_ text: String) -> [String] {
  let joint = "-\u{0}"
  let parts = text.replacing("- och ", with: joint).split(separator: ",").flatMap { $0.split(separator: " och ") }
    .flatMap { $0.split(separator: " samt ") }.map { String($0).replacing(joint, with: "- och ") }
  return parts.filter { part in
    let isCapital = part.trimmed.unicodeScalars.first?.isCapital ?? false
    return isCapital || !part.hasAtMostWords(1) || !hasBodyWord(part)
  }
}

/// "kommunerna i Grans län (Tall, Lönn och Björk)" as "kommunerna Tall, Lönn och Björk".
private func withMembers(_ text: String) -> String {
  guard let area = text.firstRange(of: "ommunerna i "), let open = text[area.upperBound...].firstIndex(of: "("),
    let close = text[open...].firstIndex(of: ")"), text[area.upperBound..<open].hasAtMostWords(3),
    case let members = text[text.index(after: open)..<close], members.contains(","),
    members.words.allSatisfy({ $0 == "och" || $0.unicodeScalars.first?.isCapital ?? false })
  else { return text }
  return "\(text[..<area.lowerBound])ommunerna \(members)\(text[text.index(after: close)...])"
}

/// The parts of "A kommun (org.nr 212000-1234), nedan kommunen, och Region B", up to the words that end the list.
private func listed(in text: String) -> [String] {
  let text = withMembers(text)
  var words: [Substring] = []
  var depth = 0
  /// In "nedan kallad regionen," or "å ena sidan", which name nobody.
  var isAside = false
  for word in text.words {
    if isAside {
      isAside = !word.hasSuffix(",") && !["och", "samt", "sidan"].contains(word.bare)
      if !isAside { words.append(word.bare == "och" || word.bare == "samt" ? word : ",") }
      continue
    }
    if depth == 0,
      ["nedan", "härefter", "å", "genom"].contains(word.bare)
        || word.lowercased().hasPrefix("org") && word.utf8.count <= 8
        || word.lowercased().hasPrefix("organisationsnummer")
    {
      isAside = true
      continue
    }
    if word.hasPrefix("(") { depth += 1 }
    if depth == 0 {
      if Grammar.partyStops.contains(word.bare) { break }
      words.append(word)
    } else if word.hasSuffix(","), word.contains(")") {
      words.append(",")
    }
    if word.contains(")") { depth = max(0, depth - 1) }
  }
  return divided(words.joined(separator: " "))
    .map { part in
      let name = part.trimmed.hasPrefix("och ") ? part.trimmed.dropFirst(4) : part.trimmed
      // "Tall kommun 2020–2023"
      let words = name.words
      let end = words.lastIndex { $0.utf8.first.map { $0 < 0x30 || $0 > 0x39 } ?? true } ?? -1
      let undated = words[...end].joined(separator: " ")
      return undated.hasSuffix(".") ? String(undated.dropLast().trimmed) : undated
    }
    .filter { name in
      let key = name.lowercased()
      return !name.isEmpty && !key.hasPrefix("org") && !key.hasPrefix("nedan") && !key.hasPrefix("härefter")
        && !key.hasPrefix("här ")
    }
}

extension [Fact<String>] {
  fileprivate var withoutRepeats: [Fact<String>] {
    var seen: Set<String> = []
    return filter { seen.insert(nameKey($0.value)).inserted }
  }
}
