internal import Records

/// Reads the meetings that an item announces: all of it when that is its title; the last item also from such a line on.
/// The text stays in the item; the result is where the announcement begins in it, nil when it is all of it or nothing.
func readNextMeetings(_ section: [Line], title: String, isLast: Bool, into minutes: inout Minutes) -> Int? {
  let isWhole = beginsNextMeetings(title)
  guard let start = isWhole ? 0 : isLast ? section.dropFirst().firstIndex(where: beginsNextMeetings) : nil
  else { return nil }
  let reference = yearInTitle(title, after: minutes.date?.value) ?? minutes.date?.value
  let announced = section[start...].prefix { $0.number == section[start].number || !opensSignatures($0) }
  for line in joined(announced) where !line.isBlank {
    let own = line.number == section[start].number
    let parts = sentences(of: line.text)
    for part in parts where !announcesSomethingElse(part) {
      let words = part.words
      let dates = findDates(in: words, after: reference)
      guard let first = dates.first, isWhole || own || !line.isHeading else {
        if parts.count == 1, let undated = undatedMeeting(line, own: own) { minutes.nextMeetings.append(undated) }
        continue
      }
      let body = bodyName(in: words[..<first.words.lowerBound].joined(separator: " "))
      for date in dates where !minutes.nextMeetings.contains(where: { $0.date == date.date && $0.body == body }) {
        // "... 4 maj, handlingar skickas senast den 20 april"
        let before = words[..<date.words.lowerBound].joined(separator: " ").lowercased()
        if Grammar.otherMatters.contains(where: { " \(before) ".contains($0) }) { continue }
        minutes.nextMeetings.append(NextMeeting(body: body, date: date.date, text: line.text, line: line.number))
      }
    }
  }
  return isWhole ? nil : start
}

/// "Protokollet justerat:", "Vid protokollet": the days that follow are of signing.
private func opensSignatures(_ line: Line) -> Bool {
  let key = line.text.lowercased()
  return ["justera", "protokollet justera", "vid protokollet", "underskrift", "vid anteckningarna"].contains {
    key.hasPrefix($0)
  }
}

/// The lines with those that were broken in the middle of a sentence as one: such a line goes on in lower case.
private func joined(_ lines: ArraySlice<Line>) -> [Line] {
  var out: [Line] = []
  for line in lines {
    if let last = out.last, !last.isBlank, !last.isHeading, !line.hasBullet, !line.isBlank,
      line.text.unicodeScalars.first?.properties.isLowercase == true
        || last.text.words.last.map({ Grammar.wordsBeforeDays.contains($0) }) ?? false
    {
      out[out.count - 1] = Line(number: last.number, raw: Substring(last.text + " " + line.text))
    } else {
      out.append(line)
    }
  }
  return out
}

/// "Sammanträdesdagar 2026" in the minutes of a meeting in 2025: the days are that year's.
private func yearInTitle(_ title: String, after meeting: CalendarDate?) -> CalendarDate? {
  guard let year = title.words.last.flatMap({ Int($0.bare) }), (1950...2100).contains(year),
    meeting.map({ $0.year + 1 == year }) ?? true
  else { return nil }
  return CalendarDate(year: year, month: 1, day: 1)
}

/// The meetings that a line after the items announces: "Nästa möte: 2026-01-31 kl. 17".
func readAnnouncedAfter(_ lines: ArraySlice<Line>, into minutes: inout Minutes) {
  guard let first = lines.firstIndex(where: { beginsNextMeetings($0.text) }) else { return }
  let section = Array(lines[first...].prefix { !$0.isBlank })
  _ = readNextMeetings(section, title: section[0].text, isLast: true, into: &minutes)
}

/// "Kommande möten: 3 mars, 2 juni.", "Nästa möte flyttas till den 1 juni." in running text.
func readAnnouncements(in lines: [Line], into minutes: inout Minutes) {
  for line in joined(lines[...]) where line.hints.contains(.nextMeeting) && !beginsNextMeetings(line) {
    for sentence in sentences(of: line.text) where beginsNextMeetings(sentence) || announcesMeeting(sentence) {
      for date in findDates(in: sentence, after: minutes.date?.value) {
        guard let day = date.date, !minutes.nextMeetings.contains(where: { $0.date == day }) else { continue }
        minutes.nextMeetings.append(NextMeeting(body: nil, date: day, text: sentence, line: line.number))
      }
    }
  }
}

/// "Handlingar senast 27 augusti", "Förra mötet var 3 april": days near a meeting that are no meetings.
private func announcesSomethingElse(_ text: String) -> Bool {
  let key = text.lowercased()
  return Grammar.otherAppointments.contains { key.hasPrefix($0) } || key.contains("inställ")
    || key.contains("ställs in")
}

/// "... att nästa möte är den 1 juni": the day follows the verb.
private func announcesMeeting(_ sentence: String) -> Bool {
  guard sentence.contains("nästa ") else { return false }
  let words = sentence.words.map { $0.bare.lowercased() }
  return words.indices.dropLast(3).contains { index in
    guard words[index] == "nästa", Grammar.meetingNouns.contains(words[index + 1]),
      Grammar.announcingVerbs.contains(words[index + 2])
    else { return false }
    let rest = words[(index + 3)...].drop { $0 == "till" || $0 == "rum" || $0 == "på" || $0 == "den" }
    return rest.first.map { $0.utf8.first.map { $0 < 0x3A } ?? false || Grammar.weekdays.contains(where: $0.hasPrefix) }
      ?? false
  }
}

private func beginsNextMeetings(_ line: Line) -> Bool {
  line.hints.contains(.nextMeeting) && beginsNextMeetings(line.text)
}

func beginsNextMeetings(_ text: String) -> Bool {
  let key = text.lowercased()
  return Grammar.nextMeetingTitles.contains { key.hasPrefix($0) }
}

/// "Samråd vård och omsorg 13 oktober" in minutes that do not say their own year.
private func undatedMeeting(_ line: Line, own: Bool) -> NextMeeting? {
  guard !own, let date = findDates(in: line.text, after: CalendarDate(year: 2000, month: 1, day: 1)).first,
    case .day = date.due
  else { return nil }
  let words = line.text.words
  return NextMeeting(
    body: bodyName(in: words[..<date.words.lowerBound].joined(separator: " ")), date: nil, text: line.text,
    line: line.number)
}

/// What stands before the date, without the words that only announce it.
private func bodyName(in text: String) -> String? {
  var words = text.words
  // "X beslutade att träffas den 8 maj" announces the body's own meetings.
  if words.contains(where: Grammar.wordsOfAnnouncements.contains) { return nil }
  words.removeAll { Grammar.wordsBeforeMeetings.contains($0.bare) || Int($0.bare) != nil }
  let name = words.joined(separator: " ").trimmedPunctuation
  return name.isEmpty ? nil : name
}
