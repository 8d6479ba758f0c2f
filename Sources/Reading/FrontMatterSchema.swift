internal import Records

/// Every key that the front matter of a document may have. Where the text already says it, none is needed.
let frontMatterSchema = Schema<FrontMatter>([
  .parsed(
    "typ", takes: "protokoll, uppdrag, avtal eller sida",
    "Vad dokumentet är, när det inte framgår av texten.",
    parse: DocumentKind.init(rawValue:)
  ) { $0.kind = $1 },
  .text("titel", "Dokumentets titel, när den ska vara en annan än den första rubriken.") { $0.title = $1 },
  .text("organ", for: [.minutes], "Organet som sammanträdde, med det namn som uppdragsbeskrivningen ger det.") {
    $0.body = $1
  },
  .date("datum", for: [.minutes, .terms, .agreement], "Dagen för sammanträdet, eller dokumentets datum.") {
    $0.date = $1
  },
  .text("tid", for: [.minutes], "Klockslagen för sammanträdet, till exempel 08.15-12.00.") { $0.time = $1 },
  .text("plats", for: [.minutes], "Lokal och ort, eller att mötet var digitalt.") { $0.place = $1 },
  .text("dnr", for: [.minutes, .terms, .agreement], "Diarienumret.") { $0.reference = $1 },
  .text("ordförande", for: [.minutes], "Den som ledde sammanträdet.") { $0.chair = $1 },
  .text("sekreterare", for: [.minutes], "Den som förde protokollet.") { $0.secretary = $1 },
  .parsed(
    "status", takes: "utkast eller fastställd", "Ett utkast publiceras aldrig.",
    parse: { ["utkast": true, "fastställd": false][$0] }
  ) { $0.isDraft = $1.value },
  .date("justerat", for: [.minutes], "Dagen då den sista justeraren godkände protokollet.") { $0.approved = $1 },
  .names("justerare", for: [.minutes], "De som har justerat protokollet.") { $0.verifiers = $1 },
  .parsed(
    "arkiv", takes: "ett beslut: beslutad 2024-05-17 av Samråd vård och omsorg", for: [.minutes],
    "Beslutet att publicera ett protokoll som är äldre än organets regler.", parse: decided
  ) {
    $0.archiveDecision = Adoption(date: $1.value.date, by: $1.value.by, item: $1.value.item, line: $1.line)
  },
  .parsed(
    "extra möte", takes: "ett beslut: beslutad 2024-05-17 av Samråd vård och omsorg", for: [.minutes],
    "Beslutet att publicera protokollet från ett extra möte.", parse: decided
  ) {
    $0.extraMeetingDecision = Adoption(date: $1.value.date, by: $1.value.by, item: $1.value.item, line: $1.line)
  },
  .parsed(
    "id", takes: "ett kort namn av små bokstäver a-z, siffror och bindestreck", for: [.agreement, .page],
    "Namnet i adressen; versioner av samma avtal har samma.",
    parse: { !$0.isEmpty && slug($0) == $0 ? $0 : nil }
  ) { $0.id = $1 },
  .date("giltig från", for: [.terms, .agreement], "Första dagen det gäller.") { $0.validFrom = $1 },
  .parsed(
    "giltig till", takes: "ett datum som finns, skrivet 2024-05-17, eller ordet tillsvidare", for: [.agreement],
    "Sista dagen det gäller.", parse: lastDay
  ) {
    $0.isUntilFurtherNotice = $1.value == nil
    $0.validTo = $1.value.map { [line = $1.line] in Fact($0, line: line, .stated) }
  },
  .names("ersätter", for: [.agreement], "Det eller de avtal som det ersätter, med deras id.") { $0.replaces = $1 },
  .parsed(
    "antaget", takes: "ett datum, och gärna vem och var: 2024-05-17 av Samråd vård och omsorg § 12",
    for: [.agreement], "När avtalet antogs, av vem, och i vilken paragraf.", parse: adoption
  ) {
    $0.adoption = Adoption(date: $1.value.date, by: $1.value.by, item: $1.value.item, line: $1.line)
  },
  .names("parter", for: [.agreement], "De som har ingått avtalet.") { $0.parties = $1 },
  .rows(
    "undantag", "Personuppgifter som får stå kvar, med vem som har beslutat det.", of: exceptionSchema,
    from: PersonalDataException()
  ) { frontMatter, exception, _ in frontMatter.exceptions.append(exception) },
  .rows(
    "rättelse", "Det som har ändrats i texten sedan den godkändes.", of: correctionSchema, from: StatedCorrection()
  ) { frontMatter, row, _ in
    guard let date = row.date, let what = row.what, let by = row.by else { return }
    frontMatter.corrections.append(Correction(date: date, what: what, by: by))
  },
  .parsed(
    "ordning", takes: "ett helt tal", for: [.page], "Var sidan står i listan över sidor; låga tal först.",
    parse: { Int($0) }
  ) { $0.order = $1 },
])

private let exceptionSchema = Schema<PersonalDataException>([
  .parsed(
    "gäller", takes: "e-post, telefon, reservnummer eller felskrivet personnummer", "Vilket slags uppgift.",
    isRequired: true,
    parse: {
      [
        "e-post": PersonalDataKind.email, "telefon": .telephone, "reservnummer": .reserveNumber,
        "felskrivet personnummer": .likeIdentityNumber,
      ][$0]
    }
  ) { $0.kind = $1.value },
  .text("skäl", "Varför den får publiceras.", isRequired: true) { $0.reason = $1.value },
  .parsed(
    "beslutat", takes: "när och av vem: 2024-05-17 av Samråd vård och omsorg", "Vem som har beslutat det, och när.",
    isRequired: true, parse: { adoption($0).flatMap { $0.by == nil ? nil : $0 } }
  ) {
    $0.decision = Adoption(date: $1.value.date, by: $1.value.by, item: $1.value.item, line: $1.line)
  },
])

private struct StatedCorrection: Sendable {
  var date: CalendarDate?
  var what: String?
  var by: String?
}

private let correctionSchema = Schema<StatedCorrection>([
  .date("datum", "Dagen för rättelsen.", isRequired: true) { $0.date = $1.value },
  .text("vad", "Vad som ändrades.", isRequired: true) { $0.what = $1.value },
  .text("av", "Den som gjorde eller beslutade rättelsen.", isRequired: true) { $0.by = $1.value },
])

/// Some day, none for "tillsvidare", or nil for what is neither.
@Sendable private func lastDay(_ text: String) -> CalendarDate?? {
  if text.lowercased() == "tillsvidare" { return .some(nil) }
  return CalendarDate(iso: text).map { .some($0) }
}

/// `beslutad 2024-05-17 av Samråd vård och omsorg § 12`: who decided must be told.
@Sendable private func decided(_ text: String) -> (date: CalendarDate, by: String?, item: String?)? {
  guard text.hasPrefix("beslutad ") || text.hasPrefix("beslutat "),
    let decision = adoption(String(text.dropFirst(9))), decision.by != nil
  else { return nil }
  return decision
}

/// `2024-05-17`, `2024-05-17 av Samråd vård och omsorg`, `2024-05-17 av Samråd vård och omsorg § 12`.
@Sendable private func adoption(_ text: String) -> (date: CalendarDate, by: String?, item: String?)? {
  guard let date = CalendarDate(iso: text.prefix(10)) else { return nil }
  var rest = text.dropFirst(10)
  if rest.isEmpty { return (date, nil, nil) }
  guard rest.hasPrefix(" av ") else { return nil }
  rest = rest.dropFirst(4)
  var item: String?
  if let sign = rest.lastIndex(of: "§") {
    let number = rest[rest.index(after: sign)...].drop { $0 == " " }
    guard number.first?.isNumber == true else { return nil }
    item = String(number)
    rest = rest[..<sign]
  }
  while rest.last == " " || rest.last == "," { rest.removeLast() }
  return rest.isEmpty ? nil : (date, String(rest), item)
}
