package import Records

/// What a build has to tell: what was wrong, what was kept from the public, and what was published.
package struct Report: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var withheld: [Withholding] = []
  package private(set) var counts = Counts()
  /// How many of those that a preview shows may not be published.
  package private(set) var shownDrafts = 0
  /// A preview shows what is withheld, too.
  package let isPreview: Bool
  /// Files of the new site, and how many of them were as before; nil when nothing was written.
  package internal(set) var written: (files: Int, unchanged: Int)?
  /// It is known where the site will stand.
  package internal(set) var hasAddress = false

  package struct Counts: Hashable, Sendable {
    package var minutes = 0
    package var termsOfReference = 0
    package var agreements = 0
    package var pages = 0
  }

  package init(isPreview: Bool = false) { self.isPreview = isPreview }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Report {
  mutating func note(_ more: [Diagnostic]) { diagnostics += more }

  /// The result of a step, its diagnostics noted.
  mutating func noting<Value>(_ step: (Value, [Diagnostic])) -> Value {
    note(step.1)
    return step.0
  }

  /// What is wrong in a withheld document stops nothing, unless it makes uncertain what the document is.
  mutating func note(_ admitted: [Admitted], _ withheld: [Withholding]) {
    for one in admitted {
      note(one.document.diagnostics.filter { one.withheld == nil || !$0.canWait })
      guard one.withheld == nil || one.document.canHavePage else { continue }
      if one.withheld != nil { shownDrafts += 1 }
      switch one.document.content {
      case .minutes: counts.minutes += 1
      case .termsOfReference: counts.termsOfReference += 1
      case .agreement: counts.agreements += 1
      case .page: counts.pages += 1
      case .unrecognised: break
      }
    }
    for one in withheld {
      if isPreview {
        // Its diagnostics are told with those of all that is shown, but for what nobody need decide yet.
        self.withheld.append(
          Withholding(
            path: one.path, name: one.name, reason: one.reason, diagnostics: one.diagnostics.filter(\.canWait).sorted())
        )
        continue
      }
      let (stopping, told) = (one.diagnostics.filter(\.stopsBuild), one.diagnostics.filter { !$0.stopsBuild })
      note(stopping)
      // What stops the build is told as that; why a file that nobody could read is not public goes without saying.
      guard stopping.isEmpty else { continue }
      self.withheld.append(Withholding(path: one.path, name: one.name, reason: one.reason, diagnostics: told.sorted()))
    }
    self.withheld.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension Diagnostic {
  fileprivate var stopsBuild: Bool { severity == .error && problem.concernsReading }

  /// What becomes of struck text is decided when the document is published; a preview shows that it is struck.
  fileprivate var canWait: Bool { if case .struckText = problem { true } else { false } }
}

extension [Diagnostic] {
  /// As they are printed: what concerns the whole site first, then by path, line and column.
  func sorted() -> [Diagnostic] {
    sorted { a, b in
      switch (a.location, b.location) {
      case (nil, nil): a.problem.id < b.problem.id
      case (nil, _): true
      case (_, nil): false
      case (let x?, let y?): x == y ? a.problem.id < b.problem.id : x < y
      }
    }
  }
}
