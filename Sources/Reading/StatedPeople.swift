internal import Records

/// What a list of people in front matter takes: the lists of attendance, presenters and signers.
let people = "en lista av namn, eller av {namn, roll, organisation, parti, representerar även}"

let noPerson = Attendance(name: "", status: .present, group: .member, line: 0)

/// A name that stands alone. A comma would begin something else than the name.
@Sendable func person(_ text: String) -> Attendance? {
  guard !text.contains(",") else { return nil }
  return Attendance(name: text, status: .present, group: .member, line: 0)
}

let attendeeSchema = Schema<Attendance>([
  .text("namn", "För- och efternamn.", isRequired: true) { $0.name = $1.value },
  .text("roll", "Som vad, till exempel ordförande eller vice ordförande.") { $0.role = $1.value },
  .text("organisation", "Kommunen, regionen eller vem det är personen företräder.") { $0.organisation = $1.value },
  .text("parti", "Partiet, förkortat.") { $0.party = $1.value.uppercased() },
  .names("representerar även", "Andra huvudmän som personen företräder på mötet.") {
    $0.alsoRepresents = $1.map(\.value)
  },
])

extension Schema.Key {
  /// People at a meeting.
  static func attendance(
    _ name: String, _ summary: String, _ status: Attendance.Status, _ group: Attendance.Group,
    set: @escaping @Sendable (inout Subject, [Attendance]) -> Void
  ) -> Self {
    entries(
      name, takes: people, for: [.minutes], summary, of: attendeeSchema, from: noPerson, text: person
    ) { subject, entries in
      set(
        &subject,
        entries.map { entry in
          var one = entry.row
          (one.status, one.group, one.line, one.certainty) = (status, group, entry.line, .stated)
          return one
        })
    }
  }
}

/// Of those who are no members: by their role the coopted and the guests, else officials.
func groupOfOther(_ role: String?) -> Attendance.Group {
  let key = role?.lowercased() ?? ""
  if key.contains("adjungerad") { return .coopted }
  return key.contains("gäst") || key.contains("inbjud") ? .guest : .official
}

let noSignature = Signature(name: "", role: nil, time: nil, date: nil, line: 0)

let signatureSchema = Schema<Signature>([
  .text("namn", "Den som skrev under.", isRequired: true) { $0.name = $1.value },
  .text("roll", "Som vad, till exempel justerare.") { $0.role = $1.value.lowercased() },
  .date("datum", "Dagen då det skedde.") {
    $0.date = $1.value
    $0.time = $1.value.description
  },
])
