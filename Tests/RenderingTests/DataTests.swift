import Foundation
import Records
import Rendering
import Testing

struct DataTests {
  let site = RenderedSite()

  @Test func `no file holds a null, an empty list, an empty text or keys out of order`() throws {
    for (path, bytes) in site.files where path.hasSuffix(".json") && !path.contains("/schema/") {
      let text = String(decoding: bytes, as: UTF8.self)
      let value = try JSONSerialization.jsonObject(with: Data(bytes))
      look(at: value, path)
      // Foundation writes the same value with sorted keys: the same bytes mean that ours are sorted.
      let sorted = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
      #expect(text == String(decoding: sorted, as: UTF8.self) + "\n", "\(path)")
    }
  }

  @Test func `the twin of minutes holds the text of each item`() throws {
    let twin = site.text("moten/lansgruppen/2024-04-19/index.json")
    #expect(twin.contains(#""text":"Ordföranden öppnar mötet.""#))
  }

  @Test func `control characters, quotes and slashes are written as JSON asks`() throws {
    var archive = Fixture.county
    archive.meetings[0].minutes.place?.value = "a\"b\\c\n\u{1}/å𝄞"
    let text = RenderedSite(archive).text("data/meetings.json")
    #expect(text.contains(#""place":"a\"b\\c\n\u0001/å𝄞""#))
  }

  @Test func `an empty archive is a site too`() {
    let site = RenderedSite(
      Archive(site: Site()), Standing(asOf: Fixture.day("2024-06-01"), agreements: [], upcoming: []))
    #expect(site.diagnostics == [])
    #expect(site.text("data/bodies.json") == #"{"asOf":"2024-06-01","bodies":[],"schema":"samsyn/1"}"# + "\n")
  }

  private func look(at value: Any, _ path: String) {
    switch value {
    case let object as [String: Any]:
      for (key, inner) in object {
        // The rows of a data file may be none: the file still says what kind it is.
        if let list = inner as? [Any] { #expect(!list.isEmpty || path == "data/\(key).json", "\(path): \(key)") }
        // The start page's address from the root is empty.
        if let text = inner as? String { #expect(!text.isEmpty || key == "url", "\(path): \(key)") }
        look(at: inner, path)
      }
    case let list as [Any]: for inner in list { look(at: inner, path) }
    case is NSNull: Issue.record("\(path): null")
    default: break
    }
  }
}
