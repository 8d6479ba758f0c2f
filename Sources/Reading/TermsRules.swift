internal import Records

/// The rules of a body in the sentences of its terms of reference. Each kind of rule is told once, by the first sentence
/// that states it — except who approves the minutes, where every reading is kept and the stricter one applies.
func rules(in blocks: [Block], of name: String) -> [Rule] {
  var found: [Rule] = []
  var isCommittee = false
  for passage in passages(of: blocks) {
    let heading = passage.text.lowercased()
    if case .heading = passage.kind {
      isCommittee = heading.contains("arbetsutskott") || heading.contains("(au)")
      continue
    }
    for sentence in sentences(of: passage.text) {
      for value in ruleValues(in: sentence, isCommittee: isCommittee) {
        if found.contains(where: { $0.value.hasSameKind(as: value) }), !value.isApproval { continue }
        found.append(Rule(value, quote: sentence, line: passage.line))
      }
    }
  }
  return found
}

private func ruleValues(in sentence: String, isCommittee: Bool) -> [Rule.Value] {
  let key = sentence.lowercased()
  var values: [Rule.Value] = []
  if !isCommittee, let meetings = meetingsPerYear(key) { values.append(meetings) }
  if let days = number(before: ["arbetsdagar", "arbetsdag"], in: key.words) {
    let concernsCommittee = isCommittee || key.contains(" till au ") || key.contains("arbetsutskottet skall vara") || key.contains("arbetsutskottet ska vara")
    values.append(concernsCommittee ? .committeePapersDue(workingDays: days) : .papersDue(workingDays: days))
  }
  if !isCommittee, let roles = approvers(key) { values.append(.minutesApprovedBy(roles)) }
  if key.contains("följas upp senast") || key.contains("ses över senast") || key.contains("revideras senast"),
    let date = findDates(in: sentence, after: nil).first?.date
  {
    values.append(.reviewDue(date))
  }
  if key.contains("bokas senast") || key.contains("fastställs senast") && key.contains("möten") { values.append(.nextYearBooked) }
  if key.contains("kalenderår") && key.contains("uppdrag") || key.contains("nomineras för") || key.contains("mandattid") || key.contains("alternerar") || key.contains("växlar mellan") {
    values.append(.term)
  }
  if !isCommittee, key.contains("representant") && (key.contains("utse") || key.contains("ingår") || key.contains("från kommun"))
    || key.hasPrefix("i ") && key.contains(" deltar ")
  {
    values.append(.members)
  }
  if let superior = superior(in: sentence) { values.append(.reportsTo(superior)) }
  return values
}

/// "sammanträder minst 3 ggr/år", "4-6 gånger per år", "minst två och max fyra gånger per år", "minst 1 gång årligen".
private func meetingsPerYear(_ key: String) -> Rule.Value? {
  guard key.contains("sammanträder") || key.contains("möts") || key.contains("träffas") || key.contains("möten per år"),
    key.contains("/år") || key.contains("per år") || key.contains("om året") || key.contains("årligen") || key.contains("varje år")
  else { return nil }
  let words = key.words.map(\.bare)
  var minimum: Int?
  var maximum: Int?
  for (index, word) in words.enumerated() {
    if let (low, high) = span(word) { (minimum, maximum) = (low, high) }
    guard let value = Grammar.number(word) else { continue }
    let before = index > 0 ? words[index - 1] : ""
    if ["max", "maximalt", "högst", "mest"].contains(before) { maximum = value }
    else if ["minst", "lägst"].contains(before) { minimum = value }
    else if before == "till", minimum != nil { maximum = value }
    else if minimum == nil, index + 1 < words.count, words[index + 1].hasPrefix("gång") || words[index + 1].hasPrefix("ggr") || words[index + 1] == "möten" || words[index + 1] == "till" {
      minimum = value
      if words[index + 1] != "till" { maximum = value }
    }
  }
  return minimum == nil && maximum == nil ? nil : .meetingsPerYear(minimum: minimum, maximum: maximum)
}

/// `4-6`, `4–6`
private func span(_ word: Substring) -> (Int, Int)? {
  let parts = word.split { $0 == "-" || $0 == "–" }
  guard parts.count == 2, let low = Int(parts[0]), let high = Int(parts[1]), low < high else { return nil }
  return (low, high)
}

private func number(before units: [Substring], in words: [Substring]) -> Int? {
  guard let unit = words.indices.dropFirst().first(where: { units.contains(words[$0].bare) }) else { return nil }
  return Grammar.number(words[unit - 1].bare)
}

/// "Anteckningarna justeras av ordförande och en för varje möte utsedd justeringsperson."
private func approvers(_ key: String) -> [String]? {
  guard key.contains("anteckningar") || key.contains("protokoll") else { return nil }
  for verb in ["justeras av ", "godkänns av ", "justeras och godkänns av ", "undertecknas av "] {
    guard let range = key.firstRange(of: verb) else { continue }
    let rest = key[range.upperBound...].prefix { $0 != "," && $0 != "." && $0 != ";" }
    let roles = rest.split(separator: " och ").flatMap { $0.split(separator: " samt ") }.map { String($0.trimmed) }
      .filter { role in ["ordförande", "juster", "sekreterare", "sammankallande"].contains { role.contains($0) } }
    return roles.isEmpty ? nil : roles
  }
  return nil
}

/// The body that this one works for.
private func superior(in sentence: String) -> String? {
  for phrase in ["på uppdrag av ", "koordinatorfunktionen är ", "ärenden som skall presenteras för ", "ärenden som ska presenteras för ", "rapporterar till ", "bereder ärenden till ", "uppdragsgivare är ", "Uppdragsgivare är "] {
    guard let range = sentence.firstRange(of: phrase) else { continue }
    let rest = sentence[range.upperBound...].prefix { $0 != "." && $0 != "," }
    guard rest.unicodeScalars.first?.properties.isUppercase == true else { continue }
    return String(rest.trimmed)
  }
  return nil
}

extension Rule.Value {
  fileprivate var isApproval: Bool { if case .minutesApprovedBy = self { true } else { false } }

  fileprivate func hasSameKind(as other: Rule.Value) -> Bool {
    switch (self, other) {
    case (.meetingsPerYear, .meetingsPerYear), (.papersDue, .papersDue), (.committeePapersDue, .committeePapersDue),
      (.minutesApprovedBy, .minutesApprovedBy), (.reviewDue, .reviewDue), (.nextYearBooked, .nextYearBooked),
      (.term, .term), (.members, .members), (.reportsTo, .reportsTo):
      true
    default: false
    }
  }
}
