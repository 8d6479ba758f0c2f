internal import Records

/// What an agreement says of its own notice, prolongation and review, of the law it rests on, of what it replaces and of
/// who adopted it: the first sentence of each kind, whole.
func clauses(in parts: [AgreementPart]) -> [AgreementClause] {
  var found: [AgreementClause.Kind: AgreementClause] = [:]
  for part in parts {
    for passage in part.passages {
      let text = passage.text.onOneLine
      if let (label, value) = labelled(text), let kind = labelledKind(label), found[kind] == nil, !value.isEmpty {
        found[kind] = AgreementClause(kind, value: value, quote: text, line: passage.line)
        continue
      }
      guard clausePhrases.stands(in: passage.text) else { continue }
      for sentence in sentences(of: text) {
        for kind in AgreementClause.Kind.allCases where found[kind] == nil {
          guard let value = value(of: kind, in: sentence, sentence.lowercased()) else { continue }
          found[kind] = AgreementClause(kind, value: value.isEmpty ? nil : value, quote: sentence, line: passage.line)
        }
      }
    }
  }
  return AgreementClause.Kind.allCases.compactMap { found[$0] }
}

private let clausePhrases = PhraseSet(Grammar.clausePhrases)

private func labelledKind(_ label: String) -> AgreementClause.Kind? {
  switch label {
  case "uppsägning", "uppsägningstid": .notice
  case "förlängning": .prolongation
  case "uppföljning", "översyn", "revideras", "revidering": .review
  case "lagstöd", "laglig grund", "lagrum": .legalGround
  case "ersätter": .replaces
  case "beslutad av", "beslutat av", "antagen av", "antaget av", "fastställd av", "fastställt av": .adoptedBy
  default: nil
  }
}

/// What the sentence says of the kind, in short; empty where only the sentence itself says it, nil where it says nothing.
private func value(of kind: AgreementClause.Kind, in sentence: String, _ key: String) -> String? {
  let words = key.words.map(\.bare)
  switch kind {
  case .notice:
    let isEnded = words.contains("upp") && words.contains { ["säga", "sägas", "sägs", "säger"].contains($0) }
    guard isEnded || key.contains("uppsäg") else { return nil }
    // "förlängs det med ett år om det inte sägs upp sex månader före": the notice stands after its own verb.
    let verb = words.firstIndex { $0.hasPrefix("säg") || $0.hasPrefix("uppsäg") } ?? 0
    let prolonged = words.firstIndex { $0.hasPrefix("förläng") }
    if let prolonged, prolonged < verb { return span(in: Array(words[verb...])) ?? "" }
    return span(in: prolonged.map { Array(words[..<$0]) } ?? words)
  case .prolongation:
    // "sägs det inte upp tolv månader före förlängs det med tre år": the time of the prolongation stands after it.
    guard let verb = words.firstIndex(where: { $0.hasPrefix("förläng") }) else { return nil }
    let notice = words[verb...].firstIndex { $0.hasPrefix("säg") || $0.hasPrefix("uppsäg") } ?? words.count
    return span(in: Array(words[verb..<notice])) ?? ""
  case .review:
    let isOwn = ["avtal", "överenskommelse", "riktlinje", "rutin"].contains { key.contains($0) }
    let isReviewed =
      Grammar.reviewVerbs.contains { key.contains($0) } || key.contains("följer upp") || key.contains("ser över")
    return isOwn && isReviewed ? "" : nil
  case .legalGround:
    guard key.contains("kap.") || key.contains(" kap "),
      key.contains("lag") || key.contains("hsl") || key.contains("sol")
    else { return nil }
    return ""
  case .replaces:
    guard words.contains("ersätter"),
      ["avtal", "överenskommelse", "riktlinje", "rutin"].contains(where: { key.contains($0) })
    else { return nil }
    // What the agreement pays is no older agreement.
    return ["kronor", "kostnad", "procent"].contains { key.contains($0) } ? nil : ""
  case .adoptedBy:
    guard let first = words.first,
      ["antagen", "antaget", "antagna", "fastställd", "fastställt", "beslutad", "beslutat"].contains(first),
      words.count > 2, words[1] == "av"
    else { return nil }
    let name = sentence.words.dropFirst(2).joined(separator: " ")
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }
}

/// "24 månader", "ett år", "sex månaders"
private func span(in words: [Substring]) -> String? {
  for (number, unit) in zip(words, words.dropFirst()) {
    guard let value = Grammar.number(number),
      let name = ["månad", "år", "vecka", "veck"].first(where: { unit.hasPrefix($0) })
    else { continue }
    switch name {
    case "månad": return value == 1 ? "1 månad" : "\(value) månader"
    case "år": return "\(value) år"
    default: return value == 1 ? "1 vecka" : "\(value) veckor"
    }
  }
  return nil
}
