internal import Records

/// What a text may hold, told by one pass over its bytes: words that begin as those of the tables do. Most text has
/// none of them, and need not be taken apart to know it.
struct Hints: OptionSet, Sendable {
  let rawValue: UInt32

  /// A verb by which something is decided.
  static let decision = Hints(rawValue: 1 << 0)
  /// A heading within an item: of decisions, proposals, or another section.
  static let section = Hints(rawValue: 1 << 1)
  /// A list of people.
  static let attendance = Hints(rawValue: 1 << 2)
  /// A label of the head.
  static let label = Hints(rawValue: 1 << 3)
  static let nextMeeting = Hints(rawValue: 1 << 4)
  static let signature = Hints(rawValue: 1 << 5)
  /// A promise to come back, or that an item was put off.
  static let deferral = Hints(rawValue: 1 << 6)
  static let deadline = Hints(rawValue: 1 << 7)
  static let month = Hints(rawValue: 1 << 8)
  static let digit = Hints(rawValue: 1 << 9)
  static let colon = Hints(rawValue: 1 << 10)
  /// Somebody stands in for another.
  static let standIn = Hints(rawValue: 1 << 11)
  /// Somebody takes no part in a decision.
  static let abstention = Hints(rawValue: 1 << 12)
  /// Who led the meeting.
  static let leading = Hints(rawValue: 1 << 13)
  static let attachment = Hints(rawValue: 1 << 14)
  static let presenter = Hints(rawValue: 1 << 15)
  static let weekday = Hints(rawValue: 1 << 16)
  /// A meeting that something may be due at.
  static let meeting = Hints(rawValue: 1 << 17)
  /// Who kept the minutes.
  static let writing = Hints(rawValue: 1 << 18)
  /// The first of several.
  static let first = Hints(rawValue: 1 << 19)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(of text: String) {
    let bytes = text.utf8.span
    self.init(of: bytes, in: 0..<bytes.count)
  }

  /// Of a part that begins and ends between words.
  init(of bytes: Span<UInt8>, in part: Range<Int>) {
    let table = table
    var (found, i, words) = (UInt32(0), part.lowerBound, 0)
    while i < part.upperBound {
      let byte = bytes[unchecked: i]
      guard byte.beginsLetter else {
        switch byte {
        case UInt8(ascii: ":"): found |= Hints.colon.rawValue
        case UInt8(ascii: "0")...UInt8(ascii: "9"): found |= Hints.digit.rawValue
        case UInt8(ascii: "\n"): words = 0
        default: break
        }
        i += 1
        continue
      }
      let (hints, end) = table.hintsOfWord(in: bytes, from: i)
      // A heading is known by the first words of its line.
      if hints != 0 { found |= words < longestHeading ? hints : hints & ~Hints.section.rawValue }
      words += 1
      i = end
    }
    rawValue = found
  }
}

extension UInt8 {
  /// One of a to z, or the first byte of a letter of Latin-1.
  fileprivate var beginsLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self == 0xC3 }
}

private let table = HintTable()
/// In words, of those that head a part of an item.
private let longestHeading = 6

/// The beginnings of words as a tree of letters: most words leave it at their second or third.
private struct HintTable: Sendable {
  /// The node after each letter of each node, 32 for each; 0 where no beginning goes on so. The root is the first.
  private var nodes = [UInt16](repeating: 0, count: 32)
  private var hints: [UInt32] = [0]

  init() {
    for verbs in [Grammar.decidingVerbs, Grammar.passiveVerbs, Grammar.openingVerbs, Grammar.impersonalVerbs] {
      add(verbs.words, .decision)
    }
    add(Grammar.decisionHints, .decision)
    add(
      Grammar.itemSections + Grammar.proposalHeadings + Grammar.itemLabels.sorted() + [
        "beslut", "konsensus", "förslag",
      ],
      .section)
    add(Grammar.attendanceLabels.map(\.0) + Grammar.attendanceWords.words, .attendance)
    add(Grammar.factLabels.map(\.0) + Grammar.formLabels + ["möte"], .label)
    add(Grammar.nextMeetingTitles, .nextMeeting)
    add(
      Grammar.signaturePageOpenings + Grammar.signingHeadings.words + Grammar.signingMarks.words + ["namn"], .signature)
    add(["ersätter"], .standIn)
    addTellingWord(Grammar.abstainingPhrases, .abstention)
    add(Grammar.leadingPhrases, .leading)
    addTellingWord(Grammar.writingPhrases, .writing)
    add(["bilag"], .attachment)
    add(Grammar.presenterLabels, .presenter)
    add(Grammar.weekdays, .weekday)
    addTellingWord(Grammar.returnWords, .deferral)
    addTellingWord(Grammar.deadlineWords, .deadline)
    add(Grammar.accountWords.words + Grammar.handoverVerbs.words + ["redovisning"], .deadline)
    add(Grammar.meetingForms.words, .meeting)
    add(["första"], .first)
    add(Grammar.months.map(\.0) + ["årsskiftet"], .month)
  }

  /// The first word of each phrase.
  private mutating func add(_ phrases: [String], _ hint: Hints) {
    for phrase in phrases { add(phrase.utf8.span, hint) }
  }

  /// For phrases that may begin with an everyday word: their longest word then.
  private mutating func addTellingWord(_ phrases: [String], _ hint: Hints) {
    for words in phrases.map(\.words) {
      guard let first = words.first, let longest = words.max(by: { $0.utf8.count < $1.utf8.count }) else { continue }
      add((first.utf8.count < 6 ? longest : first).utf8.span, hint)
    }
  }

  private mutating func add(_ word: Span<UInt8>, _ hint: Hints) {
    var (node, i) = (0, 0)
    while i < word.count, let letter = letter(in: word, at: &i) {
      let place = node * 32 + letter
      if nodes[place] == 0 {
        nodes[place] = UInt16(hints.count)
        hints.append(0)
        nodes += repeatElement(0, count: 32)
      }
      node = Int(nodes[place])
    }
    hints[node] |= hint.rawValue
  }

  /// The hints of all beginnings of the word at `start`, and where it ends.
  func hintsOfWord(in text: Span<UInt8>, from start: Int) -> (hints: UInt32, end: Int) {
    var (found, node, i) = (UInt32(0), 0, start)
    while i < text.count, let letter = letter(in: text, at: &i) {
      node = Int(nodes[node * 32 + letter])
      if node == 0 { break }
      found |= hints[node]
    }
    while i < text.count, text[unchecked: i].beginsLetter { i += text[unchecked: i] == 0xC3 ? 2 : 1 }
    return (found, min(i, text.count))
  }

  /// a to z as 1 to 26, and å, ä, ö, é after them; 0 for another letter, nil for none. Moves past it.
  private func letter(in text: Span<UInt8>, at i: inout Int) -> Int? {
    let byte = text[unchecked: i]
    if byte == 0xC3, i + 1 < text.count {
      i += 2
      switch text[unchecked: i - 1] | 0x20 {
      case 0xA5: return 27
      case 0xA4: return 28
      case 0xB6: return 29
      case 0xA9: return 30
      default: return 0
      }
    }
    guard byte.beginsLetter, byte != 0xC3 else { return nil }
    i += 1
    return Int(byte & 0x1F)
  }
}
