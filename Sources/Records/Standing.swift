/// What holds on a given day: derived by Tracking from the archive alone.
package struct Standing: Sendable {
  package enum AgreementStatus: String, Sendable, CaseIterable {
    case inForce, endsSoon, comingIntoForce, ended, replaced, withheld
  }

  package struct Upcoming: Sendable {
    package var body: ID<Body>?
    package var bodyName: String
    package var date: CalendarDate
    package var time: String?
    package var place: String?

    package init(body: ID<Body>?, bodyName: String, date: CalendarDate, time: String?, place: String?) {
      self.body = body
      self.bodyName = bodyName
      self.date = date
      self.time = time
      self.place = place
    }
  }

  package var asOf: CalendarDate
  /// Parallel to the archive's agreements.
  package var agreements: [AgreementStatus]
  /// Meetings on the day or later: planned in the calendar or announced in minutes, earliest first.
  package var upcoming: [Upcoming]

  package init(asOf: CalendarDate, agreements: [AgreementStatus], upcoming: [Upcoming]) {
    self.asOf = asOf
    self.agreements = agreements
    self.upcoming = upcoming
  }
}
