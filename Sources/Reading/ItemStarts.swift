internal import Records

/// Where an agenda item begins: its line, and what stands there.
struct ItemStart {
  /// In the lines, not in the file.
  var index: Int
  /// Empty for an item that is only named.
  var number: String
  var title: String
}

/// Which lines begin the agenda items of minutes.
///
/// Headings and paragraph signs are believed. Plain numbered lines are items only where their numbers go on from the
/// item before; a run that starts again at 1 inside an item is a list of its own. Headings without a number are items
/// where they look just like the numbered ones, or where nothing is numbered.
func itemStarts(in lines: [Line]) -> [ItemStart] {
  let numbered = numberedStarts(in: lines)
  let starts = numbered.map { ItemStart(index: $0.index, number: $0.number.text, title: $0.number.title) }
  if numbered.count < 2 {
    return loneStarts(in: lines) ?? namedStarts(in: lines) ?? bareStarts(in: lines) ?? starts
  }
  guard let look = commonLook(of: numbered.map { lines[$0.index] }) else { return starts }
  let named = lines.indices.filter { index in
    guard index > numbered[0].index, Look(lines[index]) == look, ItemNumber(lines[index]) == nil,
      isItemName(lines[index])
    else { return false }
    // A heading that comes again without its number, as at the top of a page, begins nothing.
    let own = starts.last { $0.index < index }
    return own.map { nameKey($0.title) != nameKey(lines[index].text) } ?? true
  }
  return (starts + named.map { ItemStart(index: $0, number: "", title: lines[$0].text) }).sorted { $0.index < $1.index }
}

/// Items whose numbers have no mark, "4 Skyltar": short lines, each beginning with the number after the last one's.
private func bareStarts(in lines: [Line]) -> [ItemStart]? {
  var starts: [ItemStart] = []
  var last: Int?
  for (index, line) in lines.enumerated() where line.hints.contains(.digit) && !line.hasBullet {
    guard line.text.hasAtMostWords(12), !line.text.hasSuffix("."), !line.text.hasPrefix("|"),
      let number = ItemNumber(line, isBare: true), last == nil || number.value == (last ?? 0) + 1,
      number.title.unicodeScalars.first?.isLetter ?? false, index == 0 || lines[index - 1].isBlank || !starts.isEmpty
    else { continue }
    starts.append(ItemStart(index: index, number: number.text, title: number.title))
    last = number.value
  }
  return starts.count >= 3 ? starts : nil
}

/// Items whose number stands alone on a line over their title, "4" and below it "Skyltar", with text under each. The
/// number of a page stands over running text or over the same head each time.
private func loneStarts(in lines: [Line]) -> [ItemStart]? {
  var starts: [ItemStart] = []
  var titles: Set<String> = []
  for (index, line) in lines.enumerated()
  where line.text.utf8.count <= 3 && line.hints.contains(.digit) && !line.hasBullet {
    guard let number = Int(line.text), starts.isEmpty || String(number - 1) == starts.last?.number,
      index == 0 || lines[index - 1].isBlank,
      let title = lines[(index + 1)...].prefix(2).first(where: { !$0.isBlank }), title.text.hasAtMostWords(10),
      let end = title.text.unicodeScalars.last, end.properties.isAlphabetic || end.properties.numericType != nil,
      title.text.unicodeScalars.first?.isCapital == true, isItemName(title), !Names.isPerson(title.text),
      titles.insert(nameKey(title.text)).inserted
    else { continue }
    starts.append(ItemStart(index: index, number: line.text, title: ""))
  }
  return starts.count >= 3 ? starts : nil
}

/// How a line is set apart: as a heading of a level, in bold, or in capitals.
private enum Look: Hashable {
  case heading(Int), bold, capitals

  init?(_ line: Line) {
    if line.isBlank || line.hasBullet { return nil }
    if line.isHeading {
      self = .heading(line.headingLevel)
    } else if line.isBold {
      self = .bold
    } else if line.text.utf8.count >= 5, !line.text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }),
      line.text.contains(where: \.isLetter),
      !line.text.contains(where: \.isLowercase)
    {
      self = .capitals
    } else {
      return nil
    }
  }
}

private func commonLook(of lines: [Line]) -> Look? {
  let looks = Set(lines.map { Look($0) })
  return looks.count == 1 ? looks.first ?? nil : nil
}

/// Not a part of an item, nor of the minutes' head or end.
private func isItemName(_ line: Line) -> Bool {
  let key = line.text.lowercased().trimmedPunctuation
  return key.words.count <= 14 && attendanceLabel(line) == nil && !isDecisionHeading(line.text)
    && !isProposalHeading(line.text)
    && !isSectionHeading(line.text) && bodyInTitle(line.text) == nil && Grammar.factLabel[key] == nil
    && !key.hasSuffix(" beslutar") && !key.hasSuffix(" beslutade") && !line.text.hasSuffix(":")
}

/// Items that are only named: headings of the deepest level that at least two share, or lines in capitals that stand
/// alone. Those before the last list of people are the head's.
private func namedStarts(in lines: [Line]) -> [ItemStart]? {
  let head =
    lines.lastIndex { line in
      attendanceLabel(line) != nil && !Grammar.presenterLabels.contains(labelled(line.text)?.label ?? "")
    } ?? -1
  var places: [Look: [Int]] = [:]
  for index in lines.indices where index > head {
    guard let look = Look(lines[index]), isItemName(lines[index]), look != .capitals || standsAlone(index, in: lines)
    else { continue }
    places[look, default: []].append(index)
  }
  let levels = places.keys.compactMap { if case .heading(let level) = $0 { level } else { nil } }.sorted()
  let looks = levels.map { Look.heading($0) } + [.bold, .capitals]
  if looks.allSatisfy({ places[$0]?.count ?? 0 < 2 }), let plain = plainNames(in: lines, after: head) { return plain }
  guard let found = looks.lazy.compactMap({ places[$0] }).first(where: { $0.count >= 2 }) else { return nil }
  return found.map { index in
    let number = ItemNumber(lines[index])
    return ItemStart(index: index, number: number?.text ?? "", title: number?.title ?? lines[index].text)
  }
}

/// Short lines that stand over a paragraph each, as a text has them whose headings were lost: three at least.
private func plainNames(in lines: [Line], after head: Int) -> [ItemStart]? {
  let places = lines.indices.filter { index in
    let line = lines[index]
    guard index > head, index > 0, lines[index - 1].isBlank, index + 1 < lines.count, !line.isBlank, !line.hasBullet,
      line.text.hasAtMostWords(6), line.text.utf8.last != UInt8(ascii: "."),
      line.text.unicodeScalars.first?.isCapital ?? false,
      !line.hints.contains(.colon), case let next = lines[index + 1], !next.isBlank, !next.hasBullet,
      next.text.utf8.last == UInt8(ascii: ".") || !next.text.hasAtMostWords(7)
    else { return false }
    return isItemName(line) && !Names.isPerson(line.text)
  }
  return places.count >= 3 ? places.map { ItemStart(index: $0, number: "", title: lines[$0].text) } : nil
}

private func numberedStarts(in lines: [Line]) -> [(index: Int, number: ItemNumber)] {
  var candidates: [(index: Int, number: ItemNumber)] = []
  for (index, line) in lines.enumerated() where !line.isBlank && !line.hasBullet {
    guard let number = ItemNumber(line) else { continue }
    // A line of a list of contents that goes on to its page below.
    if index + 1 < lines.count, lines[index + 1].text.contains("...."), ItemNumber(lines[index + 1]) == nil { continue }
    // "1. Ada Ek, Gran kommun" stands in a list of people.
    if !number.isMarked, number.title.contains(","), Names.isPerson(readName(number.title).name) { continue }
    candidates.append((index, number))
  }
  if candidates.count(where: \.number.isMarked) < 2, let listed = listedStarts(in: lines) { return listed }
  candidates = amongHeadings(withoutContents(candidates, lines), lines)
  let marked = candidates.filter(\.number.isMarked)
  return marked.count >= 2 ? markedStarts(candidates, lines) : plainStarts(candidates, lines)
}

/// "• § 14", "- § 15 Skyltar": items that a web page or a word processor has as a list, where the numbers go on.
private func listedStarts(in lines: [Line]) -> [(index: Int, number: ItemNumber)]? {
  var starts: [(index: Int, number: ItemNumber)] = []
  for (index, line) in lines.enumerated() where line.hasBullet && line.text.utf8.first == 0xC2 {
    guard let number = ItemNumber(line), number.hasSign else { continue }
    if let last = starts.last?.number.value, number.value != last + 1 { return nil }
    starts.append((index, number))
  }
  return starts.count >= 3 ? starts : nil
}

/// Without the lines of a list of contents: items that stand close together and come again further down.
private func withoutContents(_ candidates: [(index: Int, number: ItemNumber)], _ lines: [Line]) -> [(
  index: Int, number: ItemNumber
)] {
  var last: [String: Int] = [:]
  // Where the title stands on the line below its number, it is the same title.
  let keys = candidates.map { candidate in
    let title =
      candidate.number.title.isEmpty
      ? lines[(candidate.index + 1)...].prefix(2).first { !$0.isBlank }?.text ?? "" : candidate.number.title
    return "\(candidate.number.text) \(nameKey(title))"
  }
  for (candidate, key) in zip(candidates, keys) { last[key] = candidate.index }
  // The numbers begin again with the first, under its title, after a list in which most stand straight after another.
  if let first = keys.first, !candidates[0].number.title.isEmpty,
    let again = keys.indices.dropFirst(3).first(where: { keys[$0] == first }),
    case let list = candidates[..<again],
    zip(list, candidates.dropFirst()).count(where: { one, next in
      lines[(one.index + 1)..<next.index].allSatisfy { $0.isBlank || $0.text.hasAtMostWords(1) }
    }) * 2 >= again
  {
    return withoutContents(Array(candidates[again...]), lines)
  }
  var wasContents = false
  return candidates.enumerated().filter { place, candidate in
    let next = place + 1 < candidates.count ? candidates[place + 1].index : lines.count
    let between = lines[(candidate.index + 1)..<next].lazy.filter { !$0.isBlank }.prefix(5)
    // The last of the list may have the foot of its page below it.
    let isEmpty =
      between.isEmpty || wasContents && between.count < 5 && between.allSatisfy { $0.text.hasAtMostWords(6) }
    wasContents = isEmpty && !candidate.number.title.isEmpty && last[keys[place]] != candidate.index
    return !wasContents
  }.map(\.element)
}

/// Where the headings of a level have the numbers one after another, a line between them that is none has no number of
/// an item, whatever sign it has: "§ 4 2025-11-11" in the text of § 3 speaks of another meeting. "2 b" may stand below 2.
private func amongHeadings(_ candidates: [(index: Int, number: ItemNumber)], _ lines: [Line]) -> [(
  index: Int, number: ItemNumber
)] {
  let headings = candidates.filter { lines[$0.index].isHeading }
  guard headings.count >= 2, headings.count < candidates.count,
    Set(headings.map { lines[$0.index].headingLevel }).count == 1,
    zip(headings, headings.dropFirst()).allSatisfy({ $1.number.value == $0.number.value + 1 })
  else { return candidates }
  var last = 0
  return candidates.filter { candidate in
    if lines[candidate.index].isHeading { last = candidate.number.value }
    return lines[candidate.index].isHeading || candidate.index < headings[0].index
      || candidate.index > headings[headings.count - 1].index
      || candidate.number.value == last && candidate.number.text != String(last)
  }
}

/// Where numbers are marked, a plain one is an item only when it is the next and stands alone.
private func markedStarts(_ candidates: [(index: Int, number: ItemNumber)], _ lines: [Line]) -> [(
  index: Int, number: ItemNumber
)] {
  let marked = Set(candidates.lazy.filter(\.number.isMarked).map(\.number.value))
  var starts: [(index: Int, number: ItemNumber)] = []
  for candidate in candidates {
    let number = candidate.number
    guard let last = starts.last?.number.value else {
      if number.isMarked { starts.append(candidate) }
      continue
    }
    let goesOn =
      number.isMarked
      ? number.hasSign || number.value >= last
      : number.value == last + 1 && !marked.contains(number.value) && standsAlone(candidate.index, in: lines)
    if goesOn { starts.append(candidate) }
  }
  return starts
}

private func plainStarts(_ candidates: [(index: Int, number: ItemNumber)], _ lines: [Line]) -> [(
  index: Int, number: ItemNumber
)] {
  // For each number, the last place where it stands: an inner list that has come to the outer list's next number is
  // still the inner one when that number comes again.
  var lastPlace: [Int: Int] = [:]
  for (position, candidate) in candidates.enumerated() { lastPlace[candidate.number.value] = position }
  var starts: [(index: Int, number: ItemNumber)] = []
  var listNumber: Int?
  for (position, candidate) in candidates.enumerated() {
    let number = candidate.number
    guard let last = starts.last?.number.value else {
      starts.append(candidate)
      continue
    }
    if let inner = listNumber, number.value == inner + 1,
      number.value != last + 1 || lastPlace[inner + 1] ?? 0 > position
    {
      listNumber = number.value
      continue
    }
    if number.value == 1, last >= 1, number.text == "1" {
      listNumber = 1
      continue
    }
    listNumber = nil
    // The next number, a letter beside the same, a repeated number, a gap of a few; or a slip back, standing alone.
    let isSlip = (last - 2..<last).contains(number.value) && standsAlone(candidate.index, in: lines)
    if (last...last + 3).contains(number.value) || isSlip { starts.append(candidate) }
  }
  return starts
}

private func standsAlone(_ index: Int, in lines: [Line]) -> Bool {
  index == 0 || lines[index - 1].isBlank || ItemNumber(lines[index - 1]) != nil
}
