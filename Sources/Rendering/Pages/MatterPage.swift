internal import Records

extension Overview {
  /// A matter: what has become of it, what comes next, and its whole way, as a picture and as the list that the picture shows.
  func matterPage(_ index: Int) -> SitePage {
    let matter = standing.matters[index]
    let permalink = matter.permalink
    let isShown = !matter.handlings.contains { archive.meetings[$0.meeting.index].isWithheld }
    return SitePage(
      permalink: permalink, template: .matter, title: "Ärende: \(matter.title)",
      description: "Hur ärendet \(matter.title) har behandlats, möte för möte.",
      trail: [SitePage.Crumb(label: "Ärenden", permalink: .matters)], isIndexed: isShown, updated: updated(matter),
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return [
          "status": .text(matter.status.label), "statusClass": .text(matter.status.cssClass),
          "statusNote": .text(matter.status.note),
          "bodies": .list(bodies(of: matter).map { here.name(archive[$0].name, .body($0)) }),
          "caseNumbers": .text(caseNumbers(of: matter).joined(separator: ", ")),
          "agreements": .rows(matter.agreements.map(here.agreementRow)),
          "coming": .rows(matter.followUps.map { here.coming(standing.followUps[$0]) }),
          "picture": .part(MatterPicture(of: matter, in: archive)?.view),
          "handlingCount": .number(matter.handlings.count),
          "handlings": .list(matter.handlings.enumerated().map { here.handling($1, number: $0 + 1) }),
          "hasInferred": .flag(matter.handlings.contains { $0.basis.map { $0 != .stated } ?? false }),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.matter = record(matter)
        twin.followUps = matter.followUps.map { record(standing.followUps[$0]) }.nonEmpty
        return twin
      })
  }
}

extension Here {
  fileprivate func coming(_ row: FollowUp) -> View {
    let bodies =
      if case .record(.body(let owner)) = row.owner { [owner, archive[row.meeting].body] } else {
        [archive[row.meeting].body]
      }
    let planned = bodies.lazy.flatMap { overview.upcomingOfBody[$0] ?? [] }.first {
      row.kind == .standing || $0.date == row.due
    }
    return View(
      ["planned": .part(planned.map(upcomingRow)), "row": .part(followUpRow(row))])
  }

  fileprivate func handling(_ handling: Matter.Handling, number: Int) -> View {
    let meeting = archive[handling.meeting]
    let item = meeting.minutes.items[handling.item]
    var moves = handling.moves.map { move in
      View([
        "label": .text(move.kind.label(move.parties.map(overview.title))), "cssClass": .text(move.kind.cssClass),
        "text": .text(move.text), "href": href(move.source),
      ])
    }
    if !handling.isPassage {
      let told = Set(handling.moves.map(\.source))
      moves += item.decisions.indices.compactMap { place -> View? in
        let target = Target.decision(handling.meeting, index: handling.item, decision: place)
        if told.contains(target) { return nil }
        return View([
          "label": .text("Beslut"), "cssClass": .text(""), "text": .text(item.decisions[place].text),
          "href": href(target),
        ])
      }
    }
    let fields: [String: Value] = [
      "number": .number(number), "href": href(handling.target), "sign": .text(item.sign),
      "itemTitle": .text(item.title),
      "body": .text(archive[meeting.body].name), "bodyHref": href(.body(meeting.body)),
      "basis": .text(handling.basis?.label), "isPassage": .flag(handling.isPassage), "moves": .rows(moves),
      "answers": .list(handling.recommendations.map { answers(to: standing.recommendations[$0]) }),
      "plain": .text(moves.isEmpty ? handling.isPassage ? "Nämnd" : "Behandlad" : ""),
      "isWithheld": .flag(meeting.isWithheld),
    ]
    return View(fields.merging(day(of: meeting)) { own, _ in own })
  }

  /// Those principals that have decided on what the item sent to them, by the day.
  private func answers(to row: Recommendation) -> View {
    let decided = row.responses.filter(\.value.isDecided).map(\.key).sorted { a, b in
      (row.responses[a]?.date?.dayNumber ?? .max, a) < (row.responses[b]?.date?.dayNumber ?? .max, b)
    }
    return View([
      "href": href(archive.permalink(of: row)), "kind": .text(row.kind.label),
      "status": .text(overview.status(of: row)), "statusClass": .text(row.status.cssClass),
      "rows": .rows(decided.map { responseRow(of: $0, to: row) }),
    ])
  }

  /// The matters of an agenda item, and where they were handled after it.
  func matters(of target: Target, in meeting: Meeting) -> View? {
    let own = overview.matterOfItem[target].map { [$0] } ?? []
    let all = own + (overview.mattersNamedIn[target] ?? [])
    guard !all.isEmpty else { return nil }
    let after = own.first.map { index in
      standing.matters[index].handlings.filter {
        !$0.isPassage && (archive.meetings[$0.meeting.index].date?.dayNumber ?? 0) > (meeting.date?.dayNumber ?? 0)
      }
    }
    let places = [after?.first, (after?.count ?? 0) > 1 ? after?.last : nil].compactMap(\.self)
    return View([
      "links": .list(
        all.map { View(["href": href(standing.matters[$0].permalink), "title": .text(standing.matters[$0].title)]) }),
      "later": .rows(
        places.map { handling in
          let item = archive.meetings[handling.meeting.index].minutes.items[handling.item]
          let day = day(of: archive[handling.meeting])
          return View(
            [
              "href": href(handling.target), "sign": .text(item.sign.isEmpty ? item.title : item.sign),
              "body": .text(archive[archive.meetings[handling.meeting.index].body].name),
            ].merging(day) { own, _ in own })
        }),
    ])
  }
}
