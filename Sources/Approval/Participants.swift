internal import Records

/// The people of minutes, each by any spelling that the name register gives them: who of them may approve.
struct Participants {
  let minutes: Minutes
  private let register: Register

  init(_ minutes: Minutes, _ register: Register) {
    self.minutes = minutes
    self.register = register
  }

  /// What an approval lacks to meet the rule: each of its roles needs a person of its own, who was at the meeting.
  /// Empty when it meets it.
  func gaps(between rule: ApprovalRule, and approval: Approval) -> [ApprovalGap] {
    if minutes.attendance.isEmpty { return [.noAttendance] }
    let present = approval.approvers.filter { isPresent($0.name) }
    if canFill(rule.roles[...], with: present) { return [] }
    let absent = approval.approvers.filter { !isPresent($0.name) }.map { ApprovalGap.absent(name: $0.name) }
    let lacking = rule.roles.filter { role in !present.contains { lets($0, be: role) } }
    let elected = minutes.electedVerifiers.map(\.value)
    let notElected: [ApprovalGap] =
      lacking.contains(.verifier) && !elected.isEmpty
      ? present.filter { !lets($0, be: .chair) && !lets($0, be: .viceChair) && !isSecretary($0) }
        .map { .notElected(name: $0.name, elected: elected) } : []
    // When each role has somebody but the same one, the last role is the one that lacks a person.
    let roles = lacking.isEmpty ? Array(rule.roles.suffix(1)) : lacking
    return absent + notElected + roles.map { .role($0) }
  }

  /// Why somebody cannot approve the minutes, whoever else does; nil for one who can.
  func unfitness(of approver: Approval.Approver, for rule: ApprovalRule) -> ApprovalGap? {
    if minutes.attendance.isEmpty { return .noAttendance }
    if !isPresent(approver.name) { return .absent(name: approver.name) }
    if rule.roles.contains(where: { lets(approver, be: $0) }) { return nil }
    let elected = minutes.electedVerifiers.map(\.value)
    if rule.roles.contains(.verifier), !elected.isEmpty, !isSecretary(approver) {
      return .notElected(name: approver.name, elected: elected)
    }
    return .withoutRole(name: approver.name)
  }

  /// What one who approved was at the meeting, in words; nil when the minutes do not say.
  func role(of approver: Approval.Approver) -> String? {
    if lets(approver, be: .chair) { return "ordförande" }
    if lets(approver, be: .viceChair) { return "vice ordförande" }
    return lets(approver, be: .verifier) ? "justerare" : nil
  }

  /// Whether one who approved had the role at this meeting: by the minutes, or by what the signature says.
  func lets(_ approver: Approval.Approver, be role: ApprovalRule.Role) -> Bool {
    switch role {
    case .chair: return isChair(approver) || has(.chair, approver)
    case .viceChair: return has(.viceChair, approver)
    case .verifier:
      if isSecretary(approver) || isChair(approver) { return false }
      if !minutes.electedVerifiers.isEmpty {
        return minutes.electedVerifiers.contains { areOne($0.value, approver.name) }
      }
      // Nobody is said to be elected: then the evidence itself must name the role, as `justerare:` does.
      return approver.role == nil || has(.verifier, approver)
    }
  }

  func areOne(_ name: String, _ other: String) -> Bool { register.personKey(name) == register.personKey(other) }

  /// Whether the roles can be given to as many different people; there are at most three.
  private func canFill(_ roles: ArraySlice<ApprovalRule.Role>, with people: [Approval.Approver]) -> Bool {
    guard let role = roles.first else { return true }
    return people.contains { person in
      lets(person, be: role) && canFill(roles.dropFirst(), with: people.filter { !areOne($0.name, person.name) })
    }
  }

  private func isPresent(_ name: String) -> Bool {
    minutes.attendance.contains { $0.status == .present && areOne($0.name, name) }
  }

  private func isChair(_ approver: Approval.Approver) -> Bool {
    minutes.chair.map { areOne($0.value, approver.name) } ?? false
  }

  private func isSecretary(_ approver: Approval.Approver) -> Bool {
    approver.role?.contains("sekreterare") ?? false
      || minutes.secretary.map { areOne($0.value, approver.name) } ?? false
  }

  private func has(_ role: ApprovalRule.Role, _ approver: Approval.Approver) -> Bool {
    let listed = minutes.attendance.filter { $0.status == .present && areOne($0.name, approver.name) }
      .compactMap(\.role)
    // "ordf. Beredning barn" is the chair of another body, and "ordförande, justerare" has two roles.
    return ([approver.role].compactMap(\.self) + listed).contains { text in
      text.split(separator: ",").contains { part in
        part.split(separator: " ").count <= 2 && ApprovalRule.Role(written: String(part)) == role
      }
    }
  }
}
