internal import Records

/// What was recommended to the principals or sent to them on remiss, with what is known of their answers on a day, and
/// what is wrong with the answers.
///
///  1. decisions that recommend, send on remiss, or say by when each principal shall decide: one for each agenda item;
///  2. what sentences of any minutes tell of how far the principals have come, in the order of the meetings; of what was
///     decided in minutes that are not here, such a sentence makes one of its own;
///  3. the files of `svar/`, which overrule the minutes;
///  4. what holds on the day, and what cannot all be so.
func recommendations(in archive: Archive, on day: CalendarDate) -> ([Recommendation], [AnswerFault.Located]) {
  var matrix = Matrix(archive, on: day)
  matrix.findDecided()
  matrix.findStated()
  matrix.readMinutes()
  matrix.readFiles()
  return matrix.settled()
}

/// The matrix while it is worked out.
struct Matrix {
  let archive: Archive
  let day: CalendarDate
  let addressees: Addressees
  var rows: [Recommendation] = []
  var faults: [AnswerFault.Located] = []
  /// What each source says of each principal, by row.
  var statements: [[Statement]] = []
  /// Rows by the place of their agenda item, by the agreement that they are about, and by what they are called.
  var ofItem: [Place: [Int]] = [:]
  var ofAgreement: [ID<AdoptedAgreement>: Int] = [:]
  var ofName: [String: Int] = [:]

  struct Place: Hashable {
    var meeting: ID<Meeting>
    var item: Int
  }

  struct Statement {
    var principal: ID<Principal>
    var response: PrincipalResponse
    /// The day of the meeting that tells it; nil for a file.
    var toldOn: CalendarDate?
    var place: AnswerFault.Located.Place
  }

  init(_ archive: Archive, on day: CalendarDate) {
    self.archive = archive
    self.day = day
    addressees = Addressees(archive)
  }

  mutating func add(_ row: Recommendation, names: [String]) -> Int {
    rows.append(row)
    statements.append([])
    let index = rows.count - 1
    ofItem[Place(meeting: row.meeting, item: row.item), default: []].append(index)
    for name in [row.title] + names { ofName[nameKey(name)] = index }
    return index
  }

  // MARK: Decisions

  mutating func findDecided() {
    for (index, meeting) in archive.meetings.enumerated() {
      for (place, item) in meeting.minutes.items.enumerated() where item.secrecy == nil && !item.decisions.isEmpty {
        findDecided(in: item, at: Place(meeting: ID(index), item: place), meeting.minutes.deadlines)
      }
    }
    for (index, agreement) in archive.agreements.enumerated() {
      guard let adopted = agreement.adoptedAt?.item else { continue }
      let place = Place(meeting: adopted.meeting, item: adopted.index)
      guard let row = ofItem[place]?.first else { continue }
      ofAgreement[ID(index)] = row
      rows[row].agreements.append(ID(index))
    }
  }

  private mutating func findDecided(in item: AgendaItem, at place: Place, _ deadlines: [Deadline]) {
    let clauses = item.decisions.enumerated().compactMap { index, decision in
      clause(decision).map { (index: index, clause: $0) }
    }
    guard let first = clauses.first else { return }
    // Only a day was set, of what no clause says that it was sent to anybody: it was all the same.
    let kind: Recommendation.Kind =
      clauses.contains { $0.clause.kind == .recommendation } ? .recommendation : .consultation
    var recipients: [ID<Principal>] = []
    for one in clauses where recipients.isEmpty || one.clause.names { recipients += one.clause.recipients }
    var row = Recommendation(
      kind: kind, title: item.title, meeting: place.meeting, item: place.item, decisions: clauses.map(\.index),
      line: item.decisions[first.index].line, text: item.decisions[first.index].text,
      certainty: item.decisions[first.index].certainty, anchor: item.anchor, recipients: Set(recipients).sorted())
    let texts = clauses.map { item.decisions[$0.index].text }
    row.due = due(in: deadlines.filter { $0.item == item.number }, of: texts, kind, from: archive[place.meeting].date)
    _ = add(row, names: clauses.compactMap(\.clause.object))
  }

  /// What a decision asks of whom; `names` when it says who, and not only that it is all of them.
  private struct Clause {
    var kind: Recommendation.Kind
    var recipients: [ID<Principal>]
    var names: Bool
    /// "rutinen för SIP", of "anta rutinen för SIP senast den 3 maj".
    var object: String?
  }

  private func clause(_ decision: Decision) -> Clause? {
    let text = decision.text
    let isRecommending = decision.kind == .recommends
    guard isRecommending || contains(text, sendingStems) else { return nil }
    let keys = SentenceWords(text).keys
    if isRecommending, let clause = recommending(keys) { return clause }
    return sending(keys) ?? deciding(keys)
  }

  /// "rekommendera huvudmännen att anta planen", "planen rekommenderas till kommunerna". What is only proposed to be
  /// recommended is none.
  private func recommending(_ keys: [String]) -> Clause? {
    guard let verb = keys.firstIndex(where: { $0.hasPrefix("rekommender") }),
      !keys[..<verb].contains(where: { $0.hasPrefix("föresl") || $0.hasPrefix("förslag") })
    else { return nil }
    var start = verb + 1
    while start < keys.count, ["att", "till", "åt"].contains(keys[start]) { start += 1 }
    let before = (0..<verb).lazy.compactMap { addressees.run(in: keys, at: $0) }.first
    guard let run = addressees.run(in: keys, at: start) ?? before else { return nil }
    return Clause(
      kind: .recommendation, recipients: run.principals, names: !run.isAll, object: object(in: keys, from: verb))
  }

  /// "skicka förslaget på remiss till kommunerna", "sända planen till huvudmännen för beslut".
  private func sending(_ keys: [String]) -> Clause? {
    let text = keys.joined(separator: " ")
    let isForDecision = ["för beslut", "för politiskt beslut", "för ställningstagande"].contains(where: text.contains)
    let isRemiss = ["på remiss", "remitter", "för yttrande", "för synpunkter"].contains(where: text.contains)
    guard isForDecision || isRemiss, !text.contains("återremitter") else { return nil }
    for place in keys.indices where ["till", "hos"].contains(keys[place]) {
      guard let run = addressees.run(in: keys, at: place + 1) else { continue }
      return Clause(
        kind: isRemiss ? .consultation : .recommendation, recipients: run.principals, names: !run.isAll, object: nil)
    }
    return nil
  }

  /// "beslut ska fattas hos varje huvudman senast den 3 maj", "huvudmännen ska besluta senast den 3 maj".
  private func deciding(_ keys: [String]) -> Clause? {
    let text = keys.joined(separator: " ")
    guard ["ska ", "skall "].contains(where: text.contains), text.contains("senast"),
      ["beslut ska fattas", "beslut skall fattas", "ska besluta", "ska fatta beslut", "ska ta ställning", "ska svara"]
        .contains(where: text.replacing("skall", with: "ska").contains),
      let run = keys.indices.lazy.compactMap({ addressees.run(in: keys, at: $0) }).first
    else { return nil }
    return Clause(kind: .recommendation, recipients: run.principals, names: false, object: nil)
  }

  private func object(in keys: [String], from verb: Int) -> String? {
    guard let place = keys[verb...].firstIndex(where: { adoptingVerbs.contains($0) }) else { return nil }
    let rest = keys[(place + 1)...].prefix { $0 != "senast" && $0 != "från" && $0 != "under" }
    return rest.count > 1 ? rest.joined(separator: " ") : nil
  }

  /// The day that a clause names, else one by which the principals are to answer.
  private func due(
    in deadlines: [Deadline], of clauses: [String], _ kind: Recommendation.Kind, from: CalendarDate?
  ) -> Recommendation.Due? {
    let days = deadlines.compactMap { deadline -> (Deadline, CalendarDate)? in
      guard case .day(let day) = deadline.due, from.map({ $0 <= day }) ?? true else { return nil }
      return (deadline, day)
    }
    let own = days.first { one in clauses.contains { $0.contains(one.0.text) || one.0.text.contains($0) } }
    let asked = days.first { deadline, _ in
      let words = SentenceWords(deadline.text)
      guard contains(deadline.text, answeringStems) else { return false }
      return kind == .consultation || words.keys.indices.contains { addressees.run(in: words.keys, at: $0) != nil }
    }
    return (own ?? asked).map { Recommendation.Due(date: $0.1, text: $0.0.text) }
  }

  // MARK: What holds

  func settled() -> ([Recommendation], [AnswerFault.Located]) {
    var (rows, faults) = (rows, faults)
    for index in rows.indices {
      for statement in statements[index] {
        guard let before = rows[index].responses[statement.principal] else {
          rows[index].responses[statement.principal] = statement.response
          continue
        }
        // A file overrules minutes, and later minutes earlier ones: they come in that order.
        if case .stated = before.evidence { continue }
        // What says the same, or less, takes nothing from the sentence that said it first, perhaps of one alone.
        if case .told = statement.response.evidence, before.isDecided, statement.response.isDecided,
          [nil, before.answer].contains(statement.response.answer)
        {
          continue
        }
        rows[index].responses[statement.principal] = statement.response
      }
      faults += contradictions(in: statements[index], of: rows[index])
      let isWhole =
        !rows[index].recipients.isEmpty
        && rows[index].recipients.allSatisfy { rows[index].responses[$0]?.isDecided ?? false }
      let isLate = rows[index].due.map { $0.date < day } ?? false
      rows[index].status = isWhole ? .complete : isLate && !rows[index].recipients.isEmpty ? .overdue : .open
    }
    let order = rows.indices.sorted {
      (rows[$0].meeting, rows[$0].item, $0) < (rows[$1].meeting, rows[$1].item, $1)
    }
    return (order.map { rows[$0] }, faults)
  }

  /// Two sources that cannot both be so, told once for each principal, where the later or the stated one stands.
  private func contradictions(in statements: [Statement], of row: Recommendation) -> [AnswerFault.Located] {
    var out: [AnswerFault.Located] = []
    for (_, own) in Dictionary(grouping: statements, by: \.principal).sorted(by: { $0.key < $1.key }) {
      let pairs = own.indices.lazy.flatMap { later in own[..<later].map { ($0, own[later]) } }
      guard let (a, b) = pairs.first(where: { !$0.isCompatible(with: $1) }) else { continue }
      let (earlier, later) = a.toldOn == nil ? (b, a) : (a, b)
      out.append(
        AnswerFault.Located(
          .contradicted(
            principal: archive[later.principal].name, here: later.state, there: earlier.state, at: words(for: earlier)),
          at: later.place))
    }
    for report in row.reports {
      guard case .part(let told, _)? = report.count, let place = report.at.item, let day = archive[place.meeting].date
      else { continue }
      let known = statements.count { statement in
        guard case .stated = statement.response.evidence, let date = statement.response.date else { return false }
        return date <= day && (report.answer == nil || report.answer == statement.response.answer)
      }
      if known > told {
        out.append(
          AnswerFault.Located(
            .moreThanTold(told: told, known: known, on: day), at: .minutes(place.meeting, line: report.line)))
      }
    }
    return out
  }

  private func words(for statement: Statement) -> String {
    switch statement.response.evidence {
    case .stated(let location): "\(location.path):\(location.line)"
    case .told(let target, _, _):
      target.item.map { place in
        let meeting = archive[place.meeting]
        let sign = meeting.minutes.items[place.index].sign
        return "\(archive[meeting.body].name) \(meeting.date.map { "\($0) " } ?? "")\(sign)"
      } ?? ""
    }
  }
}

extension Matrix.Statement {
  var state: AnswerState { response.isDecided ? .decided(response.answer, response.date) : .pending }

  /// `self` was told before `other`, or by minutes and `other` by a file.
  fileprivate func isCompatible(with other: Self) -> Bool {
    if let a = response.answer, let b = other.response.answer, a != b { return false }
    switch (response.isDecided, other.response.isDecided) {
    case (true, true):
      guard let told = toldOn, other.toldOn == nil, let date = other.response.date else { return true }
      return date <= told
    // One who had not decided then has done so since.
    case (false, true):
      guard let told = toldOn, other.toldOn == nil, let date = other.response.date else { return true }
      return date >= told
    case (true, false): return false
    case (false, false): return true
    }
  }
}

/// What makes a decision worth reading as one that sends something to principals.
private let sendingStems = StemSet([
  "på remiss", "emitter", "ör yttrande", "ör synpunkter", "ör beslut", "ör politiskt beslut", "ör ställningstagande",
  "eslut ska", "ska besluta", "skall besluta", "fatta beslut", "ta ställning", "ska svara",
])
private let answeringStems = StemSet(["eslut", "svar", "Svar", "ttra", "ynpunkt", "tällningstag"])
let adoptingVerbs: Set<String> = [
  "anta", "antar", "godkänna", "underteckna", "införa", "tillämpa", "använda", "pröva", "utse", "bakom",
]
