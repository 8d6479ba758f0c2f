internal import Records

/// Minutes held against the composition in their body's terms of reference, as it was on the day of the meeting.
func seatLints(in documents: [Document], _ register: Register) -> [Diagnostic] {
  let rules = seatRules(in: documents, register)
  guard !rules.isEmpty else { return [] }
  return documents.flatMap { document -> [Diagnostic] in
    guard case .minutes(let minutes) = document.content, let body = register.body(of: minutes),
      let date = minutes.date?.value,
      // Of those in force on the day, the latest; one without a date has always been.
      let rule = rules[body]?.last(where: { $0.from.map { $0 <= date } ?? true })
    else { return [] }
    let table = Table(minutes, document.source.path, rule, register)
    return table.surplus + table.missing
  }
}

private struct SeatRule {
  var from: CalendarDate?
  var seats: Seats
  var place: SourceLocation
}

private func seatRules(in documents: [Document], _ register: Register) -> [ID<Body>: [SeatRule]] {
  var rules: [ID<Body>: [SeatRule]] = [:]
  for document in documents where !document.isDraft {
    guard case .termsOfReference(let terms) = document.content else { continue }
    for entry in terms.bodies {
      guard let seats = entry.seats, let body = register.body(named: entry.name) else { continue }
      rules[body, default: []].append(
        SeatRule(
          from: terms.validFrom?.value ?? terms.date?.value, seats: seats,
          place: SourceLocation(path: document.source.path, line: seats.line)))
    }
  }
  return rules.mapValues { rules in rules.sorted { ($0.from?.dayNumber ?? .min) < ($1.from?.dayNumber ?? .min) } }
}

/// Who sat for whom at a meeting.
private struct Table {
  let minutes: Minutes
  let path: String
  let rule: SeatRule
  let register: Register
  /// Members present with a seat of their own, by principal, in order.
  private var members: [ID<Principal>: [Attendance]] = [:]
  private var represented: Set<ID<Principal>> = []
  /// Rows whose organisation is one of the principals.
  private var known = 0

  init(_ minutes: Minutes, _ path: String, _ rule: SeatRule, _ register: Register) {
    self.minutes = minutes
    self.path = path
    self.rule = rule
    self.register = register
    for row in minutes.attendance {
      represented.formUnion(row.alsoRepresents.compactMap(register.principal(named:)))
      guard let principal = row.organisation.flatMap(register.principal(named:)) else { continue }
      represented.insert(principal)
      known += 1
      if row.status == .present, row.group == .member, row.note == nil, row.hasSeat {
        members[principal, default: []].append(row)
      }
    }
  }

  /// More members than seats, told at the first who is too many.
  var surplus: [Diagnostic] {
    var out: [Diagnostic] = []
    func tell(_ name: String, _ rows: [Attendance], _ seats: Int) {
      guard rows.count > seats else { return }
      out.append(
        Diagnostic(
          .tooManyMembers(of: name, count: rows.count, seats: seats, rule: rule.place),
          at: SourceLocation(path: path, line: rows[seats].line)))
    }
    for (principal, rows) in members.sorted(by: { $0.key < $1.key }) {
      if let seats = seats(of: principal) { tell(register.principals[principal.index].name, rows, seats) }
    }
    if let seats = rule.seats.municipalities {
      let rows = members.filter { register.principals[$0.key.index].kind == .municipality }.values.flatMap(\.self)
      tell("Kommunerna", rows.sorted { $0.line < $1.line }, seats)
    }
    return out
  }

  /// Principals with seats of their own whom nobody stood for. A list that mostly does not say for whom is no ground.
  var missing: [Diagnostic] {
    let listed = minutes.attendance.count { $0.group == .member }
    guard rule.seats.eachMunicipality != nil, let first = minutes.attendance.first, known * 2 >= listed, listed >= 3
    else { return [] }
    let names = register.principals.indices.filter { index in
      !represented.contains(ID(index)) && seats(of: ID(index)).map { $0 > 0 } ?? false
    }.map { register.principals[$0].name }
    guard !names.isEmpty else { return [] }
    return [Diagnostic(.unrepresented(principals: names), at: SourceLocation(path: path, line: first.line))]
  }

  private func seats(of principal: ID<Principal>) -> Int? {
    let named = rule.seats.named.first { name, _ in
      register.principal(named: name) == principal || register.principal(named: name + " kommun") == principal
    }
    if let named { return named.value }
    switch register.principals[principal.index].kind {
    case .municipality: return rule.seats.eachMunicipality
    case .region: return rule.seats.region
    case nil: return nil
    }
  }
}

extension Attendance {
  /// Not one who stands in for another, serves the meeting, or is there for another body.
  fileprivate var hasSeat: Bool {
    guard let role = role.map(nameKey) else { return true }
    let others = [
      "ersättare", "ersätter", "tjänstgör", "sekreterare", "koordinator", "adjungerad", "föredragande", "gäst",
      "inbjuden", "handläggare", "utredare", "observatör", "tjänsteperson", "insyn",
    ]
    if others.contains(where: role.contains) { return false }
    // "ordförande i Beredning barn och unga"
    let isOfficer = ["ordförande", "ordf", "vice ordförande", "v ordförande", "v ordf", "vice ordf"]
      .contains { role == $0 || role.hasPrefix($0 + " justerare") }
    return isOfficer || !role.contains("ordf")
  }
}
