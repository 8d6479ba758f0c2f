import Testing

@testable import Reading
@testable import Records

@Suite struct `Seats in terms of reference` {
  @Test(arguments: [
    (
      "Varje kommun utser en ledamot och en ersättare. Storvinge kommun och Hammarsele kommun får utse två ledamöter var. Region Skog utser tre ledamöter och ersättare för dem.",
      "varje 1, Hammarsele kommun 2, Storvinge kommun 2, region 3"
    ),
    (
      "Gran och Tall får ha två ledamöter var och ersättare för dem. Regionen utser fyra representanter.",
      "Gran 2, Tall 2, region 4"
    ),
    ("Kommunerna utser tillsammans 6 ledamöter och Region Skog utser 4.", "kommunerna 6, region 4"),
    ("I beredningen finns 6 ledamöter från kommunerna och 4 från Region Skog.", "kommunerna 6, region 4"),
    ("Rådet har 8 ledamöter: 4 från kommunerna och 4 från Region Skog.", "kommunerna 4, region 4"),
    ("Kommunerna utser 6 ledamöter, varav minst två ska ha ansvar för it.", "kommunerna 6"),
    ("Tre ledamöter från nätverket som Region Skog utser ingår.", "region 3"),
    ("Rådet har fem ledamöter från kommun respektive tre från region.", "kommunerna 5, region 3"),
    ("Kommunerna utser en ledamot vardera och Region Skog utser tre ledamöter.", "varje 1, region 3"),
    ("Varje huvudman utser en ledamot.", "varje 1, region 1"),
    ("Kommunerna har ledamöter som utses för 4 år.", ""),
    ("Länets kommuner utser ledamöter efter egen ordning och har två ersättare.", ""),
  ])
  func `are counted by side`(_ text: String, _ expected: String) {
    let document = read(
      SourceFile(
        path: "content/uppdrag/a.md",
        bytes: Array("# Uppdragsbeskrivning för Granrådet\n\n## Sammansättning\n\n\(text)\n".utf8)))
    guard case .termsOfReference(let terms) = document.content else {
      Issue.record("no terms of reference")
      return
    }
    let seats = terms.bodies.first?.seats
    let parts: [String?] =
      [seats?.eachMunicipality.map { "varje \($0)" }]
      + (seats?.named ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      + [seats?.municipalities.map { "kommunerna \($0)" }, seats?.region.map { "region \($0)" }]
    #expect(parts.compactMap(\.self).joined(separator: ", ") == expected)
  }
}
