internal import Records

/// What the minutes say is still to come, in the order of the meetings: one row for each clause or sentence.
func followUps(in archive: Archive) -> [FollowUp] {
  let owners = Owners(archive)
  return Array(archive.meetings.indices).mapInParallel { index -> [FollowUp] in
    let id = ID<Meeting>(index)
    let minutes = archive[id].minutes
    let deadlines = Dictionary(grouping: minutes.deadlines, by: \.item)
    let starts = minutes.items.map(\.line).sorted()
    let ends = Dictionary(zip(starts, starts.dropFirst()), uniquingKeysWith: { _, last in last })
    return minutes.items.indices.flatMap { place in
      let item = minutes.items[place]
      // An item of a number that comes again has its own promises only.
      let own = (deadlines[item.number] ?? []).filter {
        $0.certainty == .stated || $0.line >= item.line && $0.line < ends[item.line] ?? .max
      }
      return rows(of: place, in: id, archive, own, owners)
    }
  }.flatMap(\.self)
}

/// What one sentence of an item says, as far as it leaves something to do.
private struct Remainder {
  var line: Int
  var text: String
  /// The place of the decision that it is, or stands in.
  var decision: Int?
  var deferral: Deferral?
  var promise: Deadline?

  /// One of the two is the other, or a part of it.
  func overlaps(_ other: String) -> Bool { text.contains(other) || other.contains(text) }
}

/// The rows of an agenda item, by their lines. What a sentence says twice, as a decision and as a promise, is one row.
private func rows(
  of index: Int, in meeting: ID<Meeting>, _ archive: Archive, _ promises: [Deadline], _ owners: Owners
) -> [FollowUp] {
  let item = archive[meeting].minutes.items[index]
  guard item.secrecy == nil else { return [] }
  var all: [Remainder] = item.decisions.enumerated().map { Remainder(line: $1.line, text: $1.text, decision: $0) }
  for deferral in item.deferrals + item.subItems.flatMap(\.deferrals) {
    // A deferral in words has those in place of its sentence. The sentence after that which puts the item off may say when.
    let place = all.firstIndex { one in
      let isPutOff = one.decision.map { [.defers, .refers].contains(item.decisions[$0].kind) } ?? false
      return one.line == deferral.line && one.deferral == nil
        && (one.overlaps(deferral.text) || deferral.date == nil || isPutOff)
    }
    if let place {
      all[place].deferral = deferral
    } else {
      let text = deferral.date == nil || deferral.certainty == .stated ? item.title : deferral.text
      all.append(Remainder(line: deferral.line, text: text, deferral: deferral))
    }
  }
  for promise in promises {
    // The sentence after an assignment may say when it is to be accounted for.
    let place =
      all.firstIndex { $0.line == promise.line && $0.promise == nil && $0.overlaps(promise.text) }
      ?? all.firstIndex { one in
        one.line == promise.line && one.promise == nil && isAccount(promise.text)
          && one.decision.map { item.decisions[$0].kind == .assigns } ?? false
      }
    if let place {
      all[place].promise = promise
    } else if promise.certainty != .inferred || isToCome(promise.text) {
      all.append(Remainder(line: promise.line, text: promise.text, promise: promise))
    }
  }
  var out: [FollowUp] = []
  for one in all.enumerated().sorted(by: { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }).map(\.element)
  {
    let decision = one.decision.map { item.decisions[$0] }
    guard let kind = kind(of: one, decision) else { continue }
    var row = FollowUp(
      kind: kind,
      source: one.decision.map { .decision(meeting, index: index, decision: $0) } ?? .item(meeting, index: index),
      meeting: meeting, line: one.line, text: one.text,
      owner: owners.owner(in: one.text, kind, of: archive[meeting].body),
      certainty: (one.deferral?.certainty ?? one.promise?.certainty ?? decision?.certainty) ?? .inferred,
      number: out.count + 1)
    setDue(&row, one)
    out.append(row)
  }
  return out
}

private func kind(of one: Remainder, _ decision: Decision?) -> FollowUp.Kind? {
  if let kind = decision?.kind?.followUp, kind != .recommendation || one.promise != nil || one.deferral != nil {
    return kind
  }
  if one.deferral != nil || firstMeeting(in: one.text) != nil { return .recurrence }
  guard let promise = one.promise else { return nil }
  if isExpiry(promise.text) { return .expiry }
  return promise.certainty != .inferred || isToCome(promise.text) ? .promise : nil
}

private func setDue(_ row: inout FollowUp, _ one: Remainder) {
  if row.kind == .standing { return }
  if let date = one.deferral?.date {
    row.due = date
  } else if case .day(let day)? = one.promise?.due {
    row.due = day
  } else if case .month(let year, let month)? = one.promise?.due {
    row.due = CalendarDate(year: year, month: month, day: CalendarDate.days(in: month, of: year))
    row.dueWords = one.promise?.due.description
  } else {
    row.dueWords = firstMeeting(in: one.text) ?? one.deferral?.text
  }
}

/// Something to be done by the day: neither what was done then, nor that from when, or until when, something holds.
private func isToCome(_ text: String) -> Bool {
  let key = text.lowercased()
  let words = key.letterWords
  let isBy = key.contains("senast den") || key.contains("ska ") || key.contains("skall ")
  if ["från den", "från och med", "till och med"].contains(where: key.contains), !isBy { return false }
  if words.contains(where: { ["blev", "var", "hade", "skulle", "varit", "blivit"].contains($0) }) { return false }
  if key.contains("senast den") || words.contains(where: { ["redovisar", "redovisas", "rapporterar"].contains($0) }) {
    return true
  }
  // "har flyttats fram två gånger", and not "redovisar hur pengarna har använts senast den 29 november"
  return !zip(words, words.dropFirst()).contains { $0 == "har" && ($1.hasSuffix("t") || $1.hasSuffix("ts")) }
}

private func isAccount(_ text: String) -> Bool {
  let key = text.lowercased()
  return key.contains("redovis") || key.contains("rapporter")
}

extension Decision.Kind {
  /// What such a decision leaves to be done; nil when nothing.
  fileprivate var followUp: FollowUp.Kind? {
    switch self {
    case .standingItem: .standing
    case .assigns: .assignment
    case .defers: .deferred
    case .refers: .referred
    case .recommends: .recommendation
    default: nil
    }
  }
}

/// "på första sammanträdet 2026": "första mötet 2026".
private func firstMeeting(in text: String) -> String? {
  guard contains(text, firstStems) else { return nil }
  let words = text.split { !$0.isLetter && !$0.isNumber }
  guard let first = words.firstIndex(where: { $0.lowercased() == "första" }), first + 2 < words.count,
    ["möte", "mötet", "sammanträde", "sammanträdet"].contains(words[first + 1].lowercased()),
    let year = Int(words[first + 2]), (1900...2200).contains(year)
  else { return nil }
  return "första mötet \(year)"
}

private let firstStems = StemSet(["örsta "])

private func isExpiry(_ text: String) -> Bool {
  let key = text.lowercased()
  return ["löper ut", "går ut", "upphör"].contains { key.contains($0) }
}

/// Who is to do it: a body, a principal or a group. People are none of these, whom a list of who owes what would tell of.
private struct Owners {
  private var targets: [String: Target] = [:]
  /// What the names of these and of groups begin with.
  private var firstWords: Set<String> = []

  init(_ archive: Archive) {
    for (index, principal) in archive.principals.enumerated() {
      for name in [principal.name] + principal.aliases { targets[nameKey(name)] = .principal(ID(index)) }
    }
    for (index, body) in archive.bodies.enumerated() {
      for name in [body.name] + body.aliases { targets[nameKey(name)] = .body(ID(index)) }
    }
    for name in [String](targets.keys) + Self.groups.keys { firstWords.insert(String(name.prefix { $0 != " " })) }
  }

  /// Nil for one whom the text names and nothing else does.
  func owner(in text: String, _ kind: FollowUp.Kind, of body: ID<Body>) -> FollowUp.Owner? {
    switch kind {
    case .assignment: assignee(in: text)
    case .recommendation:
      assignee(in: text, after: ["rekommendera", "rekommenderar", "rekommenderade"]) ?? .words("huvudmännen")
    case .promise, .recurrence: beginsWithName(text) ? subject(of: text) : subject(of: text) ?? .record(.body(body))
    default: .record(.body(body))
    }
  }

  /// "Ada Ek skriver underlaget": she is to do it, and not the body. The text says who.
  private func beginsWithName(_ text: String) -> Bool {
    let words = text.split(separator: " ").prefix(2)
    return words.count == 2 && words.allSatisfy { $0.first?.isUppercase ?? false }
  }

  /// "att Region Gran kompletterar rapporten", "Huvudmännen anmäler ...": who the sentence begins with.
  private func subject(of text: String) -> FollowUp.Owner? {
    let words = text.split(separator: " ")
    return known(words[(words.first?.lowercased() == "att" ? 1 : 0)...])
  }

  /// "uppdra åt AU att ...", "ge Beredning barn och unga i uppdrag att ...", "AU får i uppdrag att ...".
  private func assignee(in text: String) -> FollowUp.Owner? {
    guard contains(text, Self.assigningStems) else { return nil }
    let words = text.split(separator: " ")
    let keys = words.map { nameKey(String($0)) }
    if let place = keys.indices.first(where: { keys[$0].hasPrefix("uppdr") && keys[$0] != "uppdrag" }) {
      let start = place + 1 < keys.count && ["åt", "till"].contains(keys[place + 1]) ? place + 2 : place + 1
      return known(words[start...])
    }
    guard let place = keys.indices.first(where: { keys[$0] == "uppdrag" && $0 > 0 && keys[$0 - 1] == "i" }) else {
      return nil
    }
    let verb = keys[..<place].lastIndex { ["ge", "ger", "gav", "får", "fick", "ges", "gavs"].contains($0) }
    guard let verb else { return nil }
    if ["ge", "ger", "gav"].contains(keys[verb]) {
      if verb + 2 == place, place + 1 < words.count {
        return known(words[(place + (keys[place + 1] == "åt" || keys[place + 1] == "till" ? 2 : 1))...])
      }
      return known(words[(verb + 1)...])
    }
    for start in 0..<verb {
      if let owner = known(words[start..<verb], isWhole: true) { return owner }
    }
    return nil
  }

  private func assignee(in text: String, after verbs: Set<String>) -> FollowUp.Owner? {
    let words = text.split(separator: " ")
    guard let verb = words.firstIndex(where: { verbs.contains(nameKey(String($0))) }) else { return nil }
    return known(words[(verb + 1)...])
  }

  /// The longest run of words at the start that names somebody.
  private func known(_ words: ArraySlice<Substring>, isWhole: Bool = false) -> FollowUp.Owner? {
    // A name may hold a dash or a stop, and then begins with a part of the word.
    let start = words.first.map { nameKey(String($0)).prefix { $0 != " " } } ?? ""
    let isKnown = firstWords.contains(String(start))
    for count in stride(from: isKnown ? min(8, words.count) : 0, to: 0, by: -1) {
      if isWhole, count != words.count { continue }
      let key = nameKey(words.prefix(count).joined(separator: " "))
      if let target = targets[key] { return .record(target) }
      if let written = Self.groups[key] { return .words(written) }
    }
    // A group that no minutes of ours are from.
    if !isWhole, let first = words.first, Self.groupEndings.contains(where: first.hasSuffix) {
      return .words(String(first))
    }
    return nil
  }

  private static let assigningStems = StemSet(["ppdr", "PPDR"])

  private static let groupEndings = [
    "gruppen", "rådet", "nämnden", "utskottet", "styrelsen", "beredningen", "nätverket",
  ]

  /// Functions and groups that minutes name without a name.
  private static let groups = [
    "au": "AU", "arbetsutskottet": "arbetsutskottet", "huvudmännen": "huvudmännen", "kommunerna": "kommunerna",
    "regionen": "regionen", "koordinatorerna": "koordinatorerna", "koordinatorn": "koordinatorn",
    "sekreteraren": "sekreteraren", "ordföranden": "ordföranden", "beredningen": "beredningen",
    "beredningarna": "beredningarna", "arbetsgruppen": "arbetsgruppen", "styrgruppen": "styrgruppen",
    "projektgruppen": "projektgruppen", "varje huvudman": "huvudmännen", "berörda huvudmän": "berörda huvudmän",
    "länets huvudmän": "huvudmännen", "samtliga huvudmän": "huvudmännen", "alla huvudmän": "huvudmännen",
    "kommuner och region": "huvudmännen", "kommunerna och regionen": "huvudmännen",
    "regionen och kommunerna": "huvudmännen", "länets kommuner": "kommunerna",
  ]
}
