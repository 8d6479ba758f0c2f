/// JSON that is put together rather than encoded from a record: the schemas. Members are written sorted.
enum JSONTree: Encodable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONTree])
  case object([String: JSONTree])

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .flag(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .list(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        try container.encode(value, forKey: Key(stringValue: name))
      }
    }
  }
}

/// A JSON Schema (2020-12) in parts. Strict: an object has what it must, may have what is named, and nothing else.
enum Schema {
  static let text = JSONTree.object(["type": .text("string"), "minLength": .number(1)])
  static let count = JSONTree.object(["type": .text("integer"), "minimum": .number(0)])
  static let flag = JSONTree.object(["type": .text("boolean")])
  static let date = JSONTree.object([
    "type": .text("string"), "format": .text("date"), "pattern": .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
  ])
  /// From the root of the site, without a slash first; empty for the start page.
  static let url = JSONTree.object([
    "type": .text("string"), "pattern": .text("^([a-z0-9][a-z0-9./-]*(#[a-z0-9-]+)?)?$"),
  ])

  static func id(_ kinds: String...) -> JSONTree {
    .object(["type": .text("string"), "pattern": .text("^(\(kinds.joined(separator: "|"))):[a-z0-9:-]+$")])
  }

  static func oneOf(_ words: [String]) -> JSONTree { .object(["enum": .list(words.map { .text($0) })]) }

  /// Never empty: an empty list is left out.
  static func list(_ items: JSONTree) -> JSONTree {
    .object(["type": .text("array"), "minItems": .number(1), "items": items])
  }

  static func object(_ required: [String: JSONTree], optional: [String: JSONTree] = [:]) -> JSONTree {
    .object([
      "type": .text("object"), "additionalProperties": .flag(false),
      "required": .list(required.keys.sorted().map { .text($0) }),
      "properties": .object(required.merging(optional) { first, _ in first }),
    ])
  }

  static func document(_ title: String, _ schema: JSONTree) -> JSONTree {
    guard case .object(var members) = schema else { return schema }
    members["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
    members["title"] = .text(title)
    return .object(members)
  }
}
