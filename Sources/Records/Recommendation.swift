/// What was sent to the principals for each of them to decide (rekommendation) or to comment on (remiss), and what is
/// known of their answers: a row of the matrix.
package struct Recommendation: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case recommendation, consultation }

  package enum Status: String, Sendable, CaseIterable {
    /// Somebody's answer is not known, and the last day is not past or there is none.
    case open
    case overdue
    /// Everybody who was asked has answered.
    case complete
  }

  /// The last day for an answer, and what says so; a file of answers when there is no line of minutes.
  package struct Due: Hashable, Sendable {
    package var date: CalendarDate
    package var text: String?

    package init(date: CalendarDate, text: String?) {
      self.date = date
      self.text = text
    }
  }

  /// A sentence of minutes that tells how far the principals have come.
  package struct Report: Hashable, Sendable {
    /// All who were asked, or so many of so many; nil when the sentence only names principals.
    package enum Count: Hashable, Sendable {
      case all
      case part(Int, of: Int?)
    }

    package var at: Target
    package var line: Int
    package var text: String
    package var count: Count?
    /// What those who are counted have answered, where it says so.
    package var answer: PrincipalResponse.Answer?

    package init(at: Target, line: Int, text: String, count: Count? = nil, answer: PrincipalResponse.Answer? = nil) {
      self.at = at
      self.line = line
      self.text = text
      self.count = count
      self.answer = answer
    }
  }

  package var kind: Kind
  package var title: String
  package var meeting: ID<Meeting>
  /// The place of its agenda item.
  package var item: Int
  /// The clauses that recommend, by their places in the item; empty when the item only tells of it.
  package var decisions: [Int]
  /// Of the first clause, or of the sentence that tells of it, in the file of the minutes.
  package var line: Int
  package var text: String
  package var certainty: Certainty
  /// The last part of its address: `p14`, and `p11-fardplan` for one that an item only tells of.
  package var anchor: String
  /// Who was asked, in order; empty when the text does not say which.
  package var recipients: [ID<Principal>]
  package var due: Due?
  /// What was adopted in the agenda item.
  package var agreements: [ID<AdoptedAgreement>] = []
  package var responses: [ID<Principal>: PrincipalResponse] = [:]
  package var reports: [Report] = []
  package var status: Status = .open

  package init(
    kind: Kind, title: String, meeting: ID<Meeting>, item: Int, decisions: [Int], line: Int, text: String,
    certainty: Certainty, anchor: String, recipients: [ID<Principal>]
  ) {
    self.kind = kind
    self.title = title
    self.meeting = meeting
    self.item = item
    self.decisions = decisions
    self.line = line
    self.text = text
    self.certainty = certainty
    self.anchor = anchor
    self.recipients = recipients
  }

  /// The agenda item, or the first decision that says it.
  package var source: Target {
    decisions.first.map { .decision(meeting, index: item, decision: $0) } ?? .item(meeting, index: item)
  }

  package var agendaItem: Target { .item(meeting, index: item) }

  /// It was decided elsewhere, and is only told of here.
  package var isToldOf: Bool { decisions.isEmpty && certainty != .stated }

  /// Those who were asked, and those who answered all the same, in order.
  package var principals: [ID<Principal>] { Set(recipients).union(responses.keys).sorted() }

  package var answered: Int { responses.values.count { $0.isDecided } }
}
