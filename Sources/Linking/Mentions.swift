internal import Records

/// Turns the names and references of all running text into links, and remembers what points where. Meetings that it tells of,
/// and that no minutes are from, are announced by it.
func linkMentions(into archive: inout Archive) {
  let finder = MentionFinder(archive)
  struct Linked: Sendable {
    var blocks: [[Block]]
    var links: [(from: Target, to: Target)] = []
    var unpublished: [(from: Target, meeting: MentionFinder.UnpublishedMeeting)] = []

    mutating func add(_ found: MentionFinder.Found, from source: Target) {
      links += found.targets.map { (source, $0) }
      unpublished += found.unpublished.map { (source, $0) }
    }
  }
  @Sendable func link(_ sources: [(Target, [Block])], own: ID<Body>?) -> Linked {
    var linked = Linked(blocks: [])
    linked.blocks = sources.map { source, blocks in
      var found = MentionFinder.Found()
      let blocks = finder.link(blocks, own: own, &found)
      linked.add(found, from: source)
      return blocks
    }
    return linked
  }

  var links: [(from: Target, to: Target)] = []
  var unpublished: [(from: Target, meeting: MentionFinder.UnpublishedMeeting)] = []
  func keep(_ linked: Linked) {
    links += linked.links
    unpublished += linked.unpublished
  }
  func replace(_ index: Int, with linked: Linked) {
    archive.meetings[index].minutes.preamble = linked.blocks[0]
    for item in archive.meetings[index].minutes.items.indices {
      archive.meetings[index].minutes.items[item].blocks = linked.blocks[item + 1]
      for presenter in archive.meetings[index].minutes.items[item].presenters {
        if let person = presenter.person { links.append((.item(ID(index), index: item), .person(person))) }
      }
    }
    keep(linked)
  }
  // A part at a time: the trees without links and those with them are never all there at once.
  for start in stride(from: 0, to: archive.meetings.count, by: 512) {
    let meetings = archive.meetings[start..<min(archive.meetings.count, start + 512)].map(\.self)
    let part = Array(meetings.indices).mapInParallel { offset -> Linked in
      let (id, meeting) = (ID<Meeting>(start + offset), meetings[offset])
      let items = meeting.minutes.items.indices.map { (Target.item(id, index: $0), meeting.minutes.items[$0].blocks) }
      var linked = link([(.meeting(id), meeting.minutes.preamble)] + items, own: meeting.body)
      for (item, title) in meeting.minutes.items.map(\.title).enumerated() {
        linked.add(finder.mentions(in: title, own: meeting.body), from: .item(id, index: item))
      }
      return linked
    }
    for (offset, linked) in part.enumerated() { replace(start + offset, with: linked) }
  }
  for index in archive.bodies.indices {
    guard let version = archive.bodies[index].version else { continue }
    let linked = link(
      [(.body(ID(index)), version.terms.blocks), (.body(ID(index)), version.preamble)], own: nil)
    archive.bodies[index].version?.terms.blocks = linked.blocks[0]
    archive.bodies[index].version?.preamble = linked.blocks[1]
    keep(linked)
  }
  for index in archive.agreements.indices {
    let linked = link([(.agreement(ID(index)), archive.agreements[index].text.blocks)], own: nil)
    archive.agreements[index].text.blocks = linked.blocks[0]
    keep(linked)
    if let adopted = archive.agreements[index].adoptedAt { links.append((.agreement(ID(index)), adopted)) }
  }
  for index in archive.pages.indices {
    let linked = link([(.page(ID(index)), archive.pages[index].page.blocks)], own: nil)
    archive.pages[index].page.blocks = linked.blocks[0]
    keep(linked)
  }
  archive.backlinks = backlinks(links, archive)
  announce(unpublished, in: &archive)
}

/// Each meeting once, by the first that tells of it. What its body held before the first of its minutes that are here is not
/// missing, and what tells of a day to come tells of none that was held.
private func announce(
  _ unpublished: [(from: Target, meeting: MentionFinder.UnpublishedMeeting)], in archive: inout Archive
) {
  var known = Set(
    archive.announced.compactMap { one in
      one.body.map { MentionFinder.UnpublishedMeeting(body: $0, date: one.date) }
    })
  var first: [ID<Body>: CalendarDate] = [:]
  for meeting in archive.meetings {
    if let date = meeting.date { first[meeting.body] = min(first[meeting.body] ?? date, date) }
  }
  func place(_ one: Target) -> [Int] {
    let (kind, index, part) = order(one)
    return [date(of: one, archive)?.dayNumber ?? .max, kind, index, part]
  }
  let ordered = unpublished.sorted { place($0.from).lexicographicallyPrecedes(place($1.from)) }
  var found: [AnnouncedMeeting] = []
  for (from, meeting) in ordered {
    guard let told = date(of: from, archive), meeting.date < told,
      let start = first[meeting.body], start < meeting.date, known.insert(meeting).inserted
    else { continue }
    var one = AnnouncedMeeting(
      body: meeting.body, bodyName: archive[meeting.body].name, date: meeting.date, time: nil, place: nil)
    one.referredIn = from
    found.append(one)
  }
  archive.announced = inOrder(archive.announced + found)
}

/// Each source once for each record it names; newest first. A page does not point at itself, nor a body's minutes at
/// the body: those are its meetings.
private func backlinks(_ links: [(from: Target, to: Target)], _ archive: Archive) -> [Target: [Backlink]] {
  var seen: [Target: Set<Target>] = [:]
  var out: [Target: [Backlink]] = [:]
  for (from, to) in links {
    if isOwn(from, to, archive) || !(seen[to, default: []].insert(from).inserted) { continue }
    out[to, default: []].append(Backlink(from: from, date: date(of: from, archive)))
  }
  for target in out.keys {
    out[target]?.sort { a, b in
      if a.date != b.date { return (a.date?.dayNumber ?? Int.min) > (b.date?.dayNumber ?? Int.min) }
      return order(a.from) < order(b.from)
    }
  }
  return out
}

private func isOwn(_ from: Target, _ to: Target, _ archive: Archive) -> Bool {
  switch (from, to) {
  case (.item(let meeting, _), .body(let body)), (.meeting(let meeting), .body(let body)): archive[meeting].body == body
  case (.item(let meeting, _), .meeting(let other)), (.meeting(let meeting), .meeting(let other)),
    (.item(let meeting, _), .item(let other, _)), (.meeting(let meeting), .item(let other, _)):
    meeting == other
  default: from == to
  }
}

private func date(of target: Target, _ archive: Archive) -> CalendarDate? {
  switch target {
  case .meeting(let id), .item(let id, _), .decision(let id, _, _): archive[id].date
  case .agreement(let id): archive[id].text.validFrom?.value
  case .body(let id): archive[id].termsDate
  case .principal, .person, .page: nil
  }
}

private func order(_ target: Target) -> (Int, Int, Int) {
  switch target {
  case .meeting(let id): (0, id.index, -1)
  case .item(let id, let index): (0, id.index, index)
  case .decision(let id, let index, let decision): (0, id.index, index * 1000 + decision)
  case .agreement(let id): (1, id.index, 0)
  case .body(let id): (2, id.index, 0)
  case .principal(let id): (3, id.index, 0)
  case .person(let id): (4, id.index, 0)
  case .page(let id): (5, id.index, 0)
  }
}
