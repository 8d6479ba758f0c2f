internal import ArgumentParser
internal import Publishing

/// Where the site is and how it is to be made: the same for `build` and `check`.
struct SiteOptions: ParsableArguments {
  @OptionGroup var sources: SourceOptions

  @Option(help: ArgumentHelp("Mappen som sidorna läggs i. (standard: public i webbplatsens mapp)", valueName: "mapp"))
  var output: String?

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

  var folder: SiteFolder {
    SiteFolder(site: sources.site, content: sources.content, templates: sources.templates, output: output)
  }

  var choices: Choices {
    Choices(asOf: sources.asOf, baseURL: baseURL, drafts: drafts, today: todayInStockholm())
  }
}
