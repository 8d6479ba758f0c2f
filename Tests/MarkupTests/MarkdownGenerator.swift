/// Makes Markdown of every CommonMark construct, the same for the same seed. Only `extendedSoup` holds our tags.
struct MarkdownGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0xD1B5_4A32_D192_ED03 &+ 1 }

  /// Blocks within blocks, as people write them.
  mutating func document() -> String {
    var lines: [String] = []
    for _ in 0...below(5) { lines += block(depth: 0) + (below(5) == 0 ? [] : [""]) }
    let ends = ["\n", "\n", "\n", "\r\n", "\r"]
    return lines.joined(separator: pick(ends)) + pick(["\n", "", "\n\n"])
  }

  /// Signs in any order, as nobody does.
  mutating func soup() -> String {
    var text = ""
    for _ in 0...(5 + below(60)) { text += pick(Self.tokens) }
    return text
  }

  /// Signs in any order, our own among them.
  mutating func extendedSoup() -> String {
    var text = ""
    for _ in 0...(5 + below(60)) { text += pick(below(2) == 0 ? Self.tokens : Self.ourTokens) }
    return text
  }

  // SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  private mutating func block(depth: Int) -> [String] {
    switch below(depth > 3 ? 11 : 17) {
    case 0: return [pick(["#", "##", "###", "####", "#####", "######", "#######"]) + pick([" ", "\t", ""]) + line()]
    case 1: return [line(), pick(["===", "---", "-", "=", "--- ", "   ==="])]
    case 2: return [pick(["---", "***", "_ _ _", "* * *", " -  - -", "----------"])]
    case 3: return ["    " + line(), "", "\t" + line()]
    case 4:
      let fence = pick(["```", "~~~", "````", "~~~~"])
      return [fence + pick(["", "swift", " info & \"text\"", "a\\*b"]), line(), "", "  " + line(), fence]
    case 5: return [pick(Self.htmlBlocks), line(), ""]
    case 6:
      return [
        "[" + pick(Self.labels) + "]: " + pick(Self.destinations) + pick(["", " \"titel & <b>\"", "\n'två\nrader'"])
      ]
    case 7...10: return (0...below(3)).map { _ in pick(["", "", " ", "  ", "     "]) + line() }
    case 11, 12: return nested(depth).map { pick([">", "> ", " > "]) + $0 }
    default:
      let tight = below(2) == 0
      let number = below(3) == 0
      var lines: [String] = []
      for index in 0...below(4) {
        let marker =
          number ? "\(index + below(3) * 7)" + (depth % 2 == 0 ? ". " : ") ") : pick(["- ", "- ", "* ", "+ ", "-   "])
        let indent = String(repeating: " ", count: marker.utf8.count)
        for (place, inner) in nested(depth).enumerated() { lines.append((place == 0 ? marker : indent) + inner) }
        if !tight { lines.append("") }
      }
      return lines
    }
  }

  private mutating func nested(_ depth: Int) -> [String] {
    var lines: [String] = []
    for index in 0...below(2) {
      if index > 0, below(2) == 0 { lines.append("") }
      lines += block(depth: depth + 1)
    }
    return lines
  }

  private mutating func line() -> String {
    var words: [String] = []
    for _ in 0...below(9) { words.append(inline(depth: 0)) }
    return words.joined(separator: pick([" ", " ", " ", "", "\t"])) + pick(["", "", "", "  ", "\\", " "])
  }

  private mutating func inline(depth: Int) -> String {
    switch below(depth > 3 ? 8 : 16) {
    case 0...5: return pick(Self.words)
    case 6: return pick(Self.tokens)
    case 7: return String(repeating: pick(["lång ", "ord", "å"]), count: 1 + below(below(20) == 0 ? 400 : 8))
    case 8: return wrap(depth, ["*", "_", "**", "__", "***", "_*"])
    case 9:
      return "[" + inline(depth: depth + 1) + "](" + pick(Self.destinations) + pick(["", " \"tit\\\"el\"", " (x)"])
        + ")"
    case 10: return "![" + inline(depth: depth + 1) + "](" + pick(Self.destinations) + pick(["", " 'titel'"]) + ")"
    case 11: return "[" + inline(depth: depth + 1) + "][" + pick(Self.labels) + "]"
    case 12: return "[" + pick(Self.labels) + "]" + pick(["", "[]"])
    case 13: return wrap(depth, ["`", "``", "` "])
    case 14:
      return pick([
        "<https://exempel.se/å?a=b&c>", "<namn@exempel.se>", "<ftp://x>", "<b>", "</b >", "<!-- x -->", "<a href='x'>",
      ])
    default: return "\\" + pick(Self.words)
    }
  }

  private mutating func wrap(_ depth: Int, _ delimiters: [String]) -> String {
    let delimiter = pick(delimiters)
    return delimiter + inline(depth: depth + 1) + pick(["", " "]) + inline(depth: depth + 1) + delimiter
  }

  private static let words = [
    "beslut", "Närvarande", "Öby", "§ 14", "och", "åtgärd", "2024-04-19", "KS § 3", "a", "snake_case", "2*3*4", "1.",
    "huvudmän", "–", "”citat”", "é", "\u{A0}", "\u{2003}", "🙂", "AT&T", "a|b", "\"x\"", "it's", "x<y", "3 > 2",
    "e\u{301}",
  ]
  private static let tokens = [
    "*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "![", "](", "](/x)", "<", ">", "<b>", "</b>", "&",
    "&amp;", "&ouml;",
    "&#246;", "&#xF6;", "&#0;", "&bogus;", "\\", "\\*", "\\|", "\\~", "~", "~~", "|", "!", "\"", "'", "\n", "\n",
    "\n\n", "\n> ",
    "\n- ", "\n1. ", "\n    ", "\n\t", "  \n", "\\\n", "# ", "\n# ", "\n===\n", "\n---\n", "\n```\n", "\n~~~\n",
    "\n<div>\n", "\n<!-- ",
    "-->", "\n[å]: /x\n", "[å]", "[Å]", "]: ", ":", "a", "b c", "å", "ö ", " ", "\t", "€", "\u{A0}", "“",
    "<https://a.se>",
    "<https://a.se/\\|>", "<a@b.se>", "javascript:x", "](javascript:alert(1))", "](data:text/html,x)",
    "](data:image/png;base64,x)",
    "](<a b>)", "](<FILE:x>)", "](vbscript:x \"t\")", "](/å'&\"[]^`{|}~%20%)", "1)", "10. ", "+ ", "= ", "|---|",
    "\n|-|-|\n",
  ]
  private static let ourTokens = [
    "~~", "~~", "|", "|", "\n|-|-|\n", "\n-|:-:\n", "a | b", "\\|", "\\~", "<del>", "</del>", "<ins>", "</INS>", "<s>",
    "</s>",
    "<br>", "\n<del>\n", "\n</del>\n", "> <sup>\n", "</sup>", "\n", "å", " ",
  ]
  private static let labels = ["å", "Bilaga 1", "a\\]b", "x*y*", "foo\\|bar", "ingen"]
  private static let destinations = [
    "/x", "<a b>", "https://exempel.se/?a=1&b=2", "#p19", "å%20ä", "", "mailto:namn@exempel.se", "javascript:alert(1)",
    "a(b)c",
    "a\\*b", "&auml;", "<>", "a\\|b", "file:x",
  ]
  private static let htmlBlocks = [
    "<div>", "<!-- dold", "<?php", "<!DOCTYPE html>", "<script>", "<table><tr>", "</p>", "<b>", "<pre>", "<![CDATA[",
    "<hr />",
  ]
}
