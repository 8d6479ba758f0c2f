internal import Records

/// Settles the rows on a day: when each is due, whether it came back, and what has become of it. What `stänger:` says and
/// does not find is handed back.
func settle(_ rows: inout [FollowUp], in archive: Archive, on day: CalendarDate) -> [(ID<Meeting>, Fact<String>)] {
  let handlings = Handlings(archive)
  for index in rows.indices {
    rows[index].due = rows[index].due ?? handlings.day(of: rows[index])
    let row = rows[index]
    if row.kind == .standing { continue }
    if row.kind == .expiry {
      if let due = row.due, due < day { rows[index].status = .passed }
      continue
    }
    rows[index].closing = handlings.closing(of: row)
    if rows[index].closing != nil {
      rows[index].status = .closed
    } else if let due = row.due, due < day {
      rows[index].status = .overdue
      let comesBack = [.recurrence, .deferred, .referred].contains(row.kind)
      rows[index].isForgotten = comesBack && handlings.hasMet(archive[row.meeting].body, from: due)
    }
  }
  return handlings.unknown
}

/// Where items came up again, to be asked for by what joins them. Built once; each look-up is short.
private struct Handlings {
  private let archive: Archive
  /// What the front matter of minutes says that an item closes, by its address.
  private var stated: [Permalink: [Target]] = [:]
  private(set) var unknown: [(ID<Meeting>, Fact<String>)] = []
  /// Both by day.
  private var byCase: [String: [Target]] = [:]
  private var byTitle: [TitleKey: [Target]] = [:]
  /// The days of each body's meetings, held and to come, in order.
  private var held: [[CalendarDate]]
  private var days: [[CalendarDate]]

  private struct TitleKey: Hashable {
    var body: ID<Body>
    var title: String
  }

  init(_ archive: Archive) {
    self.archive = archive
    held = Array(repeating: [], count: archive.bodies.count)
    let byDay = archive.meetings.indices.sorted {
      (archive.meetings[$0].date?.dayNumber ?? 0, $0) < (archive.meetings[$1].date?.dayNumber ?? 0, $1)
    }
    for index in byDay {
      let meeting = archive.meetings[index]
      if let date = meeting.date { held[meeting.body.index].append(date) }
      for (place, item) in meeting.minutes.items.enumerated() where item.secrecy == nil {
        let target = Target.item(ID(index), index: place)
        if let number = item.reference { byCase[nameKey(number.value), default: []].append(target) }
        byTitle[TitleKey(body: meeting.body, title: nameKey(item.title)), default: []].append(target)
      }
    }
    days = held
    for one in archive.announced { if let body = one.body { days[body.index].append(one.date) } }
    for index in days.indices { days[index].sort() }
    readStated()
  }

  private mutating func readStated() {
    guard archive.meetings.contains(where: { $0.minutes.items.contains { !$0.closes.isEmpty } }) else { return }
    var known: Set<Permalink> = []
    for (index, meeting) in archive.meetings.enumerated() {
      for (place, item) in meeting.minutes.items.enumerated() {
        known.insert(archive.permalink(of: .item(ID(index), index: place)))
        for decision in item.decisions.indices {
          known.insert(archive.permalink(of: .decision(ID(index), index: place, decision: decision)))
        }
      }
    }
    for (index, meeting) in archive.meetings.enumerated() {
      for (place, item) in meeting.minutes.items.enumerated() {
        for text in item.closes {
          let link = Permalink(written: text.value) ?? own(text.value, archive.bodies[meeting.body.index].slug)
          if let link, known.contains(link) {
            stated[link, default: []].append(.item(ID(index), index: place))
          } else {
            unknown.append((ID(index), text))
          }
        }
      }
    }
  }

  /// "§ 19 2024-04-19"
  private func own(_ text: String, _ slug: String) -> Permalink? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "§" })
    guard words.count >= 2, let date = words.last.flatMap({ CalendarDate(iso: $0) }) else { return nil }
    let item = AgendaItem(number: words.dropLast().joined(separator: " "), title: "", line: 0)
    return Permalink("/moten/\(slug)/\(date)/", fragment: item.anchor)
  }

  func hasMet(_ body: ID<Body>, from day: CalendarDate) -> Bool { held[body.index].last.map { $0 >= day } ?? false }

  /// The day of the meeting that the row promises in words.
  func day(of row: FollowUp) -> CalendarDate? {
    guard let words = row.dueWords, let from = archive[row.meeting].date else { return nil }
    let days = days[archive[row.meeting].body.index]
    if words.hasPrefix("nästa ") { return days[place(in: days) { $0 > from }...].first }
    guard words.hasPrefix("första mötet "), let year = Int(words.suffix(4)) else { return nil }
    return days[place(in: days) { $0.year >= year }...].first.flatMap { $0.year == year ? $0 : nil }
  }

  /// The first handling after the row's own meeting: as the front matter says, as a text refers to the item, as its
  /// diarienummer says, or as an item of the same title in the same body.
  func closing(of row: FollowUp) -> FollowUp.Closing? {
    guard let item = row.source.item, let from = archive[row.meeting].date else { return nil }
    let own = archive[row.meeting].minutes.items[item.index]
    func isLater(_ target: Target) -> Bool { target.day(in: archive).map { $0 > from } ?? false }
    func first(_ targets: [Target], _ evidence: FollowUp.Closing.Evidence) -> FollowUp.Closing? {
      targets.filter(isLater).min { a, b in
        (a.day(in: archive)?.dayNumber ?? 0, archive.permalink(of: a).text)
          < (b.day(in: archive)?.dayNumber ?? 0, archive.permalink(of: b).text)
      }.map { FollowUp.Closing(at: $0, evidence: evidence) }
    }
    /// What only looks alike comes back when it was due, and not before.
    func firstAlike(_ targets: [Target]?, _ evidence: FollowUp.Closing.Evidence) -> FollowUp.Closing? {
      let targets = targets ?? []
      return targets[
        place(in: targets) { isLater($0) && $0.day(in: archive).map { $0 >= row.due ?? from } ?? false }...
      ]
      .first.map { FollowUp.Closing(at: $0, evidence: evidence) }
    }
    let whole = Target.item(row.meeting, index: item.index)
    let told = [row.source, whole].flatMap { stated[archive.permalink(of: $0)] ?? [] }
    if let closing = first(told, .stated) { return closing }
    // Another body that refers to it before it is due has not had it back.
    var links: [Target] = []
    for source in [row.source, whole] {
      for link in archive.backlinks[source] ?? [] {
        guard let place = link.from.item else { continue }
        let meeting = archive.meetings[place.meeting.index]
        let due = row.due ?? from
        let isDue = meeting.date.map { $0 >= due } ?? false
        if isDue || meeting.body == archive[row.meeting].body { links.append(.item(place.meeting, index: place.index)) }
      }
    }
    if let closing = first(links, .reference) { return closing }
    if let number = own.reference, let closing = firstAlike(byCase[nameKey(number.value)], .caseNumber) {
      return closing
    }
    let body = archive[row.meeting].body
    let title = nameKey(own.title)
    let alike = byTitle[TitleKey(body: body, title: title)] ?? []
    // A title of every other meeting tells of no matter.
    guard !own.isRoutine, alike.count < 4 || alike.count * 2 < held[body.index].count else {
      return nil
    }
    return firstAlike(alike, .title)
  }
}

/// The first place from which all elements of the list are so.
func place<Element>(in list: [Element], where isSo: (Element) -> Bool) -> Int {
  var (low, high) = (0, list.count)
  while low < high {
    let middle = (low + high) / 2
    if isSo(list[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}

extension Target {
  fileprivate func day(in archive: Archive) -> CalendarDate? { item.flatMap { archive[$0.meeting].date } }
}
