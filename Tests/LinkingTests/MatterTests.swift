import Records
import Testing
import Tracking

private let bodies = """
  # Uppdragsbeskrivningar för grupperna

  ## Samråd skog

  Rådet är ett politiskt organ.

  ## Länsgruppen (LG)

  Gruppen rapporterar till Samråd skog.

  ## Beredning mark

  Beredningen rapporterar till Länsgruppen.

  """

private func minutes(_ body: String, _ date: String, _ items: String, _ frontMatter: String = "") -> String {
  "---\norgan: \(body)\ndatum: \(date)\njusterat: 2025-12-24\njusterare: [Ada Ek]\n\(frontMatter)---\n\n\(items)\n\n## 90. Övriga frågor\n\nInget.\n"
}

private func standing(
  _ minutes: [String], asOf day: String = "2025-06-01", given: GivenAddresses = GivenAddresses(), drafts: Bool = false
) -> (archive: Archive, standing: Standing) {
  var site = Site()
  site.principals = ["Gran kommun", "Lind kommun"].map {
    Principal(name: $0, slug: $0.split(separator: " ")[0].lowercased(), kind: .municipality)
  }
  var files = ["uppdrag/a.md": bodies]
  for (index, text) in minutes.enumerated() { files["protokoll/\(index).md"] = text }
  let archive = archive(files, site: site, drafts: drafts)
  return (archive, track(archive, asOf: CalendarDate(iso: day)!, given: given))
}

/// Each matter as "title: /moten/…#p1 stated, (/moten/…#p4 reference)"; what is in parentheses is a passage only.
private func lines(_ minutes: [String]) -> [String] {
  let (archive, standing) = standing(minutes)
  return standing.matters.map { matter in
    let steps = matter.handlings.map { handling in
      let place = archive.permalink(of: handling.target).text.dropFirst("/moten/".count)
      let text = "\(place)\(handling.basis.map { " \($0)" } ?? "")"
      return handling.isPassage ? "(\(text))" : text
    }
    return "\(matter.title): \(steps.joined(separator: ", "))"
  }
}

@Suite struct `Items are one matter` {
  private func first(_ items: String, _ frontMatter: String = "") -> String {
    minutes("Länsgruppen", "2025-03-03", items, frontMatter)
  }

  /// What a later meeting of another body says of § 1 Skyltar vid vandringsled, Länsgruppen 3 March, and what joins it.
  @Test(
    arguments: [
      ("## 4. Skyltar vid vandringsled\n\nText.", nil),
      ("## 4. Färg\n\nJämför § 1 2025-03-03 om färgen.", nil),
      ("## 4. Skyltar\n\nLänsgruppen har skrivit om detta (§ 1 2025-03-03).", "reference"),
      ("## 4. Färg\n\nUppdraget kom från Länsgruppen (§ 1 2025-03-03).", "reference"),
      ("## 4. Färg\n\nUppdraget gavs tidigare (§ 1 2025-03-03 i Länsgruppen).", "reference"),
      ("## 4. Färg\n\nDnr: LG 2025/0012\n\nText.", "caseNumber"),
    ] as [(String, String?)])
  func `as a diarienummer or a reference shows, and never because their titles are alike`(
    _ later: String, _ basis: String?
  ) {
    let found = lines([
      first("## 1. Skyltar vid vandringsled\n\nDnr: LG 2025/0012\n\nText."),
      minutes("Samråd skog", "2025-05-20", later),
    ])
    let all =
      basis.map { ["Skyltar vid vandringsled: lansgruppen/2025-03-03/#p1, samrad-skog/2025-05-20/#p4 \($0)"] } ?? []
    #expect(found == all)
  }

  @Test func `when they have one name, whatever they are called`() {
    let name = "punkter: {\"1\": {ärende: Skyltarna}}\n"
    let found = lines([
      first("## 1. Färg\n\nText.", name), minutes("Samråd skog", "2025-05-20", "## 1. Brev\n\nText.", name),
    ])
    #expect(found == ["Skyltarna: lansgruppen/2025-03-03/#p1 stated, samrad-skog/2025-05-20/#p1 stated"])
  }

  @Test func `of minutes with a name, except those that tell of the meeting or have another`() {
    let found = lines([
      first(
        "## 1. Färg\n\nText.\n\n## 2. Dagordning\n\nText.\n\n## 3. Brev\n\nText.\n\n## 4. Hus\n\nText.",
        "ärende: Skyltarna\npunkter: {\"3\": {ärende: Breven}, \"4\": {ärende: nej}}\n")
    ])
    #expect(
      found.sorted() == ["Breven: lansgruppen/2025-03-03/#p3 stated", "Skyltarna: lansgruppen/2025-03-03/#p1 stated"])
  }

  @Test func `never when they have two names, or one says that it belongs to none`() {
    let earlier = "## 1. Skyltar\n\nText."
    let later = "## 4. Skyltar\n\nBordlagt ärende från Länsgruppen § 1 2025-03-03."
    func found(_ name: String) -> [String] {
      lines([
        first(earlier, "punkter: {\"1\": {ärende: Skyltarna}}\n"),
        minutes("Samråd skog", "2025-05-20", later, "punkter: {\"4\": {ärende: \(name)}}\n"),
      ]).sorted()
    }
    #expect(found("nej") == ["Skyltarna: lansgruppen/2025-03-03/#p1 stated"])
    #expect(
      found("Märkningen") == [
        "Märkningen: samrad-skog/2025-05-20/#p4 stated",
        "Skyltarna: lansgruppen/2025-03-03/#p1 stated, (samrad-skog/2025-05-20/#p4 reference)",
      ])
  }

  @Test(arguments: [
    ("2025-05-20", ["Skyltar: lansgruppen/2025-03-03/#p1, lansgruppen/2025-05-20/#p4 recurrence"]), ("2025-05-27", []),
  ])
  func `when one was promised for the day on which the other was handled`(_ day: String, _ matters: [String]) {
    let found = lines([
      first("## 1. Skyltar\n\nLänsgruppen bordlägger skyltarna till mötet den 20 maj 2025."),
      minutes("Länsgruppen", day, "## 4. Skyltar\n\nText."),
    ])
    #expect(found == matters)
  }

  @Test func `as stänger says`() {
    let found = lines([
      first("## 1. Skyltar\n\nLänsgruppen bordlägger skyltarna till mötet den 20 maj 2025."),
      minutes("Länsgruppen", "2025-05-20", "## 4. Färg\n\nText.", "punkter: {\"4\": {stänger: [§ 1 2025-03-03]}}\n"),
    ])
    #expect(found == ["Skyltar: lansgruppen/2025-03-03/#p1, lansgruppen/2025-05-20/#p4 stated"])
  }

  @Test func `but not those that one item of the meeting, or of several matters, tells of`() {
    let matters = lines([
      first("## 1. Skyltar\n\nText.\n\n## 2. Broar\n\nText."),
      minutes(
        "Länsgruppen", "2025-05-20",
        "## 4. Balanslistan\n\n- Skyltar (§ 1 2025-03-03): alla huvudmän har antagit dem. Ärendet avslutas.\n- Broar (§ 2 2025-03-03): Gran kommun har inte svarat."
      ),
    ])
    #expect(matters == ["Skyltar: lansgruppen/2025-03-03/#p1, (lansgruppen/2025-05-20/#p4 reference)"])
    let both = lines([
      first("## 1. Skyltar\n\nText.\n\n## 2. Broar\n\nText."),
      minutes(
        "Länsgruppen", "2025-05-20",
        "## 4. Skyltar och broar\n\nUppdragen gavs i § 1 2025-03-03. Broarna är § 2 2025-03-03. Lind kommun antog broarna."
      ),
    ])
    #expect(both == ["Broar: lansgruppen/2025-03-03/#p2, (lansgruppen/2025-05-20/#p4 reference)"])
  }

  @Test func `unless one is secret`() {
    let found = lines([
      first("## 1. Skyltar\n\nText.", "punkter: {\"1\": {ärende: Skyltarna, sekretess: 25 kap. 1 § OSL}}\n"),
      minutes("Samråd skog", "2025-05-20", "## 4. Skyltar\n\nUppdraget kom från Länsgruppen (§ 1 2025-03-03)."),
    ])
    #expect(found == [])
  }
}

@Suite struct `The way of a matter` {
  /// The moves of an item of Länsgruppen, as "kind party, party: text".
  private func moves(_ text: String, body: String = "Länsgruppen") -> [String] {
    let (archive, standing) = standing([
      minutes(body, "2025-03-03", "## 1. Skyltar\n\n\(text)", "punkter: {\"1\": {ärende: Skyltarna}}\n")
    ])
    return standing.matters.flatMap(\.handlings).flatMap(\.moves).map { move in
      let parties = move.parties.map { party in
        switch party {
        case .body(let id): archive[id].name
        case .principal(let id): archive[id].name
        default: "?"
        }
      }
      return parties.isEmpty ? "\(move.kind)" : "\(move.kind) \(parties.joined(separator: ", "))"
    }
  }

  @Test(arguments: [
    ("Länsgruppen beslutade att tillsätta en arbetsgrupp för skyltarna.", "initiated"),
    ("Förslaget har arbetats fram av Beredning mark.", "prepared"),
    ("Länsgruppen beslutade att överlämna förslaget till Samråd skog.", "lifted Samråd skog"),
    ("Länsgruppen beslutade att lyfta frågan till Samråd skog.", "lifted Samråd skog"),
    ("Länsgruppen beslutade att återremittera ärendet till Beredning mark.", "returned Beredning mark"),
    ("Skyltarna går tillbaka till lokal nivå.", "backToLocalLevel"),
    ("Länsgruppen beslutade att rekommendera Gran kommun att sätta upp skyltar.", "recommended Gran kommun"),
    ("Gran kommun och Lind kommun har antagit planen.", "decidedByPrincipal Gran kommun, Lind kommun"),
    ("Planen har antagits av Lind kommun.", "decidedByPrincipal Lind kommun"),
    ("Alla huvudmän har fattat beslut i skyltfrågan.", "decidedByPrincipal"),
    ("Länsgruppen beslutade att bordlägga ärendet.", "deferred"),
    ("Ärendet avslutas.", "closed"),
  ])
  func `has the moves that the words show`(_ sentence: String, _ move: String) { #expect(moves(sentence) == [move]) }

  @Test(arguments: [
    "Länsgruppen tackade för informationen.", "Ada Ek föreslår att frågan lyfts till Samråd skog.",
    "Gran kommun har inte antagit planen.", "Alla huvudmän ska ha fattat beslut före sommaren.",
    "Ärendet avslutas inte.",
    "Länsgruppen beslutade att överlämna planen till Beredning mark.", "Ärendet bordlades i maj.",
    "Ada Ek undrade om ärendet avslutas.", "Gruppen väntar på de kommuner som har antagit planen.",
  ])
  func `has no move that they do not show`(_ sentence: String) { #expect(moves(sentence) == []) }

  @Test func `goes up where the list of what goes up names it`() {
    let list = "Text.\n\n## 7. Ärenden till Samråd skog\n\n- Skyltarna, se § 1."
    #expect(moves(list) == ["lifted Samråd skog"])
    // Nobody is told that what goes down was lifted.
    #expect(moves("Text.\n\n## 7. Ärenden till Beredning mark\n\n- Skyltarna, se § 1.") == [])
  }

  @Test(arguments: [
    ("Länsgruppen bordlägger skyltarna till mötet den 20 augusti 2025.", "deferred"),
    ("Länsgruppen beslutade att rekommendera huvudmännen att anta planen.", "atPrincipals"),
    ("Skyltarna återkommer den 20 augusti 2025.", "open"), ("Gruppen tackade.", "quiet"),
    ("Ärendet avslutas.", "closed"),
  ])
  func `ends as its last handling says`(_ sentence: String, _ status: String) {
    let (_, standing) = standing([
      minutes("Länsgruppen", "2025-03-03", "## 1. Skyltar\n\n\(sentence)", "punkter: {\"1\": {ärende: Skyltarna}}\n")
    ])
    #expect(standing.matters.map { "\($0.status)" } == [status])
  }

  @Test func `has what it sent to the principals, and is not with them when all have answered`() {
    let sent = minutes(
      "Länsgruppen", "2025-03-03",
      "## 1. Skyltar\n\nLänsgruppen beslutade att rekommendera huvudmännen att anta planen.",
      "punkter: {\"1\": {ärende: Skyltarna}}\n")
    func status(_ answers: String) -> [String] {
      let told = minutes("Länsgruppen", "2025-05-20", "## 4. Rapport\n\n\(answers)")
      return standing([sent, told]).standing.matters.map { "\($0.status) \($0.handlings[0].recommendations)" }
    }
    #expect(status("Alla huvudmän har antagit planen (§ 1 2025-03-03).") == ["quiet [0]"])
    #expect(status("Gran kommun har antagit planen (§ 1 2025-03-03).") == ["atPrincipals [0]"])
  }

  @Test func `closes what was to come back of it when both ends have its name`() {
    let name = "punkter: {\"1\": {ärende: Skyltarna}}\n"
    let deferred = "## 1. Skyltar\n\nLänsgruppen bordlägger skyltarna till mötet den 20 maj 2025."
    func status(_ frontMatter: String) -> [String] {
      standing([
        minutes("Länsgruppen", "2025-03-03", deferred, name),
        minutes("Länsgruppen", "2025-05-20", "## 1. Färg\n\nText.", frontMatter),
      ]).standing.followUps.map { "\($0.status) \($0.isForgotten)" }
    }
    #expect(status(name) == ["closed false"])
    #expect(status("") == ["overdue true"])
  }
}

@Suite struct `The address of a matter` {
  private func slugs(_ minutes: [String], given: GivenAddresses = GivenAddresses()) -> [String] {
    standing(minutes, given: given).standing.matters.map(\.slug).sorted()
  }
  private static let first = minutes("Länsgruppen", "2025-03-03", "## 1. Skyltar\n\nText.")
  private static let later = minutes(
    "Samråd skog", "2025-05-20", "## 4. Skyltar\n\nUppdraget kom från Länsgruppen (§ 1 2025-03-03).")

  @Test func `is of its name, else of its oldest item`() {
    #expect(slugs([Self.first, Self.later]) == ["skyltar"])
    let named = minutes("Länsgruppen", "2025-03-03", "## 1. Skyltar\n\nText.", "punkter: {\"1\": {ärende: Märken}}\n")
    #expect(slugs([named, Self.later]) == ["marken"])
    let year = minutes("Länsgruppen", "2025-03-03", "## 1. Skyltar\n\nText.", "punkter: {\"1\": {ärende: \"2024\"}}\n")
    #expect(slugs([year]) == ["arende-2024"])
  }

  @Test func `stays when older items are published later, and is nobody else's`() {
    let given = GivenAddresses(
      [
        ("/arenden/fargen/", .matter("/moten/samrad-skog/2025-05-20/#p4")),
        ("/arenden/skyltar/", .matter("/moten/x/2020-01-01/#p1")),
      ],
      closed: [])
    #expect(slugs([Self.first, Self.later], given: given) == ["fargen"])
    let other = GivenAddresses([("/arenden/skyltar/", .matter("/moten/x/2020-01-01/#p1"))], closed: [])
    #expect(slugs([Self.first, Self.later], given: other) == ["skyltar-2"])
  }
}

@Suite struct `Items that may be one matter` {
  private func pairs(_ minutes: [String], drafts: Bool = false) -> [String] {
    let (archive, standing) = standing(minutes, drafts: drafts)
    return similarItems(in: archive, standing).map { pair in
      let (a, b) = (archive.permalink(of: pair.earlier).text, archive.permalink(of: pair.later).text)
      return "\(a) \(b): \(pair.name)"
    }
  }

  /// As one body names an inquiry in a list and a decision, and another has it as an item, in minutes that lack their day.
  @Test func `are told where one is called what another decides about`() {
    let decided = minutes(
      "Länsgruppen", "2025-03-03",
      "## 22. Aktuella frågor\n\n- Stigvårdsutredningen: Den behöver finnas på agendan.\n\nLänsgruppen beslutade att Stigvårdsutredningen och ny skogslag ska vara en stående punkt framöver."
    )
    let item =
      "# Minnesanteckningar Samråd skog\n\n15. Stigvårdsutredningen\n\nText om den.\n\n16. Övriga frågor\n\nInget.\n"
    let found = pairs([decided, item], drafts: true)
    #expect(found.count == 1 && found[0].hasSuffix(": Stigvårdsutredningen"), "\(found)")
    #expect(
      found.allSatisfy {
        $0.contains("/moten/lansgruppen/2025-03-03/#p22") && $0.contains("/moten/samrad-skog/odaterat")
      })
  }

  @Test func `are told by their titles, once, and not when they are one already or said to be none`() {
    let first = minutes("Länsgruppen", "2025-03-03", "## 1. Skyltar vid leder\n\nText.")
    #expect(
      pairs([first, minutes("Samråd skog", "2025-05-20", "## 4. Nya skyltar vid leder\n\nText.")]) == [
        "/moten/lansgruppen/2025-03-03/#p1 /moten/samrad-skog/2025-05-20/#p4: Skyltar vid leder"
      ])
    #expect(
      pairs([
        first,
        minutes(
          "Samråd skog", "2025-05-20", "## 4. Skyltar vid leder\n\nUppdraget kom från Länsgruppen (§ 1 2025-03-03)."),
      ]) == [])
    #expect(
      pairs([
        first,
        minutes("Samråd skog", "2025-05-20", "## 4. Skyltar vid leder\n\nText.", "punkter: {\"4\": {ärende: nej}}\n"),
      ]) == [])
    #expect(pairs([first, minutes("Samråd skog", "2025-05-20", "## 4. Uppföljning av rutinen\n\nText.")]) == [])
  }
}
