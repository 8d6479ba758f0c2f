internal import Records

/// The matters of the archive, what was handled last first.
///
/// 1. Items are joined that have one name (`ärende:`), then one diarienummer, then those that were promised for a day and
/// came back on it under their title. 2. In the order of days, each item joins the matter of the earlier ones that it closes
/// or refers to, when it is about that one matter; else only its sentences count there. 3. Each group of two or more, or with
/// a name, is a matter. Nothing is joined because titles are alike, and no two names ever are.
func matters(in archive: Archive, _ followUps: [FollowUp], given: GivenAddresses) -> [Matter] {
  var threads = Threads(archive)
  threads.joinNamed()
  threads.joinByCaseNumber()
  threads.joinRecurring(followUps)
  threads.joinReferring(followUps)
  var matters = threads.matters()
  giveAddresses(&matters, in: archive, given)
  return matters
}

/// Which items belong together: a forest over all items of the archive, each a node by its number.
private struct Threads {
  private let archive: Archive
  /// The number of the first item of each meeting.
  private let first: [Int]
  private let places: [(meeting: ID<Meeting>, item: Int)]
  private var parent: [Int]
  /// By root: the key of the name that the thread has.
  private var name: [Int: String] = [:]
  /// How an item got where it is.
  private var basis: [Int: Matter.Basis] = [:]
  /// Says itself that it belongs to none, or is secret.
  private var isOut: Set<Int> = []
  /// The first spelling of a name, by its key.
  private var spellings: [String: (name: String, day: Int)] = [:]
  /// Sentences about a matter in an item of something else: by that item, the one that they name.
  private var mentions: [(from: Int, to: Int, passages: [Passage], basis: Matter.Basis)] = []

  init(_ archive: Archive) {
    self.archive = archive
    var first: [Int] = []
    var places: [(meeting: ID<Meeting>, item: Int)] = []
    for (index, meeting) in archive.meetings.enumerated() {
      first.append(places.count)
      for item in meeting.minutes.items.indices { places.append((ID(index), item)) }
    }
    self.first = first
    self.places = places
    parent = Array(places.indices)
  }

  private func node(_ target: Target) -> Int? { target.item.map { first[$0.meeting.index] + $0.index } }
  private func item(_ node: Int) -> AgendaItem {
    archive.meetings[places[node].meeting.index].minutes.items[places[node].item]
  }
  private func day(_ node: Int) -> Int { archive.meetings[places[node].meeting.index].date?.dayNumber ?? 0 }

  private mutating func root(_ node: Int) -> Int {
    var root = node
    while parent[root] != root { root = parent[root] }
    var next = node
    while parent[next] != root { (parent[next], next) = (root, parent[next]) }
    return root
  }

  /// False, and nothing joined, when both have names and those differ.
  @discardableResult private mutating func join(_ later: Int, _ earlier: Int, _ how: Matter.Basis) -> Bool {
    let (a, b) = (root(later), root(earlier))
    if a != b {
      if let one = name[a], let other = name[b], one != other { return false }
      let name = name[a] ?? name[b]
      parent[max(a, b)] = min(a, b)
      self.name[max(a, b)] = nil
      self.name[min(a, b)] = name
    }
    basis[later] = basis[later].map { Self.surer($0, how) } ?? how
    return true
  }

  private static func surer(_ a: Matter.Basis, _ b: Matter.Basis) -> Matter.Basis {
    Matter.Basis.allCases.first { $0 == a || $0 == b } ?? a
  }

  mutating func joinNamed() {
    var holders: [String: Int] = [:]
    for (node, place) in places.enumerated() {
      let minutes = archive.meetings[place.meeting.index].minutes
      let item = minutes.items[place.item]
      if item.secrecy != nil { isOut.insert(node) }
      guard item.secrecy == nil, let stated = item.matter ?? (item.isStanding ? nil : minutes.matter) else { continue }
      if stated.value.lowercased() == "nej" {
        isOut.insert(node)
        continue
      }
      let key = slug(stated.value)
      if spellings[key].map({ day(node) < $0.day }) ?? true { spellings[key] = (stated.value, day(node)) }
      name[root(node)] = key
      if let holder = holders[key] { join(node, holder, .stated) } else { holders[key] = node }
      basis[node] = .stated
    }
  }

  mutating func joinByCaseNumber() {
    var nodes: [String: Int] = [:]
    for node in places.indices where !isOut.contains(node) {
      guard let number = item(node).reference else { continue }
      let key = nameKey(number.value)
      if let other = nodes[key] {
        if join(node, other, .caseNumber) { basis[other] = basis[other] ?? .caseNumber }
      } else {
        nodes[key] = node
      }
    }
  }

  /// What was promised for a day, and has the title of an item of that day.
  mutating func joinRecurring(_ followUps: [FollowUp]) {
    for row in followUps {
      guard let closing = row.closing, closing.evidence == .title, let due = row.due,
        let from = node(row.source), let back = node(closing.at), due.dayNumber == day(back),
        !isOut.contains(from), !isOut.contains(back), !item(from).isStanding
      else { continue }
      join(back, from, .recurrence)
    }
  }

  mutating func joinReferring(_ followUps: [FollowUp]) {
    var referring: [Int: (stated: Set<Int>, references: Set<Int>)] = [:]
    for row in followUps {
      guard let closing = row.closing, closing.evidence == .stated, let from = node(closing.at),
        let to = node(row.source)
      else { continue }
      referring[from, default: ([], [])].stated.insert(to)
    }
    for (target, links) in archive.backlinks {
      guard let to = node(target) else { continue }
      for link in links {
        guard let from = node(link.from), places[from].meeting != places[to].meeting, day(from) >= day(to) else {
          continue
        }
        referring[from, default: ([], [])].references.insert(to)
      }
    }
    for (from, targets) in referring.sorted(by: { (day($0.key), $0.key) < (day($1.key), $1.key) })
    where !isOut.contains(from) {
      refer(from, targets.stated.filter { !isOut.contains($0) }, targets.references.filter { !isOut.contains($0) })
    }
  }

  private mutating func refer(_ from: Int, _ stated: Set<Int>, _ references: Set<Int>) {
    let own = item(from)
    let passages = passages(of: own.blocks)
    let all = stated.union(references).sorted()
    var sentences: [Int: [Passage]] = [:]
    for to in all { sentences[to] = about(to, passages) }
    let words = titleWords(own.title)
    /// What the item is about, as surely as it shows: said, in its title, or of its title; else told of as what it comes from.
    func rank(_ to: Int) -> Int {
      if stated.contains(to) { return 3 }
      if own.isStanding || item(to).isStanding { return 0 }
      guard let told = sentences[to], let first = told.first else { return 2 }
      if isAlike(words, titleWords(item(to).title)) { return 2 }
      let key = first.text.lowercased()
      return Self.comesFrom.contains(where: key.contains) ? 1 : 0
    }
    var joined: Int?
    for sure in [3, 2, 1] where joined == nil {
      let meant = all.filter { rank($0) == sure }
      let roots = Set(meant.map { root($0) })
      // An item of several matters is about none of them.
      guard roots.count <= 1 else { break }
      if let to = meant.first, sure < 3 || !own.isStanding, join(from, to, sure == 3 ? .stated : .reference) {
        joined = to
      }
    }
    for to in all where joined.map({ root($0) != root(to) }) ?? true {
      mentions.append((from, to, sentences[to] ?? [], stated.contains(to) ? .stated : .reference))
    }
  }

  /// The sentence that names the item, and those after it up to the next that names another, in the same paragraph.
  private func about(_ node: Int, _ passages: [Passage]) -> [Passage] {
    var out: [Passage] = []
    var isAbout = false
    var part = 0
    for passage in passages {
      let named = passage.targets.compactMap { self.node($0.target) }
      if named.contains(node) {
        (isAbout, part) = (true, passage.part)
      } else if passage.part != part || !named.isEmpty {
        isAbout = false
      }
      if isAbout { out.append(passage) }
    }
    return out
  }

  /// Words that say of what is referred to that it led to this.
  private static let comesFrom = [
    "bordla", "bordlä", "uppdrag", "begär", " bad ", " bett ", "utlova", "lovade", "beställ", "återremitt", "återför",
    "återkom", "uppföljning", "följs upp", "följa upp", "överlämna", "lämnade", "föreslår", "ärendet", "tillsatte",
  ]

  mutating func matters() -> [Matter] {
    var whole: [Int: [Int]] = [:]
    for node in places.indices where basis[node] != nil || parent[node] != node {
      whole[root(node), default: []].append(node)
    }
    // A root that others joined is none of those.
    for root in whole.keys where !(whole[root]?.contains(root) ?? true) { whole[root]?.append(root) }
    var told: [Int: [(from: Int, to: Int, passages: [Passage], basis: Matter.Basis)]] = [:]
    for mention in mentions where root(mention.from) != root(mention.to) || whole[root(mention.to)] == nil {
      told[root(mention.to), default: []].append(mention)
    }
    let reader = MoveReader(archive)
    let lifts = lifts()
    var matters: [Matter] = []
    for root in Set(whole.keys).union(told.keys).sorted() {
      let nodes = (whole[root] ?? [root]).sorted { (day($0), $0) < (day($1), $1) }
      var handlings = nodes.enumerated().map { place, node in
        let (meeting, index) = places[node]
        var handling = Matter.Handling(meeting: meeting, item: index, basis: basis[node])
        if place == 0, handling.basis != .stated { handling.basis = nil }
        if place > 0, handling.basis == nil { handling.basis = .reference }
        return handling
      }
      var byMention: [Int: Matter.Handling] = [:]
      for mention in told[root] ?? [] {
        let (meeting, index) = places[mention.from]
        var handling =
          byMention[mention.from]
          ?? Matter.Handling(meeting: meeting, item: index, basis: mention.basis, isPassage: true)
        handling.moves += reader.moves(in: mention.passages, of: .item(meeting, index: index), in: meeting)
          .filter { !handling.moves.contains($0) }
        byMention[mention.from] = handling
      }
      let key = name[root]
      let isToldOf = !item(nodes[0]).isStanding && byMention.values.contains { !$0.moves.isEmpty }
      guard handlings.count > 1 || key != nil || isToldOf else { continue }
      for index in handlings.indices {
        let (meeting, item) = (handlings[index].meeting, handlings[index].item)
        handlings[index].moves =
          reader.moves(of: item, in: meeting, passages(of: self.item(nodes[index]).blocks))
          + (lifts[nodes[index]] ?? [])
      }
      handlings += byMention.sorted { $0.key < $1.key }.map(\.value)
      handlings = handlings.enumerated().sorted { a, b in
        let (x, y) = (archive.meetings[a.element.meeting.index].date, archive.meetings[b.element.meeting.index].date)
        return (x?.dayNumber ?? 0, a.offset) < (y?.dayNumber ?? 0, b.offset)
      }.map(\.element)
      let title = key.flatMap { spellings[$0]?.name } ?? item(nodes[0]).title
      matters.append(Matter(title: title, slug: "", isNamed: key != nil, handlings: handlings))
    }
    return matters
  }

  /// "Ärenden till Samråd vård och omsorg", and below it "Rutin för SIP, se § 18": the items of the same meeting that went
  /// to the body above.
  private func lifts() -> [Int: [Matter.Move]] {
    var bodies: [String: ID<Body>] = [:]
    for (index, body) in archive.bodies.enumerated() {
      for name in [body.name] + body.aliases { bodies[nameKey(name)] = ID(index) }
    }
    var out: [Int: [Matter.Move]] = [:]
    for (node, place) in places.enumerated() {
      let meeting = archive.meetings[place.meeting.index]
      let list = meeting.minutes.items[place.item]
      let key = nameKey(list.title)
      guard key.hasPrefix("ärenden till "), list.secrecy == nil,
        let body = bodies[String(key.dropFirst("ärenden till ".count))], body != meeting.body,
        (archive.bodies[body.index].level?.rank ?? 3) > archive.bodies[meeting.body.index].level?.rank ?? 2
      else { continue }
      for passage in passages(of: list.blocks) {
        let numbers = itemNumbers(in: passage.text)
        let words = nameKey(passage.text)
        for (index, item) in meeting.minutes.items.enumerated()
        where index != place.item && item.secrecy == nil
          && (numbers.contains(item.number) && item.occurrence == 1 || numbers.isEmpty && nameKey(item.title) == words)
        {
          out[node - place.item + index, default: []].append(
            Matter.Move(
              kind: .lifted, source: .item(place.meeting, index: place.item), line: passage.line,
              text: "\(list.title): \(passage.text)", parties: [.body(body)]))
        }
      }
    }
    return out
  }
}

/// "§ 18" and "§ 2 b" without a day after them, which are of the same meeting.
private func itemNumbers(in text: String) -> [String] {
  text.split(separator: "§").dropFirst().compactMap { rest in
    let rest = rest.drop { $0 == " " || $0 == "\u{A0}" }
    let number = rest.prefix { $0.isNumber }
    let after = rest.dropFirst(number.count).drop { $0 == " " || $0 == "," }
    return number.isEmpty || after.first?.isNumber == true ? nil : String(number)
  }
}

/// Each matter's part of an address: of its name, else the one that an item of it was first published under, else of its
/// title. Ties go to what began first.
private func giveAddresses(_ matters: inout [Matter], in archive: Archive, _ given: GivenAddresses) {
  let order = matters.indices.sorted { a, b in
    let (x, y) = (matters[a], matters[b])
    if x.isNamed != y.isNamed { return x.isNamed }
    let (i, j) = (x.handlings[0], y.handlings[0])
    let (d, e) = (archive.meetings[i.meeting.index].date, archive.meetings[j.meeting.index].date)
    return (d?.dayNumber ?? 0, i.meeting, i.item) < (e?.dayNumber ?? 0, j.meeting, j.item)
  }
  var taken: Set<String> = []
  for index in order {
    let slug: String? =
      if matters[index].isNamed {
        addressPart(matters[index].title)
      } else {
        matters[index].handlings.lazy.filter { !$0.isPassage }
          .compactMap { given.slug(of: .matter(archive.permalink(of: $0.target).text), in: "arenden") }
          .first { !taken.contains($0) }
      }
    if let slug, taken.insert(slug).inserted { matters[index].slug = slug }
  }
  for index in order where matters[index].slug.isEmpty {
    let base = addressPart(matters[index].title)
    var (slug, number) = (base, 2)
    while taken.contains(slug) || given.isClosed(Permalink.matter(slug).path)
      || given.isHeld(Permalink.matter(slug).path)
    {
      slug = "\(base)-\(number)"
      number += 1
    }
    matters[index].slug = slug
    taken.insert(slug)
  }
}

/// A year is the address of a part of the register.
private func addressPart(_ title: String) -> String {
  let own = slug(title)
  return own.isEmpty ? "arende" : own.utf8.count == 4 && Int(own) != nil ? "arende-\(own)" : own
}
