package import Records

extension Document {
  /// What was understood of the document, for a person to read: each fact with its line and how it is known.
  package var sheet: String {
    var sheet = Sheet()
    switch content {
    case .minutes(let minutes): sheet.add(minutes)
    case .termsOfReference(let terms): sheet.add(terms)
    case .agreement(let agreement): sheet.add(agreement)
    case .page(let page):
      sheet.title("Sida")
      sheet.row("titel", page.title)
    case .unrecognised:
      sheet.title("Det framgår inte vad dokumentet är")
      sheet.row("gör så", "skriv typ: protokoll, uppdrag, avtal eller sida överst, mellan två rader med ---")
    }
    if isDraft { sheet.row("status", "utkast") }
    return sheet.text + sheet.legend
  }
}

private struct Sheet {
  private(set) var text = ""
  private var marks: Set<Certainty> = []

  mutating func title(_ words: String) { text += "\(words)\n" }
  mutating func group(_ words: String, _ count: Int) { if count > 0 { text += "\n\(words) (\(count))\n" } }

  mutating func row(_ label: String, _ value: String, line: Int? = nil, _ certainty: Certainty? = nil) {
    let padding = String(repeating: " ", count: max(1, 14 - label.count))
    let source = [line.map { "rad \($0)" }, certainty?.words].compactMap(\.self).joined(separator: ", ")
    text += "  \(label)\(padding)\(value)\(source.isEmpty ? "" : "  (\(source))")\n"
  }

  mutating func row<Value>(_ label: String, _ fact: Fact<Value>?, isExpected: Bool = false) {
    if let fact {
      row(label, "\(fact.value)", line: fact.line, fact.certainty)
    } else if isExpected {
      row(label, "framgår inte")
    }
  }

  /// A line of a list, below its line number, which has a mark unless a heading or a label says so.
  mutating func entry(_ line: Int, _ value: String, indent: Int = 0, _ certainty: Certainty = .labelled) {
    let number = String(line)
    let margin = String(repeating: " ", count: max(1, 6 - number.count))
    marks.insert(certainty)
    text += "\(margin)\(number)\(certainty.mark) \(String(repeating: "  ", count: indent))\(value)\n"
  }

  /// What the marks mean that were used.
  var legend: String {
    let used = [Certainty.stated, .inferred].filter(marks.contains)
    return used.isEmpty ? "" : "\n" + used.map { "  \($0.mark) \($0.words)\n" }.joined()
  }
}

extension Certainty {
  fileprivate var mark: String {
    switch self {
    case .stated: "="
    case .labelled: " "
    case .inferred: "~"
    }
  }

  fileprivate var words: String {
    switch self {
    case .stated: "angivet överst"
    case .labelled: "utläst ur rubrik eller etikett"
    case .inferred: "slutsats ur texten"
    }
  }
}

extension Sheet {
  mutating func add(_ minutes: Minutes) {
    title("Protokoll: \(minutes.title)")
    row("organ", minutes.body, isExpected: true)
    row("datum", minutes.date, isExpected: true)
    row("tid", minutes.time)
    row("plats", minutes.place)
    row("dnr", minutes.reference)
    row("ordförande", minutes.chair, isExpected: true)
    row("sekreterare", minutes.secretary)
    for verifier in minutes.verifiers { row("justerare", verifier) }
    if let approval = minutes.statedApproval {
      row("justerat", approval.date.description, line: approval.line, .stated)
    }
    let people = minutes.attendance
    add("Närvarande", people.filter { $0.status == .present && $0.group == .member })
    add("Övriga", people.filter { $0.status == .present && $0.group != .member })
    add("Frånvarande", people.filter { $0.status == .absent })
    group("Ärenden", minutes.items.count)
    for item in minutes.items { add(item) }
    add(minutes.attachments)
    group("Kommande möten", minutes.nextMeetings.count)
    for next in minutes.nextMeetings {
      let when = next.date?.description ?? next.text
      entry(next.line, [when, next.body].compactMap(\.self).joined(separator: ", "), next.certainty)
    }
    group("Löften med datum", minutes.deadlines.count)
    for deadline in minutes.deadlines {
      entry(deadline.line, "\(deadline.due): § \(deadline.item) \(deadline.text)", deadline.certainty)
    }
    group("Underskrifter", minutes.signatures.count)
    for signature in minutes.signatures {
      let isPrinted = signature.time == nil && signature.certainty != .stated
      let date =
        signature.date.map { isPrinted ? "\($0), tryckt, alltså ingen justering" : "\($0)" }
        ?? "utan datum, alltså ingen justering"
      entry(
        signature.line, [signature.name, signature.role, date].compactMap(\.self).joined(separator: ", "),
        signature.certainty)
    }
  }

  private mutating func add(_ attachments: [Attachment]) {
    group("Bilagor", attachments.count)
    for one in attachments { entry(one.line, "bilaga: \(one.file), \(one.title)", .stated) }
  }

  private mutating func add(_ words: String, _ people: [Attendance]) {
    group(words, people.count)
    for one in people {
      let also = one.alsoRepresents.map { "representerar även \($0)" }
      let details = [one.role, one.organisation, one.party.map { "(\($0))" }, one.note].compactMap(\.self) + also
      entry(one.line, ([one.name] + details).joined(separator: ", "), one.certainty)
    }
  }

  private mutating func add(_ item: AgendaItem) {
    entry(item.line, "\(item.number.isEmpty ? "" : "§ \(item.number)  ")\(item.title)")
    if let line = item.titleStatedAt { entry(line, "rubrik: \(item.title)", indent: 1, .stated) }
    if let kind = item.kind {
      entry(kind.line, "typ: \(kind.value == .decision ? "beslut" : "information")", indent: 1, kind.certainty)
    }
    add(item.presenters, item.deferrals)
    // The item's decisions hold those of its parts, in order.
    for decision in item.decisions {
      let line = decision.statedAt ?? decision.line
      entry(line, "beslut: \(decision.text)", indent: 1, decision.certainty)
      let details =
        [decision.verb, decision.amount.map { "\($0) kr" }, decision.effective.map { "från \($0)" }].compactMap(\.self)
        + decision.notTakingPart.map { "deltar inte: \($0)" }
      if !details.isEmpty { entry(line, details.joined(separator: " · "), indent: 2, .inferred) }
    }
    for one in item.attachments { entry(one.line, "bilaga: \(one.value)", indent: 1, one.certainty) }
    for part in item.subItems {
      entry(part.line, "del: \(part.title)", indent: 1)
      add(part.presenters, part.deferrals)
    }
  }

  private mutating func add(_ presenters: [Presenter], _ deferrals: [Deferral]) {
    for one in presenters {
      let words = [one.name, one.detail].compactMap(\.self).joined(separator: ", ")
      entry(one.line, "föredrar: \(words)", indent: 1, one.certainty)
    }
    for one in deferrals {
      entry(one.line, "återkommer: \(one.date?.description ?? one.text)", indent: 1, one.certainty)
    }
  }

  mutating func add(_ terms: TermsOfReference) {
    title("Uppdragsbeskrivning: \(terms.title)")
    row("dnr", terms.reference)
    row("datum", terms.date)
    row("giltig från", terms.validFrom)
    for body in terms.bodies {
      text += "\n"
      entry(body.line, body.name, body.certainty)
      if let level = body.level { entry(level.line, level.value.words, indent: 1, level.certainty) }
      for rule in body.rules {
        entry(rule.line, "\(rule.value.words): ”\(rule.quote)”", indent: 1, rule.certainty)
      }
    }
  }

  mutating func add(_ agreement: Agreement) {
    title("Avtal: \(agreement.title.value)")
    row("titel", agreement.title)
    row("id", agreement.id)
    row("dnr", agreement.reference)
    row("daterat", agreement.date)
    for party in agreement.parties { row("part", party) }
    row("giltig från", agreement.validFrom, isExpected: true)
    if let open = agreement.untilFurtherNotice, open.value {
      row("giltig till", "tills vidare", line: open.line, open.certainty)
    } else {
      row("giltig till", agreement.validTo, isExpected: true)
    }
    for old in agreement.replaces { row("ersätter", old) }
    for one in agreement.attachments { row("bilaga", "\(one.file), \(one.title)", line: one.line, .stated) }
    for clause in agreement.clauses {
      row(clause.kind.swedish, Fact(clause.value ?? clause.quote, line: clause.line, .inferred))
    }
    if let adoption = agreement.adoption {
      let place = [adoption.by, adoption.item.map { "§ \($0)" }].compactMap(\.self).joined(separator: " ")
      row("antaget", "\(adoption.date) \(place)", line: adoption.line, .stated)
    } else {
      row("antaget", "framgår inte")
    }
    for signature in agreement.signatures {
      let details = [signature.name, signature.role, signature.date?.description].compactMap(\.self)
      row("underskrift", details.joined(separator: ", "), line: signature.line)
    }
  }
}

extension BodyLevel {
  fileprivate var words: String {
    switch self {
    case .political: "politisk nivå"
    case .official: "tjänstepersonsnivå"
    case .preparatory: "beredning"
    case .council: "råd"
    case .function: "funktion"
    }
  }
}

extension Rule.Value {
  fileprivate var words: String {
    switch self {
    case .meetingsPerYear(let minimum?, let maximum?) where minimum == maximum: "\(minimum) möten om året"
    case .meetingsPerYear(let minimum?, let maximum?): "\(minimum)-\(maximum) möten om året"
    case .meetingsPerYear(let minimum?, nil): "minst \(minimum) möten om året"
    case .meetingsPerYear(nil, let maximum?): "högst \(maximum) möten om året"
    case .meetingsPerYear(nil, nil): "möten"
    case .papersDue(let days): "handlingar \(days) arbetsdagar före"
    case .committeePapersDue(let days): "handlingar till AU \(days) arbetsdagar före"
    case .minutesApprovedBy(let roles): "justeras av \(roles.joined(separator: " och "))"
    case .ordinaryMinutesPublic: "ordinarie mötens protokoll är offentliga"
    case .reviewDue(let date): "ses över \(date)"
    case .minutesKept(let months): "protokollen gallras efter \(period(months: months))"
    case .nextYearBooked: "nästa års möten"
    case .term: "mandattid"
    case .chair: "ordförande"
    case .mandate: "mandat"
    case .workingGroups: "arbetsgrupper"
    case .members: "ledamöter"
    case .reportsTo(let body): "under \(body)"
    }
  }
}

extension AgreementClause.Kind {
  fileprivate var swedish: String {
    switch self {
    case .notice: "uppsägning"
    case .prolongation: "förlängning"
    case .review: "uppföljning"
    case .legalGround: "lagstöd"
    case .replaces: "ersätter"
    case .adoptedBy: "antaget av"
    }
  }
}
