import Records
import Testing
import Tracking

/// What minutes show of a body's years, and which of its rules public facts say are not met.
@Suite struct `A body's years beside its rules` {
  private static let terms =
    "---\ngiltig från: 2023-01-01\n---\n\n# Uppdragsbeskrivning för Länsgruppen\n\n## Länsgruppen (LG)\n\nGruppen träffas 2–4 gånger per år. Tiderna för nästa år bokas senast den 30 november. Uppdraget ses över senast den 31 december 2024.\n"

  private func standing(_ meetings: [(date: String, approved: String, next: String)], asOf day: String)
    -> (Archive, Standing)
  {
    var files = ["uppdrag/a.md": Self.terms]
    for (number, meeting) in meetings.enumerated() {
      files["protokoll/\(number).md"] =
        "---\norgan: Länsgruppen\ndatum: \(meeting.date)\nordförande: Ada Ek\njusterat: \(meeting.approved)\njusterare: [Ada Ek]\n---\n\n## 1. Skyltar\n\nText.\n\n## 2. Nästa möte\n\nNästa möte är den \(meeting.next).\n"
    }
    let archive = archive(files)
    return (archive, track(archive, asOf: CalendarDate(iso: day)!))
  }

  @Test func `tell how many met, how soon they were approved and where the next year was named`() {
    let (_, standing) = standing(
      [
        ("2023-02-03", "2023-02-13", "5 maj 2023"), ("2023-05-05", "2023-05-25", "2 februari 2024"),
        ("2023-12-01", "2023-12-05", "2 februari 2024"), ("2024-02-02", "2024-02-12", "3 maj 2024"),
      ], asOf: "2024-06-01")
    let years = standing.yearsOfBody[0]
    #expect(years.map(\.year) == [2024, 2023] && years.map(\.meetings.count) == [1, 3])
    #expect(years[1].approvalDays == [4, 10, 20] && years[1].usualApproval == 10)
    #expect(years[1].bookedIn?.index == 1 && years[0].bookedIn == nil)
    #expect(years[1].chairs.map(\.name) == ["Ada Ek"])
  }

  @Test func `are held to the rules only where what is public can tell`() {
    let meetings = [
      ("2023-02-03", "2023-02-13", "5 maj 2023"), ("2024-02-02", "2024-02-12", "3 maj 2024"),
      ("2025-02-07", "2025-02-17", "9 maj 2025"),
    ]
    func unkept(_ day: String) -> [String] { standing(meetings, asOf: day).1.unkeptRules.map { "\($0.rule)" } }
    // The first year of the archive may lack minutes, and this year is not over.
    #expect(unkept("2024-11-30") == [])
    #expect(unkept("2025-06-01").map { $0.prefix { $0 != "(" } } == ["fewMeetings", "reviewOverdue"])
    #expect(unkept("2025-12-01").contains { $0.hasPrefix("nothingBooked(year: 2026") })
  }

  @Test func `leave a meeting that was announced and has no minutes to be told of`() {
    let (archive, standing) = standing([("2023-02-03", "2023-02-13", "5 maj 2023")], asOf: "2023-05-06")
    #expect(
      standing.unpublished.map { "\(archive[$0.body!].name) \($0.date) \($0.announcedIn?.index ?? -1)" } == [
        "Länsgruppen 2023-05-05 0"
      ])
    #expect(self.standing([("2023-02-03", "2023-02-13", "5 maj 2023")], asOf: "2023-05-05").1.unpublished.isEmpty)
  }

  /// What the second of two meetings says, and the day of the meeting that it makes known.
  @Test(arguments: [
    ("Se Länsgruppens möte den 5 maj 2023.", "2023-05-05"),
    ("Enligt Länsgruppen 2023-05-05 § 4 gäller planen.", "2023-05-05"),
    // The day is none of a meeting of ours, or the meeting was before the first whose minutes are here, or is to come.
    ("Enligt kommunstyrelsen 2023-05-05 gäller planen.", nil), ("Se § 4 2023-05-05.", nil),
    ("Länsgruppens möte den 9 december 2022.", nil),
    ("Länsgruppens möte den 2 februari 2024.", nil), ("Länsgruppens möte den 3 februari 2023.", nil),
  ]) func `leave a meeting that minutes tell of and that has none to be told of`(_ sentence: String, _ day: String?) {
    var files = ["uppdrag/a.md": Self.terms]
    for (date, text) in [("2023-02-03", "Text."), ("2023-12-01", sentence)] {
      files["protokoll/\(date).md"] = minutes("Länsgruppen", date, text)
    }
    let archive = archive(files)
    let standing = track(archive, asOf: CalendarDate(iso: "2024-06-01")!)
    #expect(standing.unpublished.map(\.date.description) == (day.map { [$0] } ?? []))
    #expect(standing.unpublished.allSatisfy { $0.referredIn == .item(ID(1), index: 0) && $0.announcedIn == nil })
  }
}

@Suite struct `A working group` {
  private func standing(_ decision: String) -> Standing {
    let terms =
      "---\ngiltig från: 2023-01-01\n---\n\n# Uppdragsbeskrivning för Länsgruppen\n\n## Länsgruppen (LG)\n\nGruppen kan tillsätta arbetsgrupper.\n"
    let text = "Länsgruppen beslutade\n\n\(decision)"
    let archive = archive(["uppdrag/a.md": terms, "protokoll/a.md": minutes("Länsgruppen", "2023-02-03", text)])
    return track(archive, asOf: CalendarDate(iso: "2023-03-01")!)
  }

  /// Who is responsible, and the day of what it is to deliver.
  @Test(arguments: [
    ("att tillsätta en arbetsgrupp med Ada Ek som ansvarig,\n\natt arbetsgruppen lämnar ett förslag senast den 5 maj 2023.", "Ada Ek 2023-05-05"),
    ("att inrätta Arbetsgrupp skyltar för led med Ada Ek och Bo Ask som ansvariga.\n\nArbetsgruppen redovisar senast den 5 maj 2023.", "Ada Ek och Bo Ask 2023-05-05"),
    ("att tillsätta en arbetsgrupp.\n\nSammankallande är Bo Ask.", "Bo Ask -"),
    ("att tillsätta en arbetsgrupp med ordföranden som ansvarig.", "ordföranden -"),
    ("att tillsätta en arbetsgrupp.\n\nTill arbetsgruppen utses Bo Ask som är sammankallande.", "Bo Ask -"),
    // Neither who is responsible for something else, nor the day of the body's own promise.
    ("att tillsätta en arbetsgrupp.\n\nGran kommun är ansvarig för skyltarna. Till skyltarna utses Bo Ask som ansvarig.", "- -"),
    ("att tillsätta en arbetsgrupp.\n\nLänsgruppen återkommer till frågan den 5 maj 2023.", "- -"), ("att tillsätta en arbetsgrupp med tre från kommunerna.", "- -"),
    ("att tillsätta en arbetsgrupp.\n\nI arbetsgruppen ingår Ada Ek som är ansvarig för ekonomin.", "- -"),
    ("att tillsätta en arbetsgrupp med Bo Ask som ansvarig för ekonomin.", "- -"),
    ("att tillsätta en arbetsgrupp.\n\nArbetsgruppen är ansvarig för skyltarna.", "- -"),
    ("att avslå förslaget att tillsätta en arbetsgrupp.", nil), ("att bordlägga frågan om att tillsätta en arbetsgrupp.", nil),
    ("att utse ledamöter till arbetsgruppen.", nil), ("att utse en ordförande i arbetsgruppen.", nil),
    ("att tillsätta en gemensam arbetsgrupp med Ada Ek som ansvarig.", "Ada Ek -"),
    ("att uppdra åt AU att tillsätta en arbetsgrupp.", nil), ("att inte tillsätta en arbetsgrupp.", nil),
    ("att föreslå huvudmännen att inrätta en arbetsgrupp.", nil), ("att lägga arbetsgruppens rapport till handlingarna.", nil),
  ]) func `is what a decision sets up`(_ decision: String, _ expected: String?) {
    let standing = standing(decision)
    let found = standing.workingGroups[0].map { group in
      "\(group.owner ?? "-") \(group.followUp.flatMap { standing.followUps[$0].due }?.description ?? "-")"
    }
    #expect(found == (expected.map { [$0] } ?? []))
    let vague = standing.unkeptRules.contains { if case .vagueGroup = $0.rule { true } else { false } }
    #expect(vague == (expected?.contains("-") == true && expected?.contains("2023") == false))
  }
}
