internal import ArgumentParser
internal import Publishing
internal import Records

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Skriver ett nytt protokoll, en uppdragsbeskrivning eller ett avtal att fylla i.",
    discussion: """
      Det nya dokumentet är ett utkast, och ett utkast publiceras aldrig. Ett protokoll får organets egna rubriker, \
      nästa nummer, dem som kallas, och de dagar som organets uppdrag ger:

          samsyn new protokoll --body Länssamverkansgruppen --date 2026-04-24
          samsyn new uppdrag --body Hjälpmedelsrådet
          samsyn new avtal --title "Överenskommelse om hjälpmedel"

      Filen läggs under content/ och skrivs aldrig över en annan.
      """)

  @Argument(
    help: ArgumentHelp("protokoll, uppdrag eller avtal.", valueName: "slag"),
    transform: { text in
      guard let kind = NewDocument.Kind(rawValue: text) else {
        throw ValidationError("samsyn new tar protokoll, uppdrag eller avtal, inte \(text)")
      }
      return kind
    })
  var kind: NewDocument.Kind

  @Option(help: ArgumentHelp("Organet som möts, eller som uppdraget gäller.", valueName: "namn"))
  var body: String?

  @Option(
    help: ArgumentHelp(
      "Dagen för mötet, eller då dokumentet börjar gälla. (standard för protokoll: nästa möte i kalender.yml)",
      valueName: "datum"),
    transform: day("--date"))
  var date: CalendarDate?

  @Option(help: ArgumentHelp("Dokumentets titel.", valueName: "titel"))
  var title: String?

  @Option(
    help: ArgumentHelp("Dagen då arbetsutskottet förbereder mötet.", valueName: "datum"),
    transform: day("--committee-date"))
  var committeeDate: CalendarDate?

  @Option(
    help: ArgumentHelp("Filen som ska skrivas. (standard: efter organ och datum, under content/)", valueName: "fil"))
  var output: String?

  @Option(help: ArgumentHelp("Webbplatsens mapp, med content/ i sig.", valueName: "mapp"))
  var site = "."

  @Option(help: ArgumentHelp("Mappen med dokument. (standard: content i webbplatsens mapp)", valueName: "mapp"))
  var content: String?

  @Option(
    help: ArgumentHelp("Dagen som räknas som i dag. (standard: i dag)", valueName: "datum"),
    transform: day("--as-of"))
  var asOf: CalendarDate?

  func run() throws {
    var new = NewDocument(kind, today: asOf ?? todayInStockholm())
    (new.body, new.date, new.title, new.committeeDate, new.output) = (body, date, title, committeeDate, output)
    do {
      show(try write(new, in: SiteFolder(site: site, content: content)) + "\n")
    } catch {
      tell("samsyn: \(error.words)\n")
      throw ExitCode(2)
    }
  }
}
