package import Records

/// A file of `svar/`, understood; nil when it cannot be. It is held to the same bytes, and to the same rules of personal
/// data, as documents are.
package func readAnswers(_ file: SourceFile, roleAddresses: Set<String> = []) -> (AnswerFile?, [Diagnostic]) {
  let text = normalise(file)
  guard text.diagnostics.isEmpty else { return (nil, text.diagnostics) }
  let place = SourceLocation(path: file.path, line: 1)
  let (value, syntax) = readYAML(text.bytes[...], path: file.path, firstLine: 1)
  let personal = personalData(in: text.bytes[...], path: file.path, roleAddresses, [], roster: { [] }).diagnostics
  // An empty file says nothing, as an empty file of settings does.
  guard let value else { return (nil, syntax) }
  var answers = AnswerFile(subject: Fact("", line: 1, .stated), location: place)
  let problems = answersSchema.read(value, into: &answers)
  return (answers.subject.value.isEmpty ? nil : answers, problems + personal)
}

private let aRecommendation =
  "organet, mötets datum och paragrafen: Samråd vård och omsorg 2024-05-24 § 14, eller adressen /moten/organet/2024-05-24/#p14"

/// A file of `svar/`.
let answersSchema = Schema<AnswerFile>([
  .text("gäller", takes: aRecommendation, "Rekommendationen eller remissen som svaren gäller.", isRequired: true) {
    $0.subject = $1
    $0.location = SourceLocation(path: $0.location.path, line: $1.line)
  },
  .parsed(
    "typ", takes: "rekommendation eller remiss", "Vad paragrafen är, när det inte framgår av protokollet.",
    parse: { ["rekommendation": Recommendation.Kind.recommendation, "remiss": .consultation][$0] }
  ) { $0.kind = $1.value },
  .names("till", "De huvudmän som ska svara, när det inte framgår av protokollet.") { $0.recipients = $1 },
  .date("senast", "Sista dagen att svara, när det inte framgår av protokollet.") { $0.due = $1.value },
  .rows(
    "svar", "Vad var och en har svarat.", of: answerSchema,
    from: AnswerFile.Row(principal: "", location: SourceLocation(path: "")), lacking: \.lack
  ) { file, row, location in
    var row = row
    row.location = location
    file.answers.append(row)
  },
])

private let answerSchema = Schema<AnswerFile.Row>([
  .text("huvudman", "Huvudmannens namn.", isRequired: true) { $0.principal = $1.value },
  .parsed(
    "svar", takes: "ja, delvis, nej, reservation eller ej beslutat", "Svaret.", isRequired: true,
    parse: { word -> PrincipalResponse.Answer?? in
      let answers: [String: PrincipalResponse.Answer] = [
        "ja": .yes, "delvis": .partly, "nej": .no, "reservation": .reserved,
      ]
      return word == "ej beslutat" ? .some(nil) : answers[word].map { .some($0) }
    }
  ) { $0.answer = $1.value },
  .date("datum", "Dagen för beslutet.") { $0.date = $1.value },
  .text("instans", "Instansen som beslutade, gärna med paragraf: Socialnämnden § 41.") { $0.instance = $1.value },
  .parsed(
    "länk", takes: "en webbadress som börjar med https:// eller http://", "Var beslutet finns på nätet.",
    parse: { isSafeLink($0) && ($0.hasPrefix("https://") || $0.hasPrefix("http://")) ? $0 : nil }
  ) { $0.link = $1.value },
  .text("anmärkning", "Det som behöver sägas om svaret, på en rad.") { $0.note = $1.value },
])

extension AnswerFile.Row {
  /// What has not been decided has no decision to tell of.
  fileprivate var lack: String? {
    answer == nil && (date != nil || instance != nil || link != nil)
      ? "datum, instans och länk bara för den som har beslutat; stryk dem, eller skriv vad svaret blev" : nil
  }
}
