internal import Records

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
  let bytes = line.utf8.span
  var parts: [String] = []
  var current: [UInt8] = []
  var spaces = 0
  var i = 0
  while i < bytes.count {
    let byte = bytes[i]
    let isNoBreak = byte == 0xC2 && i + 1 < bytes.count && bytes[i + 1] == 0xA0
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isNoBreak {
      spaces += byte == UInt8(ascii: "\t") ? 2 : 1
      i += isNoBreak ? 2 : 1
      continue
    }
    if !current.isEmpty, spaces >= 2 {
      parts.append(String(decoding: current, as: UTF8.self))
      current.removeAll(keepingCapacity: true)
    } else if !current.isEmpty, spaces == 1 {
      current.append(UInt8(ascii: " "))
    }
    spaces = 0
    current.append(byte)
    i += 1
  }
  if !current.isEmpty { parts.append(String(decoding: current, as: UTF8.self)) }
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

/// The line to sign on, of stops, of strokes, or of "…", which is three stops.
func isDotted(_ text: String) -> Bool {
  let dots = dotCount(text)
  return dots > 5 && dots * 2 > text.utf8.count
}

func dotCount(_ text: String) -> Int {
  text.utf8.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == 0x80 || $0 == 0xA6 }
}
