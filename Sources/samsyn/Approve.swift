internal import ArgumentParser
internal import Publishing
internal import Records

struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Skriver in i ett protokoll vilka som har justerat det, när organets egen regel tillåter det.",
    discussion: """
      Regeln är den som organets uppdragsbeskrivning gav på mötesdagen. De som justerar ska ha varit med på mötet i de \
      roller som regeln säger. Alla kan anges på en gång, eller en i taget; protokollet hålls inne tills alla har justerat:

          samsyn approve content/protokoll/lsg.md --by "Ada Ek" --by "Bo Lind" --date 2024-05-07

      Uppfylls inte regeln får du veta vad som saknas, och ingenting ändras.
      """)

  @Argument(help: ArgumentHelp("Protokollet.", valueName: "fil"))
  var file: String

  @Option(help: ArgumentHelp("En som har justerat; skriv flera gånger för flera.", valueName: "namn"))
  var by: [String]

  @Option(help: ArgumentHelp("Dagen då de justerade.", valueName: "datum"), transform: day("--date"))
  var date: CalendarDate

  @Option(
    help: ArgumentHelp(
      "Rollen som var och en hade på mötet, i samma ordning som --by: ordförande, vice ordförande eller justerare. "
        + "(standard: som protokollet säger)", valueName: "roll"),
    transform: { text in
      guard let role = ApprovalRule.Role(written: text) else {
        throw ValidationError("--role tar ordförande, vice ordförande eller justerare, inte \(text)")
      }
      return role
    })
  var role: [ApprovalRule.Role] = []

  @Option(help: ArgumentHelp("Webbplatsens mapp, med content/ i sig.", valueName: "mapp"))
  var site = "."

  @Option(help: ArgumentHelp("Mappen med dokument. (standard: content i webbplatsens mapp)", valueName: "mapp"))
  var content: String?

  func validate() throws {
    guard role.isEmpty || role.count == by.count else {
      throw ValidationError("--role skrivs en gång för varje --by, eller inte alls")
    }
  }

  func run() throws {
    let report = ApprovalReport(file: file, names: by, roles: role, date: date, today: todayInStockholm())
    let answer: ApprovalAnswer
    do {
      answer = try approve(report, in: SiteFolder(site: site, content: content))
    } catch {
      tell("samsyn: \(error.words)\n")
      throw ExitCode(2)
    }
    tell(DiagnosticPrinter(isColoured: isColourWanted()).text(of: answer.diagnostics) + answer.words + "\n")
    if !answer.isTaken { throw ExitCode(1) }
  }
}
