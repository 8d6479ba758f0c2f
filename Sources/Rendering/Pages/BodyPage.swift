internal import Records

extension Overview {
  /// What a body is for and by which rules, what it has met about and decided, and who sits in it.
  func bodyPage(_ id: ID<Body>) -> SitePage {
    let body = archive[id]
    let permalink = archive.permalink(of: .body(id))
    return SitePage(
      permalink: permalink, template: .body, title: body.name,
      description: "\(body.name): regler, möten, beslut och närvarande.",
      trail: [SitePage.Crumb(label: "Organ", permalink: .bodies)], isIndexed: !body.isWithheld,
      notice: body.isWithheld ? .draft : nil,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let meetings = meetingsOfBody[id.index]
        let reportsTo = body.terms?.rules.contains { if case .reportsTo = $0.value { true } else { false } } ?? false
        return [
          "aliases": .text(body.aliases.filter { $0 != body.name }.joined(separator: ", ")),
          "level": .text(body.level?.label),
          "parent": .part(reportsTo ? nil : body.parent.map { here.name(archive[$0].name, .body($0)) }),
          "below": .rows(bodiesBelow[id.index].map { here.name(archive[$0].name, .body($0)) }),
          "rules": .rows((body.terms?.rules ?? []).map { rule($0, here) }),
          "terms": .part(terms(of: body, permalink, here)),
          "meetings": .rows(meetings.prefix(5).map(here.meetingRow)),
          "meetingsHref": here.href(.meetings(of: body.slug)),
          "meetingCount": .text(counted(meetings.count, "möte", "möten")),
          "decisions": .rows(here.decisionGroups(latestDecisions(of: meetings, 8))),
          "upcoming": .rows((upcomingOfBody[id] ?? []).prefix(4).map(here.upcomingRow)),
          "calendarHref": .text(Permalink.relative(path: "/\(calendarFile(of: id))", to: permalink.path)),
          "attendanceHref": hasAttendancePage(id) ? here.href(permalink.attendance) : .text(""),
          "matters": .rows((ongoingMattersOfBody[id] ?? []).prefix(12).map { here.matterRow(standing.matters[$0]) }),
          "mattersHref": here.href(.matters),
          "followUps": .rows(openFollowUps(of: id).prefix(6).map(here.followUpRow)),
          "followUpsHref": here.href(permalink.followUps),
          "years": .rows(standing.years(of: id).map { yearRow($0, of: body, here) }),
          "present": .part(present(at: meetings, here)),
          "backlinks": here.backlinks(to: .body(id)),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.body = record(id)
        twin.decisions = latestDecisions(of: meetingsOfBody[id.index], 8).map(record).nonEmpty
        twin.entries =
          meetingsOfBody[id.index].prefix(YearlyRegister<Target>.limit).map { entry(.meeting($0)) }.nonEmpty
        twin.backlinks = backlinkEntries(to: .body(id))
        return twin
      })
  }

  private func terms(of body: Body, _ permalink: Permalink, _ here: Here) -> View? {
    guard body.terms != nil else { return nil }
    return View([
      "href": here.href(permalink.terms), "title": .text(body.termsTitle ?? "Uppdragsbeskrivning"),
      "date": .list(body.termsDate.map { [here.date($0)] } ?? []),
    ])
  }

  private func rule(_ rule: Rule, _ here: Here) -> View {
    var target: Target?
    if case .reportsTo(let name) = rule.value { target = self.body(named: name).map { .body($0) } }
    return View([
      "label": .text(rule.value.label), "value": .text(rule.value.text), "quote": .text(rule.quote),
      "href": .text(target.map(here.path) ?? ""),
      "isOverdue": .flag({ if case .reviewDue(let date) = rule.value { date < standing.asOf } else { false } }()),
    ])
  }

  /// The rule is the one that holds now, so a year before it has none.
  private func yearRow(_ year: BodyYear, of body: Body, _ here: Here) -> View {
    let rule = (body.terms?.rules ?? []).first {
      if case .meetingsPerYear = $0.value { (body.termsDate?.year ?? 0) <= year.year } else { false }
    }
    let days = year.approvalDays
    let approval =
      days.first == days.last
      ? days.first.map { counted($0, "dag", "dagar") }
      : year.usualApproval.map { "\(counted($0, "dag", "dagar")) (\(days[0])–\(days[days.count - 1]))" }
    return View([
      "year": .number(year.year), "isOver": .flag(year.year < standing.asOf.year),
      "held": .text(counted(year.meetings.count, "möte", "möten")), "rule": .text(rule?.value.text),
      "approval": .text(approval),
      "booked": .part(
        year.bookedIn.map { id in
          View(["href": here.href(.meeting(id)), "day": .list(archive[id].date.map { [here.date($0)] } ?? [])])
        }),
      "chairs": .rows(year.chairs.map { here.name($0.name, target(ofPerson: $0.name, in: archive[$0.at])) }),
    ])
  }

  private func latestDecisions(of meetings: [ID<Meeting>], _ limit: Int) -> [DecisionPlace] {
    var found: [DecisionPlace] = []
    for meeting in meetings {
      for (index, item) in archive[meeting].minutes.items.enumerated() {
        found += item.decisions.indices.map { DecisionPlace(meeting: meeting, item: index, decision: $0) }
      }
      if found.count >= limit { break }
    }
    return Array(found.prefix(limit))
  }

  /// Who was at the latest meetings, and for whom. What they were there as was so at one meeting, and is told there.
  private func present(at meetings: [ID<Meeting>], _ here: Here) -> View? {
    // Two whose names are not shown are two.
    struct Key: Hashable {
      var name: String
      var principal: ID<Principal>?
    }
    var seen: Set<Key> = []
    var rows: [(name: String, view: View)] = []
    let latest = meetings.filter { archive[$0].date != nil }.prefix(3)
    for id in latest {
      let meeting = archive[id]
      for (index, attendance) in meeting.minutes.attendance.enumerated()
      where attendance.group == .member && attendance.status == .present {
        let person = meeting.people.indices.contains(index) ? meeting.people[index] : nil
        let principal = meeting.principals.indices.contains(index) ? meeting.principals[index] : nil
        let key = Key(
          name: person.map { archive.identifier(of: .person($0)) } ?? nameKey(attendance.name),
          principal: person == nil ? principal : nil)
        guard seen.insert(key).inserted else { continue }
        rows.append((attendance.name, View(here.attendee(attendance, at: index, of: meeting))))
      }
    }
    let days = latest.compactMap { archive[$0].date }
    guard let newest = latest.first, let first = days.last, let last = days.first, !rows.isEmpty else { return nil }
    return View([
      "rows": .list(rows.sortedSwedish(by: \.name).map(\.view)), "meetings": .number(latest.count),
      "isOne": .flag(latest.count == 1), "from": .list([here.date(first)]), "to": .list([here.date(last)]),
      "chair": .part(chair(of: archive[newest], here)),
    ])
  }

  private func chair(of meeting: Meeting, _ here: Here) -> View? {
    meeting.minutes.chair.map { here.name($0.value, target(ofPerson: $0.value, in: meeting)) }
  }
}
