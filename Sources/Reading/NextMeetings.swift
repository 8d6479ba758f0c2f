internal import Records

/// Takes the announced meetings out of an item: all of it when that is its title, else from such a heading to the end.
/// The title line and other text stay.
func cutNextMeetings(_ section: [Line], title: String, into minutes: inout Minutes) -> [Line] {
  let isWhole = beginsNextMeetings(title)
  let start = isWhole ? 0 : section.dropFirst().firstIndex { beginsNextMeetings($0.text) }
  guard let start else { return section }
  for line in section[start...] where !line.isBlank {
    let own = line.number == section[start].number
    let words = line.text.words
    let dates = findDates(in: words, after: minutes.date?.value)
    guard let first = dates.first, isWhole || own || !line.isHeading else {
      if let undated = undatedMeeting(line, own: own) { minutes.nextMeetings.append(undated) }
      continue
    }
    let before = words[..<first.words.lowerBound].joined(separator: " ")
    let body = bodyName(in: before)
    for date in dates where !minutes.nextMeetings.contains(where: { $0.date == date.date && $0.body == body }) {
      minutes.nextMeetings.append(NextMeeting(body: body, date: date.date, text: line.text, line: line.number))
    }
  }
  return isWhole ? section : Array(section[..<start])
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
  let empty: Set<String> = [
    "nästa", "möte", "sammanträde", "möten", "kommande", "den", "är", "äger", "rum", "hålls", "med", "i", "för",
    "övriga", "mötestider", "våren", "hösten", "mötestid", "måndag", "tisdag", "onsdag", "torsdag", "fredag",
    "måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen",
  ]
  // "X beslutade att träffas den 8 maj" announces the body's own meetings.
  if words.contains(where: { ["att", "träffas", "beslutade", "beslutar", "har"].contains($0.lowercased()) }) { return nil }
  words.removeAll { empty.contains($0.bare.lowercased()) || Int($0.bare) != nil }
  let name = words.joined(separator: " ").trimmedPunctuation
  return name.isEmpty ? nil : name
}

extension String {
  /// Without commas, colons and dashes at the ends.
  var trimmedPunctuation: String {
    var rest = Substring(self).trimmed
    while let last = rest.last, ",:;–-".contains(last) { rest = rest.dropLast().trimmed }
    while let first = rest.first, ",:;–-".contains(first) { rest = rest.dropFirst().trimmed }
    return String(rest)
  }
}

extension StringProtocol {
  var trimmed: Substring { Substring(self).trimmed }
}
