package import Records

/// What the three files of settings say. A file that is not there leaves the defaults.
package func readSettings(site: SourceFile?, people: SourceFile?, calendar: SourceFile?) -> (Site, [Diagnostic]) {
  var settings = Site()
  var diagnostics: [Diagnostic] = []
  let files: [(SourceFile?, Schema<Site>)] = [(site, siteSchema), (people, peopleSchema), (calendar, calendarSchema)]
  for case (let file?, let schema) in files {
    // Settings are held to the same bytes as documents.
    let text = normalise(file)
    diagnostics += text.diagnostics
    guard text.diagnostics.isEmpty else { continue }
    let (value, syntax) = readYAML(text.bytes[...], path: file.path, firstLine: 1)
    diagnostics += syntax
    guard let value else { continue }
    diagnostics += schema.read(value, into: &settings)
  }
  if let site { diagnostics += accentFaults(of: settings, path: site.path) }
  return (settings, diagnostics)
}

/// Links in the site's own colour must be readable on every ground that they stand on.
private func accentFaults(of site: Site, path: String) -> [Diagnostic] {
  [(Accent.Ground.light, site.accentInLight), (.dark, site.accentInDark)].compactMap { ground, stated in
    guard let stated, case let contrast = stated.value.contrast(on: ground.colours), contrast < Accent.contrast else {
      return nil
    }
    let nearest = Accent.shade(of: stated.value, on: ground)
    let fault = Problem.accentContrast(stated.value, contrast: contrast, on: ground, nearest: nearest)
    return Diagnostic(fault, at: SourceLocation(path: path, line: stated.line))
  }
}

/// A web address that pages can stand below, with a slash at its end; nil for what is no such address.
package func baseURL(_ text: String) -> String? {
  guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
  let rest = text.dropFirst(scheme.count)
  let forbidden = rest.unicodeScalars.contains { $0.value <= 0x20 || "?#\"'<>\\{}|^`@".unicodeScalars.contains($0) }
  guard !forbidden, let host = rest.split(separator: "/", omittingEmptySubsequences: false).first, !host.isEmpty else {
    return nil
  }
  return text.hasSuffix("/") ? text : text + "/"
}

/// `samsyn.yml`
let siteSchema = Schema<Site>([
  .text("namn", "Vad webbplatsen heter.") { $0.name = $1.value },
  .text("län", "Länet som organen samverkar i.") { $0.county = $1.value },
  .parsed(
    "adress", takes: "en webbadress som börjar med https://", "Adressen där webbplatsen ligger.", parse: baseURL
  ) { $0.baseURL = $1.value },
  .text("kontakt", "Vem man vänder sig till, och hur.") { $0.contact = $1.value },
  .text(
    "logotyp", takes: "namnet på en bild i mappen content, i SVG eller PNG",
    "Bilden bredvid webbplatsens namn överst på varje sida."
  ) { $0.logoFile = $1 },
  .one(
    "accentfärg", takes: aColour + ", eller {ljus: den ena, mörk: den andra}",
    "Färgen på länkar och på fältet överst; utan mörk görs den mörka varianten av den ljusa.", of: accentSchema,
    from: StatedAccent(), text: { Colour(hex: $0).map { StatedAccent(light: Fact($0, line: 0, .stated)) } }
  ) { site, stated, line in
    (site.accentInLight, site.accentInDark) = (stated.light, stated.dark)
    if stated.light?.line == 0 { site.accentInLight?.line = line }
  },
  .names("funktionsadresser", "E-postadresser och telefonnummer till funktioner, som får stå i texterna.") {
    $0.roleAddresses = $1.map(\.value)
  },
  .text(
    "skyddade personer", takes: "sökvägen till en fil, räknad från mappen content",
    "En fil utanför content med ett namn på varje rad: namn som inte får stå någonstans på webbplatsen."
  ) { $0.protectedNames = $1 },
  .text("licens", "Under vilken licens data får användas, till exempel CC0-1.0.") { $0.licence = $1.value },
  .date("exempel", "Sätts bara för en demonstration: den dag som webbplatsen visar.") { $0.exampleDate = $1.value },
  .one(
    "tillgänglighetsredogörelse", takes: "uppgifterna som lagen kräver, en på varje rad under nyckeln",
    "Vad en offentlig webbplats måste säga om sin tillgänglighet; sidan görs av det.", of: accessibilitySchema,
    from: AccessibilityStatement(), text: { _ in nil }
  ) { site, statement, line in
    site.accessibility = statement
    site.accessibility?.line = line
  },
  .rows(
    "huvudmän", "Kommuner och regioner som samverkar.", of: principalSchema, from: Principal(name: "", slug: "")
  ) { site, principal, _ in site.principals.append(principal) },
  .rows("organ", "Samverkansorgan, när de kallas mer än ett namn.", of: nameSchema, from: noName) { site, name, _ in
    site.bodies.append(name)
  },
  .rows(
    "adresser", "Vad som har hänt med en adress som har varit offentlig: den har flyttat, eller är återkallad.",
    of: formerAddressSchema, from: FormerAddressRow(),
    lacking: {
      $0.isWhole ? nil : "för varje adress antingen flyttad till, eller återkallad tillsammans med skäl"
    }
  ) { site, row, location in
    let fate = row.target.map { FormerAddress.Fate.moved(to: $0) } ?? row.withdrawn.map { .withdrawn($0) }
    guard let address = row.address, let fate else { return }
    site.formerAddresses.append(
      FormerAddress(address: address, fate: fate, reason: row.reason ?? "", location: location))
  },
])

private struct StatedAccent: Sendable {
  var light: Fact<Colour>?
  var dark: Fact<Colour>?
}

private let aColour = "en färg som sex siffror och bokstäver inom citattecken, till exempel \"#0d5c55\""

private let accentSchema = Schema<StatedAccent>([
  .parsed("ljus", takes: aColour, "Färgen på ljus bakgrund.", isRequired: true, parse: { Colour(hex: $0) }) {
    $0.light = $1
  },
  .parsed("mörk", takes: aColour, "Färgen på mörk bakgrund.", parse: { Colour(hex: $0) }) { $0.dark = $1 },
])

private struct FormerAddressRow: Sendable {
  var address: Permalink?
  var target: Permalink?
  var withdrawn: CalendarDate?
  var reason: String?

  /// One of the two, and what is withdrawn with a reason.
  var isWhole: Bool { (target == nil) != (withdrawn == nil) && (withdrawn == nil || reason != nil) }
}

private let anAddress =
  "en adress på webbplatsen, /moten/samradet/2024-05-17/, gärna med #p12 efter, men inte en persons"

private let formerAddressSchema = Schema<FormerAddressRow>([
  .parsed(
    "adress", takes: anAddress, "Adressen som fanns.", isRequired: true, parse: { Permalink(written: $0) }
  ) { $0.address = $1.value },
  .parsed(
    "flyttad till", takes: anAddress, "Var det finns nu; det som ligger under adressen följer med.",
    parse: { Permalink(written: $0) }
  ) { $0.target = $1.value },
  .date("återkallad", "Dagen då det togs bort från webbplatsen.") { $0.withdrawn = $1.value },
  .text("skäl", "Varför; måste finnas för det som är återkallat, och visas på sidan.") { $0.reason = $1.value },
])

private let accessibilitySchema = Schema<AccessibilityStatement>([
  .text("myndighet", "Den som står bakom webbplatsen.", isRequired: true) { $0.authority = $1.value },
  .parsed(
    "förenlig", takes: "helt, delvis eller inte", "Hur väl webbplatsen lever upp till lagen.", isRequired: true,
    parse: {
      [
        "helt": AccessibilityStatement.Conformance.full, "delvis": .partial,
        "inte": AccessibilityStatement.Conformance.none,
      ][$0]
    }
  ) { $0.conformance = $1.value },
  .texts("brister", "Vad som inte är tillgängligt, och varför; [] när inget är känt.", isRequired: true) {
    $0.flaws = $1.map(\.value)
  },
  .date("prövad", "När tillgängligheten prövades.", isRequired: true) { $0.assessed = $1.value },
  .text("metod", "Hur den prövades, och av vem, i en hel mening.", isRequired: true) { $0.method = $1.value },
  .date("genomgången", "När redogörelsen senast gicks igenom.", isRequired: true) { $0.updated = $1.value },
  .text("kontakt", "Vem man säger till om något inte fungerar, och hur.", isRequired: true) { $0.contact = $1.value },
  .parsed(
    "anmälan", takes: "en webbadress som börjar med https://", "Tillsynsmyndighetens sida för anmälan.",
    parse: { $0.hasPrefix("https://") && !$0.contains(where: \.isWhitespace) ? $0 : nil }
  ) { $0.complaints = $1.value },
  .texts("oskäligt betungande", "Vad som är undantaget enligt 12 §, med skäl.") { $0.burdens = $1.map(\.value) },
  .texts("utanför lagen", "Vad lagen inte omfattar, med skäl.") { $0.uncovered = $1.map(\.value) },
])

/// `personer.yml`
let peopleSchema = Schema<Site>([
  .rows(
    "personer", "Människor vars namn behöver förklaras eller inte ska visas.", of: personSchema,
    from: PersonEntry(name: "")
  ) { site, person, location in
    var person = person
    person.location = location
    site.people.append(person)
  }
])

/// `kalender.yml`
let calendarSchema = Schema<Site>([
  .rows("möten", "Planerade sammanträden.", of: meetingSchema, from: MeetingRow()) { site, row, location in
    guard let body = row.body, let date = row.date else { return }
    site.planned.append(PlannedMeeting(body: body, date: date, time: row.time, place: row.place, location: location))
  }
])

private let noName = Site.Name(name: "", aliases: [])

private let principalSchema = Schema<Principal>([
  .text("namn", "Hela namnet.", isRequired: true) {
    $0.name = $1.value
    $0.slug = slug($1.value)
  },
  .parsed(
    "typ", takes: "kommun eller region", "Vad den är.",
    parse: { ["kommun": Principal.Kind.municipality, "region": .region][$0] }
  ) { $0.kind = $1.value },
  .names("alias", "Andra namn i texterna.") { $0.aliases = $1.map(\.value) },
  .parsed(
    "anslagstavla", takes: "en webbadress som börjar med https://", "Huvudmannens officiella anslagstavla.",
    parse: { $0.hasPrefix("https://") && isSafeLink($0) ? $0 : nil }
  ) { $0.noticeBoard = $1.value },
])

private let nameSchema = Schema<Site.Name>([
  .text("namn", "Namnet som visas.", isRequired: true) { $0.name = $1.value },
  .names("alias", "Andra namn i texterna.") { $0.aliases = $1.map(\.value) },
])

private let personSchema = Schema<PersonEntry>([
  .text("namn", "Namnet som visas.", isRequired: true) { $0.name = $1.value },
  .names("alias", "Andra sätt som samma person skrivs på i texterna.") { $0.aliases = $1.map(\.value) },
  .names("huvudman", "Den eller de som personen företräder, när flera har samma namn eller en person har bytt.") {
    $0.principals = $1.map(\.value)
  },
  .names("skilj", "Liknande namn som är någon annan.") { $0.others = $1.map(\.value) },
  .parsed(
    "visa", takes: "namn, roll eller dold", "Vad webbplatsen visar av personen.",
    parse: { ["namn": PersonEntry.Display.name, "roll": .role, "dold": .nothing][$0] }
  ) { $0.display = $1.value },
  .list(
    "tidigare", takes: "slutet av sidans gamla adress, ada-ek, eller flera inom hakparentes",
    "Adresser som personens sida har haft och som ska leda till den nya.", parse: { slug($0) == $0 ? $0 : nil }
  ) { $0.formerSlugs = $1.map(\.value) },
])

private struct MeetingRow: Sendable {
  var body: String?
  var date: CalendarDate?
  var time: String?
  var place: String?
}

private let meetingSchema = Schema<MeetingRow>([
  .text("organ", "Organet som ska sammanträda.", isRequired: true) { $0.body = $1.value },
  .date("datum", "Dagen.", isRequired: true) { $0.date = $1.value },
  .text("tid", "Klockslag.") { $0.time = $1.value },
  .text("plats", "Lokal och ort.") { $0.place = $1.value },
])
