internal import Records

/// Recognises one agenda item: its title and presenters, its kind, its text as a tree, and what in the text was decided
/// or put off. `section` begins with the item's own line.
func recogniseItem(_ section: [Line], _ start: ItemStart, _ speaker: Speaker, _ meeting: CalendarDate?)
  -> (AgendaItem, [Deadline], [LocatedProblem])
{
  var lines = section
  var item = AgendaItem(number: start.number, title: "", line: section[0].number)
  readTitle(&lines, start, &item)
  readHead(&lines, of: &item)
  let (blocks, problems) = parseBlocks(lines, isPrinted: true)
  item.blocks = blocks
  let passages = passages(of: blocks)
  divide(&item, passages, speaker, meeting)
  let promised = deadlines(in: passages, of: item, after: meeting) + actions(in: blocks, of: item, after: meeting)
  return (item, promised, problems)
}

/// The title stands after the number or, where that is alone, on the next line; presenters may end it.
private func readTitle(_ lines: inout [Line], _ start: ItemStart, _ item: inout AgendaItem) {
  var title = start.title
  // "§ 30   Ansökan                VL 2011/0033"
  let parts = columns(of: lines[0].raw)
  if parts.count > 1, let last = parts.last, last.contains(where: \.isNumber), title.hasSuffix(last), title != last {
    item.reference = Fact(caseNumber(last) ?? last, line: item.line, .labelled)
    title = String(title.dropLast(last.count).trimmed)
  }
  item.isHeading = lines.removeFirst().isHeading
  if !item.isHeading, title.utf8.count > 40 || breaksOff(title) {
    while let next = lines.first, goesOn(title, in: next) {
      title += " " + next.text
      lines.removeFirst()
    }
  }
  // "§ 23      Dnr KS 2019/45", with the title below.
  if let reference = caseNumber(title) ?? bareCaseNumber(title) {
    item.reference = Fact(reference, line: item.line, .labelled)
    title = ""
  }
  // "§ 12", "Dnr KS 2019/45", and the title below them.
  if title.isEmpty, let next = lines.firstIndex(where: { !$0.isBlank }),
    let reference = caseNumber(lines[next].text) ?? bareCaseNumber(lines[next].text),
    lines[(next + 1)...].contains(where: { !$0.isBlank })
  {
    item.reference = item.reference ?? Fact(reference, line: lines[next].number, .labelled)
    lines.removeSubrange(...next)
  }
  if title.isEmpty, let next = lines.firstIndex(where: { !$0.isBlank }) {
    title = lines[next].text
    if let sentence = openingSentence(lines[next...]) {
      // The text has no title: its first sentence names it, and is text.
      title = sentence
    } else {
      lines.removeSubrange(...next)
      if title.utf8.count > 40 || breaksOff(title) {
        while let next = lines.first, goesOn(title, in: next) {
          title += " " + next.text
          lines.removeFirst()
        }
      }
    }
  }
  title = withoutLetterspacing(title)
  // The title again, without its number.
  if let next = lines.firstIndex(where: { !$0.isBlank }), lines[next].isHeading,
    nameKey(lines[next].text) == nameKey(title)
  {
    lines.removeSubrange(...next)
  }
  readBracket(endOf: &title, of: &item)
  let (rest, presenters) = presentersEnding(title, line: item.line)
  item.title = rest
  item.presenters = presenters
}

/// The first sentence of a paragraph of prose, where a title would stand; nil for a title.
private func openingSentence(_ lines: ArraySlice<Line>) -> String? {
  let paragraph = lines.prefix { !$0.isBlank }
  guard let first = paragraph.first, let last = paragraph.last, last.text.utf8.last == UInt8(ascii: "."),
    !first.isHeading, !first.isBold, !first.hasBullet, !first.text.hasAtMostWords(3),
    paragraph.dropFirst().first.map({ isSectionHeading($0.text) || isDecisionHeading($0.text) }) != true,
    paragraph.count == 1 || !first.text.hasAtMostWords(6)
      || paragraph.dropFirst().first?.text.unicodeScalars.first?.properties.isLowercase == true,
    let sentence = sentences(of: paragraph.map(\.text).joined(separator: " ")).first
  else { return nil }
  // "Hemsjukvården. Ada Ek berättade ..." or a line that ends as a title does.
  guard sentence.hasSuffix("."), paragraph.count > 1 || sentence.utf8.count >= first.text.utf8.count else { return nil }
  return sentence.trimmedPunctuation.hasSuffix(".") ? String(sentence.dropLast()) : sentence
}

/// "F ä r g  o c h  s k y l t a r", as a typewriter sets a title off, in whole words.
private func withoutLetterspacing(_ title: String) -> String {
  if title.hasAtMostWords(4) { return title }
  let words = title.words
  guard words.count(where: { $0.count == 1 }) * 2 > words.count,
    columns(of: Substring(title)).count > 1 || words.allSatisfy({ $0.count == 1 })
  else { return title }
  return columns(of: Substring(title)).map { part in
    part.words.count(where: { $0.count == 1 }) > 1 ? part.words.joined() : part
  }.joined(separator: " ")
}

/// "Skyltar (dnr 2003-77)", "Skyltar [beslut]": what stands in brackets is no part of the title.
private func readBracket(endOf title: inout String, of item: inout AgendaItem) {
  guard title.hasSuffix(")") || title.hasSuffix("]"), let open = title.lastIndex(where: { $0 == "(" || $0 == "[" }),
    open > title.startIndex
  else { return }
  let inside = String(title[title.index(after: open)...].dropLast())
  let key = inside.lowercased()
  if let reference = caseNumber(inside) {
    item.reference = item.reference ?? Fact(reference, line: item.line, .labelled)
  } else if let row = Grammar.itemKinds.first(where: { $0.0 == key }) {
    item.kind = row.1.map { Fact($0, line: item.line, .labelled) }
  } else {
    return
  }
  title = String(title[..<open].trimmed)
}

/// "Förslag till ny" waits for its noun.
private func breaksOff(_ title: String) -> Bool {
  title.words.last.map { Grammar.unfinishedEnds.contains($0) } ?? false
}

/// A title that was broken over lines goes on in lower case; neither a clause nor prose belongs to it.
private func goesOn(_ title: String, in next: Line) -> Bool {
  guard let first = next.text.unicodeScalars.first, first.isLetter, !first.isCapital, !next.hasBullet else {
    return false
  }
  return !next.text.hasPrefix("att ") && !next.text.contains(". ") && ![".", ":", "?"].contains { title.hasSuffix($0) }
}

/// "Dnr KS 2019/45" and nothing else.
private func caseNumber(_ text: String) -> String? {
  let words = text.words
  guard let label = words.first?.bare.lowercased(), ["dnr", "diarienr", "diarienummer", "ärendenr"].contains(label),
    words.count <= 5
  else { return nil }
  return words.dropFirst().joined(separator: " ").trimmedPunctuation
}

/// "KS 2019/55", "2009/15.730": the letters of a body and numbers with a stroke, and nothing else.
private func bareCaseNumber(_ text: String) -> String? {
  guard text.hasAtMostWords(3), text.utf8.count <= 24, let number = text.words.last, number.contains("/"),
    number.utf8.allSatisfy({ $0 < 0x3A }), number.contains(where: \.isNumber),
    text.words.dropLast().allSatisfy({ $0.allSatisfy { $0.isUppercase || $0.isNumber || "-.".contains($0) } })
  else { return nil }
  return text
}

/// "Rapport från AU, Ingmar Ek", "Ny plan: Siv Lid och Lennart Witt" — names at the end of a title.
func presentersEnding(_ title: String, line: Int) -> (title: String, presenters: [Presenter]) {
  guard let comma = title.utf8.lastIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }) else {
    return (title, [])
  }
  let tail = title[title.index(after: comma)...].trimmed
  let names = String(tail).split(separator: " och ").flatMap { $0.split(separator: ",") }.map { $0.trimmed }
  guard !names.isEmpty, names.allSatisfy({ Names.isPerson($0) }) else { return (title, []) }
  let (rest, earlier) = presentersEnding(String(title[..<comma]), line: line)
  return (rest, earlier + names.map { Presenter(name: String($0), detail: nil, line: line) })
}

/// Takes kind and presenters off the top of an item.
private func readHead(_ lines: inout [Line], of item: inout AgendaItem) {
  while let index = lines.firstIndex(where: { !$0.isBlank }),
    lines[index].isShort || lines[index].hints.contains(.colon)
  {
    let key = lines[index].text.lowercased().trimmedPunctuation
    if item.reference == nil, lines[index].isShort, let reference = caseNumber(lines[index].text) {
      item.reference = Fact(reference, line: lines[index].number, .labelled)
      lines.removeSubrange(...index)
    } else if Grammar.decisionItem.contains(key) {
      item.kind = Fact(.decision, line: lines[index].number, .labelled)
      lines.removeSubrange(...index)
    } else if Grammar.informationItem.contains(key) {
      item.kind = Fact(.information, line: lines[index].number, .labelled)
      lines.removeSubrange(...index)
    } else if let (value, end) = presenterLine(lines, at: index),
      case let named = presenters(in: value, line: lines[index].number), !named.isEmpty
    {
      item.presenters += named
      lines.removeSubrange(...end)
    } else {
      return
    }
  }
}

extension Line {
  /// As what names an item's kind or its case number is.
  fileprivate var isShort: Bool { text.utf8.count < 60 }
}

/// "Föredragande: ..." from the line at `index`, with the lines that it goes on over.
private func presenterLine(_ lines: [Line], at index: Int) -> (value: String, end: Int)? {
  guard let (label, first) = labelled(lines[index].text), Grammar.presenterLabels.contains(label) else { return nil }
  // Text may follow on the same line: "David Ek, ordförande. Information om ..."
  if sentences(of: first).count > 1 { return nil }
  var value = first
  var end = index
  while end + 1 < lines.count, !lines[end + 1].isBlank,
    value.hasSuffix(",") || value.hasSuffix(" och") || value.hasSuffix(" samt") || breaksName(value)
      || lines[end + 1].text.unicodeScalars.first?.properties.isLowercase == true
  {
    end += 1
    value += " " + lines[end].text
  }
  return (value, end)
}

/// "..., Britta Ek och Erika" has lost a surname to the next line.
func breaksName(_ value: String) -> Bool {
  let words = value.words
  guard let last = words.last, last.unicodeScalars.first?.isCapital == true, words.count > 1 else {
    return false
  }
  let before = words[words.count - 2]
  return before == "och" || before == "samt" || before.hasSuffix(",")
}

func presenters(in value: String, line: Int) -> [Presenter] {
  let first = sentences(of: value).first ?? value
  return Names.people(in: first.trimmedPunctuation).map { Presenter(name: $0.name, detail: $0.detail, line: line) }
}

/// Divides an item's text into its named parts, and gathers what was presented, decided and put off in each.
private func divide(_ item: inout AgendaItem, _ all: [Passage], _ speaker: Speaker, _ meeting: CalendarDate?) {
  let starts = partStarts(in: all)
  let head = Array(all[..<(starts.first?.index ?? all.count)])
  item.attachments = attachments(in: all)
  item.presenters += presenters(in: head)
  item.decisions = recogniseDecisions(in: head, by: speaker)
  item.deferrals = deferrals(in: head, after: meeting)
  for (position, start) in starts.enumerated() {
    let end = position + 1 < starts.count ? starts[position + 1].index : all.count
    var part = SubItem(title: start.title, line: all[start.index].line)
    part.presenters = start.presenters
    // A list item that is both the part's name and its text keeps its text.
    let body = start.isTitleOnly ? Array(all[(start.index + 1)..<end]) : Array(all[start.index..<end])
    part.presenters += presenters(in: body)
    part.decisions = recogniseDecisions(in: body, by: speaker)
    part.deferrals = deferrals(in: body, after: meeting)
    item.subItems.append(part)
  }
  defer { readDetails(of: &item, abstentions(in: all), after: meeting) }
  for part in item.subItems {
    item.decisions += part.decisions
    for presenter in part.presenters where !item.presenters.contains(where: { $0.name == presenter.name }) {
      item.presenters.append(presenter)
    }
  }
}

private struct PartStart {
  var index: Int
  var title: String
  var presenters: [Presenter] = []
  var isTitleOnly = true
}

/// Where the named parts of an item begin: at its headings, and at list items or short lines that name a part and are
/// followed by its presenter.
private func partStarts(in passages: [Passage]) -> [PartStart] {
  var starts: [PartStart] = []
  for (index, passage) in passages.enumerated() {
    switch passage.kind {
    case .heading:
      let text = passage.text.onOneLine
      // "Nämndens beslut", "Bakgrund", "Beslutet skickas till" are no parts of their own.
      if isDecisionHeading(text) || isProposalHeading(text) || isSectionHeading(text) || text.hasSuffix(":") {
        continue
      }
      let (title, presenters) = presentersEnding(text, line: passage.line)
      starts.append(PartStart(index: index, title: title, presenters: presenters))
    case .listItem(depth: 1), .paragraph:
      guard passage.text.utf8.count < 160 else { continue }
      let text = passage.text.onOneLine
      let isLabelled = index + 1 < passages.count && passages[index + 1].hints.isSuperset(of: [.colon, .presenter])
      let next = isLabelled ? labelled(passages[index + 1].text)?.label : nil
      if !text.hasSuffix("."), text.utf8.count < 120, let next, Grammar.presenterLabels.contains(next),
        labelled(text) == nil
      {
        starts.append(PartStart(index: index, title: text))
        continue
      }
      // "Norr, Fredrik Berg" alone in a paragraph.
      if case .paragraph = passage.kind {
        let (title, presenters) = presentersEnding(
          text.hasSuffix(".") ? String(text.dropLast()) : text, line: passage.line)
        if !presenters.isEmpty, title.words.count <= 4, !Names.isPerson(title), labelled(text) == nil {
          starts.append(PartStart(index: index, title: title, presenters: presenters))
        }
      }
    case .listItem, .row: continue
    }
  }
  return starts
}

private func presenters(in passages: [Passage]) -> [Presenter] {
  passages.flatMap { passage -> [Presenter] in
    guard passage.hints.isSuperset(of: [.colon, .presenter]) else { return [] }
    let lines = passage.text.split(separator: "\n").map { String($0.trimmed) }
    guard
      let first = lines.firstIndex(where: { labelled($0).map { Grammar.presenterLabels.contains($0.label) } ?? false }),
      var value = labelled(lines[first])?.value
    else { return [] }
    // The names end with the line, unless it breaks off.
    for line in lines[(first + 1)...] {
      guard
        value.hasSuffix(",") || value.hasSuffix(" och") || breaksName(value)
          || line.unicodeScalars.first?.properties.isLowercase == true
      else { break }
      value += " " + line
    }
    return presenters(in: value, line: passage.line)
  }
}

private let returnPhrases = PhraseSet(Grammar.returnWords)
private let deadlinePhrases = PhraseSet(Grammar.deadlineWords)
private let datedMeetings = PhraseSet(Grammar.meetingForms.words.flatMap { [$0 + " den", $0 + " i"] })

/// Sentences that put the item off or promise that it comes back, with the day or the words for it.
func deferrals(in passages: [Passage], after meeting: CalendarDate?) -> [Deferral] {
  var deferred: [Deferral] = []
  for passage in passages where passage.hints.contains(.deferral) && returnPhrases.stands(in: passage.text) {
    for sentence in sentences(of: passage.text, where: { $0.contains(.deferral) }) {
      guard returnPhrases.stands(in: sentence) else { continue }
      let key = sentence.lowercased()
      let words = sentence.words
      if let found = findDates(in: words, after: meeting).first(where: { $0.date != nil }), let date = found.date {
        // An earlier meeting's date is where the item came from.
        if let meeting, date < meeting { continue }
        if !found.hasYear, words.contains(where: { Grammar.pastReturns.contains($0.bare) }),
          !words[..<found.words.lowerBound].suffix(6).contains(where: { $0 == "till" || $0 == "Till" })
        {
          continue
        }
        deferred.append(Deferral(date: date, text: sentence, line: passage.line))
      } else if Grammar.nextMeetingWords.contains(where: { key.contains($0) }) {
        deferred.append(
          Deferral(
            date: nil, text: key.contains("sammanträde") ? "nästa sammanträde" : "nästa möte", line: passage.line)
        )
      } else if let time = monthOfMeeting(sentence, after: meeting) ?? season(in: sentence) {
        deferred.append(Deferral(date: nil, text: time, line: passage.line))
      }
    }
  }
  return deferred
}

/// "återkommer före sommaren", "tas upp igen våren 2026", "vila till hösten": the words for a time to come that is no day.
private func season(in sentence: String) -> String? {
  let words = sentence.words
  guard let place = words.firstIndex(where: { Grammar.seasons.contains($0.bare) }), place > 0,
    !words.contains(where: { Grammar.wordsOfThePast.contains($0) })
  else { return nil }
  let year =
    place + 1 < words.count ? Int(words[place + 1].bare).flatMap { (1900...2100).contains($0) ? $0 : nil } : nil
  let isLed = Grammar.wordsBeforeSeasons.contains(words[place - 1])
  // "återkommer i vår rapport" is no time, nor is "återkopplar om läget under sommaren".
  let isOurs = words[place].bare == "vår" && year == nil && place + 1 < words.count && words[place] == words[place].bare
  guard isLed || year != nil, !isOurs,
    !words[..<(place - 1)].contains(where: { Grammar.wordsBeforeOthersDays.contains($0) })
  else { return nil }
  return words[(isLed ? place - 1 : place)...(year == nil ? place : place + 1)].map(\.bare).joined(separator: " ")
}

/// "upphör vid årsskiftet": the last day of the year that the meeting is in; "vid årsskiftet 2026/2027" is that of the first.
private func turnOfYear(in words: [Substring], after meeting: CalendarDate?) -> CalendarDate? {
  guard let meeting, let place = words.firstIndex(where: { $0.bare == "årsskiftet" }), place > 0,
    words[place - 1] == "vid" || words[place - 1] == "till",
    !words.contains(where: { Grammar.wordsOfThePast.contains($0) })
  else { return nil }
  guard place + 1 < words.count, let first = words[place + 1].utf8.first, first >= 0x30, first <= 0x39 else {
    return CalendarDate(year: meeting.year, month: 12, day: 31)
  }
  let years = words[place + 1].bare.split { $0 == "/" || $0 == "-" }
  guard years.count == 2, let year = Int(years[0]), (1900...2100).contains(year) else { return nil }
  return CalendarDate(year: year, month: 12, day: 31)
}

/// "sammanträdet i mars"
private func monthOfMeeting(_ sentence: String, after meeting: CalendarDate?) -> String? {
  let words = sentence.words
  guard let date = findDates(in: words, after: meeting).first, case .month = date.due, date.words.lowerBound > 0,
    Grammar.meetingForms.contains(words[date.words.lowerBound - 1])
  else { return nil }
  return words[(date.words.lowerBound - 1)..<date.words.upperBound].map(\.bare).joined(separator: " ")
}

/// Promises with a date: "senast den 30 juni", "löper ut den 31 maj", "i april återkomma".
func deadlines(in passages: [Passage], of item: AgendaItem, after meeting: CalendarDate?) -> [Deadline] {
  var found: [Deadline] = []
  for passage in passages
  where !passage.hints.isDisjoint(with: [.deadline, .meeting]) && !passage.hints.isDisjoint(with: [.digit, .month]) {
    let dated = sentences(of: passage.text) {
      !$0.isDisjoint(with: [.deadline, .meeting]) && !$0.isDisjoint(with: [.digit, .month])
    }
    for sentence in dated {
      let hints = Hints(of: sentence)
      let words = sentence.words
      let isPromised =
        hints.contains(.deadline) && deadlinePhrases.stands(in: sentence)
        || hints.contains(.meeting) && isDueAtMeeting(sentence)
      let mayBeHandedOver = words.contains { Grammar.handoverVerbs.contains($0.bare) }
      guard isPromised || mayBeHandedOver || lastAccountWord(in: words[...]) != nil else { continue }
      for date in findDates(in: words, after: meeting) {
        if let day = date.date, let meeting, day < meeting { continue }
        guard
          isPromised || isAccountDay(date, in: words, after: meeting)
            || mayBeHandedOver && isHandedOver(date, in: words)
        else { continue }
        found.append(Deadline(item: item.number, text: sentence, due: date.due, line: passage.line))
      }
      if isPromised, hints.contains(.month), let day = turnOfYear(in: words, after: meeting) {
        found.append(Deadline(item: item.number, text: sentence, due: .day(day), line: passage.line))
      }
    }
  }
  return found
}

/// "sammanställer synpunkterna till den 15 november.": what somebody does for a day that ends the sentence.
private func isHandedOver(_ date: FoundDate, in words: [Substring]) -> Bool {
  let start = date.words.lowerBound
  return start > 2 && words[start - 1] == "den" && words[start - 2] == "till" && date.words.upperBound == words.count
    && !words[..<start].contains("från")
}

/// What a table lists that somebody is to do, each with its day: `| Vad | Vem | Klart senast |`. A column of numbers says
/// which items it comes from.
func actions(in blocks: [Block], of item: AgendaItem, after meeting: CalendarDate?) -> [Deadline] {
  blocks.flatMap { block -> [Deadline] in
    guard case .table(let table) = block.kind else { return [] }
    let header = table.header.map { Substring($0.plainText.trimmedPunctuation) }
    guard let due = header.firstIndex(where: Grammar.dueHeadings.contains),
      let what = header.firstIndex(where: Grammar.actionHeadings.contains)
    else { return [] }
    let who = header.firstIndex(where: Grammar.doerHeadings.contains)
    let number = header.firstIndex(where: Grammar.itemHeadings.contains)
    return table.rows.compactMap { row in
      func cell(_ place: Int?) -> String {
        place.flatMap { $0 < row.cells.count ? row.cells[$0].plainText.onOneLine : nil } ?? ""
      }
      guard !cell(what).isEmpty, let date = findDates(in: cell(due), after: meeting).first,
        date.date.map({ day in meeting.map { day >= $0 } ?? true }) ?? true
      else { return nil }
      let own = cell(number).drop { $0 == "§" || $0 == " " }
      var deadline = Deadline(
        item: own.first?.isNumber ?? false ? String(own) : item.number,
        text: cell(who).isEmpty ? cell(what) : "\(cell(who)): \(cell(what))", due: date.due, line: row.line)
      deadline.certainty = .labelled
      return deadline
    }
  }
}

/// A day after the meeting on which somebody is to give an account: "redovisar resultatet den 27 september".
private func isAccountDay(_ date: FoundDate, in words: [Substring], after meeting: CalendarDate?) -> Bool {
  guard let day = date.date, let meeting, day > meeting, date.words.lowerBound > 1,
    words[date.words.lowerBound - 1] == "den",
    let verb = lastAccountWord(in: words[..<date.words.lowerBound])
  else { return false }
  return !words[(verb + 1)..<date.words.lowerBound].contains { Grammar.wordsBeforeOthersDays.contains($0.bare) }
}

private func lastAccountWord(in words: ArraySlice<Substring>) -> Int? {
  words.indices.last { index in
    Grammar.accountWords.contains(words[index].bare)
      || index > words.startIndex && words[index].hasPrefix("redovisning") && words[index - 1] == "med"
  }
}

/// "gör en analys till nätverkets möte den 10 september": the day is the meeting's, and something is to be done by it.
func isDueAtMeeting(_ text: String) -> Bool {
  guard datedMeetings.stands(in: text) else { return false }
  let words = text.words
  return words.indices.contains { index in
    guard Grammar.meetingForms.contains(words[index]), index + 1 < words.count,
      words[index + 1] == "den" || words[index + 1] == "i",
      let to = words[max(0, index - 3)..<index].lastIndex(where: { $0 == "till" || $0 == "Till" || $0 == "inför" })
    else { return false }
    let before = words[..<to].suffix(12)
    return !before.contains { word in
      let key = word.bare.lowercased()
      return Grammar.invitingWords.contains { key.hasPrefix($0) }
    }
  }
}
