internal import ArgumentParser
internal import Publishing
internal import Records

/// Reads the day that an option takes.
func day(_ option: String) -> @Sendable (String) throws -> CalendarDate {
  { text in
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("\(option) tar ett datum som finns, skrivet 2024-05-17")
    }
    return date
  }
}

/// Where the site is and how it is to be made: the same for all commands that make one.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Webbplatsens mapp, med content/, templates/ och public/ i sig.", valueName: "mapp"))
  var site = "."

  @Option(help: ArgumentHelp("Mappen med dokument. (standard: content i webbplatsens mapp)", valueName: "mapp"))
  var content: String?

  @Option(help: ArgumentHelp("Mappen med sidmallar. (standard: templates i webbplatsens mapp)", valueName: "mapp"))
  var templates: String?

  @Option(help: ArgumentHelp("Mappen som sidorna läggs i. (standard: public i webbplatsens mapp)", valueName: "mapp"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Dagen som webbplatsen ska gälla, till exempel 2024-05-17. (standard: i dag)", valueName: "datum"),
    transform: day("--as-of"))
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Adressen där webbplatsen ska ligga, till exempel https://samverkan.example/.", valueName: "adress"),
    transform: { text in
      guard let address = webAddress(text) else {
        throw ValidationError("--base-url tar en webbadress, till exempel https://samverkan.example/")
      }
      return address
    })
  var baseURL: String?

  @Flag(help: "Visa också det som inte får vara offentligt, tydligt märkt. Kräver --output.")
  var drafts = false

  @Flag(help: "Skriv resultatet som JSON.")
  var json = false

  var folder: SiteFolder { SiteFolder(site: site, content: content, templates: templates, output: output) }

  var choices: Choices { Choices(asOf: asOf, baseURL: baseURL, drafts: drafts, today: todayInStockholm()) }
}
