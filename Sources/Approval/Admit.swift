package import Records

/// The gate: which documents may be public on the day, and why the others may not.
///
/// Minutes need a recorded approval (justering), an agreement its `antaget`; terms of reference and plain pages are
/// public unless they are drafts. What is not known to be public is withheld. With `drafts` everything is let through,
/// marked with the reason, for a preview that is never published.
package func admit(_ documents: [Document], today: CalendarDate, drafts: Bool = false)
  -> (admitted: [Admitted], withheld: [Withholding])
{
  var admitted: [Admitted] = []
  var withheld: [Withholding] = []
  for document in documents {
    let (approval, reason) = judge(document, today)
    if let reason {
      withheld.append(
        Withholding(path: document.source.path, reason: reason, diagnostics: document.diagnostics))
    }
    if reason == nil || drafts {
      admitted.append(Admitted(document: document, approval: approval, withheld: reason))
    }
  }
  return (admitted, withheld)
}

private func judge(_ document: Document, _ today: CalendarDate) -> (approval: Approval?, reason: Withholding.Reason?) {
  if document.isDraft { return (nil, .draft) }
  switch document.content {
  case .minutes(let minutes): return judge(minutes, today)
  case .agreement(let agreement): return (nil, judge(agreement, today))
  case .termsOfReference, .page: return (nil, nil)
  case .unrecognised: return (nil, .unrecognised)
  }
}

private func judge(_ minutes: Minutes, _ today: CalendarDate) -> (Approval?, Withholding.Reason?) {
  guard minutes.body != nil else { return (nil, .noBody) }
  guard let meeting = minutes.date?.value else { return (nil, .noDate) }
  if meeting > today { return (nil, .meetingInFuture(meeting: meeting, today: today)) }
  guard let approval = statedApproval(of: minutes) ?? signedApproval(of: minutes) else {
    return (nil, reasonForNoApproval(minutes))
  }
  if approval.date < meeting { return (nil, .approvedBeforeMeeting(approved: approval.date, meeting: meeting)) }
  if approval.date > today { return (nil, .approvedInFuture(approved: approval.date, today: today)) }
  return (approval, nil)
}

private func statedApproval(of minutes: Minutes) -> Approval? {
  minutes.statedApproval.map { stated in
    let approvers = stated.verifiers.map { name in
      Approval.Approver(name: name, role: name == minutes.chair?.value ? "ordförande" : "justerare")
    }
    return Approval(date: stated.date, approvers: approvers, evidence: .frontMatter)
  }
}

/// A signature page counts when somebody else than the secretary signed it, with a role and a time.
private func signedApproval(of minutes: Minutes) -> Approval? {
  let signed = minutes.signatures.filter { $0.time != nil && $0.role != nil }
  guard signed.contains(where: { !isSecretary($0) }), let last = signed.compactMap(\.date).max() else { return nil }
  return Approval(
    date: last, approvers: signed.map { Approval.Approver(name: $0.name, role: $0.role) }, evidence: .signaturePage)
}

private func reasonForNoApproval(_ minutes: Minutes) -> Withholding.Reason {
  if minutes.signatures.isEmpty { return .notApproved }
  return minutes.signatures.contains { $0.time != nil } ? .secretaryOnly : .printedNamesOnly
}

private func isSecretary(_ signature: Signature) -> Bool { signature.role?.contains("sekreterare") ?? false }

private func judge(_ agreement: Agreement, _ today: CalendarDate) -> Withholding.Reason? {
  guard let adoption = agreement.adoption else { return .notAdopted }
  return adoption.date > today ? .adoptedInFuture(adopted: adoption.date, today: today) : nil
}
