import Linking
import Records
import Testing

private func sitting(_ date: String, from first: Int, to last: Int, _ head: String = "", title: String = "Ärende")
  -> String
{
  let items = (first...last).map { "## § \($0) \(title) \($0)\n\nText.\n" }.joined(separator: "\n")
  return "# Protokoll Granrådet \(date)\n\n\(head)\n\n\(items)"
}

private func told(_ files: [String: String], site: Site = Site()) -> [String] {
  surveyed(files, site: site).map { diagnostic in
    let place = "\(diagnostic.location?.path.dropFirst("content/".count) ?? ""):\(diagnostic.location?.line ?? 0)"
    return switch diagnostic.problem {
    case .gapSinceLast(let last, let number, let other): "\(place) § \(number) after § \(last) of \(other.path)"
    case .repeatedSinceLast(let last, let number, let other):
      "\(place) § \(number) again after § \(last) of \(other.path)"
    case .sameDay(let other): "\(place) the day of \(other.path)"
    case .otherDateInFileName(let named, let read): "\(place) \(named), not \(read)"
    case .tooManyMembers(let name, let count, let seats, let rule):
      "\(place) \(name) \(count) of \(seats) by \(rule.path):\(rule.line)"
    case .unrepresented(let principals): "\(place) nobody for \(principals.joined(separator: ", "))"
    case .unknownBody(let name, let near): "\(place) \(name), \(near ?? "unknown")"
    default: "\(place) \(diagnostic.problem.id)"
    }
  }
}

@Suite struct `Numbers that run over the year` {
  private func told(_ a: String, _ b: String) -> [String] {
    LinkingTests.told(["protokoll/a.md": a, "protokoll/b.md": b])
  }

  @Test func `are told where they jump from one meeting to the next`() {
    #expect(
      told(sitting("2025-03-03", from: 14, to: 19), sitting("2025-05-05", from: 21, to: 24)) == [
        "protokoll/b.md:5 § 21 after § 19 of content/protokoll/a.md"
      ])
  }

  @Test func `are told where they come again`() {
    #expect(
      told(sitting("2025-03-03", from: 14, to: 19), sitting("2025-05-05", from: 19, to: 24)) == [
        "protokoll/b.md:5 § 19 again after § 19 of content/protokoll/a.md"
      ])
  }

  @Test(arguments: [("2025-05-05", 20), ("2025-05-05", 1), ("2026-02-02", 7)])
  func `go on, begin anew with the meeting or with the year`(_ date: String, _ first: Int) {
    #expect(told(sitting("2025-03-03", from: 14, to: 19), sitting(date, from: first, to: first + 3)) == [])
  }

  @Test func `that never go on are no slip each time`() {
    var files: [String: String] = [:]
    for month in 1...6 {
      files["protokoll/\(month).md"] = sitting("2025-0\(month)-03", from: month * 9, to: month * 9 + 2)
    }
    #expect(LinkingTests.told(files) == [])
  }

  @Test func `are those of one body`() {
    let other = sitting("2025-05-05", from: 21, to: 24).replacing("Granrådet", with: "Tallrådet")
    #expect(told(sitting("2025-03-03", from: 14, to: 19), other) == [])
  }

  @Test func `are counted through minutes that are not yet approved, and told of them`() {
    let files = [
      "protokoll/a.md": sitting("2025-03-03", from: 14, to: 19),
      "protokoll/b.md": "---\nstatus: utkast\n---\n" + sitting("2025-04-04", from: 20, to: 22),
      "protokoll/c.md": sitting("2025-05-05", from: 23, to: 24),
    ]
    #expect(LinkingTests.told(files) == [])
  }
}

@Suite struct `Two files of one body and day` {
  private func told(_ a: String, _ b: String) -> [String] {
    LinkingTests.told(["protokoll/a.md": a, "protokoll/b.md": b])
  }

  @Test func `are told, for one of the dates may be another meeting's`() {
    #expect(
      told(sitting("2025-03-03", from: 1, to: 3), sitting("2025-03-03", from: 1, to: 4)) == [
        "protokoll/b.md:1 the day of content/protokoll/a.md"
      ])
  }

  @Test func `are two meetings when the times or the numbers say so`() {
    let (morning, afternoon) = ("Tid: 09.00-11.00", "Tid: 13.00-15.00")
    #expect(
      told(sitting("2025-03-03", from: 1, to: 3, morning), sitting("2025-03-03", from: 1, to: 4, afternoon)) == [])
    #expect(told(sitting("2025-03-03", from: 1, to: 3), sitting("2025-03-03", from: 4, to: 6)) == [])
  }

  @Test func `are an error, and no warning, when they are a copy`() {
    #expect(told(sitting("2025-03-03", from: 1, to: 3), sitting("2025-03-03", from: 1, to: 3)) == [])
  }

  @Test(arguments: [
    ("protokoll/lsg-2025-03-04.md", ["protokoll/lsg-2025-03-04.md:1 2025-03-04, not 2025-03-03"]),
    ("protokoll/20250304 LSG.md", ["protokoll/20250304 LSG.md:1 2025-03-04, not 2025-03-03"]),
    ("protokoll/lsg-2025-03-03.md", []), ("protokoll/dnr-2025-0418-2.md", []), ("protokoll/2025-03.md", []),
  ])
  func `may be one whose name says another day`(_ name: String, _ expected: [String]) {
    #expect(LinkingTests.told([name: sitting("2025-03-03", from: 1, to: 2)]) == expected)
    let stated = "---\ndatum: 2025-03-03\n---\n" + sitting("2025-03-04", from: 1, to: 2)
    #expect(LinkingTests.told([name: stated]) == [])
  }
}

@Suite struct `Seats at the table` {
  private let terms =
    "---\ngiltig från: 2025-01-01\n---\n# Uppdragsbeskrivning för Granrådet\n\n## Sammansättning\n\nVarje kommun utser en ledamot. Tall kommun har två platser var. Region Skog utser två ledamöter.\n"

  private func told(_ list: String, terms: [String: String]? = nil, date: String = "2025-03-03") -> [String] {
    var site = Site()
    site.principals =
      ["Al kommun", "Gran kommun", "Tall kommun"].map { Principal(name: $0, slug: "", kind: .municipality) }
      + [Principal(name: "Region Skog", slug: "", kind: .region)]
    var files = terms ?? ["uppdrag/a.md": self.terms]
    files["protokoll/a.md"] = sitting(date, from: 1, to: 2, list)
    return LinkingTests.told(files, site: site)
  }

  private let full =
    "## Närvarande\n\nAda Ek, Al kommun\nBo Lind, Gran kommun\nCia Ask, Tall kommun\nDan Rönn, Tall kommun\nEva Sälg, Region Skog\nFia Asp, Region Skog"

  @Test func `that are all filled are nothing to tell`() { #expect(told(full) == []) }

  @Test func `that are fewer than the members are told at the first too many`() {
    #expect(
      told(full + "\nGun Pil, Gran kommun") == [
        "protokoll/a.md:11 Gran kommun 2 of 1 by content/uppdrag/a.md:8"
      ])
    #expect(
      told(full + "\nGun Pil, Region Skog") == [
        "protokoll/a.md:11 Region Skog 3 of 2 by content/uppdrag/a.md:8"
      ])
  }

  @Test(arguments: [
    "\nGun Pil, ersättare, Gran kommun", "\nGun Pil, sekreterare, Gran kommun",
    "\nGun Pil, Gran kommun, ordförande i Beredning barn och unga", "\n\n## Adjungerade\n\nGun Pil, Gran kommun",
    "\n\n## Frånvarande\n\nGun Pil, Gran kommun", "\nGun Pil, FoU Skog",
  ])
  func `are not taken by those who have none`(_ row: String) { #expect(told(full + row) == []) }

  @Test func `are those of the terms of reference in force on the day`() {
    let more = full + "\nGun Pil, Gran kommun"
    let later = terms.replacing("2025-01-01", with: "2026-01-01").replacing("en ledamot", with: "tre ledamöter")
    let both = ["uppdrag/a.md": terms, "uppdrag/b.md": later]
    #expect(told(more, date: "2024-12-31") == [])
    #expect(told(more, terms: both).count == 1)
    #expect(told(more, terms: both, date: "2026-02-02") == [])
    #expect(told(more, terms: ["uppdrag/a.md": terms.replacing("giltig", with: "status: utkast\ngiltig")]) == [])
  }

  @Test func `of municipalities together are counted together`() {
    let terms = "# Uppdragsbeskrivning för Granrådet\n\n## Sammansättning\n\nKommunerna utser tre ledamöter.\n"
    #expect(
      told(full, terms: ["uppdrag/a.md": terms]) == [
        "protokoll/a.md:8 Kommunerna 4 of 3 by content/uppdrag/a.md:5"
      ])
  }

  @Test func `that nobody fills are told, in one list`() {
    let list = "## Närvarande\n\nBo Lind, Gran kommun\nEva Sälg, Region Skog\nFia Asp, Region Skog"
    #expect(told(list) == ["protokoll/a.md:5 nobody for Al kommun, Tall kommun"])
  }

  @Test(arguments: [
    "## Närvarande\n\nBo Lind, Gran kommun, representerar även Al kommun\nCia Ask, Tall kommun\nEva Sälg, Region Skog",
    "## Närvarande\n\nBo Lind, Gran kommun\nCia Ask, Tall kommun\nEva Sälg, Region Skog\n\n## Frånvarande\n\nAda Ek, Al kommun",
    "## Närvarande\n\nAda Ek\nBo Lind\nCia Ask\nDan Rönn, Gran kommun", "",
  ])
  func `are filled by another, by one who is absent, or not known`(_ list: String) { #expect(told(list) == []) }
}

@Suite struct `Bodies that minutes announce` {
  @Test(arguments: [
    ("Länsamverkansgrupen 2 juni", ["protokoll/a.md:11 Länsamverkansgrupen, Länssamverkansgruppen"]),
    ("Länssamverkansgruppen 2 juni", []), ("Systemledning 2 juni", []), ("Beredning barn och unge 3 juni", []),
  ])
  func `are told when the name is all but one of ours`(_ line: String, _ expected: [String]) {
    let files = [
      "uppdrag/a.md": "# Uppdragsbeskrivningar\n\n## Länssamverkansgruppen\n\nText.\n\n## Granrådet\n\nText.\n",
      "protokoll/a.md": sitting("2025-03-03", from: 1, to: 1) + "\n## § 2 Nästa möte\n\n\(line)\n",
    ]
    #expect(told(files) == expected)
  }
}
