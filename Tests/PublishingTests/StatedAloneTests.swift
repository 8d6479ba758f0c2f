import Foundation
import Publishing
import Reading
import Records
import Testing

/// Front matter can tell all that the text of minutes tells: nothing is out of a coordinator's reach.
@Suite struct StatedAloneTests {
  @Test(arguments: Written.all) func `what was read of minutes can be stated, and is then read the same`(
    _ written: Written
  ) throws {
    let items = written.minutes.items
    let text = "# Anteckningar\n\n" + items.map { "## § \($0.number) Ärende\n\nText.\n\n" }.joined()
    let document = read(
      SourceFile(path: "content/protokoll/a.md", bytes: Array("---\n\(written.frontMatter)---\n\(text)".utf8)))
    #expect(document.diagnostics.filter { $0.severity == .error } == [])
    guard case .minutes(let stated) = document.content else { throw CancellationError() }
    #expect(stated.facts == written.minutes.facts)
  }

  @Test func `there are many such minutes`() { #expect(Written.all.count >= 30) }
}

/// Minutes of our own whose items all have numbers.
struct Written: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var minutes: Minutes

  static let all: [Written] = {
    let folders = ["content/protokoll", "Tests/Recognition/documents"].map { Scratch.repository + "/" + $0 }
    return folders.flatMap { folder in
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return names.sorted().compactMap { name -> Written? in
        guard name.hasSuffix(".md"), case .minutes(let minutes) = document(at: "\(folder)/\(name)").content,
          minutes.body != nil, minutes.date != nil, !minutes.items.isEmpty,
          minutes.items.allSatisfy({ $0.number.first?.isNumber ?? false })
        else { return nil }
        return Written(testDescription: name, minutes: minutes)
      }
    }
  }()

  /// Every fact of the minutes as YAML.
  var frontMatter: String {
    var out = ""
    func add(_ key: String, _ fact: (some CustomStringConvertible)?) {
      if let fact { out += "\(key): \(yamlText(fact.description))\n" }
    }
    add("organ", minutes.body?.value)
    add("datum", minutes.date?.value)
    add("tid", minutes.time?.value)
    add("plats", minutes.place?.value)
    add("dnr", minutes.reference?.value)
    add("ordförande", minutes.chair?.value)
    add("sekreterare", minutes.secretary?.value)
    if !minutes.verifiers.isEmpty { out += "justerare: \(yamlList(minutes.verifiers.map(\.value)))\n" }
    let people = minutes.attendance
    for (key, group) in [
      ("närvarande", people.filter { $0.status == .present && $0.group == .member }),
      ("övriga", people.filter { $0.status == .present && $0.group != .member }),
      ("frånvarande", people.filter { $0.status == .absent }),
    ] {
      out +=
        "\(key):\(group.isEmpty ? " []" : "")\n"
        + group.map { one in
          let also = one.alsoRepresents.isEmpty ? "" : ", representerar även: \(yamlList(one.alsoRepresents))"
          return "  - \(map(one.fields).dropLast())\(also)}\n"
        }.joined()
    }
    let next = minutes.nextMeetings.filter { $0.date != nil }
    out += "nästa möten:\(next.isEmpty ? " []" : "")\n"
    for one in next { out += "  - \(map([("organ", one.body), ("datum", one.date?.description)]))\n" }
    out += "underskrifter:\(minutes.signatures.isEmpty ? " []" : "")\n"
    for one in minutes.signatures {
      out += "  - \(map([("namn", one.name), ("roll", one.role), ("datum", one.date?.description)]))\n"
    }
    out += "punkter:\n"
    for item in minutes.items {
      let name = item.occurrence > 1 ? "\(item.number)#\(item.occurrence)" : item.number
      out += "  \"\(name)\":\n    rubrik: \(yamlText(item.title))\n"
      if let kind = item.kind { out += "    typ: \(kind.value == .decision ? "beslut" : "information")\n" }
      out += "    föredragande: \(yamlList(item.presenters.map(\.name)))\n"
      out += "    beslut:\(item.decisions.isEmpty ? " []" : "")\n"
      for decision in item.decisions { out += "      - \(yamlText(decision.text))\n" }
      out += "    återkommer: \(yamlList(item.returns))\n"
      let promises = minutes.deadlines.filter { $0.item == item.number && item.occurrence == 1 }
      out += "    löften:\(promises.isEmpty ? " []" : "")\n"
      for one in promises { out += "      - \(map([("text", one.text), ("datum", one.due.description)]))\n" }
    }
    return out
  }

  private func map(_ fields: [(String, String?)]) -> String {
    let known = fields.compactMap { key, value in
      value.map { "\(key): \(yamlList([$0]).dropFirst().dropLast())" }
    }
    return "{\(known.joined(separator: ", "))}"
  }
}

extension Records.Attendance {
  fileprivate var fields: [(String, String?)] {
    [("namn", name), ("roll", role), ("organisation", organisation), ("parti", party)]
  }
}

extension AgendaItem {
  fileprivate var returns: [String] { deferrals.map { $0.date?.description ?? $0.text } }
}

extension Minutes {
  /// What the contract asks of minutes, a fact on each line.
  fileprivate var facts: [String] {
    var out = [
      body?.value, date?.value.description, time?.value, place?.value, reference?.value, chair?.value,
      secretary?.value, verifiers.map(\.value).joined(separator: "+"),
    ].map { $0 ?? "-" }
    out += attendance.filter { $0.status == .present && $0.group == .member }.map { "present \($0.told)" }
    out += attendance.filter { $0.status == .present && $0.group != .member }.map { "other \($0.told)" }
    out += attendance.filter { $0.status == .absent }.map { "absent \($0.told)" }
    out += nextMeetings.filter { $0.date != nil }.map { "next \($0.body ?? "") \($0.date?.description ?? "")" }
    out += signatures.map { "signed \($0.name) \($0.role ?? "") \($0.date?.description ?? "")" }
    for item in items {
      let presenters = item.presenters.map(\.name).joined(separator: "+")
      out.append("§ \(item.number) \(item.title) \(item.kind.map { "\($0.value)" } ?? "") \(presenters)")
      out += item.decisions.map { "  \($0.text.split { $0 == " " }.joined(separator: " "))" } + item.returns
    }
    let order = items.map(\.number)
    return out
      + deadlines.sorted { (order.firstIndex(of: $0.item) ?? 0) < (order.firstIndex(of: $1.item) ?? 0) }
      .map { "due § \($0.item) \($0.text.split { $0 == " " }.joined(separator: " ")) \($0.due)" }
  }
}

extension Records.Attendance {
  fileprivate var told: String {
    ([name, role, organisation, party?.uppercased()].map { $0 ?? "-" } + alsoRepresents).joined(separator: "|")
  }
}
