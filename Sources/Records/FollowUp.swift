/// A row of the balanslista: what published minutes say is still to come, where they say it, and where it came back.
package struct FollowUp: Sendable {
  /// The first that fits, in this order.
  package enum Kind: String, Sendable, CaseIterable {
    /// Taken up at every meeting (stående punkt); never done.
    case standing
    /// Somebody was given it to do.
    case assignment
    /// Put off (bordlagt), or sent back (återremitterat).
    case deferred, referred
    /// Recommended to the principals, who answer by a day.
    case recommendation
    /// The item is to come back.
    case recurrence
    /// Something ends: an agreement, a time.
    case expiry
    /// Anything else with a day.
    case promise
  }

  package enum Status: String, Sendable, CaseIterable { case open, overdue, closed, passed }

  package enum Owner: Hashable, Sendable {
    case record(Target)
    /// In the words of the minutes, of a closed list: "huvudmännen".
    case words(String)
  }

  /// Where it came back, and how that is known.
  package struct Closing: Hashable, Sendable {
    package enum Evidence: String, Sendable { case stated, reference, caseNumber, title }
    package var at: Target
    package var evidence: Evidence

    package init(at: Target, evidence: Evidence) {
      self.at = at
      self.evidence = evidence
    }
  }

  package var kind: Kind
  /// The agenda item, or the decision in it.
  package var source: Target
  package var meeting: ID<Meeting>
  /// Of the source, in its file.
  package var line: Int
  /// The sentence or the clause, as the minutes have it.
  package var text: String
  /// Who is to do it; nil where the text names somebody who is nobody of ours.
  package var owner: Owner?
  package var due: CalendarDate?
  /// When only a month or a meeting is promised: "oktober 2025", "första mötet 2025".
  package var dueWords: String?
  package var certainty: Certainty
  package var status: Status = .open
  package var closing: Closing?
  /// The body has met since it was due, in minutes that are public, and nothing tells that it came back.
  package var isForgotten = false
  /// From 1, within its item.
  package var number: Int

  package init(
    kind: Kind, source: Target, meeting: ID<Meeting>, line: Int, text: String, owner: Owner?, certainty: Certainty,
    number: Int
  ) {
    self.kind = kind
    self.source = source
    self.meeting = meeting
    self.line = line
    self.text = text
    self.owner = owner
    self.certainty = certainty
    self.number = number
  }
}
