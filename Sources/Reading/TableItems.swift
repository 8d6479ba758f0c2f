internal import Records

/// Agenda items that stand in a table, `| § | Ärende | Beslut |`, one to a row. Nil where no table heads its columns so.
///
/// The first sentence of the matter is the title, the rest is the item's text; the decision's cell holds one decision
/// for each sentence and each line.
func recogniseTableItems(in lines: [Line]) -> (items: [AgendaItem], rows: Range<Int>)? {
  guard let header = lines.firstIndex(where: { columns(ofHeader: $0) != nil }),
    let columns = columns(ofHeader: lines[header])
  else { return nil }
  var items: [AgendaItem] = []
  let rows = lines[header...].prefix { $0.text.hasPrefix("|") }
  for line in rows.dropFirst() {
    let cells = tableCells(String(line.raw))
    guard cells.count > max(columns.number, columns.matter),
      cells[columns.number].unicodeScalars.first?.properties.numericType != nil || cells[columns.number].hasPrefix("§")
    else { continue }
    // "1. Skyltar" in a cell, and what was said of them in the next.
    let whole = ItemNumber(Line(number: line.number, raw: Substring(cells[columns.number])))
    if columns.isTitled, whole?.title.isEmpty ?? true { continue }
    let number = whole?.text ?? String(cells[columns.number].filter { $0 != "§" && $0 != "." }.trimmed)
    var parts = sentences(of: cells[columns.matter])
    if columns.isTitled, let whole { parts.insert(whole.title, at: 0) }
    let (title, named) = presentersEnding(parts.first?.trimmedPunctuation.withoutFinalStop ?? "", line: line.number)
    var item = AgendaItem(number: number, title: title, line: line.number)
    item.presenters = named
    for part in parts.dropFirst() {
      if let (label, value) = labelled(part), Grammar.presenterLabels.contains(label) {
        item.presenters += presenters(in: value, line: line.number)
      } else {
        item.blocks.append(Block(.paragraph([.text(part)]), line: line.number))
      }
    }
    if let decision = columns.decision, decision < cells.count {
      for clause in lineBreaks(in: cells[decision]).flatMap({ sentences(of: $0) })
      where clause.contains(where: \.isLetter) && !clause.hasPrefix("&") && !isDayAlone(clause)
        && !(labelled(clause).map { Grammar.itemLabels.contains($0.label) } ?? false)
      {
        var decided = Decision(text: clause, leadIn: nil, line: line.number)
        decided.certainty = .labelled
        item.decisions.append(decided)
        item.blocks.append(Block(.paragraph([.text(clause)]), line: line.number))
      }
    }
    items.append(item)
  }
  return items.isEmpty ? nil : (items, rows.indices)
}

/// `isTitled` where the number's cell holds the title too, and the matter's what was said: `| Punkt | Diskussion | Beslut |`.
private func columns(ofHeader line: Line) -> (number: Int, matter: Int, decision: Int?, isTitled: Bool)? {
  guard line.text.hasPrefix("|") else { return nil }
  let cells = tableCells(line.text).map { $0.lowercased() }
  if let first = cells.first, ["punkt", "ärende", "fråga", "dagordning"].contains(first),
    let said = cells.firstIndex(where: { cell in
      ["diskussion", "anteckning", "notering", "innehåll"].contains { cell.hasPrefix($0) }
    })
  {
    return (0, said, cells.firstIndex { $0.hasPrefix("beslut") }, true)
  }
  guard let number = cells.firstIndex(where: { ["§", "nr", "punkt", "paragraf"].contains($0) }),
    let matter = cells.firstIndex(where: { $0.hasPrefix("ärende") || $0 == "rubrik" })
  else { return nil }
  return (number, matter, cells.firstIndex { $0.hasPrefix("beslut") }, false)
}

/// "2018-12-06 kl 9": when, and nothing that was decided.
private func isDayAlone(_ clause: String) -> Bool {
  clause.hasAtMostWords(4) && findDates(in: clause, after: nil).contains(where: \.hasYear)
}

private func lineBreaks(in cell: String) -> [String] {
  cell.split(separator: "<br>").flatMap { $0.split(separator: "<br/>") }.map { String($0.trimmed) }
}

extension String {
  fileprivate var withoutFinalStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
