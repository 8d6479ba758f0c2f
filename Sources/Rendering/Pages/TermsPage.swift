internal import Records

extension Overview {
  /// All versions of a body's terms of reference: the one in force, then the others, the newest first.
  func termsVersions(of id: ID<Body>) -> [TermsVersion] {
    [archive[id].version].compactMap(\.self) + archive[id].otherVersions
  }

  /// The one in force has the address that stays.
  func place(of version: TermsVersion, of id: ID<Body>) -> Permalink {
    let terms = archive.permalink(of: .body(id)).terms
    return version.date == archive[id].version?.date ? terms : terms.version(from: version)
  }

  func changes(in version: TermsVersion, of id: ID<Body>) -> Permalink {
    archive.permalink(of: .body(id)).terms.version(from: version).changes
  }

  /// The version that held until this one did; nil also where the texts are too long to be compared.
  func versionBefore(_ version: TermsVersion, of id: ID<Body>) -> TermsVersion? {
    let before = termsVersions(of: id).filter { old in version.date.map { (old.date ?? $0) < $0 } ?? false }
    let old = before.max { ($0.date?.dayNumber ?? 0) < ($1.date?.dayNumber ?? 0) }
    return old.flatMap { canCompare($0.terms.blocks, version.terms.blocks) ? $0 : nil }
  }

  /// The terms of reference of a body, whole.
  func termsPage(_ id: ID<Body>, _ version: TermsVersion) -> SitePage {
    let body = archive[id]
    let parent = archive.permalink(of: .body(id))
    let permalink = place(of: version, of: id)
    let isInForce = permalink == parent.terms
    let from = isInForce ? "" : version.date.map { " från \($0.inWords)" } ?? ""
    var trail = [
      SitePage.Crumb(label: "Organ", permalink: .bodies), SitePage.Crumb(label: body.name, permalink: parent),
    ]
    if !isInForce { trail.append(SitePage.Crumb(label: "Uppdrag", permalink: parent.terms)) }
    return SitePage(
      permalink: permalink, template: .terms, title: "Uppdrag för \(body.name)\(from)",
      description: "Uppdragsbeskrivningen för \(body.name)\(from), hela texten.", trail: trail,
      isIndexed: !version.isDraft, notice: version.isDraft ? .draft : nil, updated: updated(version),
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let isToCome = !isInForce && version.date.map { $0 > standing.asOf } ?? false
        let others = termsVersions(of: id).filter { $0.date != version.date }
        return [
          "source": .text(version.title), "date": .list(version.date.map { [here.date($0)] } ?? []),
          "body": .text(body.name), "bodyHref": here.href(parent),
          "textHTML": here.html(version.terms.blocks, under: 1),
          "hasPreamble": .flag(!version.preamble.isEmpty), "preambleHTML": here.html(version.preamble, under: 2),
          "isToCome": .flag(isToCome), "isFormer": .flag(!isInForce && !isToCome),
          "inForceHref": here.href(parent.terms),
          "versions": .rows(others.map { view(of: $0, of: id, here) }),
          "changes": .part(
            versionBefore(version, of: id).map {
              View(["href": here.href(changes(in: version, of: id)), "old": .part(view(of: $0, of: id, here))])
            }),
        ]
      },
      twin: { twin in
        var twin = twin
        twin.text = (version.terms.blocks + version.preamble).plainText
        return twin
      })
  }

  /// What a version of the terms changed in the text of the one before.
  func changesPage(_ id: ID<Body>, _ version: TermsVersion, from old: TermsVersion) -> SitePage {
    let name = "uppdraget för \(archive[id].name)"
    let parent = archive.permalink(of: .body(id))
    return changesPage(
      at: changes(in: version, of: id), of: name, from: version.date,
      trail: [
        SitePage.Crumb(label: "Organ", permalink: .bodies),
        SitePage.Crumb(label: archive[id].name, permalink: parent),
        SitePage.Crumb(label: "Uppdrag", permalink: parent.terms),
      ], isWithheld: version.isDraft || old.isDraft, updated: updated(version), old.terms.blocks, version.terms.blocks
    ) { [self] here in (view(of: old, of: id, here), view(of: version, of: id, here)) }
  }

  private func updated(_ version: TermsVersion) -> CalendarDate? {
    version.isDraft ? nil : version.date.flatMap { $0 <= standing.asOf ? $0 : nil }
  }

  private func view(of version: TermsVersion, of id: ID<Body>, _ here: Here) -> View {
    View([
      "href": here.href(place(of: version, of: id)), "title": .text("Uppdrag för \(archive[id].name)"),
      "from": .list(version.date.map { [here.date($0)] } ?? []),
    ])
  }
}
