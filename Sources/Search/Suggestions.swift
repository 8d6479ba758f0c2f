internal import Records

extension Archive {
  /// `s0`: `{"suggestions":[[kind,title],…]}`, titles to choose among while a query is typed: bodies, agreements in force and
  /// the titles that items have most often.
  func suggestions(_ standing: Standing) -> [UInt8] {
    var rows = bodies.map { (Unit.Kind.body, $0.name) }
    var seen = Set(rows.map(\.1))
    for place in agreements.indices.prefix(400) where seen.insert(agreements[place].text.title.value).inserted {
      rows.append((.agreement, agreements[place].text.title.value))
    }
    var titles: [String: Int] = [:]
    for meeting in meetings.suffix(2_000) {
      for item in meeting.minutes.items where !item.title.isEmpty && item.title.utf8.count < 80 {
        titles[item.title, default: 0] += 1
      }
    }
    for (title, _) in titles.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(300)
    where seen.insert(title).inserted {
      rows.append((.item, title))
    }
    var out = Array(#"{"suggestions":["#.utf8)
    for row in rows {
      if out.last != UInt8(ascii: "[") { out.append(UInt8(ascii: ",")) }
      out.append(UInt8(ascii: "["))
      out.appendJSON(row.0.rawValue)
      out.append(UInt8(ascii: ","))
      out.appendJSON(row.1)
      out.append(UInt8(ascii: "]"))
    }
    out += "]}\n".utf8
    return out
  }
}
