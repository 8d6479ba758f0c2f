internal import Records

/// A decision in `data/decisions.json`: one clause, whole.
struct DecisionRecord: Encodable {
  var agendaItem: String
  var agendaItemTitle: String?
  var body: String
  var date: String?
  var id: String
  var leadIn: String?
  var meeting: String
  /// The number of the agenda item as written.
  var number: String?
  var text: String
  var url: String

  static let schema = Schema.object(
    [
      "agendaItem": Schema.id("item"), "body": Schema.id("body"), "id": Schema.id("decision"),
      "meeting": Schema.id("meeting"), "text": Schema.text, "url": Schema.url,
    ],
    optional: ["agendaItemTitle": Schema.text, "date": Schema.date, "leadIn": Schema.text, "number": Schema.text])
}

extension Overview {
  func record(_ place: DecisionPlace) -> DecisionRecord {
    let meeting = archive[place.meeting]
    let item = meeting.minutes.items[place.item]
    let decision = item.decisions[place.decision]
    return DecisionRecord(
      agendaItem: archive.identifier(of: .item(place.meeting, index: place.item)), agendaItemTitle: item.title.nonEmpty,
      body: archive.identifier(of: .body(meeting.body)), date: meeting.date?.description,
      id: archive.identifier(of: place.target), leadIn: decision.leadIn?.nonEmpty,
      meeting: archive.identifier(of: .meeting(place.meeting)), number: item.number.nonEmpty, text: decision.text,
      url: archive.permalink(of: place.target).fromRoot)
  }
}
