/// The addresses that things were given when they were first published, and keep: their part of a slug, and every "-2".
/// One whose holder is gone may be another's, unless `adresser:` speaks of it.
package struct GivenAddresses: Sendable {
  private var paths: [PublishedAddress.Holder: [String]] = [:]
  private var closed: Set<String> = []
  private var held: Set<String> = []

  package init() {}

  /// `holders` are those of the documents that may be public now, by their names of today.
  package init(_ holders: [(path: String, holder: PublishedAddress.Holder)], closed: [FormerAddress]) {
    for (path, holder) in holders { paths[holder.keyed, default: []].append(path) }
    held = Set(holders.map(\.path))
    self.closed = Set(closed.filter { $0.address.fragment == nil }.map(\.address.path))
  }

  /// Nobody else may be given it.
  package func isClosed(_ path: String) -> Bool { closed.contains(path) }

  /// Somebody has had it.
  package func isHeld(_ path: String) -> Bool { held.contains(path) }

  /// The name after `/organ/`, `/huvudman/` or `/avtal/` that something has had.
  package func slug(of holder: PublishedAddress.Holder, in folder: String) -> String? {
    for path in paths[holder.keyed] ?? [] {
      let names = path.split(separator: "/")
      if names.count > 1, names[0] == folder { return String(names[1]) }
    }
    return nil
  }

  /// 2 for a document that was published as the second meeting of its day.
  package func sequence(of document: String, on day: CalendarDate) -> Int? {
    for path in paths[.document(document)] ?? [] {
      let names = path.split(separator: "/")
      guard names.count == 3, names[0] == "moten", names[2].hasPrefix(day.description) else { continue }
      let rest = names[2].dropFirst(day.description.utf8.count)
      if rest.isEmpty { return 1 }
      if rest.hasPrefix("-"), let number = Int(rest.dropFirst()), number > 1 { return number }
    }
    return nil
  }
}

extension PublishedAddress.Holder {
  /// A name however it is spelt.
  fileprivate var keyed: Self {
    switch self {
    case .document: self
    case .body(let name): .body(nameKey(name))
    case .principal(let name): .principal(nameKey(name))
    case .matter(let name): name.hasPrefix("/") ? self : .matter(nameKey(name))
    }
  }
}
