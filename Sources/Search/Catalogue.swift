internal import Records

/// `sok/index/katalog.sok`: what the search page reads first.
func catalogue(
  asOf: CalendarDate, units: Int, undated: Int, terms: TermFiles, parts: [Letters], records: [String], facets: String,
  suggestions: String
) -> [UInt8] {
  var out = Array(#"{"asOf":"\#(asOf)","#.utf8)
  if !terms.big.isEmpty { out += #""big":{"#.utf8 }
  for (place, one) in terms.big.enumerated() {
    if place > 0 { out.append(UInt8(ascii: ",")) }
    out.appendJSON(one.key.asText)
    out.append(UInt8(ascii: ":"))
    out.appendJSON(one.name)
  }
  if !terms.big.isEmpty { out += "},".utf8 }
  ranges("ends", terms.ends.map { ($0.first, $0.name, nil) }, &out)
  out += #""facets":"\#(facets)","parts":"\#(Letters(parts.joined(separator: [0x20])).asText)","#.utf8
  out += #""records":["#.utf8
  for (place, name) in records.enumerated() {
    if place > 0 { out.append(UInt8(ascii: ",")) }
    out.appendJSON(name)
  }
  out += #"],"rules":"#.utf8
  out += compact(Rules.bytes)
  out += #","schema":"samsyn/1","suggestions":"\#(suggestions)","#.utf8
  ranges("terms", terms.terms, &out)
  out += #""undated":\#(undated),"units":\#(units),"unitsPerFile":\#(unitsPerFile)}"#.utf8
  out.append(UInt8(ascii: "\n"))
  return out
}

private func ranges(_ name: String, _ ranges: [(first: Letters, name: String, places: String?)], _ out: inout [UInt8]) {
  out.appendJSON(name)
  out += ":[".utf8
  for (place, one) in ranges.enumerated() {
    if place > 0 { out.append(UInt8(ascii: ",")) }
    out.append(UInt8(ascii: "["))
    out.appendJSON(one.first.asText)
    out.append(UInt8(ascii: ","))
    out.appendJSON(one.name)
    if let places = one.places {
      out.append(UInt8(ascii: ","))
      out.appendJSON(places)
    }
    out.append(UInt8(ascii: "]"))
  }
  out += "],".utf8
}

/// JSON without the layout between its values.
private func compact(_ json: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  var isText = false
  for byte in json {
    if byte == UInt8(ascii: "\"") { isText.toggle() }
    if isText || !(byte == 0x20 || byte == 0x0A) { out.append(byte) }
  }
  return out
}
