internal import Records

/// A meeting that is announced or told of, in the twin of the calendar or of the page of those without minutes.
struct UpcomingRecord: Encodable {
  /// The minutes that announce it; the calendar does where there is none.
  var announcedIn: String?
  var body: String?
  var bodyName: String
  var date: String
  /// The last day of its papers.
  var papersDue: String?
  var place: String?
  /// The record that tells of it as held, where nothing announced it.
  var referredIn: String?
  var time: String?

  static let schema = Schema.object(
    ["bodyName": Schema.text, "date": Schema.date],
    optional: [
      "announcedIn": Schema.id("meeting"), "body": Schema.id("body"), "papersDue": Schema.date, "place": Schema.text,
      "referredIn": Schema.text, "time": Schema.text,
    ])
}

extension Overview {
  func record(_ upcoming: AnnouncedMeeting) -> UpcomingRecord {
    UpcomingRecord(
      announcedIn: upcoming.announcedIn.map { archive.identifier(of: .meeting($0)) },
      body: upcoming.body.map { archive.identifier(of: .body($0)) },
      bodyName: upcoming.body.map { archive[$0].name } ?? upcoming.bodyName, date: upcoming.date.description,
      papersDue: upcoming.papersDue?.description,
      place: upcoming.place?.nonEmpty, referredIn: upcoming.referredIn.map { archive.identifier(of: $0) },
      time: upcoming.time?.nonEmpty)
  }
}
