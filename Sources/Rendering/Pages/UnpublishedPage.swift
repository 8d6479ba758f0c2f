internal import Records

extension Overview {
  /// Meetings that should have been held, or are told of as held, and have no published minutes, by what is public alone: the calendar and other
  /// minutes. What the content folder holds and the gate withholds has no part in it.
  func unpublishedPage() -> SitePage {
    SitePage(
      permalink: .unpublished, template: .unpublished, title: "Protokoll som saknas",
      description:
        "Möten som kalendern eller ett protokoll har aviserat eller omtalar, och som inget protokoll är publicerat från.",
      trail: [SitePage.Crumb(label: "Möten", permalink: .meetings)],
      fields: { [self] in
        let here = Here(overview: self, permalink: .unpublished)
        return [
          "meetings": .rows(unpublishedShown.map { row($0, here) }), "principalsHref": here.href(.principals),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.unpublished = unpublishedShown.map(record).nonEmpty
        return twin
      })
  }

  private var unpublishedShown: ArraySlice<AnnouncedMeeting> { standing.unpublished.prefix(YearlyRegister<Int>.limit) }

  private func row(_ meeting: AnnouncedMeeting, _ here: Here) -> View {
    let near = meeting.body.flatMap { nearest(to: meeting.date, of: $0) }
    return View([
      "day": .list([here.date(meeting.date)]), "body": .text(meeting.body.map { archive[$0].name } ?? meeting.bodyName),
      "bodyHref": .text(meeting.body.map { here.path(.body($0)) } ?? ""),
      "since": .text(counted(standing.asOf.dayNumber - meeting.date.dayNumber, "dag", "dagar")),
      "usual": .text(
        meeting.body.flatMap { standing.years(of: $0).lazy.compactMap(\.usualApproval).first }
          .map { counted($0, "dag", "dagar") }),
      "from": .part(
        (meeting.announcedIn.map { .meeting($0) } ?? meeting.referredIn).map {
          View(["href": here.href(place(of: $0)), "title": .text(title(of: $0))])
        }),
      "near": .part(
        near.map { id in
          View(["href": here.href(.meeting(id)), "date": .list(archive[id].date.map { [here.date($0)] } ?? [])])
        }),
    ])
  }

  /// The body's published meeting that is nearest the day, when it is near enough that the day may have been moved.
  private func nearest(to day: CalendarDate, of body: ID<Body>) -> ID<Meeting>? {
    let own = archive.meetings(of: body)
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if archive[own[middle]].date.map({ $0 < day }) ?? true { low = middle + 1 } else { high = middle }
    }
    func distance(_ id: ID<Meeting>) -> Int { archive[id].date.map { abs($0.dayNumber - day.dayNumber) } ?? .max }
    return own[max(0, low - 1)..<min(own.count, low + 1)].min { distance($0) < distance($1) }
      .flatMap { distance($0) <= 14 ? $0 : nil }
  }
}
