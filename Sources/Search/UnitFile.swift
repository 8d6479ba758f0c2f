internal import Records

let unitsPerFile = 200

extension Archive {
  /// `sok/enheter/<n>.json`: `{"first":400,"schema":"samsyn/1","units":[…]}`, the units numbered from `first`.
  func unitFile(_ units: [Unit], from first: Int, _ standing: Standing) -> [UInt8] {
    var out = Array(#"{"first":"#.utf8)
    out.appendNumber(UInt32(first))
    out += #","schema":"samsyn/1","units":["#.utf8
    for number in first..<min(units.count, first + unitsPerFile) {
      if number > first { out.append(UInt8(ascii: ",")) }
      write(units[number], standing, to: &out)
    }
    out += "]}\n".utf8
    return out
  }

  /// What a hit shows. Members are sorted, and what has no value is left out, as in all our JSON.
  private func write(_ unit: Unit, _ standing: Standing, to out: inout [UInt8]) {
    let members: [(String, String?)] = [
      ("body", bodyName(of: unit)), ("date", date(of: unit)?.description), ("kind", unit.kind),
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

  private func bodyName(of unit: Unit) -> String? {
    switch unit {
    case .item(let id, _): self[self[id].body].name
    case .body, .agreement, .page, .terms, .principal, .person, .meeting: nil
    }
  }

  private func date(of unit: Unit) -> CalendarDate? {
    switch unit {
    case .meeting(let id), .item(let id, _): self[id].date
    case .agreement(let id): self[id].text.validFrom?.value ?? self[id].text.adoption?.date
    case .terms(let id): self[id].termsDate
    case .body, .page, .principal, .person: nil
    }
  }

  private func status(of unit: Unit, _ standing: Standing) -> Standing.AgreementStatus? {
    guard case .agreement(let id) = unit, standing.agreements.indices.contains(id.index) else { return nil }
    return standing.agreements[id.index]
  }

  /// The first decision, or how the text begins.
  private func text(of unit: Unit) -> String? {
    switch unit {
    case .item(let id, let index):
      let item = self[id].minutes.items[index]
      return item.decisions.first.map { beginning([$0.leadIn, $0.text].compactMap(\.self).joined(separator: " ")) }
        ?? beginning(item.blocks)
    case .meeting(let id): return beginning(self[id].minutes.preamble)
    case .agreement(let id): return beginning(self[id].text.blocks)
    case .page(let id): return beginning(self[id].page.blocks)
    case .terms(let id): return beginning(self[id].terms?.blocks ?? [])
    case .body, .principal, .person: return nil
    }
  }

  private func isWithheld(_ unit: Unit) -> Bool {
    switch unit {
    case .item(let id, _), .meeting(let id): self[id].isWithheld
    case .agreement(let id): self[id].isWithheld
    case .page(let id): self[id].isWithheld
    case .body(let id), .terms(let id): self[id].isWithheld
    case .principal, .person: false
    }
  }

  private func address(of unit: Unit) -> Permalink {
    switch unit {
    case .body(let id): permalink(of: .body(id))
    case .agreement(let id): permalink(of: .agreement(id))
    case .page(let id): permalink(of: .page(id))
    case .terms(let id): permalink(of: .body(id)).terms
    case .principal(let id): permalink(of: .principal(id))
    case .person(let id): permalink(of: .person(id))
    case .meeting(let id): permalink(of: .meeting(id))
    case .item(let id, let index): permalink(of: .item(id, index: index))
    }
  }
}

private let shownBytes = 160

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

/// The first 160 bytes or so on one line, cut between words.
private func beginning(_ text: String) -> String {
  var out = ""
  for word in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
    if !out.isEmpty, out.utf8.count + word.count >= shownBytes { return out + " …" }
    if !out.isEmpty { out += " " }
    out += Substring(word)
  }
  return out
}
