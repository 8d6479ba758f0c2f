internal import Records

/// Whether minutes may be public: the day fits, somebody approved them, and those who did are the ones whom the body's
/// rule on the meeting's day asks for.
func judge(_ minutes: Minutes, _ register: Register, _ today: CalendarDate) -> (Approval?, Withholding.Reason?) {
  guard let name = minutes.body?.value else { return (nil, .noBody) }
  guard let meeting = minutes.date?.value else { return (nil, .noDate) }
  if meeting > today { return (nil, .meetingInFuture(meeting: meeting, today: today)) }
  let body = register.body(of: minutes).map { register.bodies[$0.index] }
  let (approval, reason): (Approval?, Withholding.Reason?)
  switch rule(of: body, named: name, on: meeting) {
  case .known(let rule):
    (approval, reason) = judge(Participants(minutes, register), by: rule, meeting, today)
  case .unknown(let unknown):
    (approval, reason) = minutes.archiveDecision.map { judge($0, meeting, today) } ?? (nil, unknown)
  }
  if reason == nil, let months = body?.retention, let end = meeting.adding(months: months), end <= today {
    return (nil, .retentionOver(months: months, since: end))
  }
  return (approval, reason)
}

extension Body {
  /// How many months after the meeting its minutes are public: by the terms of today, whatever held on its day.
  fileprivate var retention: Int? {
    terms?.rules.lazy.compactMap { if case .minutesKept(let months) = $0.value { months } else { nil } }.first
  }
}

private enum Finding {
  case known(ApprovalRule)
  case unknown(Withholding.Reason)
}

/// The rule in force on the day: of the versions of the body's terms of reference, the latest that held by then.
private func rule(of body: Body?, named name: String, on meeting: CalendarDate) -> Finding {
  guard let body else { return .unknown(.noRule(body: name)) }
  guard let oldest = body.approvalRules.first else {
    return .unknown(body.undatedTerms.map { .undatedRule(body: name, terms: $0) } ?? .noRule(body: name))
  }
  guard let version = body.approvalRules.last(where: { $0.from <= meeting }) else {
    return .unknown(.beforeRules(meeting: meeting, from: oldest.from))
  }
  return version.rule.map { .known($0) } ?? .unknown(.noRule(body: name))
}

private func judge(
  _ participants: Participants, by rule: ApprovalRule, _ meeting: CalendarDate, _ today: CalendarDate
) -> (Approval?, Withholding.Reason?) {
  let minutes = participants.minutes
  guard var approval = statedApproval(of: minutes) ?? signedApproval(of: minutes) else {
    return (nil, minutes.signatures.isEmpty ? .notApproved(rule: rule) : .printedNamesOnly(rule: rule))
  }
  if approval.date < meeting { return (nil, .approvedBeforeMeeting(approved: approval.date, meeting: meeting)) }
  if approval.date > today { return (nil, .approvedInFuture(approved: approval.date, today: today)) }
  let gaps = participants.gaps(between: rule, and: approval)
  if !gaps.isEmpty { return (nil, .insufficient(rule: rule, approvers: approval.approvers, gaps: gaps)) }
  if minutes.isExtraordinary, rule.isForOrdinaryMeetings {
    guard let decision = minutes.extraMeetingDecision, decision.date <= today else {
      return (nil, .extraMeeting(rule: rule))
    }
    approval.decision = decision
  }
  approval.rule = rule
  for index in approval.approvers.indices where approval.approvers[index].role == nil {
    approval.approvers[index].role = participants.role(of: approval.approvers[index])
  }
  return (approval, nil)
}

/// Minutes from before any known rule are public by a decision of their own (`arkiv:`).
private func judge(_ decision: Adoption, _ meeting: CalendarDate, _ today: CalendarDate)
  -> (Approval?, Withholding.Reason?)
{
  if decision.date < meeting { return (nil, .approvedBeforeMeeting(approved: decision.date, meeting: meeting)) }
  if decision.date > today { return (nil, .approvedInFuture(approved: decision.date, today: today)) }
  var approval = Approval(date: decision.date, approvers: [], evidence: .archiveDecision)
  approval.decision = decision
  return (approval, nil)
}

func statedApproval(of minutes: Minutes) -> Approval? {
  minutes.statedApproval.map { stated in
    Approval(
      date: stated.date, approvers: stated.verifiers.map { Approval.Approver(name: $0, role: nil) },
      evidence: .frontMatter)
  }
}

/// Only who signed with a time has signed; the day is the last signature's.
func signedApproval(of minutes: Minutes) -> Approval? {
  let signed = minutes.signatures.filter { $0.time != nil }
  guard let last = signed.compactMap(\.date).max() else { return nil }
  return Approval(
    date: last, approvers: signed.map { Approval.Approver(name: $0.name, role: $0.role) }, evidence: .signaturePage)
}
