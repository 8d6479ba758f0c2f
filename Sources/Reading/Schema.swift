internal import Records

/// The keys that a YAML map may have, and what each takes: the one list that the reader, the error messages and the
/// manual are made from.
struct Schema<Subject>: Sendable {
  var keys: [Key]

  init(_ keys: [Key]) { self.keys = keys }

  struct Key: Sendable {
    let name: String
    /// What the value must be, in words that fit after "tar": "ett datum, 2024-05-17".
    let takes: String
    /// The kinds of document it is for; empty for all, and for settings.
    let documents: [DocumentKind]
    /// What it says, in one sentence, for the manual.
    let summary: String
    let isRequired: Bool
    /// The keys of its map, or of each map in its list.
    let parts: [SchemaKey]
    /// Types the value and puts it in its place; false when it is not what the key takes.
    fileprivate let assign: @Sendable (YAMLValue, inout Subject, inout [Diagnostic]) -> Bool

    init(
      _ name: String, takes: String, for documents: [DocumentKind] = [], _ summary: String, isRequired: Bool = false,
      parts: [SchemaKey] = [], assign: @escaping @Sendable (YAMLValue, inout Subject, inout [Diagnostic]) -> Bool
    ) {
      self.name = name
      self.parts = parts
      self.takes = takes
      self.documents = documents
      self.summary = summary
      self.isRequired = isRequired
      self.assign = assign
    }
  }

  /// The keys as the manual lists them.
  var listing: [SchemaKey] {
    keys.map {
      SchemaKey(
        name: $0.name, takes: $0.takes, documents: $0.documents, summary: $0.summary, isRequired: $0.isRequired,
        parts: $0.parts)
    }
  }

  /// Fills `subject` with what the map says, and returns what was wrong. Other keys still count when one is wrong.
  func read(_ value: YAMLValue, into subject: inout Subject) -> [Diagnostic] {
    guard case .map(let entries) = value.content else {
      return [Diagnostic(.frontMatterSyntax(message: "not a mapping"), at: value.location)]
    }
    var diagnostics: [Diagnostic] = []
    var seen: [String] = []
    // A file that is not what it should be is told by its first errors, not by all of them.
    for entry in entries where diagnostics.count < 20 {
      // Swift compares text by canonical equivalence, so a key typed with a combining ring is the same key.
      guard let key = keys.first(where: { $0.name == entry.key }) else {
        let near = nearest(to: entry.key, among: keys.map(\.name))
        diagnostics.append(Diagnostic(.unknownKey(key: entry.key, nearest: near), at: entry.location))
        continue
      }
      if seen.contains(key.name) {
        diagnostics.append(Diagnostic(.duplicateKey(key: key.name), at: entry.location))
      } else if !key.assign(entry.value, &subject, &diagnostics) {
        diagnostics.append(Diagnostic(.wrongValue(key: key.name, expected: key.takes), at: entry.value.location))
      }
      seen.append(key.name)
    }
    for key in keys where key.isRequired && !seen.contains(key.name) {
      diagnostics.append(Diagnostic(.wrongValue(key: key.name, expected: key.takes), at: value.location))
    }
    return diagnostics
  }
}

extension Schema.Key {
  /// One line of text.
  static func text(
    _ name: String, takes: String = "en rad text", for documents: [DocumentKind] = [], _ summary: String,
    isRequired: Bool = false, set: @escaping @Sendable (inout Subject, Fact<String>) -> Void
  ) -> Self {
    Self(name, takes: takes, for: documents, summary, isRequired: isRequired) { value, subject, _ in
      guard let fact = value.line else { return false }
      set(&subject, fact)
      return true
    }
  }

  /// Text that `parse` understands; nil from it means that the value is wrong.
  static func parsed<Value>(
    _ name: String, takes: String, for documents: [DocumentKind] = [], _ summary: String, isRequired: Bool = false,
    parse: @escaping @Sendable (String) -> Value?, set: @escaping @Sendable (inout Subject, Fact<Value>) -> Void
  ) -> Self {
    Self(name, takes: takes, for: documents, summary, isRequired: isRequired) { value, subject, _ in
      guard let fact = value.line, let parsed = parse(fact.value) else { return false }
      set(&subject, fact.map { _ in parsed })
      return true
    }
  }

  static func date(
    _ name: String, for documents: [DocumentKind] = [], _ summary: String, isRequired: Bool = false,
    set: @escaping @Sendable (inout Subject, Fact<CalendarDate>) -> Void
  ) -> Self {
    parsed(
      name, takes: "ett datum som finns, skrivet 2024-05-17", for: documents, summary, isRequired: isRequired,
      parse: { CalendarDate(iso: $0) }, set: set)
  }

  /// One name, or a list of names. A comma in a name that stands alone is a list that lacks its brackets.
  static func names(
    _ name: String, for documents: [DocumentKind] = [], _ summary: String,
    set: @escaping @Sendable (inout Subject, [Fact<String>]) -> Void
  ) -> Self {
    list(
      name, takes: "ett namn, eller flera inom hakparentes: [Ett Namn, Ett Annat]", for: documents, summary,
      parse: { $0 }, set: set)
  }

  /// One line of text that `parse` understands, or a list of such lines.
  static func list<Value>(
    _ name: String, takes: String, for documents: [DocumentKind] = [], _ summary: String,
    parse: @escaping @Sendable (String) -> Value?, set: @escaping @Sendable (inout Subject, [Fact<Value>]) -> Void
  ) -> Self {
    Self(name, takes: takes, for: documents, summary) { value, subject, _ in
      let values: [YAMLValue]
      switch value.content {
      case .text:
        guard let text = value.text, !text.contains(",") else { return false }
        values = [value]
      case .list(let all): values = all
      case .map: return false
      }
      let facts = values.compactMap { value in
        value.line.flatMap { line in parse(line.value).map { parsed in line.map { _ in parsed } } }
      }
      guard facts.count == values.count, !facts.isEmpty else { return false }
      set(&subject, facts)
      return true
    }
  }

  /// A list of maps, each read by a schema of its own. `lacking` says what one takes whose keys are right but do not go
  /// together.
  static func rows<Row: Sendable>(
    _ name: String, for documents: [DocumentKind] = [], _ summary: String, of schema: Schema<Row>, from empty: Row,
    lacking: @escaping @Sendable (Row) -> String? = { _ in nil },
    add: @escaping @Sendable (inout Subject, Row, SourceLocation) -> Void
  ) -> Self {
    let rowKeys = schema.keys.map { $0.isRequired ? $0.name : "\($0.name) (kan utelämnas)" }.joined(separator: ", ")
    return Self(
      name, takes: "en lista, där varje rad har: \(rowKeys)", for: documents, summary, parts: schema.listing
    ) {
      value, subject, diagnostics in
      guard case .list(let values) = value.content else { return false }
      for value in values {
        guard case .map = value.content else { return false }
        var row = empty
        let problems = schema.read(value, into: &row)
        diagnostics += problems
        if !problems.isEmpty { continue }
        if let lack = lacking(row) {
          diagnostics.append(Diagnostic(.wrongValue(key: name, expected: lack), at: value.location))
        } else {
          add(&subject, row, value.location)
        }
      }
      return true
    }
  }
}

extension Schema.Key {
  /// Lines of text, one or many. An empty list says that there is none.
  static func texts(
    _ name: String, takes: String = "en rad text, eller flera i en lista", for documents: [DocumentKind] = [],
    _ summary: String, isRequired: Bool = false, set: @escaping @Sendable (inout Subject, [Fact<String>]) -> Void
  ) -> Self {
    Self(name, takes: takes, for: documents, summary, isRequired: isRequired) { value, subject, _ in
      let facts = value.entries.compactMap(\.line)
      guard facts.count == value.entries.count else { return false }
      set(&subject, facts)
      return true
    }
  }

  /// Entries that are either one line, which `text` understands, or a map that `schema` reads; one entry needs no list.
  /// An empty list says that there is none.
  static func entries<Row: Sendable>(
    _ name: String, takes: String, for documents: [DocumentKind] = [], _ summary: String, of schema: Schema<Row>,
    from empty: Row, text: @escaping @Sendable (String) -> Row?,
    set: @escaping @Sendable (inout Subject, [(row: Row, line: Int)]) -> Void
  ) -> Self {
    Self(name, takes: takes, for: documents, summary, parts: schema.listing) { value, subject, diagnostics in
      var rows: [(row: Row, line: Int)] = []
      for entry in value.entries {
        if case .map = entry.content {
          var row = empty
          let problems = schema.read(entry, into: &row)
          diagnostics += problems
          if problems.isEmpty { rows.append((row, entry.location.line)) }
        } else if let fact = entry.line, let row = text(fact.value) {
          rows.append((row, fact.line))
        } else {
          diagnostics.append(Diagnostic(.wrongValue(key: name, expected: takes), at: entry.location))
        }
      }
      set(&subject, rows)
      return true
    }
  }

  /// A map that `schema` reads, or one line of text that `text` understands: one, and not none.
  static func one<Row: Sendable>(
    _ name: String, takes: String, for documents: [DocumentKind] = [], _ summary: String, of schema: Schema<Row>,
    from empty: Row, text: @escaping @Sendable (String) -> Row?,
    set: @escaping @Sendable (inout Subject, Row, Int) -> Void
  ) -> Self {
    Self(name, takes: takes, for: documents, summary, parts: schema.listing) { value, subject, diagnostics in
      if case .map = value.content {
        var row = empty
        let problems = schema.read(value, into: &row)
        diagnostics += problems
        if problems.isEmpty { set(&subject, row, value.location.line) }
        return true
      }
      guard let fact = value.line, let row = text(fact.value) else { return false }
      set(&subject, row, fact.line)
      return true
    }
  }

  /// A map by names that the author chooses, each of a map that `schema` reads.
  static func named<Row: Sendable>(
    _ name: String, takes: String, for documents: [DocumentKind] = [], _ summary: String, of schema: Schema<Row>,
    from empty: Row, add: @escaping @Sendable (inout Subject, String, Row, Int) -> Void
  ) -> Self {
    Self(name, takes: takes, for: documents, summary, parts: schema.listing) { value, subject, diagnostics in
      guard case .map(let entries) = value.content else { return false }
      for entry in entries {
        guard case .map = entry.value.content else {
          diagnostics.append(Diagnostic(.wrongValue(key: name, expected: takes), at: entry.value.location))
          continue
        }
        var row = empty
        let problems = schema.read(entry.value, into: &row)
        diagnostics += problems
        if problems.isEmpty { add(&subject, entry.key, row, entry.location.line) }
      }
      return true
    }
  }
}

/// A key as the manual lists it, with the keys below it.
package struct SchemaKey: Sendable {
  package let name: String
  package let takes: String
  /// Empty for a key of all documents.
  package let documents: [DocumentKind]
  package let summary: String
  package let isRequired: Bool
  package let parts: [SchemaKey]
}

extension YAMLValue {
  /// A list's entries; what is no list is one entry.
  fileprivate var entries: [YAMLValue] { if case .list(let values) = content { values } else { [self] } }

  /// The text as one line that says something, else nil.
  fileprivate var line: Fact<String>? {
    guard let text else { return nil }
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\u{A0}" }
    return words.isEmpty ? nil : Fact(words.joined(separator: " "), line: location.line, .stated)
  }
}
