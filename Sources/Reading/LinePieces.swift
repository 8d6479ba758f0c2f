/// "Label: value", with the label in lower case.
func labelled(_ text: String) -> (label: String, value: String)? {
  guard let colon = text.firstIndex(of: ":") else { return nil }
  let label = text[..<colon].trimmed
  guard label.utf8.count <= 40 else { return nil }
  return (label.lowercased(), String(text[text.index(after: colon)...].trimmed))
}

/// The parts of a line that two or more spaces or a tab divide.
func columns(of line: Substring) -> [String] {
  if !hasGap(line.utf8.span) {
    let whole = line.trimmed
    return whole.isEmpty ? [] : [String(whole)]
  }
  var parts: [String] = []
  var current = ""
  var spaces = 0
  for scalar in line.unicodeScalars {
    if scalar == " " || scalar == "\t" || scalar == "\u{A0}" {
      spaces += scalar == "\t" ? 2 : 1
      continue
    }
    if spaces >= 2, !current.isEmpty {
      parts.append(current)
      current = ""
    } else if spaces == 1, !current.isEmpty {
      current += " "
    }
    spaces = 0
    current.unicodeScalars.append(scalar)
  }
  if !current.isEmpty { parts.append(current) }
  return parts
}

/// Two spaces together, a tab or a no-break space.
private func hasGap(_ bytes: Span<UInt8>) -> Bool {
  var wasSpace = false
  for i in bytes.indices {
    let isSpace = bytes[i] == UInt8(ascii: " ")
    if isSpace && wasSpace || bytes[i] == UInt8(ascii: "\t") || bytes[i] == 0xA0 { return true }
    wasSpace = isSpace
  }
  return false
}

/// The line to sign on.
func isDotted(_ text: String) -> Bool {
  let dots = text.utf8.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
  return dots > 5 && dots * 2 > text.utf8.count
}
