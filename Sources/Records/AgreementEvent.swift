/// What minutes say of an agreement after it was adopted: that it is prolonged, or not, or will be revised.
package struct AgreementEvent: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case prolonged, notProlonged, revision }

  package var kind: Kind
  /// The agenda item, or the decision in it.
  package var at: Target
  package var date: CalendarDate
  /// Of the sentence, in the file of the minutes.
  package var line: Int
  /// The clause or the sentence, whole.
  package var text: String
  /// Stated when a decision names the agreement by its title; inferred when the item names one agreement and the sentence
  /// only says "avtalet".
  package var certainty: Certainty

  package init(
    _ kind: Kind, at target: Target, on date: CalendarDate, line: Int, text: String, certainty: Certainty
  ) {
    self.kind = kind
    at = target
    self.date = date
    self.line = line
    self.text = text
    self.certainty = certainty
  }
}

/// Where minutes and an agreement do not say the same.
package struct AgreementDisagreement: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// It is not prolonged, and the agreement names no end.
    case endsWithoutDay
    /// It is prolonged into a year that the agreement does not reach.
    case prolongedPast(year: Int)
    /// A decision adopts it on a day from which no version has its adoption.
    case unknownVersion
  }

  package var kind: Kind
  package var agreement: ID<AdoptedAgreement>
  package var meeting: ID<Meeting>
  /// Of the decision, in the file of the minutes.
  package var line: Int

  package init(_ kind: Kind, of agreement: ID<AdoptedAgreement>, in meeting: ID<Meeting>, line: Int) {
    self.kind = kind
    self.agreement = agreement
    self.meeting = meeting
    self.line = line
  }
}
