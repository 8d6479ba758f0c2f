import Linking
import Reading
import Records
import Testing
import Tracking

/// What the survey tells of some documents, drafts and withheld ones too.
func surveyed(_ files: [String: String], site: Site = Site()) -> [Diagnostic] {
  let documents = files.sorted { $0.key < $1.key }.map {
    read(SourceFile(path: "content/\($0.key)", bytes: Array($0.value.utf8)))
  }
  let (after, others) = survey(documents, site, register(site, documents, drafts: false))
  return zip(documents, after).flatMap { $1.diagnostics.dropFirst($0.diagnostics.count) } + others
}

/// The archive of some documents, as a build would link them.
func archive(_ files: [String: String], site: Site = Site(), drafts: Bool = false) -> Archive {
  linked(files, site: site, drafts: drafts).archive
}

func linked(_ files: [String: String], site: Site = Site(), drafts: Bool = false)
  -> (archive: Archive, diagnostics: [Diagnostic])
{
  let documents = files.sorted { $0.key < $1.key }.map {
    read(SourceFile(path: "content/\($0.key)", bytes: Array($0.value.utf8)))
  }
  return link(admitted(documents, drafts: drafts), site: site, register: register(site, documents, drafts: drafts))
}

/// As the gate would let them through, whatever the rules say: here only what is linked is asked about.
private func admitted(_ documents: [Document], drafts: Bool = false) -> [Admitted] {
  documents.compactMap { document in
    let isPublic =
      switch document.content {
      case .minutes(let minutes): minutes.statedApproval != nil
      case .agreement(let agreement): agreement.adoption != nil
      case .termsOfReference, .page: true
      case .unrecognised: false
      }
    if document.isDraft || !isPublic {
      return drafts ? Admitted(document: document, approval: nil, withheld: .draft) : nil
    }
    guard case .minutes(let minutes) = document.content, let stated = minutes.statedApproval else {
      return Admitted(document: document, approval: nil, withheld: nil)
    }
    let approvers = stated.verifiers.map { Approval.Approver(name: $0, role: nil) }
    let approval = Approval(date: stated.date, approvers: approvers, evidence: .frontMatter)
    return Admitted(document: document, approval: approval, withheld: nil)
  }
}

func minutes(_ body: String, _ date: String, _ text: String, attendance: String = "", approved: Bool = true)
  -> String
{
  "---\norgan: \(body)\ndatum: \(date)\n\(approved ? "justerat: 2025-12-24\njusterare: [Ada Ek]\n" : "")---\n\(attendance)\n\n## 1. Ett\n\n\(text)\n\n## 2. Två\n\nMer.\n"
}

private let terms =
  "# Uppdragsbeskrivningar för grupperna\n\n## Länssamverkansgruppen (LSG)\n\nText.\n\n## Samråd vård och omsorg\n\nText.\n\n## Beredning barn och unga\n\nText.\n"

/// Text with its mentions in brackets: "[Samrådet→/organ/samrad-vard-och-omsorg/] tog upp".
func marked(_ blocks: [Block], in archive: Archive) -> String {
  func marked(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .mention(let target, let inner): "[\(inner.plainText)→\(archive.permalink(of: target).text)]"
      case .text(let text), .code(let text): text
      case .link(_, _, let inner), .emphasis(let inner), .strong(let inner), .styled(_, let inner): marked(inner)
      case .lineBreak, .image, .html: ""
      }
    }.joined()
  }
  return blocks.map { block in
    if case .paragraph(let inlines) = block.kind { marked(inlines) } else { block.plainText }
  }.joined(separator: "\n")
}

struct MentionCase: CustomTestStringConvertible, Sendable {
  var testDescription: String { text }
  var text: String
  var expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }
}

@Suite struct `Mentions in running text` {
  @Test(arguments: [
    MentionCase(
      "Frågan lyfts till Samråd vård och omsorg i höst.",
      "Frågan lyfts till [Samråd vård och omsorg→/organ/samrad-vard-och-omsorg/] i höst."),
    MentionCase(
      "Samrådet och LSG är överens.",
      "[Samrådet→/organ/samrad-vard-och-omsorg/] och [LSG→/organ/lanssamverkansgruppen/] är överens."),
    MentionCase("Länsamverkansgruppens möte", "[Länsamverkansgruppen→/organ/lanssamverkansgruppen/]s möte"),
    MentionCase("Beredning barn- och unga", "[Beredning barn- och unga→/organ/beredning-barn-och-unga/]"),
    MentionCase("Samråd vård\noch omsorg", "[Samråd vård\noch omsorg→/organ/samrad-vard-och-omsorg/]"),
    MentionCase("Länssamverkansgruppers arbete, LSGX och xLSG", "Länssamverkansgruppers arbete, LSGX och xLSG"),
    MentionCase(
      "”Samrådet” sade Samrådet.",
      "”[Samrådet→/organ/samrad-vard-och-omsorg/]” sade [Samrådet→/organ/samrad-vard-och-omsorg/]."),
    MentionCase("`Samrådet` och [Samrådet](https://x.example)", "Samrådet och Samrådet"),
    MentionCase("Ada Ek och ada eken", "[Ada Ek→/personer/ada-ek/] och ada eken"),
    MentionCase(
      "Gran kommun och Grans kommun", "[Gran kommun→/huvudman/gran-kommun/] och [Grans kommun→/huvudman/gran-kommun/]"),
    MentionCase(
      "Samrådet 2025-05-05 § 2 och § 1 2025-03-03",
      "[Samrådet→/organ/samrad-vard-och-omsorg/] [2025-05-05 § 2→/moten/samrad-vard-och-omsorg/2025-05-05/#p2] och [§ 1 2025-03-03→/moten/lanssamverkansgruppen/2025-03-03/#p1]"
    ),
    MentionCase(
      "Samrådet 2025-05-05 § 9, Samrådet 2024-01-01",
      "[Samrådet→/organ/samrad-vard-och-omsorg/] 2025-05-05 § 9, [Samrådet→/organ/samrad-vard-och-omsorg/] 2024-01-01"),
    MentionCase("~~Samrådet~~ avstod", "Samrådet avstod"),
  ])
  func `become links`(_ test: MentionCase) throws {
    var site = Site()
    site.principals = [Principal(name: "Gran kommun", slug: "", aliases: ["Grans kommun"])]
    let archive = archive(
      [
        "uppdrag/a.md": terms,
        "protokoll/a.md": minutes(
          "Länssamverkansgruppen", "2025-03-03", "Inget.", attendance: "## Närvarande\n\nAda Ek, Gran kommun"),
        "protokoll/b.md": minutes("Samråd vård och omsorg", "2025-05-05", "Inget."),
        "protokoll/c.md": minutes("Länssamverkansgruppen", "2025-06-06", test.text),
      ], site: site)
    let meeting = try #require(archive.meetings.first { $0.date?.description == "2025-06-06" })
    #expect(marked(meeting.minutes.items[0].blocks, in: archive) == test.expected)
  }

  @Test func `say the same with and without links`() {
    let text =
      "Samrådet, LSG och Ada Ek (Gran kommun) möts 2025-05-05 § 2. Länssamverkansgruppens *möte* blir **LSG:s** sista."
    let archive = archive([
      "uppdrag/a.md": terms, "protokoll/a.md": minutes("Länssamverkansgruppen", "2025-03-03", text),
    ])
    #expect(archive.meetings[0].minutes.items[0].blocks.plainText == text.replacing("*", with: ""))
  }

  @Test func `are remembered where they point, newest first, once for each item`() {
    let archive = archive([
      "uppdrag/a.md": terms, "protokoll/a.md": minutes("Länssamverkansgruppen", "2025-03-03", "Samrådet och Samrådet."),
      "protokoll/b.md": minutes("Länssamverkansgruppen", "2025-04-04", "Samrådet. LSG."),
    ])
    let samråd = archive.bodies.firstIndex { $0.name.hasPrefix("Samråd") }!
    let lsg = archive.bodies.firstIndex { $0.name.hasPrefix("Läns") }!
    #expect(archive.backlinks[.body(ID(samråd))]?.map { $0.date?.description } == ["2025-04-04", "2025-03-03"])
    // A body's own minutes are its meetings, not mentions.
    #expect(archive.backlinks[.body(ID(lsg))] == nil)
  }

  @Test func `in the title of an item point there too, and the title stays as it is`() {
    let text = minutes("Länssamverkansgruppen", "2025-03-03", "Inget.").replacing(
      "## 2. Två", with: "## 2. Svar från Samrådet")
    let archive = archive(["uppdrag/a.md": terms, "protokoll/a.md": text])
    let samråd = archive.bodies.firstIndex { $0.name.hasPrefix("Samråd") }!
    #expect(archive.backlinks[.body(ID(samråd))]?.map(\.from) == [.item(ID(0), index: 1)])
    #expect(archive.meetings[0].minutes.items[1].title == "Svar från Samrådet")
  }

  @Test func `of a name that two share find neither`() {
    let attendance = "## Närvarande\n\nAda Ek, Gran kommun"
    let archive = archive([
      "protokoll/a.md": minutes("Granrådet", "2025-03-03", "Ada Ek.", attendance: attendance),
      "protokoll/b.md": minutes(
        "Granrådet", "2025-04-04", "Ada Ek.", attendance: "## Närvarande\n\nAda Ek, Tall kommun"),
    ])
    #expect(archive.people.map(\.slug) == ["ada-ek-gran-kommun", "ada-ek-tall-kommun"])
    #expect(marked(archive.meetings[0].minutes.items[0].blocks, in: archive) == "Ada Ek.")
  }
}

@Suite struct `The archive` {
  @Test func `knows the meeting before and after of the same body`() {
    let archive = archive([
      "protokoll/c.md": minutes("Granrådet", "2025-05-05", "x"),
      "protokoll/a.md": minutes("Granrådet", "2025-03-03", "x"),
      "protokoll/b.md": minutes("Tallrådet", "2025-04-04", "x"),
    ])
    #expect(archive.meetings.map(\.date?.description) == ["2025-03-03", "2025-05-05", "2025-04-04"])
    #expect(archive.meetings.map { $0.previous?.index } == [nil, 0, nil])
    #expect(archive.meetings.map { $0.next?.index } == [1, nil, nil])
  }

  @Test func `gives two meetings of one day an address each`() {
    let archive = archive([
      "protokoll/a.md": minutes("Granrådet", "2025-03-03", "x"),
      "protokoll/b.md": minutes("Granrådet", "2025-03-03", "y").replacing("Två", with: "Tre"),
    ])
    let paths = archive.meetings.indices.map { archive.permalink(of: .meeting(ID($0))).path }
    #expect(paths == ["/moten/granradet/2025-03-03/", "/moten/granradet/2025-03-03-2/"])
  }

  @Test func `gives minutes of one day and one agenda no second address, and names both files`() {
    let files = ["a", "b"].map {
      read(
        SourceFile(
          path: "/x/content/\($0).md", name: "\($0).md",
          bytes: Array(("---\ntyp: protokoll\n" + minutes("Granrådet", "2025-03-03", $0).dropFirst(4)).utf8)))
    }
    let (_, diagnostics) = link(admitted(files), site: Site(), register: register(Site(), files, drafts: false))
    #expect(
      diagnostics == [
        Diagnostic(
          .duplicateMinutes(of: SourceLocation(path: "/x/content/a.md")), at: SourceLocation(path: "/x/content/b.md"))
      ])
  }

  @Test func `has minutes without a date in a preview, first and without neighbours`() {
    let archive = archive(
      [
        "protokoll/a.md": minutes("Granrådet", "2025-03-03", "x"),
        "protokoll/c.md": minutes("Granrådet", "2025-04-04", "x"),
        "protokoll/b.md": minutes("Granrådet", "2025-03-03", "x").replacing("datum: 2025-03-03\n", with: ""),
      ], drafts: true)
    #expect(archive.meetings.map(\.date?.description) == [nil, "2025-03-03", "2025-04-04"])
    #expect(archive.meetings.map { $0.previous?.index } == [nil, nil, 1])
    #expect(archive.permalink(of: .meeting(ID(0))).path == "/moten/granradet/odaterat-1/")
  }

  @Test func `keeps what stands before the first body, with its mentions`() {
    let archive = archive([
      "uppdrag/a.md": terms.replacing("grupperna\n", with: "grupperna\n\nAntaget av Samråd vård och omsorg.\n")
    ])
    let lsg = archive.bodies.firstIndex { $0.name.hasPrefix("Läns") }!
    let samråd = archive.bodies.firstIndex { $0.name.hasPrefix("Samråd") }!
    let preamble = archive.bodies[lsg].version?.preamble ?? []
    #expect(
      marked(preamble, in: archive).contains(
        "[Samråd vård och omsorg→/organ/samrad-vard-och-omsorg/]"))
    #expect(archive.backlinks[.body(ID(samråd))]?.contains { $0.from == .body(ID(lsg)) } == true)
  }

  @Test func `knows nothing of a withheld document`() {
    let published = [
      "uppdrag/a.md": terms, "protokoll/a.md": minutes("Länssamverkansgruppen", "2025-03-03", "Samrådet."),
    ]
    let withheld = minutes(
      "Hemliga rådet", "2025-02-02", "LSG § 1 2025-03-03, Eva Hemlig.",
      attendance: "## Närvarande\n\nEva Hemlig, Hemlig kommun", approved: false)
    #expect("\(archive(published.merging(["protokoll/x.md": withheld]) { a, _ in a }))" == "\(archive(published))")
  }

  private static func version(from day: String, _ text: String) -> Document {
    let file = "---\ngiltig från: \(day)\n---\n# Uppdragsbeskrivning för Granrådet\n\n\(text)\n"
    return read(SourceFile(path: "content/uppdrag/\(day).md", bytes: Array(file.utf8)))
  }

  @Test(arguments: [
    ("2023-12-31", "Gammal.", ["Nyast.", "Ny."]), ("2025-12-31", "Ny.", ["Nyast.", "Gammal."]),
    ("2026-01-01", "Nyast.", ["Ny.", "Gammal."]),
  ]) func `has the terms of reference in force on the day, and the others beside them`(
    day: String, inForce: String, others: [String]
  ) {
    let documents = [
      Self.version(from: "2024-01-01", "Gammal."), Self.version(from: "2026-01-01", "Nyast."),
      Self.version(from: "2025-01-01", "Ny."),
    ]
    let body = register(Site(), documents, drafts: false, asOf: CalendarDate(iso: day)).bodies[0]
    #expect(body.terms?.blocks.plainText == inForce)
    #expect(body.otherVersions.map(\.terms.blocks.plainText) == others)
  }

  @Test func `tells of terms of reference that others from the same day stand before`() {
    let (archive, diagnostics) = linked([
      "uppdrag/a.md": "---\ngiltig från: 2025-01-01\n---\n# Uppdragsbeskrivning för Granrådet\n\nEna.\n",
      "uppdrag/b.md": "---\ngiltig från: 2025-01-01\n---\n# Uppdragsbeskrivning för Granrådet\n\nAndra.\n",
    ])
    #expect(archive.bodies.map { $0.terms?.blocks.plainText } == ["Andra."])
    #expect(diagnostics.map(\.problem) == [.supersededTerms(body: "Granrådet", by: "content/uppdrag/b.md")])
    #expect(diagnostics.map { $0.location?.path } == ["content/uppdrag/a.md"])
  }

  @Test func `takes bodies that only minutes name`() {
    let archive = archive(["protokoll/a.md": minutes("Granrådet", "2025-03-03", "x")])
    #expect(archive.bodies.map(\.name) == ["Granrådet"])
  }

  @Test func `has one person for the spellings of the register`() {
    var site = Site()
    site.people = [PersonEntry(name: "Ada Ek", aliases: ["Ada Eek"])]
    let archive = archive(
      [
        "protokoll/a.md": minutes("Granrådet", "2025-03-03", "x", attendance: "## Närvarande\n\nAda Ek, Gran kommun"),
        "protokoll/b.md": minutes("Granrådet", "2025-04-04", "x", attendance: "## Närvarande\n\nAda Eek, Gran kommun"),
      ], site: site)
    #expect(archive.people.map(\.name) == ["Ada Ek"])
    #expect(archive.people[0].attendance.count == 2)
  }

  @Test func `has no page for guests`() {
    let archive = archive([
      "protokoll/a.md": minutes("Granrådet", "2025-03-03", "x", attendance: "## Inbjudna\n\nAda Ek, Gran kommun")
    ])
    #expect(archive.people.isEmpty)
  }
}

@Suite struct `Agreements` {
  private func agreement(_ frontMatter: String) -> String {
    "---\ntitel: Avtal om gran\nantaget: 2020-01-01\n\(frontMatter)\n---\nText.\n"
  }

  private func standing(_ files: [String: String], on day: String) -> [String] {
    let archive = archive(files)
    let standing = track(archive, asOf: CalendarDate(iso: day)!)
    return archive.agreements.indices.map {
      "\(archive.permalink(of: .agreement(ID($0))).path) \(standing.agreements[$0])"
    }
  }

  @Test(arguments: [
    ("2024-12-31", "comingIntoForce"), ("2025-01-01", "inForce"), ("2025-06-30", "inForce"), ("2025-07-02", "endsSoon"),
    ("2025-12-31", "endsSoon"), ("2026-01-01", "ended"),
  ])
  func `stand differently from day to day`(_ day: String, _ expected: String) {
    let files = ["avtal/a.md": agreement("id: gran\ngiltig från: 2025-01-01\ngiltig till: 2025-12-31")]
    #expect(standing(files, on: day) == ["/avtal/gran/ \(expected)"])
  }

  @Test func `without an end hold until replaced`() {
    let files = [
      "avtal/a.md": agreement("id: gran\ngiltig från: 2025-01-01"),
      "avtal/b.md": agreement("id: gran\ngiltig från: 2026-01-01"),
    ]
    #expect(standing(files, on: "2025-12-31") == ["/avtal/gran/ comingIntoForce", "/avtal/gran/2025-01-01/ inForce"])
    #expect(standing(files, on: "2026-01-01") == ["/avtal/gran/ inForce", "/avtal/gran/2025-01-01/ replaced"])
  }

  @Test(arguments: [("giltig till: tillsvidare", true), ("giltig från: 2025-01-01", false)])
  func `hold until further notice only when they say so`(_ line: String, _ expected: Bool) {
    #expect(archive(["avtal/a.md": agreement(line)]).agreements[0].text.isUntilFurtherNotice == expected)
  }

  @Test func `are linked with the item that adopted them`() {
    let archive = archive([
      "avtal/a.md": "---\ntitel: Avtal om gran\nantaget: 2025-03-03 av Granrådet § 2\n---\nText.\n",
      "protokoll/a.md": minutes("Granrådet", "2025-03-03", "x"),
    ])
    #expect(archive.agreements[0].adoptedAt == .item(ID(0), index: 1))
    #expect(archive.backlinks[.item(ID(0), index: 1)]?.map(\.from) == [.agreement(ID(0))])
  }
}
