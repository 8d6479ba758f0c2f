internal import Records

/// Names of attendance lists that are probably one person, told and never merged: of one principal, never at one
/// meeting, and
///
///  - one letter apart, or written together, or spelt otherwise for the same sound;
///  - with the words in another order;
///  - with initials for given names;
///  - with one of two surnames.
///
/// Names are only held against those that share something with them: all strings with a letter less (the deletion
/// neighbourhood of Mor and Fraenkel, 1982), the sound, the initials, a surname. So the work grows with the names, not
/// with their pairs.
func similarNames(in documents: [Document], _ names: NameRegister, _ register: Register) -> [Diagnostic] {
  let written = writtenNames(in: documents, register)
  var pairs: Set<Pair> = []
  for bucket in buckets(of: written, by: { $0.nearKeys }).values {
    // A bucket is all but always small; in a large one neighbours are enough, for they lead from one to the next.
    for (place, a) in bucket.enumerated() {
      for b in bucket[(place + 1)...].prefix(bucket.count > 8 ? 1 : 8) where written[a].isNear(written[b]) {
        pairs.insert(Pair(a, b))
      }
    }
  }
  for bucket in buckets(of: written, by: { $0.shortKeys }).values {
    // "K Ek" is somebody only when one in the list can be meant, and of very many of one key none is.
    guard bucket.count <= 32 else { continue }
    let short = bucket.filter { place in bucket.contains { written[place].isShort(for: written[$0]) } }
    for a in short {
      let long = bucket.filter { written[a].isShort(for: written[$0]) }
      if long.count == 1 { pairs.insert(Pair(a, long[0])) }
    }
  }
  // A name that stands both with and without its principal is told once.
  var told: Set<[String]> = []
  return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.compactMap { pair in
    let (a, b) = (written[pair.a], written[pair.b])
    guard let suggestion = suggestion(a, b, names, register), told.insert([a.key, b.key].sorted()).inserted else {
      return nil
    }
    return suggestion
  }
}

private struct Pair: Hashable {
  let a: Int
  let b: Int

  init(_ a: Int, _ b: Int) {
    self.a = min(a, b)
    self.b = max(a, b)
  }
}

private func buckets(of written: [WrittenName], by keys: (WrittenName) -> Set<String>) -> [String: [Int]] {
  var buckets: [String: [Int]] = [:]
  for (index, name) in written.enumerated() { for key in keys(name) { buckets[key, default: []].append(index) } }
  return buckets.filter { $0.value.count > 1 }
}

/// Each name once for each principal, with all its meetings.
private func writtenNames(in documents: [Document], _ register: Register) -> [WrittenName] {
  struct Key: Hashable {
    var name: String
    var principal: String?
  }
  var places: [Key: Int] = [:]
  var written: [WrittenName] = []
  for (index, document) in documents.enumerated() {
    guard case .minutes(let minutes) = document.content else { continue }
    for attendance in minutes.attendance where attendance.group != .guest {
      let principal = attendance.organisation.flatMap { register.principal(named: $0) }
      // Where no settings tell who the principals are, an organisation is told by its name.
      let unknown = register.principals.isEmpty ? attendance.organisation.map { nameKey(withoutGenitive($0)) } : nil
      let key = Key(
        name: nameKey(attendance.name), principal: principal.map { register.principals[$0.index].name } ?? unknown)
      if let place = places[key] {
        if written[place].documents.last != index { written[place].documents.append(index) }
        continue
      }
      places[key] = written.count
      let location = SourceLocation(path: document.source.path, line: attendance.line)
      written.append(WrittenName(attendance.name, key.principal, index, location))
    }
  }
  return written
}

private func suggestion(_ a: WrittenName, _ b: WrittenName, _ names: NameRegister, _ register: Register) -> Diagnostic?
{
  guard !a.meets(b) else { return nil }
  let (first, second) = (entry(of: a, names, register), entry(of: b, names, register))
  // Two entries are two people, and one entry is one.
  if first != nil, second != nil { return nil }
  for (entry, other) in [(first, b), (second, a)] {
    if let entry, names[entry].others.map(nameKey).contains(other.key) { return nil }
  }
  // The one to show: that of the register, else of more meetings, else the longer, else the one that stands first.
  let isFirst = first != nil || second == nil && (a.documents.count, a.length) >= (b.documents.count, b.length)
  let (common, rare) = isFirst ? (a, b) : (b, a)
  let known = (isFirst ? first : second).map { names[$0].name }
  return Diagnostic(
    .similarNames(rare: rare.name, common: known ?? common.name, at: common.location), at: rare.location)
}

private func entry(of name: WrittenName, _ names: NameRegister, _ register: Register) -> Int? {
  name.principal.flatMap(register.principal(named:)).flatMap { names.entry(claiming: name.key, for: $0) }
    ?? names.entry(claimingAll: name.key) ?? (name.principal == nil ? names.entries(claiming: name.key).first : nil)
}
