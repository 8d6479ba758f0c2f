internal import Records

/// Settles the matters: what closes by their names, what they sent to the principals, what is still to come of each, and what
/// has become of it; and puts them in order, what was handled last first.
func settle(
  _ matters: inout [Matter], _ rows: inout [FollowUp], _ recommendations: [Recommendation], in archive: Archive
) {
  var matterOf: [Target: Int] = [:]
  for (index, matter) in matters.enumerated() {
    for handling in matter.handlings where !handling.isPassage { matterOf[handling.target] = index }
  }
  let rowsOf = Dictionary(grouping: rows.indices) { row in
    rows[row].source.item.flatMap { matterOf[.item($0.meeting, index: $0.index)] }
  }
  var followUps: [Int: [Int]] = [:]
  for case (let matter?, let own) in rowsOf {
    let stated = StatedHandlings(of: matters[matter], in: archive)
    for index in own {
      stated.close(&rows[index])
      switch (rows[index].kind, rows[index].status) {
      case (.expiry, _), (_, .closed), (_, .passed): break
      default: followUps[matter, default: []].append(index)
      }
    }
  }
  for (index, row) in recommendations.enumerated() {
    guard let matter = matterOf[row.agendaItem],
      let place = matters[matter].handlings.firstIndex(where: { !$0.isPassage && $0.target == row.agendaItem })
    else { continue }
    matters[matter].handlings[place].recommendations.append(index)
  }
  for index in matters.indices {
    matters[index].followUps = (followUps[index] ?? []).sorted {
      (rows[$0].due?.dayNumber ?? .max, $0) < (rows[$1].due?.dayNumber ?? .max, $1)
    }
    matters[index].status = status(of: matters[index], recommendations)
  }
  joinAgreements(to: &matters, matterOf, in: archive)
  matters = matters.sortedSwedish(by: \.title).enumerated().sorted { a, b in
    let (x, y) = (lastDay(of: a.element, in: archive), lastDay(of: b.element, in: archive))
    return x == y ? a.offset < b.offset : x > y
  }.map(\.element)
}

private func lastDay(of matter: Matter, in archive: Archive) -> Int {
  matter.handlings.last.flatMap { archive.meetings[$0.meeting.index].date?.dayNumber } ?? 0
}

/// Where minutes themselves say that they handle a matter (`ärende:`).
private struct StatedHandlings {
  private let archive: Archive
  private var places: Set<Target> = []
  /// In the order of the days.
  private var ofBody: [ID<Body>: [(date: CalendarDate, place: Int, target: Target)]] = [:]

  init(of matter: Matter, in archive: Archive) {
    self.archive = archive
    for (place, handling) in matter.handlings.enumerated() where handling.basis == .stated && !handling.isPassage {
      places.insert(handling.target)
      let meeting = archive.meetings[handling.meeting.index]
      if let date = meeting.date { ofBody[meeting.body, default: []].append((date, place, handling.target)) }
    }
  }

  /// What is said of both ends came back: where the body that said it, or the one it was for, handles the matter when it is
  /// due or after.
  func close(_ row: inout FollowUp) {
    guard row.closing == nil, row.kind != .standing, row.kind != .expiry, let source = row.source.item,
      places.contains(.item(source.meeting, index: source.index)),
      let from = archive.meetings[row.meeting.index].date
    else { return }
    var bodies = [archive.meetings[row.meeting.index].body]
    if case .record(.body(let owner))? = row.owner { bodies.append(owner) }
    let due = row.due ?? from
    let back = bodies.compactMap { body -> (place: Int, target: Target)? in
      let days = ofBody[body] ?? []
      let first = place(in: days) { $0.date > from && $0.date >= due }
      return first < days.count ? (days[first].place, days[first].target) : nil
    }.min { $0.place < $1.place }
    guard let back else { return }
    row.closing = FollowUp.Closing(at: back.target, evidence: .stated)
    row.status = .closed
    row.isForgotten = false
  }
}

private func status(of matter: Matter, _ recommendations: [Recommendation]) -> Matter.Status {
  let last = matter.handlings.lastIndex { !$0.isPassage } ?? 0
  let moves = matter.handlings[last...].flatMap(\.moves).map(\.kind)
  // What was closed may have been taken up again in the same meeting, but not shown to be.
  if let closed = moves.lastIndex(of: .closed),
    moves[closed...].allSatisfy({ $0 == .closed || $0 == .decidedByPrincipal })
  {
    return .closed
  }
  if moves.contains(.deferred) { return .deferred }
  let sent = matter.handlings[last].recommendations
  let isAnswered = !sent.isEmpty && sent.allSatisfy { recommendations[$0].status == .complete }
  if moves.contains(.recommended), !isAnswered { return .atPrincipals }
  return matter.followUps.isEmpty ? .quiet : .open
}

/// Those that an item of the matter adopted, and those that name it.
private func joinAgreements(to matters: inout [Matter], _ matterOf: [Target: Int], in archive: Archive) {
  var byName: [String: Int] = [:]
  for (index, matter) in matters.enumerated() where matter.isNamed { byName[slug(matter.title)] = index }
  for (index, agreement) in archive.agreements.enumerated() {
    let place = agreement.text.matter.map { byName[slug($0.value)] } ?? agreement.adoptedAt.flatMap { matterOf[$0] }
    if let place { matters[place].agreements.append(ID(index)) }
  }
}
