/// A file of `svar/`: what principals have answered to one recommendation, as whoever collects the answers writes it.
package struct AnswerFile: Sendable {
  /// What it answers, as written: "Samrådet 2024-05-24 § 14", or an address.
  package var subject: Fact<String>
  package var location: SourceLocation
  /// `typ:`, by which an item is one though its text was not understood so.
  package var kind: Recommendation.Kind?
  package var due: CalendarDate?
  package var recipients: [Fact<String>] = []
  package var answers: [Row] = []

  package init(subject: Fact<String>, location: SourceLocation) {
    self.subject = subject
    self.location = location
  }

  package struct Row: Sendable {
    package var principal: String
    /// Nil when it has not decided.
    package var answer: PrincipalResponse.Answer?
    package var date: CalendarDate?
    package var instance: String?
    package var link: String?
    package var note: String?
    package var location: SourceLocation

    package init(principal: String, location: SourceLocation) {
      self.principal = principal
      self.location = location
    }
  }
}

/// What can be wrong with answers once the recommendations are known.
package enum AnswerFault: Hashable, Sendable {
  /// It is none of the recommendations of published minutes.
  case unknownRecommendation(text: String)
  case unknownPrincipal(name: String, nearest: String?)
  case beforeDispatch(principal: String, date: CalendarDate, dispatched: CalendarDate)
  case inFuture(principal: String, date: CalendarDate, today: CalendarDate)
  case twice(principal: String, first: SourceLocation)
  /// What stands here and what minutes say cannot both be so.
  case contradicted(principal: String, here: AnswerState, there: AnswerState, at: String)
  /// Minutes tell of fewer answers than there were by that day.
  case moreThanTold(told: Int, known: Int, on: CalendarDate)

  package var isWarning: Bool {
    switch self {
    case .unknownRecommendation, .contradicted, .moreThanTold, .inFuture: true
    case .unknownPrincipal, .beforeDispatch, .twice: false
    }
  }

  /// A fault, and where: in a file of answers or in minutes.
  package struct Located: Sendable {
    package enum Place: Sendable {
      case file(SourceLocation)
      case minutes(ID<Meeting>, line: Int)
    }

    package var fault: AnswerFault
    package var place: Place

    package init(_ fault: AnswerFault, at place: Place) {
      self.fault = fault
      self.place = place
    }
  }
}

/// What a source says of a principal at a time.
package enum AnswerState: Hashable, Sendable {
  case pending
  /// The answer and its day, as far as they are known.
  case decided(PrincipalResponse.Answer?, CalendarDate?)
}
