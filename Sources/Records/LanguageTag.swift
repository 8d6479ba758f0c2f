/// A language as HTML names it (BCP 47, RFC 5646): `en`, `ar`, `zh-Hant`, `sr-Latn-RS`.
package struct LanguageTag: Hashable, Sendable {
  /// In the usual capitals.
  package let text: String
  /// Its script runs from right to left.
  package let isRightToLeft: Bool

  package static let swedish = LanguageTag("sv")!

  /// Nil for what has not the form of a tag. Whether there is such a language is not known here; a name (`engelska`) and
  /// the three letters of one that has two (`eng`) are not taken.
  package init?(_ text: String) {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard let language = parts.popFirst()?.lowercased(), (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy(isLetter), Self.shorter[language] == nil
    else { return nil }
    var words = [language]
    var script: String?
    if let part = parts.first, part.utf8.count == 4, part.utf8.allSatisfy(isLetter) {
      script = part.prefix(1).uppercased() + part.dropFirst().lowercased()
      words.append(script!)
      parts.removeFirst()
    }
    if let part = parts.first,
      part.utf8.count == 2 && part.utf8.allSatisfy(isLetter) || part.utf8.count == 3 && part.utf8.allSatisfy(isDigit)
    {
      words.append(part.uppercased())
      parts.removeFirst()
    }
    for part in parts {
      let isVariant =
        (5...8).contains(part.utf8.count) || part.utf8.count == 4 && part.utf8.first.map(isDigit) == true
      guard isVariant, part.utf8.allSatisfy({ isLetter($0) || isDigit($0) }) else { return nil }
      words.append(part.lowercased())
    }
    self.text = words.joined(separator: "-")
    isRightToLeft = script.map(Self.scriptsFromRight.contains) ?? Self.languagesFromRight.contains(language)
  }
}

extension LanguageTag {
  private static let scriptsFromRight: Set<String> = [
    "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
  ]

  /// Those whose usual script is one of these (Unicode CLDR, likely subtags), and that are spoken by some million or
  /// written in Swedish offices.
  private static let languagesFromRight: Set<String> = [
    "aii", "ar", "arc", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "khw", "ks", "lrc", "mzn", "nqo", "pnb",
    "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi",
  ]

  /// The languages that are asked for most, by the three letters that a tag never has where there are two.
  private static let shorter = [
    "swe": "sv", "eng": "en", "fin": "fi", "ara": "ar", "fas": "fa", "per": "fa", "som": "so", "pol": "pl", "spa": "es",
    "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "rus": "ru", "ukr": "uk", "tur": "tr", "tir": "ti", "sme": "se",
    "yid": "yi", "nor": "no", "dan": "da", "hrv": "hr", "srp": "sr", "bos": "bs", "sqi": "sq", "tha": "th", "zho": "zh",
    "chi": "zh", "kur": "ku", "urd": "ur", "heb": "he", "est": "et", "ron": "ro", "rum": "ro", "hun": "hu",
  ]
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
