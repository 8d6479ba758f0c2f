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

  @Test("A hint never misses a word that begins as one of the tables, in any case and after any sign")
  func hints() {
    for word in Grammar.returnWords + Grammar.deadlineWords + Grammar.nextMeetingTitles {
      for text in [word, word.uppercased(), "Om § 4: ”\(word)”", "före/\(word)"] {
        #expect(!Hints(of: text).isDisjoint(with: [.deferral, .deadline, .nextMeeting]), "\(text)")
      }
    }
    #expect(Hints(of: "Gruppen Beslöt att vänta").contains(.decision))
    #expect(Hints(of: "ÅTERREMITTERADES till beredningen").contains(.decision))
    #expect(!Hints(of: "Obeslöt kvarstår").contains(.decision))
    #expect(Hints(of: "Ej närvarande").contains(.attendance))
    #expect(Hints(of: "kl 9") == [.digit])
    #expect(Hints(of: "").isEmpty)
  }

  @Test("A phrase is found in any case at the beginning of a word, over a line's end, and the first in the list wins")
  func phrases() {
    let phrases = PhraseSet(["löper ut", "klar", "återkom"])
    #expect(phrases.first(in: "Avtalet LÖPER\nUT; var klar")?.place == 0)
    #expect(phrases.first(in: "Förklarar saken") == nil)
    #expect(phrases.first(in: "(Återkommer, klar)")?.place == 1)
    #expect(phrases.first(in: "”Återkom”–klar")?.bytes == 17..<21)
    #expect(phrases.first(settling: 1, in: "återkom när det är klart")?.place == 2)
    #expect(phrases.first(settling: 1, in: "återkom när avtalet löper ut")?.place == 0)
    #expect(phrases.begins("Klart") && !phrases.begins("Allt klart"))
  }
}

/// By the protocol, which the module's own method does not hide.
private func standardLowercased(_ text: some StringProtocol) -> String { text.lowercased() }
