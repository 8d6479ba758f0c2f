/// The minutes of one meeting as the document tells them, before anything outside the document is known.
package struct Minutes: Sendable {
  package var title: String
  /// The body's name as the document uses it.
  package var body: Fact<String>?
  package var date: Fact<CalendarDate>?
  /// `08.15-12.00`
  package var time: Fact<String>?
  package var place: Fact<String>?
  /// Diarienummer.
  package var reference: Fact<String>?
  /// As it was at this meeting: a stand-in chair is the chair.
  package var chair: Fact<String>?
  package var secretary: Fact<String>?
  package var verifiers: [Fact<String>]
  /// Those whom the text itself says were elected or named to verify, whatever the front matter states.
  package var electedVerifiers: [Fact<String>]
  /// An extra meeting, beside those that the body's terms of reference speak of.
  package var isExtraordinary: Bool
  package var attendance: [Attendance]
  /// What stands before the first agenda item and was not understood as a fact.
  package var preamble: [Block]
  package var items: [AgendaItem]
  package var nextMeetings: [NextMeeting]
  package var deadlines: [Deadline]
  /// What the signature page or the closing name block says; the page itself is never published.
  package var signatures: [Signature]
  /// `justerat:` and `justerare:` of the front matter.
  package var statedApproval: StatedApproval?
  /// What else the head says of facts that have one value; it contradicts itself there.
  package var otherReadings: [OtherReading]
  /// `ärende:` of the front matter: the matter of all items that name no other.
  package var matter: Fact<String>?
  /// `arkiv:` and `extra möte:` of the front matter.
  package var archiveDecision: Adoption?
  package var extraMeetingDecision: Adoption?
  /// Changes after the approval, as the front matter tells them.
  package var corrections: [Correction] = []
  /// The files that go with it.
  package var attachments: [Attachment] = []
  /// Only items that were approved at once are here; the minutes as a whole are withheld.
  package var isExcerpt = false

  package init(title: String) {
    self.title = title
    otherReadings = []
    verifiers = []
    electedVerifiers = []
    isExtraordinary = false
    attendance = []
    preamble = []
    items = []
    nextMeetings = []
    deadlines = []
    signatures = []
  }
}

/// What a document also says of a fact that has one value: a second place, another chair.
package struct OtherReading: Hashable, Sendable {
  /// The front matter key of the fact: `plats`.
  package var key: String
  package var value: String
  package var line: Int

  package init(key: String, value: String, line: Int) {
    self.key = key
    self.value = value
    self.line = line
  }
}

/// One who was at a meeting, or should have been.
package struct Attendance: Hashable, Sendable {
  package enum Status: String, Sendable { case present, absent }
  package enum Group: String, Sendable { case member, coopted, official, guest }

  package var name: String
  package var role: String?
  package var organisation: String?
  /// In capitals: `S`, `KD`.
  package var party: String?
  /// Names of principals represented by proxy.
  package var alsoRepresents: [String]
  package var status: Status
  package var group: Group
  /// "deltar del av mötet", "§§ 3-5", as written.
  package var note: String?
  package var line: Int
  package var certainty: Certainty = .labelled

  package init(name: String, status: Status, group: Group, line: Int) {
    self.name = name
    self.status = status
    self.group = group
    self.line = line
    alsoRepresents = []
  }
}

/// A numbered item (§), what was said and what was decided.
package struct AgendaItem: Sendable {
  package enum Kind: String, Sendable { case decision, information }

  /// As text: "14", "2 b". Empty for an item without a number.
  package var number: String
  /// 2 for the second item of the same number in one document.
  package var occurrence: Int
  package var title: String
  /// The line of the front matter that states the title; nil when it stands on the item's own line.
  package var titleStatedAt: Int?
  package var kind: Fact<Kind>?
  /// The item's own diarienummer.
  package var reference: Fact<String>?
  package var presenters: [Presenter]
  package var blocks: [Block]
  package var decisions: [Decision]
  /// The item itself is put off or comes back.
  package var deferrals: [Deferral]
  /// What the item says is attached, as it names it.
  package var attachments: [Fact<String>]
  package var subItems: [SubItem]
  /// `stänger:` of the front matter: what it settles of earlier meetings, as written.
  package var closes: [Fact<String>] = []
  /// `ärende:` of the front matter: the name of the matter, or "nej" for what belongs to none.
  package var matter: Fact<String>?
  /// Set for an item whose content is withheld by law.
  package var secrecy: Secrecy?
  /// `omedelbart justerad:` of the front matter, by which the item may be public before the rest of the minutes.
  package var immediateApproval: StatedApproval?
  package var line: Int
  /// Its line is a heading.
  package var isHeading = false

  package init(number: String, title: String, line: Int) {
    self.number = number
    self.title = title
    self.line = line
    occurrence = 1
    presenters = []
    blocks = []
    decisions = []
    deferrals = []
    attachments = []
    subItems = []
  }
}

extension [AgendaItem] {
  /// A second item of one number is told apart by its place; so are two without numbers and of one title.
  package mutating func countOccurrences() {
    var seen: [String: Int] = [:]
    for index in indices {
      self[index].occurrence = 1
      let anchor = self[index].anchor
      seen[anchor, default: 0] += 1
      self[index].occurrence = seen[anchor] ?? 1
    }
  }
}

extension AgendaItem {
  /// "§ 19", "KS § 3" as written, nothing for an item without a number.
  package var sign: String { number.isEmpty ? "" : number.contains("§") ? number : "§ \(number)" }

  /// It stands on every agenda and tells of no matter: the opening, the minutes before, what else there is.
  package var isRoutine: Bool { isFormality || Self.routine.contains(nameKey(title)) }

  /// By it a meeting gets under way: the opening, the agenda, who verifies, the minutes before.
  package var isFormality: Bool {
    let key = nameKey(title)
    return Self.formalities.contains { key.hasPrefix($0) }
  }

  private static let formalities = [
    "öppnande", "mötets öppnande", "mötet öppnas", "val av justerare", "val av protokoll", "föregående protokoll",
    "föregående minnesanteckningar", "godkännande av dagordning", "fastställande av dagordning", "dagordning",
  ]
  private static let routine: Set<String> = Set(
    [
      "Övriga frågor", "Övrigt", "Nästa möte", "Mötet avslutas", "Information", "Rapporter", "Balanslista",
      "Balanslistan", "Kommande möten", "Anmälningsärenden", "Meddelanden", "Aktuella frågor", "Laget runt",
    ].map(nameKey))

  /// "§ 19 Utveckling av nära vård"
  package var heading: String { sign.isEmpty ? title : "\(sign) \(title)" }
}

/// A named part of an agenda item that has its own presenters, decisions and returns.
package struct SubItem: Sendable {
  package var title: String
  package var presenters: [Presenter]
  package var decisions: [Decision]
  package var deferrals: [Deferral]
  package var line: Int

  package init(title: String, line: Int) {
    self.title = title
    self.line = line
    presenters = []
    decisions = []
    deferrals = []
  }
}

package struct Presenter: Hashable, Sendable {
  package var name: String
  /// Title and employer as written.
  package var detail: String?
  package var line: Int
  package var certainty: Certainty = .labelled
  /// Set by Linking for one who has a page.
  package var person: ID<Person>?

  package init(name: String, detail: String?, line: Int) {
    self.name = name
    self.detail = detail
    self.line = line
  }
}

/// One clause that a body decided, whole, with nothing that is not the decision.
package struct Decision: Hashable, Sendable {
  /// What the clause does, told by its verb; nil when no verb of the table stands in it.
  package enum Kind: String, Sendable, CaseIterable {
    case approves, establishes, adopts, endorses, recommends, assigns, appoints, defers, refers, rejects, grants
    case awards, files, notes, delegates, endsAgreement, standingItem
  }

  package var kind: Kind?
  /// The words that show the kind, in lower case: "beviljar", "ställer sig bakom".
  package var verb: String?
  /// In kronor, where the decision grants money.
  package var amount: Int?
  /// From when it holds, where the clause says another day than the meeting's.
  package var effective: CalendarDate?
  /// Names of those who took no part in it (jäv).
  package var notTakingPart: [String]
  /// The clause as written, on one line.
  package var text: String
  /// "Länssamverkansgruppen beslutade att:", when it stands before a list.
  package var leadIn: String?
  /// The line of the block that holds the clause; the page marks that block.
  package var line: Int
  /// Labelled under a heading "Beslut", inferred from a verb.
  package var certainty: Certainty = .inferred
  /// The line of the front matter that states the clause.
  package var statedAt: Int?

  package init(text: String, leadIn: String?, line: Int) {
    self.text = text
    self.leadIn = leadIn
    self.line = line
    notTakingPart = []
  }
}

/// A promise that an item comes back: at a date, or at a time in words ("nästa sammanträde").
package struct Deferral: Hashable, Sendable {
  package var date: CalendarDate?
  package var text: String
  package var line: Int
  package var certainty: Certainty = .inferred

  package init(date: CalendarDate?, text: String, line: Int) {
    self.date = date
    self.text = text
    self.line = line
  }
}

/// A meeting that the document announces.
package struct NextMeeting: Hashable, Sendable {
  /// As written: "Länssamverkansgruppen", "Systemledning"; nil where no body is named.
  package var body: String?
  /// Nil when the year cannot be told.
  package var date: CalendarDate?
  package var text: String
  package var line: Int
  package var certainty: Certainty = .labelled

  package init(body: String?, date: CalendarDate?, text: String, line: Int) {
    self.body = body
    self.date = date
    self.text = text
    self.line = line
  }
}

/// A promise with a date, in an agenda item.
package struct Deadline: Hashable, Sendable {
  package enum Due: Hashable, Sendable, CustomStringConvertible {
    case day(CalendarDate)
    case month(year: Int, month: Int)

    /// `2024-05-03`, or `2011-04` when only the month is known.
    package var description: String {
      switch self {
      case .day(let date): date.description
      case .month(let year, let month): String("\(year)-\(month < 10 ? "0" : "")\(month)")
      }
    }
  }

  package var item: String
  package var text: String
  package var due: Due
  package var line: Int
  package var certainty: Certainty = .inferred

  package init(item: String, text: String, due: Due, line: Int) {
    self.item = item
    self.text = text
    self.due = due
    self.line = line
  }
}

/// What a signature page or a name block says of one signer. No address or identifier is ever read into it.
package struct Signature: Hashable, Sendable {
  package var name: String
  package var role: String?
  /// Whom one who signed an agreement stands for.
  package var organisation: String?
  /// ISO 8601 with offset, `2024-04-24T08:46:34+02:00`; nil for a printed name block, which is no approval.
  package var time: String?
  package var date: CalendarDate?
  package var line: Int
  package var certainty: Certainty = .labelled

  package init(name: String, role: String?, time: String?, date: CalendarDate?, line: Int) {
    self.name = name
    self.role = role
    self.time = time
    self.date = date
    self.line = line
  }
}

/// An approval that the front matter states.
package struct StatedApproval: Hashable, Sendable {
  package var date: CalendarDate
  package var verifiers: [String]
  package var line: Int

  package init(date: CalendarDate, verifiers: [String], line: Int) {
    self.date = date
    self.verifiers = verifiers
    self.line = line
  }
}
