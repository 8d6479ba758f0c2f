internal import Records

/// What the front matter of terms of reference states of one body: it replaces what was recognised of the same kind.
struct StatedBody: Sendable {
  var name: Fact<String>?
  var level: Fact<BodyLevel>?
  /// Each kind of rule that is stated, with what it is; an empty list says that there is no such rule.
  var rules: [(kind: Rule.Value, stated: [Rule])] = []
  /// Only the name was given: `organ: Hjälpmedelsrådet`.
  var isNameOnly: Bool { level == nil && rules.isEmpty }
}

let statedBodySchema = Schema<StatedBody>([
  .text("namn", "Organet, som det heter i dokumentet.", isRequired: true) { $0.name = $1 },
  .parsed(
    "nivå", takes: "politisk, tjänsteperson, beredning, råd eller funktion", "Vad slags organ det är.",
    parse: {
      [
        "politisk": BodyLevel.political, "tjänsteperson": .official, "beredning": .preparatory, "råd": .council,
        "funktion": .function,
      ][$0]
    }
  ) { $0.level = $1 },
  .rule("möten per år", takes: "ett antal: 4, 4-6, minst 4 eller högst 6", "Hur ofta organet möts.", parse: meetings),
  .rule("handlingar arbetsdagar", takes: days, "När handlingarna ska vara framme.") {
    workingDays($0).map { .papersDue(workingDays: $0) }
  },
  .rule("au-handlingar arbetsdagar", takes: days, "När arbetsutskottets handlingar ska vara framme.") {
    workingDays($0).map { .committeePapersDue(workingDays: $0) }
  },
  .rule("översyn", takes: "ett datum som finns, skrivet 2024-05-17", "När uppdraget senast ska ses över.") {
    CalendarDate(iso: $0).map { .reviewDue($0) }
  },
  .rule(
    "gallras efter", takes: "ett antal år eller månader: 5 år, 18 månader",
    "Hur länge efter mötet ett protokoll ligger ute; sedan är det återkallat.", parse: period),
  .rule("bokas senast", takes: "en dag på året, till exempel 30 november", "När nästa års möten ska vara bokade.") {
    findDates(in: $0, after: CalendarDate(year: 2000, month: 1, day: 1)).isEmpty ? nil : .nextYearBooked
  },
  .list(
    "justeras av", takes: "ordförande, vice ordförande eller justerare, eller flera inom hakparentes",
    "De som justerar protokollet; det blir inte offentligt förrän alla har gjort det.",
    parse: { ApprovalRule.Role(written: $0) == nil ? nil : $0 }
  ) { body, roles in
    let quote = "justeras av: \(roles.map(\.value).joined(separator: ", "))"
    body.add(.minutesApprovedBy(roles.map(\.value)), quote: quote, line: roles[0].line)
  },
  .texts("ordförandeskap", "Hur ordföranden utses eller växlar.") { $0.add(.chair, $1) },
  .texts("mandat", "Vad organet själv får besluta.") { $0.add(.mandate, $1) },
  .texts("arbetsgrupper", "Att organet får tillsätta arbetsgrupper.") { $0.add(.workingGroups, $1) },
  .texts("mandatperiod", "Hur länge ledamöter eller ordförande är valda.") { $0.add(.term, $1) },
  .texts("ledamöter", "Vilka som har plats i organet, en mening i varje rad.") { $0.add(.members, $1) },
  .texts("rapporterar till", takes: "ett namn", "Organet som det här arbetar åt; tom hakparentes när det inte finns.") {
    body, names in
    body.rules.append(
      (.reportsTo(""), names.map { Rule(.reportsTo($0.value), quote: "rapporterar till: \($0.value)", line: $0.line) }))
  },
])

private let days = "ett antal arbetsdagar före mötet, till exempel 10"

@Sendable private func workingDays(_ text: String) -> Int? { Int(text).flatMap { (0...60).contains($0) ? $0 : nil } }

/// "5 år", "18 månader"
@Sendable private func period(_ text: String) -> Rule.Value? {
  let words = text.lowercased().words
  guard words.count == 2, let count = Int(words[0]), (1...1200).contains(count) else { return nil }
  switch words[1] {
  case "år": return .minutesKept(months: 12 * count)
  case "månad", "månader": return .minutesKept(months: count)
  default: return nil
  }
}

/// "4", "4-6", "minst 4", "högst 6"
@Sendable private func meetings(_ text: String) -> Rule.Value? {
  func count(_ text: some StringProtocol) -> Int? { Int(text).flatMap { (1...366).contains($0) ? $0 : nil } }
  let words = text.words
  if words.count == 2, let number = count(words[1]) {
    switch words[0].lowercased() {
    case "minst": return .meetingsPerYear(minimum: number, maximum: nil)
    case "högst": return .meetingsPerYear(minimum: nil, maximum: number)
    default: return nil
    }
  }
  let ends = text.split { $0 == "-" || $0 == "–" }.map { count($0.trimmed) }
  guard let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2, low <= high else { return nil }
  return .meetingsPerYear(minimum: low, maximum: high)
}

extension StatedBody {
  fileprivate mutating func add(_ kind: Rule.Value, quote: String, line: Int) {
    rules.append((kind, [Rule(kind, quote: quote, line: line)]))
  }

  /// Rules that are only their sentence.
  fileprivate mutating func add(_ kind: Rule.Value, _ sentences: [Fact<String>]) {
    rules.append((kind, sentences.map { Rule(kind, quote: $0.value, line: $0.line) }))
  }
}

extension Schema.Key where Subject == StatedBody {
  fileprivate static func rule(
    _ name: String, takes: String, _ summary: String, parse: @escaping @Sendable (String) -> Rule.Value?
  ) -> Self {
    parsed(name, takes: takes, summary, parse: { text in parse(text).map { (text: text, value: $0) } }) { body, fact in
      body.add(fact.value.value, quote: "\(name): \(fact.value.text)", line: fact.line)
    }
  }
}

extension BodyTerms {
  /// What is stated of a body replaces what was recognised of it.
  mutating func state(_ stated: StatedBody) {
    level = stated.level ?? level
    for (kind, own) in stated.rules {
      rules.removeAll { $0.value.hasSameKind(as: kind) }
      rules += own.map { rule in
        var rule = rule
        rule.certainty = .stated
        return rule
      }
    }
  }
}
