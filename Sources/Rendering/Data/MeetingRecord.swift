internal import Records

/// A meeting in `data/meetings.json`.
struct MeetingRecord: Encodable {
  struct ApprovalRecord: Encodable {
    var approvers: [ApproverRecord]?
    var date: String
    var evidence: String
    /// The sentence of the terms of reference that the approval meets.
    var rule: String?
  }

  /// Who and in what role; no address, identifier or time of signing is ever published.
  struct ApproverRecord: Encodable {
    var name: String
    var role: String?
  }

  struct AttendanceRecord: Encodable {
    var alsoRepresents: [String]?
    var group: String
    var name: String
    var note: String?
    var organisation: String?
    var party: String?
    var person: String?
    var principal: String?
    var role: String?
    var status: String
  }

  /// How a principal that the attendance list names was represented.
  struct RepresentationRecord: Encodable {
    var how: String
    var principal: String
  }

  struct NextMeetingRecord: Encodable {
    var body: String?
    var date: String?
    var text: String
  }

  var agendaItems: [String]?
  /// Missing in an excerpt, and in a preview for minutes that are not approved.
  var approval: ApprovalRecord?
  var attachments: [AttachmentRecord]?
  var attendance: [AttendanceRecord]?
  var body: String
  var chair: String?
  var corrections: [CorrectionRecord]?
  var date: String?
  /// True when only items that were approved at once are public yet.
  var excerpt: Bool?
  var id: String
  var next: String?
  var nextMeetings: [NextMeetingRecord]?
  var place: String?
  var previous: String?
  var reference: String?
  var representation: [RepresentationRecord]?
  var secretary: String?
  var sequence: Int?
  var source: String
  var time: String?
  var title: String
  var url: String
  var verifiers: [String]?
  var withheld: Bool?
}

extension MeetingRecord {
  static let schema = Schema.object(
    [
      "body": Schema.id("body"), "id": Schema.id("meeting"), "source": Schema.text,
      "title": Schema.text, "url": Schema.url,
    ],
    optional: [
      "agendaItems": Schema.list(Schema.id("item")), "approval": approvalSchema,
      "attachments": AttachmentRecord.schema, "attendance": Schema.list(attendanceSchema), "chair": Schema.text,
      "corrections": CorrectionRecord.schema, "date": Schema.date, "excerpt": Schema.flag, "next": Schema.id("meeting"),
      "nextMeetings": Schema.list(
        Schema.object(["text": Schema.text], optional: ["body": Schema.text, "date": Schema.date])),
      "place": Schema.text, "previous": Schema.id("meeting"), "reference": Schema.text,
      "representation": Schema.list(
        Schema.object(
          [
            "how": Schema.oneOf(Representation.allCases.map(\.rawValue)), "principal": Schema.id("principal"),
          ])),
      "secretary": Schema.text,
      "sequence": Schema.count, "time": Schema.text, "verifiers": Schema.list(Schema.text), "withheld": Schema.flag,
    ])

  private static let approvalSchema = Schema.object(
    [
      "date": Schema.date,
      "evidence": Schema.oneOf([Approval.Evidence.signaturePage, .frontMatter, .archiveDecision].map(\.rawValue)),
    ],
    optional: [
      "approvers": Schema.list(Schema.object(["name": Schema.text], optional: ["role": Schema.text])),
      "rule": Schema.text,
    ])

  private static let attendanceSchema = Schema.object(
    [
      "group": Schema.oneOf([Attendance.Group.member, .coopted, .official, .guest].map(\.rawValue)),
      "name": Schema.text, "status": Schema.oneOf([Attendance.Status.present, .absent].map(\.rawValue)),
    ],
    optional: [
      "alsoRepresents": Schema.list(Schema.text), "note": Schema.text, "organisation": Schema.text,
      "party": Schema.text, "person": Schema.id("person"), "principal": Schema.id("principal"), "role": Schema.text,
    ])
}

extension Overview {
  func record(_ id: ID<Meeting>) -> MeetingRecord {
    let meeting = archive[id]
    let minutes = meeting.minutes
    return MeetingRecord(
      agendaItems: minutes.items.indices.map { archive.identifier(of: .item(id, index: $0)) }.nonEmpty,
      approval: meeting.isWithheld ? nil : meeting.approval.map(MeetingRecord.ApprovalRecord.init),
      attachments: attachments(minutes.attachments, of: .meeting(id)),
      attendance: minutes.attendance.indices.map { attendance(of: meeting, at: $0) }.nonEmpty,
      body: archive.identifier(of: .body(meeting.body)), chair: minutes.chair?.value.nonEmpty,
      corrections: minutes.corrections.map(CorrectionRecord.init).nonEmpty, date: meeting.date?.description,
      excerpt: minutes.isExcerpt ? true : nil,
      id: archive.identifier(of: .meeting(id)), next: meeting.next.map { archive.identifier(of: .meeting($0)) },
      nextMeetings: minutes.nextMeetings.map(MeetingRecord.NextMeetingRecord.init).nonEmpty,
      place: minutes.place?.value.nonEmpty, previous: meeting.previous.map { archive.identifier(of: .meeting($0)) },
      reference: minutes.reference?.value.nonEmpty,
      representation: standing.representation(at: id).sorted { $0.key < $1.key }.map { principal, how in
        MeetingRecord.RepresentationRecord(
          how: how.rawValue, principal: archive.identifier(of: .principal(principal)))
      }.nonEmpty, secretary: minutes.secretary?.value.nonEmpty,
      sequence: meeting.sequence > 1 ? meeting.sequence : nil, source: meeting.source,
      time: minutes.time?.value.nonEmpty, title: title(of: id), url: archive.permalink(of: .meeting(id)).fromRoot,
      verifiers: minutes.verifiers.map(\.value).nonEmpty, withheld: meeting.isWithheld ? true : nil)
  }

  private func attendance(of meeting: Meeting, at index: Int) -> MeetingRecord.AttendanceRecord {
    let attendance = meeting.minutes.attendance[index]
    let person = meeting.people.indices.contains(index) ? meeting.people[index] : nil
    let principal = meeting.principals.indices.contains(index) ? meeting.principals[index] : nil
    return MeetingRecord.AttendanceRecord(
      alsoRepresents: attendance.alsoRepresents.nonEmpty, group: attendance.group.rawValue, name: attendance.name,
      note: attendance.note?.nonEmpty, organisation: attendance.organisation?.nonEmpty,
      party: attendance.party?.nonEmpty, person: person.map { archive.identifier(of: .person($0)) },
      principal: principal.map { archive.identifier(of: .principal($0)) }, role: attendance.role?.nonEmpty,
      status: attendance.status.rawValue)
  }
}

extension MeetingRecord.ApprovalRecord {
  init(_ approval: Approval) {
    approvers =
      approval.approvers.map { MeetingRecord.ApproverRecord(name: $0.name, role: $0.role?.nonEmpty) }.nonEmpty
    date = approval.date.description
    evidence = approval.evidence.rawValue
    rule = approval.rule?.quotes.joined(separator: " ").nonEmpty
  }
}

extension MeetingRecord.NextMeetingRecord {
  init(_ next: NextMeeting) {
    body = next.body?.nonEmpty
    date = next.date?.description
    text = next.text
  }
}
