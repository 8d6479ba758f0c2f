import Reading
import Records
import Testing

struct ByteCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var bytes: [UInt8]
  /// The text that remains.
  var text: String
  var problems: [Problem] = []
  /// `line:column` of each problem.
  var places: [String] = []

  init(_ name: String, _ bytes: [UInt8], _ text: String, _ problems: [Problem] = [], at places: [String] = []) {
    testDescription = name
    self.bytes = bytes
    self.text = text
    self.problems = problems
    self.places = places
  }

  init(_ name: String, _ source: String, _ text: String, _ problems: [Problem] = [], at places: [String] = []) {
    self.init(name, Array(source.utf8), text, problems, at: places)
  }
}

@Suite struct `The text of a content file` {
  @Test(arguments: [
    ByteCase("plain Swedish", "Möte i Öby\nklockan 9–10 ”ja”\n", "Möte i Öby\nklockan 9–10 ”ja”\n"),
    ByteCase("empty", "", ""),
    ByteCase("byte order mark", "\u{FEFF}# Möte\n", "# Möte\n"),
    ByteCase("CRLF", "a\r\nb\r\n", "a\nb\n"),
    ByteCase("lone CR", "a\rb\r", "a\nb\n"),
    ByteCase("CR at the end", "a\r\r\n", "a\n\n"),
    ByteCase("vertical tab", "a\u{B}b", "a\nb"),
    ByteCase("page break between lines", "a\n\u{C}b\u{C}\nc", "a\nb\nc"),
    ByteCase("decomposed letters", "A\u{30A}r o\u{308}", "År ö"),
    ByteCase("Ångström sign", "\u{212B}r", "År"),
    ByteCase("soft hyphen", "sam\u{AD}verkan", "samverkan"),
    ByteCase("zero width", "a\u{200B}b\u{200D}c\u{2060}d\u{FEFF}e", "abcde"),
    ByteCase("letter and mark on both sides of one", "a\u{200B}\u{30A}", "å"),
    ByteCase(
      "Wingdings bullets", "\u{F0B7} ett\n  \u{F0A7}\ttvå\n\u{F0D8}tre\n\u{F02D} fyra", "- ett\n  -\ttvå\n- tre\n- fyra"
    ),
    ByteCase("Wingdings within a line", "a \u{F0B7} b", "a • b"),
    ByteCase("emoji", "🙂", "🙂"),
  ]) func `is brought to one form`(example: ByteCase) {
    let text = normalise(SourceFile(path: "a.md", bytes: example.bytes))
    #expect(Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars) == Array(example.text.unicodeScalars))
    #expect(text.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ByteCase("truncated", Array("å\nbö".utf8) + [0xC3], "å\nbö\u{FFFD}", [.invalidUTF8], at: ["2:4"]),
    ByteCase("Latin-1", [0x4D, 0xF6, 0x74, 0x65], "M\u{FFFD}te", [.invalidUTF8], at: ["1:2"]),
    ByteCase("overlong", [0xC0, 0xAF], "\u{FFFD}", [.invalidUTF8], at: ["1:1"]),
    ByteCase("surrogate", [0xED, 0xA0, 0x80, 0x61], "\u{FFFD}a", [.invalidUTF8], at: ["1:1"]),
    ByteCase("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], "\u{FFFD}", [.invalidUTF8], at: ["1:1"]),
    ByteCase("NUL", "a\0b", "ab", [.forbiddenCharacter(scalar: 0)], at: ["1:2"]),
    ByteCase("escape after CRLF", "\u{FEFF}a\r\nb\u{1B}", "a\nb", [.forbiddenCharacter(scalar: 0x1B)], at: ["2:2"]),
    ByteCase("delete", "a\u{7F}", "a", [.forbiddenCharacter(scalar: 0x7F)], at: ["1:2"]),
    ByteCase("C1", "a\u{85}b", "ab", [.forbiddenCharacter(scalar: 0x85)], at: ["1:2"]),
    ByteCase("noncharacter", [0xEF, 0xB7, 0x90], "", [.forbiddenCharacter(scalar: 0xFDD0)], at: ["1:1"]),
    ByteCase("U+FFFE", [0x61, 0xEF, 0xBF, 0xBE], "a", [.forbiddenCharacter(scalar: 0xFFFE)], at: ["1:2"]),
    ByteCase("right-to-left override", "å\u{202E}b", "åb", [.forbiddenCharacter(scalar: 0x202E)], at: ["1:3"]),
    ByteCase("private use", "\u{E001}", "", [.forbiddenCharacter(scalar: 0xE001)], at: ["1:1"]),
    ByteCase(
      "two of them", "\u{1}\n\u{2}", "\n", [.forbiddenCharacter(scalar: 1), .forbiddenCharacter(scalar: 2)],
      at: ["1:1", "2:1"]),
  ]) func `holds nothing that may not be published`(example: ByteCase) {
    let text = normalise(SourceFile(path: "a.md", bytes: example.bytes))
    #expect(String(decoding: text.bytes, as: UTF8.self) == example.text)
    #expect(text.diagnostics.map(\.problem) == example.problems)
    #expect(text.diagnostics.map { "\($0.location!.line):\($0.location!.column)" } == example.places)
  }

  @Test func `that is already in one form is not changed`() {
    let bytes = Array("# Möte § 14\n\nHuvudmännen – ”ja”, 25 °C, é, ½\n".utf8)
    #expect(normalise(SourceFile(path: "a.md", bytes: bytes)).bytes == bytes)
  }

  @Test func `that is made of errors tells the first of them`() {
    let text = normalise(
      SourceFile(path: "a.md", bytes: [UInt8](repeating: 0xFF, count: 1_000).flatMap { [$0, 0x20] }))
    #expect(text.diagnostics.count == 20)
  }
}

@Suite struct `A text that would take libcmark too long` {
  private func refused(_ text: String) -> (problems: [Problem], lines: [Int], isEmpty: Bool) {
    let text = normalise(SourceFile(path: "a.md", bytes: Array(text.utf8)))
    return (text.diagnostics.map(\.problem), text.diagnostics.map { $0.location!.line }, text.bytes.isEmpty)
  }

  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test func `is refused when the file is over a mebibyte`() {
    #expect(refused(times(1 << 20, "\n")).problems == [])
    #expect(refused(times((1 << 20) + 1, "\n")).problems == [.fileTooLarge(bytes: (1 << 20) + 1, limit: 1 << 20)])
  }

  @Test func `is refused when a line is over 64 kibibytes`() {
    #expect(refused(times(65_536, "a") + "\n").problems == [])
    let long = refused("a\n" + times(65_537, "a") + "\nb")
    #expect(long.problems == [.lineTooLong(bytes: 65_537, limit: 65_536)])
    #expect(long.lines == [2] && long.isEmpty)
  }

  @Test(arguments: ["> ", ">", "- ", "+ ", "1. ", "2) ", "> - ", "-\t"])
  func `is refused when containers nest too deep`(
    marker: String
  ) {
    let each = marker == "> - " ? 2 : 1
    #expect(refused(times(100 / each, marker) + "x\n").problems == [])
    let deep = refused("\n" + times(101 / each + each - 1, marker) + "x\n")
    #expect(deep.problems == [.nestingTooDeep(limit: 100)])
    #expect(deep.lines == [2] && deep.isEmpty)
  }

  @Test func `is refused when indented markers nest too deep`() {
    #expect(refused(times(300, " ") + "text\n").problems == [])
    #expect(refused(times(300, " ") + "- text\n").problems == [.nestingTooDeep(limit: 100)])
  }

  @Test func `is refused when a block opens too many brackets`() {
    #expect(refused(times(2_000, "[") + "\n").problems == [])
    let open = refused("a\n\n" + times(1_000, "[") + "\n" + times(1_001, "![") + "\n")
    #expect(open.problems == [.tooManyBrackets(limit: 2_000)])
    #expect(open.lines == [4] && open.isEmpty)
  }

  @Test(arguments: ["[a](b) ", "\\[", "[\n\n"]) func `may hold many brackets that are closed, escaped or apart`(
    text: String
  ) {
    #expect(refused((0..<90).map { _ in times(50, text) }.joined(separator: "\n")).problems == [])
  }

  @Test func `may hold a long rule`() { #expect(refused(times(200, "- ") + "\n").problems == []) }
}
