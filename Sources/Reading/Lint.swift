internal import Records

/// What looks wrong in minutes, as warnings: the secretary may have meant something else, or the program may have
/// understood something else. Nothing here changes what was understood.
func lint(_ minutes: Minutes, _ lines: [Line]) -> [LocatedProblem] {
  inferences(minutes) + contradictions(minutes) + weekdays(minutes, lines) + printedDates(minutes, lines)
    + missingNames(lines) + absentees(minutes) + strangers(minutes) + numbers(minutes.items)
    + minutes.items.flatMap(lint)
}

/// What looks uncertain in an agreement: days that only its running text gives.
func lint(_ agreement: Agreement) -> [LocatedProblem] {
  let end = agreement.untilFurtherNotice.map { $0.map { _ in "tillsvidare" } }
  return [("giltig från", agreement.validFrom.map(words)), ("giltig till", agreement.validTo.map(words) ?? end)]
    .compactMap { inferred($0.0, $0.1, as: { $0 }) }
}

/// Facts of the head that were only inferred, each with the front matter line that settles it.
private func inferences(_ minutes: Minutes) -> [LocatedProblem] {
  minutes.head.compactMap { inferred($0.key, $0.fact, as: $0.key == "justerare" ? { $0 } : yamlText) }
}

private func inferred(_ key: String, _ fact: Fact<String>?, as yaml: (String) -> String) -> LocatedProblem? {
  guard let fact, fact.certainty == .inferred else { return nil }
  return (.inferred(key: key, value: yaml(fact.value)), fact.line)
}

/// Facts of the head that the document tells in two ways, each with the front matter line that settles it.
private func contradictions(_ minutes: Minutes) -> [LocatedProblem] {
  minutes.otherReadings.compactMap { other in
    guard let used = minutes.head.first(where: { $0.key == other.key })?.fact, used.certainty != .stated else {
      return nil
    }
    let value = other.key == "justerare" ? used.value : yamlText(used.value)
    return (
      .contradicted(used: value, line: used.line, other: other.value, settledBy: "\(other.key): \(value)"), other.line
    )
  }
}

private func words<Value>(_ fact: Fact<Value>) -> Fact<String> { fact.map { "\($0)" } }

extension Minutes {
  /// The facts of the head by their front matter keys; the verifiers as they would be written there.
  fileprivate var head: [(key: String, fact: Fact<String>?)] {
    let verifiers = self.verifiers.first.map { first in
      Fact(yamlList(self.verifiers.map(\.value)), line: first.line, first.certainty)
    }
    let texts: [(key: String, fact: Fact<String>?)] = [
      ("organ", body), ("datum", date.map(words)), ("tid", time), ("plats", place), ("dnr", reference),
      ("ordförande", chair), ("sekreterare", secretary),
    ]
    return texts + [("justerare", verifiers)]
  }
}

/// "- , Gran kommun", as a document to fill in has it.
private func missingNames(_ lines: [Line]) -> [LocatedProblem] {
  lines.filter { $0.text.utf8.first == UInt8(ascii: ",") && $0.hasBullet }.map { (.missingName, $0.number) }
}

/// People who are listed absent yet present an item or verified the minutes.
private func absentees(_ minutes: Minutes) -> [LocatedProblem] {
  let absent = Set(minutes.attendance.filter { $0.status == .absent }.map { nameKey($0.name) })
    .subtracting(minutes.attendance.filter { $0.status == .present }.map { nameKey($0.name) })
  guard !absent.isEmpty else { return [] }
  let verifiers = minutes.verifiers.filter { absent.contains(nameKey($0.value)) }
    .map { LocatedProblem(.absentVerifier(name: $0.value), $0.line) }
  return verifiers
    + minutes.items.flatMap { item in
      item.presenters.filter { absent.contains(nameKey($0.name)) }
        .map { LocatedProblem(.absentPresenter(name: $0.name, item: item.number), $0.line) }
    }
}

/// Verifiers who are in no list of those who were there, when there is such a list. A name that begins and ends as one
/// of the list is that one.
private func strangers(_ minutes: Minutes) -> [LocatedProblem] {
  guard minutes.attendance.count(where: { $0.status == .present }) >= 3 else { return [] }
  let listed = Set(minutes.attendance.map { outline($0.name) })
  return minutes.verifiers.filter { Names.isPerson($0.value) && !listed.contains(outline($0.value)) }
    .map { (.unlistedVerifier(name: $0.value), $0.line) }
}

/// "eva strand" of "Eva-Karin Moberg Strand".
private func outline(_ name: String) -> String {
  let words = nameKey(name).words
  return [words.first, words.last].compactMap(\.self).joined(separator: " ")
}

/// Numbers run on through the year: a gap or a repeat is often a slip.
private func numbers(_ items: [AgendaItem]) -> [LocatedProblem] {
  zip(items, items.dropFirst()).compactMap { last, item in
    guard let before = Int(last.number), let number = Int(item.number) else { return nil }
    if number == before { return (.repeatedItem(number: item.number), item.line) }
    return number == before + 1 ? nil : (.itemGap(previous: last.number, number: item.number), item.line)
  }
}

private func lint(_ item: AgendaItem) -> [LocatedProblem] {
  var found: [LocatedProblem] = []
  if item.kind?.value == .information, let decision = item.decisions.first(where: { !$0.receivesInformation }) {
    found.append((.decisionInInformationItem(item: item.number), decision.line))
  }
  if item.blocks.isEmpty, item.number.isEmpty == false, item.decisions.isEmpty {
    found.append((.emptyItem(number: item.number, title: item.title), item.line))
  }
  return found
}

extension Decision {
  /// "godkände informationen", "lade rapporten till handlingarna": what a body does with information.
  fileprivate var receivesInformation: Bool {
    kind == .files || kind == .notes || kind == .approves || kind == .endorses
  }
}
