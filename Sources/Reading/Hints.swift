/// What a text may hold, told by one pass over its bytes: words that begin as those of the tables do. Most text has
/// none of them, and need not be taken apart to know it.
struct Hints: OptionSet, Sendable {
  let rawValue: UInt16

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

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(of text: String) {
    let bytes = text.utf8.span
    let table = table
    var found: UInt16 = 0
    var (hash, length, i) = (WordHash.seed, 0, 0)
    while i < bytes.count {
      let byte = bytes[i]
      let letter = byte | 0x20
      if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
        hash = WordHash.add(letter, to: hash)
        length += 1
      } else if byte == 0xC3, i + 1 < bytes.count {
        i += 1
        hash = WordHash.add(bytes.lowerCase(at: i), to: WordHash.add(byte, to: hash))
        length += 2
      } else {
        if byte == UInt8(ascii: ":") { found |= Hints.colon.rawValue }
        if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { found |= Hints.digit.rawValue }
        (hash, length) = (WordHash.seed, 0)
      }
      if length > 1, length < longestBeginning { found |= table.hints(hash) }
      i += 1
    }
    rawValue = found
  }
}

private let table = HintTable()
/// In bytes: longer than any word of the tables.
private let longestBeginning = 24

/// The beginnings of words by hash. Nearly every look-up misses, and is answered by a map of 16 384 bits.
private struct HintTable: Sendable {
  private var hints: [UInt64: UInt16] = [:]
  private var bits = [UInt64](repeating: 0, count: 256)

  init() {
    for verbs in [Grammar.decidingVerbs, Grammar.passiveVerbs, Grammar.openingVerbs, Grammar.impersonalVerbs] {
      for hash in verbs.hashes { add(hash, .decision) }
    }
    add(Grammar.decisionHints, .decision)
    add(Grammar.itemSections + Grammar.proposalHeadings + ["beslut", "konsensus", "förslag"], .section)
    add(Grammar.attendanceLabels.map(\.0), .attendance)
    add(Grammar.factLabels.map(\.0) + Grammar.formLabels, .label)
    add(Grammar.nextMeetingTitles, .nextMeeting)
    add(Grammar.signaturePageOpenings + Grammar.signingHeadings.sorted() + ["namn"], .signature)
    add(["ersätter"], .standIn)
    add(Grammar.returnWords, .deferral)
    add(Grammar.deadlineWords, .deadline)
    for hash in Grammar.meetingForms.hashes { add(hash, .deadline) }
    add(Grammar.months.map(\.0), .month)
  }

  /// The first word of each phrase.
  private mutating func add(_ phrases: [String], _ hint: Hints) {
    for phrase in phrases {
      let bytes = phrase.utf8.span
      var (hash, length) = (WordHash.seed, 0)
      while length < bytes.count, bytes.isLetter(at: length) {
        hash = WordHash.add(bytes[length], to: hash)
        length += 1
      }
      add(hash, hint)
    }
  }

  private mutating func add(_ hash: UInt64, _ hint: Hints) {
    hints[hash, default: 0] |= hint.rawValue
    bits[Int(hash >> 6 & 255)] |= 1 << (hash & 63)
  }

  func hints(_ hash: UInt64) -> UInt16 {
    bits[Int(hash >> 6 & 255)] & 1 << (hash & 63) == 0 ? 0 : hints[hash] ?? 0
  }
}
