internal import Records

/// The front matter keys that mean something in a document of a kind.
package func frontMatterKeys(of kind: DocumentKind) -> [SchemaKey] {
  frontMatterSchema.listing.filter { $0.documents.isEmpty || $0.documents.contains(kind) }
}

/// Every key that the front matter of a document may have. Where the text already says it, none is needed.
let frontMatterSchema = Schema<FrontMatter>([
  .parsed(
    "typ", takes: "protokoll, uppdrag, avtal eller sida",
    "Vad dokumentet är, när det inte framgår av texten.",
    parse: DocumentKind.init(rawValue:)
  ) { $0.kind = $1 },
  .text("titel", "Dokumentets titel, när den ska vara en annan än den första rubriken.") { $0.title = $1 },
  .entries(
    "organ", takes: "ett namn; i en uppdragsbeskrivning också en lista, där varje rad har namn och organets regler",
    for: [.minutes, .terms],
    "Organet som sammanträdde, eller det som uppdragsbeskrivningen gäller, och dess regler.",
    of: statedBodySchema, from: StatedBody(), text: { StatedBody(name: Fact($0, line: 0, .stated)) }
  ) { frontMatter, entries in
    frontMatter.bodies = entries.map { entry in
      var body = entry.row
      body.name?.line = entry.line
      return body
    }
    // More than one, or one with rules, is for terms of reference only.
    if let only = frontMatter.bodies.first, frontMatter.bodies.count == 1, only.isNameOnly {
      frontMatter.body = only.name
    }
  },
  .date("datum", for: [.minutes, .terms, .agreement], "Dagen för sammanträdet, eller dokumentets datum.") {
    $0.date = $1
  },
  .text("tid", for: [.minutes], "Klockslagen för sammanträdet, till exempel 08.15-12.00.") { $0.time = $1 },
  .text("plats", for: [.minutes], "Lokal och ort, eller att mötet var digitalt.") { $0.place = $1 },
  .text("dnr", for: [.minutes, .terms, .agreement], "Diarienumret.") { $0.reference = $1 },
  .text("ordförande", for: [.minutes], "Den som ledde sammanträdet.") { $0.chair = $1 },
  .text("sekreterare", for: [.minutes], "Den som förde protokollet.") { $0.secretary = $1 },
  .attendance("närvarande", "Ledamöter och tjänstgörande ersättare som var med.", .present, .member) {
    $0.present = $1
  },
  .attendance("övriga", "Adjungerade, tjänstepersoner och gäster som var med.", .present, .official) {
    $0.others = $1.map { one in
      var one = one
      one.group = groupOfOther(one.role)
      return one
    }
  },
  .attendance("frånvarande", "De som hade förhinder.", .absent, .member) { $0.absent = $1 },
  .named(
    "punkter", takes: "ärendenas nummer, och under varje nummer det som ska gälla för ärendet", for: [.minutes],
    "Det som gäller ett ärende. Den andra § 12 i samma protokoll skrivs \"12#2\".", of: statedItemSchema,
    from: StatedItem()
  ) { frontMatter, name, item, line in
    var item = item
    item.name = name
    frontMatter.items.append((item, line))
  },
  .text(
    "ärende", takes: "ärendets namn, samma i alla dokument", for: [.minutes, .agreement],
    "Ärendet som avtalet hör till, eller alla punkter i protokollet som inte har ett eget."
  ) { $0.matter = $1 },
  .entries(
    "nästa möten", takes: "ett datum skrivet 2024-05-17, eller en lista av datum eller {organ, datum}",
    for: [.minutes], "Möten som protokollet berättar om.", of: nextMeetingSchema, from: noNextMeeting,
    text: { text in
      CalendarDate(iso: text).map { NextMeeting(body: nil, date: $0, text: text, line: 0) }
    }
  ) { frontMatter, entries in
    frontMatter.nextMeetings = entries.map { entry in
      var next = entry.row
      (next.line, next.certainty) = (entry.line, .stated)
      return next
    }
  },
  .entries(
    "underskrifter", takes: "en lista, där varje rad har namn, roll och datum", for: [.minutes],
    "De som har skrivit under, som vad och när.", of: signatureSchema, from: noSignature, text: { _ in nil }
  ) { frontMatter, entries in
    frontMatter.signatures = entries.map { entry in
      var signature = entry.row
      (signature.line, signature.certainty) = (entry.line, .stated)
      return signature
    }
  },
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
    "id", takes: "ett kort namn av små bokstäver a-z, siffror och bindestreck", for: [.agreement],
    "Namnet i adressen; versioner av samma avtal har samma.",
    parse: { !$0.isEmpty && slug($0) == $0 ? $0 : nil }
  ) { $0.id = $1 },
  .parsed(
    "typ av avtal", takes: "avtal, överenskommelse, riktlinje, rutin eller strategi", for: [.agreement],
    "Vad slags avtal det är, när titeln inte säger det.",
    parse: {
      [
        "avtal": Agreement.Kind.contract, "överenskommelse": .agreement, "riktlinje": .guideline,
        "rutin": .procedure, "strategi": .strategy,
      ][$0]
    }
  ) { $0.agreementKind = $1 },
  .date("giltig från", for: [.terms, .agreement], "Första dagen det gäller.") { $0.validFrom = $1 },
  .parsed(
    "giltig till", takes: "ett datum som finns, skrivet 2024-05-17, eller ordet tillsvidare", for: [.agreement],
    "Sista dagen det gäller.", parse: lastDay
  ) {
    $0.untilFurtherNotice = $1.value == nil ? Fact(true, line: $1.line, .stated) : nil
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
  .names("ämne", for: [.agreement], "Det som avtalet handlar om; går att välja i registret.") { $0.topics = $1 },
  .rows(
    "undantag", "Personuppgifter som får stå kvar, med vem som har beslutat det.", of: exceptionSchema,
    from: PersonalDataException()
  ) { frontMatter, exception, _ in frontMatter.exceptions.append(exception) },
  .parsed(
    "struket", takes: "ta bort eller visa", "Vad som ska hända med överstruken text utanför närvaron.",
    parse: StruckText.init(rawValue:)
  ) { $0.struckText = $1.value },
  .rows(
    "rättelse", for: [.minutes, .agreement], "Det som har ändrats i texten sedan den godkändes.", of: correctionSchema,
    from: StatedCorrection()
  ) { frontMatter, row, _ in
    guard let date = row.date, let what = row.what, let by = row.by else { return }
    frontMatter.corrections.append(Correction(date: date, what: what, by: by))
  },
  .entries(
    "bilagor", takes: "ett filnamn, eller en lista av filnamn eller {fil, titel, punkt, tillgänglig}",
    for: [.minutes, .agreement], "De filer under bilagor/ som publiceras med dokumentet.", of: attachmentSchema,
    from: StatedAttachment(), text: { StatedAttachment(file: $0) }
  ) { frontMatter, entries in
    frontMatter.attachments = entries.map { entry in
      var attachment = entry.row
      attachment.line = entry.line
      return attachment
    }
  },
  .parsed(
    "ordning", takes: "ett helt tal", for: [.page], "Var sidan står i listan över sidor; låga tal först.",
    parse: { Int($0) }
  ) { $0.order = $1 },
  .parsed(
    "språk", takes: "en språkkod, till exempel en, fi, ar eller sr-Latn, inte språkets namn", for: [.page],
    "Språket som sidan är skriven på, när det inte är svenska.", parse: LanguageTag.init
  ) { $0.language = $1 },
])

private let noNextMeeting = NextMeeting(body: nil, date: nil, text: "", line: 0)

private let nextMeetingSchema = Schema<NextMeeting>([
  .text("organ", "Organet, när det är ett annat än protokollets.") { $0.body = $1.value },
  .date("datum", "Dagen.", isRequired: true) {
    $0.date = $1.value
    $0.text = $1.value.description
  },
])

private let exceptionSchema = Schema<PersonalDataException>([
  .parsed(
    "gäller",
    takes:
      "e-post, telefon, reservnummer, felskrivet personnummer, gatuadress, fastighet, registreringsnummer, konto, födelsedatum eller känslig uppgift",
    "Vilket slags uppgift.",
    isRequired: true,
    parse: {
      [
        "e-post": PersonalDataKind.email, "telefon": .telephone, "reservnummer": .reserveNumber,
        "felskrivet personnummer": .likeIdentityNumber, "gatuadress": .streetAddress, "fastighet": .property,
        "registreringsnummer": .numberPlate, "konto": .account, "födelsedatum": .birthDate,
        "känslig uppgift": .sensitiveTopic,
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
