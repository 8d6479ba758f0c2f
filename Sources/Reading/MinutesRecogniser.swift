internal import Records

/// Recognises minutes:
///  1. what is never text is cut: page headers and numbers, the signature page, a printed name block;
///  2. the lines that begin agenda items divide the rest into a head and items;
///  3. the head gives body, date, place, reference and attendance;
///  4. each item gives title, presenters, text, decisions and returns;
///  5. what the front matter states overrules what was recognised.
func recogniseMinutes(_ lines: [Line], frontMatter: FrontMatter) -> (minutes: Minutes, problems: [LocatedProblem]) {
  let (body, signatures) = cutSignatures(withoutFurniture(lines.map(withWholeAtt)))
  let starts = withStated(frontMatter.items.map(\.item), itemStarts(in: body), in: body)
  let table = starts.isEmpty ? recogniseTableItems(in: body) : nil
  let head =
    table.map { Array(body[..<$0.rows.lowerBound] + body[$0.rows.upperBound...]) }
    ?? Array(body[..<(starts.first?.index ?? body.count)])
  var minutes = Minutes(title: "")
  minutes.signatures = signatures.isEmpty ? formSignatures(in: head) : signatures
  var problems: [LocatedProblem] = []

  let usesColumns = headsColumns(head)
  recogniseHead(head, of: &minutes, in: body, problems: &problems)
  minutes.electedVerifiers = minutes.verifiers
  let joint = minutes.body == nil ? jointBodies(in: head) : []
  if minutes.body == nil, joint.isEmpty { minutes.body = inferBody(from: body) }
  stateHead(frontMatter, in: &minutes)

  let speaker = Speaker(bodies: minutes.body.map { [$0.value] } ?? joint)
  for (position, start) in starts.enumerated() {
    let end = position + 1 < starts.count ? starts[position + 1].index : body.count
    var section = Array(body[start.index..<end])
    if position + 1 == starts.count { section = cutNameBlock(section, into: &minutes) }
    let title = start.title.isEmpty ? section.dropFirst().first { !$0.isBlank }?.text ?? "" : start.title
    let announcement = readNextMeetings(
      section, title: title, isLast: position + 1 == starts.count, into: &minutes)
    if usesColumns {
      var (item, found) = recogniseColumns(section[..<(announcement ?? section.count)], start, minutes.date?.value)
      let (after, more) = parseBlocks(section[(announcement ?? section.count)...])
      item.blocks += after
      minutes.deadlines += deadlines(in: passages(of: item.blocks), of: item, after: minutes.date?.value)
      minutes.items.append(item)
      problems += found + more
    } else {
      let (item, deadlines, found) = recogniseItem(section, start, speaker, minutes.date?.value)
      minutes.items.append(item)
      minutes.deadlines += deadlines
      problems += found
    }
  }
  if let last = starts.last { readAnnouncements(in: Array(body[last.index...]), into: &minutes) }
  if let table {
    minutes.items = table.items
    readAnnouncedAfter(body[table.rows.upperBound...], into: &minutes)
    for line in body[table.rows] where line.hints.isSuperset(of: [.nextMeeting, .digit]) {
      let cells = tableCells(line.text)
      guard
        let place = cells.firstIndex(where: { cell in
          let title = cell.drop { $0.isNumber || $0 == "." || $0 == " " }.lowercased()
          return Grammar.nextMeetingTitles.contains { title.hasPrefix($0) }
        })
      else { continue }
      for day in findDates(in: cells[place...].joined(separator: " "), after: minutes.date?.value).compactMap(\.date)
      where !minutes.nextMeetings.contains(where: { $0.date == day }) {
        minutes.nextMeetings.append(
          NextMeeting(body: nil, date: day, text: cells[place...].joined(separator: " "), line: line.number))
      }
    }
    for index in minutes.items.indices {
      let texts = passages(of: minutes.items[index].blocks)
      minutes.items[index].deferrals = deferrals(in: texts, after: minutes.date?.value)
      readDetails(of: &minutes.items[index], abstentions(in: texts), after: minutes.date?.value)
      minutes.deadlines += deadlines(in: texts, of: minutes.items[index], after: minutes.date?.value)
    }
  }
  minutes.items.countOccurrences()
  problems += stateLists(frontMatter, in: &minutes)
  // An item without a number is told apart by its title, which may be stated.
  if !frontMatter.items.isEmpty { minutes.items.countOccurrences() }
  resolveReturns(&minutes)
  addDueAtFirstMeeting(of: &minutes, in: body)
  recogniseRoles(&minutes, in: body)
  // Of two chairs neither is the meeting's.
  if !joint.isEmpty, minutes.chair?.certainty != .stated { minutes.chair = nil }
  minutes.isExtraordinary = isExtraordinary(head)
  stateHead(frontMatter, in: &minutes)
  if minutes.title.isEmpty { minutes.title = "Protokoll" + (minutes.body.map { " \($0.value)" } ?? "") }
  return (minutes, problems)
}

/// The starts, and those that only `punkter` tells of: a number that no item has, with the heading at which it begins.
private func withStated(_ stated: [StatedItem], _ starts: [ItemStart], in lines: [Line]) -> [ItemStart] {
  guard let first = starts.first?.index else { return starts }
  var starts = starts
  for item in stated {
    guard let title = item.title.map({ nameKey($0.value) }),
      !starts.contains(where: { start in
        nameKey(start.number) == nameKey(item.name) || nameKey(start.title) == nameKey(item.name)
      }), !item.name.contains("#")
    else { continue }
    let found = lines.indices.first { index in
      guard index > first, !lines[index].isBlank, !starts.contains(where: { $0.index == index }) else { return false }
      let text = lines[index].text
      return nameKey(text) == title
        || text.first?.isNumber ?? false && nameKey(text).hasSuffix(title)
          && text.hasAtMostWords(title.words.count + 2)
    }
    guard let found else { continue }
    let number = item.name.contains(where: \.isNumber) ? item.name : ""
    let start = ItemStart(index: found, number: number, title: item.title?.value ?? "")
    starts.insert(start, at: starts.firstIndex { $0.index > found } ?? starts.count)
  }
  return starts
}

/// "a t t   köpa färg": the word as a typewriter set it off.
private func withWholeAtt(_ line: Line) -> Line {
  let isFirst = line.text.hasPrefix("a t t ")
  guard isFirst || line.text.hasSuffix(" a t t") else { return line }
  let text = isFirst ? "att \(line.text.dropFirst(6).trimmed)" : "\(line.text.dropLast(5))att"
  return Line(number: line.number, raw: Substring(text))
}

/// "Gemensamt möte: Granrådet i Ek och Tallrådet i Ek": the bodies that meet together, none of which has the minutes alone.
private func jointBodies(in head: [Line]) -> [String] {
  for line in head.lazy.filter({ !$0.isBlank }).prefix(6) where line.text.lowercased().hasPrefix("gemensamt ") {
    let rest = line.text.words.dropFirst().drop {
      ["möte", "sammanträde", "mellan", "med", "för"].contains($0.bare.lowercased())
    }
    let bodies = rest.joined(separator: " ").split(separator: " och ").flatMap { $0.split(separator: ", ") }
      .map { String($0.trimmed) }
    if bodies.count >= 2, bodies.allSatisfy({ hasBodyWord($0) }) { return bodies }
  }
  return []
}

/// A problem before the file's path is known to it.
typealias LocatedProblem = (problem: Problem, line: Int)

/// "Nästa sammanträde" is the first of this body's announced meetings.
private func resolveReturns(_ minutes: inout Minutes) {
  let own = minutes.nextMeetings.first { next in
    guard let body = next.body, let name = minutes.body?.value else { return next.date != nil }
    return nameKey(body).hasPrefix(nameKey(name)) || nameKey(name).hasPrefix(nameKey(body))
  }
  resolveMonths(&minutes)
  guard let date = (own ?? minutes.nextMeetings.first)?.date else { return }
  for item in minutes.items.indices {
    for index in minutes.items[item].deferrals.indices
    where minutes.items[item].deferrals[index].date == nil
      && minutes.items[item].deferrals[index].text.hasPrefix("nästa ")
    {
      minutes.items[item].deferrals[index].date = date
    }
  }
}

/// "Redovisas på första mötet 2026": due on the first of that year's meetings, where the minutes announce them.
private func addDueAtFirstMeeting(of minutes: inout Minutes, in lines: [Line]) {
  guard let year = minutes.date?.value.year,
    let first = minutes.nextMeetings.compactMap(\.date).filter({ $0.year > year }).min()
  else { return }
  guard lines.contains(where: { $0.hints.contains(.first) }) else { return }
  for item in minutes.items {
    for passage in passages(of: item.blocks) where passage.hints.isSuperset(of: [.first, .meeting, .digit]) {
      for sentence in sentences(of: passage.text, where: { $0.isSuperset(of: [.first, .meeting, .digit]) })
      where tellsFirstMeeting(sentence, of: first.year) {
        minutes.deadlines.append(
          Deadline(item: item.number, text: sentence, due: .day(first), line: passage.line))
      }
    }
  }
}

private func tellsFirstMeeting(_ sentence: String, of year: Int) -> Bool {
  let words = sentence.words
  return words.indices.dropLast(2).contains { index in
    words[index].lowercased() == "första" && Grammar.meetingForms.contains(words[index + 1])
      && words[(index + 2)...].prefix(2).contains { Int($0.bare) == year } && index > 1
  }
}

/// "Till sammanträdet i mars" is the only meeting in March that the minutes announce.
private func resolveMonths(_ minutes: inout Minutes) {
  let days = minutes.nextMeetings.compactMap(\.date)
  func day(_ due: Deadline.Due?) -> CalendarDate? {
    guard case .month(let year, let month) = due else { return nil }
    let fitting = days.filter { $0.year == year && $0.month == month }
    return fitting.count == 1 ? fitting[0] : nil
  }
  for index in minutes.deadlines.indices where isDueAtMeeting(minutes.deadlines[index].text) {
    if let day = day(minutes.deadlines[index].due) { minutes.deadlines[index].due = .day(day) }
  }
  for item in minutes.items.indices {
    for index in minutes.items[item].deferrals.indices where minutes.items[item].deferrals[index].date == nil {
      let due = findDates(in: minutes.items[item].deferrals[index].text, after: minutes.date?.value).first?.due
      if let day = day(due) { minutes.items[item].deferrals[index].date = day }
    }
  }
}

/// Chair, secretary and verifiers, as they were at this meeting.
private func recogniseRoles(_ minutes: inout Minutes, in lines: [Line]) {
  let (attendance, signatures) = (minutes.attendance, minutes.signatures)
  func named(_ isRole: (String) -> Bool) -> [Fact<String>] {
    attendance.filter { $0.status == .present && $0.role.map(isRole) ?? false }
      .map { Fact($0.name, line: $0.line, $0.certainty) }
      + signatures.filter { $0.role.map(isRole) ?? false }.map { Fact($0.name, line: $0.line, $0.certainty) }
  }
  for line in lines where line.hints.contains(.standIn) {
    // "Ada Ek ersätter Bo Lind som ordförande i dag."
    let words = line.text.words
    guard let verb = words.firstIndex(of: "ersätter"), words.contains(where: { $0.bare.lowercased() == "ordförande" }),
      let start = (max(0, verb - 4)..<verb).first(where: { Names.isPerson(words[$0..<verb].joined(separator: " ")) })
    else { continue }
    minutes.chair = Fact(words[start..<verb].joined(separator: " "), line: line.number, .inferred)
    break
  }
  let leader = told(of: Grammar.leadingPhrases, leadingPhrases, .leading, in: lines, attendance)
  let chairs = named(isChair)
  minutes.chair = leader ?? minutes.chair ?? elected(in: minutes.items, isOffice: isOfficeOfChair)
  minutes.chair = minutes.chair ?? chairs.first ?? openingChair(in: lines)
  // Who chairs verifies as chair, beside those elected.
  if let chair = minutes.chair, minutes.verifiers.count > 1 {
    minutes.verifiers.removeAll { nameKey($0.value) == nameKey(chair.value) }
  }
  let secretaries = named(isSecretary)
  minutes.secretary =
    minutes.secretary ?? secretaries.first
    ?? told(of: Grammar.writingPhrases, writingPhrases, .writing, in: lines, attendance)
    ?? elected(in: minutes.items, isOffice: isOfficeOfSecretary)
  note(chairs, "ordförande", besides: minutes.chair, in: &minutes)
  note(secretaries, "sekreterare", besides: minutes.secretary, in: &minutes)
  if minutes.electedVerifiers.isEmpty {
    minutes.electedVerifiers = attendance.filter { $0.status == .present && $0.role.map(isVerifier) ?? false }
      .map { Fact($0.name, line: $0.line, .labelled) }
  }
  if minutes.electedVerifiers.isEmpty { minutes.electedVerifiers = electedVerifiers(minutes.items) }
  if minutes.verifiers.isEmpty { minutes.verifiers = minutes.electedVerifiers }
  let signing = signatures.filter { $0.role.map(isVerifier) ?? false }
  if minutes.verifiers.isEmpty { minutes.verifiers = signing.map { Fact($0.name, line: $0.line, .labelled) } }
  for one in signing where !minutes.verifiers.contains(where: { isSamePerson($0.value, one.name) }) {
    minutes.otherReadings.append(OtherReading(key: "justerare", value: one.name, line: one.line))
  }
}

/// Whom else the document gives a role that one person has.
private func note(_ people: [Fact<String>], _ key: String, besides used: Fact<String>?, in minutes: inout Minutes) {
  // A stand-in is told of as inferred.
  guard let used, used.certainty != .inferred else { return }
  var told = [used.value]
  for one in people where !told.contains(where: { isSamePerson($0, one.value) }) {
    told.append(one.value)
    minutes.otherReadings.append(OtherReading(key: key, value: one.value, line: one.line))
  }
}

/// One name written in two ways: a surname alone, initials, or the names turned round.
private func isSamePerson(_ a: String, _ b: String) -> Bool {
  let (a, b) = (nameKey(a), nameKey(b))
  if a == b || a.words.sorted() == b.words.sorted() { return true }
  guard let first = a.words.first, let other = b.words.first, a.words.last == b.words.last else { return false }
  return a.words.count == 1 || b.words.count == 1
    || first.first == other.first && (first.count == 1 || other.count == 1)
}

/// "Till justerare valdes Ada Ek.", "Bo Lind utses att jämte ordföranden justera protokollet."
private func electedVerifiers(_ items: [AgendaItem]) -> [Fact<String>] {
  let decisions = items.prefix(6).flatMap { item in item.decisions.map { ($0, $0.text.lowercased()) } }
  // "Val av justerare", and under it "Rådet utser Ada Ek."
  let titled = items.prefix(6).filter { !$0.title.lowercased().contains("sekreterare") }
    .flatMap { item in item.decisions.map { ($0, "\(item.title) \($0.text)".lowercased()) } }
  for (decision, key) in decisions + titled {
    guard key.contains("juster"), Grammar.electingVerbs.contains(where: { key.contains($0) }) else { continue }
    let text = withoutReserve(decision.text)
    let verifying = elections(in: text).filter {
      $0.office.hasPrefix("juster") || $0.office.contains("justerare")
    }
    let names = verifying.isEmpty ? namesInText(text) : verifying.flatMap(\.names)
    if !names.isEmpty { return names.map { Fact($0, line: decision.line, .inferred) } }
  }
  return []
}

/// "Ada Ek med Bo Lind som ersättare": who verifies only if she cannot is left out.
private func withoutReserve(_ text: String) -> String {
  guard let end = ["som ersättare", "som reserv", "som suppleant"].compactMap({ text.firstRange(of: $0) }).first,
    let start = text[..<end.lowerBound].words.lastIndex(of: "med")
  else { return text }
  let words = text[..<end.lowerBound].words
  return words[..<start].joined(separator: " ") + text[end.upperBound...]
}

/// Who was elected to what, office by office, as a sentence tells it: "Till ordförande för mötet valdes Ada Ek och till
/// sekreterare Bo Lind", "Ada Ek valdes till ordförande för mötet och Bo Lind till sekreterare". Offices in lower case.
private func elections(in text: String) -> [(office: String, names: [String])] {
  let words = text.words
  let marks = words.indices.filter { words[$0].lowercased() == "till" }
  guard let first = marks.first else { return [] }
  // The names stand after the office where it comes first.
  let isOfficeFirst = namesInText(words[..<first].joined(separator: " ")).isEmpty
  return marks.enumerated().map { place, mark in
    let next = place + 1 < marks.count ? marks[place + 1] : words.count
    let after = words[(mark + 1)..<next]
    let before = words[(place > 0 ? marks[place - 1] + 1 : 0)..<mark]
    let names = namesInText((isOfficeFirst ? after : before).joined(separator: " "))
    let end =
      isOfficeFirst ? after.count : after.firstIndex { $0 == "och" }.map { $0 - after.startIndex } ?? after.count
    return (after.prefix(max(end, 1)).joined(separator: " ").lowercased(), names)
  }
}

/// "Till sekreterare valdes Ada Ek.", "Rådet väljer Bo Lind till mötesordförande."
private func elected(in items: [AgendaItem], isOffice: (String) -> Bool) -> Fact<String>? {
  for decision in items.prefix(6).flatMap(\.decisions) {
    let key = decision.text.lowercased()
    guard Grammar.electingVerbs.contains(where: { key.contains($0) }) else { continue }
    for (office, names) in elections(in: decision.text) where isOffice(office) && names.count == 1 {
      return Fact(names[0], line: decision.line, .inferred)
    }
  }
  return nil
}

/// Of this meeting, not of the body, of a deputy, or of a meeting to come.
private func isOfficeOfChair(_ office: String) -> Bool {
  guard office.contains("ordförande"), !isOfAnotherMeeting(office) else { return false }
  return office.contains("möte") || office.contains("stämma") || office.contains("dagens")
}

private func isOfficeOfSecretary(_ office: String) -> Bool {
  office.contains("sekreterare") && !isOfAnotherMeeting(office) && !office.contains("för år")
}

private func isOfAnotherMeeting(_ office: String) -> Bool {
  ["vice ", "vice", "nästa ", "reserv", "suppleant"].contains { office.contains($0) }
}

/// Who keeps the minutes: no politisk sekreterare or socialsekreterare, whose offices are others.
private func isSecretary(_ role: String) -> Bool {
  let key = role.lowercased()
  guard key.hasPrefix("sekr") || Grammar.secretaryRoles.contains(where: { key.contains($0) }) else { return false }
  return key.split(separator: ",").contains { part in
    Grammar.secretaryRoles.contains { part.contains($0) }
      && !Grammar.otherSecretaries.contains { part.contains($0) } || part.trimmed.hasPrefix("sekr")
  }
}

/// The longest names of people that stand in a text.
func namesInText(_ text: String) -> [String] {
  let words = text.words
  /// Marks stand before and after a name, never in it: "Bo Lind (S)" is no name of three words.
  func name(_ range: Range<Int>) -> String {
    if words[range].contains(where: { $0.hasPrefix("(") }) { return "" }
    return (words[range].dropLast() + [words[range.upperBound - 1].bare]).joined(separator: " ")
  }
  var names: [String] = []
  var index = 0
  while index < words.count {
    let length = [4, 3, 2].first { index + $0 <= words.count && Names.isPerson(name(index..<index + $0)) }
    if let length { names.append(name(index..<index + length)) }
    index += length ?? 1
  }
  return names
}

/// "Ordföranden Ada Ek (S) öppnar mötet."
private func openingChair(in lines: [Line]) -> Fact<String>? {
  for line in lines
  where line.text.utf8.first == UInt8(ascii: "O") && line.text.hasPrefix("Ordföranden ")
    || line.text.hasPrefix("Ordförande ")
    || line.text.hasPrefix("Ordföranden, ")
  {
    let words = line.text.words.dropFirst().filter { !$0.hasPrefix("(") }.map(\.bare)
    guard let verb = words.prefix(5).firstIndex(where: { Grammar.openingActs.contains($0) }), verb >= 2,
      case let name = words[..<verb].joined(separator: " "), Names.isPerson(name)
    else { continue }
    return Fact(name, line: line.number, .inferred)
  }
  return nil
}

private let leadingPhrases = PhraseSet(Grammar.leadingPhrases)
private let writingPhrases = PhraseSet(Grammar.writingPhrases)

/// Who the text says led the meeting or kept its minutes: "Ada ledde mötet och Bo skrev", "Bo Lind förde protokoll".
///
/// A first name counts where only one who was there has it.
private func told(
  of phrases: [String], _ set: PhraseSet, _ hint: Hints, in lines: [Line], _ attendance: [Attendance]
) -> Fact<String>? {
  let present = attendance.filter { $0.status == .present }
  for line in lines where line.hints.contains(hint) && set.stands(in: line.text) {
    for phrase in phrases {
      guard let range = line.text.firstRange(of: " " + phrase) else { continue }
      // "leder mötet under paragrafen": for a while.
      let after = line.text[range.upperBound...].words.prefix(2)
      if let next = after.first,
        ["under", "när", "medan", "vid", "§"].contains(next)
          || next == "i" && ["ärendet", "frågan", "paragrafen"].contains(after.last?.bare ?? "")
      {
        continue
      }
      let before = line.text[..<range.lowerBound].words.map(\.bare)
      guard let last = before.last(where: { $0 != "som" && $0 != "också" }) else { continue }
      let named = present.filter { person in
        let name = person.name.words
        return before.filter { $0 != "som" && $0 != "också" }.suffix(name.count).elementsEqual(name)
      }
      let first = present.filter { $0.name.words.first == last }
      guard let one = named.first ?? (first.count == 1 ? first.first : nil) else { continue }
      return Fact(one.name, line: line.number, .inferred)
    }
  }
  return nil
}

/// "Protokoll från extra sammanträde", "Extrainsatt möte": the head says that the meeting was beside the ordinary ones.
private func isExtraordinary(_ head: [Line]) -> Bool {
  head.contains { line in
    guard line.text.contains("xtra") || line.text.contains("XTRA") else { return false }
    let words = line.text.words
    return words.indices.contains { index in
      guard Grammar.extraordinaryWords.contains(words[index].bare) else { return false }
      return words[(index + 1)...].prefix(2).contains { word in
        let key = word.bare.lowercased()
        return ["möte", "sammanträde"].contains { key.contains($0) }
      }
    } || words.contains { ["extramöte", "extrasammanträde"].contains($0.bare.lowercased()) }
  }
}

private func isVerifier(_ role: String) -> Bool { role.lowercased().contains("juster") }

/// Ordförande of the meeting: not a deputy, and not the chair of another body.
private func isChair(_ role: String) -> Bool {
  role.lowercased().split(separator: ",").contains { part in
    let words = part.words
    // "ordförande i rådet", but not in a body of another name.
    let own: Set<Substring> = ["rådet", "gruppen", "nämnden", "styrelsen", "beredningen", "nätverket"]
    if words.count == 3, words[0] == "ordförande", words[1] == "i", own.contains(words[2]) { return true }
    if part.contains("leder mötet") || part.contains("ledde mötet") { return true }
    return words == ["ordförande"] || words == ["ordf"] || words == ["ordf."] || words == ["mötesordförande"]
      || words == ["mötesordf"] || words == ["mötesordf."] || words == ["mötesledare"]
      || words == ["tf", "ordförande"] || words == ["tf.", "ordförande"]
  }
}

/// The body whose decisions the text tells of, when no title names it: the subject that most often decides.
private func inferBody(from lines: [Line]) -> Fact<String>? {
  var counts: [String: (count: Int, line: Int)] = [:]
  for line in lines {
    for sentence in sentences(of: line.text) {
      let words = sentence.words
      guard
        let verb = words.prefix(8).firstIndex(where: {
          Grammar.decidingVerbs.contains($0) && Grammar.decidingVerbNeeds[String($0)] == nil
        }), verb > 0,
        let initial = words[0].unicodeScalars.first, initial.isCapital
      else { continue }
      let subject = words[..<verb].joined(separator: " ")
      guard !subject.contains(":"), !subject.contains(","), subject.words.count <= 5,
        hasBodyWord(subject) || subject.lowercased().hasPrefix("samråd"),
        !Speaker.commonNouns.contains(subject.lowercased()), !Grammar.authorities.contains(subject)
      else { continue }
      counts[subject, default: (0, line.number)].count += 1
    }
  }
  let best = counts.max { ($0.value.count, -$0.value.line) < ($1.value.count, -$1.value.line) }
  return best.map { Fact($0.key, line: $0.value.line, .inferred) }
}
