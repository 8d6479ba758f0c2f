internal import Records

/// Who the names of attendance lists are, by the name, the principal and the name register.
struct Identities {
  enum Identity: Hashable {
    /// The person of an entry that says for whom it is.
    case entry(Int)
    case named(String, ID<Principal>?)
  }

  let names: NameRegister
  /// Every identity that goes by a name, by its key.
  private var byName: [String: Set<Identity>] = [:]
  private var printed: [String: String] = [:]
  private var latest: [Identity: (principal: ID<Principal>, day: Int)] = [:]
  private var found: Set<Identity> = []

  init(of meetings: [Meeting], _ names: NameRegister) {
    self.names = names
    for index in names.indices where names.isScoped(index) {
      for name in names[index].spellings { byName[nameKey(name), default: []].insert(.entry(index)) }
    }
    var nameless: [String] = []
    for meeting in meetings {
      for (attendance, principal) in zip(meeting.minutes.attendance, meeting.principals)
      where attendance.group != .guest {
        let key = nameKey(attendance.name)
        if printed[key] == nil { printed[key] = attendance.name }
        guard let principal else {
          nameless.append(key)
          continue
        }
        let identity = identity(key, for: principal)
        enter(identity, under: key)
        let day = meeting.date?.dayNumber ?? 0
        if latest[identity].map({ $0.day <= day }) ?? true { latest[identity] = (principal, day) }
      }
    }
    for key in nameless {
      let bearers = bearers(of: key)
      // The first of them makes the person; for the others it is there.
      if bearers.isEmpty { enter(.named(canonical(key), nil), under: key) }
      if bearers.count == 1, let only = bearers.first { found.insert(only) }
    }
  }

  private mutating func enter(_ identity: Identity, under key: String) {
    found.insert(identity)
    byName[key, default: []].insert(identity)
    byName[canonical(key), default: []].insert(identity)
  }

  private func canonical(_ key: String) -> String {
    names.entry(claimingAll: key).map { nameKey(names[$0].name) } ?? key
  }

  private func identity(_ key: String, for principal: ID<Principal>) -> Identity {
    names.entry(claiming: key, for: principal).map { .entry($0) } ?? .named(canonical(key), principal)
  }

  /// All who may be meant by a name.
  func bearers(of key: String) -> Set<Identity> {
    let (own, canonical) = (byName[key] ?? [], canonical(key))
    return canonical == key ? own : own.union(byName[canonical] ?? [])
  }

  /// The one who is meant by a name that stands with a principal, or without when only one goes by it.
  func identity(named key: String, for principal: ID<Principal>?) -> Identity? {
    if let principal { return identity(key, for: principal) }
    let bearers = bearers(of: key)
    return bearers.count == 1 ? bearers.first : nil
  }

  func entry(of identity: Identity) -> Int? {
    switch identity {
    case .entry(let index): index
    case .named(let key, _): names.entry(claimingAll: key)
    }
  }

  /// Those who were at a meeting, in an order that is the same each time.
  func sorted() -> [Identity] {
    func order(_ identity: Identity) -> (String, Int, Int) {
      switch identity {
      case .entry(let index): ("", index, 0)
      case .named(let key, let principal): (key, 0, principal.map { $0.index + 1 } ?? 0)
      }
    }
    return found.map { (order($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// As the first list that has the name writes it.
  func printedName(of identity: Identity) -> String {
    switch identity {
    case .entry(let index): names[index].name
    case .named(let key, _): printed[key] ?? key
    }
  }

  func isShared(_ key: String) -> Bool { names.isShared(key) || bearers(of: key).count > 1 }

  func latestPrincipal(of identity: Identity) -> ID<Principal>? {
    switch identity {
    case .entry: latest[identity]?.principal
    case .named(_, let principal): principal
    }
  }

  /// The principal that an address carries: of an entry the one that it names first, which does not change with time.
  func namingPrincipal(of identity: Identity, _ archive: Archive) -> Principal? {
    switch identity {
    case .entry(let index):
      names[index].principals.first.flatMap { name in
        archive.principals.first {
          nameKey($0.name) == nameKey(name) || $0.aliases.map(nameKey).contains(nameKey(name))
        }
      } ?? latest[identity].map { archive[$0.principal] }
    case .named(_, let principal): principal.map { archive[$0] }
    }
  }
}
