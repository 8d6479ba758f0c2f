internal import Records

/// A piece of an item's text that can hold a decision: a paragraph, a list item, a table row, a heading.
struct Passage {
  enum Kind { case paragraph, listItem(depth: Int), heading, row }
  let kind: Kind
  /// Without markup; a newline is a line end of the source.
  let text: String
  let line: Int
  let hints: Hints

  init(kind: Kind, text: String, line: Int) {
    self.kind = kind
    self.text = withWholeWords(text)
    self.line = line
    hints = Hints(of: self.text)
  }
}

/// "till-\nsätts en grupp" as "tillsätts\nen grupp": the lines keep their number.
private func withWholeWords(_ text: String) -> String {
  guard text.contains("-\n") else { return text }
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for index in lines.indices.dropLast() where lines[index].hasSuffix("-") {
    guard let before = lines[index].utf8.dropLast().last, before >= UInt8(ascii: "a"),
      let rest = lines[index + 1].words.first, rest.unicodeScalars.first?.properties.isLowercase == true,
      !["och", "eller", "samt", "respektive", "men", "till"].contains(rest.bare)
    else { continue }
    lines[index] = String(lines[index].dropLast() + rest)
    lines[index + 1] = String(lines[index + 1].trimmed.dropFirst(rest.count).trimmed)
  }
  return lines.joined(separator: "\n")
}

/// The passages of a tree in reading order.
func passages(of blocks: [Block]) -> [Passage] {
  var out: [Passage] = []
  collect(blocks, depth: 0, into: &out)
  return out
}

private func collect(_ blocks: [Block], depth: Int, into out: inout [Passage]) {
  for block in blocks {
    switch block.kind {
    case .paragraph(let inlines): out.append(Passage(kind: .paragraph, text: inlines.plainText, line: block.line))
    case .heading(_, let inlines): out.append(Passage(kind: .heading, text: inlines.plainText, line: block.line))
    case .list(let list):
      for item in list.items {
        var rest = item.blocks[...]
        if case .paragraph(let inlines)? = rest.first?.kind {
          out.append(Passage(kind: .listItem(depth: depth + 1), text: inlines.plainText, line: item.line))
          rest = rest.dropFirst()
        }
        collect(Array(rest), depth: depth + 1, into: &out)
      }
    case .quote(let inner): collect(inner, depth: depth, into: &out)
    case .table(let table):
      for row in table.rows {
        out.append(Passage(kind: .row, text: row.cells.map(\.plainText).joined(separator: " "), line: row.line))
      }
    case .code(_, let text): out.append(Passage(kind: .paragraph, text: text, line: block.line))
    case .rule, .html: break
    }
  }
}

/// The clauses that the body decided, in order. A proposal, a motion and another body's decision are no decisions.
func recogniseDecisions(in passages: [Passage], by speaker: Speaker) -> [Decision] {
  guard passages.contains(where: { !$0.hints.isDisjoint(with: [.decision, .section]) }) else { return [] }
  return readDecisions(in: passages, by: speaker).filter { !decidesNothing($0.text) }
}

/// "-", "Inget beslut."
private func decidesNothing(_ text: String) -> Bool {
  let key = text.trimmedPunctuation.lowercased()
  return !key.contains(where: \.isLetter)
    || Grammar.noDecisions.contains(key.hasSuffix(".") ? String(key.dropLast()) : key)
}

private func readDecisions(in passages: [Passage], by speaker: Speaker) -> [Decision] {
  var decisions: [Decision] = []
  /// Set after "X beslutade att:": the clauses that follow are decided.
  var leadIn: String?
  var isDecided = false
  /// How many decisions stood before the part under "Beslut".
  var decidedBefore = 0
  var isProposal = false
  /// What is proposed has been read, or the part is of single members' motions: what the body decides may follow.
  var isProposalRead = false
  /// The paragraph before was a clause under "Beslut": "att köpa färg", and more may follow.
  var isAmongClauses = false
  let parts = passages.flatMap(splitAtHeadings).flatMap { splitAtParts($0, speaker) }.map(withoutPartName)
  for (place, passage) in parts.enumerated() {
    // Prose that neither decides nor heads anything, where nothing before it says that it is a decision.
    if isAmongClauses, case .paragraph = passage.kind, passage.text.hasPrefix("att ") {
      decisions += clauses(of: passage, leadIn: nil)
      continue
    }
    isAmongClauses = false
    if leadIn == nil, !isDecided, !passage.hints.contains(.decision), !passage.hints.contains(.section) {
      if case .heading = passage.kind { isProposal = false }
      isProposalRead = true
      continue
    }
    let text = passage.text.onOneLine
    switch passage.kind {
    case .heading:
      (leadIn, isDecided, isProposal) = (nil, false, false)
      if isDecisionHeading(text) || isOwnProposal(text, speaker) {
        (isDecided, decidedBefore) = (true, decisions.count)
      }
      if isOfAnotherBody(text, speaker) {
        (isDecided, isProposal, isProposalRead) = (false, true, false)
      } else if isProposalHeading(text), !isDecided {
        (isProposal, isProposalRead) = (true, isMotionHeading(text))
      }
      if opensDecision(text, speaker) { leadIn = text }
    case .listItem(let depth):
      if depth == 1, leadIn != nil || isDecided, !isProposal {
        decisions.append(Decision(text: withoutJoint(text), leadIn: leadIn, line: passage.line))
        if isDecided { decisions[decisions.count - 1].certainty = .labelled }
      } else if depth > 1, leadIn != nil || isDecided, var last = decisions.popLast() {
        // A clause with a list of its own is one decision.
        last.text += last.text.hasSuffix(":") ? " \(text)" : "; \(text)"
        decisions.append(last)
      } else if isProposal {
        isProposalRead = true
      } else if case (true, let rest) = decisionLabel(text), !rest.isEmpty {
        // "➢ Beslut: att köpa färg"
        let first = decisions.count
        decisions += decidedClauses(of: passage, text: rest)
        for index in first..<decisions.count { decisions[index].certainty = .labelled }
      } else {
        decisions += decided(in: passage, by: speaker)
      }
    case .paragraph, .row:
      let mayHead = passage.hints.contains(.section)
      if mayHead, isOfAnotherBody(text, speaker) {
        (leadIn, isDecided, isProposal, isProposalRead) = (nil, false, true, false)
        continue
      }
      if mayHead, isOwnProposal(text, speaker) {
        (leadIn, isDecided, isProposal, decidedBefore) = (nil, true, false, decisions.count)
        continue
      }
      if mayHead, isSectionHeading(text), !isProposalHeading(text) {
        // What a minority has written down is not the body's.
        let key = text.lowercased()
        (leadIn, isDecided, isProposal) = (nil, false, Grammar.minorityHeadings.contains { key.hasPrefix($0) })
        continue
      }
      if mayHead, isProposalHeading(text) {
        (leadIn, isDecided, isProposal) = (nil, false, true)
        isProposalRead = isMotionHeading(text) || labelled(text).map { !$0.value.isEmpty } ?? false
        continue
      }
      if mayHead, let value = itemLabel(text) {
        (leadIn, isDecided) = (nil, false)
        if !isProposal {
          decisions += decided(in: Passage(kind: .paragraph, text: value, line: passage.line), by: speaker)
        }
        continue
      }
      let (label, rest) = mayHead ? decisionLabel(text) : (false, text)
      if label {
        (isDecided, isProposal, leadIn, decidedBefore) = (true, false, nil, decisions.count)
        if rest.isEmpty { continue }
      }
      // "Nämnden beslutar för egen del" over a list.
      let isOverList =
        if place + 1 < parts.count, case .listItem = parts[place + 1].kind {
          true
        } else {
          place + 1 < parts.count && parts[place + 1].text.hasPrefix("att ")
        }
      let opens =
        isDecided
        && ((label ? rest : text).hasSuffix(":") || endsInVerb(label ? rest : text)
          || isOverList && !text.hasSuffix(".") && !text.hasPrefix("att ") && verbs(in: text))
      // "Gruppen uppdrar åt Ada Ek" over clauses.
      let opensClauses =
        isOverList && parts[place + 1].text.hasPrefix("att ") && !text.hasSuffix(".")
        && isDecision(sentences(of: text).last ?? text, speaker)
      if opens || opensClauses || opensDecision(label ? rest : text, speaker), !isProposal || isProposalRead {
        (leadIn, isProposal) = (label ? rest : text, false)
        continue
      }
      if isProposal, !isToldOfThePast(text) {
        if !isProposalRead || !decidesAtOnce(text, speaker) {
          isProposalRead = true
          continue
        }
        isProposal = false
      }
      if let lead = leadIn, text.lowercased().hasPrefix("att ") || endsInAtt(lead) && beginsInInfinitive(text) {
        decisions += clauses(of: passage, leadIn: leadIn)
        continue
      }
      if isDecided, label || decisions.count == decidedBefore {
        let first = decisions.count
        decisions += decidedClauses(of: passage, text: label ? rest : text)
        for index in first..<decisions.count { decisions[index].certainty = .labelled }
        // What follows the clauses explains them.
        (leadIn, isDecided) = (nil, false)
        isAmongClauses = passage.text.hasPrefix("att ")
        continue
      }
      (leadIn, isDecided) = (nil, false)
      decisions += decided(in: passage, by: speaker)
    }
  }
  return decisions
}

/// "Arbetsutskottets beslut" in the minutes of the board: what follows is decided by another.
private func isOfAnotherBody(_ text: String, _ speaker: Speaker) -> Bool {
  guard text.hasAtMostWords(6), let owner = ownerOfHeading(text, before: " beslut") else { return false }
  let isPreparing = ["utskottet", "beredningen", "presidiet"].contains(where: owner.hasSuffix)
  let isBelow = owner.hasSuffix("nämnden") && speaker.isNamed(by: ["styrelsen"])
  return (isPreparing || isBelow) && !speaker.isNamed(by: owner.words[...])
}

/// "Kommunstyrelsens förslag till kommunfullmäktige": what the body itself sends on, it has decided.
private func isOwnProposal(_ text: String, _ speaker: Speaker) -> Bool {
  guard text.hasAtMostWords(8), let owner = ownerOfHeading(text, before: " förslag till "),
    text.lowercased().contains("fullmäktige")
  else { return false }
  return speaker.isNamed(by: owner.words[...])
}

/// "Arbetsutskottet" of "Arbetsutskottets beslut".
private func ownerOfHeading(_ text: String, before tail: String) -> String? {
  let text = text.trimmedPunctuation
  guard let range = text.firstRange(of: tail), tail.hasSuffix(" ") || range.upperBound == text.endIndex,
    case let owner = text[..<range.lowerBound],
    owner.hasSuffix("s"), owner.unicodeScalars.first?.isCapital == true
  else { return nil }
  return String(owner.dropLast())
}

/// "Granrådet beslutar att ...": the body and its decision open the text.
private func decidesAtOnce(_ text: String, _ speaker: Speaker) -> Bool {
  let words = text.words
  guard
    let verb = words.prefix(7).firstIndex(where: { word in
      let key = word.bare.lowercased()
      return key == "beslutar" || key == "beslutade" || key == "beslöt"
    }), speaker.isNamed(by: words[..<verb])
  else { return false }
  return words[(verb + 1)...].first.map { $0.bare == "att" } ?? true
}

/// "Ansvarig: Ada Ek", "Åtgärd: ...": what stands after the label; nil for any other text.
private func itemLabel(_ text: String) -> String? {
  guard let (label, value) = labelled(text), Grammar.itemLabels.contains(label) else { return nil }
  return value
}

private func isMotionHeading(_ text: String) -> Bool {
  let key = text.lowercased()
  return Grammar.motionHeadings.contains { key.hasPrefix($0) }
}

/// A passage whose lines begin parts of their own: "5.2 Skyltar" over its text, or the body's decision after a line that
/// ends in no stop, as lines of lists and notes do.
private func splitAtParts(_ passage: Passage, _ speaker: Speaker) -> [Passage] {
  guard !passage.hints.isDisjoint(with: [.decision, .digit]), passage.text.contains("\n") else { return [passage] }
  if case .heading = passage.kind { return [passage] }
  let lines = passage.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0.trimmed) }
  let starts = lines.indices.dropFirst().filter {
    isNumberedPart(lines[$0])
      || passage.hints.contains(.decision) && opensOnItsOwn(lines[$0], after: lines[$0 - 1], speaker)
  }
  guard !starts.isEmpty else { return [passage] }
  return zip([0] + starts, starts + [lines.count]).map { start, end in
    Passage(
      kind: start == 0 ? passage.kind : .paragraph, text: lines[start..<end].joined(separator: "\n"),
      line: passage.line + start)
  }
}

/// "Granrådet beslutar ..." after a line that does not lead to it.
private func opensOnItsOwn(_ line: String, after last: String, _ speaker: Speaker) -> Bool {
  guard line.unicodeScalars.first?.isCapital == true, let end = last.words.last, !last.hasSuffix(","),
    ![".", ":", "?", "!"].contains(where: last.hasSuffix), !Grammar.unfinishedEnds.contains(end.bare),
    !Grammar.doubtWords.contains(end.bare), !Grammar.passiveStops.contains(end.bare)
  else { return false }
  let words = line.words
  return (1...6).contains { verb in
    verb < words.count && Grammar.decidingVerbs.contains(words[verb].bare) && speaker.isNamed(by: words[..<verb])
  }
}

/// "5.2 Skyltar": the number and the name of a part of an item.
private func isNumberedPart(_ line: String) -> Bool {
  guard let first = line.utf8.first, first >= 0x30, first < 0x3A, line.hasAtMostWords(10),
    ![".", ",", ":"].contains(where: line.hasSuffix), case let words = line.words,
    words.count > 1, words[1].unicodeScalars.first?.isCapital == true
  else { return false }
  let numbers = words[0].split(separator: ".")
  return numbers.count == 2
    && numbers.allSatisfy { $0.utf8.count <= 2 && $0.utf8.allSatisfy { $0 < 0x3A && $0 >= 0x30 } }
}

/// "a) Norra skylten" on the line before what was decided on it is no part of that.
private func withoutPartName(_ passage: Passage) -> Passage {
  // "3.1   Till sekreterare valdes Ada Ek."
  if let first = passage.text.utf8.first, first >= 0x30, first < 0x3A, passage.hints.contains(.decision),
    case let words = passage.text.prefix(80).words, words.count > 3, words[1].unicodeScalars.first?.isCapital ?? false,
    !isNumberedPart(String(passage.text.prefix { $0 != "\n" })), case let numbers = words[0].split(separator: "."),
    numbers.count == 2, numbers.allSatisfy({ $0.utf8.count <= 2 && $0.utf8.allSatisfy { $0 < 0x3A && $0 >= 0x30 } })
  {
    return Passage(
      kind: passage.kind, text: String(passage.text.dropFirst(words[0].count).trimmed), line: passage.line)
  }
  let isLettered = passage.text.utf8.dropFirst().first == UInt8(ascii: ")")
  guard isLettered || passage.text.utf8.first.map({ $0 >= 0x30 && $0 < 0x3A }) ?? false,
    let end = passage.text.firstIndex(of: "\n"), case let name = String(passage.text[..<end]),
    isLettered || isNumberedPart(name), name.hasAtMostWords(10),
    ![".", ":", ",", "att"].contains(where: name.hasSuffix)
  else { return passage }
  let rest = String(passage.text[passage.text.index(after: end)...])
  guard rest.unicodeScalars.first?.isCapital ?? false else { return passage }
  return Passage(kind: passage.kind, text: rest, line: passage.line + 1)
}

/// A paragraph in which a line is a heading without being marked as one ("Nämndens beslut") or begins with "Beslut:",
/// as the parts that these divide.
private func splitAtHeadings(_ passage: Passage) -> [Passage] {
  guard passage.hints.contains(.section), passage.text.contains("\n") else { return [passage] }
  if case .heading = passage.kind { return [passage] }
  var parts: [(text: String, line: Int)] = []
  for (offset, piece) in passage.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let line = String(piece.trimmed)
    let isHeading =
      line.unicodeScalars.first?.isCapital == true
      && (isDecisionHeading(line) || isProposalHeading(line) || isSectionHeading(line) || itemLabel(line) != nil)
    if parts.isEmpty || isHeading
      || parts.last.map({ isDecisionHeading($0.text) || isSectionHeading($0.text) }) ?? false || decisionLabel(line).0
    {
      parts.append((line, passage.line + offset))
    } else {
      parts[parts.count - 1].text += "\n" + line
    }
  }
  return parts.enumerated().map { index, part in
    Passage(kind: index == 0 ? passage.kind : .paragraph, text: part.text, line: part.line)
  }
}

func isDecisionHeading(_ text: String) -> Bool {
  guard text.hasAtMostWords(12) else { return false }
  let key = text.lowercased().trimmedPunctuation
  if Grammar.decisionHeadings.contains(key) { return true }
  // "Kommunstyrelsens beslut"
  return key.hasSuffix("s beslut") && key.words.count <= 4 && !key.contains("förslag")
}

/// "Ärendebeskrivning", "Beslutsunderlag": a heading, marked or not, that ends what was decided.
func isSectionHeading(_ text: String) -> Bool {
  guard text.hasAtMostWords(6), !text.hasSuffix(".") else { return false }
  let key = text.lowercased().trimmedPunctuation
  return key.hasAtMostWords(6) && Grammar.itemSections.contains { key.hasPrefix($0) }
}

func isProposalHeading(_ text: String) -> Bool {
  // A heading, or the beginning of a line: what is looked for stands in its first words.
  let key = Substring(text.utf8.prefix(160)).lowercased()
  if key.hasAtMostWords(6), key.contains("förslag till") || key.trimmedPunctuation.hasSuffix("s förslag"),
    !key.hasSuffix(".")
  {
    return true
  }
  return Grammar.proposalHeadings.contains {
    key.hasPrefix($0) && (key == $0 || key.hasPrefix($0 + ":") || key.hasPrefix($0 + " ") && key.hasSuffix(":"))
  }
}

/// A proposal says what the body should decide; that it "beslutade" is told after it.
private func isToldOfThePast(_ text: String) -> Bool {
  text.words.contains { ["beslutade", "beslöt", "godkände", "fastställde", "antog"].contains($0.lowercased()) }
}

/// "Beslut:" and what stands after it on the line.
private func decisionLabel(_ text: String) -> (Bool, rest: String) {
  if let (label, value) = labelled(text), Grammar.decisionHeadings.contains(label) { return (true, value) }
  if isDecisionHeading(text) { return (true, "") }
  for dash in ["Beslut – ", "Beslut - ", "Beslut — "] where text.hasPrefix(dash) {
    return (true, String(text.dropFirst(dash.count)))
  }
  // "Beslut" in the margin, with what was decided after it: a capital follows.
  guard text.hasPrefix("Beslut") else { return (false, text) }
  let words = text.words
  if words.count > 2, words[0] == "Beslut", words[1].unicodeScalars.first?.isCapital == true {
    return (true, words.dropFirst().joined(separator: " "))
  }
  return (false, text)
}

/// A deciding verb stands among the words.
private func verbs(in text: String) -> Bool {
  text.words.contains { Grammar.decidingVerbs.contains($0) || $0 == "besluta" }
}

/// "Länssamverkansgruppen beslutade att:" — the clauses follow.
private func opensDecision(_ text: String, _ speaker: Speaker) -> Bool {
  guard text.hasSuffix(":") || text.hasSuffix(" att") || endsInVerb(text) else { return false }
  guard let last = sentences(of: text).last else { return false }
  let words = last.words
  return words.indices.contains { isDecided(by: speaker, verbAt: $0, in: words) }
}

private func endsInVerb(_ text: String) -> Bool {
  let end = Substring(text.utf8.suffix(24)).lowercased().trimmedPunctuation
  return ["beslutade", "beslutar", "beslöt", "beslutar enhälligt"].contains { end.hasSuffix($0) }
}

/// A line after which a clause may begin: a wrapped line of prose breaks off anywhere.
private func endsClause(_ line: some StringProtocol) -> Bool {
  [",", ":", ".", ";", " samt", " och", " att"].contains { line.hasSuffix($0) } || endsInVerb(String(line))
    || line.words.count <= 4
}

/// Clauses of a paragraph whose lines each begin with "att".
private func clauses(of passage: Passage, leadIn: String?) -> [Decision] {
  var parts: [String] = []
  let lines = passage.text.split(separator: "\n").map(\.trimmed)
  let width = wrappingWidth(of: lines)
  let isBare = leadIn.map(endsInAtt) ?? false
  // Where each line begins a clause, no line was broken; nor was one that is wider than a page.
  let isWhole = lines.count > 1 && lines.allSatisfy { $0.hasPrefix("att ") }
  for (place, line) in lines.enumerated() {
    if isSectionHeading(String(line.trimmed))
      || Grammar.clauseEnds.contains(where: { line.trimmed.lowercased().hasPrefix($0) })
    {
      break
    }
    let begins =
      line.hasPrefix("att ") || line.hasPrefix("Att ") || line.hasPrefix("ATT ") || isBare && beginsInInfinitive(line)
    if parts.isEmpty
      || begins
        && (endsClause(parts[parts.count - 1]) || lines[place - 1].utf8.count + 4 < width
          || (isWhole || lines[place - 1].utf8.count > 110) && !awaitsClause(lines[place - 1]))
    {
      parts.append(String(line.trimmed))
    } else {
      parts[parts.count - 1] += " " + line.trimmed
    }
  }
  return parts.map { Decision(text: withoutJoint($0.onOneLine), leadIn: leadIn, line: passage.line) }
}

/// "Granrådet beslutar att:": the clauses need no "att" of their own.
private func endsInAtt(_ text: String) -> Bool { text.trimmedPunctuation.hasSuffix(" att") }

/// "köpa färg", "ge Ada Ek i uppdrag": the first word is a verb in its bare form, as far as its ending tells.
private func beginsInInfinitive(_ text: some StringProtocol) -> Bool {
  guard let first = text.words.first, first.unicodeScalars.first?.properties.isLowercase == true else { return false }
  return first.utf8.count > 2 && first.hasSuffix("a") && !Grammar.noInfinitives.contains(first)
    || Grammar.shortInfinitives.contains(first)
}

/// "att ge styrelsen i uppdrag" goes on with an "att" of its own.
private func awaitsClause(_ line: Substring) -> Bool {
  line.words.last.map { Grammar.wordsBeforeClauses.contains($0.bare.lowercased()) } ?? false
}

/// Where the lines of a text were broken, in bytes: a line that ends long before it was ended on purpose. Nobody breaks
/// before 60 but in a column, which shows in lines that begin no clause.
private func wrappingWidth(of lines: [Substring]) -> Int {
  let widest = lines.map(\.utf8.count).max() ?? 0
  return lines.count { !$0.hasPrefix("att ") } >= 3 ? widest : max(widest, 60)
}

/// "att dela upp medlen, samt": what only leads on to the next clause is no part of this one.
private func withoutJoint(_ clause: String) -> String {
  for joint in [", samt", ", och", " samt", " och"] where clause.hasSuffix(joint) {
    return String(clause.dropLast(joint.count))
  }
  return clause
}

/// A paragraph under "Beslut": its clauses, or each of its sentences.
private func decidedClauses(of passage: Passage, text: String) -> [Decision] {
  var lines = passage.text.split(separator: "\n").map { $0.trimmed }
  // "Beslut: att köpa färg," with the further clauses on lines of their own.
  if let label = labelled(passage.text), label.value.lowercased().hasPrefix("att "), text.lowercased().hasPrefix("att ")
  {
    lines[0] =
      lines[0][(lines[0].firstIndex(of: ":").map { lines[0].index(after: $0) } ?? lines[0].startIndex)...].trimmed
  }
  if let first = lines.firstIndex(where: { $0.lowercased().hasPrefix("att ") }), first > 0 || lines.count > 1 {
    let lead = lines[..<first].joined(separator: " ").onOneLine
    let rest = Passage(kind: .paragraph, text: lines[first...].joined(separator: "\n"), line: passage.line)
    return clauses(of: rest, leadIn: lead.isEmpty ? nil : lead)
  }
  // "Ada Ek ansvarar." and "Bo Lind (M) deltar inte i beslutet." say who does it, and who took no part.
  return sentences(of: text).filter { sentence in
    !(sentence.hasAtMostWords(4) && sentence.hasSuffix(" ansvarar."))
      && !(sentence.hasAtMostWords(14) && abstainingPhrases.stands(in: sentence)
        && !namesInText(sentence).isEmpty)
  }.map { Decision(text: $0, leadIn: nil, line: passage.line) }
}

/// Sentences in running text by which the body decides.
private func decided(in passage: Passage, by speaker: Speaker) -> [Decision] {
  guard passage.hints.contains(.decision) else { return [] }
  let lines = passage.text.split(separator: "\n").map { $0.trimmed }
  if let first = lines.indices.dropFirst().first(where: {
    lines[$0].lowercased().hasPrefix("att ") && endsClause(lines[$0 - 1])
  }) {
    // "X beslutade" with each clause on its own line.
    if opensDecision(lines[first - 1] + ":", speaker) {
      let rest = Passage(kind: .paragraph, text: lines[first...].joined(separator: "\n"), line: passage.line)
      return clauses(of: rest, leadIn: lines[..<first].joined(separator: " ").onOneLine)
    }
    // "Beslöts att bevilja ...," with the further clauses on lines of their own.
    let opening = sentences(of: lines[..<first].joined(separator: " "))
    if let last = opening.last, isDecision(last, speaker), last.contains(" att ") {
      let rest = Passage(kind: .paragraph, text: lines[first...].joined(separator: "\n"), line: passage.line)
      return opening.filter { isDecision($0, speaker) }.map { Decision(text: $0, leadIn: nil, line: passage.line) }
        + clauses(of: rest, leadIn: nil)
    }
  }
  // "X beslutar att" over lines that each begin with a verb.
  if let lead = lines.indices.dropLast(2).first(where: { endsInAtt(String(lines[$0])) }),
    case let rest = lines[(lead + 1)...], rest.dropLast().allSatisfy(endsBareClause),
    rest.allSatisfy(beginsInInfinitive),
    opensDecision(String(lines[lead]), speaker)
  {
    let below = Passage(
      kind: .paragraph, text: rest.joined(separator: "\n"), line: passage.line + lead + 1)
    return clauses(of: below, leadIn: lines[...lead].joined(separator: " ").onOneLine)
  }
  return sentences(of: passage.text, where: { $0.contains(.decision) }).filter { isDecision($0, speaker) }
    .map(withoutAccount).flatMap(attClauses).map {
      Decision(text: $0, leadIn: nil, line: passage.line)
    }
}

/// A line that the next clause may stand under, where nothing else tells them apart.
private func endsBareClause(_ line: Substring) -> Bool {
  [",", ";", " samt", " och", "."].contains { line.hasSuffix($0) }
}

/// "Efter samtal, där flera ville vänta, beslutades att köpa färg" decides from its verb on.
private func withoutAccount(_ sentence: String) -> String {
  guard sentence.contains(",") else { return sentence }
  let words = sentence.words
  guard
    let verb = words.indices.dropFirst(6).first(where: {
      Grammar.impersonalVerbs.contains(String(words[$0])) && words[$0 - 1].hasSuffix(",")
    })
  else { return sentence }
  return words[verb...].joined(separator: " ")
}

/// "beslöt att ordna ett lager, att Bo ansvarar för nycklarna samt att försöket utvärderas" decides three things.
private func attClauses(_ sentence: String) -> [String] {
  guard sentence.contains(", att ") || sentence.contains("samt att ") else { return [sentence] }
  var parts: [String] = []
  var current: [Substring] = []
  var hasVerb = false
  for word in sentence.words {
    let isJoint = word == "att" && current.last.map { $0.hasSuffix(",") || $0 == "samt" } ?? false
    if isJoint, hasVerb, current.count > 3 {
      if current.last == "samt" { current.removeLast() }
      parts.append(current.joined(separator: " ").trimmedPunctuation)
      current = []
    }
    if word == "att" { hasVerb = true }
    current.append(word)
  }
  parts.append(current.joined(separator: " "))
  return parts
}

private func isDecision(_ sentence: String, _ speaker: Speaker) -> Bool {
  guard Hints(of: sentence).contains(.decision) else { return false }
  let words = sentence.words
  if words.indices.contains(where: { isDecided(by: speaker, verbAt: $0, in: words) }) { return true }
  return isImpersonalDecision(words) || isAssignment(words) || isPassiveDecision(words, by: speaker)
    || isStandingItem(words) || isForwarding(words) || isForming(words)
}

private let decidingAndSupportedVerbs = WordSet(Grammar.decidingVerbs.words + Grammar.supportedVerbs.words)

/// The verb at the index is one by which the body decides: its subject stands next to it, and nothing in the sentence
/// makes it a question, a wish, a condition, a refusal to decide or an earlier decision.
private func isDecided(by speaker: Speaker, verbAt verb: Int, in words: [Substring]) -> Bool {
  let verbWord = words[verb].bare
  guard decidingAndSupportedVerbs.contains(verbWord) else { return false }
  let form = verbWord.lowercased()
  if let needs = Grammar.decidingVerbNeeds[form] {
    guard verb + 1 < words.count, case let next = words[verb + 1], case let rest = next.base[next.startIndex...],
      needs.contains(where: { rest.contains($0) })
    else { return false }
  }
  if decidesAtLast(words, verb, form, speaker) { return true }
  guard !isUnsure(words, verb), !isToldWithItsTime(words[(verb + 1)...].prefix(12)) else { return false }
  // At most six words name a body.
  let starts = max(0, verb - 6)..<verb
  if let start = starts.first(where: { speaker.isNamed(by: words[$0..<verb]) }) {
    // "Presidiet i gruppen beslutade" is the presidium.
    let isPartOfAnother =
      start > 0 && ["i", "för", "från", "av", "hos", "inom"].contains(words[start - 1].lowercased())
    return !isPartOfAnother && !isEarlier(words[..<verb])
  }
  // "Efter diskussion beslutade samrådet att ..."
  guard (1...8).contains(verb), !isEarlier(words[..<verb]),
    form.hasPrefix("beslut") || form == "beslöt" || Grammar.openingAdverbs.contains(words[0])
  else { return false }
  return (verb + 2...verb + 7).contains { $0 <= words.count && speaker.isNamed(by: words[(verb + 1)..<$0]) }
}

/// "Granrådet talade om färgen och beslutade att vänta.": the body's second verb decides.
private func decidesAtLast(_ words: [Substring], _ verb: Int, _ form: String, _ speaker: Speaker) -> Bool {
  guard (3...16).contains(verb), words[verb - 1] == "och", form.hasPrefix("beslut") || form == "beslöt",
    let end = (1...min(6, verb - 2)).first(where: { end in speaker.isNamed(by: words[..<end]) })
  else { return false }
  let between = words[end..<verb].map(\.bare)
  let isOfAnother = between.contains { ["att", "som", "där", "vilket", "vilka"].contains($0) }
  return !isOfAnother && !between.contains { $0 != "om" && Grammar.doubtWords.contains($0) }
    && words.last?.hasSuffix("?") != true && !isToldWithItsTime(words[(verb + 1)...].prefix(12))
    && !["inte", "aldrig"].contains { word in words[(verb + 1)...].prefix(2).contains(Substring(word)) }
}

/// "Om gruppen beslutar", "AU vill att gruppen beslutar", "beslutade inte", "beslutade gruppen att vänta?"
private func isUnsure(_ words: [Substring], _ verb: Int) -> Bool {
  if words.last?.hasSuffix("?") == true { return true }
  if words[max(0, verb - 12)..<verb].contains(where: { Grammar.doubtWords.contains($0.bare) }) {
    return true
  }
  let after = words[(verb + 1)...].prefix(2).map { $0.bare.lowercased() }
  if words[(verb + 1)...].prefix(12).contains(where: { ["senare", "tror", "troligen"].contains($0.bare) }) {
    return true
  }
  return after.first == "inte" || after.contains("aldrig") || after.first == "vid" || after.first == "redan"
}

private func isEarlier(_ words: ArraySlice<Substring>) -> Bool {
  if words.contains(where: { Grammar.earlierWords.contains($0) || CalendarDate(iso: $0.bare) != nil }) { return true }
  // "Vid sammanträdet den 1 mars beslutade nämnden ..."
  guard let first = words.first?.lowercased(), first == "vid" || first == "den" else { return false }
  return zip(words, words.dropFirst()).contains { Int($0.bare) != nil && Grammar.month[$1.bare.lowercased()] != nil }
}

/// "Beslöts att ...", "Läggs till handlingarna.", "Det beslutas att ...", "Efter samtal beslutades att ...".
private func isImpersonalDecision(_ words: [Substring]) -> Bool {
  guard let first = words.first else { return false }
  if Grammar.openingVerbs.contains(first.bare), first.unicodeScalars.first?.isCapital == true {
    if first == "Beslut" { return words.count > 1 && words[1] == "att" }
    return first.lowercased() != "läggs" && first.lowercased() != "lades"
      || words.contains { $0.hasPrefix("handlingarna") }
  }
  for (index, word) in words.enumerated() where Grammar.impersonalVerbs.contains(word) {
    let before = words[..<index]
    let after = words[(index + 1)...].drop { $0 == "också" || $0 == "därför" || $0 == "även" }
    let hasSubject =
      index > 0 && words[index - 1].lowercased() != "det" && before.last.map { !$0.hasSuffix(",") } ?? false
    if after.first == "att", !hasSubject || before.contains(where: { $0.lowercased() == "efter" }), !isEarlier(before),
      !before.contains(where: { $0.bare.lowercased() == "som" || $0.bare.lowercased() == "vid" })
    {
      return true
    }
  }
  return false
}

/// "Ada Ek får i uppdrag att ...", "Uppdras åt ..."
private func isAssignment(_ words: [Substring]) -> Bool {
  guard let verb = words.prefix(9).firstIndex(where: { $0 == "får" || $0 == "fick" }), verb > 0, verb + 3 < words.count
  else { return false }
  return words[verb + 1] == "i" && words[verb + 2] == "uppdrag" && words[verb + 3] == "att"
    && words[0].unicodeScalars.first?.isCapital == true && !isEarlier(words[..<verb])
    && !words[..<verb].contains { $0.bare == "som" || $0.bare == "att" }
}

/// "Frågan överlämnas till nämnden.": the matter itself goes on to another.
private func isForwarding(_ words: [Substring]) -> Bool {
  guard let first = words.first, first.unicodeScalars.first?.isCapital == true,
    Grammar.matterNouns.contains(first.lowercased()),
    let verb = words.prefix(7).firstIndex(where: { Grammar.forwardingVerbs.contains($0) }), verb > 0
  else { return false }
  let after = words[(verb + 1)...].prefix(3)
  return after.contains("till") && !words[..<verb].contains { Grammar.passiveStops.contains($0.bare) && $0 != "om" }
    && !isEarlier(words[..<verb]) && !isToldWithItsTime(words[(verb + 1)...])
    && words.last?.hasSuffix("?") != true
}

/// "En arbetsgrupp bestående av Ada Ek och Bo Lind tillsätts för att ...": who is named may take up many words.
private func isForming(_ words: [Substring]) -> Bool {
  guard words.count > 2, words[0] == "En" || words[0] == "Ett", let noun = words[1...].prefix(2).first(where: isGroup),
    !noun.hasSuffix(","), let verb = words.prefix(24).firstIndex(where: { Grammar.formingVerbs.contains($0.bare) }),
    !words[..<verb].contains(where: { ["som", "om", "ska", "skall", "bör", "att", "kommer"].contains($0) })
  else { return false }
  return !isToldWithItsTime(words[(verb + 1)...]) && words.last?.hasSuffix("?") != true
    && !isByAnother(words[(verb + 1)...], Speaker(bodies: ["-"]))
}

private func isGroup(_ word: Substring) -> Bool {
  ["grupp", "kommitté", "utskott", "beredning"].contains { word.bare.hasSuffix($0) }
}

/// "Skyltar blir en stående punkt."
private func isStandingItem(_ words: [Substring]) -> Bool {
  guard let noun = words.firstIndex(where: { $0 == "stående" }), noun + 1 < words.count,
    words[noun + 1].hasPrefix("punkt"), let verb = words[..<noun].lastIndex(where: { $0 == "blir" || $0 == "blev" })
  else { return false }
  return noun - verb <= 2 && verb <= 6 && !isUnsure(words, verb)
    && words[0].unicodeScalars.first?.properties.isUppercase == true
}

/// "Dagordningen godkändes.", "Minnesanteckningarna läggs till handlingarna.", "Till justerare valdes Anna Ek."
private func isPassiveDecision(_ words: [Substring], by speaker: Speaker) -> Bool {
  guard
    let verb = words.prefix(9).firstIndex(where: { Grammar.passiveVerbs.contains($0.bare) }) ?? filingVerb(in: words),
    verb > 0
  else {
    return false
  }
  let form = words[verb].bare.lowercased()
  if let needs = Grammar.passiveVerbNeeds[form], !isChoice(words, verb) {
    let sentence = words.joined(separator: " ")
    guard needs.contains(where: { sentence.contains($0) }) else { return false }
  }
  if form == "lades" || form == "läggs", !words[verb...].joined(separator: " ").contains("till handlingarna") {
    return false
  }
  if words[..<verb].contains(where: {
    Grammar.passiveStops.contains($0.bare) && !isJoining($0, in: words[..<verb])
  }), !isElection(words, verb) {
    return false
  }
  let next = words.dropFirst(verb + 1).first?.bare.lowercased()
  // "I rapporten noteras att ..." and what another has chosen
  if next == "att", form.hasPrefix("noter") || form.hasPrefix("antecknad") || form == "antecknas" { return false }
  if isByAnother(words[(verb + 1)...], speaker) { return false }
  // "valdes bort", "antas av fullmäktige", "antas kunna"
  if next == "inte" || next == "bort" || next == "kunna" || next == "av" || words.last?.hasSuffix("?") == true {
    return false
  }
  if isToldWithItsTime(words[(verb + 1)...]) { return false }
  return words[0].unicodeScalars.first?.isCapital ?? false
}

/// "Anteckningarna från mötet den 2 maj gicks igenom och lades till handlingarna.": however much stands before it.
private func filingVerb(in words: [Substring]) -> Int? {
  guard words.count > 9, words.count <= 24, words.contains(where: { $0.hasPrefix("handlingarna") }) else { return nil }
  return words.firstIndex { ["läggs", "lades", "lägges"].contains($0) }
}

/// "Eva Ask utsågs till målare av regionen."
private func isByAnother(_ words: ArraySlice<Substring>, _ speaker: Speaker) -> Bool {
  guard let by = words.lastIndex(where: { $0 == "av" }), words.endIndex - by <= 5, let last = words.last?.bare,
    case let agent = words[(by + 1)...], !agent.isEmpty
  else { return false }
  let name = agent.map(\.bare).joined(separator: " ")
  return !speaker.isNamed(by: name.words[...]) && (hasBodyWord(name) || Grammar.agents.contains(last))
}

/// "Att jämte ordföranden justera protokollet valdes Ada Ek."
private func isElection(_ words: [Substring], _ verb: Int) -> Bool {
  let first = words[0].lowercased()
  return (first == "att" || first == "till" && words.count > 1 && words[1] == "att")
    && words[..<verb].contains { $0.hasPrefix("juster") }
    && Grammar.electingVerbs.contains { words[verb].lowercased().hasPrefix($0) }
}

/// "Ada Ek utses."
private func isChoice(_ words: [Substring], _ verb: Int) -> Bool {
  if verb == words.count - 1 { return Names.isPerson(words[..<verb].joined(separator: " ")) }
  // "Ada Ek (S) och Bo Lind (M) utses att delta i seminariet."
  return words[verb + 1] == "att" && !namesInText(words[..<verb].joined(separator: " ")).isEmpty
}

/// "Målbilden antogs 2022", "Ärendet bordlades i oktober (§ 26)": what was decided before is told with its time.
private func isToldWithItsTime(_ words: ArraySlice<Substring>) -> Bool {
  guard let first = words.first else { return false }
  if let year = Int(first.bare), year > 1900 { return true }
  if words.contains(where: { $0.contains("§") }) { return true }
  // "bordlades vid sammanträdet den 14 september i väntan på ..."
  if first == "vid" || first == "på", let den = words.prefix(4).firstIndex(of: "den"), den + 2 < words.endIndex,
    Int(words[den + 1].bare) != nil, Grammar.month[words[den + 2].bare.lowercased()] != nil
  {
    return true
  }
  guard first == "i" || first == "den" || first == "under", let second = words.dropFirst().first else { return false }
  return Grammar.month[second.bare.lowercased()] != nil || Int(second.bare) != nil
    || Grammar.earlierWords.contains(second)
}

/// "Dagordning och protokoll godkändes" joins two things.
private func isJoining(_ word: Substring, in words: ArraySlice<Substring>) -> Bool {
  if word == "om" {
    return zip(words, words.dropFirst()).contains { $1 == "om" && Grammar.matterNouns.contains($0.lowercased()) }
  }
  return word == "och" && words.count <= 6
}
