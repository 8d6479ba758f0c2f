internal import Records

extension Overview {
  /// Meetings to come, by month.
  func calendarPage() -> SitePage {
    SitePage(
      permalink: .calendar, template: .calendar, title: "Kalender",
      description: "Kommande möten i samverkansorganen.",
      fields: { [self] in
        let here = Here(overview: self, permalink: .calendar)
        var months: [(month: String, rows: [View])] = []
        for upcoming in standing.upcoming {
          let month = swedishMonth(upcoming.date)
          if months.last?.month != month { months.append((month, [])) }
          months[months.count - 1].rows.append(here.upcomingRow(upcoming))
        }
        return [
          "years": .list(calendarYears(here)),
          "unpublishedHref": here.href(.unpublished),
          "fileHref": .text(Permalink.relative(path: "/\(Self.calendarFile)", to: Permalink.calendar.path)),
          "months": .list(
            months.map {
              View([
                "month": .text($0.month), "caption": .text("Möten i \($0.month.lowercased())"), "rows": .list($0.rows),
              ])
            }),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.upcoming = standing.upcoming.map(record).nonEmpty
        return twin
      })
  }

  /// This year, and each later one that has a meeting: by body what was held, what is planned and when papers are due, as the
  /// calendar and published minutes say it.
  private func calendarYears(_ here: Here) -> [View] {
    struct Day {
      var date: CalendarDate
      var view: View
    }
    struct Line {
      var picture: YearPicture.Row
      var body: ID<Body>?
      var days: [Day] = []
    }
    func shown(_ year: Int) -> View? {
      var lines: [String: Line] = [:]
      func add(_ body: ID<Body>?, _ name: String, _ day: Day, _ mark: (inout YearPicture.Row) -> Void) {
        var line = lines[name] ?? Line(picture: YearPicture.Row(label: name, year: year), body: body)
        mark(&line.picture)
        line.days.append(day)
        lines[name] = line
      }
      func day(_ date: CalendarDate, _ what: String, href: String = "", papers: CalendarDate? = nil) -> Day {
        Day(
          date: date,
          view: View([
            "iso": .text(date.description), "date": .text("\(date.day) \(date.monthName)"), "what": .text(what),
            "href": .text(href), "papers": .list(papers.map { [here.date($0)] } ?? []),
          ]))
      }
      for id in newestMeetings {
        let meeting = archive[id]
        guard let date = meeting.date, date.year == year else { continue }
        add(
          meeting.body, archive[meeting.body].name,
          day(date, meeting.isWithheld ? "ej justerat" : "protokoll", href: here.path(.meeting(id)))
        ) { if meeting.isWithheld { $0.missing.append(date) } else { $0.held.append(date) } }
      }
      for (meetings, isPast) in [(standing.unpublished, true), (standing.upcoming, false)] {
        for meeting in meetings where meeting.date.year == year {
          let name = meeting.body.map { archive[$0].name } ?? meeting.bodyName
          let what = isPast ? "protokoll saknas" : "planerat"
          add(meeting.body, name, day(meeting.date, what, papers: isPast ? nil : meeting.papersDue)) {
            if isPast { $0.missing.append(meeting.date) } else { $0.planned.append(meeting.date) }
            if !isPast, let papers = meeting.papersDue { $0.papers.append(papers) }
          }
        }
      }
      guard !lines.isEmpty else { return nil }
      let sorted = Array(lines.values).sortedSwedish(by: \.picture.label)
      return View([
        "year": .number(year),
        "pictureHTML": .html(
          YearPicture.html(
            sorted.map(\.picture), today: standing.asOf,
            words: "Möten och sista dagar för handlingar \(year), en rad för varje organ. Listan nedan säger samma sak."
          )),
        "isThisYear": .flag(year == standing.asOf.year),
        "bodies": .list(
          sorted.map { line in
            View([
              "body": .part(here.name(line.picture.label, line.body.map { .body($0) })),
              "days": .list(line.days.sorted { $0.date < $1.date }.map(\.view)),
            ])
          }),
      ])
    }
    return Set([standing.asOf.year] + standing.upcoming.map(\.date.year)).sorted().compactMap(shown)
  }
}
