internal import Records

extension Overview {
  /// The terms of reference of a body, whole.
  func termsPage(_ id: ID<Body>, _ terms: BodyTerms) -> SitePage {
    let body = archive[id]
    let parent = archive.permalink(of: .body(id))
    let permalink = parent.terms
    return SitePage(
      permalink: permalink, template: .terms, title: "Uppdrag för \(body.name)",
      description: "Uppdragsbeskrivningen för \(body.name), hela texten.",
      trail: [
        SitePage.Crumb(label: "Organ", permalink: .bodies), SitePage.Crumb(label: body.name, permalink: parent),
      ], isIndexed: !body.isWithheld, notice: body.isWithheld ? .draft : nil,
      updated: body.isWithheld ? nil : body.termsDate.flatMap { $0 <= standing.asOf ? $0 : nil },
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return [
          "source": .text(body.termsTitle), "date": .list(body.termsDate.map { [here.date($0)] } ?? []),
          "body": .text(body.name), "bodyHref": here.href(parent), "textHTML": here.html(terms.blocks, under: 1),
          "hasPreamble": .flag(!body.termsPreamble.isEmpty), "preambleHTML": here.html(body.termsPreamble, under: 2),
        ]
      },
      twin: { twin in
        var twin = twin
        twin.text = (terms.blocks + body.termsPreamble).plainText
        return twin
      })
  }
}
