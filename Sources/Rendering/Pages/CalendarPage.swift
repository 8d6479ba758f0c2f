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
}
