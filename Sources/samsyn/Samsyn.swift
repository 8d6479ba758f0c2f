internal import ArgumentParser

@main
struct Samsyn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samsyn",
    abstract: "Gör en webbplats av protokoll, uppdragsbeskrivningar och avtal.",
    discussion: """
      Stå i webbplatsens mapp och skriv:

          samsyn build

      Dokumenten i content/ blir sidor i public/. Det som inte är justerat eller antaget hålls tillbaka, och du får \
      veta varför. Är något fel skrivs ingenting, och webbplatsen som stod där förut står kvar.

      Utgångskod: 0 allt gick bra, 1 innehållet har fel, 2 disken eller kommandoraden.
      """,
    subcommands: [Build.self, Check.self, Serve.self, Inspect.self, Approve.self, New.self])

  /// ArgumentParser's own status for a mistyped command line is 64; ours is 2, as for all that is not the content.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitCode {
      exit(withError: status)
    } catch  where exitCode(for: error) == .success {
      show(inSwedish(fullMessage(for: error)) + "\n")
    } catch {
      tell(inSwedish(fullMessage(for: error)) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}
