internal import Mustache

/// What a part of a template may ask for, by name. A name that exists but has nothing to show is empty, never absent:
/// an absent name is a mistake in the template (see `PageRoot`).
struct View: MustacheParent, Sendable {
  let fields: [String: Value]

  init(_ fields: [String: Value]) { self.fields = fields }

  func child(named name: String) -> Any? { fields[name]?.object }
}

/// A value that a template can show.
enum Value: Sendable {
  case text(String)
  /// Only under names that end in `HTML`, and only what MarkupHTML made: `loadTemplates` refuses `{{{` on other names.
  case html([UInt8])
  case flag(Bool)
  case list([View])
  /// A section that shows once, with its own names, or not at all.
  case part(View?)

  static func text(_ text: String?) -> Value { .text(text ?? "") }
  /// A part with `rows`, or nothing when there are none: so the list's own element is left out too.
  static func rows(_ rows: [View]) -> Value { .part(rows.isEmpty ? nil : View(["rows": .list(rows)])) }
  static func number(_ number: Int) -> Value { .text(String(number)) }

  fileprivate var object: Any {
    switch self {
    case .text(let text): Text(renderText: text)
    case .html(let bytes): Text(renderText: String(decoding: bytes, as: UTF8.self))
    case .flag(let flag): flag
    case .list(let views): views
    case .part(let view): if let view { view } else { false }
    }
  }
}

/// Text in Mustache's terms; empty text closes its section. It is a parent without children, because a section on it
/// puts it on the stack, and Mustache would otherwise look into it with a mirror.
private struct Text: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }
  func child(named: String) -> Any? { nil }
}

/// The outermost view of a page, asked last: a name that reaches it and that it does not have is nowhere.
final class PageRoot: MustacheParent {
  private let view: View
  private(set) var unknownNames: Set<String> = []

  init(_ view: View) { self.view = view }

  func child(named name: String) -> Any? {
    if let value = view.child(named: name) { return value }
    unknownNames.insert(name)
    return nil
  }
}

/// Escapes as Mustache's own HTML type does, by bytes and not by characters: some fifty times as fast.
struct FastHTML: MustacheContentType {
  static let name = "SAMSYN"
  /// Read before templates are parsed, so that they can name it.
  static let isRegistered: Bool = {
    MustacheContentTypes.register(FastHTML(), named: name)
    return true
  }()

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: Self.isSpecial) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'")
  }
}
