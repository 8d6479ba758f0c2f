internal import Records

/// Pairs our tags and `~~` in the text of a block: what stands between becomes `.styled`.
///
/// `~~` follows GitHub's rule (GFM 0.29, section 6.5): two tildes, which open when text follows them and close when
/// text precedes them. What is not paired stays: tildes as text, a tag as `.html` with a problem.
struct Styler {
  private(set) var problems: [(problem: Problem, line: Int)] = []
  /// The lines of the block's tags in the order of the text.
  private var tagLines: ArraySlice<Int>
  private let line: Int

  init(tagLines: [Int], line: Int) {
    self.tagLines = tagLines[...]
    self.line = line
  }

  /// `inCell`: code in a table writes `|` as `\|`.
  mutating func style(_ inlines: [Inline], inCell: Bool = false) -> [Inline] {
    var level = Level()
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .text(let text):
        add(text, follows: index > 0, precedes: index + 1 < inlines.count, to: &level)
      case .html(let tag):
        if let allowed = AllowedTag(tag.utf8) {
          add(allowed, tag, at: tagLines.popFirst() ?? line, to: &level)
        } else {
          level.out.append(.html(ParserMark.strip(tag)))
        }
      case .code(let code): level.out.append(.code(inCell ? ParserMark.stripInCell(code) : ParserMark.strip(code)))
      case .emphasis(let inner): level.out.append(.emphasis(style(inner, inCell: inCell)))
      case .strong(let inner): level.out.append(.strong(style(inner, inCell: inCell)))
      case .styled(let style, let inner): level.out.append(.styled(style, self.style(inner, inCell: inCell)))
      case .link(let destination, let title, let inner):
        level.out.append(.link(destination: destination, title: title, style(inner, inCell: inCell)))
      case .mention(let target, let inner): level.out.append(.mention(target, style(inner, inCell: inCell)))
      case .lineBreak, .image: level.out.append(inline)
      }
    }
    for opener in level.openers { reportUnbalanced(opener) }
    return level.out.mergingText()
  }
}

/// One list of inlines while its pairs are sought.
private struct Level {
  struct Opener {
    /// Nil for `~~`.
    var tag: (style: Inline.Style, line: Int)?
    /// Where it stands in `out`.
    var place: Int
  }

  var out: [Inline] = []
  var openers: [Opener] = []
}

extension Styler {
  private mutating func add(_ allowed: AllowedTag, _ tag: String, at line: Int, to level: inout Level) {
    switch allowed {
    case .lineBreak: level.out.append(.lineBreak)
    case .open(let style):
      let opener = Level.Opener(tag: (style, line), place: level.out.count)
      // One too many counts as unpaired, so that no tree grows deeper than its readers recurse.
      if level.openers.count < Cap.nesting { level.openers.append(opener) } else { reportUnbalanced(opener) }
      level.out.append(.html(tag))
    case .close(let style):
      if !close(style, in: &level, where: { $0.tag?.style == style }) {
        problems.append((.unbalancedTag(tag: tag), line))
        level.out.append(.html(tag))
      }
    }
  }

  private mutating func add(_ text: String, follows: Bool, precedes: Bool, to level: inout Level) {
    for piece in tildePieces(of: text, follows: follows, precedes: precedes) {
      switch piece {
      case .text(let text): level.out.append(.text(ParserMark.unescape(text)))
      case .tildes(let opens, let closes):
        if closes, close(.deletion, in: &level, where: { $0.tag == nil }) { continue }
        if opens, level.openers.count < Cap.nesting {
          level.openers.append(Level.Opener(tag: nil, place: level.out.count))
        }
        level.out.append(.text("~~"))
      }
    }
  }

  /// Closes the innermost opener that fits; those within it stay without a pair.
  private mutating func close(
    _ style: Inline.Style, in level: inout Level, where fits: (Level.Opener) -> Bool
  ) -> Bool {
    guard let index = level.openers.lastIndex(where: fits) else { return false }
    for opener in level.openers[(index + 1)...] { reportUnbalanced(opener) }
    let place = level.openers[index].place
    let inner = Array(level.out[(place + 1)...]).mergingText()
    level.out.removeSubrange(place...)
    level.out.append(.styled(style, inner))
    level.openers.removeSubrange(index...)
    return true
  }

  private mutating func reportUnbalanced(_ opener: Level.Opener) {
    guard let tag = opener.tag else { return }
    problems.append((.unbalancedTag(tag: "<\(tag.style.rawValue)>"), tag.line))
  }
}

private enum Piece {
  case text(String)
  case tildes(opens: Bool, closes: Bool)
}

/// The text cut at its `~~`; a run of any other length is text. `follows` and `precedes` say whether something
/// that is not text stands beside it.
private func tildePieces(of text: String, follows: Bool, precedes: Bool) -> [Piece] {
  let utf8 = Array(text.utf8)
  guard utf8.contains(UInt8(ascii: "~")) else { return [.text(text)] }
  let scalars = Array(text.unicodeScalars)
  var pieces: [Piece] = []
  var start = 0
  var index = 0
  func flush(_ end: Int) {
    guard end > start else { return }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    pieces.append(.text(String(view)))
  }
  while index < scalars.count {
    guard scalars[index] == "~" else {
      index += scalars[index] == ParserMark.scalar ? 2 : 1
      continue
    }
    let run = index..<(scalars[index...].firstIndex { $0 != "~" } ?? scalars.count)
    index = run.upperBound
    guard run.count == 2 else { continue }
    let before = run.lowerBound > 0 ? Side(scalars[run.lowerBound - 1]) : follows ? .punctuation : .space
    let after = run.upperBound < scalars.count ? Side(scalars[run.upperBound]) : precedes ? .punctuation : .space
    flush(run.lowerBound)
    pieces.append(
      .tildes(
        opens: after != .space && (after != .punctuation || before != .letter),
        closes: before != .space && (before != .punctuation || after != .letter)))
    start = run.upperBound
  }
  flush(scalars.count)
  return pieces
}

/// What stands beside a delimiter run: CommonMark 0.30, section 6.2, left- and right-flanking.
private enum Side {
  case space, punctuation, letter

  init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .control: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .unassigned:
      self = .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol: self = scalar.isASCII ? .punctuation : .letter
    default: self = .letter
    }
  }
}

extension [Inline] {
  /// Neighbouring texts as one, and no empty ones.
  func mergingText() -> [Inline] {
    var out: [Inline] = []
    var run = ""
    for inline in self {
      if case .text(let text) = inline {
        run += text
      } else {
        if !run.isEmpty { out.append(.text(run)) }
        run = ""
        out.append(inline)
      }
    }
    if !run.isEmpty { out.append(.text(run)) }
    return out
  }
}
