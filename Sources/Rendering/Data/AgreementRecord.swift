internal import Records

/// A version of an agreement in `data/agreements.json`.
struct AgreementRecord: Encodable {
  struct AdoptionRecord: Encodable {
    var agendaItem: String?
    var by: String?
    var date: String
    /// The number of the agenda item as written.
    var number: String?
    /// By the signatures of all parties, and nothing else.
    var signed: Bool?
    var url: String?
  }

  struct ClauseRecord: Encodable {
    var kind: String
    /// The sentence, whole.
    var quote: String
    var value: String?
  }

  /// What minutes say of it after it was adopted.
  struct EventRecord: Encodable {
    var agendaItem: String
    var certainty: String
    var date: String
    var kind: String
    var text: String
    var url: String
  }

  struct PartyRecord: Encodable {
    var name: String
    var principal: String?
  }

  var adoption: AdoptionRecord?
  var attachments: [AttachmentRecord]?
  /// What the text says of itself.
  var clauses: [ClauseRecord]?
  var corrections: [CorrectionRecord]?
  var current: Bool
  var events: [EventRecord]?
  var id: String
  var kind: String
  /// The last day to give notice, where the text counts it back from the end.
  var noticeDue: String?
  var parties: [PartyRecord]?
  var reference: String?
  var replacedBy: String?
  var replaces: [String]?
  var source: String
  var status: String
  var title: String
  var topics: [String]?
  /// True for what holds until further notice. Without this and `validTo`, the source does not say how long it holds.
  var untilFurtherNotice: Bool?
  var url: String
  var validFrom: String?
  var validTo: String?

  static let schema = Schema.object(
    [
      "current": Schema.flag, "id": Schema.id("agreement"),
      "kind": Schema.oneOf(
        [Agreement.Kind.contract, .agreement, .guideline, .procedure, .strategy].map(\.rawValue)),
      "source": Schema.text, "status": Schema.oneOf(Standing.AgreementStatus.allCases.map(\.rawValue)),
      "title": Schema.text, "url": Schema.url,
    ],
    optional: [
      "adoption": Schema.object(
        ["date": Schema.date],
        optional: [
          "agendaItem": Schema.id("item", "decision", "meeting"), "by": Schema.text, "number": Schema.text,
          "signed": Schema.flag, "url": Schema.url,
        ]),
      "attachments": AttachmentRecord.schema,
      "clauses": Schema.list(
        Schema.object(
          ["kind": Schema.oneOf(AgreementClause.Kind.allCases.map(\.rawValue)), "quote": Schema.text],
          optional: ["value": Schema.text])),
      "corrections": CorrectionRecord.schema,
      "events": Schema.list(
        Schema.object([
          "agendaItem": Schema.id("item", "decision"), "certainty": Schema.oneOf(["stated", "inferred"]),
          "date": Schema.date, "kind": Schema.oneOf(AgreementEvent.Kind.allCases.map(\.rawValue)),
          "text": Schema.text, "url": Schema.url,
        ])),
      "noticeDue": Schema.date,
      "parties": Schema.list(Schema.object(["name": Schema.text], optional: ["principal": Schema.id("principal")])),
      "reference": Schema.text, "topics": Schema.list(Schema.text), "replacedBy": Schema.id("agreement"),
      "replaces": Schema.list(Schema.id("agreement")),
      "untilFurtherNotice": Schema.flag, "validFrom": Schema.date, "validTo": Schema.date,
    ])
}

extension Overview {
  func record(_ id: ID<AdoptedAgreement>) -> AgreementRecord {
    let agreement = archive[id]
    let text = agreement.text
    return AgreementRecord(
      adoption: text.adoption.map { adoption in
        AgreementRecord.AdoptionRecord(
          agendaItem: agreement.adoptedAt.map(archive.identifier), by: adoption.by?.nonEmpty,
          date: adoption.date.description, number: adoption.item?.nonEmpty,
          signed: adoption.isBySignatures ? true : nil,
          url: agreement.adoptedAt.map { archive.permalink(of: $0).fromRoot })
      },
      attachments: attachments(text.attachments, of: .agreement(id)),
      clauses: text.clauses.map {
        AgreementRecord.ClauseRecord(kind: $0.kind.rawValue, quote: $0.quote, value: $0.value)
      }.nonEmpty,
      corrections: text.corrections.map(CorrectionRecord.init).nonEmpty, current: agreement.isCurrent,
      events: standing.events(of: id).map { event in
        AgreementRecord.EventRecord(
          agendaItem: archive.identifier(of: event.at), certainty: event.certainty.rawValue,
          date: event.date.description, kind: event.kind.rawValue, text: event.text,
          url: archive.permalink(of: event.at).fromRoot)
      }.nonEmpty,
      id: archive.identifier(of: .agreement(id)), kind: text.kind.rawValue,
      noticeDue: noticeDue(of: text)?.description,
      parties: text.parties.enumerated().map { index, party in
        let principal = agreement.parties.indices.contains(index) ? agreement.parties[index] : nil
        return AgreementRecord.PartyRecord(
          name: party.value, principal: principal.map { archive.identifier(of: .principal($0)) })
      }.nonEmpty,
      reference: text.reference?.value.nonEmpty,
      replacedBy: agreement.replacedBy.map { archive.identifier(of: .agreement($0)) },
      replaces: agreement.replaces.map { archive.identifier(of: .agreement($0)) }.nonEmpty, source: agreement.source,
      status: status(of: id).rawValue, title: text.title.value,
      topics: text.topics.map(\.value).nonEmpty,
      untilFurtherNotice: text.validTo == nil && text.isUntilFurtherNotice ? true : nil,
      url: archive.permalink(of: .agreement(id)).fromRoot,
      validFrom: text.validFrom?.value.description, validTo: text.validTo?.value.description)
  }
}
