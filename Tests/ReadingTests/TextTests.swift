import Testing

@testable import Reading

/// The methods that stand in the place of the standard library's say what those say.
@Suite("Text by its bytes") struct TextTests {
  static let texts = [
    "", " ", "Länssamverkansgruppen beslutade att:", "ÅÄÖ ÉÜ × ÷ ß ÿ Ÿ", "”Citat”, – tankstreck – och: slut;",
    "\u{A0}hårt\u{A0}blank ",
    "två  blanka\noch\trad", "Łódź i Ångermanland", "§ 14 – Öppnande:", "a", "–", ":-,;", "Beslut att att",
    "KOMMUN kommun",
  ]

  @Test("lower case is the standard library's", arguments: texts)
  func lowercase(_ text: String) { #expect(text.lowercased() == standardLowercased(text)) }

  @Test("words are what white space separates", arguments: texts)
  func words(_ text: String) {
    let expected = text.unicodeScalars.split { [" ", "\n", "\t", "\u{A0}"].contains($0) }.map { String($0) }
    #expect(text.words.map(String.init) == expected)
    #expect(text.onOneLine == expected.joined(separator: " "))
    for limit in 0..<6 { #expect(text.hasAtMostWords(limit) == (expected.count <= limit)) }
  }

  @Test("a part is found where it stands", arguments: texts)
  func parts(_ text: String) {
    for part in ["", "att", "kommun", "–", "ö", "Öppnande:", "finns inte"] {
      let scalars = Array(text.unicodeScalars)
      let wanted = Array(part.unicodeScalars)
      let places = wanted.count > scalars.count ? 0..<0 : 0..<scalars.count - wanted.count + 1
      let stands = places.contains { scalars[$0..<$0 + wanted.count].elementsEqual(wanted) }
      #expect(text.contains(part) == stands)
      #expect(text.hasPrefix(part) == scalars.starts(with: wanted))
      #expect(text.hasSuffix(part) == scalars.reversed().starts(with: wanted.reversed()))
    }
  }

  @Test("punctuation and white space go from the ends only")
  func ends() {
    #expect(" – Nästa möte: ;".trimmedPunctuation == "Nästa möte")
    #expect(":-,;".trimmedPunctuation.isEmpty)
    #expect("”(möte)”,".words[0].bare == "möte")
    #expect(" \u{0C}a b\r\n".trimmed == "a b")
  }

  @Test("a set of words is only passed by where none of them stands")
  func wordSet() {
    let words = WordSet(["beslöt", "återförde"])
    #expect(words.mayStand(in: "Rådet BESLÖT, att gå."))
    #expect(words.mayStand(in: "”Återförde”"))
    #expect(!words.mayStand(in: "Rådet beslöts och återfördes."))
  }
}

/// By the protocol, which the module's own method does not hide.
private func standardLowercased(_ text: some StringProtocol) -> String { text.lowercased() }
