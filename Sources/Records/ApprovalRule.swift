/// Who must have approved a body's minutes before they are public, as its terms of reference say from a day on.
package struct ApprovalRule: Hashable, Sendable {
  package enum Role: String, Sendable, CaseIterable {
    case chair
    case viceChair
    /// Elected for the meeting (justerare).
    case verifier
  }

  /// All of them, each another person. Where the terms contradict themselves these are the roles of every reading, so
  /// that the strictest one applies.
  package var roles: [Role]
  /// The terms let minutes of ordinary meetings be public, and say nothing of others.
  package var isForOrdinaryMeetings: Bool
  package var validFrom: CalendarDate
  /// The sentence, or each of those that contradict each other.
  package var quotes: [String]
  package var source: SourceLocation

  /// Nil when the rules do not say who approves, or name somebody whose role is not understood.
  package init?(_ rules: [Rule], from day: CalendarDate, path: String) {
    var roles: Set<Role> = []
    var sentences: [Rule] = []
    for rule in rules {
      guard case .minutesApprovedBy(let names) = rule.value else { continue }
      for name in names {
        guard let role = Role(written: name) else { return nil }
        roles.insert(role)
      }
      sentences.append(rule)
    }
    guard let first = sentences.first else { return nil }
    self.roles = Role.allCases.filter(roles.contains)
    isForOrdinaryMeetings = rules.contains { $0.value == .ordinaryMinutesPublic }
    validFrom = day
    quotes = sentences.map(\.quote)
    source = SourceLocation(path: path, line: first.line)
  }
}

extension ApprovalRule.Role {
  /// "ordförande", "vice ordföranden", "en vald justeringsperson"; nil for a role that is none of these.
  package init?(written text: String) {
    let key = text.lowercased()
    if key.contains("juster") {
      self = .verifier
    } else if !key.contains("ordf"), !key.contains("sammankallande") {
      return nil
    } else {
      let isVice = ["vice", "v.", "v ordf", "ersättare"].contains { key.contains($0) }
      self = isVice ? .viceChair : .chair
    }
  }
}
