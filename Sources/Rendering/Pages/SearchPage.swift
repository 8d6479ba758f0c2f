internal import Records

extension Overview {
  /// The search box and, for those without JavaScript, the registers. The script reads what the target Search writes.
  func searchPage() -> SitePage {
    SitePage(
      permalink: .search, template: .search, title: "Sök",
      description: "Sök i protokoll, beslut, avtal, uppdrag, organ och personer.", isIndexed: false,
      fields: { [self] in
        let here = Here(overview: self, permalink: .search)
        return [
          "registers": .list(
            Permalink.menu.filter { $0.permalink != .home }.map { entry in
              View(["label": .text(entry.label), "href": here.href(entry.permalink)])
            })
        ]
      },
      twin: { $0 })
  }
}
