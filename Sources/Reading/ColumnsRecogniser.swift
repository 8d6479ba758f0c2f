internal import Records

/// Recognises an item of minutes that were written in three columns — item, notes, decision — and came out as lines.
///
/// The columns are told by their width: notes are wide, the others narrow. Narrow lines before the first notes are
/// title and presenters, narrow lines after them are decisions.
func recogniseColumns(_ section: ArraySlice<Line>, _ start: ItemStart, _ meeting: CalendarDate?)
  -> (item: AgendaItem, problems: [LocatedProblem])
{
  var item = AgendaItem(number: start.number, title: "", line: section[0].number)
  var runs = lineRuns(section)
  let isNarrow: ([Line]) -> Bool = { $0.allSatisfy { $0.raw.trimmed.count <= narrowWidth } }
  let firstWide = runs.firstIndex { !isNarrow($0) } ?? runs.count
  // A run whose first lines are the title and whose later ones are wide holds both.
  var titleLines = runs[..<firstWide].flatMap { $0 }
  if firstWide == 0, !runs.isEmpty {
    let narrow = runs[0].prefix { $0.raw.trimmed.count <= narrowWidth }
    titleLines = Array(narrow.isEmpty ? runs[0].prefix(1) : narrow)
    runs[0] = Array(runs[0].dropFirst(titleLines.count))
    runs.removeAll { $0.isEmpty }
  } else {
    runs.removeSubrange(..<firstWide)
  }
  readTitleCell(titleLines, start, &item)

  var decisions: [(text: String, line: Int)] = []
  var blocks: [Block] = []
  var problems: [LocatedProblem] = []
  for run in runs {
    if !isNarrow(run) || decisions.isEmpty && Grammar.noteOpenings.contains(where: { run[0].text.hasPrefix($0) }) {
      let (notes, found) = parseBlocks(run)
      blocks += notes
      problems += found
      continue
    }
    for line in run {
      let text = line.text
      let startsNew = text.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
      let follows = line.number != run[0].number && !(decisions.last?.text.hasSuffix(".") ?? false)
      if decisions.isEmpty, !startsNew, let tail = cutUnfinishedSentence(&blocks) {
        decisions.append(tail)
        decisions[0].text += " " + text
      } else if !decisions.isEmpty, !startsNew || follows {
        decisions[decisions.count - 1].text += (decisions.last?.text.hasSuffix("-") == true ? "" : " ") + text
      } else {
        decisions.append((text, line.number))
      }
    }
  }
  if decisions.isEmpty, let tail = cutMergedDecision(&blocks) { decisions.append(tail) }
  item.decisions = decisions.map { decided in
    var decision = Decision(text: decided.text.onOneLine, leadIn: nil, line: decided.line)
    decision.certainty = .labelled
    return decision
  }
  readDetails(of: &item, [], after: meeting)
  item.blocks = blocks + decisions.map { Block(.paragraph([.text($0.text)]), line: $0.line) }
  item.deferrals = deferrals(in: passages(of: item.blocks), after: meeting)
  return (item, problems)
}

/// Wider than any title or decision column seen, narrower than any column of notes: characters.
private let narrowWidth = 30

/// Lines that stand together without a blank line.
private func lineRuns(_ lines: ArraySlice<Line>) -> [[Line]] {
  lines.split(whereSeparator: \.isBlank).map(Array.init)
}

/// The title, then presenters (with an employer); from an attachment on, nothing more is read.
private func readTitleCell(_ lines: [Line], _ start: ItemStart, _ item: inout AgendaItem) {
  var title = start.title
  var isTitle = true
  for (index, line) in lines.enumerated() where index > 0 {
    let text = line.text
    let key = text.lowercased()
    if Grammar.attachmentOpenings.contains(where: { key.hasPrefix($0) }) { break }
    if Grammar.historyOpenings.contains(where: { key.hasPrefix($0) }) {
      isTitle = false
      continue
    }
    let next = index + 1 < lines.count ? lines[index + 1].text : ""
    if Names.isPerson(text) {
      isTitle = false
      // "Pia Ask Gran" where "kommun" is on the next line.
      let name = next.lowercased() == "kommun" ? text.words.prefix(2).joined(separator: " ") : text
      item.presenters.append(Presenter(name: name, detail: nil, line: line.number))
    } else if isTitle {
      let isBroken = title.hasSuffix("-") && text.words.first != "och"
      title += title.isEmpty || isBroken ? text : " " + text
    }
  }
  item.title = title.onOneLine.trimmedPunctuation
}

/// Notes and decision on one line: the sentence that the notes leave unfinished is the decision's beginning.
private func cutUnfinishedSentence(_ blocks: inout [Block]) -> (text: String, line: Int)? {
  guard let last = blocks.last, case .paragraph(let inlines) = last.kind else { return nil }
  let parts = sentences(of: inlines.plainText)
  guard parts.count > 1, let tail = parts.last, !tail.hasSuffix(".") else { return nil }
  blocks[blocks.count - 1].kind = .paragraph([.text(parts.dropLast().joined(separator: " "))])
  return (tail, last.line)
}

/// "Genomgicks anteckningarna Läggs till handlingarna": a capitalised verb of decision in the middle of a line.
private func cutMergedDecision(_ blocks: inout [Block]) -> (text: String, line: Int)? {
  guard let last = blocks.last, case .paragraph(let inlines) = last.kind else { return nil }
  let words = inlines.plainText.words
  guard
    let start = words.indices.dropFirst().first(where: {
      words[$0].unicodeScalars.first?.isCapital == true
        && Grammar.passiveVerbs.contains(words[$0])
    })
  else { return nil }
  blocks[blocks.count - 1].kind = .paragraph([.text(words[..<start].joined(separator: " "))])
  return (words[start...].joined(separator: " "), last.line)
}
