/// Who approved the minutes (justering), and when: the evidence by which they are public.
package struct Approval: Hashable, Sendable {
  package struct Approver: Hashable, Sendable {
    package var name: String
    package var role: String?

    package init(name: String, role: String?) {
      self.name = name
      self.role = role
    }
  }

  package enum Evidence: String, Sendable {
    case signaturePage, frontMatter
    /// Minutes from before any rule that is known, published by a decision (`arkiv:`).
    case archiveDecision
  }

  /// The day of the last signature, or of the decision.
  package var date: CalendarDate
  /// Empty when only a decision lets the minutes be public.
  package var approvers: [Approver]
  package var evidence: Evidence
  /// The rule that the approval meets.
  package var rule: ApprovalRule?
  /// The decision by which an extra meeting's or an old meeting's minutes are public.
  package var decision: Adoption?

  package init(date: CalendarDate, approvers: [Approver], evidence: Evidence) {
    self.date = date
    self.approvers = approvers
    self.evidence = evidence
  }
}

/// What an approval lacks to meet its rule.
package enum ApprovalGap: Hashable, Sendable {
  /// Nobody who approved has the role.
  case role(ApprovalRule.Role)
  /// Approved without having been at the meeting.
  case absent(name: String)
  /// Others were elected to verify.
  case notElected(name: String, elected: [String])
  /// Was at the meeting, but in none of the roles that the rule asks for.
  case withoutRole(name: String)
  /// Who was there is not known, so nobody can be held to have been.
  case noAttendance
}

/// A document that may be public; in a preview also one that may not, with the reason.
package struct Admitted: Sendable {
  package var document: Document
  /// Set for minutes that may be public.
  package var approval: Approval?
  /// Why the gate would withhold it; only ever set in a preview of drafts.
  package var withheld: Withholding.Reason?

  package init(document: Document, approval: Approval?, withheld: Withholding.Reason?) {
    self.document = document
    self.approval = approval
    self.withheld = withheld
  }
}

/// A document that the gate keeps from the public, and why.
package struct Withholding: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case draft
    case unrecognised
    case noBody
    case noDate
    case notApproved(rule: ApprovalRule)
    /// Names are printed at the end, but nothing says that they signed.
    case printedNamesOnly(rule: ApprovalRule)
    /// The body's terms of reference do not say who approves its minutes, or it has none.
    case noRule(body: String)
    /// They do not say from when they hold.
    case undatedRule(body: String, terms: SourceLocation)
    /// They hold from a later day.
    case beforeRules(meeting: CalendarDate, from: CalendarDate)
    /// They speak of ordinary meetings only.
    case extraMeeting(rule: ApprovalRule)
    /// Somebody approved, but not as the rule asks.
    case insufficient(rule: ApprovalRule, approvers: [Approval.Approver], gaps: [ApprovalGap])
    case approvedBeforeMeeting(approved: CalendarDate, meeting: CalendarDate)
    case approvedInFuture(approved: CalendarDate, today: CalendarDate)
    case meetingInFuture(meeting: CalendarDate, today: CalendarDate)
    /// The time is over that the body lets its minutes be public.
    case retentionOver(months: Int, since: CalendarDate)
    case notAdopted
    case adoptedInFuture(adopted: CalendarDate, today: CalendarDate)
  }

  package var path: String
  /// That of its source: the path below the content folder.
  package var name: String
  package var reason: Reason
  /// Errors in the document, which stop nothing while it is withheld.
  package var diagnostics: [Diagnostic]

  package init(path: String, name: String, reason: Reason, diagnostics: [Diagnostic]) {
    self.path = path
    self.name = name
    self.reason = reason
    self.diagnostics = diagnostics
  }
}
