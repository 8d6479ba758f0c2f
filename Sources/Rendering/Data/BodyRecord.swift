internal import Records

/// A body in `data/bodies.json`. Fields stand in the order of their names, here and in every record.
struct BodyRecord: Encodable {
  struct RuleRecord: Encodable {
    var body: String?
    var date: String?
    var maximum: Int?
    var minimum: Int?
    var months: Int?
    var quote: String
    var roles: [String]?
    var type: String
    var workingDays: Int?
  }

  struct TermsRecord: Encodable {
    var date: String?
    var title: String?
    var url: String
  }

  /// A group that a decision set up.
  struct GroupRecord: Encodable {
    /// What it is to deliver, with the day and what has become of it.
    var followUp: String?
    var owner: String?
    var source: String
    var text: String
    var url: String
  }

  var aliases: [String]?
  var id: String
  var level: String?
  var meetingCount: Int
  var name: String
  /// Versions of its terms of reference that are not in force.
  var otherTerms: [TermsRecord]?
  var parent: String?
  var rules: [RuleRecord]?
  var terms: TermsRecord?
  var url: String
  /// Newest first.
  var workingGroups: [GroupRecord]?

  static let schema = Schema.object(
    ["id": Schema.id("body"), "meetingCount": Schema.count, "name": Schema.text, "url": Schema.url],
    optional: [
      "aliases": Schema.list(Schema.text), "level": Schema.oneOf(BodyLevel.allCases.map(\.rawValue)),
      "parent": Schema.id("body"), "rules": Schema.list(RuleRecord.schema),
      "otherTerms": Schema.list(TermsRecord.schema), "terms": TermsRecord.schema,
      "workingGroups": Schema.list(
        Schema.object(
          ["source": Schema.id("decision"), "text": Schema.text, "url": Schema.url],
          optional: ["followUp": Schema.id("follow-up"), "owner": Schema.text])),
    ])
}

extension BodyRecord.TermsRecord {
  static let schema = Schema.object(["url": Schema.url], optional: ["date": Schema.date, "title": Schema.text])

  init(_ version: TermsVersion, at permalink: Permalink) {
    date = version.date?.description
    title = version.title.nonEmpty
    url = permalink.fromRoot
  }
}

extension BodyRecord.RuleRecord {
  static let schema = Schema.object(
    [
      "quote": Schema.text,
      "type": Schema.oneOf([
        "meetingsPerYear", "papersDue", "committeePapersDue", "minutesApprovedBy", "ordinaryMinutesPublic", "reviewDue",
        "minutesKept", "nextYearBooked", "chair", "mandate", "workingGroups", "term", "members", "reportsTo",
      ]),
    ],
    optional: [
      "body": Schema.text, "date": Schema.date, "maximum": Schema.count, "minimum": Schema.count,
      "months": Schema.count,
      "roles": Schema.list(Schema.text), "workingDays": Schema.count,
    ])

  init(_ rule: Rule) {
    quote = rule.quote
    switch rule.value {
    case .meetingsPerYear(let minimum, let maximum):
      type = "meetingsPerYear"
      (self.minimum, self.maximum) = (minimum, maximum)
    case .papersDue(let days):
      type = "papersDue"
      workingDays = days
    case .committeePapersDue(let days):
      type = "committeePapersDue"
      workingDays = days
    case .minutesApprovedBy(let roles):
      type = "minutesApprovedBy"
      self.roles = roles.nonEmpty
    case .ordinaryMinutesPublic: type = "ordinaryMinutesPublic"
    case .reviewDue(let date):
      type = "reviewDue"
      self.date = date.description
    case .minutesKept(let months):
      type = "minutesKept"
      self.months = months
    case .nextYearBooked: type = "nextYearBooked"
    case .term: type = "term"
    case .chair: type = "chair"
    case .mandate: type = "mandate"
    case .workingGroups: type = "workingGroups"
    case .members: type = "members"
    case .reportsTo(let name):
      type = "reportsTo"
      body = name.nonEmpty
    }
  }
}

extension Overview {
  func record(_ id: ID<Body>) -> BodyRecord {
    let body = archive[id]
    let permalink = archive.permalink(of: .body(id))
    return BodyRecord(
      aliases: body.aliases.filter { $0 != body.name }.nonEmpty,
      id: archive.identifier(of: .body(id)),
      level: body.level?.rawValue, meetingCount: meetingsOfBody[id.index].count, name: body.name,
      otherTerms: body.otherVersions.map { .init($0, at: permalink.terms.version(from: $0)) }.nonEmpty,
      parent: body.parent.map { archive.identifier(of: .body($0)) },
      rules: body.terms?.rules.map(BodyRecord.RuleRecord.init).nonEmpty,
      terms: body.version.map { .init($0, at: permalink.terms) }, url: permalink.fromRoot,
      workingGroups: standing.workingGroups(of: id).map { group in
        BodyRecord.GroupRecord(
          followUp: group.followUp.map { identifier(of: standing.followUps[$0]) }, owner: group.owner?.nonEmpty,
          source: archive.identifier(of: group.source), text: group.text,
          url: archive.permalink(of: group.source).fromRoot)
      }.nonEmpty)
  }
}
