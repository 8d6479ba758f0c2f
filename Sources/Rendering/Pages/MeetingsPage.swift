internal import Records

extension Overview {
  /// The meetings, newest first, and the ways to every body's meetings by year.
  func meetingsPage() -> SitePage {
    SitePage(
      permalink: .meetings, template: .meetings, title: "Möten",
      description: "Möten med publicerade protokoll, efter organ och år.",
      fields: { [self] in
        let here = Here(overview: self, permalink: .meetings)
        return [
          "unpublishedHref": here.href(.unpublished),
          "isCut": .flag(shownMeetings.count < newestMeetings.count), "shownCount": .number(shownMeetings.count),
          "count": .number(newestMeetings.count), "meetings": .rows(shownMeetings.map(here.meetingRow)),
          "bodies": .rows(
            archive.bodies.indices.compactMap { index in
              meetingsOfBody[index].isEmpty ? nil : bodyYears(ID(index), here)
            }),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.entries = shownMeetings.map { entry(.meeting($0)) }.nonEmpty
        return twin
      })
  }

  /// All of them up to a thousand, else the newest: the years of each body have the others.
  private var shownMeetings: ArraySlice<ID<Meeting>> {
    newestMeetings.prefix(
      newestMeetings.count > YearlyRegister<Int>.limit ? YearlyRegister<Int>.newest : newestMeetings.count)
  }

  private func bodyYears(_ id: ID<Body>, _ here: Here) -> View {
    let meetings = meetingsOfBody[id.index]
    let list = Permalink.meetings(of: archive[id].slug)
    let isSplit = meetings.count > YearlyRegister<ID<Meeting>>.limit
    var years: [(year: Int?, count: Int)] = []
    for meeting in meetings {
      let year = archive[meeting].date?.year
      if let last = years.last, last.year == year { years[years.count - 1].count += 1 } else { years.append((year, 1)) }
    }
    return View([
      "name": .text(archive[id].name), "href": here.href(list),
      "years": .rows(
        years.map { year, count in
          let part = isSplit ? year.map(list.year) : nil
          let target = part ?? Permalink(list.path, fragment: anchor(ofYear: year))
          return View([
            "year": .text(year.map(String.init) ?? undated), "count": .number(count), "href": here.href(target),
          ])
        }),
    ])
  }
}
