/// Text as bytes of HTML, escaped in runs as libcmark does it (`houdini_html_e.c`, `houdini_href_e.c`).
extension [UInt8] {
  /// For text and for attributes in double quotes.
  package mutating func appendEscaped(_ text: String) {
    appendRuns(of: text, until: { $0 == 0x22 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) { byte, out in
      switch byte {
      case UInt8(ascii: "\""): out += "&quot;"
      case UInt8(ascii: "&"): out += "&amp;"
      case UInt8(ascii: "<"): out += "&lt;"
      default: out += "&gt;"
      }
    }
  }

  /// For `href` and `src`: what is no part of an address becomes `%XX`; what is already so stays.
  package mutating func appendEscaped(destination: String) {
    appendRuns(of: destination, until: { !isAddressByte($0) }) { byte, out in
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;"
      case UInt8(ascii: "'"): out += "&#x27;"
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  /// Ends a line that has begun.
  mutating func startLine() {
    if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
  }

  static func += (out: inout Self, text: String) { out += text.utf8 }

  private mutating func appendRuns(
    of text: String, until isSpecial: (UInt8) -> Bool, _ escape: (UInt8, inout Self) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices where isSpecial(bytes[index]) {
        append(contentsOf: bytes[start..<index])
        escape(bytes[index], &self)
        start = index + 1
      }
      append(contentsOf: bytes[start...])
    }
  }
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
  }
}
