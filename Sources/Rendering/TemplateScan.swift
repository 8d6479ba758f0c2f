/// A tag of a template and where it stands.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case value, rawValue, section, end, partial, parent, block, comment, delimiters, setting
  }

  var kind: Kind
  var name: String
  /// Both from 1; the column counts bytes of the file.
  var line: Int
  var column: Int
}

/// The tags of a template, in order. Mustache's own parser keeps no positions, and renders what it does not know as nothing.
func scanTags(_ bytes: [UInt8]) -> [TemplateTag] {
  var tags: [TemplateTag] = []
  var line = 1
  var lineStart = 0
  var position = 0
  while position < bytes.count {
    if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    guard bytes[position...].starts(with: "{{".utf8), let end = closing(in: bytes, from: position + 2) else {
      position += 1
      continue
    }
    let (kind, text) = kindAndText(bytes[(position + 2)..<end])
    let name = String(decoding: text, as: UTF8.self)
    tags.append(TemplateTag(kind: kind, name: name, line: line, column: position - lineStart + 1))
    // A comment may run over several lines; the newlines in it are still counted.
    position += 2
  }
  return tags
}

private func closing(in bytes: [UInt8], from start: Int) -> Int? {
  var position = start
  while position + 1 < bytes.count {
    if bytes[position] == UInt8(ascii: "}"), bytes[position + 1] == UInt8(ascii: "}") { return position }
    position += 1
  }
  return nil
}

private func kindAndText(_ inside: ArraySlice<UInt8>) -> (TemplateTag.Kind, ArraySlice<UInt8>) {
  guard let sigil = inside.first else { return (.value, inside) }
  let rest = trimmed(inside.dropFirst())
  return switch sigil {
  case UInt8(ascii: "{"), UInt8(ascii: "&"): (.rawValue, rest)
  case UInt8(ascii: "#"), UInt8(ascii: "^"): (.section, rest)
  case UInt8(ascii: "/"): (.end, rest)
  case UInt8(ascii: ">"): (.partial, rest)
  case UInt8(ascii: "<"): (.parent, rest)
  case UInt8(ascii: "$"): (.block, rest)
  case UInt8(ascii: "!"): (.comment, rest)
  case UInt8(ascii: "="): (.delimiters, rest)
  case UInt8(ascii: "%"): (.setting, rest)
  default: (.value, trimmed(inside))
  }
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
  var bytes = bytes.drop(while: isSpace)
  while let last = bytes.last, isSpace(last) { bytes.removeLast() }
  return bytes
}
