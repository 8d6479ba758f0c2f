internal import Records

extension Overview {
  /// The municipalities and the region.
  func principalsPage() -> SitePage {
    SitePage(
      permalink: .principals, template: .principals, title: "Huvudmän",
      description: "Regionen och kommunerna som samverkar, med deras företrädare och avtal.",
      fields: { [self] in
        let here = Here(overview: self, permalink: .principals)
        return [
          "hasNoticeBoards": .flag(archive.principals.contains { $0.noticeBoard != nil }),
          "principals": .rows(
            archive.principals.enumerated().map { index, principal -> View in
              let waiting = recommendations(for: ID(index)).waiting.count
              return View([
                "name": .text(principal.name), "href": here.href(.principal(ID(index))),
                "kind": .text(principal.kind?.label), "people": .number(peopleOfPrincipal[index].count),
                "agreements": .number(agreementsOfPrincipal[index].count),
                "noticeBoard": .text(principal.noticeBoard),
                "waiting": .text(waiting == 0 ? "" : String(waiting)),
                "waitingHref": here.href(
                  Permalink(archive.permalink(of: .principal(ID(index))).path, fragment: "vantar")),
              ])
            }),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.entries = archive.principals.indices.map { entry(.principal(ID($0))) }.nonEmpty
        return twin
      })
  }
}
