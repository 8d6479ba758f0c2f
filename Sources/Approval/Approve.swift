package import Records

/// What an approval that somebody reports would make of minutes: nothing is written here.
package struct ReportedApproval: Hashable, Sendable {
  /// With those who had approved before, and the day of the last of them.
  package var stated: StatedApproval
  package var rule: ApprovalRule
  /// The roles that nobody has approved in yet; the minutes are withheld until somebody has.
  package var missing: [ApprovalRule.Role]
}

/// Why a reported approval is not taken down.
package enum ApprovalRefusal: Error, Hashable, Sendable {
  case notMinutes
  /// They are public already.
  case alreadyApproved(on: CalendarDate, by: [String])
  /// One of those named has approved before.
  case repeated(name: String)
  /// The minutes say that somebody had another role than was reported.
  case otherRole(name: String, role: ApprovalRule.Role)
  /// The gate would withhold the minutes whoever else approves them.
  case withheld(Withholding.Reason)
}

/// Adds to the approval of minutes those who approved them on a day, by the rule of their body. Each must be one whom the
/// rule lets approve; all need not be there yet.
///
/// `roles` are those that the people are said to have had, in their order, or empty: the minutes decide.
package func approve(
  _ document: Document, by names: [String], as roles: [ApprovalRule.Role] = [], on date: CalendarDate,
  register: Register, today: CalendarDate
) throws(ApprovalRefusal) -> ReportedApproval {
  guard case .minutes(var minutes) = document.content else { throw .notMinutes }
  switch judge(document, register, today) {
  case (let approval?, nil):
    throw .alreadyApproved(on: approval.date, by: approval.approvers.map(\.name))
  case (_, .draft?): throw .withheld(.draft)
  case (_, _): break
  }
  if let meeting = minutes.date?.value, date < meeting {
    throw .withheld(.approvedBeforeMeeting(approved: date, meeting: meeting))
  }
  if date > today { throw .withheld(.approvedInFuture(approved: date, today: today)) }

  let participants = Participants(minutes, register)
  let before = statedApproval(of: minutes) ?? signedApproval(of: minutes)
  var all = before?.approvers.map(\.name) ?? []
  for name in names {
    guard !all.contains(where: { participants.areOne($0, name) }) else { throw .repeated(name: name) }
    // As the minutes write it.
    all.append(minutes.attendance.first { participants.areOne($0.name, name) }?.name ?? name)
  }
  for (name, role) in zip(names, roles) {
    guard participants.lets(Approval.Approver(name: name, role: nil), be: role) else {
      throw .otherRole(name: name, role: role)
    }
  }
  let stated = StatedApproval(date: max(date, before?.date ?? date), verifiers: all, line: 1)
  minutes.statedApproval = stated
  switch judge(minutes, register, today) {
  case (let approval?, nil):
    guard let rule = approval.rule else { throw .alreadyApproved(on: approval.date, by: []) }
    try checkNew(names, by: rule, in: participants)
    return ReportedApproval(stated: stated, rule: rule, missing: [])
  case (_, .insufficient(let rule, _, let gaps)?):
    try checkNew(names, by: rule, in: participants)
    let missing = gaps.compactMap { if case .role(let role) = $0 { role } else { nil } }
    return ReportedApproval(stated: stated, rule: rule, missing: missing)
  case (_, let reason?): throw .withheld(reason)
  case (nil, nil): throw .notMinutes
  }
}

private func checkNew(_ names: [String], by rule: ApprovalRule, in participants: Participants) throws(ApprovalRefusal) {
  let people = names.map { Approval.Approver(name: $0, role: nil) }
  let gaps = people.compactMap { participants.unfitness(of: $0, for: rule) }
  if !gaps.isEmpty { throw .withheld(.insufficient(rule: rule, approvers: people, gaps: gaps)) }
}
