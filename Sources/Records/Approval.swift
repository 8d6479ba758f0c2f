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

  package enum Evidence: String, Sendable { case signaturePage, frontMatter }

  /// The day of the last signature.
  package var date: CalendarDate
  package var approvers: [Approver]
  package var evidence: Evidence

  package init(date: CalendarDate, approvers: [Approver], evidence: Evidence) {
    self.date = date
    self.approvers = approvers
    self.evidence = evidence
  }
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
    case notApproved
    /// Names are printed at the end, but nothing says that they signed.
    case printedNamesOnly
    /// Only the secretary signed.
    case secretaryOnly
    case approvedBeforeMeeting(approved: CalendarDate, meeting: CalendarDate)
    case approvedInFuture(approved: CalendarDate, today: CalendarDate)
    case meetingInFuture(meeting: CalendarDate, today: CalendarDate)
    case notAdopted
    case adoptedInFuture(adopted: CalendarDate, today: CalendarDate)
  }

  package var path: String
  package var reason: Reason
  /// Errors in the document, which stop nothing while it is withheld.
  package var diagnostics: [Diagnostic]

  package init(path: String, reason: Reason, diagnostics: [Diagnostic]) {
    self.path = path
    self.reason = reason
    self.diagnostics = diagnostics
  }
}
