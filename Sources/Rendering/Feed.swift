internal import Records

/// An Atom feed (RFC 4287) of what was decided, and of the next meetings. Needs a base URL: what reads a feed keeps entries by
/// their whole address. Days are all that is known of time, so every entry is of the day's beginning.
struct Feed {
  private struct Entry {
    /// Under the base URL: `moten/lsg/2024-04-19/`.
    var id: String
    var href: String
    var title: String
    var updated: CalendarDate
    var html: [UInt8]
  }

  private let overview: Overview
  private let baseURL: String
  private var entries: [Entry] = []

  init(_ overview: Overview, baseURL: String) {
    self.overview = overview
    self.baseURL = baseURL
  }

  /// Minutes, with each decision.
  mutating func add(_ id: ID<Meeting>) {
    let meeting = overview.archive[id]
    guard !meeting.isWithheld, let date = meeting.date else { return }
    let path = overview.archive.permalink(of: .meeting(id)).fromRoot
    let changed = ([meeting.approval?.date, date] + meeting.minutes.corrections.map(\.date)).compactMap { $0 }.max()
    entries.append(
      Entry(
        id: path, href: path, title: overview.title(of: id), updated: changed ?? date,
        html: decisions(of: meeting.minutes.items.indices.map { (id, $0) })))
  }

  /// An agenda item, with its decisions.
  mutating func add(item index: Int, of id: ID<Meeting>) {
    let meeting = overview.archive[id]
    guard !meeting.isWithheld, let date = meeting.date else { return }
    let path = overview.archive.permalink(of: .item(id, index: index)).fromRoot
    entries.append(
      Entry(
        id: path, href: path, title: overview.title(of: .item(id, index: index)),
        updated: meeting.approval?.date ?? date,
        html: decisions(of: [(id, index)])))
  }

  /// A version of an agreement, on the day that it was adopted.
  mutating func add(_ id: ID<AdoptedAgreement>) {
    let agreement = overview.archive[id]
    guard !agreement.isWithheld,
      let date = agreement.text.adoption?.date ?? agreement.text.validFrom?.value
    else { return }
    let from = agreement.text.validFrom.map { " gäller från \($0.value.inWords)" } ?? ""
    entries.append(
      Entry(
        // The address of the newest version is the next one's tomorrow.
        id: overview.archive.identifier(of: .agreement(id)),
        href: overview.archive.permalink(of: .agreement(id)).fromRoot,
        title: agreement.text.title.value + from, updated: date, html: []))
  }

  /// The meeting that comes, told anew when the body has met.
  mutating func add(_ meeting: AnnouncedMeeting) {
    let body = meeting.body.map { overview.archive[$0] }
    let name = body?.name ?? meeting.bodyName
    let held = meeting.body.flatMap { overview.meetingsOfBody[$0.index].first { !overview.archive[$0].isWithheld } }
    let latest = held.flatMap { overview.archive[$0].approval?.date ?? overview.archive[$0].date }
    var html: [UInt8] = []
    html.appendEscaped(
      [
        "\(swedishWeekday(meeting.date)) \(meeting.date.inWords)", meeting.time, meeting.place,
        meeting.papersDue.map { "handlingar senast \($0.inWords)" },
      ].compactMap { $0 }.joined(separator: ", "))
    entries.append(
      Entry(
        id: "kalender/#\(body?.slug ?? slug(meeting.bodyName))-\(meeting.date)", href: Permalink.calendar.fromRoot,
        title: "Nästa möte: \(name) \(meeting.date.inWords)",
        updated: latest ?? body?.termsDate ?? overview.standing.asOf, html: html))
  }

  private func decisions(of items: [(meeting: ID<Meeting>, index: Int)]) -> [UInt8] {
    var out: [UInt8] = []
    for (meeting, index) in items {
      let item = overview.archive[meeting].minutes.items[index]
      for (number, decision) in item.decisions.enumerated() where item.secrecy == nil {
        out += out.isEmpty ? "<ul>" : ""
        out += "<li><a href=\""
        let target = Target.decision(meeting, index: index, decision: number)
        out.appendEscaped(destination: baseURL + overview.archive.permalink(of: target).fromRoot)
        out += "\">"
        out.appendEscaped(item.heading)
        out += "</a>: "
        out.appendEscaped([decision.leadIn, decision.text].compactMap { $0 }.joined(separator: " "))
        out += "</li>"
      }
    }
    return out.isEmpty ? Array("<p>Inga beslut.</p>".utf8) : out + Array("</ul>".utf8)
  }

  /// Newest first. `file` and `page` are the feed's own address and that of the page it follows.
  func bytes(title: String, file: String, page: Permalink) -> [UInt8] {
    var out: [UInt8] = []
    func element(_ name: String, _ text: String) {
      out.append(contentsOf: "<\(name)>".utf8)
      out.appendEscaped(text)
      out.append(contentsOf: "</\(name)>\n".utf8)
    }
    func link(_ attributes: String, _ path: String) {
      out.append(contentsOf: "<link \(attributes) href=\"".utf8)
      out.appendEscaped(destination: baseURL + path)
      out += "\"/>\n"
    }
    let newest = entries.sorted { ($1.updated.dayNumber, $0.id) < ($0.updated.dayNumber, $1.id) }
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"sv\">\n"
    element("id", baseURL + file)
    element("title", title)
    element("updated", "\(newest.first?.updated ?? overview.standing.asOf)T00:00:00Z")
    out += "<author><name>"
    out.appendEscaped(overview.archive.site.name)
    out += "</name></author>\n"
    link("rel=\"self\" type=\"application/atom+xml\"", file)
    link("rel=\"alternate\" type=\"text/html\"", page.fromRoot)
    for entry in newest {
      out += "<entry>\n"
      element("id", baseURL + entry.id)
      element("title", entry.title)
      element("updated", "\(entry.updated)T00:00:00Z")
      link("rel=\"alternate\" type=\"text/html\"", entry.href)
      out += "<content type=\"html\">"
      out.appendEscaped(String(decoding: entry.html, as: UTF8.self))
      out += "</content>\n</entry>\n"
    }
    return out + Array("</feed>\n".utf8)
  }
}

/// As many as a reader that looks in once a quarter needs.
private let longest = 40

extension Overview {
  /// One for the site, and one for each body, principal, agreement and matter.
  func feeds() -> [Output] {
    guard let baseURL = archive.site.baseURL else { return [] }
    func output(_ page: Permalink, _ title: String, _ fill: @escaping @Sendable (inout Feed) -> Void) -> Output {
      let file = page.fromRoot + "atom.xml"
      return Output(path: file) { [self] in
        var feed = Feed(self, baseURL: baseURL)
        fill(&feed)
        return Output.Made(bytes: feed.bytes(title: title, file: file, page: page))
      }
    }
    let site = output(.home, archive.site.name) { [self] feed in
      for meeting in newestMeetings.prefix(longest) { feed.add(meeting) }
      for meeting in nextMeetings(of: archive.bodies.indices.map { ID($0) }) { feed.add(meeting) }
    }
    let bodies = archive.bodies.indices.map { index in
      output(archive.permalink(of: .body(ID(index))), "\(archive.bodies[index].name) – \(archive.site.name)") {
        [self] feed in
        for meeting in meetingsOfBody[index].prefix(longest) { feed.add(meeting) }
        for meeting in nextMeetings(of: [ID(index)]) { feed.add(meeting) }
      }
    }
    let principals = archive.principals.indices.map { index in
      let id = ID<Principal>(index)
      return output(archive.permalink(of: .principal(id)), "\(archive.principals[index].name) – \(archive.site.name)") {
        [self] feed in
        addItems(naming: .principal(id), to: &feed)
        for agreement in agreementsOfPrincipal[index] { feed.add(agreement) }
        let own = archive.bodies.indices.map { ID<Body>($0) }.filter { standing.principals(of: $0).contains(id) }
        for meeting in nextMeetings(of: own) { feed.add(meeting) }
      }
    }
    let agreements = archive.agreements.indices.filter { archive.agreements[$0].isCurrent }.map { index in
      let agreement = archive.agreements[index]
      return output(
        archive.permalink(of: .agreement(ID(index))), "\(agreement.text.title.value) – \(archive.site.name)"
      ) { [self] feed in
        let own = versions[agreement.slug] ?? []
        for version in own.prefix(longest) { feed.add(version) }
        addItems(naming: .agreement(ID(index)), to: &feed)
        let adopter = agreement.text.adoption?.by.flatMap { body(named: $0) }
        for meeting in nextMeetings(of: adopter.map { [$0] } ?? []) { feed.add(meeting) }
      }
    }
    let matters = standing.matters.map { matter in
      output(matter.permalink, "\(matter.title) – \(archive.site.name)") { [self] feed in
        for handling in matter.handlings.suffix(longest) { feed.add(item: handling.item, of: handling.meeting) }
        for meeting in nextMeetings(of: matter.handlings.last.map { [archive[$0.meeting].body] } ?? []) {
          feed.add(meeting)
        }
      }
    }
    return [site] + bodies + principals + agreements + matters
  }

  private func addItems(naming target: Target, to feed: inout Feed) {
    for case .item(let meeting, let index) in backlinks(to: target).lazy.map(\.from).prefix(longest) {
      feed.add(item: index, of: meeting)
    }
  }

  private func nextMeetings(of bodies: [ID<Body>]) -> [AnnouncedMeeting] {
    bodies.compactMap { upcomingOfBody[$0]?.first }
  }

  /// The feed of what a page is about, else that of the site.
  func feed(of page: SitePage) -> Permalink {
    switch page.template {
    case .body, .principal, .matter: page.permalink
    // An older version's page is about the agreement, whose address is above it.
    case .agreement: page.trail.last?.permalink == .agreements ? page.permalink : page.trail.last?.permalink ?? .home
    default: .home
    }
  }
}
