internal import Records

/// Every Swedish word that we recognise stands in these tables: adding a form is adding a row.
enum Grammar {
  /// Lists of people at a meeting, by what they are called.
  static let attendanceLabels: [(String, Attendance.Status, Attendance.Group)] = [
    ("närvarande ledamöter", .present, .member), ("beslutande ledamöter", .present, .member),
    ("tjänstgörande ersättare", .present, .member), ("närvarande ersättare", .present, .member),
    ("ej tjänstgörande ersättare", .present, .member), ("icke tjänstgörande", .present, .member),
    ("icke tjänstgörande ersättare", .present, .member), ("ej tjänstgörande", .present, .member),
    ("tjänstgörande ledamöter", .present, .member), ("övriga ledamöter", .present, .member),
    ("med på mötet", .present, .member),
    ("deltog inte", .absent, .member), ("deltog", .present, .member),
    ("frånvarande med anmält förhinder", .absent, .member),
    ("förhindrad", .absent, .member), ("övriga närvarande", .present, .official),
    ("övriga deltagare", .present, .official),
    ("närvarande tjänstepersoner", .present, .official), ("övriga tjänstepersoner", .present, .official),
    ("övriga tjänstemän", .present, .official), ("tjänstepersoner", .present, .official),
    ("tjänstemän", .present, .official), ("övriga", .present, .official),
    ("ständigt adjungerade", .present, .coopted), ("adjungerade", .present, .coopted),
    ("adjungerad", .present, .coopted), ("inbjudna gäster", .present, .guest), ("inbjudna", .present, .guest),
    ("gäster", .present, .guest), ("särskilt inbjudna", .present, .guest), ("gäst", .present, .guest),
    ("inbjuden", .present, .guest), ("föredragande", .present, .guest),
    ("anmält frånvaro", .absent, .member), ("anmäld frånvaro", .absent, .member),
    ("meddelat förhinder", .absent, .member),
    ("förhindrade att delta", .absent, .member), ("kunde inte komma", .absent, .member), ("återbud", .absent, .member),
    ("de här var med", .present, .member), ("på plats", .present, .member), ("vuxna", .present, .official),
    ("närvarande från region", .present, .member), ("ej närvarande", .absent, .member),
    ("frånvarande ledamöter", .absent, .member),
    ("frånvarande", .absent, .member), ("anmält förhinder", .absent, .member), ("förhindrade", .absent, .member),
    ("förhinder", .absent, .member), ("frånvaro", .absent, .member),
    ("närvarande", .present, .member), ("deltagare", .present, .member), ("beslutande", .present, .member),
    ("deltagande", .present, .member), ("ordinarie ledamöter", .present, .member), ("ledamöter", .present, .member),
    ("kallade", .present, .member),
    ("närvaro", .present, .member), ("ersättare", .present, .member),
  ]

  /// `form` labels nothing that we keep.
  enum FactLabel { case reference, dateAndTime, place, range, chair, secretary, verifiers, body, form }
  static let factLabels: [(String, FactLabel)] = [
    ("diarienummer", .reference), ("dnr", .reference), ("diarienr", .reference), ("ärendenummer", .reference),
    ("datum och tid", .dateAndTime), ("tid och datum", .dateAndTime), ("datum", .dateAndTime), ("tid", .dateAndTime),
    ("sammanträdesdatum", .dateAndTime), ("mötesdatum", .dateAndTime), ("mötestid", .dateAndTime),
    ("tidpunkt", .dateAndTime), ("tid och plats", .dateAndTime), ("plats och tid", .dateAndTime),
    ("plats, tid", .dateAndTime), ("sammanträdestid", .dateAndTime),
    ("plats", .place), ("lokal", .place), ("mötesplats", .place),
    ("ärenden", .range), ("ärende", .range), ("paragrafer", .range),
    ("ordförande", .chair), ("mötesordförande", .chair), ("ordf", .chair),
    ("sekreterare", .secretary), ("vid protokollet", .secretary), ("protokollförare", .secretary),
    ("justerare", .verifiers), ("justeringsperson", .verifiers), ("justeringspersoner", .verifiers),
    ("utsedd att justera", .verifiers), ("utsedda att justera", .verifiers), ("utses att justera", .verifiers),
    ("justerande", .verifiers), ("att justera", .verifiers), ("protokolljusterare", .verifiers),
    ("justeras av", .verifiers),
    ("organ", .body), ("grupp", .body), ("nämnd", .body), ("instans", .body), ("mötesform", .form),
    ("beslutsorgan", .body),
    ("när", .dateAndTime), ("var", .place), ("mötesordf", .chair), ("mötessekreterare", .secretary),
    ("antecknat av", .secretary), ("vid tangenterna", .secretary), ("skrev", .secretary), ("vid pennan", .secretary),
    ("antecknare", .secretary), ("sekr", .secretary),
  ]

  /// Lines of the head that give a day which is not the meeting's.
  static let otherDays = [
    "kallelse", "utskick", "utskrift", "utskriven", "publicer", "skickat", "uppdater", "justerat", "justeras", "anslag",
    "senast ändrad",
    "upprättad", "version", "sidan uppdaterades", "från:", "till:", "ämne:", "expedierat",
  ]
  /// What a body is called, as the end of a word; the head line that holds one names the body.
  static let bodyEndings = [
    "nämnd", "nämnden", "styrelse", "styrelsen", "råd", "rådet", "utskott", "utskottet", "grupp", "gruppen",
    "beredning", "beredningen",
    "samråd", "nätverk", "nätverket", "förbund", "förbundet", "kommitté", "kommittén", "direktion", "direktionen",
    "samverkan",
    "vattenråd", "samrådsgrupp", "forum", "delegation", "delegationen", "stämma", "kommission", "fullmäktige",
    "presidium", "kansli",
  ]

  /// How signature pages begin, and what shows that it is one.
  static let signaturePageOpenings = [
    "underskriftssida", "signatursida", "underskrifter", "signaturer", "verifikat", "verifikation", "signeringssida",
    "elektroniskt undertecknat",
    "elektronisk underskrift", "elektroniska underskrifter", "digital signering", "digitalt signerat",
    "detta dokument har undertecknats", "dokumentet är undertecknat",
    "dokumentet är elektroniskt undertecknat", "signerat med",
  ]
  static let signatureEvidence = [
    "titel, organisation:", "identifikation", "bankid", "transaktion", "ip-adress", "ip:", "personnummer",
    "e-legitimation", "freja", "signerat", "certifierad", "scrive", "visma sign",
    "tid: 2", "e-post (",
  ]
  static let signingOpenings = [
    "underskrifter", "signerat elektroniskt", "signerat digitalt", "digitalt signerad av", "digitalt signerat av",
    "elektroniskt signerad av", "elektroniskt signerat av", "signerad av",
  ]
  /// Lines at the foot of each page.
  static let signingMarks: Set<String> = [
    "justerandes sign", "justerandes signatur", "justerandes signaturer", "utdragsbestyrkande", "justerande", "sign",
  ]
  /// Other labels of the form on the first page of minutes; what they label is no fact that we keep.
  static let formLabels = [
    "underskrift", "justeringens plats", "justeringens tid", "plats och tid för justering", "paragrafer", "anslag",
    "bevis",
    "protokollet anslaget", "förvaringsplats", "datum för anslag",
  ]
  /// Parts of an item that have a heading of their own in many municipalities' minutes.
  static let itemSections = [
    "sammanfattning", "ärendebeskrivning", "ärendet", "bakgrund", "beslutsunderlag", "underlag för beslut", "yrkande",
    "reservation", "propositionsordning", "beslutsgång", "omröstning", "protokollsanteckning", "expedieras",
    "skickas till",
    "kopia till", "beslutet skickas", "förslag till beslut", "arbetsutskottets förslag", "förvaltningens förslag",
    "tjänsteskrivelse", "handlingar", "deltar inte", "jäv", "bedömning", "ekonomiska konsekvenser", "barnkonsekvens",
  ]

  /// What minutes call themselves.
  static let minutesWords = [
    "sammanträdesprotokoll", "mötesprotokoll", "protokoll", "minnesanteckningar", "mötesanteckningar", "anteckningar",
  ]
  static let termsWords = [
    "uppdragsbeskrivning", "arbetsordning", "reglemente", "uppdrag för", "uppdrag:", "stadgar för",
  ]
  static let agreementWords: [(String, Agreement.Kind)] = [
    ("överenskommelse", .agreement), ("avtal", .contract), ("riktlinje", .guideline), ("rutin", .procedure),
    ("strategi", .strategy), ("handlingsplan", .strategy),
  ]

  static let validityPhrases = [
    "gäller från", "gäller fr", "gäller under", "gäller den", "gäller t", "träder i kraft", "giltig", "avtalstid",
    "gäller mellan",
  ]
  /// Sentences that give days which are not the agreement's own.
  static let otherPeriods = ["gällde", "betal", "faktur", "försäkring", "uppsägning ska", "ersättning", "belopp"]

  static let presenterLabels = [
    "föredragande", "föredragning av", "föredragning", "föredras av", "inledare", "presentatör",
  ]
  static let decisionItem = ["beslutsärende", "beslutspunkt", "beslut ärende"]
  static let informationItem = ["informationsärende", "informationspunkt"]

  static let nextMeetingTitles = [
    "nästa möte", "nästa sammanträde", "nästa möten", "kommande möten", "kommande sammanträden", "övriga mötestider",
    "mötestider", "sammanträdestider", "nästkommande möte", "nästa mötestillfälle", "nästa gång", "nästa träff",
    "nästa gemensamma möte", "sammanträdesdagar",
    "mötesdagar", "mötesdatum", "sammanträden 1", "sammanträden 2", "datum för nästa", "tid för nästa",
    "nästa sammankomst",
  ]

  static let months: [(String, Int)] = [
    ("januari", 1), ("februari", 2), ("mars", 3), ("april", 4), ("maj", 5), ("juni", 6), ("juli", 7), ("augusti", 8),
    ("september", 9), ("oktober", 10), ("november", 11), ("december", 12), ("jan", 1), ("feb", 2), ("apr", 4),
    ("aug", 8), ("sept", 9), ("sep", 9), ("okt", 10), ("nov", 11), ("dec", 12),
  ]
  static let month: [String: Int] = Dictionary(uniqueKeysWithValues: months)

  /// From Monday.
  static let weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]

  /// Words that make a name an organisation's and not a person's; compared as the end of a word, in lower case.
  static let organisationEndings = [
    "kommun", "kommuner", "region", "regionen", "landsting", "landstinget", "nätverket", "verket", "rådet",
    "gruppen", "grupp", "nämnden", "nämnd", "styrelsen", "utskottet", "enheten", "förvaltningen", "förvaltning",
    "kansliet", "staben", "beredningen", "beredning", "samråd", "socialtjänst", "universitet", "centrum", "vård",
    "län", "förbundet", "förbund", "ab", "vårdcentral", "hälsocentral", "sjukhus", "lasarett", "råd",
    "avdelningen", "högskola", "centralen", "myndigheten", "byrån", "företaget", "psykiatri", "hälsa", "omsorg",
  ]
  static let organisationBeginnings = [
    "fou", "region", "kommun", "beredning", "samverkan", "styrgrupp", "arbetsgrupp", "bilaga", "punkt", "nära",
  ]
  /// Words that make a text a role; compared as the end of a word, in lower case.
  static let roleEndings = [
    "ordförande", "ordf", "sekreterare", "justerare", "chef", "samordnare",
    "handläggare", "strateg", "ledare", "utvecklare", "direktör", "ersättare", "ledamot", "specialist", "läkare",
    "controller", "jurist", "utredare", "rektor", "administratör", "sammankallande", "representant", "råd", "sköterska",
    "psykolog", "assistent", "adjungerad", "mas", "mar", "planerare", "konsult",
  ]
  static let nameParticles: Set<String> = ["von", "af", "de", "van", "der", "di", "da", "el", "al", "la", "le"]

  /// A verb by which a body decides, in the forms that come straight before or after its subject.
  static let decidingVerbs: WordSet = [
    "beslutade", "beslutar", "beslöt", "godkände", "godkänner", "fastställde", "fastställer", "antog", "antar",
    "uppdrog", "uppdrar", "uppdrager", "utsåg", "utser", "valde", "väljer", "bordlade", "bordlägger",
    "återremitterade", "återremitterar", "återförde", "återför", "avslog", "avslår", "biföll", "bifaller",
    "beviljade", "beviljar", "rekommenderade", "rekommenderar", "delegerade", "delegerar", "tillstyrkte",
    "tillstyrker", "avstyrkte", "avstyrker", "överlämnar", "överlämnade", "bemyndigar", "bemyndigade", "föreslår",
    "begär", "ställer", "ställde", "enades", "lade", "lägger", "noterade", "noterar", "tillsätter", "tillsatte",
    "ger", "gav",
  ]
  /// What must follow the verbs above that also have an everyday meaning.
  static let decidingVerbNeeds: [String: [String]] = [
    "ställer": ["sig bakom"], "ställde": ["sig bakom"], "enades": ["om"], "lade": ["handlingarna"],
    "lägger": ["handlingarna"], "föreslår": ["kommunfullmäktige", "fullmäktige", "regionstyrelsen"], "begär": [" att "],
    "ger": [" i uppdrag"], "gav": [" i uppdrag"],
    "noterade": ["informationen", "rapporten"], "noterar": ["informationen", "rapporten"],
  ]
  /// Verbs in the passive by which something is decided.
  static let passiveVerbs: WordSet = [
    "godkändes", "godkänns", "godkännes", "fastställdes", "fastställs", "antogs", "antas", "bordlades", "bordläggs",
    "valdes", "utsågs", "avslogs", "bifölls", "beslutades", "beslöts", "beslutas", "återremitterades", "lades", "läggs",
    "återremitteras", "avslås", "bifalles", "bifalls", "antages", "väljs", "väljes", "utses", "beviljades",
    "uppdras", "uppdrogs", "avstyrktes", "tillstyrktes",
  ]
  /// Passive verbs that also tell how things are done ("Kontakt utses före hemgång"), with what makes them a choice.
  static let passiveVerbNeeds: [String: [String]] = [
    "utses": ["juster", " till "], "väljs": ["juster", " till "], "väljes": ["juster", " till "],
  ]
  /// Passive verbs that are a decision when they open their sentence, with no subject before them.
  static let openingVerbs: WordSet = [
    "beslutades", "beslöts", "beslutas", "beslut", "godkändes", "godkänns", "fastställdes", "fastställs", "läggs",
    "lades",
    "bordläggs", "bordlades", "återremitteras", "återremitterades", "avslås", "avslogs", "bifalls", "bifölls",
    "uppdras",
    "uppdrogs", "antas", "antogs", "tillstyrks", "avstyrks",
  ]
  /// Verbs that say "we decide" without an object of their own.
  static let impersonalVerbs: WordSet = ["beslutas", "beslutades", "beslöts"]
  /// Words before a deciding verb that make it a wish, a condition, a question or a proposal.
  static let doubtWords: WordSet = [
    "om", "ifall", "huruvida", "fråga", "frågan", "föreslår", "föreslog", "vill", "ville", "yrkar", "yrkade", "ska",
    "skall", "bör",
    "borde", "kan", "kunde", "när", "innan", "som", "föreslås", "önskar", "förslag", "förslaget", "förutsatt", "frågar",
    "finner", "fann",
  ]
  /// What follows the clauses of a decision and is none.
  static let clauseEnds = [
    "reservation", "jäv", "protokollsanteckning", "särskilt yttrande", "beslutet skickas", "beslutet expedieras",
    "paragrafen", "expedieras",
  ]

  /// Words before a passive verb that make its sentence an account or a condition, not a decision.
  static let passiveStops: WordSet = [
    "att", "som", "om", "när", "innan", "efter", "då", "ska", "skall", "inte", "vilket", "tidigare", "kommer", "där",
  ]
  /// Words that make a decision somebody's earlier one.
  static let earlierWords: WordSet = ["tidigare", "förra", "föregående", "senast"]

  /// What a decision does, by the first of these that stands in its clause; compared in lower case as the beginning of
  /// a word, or as a phrase.
  static let decisionKinds: [(String, Decision.Kind)] = [
    ("inte förläng", .endsAgreement), ("ej förläng", .endsAgreement), ("säga upp avtal", .endsAgreement),
    ("stående punkt", .standingItem), ("återkommande punkt", .standingItem),
    ("till handlingarna", .files), ("bordläg", .defers), ("bordlad", .defers), ("tas upp nästa", .defers),
    ("skjuta upp", .defers),
    ("återremitter", .refers), ("återför", .refers), ("ställa sig bakom", .endorses), ("ställer sig bakom", .endorses),
    ("ställde sig bakom", .endorses), ("avsl", .rejects), ("bevilj", .awards), ("bifall", .grants), ("biföll", .grants),
    ("rekommend", .recommends), ("uppmana", .recommends), ("uppdra", .assigns), ("i uppdrag", .assigns),
    ("uppdrag åt", .assigns),
    ("delegera", .delegates), ("utse", .appoints), ("utsåg", .appoints), ("välj", .appoints), ("vald", .appoints),
    ("anta ", .adopts), ("antar ", .adopts), ("antog", .adopts), ("antas", .adopts), ("fastställ", .establishes),
    ("noter", .notes), ("tar del av", .notes), ("godkän", .approves),
  ]

  /// Before "möte" or "sammanträde": a meeting beside the ordinary ones.
  static let extraordinaryWords: WordSet = ["extra", "extrainsatt", "extraordinarie", "extrainkallat"]

  static let otherAppointments = [
    "senast ", "underlag", "handlingar ", "anmäl ", "förra mötet", "föregående möte", "kallelse", "justera",
    "sista dag",
  ]
  static let electingVerbs = ["vald", "välj", "utsåg", "utse", "väljes"]

  static let decisionHeadings: Set<String> = [
    "beslut", "beslut att", "konsensus", "beslut/konsensus", "beslut/åtgärd", "samrådets beslut", "gruppens beslut",
    "rådets beslut", "beredningens beslut",
  ]
  static let proposalHeadings = [
    "förslag till beslut", "beslutsförslag", "yrkande", "yrkanden", "förslag", "beslutsgång", "propositionsordning",
    "omröstning",
  ]

  /// Parts that are followed by a stop but end no sentence.
  static let abbreviations: Set<String> = [
    "t.ex", "bl.a", "kl", "ca", "v", "ordf", "tf", "m.m", "dvs", "d.v.s", "resp", "ev", "nr", "s.k", "m.fl", "e.d",
    "ang", "st", "inkl", "exkl", "o", "dyl", "forts", "jfr", "p.g.a", "pga", "fr.o.m", "t.o.m", "ex",
  ]

  static let returnWords = [
    "återkom", "återkoppl", "bordlägg", "bordlad", "tas upp", "återremitter", "presenteras på", "återrapporter",
    "redovisas på", "återupptas", "skjuts upp", "flyttas till",
  ]
  static let deadlineWords = [
    "senast", "löper ut", "upphör", "klar", "färdig", "före", "innan", "återkom", "presenteras",
  ]

  /// Headings of terms of reference that are sections of a body's part, whatever their level.
  static let termsSections = [
    "uppdrag", "arbetsordning", "minnesanteckningar", "protokoll", "balanslista", "mötesform", "gemensam", "syfte",
    "deltagare", "sammansättning", "mandat", "möten", "underlag", "uppföljning", "innehåll", "mötesfrekvens",
    "arbetsgrupper", "som medlem", "i ", "avgränsning", "ledamöter", "ordförande", "inledning", "bakgrund",
    "arbetssätt",
    "arbetsutskott", "roll", "ansvar", "beslut", "rapportering", "koordinering", "möte", "kallelse", "dokumentation",
    "giltighet", "revidering", "ändring",
  ]
  /// What bodies are called.
  static let bodyWords = [
    "samråd", "samverkansgrupp", "grupp", "beredning", "råd", "nämnd", "utskott", "seminarium", "ledningsseminari",
    "kommitté",
    "styrgrupp", "nätverk", "forum",
  ]

  /// In the first column of minutes written in columns: what ends it, and what ends its title.
  static let attachmentOpenings = ["bilaga", "bilagor", "yttrande"]
  static let historyOpenings = ["bordlagt", "uppföljning av", "återremitterat"]
  /// What begins a short note in the second column, not a decision in the third.
  static let noteOpenings = [
    "Förslag redovisas", "Förslaget redovisas", "Se bilaga", "Information", "Rapport", "Diskussion",
  ]

  static let meetingVerbs = [
    "ha minst", "möten om året", "sammanträder", "möts", "träffas", "möten per år", "hålls", "samlas",
  ]
  static let reviewVerbs = [
    "omprövas", "följs upp", "ses över", "följas upp", "följa upp", "ses över", "revideras", "prövas", "utvärderas",
  ]
  static let termPhrases = [
    "på ett kalenderår", "för ett kalenderår", "varje kalenderår", "nomineras för", "mandattid", "alternerar", "växlar",
    "turas om", "byter plats", "går varje år över",
  ]
  static let seatWords = ["representant", "ledamot", "ledamöter", "plats", "ersättare"]
  static let compositionVerbs: Set<Substring> = [
    "utse", "utser", "utses", "ingår", "har", "finns", "består", "representanter",
  ]
  /// What makes a number beside them none of seats: "varav minst två", "för 4 år", "en ersättare", "en ordförande".
  static let wordsBeforeOtherNumbers: Set<String> = ["minst", "högst", "varav", "för", "under", "på"]
  static let wordsAfterOtherNumbers = [
    "ersättare", "ordförande", "vice", "år", "gång", "ggr", "möte", "arbetsdag", "vecka", "veckor", "månad", "gemensam",
    "av", "i",
  ]
  static let wordsBeforeNames: Set<String> = ["för", "från", "i", "även", "dessutom"]
  static let approvingRoles = ["ordförande", "juster", "sekreterare", "sammankallande"]
  static let superiorPhrases = [
    "på uppdrag av ", "koordinatorfunktionen är ", "ärenden som skall presenteras för ",
    "ärenden som ska presenteras för ",
    "apporterar till ", "svarar inför ", "återrapporterar till ", "bereder ärenden till ", "ppdragsgivare är ",
    "Uppdragen kommer från ", "politisk behandling i ",
    "lämnas som förslag till ", "bereda ärenden åt ", "föredrar gruppens ärenden i ",
  ]

  static let superiorTails = [
    " kan ge rådet uppdrag", " kan ge gruppen uppdrag", " kan ge beredningen uppdrag", " ger rådet uppdrag",
  ]

  /// Numbers in figures or in words up to twelve.
  static func number(_ word: Substring) -> Int? {
    if let value = Int(word) { return value }
    let names = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
    return word == "ett" ? 1 : names.firstIndex(of: String(word))
  }
}
