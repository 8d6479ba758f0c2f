extension CalendarDate {
  /// The day before or after by a number of days; nil outside the years 1 to 9999.
  package func adding(days: Int) -> CalendarDate? { CalendarDate(dayNumber: dayNumber + days) }

  /// The last day on which something must be there to be there so many working days before this day, which itself does
  /// not count: two working days before a Monday is the Thursday.
  package func before(workingDays: Int) -> CalendarDate? {
    var (day, left) = (self, workingDays)
    while left > 0 {
      guard let earlier = day.adding(days: -1) else { return nil }
      day = earlier
      if day.isWorkingDay { left -= 1 }
    }
    return day
  }

  /// Neither Saturday nor Sunday, a public holiday, nor one of the eves that count as such
  /// (lag 1930:173 om beräkning av lagstadgad tid, 2 §).
  package var isWorkingDay: Bool { weekday <= 5 && !isPublicHoliday && !isHolidayEve }

  /// Lag 1989:253 om allmänna helgdagar, 1 §; until 2004 with Whit Monday and without the national day (2004:1320).
  package var isPublicHoliday: Bool {
    switch (month, day) {
    case (1, 1), (1, 6), (5, 1), (12, 25), (12, 26): return true
    case (6, 6): return year >= 2005
    // Midsummer's Day is the Saturday from 20 June, All Saints' Day the Saturday from 31 October.
    case (6, 20...26), (10, 31), (11, 1...6): return weekday == 6
    default:
      let fromEaster = dayNumber - Self.easterDayNumber(of: year)
      return [-2, 0, 1, 39, 49].contains(fromEaster) || fromEaster == 50 && year < 2005
    }
  }

  private var isHolidayEve: Bool {
    switch (month, day) {
    case (12, 24), (12, 31): true
    case (6, 19...25): weekday == 5
    default: false
    }
  }

  /// Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher).
  private static func easterDayNumber(of year: Int) -> Int {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * sunday) / 451
    let days = epact + sunday - 7 * late + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)?.dayNumber ?? 0
  }

  /// The inverse of `dayNumber`. (Howard Hinnant's `civil_from_days`.)
  private init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
