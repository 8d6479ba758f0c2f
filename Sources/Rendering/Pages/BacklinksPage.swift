internal import Records

extension Overview {
  func backlinkRegister(to target: Target) -> YearlyRegister<Backlink> {
    YearlyRegister(backlinks(to: target)) { $0.date?.year }
  }

  /// A year's part of "Här nämns …" of something that is named more than a thousand times.
  func backlinksPage(to target: Target, year: Int, _ rows: ArraySlice<Backlink>) -> SitePage {
    let parent = archive.permalink(of: target)
    let permalink = parent.year(year)
    let name = title(of: target)
    return SitePage(
      permalink: permalink, template: .backlinks, title: "Här nämns \(name) \(year)",
      description: "Sidor från \(year) som nämner \(name).",
      trail: [SitePage.Crumb(label: name, permalink: parent)], isIndexed: false,
      fields: { [self] in
        ["rows": .list(Here(overview: self, permalink: permalink).backlinkRows(rows))]
      },
      twin: { [self] twin in
        var twin = twin
        twin.backlinks = rows.map(entry).nonEmpty
        return twin
      })
  }
}
