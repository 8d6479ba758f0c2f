import Records
import Rendering

/// A small county as an archive: three bodies, two meetings, two versions of an agreement, one that is not adopted.
enum Fixture {
  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(year: 1, month: 1, day: 1)! }

  static let county: Archive = {
    var site = Site(name: "Samverkan Fjällmark")
    site.county = "Fjällmarks län"
    site.exampleDate = day("2024-06-01")
    site.baseURL = "https://samverkan.example/"
    site.contact = "samverkan@fjallmark.example"
    site.licence = "CC0-1.0"
    var archive = Archive(site: site)
    archive.principals = [
      Principal(name: "Granby kommun", slug: "granby-kommun", aliases: ["Granby"], kind: .municipality),
      Principal(name: "Region Fjällmark", slug: "region-fjallmark", kind: .region),
    ]
    archive.bodies = bodies
    archive.people = people
    archive.meetings = [meeting("2024-02-02"), meeting("2024-04-19")]
    archive.meetings[0].next = ID(1)
    archive.meetings[1].previous = ID(0)
    archive.agreements = agreements
    archive.pages = [
      PlainPage(
        page: Page(title: "Om webbplatsen", order: 1, blocks: [paragraph("Om.", 1)]), slug: "om",
        source: "content/sidor/om.md", isWithheld: false)
    ]
    archive.backlinks = [
      .body(ID(1)): [
        Backlink(from: .item(ID(1), index: 0), date: day("2024-04-19")), Backlink(from: .body(ID(0)), date: nil),
      ],
      .person(ID(0)): [Backlink(from: .item(ID(1), index: 0), date: day("2024-04-19"))],
      .item(ID(0), index: 0): [Backlink(from: .item(ID(1), index: 1), date: day("2024-04-19"))],
      .agreement(ID(0)): [Backlink(from: .decision(ID(1), index: 1, decision: 0), date: day("2024-04-19"))],
    ]
    return archive
  }()

  static let standing = Standing(
    asOf: day("2024-06-01"), agreements: [.inForce, .replaced, .endsSoon],
    upcoming: [
      AnnouncedMeeting(body: ID(0), bodyName: "Länsgruppen", date: day("2024-08-30"), time: "9-12", place: "Granby"),
      AnnouncedMeeting(body: nil, bodyName: "Systemledning", date: day("2024-09-02"), time: nil, place: nil),
    ])

  static func paragraph(_ text: String, _ line: Int) -> Block { Block(.paragraph([.text(text)]), line: line) }
  static func fact(_ text: String) -> Fact<String> { Fact(text, line: 1, .labelled) }

  private static let bodies: [Body] = {
    var group = Body(name: "Länsgruppen", slug: "lansgruppen")
    group.aliases = ["LG"]
    group.level = .official
    group.parent = ID(1)
    var terms = BodyTerms(name: "Länsgruppen", line: 3)
    terms.rules = [
      Rule(.meetingsPerYear(minimum: 4, maximum: 6), quote: "Gruppen möts fyra till sex gånger om året.", line: 5),
      Rule(.papersDue(workingDays: 7), quote: "Handlingar skickas sju arbetsdagar före.", line: 6),
      Rule(.minutesApprovedBy(["ordförande", "en justerare"]), quote: "Protokollet justeras av två.", line: 7),
      Rule(.reportsTo("Samrådet"), quote: "Gruppen rapporterar till Samrådet.", line: 8),
      Rule(.term, quote: "Ledamöterna utses för fyra år.", line: 9),
    ]
    terms.blocks = [
      Block(.heading(level: 2, [.text("Uppdrag")]), line: 3), paragraph("Gruppen bereder.", 4),
      Block(.heading(level: 5, [.text("Arbetssätt")]), line: 5), paragraph("Gruppen möts.", 6),
    ]
    group.version = TermsVersion(terms, title: "Uppdragsbeskrivning för samverkan", date: day("2023-11-20"))
    var council = Body(name: "Samrådet", slug: "samradet")
    council.level = .political
    return [group, council, Body(name: "Ämnesrådet", slug: "amnesradet")]
  }()

  private static let people: [Person] = {
    var anna = Person(name: "Anna Berg", slug: "anna-berg", aliases: ["Anna B"], principal: ID(0))
    anna.attendance = [(ID(1), 0), (ID(0), 0)]
    return [anna, Person(name: "Östen Åkesson", slug: "osten-akesson")]
  }()

  static func meeting(_ iso: String) -> Meeting {
    var minutes = Minutes(title: "Protokoll Länsgruppen")
    minutes.date = Fact(day(iso), line: 3, .labelled)
    minutes.time = fact("08.15-12.00")
    minutes.place = fact("Region Fjällmark, sal 3")
    minutes.reference = fact("RF 2024/17")
    minutes.chair = fact("Anna Berg")
    minutes.secretary = fact("Sven Sekreterare")
    minutes.verifiers = [fact("Östen Åkesson")]
    minutes.attendance = attendance
    minutes.items = [AgendaItem(number: "1", title: "Mötet öppnas", line: 20), decided]
    minutes.items[0].blocks = [paragraph("Ordföranden öppnar mötet.", 21)]
    minutes.nextMeetings = [NextMeeting(body: "Länsgruppen", date: day("2024-08-30"), text: "30 augusti", line: 60)]
    minutes.deadlines = [
      Deadline(item: "2 b", text: "Synpunkter lämnas i maj", due: .month(year: 2024, month: 5), line: 33)
    ]
    var meeting = Meeting(
      body: ID(0), date: day(iso), sequence: 1, minutes: minutes,
      approval: Approval(
        date: day("2024-04-24"), approvers: [Approval.Approver(name: "Östen Åkesson", role: "Justerare")],
        evidence: .signaturePage), source: "content/protokoll/\(iso).md", isWithheld: false)
    meeting.people = [ID(0), nil, nil, nil]
    meeting.principals = [ID(0), ID(1), nil, nil]
    return meeting
  }

  private static var attendance: [Attendance] {
    var anna = Attendance(name: "Anna Berg", status: .present, group: .member, line: 10)
    anna.role = "Ordförande"
    anna.organisation = "Granby kommun"
    anna.party = "S"
    anna.alsoRepresents = ["Tallmo", "Sjövik"]
    var absent = Attendance(name: "Östen Åkesson", status: .absent, group: .member, line: 11)
    absent.organisation = "Region Fjällmark"
    var official = Attendance(name: "Sven Sekreterare", status: .present, group: .official, line: 12)
    official.role = "Sekreterare"
    var guest = Attendance(name: "Gun Gäst", status: .present, group: .guest, line: 13)
    guest.note = "§ 2 b"
    return [anna, absent, official, guest]
  }

  private static var decided: AgendaItem {
    var item = AgendaItem(number: "2 b", title: "Hjälpmedel & avgifter", line: 30)
    item.kind = Fact(.decision, line: 1, .labelled)
    item.presenters = [Presenter(name: "Gun Gäst", detail: "utredare, Region Fjällmark", line: 31)]
    item.blocks = [
      paragraph("Gun Gäst föredrar ärendet.", 31),
      Block(.heading(level: 6, [.text("Beslut")]), line: 32), paragraph("Länsgruppen beslutar att:", 33),
      Block(
        .list(
          Block.List(
            start: nil, isTight: true,
            items: [
              Block.Item([paragraph("ställa sig bakom förslaget", 34)], line: 34),
              Block.Item(
                [
                  Block(
                    .paragraph([
                      .text("föreslå "), .mention(.body(ID(1)), [.text("Samrådet")]), .text(" att anta det"),
                    ]), line: 35)
                ], line: 35),
            ])), line: 34),
    ]
    item.decisions = [
      Decision(text: "ställa sig bakom förslaget", leadIn: "Länsgruppen beslutar att:", line: 34),
      Decision(text: "föreslå Samrådet att anta det", leadIn: "Länsgruppen beslutar att:", line: 35),
    ]
    item.deferrals = [Deferral(date: nil, text: "nästa möte", line: 36)]
    item.subItems = [SubItem(title: "Avgifter", line: 35)]
    return item
  }

  private static let agreements: [AdoptedAgreement] = {
    func version(_ title: String, _ slug: String, _ from: String, to: String?) -> AdoptedAgreement {
      var text = Agreement(title: fact(title), kind: .agreement)
      text.parties = [fact("Granby kommun"), fact("Region Fjällmark")]
      text.validFrom = Fact(day(from), line: 2, .stated)
      text.validTo = to.map { Fact(day($0), line: 3, .stated) }
      text.adoption = Adoption(date: day(from), by: "Länsgruppen", item: "2 b", line: 4)
      text.blocks = [Block(.heading(level: 1, [.text("Parter")]), line: 5), paragraph("Parterna är överens.", 6)]
      var agreement = AdoptedAgreement(text: text, slug: slug, source: "content/avtal/\(from).md", isWithheld: false)
      agreement.parties = [ID(0), ID(1)]
      return agreement
    }
    var new = version("Hjälpmedel i länet", "hjalpmedel", "2024-05-01", to: nil)
    new.isCurrent = true
    new.replaces = [ID(1)]
    new.adoptedAt = .item(ID(1), index: 1)
    var old = version("Hjälpmedel i länet", "hjalpmedel", "2020-01-01", to: "2024-04-30")
    old.replacedBy = ID(0)
    var other = version("Samsjuklighet", "samsjuklighet", "2021-01-01", to: "2024-08-31")
    other.isCurrent = true
    return [new, old, other]
  }()
}
