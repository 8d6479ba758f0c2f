internal import Records

/// Whether a link may be published: `https:`, `http:` and `mailto:`, a relative path, or an anchor. Nothing that
/// runs, that names a host without a scheme, or that hides where it leads (`https://bank.se@host`).
/// The rule is applied to what a browser makes of the destination: research/trust.md, section 2.2.
func isSafeLink(_ destination: String) -> Bool {
  // Browsers leave out controls and blanks, and take a backslash for a slash (URL Standard, section 4.4).
  let bytes = percentDecoded(destination).filter { $0 > 0x20 && $0 != 0x7F }.map {
    $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 | ($0 &- UInt8(ascii: "A") < 26 ? 0x20 : 0)
  }
  let endOfScheme = bytes.firstIndex { ":/?#".utf8.contains($0) }
  guard let end = endOfScheme, bytes[end] == UInt8(ascii: ":") else { return !bytes.starts(with: "//".utf8) }
  let rest = bytes[(end + 1)...]
  switch String(decoding: bytes[..<end], as: UTF8.self) {
  case "mailto": return !rest.isEmpty
  case "http", "https":
    guard rest.starts(with: "//".utf8) else { return false }
    let host = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    return !host.isEmpty && !host.contains(UInt8(ascii: "@"))
  default: return false
  }
}

private func percentDecoded(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  var out: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
      let low = hexDigit(bytes[index + 2])
    {
      out.append(high << 4 | low)
      index += 3
    } else {
      out.append(bytes[index])
      index += 1
    }
  }
  return out
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
