internal import Records

/// Recognises names of people and organisations by their shape. A shape is never proof: it only sorts what stands in
/// places where names stand.
enum Names {
  private static let organisationEndings = EndingSet(Grammar.organisationEndings)
  private static let roleEndings = EndingSet(Grammar.roleEndings)
  private static let titleEndings = EndingSet(Grammar.titleEndings)

  /// Two to four capitalised words, none of them an organisation's: "Eva-Lena Ask", "Tora von Ek".
  static func isPerson(_ text: some StringProtocol) -> Bool {
    guard let initial = text.utf8.first, initial < UInt8(ascii: "a") || initial > UInt8(ascii: "z"),
      text.hasAtMostWords(4), case let words = text.words, words.count >= 2
    else { return false }
    for (index, word) in words.enumerated() {
      if index > 0, Grammar.nameParticles.contains(word) { continue }
      guard isWrittenAsName(word), !Grammar.organisationBeginnings.contains(word) else { return false }
      // "Ada Ek IFO-chef"
      if index + 1 < words.count || words.count > 2, titleEndings.contains(endOf: word) { return false }
      let length = word.utf8.count
      if organisationEndings.contains(endOf: word, where: { length == $0 || length > $0 + 1 && $0 > 3 }) {
        return false
      }
    }
    return words.last?.utf8.last != UInt8(ascii: ".")
  }

  /// Letters of which the first is a capital, and not all are, but for initials.
  private static func isWrittenAsName(_ word: Substring) -> Bool {
    var (count, hasSmall) = (0, false)
    for scalar in word.unicodeScalars {
      let isCapital = scalar.isCapital
      if count == 0, !isCapital { return false }
      if !isCapital {
        switch scalar {
        case "-", "’", "'", ".", "´": break
        case _ where scalar.isLetter: hasSmall = true
        default: return false
        }
      }
      count += 1
    }
    return hasSmall || count <= 2 || isInitials(word)
  }

  static func isTitle(_ word: Substring) -> Bool { titleEndings.contains(endOf: word) }

  /// "Tf förvaltningschef Ada Ek", "ordföranden Bo Lind": a title and the name after it.
  static func titled(_ text: some StringProtocol) -> (title: String, name: String)? {
    let words = text.words
    guard words.count >= 3,
      let end = words.dropLast(2).prefix(5).lastIndex(where: { titleEndings.contains(endOf: $0) })
    else { return nil }
    let name = words[(end + 1)...].joined(separator: " ")
    guard isPerson(name), !isPerson(words[...end].dropLast().joined(separator: " ")) else { return nil }
    return (words[...end].joined(separator: " "), name)
  }

  /// "P-O", "P.O.": letters that stand one by one.
  private static func isInitials(_ word: some StringProtocol) -> Bool {
    word.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }.allSatisfy { $0.count == 1 }
  }

  /// An organisation by its words: "Gran kommun", "Region Skog", "FoU Socialtjänst", "Landstinget".
  static func isOrganisation(_ text: some StringProtocol) -> Bool {
    let words = text.words
    guard let first = words.first, let initial = first.unicodeScalars.first, initial.isCapital else {
      return false
    }
    return words.contains { word in
      let word = word.bare
      return Grammar.organisationBeginnings.contains(word) || organisationEndings.contains(endOf: word)
    }
  }

  /// A role by its words: "v. ordförande", "regional samverkanskoordinator", "Tf. områdeschef Nära vård".
  static func isRole(_ text: some StringProtocol) -> Bool {
    text.words.contains { roleEndings.contains(endOf: $0.bare) }
  }

  /// The people in a text such as "Anders Ek, medicinsk chef, Region X och Sara By, enhetschef", each with what is
  /// said of them.
  static func people(in text: String) -> [(name: String, detail: String?)] {
    var found: [(name: String, detail: String?)] = []
    for segment in segments(of: text) {
      let person = segment.hasSuffix(".") ? String(segment.dropLast()) : segment
      if isPerson(person) {
        found.append((person, nil))
      } else if let (title, name) = titled(person) {
        found.append((name, title))
      } else if !found.isEmpty, !segment.isEmpty {
        found[found.count - 1].detail = found[found.count - 1].detail.map { "\($0), \(segment)" } ?? segment
      }
    }
    return found
  }

  /// Parts between commas, semicolons and "och", "samt", "o" — but "hälso- och sjukvård" is one part, since only what
  /// stands before a person's name is cut at an "och".
  private static func segments(of text: String) -> [String] {
    var out: [String] = []
    for part in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }).map(
      Substring.init)
    {
      var current: [Substring] = []
      let words = part.words
      guard words.contains(where: { $0.utf8.count <= 4 }) else {
        out.append(words.joined(separator: " "))
        continue
      }
      for (index, word) in words.enumerated() {
        if word == "och" || word == "samt" || word == "o" || word == "&" || word == "/",
          words[(index + 1)...].prefix(4).indices.contains(where: {
            let next = words[(index + 1)...$0].joined(separator: " ")
            return isPerson(next) || titled(next) != nil
          })
        {
          out.append(current.joined(separator: " "))
          current = []
        } else {
          current.append(word)
        }
      }
      out.append(current.joined(separator: " "))
    }
    return out.flatMap(splitLeadingPerson)
  }

  /// "Ada Ek Gran kommun" and "Bo Lind ärende 3-9" begin with a person's name.
  private static func splitLeadingPerson(_ segment: String) -> [String] {
    if isPerson(segment) { return [segment] }
    let words = segment.words
    // "Ada Maria Ek (S)"
    if let mark = words.dropFirst(2).firstIndex(where: { $0.hasPrefix("(") }),
      case let name = words[..<mark].joined(separator: " "), isPerson(name)
    {
      return [name, words[mark...].joined(separator: " ")]
    }
    guard words.count > 2, isPerson(words[..<2].joined(separator: " ")), let third = words[2].unicodeScalars.first
    else {
      return [segment]
    }
    let rest = words[2...].joined(separator: " ")
    if third.properties.isLowercase || isOrganisation(rest) || third == "(" {
      return [words[..<2].joined(separator: " "), rest]
    }
    return [segment]
  }
}
