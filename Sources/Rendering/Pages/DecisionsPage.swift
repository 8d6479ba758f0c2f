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
          "shownCount": .number(shown.count), "byYear": .part(year == nil ? decisionsByYear() : nil),
          "parts": .rows(year == nil ? here.years(of: register, at: .decisions) : []),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.decisions = shown.map(record).nonEmpty
        return twin
      })
  }

  /// How many decisions of each kind the newest years have; nil when there is nothing to set beside another.
  private func decisionsByYear() -> View? {
    let groups = DecisionGroup.allCases
    var years: [(year: Int, counts: [Int])] = []
    for place in newestDecisions {
      guard let year = archive[place.meeting].date?.year else { continue }
      if years.last?.year != year { years.append((year, groups.map { _ in 0 })) }
      let item = archive[place.meeting].minutes.items[place.item]
      let group = DecisionGroup(of: item.decisions[place.decision], in: item)
      for index in groups.indices where groups[index] == group { years[years.count - 1].counts[index] += 1 }
    }
    guard years.count > 1 else { return nil }
    let shown = years.prefix(Self.yearsBeside).reversed()
    let most = shown.flatMap(\.counts).max() ?? 0
    return View([
      "isCut": .flag(years.count > Self.yearsBeside), "yearCount": .number(shown.count),
      "years": .list(
        shown.map { View(["year": .number($0.year), "isOver": .flag($0.year < standing.asOf.year)]) }),
      "kinds": .list(
        groups.indices.map { group in
          View([
            "label": .text(groups[group].label),
            "cells": .list(
              shown.map { year in
                let count = year.counts[group]
                return View([
                  "number": .text(count == 0 ? "–" : String(count)), "barHTML": Bar.html([(count, true)], of: most),
                ])
              }),
          ])
        }),
    ])
  }

  /// As many as stand beside each other on a phone.
  private static var yearsBeside: Int { 4 }
}
