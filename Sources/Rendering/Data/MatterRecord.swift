internal import Records

/// A matter in `data/matters.json`, with its whole way.
struct MatterRecord: Encodable {
  struct Move: Encodable {
    var kind: String
    /// Of the words, in the file of the minutes.
    var line: Int
    var parties: [String]?
    var source: String
    var text: String
    var url: String
  }

  struct Handling: Encodable {
    var agendaItem: String
    /// How it is known to belong here: `stated` by the front matter, else inferred; left out for what the others join.
    var basis: String?
    var body: String
    var date: String?
    var meeting: String
    var moves: [Move]?
    /// True when only some sentences of the item are about the matter.
    var passage: Bool?
    /// What it sent to the principals, with their answers.
    var recommendations: [String]?
    var url: String
  }

  var agreements: [String]?
  var bodies: [String]
  var caseNumbers: [String]?
  /// What is still to come of it.
  var followUps: [String]?
  /// Oldest first.
  var handlings: [Handling]
  var id: String
  /// The front matter gives the name.
  var named: Bool
  var status: String
  var title: String
  var url: String

  static let schema = Schema.object(
    [
      "bodies": Schema.list(Schema.id("body")), "id": Schema.id("matter"), "named": Schema.flag,
      "handlings": Schema.list(
        Schema.object(
          [
            "agendaItem": Schema.id("item"), "body": Schema.id("body"), "meeting": Schema.id("meeting"),
            "url": Schema.url,
          ],
          optional: [
            "basis": Schema.oneOf(Matter.Basis.allCases.map(\.rawValue)), "date": Schema.date, "passage": Schema.flag,
            "recommendations": Schema.list(Schema.id("recommendation")),
            "moves": Schema.list(
              Schema.object(
                [
                  "kind": Schema.oneOf(Matter.Move.Kind.allCases.map(\.rawValue)), "line": Schema.count,
                  "source": Schema.id("item", "decision"), "text": Schema.text, "url": Schema.url,
                ], optional: ["parties": Schema.list(Schema.id("body", "principal"))])),
          ])),
      "status": Schema.oneOf(Matter.Status.allCases.map(\.rawValue)), "title": Schema.text, "url": Schema.url,
    ],
    optional: [
      "agreements": Schema.list(Schema.id("agreement")), "caseNumbers": Schema.list(Schema.text),
      "followUps": Schema.list(Schema.id("follow-up")),
    ])
}

extension Overview {
  func record(_ matter: Matter) -> MatterRecord {
    MatterRecord(
      agreements: matter.agreements.map { archive.identifier(of: .agreement($0)) }.nonEmpty,
      bodies: bodies(of: matter).map { archive.identifier(of: .body($0)) },
      caseNumbers: caseNumbers(of: matter).nonEmpty,
      followUps: matter.followUps.map { identifier(of: standing.followUps[$0]) }.nonEmpty,
      handlings: matter.handlings.map { handling in
        let meeting = archive[handling.meeting]
        return MatterRecord.Handling(
          agendaItem: archive.identifier(of: handling.target), basis: handling.basis?.rawValue,
          body: archive.identifier(of: .body(meeting.body)), date: meeting.date?.description,
          meeting: archive.identifier(of: .meeting(handling.meeting)), moves: handling.moves.map(record).nonEmpty,
          passage: handling.isPassage ? true : nil,
          recommendations: handling.recommendations.map { archive.identifier(of: standing.recommendations[$0]) }
            .nonEmpty,
          url: archive.permalink(of: handling.target).fromRoot)
      }, id: "matter:\(matter.slug)", named: matter.isNamed, status: matter.status.rawValue, title: matter.title,
      url: matter.permalink.fromRoot)
  }

  private func record(_ move: Matter.Move) -> MatterRecord.Move {
    MatterRecord.Move(
      kind: move.kind.rawValue, line: move.line, parties: move.parties.map(archive.identifier).nonEmpty,
      source: archive.identifier(of: move.source), text: move.text, url: archive.permalink(of: move.source).fromRoot)
  }

  /// In the order that they came to it.
  func bodies(of matter: Matter) -> [ID<Body>] {
    matter.handlings.reduce(into: []) { out, handling in
      let body = archive.meetings[handling.meeting.index].body
      if !handling.isPassage, !out.contains(body) { out.append(body) }
    }
  }

  func caseNumbers(of matter: Matter) -> [String] {
    matter.handlings.reduce(into: []) { out, handling in
      let number = archive.meetings[handling.meeting.index].minutes.items[handling.item].reference?.value
      if let number, !handling.isPassage, !out.contains(number) { out.append(number) }
    }
  }
}
