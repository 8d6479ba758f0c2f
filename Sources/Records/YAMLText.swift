/// Text as the value of a key in YAML: within quotation marks where it would mean something else without them.
package func yamlText(_ text: String) -> String {
  let special: Set<Character> = [
    "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", " ",
  ]
  let isPlain =
    text.first.map { !special.contains($0) } ?? false && text.last != " " && !text.hasSuffix(":")
    && !text.contains { $0 == "\n" || $0 == "\t" } && text.firstRange(of: ": ") == nil
    && text.firstRange(of: " #") == nil
  if isPlain { return text }
  let escaped = text.reduce(into: "") { out, character in
    switch character {
    case "\\", "\"": out += "\\\(character)"
    case "\n": out += "\\n"
    case "\t": out += "\\t"
    default: out.append(character)
    }
  }
  return "\"\(escaped)\""
}

/// Texts as a list within brackets, where commas and brackets would end one.
package func yamlList(_ texts: [String]) -> String {
  let values = texts.map { text in
    let plain = yamlText(text)
    return plain.hasPrefix("\"") || !text.contains { ",[]{}".contains($0) } ? plain : "\"\(plain)\""
  }
  return "[\(values.joined(separator: ", "))]"
}
