import Testing

@testable import Reading
@testable import Records

/// What the minutes are told of themselves.
private func told(_ text: String, name: String = "content/protokoll/a.md") -> [String] {
  read(SourceFile(path: name, bytes: Array(text.utf8))).diagnostics.compactMap { diagnostic in
    let line = diagnostic.location?.line ?? 0
    return switch diagnostic.problem {
    case .wrongWeekday(let date, let written, _): "\(line) \(written) \(date)"
    case .unlistedVerifier(let name), .absentVerifier(let name): "\(line) \(name)"
    case .otherDate(let printed, let read): "\(line) \(printed), not \(read)"
    default: nil
    }
  }
}

@Suite struct `Days of the week` {
  @Test(arguments: [
    ("Nästa möte hålls torsdagen den 3 maj 2024.", ["6 torsdag 2024-05-03"]),
    ("Svar senast torsdag 2024-05-03.", ["6 torsdag 2024-05-03"]),
    ("Svar senast 2024-05-03 (torsdag).", ["6 torsdag 2024-05-03"]),
    ("Mötet den 3 maj 2024, torsdag, flyttas.", ["6 torsdag 2024-05-03"]),
    ("Onsdag 2024-05-01 och torsdag 2024-05-03 är lediga.", ["6 torsdag 2024-05-03"]),
    ("Fredagen den 3 maj 2024 och 2024-05-03 (fredag).", []), ("Onsdag 2024-05-01, torsdag 2024-05-02.", []),
    ("Torsdagen den 3 maj är ledig.", []), ("Torsdagar är det öppet 2024-05-03.", []),
    ("Torsdagsgruppen 2024-05-03.", []), ("Beslut 2024-05-03. Torsdag är mötesdag.", []),
    ("På torsdag kväll, 2024-05-03 senast.", []),
  ])
  func `are told where they do not fit the date beside them`(_ sentence: String, _ expected: [String]) {
    #expect(told("# Protokoll Granrådet 2024-04-19\n\n## § 1 Ett\n\nText.\n\(sentence)\n") == expected)
  }

  @Test(arguments: [
    ("Fredagen den 19 april 2024 kl. 9, anteckningar delas på måndag", []),
    ("Torsdag kl. 9, 19 april 2024", ["3 torsdag 2024-04-19"]),
  ])
  func `on the line of the meeting's own date are the meeting's, and the first of them`(
    _ line: String, _ expected: [String]
  ) {
    #expect(told("# Protokoll Granrådet\n\nDatum: \(line)\n\n## § 1 Ett\n\nText.\n") == expected)
  }

  @Test func `of announced meetings are told though the year is left out`() {
    let text = "# Protokoll Granrådet 2024-04-19\n\n## § 1 Ett\n\nText.\n\n## § 2 Nästa möte\n\nTorsdagen den 3 maj.\n"
    #expect(told(text) == ["9 torsdag 2024-05-03"])
  }
}

@Suite struct `Verifiers` {
  private func minutes(_ list: String, verifier: String) -> String {
    "# Protokoll Granrådet 2024-04-19\n\nJusterare: \(verifier)\n\n## Närvarande\n\n\(list)\n\n## § 1 Ett\n\nText.\n"
  }

  @Test(arguments: [
    ("Ada Ek\nBo Lind\nCia Ask", "Eva Rönn", ["3 Eva Rönn"]), ("Ada Ek\nBo Lind\nCia Ask", "Bo Lind", []),
    ("Ada Ek\nBo Lind\nEva-Karin Moberg Strand", "Eva Strand", []), ("Ada Ek", "Eva Rönn", []),
    ("Ada Ek\nBo Lind\nCia Ask\n\n## Frånvarande\n\nEva Rönn", "Eva Rönn", ["3 Eva Rönn"]),
  ])
  func `who are in no list of those present are told`(_ list: String, _ verifier: String, _ expected: [String]) {
    #expect(told(minutes(list, verifier: verifier)) == expected)
  }
}

@Suite struct `Two dates of one meeting` {
  @Test(arguments: [
    ("# Protokoll Granrådet 2024-04-19\n\nDatum: 2024-04-20\n", ["3 2024-04-20, not 2024-04-19"]),
    ("# Protokoll Granrådet 2024-04-19\n\nDatum: 2024-04-19\n", []),
    ("# Protokoll Granrådet 2024-04-19\n\nTid: 2024-04-19 – 2024-04-20\n", []),
    ("# Protokoll Granrådet 2024-04-19\n\nJusterat: 2024-05-02\n\nUtskrivet 2024-05-01\n", []),
    ("---\ndatum: 2024-04-20\n---\n# Protokoll Granrådet 2024-04-19\n\nDatum: 2024-04-20\n", []),
  ])
  func `are told, unless the front matter has decided`(_ head: String, _ expected: [String]) {
    #expect(told("\(head)\n## § 1 Ett\n\nText 2023-01-01.\n") == expected)
  }
}
