import Records
import Testing

@Suite struct `Working days` {
  @Test(arguments: [
    ("2026-04-24", 10, "2026-04-10"), ("2026-04-10", 5, "2026-04-01"), ("2026-06-22", 1, "2026-06-18"),
    ("2026-01-07", 1, "2026-01-05"), ("2025-12-29", 2, "2025-12-22"), ("2026-11-02", 1, "2026-10-30"),
    ("2026-05-18", 2, "2026-05-13"), ("2024-06-07", 1, "2024-06-05"), ("2026-05-04", 1, "2026-04-30"),
    ("2004-06-01", 1, "2004-05-28"), ("2005-05-17", 1, "2005-05-16"), ("2026-03-02", 0, "2026-03-02"),
    ("2024-04-19", 10, "2024-04-05"), ("2024-04-10", 10, "2024-03-25"), ("2024-09-20", 10, "2024-09-06"),
    ("2023-10-13", 10, "2023-09-29"), ("2025-01-10", 10, "2024-12-19"), ("2024-06-25", 6, "2024-06-14"),
    ("2024-05-15", 7, "2024-05-03"), ("2024-06-10", 7, "2024-05-29"),
  ])
  func `are counted back over week-ends, holidays and their eves`(_ day: String, _ count: Int, _ expected: String) {
    #expect(CalendarDate(iso: day)?.before(workingDays: count)?.description == expected)
  }

  @Test func `know the holidays of a year, fixed and movable`() throws {
    // Easter on 5 April, Ascension Day on 14 May.
    var day = try #require(CalendarDate(iso: "2026-01-01"))
    var holidays: [String] = []
    while day.year == 2026 {
      if day.isPublicHoliday { holidays.append("\(day)") }
      day = try #require(day.adding(days: 1))
    }
    #expect(
      holidays == [
        "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-24",
        "2026-06-06", "2026-06-20", "2026-10-31", "2026-12-25", "2026-12-26",
      ])
  }

  @Test func `go over from day to day through every year`() throws {
    var day = try #require(CalendarDate(iso: "1896-02-27"))
    for _ in 0..<80_000 {
      let next = try #require(day.adding(days: 1))
      #expect(next > day && next.dayNumber == day.dayNumber + 1)
      day = next
    }
  }
}
