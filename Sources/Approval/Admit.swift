package import Records

/// The gate: which documents may be public on the day, and why the others may not.
///
/// Minutes need the approval (justering) that their own body's rule asks, an agreement its `antaget` or the signatures of
/// all its parties; terms of reference
/// and plain pages are public unless they are drafts. What is not known to be public is withheld. An item that was
/// approved at once may be public before its minutes; one that is secret has its ground and no content. With `drafts`
/// everything is let through, marked with the reason, for a preview that is never published.
package func admit(_ documents: [Document], register: Register, today: CalendarDate, drafts: Bool = false)
  -> (admitted: [Admitted], withheld: [Withholding])
{
  var admitted: [Admitted] = []
  var withheld: [Withholding] = []
  for document in documents.lazy.map({ $0.withSignedAdoption(register) }) {
    let (approval, reason) = judge(document, register, today)
    let excerpt = reason == nil || drafts ? nil : document.excerpt(register, today)?.withoutSecrets()
    if let excerpt { admitted.append(Admitted(document: excerpt, approval: nil, withheld: nil)) }
    if let reason {
      let told = Set(excerpt?.diagnostics ?? [])
      withheld.append(
        Withholding(
          path: document.source.path, name: document.source.name, reason: reason,
          diagnostics: document.diagnostics.filter { !told.contains($0) }))
    }
    if reason == nil || drafts {
      admitted.append(Admitted(document: document.withoutSecrets(), approval: approval, withheld: reason))
    }
  }
  return (admitted, withheld)
}

func judge(_ document: Document, _ register: Register, _ today: CalendarDate)
  -> (approval: Approval?, reason: Withholding.Reason?)
{
  if document.isDraft { return (nil, .draft) }
  switch document.content {
  case .minutes(let minutes): return judge(minutes, register, today)
  case .agreement(let agreement): return (nil, judge(agreement, today))
  case .termsOfReference, .page: return (nil, nil)
  case .unrecognised: return (nil, .unrecognised)
  }
}

private func judge(_ agreement: Agreement, _ today: CalendarDate) -> Withholding.Reason? {
  guard let adoption = agreement.adoption else { return .notAdopted }
  return adoption.date > today ? .adoptedInFuture(adopted: adoption.date, today: today) : nil
}

extension Document {
  /// An agreement that nothing says is adopted is so when somebody has signed it for each of its parties: on the day of
  /// the last of them, and only with the time that a signing service prints. A printed name is no signature.
  fileprivate func withSignedAdoption(_ register: Register) -> Document {
    guard case .agreement(var agreement) = content, agreement.adoption == nil else { return self }
    let signed = agreement.signatures.filter { $0.time != nil && $0.date != nil }
    guard let first = signed.first, let last = signed.compactMap(\.date).max(), agreement.parties.count >= 2,
      agreement.parties.allSatisfy({ party in
        signed.contains { $0.organisation.map { register.areOne($0, party.value) } ?? false }
      })
    else { return self }
    agreement.adoption = Adoption(date: last, by: nil, item: nil, line: first.line)
    agreement.adoption?.isBySignatures = true
    var document = self
    document.content = .agreement(agreement)
    return document
  }
}

extension Register {
  fileprivate func areOne(_ name: String, _ other: String) -> Bool {
    if nameKey(name) == nameKey(other) { return true }
    let known = principal(named: name)
    return known != nil && known == principal(named: other)
  }
}
