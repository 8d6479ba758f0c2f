/// What a body's published minutes of a year show of how it works, beside what its rules say. Facts, and no judgement: what is
/// not published is not known.
package struct BodyYear: Sendable {
  package var year: Int
  /// By day.
  package var meetings: [ID<Meeting>] = []
  /// Days from the meeting to its approval, fewest first.
  package var approvalDays: [Int] = []
  /// The first minutes of the year, until 30 November, that name a meeting of the year after.
  package var bookedIn: ID<Meeting>?
  /// Who chaired, as the minutes name them, each with the first of the meetings.
  package var chairs: [(name: String, at: ID<Meeting>)] = []

  package init(year: Int) { self.year = year }

  /// The one in the middle, or the longer of two.
  package var usualApproval: Int? { approvalDays.isEmpty ? nil : approvalDays[approvalDays.count / 2] }
}

/// A working group (arbetsgrupp) that a decision set up.
package struct WorkingGroup: Sendable {
  /// The decision.
  package var source: Target
  package var meeting: ID<Meeting>
  /// Of the decision, in the file of the minutes.
  package var line: Int
  package var text: String
  /// Who is responsible, as written; nil where no sentence of the item says so.
  package var owner: String?
  /// The place in the standing's follow-ups of what it is to deliver, with a day; nil where the item has none.
  package var followUp: Int?

  package init(source: Target, meeting: ID<Meeting>, line: Int, text: String) {
    self.source = source
    self.meeting = meeting
    self.line = line
    self.text = text
  }
}

/// A rule of a body that public facts say has not been met.
package enum UnkeptRule: Hashable, Sendable {
  /// The day for the review of its terms of reference has passed, and these are still in force.
  case reviewOverdue(CalendarDate, line: Int)
  /// A year that is over, of which some minutes are published, and fewer than the meetings that the rule asks for.
  case fewMeetings(year: Int, held: Int, minimum: Int, line: Int)
  /// It is December, and no meeting of the next year is known.
  case nothingBooked(year: Int, line: Int)
  /// Its terms of reference tell of working groups, and nothing says who is responsible for this one, or when it is to be done.
  case vagueGroup(hasOwner: Bool, hasDay: Bool, meeting: ID<Meeting>, line: Int)
}
