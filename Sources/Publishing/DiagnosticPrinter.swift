package import Records

/// Writes a report as a compiler would: `path:line:column: error: message [id]`, the line of the source, a caret.
package struct DiagnosticPrinter: Sendable {
  private let isColoured: Bool
  /// A line of a file; nil when it cannot be had.
  private let line: @Sendable (SourceLocation) -> String?

  package init(
    isColoured: Bool,
    line: @escaping @Sendable (SourceLocation) -> String? = { SiteFolder.read($0.path).file.line($0.line) }
  ) {
    self.isColoured = isColoured
    self.line = line
  }

  /// All that is wrong, sorted; then what is withheld, each with its reason.
  package func text(of report: Report) -> String {
    text(of: report.diagnostics) + report.withheld.map(text).joined()
  }

  package func text(of diagnostics: [Diagnostic]) -> String { diagnostics.sorted().map(text).joined() }

  package func text(of diagnostic: Diagnostic) -> String {
    let severity =
      switch diagnostic.severity {
      case .error: coloured("error:", "1;31")
      case .warning: coloured("warning:", "1;35")
      }
    let message = "\(severity) \(diagnostic.problem.words) [\(diagnostic.problem.id)]\n"
    guard let location = diagnostic.location else { return "samsyn: \(message)" }
    let place = coloured("\(location.path):\(location.line):\(location.column):", "1")
    return "\(place) \(message)\(excerpt(of: diagnostic))"
  }

  /// The line that it is about with a caret below the column; empty when there is none to show.
  func excerpt(of diagnostic: Diagnostic) -> String {
    guard let location = diagnostic.location, !diagnostic.problem.hidesItsLine else { return "" }
    return excerpt(location)
  }

  private func text(of withholding: Withholding) -> String {
    let line = "\(coloured("\(withholding.path):", "1")) \(coloured("withheld:", "1;36")) \(withholding.reason.words)"
    return "\(line) [\(withholding.reason.id)]\n" + withholding.diagnostics.map(text).joined()
  }

  private func coloured(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension DiagnosticPrinter {
  /// The line with its number, and a caret below the column. A long line is cut to what surrounds the column.
  private func excerpt(_ location: SourceLocation) -> String {
    guard let line = line(location), !line.allSatisfy(\.isWhitespace) else { return "" }
    let bytes = Array(line.utf8)
    let column = String(decoding: bytes.prefix(max(0, location.column - 1)), as: UTF8.self).count
    let characters = Array(line)
    let start = characters.count > 100 ? max(0, min(column - 40, characters.count - 100)) : 0
    let end = min(characters.count, start + 100)
    let shown = characters[start..<end].map { $0.isPrintable ? $0 : "\u{FFFD}" }
    let before = (start > 0 ? "…" : "") + String(shown)
    // Tabs stay tabs, so that the caret stands right however wide the terminal makes them.
    let lead = (start > 0 ? " " : "") + String(shown.prefix(max(0, column - start)).map { $0 == "\t" ? "\t" : " " })
    let number = String(location.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let gutter = String(repeating: " ", count: margin.count + number.count)
    return
      "\(margin)\(number) | \(before)\(end < characters.count ? "…" : "")\n\(gutter) | \(lead)\(coloured("^", "1;32"))\n"
  }
}

extension Problem {
  /// Personal data is never printed, and what is no document may have no lines.
  fileprivate var hidesItsLine: Bool {
    switch self {
    case .personalData, .ignoredFile, .attachmentFolder, .attachmentMisplaced: true
    default: false
    }
  }
}

extension Character {
  /// Nothing that could move the cursor or turn the text round.
  fileprivate var isPrintable: Bool {
    self == "\t"
      || unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .unassigned: false
        case .format: scalar.value == 0xAD || scalar.value == 0x200D
        default: true
        }
      }
  }
}

extension Report {
  /// The last line: "14 protokoll, 4 uppdragsbeskrivningar och 6 avtal publicerade; 2 hållna tillbaka".
  package func summary(publishes: Bool) -> String {
    let errors = diagnostics.filter { $0.severity == .error }.count
    if errors > 0 { return "\(errors) fel; inget är skrivet, och det som stod där förut står kvar" }
    let kinds = [
      counted(counts.minutes, "protokoll", "protokoll"),
      counted(counts.termsOfReference, "uppdragsbeskrivning", "uppdragsbeskrivningar"),
      counted(counts.agreements, "avtal", "avtal"), counted(counts.pages, "sida", "sidor"),
    ].compactMap(\.self)
    let sum = counts.minutes + counts.termsOfReference + counts.agreements + counts.pages
    let list =
      kinds.isEmpty
      ? "inget" : kinds.dropLast().joined(separator: ", ") + (kinds.count > 1 ? " och " : "") + kinds.last!
    if isPreview { return "\(list) visas\(notForThePublic(of: sum))" }
    let verb = publishes ? (sum > 1 ? "publicerade" : "publicerat") : "kan publiceras"
    let kept = withheld.isEmpty ? "" : "; \(withheld.count) \(withheld.count == 1 ? "hållet" : "hållna") tillbaka"
    return "\(list) \(verb)\(kept)"
  }

  /// What follows the last line, once: what was left out for want of the site's address.
  package var afterword: String? {
    guard written != nil, !hasAddress, !isPreview else { return nil }
    return
      "sitemap.xml är inte skriven, för den behöver webbplatsens adress; ange den med --base-url, eller med adress: i samsyn.yml"
  }

  private func notForThePublic(of sum: Int) -> String {
    let hidden = withheld.count - shownDrafts
    return
      (shownDrafts == 0 ? "" : sum == 1 ? "; det får inte publiceras" : "; \(shownDrafts) av dem får inte publiceras")
      + (hidden == 0 ? "" : "; \(hidden) kan inte visas")
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
  }

  /// `{"diagnostics": [...], "withheld": [...], ...}` for `--json`.
  package var json: String {
    var fields: [String: JSON?] = [
      "diagnostics": .array(diagnostics.sorted().map(\.json)),
      "withheld": .array(
        withheld.map {
          .object([
            "path": .text($0.path), "reason": .text($0.reason.id), "message": .text($0.reason.words),
            "diagnostics": .list($0.diagnostics.map(\.json)), "rule": $0.reason.rule?.json,
            "approvers": .list($0.reason.approvers.map { .text($0.name) }),
            "missing": .list($0.reason.missing.map { .text($0.rawValue) }),
          ])
        }),
      "admitted": .object([
        "minutes": .number(counts.minutes), "termsOfReference": .number(counts.termsOfReference),
        "agreements": .number(counts.agreements), "pages": .number(counts.pages),
      ]),
    ]
    fields["written"] = written.map { .object(["files": .number($0.files), "unchanged": .number($0.unchanged)]) }
    return JSON.object(fields).text
  }
}

extension ApprovalRule {
  fileprivate var json: JSON {
    .object([
      "roles": .array(roles.map { .text($0.rawValue) }), "path": .text(source.path), "line": .number(source.line),
      "quotes": .array(quotes.map { .text($0) }), "validFrom": .text(validFrom.description),
    ])
  }
}

extension Withholding.Reason {
  /// What the body asks, when that is known.
  fileprivate var rule: ApprovalRule? {
    switch self {
    case .notApproved(let rule), .printedNamesOnly(let rule), .extraMeeting(let rule), .insufficient(let rule, _, _):
      rule
    default: nil
    }
  }

  fileprivate var approvers: [Approval.Approver] {
    if case .insufficient(_, let approvers, _) = self { approvers } else { [] }
  }

  /// The roles in which nobody has approved.
  fileprivate var missing: [ApprovalRule.Role] {
    switch self {
    case .notApproved(let rule), .printedNamesOnly(let rule): rule.roles
    case .insufficient(_, _, let gaps): gaps.compactMap { if case .role(let role) = $0 { role } else { nil } }
    default: []
    }
  }
}

extension Diagnostic {
  var json: JSON {
    .object([
      "id": .text(problem.id), "severity": .text(severity.rawValue), "message": .text(problem.words),
      "path": location.map { .text($0.path) }, "line": location.map { .number($0.line) },
      "column": location.map { .number($0.column) },
    ])
  }
}
