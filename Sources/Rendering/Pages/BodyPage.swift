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
      notice: body.isWithheld ? .draft : nil, updated: updated(id),
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let meetings = meetingsOfBody[id.index]
        let reportsTo = body.terms?.rules.contains { if case .reportsTo = $0.value { true } else { false } } ?? false
        return [
          "aliases": .text(body.aliases.filter { $0 != body.name }.joined(separator: ", ")),
          "level": .text(body.level?.label),
          "parent": .part(reportsTo ? nil : body.parent.map { here.name(archive[$0].name, .body($0)) }),
          "purposeHTML": purpose(of: id, here), "hasPurpose": .flag(body.terms != nil),
          "place": .part(place(of: id, here)),
          "agreements": .rows((agreementsOfBody[id] ?? []).map(here.agreementRow)),
          "yearsHTML": .html(yearsPicture(of: id, meetings)),
          "attendance": .part(attendanceRows(meetings, here)),
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
          "groups": .rows(standing.workingGroups(of: id).prefix(YearlyRegister<Int>.limit).map { group($0, here) }),
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
    guard let version = body.version else { return nil }
    return View([
      "href": here.href(permalink.terms),
      "title": .text(version.title.isEmpty ? "Uppdragsbeskrivning" : version.title),
      "date": .list(version.date.map { [here.date($0)] } ?? []),
    ])
  }

  private func rule(_ rule: Rule, _ here: Here) -> View {
    var target: Target?
    if case .reportsTo(let name) = rule.value { target = self.body(named: name).map { .body($0) } }
    return View([
      "label": .text(rule.value.label), "value": .text(rule.value.text), "quote": .text(withoutComma(rule.quote)),
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
      "chairs": .rows(
        year.chairs.map { name, id in
          let meeting = archive[id]
          let row = meeting.minutes.attendance.firstIndex { nameKey($0.name) == nameKey(name) }
          let principal = row.flatMap { meeting.principals.indices.contains($0) ? meeting.principals[$0] : nil }
          return View([
            "linkHTML": here.link(name, target(ofPerson: name, in: meeting)),
            "principal": .text(principal.map { archive[$0].name }),
          ])
        }),
    ])
  }

  private func group(_ group: WorkingGroup, _ here: Here) -> View {
    View([
      "href": here.href(group.source), "text": .text(group.text),
      "day": .list(archive[group.meeting].date.map { [here.date($0)] } ?? []),
      "owner": .text(group.owner), "row": .part(group.followUp.map { here.followUpRow(standing.followUps[$0]) }),
      "isWithheld": .flag(archive[group.meeting].isWithheld),
    ])
  }

  /// Of substance: not those by which a meeting gets under way.
  private func latestDecisions(of meetings: [ID<Meeting>], _ limit: Int) -> [DecisionPlace] {
    var found: [DecisionPlace] = []
    for meeting in meetings {
      for (index, item) in archive[meeting].minutes.items.enumerated() where !item.isFormality {
        found += item.decisions.indices.map { DecisionPlace(meeting: meeting, item: index, decision: $0) }
      }
      if found.count >= limit { break }
    }
    return Array(found.prefix(limit))
  }

  /// Who was at the latest meetings and who only at earlier ones, and for whom. What they were there as was so at one meeting,
  /// and is told there.
  private func present(at meetings: [ID<Meeting>], _ here: Here) -> View? {
    // Two whose names are not shown are two.
    struct Key: Hashable {
      var name: String
      var principal: ID<Principal>?
    }
    var seen: Set<Key> = []
    var now: [(name: String, view: View)] = []
    var before: [(name: String, view: View)] = []
    let dated = meetings.filter { archive[$0].date != nil }
    let latest = dated.prefix(3)
    for (place, id) in dated.enumerated() {
      let meeting = archive[id]
      for (index, attendance) in meeting.minutes.attendance.enumerated()
      where attendance.group == .member && attendance.status == .present {
        let person = meeting.people.indices.contains(index) ? meeting.people[index] : nil
        let principal = meeting.principals.indices.contains(index) ? meeting.principals[index] : nil
        let key = Key(
          name: person.map { archive.identifier(of: .person($0)) } ?? nameKey(attendance.name),
          principal: person == nil ? principal : nil)
        guard seen.insert(key).inserted else { continue }
        let row = here.attendee(attendance, at: index, of: meeting).merging([
          "href": here.href(.meeting(id)), "last": .list(meeting.date.map { [here.date($0)] } ?? []),
        ]) { row, _ in row }
        if place < latest.count {
          now.append((attendance.name, View(row)))
        } else {
          before.append((attendance.name, View(row)))
        }
      }
    }
    let days = latest.compactMap { archive[$0].date }
    guard let newest = latest.first, let first = days.last, let last = days.first, !now.isEmpty else { return nil }
    let shown = before.prefix(YearlyRegister<Int>.limit)
    return View([
      "rows": .list(now.sortedSwedish(by: \.name).map(\.view)), "meetings": .number(latest.count),
      "isOne": .flag(latest.count == 1), "from": .list([here.date(first)]), "to": .list([here.date(last)]),
      "chair": .part(chair(of: archive[newest], here)),
      "earlier": .part(
        shown.isEmpty
          ? nil
          : View(["count": .number(shown.count), "rows": .list(Array(shown).sortedSwedish(by: \.name).map(\.view))])),
    ])
  }

  /// How many the minutes list as present and as absent, newest meeting first; nothing of meetings whose minutes list nobody.
  private func attendanceRows(_ meetings: [ID<Meeting>], _ here: Here) -> View? {
    let counts = meetings.lazy.map { [archive] id in
      let members = archive[id].minutes.attendance.filter { $0.group == .member }
      return (id: id, present: members.count { $0.status == .present }, absent: members.count { $0.status == .absent })
    }
    let shown = Array(counts.filter { $0.present > 0 }.prefix(Self.meetingsShown))
    guard shown.count > 1 else { return nil }
    let most = shown.map { $0.present + $0.absent }.max() ?? 0
    return View([
      "rows": .list(
        shown.map { id, present, absent in
          View(
            [
              "href": here.href(.meeting(id)), "present": .number(present),
              "absent": .text(absent == 0 ? "–" : "\(absent)"),
              "barHTML": Bar.html([(present, true), (absent, false)], of: most),
            ].merging(here.day(of: archive[id])) { own, _ in own })
        }),
      "isCut": .flag(shown.count == Self.meetingsShown), "shownCount": .number(shown.count),
    ])
  }

  private static var meetingsShown: Int { 12 }

  /// The years of a body below each other, newest first: when it has met, and when it is to.
  private func yearsPicture(of id: ID<Body>, _ meetings: [ID<Meeting>]) -> [UInt8] {
    var rows: [YearPicture.Row] = []
    func add(_ date: CalendarDate, _ mark: (inout YearPicture.Row) -> Void) {
      let place = rows.firstIndex { $0.year == date.year } ?? rows.count
      if place == rows.count { rows.append(YearPicture.Row(label: String(date.year), year: date.year)) }
      mark(&rows[place])
    }
    let upcoming = upcomingOfBody[id] ?? []
    for meeting in upcoming {
      add(meeting.date) {
        $0.planned.append(meeting.date)
        if let papers = meeting.papersDue { $0.papers.append(papers) }
      }
    }
    let first = standing.asOf.year - Self.yearsShown + 1
    for meeting in meetings.lazy.map({ [archive] in archive[$0] }) {
      guard let date = meeting.date else { continue }
      if date.year < first { break }
      // A preview shows what is not approved, and that it is not.
      add(date) { if meeting.isWithheld { $0.missing.append(date) } else { $0.held.append(date) } }
    }
    for meeting in unpublishedOfBody[id] ?? [] where meeting.date.year >= first {
      add(meeting.date) { $0.missing.append(meeting.date) }
    }
    return YearPicture.html(
      rows.sorted { $0.year > $1.year }, today: standing.asOf,
      words:
        "Mötena i \(archive[id].name), en rad för varje år. Listorna över möten och kommande möten säger samma sak.")
  }

  private static var yearsShown: Int { 4 }

  /// What the body is for, in the words that its terms of reference begin with.
  private func purpose(of id: ID<Body>, _ here: Here) -> Value {
    for block in archive[id].terms?.blocks ?? [] {
      guard case .paragraph(let inlines) = block.kind, inlines.plainText.utf8.count > 40 else { continue }
      // A page has no link to itself.
      let others = inlines.flatMap { inline -> [Inline] in
        if case .mention(.body(id), let name) = inline { name } else { [inline] }
      }
      return here.html([Block(.paragraph(others), line: block.line)], under: 2)
    }
    return .html([])
  }

  /// The bodies above it, itself, and those below, each in the one it reports to.
  private func place(of id: ID<Body>, _ here: Here) -> View? {
    var above: [ID<Body>] = []
    var next = archive[id].parent
    while let body = next, body != id, !above.contains(body) {
      above.insert(body, at: 0)
      next = archive[body].parent
    }
    let below = bodiesBelow[id.index].filter { !above.contains($0) }
    guard !above.isEmpty || !below.isEmpty else { return nil }
    func row(_ body: ID<Body>, _ depth: Int) -> View {
      View([
        "body": .part(here.name(archive[body].name, body == id ? nil : .body(body))), "isHere": .flag(body == id),
        "depth": .number(min(depth, 6)), "level": .text(archive[body].level?.label),
      ])
    }
    return View([
      "rows": .list(
        above.enumerated().map { row($1, $0) } + [row(id, above.count)] + below.map { row($0, above.count + 1) })
    ])
  }

  private func chair(of meeting: Meeting, _ here: Here) -> View? {
    meeting.minutes.chair.map { here.name($0.value, target(ofPerson: $0.value, in: meeting)) }
  }
}
