internal import Records

/// "19 april 2024"
func inWords(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

private let months = [
  "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
  "december",
]
