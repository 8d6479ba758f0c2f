internal import Records

extension Overview {
  /// The minutes of a meeting: the facts, the decisions in short, who was there, and the text with each decision set apart.
  func minutesPage(_ id: ID<Meeting>) -> SitePage {
    let meeting = archive[id]
    let body = archive[meeting.body]
    let permalink = archive.permalink(of: .meeting(id))
    let title = title(of: id)
    return SitePage(
      permalink: permalink, template: .minutes, title: title, description: "\(meeting.minutes.document), \(title).",
      trail: [
        SitePage.Crumb(label: "Möten", permalink: .meetings),
        SitePage.Crumb(label: body.name, permalink: .meetings(of: body.slug)),
      ],
      isIndexed: !meeting.isWithheld, notice: meeting.isWithheld ? .notApproved : nil,
      updated: updated(id),
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return minutesFacts(id, meeting, here).merging(minutesText(id, meeting, here)) { first, _ in first }
      },
      twin: { [self] twin in
        var twin = twin
        twin.meeting = record(id)
        twin.agendaItems =
          meeting.minutes.items.indices.map { index in
            var record = self.record(id, item: index)
            record.text = meeting.minutes.items[index].blocks.plainText.nonEmpty
            return record
          }.nonEmpty
        twin.decisions =
          meeting.minutes.items.indices.flatMap { index in
            meeting.minutes.items[index].decisions.indices.map {
              self.record(DecisionPlace(meeting: id, item: index, decision: $0))
            }
          }.nonEmpty
        twin.backlinks = backlinkEntries(to: .meeting(id))
        twin.formerAddresses = formerAnchors(on: permalink).map(FormerAddressRecord.init).nonEmpty
        return twin
      })
  }

  private func minutesFacts(_ id: ID<Meeting>, _ meeting: Meeting, _ here: Here) -> [String: Value] {
    let minutes = meeting.minutes
    func named(_ fact: Fact<String>?) -> View? {
      fact.map { here.name($0.value, target(ofPerson: $0.value, in: meeting)) }
    }
    return [
      "document": .text(minutes.document),
      "body": .text(archive[meeting.body].name), "bodyHref": here.href(.body(meeting.body)),
      "date": .list(meeting.date.map { [here.date($0)] } ?? []), "time": .text(minutes.time?.value),
      "place": .text(minutes.place?.value),
      "reference": .text(minutes.reference?.value), "chair": .part(named(minutes.chair)),
      "secretary": .part(named(minutes.secretary)),
      "verifiers": .rows(minutes.verifiers.compactMap(named)),
      "represented": .text(representationInWords(of: id)),
      "approval": .part(meeting.isWithheld ? nil : meeting.approval.map { approval($0, of: meeting, here) }),
      "corrections": .list(minutes.corrections.map(here.correction)), "source": .text(meeting.source),
      "previous": .part(meeting.previous.map { neighbour($0, here) }),
      "next": .part(meeting.next.map { neighbour($0, here) }),
      "allHref": here.href(.meetings(of: archive[meeting.body].slug)),
    ]
  }

  private func minutesText(_ id: ID<Meeting>, _ meeting: Meeting, _ here: Here) -> [String: Value] {
    let minutes = meeting.minutes
    let decisions = minutes.items.enumerated().flatMap { index, item in
      item.decisions.indices.map { DecisionPlace(meeting: id, item: index, decision: $0) }
    }
    let items = minutes.items.indices.map { item(id, meeting, $0, here) }
    return [
      "decisions": .rows(here.decisionGroups(decisions)),
      "attendance": .part(minutes.attendance.isEmpty ? nil : View(["groups": .list(attendance(meeting, here))])),
      "items": .list(items), "contents": .flag(items.count > 1),
      "preambleHTML": here.html(minutes.preamble, under: 2), "hasPreamble": .flag(!minutes.preamble.isEmpty),
      "attachments": .rows(here.attachments(minutes.attachments, of: .meeting(id), minutes)),
      "nextMeetings": .rows(minutes.nextMeetings.map { nextMeeting($0, here) }),
      "backlinks": here.backlinks(to: .meeting(id)),
      "formerAnchors": .rows(formerAnchors(on: here.permalink).map(here.formerAnchor)),
    ]
  }

  private func item(_ id: ID<Meeting>, _ meeting: Meeting, _ index: Int, _ here: Here) -> View {
    let item = meeting.minutes.items[index]
    return View([
      "anchor": .text(item.anchor), "sign": .text(item.sign), "title": .text(item.title),
      "kind": .text(item.kind?.value.label),
      "isDecision": .flag(item.kind?.value == .decision || !item.decisions.isEmpty),
      "presenters": .rows(
        item.presenters.map { presenter in
          let target = presenter.person.map { .person($0) } ?? target(ofPerson: presenter.name, in: meeting)
          return View(["linkHTML": here.link(presenter.name, target), "detail": .text(presenter.detail)])
        }),
      "matters": .part(here.matters(of: .item(id, index: index), in: meeting)),
      "secrecy": .text(item.secrecy?.ground),
      "immediate": .part(
        item.immediateApproval.map {
          View([
            "date": .list([here.date($0.date)]), "approvers": .text(listed($0.verifiers)),
            "isExcerpt": .flag(meeting.minutes.isExcerpt),
          ])
        }),
      "textHTML": here.html(item.markableBlocks, under: 3, marks: item.marks),
      "recommendations": .list(
        (recommendationsOfMeeting[id] ?? []).map { standing.recommendations[$0] }.filter { $0.item == index }.map {
          row in
          View([
            "href": here.href(archive.permalink(of: row)), "title": .text(row.title == item.title ? "" : row.title),
            "kind": .text(row.kind.label), "status": .text(status(of: row)),
          ])
        }),
      "itemAttachments": .rows(
        here.attachments(meeting.minutes.attachments.filter { $0.itemLine == item.line }, of: .meeting(id))),
      "followUps": .rows(
        (followUpsOfMeeting[id] ?? []).map { standing.followUps[$0] }.filter { $0.source.item?.index == index }
          .map(here.followUpRow)),
      "citation": .text(
        item.decisions.isEmpty
          ? "" : "\(archive[meeting.body].name) \(meeting.date?.description ?? undated) \(item.sign)"),
      "backlinks": .part(itemBacklinks(id, index, here)),
    ])
  }

  /// What points at the item or at a decision in it.
  private func itemBacklinks(_ id: ID<Meeting>, _ index: Int, _ here: Here) -> View? {
    let decisions = archive[id].minutes.items[index].decisions.indices
    let links = decisions.reduce(backlinks(to: .item(id, index: index))) {
      $0 + backlinks(to: .decision(id, index: index, decision: $1))
    }
    guard !links.isEmpty else { return nil }
    return View([
      "count": .number(links.count), "rows": .list(here.backlinkRows(links.prefix(YearlyRegister<Backlink>.newest))),
    ])
  }

  private func attendance(_ meeting: Meeting, _ here: Here) -> [View] {
    let rows = Array(meeting.minutes.attendance.enumerated())
    func group(_ title: String, _ belongs: (Attendance) -> Bool) -> View? {
      let members = rows.filter { belongs($0.element) }
      guard !members.isEmpty else { return nil }
      return View([
        "group": .text(title), "size": .number(members.count),
        "rows": .list(members.map { here.attendanceRow($0.element, at: $0.offset, of: meeting) }),
      ])
    }
    return [
      group(Attendance.Group.member.label) { $0.group == .member && $0.status == .present },
      group("Frånvarande") { $0.status == .absent },
      group(Attendance.Group.coopted.label) { $0.group == .coopted && $0.status == .present },
      group(Attendance.Group.official.label) { $0.group == .official && $0.status == .present },
      group(Attendance.Group.guest.label) { $0.group == .guest && $0.status == .present },
    ].compactMap(\.self)
  }

  private func approval(_ approval: Approval, of meeting: Meeting, _ here: Here) -> View {
    let isArchived = approval.evidence == .archiveDecision
    return View([
      "label": .text(isArchived ? "Publicering beslutad" : "Justerat"),
      "date": .list([here.date(approval.date)]), "evidence": .text(approval.evidence.label),
      "rule": .text(approval.rule?.quotes.joined(separator: " ")),
      "decision": .part(
        approval.decision.map {
          View(["date": .list([here.date($0.date)]), "by": .text($0.by), "item": .text($0.item.map { "§ \($0)" })])
        }),
      "approvers": .list(
        approval.approvers.map { approver in
          let target = target(ofPerson: approver.name, in: meeting)
          return View(["linkHTML": here.link(approver.name, target), "role": .text(approver.role)])
        }),
    ])
  }

  private func neighbour(_ id: ID<Meeting>, _ here: Here) -> View {
    View(["href": here.href(.meeting(id)), "date": .list(archive[id].date.map { [here.date($0)] } ?? [])])
  }

  private func nextMeeting(_ next: NextMeeting, _ here: Here) -> View {
    let body = next.body.flatMap(body(named:))
    return View([
      "body": .text(next.body), "bodyHref": .text(body.map { here.path(.body($0)) } ?? ""),
      "when": .list(next.date.map { [here.date($0)] } ?? []), "text": .text(next.text),
    ])
  }

  /// The one who was at the meeting under that name, else the only one of that name.
  func target(ofPerson name: String, in meeting: Meeting) -> Target? {
    let key = nameKey(name)
    if let index = meeting.minutes.attendance.firstIndex(where: { nameKey($0.name) == key }) {
      return meeting.people.indices.contains(index) ? meeting.people[index].map { .person($0) } : nil
    }
    return person(named: name).map { .person($0) }
  }
}

extension Here {
  func correction(_ correction: Correction) -> View {
    View([
      "date": .list([date(correction.date)]), "what": .text(correction.what), "by": .text(correction.by),
    ])
  }

  func attendanceRow(_ attendance: Attendance, at index: Int, of meeting: Meeting) -> View {
    let role: [String: Value] = [
      "role": .text(attendance.role), "party": .text(attendance.party),
      "alsoRepresents": .text(listed(attendance.alsoRepresents)), "note": .text(attendance.note),
    ]
    return View(role.merging(attendee(attendance, at: index, of: meeting)) { role, _ in role })
  }

  /// Who was there, and for whom.
  func attendee(_ attendance: Attendance, at index: Int, of meeting: Meeting) -> [String: Value] {
    let person = meeting.people.indices.contains(index) ? meeting.people[index] : nil
    let principal = meeting.principals.indices.contains(index) ? meeting.principals[index] : nil
    return [
      "nameHTML": link(attendance.name, person.map { .person($0) }),
      "organisation": .flag(!(attendance.organisation ?? "").isEmpty),
      "organisationHTML": link(attendance.organisation ?? "", principal.map { .principal($0) }),
    ]
  }
}

extension Minutes {
  /// What the document calls itself: "Protokoll", "Minnesanteckningar".
  var document: String { nameKey(title).contains("minnesanteckning") ? "Minnesanteckningar" : "Protokoll" }
}

extension AgendaItem {
  /// The blocks, where only one of those that start on one line keeps it, the one that says what was decided: an anchor
  /// stands once on a page, and a line of text without Markdown may become several blocks.
  fileprivate var markableBlocks: [Block] {
    var blocks = blocks
    let places = Dictionary(grouping: blocks.indices) { blocks[$0].line }
    for (line, places) in places where places.count > 1 {
      let clauses = decisions.filter { $0.line == line }.map(\.text)
      let keeper = places.first { place in clauses.contains { blocks[place].plainText.contains($0) } } ?? places[0]
      for place in places where place != keeper { blocks[place].line = 0 }
    }
    return blocks
  }

  /// The blocks that hold the decisions, with their anchors. A line inside a block counts as the block's.
  fileprivate var marks: [Int: MarkupHTML.Mark] {
    guard !decisions.isEmpty else { return [:] }
    let lines = blocks.markableLines.sorted()
    var marks: [Int: MarkupHTML.Mark] = [:]
    for (place, decision) in decisions.enumerated() {
      let line = lines.last { $0 <= decision.line } ?? lines.first ?? decision.line
      marks[line, default: MarkupHTML.Mark(ids: [], cssClass: "decision")].ids.append(anchor(ofDecision: place))
    }
    return marks
  }
}

extension [Block] {
  /// Where something starts that has an element of its own.
  fileprivate var markableLines: [Int] {
    flatMap { block -> [Int] in
      switch block.kind {
      case .paragraph, .heading: [block.line]
      case .list(let list): list.items.flatMap { [$0.line] + $0.blocks.markableLines }
      case .quote(let blocks): blocks.markableLines
      case .table(let table): [block.line] + table.rows.map(\.line)
      case .code, .rule, .html: []
      }
    }
  }
}
