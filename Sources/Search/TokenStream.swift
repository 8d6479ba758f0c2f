internal import Records

/// The words of a stretch of units, one unit after another, as they are read.
///
/// A token is a form's number in `forms` (26 bits), the field it stands in (3 bits) and two marks. Fields follow on each
/// other with a gap in the positions, and so do paragraphs: a phrase never crosses one.
struct TokenStream: Sendable {
  /// Where a word stands; the raw value is its place in `weights`.
  enum Field: UInt32 { case body, heading, people, reference, title, decision, occasion }
  static let weights: [Float] = [1, 1.5, 2, 3, 4, 2, 0.5]

  private(set) var forms = FormTable()
  private(set) var tokens: [UInt32] = []
  /// Where each unit ends in `tokens`.
  private(set) var ends: [Int] = []
  private var runs = Runs()

  static let gap = UInt32.max

  static func form(_ token: UInt32) -> Int { Int(token >> 5) }
  static func field(_ token: UInt32) -> Int { Int(token >> 1 & 7) }
  /// Put together from others, so that it stands nowhere in a phrase.
  static func isExtra(_ token: UInt32) -> Bool { token & 1 == 1 }

  mutating func text(_ text: String, _ field: Field) {
    runs.read(text)
    note(field)
  }

  mutating func blocks(_ blocks: [Block], _ field: Field = .body) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines): paragraph(inlines, field)
      case .heading(_, let inlines): paragraph(inlines, .heading)
      case .list(let list): for item in list.items { self.blocks(item.blocks, field) }
      case .quote(let inner): self.blocks(inner, field)
      case .code(_, let text): self.text(text, field)
      case .rule, .html: break
      case .table(let table):
        for cells in [table.header] + table.rows.map(\.cells) {
          for cell in cells {
            cell.eachPiece { runs.read($0) }
            runs.read("; ")
          }
          note(field)
        }
      }
    }
  }

  /// A day that the unit is of: found in any notation.
  mutating func date(_ date: CalendarDate, _ field: Field) {
    for key in Specials.ours.keys(year: date.year, month: date.month, day: date.day) { extra(key[...], field) }
  }

  /// The letters that the given names of a person begin with: "A" for Anna.
  mutating func initials(of name: String) {
    var one = Runs()
    one.read(name)
    one.end()
    for place in 0..<max(0, one.count - 1) { extra(one.text(place).prefix(1), .people) }
  }

  /// Once they are numbered for all streams.
  mutating func forgetForms() { forms = FormTable() }

  mutating func endUnit() { ends.append(tokens.count) }

  private mutating func paragraph(_ inlines: [Inline], _ field: Field) {
    inlines.eachPiece { runs.read($0) }
    note(field)
  }

  private mutating func note(_ field: Field) {
    runs.end()
    for place in 0..<runs.count {
      let text = runs.text(place)
      if text.first == 0x30 { add(plainNumber(text)[...], field, 0) } else { add(text, field, 0) }
    }
    if runs.hasHyphens { hyphened(field) }
    for key in Specials.ours.keys(in: runs) { extra(key[...], field) }
    if runs.count > 0 { tokens.append(Self.gap) }
    runs.removeAll()
  }

  /// Words written with hyphens, as one: "e-hälsa" is also "ehälsa".
  private mutating func hyphened(_ field: Field) { for word in runs.hyphened() { extra(word[...], field) } }

  private mutating func extra(_ word: ArraySlice<UInt8>, _ field: Field) { add(word, field, 1) }

  private mutating func add(_ word: ArraySlice<UInt8>, _ field: Field, _ mark: UInt32) {
    tokens.append(UInt32(forms.number(of: word)) << 5 | field.rawValue << 1 | mark)
  }
}

extension Runs {
  func hyphened() -> [Letters] {
    var out: [Letters] = []
    var at = 0
    while at < count {
      var to = at + 1
      while to < count, to - at < 4, gaps[to] == Gap.hyphen, !text(to).allSatisfy(\.isDigit) { to += 1 }
      if to - at > 1, !text(at).allSatisfy(\.isDigit) {
        out.append(Array((at..<to).flatMap { text($0) }.prefix(Self.longest)))
        at = to
      } else {
        at += 1
      }
    }
    return out
  }
}
