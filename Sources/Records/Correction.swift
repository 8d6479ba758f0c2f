/// `rättelse: {datum, vad, av}`: what was changed in a text after it was approved, when and by whom.
package struct Correction: Hashable, Sendable {
  package var date: CalendarDate
  package var what: String
  package var by: String

  package init(date: CalendarDate, what: String, by: String) {
    self.date = date
    self.what = what
    self.by = by
  }
}
