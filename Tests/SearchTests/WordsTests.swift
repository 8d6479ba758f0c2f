import Foundation
import Testing

@testable import Search

struct WordsTests {
  /// The same table is held against `wordsOf` of search.js by Tests/Browser/test_search.py.
  static let table: [(text: String, words: [String])] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Search/words.json")
    let rows = (try? JSONSerialization.jsonObject(with: Data(contentsOf: file))) as? [[Any]] ?? []
    return rows.map { ($0[0] as? String ?? "", $0[1] as? [String] ?? []) }
  }()

  @Test func `words are read as the table says`() {
    #expect(Self.table.count > 10)
    for (text, words) in Self.table { #expect(Words.of([text]) == words, "\(text)") }
  }

  @Test func `a word may go on in the next piece of a text`() {
    #expect(Words.of(["vård", "hygien är", " bra"]) == ["vardhygien", "ar", "bra"])
  }

  @Test func `a word without end is cut, and takes no time`() {
    let long = String(repeating: "å", count: 100_000)
    #expect(Words.of([long]) == [String(repeating: "a", count: 64)])
    #expect(Words.of([String(repeating: "a-", count: 100_000)]).map(\.count) == [64])
  }
}

extension Words {
  static func of(_ texts: [String]) -> [String] {
    var words = Words()
    for text in texts { words.read(text) }
    words.endWord()
    var start = 0
    return words.ends.map { end in
      defer { start = end }
      return String(decoding: words.bytes[start..<end], as: UTF8.self)
    }
  }
}
