internal import Records

/// A date found in running text.
struct FoundDate {
  /// A day, or a month alone ("i april").
  var due: Deadline.Due
  /// The text gives the year.
  var hasYear: Bool
  /// Words of the text that the date takes up, as indices.
  var words: Range<Int>

  var date: CalendarDate? { if case .day(let date) = due { date } else { nil } }
}

/// The dates in a text: `2024-04-19`, `20240419`, `19 april 2024`, `19/4`, `9/2-2017`, "i april".
///
/// A day without a year gets the first such day that is not before `reference`; without a reference it is left out.
func findDates(in words: [Substring], after reference: CalendarDate?) -> [FoundDate] {
  var found: [FoundDate] = []
  var i = 0
  while i < words.count {
    if let date = date(at: i, in: words, after: reference) {
      found.append(date)
      i = date.words.upperBound
    } else {
      i += 1
    }
  }
  return found
}

func findDates(in text: String, after reference: CalendarDate?) -> [FoundDate] {
  findDates(in: text.words, after: reference)
}

private func date(at i: Int, in words: [Substring], after reference: CalendarDate?) -> FoundDate? {
  // Of the words that begin with a letter only "i", "sista" and "siste" begin a date.
  guard let initial = words[i].utf8.first, initial < UInt8(ascii: "a") || "is".utf8.contains(initial) else {
    return nil
  }
  let word = words[i].bare
  guard let first = word.utf8.first else { return nil }
  if first < UInt8(ascii: "0") || first > UInt8(ascii: "9") {
    // "sista december 2010", "den siste mars"
    if first | 0x20 == UInt8(ascii: "s"), word.utf8.count == 5, i + 1 < words.count,
      ["sista", "siste"].contains(word.lowercased()),
      let month = Grammar.month[words[i + 1].bare.lowercased()]
    {
      let stated = i + 2 < words.count ? year(words[i + 2]) : nil
      guard let year = stated ?? reference?.year(of: month), let day = CalendarDate(lastOf: month, in: year) else {
        return nil
      }
      return FoundDate(due: .day(day), hasYear: stated != nil, words: i..<i + (stated == nil ? 2 : 3))
    }
    // "i april", with a year or the coming one.
    guard first | 0x20 == UInt8(ascii: "i"), word.utf8.count == 1, i + 1 < words.count,
      let month = Grammar.month[words[i + 1].bare.lowercased()],
      let year = i + 2 < words.count ? year(words[i + 2]) ?? reference?.year(of: month) : reference?.year(of: month)
    else { return nil }
    return FoundDate(due: .month(year: year, month: month), hasYear: false, words: i..<i + 2)
  }
  // "2007-04-10--11" begins on its first day.
  let day =
    word.utf8.count > 12 && word.utf8.dropFirst(10).starts(with: "--".utf8) ? Substring(word.utf8.prefix(10)) : word
  if let date = CalendarDate(iso: day) ?? compact(word) {
    return FoundDate(due: .day(date), hasYear: true, words: i..<i + 1)
  }
  // "21/10 2019"
  if word.contains("/"), i + 1 < words.count, let year = year(words[i + 1]),
    let (date, hasYear) = slashed(word, after: CalendarDate(year: year, month: 1, day: 1)), !hasYear
  {
    return FoundDate(due: .day(date), hasYear: true, words: i..<i + 2)
  }
  if let (date, hasYear) = slashed(word, after: reference) {
    return FoundDate(due: .day(date), hasYear: hasYear, words: i..<i + 1)
  }
  // "26-27 januari" begins on its first day.
  let number = word.utf8.count <= 5 ? word.split(separator: "-").first ?? word : word
  guard let day = Int(word.hasSuffix(":e") || word.hasSuffix(":a") ? word.dropLast(2) : number), (1...31).contains(day),
    i + 1 < words.count,
    let month = Grammar.month[words[i + 1].bare.lowercased()]
  else { return nil }
  let ends = words[i + 1].utf8.last.map { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") } ?? false
  // "1 januari år 2020"
  if !ends, i + 3 < words.count, words[i + 2] == "år", let year = year(words[i + 3]) {
    return CalendarDate(year: year, month: month, day: day).map {
      FoundDate(due: .day($0), hasYear: true, words: i..<i + 4)
    }
  }
  if !ends, i + 2 < words.count, let year = year(words[i + 2]) {
    return CalendarDate(year: year, month: month, day: day).map {
      FoundDate(due: .day($0), hasYear: true, words: i..<i + 3)
    }
  }
  return reference?.next(month: month, day: day).map { FoundDate(due: .day($0), hasYear: false, words: i..<i + 2) }
}

private func year(_ word: Substring) -> Int? {
  guard let year = Int(word.bare), (1900...2100).contains(year) else { return nil }
  return year
}

/// `20240419`, `2024.04.19`, `19.4.2024`, and `24-10-21` with the century that makes it a day of our time. Never six digits alone: those are
/// case numbers.
private func compact(_ word: Substring) -> CalendarDate? {
  let parts = word.split(separator: "-", omittingEmptySubsequences: false)
  if parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }), let year = Int(parts[0]), let month = Int(parts[1]),
    let day = Int(parts[2])
  {
    return CalendarDate(year: year < 70 ? 2000 + year : 1900 + year, month: month, day: day)
  }
  let dotted = word.split(separator: ".", omittingEmptySubsequences: false)
  if dotted.count == 3, let first = Int(dotted[0]), let month = Int(dotted[1]), let last = Int(dotted[2]) {
    if dotted[0].utf8.count == 4 { return year(dotted[0]).flatMap { CalendarDate(year: $0, month: month, day: last) } }
    return year(dotted[2]).flatMap { CalendarDate(year: $0, month: month, day: first) }
  }
  guard word.utf8.count == 8, let number = Int(word), (1900_00_00...2100_00_00).contains(number) else { return nil }
  return CalendarDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
}

/// `19/4`, `9/2-2017`, `9/2-17`.
private func slashed(_ word: Substring, after reference: CalendarDate?) -> (CalendarDate, hasYear: Bool)? {
  let parts = word.split { $0 == "/" || $0 == "-" }
  guard word.contains("/"), (2...3).contains(parts.count), let day = Int(parts[0]), let month = Int(parts[1]),
    (1...31).contains(day), (1...12).contains(month)
  else { return nil }
  if parts.count == 3 {
    let short = parts[2].utf8.count == 2 ? Int(parts[2]).map { $0 < 70 ? 2000 + $0 : 1900 + $0 } : nil
    return (short ?? year(parts[2])).flatMap { CalendarDate(year: $0, month: month, day: day) }.map { ($0, true) }
  }
  return reference?.next(month: month, day: day).map { ($0, false) }
}

extension CalendarDate {
  fileprivate init?(lastOf month: Int, in year: Int) {
    guard let day = (28...31).reversed().first(where: { CalendarDate(year: year, month: month, day: $0) != nil }) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The first such day that is not before this one.
  fileprivate func next(month: Int, day: Int) -> CalendarDate? {
    guard let same = CalendarDate(year: year, month: month, day: day) else { return nil }
    return same < self ? CalendarDate(year: year + 1, month: month, day: day) : same
  }

  /// The year in which the month next comes.
  fileprivate func year(of month: Int) -> Int { month < self.month ? year + 1 : year }
}

/// A span of time of day as minutes write it: `08.15-12.00`, `kl 10:00 – 15:30`, `16.30 till 18.00`, `klockan 13.00`,
/// `kl. 13-15`. The value has stops and no spaces; the rest is what stands after it.
func findTime(in text: String) -> (value: String, rest: String)? {
  let scalars = Array(text.unicodeScalars)
  /// "kl 13-15" has hours alone.
  func hour(_ start: Int) -> (String, Int)? {
    var i = start
    while i < scalars.count, ("0"..."9").contains(scalars[i]) { i += 1 }
    guard (1...2).contains(i - start),
      i == scalars.count || !":./".unicodeScalars.contains(scalars[i]) || i + 1 == scalars.count
        || scalars[i + 1] == " "
    else { return nil }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: scalars[start..<i])
    return Int(digits).flatMap { $0 < 25 ? (digits + ".00", i) : nil }
  }
  func follows(_ word: String, _ start: Int) -> Bool { scalars[start...].starts(with: word.unicodeScalars) }
  func isAfterClockWord(_ start: Int) -> Bool {
    var before = ""
    before.unicodeScalars.append(contentsOf: scalars[max(0, start - 9)..<start])
    let key = before.lowercased().trimmedPunctuation
    return start == 0 || key.hasSuffix("kl") || key.hasSuffix("kl.") || key.hasSuffix("klockan")
  }
  func clock(_ start: Int) -> (String, Int)? {
    var i = start
    var hour = ""
    while i < scalars.count, ("0"..."9").contains(scalars[i]), hour.count < 2 {
      hour.unicodeScalars.append(scalars[i])
      i += 1
    }
    guard !hour.isEmpty, i + 2 < scalars.count, scalars[i] == "." || scalars[i] == ":",
      ("0"..."5").contains(scalars[i + 1]), ("0"..."9").contains(scalars[i + 2]),
      i + 3 == scalars.count || !("0"..."9").contains(scalars[i + 3]), let value = Int(hour), value < 25
    else { return nil }
    var minutes = ""
    minutes.unicodeScalars.append(contentsOf: scalars[i + 1...i + 2])
    return ("\(hour).\(minutes)", i + 3)
  }
  var i = 0
  while i < scalars.count {
    let startsNumber = ("0"..."9").contains(scalars[i]) && (i == 0 || !("0"..."9").contains(scalars[i - 1]))
    guard startsNumber, i == 0 || (scalars[i - 1] != "." && scalars[i - 1] != "-" || scalars[max(0, i - 2)] == "l"),
      let (from, afterFrom) = clock(i) ?? (isAfterClockWord(i) ? hour(i) : nil)
    else {
      i += 1
      continue
    }
    var j = afterFrom
    while j < scalars.count, scalars[j] == " " { j += 1 }
    var value = from
    var end = afterFrom
    let dash =
      j < scalars.count
      ? (follows("--", j)
        ? 2 : scalars[j] == "-" || scalars[j] == "–" || scalars[j] == "—" ? 1 : follows("till ", j) ? 4 : 0) : 0
    if dash > 0 {
      j += dash
      while j < scalars.count, scalars[j] == " " { j += 1 }
      // "kl 9.00 till kl 11.00"
      if let word = ["klockan ", "kl. ", "kl "].first(where: { follows($0, j) }) { j += word.count }
      if let (to, afterTo) = clock(j) ?? hour(j) {
        value += "-" + to
        end = afterTo
      }
    }
    // An hour alone is no time unless it begins a span.
    guard clock(i) != nil || value.contains("-") else {
      i += 1
      continue
    }
    var rest = ""
    rest.unicodeScalars.append(contentsOf: scalars[end...])
    return (value, String(rest.trimmed))
  }
  return nil
}
