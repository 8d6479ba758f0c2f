internal import Records

extension Overview {
  /// What stands at an address that a person's page has had: links from elsewhere still lead to the person.
  func movedPage(from permalink: Permalink, to id: ID<Person>) -> SitePage {
    let name = archive[id].name
    return SitePage(
      permalink: permalink, template: .moved, title: "Flyttad sida: \(permalink.path)",
      description: "Sidan om \(name) har en ny adress.",
      trail: [SitePage.Crumb(label: "Personer", permalink: .people)], isIndexed: false,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return ["name": .text(name), "href": here.href(.person(id)), "reason": .text("")]
      },
      twin: { [self] twin in
        var twin = twin
        twin.entries = [entry(.person(id))]
        return twin
      })
  }
}
