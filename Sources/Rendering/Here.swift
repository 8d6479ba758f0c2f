internal import Records

/// The writing of one page: every address it shows is as seen from it, so that the site works under any path.
struct Here: Sendable {
  let overview: Overview
  let permalink: Permalink
  private let terms: TermLinks?

  /// The glossary explains Swedish words, so a page in another language has no links to it.
  init(overview: Overview, permalink: Permalink, isSwedish: Bool = true) {
    self.overview = overview
    self.permalink = permalink
    terms = overview.glossary.flatMap { $0.permalink == permalink || !isSwedish ? nil : TermLinks($0, on: permalink) }
  }

  var archive: Archive { overview.archive }
  var standing: Standing { overview.standing }

  func path(_ target: Permalink) -> String { target.relative(to: permalink) }
  func path(_ target: Target) -> String { archive.permalink(of: target).relative(to: permalink) }
  func href(_ target: Permalink) -> Value { .text(path(target)) }
  func href(_ target: Target) -> Value { .text(path(target)) }

  /// Blocks of a source as HTML, their headings set under one of the page of level `under`.
  func html(_ blocks: [Block], under level: Int, marks: [Int: MarkupHTML.Mark] = [:]) -> Value {
    var writer = MarkupHTML { path($0) }
    writer.marks = marks
    writer.guardsExternalLinks = true
    writer.terms = terms
    var out: [UInt8] = []
    writer.write(outlined(blocks, under: level), to: &out)
    return .html(out)
  }

  /// One tag where a template would need six: names stand by the hundred on a page, and Mustache is slow for each tag.
  func link(_ name: String, _ target: Target?) -> Value {
    var out: [UInt8] = []
    let text = [Inline.text(name)]
    MarkupHTML { path($0) }.write(target.map { [.mention($0, text)] } ?? text, to: &out)
    return .html(out)
  }

  /// A name, linked when it is known to whom it belongs.
  func name(_ name: String, _ target: Target?) -> View {
    View(["linkHTML": link(name, target)])
  }

  func date(_ date: CalendarDate) -> View {
    View(["iso": .text(date.description), "date": .text(date.inWords), "weekday": .text(swedishWeekday(date))])
  }

  /// The day of a meeting as a row shows it; the part `parts/day` writes both.
  func day(of meeting: Meeting) -> [String: Value] {
    ["iso": .text(meeting.date?.description), "date": .text(meeting.date?.inWords ?? undated)]
  }

  func backlinkRows(_ links: some Sequence<Backlink>) -> [View] {
    links.map { link in
      View([
        "href": href(overview.place(of: link.from)), "title": .text(overview.title(of: link.from)),
      ])
    }
  }

  /// "Här nämns …": all of them, or the newest and a page for each year.
  func backlinks(to target: Target) -> Value {
    let register = YearlyRegister(overview.backlinks(to: target)) { $0.date?.year }
    guard !register.rows.isEmpty else { return .part(nil) }
    return .part(
      View([
        "name": .text(overview.title(of: target)), "count": .number(register.rows.count),
        "rows": .list(backlinkRows(register.shown.prefix(Self.openBacklinks))),
        "more": .rows(backlinkRows(register.shown.dropFirst(Self.openBacklinks))),
        "moreCount": .number(max(0, register.shown.count - Self.openBacklinks)),
        "years": .rows(years(of: register, at: archive.permalink(of: target))),
      ]))
  }

  /// More than these are there, but folded.
  private static let openBacklinks = 12

  /// Links to the parts of a register that was split; none when it was not.
  func years<Row>(of register: YearlyRegister<Row>, at permalink: Permalink) -> [View] {
    guard register.isSplit else { return [] }
    return register.years.map { year, rows in
      View(["year": .number(year), "href": href(permalink.year(year)), "count": .number(rows.count)])
    }
  }
}
