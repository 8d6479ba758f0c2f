internal import Approval
package import Records

// The Swedish words for everything that the program says of a site: what is wrong, why it matters, what to do.
// One line each, without a final stop.

extension Problem {
  package var words: String {
    switch self {
    case .invalidUTF8:
      "Filen är inte text i UTF-8, så bokstäver kan ha blivit fel; spara den som UTF-8 och se efter att å, ä och ö stämmer"
    case .forbiddenCharacter(let scalar):
      "Här står ett osynligt styrtecken (U+\(hexadecimal(scalar))), som inte får finnas i text; ta bort det"
    case .fileTooLarge(let bytes, let limit):
      "Filen är \(megabytes(bytes)) MB, och gränsen är \(megabytes(limit)) MB; dela upp den, och lägg bilder och bilagor för sig"
    case .lineTooLong(let bytes, let limit):
      "Raden är \(bytes / 1024) KiB lång, och gränsen är \(limit / 1024) KiB; dela upp den i stycken"
    case .nestingTooDeep(let limit):
      "Listor och citat ligger i varandra i mer än \(limit) led, vilket nog är ett misstag; ta bort tecken i radens början"
    case .tooManyBrackets(let limit):
      "Stycket har mer än \(limit) hakparenteser [ som aldrig stängs; ta bort dem eller skriv \\["
    case .unreadableFile(let reason): "Filen kan inte läsas: \(reason)"
    case .symbolicLink:
      "Symboliska länkar följs inte, för de kan göra vad som helst på datorn offentligt; lägg själva filen här"
    case .ignoredFile:
      "Filen läses inte, för det är inget dokument; spara den som .md, .markdown eller .txt, med ett namn i UTF-8, lägg den under bilagor/ om den är en bilaga, eller ta bort den"
    case .frontMatterSyntax(let message): "Raden kan inte läsas som ”nyckel: värde”: \(yamlWords(message))"
    case .frontMatterUnclosed:
      "Raderna överst med uppgifter om dokumentet börjar med --- men avslutas aldrig; skriv --- på en egen rad efter dem"
    case .yamlFeatureRefused(let feature):
      "Värdet börjar med \(feature), som betyder något särskilt i YAML och inte används här; sätt värdet inom citattecken"
    case .unknownKey(let key, let nearest):
      "Nyckeln ”\(key)” finns inte; \(guess(nearest) ?? "stryk raden, eller se i handboken vilka nycklar som finns")"
    case .duplicateKey(let key): "Nyckeln ”\(key)” står två gånger; ta bort den ena"
    case .wrongValue(let key, let expected): "Nyckeln ”\(key)” tar \(expected)"
    case .misplacedKey(let key, let kind):
      "Nyckeln ”\(key)” betyder ingenting i ett dokument av typen \(kind); stryk raden"
    case .notInText(let key, let name, let nearest):
      "Under \(key) står ”\(name)”, som inte finns i dokumentets text; "
        + (guess(nearest) ?? "skriv numret eller namnet som det står där, eller stryk raden")
    case .rawHTML(let tag):
      "HTML-koden \(tag) visas inte på webbplatsen; skriv med Markdown, eller sätt koden inom ` om den ska synas"
    case .unbalancedTag(let tag):
      "\(tag) öppnas eller stängs utan sin motsvarighet i samma stycke; skriv båda eller ingen"
    case .tableRowTooLong(let cells, let columns):
      "Raden har \(cells) celler men tabellen \(columns) kolumner; skriv en rubrik för varje kolumn, eller \\| för ett streck i texten"
    case .unsafeLink(let destination):
      "Länken till ”\(shortened(destination))” kan köra kod eller leda fel; använd https, http, mailto eller en sökväg på webbplatsen"
    case .brokenLink(let destination):
      "Länken ”\(shortened(destination))” leder till något som inte finns på webbplatsen"
    case .externalImage(let source):
      "Bilden ”\(shortened(source))” ligger på en annan webbplats och visas därför inte; lägg den bland webbplatsens egna filer, i assets i mappen med mallar, och länka dit"
    case .unknownBody(let name, let nearest):
      "Organet ”\(name)” finns inte i någon uppdragsbeskrivning; "
        + (guess(nearest) ?? "rätta namnet, eller lägg till det under organ i samsyn.yml")
    case .unknownPrincipal(let name, let nearest):
      "Huvudmannen ”\(name)” är inte känd; "
        + (guess(nearest) ?? "rätta namnet, eller lägg till den under huvudmän i samsyn.yml")
    case .unknownAgreement(let id):
      "Det finns inget avtal med id ”\(id)”; rätta det, eller lägg till avtalet under content/avtal"
    case .personalData(let kind): kind.words
    case .supersededTerms(let body, let path):
      "Uppdragsbeskrivningen för \(body) visas inte, för den i \(path) gäller från samma dag; ta bort den som inte gäller, eller rätta datumen"
    case .termsWithoutBody:
      "Det framgår inte vilket organ uppdragsbeskrivningen gäller; skriv organ: följt av namnet överst, mellan två rader med ---"
    case .contradictoryApproval(let body, let first, let line, let second):
      "Protokoll från \(body) justeras av \(second), men på rad \(line) av \(first); alla de nämnda måste godkänna tills du har rättat den ena meningen, eller skrivit organ: [{namn: \(yamlText(body)), justeras av: [de som gäller]}] överst"
    case .inferred(let key, let value):
      "”\(value)” är utläst ur texten; stämmer det så skriv \(key): \(value) överst, annars det rätta"
    case .contradicted(let used, let line, let other, let settledBy):
      "Här står ”\(shortened(other))”, men på rad \(line) står ”\(shortened(used))”, som är det som används; skriv \(settledBy) överst om det stämmer, annars det rätta"
    case .attachment(let file, let fault): fault.words(of: file)
    case .attachmentFolder(let folder, let owners, let nearest):
      owners.isEmpty
        ? "Mappen ”\(folder)” med bilagor hör till inget protokoll eller avtal, så inget i den publiceras; "
          + (guess(nearest) ?? "döp den som dokumentets fil utan ändelse, eller ta bort den")
        : "Mappen ”\(folder)” med bilagor kan höra till \(listed(owners)); ge filerna olika namn, och mappen det ena"
    case .attachmentMisplaced:
      "Filen ligger inte i något dokuments mapp, så den publiceras inte; lägg den i bilagor/ och där direkt i en mapp som heter som dokumentets fil utan ändelse"
    case .wrongWeekday(let date, let written, let weekday):
      "\(date) var en \(weekday), inte en \(written); rätta dagen eller datumet"
    case .absentPresenter(let name, let item):
      "\(name) står som frånvarande men föredrar § \(item); rätta närvaron eller föredraganden"
    case .absentVerifier(let name):
      "\(name) står som frånvarande men har justerat; rätta närvaron eller justeraren"
    case .unlistedVerifier(let name):
      "Justeraren \(name) står inte i närvarolistan; rätta stavningen, eller skriv in den som saknas"
    case .otherDate(let printed, let read):
      "Här står \(printed), men \(read) lästes som mötets datum; skriv datum: \(read) överst om det stämmer, annars det rätta"
    case .otherDateInFileName(let named, let read):
      "Filen heter \(named), men \(read) lästes som mötets datum; rätta det som är fel, eller skriv datum: överst, så avgör det"
    case .sameDay(let other):
      "Organet har redan ett möte den dagen i \(other.path); är datumet fel i någon av filerna? Var det två möten, så skriv tid: i båda"
    case .gapSinceLast(let last, let number, let other):
      "Numren börjar på § \(number), men mötet före slutade på § \(last) i \(other.path); saknas ett protokoll, eller är numret fel?"
    case .repeatedSinceLast(let last, let number, let other):
      "Numren börjar på § \(number), men mötet före slutade först på § \(last) i \(other.path); rätta numren, eller datumet om det är fel"
    case .tooManyMembers(let principal, let count, let seats, let rule):
      "\(principal) har \(count) ledamöter bland de närvarande, men \(seats == 1 ? "en plats" : "\(seats) platser") enligt \(rule.path):\(rule.line); skriv ersättare eller tjänsteperson efter den som är det"
    case .unrepresented(let principals):
      "Ingen står som närvarande eller frånvarande för \(principals.joined(separator: ", ")); skriv in den som saknas, eller vem som representerar även den huvudmannen"
    case .decisionInInformationItem(let item):
      "§ \(item) är märkt som informationsärende men innehåller ett beslut; rätta märkningen om den är fel"
    case .emptyItem(let number, let title):
      "§ \(number) ”\(shortened(title))” har ingen text; har innehållet hamnat under en annan punkt?"
    case .forgotten(let item, let due):
      "Det här skulle komma tillbaka \(due), och organet har sammanträtt sedan dess utan att det syns; har det gjort det, skriv punkter: {\"numret där\": {stänger: [\(item)]}} överst i det protokollet"
    case .agreementDisagrees(let title, let file, .endsWithoutDay):
      "Beslutet säger att \(title) inte förlängs, men \(file) säger tills vidare; skriv giltig till: överst där, om beslutet gäller"
    case .agreementDisagrees(let title, let file, .prolongedPast(let year)):
      "Beslutet förlänger \(title) till \(year), men enligt \(file) upphör det tidigare; lägg in den nya versionen, eller rätta giltig till: där"
    case .agreementDisagrees(let title, let file, .unknownVersion):
      "Beslutet antar \(title), men ingen version är antagen den dagen; lägg in den nya versionen, eller rätta antaget: i \(file)"
    case .unkeptRule(let body, .reviewOverdue(let date, _)):
      "Översynen för \(body) skulle vara gjord \(date); är den det, lägg in den nya uppdragsbeskrivningen"
    case .unkeptRule(let body, .fewMeetings(let year, let held, let minimum, _)):
      "\(body) har \(held) publicerade protokoll från \(year), men regeln är minst \(minimum) möten; saknas något protokoll?"
    case .unkeptRule(let body, .nothingBooked(let year, _)):
      "Inget möte i \(body) är känt för \(year), men regeln är att de ska vara bokade; skriv in dem i kalender.yml"
    case .unkeptRule(let body, .vagueGroup(let hasOwner, let hasDay, _, _)):
      "Det är inte utläst \([hasOwner ? nil : "vem som ansvarar för arbetsgruppen", hasDay ? nil : "när den ska vara klar"].compactMap(\.self).joined(separator: " och ")), och uppdragsbeskrivningen för \(body) nämner arbetsgrupper; sa mötet det, skriv ”med Förnamn Efternamn som ansvarig” och ”senast den” i beslutet"
    case .statementOld(let date):
      "Tillgänglighetsredogörelsen gicks igenom senast \(date), för mer än tolv månader sedan; gå igenom den, och skriv dagen efter genomgången:"
    case .closesNothing(let text):
      "stänger: ”\(text)” är ingen paragraf i ett publicerat protokoll; skriv § 19 2024-04-19 för organets eget möte, eller adressen /moten/organet/2024-04-19/#p19"
    case .answer(let fault): fault.words
    case .similarItem(let other, let line):
      "Det här liknar \(other); är det samma ärende, skriv \(line) under punkter: i båda protokollen, annars ärende: nej här"
    case .itemGap(let previous, let number):
      "§ \(number) kommer direkt efter § \(previous); saknas något, eller är numret fel?"
    case .repeatedItem(let number): "§ \(number) finns två gånger; rätta numret om det är fel"
    case .struckText(let text):
      "Texten ”\(shortened(text))” är överstruken; skriv struket: ta bort överst om den inte ska publiceras, eller struket: visa om den ska synas överstruken"
    case .missingName: "Raden har inget namn före kommat; fyll i det, eller stryk raden"
    case .lockUnreadable:
      "Raden är inte som Samsyn skrev den, och utan filen märks det inte om en godkänd text har ändrats; hämta tillbaka filen som den var"
    case .lockedTextChanged:
      "Texten har ändrats sedan den godkändes, först här; ändra tillbaka den, eller \(correctionLine)"
    case .lockedKeyChanged(let key):
      "Uppgiften ”\(key)” har ändrats sedan texten godkändes; ändra tillbaka den, eller \(correctionLine)"
    case .correctionRemoved(let count):
      "\(count == 1 ? "En rättelse som har publicerats är borttagen" : "\(count) rättelser som har publicerats är borttagna"); skriv tillbaka det som stod under rättelse"
    case .addressVanished(let address, let holder, let line):
      "Adressen \(address) har varit offentlig (\(holder)) men finns inte längre; lägg tillbaka det som stod där, eller skriv på en rad under adresser: i samsyn.yml: - \(line)"
    case .formerAddressPublished(let address):
      "Adressen \(address) sägs vara flyttad eller återkallad, men finns på webbplatsen; ta bort dokumentet eller det som står där, eller stryk raden"
    case .formerAddressTwice(let address): "Adressen \(address) står två gånger under adresser; ta bort den ena"
    case .movedNowhere(let address):
      "Adressen \(address), som det sägs ha flyttat till, finns inte på webbplatsen; rätta den, eller skriv återkallad: och skäl: i stället"
    case .withdrawnInFuture(let address, let day, let today):
      "Adressen \(address) återkallas först \(day), och nu är det \(today); rätta dagen, eller vänta med raden"
    case .addressTaken(let address, let by):
      "Adressen \(address) är redan tagen av \(by.path), och två sidor kan inte ha samma; ändra titel, datum eller id i den ena"
    case .duplicateMinutes(let other):
      "Det här är samma möte som i \(other.path): organ, datum och ärenden är de samma; ta bort den ena filen, eller rätta det som är fel"
    case .nameClaimedTwice(let name, let other):
      "Namnet ”\(name)” sägs vara två personers, här och på rad \(other.line); stryk det på det ena stället, eller skriv huvudman: i båda posterna om de är två"
    case .formerAddressTaken(let address):
      "Adressen /personer/\(address)/ används redan, av personen själv eller av en annan; stryk den under tidigare"
    case .formerAddressUnclear(let address):
      "Det framgår inte vem /personer/\(address)/ ska leda till, för flera har namnet; skriv en post med huvudman: för var och en"
    case .nameOfNobody(let name):
      "Ingen i något protokoll heter ”\(name)”, så posten gör ingenting; rätta stavningen eller huvudmannen, eller stryk posten"
    case .similarNames(let rare, let common, let other):
      "Namnet ”\(rare)” är nog ”\(common)” i \(other.path):\(other.line); skriv i så fall {namn: \(common), alias: [\(rare)]} i personer.yml, och är de två {namn: \(common), skilj: [\(rare)]}"
    case .templatesMissing(let path):
      "Mappen \(path) med mallar finns inte; rätta --templates, eller installera programmet på nytt om du inte har egna mallar"
    case .templateMissing(let name):
      "Mallen \(name) saknas; lägg tillbaka den bland programmets mallar, eller installera programmet på nytt"
    case .templateSyntax(let message): "Mallen kan inte läsas: \(message)"
    case .unknownTemplateName(let name, let page):
      "Mallen frågar efter ”\(name)”, som inte finns på sidan \(page); rätta stavningen i mallen"
    case .partialMissing(let name):
      "Mallen hämtar delen ”\(name)”, som inte finns; rätta namnet, eller skapa \(name).mustache"
    case .templateUnused(let name, let nearest):
      "Mallen \(name) används inte av någon sida; \(guess(nearest) ?? "rätta namnet, eller ta bort filen")"
    case .logo(let file, let fault): fault.words(of: file)
    case .accentContrast(let colour, let contrast, let ground, let nearest):
      "Färgen \(colour) går inte att läsa mot den \(ground == .light ? "ljusa" : "mörka") bakgrunden: kontrasten är \(figure(contrast)) och ska vara minst \(figure(Accent.contrast)); den närmaste nyans som duger är \"\(nearest)\""
    case .contentMissing(let path):
      "Mappen \(path) finns inte; stå i webbplatsens mapp när du bygger, eller peka ut den med --site eller --content"
    case .contentEmpty(let path):
      "Mappen \(path) har inga dokument; lägg dit filer vars namn slutar på .md, .markdown eller .txt"
    case .brokenPageLink(let page, let destination):
      "Den färdiga sidan \(page) länkar till ”\(shortened(destination))”, som inte finns; rätta länken i mallen eller inställningarna"
    case .personalDataInPage(let kind, let page):
      "Den färdiga filen \(page) innehåller \(kind.name), som inte kommer från något dokument; sök i inställningarna och mallarna, och ta bort det"
    case .protectedName(let line, let page):
      "Den färdiga filen \(page) innehåller namnet på rad \(line) i listan över skyddade personer; ta bort det ur det dokument som sidan görs av, eller skriv visa: dold för personen i personer.yml"
    case .protectedNamesUnreadable(let path):
      "Listan över skyddade personer, \(path), kan inte läsas, och utan den kan deras namn bli publicerade; rätta sökvägen, eller lägg tillbaka filen som text i UTF-8"
    case .sourceWithoutPage(let path):
      "Dokumentet \(path) skulle publiceras men fick ingen sida; ange typ i det, till exempel typ: protokoll"
    }
  }
}

extension AnswerFault {
  fileprivate var words: String {
    switch self {
    case .unknownRecommendation(let text):
      "Svaren visas inte, för ”\(shortened(text))” är ingen rekommendation eller remiss i ett publicerat protokoll; skriv organet, mötets datum och paragrafen, och är det rätt så lägg till typ: rekommendation eller typ: remiss, eller vänta tills protokollet är justerat"
    case .unknownPrincipal(let name, let nearest): Problem.unknownPrincipal(name: name, nearest: nearest).words
    case .beforeDispatch(let principal, let date, let dispatched):
      "\(principal) sägs ha svarat \(date), men det som svaret gäller skickades först \(dispatched); rätta dagen, eller vad svaren gäller"
    case .inFuture(let principal, let date, let today):
      "\(principal) sägs svara först \(date), och nu är det \(today), så svaret visas inte än; rätta dagen om den är fel"
    case .twice(let principal, let first):
      "\(principal) har redan ett svar i \(first.path):\(first.line); ta bort det ena, och berätta om ändringen under anmärkning"
    case .contradicted(let principal, let here, let there, let at):
      "Här står att \(principal) \(here.words), men i \(at) att huvudmannen \(there.words); rätta det som är fel"
    case .moreThanTold(let told, let known, let day):
      "Här har \(told) svarat, men enligt svaren i filerna var det \(known) den \(day); rätta det som är fel"
    }
  }
}

extension AnswerState {
  fileprivate var words: String {
    switch self {
    case .pending: "har inte beslutat"
    case .decided(let answer, let day): "\(answer.words)\(day.map { " \($0)" } ?? "")"
    }
  }
}

extension PrincipalResponse.Answer? {
  fileprivate var words: String {
    switch self {
    case .yes: "har svarat ja"
    case .partly: "har svarat delvis"
    case .no: "har svarat nej"
    case .reserved: "har reserverat sig"
    case nil: "har beslutat"
    }
  }
}

extension AttachmentFault {
  fileprivate func words(of file: String) -> String {
    let bilaga = "Bilagan ”\(shortened(file))”"
    return switch self {
    case .unlisted:
      "Filen ”\(shortened(file))” ligger bland dokumentets bilagor men står inte i det; skriv bilagor: [{fil: \(yamlText(file)), titel: vad den heter}] överst om den ska publiceras, annars ta bort den"
    case .missing(let folder, let nearest):
      "\(bilaga) finns inte i \(folder); \(guess(nearest) ?? "lägg filen där, eller stryk raden")"
    case .kindNotAllowed:
      "\(bilaga) är av ett slag som inte publiceras; spara den som \(Attachment.Kind.allCases.map(\.rawValue).joined(separator: ", ")), eller stryk raden"
    case .otherKind:
      "\(bilaga) är inte vad ändelsen säger, eller så är den skadad eller låst med lösenord; spara den på nytt, en text som UTF-8"
    case .tooLarge(let bytes, let limit):
      "\(bilaga) är \(megabytes(bytes)) MB, och gränsen är \(megabytes(limit)) MB; gör den mindre, eller dela upp den"
    case .nameless: "\(bilaga) har inga bokstäver eller siffror i sitt namn att göra en adress av; döp om den"
    case .sameAddress(let other):
      "\(bilaga) får samma adress som ”\(shortened(other))”; döp om den ena, eller stryk den rad som är en upprepning"
    case .hides(let hidden): "\(bilaga) \(hidden.words)"
    case .personalData(let kind):
      "I bilagan ”\(shortened(file))” står \(kind.name)"
        + (kind.isAlwaysRefused
          ? ", som aldrig får publiceras; ta bort det ur filen, eller stryk raden"
          : "; ta bort det ur filen, eller skriv under undantag vem som har beslutat att det får stå kvar")
    case .protectedName(let line):
      "\(bilaga) innehåller namnet på rad \(line) i listan över skyddade personer; ta bort det ur filen, eller stryk raden"
    case .notAccessible:
      "\(bilaga) publiceras inte utan står som ”lämnas ut på begäran”, för inget säger att alla kan läsa den; skriv {fil: \(yamlText(file)), tillgänglig: ja} om den är gjord för skärmläsare, annars tillgänglig: nej"
    case .metadata(.author):
      "\(bilaga) säger i sina egenskaper vem som har skrivit den; ta bort egenskaperna om namnet inte ska publiceras"
    case .metadata(.camera):
      "\(bilaga) bär uppgifter från kameran, kanske var och när bilden togs; spara den utan dem"
    }
  }
}

extension AttachmentFault.Hidden {
  fileprivate var words: String {
    switch self {
    case .macros: "innehåller makron, som kan köra kod hos den som öppnar den; spara den utan makron"
    case .scripts: "innehåller skript, som kan köra kod hos den som öppnar den; spara den utan dem"
    case .embeddedFiles:
      "har andra filer inuti sig, som kan innehålla mer än det som syns; klistra in dem som bilder, och spara på nytt"
    case .comments: "har kommentarer, som vem som helst kan läsa; ta bort dem, och spara på nytt"
    case .trackedChanges:
      "har spårade ändringar, så att struken text går att läsa; godta eller avvisa dem alla, och spara på nytt"
    case .sheets: "har dolda blad, som vem som helst kan ta fram; ta bort dem, och spara på nytt"
    }
  }
}

extension PersonalDataKind {
  fileprivate var name: String {
    switch self {
    case .identityNumber, .likeIdentityNumber: "ett personnummer"
    case .reserveNumber: "ett reservnummer"
    case .email: "en e-postadress"
    case .privateEmail: "en privat e-postadress"
    case .identifier: "en underskriftskod"
    case .telephone: "ett telefonnummer"
    case .networkAddress: "en IP-adress"
    case .meetingLink: "en möteslänk"
    case .streetAddress: "en gatuadress"
    case .property: "en fastighetsbeteckning"
    case .numberPlate: "ett registreringsnummer"
    case .account: "ett konto- eller kortnummer"
    case .birthDate: "ett födelsedatum"
    case .sensitiveTopic: "en känslig uppgift nära ett namn"
    }
  }

  fileprivate var words: String {
    let wayOut = "ta bort det, eller skriv under undantag överst vem som har beslutat att det får stå kvar"
    let lookedAt = "ta bort det, annars skriv under undantag överst vem som har beslutat att det får stå kvar"
    return switch self {
    case .identityNumber: "Här står ett personnummer eller samordningsnummer, som aldrig får publiceras; ta bort det"
    case .likeIdentityNumber: "Här står ett nummer som ser ut som ett personnummer med en felskriven siffra; \(wayOut)"
    case .reserveNumber: "Här står ett nummer som ser ut som ett reservnummer i vården; \(wayOut)"
    case .email:
      "Här står en e-postadress; ta bort den, lägg till den under funktionsadresser i samsyn.yml om den är en funktions, eller skriv under undantag överst vem som har beslutat att den får stå kvar"
    case .identifier:
      "Här står en lång kod, som de som underskriftstjänster ger människor och dokument, och som aldrig får publiceras; ta bort den"
    case .telephone:
      "Här står ett telefonnummer; ta bort det, lägg till det under funktionsadresser i samsyn.yml om det är en funktions, eller skriv under undantag överst vem som har beslutat att det får stå kvar"
    case .networkAddress: "Här står adressen till en dator (IP-adress), som aldrig får publiceras; ta bort den"
    case .meetingLink:
      "Här står en länk eller en kod till ett möte på nätet, som aldrig får publiceras; ta bort den"
    case .privateEmail:
      "Här står en privat e-postadress, som inte publiceras; ta bort den, eller lägg till den under funktionsadresser i samsyn.yml om den är en funktions"
    case .streetAddress: "Här står en gatuadress; är det någons hem, \(lookedAt)"
    case .property: "Här står det som ser ut som en fastighetsbeteckning; pekar den ut någon, \(lookedAt)"
    case .numberPlate: "Här står det som ser ut som ett registreringsnummer; pekar det ut någon, \(lookedAt)"
    case .account: "Här står ett nummer som ser ut som ett konto- eller kortnummer; \(lookedAt)"
    case .birthDate: "Här står när någon är född; \(lookedAt)"
    case .sensitiveTopic:
      "Här står en känslig uppgift nära namnet på någon som inte har en roll i dokumentet; handlar det om den personen, \(lookedAt)"
    }
  }
}

extension Withholding.Reason {
  /// Why the document is not public, and what to write when it should be.
  package var words: String {
    switch self {
    case .draft: "det är ett utkast; ta bort raden status: utkast när det är klart"
    case .unrecognised:
      "det framgår inte vad det är; skriv typ: protokoll, uppdrag, avtal eller sida överst, mellan två rader med ---"
    case .noBody:
      "det framgår inte vilket organ som sammanträdde; skriv organ: följt av namnet överst, mellan två rader med ---"
    case .noDate: "det framgår inte vilken dag mötet hölls; skriv datum: 2024-05-17 överst, mellan två rader med ---"
    case .notApproved(let rule):
      "protokollet är inte justerat; det ska \(rule.words), och när de har gjort det: \(rule.line)"
    case .printedNamesOnly(let rule):
      "namnen sist i protokollet säger inte att någon har godkänt det; det ska \(rule.words), och när de har gjort det: \(rule.line)"
    case .noRule(let body):
      "ingen uppdragsbeskrivning säger vem som justerar protokoll från \(body); lägg till en mening om det i den, till exempel ”Protokollet justeras av ordföranden och en vald justerare.”"
    case .undatedRule(let body, let terms):
      "uppdragsbeskrivningen för \(body), \(terms.path), säger inte från när den gäller; skriv giltig från: följt av datum överst i den"
    case .beforeRules(let meeting, let first):
      "mötet hölls \(meeting), och organets regler gäller från \(first); är publiceringen beslutad, skriv arkiv: beslutad 2024-05-17 av följt av vem, överst"
    case .extraMeeting(let rule):
      "det är ett extra möte, och uppdragsbeskrivningen \(rule.source.path) talar bara om ordinarie möten; är publiceringen beslutad, skriv extra möte: beslutad 2024-05-17 av följt av vem, överst"
    case .insufficient(let rule, let approvers, let gaps):
      "det ska \(rule.words); godkänt av \(listed(approvers.map(\.name))), men \(gaps.map(\.words).joined(separator: ", och "))"
        + (gaps == [.noAttendance] ? "" : "; när de som ska har gjort det: \(rule.line)")
    case .approvedBeforeMeeting(let approved, let meeting):
      "det sägs vara justerat \(approved), före mötet \(meeting); rätta det datum som är fel"
    case .approvedInFuture(let approved, let today):
      "det justeras först \(approved), och nu är det \(today); bygg igen då, eller rätta datumet"
    case .meetingInFuture(let meeting, let today):
      "mötet hålls först \(meeting), och nu är det \(today); rätta datumet om det är fel"
    case .retentionOver(let months, let day):
      "protokollet har legat ute i \(period(months: months)) efter mötet, så länge som organets uppdragsbeskrivning säger, och är återkallat från \(day)"
    case .notAdopted:
      "det framgår inte att avtalet är antaget, och underskrifter med tid finns inte från alla parter; skriv antaget: följt av datum, och gärna av vem, överst i det"
    case .adoptedInFuture(let adopted, let today):
      "det antas först \(adopted), och nu är det \(today); bygg igen då, eller rätta datumet"
    }
  }

  /// The stable English name, for `--json`.
  package var id: String {
    switch self {
    case .draft: "draft"
    case .unrecognised: "unrecognised"
    case .noBody: "no-body"
    case .noDate: "no-date"
    case .notApproved: "not-approved"
    case .printedNamesOnly: "printed-names-only"
    case .noRule: "no-rule"
    case .undatedRule: "undated-rule"
    case .beforeRules: "before-rules"
    case .extraMeeting: "extra-meeting"
    case .insufficient: "insufficient-approval"
    case .approvedBeforeMeeting: "approved-before-meeting"
    case .approvedInFuture: "approved-in-future"
    case .meetingInFuture: "meeting-in-future"
    case .retentionOver: "retention-over"
    case .notAdopted: "not-adopted"
    case .adoptedInFuture: "adopted-in-future"
    }
  }
}

extension ApprovalRule {
  /// "justeras av ordföranden och en vald justerare (content/uppdrag/lsg.md:12)"
  fileprivate var words: String {
    let source = "\(self.source.path):\(self.source.line)"
    let readings = quotes.count > 1 ? "; den säger olika saker, och den strängaste läsningen gäller" : ""
    return "justeras av \(listed(roles.map(\.words))) (\(source)\(readings))"
  }

  /// The lines to write.
  fileprivate var line: String {
    "skriv justerat: följt av datum, och justerare: [\(roles.map(\.placeholder).joined(separator: ", "))] överst, eller kör samsyn approve"
  }
}

extension ApprovalRule.Role {
  fileprivate var words: String {
    switch self {
    case .chair: "mötets ordförande"
    case .viceChair: "vice ordföranden"
    case .verifier: "en justerare som valdes för mötet"
    }
  }

  fileprivate var placeholder: String {
    switch self {
    case .chair: "ordförandens namn"
    case .viceChair: "vice ordförandens namn"
    case .verifier: "justerarens namn"
    }
  }
}

extension ApprovalRefusal {
  var words: String {
    switch self {
    case .notMinutes: "inget är skrivet, för bara protokoll justeras"
    case .alreadyApproved(let date, let names):
      "inget är skrivet, för protokollet är redan justerat \(date)\(names.isEmpty ? "" : " av \(listed(names))")"
    case .repeated(let name): "inget är skrivet, för \(name) har redan justerat protokollet"
    case .otherRole(let name, let role): "inget är skrivet, för enligt protokollet var \(name) inte \(role.words)"
    case .withheld(let reason): "inget är skrivet: \(reason.words)"
    }
  }
}

extension ReportedApproval {
  /// "justerat 2024-05-07 av Ada Ek; det ska justeras av ..., och en justerare saknas, så protokollet hålls inne"
  var words: String {
    let done = "justerat \(stated.date) av \(listed(stated.verifiers))"
    if missing.isEmpty { return "\(done); publicera det med samsyn build" }
    return
      "\(done); det ska \(rule.words), och \(listed(missing.map(\.words))) saknas, så protokollet hålls inne så länge"
  }

  /// What to write by hand.
  var unwritable: String {
    "inget är skrivet, för raderna överst kan inte ändras en i taget; skriv själv justerat: \(stated.date) och justerare: \(yamlList(stated.verifiers))"
  }
}

extension ApprovalGap {
  fileprivate var words: String {
    switch self {
    case .role(let role): "\(role.words) saknas"
    case .absent(let name): "\(name) står inte som närvarande"
    case .notElected(let name, let elected): "\(name) valdes inte till justerare, utan \(listed(elected))"
    case .withoutRole(let name): "\(name) hade ingen av de rollerna på mötet"
    case .noAttendance: "det framgår inte vilka som var med; skriv dem under rubriken Närvarande"
    }
  }
}

/// "a, b och c"
private func listed(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return "\(words.dropLast().joined(separator: ", ")) och \(last)"
}

extension Obstacle {
  package var words: String {
    switch self {
    case .outputIsRoot(let path): "\(path) är datorns rot och kan inte bytas ut; välj en egen mapp med --output"
    case .outputIsNoFolder(let path):
      "\(path) är ingen mapp, så webbplatsen kan inte läggas där; välj en annan plats med --output"
    case .outputParentMissing(let path, let parent):
      "\(path) kan inte skapas, för mappen \(parent) finns inte; skapa den, eller välj en annan plats med --output"
    case .outputHoldsSources(let path, let source):
      "\(path) innehåller \(source), som skulle försvinna när mappen byts ut; välj en annan plats med --output"
    case .outputInsideSources(let path, let source):
      "\(path) ligger i \(source), och då blir sidorna själva innehåll; välj en annan plats med --output"
    case .outputNotOurs(let path, let example):
      "\(path) innehåller \(example) och annat som Samsyn inte har skrivit, och som skulle försvinna; välj en tom mapp med --output, eller flytta undan det som ligger där"
    case .outputIsMountPoint(let path):
      "\(path) är en monteringspunkt, eller ligger på ett annat filsystem än mappen den står i, och kan inte bytas ut i ett steg; välj en mapp inuti den med --output"
    case .outputParentNotWritable(let path, let parent, let reason):
      "\(path) kan inte bytas ut, för det går inte att skriva i \(parent): \(reason.words)"
    case .outputInUse(let path, let process):
      "\(path) byggs redan av ett annat samsyn\(process.map { " (process \($0))" } ?? ""); vänta tills det är klart och försök igen"
    case .draftsInPublicFolder(let path):
      "utkast får inte läggas i \(path), som är webbplatsens offentliga mapp; välj en annan plats med --output"
    case .pastDayInPublicFolder(let path, let day):
      "webbplatsen i \(path) byggs alltid som den är i dag, inte som den var \(day); utelämna --as-of, eller välj en annan plats med --output"
    case .cannotWrite(let path, let reason): "\(path) kan inte skrivas: \(reason.words)"
    case .cannotCopy(let path, let target, let reason): "\(path) kan inte kopieras till \(target): \(reason.words)"
    case .cannotSwap(let path, let reason):
      "\(path) kan inte bytas ut i ett steg: \(reason.words); välj en annan plats med --output"
    case .notInContent(let path, let content):
      "\(path) är inget dokument i \(content); stå i webbplatsens mapp, eller peka ut den med --site eller --content"
    case .outputPathUnsafe(let path):
      "sidan ”\(path)” skulle hamna utanför webbplatsen; ändra titeln eller namnet som den heter efter"
    case .fileExists(let path):
      "\(path) finns redan och skrivs inte över; öppna den, eller välj ett annat namn med --output"
    case .meetingExists(let path):
      "det finns redan ett protokoll för det mötet, \(path); öppna det, eller skriv ett till med --output"
    case .bodyUnknown(let name, let nearest, let known):
      "organet ”\(name)” är inte känt; " + (guess(nearest).map { "\($0) " } ?? "")
        + (known.isEmpty
          ? "inga organ är kända: lägg en uppdragsbeskrivning under content/uppdrag, eller organ i samsyn.yml"
          : "de organ som finns är \(known.joined(separator: ", "))")
    case .meetingDateMissing(let body):
      "det framgår inte när \(body) möts; ange dagen med --date, eller lägg mötet i kalender.yml"
    case .choiceMissing(let option, let meaning): "det saknas \(meaning); ange det med \(option)"
    case .oldSiteLeft(let path, let reason):
      "den nya webbplatsen är publicerad, men den gamla i \(path) kunde inte tas bort: \(reason.words)"
    }
  }
}

/// libyaml's own explanations, as far as an author meets them.
private func yamlWords(_ message: String) -> String {
  switch message {
  case "not a mapping": "här ska stå rader med en nyckel, ett kolon och ett värde"
  case "mapping values are not allowed in this context":
    "värdet innehåller ett kolon följt av mellanslag; sätt hela värdet inom citattecken"
  case "could not find expected ':'": "det saknas ett kolon efter nyckeln"
  case "did not find expected key":
    "raden är indragen på fel sätt, eller så saknas ett citattecken eller en parentes ovanför"
  case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
    "en parentes stängs aldrig, eller så saknas ett komma mellan värdena"
  case "found unexpected end of stream": "ett citattecken eller en parentes stängs aldrig"
  case "found character that cannot start any token":
    "raden börjar med ett tabbtecken eller ett tecken som YAML har för sig självt; använd mellanslag, eller sätt värdet inom citattecken"
  case "block sequence entries are not allowed in this context":
    "strecket som inleder en rad i en lista står på fel plats"
  case "found unknown escape character": "ett bakstreck inom citattecken betyder något särskilt; skriv två"
  default: "läsaren säger ”\(message)”"
  }
}

/// What to write when an approved text was changed on purpose.
private let correctionLine =
  "lägg till vad som har rättats överst: rättelse: [{datum: 2024-05-17, vad: det som ändrades, av: den som beslutade det}]"

private func guess(_ nearest: String?) -> String? { nearest.map { "menade du ”\($0)”?" } }

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// With one decimal and a comma.
private func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes * 10 + (1 << 19)) >> 20
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10),\(tenths % 10)"
}

private func shortened(_ text: String) -> String { text.count > 120 ? "\(text.prefix(120))…" : text }

extension LogoFault {
  fileprivate func words(of file: String) -> String {
    let logo = "Logotypen ”\(shortened(file))”"
    return switch self {
    case .missing(let nearest):
      "\(logo) finns inte i mappen content; \(guess(nearest) ?? "lägg bilden där, eller rätta namnet")"
    case .misplaced:
      "\(logo) ska ligga i mappen content; skriv namnet som det är därifrån, utan / först, .. eller dolda mappar"
    case .kind: "\(logo) är varken SVG eller PNG; spara den som .svg eller .png"
    case .otherKind: "\(logo) är inte vad ändelsen säger, eller så är den skadad; spara den på nytt"
    case .tooLarge(let bytes, let limit):
      "\(logo) är \((bytes + 1023) / 1024) KiB, och gränsen är \(limit / 1024) KiB, för den hämtas på varje sida; gör den mindre"
    case .unsafe(let part):
      "\(logo) innehåller \(shortened(part)), som kan köra kod eller hämta något utifrån; spara den som enkel SVG, eller som PNG"
    case .unsized: "\(logo) säger inte hur bred och hög den är; spara den på nytt, med viewBox"
    }
  }
}

/// A ratio of contrast, cut off so that what is too little never looks enough: 4,49:1.
private func figure(_ contrast: Double) -> String {
  let hundredths = Int(contrast * 100)
  return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100):1"
}
