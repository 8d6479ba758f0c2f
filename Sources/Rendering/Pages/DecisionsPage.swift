internal import Records

extension Overview {
  var decisionRegister: YearlyRegister<DecisionPlace> {
    YearlyRegister(newestDecisions) { [archive] in archive[$0.meeting].date?.year }
  }

  /// Every decision, newest first; with a `year`, that year's part of a register that was split.
  func decisionsPage(_ register: YearlyRegister<DecisionPlace>, year: Int? = nil) -> SitePage {
    let permalink = year.map(Permalink.decisions.year) ?? .decisions
    let shown = year.map { year in register.years.first { $0.year == year }?.rows ?? [] } ?? register.shown
    return SitePage(
      permalink: permalink, template: .decisions, title: year.map { "Beslut \($0)" } ?? "Beslut",
      description: "Beslut ur publicerade protokoll\(year.map { " från \($0)" } ?? ""), med länk till var de står.",
      trail: year == nil ? [] : [SitePage.Crumb(label: "Beslut", permalink: .decisions)],
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return [
          "decisions": .rows(shown.map(here.decisionRow)), "count": .number(register.rows.count),
          "shownCount": .number(shown.count),
          "parts": .rows(year == nil ? here.years(of: register, at: .decisions) : []),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.decisions = shown.map(record).nonEmpty
        return twin
      })
  }
}
