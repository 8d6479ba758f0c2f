import Drafting
import Records
import Testing

@Suite struct `Minutes to fill in` {
  @Test func `say when papers are due, counted in working days`() {
    var draft = draft()
    draft.rules = [
      Rule(.members, quote: "Tre platser.", line: 1), Rule(.papersDue(workingDays: 10), quote: "x", line: 2),
      Rule(.committeePapersDue(workingDays: 6), quote: "y", line: 3), Rule(.nextYearBooked, quote: "z", line: 4),
    ]
    draft.bookedBy = CalendarDate(iso: "2026-11-30")
    #expect(draft.text.contains("#   handlingarna hos ledamöterna senast 2026-04-10 (10 arbetsdagar före)\n"))
    #expect(draft.text.contains("#   handlingarna hos arbetsutskottet senast 6 arbetsdagar före utskottets möte\n"))
    #expect(draft.text.contains("#   nästa års möten bokade senast 2026-11-30\n#   platser: ”Tre platser.”\n"))
    draft.committeeDate = CalendarDate(iso: "2026-04-13")
    #expect(draft.text.contains("arbetsutskottet senast 2026-04-01 (6 arbetsdagar före 2026-04-13)\n"))
  }

  @Test func `list those who were called to the latest meeting, without what they were chosen for there`() {
    var chair = person("Ada Ek", .present, .member)
    (chair.role, chair.organisation, chair.party) = ("ordförande, justerare", "Gran kommun", "S")
    var clerk = person("Cia Dal", .present, .official)
    clerk.role = "sekreterare"
    var draft = draft()
    draft.earlier = [
      earlier("2026-02-06", ["§ 1 Dagordning"]) { minutes in
        minutes.attendance = [
          person("Bo Lind", .absent, .member), chair, clerk, person("Eva Gäst", .present, .guest),
        ]
      }
    ]
    #expect(
      draft.text.contains(
        "## Närvarande\n\n- Ada Ek (S), ordförande, Gran kommun\n- Bo Lind\n\n## Övriga\n\n- Cia Dal, sekreterare\n"))
    #expect(!draft.text.contains("Eva Gäst"))
  }

  @Test func `have a line for each principal when the body has not met before`() {
    var draft = draft()
    draft.principals = ["Region Skog", "Gran kommun"]
    #expect(draft.text.contains("## Närvarande\n\n- , Region Skog\n- , Gran kommun\n\n## 1. Dagordning"))
  }

  @Test(arguments: [
    ("goes on from the year's last", [("2025-11-06", 30), ("2026-02-06", 1)], "## § 4 Dagordning"),
    ("begins again with the year", [("2025-11-06", 30)], "## § 1 Dagordning"),
    ("begins again with each meeting", [("2025-02-06", 1), ("2025-05-06", 1), ("2026-02-06", 1)], "## § 1 Dagordning"),
  ])
  func `have the next number of a run that`(_ run: String, _ meetings: [(String, Int)], _ expected: String) {
    var draft = draft()
    draft.earlier = meetings.map { date, first in
      earlier(date, ["§ \(first) Dagordning", "§ \(first + 1) Vägen \(date)", "§ \(first + 2) Nästa möte"])
    }
    #expect(draft.text.contains("\n\(expected)\n"))
    #expect(!draft.text.contains("Vägen"))
  }

  @Test func `bring back what was put off to the day`() {
    var draft = draft()
    draft.earlier = [
      earlier("2026-02-06", ["1. Dagordning", "2. Vägen", "3. Nästa möte"]) { minutes in
        minutes.items[1].deferrals = [Deferral(date: CalendarDate(iso: "2026-04-24"), text: "x", line: 1)]
      }
    ]
    draft.coming = [CalendarDate(iso: "2026-09-25")!]
    #expect(
      draft.text.hasSuffix(
        """
        ## 4. Dagordning

        ## 5. Vägen

        Uppföljning av § 2 2026-02-06.

        ## 6. Nytt ärende

        ## 7. Nästa möte

        Granrådet 25 september 2026

        """))
  }

  private func draft() -> MinutesDraft { MinutesDraft(body: "Granrådet", date: CalendarDate(iso: "2026-04-24")!) }

  private func person(_ name: String, _ status: Attendance.Status, _ group: Attendance.Group) -> Attendance {
    Attendance(name: name, status: status, group: group, line: 1)
  }

  /// Minutes with these headings: "§ 3 Title", "3. Title".
  private func earlier(_ date: String, _ headings: [String], _ change: (inout Minutes) -> Void = { _ in })
    -> EarlierMinutes
  {
    var minutes = Minutes(title: "Protokoll Granrådet")
    minutes.date = CalendarDate(iso: date).map { Fact($0, line: 1, .labelled) }
    minutes.items = headings.enumerated().map { index, heading in
      let number = String(heading.drop { !$0.isNumber }.prefix { $0.isNumber })
      let title = String(heading.drop { !$0.isNumber }.drop { !$0.isLetter })
      return AgendaItem(number: number, title: title, line: index + 1)
    }
    change(&minutes)
    return EarlierMinutes(minutes, lines: headings.map { "## \($0)" })
  }
}
