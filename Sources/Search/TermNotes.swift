internal import Records

/// Notes the words of one unit after another, and what they weigh there.
///
/// A weight is how often the word stands in the unit, 7 for seven and more, and 8 on top of that when the title has it.
struct TermNotes {
  static let titleWeight: UInt32 = 8
  static let mostTimes: UInt8 = 7

  private var words = Words()
  /// All words met, after one another, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// An open hash table of word numbers, from 1; 0 is empty. The hashes are kept beside the words.
  private var slots = [UInt32](repeating: 0, count: 1 << 15)
  private var hashes: [UInt32] = []
  /// Of the unit at hand: the words it has, and for each word of all how often.
  private var touched: [UInt32] = []
  private var times: [UInt8] = []
  private var inTitle: [Bool] = []
  /// A word and a packed posting for each word of each unit, in the order of the units.
  private var noted: [(word: UInt32, posting: UInt32)] = []
  private var units = 0

  mutating func title(_ text: String) {
    words.read(text)
    note(isTitle: true)
  }

  mutating func text(_ text: String) {
    words.read(text)
    note(isTitle: false)
  }

  mutating func text(_ blocks: [Block]) {
    blocks.eachPiece { words.read($0) }
    note(isTitle: false)
  }

  /// As ISO 8601 and in words.
  mutating func date(_ date: CalendarDate) {
    text(date.description)
    text(inWords(date))
  }

  mutating func close(unit: Int) {
    for word in touched {
      let weight = UInt32(times[Int(word)]) + (inTitle[Int(word)] ? Self.titleWeight : 0)
      noted.append((word, Posting.packed(unit: unit, weight: weight)))
      times[Int(word)] = 0
      inTitle[Int(word)] = false
    }
    touched.removeAll(keepingCapacity: true)
    units += 1
  }

  /// The words sorted, each with its postings.
  var part: TermPart {
    let order = sortedWords()
    var rank = [Int](repeating: 0, count: order.count)
    for (place, word) in order.enumerated() { rank[word] = place }
    var starts = [Int](repeating: 0, count: order.count + 1)
    for note in noted { starts[rank[Int(note.word)] + 1] += 1 }
    for place in order.indices { starts[place + 1] += starts[place] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: noted.count)
    for note in noted {
      let place = rank[Int(note.word)]
      postings[next[place]] = note.posting
      next[place] += 1
    }
    var part = TermPart(starts: starts, postings: postings, units: units)
    for word in order { part.append(bytes[start(of: word)..<ends[word]]) }
    return part
  }
}

extension TermNotes {
  private mutating func note(isTitle: Bool) {
    words.endWord()
    var start = 0
    for end in words.ends {
      let word = number(ofWord: start..<end)
      if times[word] == 0 { touched.append(UInt32(word)) }
      if times[word] < Self.mostTimes { times[word] += 1 }
      if isTitle { inTitle[word] = true }
      start = end
    }
    words.removeAll()
  }

  private func start(of word: Int) -> Int { word == 0 ? 0 : ends[word - 1] }

  private mutating func number(ofWord range: Range<Int>) -> Int {
    let hash = words.hash(range)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = Int(slots[slot]) - 1
      if hashes[word] == hash, isWord(word, range) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    let word = ends.count
    bytes += words.bytes[range]
    ends.append(bytes.count)
    hashes.append(hash)
    times.append(0)
    inTitle.append(false)
    slots[slot] = UInt32(word + 1)
    if ends.count * 2 > slots.count { grow() }
    return word
  }

  private func isWord(_ word: Int, _ range: Range<Int>) -> Bool {
    let start = start(of: word)
    guard ends[word] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != words.bytes[range.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (word, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(word + 1)
    }
  }

  /// By bytes; most are told apart by their first eight, compared as one number.
  private func sortedWords() -> [Int] {
    let heads = ends.indices.map { word in
      var head: UInt64 = 0
      let start = start(of: word)
      for offset in 0..<8 { head = head << 8 | (start + offset < ends[word] ? UInt64(bytes[start + offset]) : 0) }
      return head
    }
    return ends.indices.sorted { a, b in
      if heads[a] != heads[b] { return heads[a] < heads[b] }
      return bytes[start(of: a)..<ends[a]].lexicographicallyPrecedes(bytes[start(of: b)..<ends[b]])
    }
  }
}

extension Words {
  /// FNV-1a, folded to 32 bits.
  fileprivate func hash(_ range: Range<Int>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
