internal import Records

/// `data/index.json`: what there is to fetch.
struct Catalogue: Encodable {
  struct File: Encodable {
    var count: Int
    var kind: String
    var parts: [String]?
    var path: String
    var schema: String
  }

  struct Counts: Encodable {
    var agendaItems: Int
    var agreements: Int
    var bodies: Int
    var decisions: Int
    var meetings: Int
    var people: Int
    var principals: Int
  }

  var asOf: String
  var baseURL: String?
  var counts: Counts
  var county: String?
  /// True for a demonstration, whose people and bodies are invented.
  var example: Bool?
  var files: [File]
  var licence: String?
  var name: String
  /// The schema of the `index.json` beside every page.
  var pageSchema: String
  var schema = schemaName
  /// Where the search index begins; the target Search writes it.
  var searchIndex = "sok/index/katalog.sok"

  static let schemaTree = Schema.document(
    "data/index.json",
    Schema.object(
      [
        "asOf": Schema.date,
        "counts": Schema.object(
          Dictionary(
            uniqueKeysWithValues: [
              "agendaItems", "agreements", "bodies", "decisions", "meetings", "people", "principals",
            ].map { ($0, Schema.count) })),
        "files": Schema.list(
          Schema.object(
            [
              "count": Schema.count, "kind": Schema.oneOf(DataKind.allCases.map(\.rawValue)), "path": Schema.text,
              "schema": Schema.text,
            ], optional: ["parts": Schema.list(Schema.text)])),
        "name": Schema.text, "pageSchema": Schema.text, "schema": Schema.oneOf([schemaName]),
        "searchIndex": Schema.text,
      ],
      optional: ["baseURL": Schema.text, "county": Schema.text, "example": Schema.flag, "licence": Schema.text]))
}

extension Overview {
  func catalogue() -> Catalogue {
    Catalogue(
      asOf: standing.asOf.description, baseURL: archive.site.baseURL?.nonEmpty,
      counts: Catalogue.Counts(
        agendaItems: count(of: .agendaItems), agreements: count(of: .agreements), bodies: count(of: .bodies),
        decisions: count(of: .decisions), meetings: count(of: .meetings), people: count(of: .people),
        principals: count(of: .principals)),
      county: archive.site.county?.nonEmpty, example: archive.site.exampleDate == nil ? nil : true,
      files: DataKind.allCases.map { kind in
        Catalogue.File(
          count: count(of: kind), kind: kind.rawValue,
          parts: years(of: kind)?.map { Self.path(of: kind, year: $0.year) }, path: Self.path(of: kind),
          schema: "data/schema/\(kind.rawValue).json")
      },
      licence: archive.site.licence?.nonEmpty, name: archive.site.name, pageSchema: "data/schema/page.json")
  }

  /// The schemas, written from the same files as the records.
  func schemas() -> [Output] {
    DataKind.allCases.map { kind in
      Output(path: "data/schema/\(kind.rawValue).json") { Output.Made(bytes: json(kind.fileSchema)) }
    } + [
      Output(path: "data/schema/page.json") {
        Output.Made(bytes: json(Schema.document("index.json", PageTwin.schemaTree)))
      },
      Output(path: "data/schema/index.json") { Output.Made(bytes: json(Catalogue.schemaTree)) },
    ]
  }
}
