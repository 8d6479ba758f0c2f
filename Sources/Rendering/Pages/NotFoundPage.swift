internal import Records

extension Overview {
  /// Served by the host for any address that is not there.
  func notFoundPage() -> SitePage {
    SitePage(
      permalink: Permalink("/404.html"), template: .notFound, title: "Sidan finns inte",
      description: "Adressen leder inte till någon sida.", isIndexed: false, fields: { [:] }, twin: { $0 })
  }
}
