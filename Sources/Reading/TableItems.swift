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
    let number = cells[columns.number].filter { $0 != "§" && $0 != "." }.trimmed
    let parts = sentences(of: cells[columns.matter])
    let (title, named) = presentersEnding(parts.first?.trimmedPunctuation.withoutFinalStop ?? "", line: line.number)
    var item = AgendaItem(number: String(number), title: title, line: line.number)
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
      where clause.contains(where: \.isLetter) && !clause.hasPrefix("&") {
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

private func columns(ofHeader line: Line) -> (number: Int, matter: Int, decision: Int?)? {
  guard line.text.hasPrefix("|") else { return nil }
  let cells = tableCells(line.text).map { $0.lowercased() }
  guard let number = cells.firstIndex(where: { ["§", "nr", "punkt", "paragraf"].contains($0) }),
    let matter = cells.firstIndex(where: { $0.hasPrefix("ärende") || $0 == "rubrik" })
  else { return nil }
  return (number, matter, cells.firstIndex { $0.hasPrefix("beslut") })
}

private func lineBreaks(in cell: String) -> [String] {
  cell.split(separator: "<br>").flatMap { $0.split(separator: "<br/>") }.map { String($0.trimmed) }
}

extension String {
  fileprivate var withoutFinalStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
