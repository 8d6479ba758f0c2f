import Foundation
import Testing

@testable import Records
@testable import Search

struct IndexTests {
  let county = County()

  @Test func `an item is found by its title, presenters, text, decisions, body and day`() throws {
    let files = try county.files()
    let item = try #require(files.unit("§ 7 Vårdhygien i hemmet"))
    for word in [
      "vardhygien", "7", "hemmet", "gun", "utredare", "arendet", "anta", "lansgruppen", "lg", "2024-04-19", "april",
    ] {
      #expect(files.weight(of: word, in: item) != nil, "\(word)")
    }
    #expect(
      files.units[item] == [
        "body": "Länsgruppen", "date": "2024-04-19", "kind": "item", "text": "Länsgruppen beslutar att: anta förslaget",
        "title": "§ 7 Vårdhygien i hemmet", "url": "moten/lansgruppen/2024-04-19/#p7",
      ])
  }

  @Test func `a word of the title weighs more than any in the text, the more the shorter the title`()
    throws
  {
    let files = try county.files()
    let item = try #require(files.unit("§ 7 Vårdhygien i hemmet"))
    #expect(files.weight(of: "vardhygien", in: item) == 8 + 2)
    #expect(files.weight(of: "forslaget", in: item) == 2)
    #expect(files.weight(of: "arendet", in: item) == 1)
    #expect(files.weight(of: "ofta", in: item) == 7)
  }

  @Test func `struck text is not found`() throws {
    #expect(try county.files().terms["struken"] == nil)
  }

  @Test func `every kind of unit is there, what lasts first and then the newest meeting`() throws {
    let files = try county.files()
    #expect(
      files.units.map { $0["kind"] } == [
        "body", "agreement", "agreement", "page", "terms", "principal", "person", "meeting", "item", "meeting", "item",
      ])
    #expect(
      files.units.compactMap { $0["date"] }.suffix(4) == ["2024-04-19", "2024-04-19", "2023-01-10", "2023-01-10"])
    #expect(files.units[1]["status"] == "inForce" && files.units[2]["status"] == "replaced")
    #expect(files.unit("Länsgruppen") == 0 && files.weight(of: "lg", in: 0) == 15)
    #expect(files.units[4]["url"] == "organ/lansgruppen/uppdrag/")
  }

  @Test func `a shard has the words of its name, sorted, and the catalogue names every shard`() throws {
    let files = try county.files()
    #expect(files.catalogue["shards"] as? [String] == files.shards.keys.sorted())
    for (name, words) in files.shards {
      #expect(words == words.sorted() && !words.isEmpty)
      for word in words { #expect(word.prefix(2) == name) }
    }
  }

  @Test func `however the units are divided, the files are the same, and twice the same`() throws {
    var large = County()
    let item = large.archive.meetings[0].minutes.items[0]
    for number in 0..<9_000 {
      var copy = item
      copy.number = "\(number)"
      copy.title = "Ärende om a\(number % 701)x och b\(number % 13)y"
      large.archive.meetings[number % 2].minutes.items.append(copy)
    }
    let outputs = index(large.archive, large.standing)
    let again = index(large.archive, large.standing)
    #expect(outputs.map(\.path) == again.map(\.path) && Set(outputs.map(\.path)).count == outputs.count)
    #expect(zip(outputs, again).allSatisfy { $0.make().bytes == $1.make().bytes })
    let files = try Files(outputs)
    #expect(files.terms["a5x"]?.count == (0..<9_000).count { $0 % 701 == 5 })
    #expect(files.terms["a5x"] == files.terms["a5x"]?.sorted { $0[0] < $1[0] })
    // In all nine thousand, but in their titles: kept. In the text of all: told as common, and found by its titles only.
    #expect(files.terms["arende"]?.count == 9_000)
    #expect((files.catalogue["common"] as? [String])?.contains("ofta") == true)
    #expect(files.terms["ofta"] == nil)
  }

  @Test func `in a small site no word is too common to be found`() throws {
    #expect(try county.files().catalogue["common"] == nil)
  }

  @Test func `an empty archive has a catalogue and nothing else`() throws {
    let outputs = index(Archive(site: Site()), county.standing).filter { $0.path.hasPrefix("sok/") }
    #expect(outputs.map(\.path) == ["sok/katalog.json"])
    #expect(
      String(decoding: outputs[0].make().bytes, as: UTF8.self)
        == #"{"asOf":"2024-06-01","schema":"samsyn/1","units":0,"unitsPerFile":200}"# + "\n")
  }

  @Test func `what a preview shows too early is marked`() throws {
    var preview = County()
    preview.archive.meetings[0].isWithheld = true
    let units = index(preview.archive, preview.standing).first { $0.path == "sok/enheter/0.json" }
    let text = String(decoding: units?.make().bytes ?? [], as: UTF8.self)
    #expect(text.components(separatedBy: #","withheld":true}"#).count == 3)
  }

  @Test func `a long text is shown by its beginning, cut between words`() throws {
    var long = County()
    long.archive.meetings[0].minutes.items[0].decisions = []
    long.archive.meetings[0].minutes.items[0].blocks = [
      Block(.heading(level: 4, [.text("Rubrik")]), line: 1),
      County.paragraph(String(repeating: "många\nord och ", count: 40)),
    ]
    let text = try #require(long.files().units.last?["text"])
    #expect(text.hasPrefix("många ord och många") && text.hasSuffix(" …") && text.utf8.count < 170)
  }
}

/// Two meetings of a body, an agreement in two versions, and one of each other thing.
struct County {
  var archive = Archive(site: Site())
  let standing = Standing(asOf: CalendarDate(iso: "2024-06-01")!, agreements: [.replaced, .inForce], upcoming: [])

  static func paragraph(_ text: String) -> Block { Block(.paragraph([.text(text)]), line: 1) }

  init() {
    var body = Body(name: "Länsgruppen", slug: "lansgruppen")
    body.aliases = ["LG"]
    body.terms = BodyTerms(name: "Länsgruppen", line: 1)
    body.terms?.blocks = [Self.paragraph("Gruppen bereder.")]
    archive.bodies = [body]
    archive.principals = [Principal(name: "Granby kommun", slug: "granby-kommun")]
    archive.people = [Person(name: "Anna Berg", slug: "anna-berg")]
    let page = Page(title: "Om", order: 1, blocks: [Self.paragraph("Om webbplatsen.")])
    archive.pages = [PlainPage(page: page, slug: "om", source: "om.md", isWithheld: false)]
    archive.agreements = [agreement("2020-01-01"), agreement("2024-01-01")]
    archive.meetings = [meeting("2023-01-10"), meeting("2024-04-19")]
  }

  func files() throws -> Files { try Files(index(archive, standing)) }

  private func agreement(_ day: String) -> AdoptedAgreement {
    var text = Agreement(title: Fact("Hjälpmedel i länet", line: 1, .stated), kind: .agreement)
    text.validFrom = CalendarDate(iso: day).map { Fact($0, line: 1, .stated) }
    return AdoptedAgreement(text: text, slug: "hjalpmedel", source: "a.md", isWithheld: false)
  }

  private func meeting(_ day: String) -> Meeting {
    let date = CalendarDate(iso: day)!
    var minutes = Minutes(title: "Protokoll")
    minutes.date = Fact(date, line: 1, .stated)
    var item = AgendaItem(number: "7", title: "Vårdhygien i hemmet", line: 1)
    item.presenters = [Presenter(name: "Gun Gäst", detail: "utredare", line: 2)]
    item.blocks = [
      Block(.paragraph([.text("Gun föredrar ärendet"), .styled(.deletion, [.text("struken")])]), line: 2),
      Self.paragraph("Länsgruppen beslutar att: anta förslaget"),
      Self.paragraph(String(repeating: "ofta ", count: 9)),
    ]
    item.decisions = [Decision(text: "anta förslaget", leadIn: "Länsgruppen beslutar att:", line: 3)]
    minutes.items = [item]
    return Meeting(
      body: ID(0), date: date, sequence: 1, minutes: minutes,
      approval: Approval(date: date, approvers: [], evidence: .frontMatter), source: "\(day).md", isWithheld: false)
  }
}

/// What the search page would read.
struct Files {
  var catalogue: [String: Any] = [:]
  var shards: [String: [String]] = [:]
  var terms: [String: [[Int]]] = [:]
  var units: [[String: String]] = []

  init(_ outputs: [Output]) throws {
    for output in outputs where output.path.hasPrefix("sok/") {
      let bytes = output.make().bytes
      let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      #expect(object["schema"] as? String == "samsyn/1")
      if output.path == "sok/katalog.json" { catalogue = object }
      if let found = object["terms"] as? [String: [[Int]]] {
        shards[String(output.path.dropFirst("sok/index/".count).dropLast(".json".count))] = found.keys.sorted()
        terms.merge(found) { first, _ in first }
        // The keys stand sorted in the bytes, not only in a dictionary that was made of them.
        let written = String(decoding: bytes, as: UTF8.self).matches(of: /"([a-z0-9-]+)":\[\[/).map { String($0.1) }
        #expect(written == found.keys.sorted())
      }
      if let found = object["units"] as? [[String: Any]] {
        #expect(object["first"] as? Int == units.count)
        units += found.map { $0.compactMapValues { $0 as? String } }
      }
    }
  }

  func unit(_ title: String) -> Int? { units.firstIndex { $0["title"] == title } }
  func weight(of word: String, in unit: Int) -> Int? { terms[word]?.first { $0[0] == unit }?[1] }
}
