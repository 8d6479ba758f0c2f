internal import Records

extension Overview {
  /// The balanslista of all bodies, or of one: what is late first, then what is open, by the day it is due.
  func followUpsPage(of body: ID<Body>? = nil) -> SitePage {
    let name = body.map { archive[$0].name }
    let permalink = body.map { archive.permalink(of: .body($0)).followUps } ?? .followUps
    let trail = body.map {
      [
        SitePage.Crumb(label: "Organ", permalink: .bodies),
        SitePage.Crumb(label: archive[$0].name, permalink: archive.permalink(of: .body($0))),
      ]
    }
    let rows = body.map { followUpsOfBody[$0] ?? [] } ?? Array(standing.followUps.indices)
    return SitePage(
      permalink: permalink, template: .followUps, title: name.map { "Balanslista: \($0)" } ?? "Balanslista",
      description: name.map { "Vad \($0) har kvar att göra, och var det står." }
        ?? "Vad organen har kvar att göra, och var det står.",
      trail: trail ?? [], isIndexed: body.map { !archive[$0].isWithheld } ?? true,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let groups = FollowUpGroup.allCases.compactMap { group -> View? in
          let own = rows.filter { standing.followUps[$0].group == group }
          guard !own.isEmpty else { return nil }
          let sorted = own.sorted { group.precedes(standing.followUps[$0], standing.followUps[$1], archive, ($0, $1)) }
          return View([
            "id": .text(group.rawValue), "label": .text(group.label), "note": .text(group.note),
            "count": .number(own.count), "hasBody": .flag(body == nil), "hasClosing": .flag(group == .closed),
            "rows": .list(sorted.prefix(YearlyRegister<Int>.limit).map { here.followUpRow(standing.followUps[$0]) }),
            "left": .text(own.count > YearlyRegister<Int>.limit ? String(own.count - YearlyRegister<Int>.limit) : ""),
          ])
        }
        let others = archive.bodies.indices.filter { ID<Body>($0) != body && !meetingsOfBody[$0].isEmpty }
        return [
          "groups": .list(groups), "name": .text(name ?? ""),
          "dataHref": here.href(Permalink("/\(Self.path(of: .followUps))")),
          "allHref": body == nil ? .text("") : here.href(.followUps),
          "bodies": .rows(
            body != nil
              ? []
              : others.map { index in
                View([
                  "href": here.href(archive.permalink(of: .body(ID(index))).followUps),
                  "name": .text(archive.bodies[index].name),
                ])
              }),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.followUps = rows.prefix(YearlyRegister<Int>.limit).map { record(standing.followUps[$0]) }.nonEmpty
        return twin
      })
  }

  /// What a body has left to do, oldest first.
  func openFollowUps(of body: ID<Body>) -> [FollowUp] {
    (followUpsOfBody[body] ?? []).map { standing.followUps[$0] }.filter {
      [.forgotten, .late, .open].contains($0.group)
    }
  }
}

/// How the rows are told apart on the page, in its order.
private enum FollowUpGroup: String, CaseIterable {
  case forgotten = "glomt"
  case late = "forsenat"
  case open = "oppet"
  case standing = "staende"
  case closed = "stangt"
  case passed = "passerat"

  var label: String {
    switch self {
    case .forgotten: "Skulle ha kommit tillbaka"
    case .late: "Dagen har passerat"
    case .open: "Öppet"
    case .standing: "Stående punkter"
    case .closed: "Kom tillbaka"
    case .passed: "Har löpt ut"
    }
  }

  var note: String {
    switch self {
    case .forgotten:
      "Mötet som det skulle återkomma till har hållits, och inget publicerat protokoll visar att det gjorde det."
    case .late: "Dagen är förbi, och inget publicerat protokoll visar vad som hände. Det kan vara gjort ändå."
    case .open: ""
    case .standing: "Tas upp på varje möte."
    case .closed: "Ett senare protokoll tar upp det igen."
    case .passed: ""
    }
  }

  /// By the day they are due, those without one last; what came back, the latest first.
  func precedes(_ a: FollowUp, _ b: FollowUp, _ archive: Archive, _ places: (Int, Int)) -> Bool {
    let last = Int.max
    switch self {
    case .closed, .passed:
      let (x, y) = (archive[a.meeting].date?.dayNumber ?? 0, archive[b.meeting].date?.dayNumber ?? 0)
      return x == y ? places.0 < places.1 : x > y
    default:
      let (x, y) = (a.due?.dayNumber ?? last, b.due?.dayNumber ?? last)
      return x == y ? places.0 < places.1 : x < y
    }
  }
}

extension FollowUp {
  fileprivate var group: FollowUpGroup {
    if kind == .standing { return .standing }
    return switch status {
    case .open: .open
    case .overdue: isForgotten ? .forgotten : .late
    case .closed: .closed
    case .passed: .passed
    }
  }
}

extension Here {
  func followUpRow(_ row: FollowUp) -> View {
    let meeting = archive[row.meeting]
    let item = row.source.agendaItem(in: archive)
    let owner: View? =
      switch row.owner {
      case .record(let target): name(overview.title(of: target), target)
      case .words(let words): name(words, nil)
      case nil: nil
      }
    let fields: [String: Value] = [
      "kind": .text(row.kind.label), "text": .text(row.text), "href": href(row.source),
      "sign": .text(item.map { $0.sign.isEmpty ? $0.title : $0.sign } ?? ""), "itemTitle": .text(item?.title),
      "body": .text(archive[meeting.body].name), "bodyHref": href(.body(meeting.body)), "owner": .part(owner),
      "due": .list(row.due.map { [date($0)] } ?? []),
      "dueWords": .text(row.due == nil || row.dueWords?.first?.isNumber == false ? row.dueWords : nil),
      "status": .text(row.status.label), "statusClass": .text(row.status.cssClass),
      "isInferred": .flag(row.certainty == .inferred), "isWithheld": .flag(meeting.isWithheld),
      "closing": .part(row.closing.map(closing)),
    ]
    return View(fields.merging(day(of: meeting)) { own, _ in own })
  }

  private func closing(_ closing: FollowUp.Closing) -> View {
    guard let place = closing.at.item else { return View([:]) }
    let meeting = archive[place.meeting]
    let item = meeting.minutes.items[place.index]
    let fields: [String: Value] = [
      "href": href(closing.at), "sign": .text(item.sign.isEmpty ? item.title : item.sign),
      "body": .text(archive[meeting.body].name), "evidence": .text(closing.evidence.label),
    ]
    return View(fields.merging(day(of: meeting)) { own, _ in own })
  }
}
