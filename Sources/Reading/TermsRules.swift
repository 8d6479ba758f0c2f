package import Records

/// The rules of a body in the sentences of its terms of reference. Each kind of rule is told once, by the first sentence
/// that states it — except who approves the minutes, where every reading is kept and the stricter one applies.
func rules(in blocks: [Block], of name: String) -> [Rule] {
  var found: [Rule] = []
  var section = ""
  for passage in passages(of: blocks) {
    if case .heading = passage.kind {
      section = passage.text.lowercased()
      continue
    }
    let isCommittee = section.contains("arbetsutskott") || section.contains("(au)")
    var concernsMinutes = Grammar.minutesWords.contains { section.contains($0) }
    for sentence in parts(of: passage.text).flatMap({ sentences(of: $0) }) {
      let key = sentence.lowercased()
      concernsMinutes = concernsMinutes || key.contains("anteckningar") || key.contains("protokoll")
      for value in ruleValues(in: sentence, key, isCommittee: isCommittee, concernsMinutes: concernsMinutes) {
        if found.contains(where: { $0.value.hasSameKind(as: value) }), !value.mayBeTold(again: found) { continue }
        found.append(Rule(value, quote: sentence, line: passage.line))
      }
    }
  }
  return found
}

/// A paragraph at the lines that begin with "§ 6" or "6 §": each is a rule of its own, and what stands over it a heading.
private func parts(of text: String) -> [String] {
  guard text.contains("\n") else { return [text] }
  var parts: [String] = []
  for (place, line) in text.split(separator: "\n").enumerated() {
    let begins = line.words.prefix(2).contains { $0.hasPrefix("§") }
    if begins || place == 1 && headsSection(parts[0], over: line) || parts.isEmpty {
      parts.append(String(line))
    } else {
      parts[parts.count - 1] += "\n" + line
    }
  }
  return parts
}

/// "Möten" over "Rådet träffas fyra gånger per år.", without a blank line between.
private func headsSection(_ first: String, over line: Substring) -> Bool {
  first.hasAtMostWords(3) && line.unicodeScalars.first?.isCapital == true && !line.hasAtMostWords(3)
    && Grammar.termsSections.contains { first.lowercased().hasPrefix($0) }
}

/// The day of a year that a sentence names without one: "Nästa års möten bokas senast den 30 november".
package func day(in sentence: String, of year: Int) -> CalendarDate? {
  findDates(in: sentence, after: CalendarDate(year: year, month: 1, day: 1)).lazy.compactMap(\.date).first
}

private func ruleValues(in sentence: String, _ key: String, isCommittee: Bool, concernsMinutes: Bool) -> [Rule.Value] {
  var values: [Rule.Value] = []
  if let days = number(before: ["arbetsdagar", "arbetsdag"], in: wordsOfPapers(key)), !key.contains("dagar efter "),
    !key.contains("anmäl")
  {
    let isForCommittee =
      isCommittee || key.contains(" till au ") || key.hasPrefix("utskottet") || key.hasPrefix("arbetsutskottet")
      || key.hasPrefix("au ") || key.contains(" till utskottet") || key.contains(" till arbetsutskottet")
      || key.contains("inför arbetsutskottet") || key.contains("arbetsutskottets möte") || key.contains(" au:s ")
    values.append(isForCommittee ? .committeePapersDue(workingDays: days) : .papersDue(workingDays: days))
  }
  if isCommittee { return values }
  if let meetings = meetingsPerYear(key) { values.append(meetings) }
  if concernsMinutes, let roles = approvers(key) { values.append(.minutesApprovedBy(roles)) }
  if concernsMinutes, key.contains("ordinarie möte") || key.contains("ordinarie sammanträde"),
    key.contains("offentlig") || key.contains("juster") || key.contains("godkän")
  {
    values.append(.ordinaryMinutesPublic)
  }
  if Grammar.reviewVerbs.contains(where: { key.contains($0) }),
    ["senast", "följs upp", "nästa översyn", "nästa gång", "nästa revidering"].contains(where: key.contains),
    let date = findDates(in: sentence, after: nil).first?.date
  {
    values.append(.reviewDue(date))
  }
  if key.contains("bokas") || key.contains("bokar"), key.contains("senast"),
    key.contains("nästa års") || key.contains("nästkommande år") || key.contains("nästa år")
  {
    values.append(.nextYearBooked)
  }
  if Grammar.termPhrases.contains(where: { key.contains($0) }) { values.append(.term) }
  if chairPhrases.stands(in: key), key.contains("ordförande"), !key.contains("juster"), !key.contains("godkän") {
    values.append(.chair)
  }
  if mandatePhrases.stands(in: key) { values.append(.mandate) }
  if workingGroupPhrases.stands(in: key), key.contains("arbetsgrupp") { values.append(.workingGroups) }
  if isComposition(key) { values.append(.members) }
  if let superior = superior(in: sentence) { values.append(.reportsTo(superior)) }
  return values
}

private let chairPhrases = PhraseSet(Grammar.chairPhrases)
private let mandatePhrases = PhraseSet(Grammar.mandatePhrases)
private let workingGroupPhrases = PhraseSet(Grammar.workingGroupPhrases)

/// "Varje kommun utser en ledamot", "Rådet har 8 ledamöter", "I beredningen ingår sex representanter".
private func isComposition(_ key: String) -> Bool {
  if key.hasPrefix("i "), key.contains(" deltar ") { return true }
  if ["ordförande", "handling", "underlag"].contains(where: { key.hasPrefix($0) }) { return false }
  let words = key.words.map(\.bare)
  guard let noun = words.firstIndex(where: { word in Grammar.seatWords.contains { word.hasPrefix($0) } }) else {
    return false
  }
  let counts = words.contains { Grammar.number($0) != nil } || words.contains("varje") || words.contains("respektive")
  return counts && words.contains { Grammar.compositionVerbs.contains($0) } && noun < 40
}

/// "sammanträder minst 3 ggr/år", "4-6 gånger per år", "minst två och max fyra gånger per år", "minst 1 gång årligen".
private func meetingsPerYear(_ key: String) -> Rule.Value? {
  guard Grammar.meetingVerbs.contains(where: { key.contains($0) }),
    key.contains("/år") || key.contains("per år") || key.contains("under ett år") || key.contains("om året")
      || key.contains("årligen") || key.contains("varje år")
  else { return nil }
  let words = key.words.map(\.bare)
  var minimum: Int?
  var maximum: Int?
  // "fem gånger per år, varav minst två gånger fysiskt"
  for (index, word) in words.prefix(while: { $0 != "varav" }).enumerated() {
    if let (low, high) = span(word) { (minimum, maximum) = (low, high) }
    // "6 – 8 ggr/år"
    if index > 1, ["–", "-", "—"].contains(words[index - 1]), let low = Grammar.number(words[index - 2]),
      let high = Grammar.number(word), low < high
    {
      (minimum, maximum) = (low, high)
      continue
    }
    guard let value = Grammar.number(word) else { continue }
    let before = index > 0 ? words[index - 1] : ""
    if ["max", "maximalt", "högst", "mest"].contains(before) {
      maximum = value
    } else if ["minst", "lägst"].contains(before) {
      minimum = value
    } else if before == "till", minimum != nil {
      maximum = value
    } else if minimum == nil, let next = words[(index + 1)...].first(where: { $0 != "ordinarie" }),
      next.hasPrefix("gång") || next.hasPrefix("ggr") || next == "möten" || next == "sammanträden" || next == "till"
    {
      minimum = value
      if next != "till" { maximum = value }
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

/// "ska vara sekreteraren tillhanda tio arbetsdagar före och skickas ut fem arbetsdagar före": from where they are sent.
private func wordsOfPapers(_ key: String) -> [Substring] {
  guard let first = key.firstRange(of: "arbetsdag"), let sent = key[first.upperBound...].firstRange(of: "skickas "),
    key[sent.upperBound...].contains("arbetsdag")
  else { return key.words }
  return key[sent.lowerBound...].words
}

private func number(before units: [Substring], in words: [Substring]) -> Int? {
  guard let unit = words.indices.dropFirst().first(where: { units.contains(words[$0].bare) }) else { return nil }
  return Grammar.number(words[unit - 1].bare)
}

/// "Protokollet justeras av ordförande och en vald justeringsperson", and the other way round:
/// "Ordföranden och en vald justeringsperson justerar anteckningarna".
private func approvers(_ key: String) -> [String]? {
  for verb in ["justeras av ", "justeras och godkänns av ", "godkänns av ", "undertecknas av "] {
    guard let range = key.firstRange(of: verb) else { continue }
    return roles(in: key[range.upperBound...])
  }
  for verb in [" justerar ", " godkänner ", " undertecknar "] {
    guard let range = key.firstRange(of: verb) else { continue }
    return roles(in: key[..<range.lowerBound])
  }
  return nil
}

/// The roles that a part of a sentence lists; what is no role is left out.
private func roles(in text: Substring) -> [String]? {
  let listed = text.prefix { $0 != "." && $0 != ";" }.split(separator: ",")
    .flatMap { $0.split(separator: " och ") }.flatMap { $0.split(separator: " samt ") }
    .flatMap { $0.split(separator: " tillsammans med ") }.flatMap { $0.split(separator: " jämte ") }.map { $0.trimmed }
  let roles = listed.filter { role in Grammar.approvingRoles.contains { role.contains($0) } }
    .map { $0.hasSuffix("ordföranden") ? String($0.dropLast()) : String($0) }
  return roles.isEmpty ? nil : roles
}

/// The body that this one works for.
private func superior(in sentence: String) -> String? {
  for phrase in Grammar.superiorPhrases {
    guard let range = sentence.firstRange(of: phrase) else { continue }
    let rest = sentence[range.upperBound...].prefix { $0 != "." && $0 != "," }
    let isName = rest.unicodeScalars.first?.isCapital == true
    // "rapporterar till kommunstyrelsen i mars"
    let all = rest.words
    let end = all.indices.first { place in
      let word = all[place].lowercased()
      if word == "i" { return !(place + 1 < all.count && all[place + 1] == "samverkan") }
      return [
        "varje", "under", "en", "om", "minst", "vid", "gånger", "två", "årligen", "löpande", "skriftligen",
        "skriftligt",
      ]
      .contains(word)
    }
    let words = all[..<(end ?? all.count)].filter { Grammar.number($0) == nil }
    // "ärenden till Granrådet och leder arbetet"
    let verbs: Set<Substring> = ["leder", "samordnar", "ansvarar", "driver", "följer", "är", "ska", "verkställer"]
    if let and = words.indices.dropLast().first(where: { words[$0] == "och" && verbs.contains(words[$0 + 1]) }) {
      return words[..<and].joined(separator: " ")
    }
    guard isName || words.count <= 2 && hasBodyWord(words.joined(separator: " ")) else { continue }
    let name = words.joined(separator: " ")
    return isName && words.count > 6 ? String(rest.trimmed) : name
  }
  // "Länssamverkansgruppen kan ge rådet uppdrag."
  for tail in Grammar.superiorTails {
    guard let range = sentence.firstRange(of: tail) else { continue }
    let subject = sentence[..<range.lowerBound]
    if subject.words.count <= 6, Names.isOrganisation(subject) { return String(subject) }
  }
  return nil
}

extension Rule.Value {
  /// Every reading of who approves is kept, and a few sentences on composition belong together.
  fileprivate func mayBeTold(again found: [Rule]) -> Bool {
    switch self {
    case .minutesApprovedBy: true
    case .mandate: found.count { $0.value == .mandate } < 3
    case .members: found.count { $0.value == .members } < 4
    case .meetingsPerYear, .papersDue, .committeePapersDue, .ordinaryMinutesPublic, .reviewDue, .minutesKept,
      .nextYearBooked, .term, .chair, .workingGroups, .reportsTo:
      false
    }
  }

  func hasSameKind(as other: Rule.Value) -> Bool {
    switch (self, other) {
    case (.meetingsPerYear, .meetingsPerYear), (.papersDue, .papersDue), (.committeePapersDue, .committeePapersDue),
      (.minutesApprovedBy, .minutesApprovedBy), (.ordinaryMinutesPublic, .ordinaryMinutesPublic),
      (.reviewDue, .reviewDue), (.minutesKept, .minutesKept), (.nextYearBooked, .nextYearBooked),
      (.term, .term), (.chair, .chair), (.mandate, .mandate), (.workingGroups, .workingGroups), (.members, .members),
      (.reportsTo, .reportsTo):
      true
    default: false
    }
  }
}
