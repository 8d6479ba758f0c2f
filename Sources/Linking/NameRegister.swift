internal import Records

/// The entries of `personer.yml` by the names that they claim. An entry with principals claims a name only for them.
struct NameRegister {
  private let entries: [PersonEntry]
  private var claims: [String: [Int]] = [:]
  /// The principals of each entry; empty for one that claims its names for all.
  private let scopes: [Set<ID<Principal>>]
  private var sharers: [String: Int] = [:]

  init(_ entries: [PersonEntry], _ register: Register) {
    self.entries = entries
    scopes = entries.map { Set($0.principals.compactMap(register.principal(named:))) }
    for (index, entry) in entries.enumerated() {
      sharers[nameKey(entry.name), default: 0] += 1
      for key in Set(entry.spellings.map(nameKey)) { claims[key, default: []].append(index) }
    }
  }

  subscript(entry: Int) -> PersonEntry { entries[entry] }
  var indices: Range<Int> { entries.indices }

  /// True when the register itself says that there are two of that name.
  func isShared(_ key: String) -> Bool { sharers[key, default: 0] > 1 }

  func entries(claiming key: String) -> [Int] { claims[key] ?? [] }
  /// The entry that claims the name for just this principal.
  func entry(claiming key: String, for principal: ID<Principal>) -> Int? {
    claims[key]?.first { scopes[$0].contains(principal) }
  }
  /// The entry that claims the name whoever the person stands for.
  func entry(claimingAll key: String) -> Int? { claims[key]?.first { scopes[$0].isEmpty } }
  func isScoped(_ entry: Int) -> Bool { !scopes[entry].isEmpty }

  /// A name that two entries claim for one principal, a principal that nobody knows, and a name that an entry both
  /// claims and says is another's. Each would make it chance who is shown, and whose name is.
  func faults(_ register: Register) -> [Diagnostic] {
    var out: [Diagnostic] = []
    for (index, entry) in entries.enumerated() {
      for name in entry.principals where register.principal(named: name) == nil {
        let near = nearest(to: name, among: register.principals.map(\.name))
        out.append(Diagnostic(.unknownPrincipal(name: name, nearest: near), at: entry.location))
      }
      var seen: Set<String> = []
      for name in entry.spellings where seen.insert(nameKey(name)).inserted {
        let rival = entries(claiming: nameKey(name)).first { $0 < index && overlap($0, index) }
        guard let rival else { continue }
        out.append(Diagnostic(.nameClaimedTwice(name: name, by: entries[rival].location), at: entry.location))
      }
      for name in entry.others where seen.contains(nameKey(name)) {
        out.append(Diagnostic(.nameClaimedTwice(name: name, by: entry.location), at: entry.location))
      }
    }
    return out
  }

  private func overlap(_ a: Int, _ b: Int) -> Bool {
    scopes[a].isEmpty || scopes[b].isEmpty || !scopes[a].isDisjoint(with: scopes[b])
  }
}
