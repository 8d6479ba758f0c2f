internal import Records

/// The `index.json` beside a page: what the page shows, as data.
struct PageTwin: Encodable {
  struct Entry: Encodable {
    var date: String?
    var id: String
    var title: String
    var url: String
  }

  /// Meetings that a person was absent from.
  var absences: [Entry]?
  var agendaItems: [AgendaItemRecord]?
  var agreement: AgreementRecord?
  var asOf: String
  var backlinks: [Entry]?
  var body: BodyRecord?
  var decisions: [DecisionRecord]?
  /// What a page lists.
  var entries: [Entry]?
  var followUps: [FollowUpRecord]?
  /// What was here, or on this page, and has moved or been withdrawn.
  var formerAddresses: [FormerAddressRecord]?
  /// The kind of page, as its template is called.
  var kind: String
  /// That the title and the text are in, by its tag (BCP 47); Swedish where there is none.
  var language: String?
  var matter: MatterRecord?
  var matters: [MatterRecord]?
  var meeting: MeetingRecord?
  var person: PersonRecord?
  var principal: PrincipalRecord?
  var recommendations: [RecommendationRecord]?
  var schema = schemaName
  /// The running text of the page, without markup.
  var text: String?
  var title: String
  /// Meetings that were announced and have no published minutes.
  var unpublished: [UpcomingRecord]?
  var upcoming: [UpcomingRecord]?
  /// When what the page shows was last approved, adopted or corrected.
  var updated: String?
  var url: String

  init(asOf: String, kind: String, title: String, url: String) {
    self.asOf = asOf
    self.kind = kind
    self.title = title
    self.url = url
  }

  static let schemaTree = Schema.object(
    [
      "asOf": Schema.date, "kind": Schema.oneOf(PageTemplate.allCases.map(\.kind).sorted()),
      "schema": Schema.oneOf([schemaName]), "title": Schema.text, "url": Schema.url,
    ],
    optional: [
      "absences": Schema.list(entrySchema), "agendaItems": Schema.list(AgendaItemRecord.schema),
      "agreement": AgreementRecord.schema,
      "backlinks": Schema.list(entrySchema), "body": BodyRecord.schema, "decisions": Schema.list(DecisionRecord.schema),
      "entries": Schema.list(entrySchema), "followUps": Schema.list(FollowUpRecord.schema),
      "formerAddresses": FormerAddressRecord.schema,
      "language": Schema.text, "matter": MatterRecord.schema, "matters": Schema.list(MatterRecord.schema), "meeting": MeetingRecord.schema,
      "person": PersonRecord.schema,
      "principal": PrincipalRecord.schema, "recommendations": Schema.list(RecommendationRecord.schema),
      "text": Schema.text,
      "unpublished": Schema.list(UpcomingRecord.schema), "upcoming": Schema.list(UpcomingRecord.schema),
      "updated": Schema.date,
    ])

  private static let entrySchema = Schema.object(
    [
      "id": Schema.id("body", "principal", "person", "meeting", "item", "decision", "agreement", "page"),
      "title": Schema.text, "url": Schema.url,
    ], optional: ["date": Schema.date])
}

/// The name and version of the schema of every file.
let schemaName = "samsyn/1"

extension PageTemplate {
  var kind: String { String(rawValue.dropFirst("pages/".count)) }
}

extension Overview {
  func entry(_ target: Target) -> PageTwin.Entry {
    let date: CalendarDate? =
      switch target {
      case .meeting(let id), .item(let id, _), .decision(let id, _, _): archive[id].date
      case .agreement(let id): archive[id].text.validFrom?.value
      case .body, .principal, .person, .page: nil
      }
    return PageTwin.Entry(
      date: date?.description, id: archive.identifier(of: target), title: title(of: target),
      url: archive.permalink(of: target).fromRoot)
  }

  func entry(_ backlink: Backlink) -> PageTwin.Entry {
    PageTwin.Entry(
      date: backlink.date?.description, id: archive.identifier(of: backlink.from), title: title(of: backlink.from),
      url: place(of: backlink.from).fromRoot)
  }

  func backlinkEntries(to target: Target) -> [PageTwin.Entry]? {
    backlinkRegister(to: target).shown.map(entry).nonEmpty
  }
}
