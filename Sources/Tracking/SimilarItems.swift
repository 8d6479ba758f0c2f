package import Records

/// The words of a title that tell what it is about, by their stems.
func titleWords(_ title: String) -> [String] {
  var out: [String] = []
  for word in nameKey(title).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
    guard word.count >= 5, !commonWords.contains(where: { word.hasPrefix($0) }), Int(word) == nil else { continue }
    let stem = String(word.prefix(12))
    if !out.contains(stem) { out.append(stem) }
  }
  return out
}

/// How words of titles begin that say what is done, or with what kind of thing, and not with what.
private let commonWords = [
  "uppfölj", "informat", "rapport", "avtal", "överens", "rutin", "riktlinj", "förslag", "beslut", "ärende", "frågor",
  "fortsat", "arbete", "redovis", "återkoppl", "presenta", "diskussi", "genomgång", "lägesr", "remiss", "program",
  "planen", "halvår", "gemensam", "länsgem", "region", "kommun", "huvudm", "organ", "mellan", "under", "efter", "inför",
  "samverkan", "samråd", "länssam", "länsam", "beredning", "arbetsg", "första", "andra", "nytt", "löper", "ansök",
  "januari",
  "februari", "april", "augusti", "septemb", "oktober", "novemb", "decemb",
]

/// One says what the other does: all words of the shorter are in the longer, or begin like one of it.
func isAlike(_ a: [String], _ b: [String]) -> Bool {
  guard !a.isEmpty, !b.isEmpty else { return false }
  let (few, many) = a.count <= b.count ? (a, b) : (b, a)
  let shared = few.count { word in many.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
  return shared * 2 >= few.count + (few.count > 2 ? 1 : 0) && (shared == few.count || shared > 1)
}

/// All words of a title are in another, or in what the other decides; one word alone tells there only when it is a long one.
private func hasName(_ title: [String], _ other: [String], _ words: Set<String>) -> Bool {
  let isTelling = title.count > 1 || title.contains { $0.count == 12 }
  return title.allSatisfy { other.contains($0) || isTelling && words.contains($0) }
}

/// Pairs of items that may be one matter: what one is called is in the title, a sub-item or a decision of another, and
/// nothing joins them. Each item once, with the latest before it. Words of many titles tell of none.
package func similarItems(in archive: Archive, _ standing: Standing) -> [SimilarItems] {
  var matterOf: [Target: Int] = [:]
  for (index, matter) in standing.matters.enumerated() {
    for handling in matter.handlings where !handling.isPassage { matterOf[handling.target] = index }
  }
  struct Subject {
    var target: Target
    var title: [String]
    var words: Set<String>
    var group: Int
  }
  var subjects: [Subject] = []
  let days = archive.meetings.indices.sorted {
    (archive.meetings[$0].date?.dayNumber ?? 0, $0) < (archive.meetings[$1].date?.dayNumber ?? 0, $1)
  }
  for index in days {
    for (place, item) in archive.meetings[index].minutes.items.enumerated()
    where item.secrecy == nil && item.matter?.value.lowercased() != "nej" {
      // What stands among other questions is called by its sentences alone.
      let title = item.isStanding ? [] : titleWords(item.title)
      let texts = item.subItems.map(\.title) + item.decisions.map(\.text)
      let words = texts.reduce(into: Set(title)) { $0.formUnion(titleWords($1)) }
      let target = Target.item(ID(index), index: place)
      subjects.append(
        Subject(target: target, title: title, words: words, group: matterOf[target] ?? -1 - subjects.count))
    }
  }
  var counts: [String: Int] = [:]
  for subject in subjects { for word in subject.title { counts[word, default: 0] += 1 } }
  let most = max(6, archive.meetings.count / 8)
  var byWord: [String: [Int]] = [:]
  var titled: [String: [Int]] = [:]
  var out: [SimilarItems] = []
  var merged: [Int: Int] = [:]
  func group(_ subject: Subject) -> Int {
    var group = subject.group
    while let next = merged[group] { group = next }
    return group
  }
  for (place, subject) in subjects.enumerated() {
    defer {
      for word in subject.words { byWord[word, default: []].append(place) }
      for word in subject.title { titled[word, default: []].append(place) }
    }
    // The later is called by what an earlier says, or an earlier by what the later says.
    var found: Int?
    func look(_ list: [Int]?, _ fits: (Subject) -> Bool) {
      for other in (list ?? []).suffix(12).reversed() {
        if let found, other <= found { return }
        let earlier = subjects[other]
        guard earlier.target.item?.meeting != subject.target.item?.meeting else { continue }
        if fits(earlier) {
          found = other
          return
        }
      }
    }
    let rare = subject.title.filter { (counts[$0] ?? 0) <= most }
    if let word = rare.max(by: { $0.count < $1.count }) {
      look(byWord[word]) { hasName(subject.title, $0.title, $0.words) }
    }
    for word in subject.words.sorted() where (counts[word] ?? 0) <= most {
      look(titled[word]) { hasName($0.title, subject.title, subject.words) }
    }
    guard let found, group(subjects[found]) != group(subject) else { continue }
    let earlier = subjects[found]
    merged[group(subject)] = group(earlier)
    let named = [earlier, subject].lazy.filter { $0.group >= 0 }.map { standing.matters[$0.group] }.first(
      where: \.isNamed)
    // The one that says what, and says it shortly.
    let titles = [subject, earlier].filter { !$0.title.isEmpty }.compactMap { $0.target.agendaItem(in: archive)?.title }
    let title = titles.min { $0.utf8.count < $1.utf8.count }
    out.append(
      SimilarItems(earlier: earlier.target, later: subject.target, name: named?.title ?? title ?? ""))
  }
  return out
}
