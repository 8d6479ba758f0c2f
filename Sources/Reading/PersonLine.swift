internal import Records

func readPeople(_ line: Line, organisation: Line?, _ run: AttendanceRun) -> [Attendance] {
  let parts = readName(line.text)
  let isOne = Names.isPerson(parts.name) || (parts.name.words.count <= 4 && !parts.name.isEmpty && organisation != nil)
  let several = organisation == nil && (!isOne || mayNameSeveral(line.text)) ? peopleInSentence(line, run) : []
  if several.count > 1 || !isOne { return several }
  var one = Attendance(
    name: parts.name, status: line.isStruck || hasStruckName(line) ? .absent : run.label.status, group: run.label.group,
    line: line.number)
  one.party = parts.party
  for detail in parts.details { place(detail, in: &one) }
  if let organisation { place(organisation.text, in: &one) }
  return [one]
}

/// More than one part of the text begins with two capitals, or what joins people stands in it.
private func mayNameSeveral(_ text: String) -> Bool {
  if text.contains(";") || text.contains(" och ") || text.contains(" samt ") { return true }
  return text.split(separator: ",").dropFirst().contains { part in
    part.words.prefix(2).count { $0.unicodeScalars.first?.isCapital ?? false } == 2
  }
}

/// People in one sentence: "Gran kommun: Ada Ek (ordförande) och Bo Lind; Landstinget: Cai By", "Ada Ek (chef, Gran
/// kommun), Bo Lind (Tall kommun)", "Ada Ek, Gran kommun (ordf.); Bo Lind, Tall kommun".
private func peopleInSentence(_ line: Line, _ run: AttendanceRun) -> [Attendance] {
  var found: [Attendance] = []
  for group in split(line.text, at: ";") {
    var text = group
    var organisation: String?
    if let colon = group.firstIndex(of: ":"), case let left = group[..<colon].trimmed, left.words.count <= 5,
      !Names.isPerson(left)
    {
      organisation = String(left)
      text = String(group[group.index(after: colon)...])
    }
    let first = found.count
    for segment in split(text, at: ",").flatMap(splitAtAnd) {
      let (name, bracket) = splitBracket(segment)
      if Names.isPerson(name) {
        var one = Attendance(name: name, status: run.label.status, group: run.label.group, line: line.number)
        if let bracket { placeBracket(bracket, in: &one) }
        found.append(one)
      } else if found.count > first {
        for detail in [name, bracket].compactMap(\.self) where !detail.isEmpty {
          placeBracket(detail, in: &found[found.count - 1])
        }
      } else if let head = leadingPerson(name) {
        var one = Attendance(name: head.name, status: run.label.status, group: run.label.group, line: line.number)
        place(head.rest, in: &one)
        found.append(one)
      }
    }
    for index in first..<found.count where organisation != nil {
      found[index].organisation = found[index].organisation ?? organisation
    }
  }
  return found
}

/// Parts between the marks, which do not count inside brackets.
private func split(_ text: String, at mark: Unicode.Scalar) -> [String] {
  var depth = 0
  return text.utf8.split { byte in
    if byte == UInt8(ascii: "(") { depth += 1 }
    if byte == UInt8(ascii: ")") { depth -= 1 }
    return depth <= 0 && byte == UInt8(ascii: mark)
  }.map { String(Substring($0).trimmed) }.filter { !$0.isEmpty }
}

/// "Tomas Ek och Bo Lind" are two; "hälso- och sjukvård" is one.
private func splitAtAnd(_ text: String) -> [String] {
  let parts = text.split(separator: " och ").flatMap { $0.split(separator: " samt ") }.map { part in
    String(part.hasPrefix("och ") ? part.dropFirst(4) : part)
  }
  return parts.allSatisfy({ Names.isPerson(splitBracket($0).name) })
    ? parts : [text.hasPrefix("och ") ? String(text.dropFirst(4)) : text]
}

private func splitBracket(_ text: String) -> (name: String, bracket: String?) {
  guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
    return (text, nil)
  }
  let after = text[text.index(after: close)...].trimmed
  let name = String(text[..<open].trimmed)
  return (after.isEmpty ? name : "\(name) \(after)", String(text[text.index(after: open)..<close].trimmed))
}

private func leadingPerson(_ text: String) -> (name: String, rest: String)? {
  let words = text.words
  for count in [3, 2] where words.count > count {
    let head = words[..<count].joined(separator: " ")
    let rest = words[count...].joined(separator: " ")
    if Names.isPerson(head), Names.isOrganisation(rest) || Names.isRole(rest) { return (head, rest) }
  }
  return nil
}

/// What stands in brackets after a name: a party, or roles and organisations between commas.
private func placeBracket(_ text: String, in one: inout Attendance) {
  if one.party == nil, let party = party(text) { one.party = party } else { place(text, in: &one) }
}

/// `s`, `KD`, `SÖP`, `EkarpsListan`: letters without a space, with more capitals than a word has.
func party(_ text: String) -> String? {
  guard (1...28).contains(text.utf8.count), (1...14).contains(text.count), text.allSatisfy(\.isLetter) else {
    return nil
  }
  if text.count <= 2 || text.count == 3 && !Names.isRole(text) { return text.uppercased() }
  return text.count(where: \.isUppercase) >= 2 ? text : nil
}

/// `<del>Anna Ek</del> <del>chef</del>`, `~~Anna Ek~~, Grannäs`
private func hasStruckName(_ line: Line) -> Bool {
  let raw = line.raw.trimmed
  let inner = line.hasBullet ? raw.dropFirst().trimmed : raw
  return inner.hasPrefix("<del>") || inner.hasPrefix("<s>") || inner.hasPrefix("~~")
}

/// The parts of "Anna Ek (s), v. ordförande, Grannäs kommun", "Bo By\tområdeschef (deltar del av mötet)".
func readName(_ text: String) -> (name: String, party: String?, organisation: String?, details: [String]) {
  var rest = text.trimmed
  var party: String?
  var details: [String] = []
  if let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
    let inside = rest[rest.index(after: open)..<close].trimmed
    let name = rest[..<open].trimmed
    if let found = Reading.party(String(inside)), Names.isPerson(name) {
      party = found
      let after = String(rest[rest.index(after: close)...]).trimmedPunctuation
      let names = name
      if !after.isEmpty { details = after.split(separator: ",").map { String($0.trimmed) } }
      return (String(names), party, details.first, details)
    }
  }
  let byColumns = columns(of: rest)
  if byColumns.count > 1 {
    rest = Substring(turned(byColumns[0]) ?? byColumns[0]).trimmed
    details = byColumns[1...].map { $0.trimmedPunctuation }
  }
  var parts = rest.split(separator: ",").map { String($0.trimmed) }
  guard !parts.isEmpty else { return ("", nil, nil, []) }
  var name = parts.removeFirst()
  for dash in [" – ", " - ", " — "] {
    if let range = name.firstRange(of: dash), Names.isPerson(name[..<range.lowerBound]) {
      parts.insert(String(name[range.upperBound...].trimmed), at: 0)
      name = String(name[..<range.lowerBound])
      break
    }
  }
  if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
    parts.insert(String(name[open...]), at: 0)
    name = String(name[..<open].trimmed)
  }
  // "Pia Ask Gran kommun": the organisation follows without a mark.
  if !Names.isPerson(name) {
    let words = name.words
    for count in [3, 2] where words.count > count {
      let head = words[..<count].joined(separator: " ")
      let tail = words[count...].joined(separator: " ")
      if Names.isPerson(head), Names.isOrganisation(tail) || Names.isRole(tail) {
        name = head
        parts.insert(tail, at: 0)
        break
      }
    }
  }
  details = parts.filter { !$0.isEmpty } + details
  return (name, party, details.first { Names.isOrganisation($0) }, details)
}

/// "Ek, Ada" is Ada Ek.
private func turned(_ name: String) -> String? {
  let parts = name.split(separator: ",").map { $0.trimmed }
  guard parts.count == 2, parts.allSatisfy({ $0.words.count == 1 }) else { return nil }
  let name = "\(parts[1]) \(parts[0])"
  return Names.isPerson(name) ? name : nil
}

/// Puts a detail where it belongs: proxy, note, organisation or role.
func place(_ detail: String, in one: inout Attendance) {
  var detail = detail.trimmedPunctuation
  // A note in brackets at the end: "(deltar del av mötet)"; other brackets belong to the title.
  if detail.hasSuffix(")"), let open = detail.lastIndex(of: "(") {
    let inside = detail[detail.index(after: open)...].dropLast().trimmed
    if isNote(String(inside)) {
      one.note = String(inside)
      detail = String(detail[..<open].trimmed)
    }
  }
  if detail.isEmpty { return }
  for phrase in ["representerar även ", "representerade även ", "företräder även ", "även för "] {
    if let range = detail.lowercased().firstRange(of: phrase) {
      let offset = detail.lowercased().distance(from: detail.lowercased().startIndex, to: range.lowerBound)
      let start = detail.index(detail.startIndex, offsetBy: offset)
      let proxy = detail[detail.index(start, offsetBy: phrase.count)...]
      one.alsoRepresents += proxy.split(separator: ",").flatMap { $0.split(separator: " och ") }.map {
        String($0.trimmed)
      }
      let before = String(detail[..<start]).trimmedPunctuation
      if !before.isEmpty { place(before, in: &one) }
      return
    }
  }
  if isNote(detail) {
    one.note = one.note.map { "\($0), \(detail)" } ?? detail
    return
  }
  if detail.contains(", ") {
    for part in detail.split(separator: ",") { place(String(part), in: &one) }
    return
  }
  let words = detail.words
  // "ordf. Beredning barn/unga": a role in another body.
  if words.count > 1, Names.isRole(words[0]) || words[0].lowercased() == "vice" || words[0].lowercased() == "v.",
    let start = (1..<words.count).first(where: {
      Names.isOrganisation(words[$0...].joined(separator: " "))
        && words[$0].unicodeScalars.first!.isCapital
    })
  {
    // The role is the other body's, not this meeting's: it is kept whole.
    addRole(detail, to: &one)
    one.organisation = one.organisation ?? words[start...].joined(separator: " ")
    return
  }
  let isCapitalised = detail.unicodeScalars.first?.isCapital ?? false
  let isOrganisation =
    isCapitalised && !isTitle(detail) && (Names.isOrganisation(detail) || words.count <= 2 && !Names.isRole(detail))
  if isOrganisation, one.organisation == nil { one.organisation = detail } else { addRole(detail, to: &one) }
}

/// A capitalised title is still a title: "Tf. områdeschef Nära vård", "Samordnare".
private func isTitle(_ text: String) -> Bool {
  guard let first = text.words.first?.bare.lowercased() else { return false }
  return first == "tf" || first == "bitr"
    || Grammar.roleEndings.contains {
      first.hasSuffix($0) && first != "samråd" && !first.hasSuffix("rådet") && $0 != "råd" && $0 != "mar" && $0 != "mas"
    }
}

func addRole(_ role: String, to one: inout Attendance) { one.role = one.role.map { "\($0), \(role)" } ?? role }

func isNote(_ text: String) -> Bool {
  let key = text.lowercased()
  return [
    "del av", "deltar", "deltog", "§", "via ", "digitalt", "på distans", "ersätter ", "ersättare för", "tjänstgör",
    "t.o.m", "fr.o.m", "ärende ", "punkt ", "från kl", "till kl", "sen ankomst",
  ]
  .contains { key.hasPrefix($0) }
}
