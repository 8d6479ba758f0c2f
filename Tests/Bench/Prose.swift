/// Sentences from tables of words. All are written for this tool.
struct Prose {
  var random: Seeded
  let year: Int

  /// Three to six sentences.
  mutating func paragraph(_ people: [Cast.Person]) -> String {
    (0..<random.number(3...6)).map { _ in sentence(people) }.joined(separator: " ")
  }

  mutating func title() -> String {
    let subject = random.pick(Self.subjects)
    return switch random.below(6) {
    case 0: "Lägesrapport om \(subject)"
    case 1: "Gemensam plan för \(subject)"
    case 2: "Uppföljning av \(subject)"
    case 3: "Ansökan om medel till \(subject)"
    case 4: "Frågor kring \(subject)"
    default: subject.prefix(1).uppercased() + subject.dropFirst()
    }
  }

  mutating func task(_ people: [Cast.Person]) -> String {
    let subject = random.pick(Self.subjects)
    return switch random.below(6) {
    case 0: "\(random.pick(people).name) skriver ett förslag om \(subject) och lämnar det senast den \(day())."
    case 1: "Ge \(random.pick(Cast.bodies).name) i uppdrag att räkna på \(subject) till den \(day())."
    case 2: "Bordlägga frågan om \(subject) till mötet den \(day())."
    case 3: "Rekommendera huvudmännen att avsätta pengar för \(subject) under \(year + 1)."
    case 4: "Godkänna redovisningen av \(subject)."
    default: "Be \(random.pick(Cast.municipalities)) berätta om sina försök med \(subject) den \(day())."
    }
  }

  mutating func figures() -> [(String, String)] {
    (0..<random.number(3...8)).map { _ in (random.pick(Cast.principals), "\(random.number(12...980))") }
  }

  mutating func day() -> String { "\(random.number(1...28)) \(random.pick(Self.months)) \(year + random.below(2))" }

  private mutating func sentence(_ people: [Cast.Person]) -> String {
    let subject = random.pick(Self.subjects)
    let person = random.pick(people)
    let place = random.pick(Cast.municipalities)
    return switch random.below(16) {
    case 0:
      "Under \(random.pick(Self.seasons)) har \(place) prövat nya vägar för \(subject), och \(random.number(11...89)) procent av de tillfrågade är nöjda."
    case 1: "\(person.name) undrade om \(subject) kan ordnas gemensamt i hela länet."
    case 2:
      "Kostnaden för \(subject) bedöms bli \(random.number(105...995)) 000 kr, varav \(place) svarar för \(random.pick(Self.shares))."
    case 3: "\(person.name) från \(person.principal) ansåg att tidplanen är för snäv."
    case 4: "Frågan behandlades senast av \(random.pick(Cast.bodies).name) och väntas komma åter den \(day())."
    case 5:
      "I \(Cast.region) saknas ännu underlag om \(subject), men siffror ska finnas framme i \(random.pick(Self.months))."
    case 6:
      "Flera ledamöter betonade att \(subject) berör både \(random.pick(Self.groups)) och \(random.pick(Self.groups))."
    case 7:
      "Enkäten besvarades av \(random.number(20...400)) personer, och \(random.pick(Self.groups)) lyfte främst \(subject)."
    case 8: "Enligt \(random.pick(Self.agreements)) ska varje huvudman själv bekosta \(subject)."
    case 9:
      "\(place) och \(random.pick(Cast.municipalities)) delar sedan \(random.pick(Self.months)) på en tjänst för \(subject)."
    case 10:
      "Svårigheten är att \(random.pick(Self.groups)) sällan nås av den information som skickas ut om \(subject)."
    case 11: "Mötet enades om att låta \(person.name) hålla ihop det fortsatta arbetet med \(subject)."
    case 12:
      "Jämfört med året före har efterfrågan på \(subject) stigit från \(random.number(10...50)) till \(random.number(51...120)) per månad."
    case 13: "Det var oklart om \(random.pick(Self.agreements)) täcker \(subject) när någon flyttar mellan kommuner."
    case 14: "Bilderna från dragningen om \(subject) skickas ut tillsammans med anteckningarna."
    default: "Samarbetet kring \(subject) fungerar väl i \(place), där \(random.pick(Self.groups)) träffas varje vecka."
    }
  }

  static let agreements = ["Överenskommelse om trygg hemgång", "Avtal om nattpatrull", "Rutin för gemensam bedömning"]
  static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "augusti", "september", "oktober", "november", "december",
  ]
  private static let seasons = ["våren", "sommaren", "hösten", "vintern", "det gångna året", "provperioden"]
  private static let shares = ["en tredjedel", "hälften", "en mindre del", "hela beloppet", "två femtedelar"]
  private static let groups = [
    "anhöriga", "distriktssköterskor", "hemtjänstens personal", "elevhälsan", "ungdomar", "undersköterskor",
    "patienter",
    "biståndshandläggare", "vårdcentraler", "personliga assistenter", "rehabteamen", "boendestödjare",
  ]
  private static let subjects = [
    "kvällsöppna mottagningar", "hembesök hos nyblivna föräldrar", "säkra läkemedelslistor", "fallprevention i hemmet",
    "transporter mellan sjukhus och boende", "gemensam introduktion av vikarier", "stöd till familjehem",
    "digitala vårdplaner", "avlösning för anhöriga", "nattlig tillsyn med kamera", "tidiga samtal om övervikt",
    "tolkar vid svåra besked", "rehabilitering efter stroke", "läkarmedverkan på korttidsboenden",
    "sommarens bemanning",
    "psykiatrisk mobil hjälp", "utlåning av rullstolar", "journaler på lika villkor", "ungas frånvaro i skolan",
    "matlådor och undernäring", "kurser i palliativ vård", "tandhälsa bland äldre", "minnesmottagningar i inlandet",
    "arbetsterapi på distans", "väntetider till utredning", "samordnare för missbruksvård", "larm vid epilepsi",
    "brukarråd på träffpunkter", "praktikplatser för sjuksköterskor", "hygienronder på gruppbostäder",
  ]
}
