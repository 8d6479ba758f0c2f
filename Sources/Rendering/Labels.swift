internal import Records

// The Swedish words that views choose between; the others stand in the templates.

private let weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]

/// "April 2024"
func swedishMonth(_ date: CalendarDate) -> String {
  let name = date.monthName
  return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(date.year)"
}

/// "jan", as a picture has room for.
func shortMonth(_ month: Int) -> String { String(CalendarDate.monthNames[month - 1].prefix(3)) }

func swedishWeekday(_ date: CalendarDate) -> String { weekdays[date.weekday - 1] }

/// What a meeting without a date, which only a preview shows, has in place of it.
let undated = "utan datum"

/// A clause out of its list, as a quotation ends.
func withoutComma(_ clause: String) -> String { clause.hasSuffix(",") ? String(clause.dropLast()) : clause }

/// "3 beslut", "1 möte"
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

/// "a, b och c"
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " och " + last
}

extension BodyLevel {
  var label: String {
    switch self {
    case .political: "Politisk nivå"
    case .official: "Tjänstepersonsnivå"
    case .preparatory: "Beredande nivå"
    case .council: "Råd"
    case .function: "Funktion"
    }
  }
}

extension Agreement.Kind {
  var label: String {
    switch self {
    case .contract: "Avtal"
    case .agreement: "Överenskommelse"
    case .guideline: "Riktlinje"
    case .procedure: "Rutin"
    case .strategy: "Strategi"
    }
  }
}

extension Standing.AgreementStatus {
  var label: String {
    switch self {
    case .inForce: "Gäller"
    case .endsSoon: "Upphör snart"
    case .comingIntoForce: "Börjar gälla senare"
    case .ended: "Har upphört"
    case .replaced: "Ersatt"
    case .withheld: "Inte antaget"
    }
  }

  /// For the tag's look; the word says the same.
  var cssClass: String {
    switch self {
    case .inForce: "is-good"
    case .endsSoon, .comingIntoForce: "is-soon"
    case .ended, .replaced, .withheld: "is-past"
    }
  }
}

extension AgreementEvent.Kind {
  var label: String {
    switch self {
    case .prolonged: "Förlängs"
    case .notProlonged: "Förlängs inte"
    case .revision: "Under revidering"
    }
  }
}

extension FollowUp.Kind {
  var label: String {
    switch self {
    case .standing: "Stående punkt"
    case .assignment: "Uppdrag"
    case .deferred: "Bordlagt"
    case .referred: "Återsänt"
    case .recommendation: "Rekommendation"
    case .recurrence: "Återkommer"
    case .expiry: "Löper ut"
    case .promise: "Ska vara gjort"
    }
  }
}

extension FollowUp.Status {
  var label: String {
    switch self {
    case .open: "Öppen"
    case .overdue: "Försenad"
    case .closed: "Stängd"
    case .passed: "Passerad"
    }
  }

  /// For the tag's look; the word says the same.
  var cssClass: String {
    switch self {
    case .open: "is-good"
    case .overdue: "is-soon"
    case .closed, .passed: "is-past"
    }
  }
}

extension Recommendation.Kind {
  var label: String {
    switch self {
    case .recommendation: "Rekommendation"
    case .consultation: "Remiss"
    }
  }

  /// After how many of how many.
  var verb: String {
    switch self {
    case .recommendation: "har beslutat"
    case .consultation: "har svarat"
    }
  }
}

extension Recommendation.Status {
  /// For the tag's look; the words beside it say the same.
  var cssClass: String {
    switch self {
    case .complete: "is-good"
    case .overdue: "is-soon"
    case .open: "is-past"
    }
  }
}

extension Matter.Status {
  var label: String {
    switch self {
    case .open: "Pågår"
    case .deferred: "Bordlagt"
    case .atPrincipals: "Hos huvudmännen"
    case .quiet: "Inget mer utlovat"
    case .closed: "Avslutat"
    }
  }

  /// What it goes by.
  var note: String {
    switch self {
    case .open: ""
    case .deferred: "enligt det senaste beslutet"
    case .atPrincipals: "enligt den senaste rekommendationen"
    case .quiet: "enligt de protokoll som är publicerade"
    case .closed: "enligt protokollet"
    }
  }

  /// For the tag's look; the word says the same.
  var cssClass: String {
    switch self {
    case .open: "is-good"
    case .deferred, .atPrincipals: "is-soon"
    case .quiet, .closed: "is-past"
    }
  }
}

extension Matter.Basis {
  /// How it is known that an item belongs to the matter.
  var label: String {
    switch self {
    case .stated: ""
    case .caseNumber: "enligt diarienummer"
    case .recurrence: "kom tillbaka den dag som var sagd, med samma rubrik"
    case .reference: "enligt hänvisning i texten"
    }
  }
}

extension Matter.Move.Kind {
  /// With whom it went to: "Lyft till Samråd vård och omsorg".
  func label(_ parties: [String]) -> String {
    let to = parties.isEmpty ? "" : " till \(listed(parties))"
    return switch self {
    case .initiated: "Initierad"
    case .prepared: "Beredd"
    case .lifted: "Lyft\(to)"
    case .returned: "Återförd\(to)"
    case .backToLocalLevel: "Åter till lokal nivå"
    case .recommended: "Rekommenderad"
    case .decidedByPrincipal: "Beslutad hos huvudman"
    case .deferred: "Bordlagd"
    case .closed: "Avslutad"
    }
  }

  /// For the tag's look; the word says the same.
  var cssClass: String {
    switch self {
    case .deferred, .recommended, .returned, .backToLocalLevel: "is-soon"
    case .initiated, .prepared, .lifted, .decidedByPrincipal: "is-good"
    case .closed: "is-past"
    }
  }
}

extension FollowUp.Closing.Evidence {
  /// How it is known that it came back.
  var label: String {
    switch self {
    case .stated: ""
    case .reference: "hänvisar hit"
    case .caseNumber: "samma diarienummer"
    case .title: "samma rubrik"
    }
  }
}

extension AgendaItem.Kind {
  var label: String {
    switch self {
    case .decision: "Beslut"
    case .information: "Information"
    }
  }
}

extension Attendance.Group {
  var label: String {
    switch self {
    case .member: "Närvarande"
    case .coopted: "Adjungerade"
    case .official: "Tjänstepersoner"
    case .guest: "Gäster och föredragande"
    }
  }

  /// Empty for what the minutes may not have meant: who is listed as present is not always a member.
  var singular: String {
    switch self {
    case .member: ""
    case .coopted: "Adjungerad"
    case .official: "Tjänsteperson"
    case .guest: "Gäst"
    }
  }
}

extension Attendance {
  /// The role as the minutes give it, with a capital, else the group that they list the person in.
  var roleLabel: String {
    guard let role, let first = role.first else { return group.singular }
    return first.uppercased() + role.dropFirst()
  }
}

extension Principal.Kind {
  var label: String {
    switch self {
    case .municipality: "Kommun"
    case .region: "Region"
    }
  }
}

extension Approval.Evidence {
  var label: String {
    switch self {
    case .signaturePage: "enligt protokollets underskrifter"
    case .frontMatter: "enligt uppgift från den som publicerade"
    case .archiveDecision: "enligt beslut om äldre protokoll"
    }
  }
}

extension AgreementClause.Kind {
  var label: String {
    switch self {
    case .notice: "Uppsägning"
    case .prolongation: "Förlängning"
    case .review: "Uppföljning"
    case .legalGround: "Lagstöd"
    case .replaces: "Ersätter, enligt texten"
    case .adoptedBy: "Antaget, enligt texten"
    }
  }
}

extension Rule.Value {
  var label: String {
    switch self {
    case .meetingsPerYear: "Möten per år"
    case .papersDue: "Handlingar skickas"
    case .committeePapersDue: "Handlingar till arbetsutskottet"
    case .minutesApprovedBy: "Protokollet justeras av"
    case .ordinaryMinutesPublic: "Offentligt efter justering"
    case .reviewDue: "Uppdraget ses över senast"
    case .minutesKept: "Protokollen gallras"
    case .nextYearBooked: "Nästa års möten"
    case .term: "Mandatperiod"
    case .chair: "Ordförandeskap"
    case .mandate: "Mandat"
    case .workingGroups: "Arbetsgrupper"
    case .members: "Ledamöter"
    case .reportsTo: "Rapporterar till"
    }
  }

  /// Empty where only the sentence itself says it.
  var text: String {
    switch self {
    case .meetingsPerYear(let minimum?, let maximum?):
      minimum == maximum ? "\(minimum)" : "\(minimum) till \(maximum)"
    case .meetingsPerYear(let minimum?, nil): "minst \(minimum)"
    case .meetingsPerYear(nil, let maximum?): "högst \(maximum)"
    case .papersDue(let days), .committeePapersDue(let days):
      "senast \(counted(days, "arbetsdag", "arbetsdagar")) före mötet"
    case .minutesApprovedBy(let roles): listed(roles)
    case .ordinaryMinutesPublic: "ordinarie möten"
    case .reviewDue(let date): date.inWords
    case .minutesKept(let months): "\(period(months: months)) efter mötet"
    case .reportsTo(let name): name
    case .meetingsPerYear(nil, nil), .nextYearBooked, .term, .chair, .mandate, .workingGroups, .members: ""
    }
  }
}

extension Permalink {
  /// The top-level pages, in the order of the menu.
  static let menu: [(label: String, permalink: Permalink)] = [
    ("Start", .home), ("Organ", .bodies), ("Möten", .meetings), ("Beslut", .decisions), ("Avtal", .agreements),
    ("Ärenden", .matters), ("Balanslista", .followUps), ("Rekommendationer", .recommendations), ("Personer", .people),
    ("Huvudmän", .principals), ("Kalender", .calendar),
  ]
}
