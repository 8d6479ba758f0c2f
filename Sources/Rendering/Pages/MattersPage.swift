internal import Records

extension Overview {
  /// The matters: those that go on first, what was handled last first.
  func mattersPage() -> SitePage {
    SitePage(
      permalink: .matters, template: .matters, title: "Ärenden",
      description: "Ärenden som har behandlats på flera möten, med hela vägen mellan organen.",
      fields: { [self] in
        let here = Here(overview: self, permalink: .matters)
        let all = standing.matters
        let groups: [(id: String, label: String, note: String, isMeant: (Matter) -> Bool)] = [
          ("pagar", "Pågår", "Något återstår enligt protokollen, eller är hos huvudmännen.", \.isOngoing),
          (
            "ovriga", "Avslutade, och sådana där inget mer är utlovat", "Enligt de protokoll som är publicerade.",
            { !$0.isOngoing }
          ),
        ]
        return [
          "groups": .list(
            groups.compactMap { group in
              let own = all.filter(group.isMeant)
              guard !own.isEmpty else { return nil }
              let left = own.count - YearlyRegister<Int>.limit
              return View([
                "id": .text(group.id), "label": .text(group.label), "note": .text(group.note),
                "count": .number(own.count),
                "rows": .list(own.prefix(YearlyRegister<Int>.limit).map(here.matterRow)),
                "left": .text(left > 0 ? String(left) : ""),
              ])
            }),
          "dataHref": here.href(Permalink("/\(Self.path(of: .matters))")),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.matters = standing.matters.prefix(YearlyRegister<Int>.limit).map(record).nonEmpty
        return twin
      })
  }
}

extension Matter {
  /// It waits for somebody.
  var isOngoing: Bool {
    switch status {
    case .open, .deferred, .atPrincipals: true
    case .quiet, .closed: false
    }
  }
}

extension Here {
  func matterRow(_ matter: Matter) -> View {
    let last = matter.handlings.last.map { archive[$0.meeting] }
    let next = matter.followUps.lazy.map { standing.followUps[$0] }.first { $0.status == .open && $0.due != nil }?.due
    let row: [String: Value] = [
      "href": href(matter.permalink), "title": .text(matter.title), "status": .text(matter.status.label),
      "statusClass": .text(matter.status.cssClass),
      "bodies": .text(overview.bodies(of: matter).map { archive[$0].name }.joined(separator: ", ")),
      "bodyNames": .text(overview.bodies(of: matter).map { archive[$0].name }.joined(separator: "|")),
      "next": .list(next.map { [date($0)] } ?? []), "handlings": .number(matter.handlings.count),
    ]
    return View(row.merging(last.map(day) ?? ["iso": .text(""), "date": .text(undated)]) { row, _ in row })
  }
}
