internal import Records

/// A recommendation or a remiss in `data/recommendations.json`, with what is known of each principal's answer.
struct RecommendationRecord: Encodable {
  struct Response: Encodable {
    /// Left out when it has decided and no source says what.
    var answer: String?
    /// `stated` by a file of answers, or `inferred` from a sentence of minutes.
    var certainty: String
    var date: String?
    var decided: Bool
    var instance: String?
    /// Of the sentence, in the file of its minutes.
    var line: Int?
    var link: String?
    var note: String?
    var principal: String
    /// The agenda item that tells it.
    var source: String?
    var text: String?
  }

  struct Report: Encodable {
    /// True when it says that all who were asked have.
    var all: Bool?
    var answer: String?
    var count: Int?
    var date: String?
    var line: Int
    var of: Int?
    var source: String
    var text: String
    var url: String
  }

  var agendaItem: String
  /// How many of `principals` are known to have decided.
  var answered: Int
  var body: String
  var certainty: String
  /// The day of the meeting; when `toldOf`, that of the meeting that tells of it.
  var date: String?
  var decisions: [String]?
  var due: String?
  /// The sentence that says the last day.
  var dueText: String?
  var id: String
  var kind: String
  var line: Int
  var meeting: String
  /// Those who were asked; left out when the text does not say who.
  var principals: [String]?
  var reports: [Report]?
  var responses: [Response]?
  var status: String
  var text: String
  var title: String
  /// It was decided elsewhere, and these minutes only tell of it.
  var toldOf: Bool?
  var url: String

  static let schema = Schema.object(
    [
      "agendaItem": Schema.id("item"), "answered": Schema.count, "body": Schema.id("body"),
      "certainty": Schema.oneOf([Certainty.stated, .labelled, .inferred].map(\.rawValue)),
      "id": Schema.id("recommendation"), "kind": Schema.oneOf(Recommendation.Kind.allCases.map(\.rawValue)),
      "line": Schema.count, "meeting": Schema.id("meeting"),
      "status": Schema.oneOf(Recommendation.Status.allCases.map(\.rawValue)), "text": Schema.text,
      "title": Schema.text, "url": Schema.url,
    ],
    optional: [
      "date": Schema.date, "decisions": Schema.list(Schema.id("decision")), "due": Schema.date,
      "dueText": Schema.text, "principals": Schema.list(Schema.id("principal")),
      "reports": Schema.list(
        Schema.object(
          ["line": Schema.count, "source": Schema.id("item"), "text": Schema.text, "url": Schema.url],
          optional: [
            "all": Schema.flag, "answer": answers, "count": Schema.count, "date": Schema.date, "of": Schema.count,
          ])),
      "responses": Schema.list(
        Schema.object(
          [
            "certainty": Schema.oneOf([Certainty.stated, .inferred].map(\.rawValue)), "decided": Schema.flag,
            "principal": Schema.id("principal"),
          ],
          optional: [
            "answer": answers, "date": Schema.date, "instance": Schema.text, "line": Schema.count,
            "link": Schema.text, "note": Schema.text, "source": Schema.id("item"), "text": Schema.text,
          ])),
      "toldOf": Schema.flag,
    ])

  private static let answers = Schema.oneOf(PrincipalResponse.Answer.allCases.map(\.rawValue))
}

extension Overview {
  func record(_ row: Recommendation) -> RecommendationRecord {
    let meeting = archive[row.meeting]
    return RecommendationRecord(
      agendaItem: archive.identifier(of: row.agendaItem), answered: row.answered,
      body: archive.identifier(of: .body(meeting.body)), certainty: row.certainty.rawValue,
      date: meeting.date?.description,
      decisions: row.decisions.map {
        archive.identifier(of: .decision(row.meeting, index: row.item, decision: $0))
      }.nonEmpty, due: row.due?.date.description, dueText: row.due?.text?.nonEmpty,
      id: archive.identifier(of: row), kind: row.kind.rawValue, line: row.line,
      meeting: archive.identifier(of: .meeting(row.meeting)),
      principals: row.recipients.map { archive.identifier(of: .principal($0)) }.nonEmpty,
      reports: row.reports.map(record).nonEmpty,
      responses: row.responses.sorted { $0.key < $1.key }.map(record).nonEmpty, status: row.status.rawValue,
      text: row.text, title: row.title, toldOf: row.isToldOf ? true : nil, url: archive.permalink(of: row).fromRoot)
  }

  private func record(_ principal: ID<Principal>, _ response: PrincipalResponse) -> RecommendationRecord.Response {
    var record = RecommendationRecord.Response(
      answer: response.answer?.rawValue, certainty: Certainty.stated.rawValue, date: response.date?.description,
      decided: response.isDecided, instance: response.instance?.nonEmpty, link: response.link?.nonEmpty,
      note: response.note?.nonEmpty, principal: archive.identifier(of: .principal(principal)))
    if case .told(let target, let line, let text) = response.evidence {
      record.certainty = Certainty.inferred.rawValue
      (record.source, record.line, record.text) = (archive.identifier(of: target), line, text)
    }
    return record
  }

  private func record(_ report: Recommendation.Report) -> RecommendationRecord.Report {
    var record = RecommendationRecord.Report(
      answer: report.answer?.rawValue,
      date: report.at.item.flatMap { archive[$0.meeting].date?.description }, line: report.line,
      source: archive.identifier(of: report.at), text: report.text, url: archive.permalink(of: report.at).fromRoot)
    switch report.count {
    case .all: record.all = true
    case .part(let count, let total): (record.count, record.of) = (count, total)
    case nil: break
    }
    return record
  }
}
