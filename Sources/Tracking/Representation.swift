internal import Records

/// How each principal was represented at each meeting, as far as its attendance list says.
func representation(in archive: Archive) -> [[ID<Principal>: Representation]] {
  var principals: [String: ID<Principal>] = [:]
  for (index, principal) in archive.principals.enumerated() {
    for name in [principal.name, withoutGenitive(principal.name)] + principal.aliases {
      principals[nameKey(name)] = ID(index)
    }
  }
  return archive.meetings.map { meeting in
    var out: [ID<Principal>: Representation] = [:]
    func note(_ principal: ID<Principal>, _ how: Representation) {
      out[principal] = out[principal].map { min($0, how) } ?? how
    }
    for (attendance, principal) in zip(meeting.minutes.attendance, meeting.principals) where attendance.group != .guest
    {
      if let principal { note(principal, attendance.status == .present ? .present : .absent) }
      guard attendance.status == .present else { continue }
      for name in attendance.alsoRepresents {
        if let other = principals[nameKey(name)] ?? principals[nameKey(withoutGenitive(name))] { note(other, .proxy) }
      }
    }
    return out
  }
}

/// The principals that sit in each body: all of them where its lists have named at least half, else those they have named.
func principalsOfBodies(_ representation: [[ID<Principal>: Representation]], in archive: Archive) -> [[ID<Principal>]] {
  var named: [Set<ID<Principal>>] = Array(repeating: [], count: archive.bodies.count)
  for (meeting, own) in zip(archive.meetings, representation) { named[meeting.body.index].formUnion(own.keys) }
  let all = archive.principals.indices.map { ID<Principal>($0) }
  return named.map { $0.count * 2 >= all.count && !$0.isEmpty ? all : $0.sorted() }
}
