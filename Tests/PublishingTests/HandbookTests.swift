import Foundation
import Publishing
import Records
import Testing

@testable import Reading

/// The handbook shows what the program does, and lists what it takes.
@Suite struct HandbookTests {
  @Test(arguments: Example.all) func `an example is understood without a word, or told as it says`(_ example: Example) {
    let told = example.diagnostics.map(\.problem.id)
    #expect(told == example.told, "\(example.diagnostics.map(\.problem))")
  }

  @Test(arguments: Example.all.filter { !$0.claims.isEmpty })
  func `what an example is said to give is what inspect tells`(_ example: Example) {
    let sheet = example.document.sheet.split(separator: "\n").map(spaced)
    for claim in example.claims {
      if claim.hasPrefix("inte ") {
        #expect(!sheet.contains { $0.contains(claim.dropFirst(5)) }, "\(claim):\n\(example.document.sheet)")
      } else {
        #expect(sheet.contains { $0.contains(claim) }, "\(claim) saknas i:\n\(example.document.sheet)")
      }
    }
  }

  @Test func `its tables of keys are those of the schemas`() throws {
    let tables = [
      ("dokument", table(frontMatterSchema.listing, hasDocuments: true)), ("samsyn.yml", table(siteSchema.listing)),
      ("personer.yml", table(peopleSchema.listing)), ("kalender.yml", table(calendarSchema.listing)),
      ("svar", table(answersSchema.listing)),
    ]
    var made = Example.handbook
    for (name, table) in tables {
      let start = try #require(made.firstRange(of: "<!-- nycklar: \(name) -->\n"), "\(name) has no marker line")
      let end = try #require(made[start.upperBound...].firstRange(of: "<!-- slut -->"))
      made.replaceSubrange(start.upperBound..<end.lowerBound, with: table)
    }
    if made != Example.handbook, ProcessInfo.processInfo.environment["RECORD"] != nil {
      try made.write(toFile: Example.path, atomically: true, encoding: .utf8)
      Issue.record("recorded: read what has changed, and run again without RECORD")
      return
    }
    #expect(made == Example.handbook, "write the tables anew: RECORD=1 swift test --filter HandbookTests")
  }

  @Test func `every key of a document stands in an example or is told of in words`() throws {
    let end = try #require(Example.handbook.firstRange(of: "\n## Alla nycklar\n"))
    let text = Example.handbook[..<end.lowerBound]
    for key in frontMatterSchema.listing {
      #expect(text.contains("\(key.name):") || text.contains("`\(key.name)`"), "\(key.name) is shown nowhere")
    }
  }
}

extension HandbookTests {
  @Test(arguments: [
    ("Deltagare", 1), ("Ledamöter", 1), ("Tjänstgörande ersättare", 1), ("Adjungerade", 1), ("Tjänstepersoner", 1),
    ("Gäster", 1), ("Inbjudna", 1), ("Förhinder", 0), ("Anmält förhinder", 0),
  ])
  func `the headings of attendance that it lists are understood`(_ heading: String, _ present: Int) throws {
    #expect(Example.handbook.contains(heading))
    let minutes = try minutes("## \(heading)\n\n- Dan Furunäs\n\n## 4. Skyltar\n\nText.\n")
    #expect(minutes.attendance.map { $0.status == .present ? 1 : 0 } == [present])
    #expect(minutes.items.count == 1)
  }

  @Test(arguments: [
    "fastställde rutinen", "antog rutinen", "bordlade ärendet", "återremitterade ärendet", "avslog ansökan",
    "biföll ansökan", "rekommenderade kommunerna att anta rutinen", "gav koordinatorn i uppdrag att ringa",
    "uppdrog åt koordinatorn att ringa", "ställde sig bakom förslaget", "enades om en fond",
  ])
  func `the verbs of decisions that it lists are understood`(_ words: String) throws {
    let verb = words.split(separator: " ")[0]
    #expect(Example.handbook.contains(verb))
    let minutes = try minutes("## 4. Skyltar\n\nHjälpmedelsrådet \(words).\n")
    #expect(minutes.items[0].decisions.map(\.text) == ["Hjälpmedelsrådet \(words)."])
  }

  @Test(arguments: ["2025-03-18", "18 mars 2025", "den 18 mars", "18/3", "20250318"])
  func `the ways to write a day that it lists are understood`(_ day: String) throws {
    let shown = day.replacing("2025", with: "2026")
    #expect(Example.handbook.contains("`\(shown)`"))
    let minutes = try minutes("## 4. Skyltar\n\nSvar lämnas senast \(day).\n")
    #expect(minutes.deadlines.map { "\($0.due)" } == ["2025-03-18"])
  }

  @Test(arguments: ["## 14. Skyltar", "## § 14 Skyltar", "## 14 § Skyltar"])
  func `the headings of items that it lists are understood`(_ heading: String) throws {
    #expect(Example.handbook.contains("`\(heading.replacing("Skyltar", with: "Rubrik"))`"))
    let items = try minutes("\(heading)\n\nText.\n").items
    #expect(items.map(\.number) == ["14"] && items.map(\.title) == ["Skyltar"])
  }

  private func minutes(_ text: String) throws -> Minutes {
    let example = Example(kind: "ärenden", told: [], text: text, line: 0)
    guard case .minutes(let minutes) = example.document.content else { throw CancellationError() }
    return minutes
  }
}

/// Rows of "| key | takes | documents | what it says |", and a table for each group of keys below a key.
private func table(_ keys: [SchemaKey], hasDocuments: Bool = false) -> String {
  func rows(_ keys: [SchemaKey], hasDocuments: Bool) -> String {
    let head =
      hasDocuments
      ? "| Nyckel | Tar | Dokument | Vad den säger |\n|---|---|---|---|\n"
      : "| Nyckel | Tar | Vad den säger |\n|---|---|---|\n"
    return keys.reduce(into: head) { out, key in
      let documents = key.documents.isEmpty ? "alla" : key.documents.map(\.rawValue).joined(separator: ", ")
      let must = key.isRequired ? " Måste finnas." : ""
      out +=
        "| `\(key.name)` | \(key.takes) |\(hasDocuments ? " \(documents) |" : "") \(key.summary)\(must) |\n"
    }
  }
  // Keys that take the same keys below them share a table.
  var groups: [(names: [String], parts: [SchemaKey])] = []
  func gather(_ keys: [SchemaKey], under path: String) {
    for key in keys where !key.parts.isEmpty {
      let name = path + "`\(key.name)`"
      if let same = groups.firstIndex(where: { $0.parts.map(\.summary) == key.parts.map(\.summary) }) {
        groups[same].names.append(name)
      } else {
        groups.append(([name], key.parts))
      }
      gather(key.parts, under: name + " · ")
    }
  }
  gather(keys, under: "")
  return groups.reduce(into: rows(keys, hasDocuments: hasDocuments)) { out, group in
    out += "\nUnder \(group.names.joined(separator: ", ")):\n\n" + rows(group.parts, hasDocuments: false)
  }
}

private func spaced(_ text: some StringProtocol) -> String {
  text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
}

/// A fenced example of the handbook, with what the fence after it says that inspect tells.
struct Example: CustomTestStringConvertible, Sendable {
  /// What the fence says the example is: a document, or a part of minutes that the rest is put round.
  var kind: String
  /// The ids of the diagnostics that it must give.
  var told: [String]
  var text: String
  var line: Int
  var claims: [String] = []
  var testDescription: String { "rad \(line): \(kind) \(told.joined(separator: " "))" }

  static let path = Scratch.repository + "/docs/handbok.md"
  static let handbook = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""

  static let all: [Example] = {
    var examples: [Example] = []
    var lines: [Substring] = []
    var fence: (info: [Substring], line: Int)?
    for (number, line) in handbook.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let open = fence, line == "```" {
        if open.info.first == "utläst" {
          examples[examples.count - 1].claims = lines.map(spaced)
        } else {
          examples.append(
            Example(
              kind: String(open.info.first ?? ""), told: open.info.dropFirst().map(String.init),
              text: lines.joined(separator: "\n") + "\n", line: open.line))
        }
        fence = nil
      } else if fence != nil {
        lines.append(line)
      } else if line.hasPrefix("```") {
        (fence, lines) = ((line.dropFirst(3).split(separator: " "), number + 1), [])
      }
    }
    return examples
  }()

  var document: Document {
    let title = "# Protokoll Hjälpmedelsrådet 2025-03-04\n\n"
    let (folder, text) =
      switch kind {
      case "huvud": ("protokoll", title + self.text + "\n## 4. Skyltar\n\nSkyltarna är på plats.\n")
      case "ärende": ("protokoll", title + "## 4. Skyltar\n\n" + self.text)
      case "ärenden": ("protokoll", title + self.text)
      case "sida": ("sidor", self.text)
      default: (kind, self.text)
      }
    return read(SourceFile(path: "content/\(folder)/exempel.md", bytes: Array(text.utf8)))
  }

  var diagnostics: [Diagnostic] {
    let file = SourceFile(path: kind, bytes: Array(text.utf8))
    return switch kind {
    case "samsyn.yml": readSettings(site: file, people: nil, calendar: nil).1
    case "personer.yml": readSettings(site: nil, people: file, calendar: nil).1
    case "svar": readAnswers(file).1
    case "kalender.yml": readSettings(site: nil, people: nil, calendar: file).1
    default: document.diagnostics
    }
  }
}
