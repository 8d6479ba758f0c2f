extension [UInt8] {
  /// Adds the text as a JSON string, quotes and all.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        append(contentsOf: utf8[start..<index])
        appendEscaped(byte)
        start = index + 1
      }
      append(contentsOf: utf8[start...])
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): self += #"\n"#.utf8
    case UInt8(ascii: "\t"): self += #"\t"#.utf8
    case UInt8(ascii: "\r"): self += #"\r"#.utf8
    case UInt8(ascii: "\""): self += #"\""#.utf8
    case UInt8(ascii: "\\"): self += #"\\"#.utf8
    default:
      let digits = Array("0123456789abcdef".utf8)
      self += #"\u00"#.utf8
      self += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
