/// The kinds of records that have a file of their own under `data/`.
enum DataKind: String, CaseIterable, Sendable {
  case bodies
  case principals
  case people
  case meetings
  case agendaItems = "agenda-items"
  case decisions
  case agreements
  case matters
  case followUps = "follow-ups"
  case recommendations

  var label: String {
    switch self {
    case .bodies: "Organ"
    case .principals: "Huvudmän"
    case .people: "Personer"
    case .meetings: "Möten"
    case .agendaItems: "Ärendepunkter"
    case .decisions: "Beslut"
    case .agreements: "Avtal"
    case .matters: "Ärenden"
    case .followUps: "Balanslistan"
    case .recommendations: "Rekommendationer och remisser"
    }
  }

  var explanation: String {
    switch self {
    case .bodies: "namn, nivå, vem de rapporterar till, regler med källans mening"
    case .principals: "kommunerna och regionen"
    case .people: "namn och huvudman, antal möten"
    case .meetings: "datum, plats, närvaro, justering, nästa möten"
    case .agendaItems: "nummer, rubrik, föredragande, vilka beslut punkten har"
    case .decisions: "en rad per att-sats, med organ, datum och paragraf"
    case .agreements: "en rad per version: giltighet, parter, var den antogs"
    case .matters: "punkter från flera möten som är ett ärende, vad som visar det, och vägen mellan organen"
    case .followUps: "uppdrag, löften och det som ska komma tillbaka: vem, när, var det står och var det kom tillbaka"
    case .recommendations: "vad huvudmännen har fått att besluta om, senast när, och vad var och en har svarat"
    }
  }

  var schema: JSONTree {
    switch self {
    case .bodies: BodyRecord.schema
    case .principals: PrincipalRecord.schema
    case .people: PersonRecord.schema
    case .meetings: MeetingRecord.schema
    case .agendaItems: AgendaItemRecord.schema
    case .decisions: DecisionRecord.schema
    case .agreements: AgreementRecord.schema
    case .matters: MatterRecord.schema
    case .followUps: FollowUpRecord.schema
    case .recommendations: RecommendationRecord.schema
    }
  }
}
