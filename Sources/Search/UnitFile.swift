internal import Records

let unitsPerFile = 16

extension Archive {
  /// `d<n>`: `{"units":[…]}`, what a hit shows of sixteen units.
  func unitFile(_ units: ArraySlice<Unit>, _ standing: Standing) -> [UInt8] {
    var out = Array(#"{"units":["#.utf8)
    for unit in units {
      if out.last != UInt8(ascii: "[") { out.append(UInt8(ascii: ",")) }
      write(unit, standing, to: &out)
    }
    out += "]}\n".utf8
    return out
  }

  /// What a hit shows. Members are sorted, and what has no value is left out, as in all our JSON.
  private func write(_ unit: Unit, _ standing: Standing, to out: inout [UInt8]) {
    let members: [(String, String?)] = [
      ("body", bodyName(of: unit)), ("date", date(of: unit)?.description), ("kind", unit.kind.rawValue),
      ("place", place(of: unit)),
      ("status", status(of: unit, standing)?.rawValue), ("text", text(of: unit)), ("title", title(of: unit)),
      ("url", String(address(of: unit).text.dropFirst())),
    ]
    out.append(UInt8(ascii: "{"))
    for (name, value) in members {
      guard let value, !value.isEmpty else { continue }
      if out.last != UInt8(ascii: "{") { out.append(UInt8(ascii: ",")) }
      out.appendJSON(name)
      out.append(UInt8(ascii: ":"))
      out.appendJSON(value)
    }
    if isWithheld(unit) { out += #","withheld":true"#.utf8 }
    out.append(UInt8(ascii: "}"))
  }

  private func place(of unit: Unit) -> String? {
    if case .followUp(let one) = unit { return one.place }
    guard case .decision(let id, let index, let decision) = unit else { return nil }
    let count = meetings[id.index].minutes.items[index].decisions.count
    return count > 1 ? "beslut \(decision + 1) av \(count)" : nil
  }

  private func bodyName(of unit: Unit) -> String? {
    switch unit {
    case .item(let id, _), .decision(let id, _, _): bodies[meetings[id.index].body.index].name
    case .followUp(let one), .matter(let one): bodies[meetings[one.meeting.index].body.index].name
    case .body, .agreement, .page, .terms, .principal, .person, .meeting: nil
    }
  }

  func date(of unit: Unit) -> CalendarDate? {
    switch unit {
    case .meeting(let id), .item(let id, _), .decision(let id, _, _): meetings[id.index].date
    case .matter(let one), .followUp(let one): meetings[one.meeting.index].date
    case .agreement(let id): day(of: self[id])
    case .terms(let id): self[id].termsDate
    case .body, .page, .principal, .person: nil
    }
  }

  func status(of unit: Unit, _ standing: Standing) -> Standing.AgreementStatus? {
    guard case .agreement(let id) = unit, standing.agreements.indices.contains(id.index) else { return nil }
    return standing.agreements[id.index]
  }

  /// The first decision, or how the text begins.
  private func text(of unit: Unit) -> String? {
    switch unit {
    case .item(let id, let index): beginning(meetings[id.index].minutes.items[index].blocks)
    case .decision(let id, let index, let decision):
      beginning(meetings[id.index].minutes.items[index].decisions[decision].text)
    case .meeting(let id): beginning(meetings[id.index].minutes.preamble)
    case .agreement(let id): beginning(self[id].text.blocks)
    case .page(let id): beginning(self[id].page.blocks)
    case .terms(let id): beginning(self[id].terms?.blocks ?? [])
    case .followUp(let one): beginning(one.text)
    case .body, .principal, .person, .matter: nil
    }
  }

  private func isWithheld(_ unit: Unit) -> Bool {
    switch unit {
    case .item(let id, _), .decision(let id, _, _), .meeting(let id): meetings[id.index].isWithheld
    case .agreement(let id): self[id].isWithheld
    case .page(let id): self[id].isWithheld
    case .body(let id), .terms(let id): self[id].isWithheld
    case .matter(let one), .followUp(let one): one.isWithheld
    case .principal, .person: false
    }
  }

  private func address(of unit: Unit) -> Permalink {
    switch unit {
    case .body(let id): permalink(of: .body(id))
    case .agreement(let id): permalink(of: .agreement(id))
    case .page(let id): permalink(of: .page(id))
    case .matter(let one), .followUp(let one): one.permalink
    case .terms(let id): permalink(of: .body(id)).terms
    case .principal(let id): permalink(of: .principal(id))
    case .person(let id): permalink(of: .person(id))
    case .meeting(let id): permalink(of: .meeting(id))
    case .item(let id, let index): permalink(of: .item(id, index: index))
    case .decision(let id, let index, let decision):
      permalink(of: .decision(id, index: index, decision: decision))
    }
  }
}

private let shownBytes = 120

/// No more of the text than is shown is put together.
private func beginning(_ blocks: [Block]) -> String {
  var text = ""
  for block in blocks {
    if case .heading = block.kind { continue }
    text += block.plainText + " "
    if text.utf8.count > shownBytes { break }
  }
  return beginning(text)
}

/// The first 120 bytes or so on one line, cut between words.
private func beginning(_ text: String) -> String {
  var out: [UInt8] = []
  var wordEnd = 0
  for byte in text.utf8 {
    let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
    if out.count > shownBytes, wordEnd > 0 { return String(decoding: out[..<wordEnd], as: UTF8.self) + " …" }
    if !isSpace {
      if wordEnd > 0, wordEnd == out.count { out.append(UInt8(ascii: " ")) }
      out.append(byte)
    } else if out.count > wordEnd {
      wordEnd = out.count
    }
  }
  return String(decoding: out, as: UTF8.self)
}
