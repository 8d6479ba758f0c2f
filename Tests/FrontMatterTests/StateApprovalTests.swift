import Reading
import Records
import Testing

private let approval = StatedApproval(
  date: CalendarDate(iso: "2024-05-07")!, verifiers: ["Ada Ek", "Åsa By"], line: 1)

private let body = "# Protokoll Granrådet 2024-04-19\n\n## 1. Ett\n\nText.\n"

private func stated(_ file: String) -> String? {
  stating(approval, in: SourceFile(path: "content/protokoll/a.md", bytes: Array(file.utf8)))
    .map { String(decoding: $0, as: UTF8.self) }
}

@Suite struct `An approval written into a file` {
  private static let lines = "justerat: 2024-05-07\njusterare: [Ada Ek, Åsa By]\n"

  @Test(arguments: [
    ("no front matter", body, "---\n\(lines)---\n\n" + body),
    ("an empty one", "---\n---\n" + body, "---\n\(lines)---\n" + body),
    (
      "other keys", "---\norgan:  Granrådet # sic\n--- \n" + body, "---\norgan:  Granrådet # sic\n\(lines)--- \n" + body
    ),
    (
      "an older approval", "---\njusterat: 2024-05-01\norgan: Granrådet\njusterare: Ada Ek\n---\n" + body,
      "---\njusterat: 2024-05-07\norgan: Granrådet\njusterare: [Ada Ek, Åsa By]\n---\n" + body
    ),
    (
      "an approval in many lines",
      "---\njusterare:\n- Ada Ek\n- Bo Lind\n\n# Efter mötet:\njusterat: 2024-05-01\n\n---\n" + body,
      "---\njusterare: [Ada Ek, Åsa By]\n\n# Efter mötet:\njusterat: 2024-05-07\n\n---\n" + body
    ),
    (
      "a list with brackets in many lines", "---\njusterare: [Ada Ek,\n  Bo Lind]\ndnr: A 1\n---\n" + body,
      "---\njusterare: [Ada Ek, Åsa By]\ndnr: A 1\njusterat: 2024-05-07\n---\n" + body
    ),
  ])
  func `changes only its own two keys`(_ what: String, _ file: String, _ expected: String) {
    #expect(stated(file) == expected, "\(what)")
    for end in ["\r\n", "\r"] {
      #expect(stated(file.replacing("\n", with: end)) == expected.replacing("\n", with: end), "\(what)")
    }
    #expect(stated("\u{FEFF}" + file) == "\u{FEFF}" + expected, "\(what)")
  }

  @Test func `keeps letters as they are typed`() {
    let apart = body + "A\u{30A}terkoppling.\n"
    #expect(stated(apart).map { Array($0.utf8.suffix(apart.utf8.count)) } == Array(apart.utf8))
  }

  @Test(arguments: [
    "---\n{organ: Granrådet, justerat: 2024-05-01}\n---\n" + body, "---\norgan: [\n---\n" + body,
    "---\norgan: X\n" + body,
    "---\njusterat: igår\n---\n" + body,
  ])
  func `is not written where that cannot be done line by line`(_ file: String) {
    #expect(stated(file) == nil)
  }
}
