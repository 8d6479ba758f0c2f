/// A JSON value for what the commands print. What is nil or empty is left out of objects, and keys are sorted.
indirect enum JSON: Sendable {
  case text(String)
  case number(Int)
  case array([JSON])
  case object([String: JSON?])

  /// Nil for an empty list, which an object then leaves out.
  static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  /// Indented by two spaces, with a line end.
  var text: String {
    var out = ""
    write(to: &out, indent: "\n")
    return out + "\n"
  }

  private func write(to out: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .text(let text): out += quoted(text)
    case .number(let number): out += String(number)
    case .array(let values):
      guard !values.isEmpty else { return out += "[]" }
      for (index, value) in values.enumerated() {
        out += (index == 0 ? "[" : ",") + inner
        value.write(to: &out, indent: inner)
      }
      out += indent + "]"
    case .object(let fields):
      let present = fields.compactMapValues { $0 }.sorted { $0.key < $1.key }
      guard !present.isEmpty else { return out += "{}" }
      for (index, field) in present.enumerated() {
        out += (index == 0 ? "{" : ",") + inner + quoted(field.key) + ": "
        field.value.write(to: &out, indent: inner)
      }
      out += indent + "}"
    }
  }
}

private func quoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
