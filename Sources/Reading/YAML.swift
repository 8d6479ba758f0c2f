internal import Records
internal import Yams

/// A YAML value with its place in the file. A scalar is always text: what it means is for the schema to say, so that
/// `12:30`, `NO` and `1.10` stay what the author wrote.
struct YAMLValue: Sendable {
  indirect enum Content: Sendable {
    case text(String)
    case list([YAMLValue])
    case map([Entry])
  }

  struct Entry: Sendable {
    var key: String
    var location: SourceLocation
    var value: YAMLValue
  }

  var content: Content
  var location: SourceLocation

  /// Nil for lists and maps.
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }
}

/// Reads one YAML document that starts at `firstLine` of the file. Nil when it is empty or cannot be understood.
/// Anchors, aliases and tags are refused: they make a file mean something else than what it says.
func readYAML(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int) -> (
  value: YAMLValue?, diagnostics: [Diagnostic]
) {
  var reader = YAMLReader(bytes: bytes, path: path, firstLine: firstLine)
  let value = reader.read()
  return (value, reader.diagnostics)
}

private struct YAMLReader {
  let lines: [ArraySlice<UInt8>]
  let text: String
  let path: String
  let firstLine: Int
  var diagnostics: [Diagnostic] = []

  init(bytes: ArraySlice<UInt8>, path: String, firstLine: Int) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // YAML ends a line at the separators of lines and paragraphs; editors do not, and nor does our count of lines.
    text = String(decoding: bytes, as: UTF8.self).replacing("\u{2028}", with: " ").replacing("\u{2029}", with: " ")
    self.path = path
    self.firstLine = firstLine
  }

  mutating func read() -> YAMLValue? {
    if let mark = aliasBomb() {
      diagnostics.append(Diagnostic(.yamlFeatureRefused(feature: "&"), at: mark))
      return nil
    }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // Nodes hold their anchors weakly; the parser owns them.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { return nil }
        let value = convert(root)
        return diagnostics.isEmpty ? value : nil
      }
    } catch let error as YamlError {
      diagnostics.append(diagnostic(for: error))
    } catch {
      diagnostics.append(
        Diagnostic(.frontMatterSyntax(message: "\(error)"), at: SourceLocation(path: path, line: firstLine)))
    }
    return nil
  }
}

extension YAMLReader {
  private mutating func convert(_ node: Node) -> YAMLValue {
    let location = location(of: node.mark)
    if node.anchor != nil { diagnostics.append(Diagnostic(.yamlFeatureRefused(feature: "&"), at: location)) }
    switch node {
    case .scalar(let scalar):
      refuse(tag: scalar.tag, unless: .str, at: location)
      // YAML's escapes can smuggle what the check of the bytes refuses: controls, and signs that turn the text around.
      if let bad = scalar.string.unicodeScalars.first(where: isForbidden) {
        diagnostics.append(Diagnostic(.forbiddenCharacter(scalar: bad.value), at: location))
      }
      return YAMLValue(content: .text(scalar.string), location: location)
    case .sequence(let sequence):
      refuse(tag: node.tag, unless: .seq, at: location)
      var values: [YAMLValue] = []
      for item in sequence { values.append(convert(item)) }
      return YAMLValue(content: .list(values), location: location)
    case .mapping(let mapping):
      refuse(tag: node.tag, unless: .map, at: location)
      var entries: [YAMLValue.Entry] = []
      for (key, value) in mapping {
        let name = convert(key)
        guard let text = name.text else {
          diagnostics.append(Diagnostic(.yamlFeatureRefused(feature: "?"), at: name.location))
          continue
        }
        entries.append(YAMLValue.Entry(key: text, location: name.location, value: convert(value)))
      }
      return YAMLValue(content: .map(entries), location: location)
    case .alias:
      diagnostics.append(Diagnostic(.yamlFeatureRefused(feature: "*"), at: location))
      return YAMLValue(content: .text(""), location: location)
    }
  }

  private mutating func refuse(tag: Tag, unless name: Tag.Name, at location: SourceLocation) {
    if tag.rawValue != name.rawValue, tag.rawValue != Tag.Name.implicit.rawValue {
      diagnostics.append(Diagnostic(.yamlFeatureRefused(feature: "!"), at: location))
    }
  }

  /// Yams counts columns in Unicode scalars from the start of its text; we count bytes from the start of the line.
  private func location(of mark: Mark?) -> SourceLocation {
    guard let mark else { return SourceLocation(path: path, line: firstLine) }
    var column = mark.column
    if lines.indices.contains(mark.line - 1) {
      let scalars = String(decoding: lines[mark.line - 1], as: UTF8.self).unicodeScalars.prefix(mark.column - 1)
      column = scalars.reduce(1) { $0 + UTF8.width($1) }
    }
    return SourceLocation(path: path, line: firstLine + mark.line - 1, column: column)
  }

  private func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return Diagnostic(.frontMatterSyntax(message: problem), at: location(of: mark))
    case .composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias")
      return Diagnostic(
        isAlias ? .yamlFeatureRefused(feature: "*") : .frontMatterSyntax(message: problem), at: location(of: mark))
    case .duplicatedKeysInMapping(let keys, let context):
      return Diagnostic(
        .duplicateKey(key: keys.first ?? ""), at: second(keys.first ?? "") ?? location(of: context.mark))
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
      return Diagnostic(.frontMatterSyntax(message: problem), at: SourceLocation(path: path, line: firstLine))
    case .no, .memory, .dataCouldNotBeDecoded:
      return Diagnostic(.frontMatterSyntax(message: "\(error)"), at: SourceLocation(path: path, line: firstLine))
    }
  }

  /// Yams tells where a doubled key stands first; the author needs the line to remove.
  private func second(_ key: String) -> SourceLocation? {
    var found = 0
    for (number, line) in lines.enumerated() {
      let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }.count
      let rest = line.dropFirst(indent).drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      guard rest.starts(with: key.utf8),
        let next = rest.dropFirst(key.utf8.count).first(where: { $0 != UInt8(ascii: " ") }),
        [UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(next)
      else { continue }
      found += 1
      if found == 2 { return SourceLocation(path: path, line: firstLine + number, column: indent + 1) }
    }
    return nil
  }

  /// A few lines of anchors and aliases can stand for millions of values, and Yams walks them when they are keys.
  /// So a text with both, each where a value begins, is refused before it is parsed.
  private func aliasBomb() -> SourceLocation? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    let anchor = firstValue(startingWith: UInt8(ascii: "&"))
    return firstValue(startingWith: UInt8(ascii: "*")) == nil ? nil : anchor
  }

  private func firstValue(startingWith sign: UInt8) -> SourceLocation? {
    for (number, line) in lines.enumerated() {
      var before: UInt8?
      for (column, byte) in line.enumerated() {
        let next = column + 1 < line.count ? line[line.startIndex + column + 1] : UInt8(ascii: " ")
        if byte == sign, next > UInt8(ascii: " "), before.map({ ":-?[{,".utf8.contains($0) }) ?? true {
          return SourceLocation(path: path, line: firstLine + number, column: column + 1)
        }
        if byte != UInt8(ascii: " ") { before = byte }
      }
    }
    return nil
  }
}
