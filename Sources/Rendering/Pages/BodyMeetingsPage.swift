internal import Records

extension Overview {
  /// The meetings of a body by year; with a `year`, that year's part of a list that was split.
  func bodyMeetingsPage(_ id: ID<Body>, year: Int? = nil) -> SitePage {
    let body = archive[id]
    let list = Permalink.meetings(of: body.slug)
    let permalink = year.map(list.year) ?? list
    let title = "Möten i \(body.name)"
    var trail = [SitePage.Crumb(label: "Möten", permalink: .meetings)]
    if year != nil { trail.append(SitePage.Crumb(label: title, permalink: list)) }
    return SitePage(
      permalink: permalink, template: .bodyMeetings, title: year.map { "\(title) \($0)" } ?? title,
      description: "Möten med publicerade protokoll i \(body.name)\(year.map { " \($0)" } ?? ", efter år").",
      trail: trail,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let register = meetingRegister(of: id)
        let shown = year.map { year in register.years.first { $0.year == year }?.rows ?? [] } ?? register.shown
        return [
          "body": .text(body.name), "bodyHref": here.href(.body(id)),
          "years": .list(byYear(shown, here)),
          "parts": .rows(year == nil ? here.years(of: register, at: list) : []),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        let register = meetingRegister(of: id)
        let shown = year.map { year in register.years.first { $0.year == year }?.rows ?? [] } ?? register.shown
        twin.entries = shown.map { entry(.meeting($0)) }.nonEmpty
        return twin
      })
  }

  func meetingRegister(of body: ID<Body>) -> YearlyRegister<ID<Meeting>> {
    YearlyRegister(meetingsOfBody[body.index]) { [archive] in archive[$0].date?.year }
  }

  /// On the list of a body's meetings.
  func anchor(ofYear year: Int?) -> String { year.map { "ar-\($0)" } ?? "utan-datum" }

  private func byYear(_ meetings: ArraySlice<ID<Meeting>>, _ here: Here) -> [View] {
    var years: [(year: Int?, rows: [View])] = []
    for meeting in meetings {
      let year = archive[meeting].date?.year
      if years.isEmpty || years[years.count - 1].year != year { years.append((year, [])) }
      years[years.count - 1].rows.append(here.meetingRow(meeting))
    }
    return years.map {
      View([
        "year": .text($0.year.map(String.init) ?? undated), "anchor": .text(anchor(ofYear: $0.year)),
        "rows": .list($0.rows),
      ])
    }
  }
}
