internal import Records

extension Matrix {
  /// An item that a file of answers says is a recommendation or a remiss, though its text was not understood so.
  mutating func findStated() {
    let meetings = MeetingsByAddress(archive)
    for file in archive.site.answers {
      guard let kind = file.kind, let place = meetings.place(of: file.subject.value), ofItem[place] == nil else {
        continue
      }
      let item = archive[place.meeting].minutes.items[place.item]
      guard item.secrecy == nil else { continue }
      _ = add(
        Recommendation(
          kind: kind, title: item.title, meeting: place.meeting, item: place.item, decisions: [], line: item.line,
          text: item.title, certainty: .stated, anchor: item.anchor, recipients: []), names: [])
    }
  }

  mutating func readFiles() {
    let meetings = MeetingsByAddress(archive)
    let pages = Dictionary(
      rows.indices.map { (archive.permalink(of: rows[$0]), $0) }, uniquingKeysWith: { first, _ in first })
    for file in archive.site.answers {
      let subject = file.subject.value
      let own = meetings.place(of: subject).flatMap { ofItem[$0] } ?? []
      // Of several that an item tells of, only their addresses tell which.
      guard let row = Permalink(written: subject).flatMap({ pages[$0] }) ?? (own.count == 1 ? own[0] : nil) else {
        note(.unknownRecommendation(text: subject), file.location)
        continue
      }
      read(file, into: row)
    }
  }

  private mutating func read(_ file: AnswerFile, into row: Int) {
    if let kind = file.kind { rows[row].kind = kind }
    if let due = file.due { rows[row].due = Recommendation.Due(date: due, text: nil) }
    if !file.recipients.isEmpty {
      rows[row].recipients = Set(
        file.recipients.flatMap { name in
          principals(named: name.value, at: SourceLocation(path: file.location.path, line: name.line))
        }
      ).sorted()
    }
    let dispatched = rows[row].isToldOf ? nil : archive[rows[row].meeting].date
    var first: [ID<Principal>: SourceLocation] = [:]
    for statement in statements[row] {
      if case .file(let place) = statement.place { first[statement.principal] = place }
    }
    for answer in file.answers {
      guard let principal = principals(named: answer.principal, at: answer.location).first else { continue }
      let name = archive[principal].name
      if let other = first[principal] {
        note(.twice(principal: name, first: other), answer.location)
        continue
      }
      first[principal] = answer.location
      if let date = answer.date, let dispatched, date < dispatched {
        note(.beforeDispatch(principal: name, date: date, dispatched: dispatched), answer.location)
        continue
      }
      if let date = answer.date, date > day {
        note(.inFuture(principal: name, date: date, today: day), answer.location)
        continue
      }
      var response = PrincipalResponse(
        isDecided: answer.answer != nil, answer: answer.answer, evidence: .stated(answer.location))
      (response.date, response.instance) = (answer.date, answer.instance)
      (response.link, response.note) = (answer.link, answer.note)
      statements[row].append(
        Statement(principal: principal, response: response, toldOn: nil, place: .file(answer.location)))
    }
  }

  /// A principal by its name, or the members of a group; none for a name that is nobody's, which is told.
  private mutating func principals(named name: String, at place: SourceLocation) -> [ID<Principal>] {
    let keys = SentenceWords(name).keys
    if let run = addressees.run(in: keys, at: 0), run.end == keys.count, !run.principals.isEmpty {
      return run.principals
    }
    let names = archive.principals.map(\.name)
    note(.unknownPrincipal(name: name, nearest: nearest(to: name, among: names)), place)
    return []
  }

  private mutating func note(_ fault: AnswerFault, _ location: SourceLocation) {
    faults.append(AnswerFault.Located(fault, at: .file(location)))
  }
}

/// Agenda items by the words of whoever refers to them.
private struct MeetingsByAddress {
  private let archive: Archive
  private var meetings: [String: ID<Meeting>] = [:]
  private var bodies: [String: ID<Body>] = [:]

  init(_ archive: Archive) {
    self.archive = archive
    guard !archive.site.answers.isEmpty else { return }
    for index in archive.meetings.indices {
      meetings[archive.permalink(of: .meeting(ID(index))).path] = ID(index)
    }
    for (index, body) in archive.bodies.enumerated() {
      for name in [body.name] + body.aliases { bodies[nameKey(name)] = ID(index) }
    }
  }

  /// Of "Samrådet 2024-05-24 § 14", "Samrådet § 14 2024-05-24", "/moten/samradet/2024-05-24/#p14".
  func place(of text: String) -> Matrix.Place? {
    if let link = Permalink(written: text) { return place(of: link) }
    let words = text.replacing("§", with: " § ").split { $0 == " " || $0 == "," }
    guard let date = words.firstIndex(where: { CalendarDate(iso: $0) != nil }),
      let sign = words.firstIndex(of: "§"), sign + 1 < words.count
    else { return nil }
    let number = words[(sign + 1)...].prefix { CalendarDate(iso: $0) == nil }.joined(separator: " ")
    let name = words[..<min(date, sign)].joined(separator: " ")
    guard let body = bodies[nameKey(name)] else { return nil }
    let item = AgendaItem(number: number, title: "", line: 0)
    return place(of: Permalink("/moten/\(archive[body].slug)/\(words[date])/", fragment: item.anchor))
  }

  private func place(of link: Permalink) -> Matrix.Place? {
    guard let meeting = meetings[link.path], let fragment = link.fragment else { return nil }
    let anchor = fragment.firstRange(of: "-beslut-").map { String(fragment[..<$0.lowerBound]) } ?? fragment
    return archive[meeting].minutes.items.firstIndex { $0.anchor == anchor }
      .map { Matrix.Place(meeting: meeting, item: $0) }
  }
}
