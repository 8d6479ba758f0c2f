internal import Records

/// What may tell of a person, in the order of the text, for somebody to look at: never more than a warning, since everyday
/// text is full of numbers and names.
///
/// By shape: a number plate (the transport agency's letters and digits), the designation of a property (`Ekbacken 1:23`),
/// a street with a number where nobody says that it is the meeting's place, an account (IBAN, ISO 13616) or a card number
/// (ISO/IEC 7812), a day of birth; and a sensitive word within 80 bytes of a name that is not in the roster. One pass; only
/// numbers and the beginnings of words are looked at.
func personalHints(in text: Span<UInt8>, roster: () -> Set<String>) -> [PersonalData] {
  var found: [PersonalData] = []
  var known: Set<String>?
  var i = 0
  while i < text.count {
    guard text.isWordByte(at: i) else {
      i += 1
      continue
    }
    // The first byte of a word.
    var hit: PersonalData?
    if text.isNumeral(at: i) {
      hit = hint(in: text, at: i)
    } else if let word = text.sensitiveWord(at: i) {
      let near = text.surnames(near: word)
      let names = near.isEmpty ? [] : known ?? roster()
      if !near.isEmpty { known = names }
      if near.contains(where: { !names.contains($0) && (!$0.hasSuffix("s") || !names.contains(String($0.dropLast()))) })
      {
        found.append(PersonalData(kind: .sensitiveTopic, place: word))
      }
    } else if text.isPlateLetter(at: i) {
      hit = plate(in: text, at: i) ?? iban(in: text, at: i)
    }
    if let hit { found.append(hit) }
    i = max(i + 1, hit?.place.upperBound ?? 0)
    i = text.endOfWord(from: i)
  }
  return found
}

/// What a number that begins a word is a part of.
private func hint(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  let run = text.numerals(from: start)
  if let card = card(in: text, at: start) { return card }
  // What stands before it, past one space.
  guard start > 1, text[start - 1] == UInt8(ascii: " ") else { return nil }
  let word = text.word(before: start - 1)
  if text.isBirth(word, before: start) { return PersonalData(kind: .birthDate, place: start..<start + run) }
  guard word.count >= 4, text.isCapital(at: word.lowerBound) else { return nil }
  let end = start + run
  if end + 1 < text.count, text[end] == UInt8(ascii: ":"), run <= 4 {
    let unit = text.numerals(from: end + 1)
    let after = end + 1 + unit
    guard (1...4).contains(unit),
      after == text.count || !text.isWordByte(at: after) && text[after] != UInt8(ascii: ":"),
      !text.isYear(start..<end), !text.isTime(start..<end, end + 1..<after), !text.isWordOfReferences(word)
    else { return nil }
    return PersonalData(kind: .property, place: word.lowerBound..<after)
  }
  if run <= 3, text.isStreet(word), !text.isPlaceLine(before: word.lowerBound),
    end == text.count || !text.isNumeral(at: end)
  {
    return PersonalData(kind: .streetAddress, place: word.lowerBound..<end)
  }
  return nil
}

/// `ABC 123`, `ABC12D`: three letters, two digits, a digit or a letter. The letters I, Q and V are not used.
private func plate(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  guard start + 6 <= text.count, (0..<3).allSatisfy({ text.isPlateLetter(at: start + $0) }) else { return nil }
  let space = text[start + 3] == UInt8(ascii: " ") ? 1 : 0
  let digits = start + 3 + space
  guard digits + 3 <= text.count, text.isNumeral(at: digits), text.isNumeral(at: digits + 1),
    text.isNumeral(at: digits + 2) || text.isPlateLetter(at: digits + 2)
  else { return nil }
  let end = digits + 3
  // "KSN 123/2024" is the number of a case.
  if end < text.count, text.isWordByte(at: end) { return nil }
  if end + 1 < text.count, "/-:.,".utf8.contains(text[end]), text.isNumeral(at: end + 1) { return nil }
  let letters = (0..<3).map { text[start + $0] }
  if notPlates.contains(where: { $0 == letters }) { return nil }
  return PersonalData(kind: .numberPlate, place: start..<end)
}

/// Words of three capitals that numbers follow in minutes.
private let notPlates = [
  "DNR", "SFS", "RUM", "SAL", "HUS", "TEL", "TFN", "ISO", "SEK", "EUR", "KAP", "LSG", "KSN", "HSN",
]
.map { Array($0.utf8) }

/// Sixteen digits in groups or not, with a check digit by the Luhn algorithm.
private func card(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  guard "3456".utf8.contains(text[start]), let (digits, end) = text.digits(16, from: start) else { return nil }
  var sum = 0
  for (place, digit) in digits.enumerated() {
    let value = place % 2 == 0 ? digit * 2 : digit
    sum += value / 10 + value % 10
  }
  return sum % 10 == 0 ? PersonalData(kind: .account, place: start..<end) : nil
}

/// `SE45 5000 0000 0583 9825 7466`: with the country (S is 28, E is 14) and the check digits last, it leaves 1 when divided
/// by 97.
private func iban(in text: Span<UInt8>, at start: Int) -> PersonalData? {
  guard start + 24 <= text.count, text[start] == UInt8(ascii: "S"), text[start + 1] == UInt8(ascii: "E"),
    let (digits, end) = text.digits(22, from: start + 2)
  else { return nil }
  let rest = (digits[2...] + [2, 8, 1, 4] + digits[..<2]).reduce(0) { ($0 * 10 + $1) % 97 }
  return rest == 1 ? PersonalData(kind: .account, place: start..<end) : nil
}

private let streetEndings = ["gatan", "vägen", "stigen", "gränden", "gränd", "backen", "allén", "torget"].map {
  Array($0.utf8)
}
private let placeLabels = ["plats", "lokal", "adress", "besöksadress", "postadress", "mötesplats"].map {
  Array($0.utf8)
}
private let referenceWords = [
  "skala", "psalm", "bilaga", "protokoll", "tabell", "figur", "kapitel", "lagen", "förordningen", "klockan", "start",
  "lunch", "paus", "fika", "slut", "resultat", "matchen",
].map { Array($0.utf8) }

/// What the data protection regulation and the law on secrecy guard most: health, crime, faith, unions, origin, and the
/// care that is given by force. By the last five bits of their first two bytes: most words share them with none.
private let sensitiveWords: [[[UInt8]]] = {
  var words: [[[UInt8]]] = Array(repeating: [], count: 1024)
  for word in [
    "diagnos", "sjukskriv", "missbruk", "alkoholmissbruk", "narkotikamissbruk", "spelmissbruk", "beroendevård", "lvu",
    "lvm", "lss-beslut", "åtal", "dömd", "dömts", "brottsmisstänk", "fackförening", "fackligt medlem",
    "trosuppfattning", "religiös", "etnisk", "placerad enligt", "tvångsvård", "självmord", "abort",
  ] {
    let bytes = Array(word.utf8)
    words[beginning(bytes[0], bytes[1])].append(bytes)
  }
  return words
}()

private func beginning(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x1F) << 5 | Int(second & 0x1F) }

extension Span<UInt8> {
  fileprivate func isNumeral(at i: Int) -> Bool { self[i] >= UInt8(ascii: "0") && self[i] <= UInt8(ascii: "9") }
  fileprivate func isWordByte(at i: Int) -> Bool { isNumeral(at: i) || isLetter(at: i) }
  fileprivate func isPlateLetter(at i: Int) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self[i]) && !"IQV".utf8.contains(self[i])
  }

  fileprivate func numerals(from start: Int) -> Int {
    var i = start
    while i < count, isNumeral(at: i) { i += 1 }
    return i - start
  }

  /// So many digits, with spaces and hyphens between them, and where they end; nil when a word goes on.
  fileprivate func digits(_ wanted: Int, from start: Int) -> ([Int], end: Int)? {
    var digits: [Int] = []
    var i = start
    while i < count, digits.count < wanted {
      if isNumeral(at: i) {
        digits.append(Int(self[i] - UInt8(ascii: "0")))
      } else if self[i] != UInt8(ascii: " ") && self[i] != UInt8(ascii: "-") {
        return nil
      }
      i += 1
    }
    return digits.count == wanted && (i == count || !isWordByte(at: i)) ? (digits, i) : nil
  }

  fileprivate func isCapital(at i: Int) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self[i])
      || self[i] == 0xC3 && i + 1 < count && (0x80...0x9E).contains(self[i + 1])
  }

  /// The letters and hyphens that end at a place.
  fileprivate func word(before end: Int) -> Range<Int> {
    var start = end
    while start > 0, isLetter(at: start - 1) || self[start - 1] == UInt8(ascii: "-") { start -= 1 }
    return start..<end
  }

  private func ends(_ word: Range<Int>, with ending: [UInt8]) -> Bool {
    word.count > ending.count + 1
      && ending.indices.allSatisfy {
        lowerCase(at: word.upperBound - ending.count + $0) == ending[$0]
      }
  }

  private func begins(with word: [UInt8], at start: Int) -> Bool {
    start + word.count <= count && word.indices.allSatisfy { lowerCase(at: start + $0) == word[$0] }
  }

  fileprivate func isStreet(_ word: Range<Int>) -> Bool { streetEndings.contains { ends(word, with: $0) } }

  fileprivate func isWordOfReferences(_ word: Range<Int>) -> Bool {
    referenceWords.contains { $0.count == word.count && begins(with: $0, at: word.lowerBound) }
      || ["dag", "kl"].contains { ends(word, with: Array($0.utf8)) }
  }

  /// `SFS 2017:612`
  fileprivate func isYear(_ number: Range<Int>) -> Bool {
    number.count == 4 && (self[number.lowerBound] == UInt8(ascii: "1") || self[number.lowerBound] == UInt8(ascii: "2"))
  }

  /// `Start 09:30`
  fileprivate func isTime(_ hours: Range<Int>, _ minutes: Range<Int>) -> Bool {
    guard minutes.count == 2, hours.count <= 2, self[minutes.lowerBound] < UInt8(ascii: "6") else { return false }
    return hours.count == 2 || self[minutes.lowerBound + 1] == UInt8(ascii: "0")
      || self[minutes.lowerBound + 1] == UInt8(ascii: "5")
  }

  /// "född 1985", "född den 9 juli 1985", but not "barn födda 2015".
  fileprivate func isBirth(_ word: Range<Int>, before start: Int) -> Bool {
    var word = word
    if word.count <= 3, word.lowerBound > 1,
      begins(with: Array("den".utf8), at: word.lowerBound) || begins(with: Array("år".utf8), at: word.lowerBound)
    {
      word = self.word(before: word.lowerBound - 1)
    }
    return word.count == 5 && begins(with: Array("född".utf8), at: word.lowerBound)
  }

  /// The line says that it tells of where something is.
  fileprivate func isPlaceLine(before place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 120, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while start < place, !isLetter(at: start) { start += 1 }
    return placeLabels.contains { begins(with: $0, at: start) }
  }

  fileprivate func sensitiveWord(at start: Int) -> Range<Int>? {
    guard start + 1 < count else { return nil }
    for word in sensitiveWords[beginning(self[start], self[start + 1])] where begins(with: word, at: start) {
      var end = start + word.count
      // "lvu" is a word of its own; the others are beginnings of words.
      if word.count == 3, end < count, isWordByte(at: end) { continue }
      while end < count, isLetter(at: end) { end += 1 }
      return start..<end
    }
    return nil
  }

  /// The last words of the names of people that stand on the line, within 80 bytes, as keys.
  fileprivate func surnames(near word: Range<Int>) -> [String] {
    var start = word.lowerBound
    while start > 0, word.lowerBound - start < 80, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while start < word.lowerBound, self[start] & 0xC0 == 0x80 { start += 1 }
    var end = word.upperBound
    while end < count, end - word.upperBound < 80, self[end] != UInt8(ascii: "\n") { end += 1 }
    while end > word.upperBound, end < count, self[end] & 0xC0 == 0x80 { end -= 1 }
    let line = withUnsafeBufferPointer { String(decoding: $0[start..<end], as: UTF8.self) }
    let words = line.split(separator: " ")
    var found: [String] = []
    for (first, last) in zip(words, words.dropFirst())
    where first.unicodeScalars.first(where: \.isLetter)?.isCapital ?? false {
      // A full stop or a comma between them parts them.
      guard first.last?.isLetter ?? false else { continue }
      let name = "\(first) \(last.bare)".trimmingMarks
      guard Names.isPerson(name), let surname = name.split(separator: " ").last else { continue }
      found.append(nameKey(String(surname)))
    }
    return found
  }
}

extension String {
  fileprivate var trimmingMarks: String {
    String(drop { !$0.isLetter })
  }
}

extension Document.Content {
  var placeLine: Int? { if case .minutes(let minutes) = self { minutes.place?.line } else { nil } }

  /// The last words of the names of all whom the document has in a role: what is said of them is their office.
  var roster: Set<String> {
    var names: [String] = []
    switch self {
    case .minutes(let minutes):
      names = minutes.attendance.map(\.name) + minutes.signatures.map(\.name)
      names += ([minutes.chair, minutes.secretary].compactMap(\.self) + minutes.verifiers).map(\.value)
      names += minutes.items.flatMap { $0.presenters + $0.subItems.flatMap(\.presenters) }.map(\.name)
    case .agreement(let agreement): names = agreement.signatures.map(\.name) + agreement.parties.map(\.value)
    case .termsOfReference, .page, .unrecognised: break
    }
    return Set(names.compactMap { $0.split(separator: " ").last.map { nameKey(String($0)) } })
  }
}
