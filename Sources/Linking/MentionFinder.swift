internal import Records

/// Finds names of the archive's records in text, and references to meetings and their items.
struct MentionFinder: Sendable {
  private let names: MentionMatcher
  private let meetings: [MeetingKey: ID<Meeting>]
  private let items: [ItemKey: Int]

  private struct MeetingKey: Hashable {
    var body: ID<Body>
    var date: CalendarDate
  }
  private struct ItemKey: Hashable {
    var meeting: ID<Meeting>
    var number: String
  }

  init(_ archive: Archive) {
    names = MentionMatcher(entries(archive))
    var meetings: [MeetingKey: ID<Meeting>] = [:]
    var items: [ItemKey: Int] = [:]
    for (index, meeting) in archive.meetings.enumerated() {
      if let date = meeting.date {
        let key = MeetingKey(body: meeting.body, date: date)
        if meetings[key] == nil { meetings[key] = ID(index) }
      }
      for (place, item) in meeting.minutes.items.enumerated() where !item.number.isEmpty && item.occurrence == 1 {
        items[ItemKey(meeting: ID(index), number: item.number)] = place
      }
    }
    self.meetings = meetings
    self.items = items
  }

  /// What running text names.
  struct Found: Sendable {
    var targets: [Target] = []
    /// A body's meeting of a day that no published minutes are from.
    var unpublished: [UnpublishedMeeting] = []
  }
  struct UnpublishedMeeting: Hashable, Sendable {
    var body: ID<Body>
    var date: CalendarDate
  }

  /// The blocks with mentions in their text; never inside code or a link. Headings are left as they are.
  func link(_ blocks: [Block], own: ID<Body>?, _ found: inout Found) -> [Block] {
    blocks.map { block in
      var block = block
      switch block.kind {
      case .paragraph(let inlines): block.kind = .paragraph(link(inlines, own, &found))
      case .list(var list):
        for index in list.items.indices { list.items[index].blocks = link(list.items[index].blocks, own: own, &found) }
        block.kind = .list(list)
      case .quote(let inner): block.kind = .quote(link(inner, own: own, &found))
      case .table(var table):
        for row in table.rows.indices {
          table.rows[row].cells = table.rows[row].cells.map { link($0, own, &found) }
        }
        block.kind = .table(table)
      case .heading, .code, .rule, .html: break
      }
      return block
    }
  }

  /// What a line of text names, for what stays as it is: titles are links already.
  func mentions(in text: String, own: ID<Body>?) -> Found {
    var found = Found()
    _ = link([.text(text)], own, &found)
    return found
  }

  private func link(_ inlines: [Inline], _ own: ID<Body>?, _ found: inout Found) -> [Inline] {
    var out: [Inline] = []
    out.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline {
      case .text(let text): appendLinked(text, own, to: &out, &found)
      case .emphasis(let inner): out.append(.emphasis(link(inner, own, &found)))
      case .strong(let inner): out.append(.strong(link(inner, own, &found)))
      // Struck text points at nothing.
      case .styled(let style, let inner):
        out.append(style == .deletion || style == .struck ? inline : .styled(style, link(inner, own, &found)))
      case .lineBreak, .code, .link, .image, .html, .mention: out.append(inline)
      }
    }
    return out
  }

  private func appendLinked(_ text: String, _ own: ID<Body>?, to out: inout [Inline], _ found: inout Found) {
    let bytes = Array(text.utf8)
    var matches = names.matches(in: bytes)
    addReferences(in: bytes, own, &matches, &found.unpublished)
    guard !matches.isEmpty else {
      out.append(.text(text))
      return
    }
    var position = 0
    func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    for match in matches {
      if position < match.range.lowerBound { out.append(.text(piece(position..<match.range.lowerBound))) }
      out.append(.mention(match.target, [.text(piece(match.range))]))
      found.targets.append(match.target)
      position = match.range.upperBound
    }
    if position < bytes.count { out.append(.text(piece(position..<bytes.count))) }
  }
}

extension MentionFinder {
  /// "§ 12 2024-10-11", "11 oktober 2024 § 12" and "2024-10-11" after a body's name. The body is the one named just before,
  /// else the one whose text this is; a reference to what is not there stays text.
  private func addReferences(
    in bytes: [UInt8], _ own: ID<Body>?, _ matches: inout [MentionMatcher.Match],
    _ unpublished: inout [UnpublishedMeeting]
  ) {
    var found: [MentionMatcher.Match] = []
    var position = 0
    while let reference = nextReference(in: bytes, from: position) {
      position = reference.range.upperBound
      let named = matches.last { $0.range.upperBound <= reference.range.lowerBound }
      var (body, isNamed) = (own, false)
      if let named, case .body(let id) = named.target,
        isAdjacent(named.range.upperBound, reference.range.lowerBound, bytes)
      {
        (body, isNamed) = (id, true)
      } else if reference.item == nil {
        continue
      }
      if reference.item != nil, body == own, let told = bodyOfSentence(around: reference, own, bytes, matches) {
        body = told
      }
      guard let body else { continue }
      guard let meeting = meetings[MeetingKey(body: body, date: reference.date)] else {
        // Whose day it is must stand there: "§ 12 2024-10-11" alone may be of a body that is none of ours.
        if isNamed { unpublished.append(UnpublishedMeeting(body: body, date: reference.date)) }
        continue
      }
      let item = reference.item.flatMap { items[ItemKey(meeting: meeting, number: $0)] }
      if reference.item != nil, item == nil { continue }
      found.append(
        MentionMatcher.Match(
          range: reference.range, target: item.map { .item(meeting, index: $0) } ?? .meeting(meeting)))
    }
    guard !found.isEmpty else { return }
    matches = (matches.filter { match in !found.contains { $0.range.overlaps(match.range) } } + found)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "Samrådet bad i mars om en beräkning (§ 5 2025-03-14)", "(§ 4 2025-02-07 i Samrådet)": the body that the sentence names
  /// last before the reference, else right after it, where the one whose text this is did not meet on the day.
  private func bodyOfSentence(
    around reference: Reference, _ own: ID<Body>?, _ bytes: [UInt8], _ matches: [MentionMatcher.Match]
  ) -> ID<Body>? {
    if let own, meetings[MeetingKey(body: own, date: reference.date)] != nil { return nil }
    func body(_ match: MentionMatcher.Match) -> ID<Body>? {
      guard case .body(let id) = match.target, let number = reference.item,
        let meeting = meetings[MeetingKey(body: id, date: reference.date)]
      else { return nil }
      return items[ItemKey(meeting: meeting, number: number)] == nil ? nil : id
    }
    func isOneSentence(_ start: Int, _ end: Int) -> Bool {
      !zip(bytes[start..<end], bytes[start..<end].dropFirst()).contains {
        ($0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!"))
          && ($1 == UInt8(ascii: " ") || $1 == UInt8(ascii: "\n"))
      }
    }
    let before = matches.last {
      $0.range.upperBound <= reference.range.lowerBound && body($0) != nil
        && isOneSentence($0.range.upperBound, reference.range.lowerBound)
    }
    if let before { return body(before) }
    return matches.first {
      $0.range.lowerBound >= reference.range.upperBound
        && String(decoding: bytes[reference.range.upperBound..<$0.range.lowerBound], as: UTF8.self) == " i "
    }.flatMap(body)
  }

  /// At most a genitive s, a space, a comma and a little word stand between.
  private func isAdjacent(_ end: Int, _ start: Int, _ bytes: [UInt8]) -> Bool {
    let between = String(decoding: bytes[end..<start], as: UTF8.self)
    return [
      "", " ", ", ", " den ", "s möte ", "s möte den ", " (", "s sammanträde ", "s sammanträde den ", "s protokoll ",
      "s protokoll den ", " (§",
    ].contains(between)
      || between.hasPrefix("s beslut") && between.utf8.count < 12
  }

  private struct Reference {
    var range: Range<Int>
    var date: CalendarDate
    var item: String?
  }

  private func nextReference(in bytes: [UInt8], from start: Int) -> Reference? {
    var i = start
    while i < bytes.count {
      if bytes[i] == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA7, let reference = signFirst(bytes, i) {
        return reference
      }
      if isDigit(bytes, i), i == 0 || !isDigit(bytes, i - 1), let reference = dateFirst(bytes, i) { return reference }
      i += 1
    }
    return nil
  }

  /// `§ 12 2024-10-11`, `§ 12, 2024-10-11`, `§ 12 den 2024-10-11`
  private func signFirst(_ bytes: [UInt8], _ start: Int) -> Reference? {
    guard let (number, after) = item(bytes, start) else { return nil }
    var i = after
    if i < bytes.count, bytes[i] == UInt8(ascii: ",") { i += 1 }
    i = skipSpaces(bytes, i)
    if bytes[i...].starts(with: "den ".utf8) { i += 4 }
    guard let (date, end) = date(bytes, i) else { return nil }
    return Reference(range: start..<end, date: date, item: number)
  }

  private func dateFirst(_ bytes: [UInt8], _ start: Int) -> Reference? {
    guard let (date, dateEnd) = date(bytes, start) else { return nil }
    var i = dateEnd
    if i < bytes.count, bytes[i] == UInt8(ascii: ",") { i += 1 }
    i = skipSpaces(bytes, i)
    if i + 1 < bytes.count, bytes[i] == 0xC2, bytes[i + 1] == 0xA7, let (number, end) = item(bytes, i) {
      return Reference(range: start..<end, date: date, item: number)
    }
    return Reference(range: start..<dateEnd, date: date, item: nil)
  }

  /// The number after a paragraph sign, as minutes number their items: "12", "2 b".
  private func item(_ bytes: [UInt8], _ start: Int) -> (number: String, end: Int)? {
    var i = skipSpaces(bytes, start + 2)
    let first = i
    while isDigit(bytes, i) { i += 1 }
    guard i > first else { return nil }
    return (String(decoding: bytes[first..<i], as: UTF8.self), i)
  }

  /// "2024-10-11" and "11 oktober 2024", and where it ends.
  private func date(_ bytes: [UInt8], _ start: Int) -> (CalendarDate, end: Int)? {
    var end = start + 10
    if end <= bytes.count, !isDigit(bytes, end), bytes[start + 4] == UInt8(ascii: "-") {
      return CalendarDate(iso: String(decoding: bytes[start..<end], as: UTF8.self)).map { ($0, end) }
    }
    var i = start
    while isDigit(bytes, i), i < start + 2 { i += 1 }
    guard i > start, i < bytes.count, bytes[i] == UInt8(ascii: " "),
      let month = CalendarDate.monthNames.firstIndex(where: { bytes[(i + 1)...].starts(with: $0.utf8) })
    else { return nil }
    let year = i + 1 + CalendarDate.monthNames[month].utf8.count + 1
    end = year + 4
    guard end <= bytes.count, bytes[year - 1] == UInt8(ascii: " "), (year..<end).allSatisfy({ isDigit(bytes, $0) }),
      !isDigit(bytes, end)
    else { return nil }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    return CalendarDate(year: number(year..<end), month: month + 1, day: number(start..<i)).map { ($0, end) }
  }

  private func isDigit(_ bytes: [UInt8], _ i: Int) -> Bool {
    i < bytes.count && bytes[i] >= UInt8(ascii: "0") && bytes[i] <= UInt8(ascii: "9")
  }

  private func skipSpaces(_ bytes: [UInt8], _ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] == UInt8(ascii: " ") || bytes[i] == UInt8(ascii: "\n") { i += 1 }
    return i
  }
}

/// Every way to write the name of a record, with the record. A name that two records share finds neither.
private func entries(_ archive: Archive) -> [(name: String, target: Target)] {
  var out: [(name: String, target: Target)] = []
  for (index, body) in archive.bodies.enumerated() {
    for name in [body.name] + body.aliases { out += spellings(ofBody: name).map { ($0, .body(ID(index))) } }
  }
  let councils = archive.bodies.indices.filter { archive.bodies[$0].name.lowercased().hasPrefix("samråd ") }
  if councils.count == 1 { out.append(("Samrådet", .body(ID(councils[0])))) }
  for (index, principal) in archive.principals.enumerated() {
    for name in [principal.name, withoutGenitive(principal.name)] + principal.aliases {
      out.append((name, .principal(ID(index))))
    }
  }
  for (index, person) in archive.people.enumerated() {
    for name in person.linkedNames where name.contains(" ") { out.append((name, .person(ID(index)))) }
  }
  // A title that a newer version has too is the newer one's.
  var titles: Set<[String]> = []
  for (index, agreement) in archive.agreements.enumerated() where agreement.text.title.value.contains(" ") {
    let title = agreement.text.title.value
    guard titles.insert([agreement.slug, title.lowercased()]).inserted else { continue }
    out += agreement.text.names.map { ($0, .agreement(ID(index))) }
  }
  var owners: [String: Set<Target>] = [:]
  for (name, target) in out { owners[name.lowercased(), default: []].insert(target) }
  return out.filter { owners[$0.name.lowercased()]?.count == 1 }
}

/// "Länssamverkansgruppen" is also written with one s, "barn och unga" also "barn- och unga" and "barn/unga".
private func spellings(ofBody name: String) -> [String] {
  var out = [name]
  for (a, b) in [("änssamverkan", "änsamverkan"), ("änsamverkan", "änssamverkan")] {
    if let range = name.firstRange(of: a) { out.append(name.replacingCharacters(in: range, with: b)) }
  }
  if let range = name.firstRange(of: " och ") {
    out.append(name.replacingCharacters(in: range, with: "- och "))
    out.append(name.replacingCharacters(in: range, with: "/"))
  }
  return out
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
