import Foundation
import Testing

@testable import Search

/// What the rules make of words. Tests/Browser/test_search.py holds the search page's script against the same files.
struct AnalysisTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "Search")

  /// Every word of the rules with every ending of the list: more than fifty thousand forms, of words that are strange as well as
  /// of words that are. For each word a hash of all that its forms become. SAMSYN_RECORD=1 writes them anew, and fails.
  @Test func `the forms of fifty thousand words become what is recorded, and the script makes the same`() throws {
    let file = Self.folder.appending(path: "vectors.json")
    let recorded = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    let endings = recorded.endings.split(separator: " ", omittingEmptySubsequences: false).map { String($0).latin1 }
    let words = Rules.ours.allWords
    #expect(words.count * endings.count >= 50_000)
    var hashes: [String: String] = [:]
    for word in words {
      var hash: UInt32 = 0x811C_9DC5
      for ending in endings {
        let term = Term(word + ending)
        for byte in term.stem + [0x20] + term.key + [0x0A] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      }
      hashes[word.asText] = String(hash, radix: 16)
    }
    if ProcessInfo.processInfo.environment["SAMSYN_RECORD"] != nil {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try encoder.encode(Vectors(endings: recorded.endings, hashes: hashes)).write(to: file)
      Issue.record("recorded; run again without SAMSYN_RECORD")
    }
    let wrong = hashes.filter { recorded.hashes[$0.key] != $0.value }.keys.sorted()
    #expect(wrong.isEmpty && hashes.count == recorded.hashes.count)
  }

  /// Otherwise what the form becomes would depend on the order in which the rules are read, which is no order.
  @Test func `no form belongs to two words`() {
    let rows = (Array(Rules.ours.irregular) + Array(Rules.ours.verbs))
      .flatMap { base, forms in forms.latin1Words.map { ($0, base) } }
    let forms = Dictionary(grouping: rows, by: \.0)
    #expect(forms.filter { $0.value.count > 1 }.keys.map(\.asText) == [])
  }

  struct Vectors: Codable {
    var endings: String
    var hashes: [String: String]
  }

  @Test func `texts become the words and keys of the table`() throws {
    let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: Self.folder.appending(path: "texts.json")))
    #expect(rows.count >= 25)
    for row in rows {
      var runs = Runs()
      runs.read(row.text)
      runs.end()
      let words = (0..<runs.count).map { plainNumber(runs.text($0)).asText }
      #expect(words == row.words, "\(row.text)")
      #expect((runs.hyphened() + Specials.ours.keys(in: runs)).map(\.asText).sorted() == row.keys, "\(row.text)")
    }
  }

  struct Row: Codable {
    var text: String
    var words: [String]
    var keys: [String]
  }

  @Test(arguments: [
    "avtal avtalet avtalen avtalets", "överenskommelse överenskommelsen överenskommelser överenskommelsernas",
    "nämnd nämnden nämnder nämnders", "växel växeln växlar växlarna", "rum rummet rummen",
    "program programmet programmen",
    "kontrakt kontraktet kontrakten", "möte mötet möten mötena mötets", "skola skolan skolor skolornas",
    "barn barnet barnens",
    "ledamot ledamöter ledamöterna", "ansökan ansökningar ansökningarna", "huvudman huvudmän huvudmännen huvudmannens",
    "föreslå föreslår föreslog föreslagit föreslagna föreslås", "stark starkt starka",
    "offentlig offentligt offentliga",
    "gemensam gemensamt gemensamma", "enkel enkelt enkla", "trygg tryggt trygga",
    "besluta beslutade beslutat beslutas beslutar",
    "godkänna godkänner godkände godkänt", "planera planerar planerade planerat planerats", "mandat mandatet mandaten",
    "rutin rutiner rutinen rutinerna", "skriva skrev skrivit skrivna",
    "verksamhet verksamheten verksamheter verksamheternas",
    "museum museet museer museerna", "möta möter mötte", "förslag förslaget förslagen förslagens",
    "öka ökar ökade ökat ökas", "förbereda förberedde förberett förbereds", "binda bunden bundit bundna",
    "bilda bildar bildade", "ställa ställde ställt ställd", "sammanställa sammanställd sammanställt",
    "möjliggöra möjliggjorde möjliggjort",
    "företag företaget företagen", "undantag undantaget undantagen", "fråga frågan frågor frågas",
    "nivå nivån nivåer nivås",
    "miljö miljön miljöer", "policy policyn policyer", "läkare läkaren läkarna läkares",
    "ordförande ordföranden ordförandens",
    "boende boendet boenden", "ålder åldern åldrar", "angelägen angeläget angelägna", "intern internt interna",
    "kriterium kriteriet kriterier kriteriernas", "anta antar antog antagit antagna", "anse anser ansåg ansett",
  ])
  func `the forms of a word have one key`(_ forms: String) {
    #expect(
      Set(forms.latin1Words.map { Term($0).key.asText }).count == 1, "\(forms.latin1Words.map { Term($0).key.asText })")
  }

  @Test(arguments: [
    "förslag föreslå", "avtal tal", "plan plats", "vård vår", "allmän man", "organ organisation", "möte mot",
    "rätt rad",
    "kommun kommunikation", "samla säga", "region religion",
  ])
  func `words that are not one have not one stem`(_ words: String) {
    #expect(Set(words.latin1Words.map { Term($0).stem }).count == 2)
  }

  @Test func `what is spelt with or without dots, or as names are, has one key and several stems`() {
    for pair in [
      "lån län", "Lindqvist Lindkvist", "Karlsson Carlsson", "Eriksson Ericson", "Kristina Christina", "Filip Philip",
    ] {
      let terms = pair.split(separator: " ").map { word in
        var runs = Runs()
        runs.read(String(word))
        runs.end()
        return Term(Letters(runs.text(0)))
      }
      #expect(terms[0].key == terms[1].key && terms[0].stem != terms[1].stem, "\(pair)")
    }
  }

  @Test func `a word may go on in the next piece of a text, and one without end is cut and takes no time`() {
    var runs = Runs()
    for piece in ["vård", "hygien är", " bra", String(repeating: "å", count: 100_000)] { runs.read(piece) }
    runs.end()
    #expect(
      (0..<runs.count).map { runs.text($0).asText } == ["vårdhygien", "är", "bra" + String(repeating: "å", count: 61)])
  }
}

extension Rules {
  /// Each once, sorted.
  var allWords: [Letters] {
    let lists =
      [weak, noForms, prefixes, keep, months, optional] + strong + irregular.map { "\($0) \($1)" }
      + verbs.map { "\($0) \($1)" }
    return Set(lists.flatMap(\.latin1Words).filter { $0.first != 0x2D }).sorted { $0.lexicographicallyPrecedes($1) }
  }
}
