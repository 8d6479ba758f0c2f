internal import Records

/// The meetings to come as iCalendar (RFC 5545), of all bodies or of one, and the last day of their papers. Every event keeps
/// its UID from build to build, so that a calendar that subscribes changes what it has.
struct CalendarFile {
  private var out: [UInt8] = []
  private let stamp: String
  /// What tells the events of this site from those of another.
  private let owner: String

  init(name: String, of site: Site, asOf day: CalendarDate) {
    owner = slug(site.name)
    stamp = "\(CalendarFile.text(day))T000000Z"
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//Samsyn//Samsyn//SV")
    line("CALSCALE:GREGORIAN")
    line("X-WR-CALNAME:\(CalendarFile.escaped(name))")
    // Both rules have held since 1996 (2001:127, 1 och 2 §§).
    for row in [
      "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm", "BEGIN:DAYLIGHT", "DTSTART:19960331T020000",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
      "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD", "END:VTIMEZONE",
    ] { line(row) }
  }

  /// A meeting at its hours, or through its day when they are not told; and then the day its papers are due.
  mutating func add(_ meeting: AnnouncedMeeting, body: String, id: String, url: String?) {
    line("BEGIN:VEVENT")
    line("UID:\(id)@\(owner)")
    line("DTSTAMP:\(stamp)")
    if let hours = meeting.time.flatMap(CalendarFile.hours) {
      line("DTSTART;TZID=Europe/Stockholm:\(CalendarFile.text(meeting.date))T\(hours.from)00")
      if let to = hours.to { line("DTEND;TZID=Europe/Stockholm:\(CalendarFile.text(meeting.date))T\(to)00") }
    } else {
      day(meeting.date)
    }
    line("SUMMARY:\(CalendarFile.escaped(body))")
    if let place = meeting.place { line("LOCATION:\(CalendarFile.escaped(place))") }
    if let url { line("URL:\(url)") }
    line("END:VEVENT")
    guard let due = meeting.papersDue else { return }
    line("BEGIN:VEVENT")
    line("UID:\(id)-handlingar@\(owner)")
    line("DTSTAMP:\(stamp)")
    day(due)
    line("SUMMARY:\(CalendarFile.escaped("Handlingar till \(body) \(meeting.date.inWords)"))")
    line("TRANSP:TRANSPARENT")
    line("END:VEVENT")
  }

  func bytes() -> [UInt8] { out + Array("END:VCALENDAR\r\n".utf8) }

  private mutating func day(_ date: CalendarDate) {
    line("DTSTART;VALUE=DATE:\(CalendarFile.text(date))")
    if let next = date.adding(days: 1) { line("DTEND;VALUE=DATE:\(CalendarFile.text(next))") }
  }

  /// At most 75 bytes a line: what is longer goes on after a space, and no letter is cut in two.
  private mutating func line(_ text: String) {
    var width = 0
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if width + bytes.count > 75 {
        out += "\r\n ".utf8
        width = 1
      }
      out += bytes
      width += bytes.count
    }
    out += "\r\n".utf8
  }

  private static func text(_ date: CalendarDate) -> String { date.description.replacing("-", with: "") }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,").replacing(
      "\n", with: "\\n")
  }

  /// "08.30-12.00", "kl. 9:00 – 12": `0830` and `1200`; nil for what is no time of day.
  private static func hours(_ text: String) -> (from: String, to: String?)? {
    let numbers = text.split { !$0.isNumber && $0 != "." && $0 != ":" }.filter { $0.contains(where: \.isNumber) }
    func hour(_ text: Substring) -> String? {
      let parts = text.split { $0 == "." || $0 == ":" }.map { Int($0) ?? -1 }
      guard (1...2).contains(parts.count), (0...23).contains(parts[0]), parts.count == 1 || (0...59).contains(parts[1])
      else { return nil }
      let number = parts[0] * 100 + (parts.count == 2 ? parts[1] : 0)
      return String(String(10000 + number).dropFirst())
    }
    guard (1...2).contains(numbers.count), let from = hour(numbers[0]) else { return nil }
    guard numbers.count == 2 else { return (from, nil) }
    guard let to = hour(numbers[1]), to > from else { return nil }
    return (from, to)
  }
}

extension Overview {
  /// `kalender/kalender.ics`, and one for each body, which may be without meetings for a time.
  func calendarFiles() -> [Output] {
    let all = Output(path: Self.calendarFile) { [self] in
      Output.Made(bytes: calendar(standing.upcoming, named: archive.site.name))
    }
    return [all]
      + archive.bodies.indices.map { index in
        let own = upcomingOfBody[ID(index)] ?? []
        return Output(path: calendarFile(of: ID(index))) { [self] in
          Output.Made(bytes: calendar(own, named: archive.bodies[index].name))
        }
      }
  }

  static var calendarFile: String { "kalender/kalender.ics" }

  func calendarFile(of body: ID<Body>) -> String {
    archive.permalink(of: .body(body)).path.dropFirst() + "kalender.ics"
  }

  private func calendar(_ meetings: [AnnouncedMeeting], named name: String) -> [UInt8] {
    var file = CalendarFile(name: name, of: archive.site, asOf: standing.asOf)
    for meeting in meetings {
      let body = meeting.body.map { archive[$0] }
      file.add(
        meeting, body: body?.name ?? meeting.bodyName, id: "\(body?.slug ?? slug(meeting.bodyName))-\(meeting.date)",
        url: archive.site.baseURL.flatMap { base in
          meeting.body.map { base + archive.permalink(of: .body($0)).fromRoot }
        })
    }
    return file.bytes()
  }
}
