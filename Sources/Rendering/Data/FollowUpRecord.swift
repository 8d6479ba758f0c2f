internal import Records

/// A row of the balanslista in `data/follow-ups.json`.
struct FollowUpRecord: Encodable {
  struct Closing: Encodable {
    var agendaItem: String
    var date: String?
    /// How it is known: `stated` by the front matter; else inferred from a reference, a diarienummer or a title.
    var evidence: String
    var url: String
  }

  var body: String
  var certainty: String
  var closedBy: Closing?
  /// The day of the meeting that said it.
  var date: String?
  var due: String?
  var dueWords: String?
  var forgotten: Bool?
  var id: String
  var kind: String
  /// Of the source, in its file.
  var line: Int
  var meeting: String
  /// A record, when the owner is one.
  var owner: String?
  var ownerName: String?
  var source: String
  var status: String
  var text: String
  var url: String

  static let schema = Schema.object(
    [
      "body": Schema.id("body"),
      "certainty": Schema.oneOf([Certainty.stated, .labelled, .inferred].map(\.rawValue)),
      "id": Schema.id("follow-up"), "kind": Schema.oneOf(FollowUp.Kind.allCases.map(\.rawValue)),
      "line": Schema.count, "meeting": Schema.id("meeting"),
      "source": Schema.id("item", "decision"), "status": Schema.oneOf(FollowUp.Status.allCases.map(\.rawValue)),
      "text": Schema.text, "url": Schema.url,
    ],
    optional: [
      "closedBy": Schema.object(
        [
          "agendaItem": Schema.id("item"),
          "evidence": Schema.oneOf(["stated", "reference", "caseNumber", "title"]), "url": Schema.url,
        ], optional: ["date": Schema.date]),
      "date": Schema.date, "due": Schema.date, "dueWords": Schema.text, "forgotten": Schema.flag,
      "owner": Schema.id("body", "principal"), "ownerName": Schema.text,
    ])
}

extension Overview {
  func identifier(of row: FollowUp) -> String {
    let item = archive.identifier(of: row.source.item.map { .item($0.meeting, index: $0.index) } ?? row.source)
    return "follow-up:\(item.dropFirst("item:".count)):\(row.number)"
  }

  func record(_ row: FollowUp) -> FollowUpRecord {
    let meeting = archive[row.meeting]
    var owner: Target?
    var name: String?
    switch row.owner {
    case .record(let target): (owner, name) = (target, title(of: target))
    case .words(let words): name = words
    case nil: break
    }
    return FollowUpRecord(
      body: archive.identifier(of: .body(meeting.body)), certainty: row.certainty.rawValue,
      closedBy: row.closing.map { closing in
        FollowUpRecord.Closing(
          agendaItem: archive.identifier(of: closing.at),
          date: closing.at.item.flatMap { archive[$0.meeting].date?.description },
          evidence: closing.evidence.rawValue, url: archive.permalink(of: closing.at).fromRoot)
      }, date: meeting.date?.description, due: row.due?.description, dueWords: row.dueWords?.nonEmpty,
      forgotten: row.isForgotten ? true : nil, id: identifier(of: row),
      kind: row.kind.rawValue, line: row.line, meeting: archive.identifier(of: .meeting(row.meeting)),
      owner: owner.map(archive.identifier), ownerName: name, source: archive.identifier(of: row.source),
      status: row.status.rawValue, text: row.text, url: archive.permalink(of: row.source).fromRoot)
  }
}
