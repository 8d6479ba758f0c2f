internal import Records

func readPeople(_ line: Line, organisation: Line?, _ run: AttendanceRun) -> [Attendance] {
  let parts = readName(line.text)
  let isOne = Names.isPerson(parts.name) || (parts.name.words.count <= 4 && !parts.name.isEmpty && organisation != nil)
  let several = organisation == nil && (!isOne || mayNameSeveral(line.text)) ? peopleInSentence(line, run) : []
  if several.count > 1 || !isOne { return several }
  let names = twoNames(parts.name)
  var one = Attendance(
    name: names.last ?? parts.name, status: line.isStruck || hasStruckName(line) ? .absent : run.label.status,
    group: run.label.group,
    line: line.number)
  one.party = parts.party
  for detail in parts.details { place(detail, in: &one) }
  if let organisation { place(organisation.text, in: &one) }
  guard names.count > 1 else { return [one] }
  return [Attendance(name: names[0], status: one.status, group: one.group, line: line.number), one]
}

/// "Ada Ek Bo Lind" lost what stood between two people: given names begin both halves, and end neither.
private func twoNames(_ name: String) -> [String] {
  let words = name.words
  let isGiven = { (word: Substring) in Grammar.givenNames.contains(word) }
  guard words.count == 4, isGiven(words[0]), isGiven(words[2]), !isGiven(words[1]), !isGiven(words[3]) else {
    return [name]
  }
  return [words[..<2], words[2...]].map { $0.joined(separator: " ") }
}

/// More than one part of the text begins with a name, or with a title and a name, or what joins people stands in it.
func mayNameSeveral(_ text: String) -> Bool {
  if text.contains(";") || text.contains(" och ") || text.contains(" samt ") { return true }
  if text.utf8.count(where: { $0 == UInt8(ascii: "(") }) > 1 { return true }
  return text.split(separator: ",").dropFirst().contains { part in
    part.words.prefix(4).count { $0.unicodeScalars.first?.isCapital ?? false } >= 2
      || nameAfterNumber(part.words) != nil
  }
}

/// People in one sentence: "Gran kommun: Ada Ek (ordförande) och Bo Lind; Landstinget: Cai By", "Ada Ek (chef, Gran
/// kommun), Bo Lind (Tall kommun)", "Ada Ek, Gran kommun (ordf.); Bo Lind, Tall kommun".
private func peopleInSentence(_ line: Line, _ run: AttendanceRun) -> [Attendance] {
  var found: [Attendance] = []
  var titled: Set<String> = []
  for group in split(withRolesAfter(withGroupsApart(line.text)), at: ";") {
    var text = group
    var organisation: String?
    if let colon = group.firstIndex(of: ":"), case let left = group[..<colon].trimmed, left.words.count <= 5,
      !Names.isPerson(left)
    {
      organisation = String(left)
      text = String(group[group.index(after: colon)...])
    }
    let first = found.count
    for segment in split(text, at: ",").flatMap(splitAtAnd).flatMap(splitAfterBracket)
      .flatMap(splitAfterNote)
    {
      let (name, bracket, after) = splitBracket(segment)
      if let (name, details) = namedPerson(name, isFirst: found.count == first) {
        var one = Attendance(name: name, status: run.label.status, group: run.label.group, line: line.number)
        for detail in [bracket].compactMap(\.self) + details where !detail.isEmpty { placeBracket(detail, in: &one) }
        if let title = details.first, segment.hasPrefix(title), case let key = title.lowercased(),
          !["ordf", "ledamot", "ersätt"].contains(where: { key.contains($0) })
        {
          titled.insert(one.name)
        }
        if !after.isEmpty { place(after, in: &one) }
        found.append(one)
      } else if found.count > first {
        let detail = after.isEmpty ? name : "\(name) \(after)"
        // Of the letters that stand without brackets, only a known party's are a party's: "HSO" is an association.
        if detail.utf8.count > 2, !Grammar.parties.contains(detail.uppercased()) {
          place(detail, in: &found[found.count - 1])
        } else if !detail.isEmpty {
          placeBracket(detail, in: &found[found.count - 1])
        }
        if let bracket, !bracket.isEmpty { placeBracket(bracket, in: &found[found.count - 1]) }
      }
    }
    // "Ada Ek (S), Bo Lind (M) samt socialchef Cai By": who has a title before the name and no party is no member.
    if run.label.group == .member, run.label.status == .present, found[first...].contains(where: { $0.party != nil }) {
      for index in first..<found.count
      where found[index].party == nil && titled.contains(found[index].name) {
        found[index].group = .official
      }
    }
    for index in first..<found.count where organisation != nil {
      found[index].organisation = found[index].organisation ?? organisation
    }
  }
  return found
}

/// "Granby: Ada Ek, Bo Lind. Tallby: Cai By." with a ";" where the next organisation begins.
private func withGroupsApart(_ text: String) -> String {
  guard text.contains(". "), text.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 else { return text }
  var out: [Substring] = []
  let words = text.words
  for (index, word) in words.enumerated() {
    let opens =
      word.hasSuffix(".") && words[(index + 1)...].prefix(4).contains { $0.hasSuffix(":") }
      && words[index + 1].unicodeScalars.first?.isCapital == true
    out.append(opens ? word.dropLast() + ";" : word)
  }
  return out.joined(separator: " ")
}

/// "Ada Ek, Chef Bo Lind, Ekonom Cai By, Jurist" has its roles after the names, as the first name and the last role tell:
/// with a ";" between the people. Where that cannot be told of all, no role is anybody's.
private func withRolesAfter(_ text: String) -> String {
  let parts = split(text, at: ",")
  guard parts.count >= 3, !text.contains(" och "), Names.isPerson(parts[0]), let last = parts.last, Names.isRole(last),
    !Names.isPerson(last),
    Names.titled(last) == nil
  else { return text }
  var people = [parts[0]]
  var isCertain = true
  for part in parts[1..<(parts.count - 1)] {
    let words = part.words
    // The name begins at a given name, and all before it is said of the one before.
    guard let first = words.indices.dropFirst().first(where: { Grammar.givenNames.contains(words[$0]) }),
      case let name = words[first...].joined(separator: " "), words.count - first <= 3, Names.isPerson(name)
    else {
      let titled = Names.titled(part)
      // "Chef Ada Ek Ekonom Bo Lind" lost more than can be told.
      if titled == nil, words.count < 4 || !Names.isRole(part) { return text }
      isCertain = false
      if let name = titled?.name, name.words.count == 2 || Grammar.givenNames.contains(name.words[0]) {
        people.append(name)
      }
      continue
    }
    people[people.count - 1] += ", " + words[..<first].joined(separator: " ")
    people.append(name)
  }
  people[people.count - 1] += ", " + last
  return isCertain
    ? people.joined(separator: "; ") : people.map { String($0.prefix { $0 != "," }) }.joined(separator: "; ")
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
  if parts.allSatisfy({ namedPerson(splitBracket($0).name, isFirst: true) != nil }) { return parts }
  // "närsjukvårdschef och Ada Ek": what is said of one, and the next.
  if parts.count == 2, Names.isPerson(splitBracket(parts[1]).name),
    Names.isRole(parts[0]) || Names.isOrganisation(parts[0]) || beginsInAbbreviation(parts[0]), !parts[0].hasSuffix("-")
  {
    return parts
  }
  return [text.hasPrefix("och ") ? String(text.dropFirst(4)) : text]
}

/// "PRO", "SKPF": an association beside a name.
private func isAbbreviation(_ text: String) -> Bool { text.hasAtMostWords(1) && beginsInAbbreviation(text) }

/// "PRO", "RSMH Granby"
private func beginsInAbbreviation(_ text: String) -> Bool {
  guard let first = text.words.first, (2...8).contains(first.count) else { return false }
  return first.unicodeScalars.allSatisfy { $0.isCapital || $0 == "-" }
}

/// "Ada Ek (M) Bo Lind (S)" and "Ada Ek (M) vice ordförande Bo Lind (S)" lost the comma between two people.
private func splitAfterBracket(_ text: String) -> [String] {
  guard let close = text.firstIndex(of: ")"), case let after = String(text[text.index(after: close)...].trimmed),
    after.contains("("), case let name = splitBracket(after).name
  else { return [text] }
  if Names.isPerson(name) {
    // "Ada Ek (M) Granby Bo Lind (S)": the place is hers.
    let words = name.words
    if words.count == 3, !Grammar.givenNames.contains(words[0]), Grammar.givenNames.contains(words[1]) {
      return ["\(text[...close]) \(words[0])"] + splitAfterBracket(String(after.dropFirst(words[0].count).trimmed))
    }
    return [String(text[...close])] + splitAfterBracket(after)
  }
  guard let (title, _) = Names.titled(name), title.unicodeScalars.first?.isCapital == false else { return [text] }
  return ["\(text[...close]) \(title)"] + splitAfterBracket(String(after.dropFirst(title.count).trimmed))
}

/// "del av § 9 Ada Ek": what is told of one, and the next whose comma was lost.
private func splitAfterNote(_ text: String) -> [String] {
  let words = text.words
  guard let start = nameAfterNumber(words) else { return [text] }
  return [words[..<start].joined(separator: " "), words[start...].joined(separator: " ")]
}

/// Where a name begins that ends the words and stands after the number of an item.
private func nameAfterNumber(_ words: [Substring]) -> Int? {
  guard words.count > 2,
    let number = words.dropLast(2).lastIndex(where: { $0.utf8.last.map { $0 >= 0x30 && $0 < 0x3A } ?? false }),
    Names.isPerson(words[(number + 1)...].joined(separator: " "))
  else { return nil }
  return number + 1
}

/// What stands before, in and after the brackets; brackets inside others belong to them.
private func splitBracket(_ text: String) -> (name: String, bracket: String?, after: String) {
  guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
    return (text, nil, "")
  }
  let end = text[text.index(after: open)..<close].contains("(") ? text.lastIndex(of: ")") ?? close : close
  return (
    String(text[..<open].trimmed), String(text[text.index(after: open)..<end].trimmed),
    String(text[text.index(after: end)...].trimmed)
  )
}

/// "Ada Ek", "sekr. Ada Ek", "Ada Ek sekreterare": a name and what stands beside it. Only the first of a group may have
/// an organisation beside it, since a later "Norra Gran kommun" is what is said of the one before.
private func namedPerson(_ text: String, isFirst: Bool) -> (name: String, details: [String])? {
  if Names.isPerson(text) { return (text, []) }
  // "... och Ada Ek." ends the sentence.
  if text.hasSuffix("."), Names.isPerson(text.dropLast()) { return (String(text.dropLast()), []) }
  // "controller Ada Ek §§ 13-16"
  if let range = text.firstRange(of: " §"), range.lowerBound > text.startIndex,
    let (name, details) = namedPerson(String(text[..<range.lowerBound].trimmed), isFirst: isFirst)
  {
    return (name, details + [String(text[range.lowerBound...].trimmed)])
  }
  if let (title, name) = Names.titled(text) { return (name, [title]) }
  guard let head = leadingPerson(text), isFirst || head.rest.unicodeScalars.first?.properties.isLowercase == true
  else { return nil }
  return (head.name, [head.rest])
}

private func leadingPerson(_ text: String) -> (name: String, rest: String)? {
  let words = text.words
  for count in [3, 2] where words.count > count {
    let head = words[..<count].joined(separator: " ")
    let rest = words[count...].joined(separator: " ")
    if Names.isPerson(head), Names.isOrganisation(rest) || Names.isRole(rest) || isNote(rest) { return (head, rest) }
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
    let titled = Names.titled(name) ?? organisationBefore(String(name))
    if let found = Reading.party(String(inside)), titled != nil || Names.isPerson(name) {
      party = found
      let after = String(rest[rest.index(after: close)...]).trimmedPunctuation
      details = (titled.map { [$0.title] } ?? []) + after.split(separator: ",").map { String($0.trimmed) }
      return (titled?.name ?? String(name), party, details.first { Names.isOrganisation($0) }, details)
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
  // "Ada Ek/Gran kommun"
  if let slash = name.firstIndex(of: "/"), case let rest = name[name.index(after: slash)...].trimmed,
    Names.isPerson(name[..<slash].trimmed), Names.isOrganisation(rest)
  {
    parts.insert(String(rest), at: 0)
    name = String(name[..<slash].trimmed)
  }
  // "Ada Ek X": a cross for those who were there.
  if name.hasSuffix(" X") || name.hasSuffix(" x") { name = String(name.dropLast(2).trimmed) }
  if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
    let inside = String(name[name.index(after: open)...].dropLast())
    parts.insert(Names.isOrganisation(inside) && !inside.contains("(") ? inside : "(\(inside))", at: 0)
    name = String(name[..<open].trimmed)
  }
  // "Förvaltningschef Ada Ek"
  if let (title, person) = Names.titled(name) {
    name = person
    parts.insert(title, at: 0)
  }
  // "Ada Ek m"
  if let last = name.words.last, name.words.count > 2, Grammar.parties.contains(last.uppercased()),
    case let rest = name.words.dropLast().joined(separator: " "), Names.isPerson(rest)
  {
    name = rest
    party = last.uppercased()
  }
  // "Pia Ask Gran kommun": the organisation follows without a mark.
  if !Names.isPerson(name) {
    let words = name.words
    for count in [3, 2] where words.count > count {
      let head = words[..<count].joined(separator: " ")
      let tail = words[count...].joined(separator: " ")
      // "Ada Ek Anmält förhinder"
      if count == 3, isNote(words[2...].joined(separator: " ")) { continue }
      if Names.isPerson(head), Names.isOrganisation(tail) || Names.isRole(tail) || isNote(tail) || isAbbreviation(tail)
      {
        name = head
        parts.insert(tail, at: 0)
        break
      }
    }
  }
  // "Region Gran Pia Ask": the organisation stands before.
  if let (organisation, person) = organisationBefore(name) {
    name = person
    parts.insert(organisation, at: 0)
  }
  details = parts.filter { !$0.isEmpty } + details
  return (name, party, details.first { Names.isOrganisation($0) }, details)
}

/// "Region Gran Pia Ask", "Granby kommun Bo Lind": an organisation, and at its end a name that begins with a given name.
private func organisationBefore(_ text: String) -> (title: String, name: String)? {
  guard !text.hasAtMostWords(3), text.hasAtMostWords(8), !Names.isPerson(text) else { return nil }
  let words = text.words
  for count in [2, 3] where words.count > count + 1 {
    let (head, tail) = (words.dropLast(count).joined(separator: " "), words.suffix(count).joined(separator: " "))
    if Grammar.givenNames.contains(words[words.count - count]), Names.isPerson(tail), Names.isOrganisation(head),
      !head.words.contains(where: { Grammar.givenNames.contains($0) })
    {
      return (head, tail)
    }
  }
  return nil
}

/// "Ek, Ada (S) ordf." as "Ada Ek (S) ordf."
func turnedLine(_ line: Line) -> Line? {
  guard let space = line.text.utf8.firstIndex(of: UInt8(ascii: " ")),
    line.text.utf8[..<space].last == UInt8(ascii: ",")
  else { return nil }
  let words = line.text.words
  guard words.count >= 2, words[0].hasSuffix(","), !words[0].hasPrefix("("), columns(of: line.raw).count == 1 else {
    return nil
  }
  let name = "\(words[1].bare) \(words[0].dropLast())"
  guard Names.isPerson(name), words[1].unicodeScalars.first?.isLetter ?? false else { return nil }
  let mark = words[1].hasSuffix(",") ? "," : ""
  return Line(
    number: line.number, raw: Substring(([name + mark] + words[2...].map(String.init)).joined(separator: " ")))
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
      if tellsAbsence(String(inside)) { one.status = .absent }
      one.note = String(inside)
      detail = String(detail[..<open].trimmed)
    } else if one.party == nil, Grammar.parties.contains(inside.uppercased()) {
      // "ordförande (S)"
      one.party = inside.uppercased()
      detail = String(detail[..<open].trimmed)
    } else if Grammar.chairWords.contains(inside.lowercased()) || Grammar.secretaryRoles.contains(inside.lowercased()) {
      // "Region Gran (ordförande)"
      addRole(String(inside), to: &one)
      detail = String(detail[..<open].trimmed)
    }
  }
  // "(Granbygden)": whence one comes.
  if detail.hasPrefix("("), detail.hasSuffix(")"), case let inside = String(detail.dropFirst().dropLast()),
    !inside.contains(where: { "()".contains($0) })
  {
    detail = inside.trimmedPunctuation
  }
  // "§§ 41-43, 45": the numbers go on after the comma.
  if one.note != nil, detail.utf8.allSatisfy({ $0 < 0x3A }) {
    one.note = one.note.map { "\($0), \(detail)" }
    return
  }
  if detail.isEmpty || Grammar.marksOfPresence.contains(detail) { return }
  if Grammar.marksOfAbsence.contains(detail) {
    one.status = .absent
    return
  }
  if let range = proxyPhrases.first(in: detail)?.bytes {
    let proxy = detail[...].slice(range.upperBound..<detail.utf8.count)
    one.alsoRepresents += proxy.split(separator: ",").flatMap { $0.split(separator: " och ") }.map {
      String($0.trimmed)
    }
    let before = detail[...].slice(0..<range.lowerBound).trimmedPunctuation
    if !before.isEmpty { place(before, in: &one) }
    return
  }
  // "ekonomichef §§ 20-22"
  if let range = detail.firstRange(of: " §"), range.lowerBound > detail.startIndex, !isNote(detail) {
    let note = String(detail[range.lowerBound...].trimmed)
    detail = detail[..<range.lowerBound].trimmedPunctuation
    one.note = one.note.map { "\($0), \(note)" } ?? note
  }
  if tellsAbsence(detail) { one.status = .absent }
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
    Grammar.commonOrganisations.contains(detail) || isAssociation(detail) || isBody(detail)
    || isCapitalised && !isTitle(detail) && (Names.isOrganisation(detail) || words.count <= 2 && !Names.isRole(detail))
  if isOrganisation, one.organisation == nil { one.organisation = detail } else { addRole(detail, to: &one) }
}

private let proxyPhrases = PhraseSet([
  "representerar även ", "representerade även ", "företräder även ", "även för ",
])

/// "SPF Seniorerna Granby", "SKPF avdelning 87"
private func isAssociation(_ text: String) -> Bool {
  let words = text.words
  guard words.count > 1, words[0].utf8.count >= 3, beginsInAbbreviation(text), !Names.isRole(text) else { return false }
  return words[1].unicodeScalars.first?.isCapital == true || ["avdelning", "distrikt", "förening"].contains(words[1])
}

/// "miljö- och byggnämnden", "socialnämnden"
private func isBody(_ text: String) -> Bool {
  guard text.hasAtMostWords(3), let last = text.words.last, hasBodyWord(String(last)) else { return false }
  return text.unicodeScalars.first?.isCapital == false && !Names.isRole(text)
    && !text.words.contains { ["i", "av", "för", "från", "till", "hos", "på"].contains($0) }
}

/// A capitalised title is still a title: "Tf. områdeschef Nära vård", "Samordnare".
private func isTitle(_ text: String) -> Bool {
  guard let word = text.words.first?.bare, case let first = word.lowercased() else { return false }
  return first == "tf" || first == "bitr" || Names.isTitle(word)
    || first != "samråd" && !first.hasSuffix("rådet") && roleTitles.contains(endOf: word)
}

/// Endings of roles that are of no other words too.
private let roleTitles = EndingSet(Grammar.roleEndings.filter { !["råd", "mar", "mas"].contains($0) })

func addRole(_ role: String, to one: inout Attendance) { one.role = one.role.map { "\($0), \(role)" } ?? role }

/// "anmält förhinder" after a name in a list of all who were called.
private func tellsAbsence(_ text: String) -> Bool {
  absenceNotes.begins(text) || Grammar.illness.contains(text.words.first?.bare ?? "")
}

private let absenceNotes = PhraseSet(Grammar.absenceNotes)
private let attendanceNotes = PhraseSet(Grammar.attendanceNotes)

func isNote(_ text: String) -> Bool {
  if attendanceNotes.begins(text) || tellsAbsence(text) { return true }
  // "p10"
  if text.utf8.first == UInt8(ascii: "p"), text.utf8.count > 1, text.utf8.dropFirst().allSatisfy({ $0 < 0x3A }) {
    return true
  }
  // "för Bo Lind (M)": in whose place.
  return (text.hasPrefix("för ") || text.hasPrefix("För "))
    && Names.isPerson(text.dropFirst(4).prefix { $0 != "(" }.trimmed)
}
