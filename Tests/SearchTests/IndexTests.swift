import CZlib
import Foundation
import Testing

@testable import Records
@testable import Search

struct IndexTests {
  @Test
  func `an item is found by title, presenter, text, decision, body, day and parts of words; not by what is struck`()
    throws
  {
    let files = try Files(County().outputs)
    let item = try #require(files.unit("item", "§ 7 Vårdhygien i hemmet"))
    for key in [
      "vardhygien", "7", "gun", "utredar", "arend", "ant", "lansgrupp", "lg", "d:2024-04-19", "d:2024-04", "april",
      "2024",
    ] {
      #expect(
        files.tier(of: key, in: item) != nil || files.tier(of: Term(key.latin1).key.asText, in: item) != nil, "\(key)")
    }
    #expect(files.tier(of: "struk", in: item) == nil && files.tier(of: "struken", in: item) == nil)
    #expect((files.tier(of: Term("vårdhygien".latin1).key.asText, in: item) ?? 0) >= 8)
    #expect(
      files.units[item] == [
        "body": "Länsgruppen", "date": "2024-04-19", "kind": "item",
        "text":
          "Gun föredrar ärendet Länsgruppen beslutar att: anta förslaget ofta ofta ofta ofta ofta ofta ofta ofta ofta",
        "title": "§ 7 Vårdhygien i hemmet", "url": "moten/lansgruppen/2024-04-19/#p7",
      ])
    let decision = try #require(files.unit("decision", "§ 7 Vårdhygien i hemmet"))
    #expect(files.units[decision]["url"] == "moten/lansgruppen/2024-04-19/#p7-beslut-1")
  }

  @Test func `the agreement in force outweighs the one that it replaced`() throws {
    let files = try Files(County().outputs)
    let found = files.units.indices.filter { files.units[$0]["kind"] == "agreement" }
    #expect(found.map { files.units[$0]["status"] } == ["inForce", "replaced"])
    let tiers = found.compactMap { files.tier(of: Term("hjälpmedel".latin1).key.asText, in: $0) }
    #expect(tiers.count == 2 && tiers[0] > tiers[1])
  }

  @Test func `a compound is found by its parts, weighing less than the words themselves`() throws {
    var county = County()
    for (title, place) in [("Vårdhygienavtal", 0), ("Avtal om annat, ett avtal", 1)] {
      county.archive.meetings[place].minutes.items[0].title = title
    }
    let files = try Files(county.outputs)
    let compound = try #require(files.unit("item", "§ 7 Vårdhygienavtal"))
    let plain = try #require(files.unit("item", "§ 7 Avtal om annat, ett avtal"))
    let tiers = [compound, plain].compactMap { files.tier(of: "avtal", in: $0) }
    #expect(tiers.count == 2 && tiers[0] < tiers[1])
  }

  @Test func `what has no day comes first, then the newest; every range begins with the key that the catalogue says`()
    throws
  {
    let files = try Files(County().outputs)
    let dates = files.units.map { $0["date"] }
    let undated = try #require(files.catalogue["undated"] as? Int)
    #expect(
      dates[..<undated].allSatisfy { $0 == nil }
        && dates[undated...].compactMap(\.self) == dates[undated...].compactMap(\.self).sorted(by: >))
    #expect(Set(files.units.compactMap { $0["kind"] }).count == 9)
    for range in try #require(files.catalogue["terms"] as? [[String]]) {
      let content = try #require(files.contents[range[1]])
      #expect(Files.rows(content).keys.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } == range[0])
      guard range.count > 2 else { continue }
      let places = try #require(files.contents[range[2]]?["places"] as? [String])
      #expect(places.count * 2 == (content["terms"] as? [String])?.count)
    }
  }

  @Test
  func `however many units there are, a common word takes no more than its share, and the files are the same twice`()
    throws
  {
    var large = County()
    let item = large.archive.meetings[0].minutes.items[0]
    for number in 0..<6_000 {
      var copy = item
      copy.number = "\(number)"
      copy.title = "Ärende om a\(number % 701)x"
      copy.decisions = []
      large.archive.meetings[number % 2].minutes.items.append(copy)
    }
    let outputs = large.outputs
    let again = large.outputs
    #expect(outputs.map(\.path) == again.map(\.path) && Set(outputs.map(\.path)).count == outputs.count)
    #expect(zip(outputs, again).allSatisfy { $0.make().bytes == $1.make().bytes })
    let files = try Files(outputs)
    #expect(
      (files.catalogue["big"] as? [String: String])?["oft"] != nil
        || (files.catalogue["big"] as? [String: String])?["ofta"] != nil)
    for (name, content) in files.contents where "tb".contains(name.prefix(1)) {
      for (_, text) in Files.rows(content).values.flatMap(\.self) { #expect(text.utf8.count <= 20_020) }
    }
    #expect(files.rows["a5x"]?.first?.1.count == (0..<6_000).count { $0 % 701 == 5 })
  }

  @Test func `an empty archive has a catalogue, and what a preview shows too early is marked`() throws {
    let empty = try Files(index(Archive(site: Site()), County().standing))
    #expect(empty.units.isEmpty && empty.catalogue["units"] as? Int == 0)
    var preview = County()
    preview.archive.meetings[0].isWithheld = true
    let marked = preview.outputs.map { String(decoding: unzipped($0.make().bytes), as: UTF8.self) }.joined()
    #expect(marked.components(separatedBy: #","withheld":true}"#).count == 4)
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
    var terms = BodyTerms(name: "Länsgruppen", line: 1)
    terms.blocks = [Self.paragraph("Gruppen bereder.")]
    body.version = TermsVersion(terms, title: "Uppdrag", date: nil)
    archive.bodies = [body]
    archive.principals = [Principal(name: "Granby kommun", slug: "granby-kommun")]
    archive.people = [Person(name: "Anna Berg", slug: "anna-berg")]
    let page = Page(title: "Om", order: 1, blocks: [Self.paragraph("Om webbplatsen.")])
    archive.pages = [PlainPage(page: page, slug: "om", source: "om.md", isWithheld: false)]
    archive.agreements = [agreement("2020-01-01"), agreement("2024-01-01")]
    archive.meetings = [meeting("2023-01-10"), meeting("2024-04-19")]
  }

  var outputs: [Output] { index(archive, standing) }

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
  var contents: [String: [String: Any]] = [:]
  var units: [[String: String]] = []
  /// For each key its stems with their units and tiers.
  var rows: [String: [(String, [Int: Int])]] = [:]

  var catalogue: [String: Any] { contents["katalog"] ?? [:] }

  init(_ outputs: [Output]) throws {
    for output in outputs where output.path.hasSuffix(".sok") {
      let object = try JSONSerialization.jsonObject(with: Data(unzipped(output.make().bytes)))
      contents[String(output.path.dropFirst("sok/index/".count).dropLast(4))] = object as? [String: Any]
    }
    for name in catalogue["records"] as? [String] ?? [] {
      units += (contents[name]?["units"] as? [[String: Any]] ?? []).map { $0.compactMapValues { $0 as? String } }
    }
    for (name, content) in contents where name.hasPrefix("t") || name.hasPrefix("b") {
      for (key, stems) in Self.rows(content) where rows[key] == nil || name.hasPrefix("b") {
        rows[key] = stems.map { ($0, decoded($1)) }
      }
    }
  }

  /// By key its stems with their texts.
  static func rows(_ content: [String: Any]) -> [String: [(String, String)]] {
    let texts = content["terms"] as? [String] ?? []
    let stems = stride(from: 0, to: texts.count, by: 2).map { (texts[$0], texts[$0 + 1]) }
    return Dictionary(grouping: stems) { stem, _ in
      stem.dropFirst().first == ":" ? stem : Analysis.ours.fold(Analysis.ours.root(stem.latin1)).asText
    }
  }

  func unit(_ kind: String, _ title: String) -> Int? { units.firstIndex { $0["kind"] == kind && $0["title"] == title } }
  func tier(of key: String, in unit: Int) -> Int? { rows[key]?.compactMap { $0.1[unit] }.max() }
}

/// `8aBc5d`
private func decoded(_ text: String) -> [Int: Int] {
  var (tier, next, value) = (0, 0, 0)
  var units: [Int: Int] = [:]
  for byte in text.utf8 {
    switch byte {
    case 48...57: (tier, next) = (Int(byte) - 48, 0)
    case 65...90: value = value * 26 + Int(byte) - 65
    case 43: return units
    default:
      let unit = next + value * 26 + Int(byte) - 97
      units[unit] = tier
      (next, value) = (unit + 1, 0)
    }
  }
  return units
}

private func unzipped(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
  var stream = z_stream()
  var input = bytes
  var out = [UInt8](repeating: 0, count: 1 << 21)
  guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
  defer { inflateEnd(&stream) }
  let count = input.withUnsafeMutableBufferPointer { input in
    out.withUnsafeMutableBufferPointer { out in
      (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
      (stream.next_out, stream.avail_out) = (out.baseAddress, UInt32(out.count))
      return inflate(&stream, Z_FINISH) == Z_STREAM_END ? out.count - Int(stream.avail_out) : 0
    }
  }
  return Array(out[..<count])
}
