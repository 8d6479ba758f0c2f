internal import Records

/// Agreements by title and version. Versions that share an `id`, or replace each other, share an address; the one that
/// nothing replaces is shown there.
func linkAgreements(
  _ admitted: [Admitted], into archive: inout Archive, _ register: Register, _ given: GivenAddresses,
  _ diagnostics: inout [Diagnostic]
) {
  var found: [AdoptedAgreement] = []
  var paths: [String: String] = [:]
  var slugs = AgreementSlugs(admitted, given)
  for document in admitted {
    guard case .agreement(let text) = document.document.content else { continue }
    let source = document.document.source
    paths[source.name] = source.path
    var agreement = AdoptedAgreement(
      text: text, slug: slugs.slug(of: text, in: source.name), source: source.name, isWithheld: document.withheld != nil
    )
    agreement.parties = text.parties.map { register.principal(named: $0.value) }
    found.append(agreement)
  }
  archive.agreements = found.sorted(by: isNewer).sortedSwedish { $0.text.title.value }

  // The title may have changed from one version to the next.
  let bySlug = Dictionary(grouping: archive.agreements.indices) { archive.agreements[$0].slug }.mapValues { versions in
    versions.sorted { isNewer(archive.agreements[$0], than: archive.agreements[$1]) }
  }
  for (index, agreement) in archive.agreements.enumerated() {
    for replaced in agreement.text.replaces {
      let named = slugs.known(replaced.value)
      guard let older = (bySlug[named] ?? []).first(where: { $0 != index }) else {
        diagnostics.append(
          Diagnostic(
            .unknownAgreement(id: replaced.value),
            at: SourceLocation(path: paths[agreement.source] ?? agreement.source, line: replaced.line)))
        continue
      }
      archive.agreements[index].replaces.append(ID(older))
      archive.agreements[older].replacedBy = ID(index)
    }
  }
  for versions in bySlug.values {
    // Versions stand newest first.
    archive.agreements[versions[0]].isCurrent = true
    for (newer, older) in zip(versions, versions.dropFirst()) where archive.agreements[older].replacedBy == nil {
      archive.agreements[older].replacedBy = ID(newer)
      archive.agreements[newer].replaces.append(ID(older))
    }
  }
  let meetings = Dictionary(grouping: archive.meetings.indices, by: { archive.meetings[$0].date })
  for index in archive.agreements.indices {
    guard let adoption = archive.agreements[index].text.adoption else { continue }
    let body = adoption.by.flatMap { register.body(named: $0) }
    guard let meeting = meetings[adoption.date]?.first(where: { archive.meetings[$0].body == body }) else { continue }
    let item = adoption.item.flatMap { number in
      archive.meetings[meeting].minutes.items.firstIndex { $0.number == number }
    }
    archive.agreements[index].adoptedAt = item.map { .item(ID(meeting), index: $0) } ?? .meeting(ID(meeting))
  }
}

private func isNewer(_ a: AdoptedAgreement, than b: AdoptedAgreement) -> Bool {
  let (x, y) = (a.text.validFrom?.value, b.text.validFrom?.value)
  if let x, let y, x != y { return x > y }
  if (x == nil) != (y == nil) { return y == nil }
  return a.source.utf8.lexicographicallyPrecedes(b.source.utf8)
}

/// The name in an agreement's address: its `id`, else the one that it was first published under, else its title. Those of
/// one title are versions of one agreement, also when the title has changed since.
private struct AgreementSlugs {
  private let given: GivenAddresses
  /// The names that were given to a title as it is now, and the titles of the names.
  private var byTitle: [String: String] = [:]
  private var owners: [String: String] = [:]

  init(_ admitted: [Admitted], _ given: GivenAddresses) {
    self.given = given
    for document in admitted {
      guard case .agreement(let text) = document.document.content, text.id == nil,
        let old = given.slug(of: .document(document.document.source.name), in: "avtal")
      else { continue }
      let title = Records.slug(text.title.value)
      if byTitle[title] == nil { byTitle[title] = old }
      if owners[old] == nil { owners[old] = title }
    }
  }

  mutating func slug(of text: Agreement, in document: String) -> String {
    if let id = text.id { return Records.slug(id.value) }
    if let old = given.slug(of: .document(document), in: "avtal") { return old }
    let title = Records.slug(text.title.value)
    if let old = byTitle[title] { return old }
    var slug = title
    var number = 2
    while owners[slug].map({ $0 != title }) ?? false || given.isClosed("/avtal/\(slug)/") {
      slug = "\(title)-\(number)"
      number += 1
    }
    (byTitle[title], owners[slug]) = (slug, title)
    return slug
  }

  func known(_ name: String) -> String { byTitle[Records.slug(name)] ?? Records.slug(name) }
}

func linkPages(_ admitted: [Admitted], into archive: inout Archive) {
  let pages = admitted.compactMap { document -> PlainPage? in
    guard case .page(let page) = document.document.content else { return nil }
    return PlainPage(
      page: page, slug: slug(fileName(document.document.source.name)), source: document.document.source.name,
      isWithheld: document.withheld != nil)
  }
  archive.pages = pages.sortedSwedish(by: \.page.title).enumerated()
    .sorted { ($0.element.page.order, $0.offset) < ($1.element.page.order, $1.offset) }.map(\.element)
}

/// A plain page has no identity but its file: `content/sidor/om.md` is `/om/`.
private func fileName(_ path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  return String(name.prefix { $0 != "." })
}
