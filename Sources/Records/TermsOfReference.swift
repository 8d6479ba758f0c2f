/// A document that says what bodies are for and by which rules they work (uppdragsbeskrivning).
package struct TermsOfReference: Sendable {
  package var title: String
  package var date: Fact<CalendarDate>?
  /// Diarienummer.
  package var reference: Fact<String>?
  package var validFrom: Fact<CalendarDate>?
  /// What stands before the first body.
  package var preamble: [Block]
  package var bodies: [BodyTerms]

  package init(title: String) {
    self.title = title
    preamble = []
    bodies = []
  }
}

/// The part of the terms of reference that concerns one body.
package struct BodyTerms: Sendable {
  package var name: String
  /// Other ways the document itself writes the name: "LSG", "Beredning barn- och unga".
  package var aliases: [String]
  package var level: Fact<BodyLevel>?
  package var rules: [Rule]
  package var seats: Seats?
  package var blocks: [Block]
  package var line: Int
  package var certainty: Certainty = .labelled

  package init(name: String, line: Int) {
    self.name = name
    self.line = line
    aliases = []
    rules = []
    blocks = []
  }
}

package enum BodyLevel: String, Sendable, CaseIterable { case political, official, preparatory, council, function }

/// A rule of a body as data, with the sentence that it came from.
package struct Rule: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case meetingsPerYear(minimum: Int?, maximum: Int?)
    case papersDue(workingDays: Int)
    /// Papers of the body's working committee (arbetsutskott, AU).
    case committeePapersDue(workingDays: Int)
    /// Roles in the words of the document: "ordförande", "en vald justeringsperson".
    case minutesApprovedBy([String])
    /// Approved minutes of ordinary meetings are public; the terms say nothing of other meetings.
    case ordinaryMinutesPublic
    case reviewDue(CalendarDate)
    /// How long after the meeting its minutes are public (gallras efter).
    case minutesKept(months: Int)
    case nextYearBooked
    case term
    /// How the chair is chosen, or goes round.
    case chair
    /// What the body may decide by itself.
    case mandate
    /// That the body may set up working groups.
    case workingGroups
    case members
    /// The name of the body it reports to.
    case reportsTo(String)
  }

  package var value: Value
  /// The sentence, whole; of the front matter, the key and what it says.
  package var quote: String
  package var line: Int
  package var certainty: Certainty = .inferred

  package init(_ value: Value, quote: String, line: Int) {
    self.value = value
    self.quote = quote
    self.line = line
  }
}
