internal import Records

extension Overview {
  /// The accessibility statement, from `samsyn.yml`.
  func accessibilityPage(_ statement: AccessibilityStatement) -> SitePage {
    SitePage(
      permalink: .accessibility, template: .accessibility, title: "Tillgänglighetsredogörelse",
      description: "Hur tillgänglig webbplatsen är, vad som brister, och vart man vänder sig.",
      updated: statement.updated,
      fields: { [self] in
        let here = Here(overview: self, permalink: .accessibility)
        func texts(_ texts: [String]) -> Value { .rows(texts.map { View(["text": .text($0)]) }) }
        return [
          "authority": .text(statement.authority), "conformance": .text(statement.conformance.label),
          "flaws": texts(statement.flaws), "burdens": texts(statement.burdens),
          "uncovered": texts(statement.uncovered), "method": .text(statement.method),
          "assessed": .list(statement.assessed.map { [here.date($0)] } ?? []),
          "updated": .list(statement.updated.map { [here.date($0)] } ?? []),
          "reportTo": .text(statement.contact), "complaints": .text(statement.complaints),
        ]
      },
      twin: { twin in
        var twin = twin
        twin.text = (["\(statement.authority): \(statement.conformance.label)."] + statement.flaws).joined(
          separator: "\n")
        return twin
      })
  }
}

extension AccessibilityStatement.Conformance {
  /// After "Webbplatsen är".
  var label: String {
    switch self {
    case .full: "helt förenlig"
    case .partial: "delvis förenlig"
    case .none: "inte förenlig"
    }
  }
}
