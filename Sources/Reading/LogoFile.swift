package import Records

/// How wide and high a picture is, or why it may not be the logo, from its bytes alone.
///
/// An SVG can be opened by its own address, where it is a document that may run scripts, so it may hold shapes and text
/// and nothing else; what it refers to must be in it.
package func logoSize(of bytes: [UInt8], as kind: Logo.Kind) -> Result<(width: Double, height: Double), LogoFault> {
  switch kind {
  case .png: pngSize(bytes)
  case .svg: svgSize(bytes)
  }
}

/// The first chunk of a PNG is its header (ISO/IEC 15948, 11.2.2).
private func pngSize(_ bytes: [UInt8]) -> Result<(width: Double, height: Double), LogoFault> {
  let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
  guard bytes.starts(with: start), bytes.count > 33 else { return .failure(.otherKind) }
  func number(at place: Int) -> Double { bytes[place..<place + 4].reduce(0) { $0 * 256 + Double($1) } }
  let (width, height) = (number(at: 16), number(at: 20))
  return width > 0 && height > 0 ? .success((width, height)) : .failure(.otherKind)
}

private func svgSize(_ bytes: [UInt8]) -> Result<(width: Double, height: Double), LogoFault> {
  guard String(validating: bytes, as: UTF8.self) != nil else { return .failure(.otherKind) }
  var open: [String] = []
  var size: (width: Double, height: Double)?
  var hasRoot = false
  var rest = bytes[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    if open.last == "style", let fault = styleFault(in: rest[..<start]) { return .failure(fault) }
    rest = rest[start...]
    if rest.starts(with: "<!--".utf8) {
      guard let end = rest.firstRange(of: Array("-->".utf8)) else { return .failure(.otherKind) }
      rest = rest[end.upperBound...]
      continue
    }
    if rest.starts(with: "<![CDATA[".utf8) {
      guard let end = rest.firstRange(of: Array("]]>".utf8)) else { return .failure(.otherKind) }
      if let fault = styleFault(in: rest[..<end.lowerBound]) { return .failure(fault) }
      rest = rest[end.upperBound...]
      continue
    }
    // What declares entities can mean something else than it says.
    if rest.starts(with: "<!DOCTYPE".utf8), rest.prefix(while: { $0 != UInt8(ascii: ">") }).contains(UInt8(ascii: "["))
    {
      return .failure(.unsafe("<!DOCTYPE [...]>"))
    }
    guard let tag = Tag(&rest) else { return .failure(.otherKind) }
    switch tag.kind {
    case .declaration: if let fault = tag.fault { return .failure(fault) }
    case .end: guard open.popLast() == tag.name else { return .failure(.otherKind) }
    case .start(let isEmpty):
      if let fault = tag.fault { return .failure(fault) }
      if open.isEmpty {
        guard !hasRoot, tag.name == "svg", tag.attributes["xmlns"] == "http://www.w3.org/2000/svg" else {
          return .failure(.otherKind)
        }
        hasRoot = true
        size = tag.size
      }
      if !isEmpty { open.append(tag.name) }
    }
  }
  guard hasRoot, open.isEmpty else { return .failure(.otherKind) }
  return size.map { .success($0) } ?? .failure(.unsized)
}

/// What is between `<` and `>`.
private struct Tag {
  enum Kind { case start(isEmpty: Bool), end, declaration }

  var kind: Kind
  /// Without the prefix of its namespace.
  var name: String
  var attributes: [String: String] = [:]
  private var text: String

  /// Takes it off the front; nil when it is no tag of XML.
  init?(_ rest: inout ArraySlice<UInt8>) {
    var quote: UInt8?
    var end: Int?
    for place in rest.indices.dropFirst() {
      let byte = rest[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        end = place
        break
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
    }
    guard let end else { return nil }
    text = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    name = ""
    if text.hasPrefix("!") || text.hasPrefix("?") {
      kind = .declaration
      return
    }
    if text.hasPrefix("/") {
      kind = .end
      name = Self.local(text.dropFirst().prefix { !$0.isWhitespace })
      return
    }
    let isEmpty = text.hasSuffix("/")
    kind = .start(isEmpty: isEmpty)
    var inside = (isEmpty ? text.dropLast() : text[...])
    name = Self.local(inside.prefix { !$0.isWhitespace })
    inside = inside.drop { !$0.isWhitespace }
    guard !name.isEmpty else { return nil }
    while case let left = inside.drop(while: \.isWhitespace), !left.isEmpty {
      guard let sign = left.firstIndex(of: "=") else { return nil }
      let attribute = left[..<sign].filter { !$0.isWhitespace }
      let value = left[left.index(after: sign)...].drop(while: \.isWhitespace)
      guard let mark = value.first, mark == "\"" || mark == "'", let close = value.dropFirst().firstIndex(of: mark),
        attributes.updateValue(String(value[value.index(after: value.startIndex)..<close]), forKey: attribute) == nil
      else { return nil }
      inside = value[value.index(after: close)...]
    }
  }

  private static func local(_ name: some StringProtocol) -> String {
    String(name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...])
  }

  /// What it does besides drawing.
  var fault: LogoFault? {
    if case .declaration = kind {
      // Instructions fetch style sheets.
      let isPlain = text.hasPrefix("?xml ") || text.hasPrefix("!DOCTYPE svg")
      return isPlain ? nil : .unsafe("<\(text.prefix { !$0.isWhitespace })>")
    }
    guard !active.contains(name.lowercased()) else { return .unsafe("<\(name)>") }
    for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) {
      let own = Self.local(attribute).lowercased()
      let isSafe =
        switch own {
        case "href", "src":
          value.hasPrefix("#") || ["png", "jpeg"].contains { value.hasPrefix("data:image/\($0);base64,") }
        case _ where own.hasPrefix("on"): false
        // What is HTML inside an SVG runs as HTML.
        case _ where attribute.hasPrefix("xmlns"): !value.lowercased().contains("xhtml")
        default: styleFault(in: Array(value.utf8)[...]) == nil
        }
      if !isSafe { return .unsafe("\(attribute)=\"\(value.prefix(40))\"") }
    }
    return nil
  }

  /// The view box, else the width and height in pixels (SVG 2, 8.2).
  var size: (width: Double, height: Double)? {
    let box = (attributes["viewBox"] ?? "").split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) }
    let stated = ["width", "height"].compactMap { attributes[$0] }.compactMap { text in
      Double(text.hasSuffix("px") ? text.dropLast(2) : text[...])
    }
    let sides = box.count == 4 ? Array(box.suffix(2)) : stated
    guard sides.count == 2, sides.allSatisfy({ $0 > 0 && $0 < 1e6 }) else { return nil }
    return (sides[0], sides[1])
  }
}

/// Elements that run, move or hold something else than a drawing.
private let active: Set<String> = [
  "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener", "animate",
  "animatecolor", "animatemotion", "animatetransform", "set", "discard",
]

/// Rules that fetch something, or that are written so that it cannot be seen whether they do.
private func styleFault(in bytes: ArraySlice<UInt8>) -> LogoFault? {
  let text = String(decoding: bytes, as: UTF8.self).lowercased()
  for word in ["@import", "javascript:", "expression(", "\\", "&#"] where text.contains(word) { return .unsafe(word) }
  var rest = text[...]
  while let call = rest.firstRange(of: "url(") {
    rest = rest[call.upperBound...]
    let target = rest.drop { $0 == " " || $0 == "\"" || $0 == "'" }
    if !target.hasPrefix("#") && !target.hasPrefix("&quot;#") { return .unsafe("url(\(rest.prefix(40))") }
  }
  return nil
}
