internal import Records

/// `sok/katalog.json`: what the search page reads first.
func catalogue(_ terms: Terms, asOf: CalendarDate) -> [UInt8] {
  var out = Array(#"{"asOf":"\#(asOf)","#.utf8)
  append("common", terms.common, to: &out)
  out += #""schema":"samsyn/1","#.utf8
  append("shards", terms.shards.map(\.name), to: &out)
  out += #""units":\#(terms.units),"unitsPerFile":\#(unitsPerFile)}"#.utf8
  out.append(UInt8(ascii: "\n"))
  return out
}

private func append(_ name: String, _ words: [String], to out: inout [UInt8]) {
  guard !words.isEmpty else { return }
  out.appendJSON(name)
  out += ":[".utf8
  for (place, word) in words.enumerated() {
    if place > 0 { out.append(UInt8(ascii: ",")) }
    out.appendJSON(word)
  }
  out += "],".utf8
}
