internal import Records

/// `data/<kind>.json`: `{"asOf", "<kind>": [...], "schema"}`; past a thousand rows of a kind that has dates it lists its
/// parts instead, `data/<kind>-2024.json`.
struct DataFile<Row: Encodable>: Encodable {
  /// A year's part of a file that was split.
  struct Part: Encodable {
    var count: Int
    var path: String
    var year: Int
  }

  var asOf: String
  var kind: DataKind
  var rows: [Row]
  var parts: [Part]?

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for name in ["asOf", parts == nil ? kind.rawValue : "parts", "schema"].sorted() {
      switch name {
      case "asOf": try container.encode(asOf, forKey: Key(name))
      case "schema": try container.encode(schemaName, forKey: Key(name))
      case "parts": try container.encode(parts ?? [], forKey: Key(name))
      default: try container.encode(rows, forKey: Key(name))
      }
    }
  }
}

extension DataKind {
  /// The file's schema: the rows, or the parts of a file that was split.
  var fileSchema: JSONTree {
    let part = Schema.object(["count": Schema.count, "path": Schema.text, "year": Schema.count])
    let head = ["asOf": Schema.date, "schema": Schema.oneOf([schemaName])]
    let rows = JSONTree.object(["type": .text("array"), "items": schema])
    return Schema.document(
      "data/\(rawValue).json",
      .object([
        "oneOf": .list([
          Schema.object(head.merging([rawValue: rows]) { first, _ in first }),
          Schema.object(head.merging(["parts": Schema.list(part)]) { first, _ in first }),
        ])
      ]))
  }
}

extension Overview {
  /// The data file of a kind and its parts.
  func dataFiles(_ kind: DataKind) -> [Output] {
    switch kind {
    case .bodies: [dataFile(kind) { [self] in archive.bodies.indices.map { record(ID<Body>($0)) } }]
    case .principals: [dataFile(kind) { [self] in archive.principals.indices.map { record(ID<Principal>($0)) } }]
    case .people: [dataFile(kind) { [self] in archive.people.indices.map { record(ID<Person>($0)) } }]
    case .agreements: [dataFile(kind) { [self] in archive.agreements.indices.map { record(ID<AdoptedAgreement>($0)) } }]
    case .followUps:
      datedFiles(kind) { [self] id in (followUpsOfMeeting[id] ?? []).map { record(standing.followUps[$0]) } }
    case .recommendations:
      datedFiles(kind) { [self] id in
        (recommendationsOfMeeting[id] ?? []).map { record(standing.recommendations[$0]) }
      }
    case .matters:
      datedFiles(kind) { [self] id in (mattersOfMeeting[id] ?? []).map { record(standing.matters[$0]) } }
    case .meetings: datedFiles(kind) { [self] id in [record(id)] }
    case .agendaItems:
      datedFiles(kind) { [self] id in archive[id].minutes.items.indices.map { record(id, item: $0) } }
    case .decisions:
      datedFiles(kind) { [self] id in
        archive[id].minutes.items.enumerated().flatMap { index, item in
          item.decisions.indices.map { record(DecisionPlace(meeting: id, item: index, decision: $0)) }
        }
      }
    }
  }

  func count(of kind: DataKind) -> Int {
    switch kind {
    case .bodies: archive.bodies.count
    case .principals: archive.principals.count
    case .people: archive.people.count
    case .agreements: archive.agreements.count
    case .meetings: archive.meetings.count
    case .agendaItems: rowsByYear[.agendaItems]?.reduce(0) { $0 + $1.count } ?? 0
    case .decisions: newestDecisions.count
    case .followUps: standing.followUps.count
    case .recommendations: standing.recommendations.count
    case .matters: standing.matters.count
    }
  }

  /// The years of a kind that is split, newest first, each with its meetings.
  func years(of kind: DataKind) -> [YearOfRows]? {
    guard let years = rowsByYear[kind], count(of: kind) > YearlyRegister<Int>.limit else { return nil }
    return years
  }

  static func path(of kind: DataKind, year: Int? = nil) -> String {
    "data/\(kind.rawValue)\(year.map { "-\($0)" } ?? "").json"
  }

  private func dataFile<Row: Encodable & SendableMetatype>(
    _ kind: DataKind, year: Int? = nil, _ rows: @escaping @Sendable () -> [Row]
  ) -> Output {
    let asOf = standing.asOf.description
    return Output(path: Self.path(of: kind, year: year)) {
      Output.Made(bytes: json(DataFile(asOf: asOf, kind: kind, rows: rows())))
    }
  }

  private func datedFiles<Row: Encodable & SendableMetatype>(
    _ kind: DataKind, _ rows: @escaping @Sendable (ID<Meeting>) -> [Row]
  ) -> [Output] {
    guard let years = years(of: kind) else {
      return [dataFile(kind) { [self] in newestMeetings.flatMap(rows) }]
    }
    let parts = years.map { year in
      DataFile<Row>.Part(count: year.count, path: Self.path(of: kind, year: year.year), year: year.year)
    }
    let head = DataFile<Row>(asOf: standing.asOf.description, kind: kind, rows: [], parts: parts)
    return [Output(path: Self.path(of: kind), bytes: json(head))]
      + years.map { year in dataFile(kind, year: year.year) { year.meetings.flatMap(rows) } }
  }
}

/// The meetings of a year, and how many rows of a kind they have.
struct YearOfRows: Sendable {
  var year: Int
  var count: Int
  var meetings: ArraySlice<ID<Meeting>>
}

/// For each kind that splits by year, its years, newest first.
func rowsByYear(
  _ archive: Archive, _ newest: [ID<Meeting>], _ followUps: [ID<Meeting>: [Int]],
  _ recommendations: [ID<Meeting>: [Int]], _ matters: [ID<Meeting>: [Int]]
) -> [DataKind: [YearOfRows]] {
  let counts: [(DataKind, (ID<Meeting>) -> Int)] = [
    (.meetings, { _ in 1 }), (.agendaItems, { archive[$0].minutes.items.count }),
    (.decisions, { archive[$0].minutes.items.reduce(0) { $0 + $1.decisions.count } }),
    (.followUps, { followUps[$0]?.count ?? 0 }), (.recommendations, { recommendations[$0]?.count ?? 0 }),
    (.matters, { matters[$0]?.count ?? 0 }),
  ]
  var years: [DataKind: [YearOfRows]] = [:]
  var start = 0
  while start < newest.count {
    // Meetings without a date, which come first, go with the year after them.
    let year = newest[start...].lazy.compactMap { archive[$0].date?.year }.first ?? 0
    let end = newest[start...].firstIndex { (archive[$0].date?.year ?? year) != year } ?? newest.count
    for (kind, count) in counts {
      let rows = newest[start..<end].reduce(0) { $0 + count($1) }
      if rows > 0 {
        years[kind, default: []].append(YearOfRows(year: year, count: rows, meetings: newest[start..<end]))
      }
    }
    start = end
  }
  return years
}
