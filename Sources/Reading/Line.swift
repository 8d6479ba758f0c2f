internal import Records

/// A line of a document as people read it: without Markdown's marks, which are kept beside it.
struct Line: Sendable {
  /// From 1, in the content file.
  let number: Int
  /// As it stands in the file.
  let raw: Substring
  /// Without heading marks, list markers, emphasis and tags; trimmed.
  let text: String
  /// 1 to 6, or 0 for a line that is no heading.
  let headingLevel: Int
  /// `-`, `*`, `+` or `•` stands before the text.
  let hasBullet: Bool
  /// The whole text is in bold.
  let isBold: Bool
  /// The whole text is struck out.
  let isStruck: Bool
  /// Of the text.
  let hints: Hints

  var isBlank: Bool { text.isEmpty }
  var isHeading: Bool { headingLevel > 0 }

  /// `setext` is the level that an underline of `=` or `-` gives the line.
  init(number: Int, raw: Substring, setext: Int = 0) {
    self.number = number
    self.raw = raw
    var rest = raw.trimmed
    // A hard line break.
    if rest.utf8.last == UInt8(ascii: "\\") { rest = Substring(rest.utf8.dropLast()).trimmed }
    var level = 0
    while level < 6, rest.utf8.first == UInt8(ascii: "#") {
      rest = Substring(rest.utf8.dropFirst())
      level += 1
    }
    if level > 0 {
      rest = rest.trimmed
      while rest.utf8.last == UInt8(ascii: "#") { rest = Substring(rest.utf8.dropLast()) }
      rest = rest.trimmed
    }
    headingLevel = level > 0 ? level : setext
    // "📅 Datum: ...", "✅ Beslut: ..."
    if let first = rest.utf8.first, first == 0xF0 || first == 0xE2 { rest = rest.withoutEmoji }
    var bullet = false
    if let first = rest.utf8.first, first < UInt8(ascii: "0") || first == 0xE2,
      let marker = (["- ", "* ", "+ ", "– ", "•\t", "-\t"] + printedBullets).first(where: { rest.hasPrefix($0) })
    {
      rest = Substring(rest.utf8.dropFirst(marker.utf8.count)).trimmed
      bullet = true
    }
    hasBullet = bullet
    let isStyled =
      rest.utf8.first == UInt8(ascii: "*") || rest.utf8.first == UInt8(ascii: "<")
      || rest.utf8.first == UInt8(ascii: "~")
    isBold = isStyled && rest.hasPrefix("**") && (rest.hasSuffix("**") || rest.hasSuffix("**:"))
    isStruck =
      isStyled
      && (rest.hasPrefix("<del>") && rest.hasSuffix("</del>") || rest.hasPrefix("<s>") && rest.hasSuffix("</s>")
        || rest.hasPrefix("~~") && rest.hasSuffix("~~"))
    text = rest.withoutMarkup
    hints = Hints(of: text)
  }

  /// The lines of a text, counted from `first`.
  static func lines(of text: String, first: Int) -> [Line] {
    var number = first - 1
    var lines: [Line] = []
    let whole = text[...]
    let bytes = whole.utf8.span
    lines.reserveCapacity(bytes.count / 40)
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
      number += 1
      let raw = whole.slice(start..<end)
      start = end + 1
      // A line longer than headings are stands over a rule.
      if let level = underline(raw), let last = lines.last, !last.isBlank, !last.isHeading, !last.hasBullet,
        level == 1 || last.text.utf8.count <= 100,
        !(raw.hasPrefix("  ") && last.raw.hasPrefix("  "))
      {
        lines[lines.count - 1] = Line(number: last.number, raw: last.raw, setext: level)
        lines.append(Line(number: number, raw: ""))
      } else {
        lines.append(Line(number: number, raw: raw))
      }
    }
    return lines
  }

  /// The level of the heading that a line of `===` or `---` underlines.
  private static func underline(_ raw: Substring) -> Int? {
    guard raw.utf8.count >= 3, let first = raw.utf8.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-"),
      raw.trimmed.utf8.allSatisfy({ $0 == first })
    else { return nil }
    return first == UInt8(ascii: "=") ? 1 : 2
  }
}

/// How word processors print the marks of lists.
let printedBullets = ["• ", "➢ ", "▪ ", "■ ", "● ", "○ ", "► ", "➤ ", "◦ ", "‣ "]

extension Substring {
  /// Without the pictures that it begins with.
  fileprivate var withoutEmoji: Substring {
    let rest = unicodeScalars.drop { $0.properties.isEmoji && $0.value > 0x2100 || $0.value == 0xFE0F }
    return rest.startIndex == startIndex ? self : Substring(rest).trimmed
  }

  /// Without emphasis marks, inline tags, backslash escapes and the brackets of links.
  fileprivate var withoutMarkup: String {
    guard utf8.span.mayHoldMarkup else { return String(self) }
    var out: [UInt8] = []
    let bytes = Array(utf8)
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\\") where i + 1 < bytes.count && bytes[i + 1] < 0x80:
        out.append(bytes[i + 1])
        i += 2
      case UInt8(ascii: "*"), UInt8(ascii: "_"): i += 1
      case UInt8(ascii: "~") where i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "~"): i += 2
      case UInt8(ascii: "<"):
        if let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")), end - i <= 6 { i = end + 1 } else { fallthrough }
      case 0xC2 where i + 1 < bytes.count && bytes[i + 1] == 0xA0:
        out.append(UInt8(ascii: " "))
        i += 2
      default:
        out.append(bytes[i])
        i += 1
      }
    }
    return String(Substring(decoding: out, as: UTF8.self).trimmed)
  }
}

extension Span<UInt8> {
  /// One of `*_<\~` or a no-break space.
  fileprivate var mayHoldMarkup: Bool {
    for i in indices {
      switch self[i] {
      case 0x2A, 0x5F, 0x3C, 0x5C, 0x7E: return true
      case 0xA0 where i > 0 && self[i - 1] == 0xC2: return true
      default: continue
      }
    }
    return false
  }
}

extension Substring {
  /// Without punctuation at the ends.
  var bare: Substring {
    let bytes = utf8.span
    var (start, end) = (0, bytes.count)
    while start < end {
      if bytes[start].isMark {
        start += 1
      } else if end - start >= 3, bytes.isQuote(at: start) {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1].isMark {
        end -= 1
      } else if end - start >= 3, bytes.isQuote(at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return self[utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: end)]
  }
}

extension UInt8 {
  /// One of `,.;:()!?"'*`.
  fileprivate var isMark: Bool {
    switch self {
    case 0x21, 0x22, 0x27...0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// `”`, `“` or `’`.
  fileprivate func isQuote(at i: Int) -> Bool {
    self[i] == 0xE2 && self[i + 1] == 0x80 && (self[i + 2] == 0x9D || self[i + 2] == 0x9C || self[i + 2] == 0x99)
  }
}
