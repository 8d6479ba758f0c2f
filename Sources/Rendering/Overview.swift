internal import Records

/// What pages ask of the archive as a whole, worked out once: no page walks all pages.
final class Overview: Sendable {
  let archive: Archive
  let standing: Standing
  /// Newest first, before them those without a date; on one day by body, the later sitting first.
  let newestMeetings: [ID<Meeting>]
  /// Every decision, newest meeting first, then in the order of the minutes.
  let newestDecisions: [DecisionPlace]
  let meetingsOfBody: [[ID<Meeting>]]
  let peopleOfPrincipal: [[ID<Person>]]
  let agreementsOfPrincipal: [[ID<AdoptedAgreement>]]
  /// The current versions that the body has adopted.
  let agreementsOfBody: [ID<Body>: [ID<AdoptedAgreement>]]
  /// Where the lists of meetings have shown it as represented.
  let bodiesOfPrincipal: [ID<Principal>: [ID<Body>]]
  /// What is not done and that the minutes say is the principal's.
  let followUpsOfPrincipal: [ID<Principal>: [Int]]
  let bodiesBelow: [[ID<Body>]]
  /// Versions of each agreement by its address, newest first.
  let versions: [String: [ID<AdoptedAgreement>]]
  let bodiesByName: [String: ID<Body>]
  let peopleByName: [String: [ID<Person>]]
  let rowsByYear: [DataKind: [YearOfRows]]
  /// Places in the standing's rows.
  let followUpsOfMeeting: [ID<Meeting>: [Int]]
  let followUpsOfBody: [ID<Body>: [Int]]
  /// Places in the standing's recommendations: in the order of the matrix, by meeting and by principal.
  let orderedRecommendations: [Int]
  let recommendationsOfMeeting: [ID<Meeting>: [Int]]
  let recommendationsOfPrincipal: [[Int]]
  /// Places in the standing's matters: of an item that is about one, and of one that names others.
  let matterOfItem: [Target: Int]
  let mattersNamedIn: [Target: [Int]]
  /// By the meeting that handled it last.
  let mattersOfMeeting: [ID<Meeting>: [Int]]
  let mattersOfAgreement: [ID<AdoptedAgreement>: [Int]]
  let ongoingMattersOfBody: [ID<Body>: [Int]]
  let upcomingOfBody: [ID<Body>: [AnnouncedMeeting]]
  /// The latest first.
  let unpublishedOfBody: [ID<Body>: [AnnouncedMeeting]]
  let glossary: Glossary?
  /// By the path of the page that they were on.
  let formerAnchors: [String: [FormerAddress]]

  init(_ archive: Archive, _ standing: Standing) {
    self.archive = archive
    self.standing = standing
    let meetings = archive.meetings
    newestMeetings = meetings.indices.sorted {
      let (a, b) = (meetings[$0], meetings[$1])
      if a.date != b.date { return (a.date?.dayNumber ?? Int.max) > (b.date?.dayNumber ?? Int.max) }
      return a.body == b.body ? a.sequence > b.sequence : a.body < b.body
    }.map { ID($0) }
    newestDecisions = newestMeetings.flatMap { meeting in
      archive[meeting].minutes.items.enumerated().flatMap { index, item in
        item.decisions.indices.map { DecisionPlace(meeting: meeting, item: index, decision: $0) }
      }
    }
    followUpsOfMeeting = Dictionary(grouping: standing.followUps.indices) { standing.followUps[$0].meeting }
    followUpsOfBody = Dictionary(grouping: standing.followUps.indices) {
      archive[standing.followUps[$0].meeting].body
    }
    let recommendations = standing.recommendations
    orderedRecommendations = Overview.ordered(recommendations, archive)
    recommendationsOfMeeting = Dictionary(grouping: recommendations.indices) { recommendations[$0].meeting }
    var asked: [[Int]] = Array(repeating: [], count: archive.principals.count)
    for row in orderedRecommendations {
      for principal in recommendations[row].principals { asked[principal.index].append(row) }
    }
    recommendationsOfPrincipal = asked
    upcomingOfBody = Dictionary(grouping: standing.upcoming.filter { $0.body != nil }) { $0.body ?? ID(0) }
    unpublishedOfBody = Dictionary(grouping: standing.unpublished.filter { $0.body != nil }) { $0.body ?? ID(0) }
    var ofItem: [Target: Int] = [:]
    var namedIn: [Target: [Int]] = [:]
    var ofLast: [ID<Meeting>: [Int]] = [:]
    var ongoing: [ID<Body>: [Int]] = [:]
    var ofAgreement: [ID<AdoptedAgreement>: [Int]] = [:]
    for (index, matter) in standing.matters.enumerated() {
      for handling in matter.handlings {
        if handling.isPassage {
          namedIn[handling.target, default: []].append(index)
        } else {
          ofItem[handling.target] = index
        }
        let body = meetings[handling.meeting.index].body
        if matter.isOngoing, !handling.isPassage, ongoing[body]?.last != index {
          ongoing[body, default: []].append(index)
        }
      }
      for agreement in matter.agreements { ofAgreement[agreement, default: []].append(index) }
      if let last = matter.handlings.last { ofLast[last.meeting, default: []].append(index) }
    }
    mattersOfAgreement = ofAgreement
    (matterOfItem, mattersNamedIn, mattersOfMeeting, ongoingMattersOfBody) = (ofItem, namedIn, ofLast, ongoing)
    rowsByYear = Rendering.rowsByYear(
      archive, newestMeetings, followUpsOfMeeting, recommendationsOfMeeting, mattersOfMeeting)
    var ofBody: [[ID<Meeting>]] = Array(repeating: [], count: archive.bodies.count)
    for meeting in newestMeetings { ofBody[archive[meeting].body.index].append(meeting) }
    meetingsOfBody = ofBody
    var people: [[ID<Person>]] = Array(repeating: [], count: archive.principals.count)
    for (index, person) in archive.people.enumerated() {
      if let principal = person.principal { people[principal.index].append(ID(index)) }
    }
    peopleOfPrincipal = people
    var agreements: [[ID<AdoptedAgreement>]] = Array(repeating: [], count: archive.principals.count)
    for (index, agreement) in archive.agreements.enumerated() where agreement.isCurrent {
      for party in Set(agreement.parties.compactMap { $0 }) { agreements[party.index].append(ID(index)) }
    }
    agreementsOfPrincipal = agreements
    var below: [[ID<Body>]] = Array(repeating: [], count: archive.bodies.count)
    for (index, body) in archive.bodies.enumerated() {
      if let parent = body.parent { below[parent.index].append(ID(index)) }
    }
    bodiesBelow = below
    // The title may have changed from one version to the next.
    versions = Dictionary(grouping: archive.agreements.indices.map { ID<AdoptedAgreement>($0) }) { archive[$0].slug }
      .mapValues { own in
        own.sorted { a, b in
          let (x, y) = (archive[a].text.validFrom?.value, archive[b].text.validFrom?.value)
          return x == y ? a < b : y.map { y in x.map { $0 > y } ?? false } ?? true
        }
      }
    bodiesByName = Dictionary(
      archive.bodies.enumerated().flatMap { index, body in
        ([body.name] + body.aliases).map { (nameKey($0), ID<Body>(index)) }
      }, uniquingKeysWith: { first, _ in first })
    var bodies: [ID<Principal>: Set<ID<Body>>] = [:]
    for (index, meeting) in archive.meetings.enumerated() {
      for (principal, how) in standing.representation(at: ID(index)) where how != .absent {
        bodies[principal, default: []].insert(meeting.body)
      }
    }
    bodiesOfPrincipal = bodies.mapValues { $0.sorted() }
    var owned: [ID<Principal>: [Int]] = [:]
    for (index, row) in standing.followUps.enumerated() where row.status == .open || row.status == .overdue {
      if case .record(.principal(let owner)) = row.owner { owned[owner, default: []].append(index) }
    }
    followUpsOfPrincipal = owned
    var adopted: [ID<Body>: [ID<AdoptedAgreement>]] = [:]
    for (index, agreement) in archive.agreements.enumerated() where agreement.isCurrent {
      let body = agreement.adoptedAt?.item.map { archive[$0.meeting].body }
      if let body = body ?? agreement.text.adoption?.by.flatMap({ [bodiesByName] in bodiesByName[nameKey($0)] }) {
        adopted[body, default: []].append(ID(index))
      }
    }
    agreementsOfBody = adopted
    var byName: [String: [ID<Person>]] = [:]
    for (index, person) in archive.people.enumerated() {
      for key in Set(person.linkedNames.map(nameKey)) { byName[key, default: []].append(ID(index)) }
    }
    peopleByName = byName
    glossary = Glossary(archive)
    formerAnchors = Dictionary(
      grouping: archive.formerAddresses.filter { $0.address.fragment != nil }, by: \.address.path)
  }
}

/// Where a decision stands: the meeting, the place of its item, its place within the item.
struct DecisionPlace: Hashable, Sendable {
  var meeting: ID<Meeting>
  var item: Int
  var decision: Int

  var target: Target { .decision(meeting, index: item, decision: decision) }
}

extension Overview {
  /// The person of that name, when there is exactly one: a guess would put words in someone else's mouth.
  func person(named name: String) -> ID<Person>? {
    guard let found = peopleByName[nameKey(name)], found.count == 1 else { return nil }
    return found[0]
  }

  func body(named name: String) -> ID<Body>? { bodiesByName[nameKey(name)] }

  func decision(_ place: DecisionPlace) -> Decision {
    archive[place.meeting].minutes.items[place.item].decisions[place.decision]
  }

  func status(of agreement: ID<AdoptedAgreement>) -> Standing.AgreementStatus {
    standing.agreements.indices.contains(agreement.index) ? standing.agreements[agreement.index] : .inForce
  }

  func backlinks(to target: Target) -> [Backlink] { archive.backlinks[target] ?? [] }

  /// What a link to a record says: "Länssamverkansgruppen 19 april 2024, § 19 Utveckling av nära vård".
  func title(of target: Target) -> String {
    switch target {
    case .body(let id): archive[id].name
    case .principal(let id): archive[id].name
    case .person(let id): archive[id].name
    case .meeting(let id): title(of: id)
    case .item(let id, let index): "\(title(of: id)), \(archive[id].minutes.items[index].heading)"
    case .decision(let id, let index, _): "\(title(of: id)), beslut i \(archive[id].minutes.items[index].heading)"
    case .agreement(let id): archive[id].text.title.value
    case .page(let id): archive[id].page.title
    }
  }

  func title(of meeting: ID<Meeting>) -> String {
    let record = archive[meeting]
    let sitting = record.sequence > 1 ? ", möte \(record.sequence)" : ""
    return "\(archive[record.body].name)\(record.date.map { " \($0.inWords)" } ?? ", \(undated)")\(sitting)"
  }

  /// Where the text of a source stands: what a body says, it says in its terms of reference.
  func place(of source: Target) -> Permalink {
    let permalink = archive.permalink(of: source)
    if case .body = source { return permalink.terms }
    return permalink
  }
}
