/// "Label: value", with the label in lower case.
func labelled(_ text: String) -> (label: String, value: String)? {
  guard let colon = text.firstIndex(of: ":") else { return nil }
  let label = text[..<colon].trimmed
  guard label.utf8.count <= 40 else { return nil }
  return (label.lowercased(), String(text[text.index(after: colon)...].trimmed))
}

/// The parts of a line that two or more spaces or a tab divide.
func columns(of line: Substring) -> [String] {
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

/// The line to sign on.
func isDotted(_ text: String) -> Bool {
  let dots = text.utf8.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
  return dots > 5 && dots * 2 > text.utf8.count
}
