internal import Records

/// A municipality or region in `data/principals.json`.
struct PrincipalRecord: Encodable {
  var aliases: [String]?
  var id: String
  var kind: String?
  var name: String
  var noticeBoard: String?
  var url: String

  static let schema = Schema.object(
    ["id": Schema.id("principal"), "name": Schema.text, "url": Schema.url],
    optional: [
      "aliases": Schema.list(Schema.text),
      "kind": Schema.oneOf([Principal.Kind.municipality, .region].map(\.rawValue)),
      "noticeBoard": Schema.text,
    ])
}

extension Overview {
  func record(_ id: ID<Principal>) -> PrincipalRecord {
    let principal = archive[id]
    return PrincipalRecord(
      aliases: principal.aliases.filter { $0 != principal.name }.nonEmpty,
      id: archive.identifier(of: .principal(id)), kind: principal.kind?.rawValue, name: principal.name,
      noticeBoard: principal.noticeBoard, url: archive.permalink(of: .principal(id)).fromRoot)
  }
}
