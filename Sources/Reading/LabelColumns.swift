internal import Records

/// The head of minutes as a form prints it, labels to the left and what they label to the right, as one line for each:
///
///     Beslutande         Ada Ek (S), ordförande            Beslutande:
///                        Bo Lind (M)              →        Ada Ek (S), ordförande
///     Ej tjänstgörande   Eva Alm (V)                       Bo Lind (M)
///     ersättare                                            Ej tjänstgörande: ...
///
/// Lines keep their numbers; a head without such columns comes back as it is.
func withoutLabelColumns(_ head: [Line]) -> [Line] {
  let labels = head.filter { columns(of: $0.raw).count > 1 && labelAtLeft($0) != nil }
  guard labels.count >= 2 else { return head }
  var out: [Line] = []
  var isUnderLabel = false
  /// Where in `out` the label stands.
  var place: Int?
  for line in head {
    if let (label, value) = labelAtLeft(line) {
      // "Övriga" and below it "närvarande" are one label.
      if let above = place ?? out.indices.last, label.first?.isLowercase == true, out[above].number < line.number,
        case let whole = "\(out[above].text.trimmedPunctuation) \(label)", listOfPeople(whole.lowercased()) != nil
      {
        out[above] = Line(number: out[above].number, raw: Substring(whole + ":"))
      } else {
        place = out.count
        out.append(Line(number: line.number, raw: Substring(label + ":")))
      }
      // "Plats: Rådhuset      Tid: kl 13.00-15.00"
      let cells = columns(of: Substring(value))
      let facts = cells.dropFirst().drop { cell in
        !(labelled(cell).map { own in Grammar.factLabel[own.label] != nil } ?? false)
      }
      let own = cells.dropLast(facts.count).joined(separator: "  ")
      if !own.isEmpty, !isDotted(own) { out.append(Line(number: line.number, raw: Substring(own))) }
      for fact in facts { out.append(Line(number: line.number, raw: Substring(fact))) }
      isUnderLabel = true
    } else if isUnderLabel, !line.isBlank {
      let parts = columns(of: line.raw)
      let isIndented = line.raw.prefix(6).allSatisfy { $0 == " " || $0 == "\t" }
      if isIndented, !isDotted(line.text) {
        out.append(line)
      } else if parts.count == 2, parts[0].words.count <= 3 {
        // The label goes on: "ersättare", "och tid".
        out.append(Line(number: line.number, raw: Substring(parts[1])))
      } else if parts.count == 1, line.text.words.count <= 3, !Names.isPerson(line.text),
        line.text.first?.isLowercase == true
      {
        continue
      } else {
        isUnderLabel = false
        out.append(line)
      }
    } else {
      out.append(line)
    }
  }
  return out
}

/// `| Beslutande | Ada Ek (S)<br>Bo Lind (M) |` as the label and what it labels, a line each; another row as it is.
func labelledRow(_ line: Line) -> [Line] {
  let cells = tableCells(String(line.raw.trimmed)).map { String(Line(number: 0, raw: Substring($0)).raw) }
  // "| Närvarande | Frånvarande |" is the heading of two columns.
  guard cells.count == 2, listOfPeople(cells[1].trimmedPunctuation.lowercased()) == nil else { return [line] }
  let label = Line(number: line.number, raw: Substring(cells[0])).text.trimmedPunctuation
  let key = label.lowercased()
  let isPeople = attendanceLabel(Line(number: line.number, raw: Substring(label + ":"))) != nil
  guard
    isPeople || Grammar.factLabel[key] != nil
      || Grammar.formLabels.contains(where: { key.hasPrefix($0) })
  else { return [line] }
  var values: [Substring] = [Substring(cells[1])]
  for mark in ["<br>", "<br/>", "<br />"] { values = values.flatMap { $0.split(separator: mark) } }
  values = values.map(\.trimmed).filter { !$0.isEmpty }
  if values.count == 1 { return [Line(number: line.number, raw: Substring("\(label): \(values[0])"))] }
  return [Line(number: line.number, raw: Substring("\(label):"))]
    + values.map { Line(number: line.number, raw: $0) }
}

/// "Beslutande         Ada Ek (S), ordförande"
private func labelAtLeft(_ line: Line) -> (label: String, value: String)? {
  guard !line.isBlank, !line.raw.hasPrefix("    "), !line.text.hasPrefix("|") else { return nil }
  var parts = columns(of: line.raw).map { $0.hasPrefix("**") ? String($0.filter { $0 != "*" }) : $0 }
  guard !parts.isEmpty else { return nil }
  // "Beslutande: Ada Ek      Gran kommun"
  if let (_, value) = labelled(parts[0]), !value.isEmpty, let colon = parts[0].firstIndex(of: ":") {
    parts = [String(parts[0][..<colon]), value] + parts[1...]
  }
  // "Övriga närvarande Ada Ek, ekonom", where the label fills its column.
  if let (label, value) = fullLabel(parts[0]) { return (label, ([value] + parts[1...]).joined(separator: "  ")) }
  guard parts.count >= 2 else { return nil }
  let key = parts[0].trimmedPunctuation.lowercased()
  let isLabel =
    listOfPeople(key) != nil || Grammar.factLabel[key] != nil
    || Grammar.formLabels.contains { key.hasPrefix($0) }
  let label = isLabel ? parts[0].trimmedPunctuation : scannedLabels[key.filter { $0 != " " }]
  return label.map { ($0, parts[1...].joined(separator: "  ")) }
}

/// "Beslutande Ada Ek (S), ordförande" and "Ada Ek och Bo Lind. Återbud: Cai By": each list of people under a label of its
/// own.
func listsOfLine(_ line: Line) -> [Line] {
  guard line.hints.contains(.attendance), !line.text.hasPrefix("|"), !line.hasBullet else { return [line] }
  let words = line.text.words
  var starts: [(index: Int, count: Int)] = []
  for index in words.indices where words[index].unicodeScalars.first?.isCapital == true {
    if let last = starts.last, index < last.index + last.count { continue }
    let before = index == 0 ? "" : words[index - 1]
    guard index == 0 || [".", ")", ",", ";"].contains(where: before.hasSuffix) else { continue }
    let count = [4, 3, 2, 1].first { count in
      guard index + count <= words.count, index > 0 || index + count < words.count else { return false }
      let label = words[index..<index + count]
      let key = label.joined(separator: " ").lowercased().trimmedPunctuation
      guard listOfPeople(key) != nil else { return false }
      if label.last?.hasSuffix(":") == true { return index > 0 && !before.hasSuffix(",") || before.hasSuffix("),") }
      let rest = words[(index + count)...]
      guard index == 0 || before.hasSuffix(")"), key.words.contains(where: { Grammar.listWords.contains($0) }) else {
        return false
      }
      return rest.isEmpty || Names.isPerson(readName(rest.prefix(6).joined(separator: " ")).name)
    }
    if let count { starts.append((index, count)) }
  }
  if starts.isEmpty { return [line] }
  /// What ends one list and begins the next belongs to neither.
  let text = { (words: ArraySlice<Substring>) in
    let text = words.joined(separator: " ")
    return Substring([".", ",", ";"].contains(where: text.hasSuffix) ? String(text.dropLast()) : text)
  }
  var out: [Line] = []
  if starts[0].index > 0 { out.append(Line(number: line.number, raw: text(words[..<starts[0].index]))) }
  for (place, start) in starts.enumerated() {
    let end = place + 1 < starts.count ? starts[place + 1].index : words.count
    let label = words[start.index..<start.index + start.count].joined(separator: " ").trimmedPunctuation
    let people = text(words[(start.index + start.count)..<end])
    out.append(Line(number: line.number, raw: Substring(label + ":")))
    if !people.isEmpty { out.append(Line(number: line.number, raw: people)) }
  }
  return out
}

private func fullLabel(_ text: String) -> (label: String, value: String)? {
  let words = text.words
  for count in [3, 2, 1] where words.count > count + 1 {
    let label = words[..<count].joined(separator: " ")
    let value = words[count...].joined(separator: " ")
    if listOfPeople(label.lowercased()) != nil, Names.isPerson(readName(value).name) {
      return (label, value)
    }
  }
  return nil
}

/// "Besl utande", "Pl ats och tid": a scanned label, in which spaces came where none are.
private let scannedLabels: [String: String] = Dictionary(
  (Grammar.attendanceLabels.map(\.0) + Grammar.factLabels.map(\.0)).filter { $0.utf8.count >= 6 }.map {
    ($0.filter { $0 != " " }, $0)
  }, uniquingKeysWith: { first, _ in first })
