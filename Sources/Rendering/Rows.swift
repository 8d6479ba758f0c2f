internal import Records

/// The rows that several pages show.
extension Here {
  func decisionRow(_ place: DecisionPlace) -> View {
    let meeting = archive[place.meeting]
    let item = meeting.minutes.items[place.item]
    let decision = item.decisions[place.decision]
    let row: [String: Value] = [
      "href": href(place.target), "text": .text(decision.text), "leadIn": .text(decision.leadIn),
      "kind": .text(DecisionGroup(of: decision, in: item).label),
      "item": .text(item.sign.isEmpty ? item.title : item.sign), "itemTitle": .text(item.title),
      "body": .text(archive[meeting.body].name), "bodyHref": href(.body(meeting.body)),
      "meetingHref": href(.meeting(place.meeting)), "isWithheld": .flag(meeting.isWithheld),
    ]
    return View(row.merging(day(of: meeting)) { row, _ in row })
  }

  /// Decisions in running order, those of one agenda item together: its clauses share a heading and a lead-in.
  func decisionGroups(_ places: some Collection<DecisionPlace>) -> [View] {
    var groups: [[DecisionPlace]] = []
    for place in places {
      if let last = groups.last?.last, last.meeting == place.meeting, last.item == place.item {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups.compactMap(decisionGroup)
  }

  private func decisionGroup(_ places: [DecisionPlace]) -> View? {
    guard let first = places.first else { return nil }
    let meeting = archive[first.meeting]
    let item = meeting.minutes.items[first.item]
    var runs: [(leadIn: String?, clauses: [View])] = []
    for place in places {
      let decision = overview.decision(place)
      if runs.isEmpty || runs[runs.count - 1].leadIn != decision.leadIn { runs.append((decision.leadIn, [])) }
      runs[runs.count - 1].clauses.append(View(["href": href(place.target), "text": .text(decision.text)]))
    }
    let group: [String: Value] = [
      "href": href(.item(first.meeting, index: first.item)), "sign": .text(item.sign), "itemTitle": .text(item.title),
      "body": .text(archive[meeting.body].name), "isWithheld": .flag(meeting.isWithheld),
      "runs": .list(runs.map { View(["leadIn": .text($0.leadIn), "clauses": .list($0.clauses)]) }),
    ]
    return View(group.merging(day(of: meeting)) { group, _ in group })
  }

  func meetingRow(_ id: ID<Meeting>) -> View {
    let meeting = archive[id]
    let decisions = meeting.minutes.items.reduce(0) { $0 + $1.decisions.count }
    let row: [String: Value] = [
      "href": href(.meeting(id)), "body": .text(archive[meeting.body].name), "bodyHref": href(.body(meeting.body)),
      "sitting": .text(meeting.sequence > 1 ? "möte \(meeting.sequence)" : ""),
      "reference": .text(meeting.minutes.reference?.value),
      "itemCount": .text(String(meeting.minutes.items.count)),
      "decisionCount": .text(decisions == 0 ? "" : String(decisions)),
      "items": .text(counted(meeting.minutes.items.count, "ärende", "ärenden")),
      "decisions": .text(decisions == 0 ? "" : counted(decisions, "beslut", "beslut")),
      "isWithheld": .flag(meeting.isWithheld),
    ]
    return View(row.merging(day(of: meeting)) { row, _ in row })
  }

  func agreementRow(_ id: ID<AdoptedAgreement>) -> View {
    let agreement = archive[id]
    let status = overview.status(of: id)
    let from = agreement.text.validFrom?.value
    let to = agreement.text.validTo?.value
    return View([
      "href": href(.agreement(id)), "title": .text(agreement.text.title.value),
      "kind": .text(agreement.text.kind.label),
      "topics": .text(agreement.text.topics.map(\.value).joined(separator: ", ")),
      "topicNames": .text(Set(agreement.text.topics.map(\.value)).sorted().joined(separator: "|")),
      "status": .text(status.label), "statusClass": .text(status.cssClass),
      "pending": .text(overview.pendingEvent(of: id)?.label),
      "from": .list(from.map { [date($0)] } ?? []), "to": .list(to.map { [date($0)] } ?? []),
      "isOpenEnded": .flag(to == nil && agreement.text.isUntilFurtherNotice),
      "parties": .text(agreement.text.parties.isEmpty ? "" : String(agreement.text.parties.count)),
      "partyNames": .text(
        Set(
          agreement.text.parties.indices.map { index in
            agreement.parties[index].map { archive[$0].name } ?? agreement.text.parties[index].value
          }
        ).sorted().joined(separator: "|")),
      "adoptedBy": .text(agreement.text.adoption?.by),
      "adoptedHref": .text(agreement.adoptedAt.map(path) ?? ""),
    ])
  }

  func bodyRow(_ id: ID<Body>) -> View {
    let body = archive[id]
    let meetings = overview.meetingsOfBody[id.index]
    return View([
      "href": href(.body(id)), "name": .text(body.name), "level": .text(body.level?.label),
      "parent": .part(body.parent.map { name(archive[$0].name, .body($0)) }),
      "meetingCount": .text(meetings.isEmpty ? "" : counted(meetings.count, "möte", "möten")),
      "meetingsHref": href(.meetings(of: body.slug)),
      "latest": .list(meetings.prefix(1).map(meetingRow)),
    ])
  }

  func upcomingRow(_ upcoming: AnnouncedMeeting) -> View {
    View([
      "iso": .text(upcoming.date.description), "date": .text(upcoming.date.inWords),
      "weekday": .text(swedishWeekday(upcoming.date)), "time": .text(upcoming.time?.replacing("-", with: "–")),
      "papers": .list(upcoming.papersDue.map { [date($0)] } ?? []), "place": .text(upcoming.place),
      "body": .text(upcoming.body.map { archive[$0].name } ?? upcoming.bodyName),
      "bodyHref": .text(upcoming.body.map { path(.body($0)) } ?? ""),
    ])
  }
}
