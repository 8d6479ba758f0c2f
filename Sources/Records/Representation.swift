/// How a principal was represented at a meeting: the better of what the list says of several people.
package enum Representation: String, Sendable, CaseIterable, Comparable {
  case present
  /// By somebody of another principal.
  case proxy
  case absent

  package static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .present: 0
    case .proxy: 1
    case .absent: 2
    }
  }
}
