internal import Records

/// Settles the matters: what closes by their names, what is still to come of each, and what has become of it; and puts them
/// in order, what was handled last first.
func settle(_ matters: inout [Matter], _ rows: inout [FollowUp], in archive: Archive, on day: CalendarDate) {
  var matterOf: [Target: Int] = [:]
  for (index, matter) in matters.enumerated() {
    for handling in matter.handlings where !handling.isPassage { matterOf[handling.target] = index }
  }
  var followUps: [Int: [Int]] = [:]
  for index in rows.indices {
    guard let place = rows[index].source.item,
      let matter = matterOf[.item(place.meeting, index: place.index)]
    else { continue }
    close(&rows[index], by: matters[matter], in: archive)
    switch (rows[index].kind, rows[index].status) {
    case (.expiry, _), (_, .closed), (_, .passed): break
    default: followUps[matter, default: []].append(index)
    }
  }
  for index in matters.indices {
    matters[index].followUps = (followUps[index] ?? []).sorted {
      (rows[$0].due?.dayNumber ?? .max, $0) < (rows[$1].due?.dayNumber ?? .max, $1)
    }
    matters[index].status = status(of: matters[index])
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

/// What `ärende:` says of both ends came back: where the body that said it, or the one it was for, handles the matter when it
/// is due or after.
private func close(_ row: inout FollowUp, by matter: Matter, in archive: Archive) {
  guard row.closing == nil, row.kind != .standing, row.kind != .expiry,
    let from = archive.meetings[row.meeting.index].date, let place = row.source.item,
    let own = matter.handlings.first(where: { $0.meeting == place.meeting && $0.item == place.index }),
    own.basis == .stated
  else { return }
  let back = matter.handlings.first { handling in
    let meeting = archive.meetings[handling.meeting.index]
    guard handling.basis == .stated, !handling.isPassage, let date = meeting.date, date > from else { return false }
    let isOfBody = meeting.body == archive.meetings[row.meeting.index].body || row.owner == .record(.body(meeting.body))
    return isOfBody && date >= row.due ?? from
  }
  guard let back else { return }
  row.closing = FollowUp.Closing(at: back.target, evidence: .stated)
  row.status = .closed
  row.isForgotten = false
}

private func status(of matter: Matter) -> Matter.Status {
  let last = matter.handlings.lastIndex { !$0.isPassage } ?? 0
  let moves = matter.handlings[last...].flatMap(\.moves).map(\.kind)
  // What was closed may have been taken up again in the same meeting, but not shown to be.
  if let closed = moves.lastIndex(of: .closed),
    moves[closed...].allSatisfy({ $0 == .closed || $0 == .decidedByPrincipal })
  {
    return .closed
  }
  if moves.contains(.deferred) { return .deferred }
  if moves.contains(.recommended) { return .atPrincipals }
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
