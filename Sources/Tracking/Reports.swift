internal import Records

/// A sentence of minutes that tells of principals' answers, and where it stands.
struct ToldSentence: Sendable {
  var text: String
  var line: Int
  /// What it links to.
  var targets: [Target]
  /// It goes on from the sentence before: what that one is about, this one may be too.
  var isContinued: Bool
}

extension Matrix {
  // MARK: Minutes

  /// Reads what minutes tell, in the order of the meetings: a row that one meeting tells of is known to the next.
  mutating func readMinutes() {
    let archive = archive
    let found = Array(archive.meetings.indices).mapInParallel { index in
      let items = archive.meetings[index].minutes.items
      return items.indices.flatMap { place in
        items[place].secrecy == nil ? toldSentences(in: items[place].blocks).map { (place, $0) } : []
      }
    }
    let byDay = archive.meetings.indices.sorted {
      (archive.meetings[$0].date?.dayNumber ?? 0, $0) < (archive.meetings[$1].date?.dayNumber ?? 0, $1)
    }
    for index in byDay {
      var context: Int?
      for (item, sentence) in found[index] {
        if !sentence.isContinued { context = nil }
        read(sentence, at: Place(meeting: ID(index), item: item), &context)
      }
    }
  }

  private mutating func read(_ sentence: ToldSentence, at place: Place, _ context: inout Int?) {
    context = referred(by: sentence) ?? context
    let words = SentenceWords(sentence.text)
    if tellOfDispatch(sentence, words, at: place, &context) { return }
    let told = ToldWords(words, addressees)
    guard !told.parts.isEmpty else { return }
    let row = context ?? named(in: words) ?? newRow(told, words, sentence, at: place)
    guard let row, rows[row].meeting != place.meeting || rows[row].isToldOf || rows[row].item != place.item else {
      return
    }
    context = row
    enter(told, sentence, at: place, in: row)
  }

  private mutating func enter(_ told: ToldWords, _ sentence: ToldSentence, at place: Place, in row: Int) {
    let at = Target.item(place.meeting, index: place.item)
    let evidence = PrincipalResponse.Evidence.told(at: at, line: sentence.line, text: sentence.text)
    var report = Recommendation.Report(at: at, line: sentence.line, text: sentence.text)
    for part in told.parts {
      let principals: [ID<Principal>]
      switch part.subject {
      case .everybody(let group):
        // "Alla" of those who were asked, as far as the words mean them.
        principals = rows[row].recipients.filter { group?.contains($0) ?? true }
        report.count = .all
        report.answer = part.answer
      case .count(let count, let total):
        if part.isDecided, report.count == nil {
          report.count = .part(count, of: total)
          report.answer = part.answer
        }
        principals = []
      case .principals(let named): principals = named
      case .onlyLeft(let one):
        principals = [one]
        for other in rows[row].recipients where other != one {
          enter(
            PrincipalResponse(isDecided: true, answer: nil, evidence: evidence), of: other, at: place, sentence, row)
        }
      }
      for principal in principals {
        enter(
          PrincipalResponse(isDecided: part.isDecided, answer: part.answer, evidence: evidence), of: principal,
          at: place, sentence, row)
      }
    }
    rows[row].reports.append(report)
  }

  private mutating func enter(
    _ response: PrincipalResponse, of principal: ID<Principal>, at place: Place, _ sentence: ToldSentence, _ row: Int
  ) {
    statements[row].append(
      Statement(
        principal: principal, response: response, toldOn: archive[place.meeting].date,
        place: .minutes(place.meeting, line: sentence.line)))
  }

  /// The row that a link of the sentence leads to.
  private func referred(by sentence: ToldSentence) -> Int? {
    for target in sentence.targets {
      if let place = target.item, let row = ofItem[Place(meeting: place.meeting, item: place.index)]?.first {
        return row
      }
    }
    for case .agreement(let id) in sentence.targets { if let row = ofAgreement[id] { return row } }
    return nil
  }

  /// The row that a run of the words is the name of.
  private func named(in words: SentenceWords) -> Int? {
    for start in words.keys.indices where start == 0 || endsPredicate(words.keys[start - 1]) {
      for end in stride(from: min(start + 16, words.keys.count), to: start + 1, by: -1) {
        if let row = ofName[words.keys[start..<end].joined(separator: " ")] { return row }
      }
    }
    return nil
  }

  private func endsPredicate(_ key: String) -> Bool {
    [
      "antagit", "antog", "godkänt", "godkände", "undertecknat", "om", "bakom", "tillstyrker", "tillstyrkt",
      "avstyrker",
    ]
    .contains(key) || adoptingVerbs.contains(key)
  }

  // MARK: What was decided elsewhere

  /// "X – beslut ska fattas i varje kommun senast den 3 maj", "förslaget har varit på remiss hos kommunerna": the
  /// minutes tell that something was sent out, and a row of its own is made of what no row is.
  private mutating func tellOfDispatch(
    _ sentence: ToldSentence, _ words: SentenceWords, at place: Place, _ context: inout Int?
  ) -> Bool {
    let text = words.keys.joined(separator: " ")
    let decides = ["beslut ska fattas", "beslut skall fattas", "beslut behöver fattas"].contains(where: text.contains)
    let isRemiss = ["på remiss", "på synpunkter", "på yttrande", "för yttrande", "för synpunkter", "remitterats"]
      .contains(where: text.contains)
    guard decides || isRemiss, !text.contains("återremitter") else { return false }
    let addressees = addressees
    let run = words.keys.indices.lazy.compactMap { index -> Addressees.Run? in
      guard ["hos", "till", "av", "i"].contains(words.keys[index]) else { return nil }
      return addressees.run(in: words.keys, at: index + 1)
    }.first
    guard let run, run.isAll || run.principals.count > 1 else { return false }
    let meeting = archive[place.meeting].minutes
    let item = meeting.items[place.item]
    // What the item itself decides is a row already.
    if ofItem[place]?.contains(where: { !rows[$0].isToldOf }) ?? false { return true }
    let title = (decides ? written(before: "beslut", in: sentence.text) : nil) ?? item.title
    let deadline = meeting.deadlines.first {
      $0.item == item.number && ($0.text.contains(sentence.text) || sentence.text.contains($0.text))
    }
    var due: Recommendation.Due?
    if case .day(let day)? = deadline?.due { due = Recommendation.Due(date: day, text: deadline?.text) }
    if let row = context ?? ofName[nameKey(title)] {
      rows[row].due = rows[row].due ?? due
      context = row
      return true
    }
    let row = toldRow(
      isRemiss ? .consultation : .recommendation, title, sentence, at: place, recipients: run.principals)
    rows[row].due = due
    context = row
    return true
  }

  /// "Alla huvudmän har antagit Plan för skyltar", "13 av 16 kommuner har antagit Överenskommelse om ...":
  /// what has a name of its own, and is none of the rows.
  private mutating func newRow(_ told: ToldWords, _ words: SentenceWords, _ sentence: ToldSentence, at place: Place)
    -> Int?
  {
    guard let part = told.parts.first, part.isDecided else { return nil }
    let recipients: [ID<Principal>]
    switch part.subject {
    case .everybody(let group?) where group.count > 1: recipients = group
    case .count(_, of: let total?):
      let all = archive.principals.indices.map { ID<Principal>($0) }
      let municipalities = all.filter { archive[$0].kind == .municipality }
      recipients = total == all.count ? all : total == municipalities.count ? municipalities : []
    case .everybody, .count, .principals, .onlyLeft: return nil
    }
    guard
      let verb = words.keys.indices.first(where: {
        $0 >= part.end && (endsPredicate(words.keys[$0]) && words.keys[$0] != "om" || isAbout($0, words.keys))
      }), verb + 1 < words.written.count, words.written[verb + 1].first?.isUppercase ?? false
    else { return nil }
    let name = words.written[(verb + 1)...].prefix { !["senast", "trots", "enligt"].contains($0) }
    var title = name.joined(separator: " ")
    while let last = title.last, ".,;:".contains(last) { title.removeLast() }
    if let known = ofName[nameKey(title)] { return known }
    return toldRow(.recommendation, title, sentence, at: place, recipients: recipients)
  }

  /// "beslut om"
  private func isAbout(_ index: Int, _ keys: [String]) -> Bool {
    keys[index] == "om" && index > 0 && ["beslut", "beslutat"].contains(keys[index - 1])
  }

  private mutating func toldRow(
    _ kind: Recommendation.Kind, _ title: String, _ sentence: ToldSentence, at place: Place,
    recipients: [ID<Principal>]
  ) -> Int {
    let item = archive[place.meeting].minutes.items[place.item]
    var anchor = title == item.title ? item.anchor : "\(item.anchor)-\(slug(title))"
    let taken = Set((ofItem[place] ?? []).map { rows[$0].anchor })
    var number = 2
    while taken.contains(anchor) {
      anchor = "\(title == item.title ? item.anchor : "\(item.anchor)-\(slug(title))")-\(number)"
      number += 1
    }
    return add(
      Recommendation(
        kind: kind, title: title, meeting: place.meeting, item: place.item, decisions: [], line: sentence.line,
        text: sentence.text, certainty: .inferred, anchor: anchor, recipients: recipients), names: [])
  }
}

/// "Färdplan" of "Färdplan – beslut ska fattas ..."; nil where nothing sets the name apart.
private func written(before word: String, in text: String) -> String? {
  guard let place = text.lowercased().firstRange(of: word)?.lowerBound,
    case let before = text[..<place].split(separator: " ", omittingEmptySubsequences: true),
    let mark = before.last, ["–", "-", ":"].contains(mark) || mark.hasSuffix(":")
  else { return nil }
  var name = before.joined(separator: " ")
  while let last = name.last, "–-: ".contains(last) { name.removeLast() }
  return name.isEmpty || name.count > 120 ? nil : name
}

/// The sentences of paragraphs and list items that may tell of what principals have answered.
private func toldSentences(in blocks: [Block]) -> [ToldSentence] {
  blocks.flatMap { block -> [ToldSentence] in
    switch block.kind {
    case .paragraph(let inlines): toldSentences(in: inlines, line: block.line)
    case .list(let list): list.items.flatMap { toldSentences(in: $0.blocks) }
    case .quote(let inner): toldSentences(in: inner)
    case .heading, .code, .rule, .html, .table: []
    }
  }
}

private func toldSentences(in inlines: [Inline], line: Int) -> [ToldSentence] {
  var (tells, names) = (false, false)
  inlines.eachPiece { piece in
    tells = tells || contains(piece, tellingStems)
    names = names || contains(piece, principalStems)
  }
  guard tells, names || inlines.contains(where: \.isPrincipal) else { return [] }
  var pieces: [(text: String, target: Target?)] = []
  gather(inlines, nil, &pieces)
  let text = pieces.map(\.text).joined()
  var out: [ToldSentence] = []
  let ends = sentenceEnds(of: text)
  var start = text.utf8.startIndex
  for end in ends {
    let sentence = text[start..<end].split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }.joined(separator: " ")
    var targets: [Target] = []
    var (from, low, high) = (0, text.utf8.distance(from: text.startIndex, to: start), 0)
    high = text.utf8.distance(from: text.startIndex, to: end)
    for piece in pieces {
      if let target = piece.target, from >= low, from < high { targets.append(target) }
      from += piece.text.utf8.count
    }
    low = high
    if !sentence.isEmpty {
      out.append(ToldSentence(text: sentence, line: line, targets: targets, isContinued: !out.isEmpty))
    }
    start = end
  }
  return out
}

private func gather(_ inlines: [Inline], _ target: Target?, _ pieces: inout [(text: String, target: Target?)]) {
  for inline in inlines {
    switch inline {
    case .text(let text), .code(let text): pieces.append((text, target))
    case .lineBreak: pieces.append((" ", target))
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): gather(inner, target, &pieces)
    case .mention(let mentioned, let inner): gather(inner, mentioned, &pieces)
    case .styled(let style, let inner):
      if style != .deletion && style != .struck { gather(inner, target, &pieces) }
    case .image, .html: break
    }
  }
}

/// A stop ends a sentence before a capital or at the end.
private func sentenceEnds(of text: String) -> [String.Index] {
  var ends: [String.Index] = []
  let bytes = text.utf8
  var place = bytes.startIndex
  while place < bytes.endIndex {
    let next = bytes.index(after: place)
    if ".?!".utf8.contains(bytes[place]) {
      var after = next
      while after < bytes.endIndex, [0x20, 0x0A].contains(bytes[after]) { after = bytes.index(after: after) }
      if after > next, after < bytes.endIndex, text[after].isUppercase { ends.append(after) }
    }
    place = next
  }
  return ends + [text.endIndex]
}

extension Inline {
  fileprivate var isPrincipal: Bool {
    switch self {
    case .mention(.principal, _): true
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): inner.contains(where: \.isPrincipal)
    default: false
    }
  }
}

private let tellingStems = StemSet([
  "ar beslut", "attat beslut", "agit beslut", "eslut saknas", "eslut ska", "eslut behöver", "ntog", "ntagit",
  "illstyrk", "vstyrk", "eserver", "agt nej", "agt ja", "ackat nej", "ackat ja", "svarat", "återstår", "aknas",
  " bakom", "ndertecknat", "krivit under", "odkänt", "odkände", "på remiss", "på synpunkter", "på yttrande",
  "ör yttrande", "ör synpunkter", "emitterats", "inget svar", "ttrat sig",
])
private let principalStems = StemSet(["uvudm", "ommun", "egion", "lla har", "andsting"])
