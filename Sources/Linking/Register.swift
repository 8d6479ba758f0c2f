package import Records

/// Who and what has a name before any minutes are read: from the settings and from terms of reference that may be
/// public. With `drafts`, draft terms of reference count too. Of a body's terms those in force on the day count; without
/// a day, the latest.
package func register(_ site: Site, _ documents: [Document], drafts: Bool, asOf day: CalendarDate? = nil) -> Register {
  var register = Register()
  for entry in site.bodies { _ = register.enter(body: entry.name, aliases: entry.aliases) }
  var versions: [ID<Body>: [TermsVersion]] = [:]
  for document in documents where drafts || !document.isDraft {
    guard case .termsOfReference(let terms) = document.content else { continue }
    let date = terms.validFrom?.value ?? terms.date?.value
    for entry in terms.bodies {
      let id = register.enter(body: entry.name, aliases: entry.aliases)
      if !document.isDraft {
        register.change(id) { enterRule(of: entry, from: date, path: document.source.path, &$0) }
      }
      versions[id, default: []].append(
        TermsVersion(
          entry, title: terms.title, date: date, preamble: terms.preamble,
          source: SourceLocation(path: document.source.path, line: entry.line), isDraft: document.isDraft))
    }
  }
  for (id, versions) in versions {
    register.change(id) { body in
      (body.version, body.otherVersions) = inForce(of: versions, on: day)
      body.level = body.terms?.level?.value ?? body.level
    }
  }
  for index in register.bodies.indices {
    let id = ID<Body>(index)
    for case .reportsTo(let name) in register.bodies[index].terms?.rules.map(\.value) ?? [] {
      guard let parent = register.body(named: name), parent != id else { continue }
      register.change(id) { $0.parent = parent }
    }
  }
  for principal in site.principals { register.enter(principal) }
  for person in site.people { register.enter(person) }
  return register
}

/// The version that holds on the day, and the others of other days, the newest first. Of two of one day the one that is
/// read last counts; one that does not say from when it holds counts where no other does.
private func inForce(of versions: [TermsVersion], on day: CalendarDate?) -> (TermsVersion?, [TermsVersion]) {
  let latest = Dictionary(versions.compactMap { one in one.date.map { ($0, one) } }, uniquingKeysWith: { $1 })
  let dated = latest.values.sorted { ($0.date?.dayNumber ?? 0) > ($1.date?.dayNumber ?? 0) }
  let place = dated.firstIndex { one in day.map { one.date ?? $0 <= $0 } ?? true }
  let undated = versions.last { $0.date == nil }
  guard let version = place.map({ dated[$0] }) ?? undated ?? dated.last else { return (nil, []) }
  return (version, dated.filter { $0.date != version.date })
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

/// Every source has a page or a reason: of two terms of reference from one day, one has the other.
private func tellSuperseded(_ document: Document, _ register: Register, _ diagnostics: inout [Diagnostic]) {
  guard case .termsOfReference(let terms) = document.content else { return }
  for entry in terms.bodies {
    guard let id = register.body(named: entry.name), case let body = register.bodies[id.index],
      let inForce = body.version?.source,
      !([body.version].compactMap(\.self) + body.otherVersions).contains(where: { $0.source?.path == document.source.path })
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
