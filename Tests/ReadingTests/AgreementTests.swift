import Reading
import Records
import Testing

private func text(_ source: String) throws -> String {
  let document = read(SourceFile(path: "content/avtal/test.md", bytes: Array(source.utf8)))
  guard case .agreement(let agreement) = document.content else { throw NotMinutes() }
  return agreement.title.value + ": " + agreement.blocks.plainText
}

@Suite struct `Agreements` {
  @Test(arguments: [
    ("# Avtal om gran\n\n## § 1 Parter\n\nText.", "Avtal om gran: § 1 Parter Text."),
    ("---\ntitel: Avtal om gran\n---\n\n# Avtal\n\n## § 1 Parter\n\nText.", "Avtal om gran: § 1 Parter Text."),
    ("---\ntitel: Avtal om gran\n---\n\n## § 1 Parter\n\nText.", "Avtal om gran: § 1 Parter Text."),
    ("---\ntitel: Avtal om gran\n---\n\nAvtal om gran\n\nText.", "Avtal om gran: Text."),
    ("---\ntitel: Avtal om gran\n---\n\nText.", "Avtal om gran: Text."),
  ])
  func `lose no line of text to a title that is stated`(_ source: String, _ expected: String) throws {
    #expect(try text(source).split(whereSeparator: \.isWhitespace).joined(separator: " ") == expected)
  }
}
