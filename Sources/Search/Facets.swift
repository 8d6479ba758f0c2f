internal import Records

/// `f0`: which units there are of each kind, body, principal and year, and which hold today.
struct Facets: Sendable {
  private struct Value {
    var slug: String
    var label: String
    var units: [UInt32] = []
  }

  let bytes: [UInt8]

  init(_ archive: Archive, _ units: [Unit], _ standing: Standing) {
    var kinds = Unit.Kind.allCases.map { Value(slug: $0.name.slug, label: $0.name.label) }
    let places = Dictionary(uniqueKeysWithValues: Unit.Kind.allCases.enumerated().map { ($1, $0) })
    var bodies = archive.bodies.map { Value(slug: $0.slug, label: $0.name) }
    var principals = archive.principals.map { Value(slug: $0.slug, label: $0.name) }
    var years: [Int: Value] = [:]
    var current: [UInt32] = []
    for (number, unit) in units.enumerated() {
      let number = UInt32(number)
      kinds[places[unit.kind] ?? 0].units.append(number)
      if let body = archive.body(of: unit) { bodies[body.index].units.append(number) }
      for principal in archive.principals(of: unit) { principals[principal.index].units.append(number) }
      if let year = archive.date(of: unit)?.year {
        years[year, default: Value(slug: "\(year)", label: "\(year)")].units.append(number)
      }
      if archive.holds(unit, standing) { current.append(number) }
    }
    var out = Array("{".utf8)
    let newest = years.sorted { $0.key > $1.key }.map(\.value)
    for (name, values) in [
      ("ar", newest), ("galler", nil), ("huvudman", principals), ("organ", bodies), ("typ", kinds),
    ] {
      let values = values?.filter { !$0.units.isEmpty }
      if values?.isEmpty == true { continue }
      if out.count > 1 { out.append(UInt8(ascii: ",")) }
      out.appendJSON(name)
      out.append(UInt8(ascii: ":"))
      guard let values else {
        out.append(UInt8(ascii: "\""))
        out.appendRuns(current)
        out.append(UInt8(ascii: "\""))
        continue
      }
      out.append(UInt8(ascii: "["))
      for value in values {
        if out.last != UInt8(ascii: "[") { out.append(UInt8(ascii: ",")) }
        out.append(UInt8(ascii: "["))
        out.appendJSON(value.slug)
        out.append(UInt8(ascii: ","))
        out.appendJSON(value.label)
        out += ",\"".utf8
        out.appendRuns(value.units)
        out += "\"]".utf8
      }
      out.append(UInt8(ascii: "]"))
    }
    out += "}\n".utf8
    bytes = out
  }
}

extension [UInt8] {
  /// Runs of units: the gap before each and its length, less one.
  fileprivate mutating func appendRuns(_ units: [UInt32]) {
    var next: UInt32 = 0
    var at = 0
    while at < units.count {
      var end = at + 1
      while end < units.count, units[end] == units[end - 1] + 1 { end += 1 }
      appendLetters(units[at] - next)
      appendLetters(UInt32(end - at - 1))
      next = units[end - 1] + 1
      at = end
    }
  }
}

extension Archive {
  fileprivate func body(of unit: Unit) -> ID<Body>? {
    switch unit {
    case .body(let id), .terms(let id): id
    case .meeting(let id), .item(let id, _), .decision(let id, _, _): meetings[id.index].body
    case .matter(let one), .followUp(let one): meetings[one.meeting.index].body
    case .agreement, .page, .principal, .person: nil
    }
  }

  fileprivate func principals(of unit: Unit) -> Set<ID<Principal>> {
    switch unit {
    case .principal(let id): [id]
    case .person(let id): Set([self[id].principal].compactMap(\.self))
    case .agreement(let id): Set(self[id].parties.compactMap(\.self))
    case .item(let id, let index), .decision(let id, let index, _):
      meetings[id.index].minutes.items[index].blocks.mentionedPrincipals
    case .meeting(let id): Set(meetings[id.index].principals.compactMap(\.self))
    case .body, .page, .terms, .matter, .followUp: []
    }
  }

  /// What holds today: agreements in force, terms of reference, and what has no end.
  fileprivate func holds(_ unit: Unit, _ standing: Standing) -> Bool {
    switch unit {
    case .agreement:
      switch status(of: unit, standing) {
      case .inForce, .endsSoon: true
      case .comingIntoForce, .ended, .replaced, .withheld, nil: false
      }
    case .body, .terms: true
    case .page, .principal, .person, .meeting, .item, .decision, .matter, .followUp: false
    }
  }
}

extension [Block] {
  fileprivate var mentionedPrincipals: Set<ID<Principal>> {
    var found: Set<ID<Principal>> = []
    for block in self { block.note(&found) }
    return found
  }
}

extension Block {
  fileprivate func note(_ found: inout Set<ID<Principal>>) {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.note(&found)
    case .list(let list): for item in list.items { for block in item.blocks { block.note(&found) } }
    case .quote(let blocks): for block in blocks { block.note(&found) }
    case .table(let table):
      for cells in [table.header] + table.rows.map(\.cells) { for cell in cells { cell.note(&found) } }
    case .code, .rule, .html: break
    }
  }
}

extension [Inline] {
  fileprivate func note(_ found: inout Set<ID<Principal>>) {
    for inline in self {
      switch inline {
      case .mention(.principal(let id), _): found.insert(id)
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .mention(_, let inner): inner.note(&found)
      case .styled(let style, let inner): if style != .deletion, style != .struck { inner.note(&found) }
      case .text, .lineBreak, .code, .image, .html: break
      }
    }
  }
}
