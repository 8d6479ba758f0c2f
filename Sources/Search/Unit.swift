internal import Records

/// Something that a search finds: it has a title, an address and words.
enum Unit: Sendable {
  case body(ID<Body>)
  case agreement(ID<AdoptedAgreement>)
  case page(ID<PlainPage>)
  /// The terms of reference of a body.
  case terms(ID<Body>)
  case principal(ID<Principal>)
  case person(ID<Person>)
  /// The head of the minutes: what stands before the first item.
  case meeting(ID<Meeting>)
  /// The item at `index`, its decisions with it.
  case item(ID<Meeting>, index: Int)

  /// As JSON calls it.
  var kind: String {
    switch self {
    case .body: "body"
    case .agreement: "agreement"
    case .page: "page"
    case .terms: "terms"
    case .principal: "principal"
    case .person: "person"
    case .meeting: "meeting"
    case .item: "item"
    }
  }
}

extension Archive {
  /// All units. Among equal hits the lower number comes first: what lasts before what happened on a day, agreements in
  /// force before those that were, then meetings from the newest.
  func units(_ standing: Standing) -> [Unit] {
    var units = bodies.indices.map { Unit.body(ID($0)) }
    units += agreements.indices
      .sorted { (age(standing.agreements, $0), $0) < (age(standing.agreements, $1), $1) }.map { .agreement(ID($0)) }
    units += pages.indices.map { .page(ID($0)) }
    units += bodies.indices.filter { bodies[$0].terms != nil }.map { .terms(ID($0)) }
    units += principals.indices.map { .principal(ID($0)) }
    units += people.indices.map { .person(ID($0)) }
    for meeting in newestMeetings {
      units.append(.meeting(ID(meeting)))
      units += meetings[meeting].minutes.items.indices.map { .item(ID(meeting), index: $0) }
    }
    return units
  }

  /// The titles, people and text of a unit, so noted.
  func note(_ unit: Unit, in notes: inout TermNotes) {
    switch unit {
    case .body(let id): names([self[id].name] + self[id].aliases, &notes)
    case .principal(let id): names([self[id].name] + self[id].aliases, &notes)
    case .person(let id): names([self[id].name] + self[id].aliases, &notes)
    case .terms(let id):
      notes.title(title(of: unit))
      for alias in self[id].aliases { notes.text(alias) }
      notes.text(self[id].terms?.blocks ?? [])
    case .page(let id):
      notes.title(self[id].page.title)
      notes.text(self[id].page.blocks)
    case .agreement(let id):
      let agreement = self[id].text
      notes.title(agreement.title.value)
      notes.text(agreement.reference?.value ?? "")
      for party in agreement.parties { notes.text(party.value) }
      for date in [agreement.validFrom, agreement.validTo] { if let date { notes.date(date.value) } }
      notes.text(agreement.blocks)
    case .meeting(let id):
      notes.title(title(of: unit))
      if let date = meetings[id.index].date { notes.title(date.description) }
      note(meetings[id.index].minutes, &notes)
      occasion(meetings[id.index], &notes)
    case .item(let id, let index):
      notes.title(title(of: unit))
      note(meetings[id.index].minutes.items[index], &notes)
      occasion(meetings[id.index], &notes)
    }
  }

  private func note(_ minutes: Minutes, _ notes: inout TermNotes) {
    notes.text(minutes.title)
    notes.text(minutes.reference?.value ?? "")
    notes.text(minutes.place?.value ?? "")
    notes.text(minutes.preamble)
  }

  private func note(_ item: AgendaItem, _ notes: inout TermNotes) {
    for presenter in item.presenters {
      notes.text(presenter.name)
      notes.text(presenter.detail ?? "")
    }
    notes.text(item.blocks)
    // A word of a decision counts once more than one of the talk around it.
    for decision in item.decisions { notes.text(decision.text) }
  }

  func title(of unit: Unit) -> String {
    switch unit {
    case .body(let id): self[id].name
    case .agreement(let id): self[id].text.title.value
    case .page(let id): self[id].page.title
    case .terms(let id): "Uppdrag för \(self[id].name)"
    case .principal(let id): self[id].name
    case .person(let id): self[id].name
    // Not `self[id]`, which would copy the whole meeting for each of its items.
    case .meeting(let id):
      bodies[meetings[id.index].body.index].name
        + (meetings[id.index].date.map { " \(inWords($0))" } ?? ", utan datum")
    case .item(let id, let index):
      meetings[id.index].minutes.items[index].heading.isEmpty
        ? title(of: .meeting(id)) : meetings[id.index].minutes.items[index].heading
    }
  }

  /// What a body and a day are asked for by, in whatever stands in its minutes.
  private func occasion(_ meeting: Meeting, _ notes: inout TermNotes) {
    notes.text(bodies[meeting.body.index].name)
    for alias in bodies[meeting.body.index].aliases { notes.text(alias) }
    if let date = meeting.date { notes.date(date) }
  }

  private func names(_ names: [String], _ notes: inout TermNotes) {
    for name in names { notes.title(name) }
  }

  /// Newest first; on one day by body, the later sitting first.
  private var newestMeetings: [Int] {
    meetings.indices.sorted {
      let (a, b) = (meetings[$0], meetings[$1])
      if a.date != b.date { return (a.date?.dayNumber ?? Int.max) > (b.date?.dayNumber ?? Int.max) }
      return a.body == b.body ? a.sequence > b.sequence : a.body < b.body
    }
  }
}

private func age(_ statuses: [Standing.AgreementStatus], _ agreement: Int) -> Int {
  guard statuses.indices.contains(agreement) else { return 0 }
  return switch statuses[agreement] {
  case .inForce, .endsSoon: 0
  case .comingIntoForce, .withheld: 1
  case .ended, .replaced: 2
  }
}
