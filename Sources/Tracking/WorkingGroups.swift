internal import Records

/// The working groups that decisions have set up, newest first, parallel to the archive's bodies: who is responsible, as far as
/// a sentence of the item says so, and what the group is to deliver, as far as the balanslista has it.
func workingGroups(in archive: Archive, _ followUps: [FollowUp]) -> [[WorkingGroup]] {
  let rowsOfItem = Dictionary(grouping: followUps.indices) { row in
    followUps[row].source.item.map { Target.item($0.meeting, index: $0.index) }
  }
  var found: [[WorkingGroup]] = Array(repeating: [], count: archive.bodies.count)
  for (index, meeting) in archive.meetings.enumerated() {
    let id = ID<Meeting>(index)
    for (place, item) in meeting.minutes.items.enumerated() where item.secrecy == nil {
      for (number, decision) in item.decisions.enumerated() where setsUpGroup(decision) {
        let sentences = ([decision.text] + item.decisions.map(\.text) + passages(of: item.blocks).map(\.text))
          .filter { $0 == decision.text || tellsOfGroup($0) }
        var group = WorkingGroup(
          source: .decision(id, index: place, decision: number), meeting: id, line: decision.line, text: decision.text)
        group.owner = sentences.lazy.compactMap(responsible).first
        group.followUp = (rowsOfItem[.item(id, index: place)] ?? []).first { row in
          (followUps[row].due != nil || followUps[row].dueWords != nil)
            && (followUps[row].text == decision.text || tellsOfGroup(followUps[row].text))
        }
        found[meeting.body.index].append(group)
      }
    }
  }
  return found.map { groups in
    groups.enumerated().sorted { a, b in
      let (x, y) = (archive[a.element.meeting].date?.dayNumber ?? 0, archive[b.element.meeting].date?.dayNumber ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }
}

/// "att tillsätta en arbetsgrupp", "Inrätta Arbetsgrupp samsjuklighet": the verb is what was decided, and a new group is what it
/// takes. "att avslå förslaget att tillsätta en arbetsgrupp" and "att utse ledamöter till arbetsgruppen" are none.
private func setsUpGroup(_ decision: Decision) -> Bool {
  guard contains(decision.text, groupStems) else { return false }
  let words = decision.text.lowercased().letterWords
  guard
    let group = words.firstIndex(where: { word in
      ["arbetsgrupp", "projektgrupp", "styrgrupp"].contains(word)
    }), case let start = max(0, group - 3),
    let verb = words[start..<group].lastIndex(where: { settingUp.contains(String($0)) }),
    words[(verb + 1)..<group].allSatisfy({ ["en", "ny", "gemensam", "tillfällig", "länsgemensam"].contains($0) })
  else { return false }
  let before = words[..<verb]
  if before.isEmpty || before.count == 1 && before.first == "att" { return true }
  return before.last == "att" && before.count { $0 == "att" } == 1
    && before.contains { word in ["beslut", "beslöt", "enades"].contains(where: word.hasPrefix) }
}

private let settingUp: Set<String> = [
  "tillsätta", "tillsätter", "inrätta", "inrättar", "bilda", "bildar", "utse", "utser",
]

/// Of the group, and not of a body whose name ends so.
private func tellsOfGroup(_ sentence: String) -> Bool {
  let key = sentence.lowercased()
  return contains(sentence, groupStems) || key.contains("sammankallande")
    || ["gruppen ", "att gruppen "].contains(where: key.hasPrefix)
}

private let groupStems = StemSet(["rbetsgrupp", "rojektgrupp", "tyrgrupp"])

/// "med Ada Ek som ansvarig", "Ansvarig är Ada Ek.", "Ada Ek är sammankallande": who, as written.
private func responsible(_ sentence: String) -> String? {
  func isNamed(_ word: Substring) -> Bool {
    word.first?.isUppercase ?? false || word == "och" || offices.contains(String(word))
  }
  /// Names, or an office of the body, and nothing when there are none.
  func name(_ words: some Sequence<Substring>) -> String? {
    var words = Array(words)
    while words.last == "och" { words.removeLast() }
    while words.first == "och" { words.removeFirst() }
    // "Gruppen leds av Arbetsgrupp skyltar": a group is nobody.
    return words.isEmpty || words.contains { $0.lowercased().contains("grupp") } ? nil : words.joined(separator: " ")
  }
  func nameAfter(_ text: Substring) -> String? {
    name(text[..<(text.firstIndex { ".,;(".contains($0) } ?? text.endIndex)].words.prefix(while: isNamed))
  }
  func nameBefore(_ text: Substring) -> String? {
    let words = text.words.reversed().drop { $0 == "som" }
    return name(words.prefix(while: isNamed).reversed())
  }
  for words in [" som ansvarig", " som sammankallande", " som ledare"] {
    guard let place = sentence.firstRange(of: words), !isForSomethingElse(sentence[place.upperBound...]) else {
      continue
    }
    let end = place.lowerBound
    var start: String.Index?
    var rest = sentence[..<end]
    while let next = rest.firstRange(of: "med ") {
      (start, rest) = (next.upperBound, rest[next.upperBound...])
    }
    if let start, let found = nameAfter(sentence[start..<end]) { return found }
  }
  for words in ["nsvarig är ", "nsvarig: ", "nsvariga är ", "ammankallande är ", "leds av "] {
    if let start = sentence.firstRange(of: words)?.upperBound, let found = nameAfter(sentence[start...]) {
      return found
    }
  }
  for words in [
    " är sammankallande", " är ansvarig för arbetsgruppen", " är ansvarig för gruppen", " leder arbetsgruppen",
    " leder gruppen", " ansvarar för arbetsgruppen",
  ] {
    if let end = sentence.firstRange(of: words)?.lowerBound, let found = nameBefore(sentence[..<end]) { return found }
  }
  return nil
}

/// "som ansvarig för ekonomin"
private func isForSomethingElse(_ rest: Substring) -> Bool {
  rest.words.prefix(2).contains("för") && !rest.words.prefix(3).contains { $0.lowercased().contains("grupp") }
}

private let offices: Set<String> = [
  "ordföranden", "vice", "sekreteraren", "koordinatorn", "koordinatorerna", "processledaren", "samordnaren",
  "presidiet",
]
