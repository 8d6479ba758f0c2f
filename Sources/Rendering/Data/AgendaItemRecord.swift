internal import Records

/// An agenda item in `data/agenda-items.json`; its text is in the twin of the minutes page.
struct AgendaItemRecord: Encodable {
  struct PresenterRecord: Encodable {
    var detail: String?
    var name: String
  }

  struct ImmediateApprovalRecord: Encodable {
    var approvers: [String]?
    var date: String
  }

  var body: String
  /// Left out, here and elsewhere, only in a preview, for minutes that do not say it.
  var date: String?
  var decisions: [String]?
  var id: String
  /// Set for an item that was approved before the rest of its minutes.
  var immediateApproval: ImmediateApprovalRecord?
  var kind: String?
  /// The matter that it is about.
  var matter: String?
  var meeting: String
  /// As written: "14", "2 b". Left out for an item without a number.
  var number: String?
  var presenters: [PresenterRecord]?
  /// The law that withholds what the item says.
  var secrecy: String?
  var subItems: [String]?
  var text: String?
  var title: String?
  var url: String

  static let schema = Schema.object(
    [
      "body": Schema.id("body"), "id": Schema.id("item"), "meeting": Schema.id("meeting"), "url": Schema.url,
    ],
    optional: [
      "date": Schema.date, "decisions": Schema.list(Schema.id("decision")),
      "immediateApproval": Schema.object(
        ["date": Schema.date], optional: ["approvers": Schema.list(Schema.text)]),
      "kind": Schema.oneOf([AgendaItem.Kind.decision, .information].map(\.rawValue)), "matter": Schema.id("matter"),
      "number": Schema.text,
      "presenters": Schema.list(Schema.object(["name": Schema.text], optional: ["detail": Schema.text])),
      "secrecy": Schema.text, "subItems": Schema.list(Schema.text), "text": Schema.text, "title": Schema.text,
    ])
}

extension Overview {
  func record(_ meeting: ID<Meeting>, item index: Int) -> AgendaItemRecord {
    let item = archive[meeting].minutes.items[index]
    return AgendaItemRecord(
      body: archive.identifier(of: .body(archive[meeting].body)), date: archive[meeting].date?.description,
      decisions: item.decisions.indices.map {
        archive.identifier(of: .decision(meeting, index: index, decision: $0))
      }.nonEmpty,
      id: archive.identifier(of: .item(meeting, index: index)),
      immediateApproval: item.immediateApproval.map {
        AgendaItemRecord.ImmediateApprovalRecord(approvers: $0.verifiers.nonEmpty, date: $0.date.description)
      }, kind: item.kind?.value.rawValue,
      matter: matterOfItem[.item(meeting, index: index)].map { "matter:\(standing.matters[$0].slug)" },
      meeting: archive.identifier(of: .meeting(meeting)), number: item.number.nonEmpty,
      presenters: item.presenters.map {
        AgendaItemRecord.PresenterRecord(detail: $0.detail?.nonEmpty, name: $0.name)
      }.nonEmpty,
      secrecy: item.secrecy?.ground, subItems: item.subItems.map(\.title).nonEmpty, text: nil,
      title: item.title.nonEmpty,
      url: archive.permalink(of: .item(meeting, index: index)).fromRoot)
  }
}
