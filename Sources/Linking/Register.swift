package import Records

/// Who and what has a name before any minutes are read: from the settings and from terms of reference that may be
/// public. With `drafts`, draft terms of reference count too.
package func register(_ site: Site, _ documents: [Document], drafts: Bool) -> Register {
  var register = Register()
  for entry in site.bodies { _ = register.enter(body: entry.name, aliases: entry.aliases) }
  var superiors: [(body: ID<Body>, name: String)] = []
  for document in documents where drafts || !document.isDraft {
    guard case .termsOfReference(let terms) = document.content else { continue }
    let date = terms.validFrom?.value ?? terms.date?.value
    for entry in terms.bodies {
      let id = register.enter(body: entry.name, aliases: entry.aliases)
      if !document.isDraft {
        register.change(id) { enterRule(of: entry, from: date, path: document.source.path, &$0) }
      }
      // Of two versions the later one is in force.
      if let known = register.bodies[id.index].termsDate, let date, known > date { continue }
      register.change(id) { body in
        body.terms = entry
        body.termsTitle = terms.title
        body.termsDate = date
        body.termsPreamble = terms.preamble
        body.level = entry.level?.value ?? body.level
        body.source = SourceLocation(path: document.source.path, line: entry.line)
        body.isWithheld = document.isDraft
      }
      for case .reportsTo(let name) in entry.rules.map(\.value) { superiors.append((id, name)) }
    }
  }
  for (body, name) in superiors {
    guard let parent = register.body(named: name), parent != body else { continue }
    register.change(body) { $0.parent = parent }
  }
  for principal in site.principals { register.enter(principal) }
  for person in site.people { register.enter(person) }
  return register
}

/// Each version of the terms gives the rule from its day on; a draft gives none.
private func enterRule(of terms: BodyTerms, from date: CalendarDate?, path: String, _ body: inout Body) {
  guard let date else {
    body.undatedTerms = SourceLocation(path: path, line: terms.line)
    return
  }
  body.approvalRules.append((date, ApprovalRule(terms.rules, from: date, path: path)))
  body.approvalRules.sort { $0.from < $1.from }
}

/// The register with the bodies and principals that only admitted minutes name, sorted, with addresses.
///
/// A body that the settings and terms of reference do not know is told, if they know any: it may be a misspelling.
func complete(
  _ register: Register, with admitted: [Admitted], given: GivenAddresses, _ diagnostics: inout [Diagnostic]
) -> Register {
  var register = register
  let known = register.bodies.map(\.name)
  let needsPrincipals = register.principals.isEmpty
  for document in admitted {
    tellSuperseded(document.document, register, &diagnostics)
    guard case .minutes(let minutes) = document.document.content else { continue }
    if let written = minutes.body, register.body(of: minutes) == nil {
      let name = withoutAbbreviation(written.value)
      if !known.isEmpty {
        diagnostics.append(
          Diagnostic(
            .unknownBody(name: name, nearest: nearest(to: name, among: known)),
            at: SourceLocation(path: document.document.source.path, line: written.line)))
      }
      _ = register.enter(body: name, aliases: [written.value])
    }
    guard needsPrincipals else { continue }
    for name in minutes.attendance.flatMap({ [$0.organisation].compactMap(\.self) + $0.alsoRepresents }) {
      if let kind = kind(ofPrincipal: name), register.principal(named: name) == nil {
        register.enter(Principal(name: name, slug: "", kind: kind))
      }
    }
  }
  return register.sorted(given: given)
}

/// Every source has a page or a reason: the older terms of reference of a body have the newer ones.
private func tellSuperseded(_ document: Document, _ register: Register, _ diagnostics: inout [Diagnostic]) {
  guard case .termsOfReference(let terms) = document.content else { return }
  for entry in terms.bodies {
    guard let body = register.body(named: entry.name), let inForce = register.bodies[body.index].source,
      inForce.path != document.source.path
    else { continue }
    diagnostics.append(
      Diagnostic(
        .supersededTerms(body: entry.name, by: inForce.path),
        at: SourceLocation(path: document.source.path, line: entry.line)))
  }
}

private func kind(ofPrincipal name: String) -> Principal.Kind? {
  let words = name.lowercased().split(separator: " ")
  if words.count == 2, words[1] == "kommun" { return .municipality }
  if words.first == "region", words.count <= 4 { return .region }
  return words == ["landstinget"] || words == ["regionen"] ? .region : nil
}
