internal import Records

/// A name as attendance lists write it, with what tells that another is the same.
struct WrittenName {
  let name: String
  let key: String
  /// Nil where the list does not say, or names none of the principals.
  let principal: String?
  /// Where it stands first.
  let location: SourceLocation
  /// The documents whose lists have it, in order.
  var documents: [Int]
  /// The words, and the parts of those with a hyphen.
  private let words: [Substring]
  private let given: Substring
  /// The parts of the surname, and of middle names, without "von" and the like.
  private let surnames: [Substring]
  private let letters: [Unicode.Scalar]
  private let sound: String

  init(_ name: String, _ principal: String?, _ document: Int, _ location: SourceLocation) {
    self.name = name
    self.principal = principal
    self.location = location
    documents = [document]
    key = nameKey(name)
    let parts = name.split(separator: " ")
    words = parts.flatMap(\.nameWords)
    given = Substring(parts.first.map { nameKey(String($0)) } ?? "")
    surnames = parts.dropFirst().flatMap(\.nameWords).filter { !["von", "af", "de", "van", "der"].contains($0) }
    letters = Array(words.joined().unicodeScalars)
    sound = words.map { spoken($0) }.joined(separator: " ")
  }

  var length: Int { letters.count }

  /// What a name that is near has in common with this one.
  var nearKeys: Set<String> {
    var keys: Set<String> = ["=" + sound, "<" + words.sorted().joined(separator: " ")]
    let text = letters
    keys.insert("-" + String(String.UnicodeScalarView(text)))
    for index in text.indices {
      var less = text
      less.remove(at: index)
      keys.insert("-" + String(String.UnicodeScalarView(less)))
    }
    return keys
  }

  /// What a longer or shorter form of the name has in common with this one; of one principal only.
  var shortKeys: Set<String> {
    let place = principal ?? ""
    var keys = Set(surnames.map { "\(place) \(given) \($0)" })
    if let last = words.last {
      let initials = words.dropLast().map { String($0.prefix(1)) }.joined()
      keys.insert("\(place) \(initials).\(last)")
    }
    return keys
  }

  func isNear(_ other: WrittenName) -> Bool {
    guard key != other.key, principal == other.principal || principal == nil || other.principal == nil else {
      return false
    }
    if letters == other.letters || sound == other.sound || words.sorted() == other.words.sorted() { return true }
    guard words.count == other.words.count else { return false }
    let differing = zip(words, other.words).filter { $0 != $1 }
    // A short word with another letter is another word, and so is one that begins otherwise.
    guard differing.count == 1, let (a, b) = differing.first, max(a.count, b.count) >= 5, a.first == b.first else {
      return false
    }
    return editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == 1
  }

  /// "P-O Vik" for "Per-Olof Vik", "Eva Strand" for "Eva Moberg Strand".
  func isShort(for other: WrittenName) -> Bool {
    guard key != other.key, principal == other.principal else { return false }
    if given == other.given, surnames.count == 1, other.surnames.count == 2, other.surnames.contains(surnames[0]) {
      return true
    }
    guard words.count == other.words.count, words.last == other.words.last else { return false }
    return zip(words, other.words).dropLast().allSatisfy { $0 == $1 || $0.count == 1 && $1.first == $0.first }
  }

  /// Two who sat at one table are two.
  func meets(_ other: WrittenName) -> Bool { !Set(documents).isDisjoint(with: other.documents) }
}

extension Substring {
  /// The words of a part of a name, in lower case: "Per-Olof" is two, and so are the initials "PO" and "P.O.".
  fileprivate var nameWords: [Substring] {
    let isInitials = (2...3).contains(unicodeScalars.count) && unicodeScalars.allSatisfy(\.properties.isUppercase)
    if isInitials { return map { nameKey(String($0))[...] } }
    return nameKey(String(self)).split(separator: " ")
  }
}

/// The word by its sound, as far as Swedish names are spelt in several ways: Christina and Kristina, Karlsson and
/// Carlson, Wiklund and Viklund, André and Andre.
private func spoken(_ word: Substring) -> String {
  var out: [Unicode.Scalar] = []
  for scalar in word.unicodeScalars {
    let letter: Unicode.Scalar? =
      switch scalar {
      case "c", "q": "k"
      case "w": "v"
      case "z": "s"
      case "é", "è", "ë": "e"
      // "ch", "th" and "ph" sound as their first letter; "ph" is an f.
      case "h" where out.last == "k" || out.last == "t": nil
      case "h" where out.last == "p": "f"
      default: scalar
      }
    guard let letter else { continue }
    if scalar == "h", letter == "f" { out.removeLast() }
    if out.last != letter { out.append(letter) }
  }
  return String(String.UnicodeScalarView(out))
}
