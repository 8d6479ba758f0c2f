/// What the law asks a public site to say of its accessibility (tillgänglighetsredogörelse; lag 2018:1937, 13 §, and the
/// supervising agency's regulations): all of it must be there.
package struct AccessibilityStatement: Sendable {
  package enum Conformance: String, Sendable { case full, partial, none }

  /// The public body that answers for the site.
  package var authority = ""
  package var conformance = Conformance.partial
  /// What is not accessible, and why.
  package var flaws: [String] = []
  /// When and how it was assessed, and when the statement was last gone through.
  package var assessed: CalendarDate?
  package var method = ""
  package var updated: CalendarDate?
  /// To whom one tells what does not work.
  package var contact = ""
  /// Where one complains of the answer: the supervising agency's page.
  package var complaints = "https://www.digg.se/tdosanmalan"
  /// What is excepted as unreasonably burdensome (12 §), and what the law does not cover (9 §), each with the reason.
  package var burdens: [String] = []
  package var uncovered: [String] = []
  /// In `samsyn.yml`.
  package var line = 1

  package init() {}
}
