internal import ArgumentParser
internal import Publishing
internal import Records

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Visar vad som har lästs ut ur ett dokument, och ur vilken rad.",
    discussion: """
      Inget publiceras och inget annat dokument läses. Stämmer något inte, skriv det rätta överst i dokumentet:

          ---
          organ: Länssamverkansgruppen
          datum: 2024-05-17
          ---
      """)

  @Argument(help: ArgumentHelp("Dokumentet.", valueName: "fil"))
  var file: String

  @Flag(help: "Skriv resultatet som JSON.")
  var json = false

  func run() throws {
    let document = document(at: file)
    if json {
      show(document.inspection)
    } else {
      show(document.sheet)
      let printer = DiagnosticPrinter(isColoured: isColourWanted())
      tell(printer.text(of: document.diagnostics))
    }
    if document.isUnread { throw ExitCode(2) }
    if document.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
