internal import Records
internal import Rendering

/// What a build has to tell, as HTML above every page of the preview: errors in sight, all else folded.
struct PreviewPanel: Sendable {
  private let errors: String
  private let quiet: String

  /// `hasPages` when there are pages to stand above, whichever build made them.
  init(_ report: Report, hasPages: Bool) {
    let sorted = report.diagnostics.sorted()
    let errors = sorted.filter { $0.severity == .error }
    let warnings = sorted.filter { $0.severity == .warning }
    self.errors =
      errors.isEmpty
      ? ""
      : problems(
        "\(errors.count) fel",
        hasPages
          ? "Sidan här under är som den var före felen. Rätta och spara, så visas det nya."
          : "Därför finns inget att visa ännu. Rätta och spara, så visas webbplatsen.", errors.map(item))
    let counts = [
      warnings.isEmpty ? nil : "\(warnings.count) \(warnings.count == 1 ? "varning" : "varningar")",
      report.withheld.isEmpty
        ? nil
        : "\(report.withheld.count) dokument \(report.isPreview ? "får inte publiceras" : "hålls inne")",
    ].compactMap(\.self)
    let title = report.isPreview ? "Förhandsvisning med utkast" : "Förhandsvisning"
    quiet =
      counts.isEmpty
      ? "<p><strong>\(title)</strong>\(errors.isEmpty ? ": inget att anmärka" : "")</p>"
      : "<details><summary><strong>\(title)</strong>: \(counts.joined(separator: ", "))</summary>"
        + list(warnings.map(item) + report.withheld.map(item)) + "</details>"
  }

  init(_ obstacle: Obstacle) {
    errors = problems("Webbplatsen kunde inte byggas", sentence(obstacle.words), [])
    quiet = ""
  }

  static let building = PreviewPanel()

  private init() {
    errors = ""
    quiet = "<p><strong>Webbplatsen byggs.</strong> Sidan visas när den är klar.</p>"
  }
}

extension PreviewPanel {
  private var aside: String {
    "<aside class=\"samsyn-preview\" aria-label=\"Förhandsvisning\">\(errors)\(quiet)</aside>"
  }

  private func head(_ version: String) -> String {
    "<link rel=\"stylesheet\" href=\"/__samsyn/preview.css\">"
      + "<script src=\"/__samsyn/preview.js\" data-version=\"\(version)\" defer></script>"
  }

  /// The page with the panel above all that is on it.
  func added(to page: [UInt8], _ version: String) -> [UInt8] {
    var out = page
    let body = page.firstRange(of: Array("<body".utf8)).flatMap { start in
      page[start.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    }
    out.insert(contentsOf: aside.utf8, at: body.map { $0 + 1 } ?? 0)
    let end = page.firstRange(of: Array("</head>".utf8))?.lowerBound ?? 0
    out.insert(contentsOf: head(version).utf8, at: min(end, body ?? 0))
    return out
  }

  /// A page of its own, when there is no other.
  func wholePage(_ version: String) -> [UInt8] {
    let page = """
      <!doctype html>
      <html lang="sv">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Förhandsvisning – Samsyn</title>
      \(head(version))
      </head>
      <body class="samsyn-alone">
      <main>
      <h1>Förhandsvisning</h1>
      \(aside)
      </main>
      </body>
      </html>

      """
    return Array(page.utf8)
  }
}

/// A site with very many faults is mended from the first ones; all are in the terminal.
private let most = 100

private func list(_ items: [String]) -> String {
  let rest = items.count - most
  return "<ol>\(items.prefix(most).joined())</ol>"
    + (rest > 0 ? "<p>Och \(rest) till: de står i fönstret där <code>samsyn serve</code> körs.</p>" : "")
}

private func problems(_ title: String, _ words: String, _ items: [String]) -> String {
  "<div class=\"samsyn-errors\" role=\"group\" tabindex=\"0\" aria-label=\"Fel\"><p><strong>\(title).</strong> \(words)</p>"
    + (items.isEmpty ? "" : list(items)) + "</div>"
}

private func item(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.location.map { location in
    "<p><code>\(escaped(location.path))</code> rad \(location.line), kolumn \(location.column)</p>"
  }
  let excerpt = DiagnosticPrinter(isColoured: false).excerpt(of: diagnostic)
  return "<li>\(place ?? "")<p>\(sentence(diagnostic.problem.words))</p>"
    + (excerpt.isEmpty ? "" : "<pre tabindex=\"0\">\(escaped(excerpt))</pre>") + "</li>"
}

private func item(_ withholding: Withholding) -> String {
  "<li><p><code>\(escaped(withholding.path))</code> hålls inne: \(sentence(withholding.reason.words))</p>"
    + (withholding.diagnostics.isEmpty ? "" : "<ol>\(withholding.diagnostics.map(item).joined())</ol>") + "</li>"
}

/// Messages come without a stop at their end.
private func sentence(_ words: String) -> String { escaped(words) + (words.hasSuffix("?") ? "" : ".") }

private func escaped(_ text: String) -> String {
  var out: [UInt8] = []
  out.appendEscaped(text)
  return String(decoding: out, as: UTF8.self)
}
