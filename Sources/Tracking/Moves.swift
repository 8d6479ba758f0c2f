internal import Records

/// What the words of minutes show of the way of a matter. What they do not show is no move: the item was then only handled.
struct MoveReader {
  private let archive: Archive

  init(_ archive: Archive) { self.archive = archive }

  /// The moves of an item: its decisions, and the sentences that tell of one.
  func moves(of index: Int, in meeting: ID<Meeting>, _ passages: [Passage]) -> [Matter.Move] {
    let item = archive.meetings[meeting.index].minutes.items[index]
    let body = archive.meetings[meeting.index].body
    var isDecision = Array(repeating: false, count: passages.count)
    var found: [(order: Int, move: Matter.Move)] = []
    for (place, decision) in item.decisions.enumerated() {
      let own = passages.firstIndex { $0.text.contains(decision.text) || decision.text.contains($0.text) }
      if let own { isDecision[own] = true }
      guard
        let (kind, parties) = kind(ofDecision: decision, in: own.map { passages[$0] }, body)
      else { continue }
      found.append(
        (
          own ?? .max,
          Matter.Move(
            kind: kind, source: .decision(meeting, index: index, decision: place), line: decision.line,
            text: decision.text, parties: parties)
        ))
    }
    for (place, passage) in passages.enumerated() where !isDecision[place] {
      if let move = move(in: passage, .item(meeting, index: index), body) { found.append((place, move)) }
    }
    return found.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element.move)
  }

  /// The moves that some sentences of an item show.
  func moves(in passages: [Passage], of source: Target, in meeting: ID<Meeting>) -> [Matter.Move] {
    passages.compactMap { move(in: $0, source, archive.meetings[meeting.index].body) }
  }

  private func kind(ofDecision decision: Decision, in passage: Passage?, _ body: ID<Body>)
    -> (Matter.Move.Kind, [Target])?
  {
    let key = (passage?.text ?? decision.text).lowercased()
    let targets = passage?.targets ?? []
    if isClosing(key) { return (.closed, []) }
    switch decision.kind {
    case .defers: return (.deferred, [])
    case .refers:
      return (.returned, bodies(targets, after: place(of: Self.returns, key) ?? -1).filter { $0 != .body(body) })
    // "att rutinen rekommenderas" is what somebody else may do.
    case .recommends where has(key, ["rekommendera ", "rekommenderar", "rekommenderade "]):
      return (.recommended, principals(targets))
    default: break
    }
    if isToLocalLevel(key) { return (.backToLocalLevel, []) }
    if let verb = place(of: Self.returns, key) { return (.returned, bodies(targets, after: verb)) }
    if let verb = place(of: Self.lifts, key), case let to = bodies(targets, after: verb).filter({ $0 != .body(body) }),
      !to.isEmpty
    {
      return (.lifted, to)
    }
    if let verb = place(of: Self.hands, key),
      case let above = bodies(targets, after: verb).filter({ isAbove($0, body) }),
      !above.isEmpty
    {
      return (.lifted, above)
    }
    return has(key, Self.beginnings) ? (.initiated, []) : nil
  }

  private func move(in passage: Passage, _ source: Target, _ body: ID<Body>) -> Matter.Move? {
    let key = passage.text.lowercased()
    // What somebody wants, asks or says that others should do has not been done.
    if has(key, Self.wishes) || key.hasSuffix("?") { return nil }
    func move(_ kind: Matter.Move.Kind, _ parties: [Target] = []) -> Matter.Move {
      Matter.Move(kind: kind, source: source, line: passage.line, text: passage.text, parties: parties)
    }
    if isClosing(key) { return move(.closed) }
    if isToLocalLevel(key) { return move(.backToLocalLevel) }
    if let verb = place(of: Self.returned, key), !isNegated(key) {
      return move(.returned, bodies(passage.targets, after: verb))
    }
    if let verb = place(of: Self.lifted, key), !isNegated(key),
      case let to = bodies(passage.targets, after: verb).filter({ $0 != .body(body) }), !to.isEmpty
    {
      return move(.lifted, to)
    }
    if let principals = whoDecided(passage, key) { return move(.decidedByPrincipal, principals) }
    if has(key, Self.prepared), !isNegated(key) { return move(.prepared) }
    return has(key, Self.begun) && !isNegated(key) ? move(.initiated) : nil
  }

  /// A sentence whose subject is a principal, or the principals, and whose verb is that they decided.
  private func whoDecided(_ passage: Passage, _ key: String) -> [Target]? {
    if isNegated(key) || has(key, ["ska ", "skall ", "senast", "som har ", "innan ", "om huvudmän"]) {
      return nil
    }
    guard
      let verb = place(
        of: ["antog ", "antagit ", "antagits ", "fattat beslut", "fattade beslut", "skrivit under"], key)
    else { return nil }
    let named = passage.targets.filter { if case .principal = $0.target { true } else { false } }
    if key.utf8.dropFirst(verb).starts(with: "antagits ".utf8) {
      let after = named.filter { $0.at > verb }.map(\.target)
      return after.isEmpty || !key.contains(" av ") ? nil : after
    }
    // The subject stands first, or after the name of what it is about: "Rutin för SIP: alla huvudmän har antagit den."
    let before = Array(key.utf8.prefix(verb))
    let start = before.lastIndex(of: UInt8(ascii: ":")).map { $0 + 2 } ?? 0
    if let first = named.first(where: { $0.at >= start }), first.at == start {
      return named.filter { $0.at >= start && $0.at < verb }.map(\.target)
    }
    let subject = String(decoding: before.dropFirst(start), as: UTF8.self)
    let words = subject.letterWords
    let isOfAll = words.prefix(4).contains { ["huvudmän", "huvudmännen", "kommuner", "kommunerna"].contains($0) }
    return isOfAll || words.first == "alla" ? named.filter { $0.at < verb }.map(\.target) : nil
  }

  private func isClosing(_ key: String) -> Bool { has(key, Self.closings) && !isNegated(key) }

  private func isToLocalLevel(_ key: String) -> Bool {
    key.contains("lokal nivå") && has(key, ["tillbaka", "åter", "återgå"]) && !isNegated(key)
  }

  /// The body reports to it, or it is of a higher level.
  private func isAbove(_ target: Target, _ body: ID<Body>) -> Bool {
    guard case .body(let other) = target else { return false }
    if archive.bodies[body.index].parent == other { return true }
    guard let own = archive.bodies[body.index].level?.rank, let its = archive.bodies[other.index].level?.rank else {
      return false
    }
    return its > own
  }

  /// Those named after the place of the verb, in bytes: where it went, and not who sent it.
  private func bodies(_ targets: [(target: Target, at: Int)], after verb: Int = -1) -> [Target] {
    unique(targets.filter { if case .body = $0.target { $0.at > verb } else { false } }.map(\.target))
  }

  private func principals(_ targets: [(target: Target, at: Int)]) -> [Target] {
    unique(targets.map(\.target).filter { if case .principal = $0 { true } else { false } })
  }

  private static let closings = [
    "ärendet avslutas", "ärendet avslutades", "ärendet är avslutat", "ärendet är därmed avslutat", "avsluta ärendet",
    "avslutar ärendet", "avslutade ärendet", "frågan avslutas", "frågan är avslutad", "ärendet avskrivs",
    "avskriva ärendet", "ärendet avskrevs", "avförs från balanslistan", "stryks från balanslistan",
  ]
  private static let returns = ["återför", "återremitter", "återlämna", "skicka tillbaka", "lämna tillbaka"]
  private static let returned = [
    "återförs till", "återfördes till", "återremitteras", "återremitterades", "skickas tillbaka", "skickades tillbaka",
    "lämnas tillbaka", "lämnades tillbaka", "går tillbaka till", "gick tillbaka till",
  ]
  private static let lifts = ["lyfta ", "lyfter ", "lyfts ", "ta upp frågan till"]
  private static let lifted = [
    "ärendet lyfts till", "ärendet lyftes till", "frågan lyfts till", "frågan lyftes till", "förslaget lyfts till",
    "förslaget lyftes till", "överlämnas till", "överlämnades till",
  ]
  private static let hands = [
    "överlämna", "lämna förslag", "lämnar förslag", "skicka ", "skickar ", "föreslå ", "föreslår ",
  ]
  private static let prepared = [
    "har beretts", "har berett", "bereddes", "beredde ärendet", "bereder ärendet", "arbetats fram",
    "har tagits fram av",
    "lämnade sitt förslag", "redovisade sitt förslag", "lämnade sitt slutliga förslag", "har lämnat ett förslag",
    "har lämnat sitt förslag", "förslaget har lämnats", "har skrivit ett förslag",
  ]
  private static let beginnings = [
    "tillsätta en arbetsgrupp", "inrätta arbetsgrupp", "inrätta en arbetsgrupp", "initiera", "inleda arbetet",
    "påbörja arbetet", "starta ett arbete",
  ]
  private static let begun = [
    "initierades", "initierade", "väckte frågan", "inledde arbetet", "påbörjade arbetet", "tillsatte en arbetsgrupp",
  ]
  private static let wishes = [
    "föreslår", "föreslog", " vill ", " ville ", "önska", " bör ", "undra", " anser", "ansåg", "skulle kunna", "menade",
    "menar", "hoppas", "begärde att", "tror ", "trodde",
  ]
}

private func isNegated(_ key: String) -> Bool {
  contains(key, negationStems) && key.letterWords.contains { negations.contains(String($0)) }
}

private let negations: Set<String> = ["inte", "ej", "aldrig", "ingen", "inget", "inga"]
private let negationStems = StemSet(negations.sorted())

private func has(_ key: String, _ words: [String]) -> Bool { words.contains(where: key.contains) }

/// Of the first of the words, in bytes.
private func place(of words: [String], _ key: String) -> Int? {
  words.compactMap { key.utf8.span.offset(of: $0.utf8.span) }.min()
}

private func unique(_ targets: [Target]) -> [Target] {
  var seen: Set<Target> = []
  return targets.filter { seen.insert($0).inserted }
}

extension BodyLevel {
  /// Of the way up; a function prepares for all.
  package var rank: Int {
    switch self {
    case .political: 3
    case .official: 2
    case .preparatory, .council: 1
    case .function: 0
    }
  }
}
