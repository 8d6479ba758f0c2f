/// What is known of a principal's answer to a recommendation or a remiss, and what says so.
package struct PrincipalResponse: Sendable {
  package enum Answer: String, Sendable, CaseIterable {
    case yes, partly, no
    /// It reserved itself against what was sent.
    case reserved
  }

  package enum Evidence: Hashable, Sendable {
    /// A file of answers.
    case stated(SourceLocation)
    /// A sentence of minutes, from which it was inferred.
    case told(at: Target, line: Int, text: String)
  }

  /// False when the source says that it has not decided.
  package var isDecided: Bool
  /// Nil when it has decided and the source does not say what.
  package var answer: Answer?
  package var date: CalendarDate?
  /// The instance that decided, as written.
  package var instance: String?
  /// `https:` or `http:`
  package var link: String?
  package var note: String?
  package var evidence: Evidence

  package init(isDecided: Bool, answer: Answer?, evidence: Evidence) {
    self.isDecided = isDecided
    self.answer = answer
    self.evidence = evidence
  }
}
