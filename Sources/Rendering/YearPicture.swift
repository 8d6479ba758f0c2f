internal import Records

/// Years as strips from January to December, one below another: what was held, what is planned, and when papers are due.
/// 288 pixels wide, so that it can be read on the smallest phone; a list on the page says the same in words.
struct YearPicture {
  struct Row {
    /// A body on the page of all, a year on a body's own.
    var label: String
    var year: Int
    /// With published minutes; planned; announced and without published minutes.
    var held: [CalendarDate] = []
    var planned: [CalendarDate] = []
    var missing: [CalendarDate] = []
    /// The last days for papers.
    var papers: [CalendarDate] = []
  }

  private static let (width, top, height) = (288, 20, 42)

  /// - Parameter words: What the picture shows, for those who hear it.
  static func html(_ rows: [Row], today: CalendarDate, words: String) -> [UInt8] {
    guard !rows.isEmpty else { return [] }
    var out: [UInt8] = []
    let whole = top + rows.count * height
    out += "<svg class=\"year\" width=\"\(width)\" height=\"\(whole)\" viewBox=\"0 0 \(width) \(whole)\" role=\"img\" "
    out += "aria-label=\""
    out.appendEscaped(words)
    out += "\">\n"
    for month in 1...12 {
      let x = (month - 1) * width / 12
      if month > 1 { out += "<line class=\"lane\" x1=\"\(x)\" y1=\"4\" x2=\"\(x)\" y2=\"\(whole)\"/>\n" }
      out += "<text class=\"month\" x=\"\(x + width / 24)\" y=\"13\">\(shortMonth(month))</text>\n"
    }
    for (place, row) in rows.enumerated() { write(row, at: top + place * height, today, to: &out) }
    out += "</svg>\n"
    return out
  }

  private static func write(_ row: Row, at top: Int, _ today: CalendarDate, to out: inout [UInt8]) {
    let lane = top + 29
    out += "<text x=\"2\" y=\"\(top + 14)\">"
    out.appendEscaped(row.label)
    out += "</text>\n<line class=\"lane\" x1=\"0\" y1=\"\(lane)\" x2=\"\(width)\" y2=\"\(lane)\"/>\n"
    if row.year == today.year {
      let x = place(today)
      out += "<line class=\"today\" x1=\"\(x)\" y1=\"\(lane - 11)\" x2=\"\(x)\" y2=\"\(lane + 11)\"/>\n"
    }
    for day in row.papers where day.year == row.year {
      out += "<path class=\"due\" d=\"M\(place(day)) \(lane + 3)l4 8h-8z\"/>\n"
    }
    for (days, name) in [(row.held, "held"), (row.planned, "planned"), (row.missing, "missing")] {
      for day in days where day.year == row.year {
        out += "<circle class=\"\(name)\" cx=\"\(place(day))\" cy=\"\(lane)\" r=\"5\"/>\n"
      }
    }
  }

  /// A twelfth for each month, so that the lines between them are even.
  private static func place(_ day: CalendarDate) -> Int {
    ((day.month - 1) * 31 + day.day - 1) * width / (12 * 31) + 1
  }
}
