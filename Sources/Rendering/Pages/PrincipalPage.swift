internal import Records

extension Overview {
  /// A municipality or region: who represents it, what it is party to, where it is named.
  func principalPage(_ id: ID<Principal>) -> SitePage {
    let principal = archive[id]
    let permalink = archive.permalink(of: .principal(id))
    return SitePage(
      permalink: permalink, template: .principal, title: principal.name,
      description: "\(principal.name) i samverkan: företrädare, avtal och var huvudmannen nämns.",
      trail: [SitePage.Crumb(label: "Huvudmän", permalink: .principals)],
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let asked = recommendations(for: id)
        return [
          "waiting": .rows(asked.waiting.map { here.recommendationRow($0, for: id) }),
          "answered": .rows(asked.answered.map { here.recommendationRow($0, for: id) }),
          "answeredCount": .number(asked.answered.count), "recommendationsHref": here.href(.recommendations),
          "kind": .text(principal.kind?.label), "noticeBoard": .text(principal.noticeBoard),
          "bodies": .rows((bodiesOfPrincipal[id] ?? []).map { here.name(archive[$0].name, .body($0)) }),
          "followUps": .rows((followUpsOfPrincipal[id] ?? []).map { here.followUpRow(standing.followUps[$0]) }),
          "aliases": .text(principal.aliases.filter { $0 != principal.name }.joined(separator: ", ")),
          "people": .rows(peopleOfPrincipal[id.index].map(here.personRow)),
          "agreements": .rows(agreementsOfPrincipal[id.index].map(here.agreementRow)),
          "hasTopics": .flag(hasTopics(agreementsOfPrincipal[id.index])),
          "backlinks": here.backlinks(to: .principal(id)),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.principal = record(id)
        twin.entries =
          (peopleOfPrincipal[id.index].map { entry(.person($0)) }
          + agreementsOfPrincipal[id.index].map { entry(.agreement($0)) }).nonEmpty
        twin.recommendations =
          recommendationsOfPrincipal[id.index].map { record(standing.recommendations[$0]) }.nonEmpty
        twin.backlinks = backlinkEntries(to: .principal(id))
        return twin
      })
  }
}
