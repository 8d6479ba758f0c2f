/// Rows that grow with the archive, newest first: on one page up to a thousand, then the newest there and a page for
/// each year.
struct YearlyRegister<Row: Sendable>: Sendable {
  static var limit: Int { 1000 }
  static var newest: Int { 50 }

  let rows: [Row]
  /// Newest first; rows without a date are in the first year that has any, or in year 0.
  let years: [(year: Int, rows: ArraySlice<Row>)]

  init(_ rows: [Row], year: (Row) -> Int?) {
    self.rows = rows
    guard rows.count > Self.limit else {
      years = []
      return
    }
    var years: [(year: Int, rows: ArraySlice<Row>)] = []
    var start = 0
    var current = rows.lazy.compactMap(year).first ?? 0
    for (index, row) in rows.enumerated() {
      guard let next = year(row), next != current else { continue }
      years.append((current, rows[start..<index]))
      (start, current) = (index, next)
    }
    years.append((current, rows[start...]))
    self.years = years
  }

  var isSplit: Bool { rows.count > Self.limit }
  var shown: ArraySlice<Row> { isSplit ? rows[..<Self.newest] : rows[...] }
}
