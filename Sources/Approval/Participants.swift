internal import Records

/// What an approval lacks to meet the rule: each of its roles needs a person of its own, who was at the meeting.
/// Empty when it meets it.
func gaps(between rule: ApprovalRule, and approval: Approval, in minutes: Minutes) -> [ApprovalGap] {
  if minutes.attendance.isEmpty { return [.noAttendance] }
  let present = approval.approvers.filter { minutes.hasPresent($0.name) }
  if canFill(rule.roles[...], with: present, in: minutes) { return [] }
  let absent = approval.approvers.filter { !minutes.hasPresent($0.name) }.map { ApprovalGap.absent(name: $0.name) }
  let lacking = rule.roles.filter { role in !present.contains { minutes.lets($0, be: role) } }
  let elected = minutes.electedVerifiers.map(\.value)
  let notElected: [ApprovalGap] =
    lacking.contains(.verifier) && !elected.isEmpty
    ? present.filter { !minutes.lets($0, be: .chair) && !minutes.lets($0, be: .viceChair) && !minutes.isSecretary($0) }
      .map { .notElected(name: $0.name, elected: elected) } : []
  // When each role has somebody but the same one, the last role is the one that lacks a person.
  let roles = lacking.isEmpty ? Array(rule.roles.suffix(1)) : lacking
  return absent + notElected + roles.map { .role($0) }
}

/// Why somebody cannot approve the minutes, whoever else does; nil for one who can.
func unfitness(of approver: Approval.Approver, for rule: ApprovalRule, in minutes: Minutes) -> ApprovalGap? {
  if minutes.attendance.isEmpty { return .noAttendance }
  if !minutes.hasPresent(approver.name) { return .absent(name: approver.name) }
  if rule.roles.contains(where: { minutes.lets(approver, be: $0) }) { return nil }
  let elected = minutes.electedVerifiers.map(\.value)
  if rule.roles.contains(.verifier), !elected.isEmpty, !minutes.isSecretary(approver) {
    return .notElected(name: approver.name, elected: elected)
  }
  return .withoutRole(name: approver.name)
}

/// Whether the roles can be given to as many different people; there are at most three.
private func canFill(_ roles: ArraySlice<ApprovalRule.Role>, with people: [Approval.Approver], in minutes: Minutes)
  -> Bool
{
  guard let role = roles.first else { return true }
  return people.indices.contains { index in
    guard minutes.lets(people[index], be: role) else { return false }
    let others = people.filter { nameKey($0.name) != nameKey(people[index].name) }
    return canFill(roles.dropFirst(), with: others, in: minutes)
  }
}

extension Minutes {
  /// What one who approved was at the meeting, in words; nil when the minutes do not say.
  func role(of approver: Approval.Approver) -> String? {
    if lets(approver, be: .chair) { return "ordförande" }
    if lets(approver, be: .viceChair) { return "vice ordförande" }
    return lets(approver, be: .verifier) ? "justerare" : nil
  }

  fileprivate func hasPresent(_ name: String) -> Bool {
    attendance.contains { $0.status == .present && nameKey($0.name) == nameKey(name) }
  }

  /// Whether one who approved had the role at this meeting: by the minutes, or by what the signature says.
  func lets(_ approver: Approval.Approver, be role: ApprovalRule.Role) -> Bool {
    let key = nameKey(approver.name)
    switch role {
    case .chair: return chair.map { nameKey($0.value) } == key || hasRole(.chair, approver)
    case .viceChair: return hasRole(.viceChair, approver)
    case .verifier:
      if isSecretary(approver) || chair.map({ nameKey($0.value) }) == key { return false }
      if !electedVerifiers.isEmpty { return electedVerifiers.contains { nameKey($0.value) == key } }
      // Nobody is said to be elected: then the evidence itself must name the role, as `justerare:` does.
      return approver.role == nil || hasRole(.verifier, approver)
    }
  }

  private func hasRole(_ role: ApprovalRule.Role, _ approver: Approval.Approver) -> Bool {
    let listed = attendance.filter { $0.status == .present && nameKey($0.name) == nameKey(approver.name) }
      .compactMap(\.role)
    // "ordf. Beredning barn" is the chair of another body, and "ordförande, justerare" has two roles.
    return ([approver.role].compactMap(\.self) + listed).contains { text in
      text.split(separator: ",").contains { part in
        part.split(separator: " ").count <= 2 && ApprovalRule.Role(written: String(part)) == role
      }
    }
  }

  fileprivate func isSecretary(_ approver: Approval.Approver) -> Bool {
    approver.role?.contains("sekreterare") ?? false || secretary.map { nameKey($0.value) } == nameKey(approver.name)
  }
}
