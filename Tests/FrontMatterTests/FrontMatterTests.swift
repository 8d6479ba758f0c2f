import Testing

@testable import Reading
@testable import Records

@Suite struct FrontMatterTests {
  @Test func `a document without front matter is all body`() {
    let (frontMatter, offset, line, diagnostics) = readFrontMatter(Array("# Protokoll\n".utf8), path: "a.md")
    #expect(frontMatter.title == nil && offset == 0 && line == 1 && diagnostics.isEmpty)
  }

  @Test func `every key is typed, with its line`() throws {
    let (found, offset, line, diagnostics) = readFrontMatter(Array(full.utf8), path: "a.md")
    #expect(diagnostics.isEmpty)
    #expect(String(full.utf8.dropFirst(offset)) == "# Text\n")
    #expect(line == 24)
    #expect(found.kind == Fact(.agreement, line: 2, .stated))
    #expect(found.title?.value == "Protokoll #3: möte")
    #expect(found.body?.value == "Länssamverkansgruppen")
    #expect(found.date == Fact(CalendarDate(iso: "2024-05-17")!, line: 5, .stated))
    #expect(found.time?.value == "12:30")
    #expect(found.place?.value == "NO")
    #expect(found.reference?.value == "1.10")
    #expect(found.chair?.value == "Åsa Öberg")
    #expect(found.secretary?.value == "Bo Ek")
    #expect(!found.isDraft)
    #expect(found.approved?.value.description == "2024-05-20")
    #expect(found.verifiers == [Fact("Ann Alm", line: 13, .stated), Fact("Bo Ek", line: 13, .stated)])
    #expect(found.id?.value == "avtal-1")
    #expect(found.validFrom?.value.description == "2024-06-01")
    #expect(found.validTo == nil && found.untilFurtherNotice?.value == true)
    #expect(found.replaces.map(\.value) == ["avtal-0"])
    #expect(
      found.adoption
        == Adoption(date: CalendarDate(iso: "2024-05-17")!, by: "Samråd vård och omsorg", item: "12 b", line: 18))
    #expect(found.parties.map(\.value) == ["Region Älvmark", "Almheds kommun"])
    #expect(found.parties.map(\.line) == [20, 21])
    #expect(found.order?.value == 3)
  }

  @Test(arguments: refusals) func `what is wrong is named where it stands`(_ wrong: Refusal) {
    let (_, _, _, diagnostics) = readFrontMatter(Array("---\n\(wrong.yaml)\n---\ntext\n".utf8), path: "a.md")
    #expect(diagnostics.map(\.problem.id) == wrong.ids)
    #expect(diagnostics.first?.location == SourceLocation(path: "a.md", line: wrong.line, column: wrong.column))
  }

  @Test(arguments: [
    ("datun", "datum"), ("Datum", "datum"), ("ordforande", "ordförande"), ("giltigt från", "giltig från"),
    ("jsuterat", "justerat"), ("dnr.", "dnr"), ("organisation", nil), ("färg", nil),
  ])
  func `the nearest key is suggested, and none when none is near`(_ key: String, _ nearest: String?) {
    let (_, _, _, diagnostics) = readFrontMatter(Array("---\n\(key): x\n---\n".utf8), path: "a.md")
    #expect(diagnostics.map(\.problem) == [.unknownKey(key: key, nearest: nearest)])
  }

  @Test func `a key written with combining marks is the same key`() {
    let (found, _, _, diagnostics) = readFrontMatter(Array("---\nordfo\u{308}rande: A\n---\n".utf8), path: "a.md")
    #expect(found.chair?.value == "A" && diagnostics.isEmpty)
  }

  @Test(arguments: ["\r\n", "\n"])
  func `line ends of both kinds, spaces after the fence and a byte order mark are accepted`(_ end: String) {
    let text = "\u{FEFF}---  \(end)titel: Å\(end)---\(end)text"
    let (found, offset, line, diagnostics) = readFrontMatter(Array(text.utf8), path: "a.md")
    #expect(found.title == Fact("Å", line: 2, .stated))
    #expect(String(decoding: Array(text.utf8)[offset...], as: UTF8.self) == "text")
    #expect(line == 4 && diagnostics.isEmpty)
  }

  @Test(arguments: ["---\ntitel: x\n", "---", "---\n", "---\n----\n- --\n"])
  func `front matter that is never closed is an error on its first line`(_ text: String) {
    let diagnostics = readFrontMatter(Array(text.utf8), path: "a.md").diagnostics
    #expect(diagnostics == [Diagnostic(.frontMatterUnclosed, at: SourceLocation(path: "a.md"))])
  }

  @Test(arguments: ["---\n---\n", "---\n# bara en kommentar\n---\n"])
  func `empty front matter states nothing`(_ text: String) {
    let (found, offset, _, diagnostics) = readFrontMatter(Array(text.utf8), path: "a.md")
    #expect(found.title == nil && offset == text.utf8.count && diagnostics.isEmpty)
  }

  @Test func `one wrong key leaves the others`() {
    let (found, _, _, diagnostics) = readFrontMatter(
      Array("---\ndatun: x\norgan: LSG\ndatum: i går\nplats: Almhed\n---\n".utf8), path: "a.md")
    #expect(diagnostics.map(\.problem.id) == ["unknown-key", "wrong-value"])
    #expect(found.body?.value == "LSG" && found.place?.value == "Almhed" && found.date == nil)
  }

  @Test(arguments: [
    "Sal 1", "Teams: rum 2", "# 4", "Sal #4", "[Sal]", "{a: b}", "- ett", "-", "\"Sal\"", "it's", "a\\b", "*", "&a",
    "!x", "%",
    "@", "`", "|", ">", "?", "12:30", "no", "~", "null", "Sal:", "a, b", "] [", "2024-05-17", "'", "Åsa – Öberg",
  ])
  func `text that the program writes as a value is read as that text`(_ text: String) {
    let yaml = "---\nplats: \(yamlText(text))\njusterare: \(yamlList([text, "B"]))\n---\n"
    let (found, _, _, diagnostics) = readFrontMatter(Array(yaml.utf8), path: "a.md")
    #expect(found.place?.value == text && diagnostics.isEmpty)
    #expect(found.verifiers.map(\.value) == [text, "B"])
  }

  /// The limit is for what never ends: a second is enough for any of them.
  @Test(.timeLimit(.minutes(1)), arguments: Hostile.allCases)
  func `hostile YAML is refused in good time`(_ hostile: Hostile) {
    let bytes = Array("---\n\(hostile.yaml)\n---\n".utf8)
    let diagnostics = readFrontMatter(bytes, path: "a.md").diagnostics
    #expect(!diagnostics.isEmpty && diagnostics.count <= 20)
  }
}

struct Refusal: Sendable, CustomTestStringConvertible {
  var yaml: String
  var ids: [String]
  var line: Int
  var column: Int
  var testDescription: String { yaml }

  init(_ yaml: String, _ ids: String..., line: Int = 2, column: Int) {
    (self.yaml, self.ids, self.line, self.column) = (yaml, ids, line, column)
  }
}

private let refusals: [Refusal] = [
  Refusal("datum: 2024-02-30", "wrong-value", column: 8),
  Refusal("datum: 17 maj 2024", "wrong-value", column: 8),
  Refusal("ordförande: [A, B]", "wrong-value", column: 14),
  Refusal("ordförande: {a: b}", "wrong-value", column: 14),
  Refusal("typ: dagordning", "wrong-value", column: 6),
  Refusal("status: klar", "wrong-value", column: 9),
  Refusal("id: Mitt Avtal", "wrong-value", column: 5),
  Refusal("ordning: ett", "wrong-value", column: 10),
  Refusal("antaget: i maj", "wrong-value", column: 10),
  Refusal("antaget: 2024-05-17 Samrådet", "wrong-value", column: 10),
  Refusal("antaget: 2024-05-17 av LSG §", "wrong-value", column: 10),
  Refusal("giltig till: längre fram", "wrong-value", column: 14),
  Refusal("justerare: Ann Alm, Bo Ek", "wrong-value", column: 12),
  Refusal("justerare: []", "wrong-value", column: 12),
  Refusal("dnr:", "wrong-value", column: 5),
  Refusal("titel: x\n\nplats: y\ntitel: z", "duplicate-key", line: 5, column: 1),
  Refusal("titel: &a x", "yaml-feature-refused", column: 8),
  Refusal("titel: x\nplats: *b", "yaml-feature-refused", line: 3, column: 8),
  Refusal("titel: &a x\nplats: *a", "yaml-feature-refused", column: 8),
  Refusal("ordning: !!int 3", "yaml-feature-refused", column: 10),
  Refusal("titel: !egen x", "yaml-feature-refused", column: 8),
  Refusal("titel: \"a\\0b\"", "forbidden-character", column: 8),
  Refusal("titel: \"a\\u202eb\"", "forbidden-character", column: 8),
  Refusal("titel: Möte: om vård", "front-matter-syntax", column: 13),
  Refusal("titel: \"x", "front-matter-syntax", line: 3, column: 1),
  Refusal("parter: [a, b", "front-matter-syntax", line: 3, column: 1),
  Refusal("bara text", "front-matter-syntax", column: 1),
  Refusal("- a\n- b", "front-matter-syntax", column: 1),
  Refusal("plåts: x", "unknown-key", column: 1),
  Refusal("# a\u{2028}b\nplåts: x", "unknown-key", line: 3, column: 1),
  Refusal("titel: x\n\"å ä\": y", "unknown-key", line: 3, column: 1),
]

enum Hostile: String, CaseIterable, Sendable {
  case lists, flowLists, flowMaps, keys, aliasBomb, manyKeys, longKey, longText

  var yaml: String {
    switch self {
    case .lists: String(repeating: "- ", count: 400_000)
    case .flowLists: String(repeating: "[", count: 400_000)
    case .flowMaps: String(repeating: "{a: ", count: 200_000)
    case .keys: String(repeating: "? ", count: 400_000)
    case .aliasBomb: "a: &a [x,x,x,x,x,x,x,x,x]\n" + bomb + "? *h\n: x"
    case .manyKeys: (0..<50_000).map { "k\($0): v" }.joined(separator: "\n")
    case .longKey: String(repeating: "x", count: 900_000) + ": v"
    case .longText: "a: " + String(repeating: "x ", count: 400_000)
    }
  }
}

private let bomb =
  zip("bcdefgh", "abcdefg").map { "\($0): &\($0) [*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1)]" }
  .joined(separator: "\n") + "\n"

private let full = """
  ---
  typ: avtal
  titel: "Protokoll #3: möte"
  organ: Länssamverkansgruppen
  datum: 2024-05-17
  tid: 12:30
  plats: NO
  dnr: 1.10
  ordförande: Åsa Öberg
  sekreterare: Bo Ek
  status: fastställd
  justerat: 2024-05-20
  justerare: [Ann Alm, Bo Ek]
  id: avtal-1
  giltig från: 2024-06-01
  giltig till: tillsvidare
  ersätter: avtal-0
  antaget: 2024-05-17 av Samråd vård och omsorg § 12 b
  parter:
    - Region Älvmark
    - Almheds kommun
  ordning: 3
  ---
  # Text

  """
