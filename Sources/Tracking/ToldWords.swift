internal import Records

/// What a sentence of minutes says that principals have done: only what is said outright. "Gran kommun antog planen i
/// november, Lind kommun har inte svarat": each name, count or group with the words up to the next one.
struct ToldWords {
  enum Subject {
    /// All of those who were asked; of a group when the words name one.
    case everybody([ID<Principal>]?)
    case count(Int, of: Int?)
    case principals([ID<Principal>])
    /// "Gran kommun är den enda som inte har beslutat": all others have.
    case onlyLeft(ID<Principal>)
  }

  struct Part {
    var subject: Subject
    var isDecided: Bool
    var answer: PrincipalResponse.Answer?
    /// The place after the words that name who.
    var end: Int
  }

  private(set) var parts: [Part] = []

  init(_ words: SentenceWords, _ addressees: Addressees) {
    let subjects = Self.subjects(in: words, addressees)
    var before: Said?
    for (index, subject) in subjects.enumerated() {
      let start = index > 0 ? subjects[index - 1].end : 0
      let end = index + 1 < subjects.count ? subjects[index + 1].start : words.keys.count
      let ahead = Array(words.keys[start..<subject.start])
      let after = Array(words.keys[subject.end..<end])
      let own = said(ofThoseAfter: ahead) ?? (isSubject(subject, words) ? said(by: after) : nil)
      // "Gran kommun antog planen i november och Lind kommun i december."
      let isShort = after.count <= 4 && ["i", "den"].contains(after.first ?? "")
      guard let said = own ?? (isShort && isSubject(subject, words) ? before : nil) else {
        before = nil
        continue
      }
      before = said
      // "Alla har inte svarat" tells of nobody.
      if case .everybody = subject.who, !said.isDecided { continue }
      parts.append(Part(subject: subject.who, isDecided: said.isDecided, answer: said.answer, end: subject.end))
      if case .principals(let names) = subject.who, names.count == 1, !said.isDecided,
        after.contains("enda") || ahead.suffix(4).contains("saknas") && ["bara", "endast"].contains(ahead.last ?? "")
      {
        parts[parts.count - 1].subject = .onlyLeft(names[0])
      }
    }
  }

  private struct Found {
    var who: Subject
    var start: Int
    var end: Int
  }

  private static func subjects(in words: SentenceWords, _ addressees: Addressees) -> [Found] {
    let keys = words.keys
    var out: [Found] = []
    var place = 0
    while place < keys.count {
      if let run = addressees.run(in: keys, at: place) {
        let isGroup = run.isAll && run.principals.count != 1
        out.append(
          Found(
            who: isGroup ? .everybody(run.principals.isEmpty ? nil : run.principals) : .principals(run.principals),
            start: place, end: run.end))
        place = run.end
      } else if ["alla", "samtliga"].contains(keys[place]), place + 1 < keys.count, keys[place + 1] == "har" {
        out.append(Found(who: .everybody(nil), start: place, end: place + 1))
        place += 1
      } else if let count = count(in: keys, at: place) {
        out.append(count)
        place = count.end
      } else {
        place += 1
      }
    }
    return out
  }

  /// "13 av 16 kommuner", "fjorton huvudmän", "tretton" before what they have done.
  private static func count(in keys: [String], at start: Int) -> Found? {
    guard let number = number(keys[start]) else { return nil }
    var (end, total) = (start + 1, Int?.none)
    if end < keys.count, keys[end] == "av" {
      var place = end + 1
      while place < keys.count, ["de", "länets"].contains(keys[place]) { place += 1 }
      guard place < keys.count, let of = Self.number(keys[place]), of >= number else { return nil }
      (end, total) = (place + 1, of)
    }
    let nouns: Set<String> = ["huvudmän", "huvudmännen", "kommuner", "kommunerna", "regioner", "parter"]
    if end < keys.count, nouns.contains(keys[end]) {
      end += 1
    } else {
      guard end < keys.count, actingVerbs.contains(keys[end]) else { return nil }
    }
    return Found(who: .count(number, of: total), start: start, end: end)
  }

  private static let actingVerbs: Set<String> = [
    "har", "tillstyrker", "tillstyrkte", "avstyrker", "avstyrkte", "antog", "reserverar", "ställer", "ställde",
  ]

  private static func number(_ key: String) -> Int? {
    if let number = Int(key) { return (1...400).contains(number) ? number : nil }
    return numbers[key]
  }

  private static let numbers: [String: Int] = {
    let ones = ["", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
    let tens = [(20, "tjugo"), (30, "trettio"), (40, "fyrtio"), (50, "femtio")]
    var out: [String: Int] = [
      "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
      "arton": 18, "nitton": 19,
    ]
    for (number, word) in ones.enumerated().dropFirst(2) { out[word] = number }
    for (ten, word) in tens { for (number, one) in ones.enumerated() { out[word + one] = ten + number } }
    return out
  }()

  /// "Ada Ek, Gran kommun, ställer sig bakom": what a person thinks is nothing that the principal has decided.
  private func isSubject(_ found: Found, _ words: SentenceWords) -> Bool {
    guard case .principals = found.who, found.start > 0 else { return true }
    let before = words.written[found.start - 1]
    if before.hasSuffix(":") || before.hasSuffix(".") || before.hasSuffix(";") { return true }
    return before.first?.isLowercase ?? false
  }
}

/// What is said of somebody: that it has decided, and what; or that it has not.
private struct Said {
  var isDecided: Bool
  var answer: PrincipalResponse.Answer?
}

/// Of those who are named after these words: "har antagits av", "beslut saknas från", "därmed saknas bara".
private func said(ofThoseAfter keys: [String]) -> Said? {
  let last = keys.suffix(4)
  let link = last.last ?? ""
  if last.contains("saknas"), ["saknas", "från", "hos", "bara", "endast", "nu", "ännu"].contains(link) {
    return Said(isDecided: false)
  }
  if ["från"].contains(link), last.contains("inkommit") || last.contains("kommit") {
    return keys.contains("inga") || keys.contains("inget") ? nil : Said(isDecided: true)
  }
  guard link == "av" else { return nil }
  let isNegated = keys.contains("inte")
  for key in keys.reversed() {
    switch key {
    case "antagits", "godkänts", "undertecknats", "tillstyrkts":
      return isNegated ? nil : Said(isDecided: true, answer: .yes)
    case "avstyrkts", "avslagits": return isNegated ? nil : Said(isDecided: true, answer: .no)
    case "besvarats": return isNegated ? nil : Said(isDecided: true)
    default: continue
    }
  }
  return nil
}

/// By those who are named before these words.
private func said(by keys: [String]) -> Said? {
  // "ställer sig bakom planen men vill stryka ett avsnitt"
  let text = " \(keys.prefix { $0 != "men" }.joined(separator: " ")) "
  func has(_ phrases: Phrases...) -> Bool { phrases.contains { $0.spaced.contains(where: text.contains) } }
  if has(unsure) { return nil }
  if text.contains(" beslutat att "), !has(decidedToAdopt, decidedAgainst) { return nil }
  if has(decidedAgainst) { return Said(isDecided: true, answer: .no) }
  if has(["inget svar", "inget beslut", "återstår", "saknas"]) { return Said(isDecided: false) }
  if has(["inte", "ej"]) { return has(decided, adopted) ? Said(isDecided: false) : nil }
  if text.contains(" reserver") {
    return has(["reserverar sig", "reserverat sig", "reserverade sig"]) ? Said(isDecided: true, answer: .reserved) : nil
  }
  if has(refused) { return Said(isDecided: true, answer: .no) }
  if has(adopted, decidedToAdopt) {
    return Said(isDecided: true, answer: has(["delvis", "delar av", "i huvudsak"]) ? .partly : .yes)
  }
  return has(decided) ? Said(isDecided: true) : nil
}

/// To be looked for as whole words.
private struct Phrases: ExpressibleByArrayLiteral {
  let spaced: [String]
  init(arrayLiteral phrases: String...) { spaced = phrases.map { " \($0) " } }
}

/// What makes the words tell of something that has not happened.
private let unsure: Phrases = [
  "kan inte", "varslar", "avser", "planerar", "ska", "skall", "bör", "kommer att", "skulle", "föreslås", "väntas",
  "räknar", "hoppas", "behandlar", "om de", "huruvida", "att besluta", "vill", "begär",
  "svarat att",
]
private let decidedAgainst: Phrases = [
  "beslutat att inte anta", "beslutat att inte", "beslutat att avstå", "ställer sig inte bakom", "antar inte",
  "ställt sig inte bakom",
]
private let decidedToAdopt: Phrases = [
  "beslutat att anta", "beslutat att godkänna", "beslutat att införa", "beslutat att tillämpa",
  "beslutat att ställa sig bakom", "beslutat att delta", "beslutat att underteckna",
]
private let adopted: Phrases = [
  "antagit", "antog", "tillstyrker", "tillstyrkt", "tillstyrkte", "ställer sig bakom", "ställt sig bakom",
  "ställde sig bakom", "ställer sig delvis bakom", "ställt sig delvis bakom", "sagt ja", "svarat ja", "tackat ja",
  "godkänt", "godkände", "skrivit under", "undertecknat",
]
private let refused: Phrases = [
  "sagt nej", "svarat nej", "tackat nej", "avstyrker", "avstyrkt", "avstyrkte", "avslagit", "avslog",
]
private let decided: Phrases = [
  "fattat beslut", "tagit beslut", "fattat sina beslut", "beslutat", "svarat", "yttrat sig", "lämnat svar",
  "lämnat yttrande", "tagit ställning",
]
