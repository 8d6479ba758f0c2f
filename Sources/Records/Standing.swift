/// What holds on a given day: derived by Tracking from the archive alone.
package struct Standing: Sendable {
  package enum AgreementStatus: String, Sendable, CaseIterable {
    case inForce, endsSoon, comingIntoForce, ended, replaced, withheld
  }

  package var asOf: CalendarDate
  /// Parallel to the archive's agreements.
  package var agreements: [AgreementStatus]
  /// Meetings on the day or later: planned in the calendar or announced in minutes, earliest first.
  package var upcoming: [AnnouncedMeeting]
  /// How the principals were represented, parallel to the archive's meetings; empty where the list says nothing of them.
  package var representation: [[ID<Principal>: Representation]] = []
  /// The principals of each body, parallel to the archive's bodies.
  package var principalsOfBody: [[ID<Principal>]] = []
  /// The balanslista, oldest first.
  package var followUps: [FollowUp] = []
  /// `stänger:` that names nothing: the meeting, and what it says.
  package var closingsOfNothing: [(meeting: ID<Meeting>, text: Fact<String>)] = []
  /// By meeting and item.
  package var recommendations: [Recommendation] = []
  package var answerFaults: [AnswerFault.Located] = []
  /// What was handled last comes first.
  package var matters: [Matter] = []

  /// What minutes say has become of each agreement, oldest first; parallel to the archive's agreements.
  package var agreementEvents: [[AgreementEvent]] = []
  package var disagreements: [AgreementDisagreement] = []

  /// What each body's minutes show of its years, newest first; parallel to the archive's bodies.
  package var yearsOfBody: [[BodyYear]] = []
  /// The working groups of each body, newest first, parallel to the archive's bodies.
  package var workingGroups: [[WorkingGroup]] = []
  package var unkeptRules: [(body: ID<Body>, rule: UnkeptRule)] = []
  /// Meetings that the calendar or published minutes have announced, that should have been held, and of which no minutes are
  /// published; the latest first.
  package var unpublished: [AnnouncedMeeting] = []

  package init(asOf: CalendarDate, agreements: [AgreementStatus], upcoming: [AnnouncedMeeting]) {
    self.asOf = asOf
    self.agreements = agreements
    self.upcoming = upcoming
  }

  package func events(of agreement: ID<AdoptedAgreement>) -> [AgreementEvent] {
    agreementEvents.indices.contains(agreement.index) ? agreementEvents[agreement.index] : []
  }

  package func workingGroups(of body: ID<Body>) -> [WorkingGroup] {
    workingGroups.indices.contains(body.index) ? workingGroups[body.index] : []
  }

  package func years(of body: ID<Body>) -> [BodyYear] {
    yearsOfBody.indices.contains(body.index) ? yearsOfBody[body.index] : []
  }

  package func representation(at meeting: ID<Meeting>) -> [ID<Principal>: Representation] {
    representation.indices.contains(meeting.index) ? representation[meeting.index] : [:]
  }

  package func principals(of body: ID<Body>) -> [ID<Principal>] {
    principalsOfBody.indices.contains(body.index) ? principalsOfBody[body.index] : []
  }
}
