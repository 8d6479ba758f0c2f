internal import ArgumentParser
internal import Records

/// Where the site is made from, and the day it is to show: the same for all commands that make one.
struct SourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Webbplatsens mapp, med content/ och templates/ i sig.", valueName: "mapp"))
  var site = "."

  @Option(help: ArgumentHelp("Mappen med dokument. (standard: content i webbplatsens mapp)", valueName: "mapp"))
  var content: String?

  @Option(help: ArgumentHelp("Mappen med sidmallar. (standard: templates i webbplatsens mapp)", valueName: "mapp"))
  var templates: String?

  @Option(
    help: ArgumentHelp(
      "Dagen som webbplatsen ska gälla, till exempel 2024-05-17. (standard: i dag)", valueName: "datum"),
    transform: day("--as-of"))
  var asOf: CalendarDate?
}

/// Reads the day that an option takes.
func day(_ option: String) -> @Sendable (String) throws -> CalendarDate {
  { text in
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("\(option) tar ett datum som finns, skrivet 2024-05-17")
    }
    return date
  }
}
