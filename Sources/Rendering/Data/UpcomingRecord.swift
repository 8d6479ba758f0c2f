internal import Records

/// A meeting to come, in the twin of the calendar.
struct UpcomingRecord: Encodable {
  var body: String?
  var bodyName: String
  var date: String
  var place: String?
  var time: String?

  static let schema = Schema.object(
    ["bodyName": Schema.text, "date": Schema.date],
    optional: ["body": Schema.id("body"), "place": Schema.text, "time": Schema.text])
}

extension Overview {
  func record(_ upcoming: AnnouncedMeeting) -> UpcomingRecord {
    UpcomingRecord(
      body: upcoming.body.map { archive.identifier(of: .body($0)) },
      bodyName: upcoming.body.map { archive[$0].name } ?? upcoming.bodyName, date: upcoming.date.description,
      place: upcoming.place?.nonEmpty, time: upcoming.time?.nonEmpty)
  }
}
