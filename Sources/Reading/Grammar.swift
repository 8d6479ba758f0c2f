internal import Records

/// Every Swedish word that we recognise stands in these tables: adding a form is adding a row.
enum Grammar {
  /// Lists of people at a meeting, by what they are called.
  static let attendanceLabels: [(String, Attendance.Status, Attendance.Group)] = [
    ("med på mötet", .present, .member), ("deltog", .present, .member),
    ("frånvarande med anmält förhinder", .absent, .member), ("förhindrad", .absent, .member),
    ("tjänstepersoner", .present, .official), ("tjänstemän", .present, .official), ("övriga", .present, .official),
    ("ständigt adjungerade", .present, .coopted), ("adjungerade", .present, .coopted),
    ("adjungerad", .present, .coopted), ("inbjudna", .present, .guest), ("gäster", .present, .guest),
    ("särskilt inbjudna", .present, .guest), ("gäst", .present, .guest), ("inbjuden", .present, .guest),
    ("föredragande", .present, .guest), ("förhindrade att delta", .absent, .member),
    ("kunde inte komma", .absent, .member), ("återbud", .absent, .member), ("de här var med", .present, .member),
    ("på plats", .present, .member), ("vuxna", .present, .official), ("närvarande från region", .present, .member),
    ("frånvarande", .absent, .member), ("förhindrade", .absent, .member), ("förhinder", .absent, .member),
    ("frånvaro", .absent, .member), ("närvarande", .present, .member), ("deltagare", .present, .member),
    ("beslutande", .present, .member), ("deltagande", .present, .member), ("ledamöter", .present, .member),
    ("kallade", .present, .member), ("närvaro", .present, .member), ("ersättare", .present, .member),
    ("mötesdeltagare", .present, .member), ("suppleanter", .present, .member), ("tjänstgörande", .present, .member),
    ("följande deltog", .present, .member), ("övriga medverkande", .present, .guest), ("medverkande", .present, .guest),
    ("inkallade", .present, .guest), ("föredragande tjänstemän", .present, .guest), ("förfall", .absent, .member),
    ("saknades", .absent, .member), ("frånv", .absent, .member), ("frånv.", .absent, .member),
    ("närv", .present, .member), ("närv.", .present, .member), ("ej med idag", .absent, .member),
    ("ej med", .absent, .member), ("ej med på mötet", .absent, .member), ("ej delaktiga", .absent, .member),
    ("i tjänsten", .present, .official), ("ej på plats", .absent, .member), ("inte på plats", .absent, .member),
    ("inte med", .absent, .member), ("kunde inte vara med", .absent, .member), ("sjuka", .absent, .member),
    ("ledigt", .absent, .member), ("med", .present, .member), ("ledamot", .present, .member),
    ("politiker", .present, .member), ("förtroendevalda", .present, .member), ("representanter", .present, .member),
    ("ordinarie", .present, .member), ("insynsplats", .present, .coopted), ("insynsplatser", .present, .coopted),
    ("insyn", .present, .coopted), ("yttranderätt", .present, .coopted),
    ("närvaro- och yttranderätt", .present, .coopted), ("med yttranderätt", .present, .coopted),
    ("observatörer", .present, .coopted), ("adj", .present, .coopted), ("adj.", .present, .coopted),
    ("sekretariat", .present, .official), ("processtöd", .present, .official), ("kansliet", .present, .official),
    ("från förvaltningen", .present, .official), ("övriga inbjudna", .present, .guest),
    ("särskilt inbjuden", .present, .guest), ("besökare", .present, .guest), ("utevaro", .absent, .member),
  ]

  /// What stands over the name of the one who has the office, in lists of people.
  static let officesOverNames: Set<String> = [
    "ordförande", "vice ordförande", "1:e vice ordförande", "2:e vice ordförande", "förste vice ordförande",
    "andre vice ordförande", "första vice ordförande", "andra vice ordförande", "v. ordförande", "v ordförande",
    "vice ordf", "vice ordf.", "ordf", "ordf.", "tjänstgörande ordförande", "mötesordförande",
    "sekreterare",
  ]
  /// Over the columns of a list of people.
  static let columnHeadings: Set<String> = [
    "namn", "ledamot", "ledamöter", "organisation", "funktion", "roll", "parti", "titel", "kommun", "huvudman",
    "befattning", "arbetsplats", "representerar", "närvarande", "närvaro", "ersättare", "verksamhet", "förvaltning",
    "uppdrag", "enhet",
  ]

  static let attendanceLabel = Dictionary(
    attendanceLabels.map { ($0.0, (status: $0.1, group: $0.2)) }, uniquingKeysWith: { first, _ in first })

  /// What is said after a name of how one took part.
  static let attendanceNotes = [
    "del av", "deltar", "deltog", "§", "via ", "digitalt", "på distans", "ersätter ", "ersättare för", "tjänstgör",
    "t.o.m", "fr.o.m", "ärende ", "punkt ", "från kl", "till kl", "sen ankomst", "tjg ", "tjg.", "ej tjg", "tj ers",
    "tj.ers", "kom kl", "lämnade", "anlände", "ej punkt", "ej §", "inte punkt", "till och med", "från och med",
    "deltagande ", "suppleant för", "ers för", "ers. för", "i stället för", "istället för", "genom ", "delvis", "ers ",
    "utom ",
    "per telefon", "på telefon", "ej ärende", "anslöt", "avvek", "gick kl", "p. ", "pkt ", "punkterna ", "närvarande ",
    "närvarar", "under ", "t o m", "fr o m", "tom §", "from §", "fr §",
  ]
  static let absenceNotes = [
    "frånvarande", "anmält förhinder", "anmält frånvaro", "förhindrad", "återbud", "ej närvarande", "inte närvarande",
    "har anmält förhinder", "ej med", "anmäld frånvaro", "lämnat återbud", "utevaro", "förhinder", "frånvaro",
  ]
  /// Why one was not there, as a word of its own: "sjuksköterska" is an office.
  static let illness: WordSet = ["sjuk", "sjukanmäld", "sjukskriven", "sjukfrånvaro", "sjukledig"]

  /// How a sentence begins that tells who came besides the members, and with which verb.
  static let guestOpenings: WordSet = ["dessutom", "därutöver", "vidare", "även", "också"]
  static let guestVerbs: WordSet = ["deltog", "deltar", "medverkade", "medverkar", "närvarade", "närvarar"]
  /// In a column of who was there.
  static let marksOfPresence: WordSet = ["ja", "närvarande"]
  static let marksOfAbsence: WordSet = ["nej", "frånvarande"]

  /// The words of which longer labels of lists of people are made, and those between them.
  static let attendanceWords: WordSet = [
    "tjg", "ers",
    "närvarande", "frånvarande", "beslutande", "tjänstgörande", "ersättare", "ledamöter", "suppleanter", "övriga",
    "deltagare", "deltagande", "tjänstemän", "tjänstepersoner", "adjungerade", "adjungerad", "inbjudna", "gäster",
    "föredragande", "förhindrad", "förhindrade", "förhinder", "frånvaro", "förfall", "återbud", "utevaro",
    "representanter", "politiker", "förtroendevalda", "medverkande", "kallade", "observatörer", "deltog", "deltagit",
    "delta", "närvara",
  ]
  static let attendanceJoints: WordSet = [
    "ej", "inte", "icke", "ordinarie", "och", "samt", "på", "mötet", "vid", "sammanträdet", "anmält", "anmälda",
    "anmäld", "anmälde", "meddelat", "lämnat", "har", "kan", "kunde", "utan", "rösträtt", "denna", "gång", "idag",
    "ledigt",
  ]
  /// Of those words, which say that somebody was not there: by themselves, and after "ej" or "inte".
  static let absenceWords: Set<Substring> = [
    "frånvarande", "förhindrad", "förhindrade", "förhinder", "frånvaro", "förfall", "återbud", "utevaro",
  ]
  static let presenceWords: Set<Substring> = [
    "närvarande", "deltog", "deltagit", "delta", "deltagande", "närvara",
  ]
  /// Labels that may stand straight before the first name, without a mark: "Beslutande Ada Ek (S), ordförande".
  static let listWords: Set<Substring> = [
    "närvarande", "beslutande", "frånvarande", "deltagare", "deltagande", "förhinder", "förhindrade", "ledamöter",
    "medverkande", "adjungerade", "tjänstemän", "tjänstepersoner", "ersättare", "återbud", "övriga",
  ]

  /// `form` labels nothing that we keep.
  enum FactLabel { case reference, dateAndTime, placeAndTime, place, range, chair, secretary, verifiers, body, form }
  static let factLabels: [(String, FactLabel)] = [
    ("diarienummer", .reference), ("dnr", .reference), ("diarienr", .reference), ("ärendenummer", .reference),
    ("datum och tid", .dateAndTime), ("tid och datum", .dateAndTime), ("datum", .dateAndTime), ("tid", .dateAndTime),
    ("sammanträdesdatum", .dateAndTime), ("mötesdatum", .dateAndTime), ("mötestid", .dateAndTime),
    ("tidpunkt", .dateAndTime), ("tid och plats", .placeAndTime), ("plats och tid", .placeAndTime),
    ("plats, tid", .placeAndTime), ("sammanträdestid", .dateAndTime),
    ("plats", .place), ("lokal", .place), ("mötesplats", .place),
    ("ärenden", .range), ("ärende", .range), ("paragrafer", .range),
    ("ordförande", .chair), ("mötesordförande", .chair), ("ordf", .chair),
    ("sekreterare", .secretary), ("vid protokollet", .secretary), ("protokollförare", .secretary),
    ("justerare", .verifiers), ("justeringsperson", .verifiers), ("justeringspersoner", .verifiers),
    ("utsedd att justera", .verifiers), ("utsedda att justera", .verifiers), ("utses att justera", .verifiers),
    ("justerande", .verifiers), ("att justera", .verifiers), ("protokolljusterare", .verifiers),
    ("justeras", .verifiers), ("justeras av", .verifiers),
    ("organ", .body), ("grupp", .body), ("nämnd", .body), ("instans", .body), ("mötesform", .form),
    ("beslutsorgan", .body),
    ("när", .dateAndTime), ("var", .place), ("mötesordf", .chair), ("mötessekreterare", .secretary),
    ("antecknat av", .secretary), ("vid tangenterna", .secretary), ("skrev", .secretary), ("vid pennan", .secretary),
    ("antecknare", .secretary), ("vid anteckningarna", .secretary), ("sekr", .secretary), ("antecknar", .secretary),
    ("antecknade", .secretary),
    ("protokollet fördes av", .secretary), ("protokoll fört av", .secretary), ("nämndsekreterare", .secretary),
    ("anteckningar förda av", .secretary), ("för anteckningarna", .secretary), ("mötesledare", .chair),
    ("möte nr", .form), ("protokollnummer", .form), ("mötets ordförande", .chair), ("ordförande vid mötet", .chair),
    ("datum och plats", .placeAndTime), ("plats och datum", .placeAndTime), ("tid/plats", .placeAndTime),
    ("plats/tid", .placeAndTime), ("datum/tid", .dateAndTime), ("dag och tid", .dateAndTime),
    ("sammanträdesdag", .dateAndTime), ("mötesdag", .dateAndTime), ("klockan", .dateAndTime),
    ("sammanträdesplats", .place), ("sammanträdeslokal", .place), ("utses till justerare", .verifiers),
    ("justeringsmän", .verifiers), ("justering", .verifiers), ("justeringsman", .verifiers),
    ("valda att justera", .verifiers), ("tid och plats för sammanträdet", .placeAndTime),
    ("tid och plats för mötet", .placeAndTime), ("plats och tid för sammanträdet", .placeAndTime),
    ("plats och tid för mötet", .placeAndTime), ("dag", .dateAndTime), ("dag, tid och plats", .placeAndTime),
    ("datum, tid och plats", .placeAndTime), ("sammanträdestid och plats", .placeAndTime),
    ("mötesanteckningar förda av", .secretary), ("minnesanteckningar förda av", .secretary),
    ("protokollet förs av", .secretary), ("protokollsförare", .secretary), ("sammankallande", .chair),
    ("justeringspersoner jämte ordföranden", .verifiers), ("diarie nr", .reference), ("ärendenr", .reference),
    ("nämnd/styrelse", .body), ("organ/grupp", .body),
  ]

  static let factLabel = Dictionary(factLabels, uniquingKeysWith: { first, _ in first })
  /// The labels of several words.
  static let longFactLabels = factLabels.filter { $0.0.contains(" ") }

  /// Lines of the head that give a day which is not the meeting's.
  static let otherDays = [
    "kallelse", "utskick", "utskrift", "utskriv", "publicer", "date:", "sent:", "from:", "to:", "subject:", "skickat",
    "uppdater", "justerat", "justeras", "anslag",
    "senast ändrad",
    "upprättad", "version", "sidan uppdaterades", "från:", "till:", "ämne:", "expedierat",
  ]
  /// After which a line that breaks off goes on with a day.
  static let wordsBeforeDays: WordSet = [
    "den", "senast", "till", "från", "måndag", "tisdag", "onsdag", "torsdag", "fredag",
  ]
  /// Before a day near a meeting on which something else is to be done.
  static let otherMatters = [
    " senast ", " skickas ", " lämnas ", " anmäls ", " mejlas ", " ersätter ", " istället för ",
  ]
  /// What a body is called, as the end of a word; the head line that holds one names the body.
  static let bodyEndings = [
    "nämnd", "nämnden", "styrelse", "styrelsen", "råd", "rådet", "utskott", "utskottet", "grupp", "gruppen",
    "beredning", "beredningen",
    "samråd", "nätverk", "nätverket", "förbund", "förbundet", "kommitté", "kommittén", "direktion", "direktionen",
    "samverkan",
    "vattenråd", "samrådsgrupp", "forum", "delegation", "delegationen", "stämma", "kommission", "fullmäktige",
    "presidium", "kansli", "brå",
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
  /// What stands with a name that signs minutes, in lower case: the role, and whether it heads the names below it.
  static let signingRoles: [String: (role: String, isHeading: Bool)] = {
    let rows: [(names: [String], role: String, isHeading: Bool)] = [
      (
        [
          "vid protokollet", "vid anteckningarna", "antecknat av", "protokollet fört av", "vid pennan",
          "antecknades av", "vid tangenterna", "vid tangentbordet", "för protokollet", "protokoll fört av",
          "protokollet fördes av", "anteckningar förda av", "anteckningarna förda av", "för anteckningarna",
          "nedtecknat av", "anteckningar", "minnesanteckningar", "mötesanteckningar", "anteckningar av",
          "minnesanteckningar av", "antecknat", "antecknades", "minnesanteckningar förda av", "protokollet förs av",
          "för dagens anteckningar",
        ], "sekreterare", true
      ),
      (
        [
          "justeras", "justerat", "justeras av", "protokollet justeras", "justerat av", "protokollet justerat av",
          "justeras av ordföranden", "protokolljusterare",
        ], "justerare", true
      ),
      (
        ["sekreterare", "protokollförare", "nämndsekreterare", "mötessekreterare", "antecknare"], "sekreterare", false
      ),
      (["ordförande", "mötesordförande", "ordf"], "ordförande", false),
      (["justerande"], "justerande", false),
      (["justerare", "justeringsperson"], "justerare", false),
      (["justeringsman"], "justeringsman", false),
    ]
    return Dictionary(
      uniqueKeysWithValues: rows.flatMap { row in row.names.map { ($0, (row.role, row.isHeading)) } })
  }()
  /// What agreements call those who sign, "För kommunen".
  static let sides: WordSet = [
    "kommunen", "kommunerna", "regionen", "landstinget", "vårdgivaren", "beställaren", "utföraren", "leverantören",
    "köparen", "säljaren", "uppdragsgivaren", "uppdragstagaren", "hyresvärden", "hyresgästen", "bolaget", "föreningen",
    "staten", "parten", "entreprenören", "huvudmannen", "värdkommunen", "förbundet", "nämnden", "förvaltningen",
  ]
  static let sideLabels: WordSet = [
    "beställare", "utförare", "leverantör", "köpare", "säljare", "värdkommun", "uppdragsgivare", "uppdragstagare",
    "vårdgivare", "huvudman",
  ]
  /// Over who signs an agreement.
  static let signingHeadings: WordSet = [
    "underskrift", "underskrifter", "undertecknande", "undertecknas", "parternas underskrifter", "signaturer",
    "undertecknat", "signering",
  ]
  /// Beside or below the lines on which an agreement is signed.
  static let signingLabels: WordSet = [
    "namnförtydligande", "namn", "titel", "befattning", "ort och datum", "ort, datum", "datum", "ort",
    "plats och datum",
    "datum och ort", "underskrift", "namnteckning", "ort/datum", "roll", "signatur", "part", "huvudman",
  ]
  static let signingOpenings = [
    "underskrifter", "signerat elektroniskt", "signerat digitalt", "digitalt signerad av", "digitalt signerat av",
    "elektroniskt signerad av", "elektroniskt signerat av", "signerad av",
  ]
  /// Lines at the foot of each page.
  static let signingMarks: WordSet = [
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

  /// What stands before the body's name in the title of minutes that do not call themselves so.
  static let meetingWords: WordSet = [
    "möte", "årsmöte", "årsstämma", "stämma", "sammanträde", "ordinarie", "extra", "styrelsemöte", "konstituerande",
    "samrådsmöte", "nätverksmöte", "gruppmöte",
  ]
  /// What rooms and houses are called, as the end of a word.
  static let placeEndings = [
    "huset", "hus", "gården", "salen", "rummet", "rum", "lokal", "lokalen", "gatan", "vägen", "kansliet", "kontoret",
    "kyrkan", "skolan", "centrum", "biblioteket", "sal", "hotell", "hotellet", "slottet", "gård", "herrgård", "torget",
  ]
  /// Where people meet who meet nowhere.
  static let virtualPlaces: WordSet = [
    "teams", "microsoft teams", "ms teams", "zoom", "skype", "digitalt", "digitalt möte", "teamsmöte", "teams-möte",
    "via teams", "via zoom", "via skype", "på distans", "videomöte", "telefonmöte", "digitalt via teams",
    "digitalt via zoom", "skypemöte",
  ]

  /// What minutes call themselves.
  static let minutesWords = [
    "sammanträdesprotokoll", "mötesprotokoll", "styrelseprotokoll", "beslutsprotokoll", "årsmötesprotokoll",
    "protokollsutdrag", "protokoll", "minnesanteckningar", "mötesanteckningar", "anteckningar",
  ]
  static let termsWords = [
    "uppdragsbeskrivning", "arbetsordning", "reglemente", "uppdrag för", "uppdrag:", "stadgar för", "instruktion för",
    "uppdragshandling", "uppdragsdirektiv", "arbetsformer för", "samverkansstruktur", "samverkansorganisation",
    "uppdrag och arbetsformer", "uppdrag och mandat", "organisation och arbetsformer", "direktiv för",
    "mötesordning för",
  ]
  static let agreementWords: [(String, Agreement.Kind)] = [
    ("överenskommelse", .agreement), ("avtal", .contract), ("riktlinje", .guideline), ("rutin", .procedure),
    ("strategi", .strategy), ("handlingsplan", .strategy),
  ]

  static let validityPhrases = [
    "gäller från", "gäller fr", "gäller under", "gäller den", "gäller t", "träder i kraft", "giltig", "avtalstid",
    "gäller mellan", "avtalsperiod", "giltighetstid", "löptid", "gäller fom", "gäller kalenderår",
    "gäller för kalenderår", "gäller åren", "löper från", "löper fr", "löper under", "löper t",
    "gälla från", "gälla fr", "gälla under", "gälla t", "giltighet", "gäller för tiden", "gäller för perioden",
    "gäller för en", "gäller för åren", "gälla för tiden", "gälla för perioden", "gäller i", "avtalet omfattar tiden",
    "börjar gälla", "gäller 19", "gäller 20",
  ]
  /// Before years that are a validity by themselves.
  static let yearWords: WordSet = [
    "under", "åren", "året", "kalenderåret", "kalenderåren", "perioden", "avtalsperiod",
  ]
  /// Words that end a title's first words: "samverkansavtal", "överenskommelse".
  static let agreementTitleEndings = [
    "avtal", "avtalet", "överenskommelse", "överenskommelsen", "avsiktsförklaring", "tilläggsavtal", "tillägg",
    "riktlinje",
    "handlingsplan", "rutin",
  ]
  /// With what a title goes on below the word for what the document is.
  static let titleContinuations: WordSet = [
    "om", "avseende", "gällande", "rörande", "angående", "beträffande", "kring",
  ]
  /// How words begin in sentences by which an agreement rules on itself.
  static let clausePhrases = [
    "uppsäg", "säga", "sägs", "säger", "förläng", "utvärder", "följ", "revider", "ses över", "ser över",
    "översyn",
    "kap", "ersätter", "antag", "fastställ", "beslutad", "beslutat",
  ]
  static let validityHeadings = [
    "giltig", "avtalstid", "avtalsperiod", "löptid", "ikraft", "överenskommelsens längd", "avtalets längd",
    "tidsperiod",
  ]
  static let partyHeadings = [
    "parter", "avtalsparter", "parterna", "avtalets parter", "avtalsslutande parter", "överenskommelsens parter",
    "mellan", "part",
  ]
  /// What stands before the parties of a sentence.
  static let partyOpenings = [
    "ingås mellan ", "ingåtts mellan ", "träffas mellan ", "träffats mellan ", "sluts mellan ", "slutits mellan ",
    "tecknas mellan ", "tecknats mellan ", "överenskommelse mellan ", "avtal mellan ", "avtalet mellan ", "mellan ",
    "parter är ", "avtalsparter är ", "parterna är ", "överenskommelsen är ", "avtalet är ", "detta avtal är ",
    "utgörs av ", "är tecknat mellan ",
  ]
  /// What a sentence says that its first words are the parties of an agreement.
  static let partyClosings = [
    "kallade parterna", "nedan parterna", "kallat parterna", "benämnda parterna", "har träffat", "har ingått",
    "har slutit", "har tecknat", "har kommit överens",
  ]
  /// What ends them.
  static let partyStops: WordSet = [
    "har", "träffas", "sluts", "ingås", "avseende", "om", "gällande", "nedan", "rörande", "angående", "ska", "skall",
    "som", "för", "träffat", "ingått", "följande", "å", "kallade", "kallad", "benämnd", "benämnda", "träffats",
  ]
  /// Sentences that give days which are not the agreement's own.
  static let otherPeriods = [
    "reviderad", "revideras", "följs upp", "omförhandl", "ersätter", "gällde", "betal", "faktur", "försäkring",
    "uppsägning ska", "ersättning", "belopp", "ramavtal", "huvudavtal", "upphör", "ingick", "tidigare överenskommelse",
    "tidigare avtal", "budget",
  ]

  static let presenterLabels = [
    "föredragande", "föredragare", "föredragning av", "föredragning", "föredras av", "inledare", "presentatör",
  ]
  /// What a title says in brackets of the kind of item; no kind for those that are neither.
  static let itemKinds: [(String, AgendaItem.Kind?)] = [
    ("beslut", .decision), ("beslutsärende", .decision), ("beslutspunkt", .decision), ("b", .decision),
    ("information", .information), ("informationsärende", .information), ("informationspunkt", .information),
    ("i", .information), ("info", .information), ("diskussion", nil), ("diskussionspunkt", nil), ("dialog", nil),
    ("d", nil), ("samråd", nil),
  ]
  static let decisionItem = ["beslutsärende", "beslutspunkt", "beslut ärende"]
  static let informationItem = ["informationsärende", "informationspunkt"]

  static let nextMeetingTitles = [
    "nästa möte", "nästa sammanträde", "nästa möten", "kommande möten", "kommande sammanträden", "övriga mötestider",
    "mötestider", "sammanträdestider", "nästkommande möte", "nästa mötestillfälle", "nästa gång", "nästa träff",
    "nästa gemensamma möte", "sammanträdesdagar",
    "sammanträdesplan", "mötesplan", "mötesplanering", "höstens möten", "vårens möten", "höstens sammanträden",
    "vårens sammanträden", "höstens mötestider", "vårens mötestider", "tider för hösten", "tider för våren",
    "mötesdagar", "mötesdatum", "sammanträden 1", "sammanträden 2", "datum för nästa", "tid för nästa",
    "nästa sammankomst", "när ses vi", "nästa tillfälle", "nästa styr", "kommande mötes", "kommande träff",
    "nytt möte",
  ]

  /// The meeting that comes next, in the middle of a sentence.
  static let nextMeetingWords = [
    "nästa sammanträde", "nästa möte", "nästkommande möte", "nästkommande sammanträde", "nästa träff", "nästa gång",
    "nästa styr", "nästa samråd", "nästa ordinarie", "nästa nämnd",
  ]
  /// What in the middle of a sentence says when the body meets next: "nästa möte flyttas till den 1 juni".
  static let meetingNouns: WordSet = ["möte", "sammanträde", "träff", "styrelsemöte", "styrgruppsmöte"]
  /// Beside the body's name, where a line announces its meetings; and what makes the line a sentence of another kind.
  static let wordsBeforeMeetings: WordSet = [
    "nästa", "möte", "sammanträde", "möten", "kommande", "den", "är", "äger", "rum", "hålls", "med", "i", "för",
    "övriga", "mötestider", "våren", "hösten", "mötestid", "måndag", "tisdag", "onsdag", "torsdag", "fredag",
    "måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen",
  ]
  static let wordsOfAnnouncements: WordSet = [
    "att", "träffas", "beslutade", "beslutar", "har", "sammanträder", "följande", "föreslås", "hålles", "äger",
  ]
  static let announcingVerbs: WordSet = ["är", "blir", "hålls", "äger", "flyttas", "infaller"]

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
    "förmedlingen", "kassan", "föreningen", "förening", "kyrkan", "polisen", "skolan", "stiftelsen", "museet",
    "biblioteket", "mottagningen", "kliniken", "församling", "församlingen", "bolaget", "bolag", "distrikt",
    "tandvården", "vården", "samfundet", "sektionen", "klubben", "hemmet", "länet", "kontoret",
  ]
  static let organisationBeginnings: WordSet = [
    "fou", "region", "kommun", "kommunerna", "polisområde", "lokalpolisområde", "beredning", "samverkan", "styrgrupp",
    "arbetsgrupp", "bilaga", "punkt", "nära", "stad", "närhälsan", "capio", "aleris", "attendo", "folktandvården",
    "sjukhuset", "vårdcentralen", "hälsocentralen", "psykiatri", "psykiatrin", "primärvård", "primärvården",
    "närsjukvård", "närsjukvården", "habiliteringen", "elevhälsan", "apoteket", "staben",
  ]
  /// Words that make a text a role; compared as the end of a word, in lower case.
  static let roleEndings = [
    "ordförande", "ordf", "sekreterare", "justerare", "chef", "samordnare",
    "handläggare", "strateg", "ledare", "utvecklare", "direktör", "ersättare", "ledamot", "specialist", "läkare",
    "controller", "jurist", "utredare", "rektor", "administratör", "sammankallande", "representant", "råd", "sköterska",
    "psykolog", "assistent", "adjungerad", "mas", "mar", "planerare", "konsult",
  ]
  /// Titles that stand before a name, "Förvaltningschef Ada Ek", and are no part of it; compared as the end of a word,
  /// in lower case.
  static let titleEndings = [
    "ordförande", "ordföranden", "ordf", "ordf.", "sekr", "sekr.", "sekreterare", "sekreteraren", "chef", "chefen",
    "direktör", "direktören", "samordnare", "handläggare", "strateg", "ekonom", "utvecklare", "ledare", "sköterska",
    "controller", "jurist", "utredare", "rektor", "administratör", "planerare", "konsult", "kommunalråd",
    "regionråd", "landstingsråd", "oppositionsråd", "inspektör", "arkitekt", "ingenjör", "sekreterare:", "doktor",
    "professor", "ledamot", "ersättare", "kommunalrådet", "regionrådet", "landstingsrådet", "oppositionsrådet",
    "läkaren", "sköterskan", "handläggaren", "samordnaren", "strategen", "ekonomen", "utvecklaren", "ledaren",
    "planeraren", "kurator", "kuratorn", "konsulent", "konsulenten", "inspektören", "utredaren", "psykologen",
    "assistenten", "ledamoten", "ombudsman", "ombudsmannen", "föreståndare", "föreståndaren", "kamrer", "kamreren",
  ]
  /// Offices of a meeting that stand in brackets after an organisation.
  static let chairWords: WordSet = [
    "ordförande", "ordf", "ordf.", "vice ordförande", "v. ordf.", "v ordf", "sekreterare", "sekr", "sekr.", "justerare",
    "mötesordförande", "antecknar",
  ]
  /// Organisations that need no name in a county that has one of each.
  static let commonOrganisations: Set<String> = [
    "landstinget", "regionen", "kommunen", "kommunförbundet", "länsstyrelsen", "försäkringskassan",
    "arbetsförmedlingen", "kommunstyrelsen", "socialnämnden", "polisen", "polismyndigheten", "primärvården",
    "socialtjänsten", "hemsjukvården", "sjukhuset", "regionförbundet", "samordningsförbundet", "kriminalvården",
    "vuxenpsykiatrin", "barnpsykiatrin", "habiliteringen",
  ]
  /// What stands over people who come from several organisations.
  static let severalPrincipals: WordSet = [
    "kommunerna", "kommuner", "länets kommuner", "huvudmännen", "föreningarna", "organisationerna", "föreningar",
    "organisationer", "brukarorganisationerna", "pensionärsorganisationerna", "regionerna", "politiker", "partierna",
    "intresseorganisationerna", "handikapporganisationerna", "funktionshinderorganisationerna", "samverkansparterna",
    "kommunernas representanter", "regionens representanter", "nämnderna", "förvaltningarna", "arbetsgivaren",
    "arbetstagarna", "arbetstagarorganisationerna", "personalorganisationerna", "fackliga organisationer",
    "de fackliga organisationerna", "fackliga företrädare", "personalföreträdare", "landstingen", "länets regioner",
  ]
  static let parties: Set<String> = ["S", "M", "C", "L", "FP", "KD", "KDS", "V", "VPK", "MP", "SD", "NYD"]
  /// Names that are given to people, by which a list that puts the surname first is known.
  static let givenNames: WordSet = [
    "agnes", "agneta", "alexander", "alf", "alice", "allan", "amanda", "anders", "andreas", "anette", "angelica",
    "anita", "ann", "ann-christin", "ann-marie", "ann-sofie", "anna", "anne", "anneli", "annelie", "annette",
    "annika", "arne", "arvid", "asta", "astrid", "axel", "barbro", "bengt", "berit", "bernt", "bertil", "birger",
    "birgit", "birgitta", "bjarne", "björn", "bo", "bodil", "boel", "boris", "britt", "britt-marie", "britta",
    "börje", "camilla", "carin", "carina", "carl", "carola", "caroline", "catarina", "catharina", "cecilia",
    "charlotta", "charlotte", "christel", "christer", "christian", "christina", "christoffer", "claes", "clas",
    "conny", "dag", "dagmar", "dan", "daniel", "david", "dennis", "doris", "ebba", "eddie", "edvin", "eivor",
    "elin", "elisabet", "elisabeth", "ella", "elsa", "elsie", "emelie", "emil", "emilia", "emma", "erica", "erik",
    "erika", "ester", "eva", "eva-lena", "evert", "ewa", "filip", "frank", "fredrik", "frida", "fritz", "gerd",
    "gert", "gertrud", "gisela", "greger", "greta", "gudrun", "gun", "gunhild", "gunilla", "gunn", "gunnar",
    "gunnel", "gustaf", "gustav", "göran", "gösta", "hanna", "hannah", "hans", "hans-olov", "harriet", "harry",
    "hedvig", "helen", "helena", "helene", "henric", "henrik", "henry", "hilda", "hugo", "håkan", "ida", "inga",
    "inga-lill", "ingalill", "inge", "ingegerd", "ingela", "ingemar", "inger", "ingrid", "ingvar", "irene", "irma",
    "isabell", "isabella", "ivar", "jacob", "jakob", "jan", "jan-erik", "jan-olof", "jane", "janne", "jeanette",
    "jenny", "jens", "jesper", "jessica", "jim", "joakim", "joel", "johan", "johanna", "johannes", "john", "jonas",
    "jonathan", "jonny", "josefin", "josefine", "julia", "jörgen", "kaj", "kajsa", "karin", "karl", "karl-erik",
    "karolina", "katarina", "kathrin", "katrin", "kenneth", "kent", "kenth", "kerstin", "kicki", "kjell", "klara",
    "klas", "krister", "kristian", "kristin", "kristina", "kurt", "lars", "lars-erik", "lars-göran", "lars-åke",
    "lea", "leif", "lena", "lennart", "leo", "lilian", "lina", "linda", "linn", "linnea", "linus", "lisa",
    "lisbeth", "lise", "liselott", "lotta", "louise", "lovisa", "ludvig", "madeleine", "magdalena", "magnus", "maj",
    "maj-britt", "malena", "malin", "margaret", "margareta", "margit", "maria", "marianne", "marie", "marie-louise",
    "marika", "marina", "marita", "maritta", "markus", "marlene", "martin", "martina", "matilda", "mats", "matti",
    "mattias", "maud", "melker", "micael", "michael", "mikael", "mimmi", "moa", "mona", "monica", "monika", "märta",
    "måns", "nanna", "natalie", "nathalie", "niclas", "niklas", "nils", "nina", "ola", "olle", "olof", "olov",
    "oscar", "oskar", "otto", "ove", "patric", "patrik", "paul", "peder", "pelle", "per", "per-arne", "per-erik",
    "per-olof", "pernilla", "peter", "petra", "pia", "pontus", "ragnar", "rebecka", "rickard", "rikard", "rita",
    "robert", "robin", "roger", "roland", "rolf", "rose-marie", "roy", "rune", "ruth", "sandra", "sanna", "sara",
    "sarah", "sebastian", "signe", "sigrid", "siv", "sixten", "sofia", "sofie", "solveig", "sonja", "staffan",
    "stefan", "stella", "sten", "stig", "stina", "sture", "sune", "susann", "susanna", "susanne", "suzanne",
    "svante", "sven", "sven-erik", "sven-olof", "sylvia", "therese", "thomas", "thorbjörn", "tobias", "tom",
    "tomas", "tommy", "torbjörn", "tord", "tore", "torgny", "torsten", "tove", "tuija", "tyra", "ulf", "ulla",
    "ulla-britt", "ulla-maj", "ulrica", "ulrik", "ulrika", "urban", "ursula", "vera", "veronica", "veronika",
    "victoria", "viktor", "viktoria", "vilhelm", "viola", "vivianne", "walter", "wilhelm", "ylva", "yngve",
    "yvonne", "åke", "åsa", "örjan", "östen",
  ]
  static let nameParticles: WordSet = ["von", "af", "de", "van", "der", "di", "da", "el", "al", "la", "le"]

  /// A verb by which a body decides, in the forms that come straight before or after its subject.
  static let decidingVerbs: WordSet = [
    "beslutade", "beslutar", "beslöt", "godkände", "godkänner", "fastställde", "fastställer", "antog", "antar",
    "uppdrog", "uppdrar", "uppdrager", "utsåg", "utser", "valde", "väljer", "bordlade", "bordlägger",
    "återremitterade", "återremitterar", "återförde", "återför", "avslog", "avslår", "biföll", "bifaller",
    "beviljade", "beviljar", "rekommenderade", "rekommenderar", "delegerade", "delegerar", "tillstyrkte",
    "tillstyrker", "avstyrkte", "avstyrker", "överlämnar", "överlämnade", "bemyndigar", "bemyndigade", "föreslår",
    "begär", "ställer", "ställde", "enades", "lade", "lägger", "noterade", "noterar", "tillsätter", "tillsatte",
    "bedömer", "bedömde", "enas", "bestämde", "bestämmer", "antecknar",
    "antecknade", "upphäver", "upphävde", "ansluter", "anslöt", "hänskjuter", "hänsköt", "föreslog", "uppmanar",
    "uppmanade", "hemställer", "hemställde", "uttalar", "uttalade", "begärde", "förordar", "förordade",
    "remitterar", "remitterade", "adjungerar", "adjungerade",
  ]
  /// What stands where a decision would, when there is none.
  static let noDecisions: WordSet = [
    "inget", "inga", "ingen", "nej", "inget beslut", "inga beslut", "ingen åtgärd", "ej aktuellt", "inget att besluta",
    "inget beslut fattades", "inga beslut fattades", "inget beslut togs", "inga beslut togs", "saknas", "utgår",
  ]
  /// Everyday verbs by which a body decides only with the words that must follow them.
  static let supportedVerbs: WordSet = ["är", "var", "kom", "ger", "gav", "tar", "tog"]
  /// The beginnings of those words, and of what else tells a decision without a verb of the tables.
  static let decisionHints = [
    "överlämnas", "överlämnades", "remitteras", "remitterades", "hänvisas", "hänvisades", "överförs", "överfördes",
    "lyfts", "lyftes", "tillsätts", "tillsattes", "tillsättes", "överens", "enig", "ense", "uppdrag", "stående",
    "informationen", "rapporten", "redovisningen", "redogörelsen",
  ]
  /// What must follow the verbs above that also have an everyday meaning.
  static let decidingVerbNeeds: [String: [String]] = [
    "ställer": ["sig bakom"], "ställde": ["sig bakom"], "enades": ["om"], "lade": ["handlingarna"],
    "lägger": ["handlingarna"],
    "föreslår": [
      "kommunfullmäktige", "fullmäktige", "regionstyrelsen", "kommunerna att", "huvudmännen att", "landstinget att",
      "regionen att", "styrelsen att", "nämnden att", "kommuner att", "parterna att", "medlemmarna att",
      "medlemmar att", "gruppen att", "rådet att",
    ],
    "föreslog": [
      "kommunfullmäktige att", "kommunerna att", "huvudmännen att", "landstinget att", "regionen att",
      "styrelsen att", "nämnden att", "kommuner att", "parterna att", "medlemmarna att",
    ],
    "uppmanar": [" att "], "uppmanade": [" att "], "hemställer": [" att "], "hemställde": [" att "],
    "uttalar": [" att "], "uttalade": [" att "], "begär": [" att "], "begärde": [" att "],
    "noterade": ["informationen", "rapporten", "redovisningen", "redogörelsen"],
    "noterar": ["informationen", "rapporten", "redovisningen", "redogörelsen"],
    "bedömer": ["att "], "bedömde": ["att "],
    "tar": ["del av informationen", "del av rapporten", "del av redovisningen", "del av redogörelsen"],
    "tog": ["del av informationen", "del av rapporten", "del av redovisningen", "del av redogörelsen"], "enas": ["om"],
    "kom": ["överens om"], "är": ["överens om att", "eniga om att", "ense om att", "enig om att", "enigt om att"],
    "var": ["överens om att", "eniga om att", "ense om att"], "ger": ["i uppdrag"],
    "gav": ["i uppdrag"], "bestämde": ["att ", "sig för"], "bestämmer": ["att "],
    "antecknar": ["informationen", "rapporten", "redovisningen"],
    "antecknade": ["informationen", "rapporten", "redovisningen"], "ansluter": ["sig till"], "anslöt": ["sig till"],
  ]
  /// Verbs in the passive by which something is decided.
  static let passiveVerbs: WordSet = [
    "godkändes", "godkänns", "godkännes", "fastställdes", "fastställs", "antogs", "antas", "bordlades", "bordläggs",
    "valdes", "utsågs", "avslogs", "bifölls", "beslutades", "beslöts", "beslutas", "återremitterades", "lades", "läggs",
    "återremitteras", "avslås", "bifalles", "bifalls", "antages", "väljs", "väljes", "utses", "beviljades",
    "uppdras", "uppdrogs", "avstyrktes", "tillstyrktes", "noterades", "noteras", "antecknades", "antecknas", "beviljas",
    "återförs", "återfördes", "fastställes", "bordlägges", "lägges", "avslogs", "upphävs", "upphävdes", "delegeras",
    "delegerades", "hänsköts", "hänskjuts", "adjungeras", "adjungerades",
  ]
  /// Passive verbs that also tell how things are done ("Kontakt utses före hemgång"), with what makes them a choice.
  static let passiveVerbNeeds: [String: [String]] = [
    "noteras": ["nformationen noteras", "apporten noteras", "edovisningen noteras", "edogörelsen noteras"],
    "noterades": ["nformationen noterades", "apporten noterades", "edovisningen noterades", "edogörelsen noterades"],
    "antecknas": ["nformationen antecknas", "apporten antecknas", "edovisningen antecknas", "edogörelsen antecknas"],
    "antecknades": ["nformationen antecknades", "apporten antecknades", "edovisningen antecknades"],
    "utses": ["juster", " till "], "väljs": ["juster", " till "], "väljes": ["juster", " till "],
  ]
  /// Passive verbs that are a decision when they open their sentence, with no subject before them.
  static let openingVerbs: WordSet = [
    "beslutades", "beslöts", "beslutas", "beslut", "godkändes", "godkänns", "fastställdes", "fastställs", "läggs",
    "lades",
    "bordläggs", "bordlades", "återremitteras", "återremitterades", "avslås", "avslogs", "bifalls", "bifölls",
    "uppdras",
    "uppdrogs", "antas", "antogs", "tillstyrks", "avstyrks", "godkännes", "fastställes", "lägges", "bordlägges",
    "bifalles", "tillstyrkes", "avstyrkes", "antages", "återremitterades", "noteras", "antecknas", "återförs",
  ]
  /// Verbs that say "we decide" without an object of their own.
  static let impersonalVerbs: WordSet = ["beslutas", "beslutades", "beslöts"]
  /// Verbs by which a matter goes on to another.
  static let forwardingVerbs: WordSet = [
    "överlämnas", "överlämnades", "hänskjuts", "hänsköts", "remitteras", "remitterades", "hänvisas", "hänvisades",
    "överförs", "överfördes", "lyfts", "lyftes",
  ]
  /// Verbs by which a group comes to be.
  static let formingVerbs: WordSet = ["tillsätts", "tillsattes", "tillsättes", "utses", "utsågs"]
  /// Verbs of one syllable, whose bare form does not end as others do.
  static let shortInfinitives: WordSet = [
    "ge", "se", "få", "gå", "stå", "utse", "avslå", "föreslå", "bistå", "avstå", "uppstå", "återgå", "inse", "bese",
    "tillse", "uppge", "övergå", "ingå", "föregå", "förestå", "anslå", "avge",
  ]
  /// Words that an "att" belongs to.
  static let wordsBeforeClauses: WordSet = [
    "uppdrag", "för", "så", "genom", "om", "på", "till", "av", "med", "kommunerna", "huvudmännen", "regionen",
    "landstinget", "styrelsen", "nämnden", "begära", "föreslå", "uttala", "fullmäktige", "kommunfullmäktige",
    "förutsättning", "innebär", "anser", "syfte", "ändringen", "tillägget", "rätt", "ansvar", "möjlighet", "utan",
  ]
  /// Words that end as bare verbs do and are none, at the beginning of a line.
  static let noInfinitives: WordSet = [
    "alla", "andra", "samma", "sina", "våra", "dessa", "flera", "båda", "några", "stora", "nya", "första", "inga",
    "egna", "denna", "vissa", "bara", "borta", "lokala", "gemensamma", "sista",
  ]
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
    "paragrafen", "expedieras", "ansvarig", "ansv",
  ]
  /// Labels within an item that end what was decided: who does it, by when, and what is done besides.
  static let itemLabels: Set<String> = [
    "ansvarig", "ansvariga", "ansvarig för beslutet", "ansv", "ansv.", "ansvar", "klart", "klart senast", "åtgärd",
    "åtgärder", "deadline", "tidplan", "uppföljning", "status", "genomförs av", "verkställs av", "expedieras",
    "expedieras till", "kopia", "kopia till", "sändlista", "delges", "beslutet skickas till",
    "beslutet expedieras till",
    "protokollsutdrag", "protokollsutdrag till", "utdrag", "utdrag till", "bilaga", "bilagor", "handlingar", "underlag",
  ]
  /// Proposals of single members, and how the meeting chose between them: what the body decides may follow.
  static let motionHeadings = ["yrkande", "beslutsgång", "propositionsordning", "proposition", "omröstning"]

  /// Words before a passive verb that make its sentence an account or a condition, not a decision.
  static let passiveStops: WordSet = [
    "att", "som", "om", "när", "innan", "efter", "då", "ska", "skall", "inte", "vilket", "tidigare", "kommer", "där",
  ]
  /// What "om" stands after where it means "about": "Begäran om bidrag avslås."
  static let matterNouns: WordSet = [
    "begäran", "ansökan", "frågan", "förslaget", "motionen", "ärendet", "skrivelsen", "rapporten", "yrkandet",
    "yttrandet", "framställan", "överenskommelsen", "avtalet", "planen", "remissen", "medborgarförslaget",
    "informationen", "riktlinjerna", "rutinen", "hemställan", "framställningen", "inbjudan",
  ]
  /// Parts of an item in which a minority speaks.
  static let minorityHeadings = ["protokollsanteckning", "reservation", "särskilt yttrande", "anteckning"]
  /// With what a sentence begins whose subject comes after the verb: "Därefter valde rådet Ada Ek."
  static let openingAdverbs: WordSet = [
    "efter", "därefter", "därför", "med", "mot", "utifrån", "i", "vid", "under", "på", "slutligen", "sedan", "således",
    "som", "avslutningsvis", "samtidigt", "vidare", "dessutom", "nu", "till", "för", "den", "även", "därmed", "enligt",
    "då", "också", "gemensamt", "enhälligt", "utan",
  ]
  /// Others who decide, after "av".
  static let agents: WordSet = [
    "regionen", "kommunen", "kommunerna", "staten", "regeringen", "riksdagen", "landstinget", "revisorerna",
    "fullmäktige", "förvaltningen", "huvudmännen", "länsstyrelsen", "föreningen", "föreningarna", "partierna",
  ]
  /// Authorities of the state, which advise and decide in everybody's minutes and keep none of them.
  static let authorities: WordSet = [
    "socialstyrelsen", "länsstyrelsen", "skogsstyrelsen", "transportstyrelsen", "datainspektionen",
  ]
  /// Words with which no title ends.
  static let unfinishedEnds: WordSet = [
    "ny", "nytt", "nya", "för", "till", "om", "av", "och", "med", "i", "på", "från", "angående", "den", "det", "en",
    "ett", "gällande", "samt", "avseende", "mellan", "inom", "vid", "över", "rörande", "ang", "ang.", "de",
  ]
  /// Words that make a decision somebody's earlier one.
  static let earlierWords: WordSet = ["tidigare", "förra", "föregående", "senast"]

  /// What settles a matter whatever else its clause tells of; compared in lower case as the beginning of a word.
  static let settlingPhrases: [(String, Decision.Kind)] = [
    ("inte förläng", .endsAgreement), ("ej förläng", .endsAgreement), ("förlängs inte", .endsAgreement),
    ("förlängs ej", .endsAgreement), ("säga upp avtal", .endsAgreement), ("säga upp överenskommelse", .endsAgreement),
    ("stående punkt", .standingItem), ("återkommande punkt", .standingItem), ("till handlingarna", .files),
    ("bordläggs", .defers), ("bordläggas", .defers), ("bordlades", .defers), ("bordlägges", .defers),
    ("tas upp nästa", .defers), ("återremitteras", .refers), ("återremitterades", .refers), ("återförs", .refers),
    ("återfördes", .refers), ("avslås", .rejects), ("avslogs", .rejects), ("bifalls", .grants), ("bifalles", .grants),
    ("bifölls", .grants),
  ]
  /// What a decision does, by the first of these in its clause; compared in lower case as the beginning of a word, or
  /// as a phrase.
  static let decisionKinds: [(String, Decision.Kind)] = [
    ("bordläg", .defers), ("bordlade", .defers), ("bordlagt", .defers), ("skjuta upp", .defers),
    ("skjuts upp", .defers),
    ("återremitter", .refers), ("återföra", .refers), ("återför ", .refers), ("återförde", .refers),
    ("ställa sig bakom", .endorses), ("ställer sig bakom", .endorses), ("ställde sig bakom", .endorses),
    ("ansluter sig till", .endorses), ("ansluta sig till", .endorses), ("anslöt sig till", .endorses),
    ("avslå ", .rejects), ("avslår", .rejects), ("avslog", .rejects), ("bevilj", .awards), ("bifall", .grants),
    ("biföll", .grants), ("rekommend", .recommends), ("uppmana", .recommends), ("uppdra ", .assigns),
    ("uppdrar", .assigns),
    ("uppdras", .assigns), ("uppdraga ", .assigns), ("uppdrager", .assigns),
    ("uppdrog", .assigns), ("i uppdrag", .assigns), ("delegera", .delegates), ("utse", .appoints), ("utsåg", .appoints),
    ("välj", .appoints), ("vald", .appoints), ("omvald", .appoints), ("anta ", .adopts), ("antar ", .adopts),
    ("antog", .adopts), ("antas", .adopts), ("antages", .adopts), ("fastställ", .establishes), ("noter", .notes),
    ("antecknar", .notes), ("anteckna ", .notes), ("antecknas", .notes), ("antecknade", .notes), ("ta del av", .notes),
    ("tar del av", .notes), ("tog del av", .notes), ("godkän", .approves),
  ]
  /// After the name of one who takes no part in a decision.
  static let abstainingPhrases = [
    "deltar inte i", "deltog inte i", "deltar ej i", "deltog ej i", "anmäler jäv", "anmälde jäv", "är jävig",
    "var jävig", "på grund av jäv", "avstår från att delta", "avstod från att delta", "inte med och bestämde",
    "avstår från att rösta", "avstod från att rösta", "lägger ner sin röst", "lade ner sin röst",
  ]
  /// Before the day from which a decision holds.
  static let effectPhrases = [
    "från och med", "fr.o.m.", "fr.o.m", "fr o m", "träder i kraft", "gälla från", "gäller från", "ändras från",
    "införs från", "höjs från", "sänks från", "prövas från", "upphör",
  ]

  /// Before "möte" or "sammanträde": a meeting beside the ordinary ones.
  static let extraordinaryWords: WordSet = ["extra", "extrainsatt", "extraordinarie", "extrainkallat"]

  static let otherAppointments = [
    "senast ", "underlag", "handlingar ", "anmäl ", "förra mötet", "föregående möte", "kallelse", "justera",
    "sista dag",
  ]
  /// After the name of who led the meeting, and of who wrote.
  static let leadingPhrases = ["leder mötet", "ledde mötet", "ledde sammanträdet", "leder sammanträdet"]
  static let secretaryRoles = [
    "sekreterare", "antecknar", "antecknade", "protokollförare", "vid protokollet", "vid pennan", "vid tangenterna",
    "vid tangentbordet", "för anteckningar", "för protokoll", "förde protokoll", "förde anteckningar",
  ]
  /// What a chair does first.
  static let openingActs: WordSet = [
    "öppnar", "öppnade", "hälsar", "hälsade", "förklarar", "förklarade", "inleder", "inledde",
  ]
  static let writingPhrases = [
    "skrev protokollet", "skrev protokoll", "förde protokollet", "förde protokoll", "skrev anteckningarna",
    "förde anteckningarna", "förde anteckningar", "för protokoll", "för anteckningarna", "antecknade", "skrev.",
    "för dagens protokoll", "för dagens anteckningar",
  ]
  /// Who are called secretaries and keep no minutes of a meeting.
  static let otherSecretaries = [
    "politisk sekreterare", "politiska sekreterare", "socialsekreterare", "utredningssekreterare", "generalsekreterare",
    "partisekreterare", "biståndssekreterare", "byråsekreterare", "vice sekreterare",
  ]
  static let electingVerbs = ["vald", "välj", "utsåg", "utse", "väljes"]

  static let decisionHeadings: WordSet = [
    "beslut", "beslut att", "konsensus", "beslut/konsensus", "beslut/åtgärd", "samrådets beslut", "gruppens beslut",
    "rådets beslut", "beredningens beslut", "beslutades", "mötets beslut", "beslut och åtgärder", "vi beslutade",
    "beslut fattades", "fattade beslut",
  ]
  static let proposalHeadings = [
    "förslag till beslut", "beslutsförslag", "yrkande", "yrkanden", "förslag", "beslutsgång", "propositionsordning",
    "omröstning",
  ]

  /// Parts that are followed by a stop but end no sentence.
  static let abbreviations: WordSet = [
    "t.ex", "bl.a", "kap", "kl", "ca", "v", "ordf", "tf", "m.m", "dvs", "d.v.s", "resp", "ev", "nr", "s.k", "m.fl",
    "e.d",
    "ang", "st", "inkl", "exkl", "o", "dyl", "forts", "jfr", "p.g.a", "pga", "fr.o.m", "t.o.m", "ex",
  ]

  static let returnWords = [
    "återkom", "återkoppl", "bordlägg", "bordlad", "tas upp", "återremitter", "presenteras på", "återrapporter",
    "redovisas på", "återuppta", "återupptogs", "skjuts upp", "flyttas till", "sköts upp", "uppskjut", "ajourner",
    "åter på nästa", "åter vid nästa", "åter till nästa", "åter upp", "åter på mötet", "åter på sammanträdet",
    "åter vid mötet", "åter vid sammanträdet", "åter tas upp", "vilar till", "vila till", "får vila", "anstår till",
    "anstå till", "redovisas vid nästa", "presenteras vid nästa", "behandlas på nästa", "behandlas vid nästa",
    "hänskjuts till nästa", "hänsköts till nästa", "diskuteras vidare på", "diskuteras vidare vid", "skjuts till",
    "sköts till", "ta upp frågan", "tar upp frågan", "ta upp ärendet", "tar upp ärendet", "fortsätter på nästa",
    "fortsätter vid nästa", "tas på nästa", "tas vid nästa", "tas vid mötet", "tas på mötet", "tas vid sammanträdet",
    "tas på sammanträdet", "diskussion vid nästa", "diskussion på nästa", "beslut vid nästa", "beslut på nästa",
  ]
  static let deadlineWords = [
    "senast", "löper ut", "upphör", "klar", "färdig", "före ", "innan", "återkom", "presenteras", "inför mötet",
    "inför sammanträdet", "går ut",
  ]
  /// Verbs by which something was put off, or came back, on a day that has been.
  static let pastReturns: WordSet = [
    "bordlades", "bordlade", "återremitterades", "återremitterade", "återfördes", "återförde", "togs", "ajournerades",
    "sköts", "hänsköts", "redovisades", "presenterades",
  ]
  /// Times of the year that something may come back in: "före sommaren", "i höst", "våren 2026".
  static let seasons: WordSet = [
    "sommaren", "hösten", "vintern", "våren", "sommar", "höst", "vinter", "vår", "årsskiftet", "semestern",
    "semestrarna",
    "semesterperioden",
  ]
  static let wordsBeforeSeasons: WordSet = ["före", "innan", "efter", "till", "under", "i"]
  /// A sentence with one of these tells what has been.
  static let wordsOfThePast: WordSet = [
    "har", "hade", "var", "blev", "skulle", "upphörde", "återkom", "återkopplade", "gick", "bordlades", "sköts",
    "sedan",
  ]
  /// Of somebody who is to tell, on a day, how something went: "AU redovisar resultatet den 27 september", "med redovisning
  /// den 23 maj". The forms for what was told already are not here, nor
  /// "lämna", by which a matter is only sent on.
  static let accountWords: WordSet = [
    "redovisar", "redovisa", "redovisas", "rapporterar", "rapportera", "rapporteras",
    "lämnar", "lämnas", "behandlar", "behandlas", "presenterar", "presentera", "presenteras",
  ]
  /// By which somebody has something done "till den 15 november".
  static let handoverVerbs: WordSet = [
    "sammanställer", "undersöker", "kontaktar", "utarbetar", "bearbetar", "förbereder", "kartlägger", "färdigställer",
    "skickar", "mejlar", "skriver", "sammanställa", "undersöka", "utarbeta", "färdigställa",
  ]
  /// The columns of a table of what is to be done.
  static let dueHeadings: WordSet = [
    "klart senast", "senast", "klart", "klar", "klar senast", "deadline", "slutdatum", "när",
  ]
  static let actionHeadings: WordSet = ["vad", "åtgärd", "åtgärder", "aktivitet", "uppgift", "att göra"]
  static let doerHeadings: WordSet = ["vem", "ansvarig", "ansvariga", "ansvarar", "ansvar"]
  static let itemHeadings: WordSet = ["punkt", "§", "ärende", "paragraf"]
  /// Between those and a day that is another thing's: "lämnar information om mötet den 3 maj".
  static let wordsBeforeOthersDays: WordSet = [
    "om", "från", "efter", "sedan", "gäller", "gällande", "fram", "senaste", "förra", "inte", "protokollet", "avser",
    "mellan",
  ]
  /// What a promise is due at: "till nämndens möte den 3 maj", "till sammanträdet i mars 2017".
  static let meetingForms: WordSet = [
    "möte", "mötet", "sammanträde", "sammanträdet", "styrelsemöte", "styrelsemötet", "träff", "träffen",
  ]
  /// Words by which people are asked to a meeting, or a matter moved to it, and nothing is promised.
  static let invitingWords = [
    "inbjud", "bjud", "kall", "välkom", "anmäl", "protokoll", "anteckning", "bordlä", "bordlade", "flytta", "skjut",
    "vilar", "tidigare", "ajourner", "hänskjut",
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
    "sammanträda", "mötas", "sammankallas", "möten varje år", "ha möte", "har möte", "antal möten",
    "mötesfrekvens",
  ]
  static let reviewVerbs = [
    "omprövas", "följs upp", "ses över", "följas upp", "följa upp", "ses över", "revideras", "prövas", "utvärderas",
    "översyn", "nästa revidering",
  ]
  static let termPhrases = [
    "på ett kalenderår", "för ett kalenderår", "varje kalenderår", "nomineras för", "mandattid", "alternerar", "växlar",
    "turas om", "byter plats", "går varje år över",
  ]
  static let chairPhrases = ["utse", "välj", "vald", "altern", "växl", "turas om", "rotera", "byt", "innehas"]
  static let mandatePhrases = [
    "mandat att", "mandat i", "beslutanderätt", "beslutsmandat", "rätt att besluta", "får besluta", "kan besluta",
    "får fatta beslut", "kan fatta beslut", "fattar beslut i", "fattar beslut om", "egna beslut",
  ]
  static let workingGroupPhrases = ["tillsätt", "inrätt", "utse", "bilda", "skapa"]
  static let seatWords = ["representant", "ledamot", "ledamöter", "plats", "ersättare"]
  static let compositionVerbs: Set<Substring> = [
    "utse", "utser", "utses", "ha", "bestå", "utgörs", "ingå", "ingår", "har", "finns", "består", "representanter",
  ]
  /// What makes a number beside them none of seats: "varav minst två", "för 4 år", "en ersättare", "en ordförande".
  static let wordsBeforeOtherNumbers: WordSet = ["minst", "högst", "varav", "för", "under", "på"]
  static let wordsAfterOtherNumbers = [
    "ersättare", "ordförande", "vice", "år", "gång", "ggr", "möte", "arbetsdag", "vecka", "veckor", "månad", "gemensam",
    "av", "i",
  ]
  static let wordsBeforeNames: WordSet = ["för", "från", "i", "även", "dessutom"]
  static let approvingRoles = ["ledamot", "ordförande", "juster", "sekreterare", "sammankallande"]
  static let superiorPhrases = [
    "på uppdrag av ", "koordinatorfunktionen är ", "ärenden som skall presenteras för ",
    "ärenden som ska presenteras för ",
    "apporterar till ", "redovisar sitt arbete till ", "redovisar sitt arbete för ", "är underställd ",
    "är underställt ", "svarar inför ", "återrapporterar till ", "bereder ärenden till ", "ppdragsgivare är ",
    "Uppdragen kommer från ", "politisk behandling i ",
    "lämnas som förslag till ", "bereda ärenden åt ", "föredrar gruppens ärenden i ", "apportera till ",
    "terkoppling sker till ", "apportering sker till ", "Uppdragsgivare: ",
  ]

  /// Before the name of the body that terms of reference are for.
  static let bodyLabels: WordSet = ["gruppens namn", "uppdragets namn", "rådets namn", "grupp", "organ", "arbetsgrupp"]
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
