internal import Records

/// The years of each body, newest first, parallel to the archive's bodies.
func bodyYears(in archive: Archive) -> [[BodyYear]] {
  archive.bodies.indices.map { index in
    var years: [Int: BodyYear] = [:]
    for id in archive.meetings(of: ID(index)) {
      let meeting = archive[id]
      guard let date = meeting.date, !meeting.isWithheld else { continue }
      var year = years[date.year] ?? BodyYear(year: date.year)
      year.meetings.append(id)
      if let approved = meeting.approval, approved.evidence != .archiveDecision {
        year.approvalDays.append(max(0, approved.date.dayNumber - date.dayNumber))
      }
      if year.bookedIn == nil, date.month < 12, names(meetingOf: date.year + 1, meeting, ID(index), archive) {
        year.bookedIn = id
      }
      if let chair = meeting.minutes.chair?.value, !year.chairs.contains(where: { nameKey($0.name) == nameKey(chair) })
      {
        year.chairs.append((chair, id))
      }
      years[date.year] = year
    }
    return years.values.map { year in
      var year = year
      year.approvalDays.sort()
      return year
    }.sorted { $0.year > $1.year }
  }
}

private func names(meetingOf year: Int, _ meeting: Meeting, _ body: ID<Body>, _ archive: Archive) -> Bool {
  meeting.minutes.nextMeetings.contains { next in
    next.date?.year == year && next.body.map { isName($0, of: archive[body]) } ?? true
  }
}

private func isName(_ name: String, of body: Body) -> Bool {
  ([body.name] + body.aliases).contains { nameKey($0) == nameKey(name) }
}

/// The rules that public facts say a body has not met, as its terms of reference have them now. A year before those, and the
/// first year of the archive, are not held to them.
func unkeptRules(
  _ years: [[BodyYear]], _ groups: [[WorkingGroup]], in archive: Archive, on day: CalendarDate
) -> [(body: ID<Body>, UnkeptRule)] {
  archive.bodies.indices.flatMap { index -> [(body: ID<Body>, UnkeptRule)] in
    let body = archive.bodies[index]
    guard !body.isWithheld, let terms = body.terms else { return [] }
    var found: [UnkeptRule] = []
    for rule in terms.rules {
      switch rule.value {
      case .reviewDue(let date) where date < day: found.append(.reviewOverdue(date, line: rule.line))
      case .meetingsPerYear(let minimum?, _):
        let first = max(years[index].last?.year ?? day.year, body.termsDate?.year ?? 0)
        for year in years[index] where year.year < day.year && year.year > first && year.meetings.count < minimum {
          found.append(
            .fewMeetings(year: year.year, held: year.meetings.count, minimum: minimum, line: rule.line))
        }
      case .nextYearBooked where day.month == 12:
        let isBooked = archive.announced.contains { $0.body == ID(index) && $0.date.year > day.year }
        if !isBooked, !years[index].isEmpty { found.append(.nothingBooked(year: day.year + 1, line: rule.line)) }
      case .workingGroups where !found.contains(where: { if case .vagueGroup = $0 { true } else { false } }):
        for group in groups[index] where archive[group.meeting].date.map({ $0 >= body.termsDate ?? $0 }) ?? false {
          if group.owner != nil, group.followUp != nil { continue }
          found.append(
            .vagueGroup(
              hasOwner: group.owner != nil, hasDay: group.followUp != nil, meeting: group.meeting, line: group.line))
        }
      default: break
      }
    }
    return found.map { (ID(index), $0) }
  }
}
