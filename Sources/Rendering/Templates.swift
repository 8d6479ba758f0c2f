internal import Mustache
package import Records

/// The parsed templates of a site, and where each of their tags stands.
package struct Templates: Sendable {
  private var library = MustacheLibrary()
  private var tags: [String: [TemplateTag]] = [:]
  private var paths: [String: String] = [:]

  /// The page as bytes, and the names it asked for that nothing has.
  func render(_ template: String, _ view: View, page: String) -> Output.Made {
    let root = PageRoot(view)
    guard let text = library.render(root, withTemplate: template) else {
      return Output.Made(bytes: [], diagnostics: [Diagnostic(.templateMissing(name: template), at: nil)])
    }
    let diagnostics = root.unknownNames.sorted().map { name in
      Diagnostic(.unknownTemplateName(name: name, page: page), at: location(of: name, from: template))
    }
    return Output.Made(bytes: Array(text.utf8) + "\n".utf8, diagnostics: diagnostics)
  }
}

/// 1. name each file, 2. look at its tags, 3. parse it, 4. see that everything it needs is there.
package func loadTemplates(_ files: [SourceFile]) -> (Templates, [Diagnostic]) {
  var templates = Templates()
  var diagnostics: [Diagnostic] = []
  for file in files where file.name.hasSuffix(".mustache") {
    diagnostics += templates.add(file, named: String(file.name.dropLast(".mustache".count)))
  }
  let needed = ["layout"] + PageTemplate.allCases.map(\.rawValue)
  diagnostics += needed.filter { !templates.has($0) }.map { Diagnostic(.templateMissing(name: $0), at: nil) }
  diagnostics += templates.missingPartials(besides: Set(needed))
  // Where something is missing, what it would have asked for is unused too.
  if diagnostics.isEmpty { diagnostics += templates.unused(besides: needed) }
  return (templates, diagnostics)
}

extension Templates {
  fileprivate func has(_ name: String) -> Bool { paths[name] != nil }

  fileprivate mutating func add(_ file: SourceFile, named name: String) -> [Diagnostic] {
    paths[name] = file.path
    if let line = lineOfInvalidUTF8(in: file.bytes) {
      let message = "raden är inte text i UTF-8; spara filen som UTF-8 och se efter att å, ä och ö stämmer"
      return [Diagnostic(.templateSyntax(message: message), at: SourceLocation(path: file.path, line: line))]
    }
    let found = scanTags(file.bytes)
    tags[name] = found
    let refused = found.compactMap { tag in
      tag.refusal.map {
        Diagnostic(
          .templateSyntax(message: $0), at: SourceLocation(path: file.path, line: tag.line, column: tag.column))
      }
    }
    guard refused.isEmpty else { return refused }
    do {
      library.register(try MustacheTemplate(string: parseable(file.bytes)), named: name)
      return []
    } catch let error as MustacheTemplate.ParserError {
      let at = SourceLocation(path: file.path, line: error.context.lineNumber)
      return [Diagnostic(.templateSyntax(message: explanation(of: error.error)), at: at)]
    } catch {
      return [Diagnostic(.templateSyntax(message: "\(error)"), at: SourceLocation(path: file.path))]
    }
  }

  /// Files that no page asks for: one whose name is misspelt would change nothing, in silence.
  fileprivate func unused(besides needed: [String]) -> [Diagnostic] {
    let used = needed.reduce(into: Set<String>()) { $0.formUnion(reach(of: $1)) }
    return paths.filter { !used.contains($0.key) }.sorted { $0.key < $1.key }.map { name, path in
      let near = nearest(to: name, among: used.sorted())
      return Diagnostic(.templateUnused(name: name, nearest: near), at: SourceLocation(path: path))
    }
  }

  /// Parts that a template asks for and that are not there, each told once, and those that contain themselves.
  fileprivate func missingPartials(besides told: Set<String>) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var told = told
    for (name, found) in tags.sorted(by: { $0.key < $1.key }) {
      for tag in found where tag.kind == .partial || tag.kind == .parent {
        let at = SourceLocation(path: paths[name] ?? name, line: tag.line, column: tag.column)
        if paths[tag.name] == nil {
          if told.insert(tag.name).inserted { diagnostics.append(Diagnostic(.partialMissing(name: tag.name), at: at)) }
        } else if reach(of: tag.name).contains(name) {
          // Mustache would recur until the stack is full.
          diagnostics.append(Diagnostic(.templateSyntax(message: "mallen \(tag.name) innehåller sig själv"), at: at))
        }
      }
    }
    return diagnostics
  }

  /// The template and all that it includes, nearest first.
  private func reach(of name: String) -> [String] {
    var reached = [name]
    var next = 0
    while next < reached.count {
      for tag in tags[reached[next]] ?? [] where tag.kind == .partial || tag.kind == .parent {
        if !reached.contains(tag.name) { reached.append(tag.name) }
      }
      next += 1
    }
    return reached
  }

  private func location(of name: String, from template: String) -> SourceLocation? {
    for candidate in reach(of: template) {
      for tag in tags[candidate] ?? [] where tag.name == name && tag.kind.asksForValue {
        return SourceLocation(path: paths[candidate] ?? candidate, line: tag.line, column: tag.column)
      }
    }
    return paths[template].map { SourceLocation(path: $0) }
  }
}

extension TemplateTag.Kind {
  fileprivate var asksForValue: Bool {
    switch self {
    case .value, .rawValue, .section: true
    case .end, .partial, .parent, .block, .comment, .delimiters, .setting: false
    }
  }
}

extension TemplateTag {
  /// What Mustache allows and would fail at in silence, or would let unescaped text through.
  fileprivate var refusal: String? {
    switch kind {
    case .rawValue where !name.hasSuffix("HTML"):
      return "bara värden vars namn slutar på HTML får skrivas med {{{ }}}: de andra är text, skriv {{\(name)}}"
    case .delimiters: return "egna skiljetecken stöds inte: skriv {{ }}"
    case .setting: return "inställningar i mallen stöds inte"
    case .partial where name.hasPrefix("*"), .parent where name.hasPrefix("*"):
      return "namnet på en delmall kan inte räknas ut: skriv det"
    case .value, .section, .rawValue:
      if name.contains("("), !["first()", "last()", "index()", "even()", "odd()"].contains(name) {
        return "\(name) finns inte; det som finns är first() last() index() even() odd()"
      }
      if name.contains(".") { return "\(name): skriv {{#a}}{{b}}{{/a}} i stället för punkt" }
      return nil
    case .end, .partial, .parent, .block, .comment: return nil
    }
  }
}

private func lineOfInvalidUTF8(in bytes: [UInt8]) -> Int? {
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
}

/// The text for Mustache's parser: our escaping switched on, and lines without their indentation, which the page does
/// not need and which Mustache would repeat for every line of a partial. Lines keep their numbers.
private func parseable(_ bytes: [UInt8]) -> String {
  _ = FastHTML.isRegistered
  var out = Array("{{%CONTENT_TYPE:\(FastHTML.name)}}".utf8)
  var isIndent = true
  for byte in bytes where byte != UInt8(ascii: "\r") {
    if isIndent, byte == 32 || byte == 9 { continue }
    isIndent = byte == UInt8(ascii: "\n")
    out.append(byte)
  }
  // A part may stand inside a line, and its last line end would be a space there.
  while out.last == UInt8(ascii: "\n") { out.removeLast() }
  return String(decoding: out, as: UTF8.self)
}

private func explanation(of error: any Error) -> String {
  switch error as? MustacheTemplate.Error {
  case .sectionCloseNameIncorrect: "taggen som stänger har ett annat namn än den som öppnade"
  case .unfinishedName: "taggen är inte avslutad, eller har ett tecken som inte får stå där"
  case .expectedSectionEnd: "en öppnad tagg stängs aldrig"
  case .illegalTokenInsideInheritSection, .textInsideInheritSection: "här får bara {{$block}} stå"
  case .transformAppliedToInheritanceSection, .invalidSetDelimiter, .invalidConfigVariableSyntax,
    .unrecognisedConfigVariable, nil:
    "\(error)"
  }
}
