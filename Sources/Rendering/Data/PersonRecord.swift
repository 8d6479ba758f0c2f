internal import Records

/// A person in `data/people.json`: a name, or a role where the name is not to be shown, and for whom; never an address.
struct PersonRecord: Encodable {
  var aliases: [String]?
  var firstMeeting: String?
  /// Identities that the person has had, so that what was saved under one is found again.
  var formerIds: [String]?
  var id: String
  var lastMeeting: String?
  /// Meetings that the person was at.
  var meetingCount: Int
  var name: String
  var principal: String?
  var url: String

  static let schema = Schema.object(
    ["id": Schema.id("person"), "meetingCount": Schema.count, "name": Schema.text, "url": Schema.url],
    optional: [
      "aliases": Schema.list(Schema.text), "firstMeeting": Schema.date,
      "formerIds": Schema.list(Schema.id("person")), "lastMeeting": Schema.date, "principal": Schema.id("principal"),
    ])
}

extension Overview {
  func record(_ id: ID<Person>) -> PersonRecord {
    let person = archive[id]
    let attended = person.attendance(.present, in: archive)
    let days = attended.compactMap { archive[$0.meeting].date }
    return PersonRecord(
      aliases: person.aliases.filter { $0 != person.name }.nonEmpty,
      firstMeeting: days.last?.description,
      formerIds: person.formerSlugs.map { "person:\($0)" }.nonEmpty, id: archive.identifier(of: .person(id)),
      lastMeeting: days.first?.description, meetingCount: attended.count, name: person.name,
      principal: person.principal.map { archive.identifier(of: .principal($0)) },
      url: archive.permalink(of: .person(id)).fromRoot)
  }
}
