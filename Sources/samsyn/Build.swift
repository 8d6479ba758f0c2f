internal import ArgumentParser
internal import Publishing

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bygger webbplatsen och byter ut den som står där, i ett enda steg.",
    discussion: "Har innehållet fel skrivs ingenting, och den webbplats som stod där förut står kvar.")

  @OptionGroup var options: SiteOptions

  func run() throws { try make(options, publishes: true) }
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Gör allt som build gör utom att skriva: säger vad som är fel och vad som hålls tillbaka.")

  @OptionGroup var options: SiteOptions

  func run() throws { try make(options, publishes: false) }
}

/// Builds, tells what came of it, and leaves with the status that says so.
private func make(_ options: SiteOptions, publishes: Bool) throws {
  let report: Report
  do {
    report = try build(options.folder, options.choices, publishes: publishes)
  } catch {
    tell("samsyn: \(error.words)\n")
    throw ExitCode(2)
  }
  if options.json {
    show(report.json)
  } else {
    tell(DiagnosticPrinter(isColoured: isColourWanted()).text(of: report))
    tell([report.summary(publishes: publishes), report.afterword].compactMap(\.self).joined(separator: "\n") + "\n")
  }
  if report.hasErrors { throw ExitCode(1) }
}
