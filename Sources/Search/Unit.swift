internal import Records

/// Something that a search finds: it has a title, an address and words.
enum Unit: Hashable, Sendable {
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
  case decision(ID<Meeting>, index: Int, decision: Int)
  case matter(Derived)
  /// What an item leaves to be done.
  case followUp(Derived)

  /// As JSON calls it.
  var kind: Kind {
    switch self {
    case .body: .body
    case .agreement: .agreement
    case .page: .page
    case .terms: .terms
    case .principal: .principal
    case .person: .person
    case .meeting: .meeting
    case .item: .item
    case .decision: .decision
    case .matter: .matter
    case .followUp: .followUp
    }
  }

  /// In the order of the filter.
  enum Kind: String, CaseIterable, Sendable {
    case decision, item, matter, followUp, agreement, terms, body, meeting, person, principal, page

    /// As addresses have it, and as a reader does.
    var name: (slug: String, label: String) {
      switch self {
      case .decision: ("beslut", "Beslut")
      case .item: ("arendepunkt", "Ärendepunkt")
      case .matter: ("arende", "Ärende")
      case .followUp: ("balanslista", "Balanslistan")
      case .agreement: ("avtal", "Avtal")
      case .terms: ("uppdrag", "Uppdragsbeskrivning")
      case .body: ("organ", "Organ")
      case .meeting: ("mote", "Möte")
      case .person: ("person", "Person")
      case .principal: ("huvudman", "Huvudman")
      case .page: ("sida", "Sida")
      }
    }
  }
}

extension Archive {
  /// All units. Among equal hits the lower number comes first: what has no day before what happened on one, and then the
  /// newest. `undated` is how many of the first kind there are.
  func units(_ standing: Standing) -> (units: [Unit], undated: Int) {
    var units = bodies.indices.map { Unit.body(ID($0)) }
    units += pages.indices.map { .page(ID($0)) }
    let terms = bodies.indices.filter { bodies[$0].terms != nil }
    units += terms.filter { bodies[$0].termsDate == nil }.map { .terms(ID($0)) }
    units += principals.indices.map { .principal(ID($0)) }
    units += people.indices.map { .person(ID($0)) }
    units += agreements.indices.filter { day(of: agreements[$0]) == nil }.map { .agreement(ID($0)) }
    let undated = units.count
    // Agreements and terms of reference before the meetings of their day; on one day meetings by body, the later sitting first.
    var dated: [(day: Int, order: Int, unit: Unit)] = agreements.indices.compactMap { place in
      day(of: agreements[place]).map { ($0.dayNumber, place - agreements.count, .agreement(ID(place))) }
    }
    dated += terms.compactMap { place in
      bodies[place].termsDate.map { ($0.dayNumber, place - agreements.count - bodies.count, .terms(ID(place))) }
    }
    dated += meetings.indices.map { place in
      (
        meetings[place].date?.dayNumber ?? Int.max, meetings[place].body.index << 8 - meetings[place].sequence,
        .meeting(ID(place))
      )
    }
    dated.sort { ($1.day, $0.order) < ($0.day, $1.order) }
    let (matters, followUps) = (matters(standing), openFollowUps(standing))
    for one in dated {
      units.append(one.unit)
      guard case .meeting(let id) = one.unit else { continue }
      units += (matters[id] ?? []).map { .matter($0) }
      for index in meetings[id.index].minutes.items.indices {
        units.append(.item(id, index: index))
        units += meetings[id.index].minutes.items[index].decisions.indices
          .map { .decision(id, index: index, decision: $0) }
        units += (followUps[.item(id, index: index)] ?? []).map { .followUp($0) }
      }
    }
    return (units, undated)
  }

  func day(of agreement: AdoptedAgreement) -> CalendarDate? {
    agreement.text.validFrom?.value ?? agreement.text.date?.value ?? agreement.text.adoption?.date
  }

  func title(of unit: Unit) -> String {
    switch unit {
    case .body(let id): self[id].name
    case .agreement(let id): self[id].text.title.value
    case .page(let id): self[id].page.title
    case .matter(let one), .followUp(let one): one.title
    case .terms(let id): "Uppdrag för \(self[id].name)"
    case .principal(let id): self[id].name
    case .person(let id): self[id].name
    // Not `self[id]`, which would copy the whole meeting for each of its items.
    case .meeting(let id):
      bodies[meetings[id.index].body.index].name
        + (meetings[id.index].date.map { " \($0.inWords)" } ?? ", utan datum")
    case .item(let id, let index), .decision(let id, let index, _):
      meetings[id.index].minutes.items[index].heading.isEmpty
        ? title(of: .meeting(id)) : meetings[id.index].minutes.items[index].heading
    }
  }

  /// The words of a unit, field by field.
  func read(_ unit: Unit, into stream: inout TokenStream) {
    switch unit {
    case .body(let id): names([self[id].name] + self[id].aliases, &stream)
    case .principal(let id): names([self[id].name] + self[id].aliases, &stream)
    case .person(let id):
      names([self[id].name] + self[id].aliases, &stream)
      stream.initials(of: self[id].name)
      if let principal = self[id].principal { stream.text(self[principal].name, .occasion) }
    case .terms(let id):
      stream.text(title(of: unit), .title)
      for alias in self[id].aliases { stream.text(alias, .occasion) }
      stream.blocks(self[id].terms?.blocks ?? [])
    case .matter(let one), .followUp(let one):
      stream.text(one.title, .title)
      for words in [one.text] + one.words { stream.text(words, .body) }
      occasion(meetings[one.meeting.index], &stream)
    case .page(let id):
      stream.text(self[id].page.title, .title)
      stream.blocks(self[id].page.blocks)
    case .agreement(let id):
      let agreement = self[id].text
      stream.text(agreement.title.value, .title)
      stream.text(agreement.reference?.value ?? "", .reference)
      for topic in agreement.topics { stream.text(topic.value, .heading) }
      for party in agreement.parties { stream.text(party.value, .people) }
      for date in [agreement.validFrom, agreement.validTo] { if let date { stream.date(date.value, .heading) } }
      stream.blocks(agreement.blocks)
    case .meeting(let id):
      let minutes = meetings[id.index].minutes
      stream.text(title(of: unit), .title)
      stream.text(minutes.title, .heading)
      stream.text(minutes.reference?.value ?? "", .reference)
      stream.text(minutes.place?.value ?? "", .body)
      for one in minutes.attendance {
        stream.text(one.name, .people)
        stream.initials(of: one.name)
        stream.text(one.organisation ?? "", .occasion)
      }
      stream.blocks(minutes.preamble)
      occasion(meetings[id.index], &stream)
    case .item(let id, let index):
      let item = meetings[id.index].minutes.items[index]
      stream.text(title(of: unit), .title)
      stream.text(item.reference?.value ?? "", .reference)
      for presenter in item.presenters {
        stream.text(presenter.name, .people)
        stream.initials(of: presenter.name)
        stream.text(presenter.detail ?? "", .body)
      }
      stream.blocks(item.blocks)
      occasion(meetings[id.index], &stream)
    case .decision(let id, let index, let decision):
      let item = meetings[id.index].minutes.items[index]
      stream.text(title(of: unit), .title)
      stream.text(item.reference?.value ?? "", .reference)
      stream.text(item.decisions[decision].leadIn ?? "", .body)
      stream.text(item.decisions[decision].text, .decision)
      occasion(meetings[id.index], &stream)
    }
  }

  /// What a body and a day are asked for by, in whatever stands in its minutes.
  private func occasion(_ meeting: Meeting, _ stream: inout TokenStream) {
    stream.text(bodies[meeting.body.index].name, .occasion)
    for alias in bodies[meeting.body.index].aliases { stream.text(alias, .occasion) }
    if let date = meeting.date { stream.date(date, .occasion) }
  }

  private func names(_ names: [String], _ stream: inout TokenStream) {
    for name in names { stream.text(name, .title) }
  }
}
