package import Records

/// What the minutes of a coming meeting are drafted from.
package struct MinutesDraft: Sendable {
  package var body: String
  package var date: CalendarDate
  package var title: String?
  /// From the calendar.
  package var time: String?
  package var place: String?
  /// The day that the working committee (AU) prepares the meeting.
  package var committeeDate: CalendarDate?
  package var rules: [Rule] = []
  /// When the next year's meetings must be booked.
  package var bookedBy: CalendarDate?
  /// The body's minutes before the meeting, oldest first.
  package var earlier: [EarlierMinutes] = []
  /// The body's planned meetings after this one.
  package var coming: [CalendarDate] = []
  package var principals: [String] = []

  package init(body: String, date: CalendarDate) {
    self.body = body
    self.date = date
  }
}

/// Minutes with the lines of their file, which show how the body writes its headings.
package struct EarlierMinutes: Sendable {
  package var minutes: Minutes
  package var lines: [String]

  package init(_ minutes: Minutes, lines: [String]) {
    self.minutes = minutes
    self.lines = lines
  }

  /// The line of a number (from 1); empty beyond the file.
  fileprivate func line(_ number: Int) -> String { lines.indices.contains(number - 1) ? lines[number - 1] : "" }
}

extension MinutesDraft {
  /// The file: front matter, then the body's own headings with nothing below them that anybody must yet decide.
  package var text: String {
    var out = ["---"] + frontMatter + ["---", "", "# \(title ?? "\(document) \(body)")", ""]
    out += attendance
    var number = firstNumber
    for (title, text) in agenda {
      out += [heading(number, title), ""]
      if !text.isEmpty { out += [text, ""] }
      number += 1
    }
    while out.last == "" { out.removeLast() }
    return out.joined(separator: "\n") + "\n"
  }

  private var latest: EarlierMinutes? { earlier.last }

  /// "Protokoll" or "Minnesanteckningar", as the body calls them.
  private var document: String {
    latest.map { nameKey($0.minutes.title).contains("minnesanteckning") } ?? false ? "Minnesanteckningar" : "Protokoll"
  }

  private var frontMatter: [String] {
    func known(_ key: String, _ value: String?, _ example: String) -> String {
      value.map { "\(key): \(yamlText($0))" } ?? "# \(key): \(example)"
    }
    var lines = [
      "organ: \(yamlText(body))", "datum: \(date)",
      known("tid", time, latest?.minutes.time?.value ?? "09.00-12.00"),
      known("plats", place, latest?.minutes.place?.value ?? "lokal och ort"),
      "# dnr: ta bort tecknet # när numret finns", "status: utkast",
      "#", "# När protokollet är justerat: ta bort raden status, och skriv",
      "# justerat: datumet", "# justerare: [För- och efternamn, För- och efternamn]",
    ]
    if !deadlines.isEmpty { lines += ["#", "# Enligt organets uppdrag:"] + deadlines.map { "#   \($0)" } }
    lines += [
      "#", "# Närvaro: stryk över den som inte var med, så här: ~~För- och efternamn~~",
      "# Beslut: skriv \(body) beslutade att: följt av en lista, eller en mening med beslutade.",
    ]
    return lines
  }

  /// The days that the body's rules give, then the rules that only their sentence tells.
  private var deadlines: [String] {
    let dated = rules.filter { if case .members = $0.value { false } else { true } }
    let seats = rules.filter { $0.value == .members }
    return (dated + seats).compactMap { rule in
      switch rule.value {
      case .papersDue(let days):
        date.before(workingDays: days).map { "handlingarna hos ledamöterna senast \($0) (\(days) arbetsdagar före)" }
      case .committeePapersDue(let days):
        if let committeeDate, let day = committeeDate.before(workingDays: days) {
          "handlingarna hos arbetsutskottet senast \(day) (\(days) arbetsdagar före \(committeeDate))"
        } else {
          "handlingarna hos arbetsutskottet senast \(days) arbetsdagar före utskottets möte"
        }
      case .nextYearBooked: "nästa års möten bokade senast \(bookedBy?.description ?? "enligt ”\(rule.quote)”")"
      case .minutesApprovedBy(let roles): "protokollet justeras av \(roles.joined(separator: " och "))"
      case .members: "platser: ”\(rule.quote)”"
      case .meetingsPerYear, .ordinaryMinutesPublic, .reviewDue, .minutesKept, .term, .chair, .mandate, .workingGroups,
        .reportsTo:
        nil
      }
    }
  }
}

extension MinutesDraft {
  /// Those who were called to the latest meeting, under the headings that its minutes have.
  private var attendance: [String] {
    let people = latest?.minutes.attendance.filter { $0.group != .guest } ?? []
    let members = people.filter { $0.group == .member }
    let others = people.filter { $0.group != .member }
    // Without earlier minutes the principals are what is known.
    let seats =
      members.isEmpty
      ? principals.map { "- , \($0)" }
      : members.sorted { $0.status == .present && $1.status == .absent }
        .map(row)
    var out = [heading(over: members.filter { $0.status == .present }, else: "Närvarande"), ""] + seats
    if !seats.isEmpty { out.append("") }
    if !others.isEmpty {
      out += [heading(over: others, else: "Övriga"), ""] + others.map(row) + [""]
    }
    return out
  }

  private func row(_ one: Attendance) -> String {
    // Verifiers are chosen at each meeting.
    let roles = one.role?.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.lowercased().contains("juster") }
    let name = one.party.map { "\(one.name) (\($0))" } ?? one.name
    // "ordförande i Hjälpmedelsrådet" says already for whom.
    let organisation = one.organisation.flatMap { one.role?.contains($0) ?? false ? nil : $0 }
    return "- " + ([name] + (roles ?? []) + [organisation].compactMap(\.self)).joined(separator: ", ")
  }

  /// The line above the first of some people, as the latest minutes have it.
  private func heading(over people: [Attendance], else words: String) -> String {
    guard let latest, let first = people.first else { return "## \(words)" }
    let above = (1..<max(first.line, 1)).reversed().map(latest.line).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let text = above.drop { $0 == "#" || $0 == " " }
    let isHeading =
      above.hasPrefix("#") && text.count < 60 && !text.contains { $0.isNumber || $0 == "," }
    return isHeading ? above : "## \(words)"
  }
}

extension MinutesDraft {
  /// Items that come back at every meeting, those that were put off to this one, and a place for what is new.
  private var agenda: [(title: String, text: String)] {
    let items = latest?.minutes.items ?? []
    let before = earlier.dropLast().suffix(3).map { Set($0.minutes.items.map { nameKey($0.title) }) }
    let standing = items.map(\.title).filter { title in
      let key = nameKey(title)
      return before.count > 1 && before.allSatisfy { $0.contains(key) } || Self.standing.contains { key.hasPrefix($0) }
    }
    let titles =
      standing.isEmpty ? ["Dagordning och val av justerare", "Föregående protokoll", "Nästa möte"] : standing
    let end = titles.firstIndex { title in Self.closing.contains { nameKey(title).hasPrefix($0) } } ?? titles.count
    var agenda: [(title: String, text: String)] = titles[..<end].map { ($0, "") }
    let known = Set(titles.map(nameKey))
    agenda += returning.filter { !known.contains(nameKey($0.title)) }
    agenda.append(("Nytt ärende", ""))
    agenda += titles[end...].map { title in
      (title, nameKey(title).hasPrefix("nästa") ? coming.first.map { "\(body) \($0.inWords)" } ?? "" : "")
    }
    return agenda
  }

  private static let standing = [
    "dagordning", "val av justerare", "inledning", "öppnande", "mötets öppnande", "mötet öppnas", "föregående",
    "balanslista", "ärenden till", "övriga frågor", "övrigt", "nästa möte", "nästa sammanträde", "avslutning", "välkom",
  ]
  private static let closing = [
    "ärenden till", "övriga frågor", "övrigt", "sammanfattning", "nästa", "avslutning", "mötet avslutas",
  ]

  /// What was put off to this day.
  private var returning: [(title: String, text: String)] {
    earlier.flatMap { one in
      one.minutes.items.filter { $0.deferrals.contains { $0.date == date } }.map { item in
        let from = [item.sign.isEmpty ? item.title : item.sign, one.minutes.date?.value.description]
        return (item.title, "Uppföljning av \(from.compactMap(\.self).joined(separator: " ")).")
      }
    }
  }

  /// The number after the year's last, or 1 for a body whose every meeting begins with 1.
  private var firstNumber: Int {
    let own = earlier.filter { $0.minutes.date?.value.year == date.year }
    guard let last = own.last?.minutes.numbers.last else { return 1 }
    let restarts = zip(earlier, earlier.dropFirst()).filter {
      $0.minutes.date?.value.year == $1.minutes.date?.value.year
    }
    .map { $1.minutes.numbers.first == 1 }
    return restarts.count { $0 } * 2 > restarts.count ? 1 : last + 1
  }

  /// "## § 14 Title", "### 14. Title": number and title as the latest minutes set them.
  private func heading(_ number: Int, _ title: String) -> String {
    for item in latest?.minutes.items ?? [] {
      let line = latest?.line(item.line) ?? ""
      guard line.hasPrefix("#"), !item.number.isEmpty, let place = line.firstRange(of: item.number),
        let text = line.firstRange(of: item.title), place.upperBound <= text.lowerBound
      else { continue }
      return "\(line[..<place.lowerBound])\(number)\(line[place.upperBound..<text.lowerBound])\(title)"
    }
    return "## \(number). \(title)"
  }
}

extension Minutes {
  fileprivate var numbers: [Int] { items.compactMap { Int($0.number) } }
}
