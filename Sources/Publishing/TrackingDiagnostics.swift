internal import Records
internal import Tracking

/// What the balanslista and the answers of principals have to tell those who write the minutes.
func trackingDiagnostics(_ standing: Standing, _ archive: Archive, of folder: SiteFolder) -> [Diagnostic] {
  func place(_ meeting: ID<Meeting>, _ line: Int) -> SourceLocation {
    SourceLocation(path: folder.path(ofContent: archive[meeting].source), line: line)
  }
  var out: [Diagnostic] = []
  for row in standing.followUps where row.isForgotten {
    guard let due = row.due, let date = archive[row.meeting].date, let item = row.source.agendaItem(in: archive) else {
      continue
    }
    let name = item.number.isEmpty ? archive.permalink(of: row.source).text : "\(item.sign) \(date)"
    out.append(Diagnostic(.forgotten(item: name, due: due), at: place(row.meeting, row.line)))
  }
  if let statement = archive.site.accessibility, let updated = statement.updated,
    let limit = updated.adding(months: 12), limit < standing.asOf
  {
    let place = SourceLocation(path: folder.path(ofContent: "samsyn.yml"), line: statement.line)
    out.append(Diagnostic(.statementOld(since: updated), at: place))
  }
  for (body, rule) in standing.unkeptRules {
    guard var location = archive[body].version?.source else { continue }
    switch rule {
    case .reviewOverdue(_, let line), .fewMeetings(_, _, _, let line), .nothingBooked(_, let line):
      location.line = line
    case .vagueGroup(_, _, let meeting, let line): location = place(meeting, line)
    }
    out.append(Diagnostic(.unkeptRule(body: archive[body].name, rule), at: location))
  }
  for one in standing.disagreements {
    let agreement = archive[one.agreement]
    let file = folder.path(ofContent: agreement.source)
    out.append(
      Diagnostic(
        .agreementDisagrees(title: agreement.text.title.value, file: file, one.kind), at: place(one.meeting, one.line)))
  }
  for (meeting, text) in standing.closingsOfNothing {
    out.append(Diagnostic(.closesNothing(text: text.value), at: place(meeting, text.line)))
  }
  for one in standing.answerFaults {
    switch one.place {
    case .file(let location): out.append(Diagnostic(.answer(one.fault), at: location))
    case .minutes(let meeting, let line): out.append(Diagnostic(.answer(one.fault), at: place(meeting, line)))
    }
  }
  return out
}

/// Items that may be one matter, each with the line that says so.
func suggestedMatters(_ standing: Standing, _ archive: Archive, of folder: SiteFolder) -> [Diagnostic] {
  similarItems(in: archive, standing).compactMap { pair in
    guard let place = pair.earlier.item, let own = pair.later.item,
      let earlier = pair.earlier.agendaItem(in: archive), let later = pair.later.agendaItem(in: archive)
    else { return nil }
    let meeting = archive[place.meeting]
    let day = meeting.date.map { " \($0)" } ?? ""
    let problem = Problem.similarItem(
      to: "\(earlier.heading), \(archive[meeting.body].name)\(day)", line: "ärende: \(yamlText(pair.name))")
    let path = folder.path(ofContent: archive[own.meeting].source)
    return Diagnostic(problem, at: SourceLocation(path: path, line: later.titleStatedAt ?? later.line))
  }
}
