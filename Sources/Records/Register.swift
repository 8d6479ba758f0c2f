/// Who and what has a name, in every way it is written. Built by Linking from the settings and the terms of reference;
/// the gate and the linker are handed it.
package struct Register: Sendable {
  package private(set) var bodies: [Body] = []
  package private(set) var principals: [Principal] = []
  private var bodyPlaces: [String: Int] = [:]
  private var principalPlaces: [String: Int] = [:]
  /// The spellings of the name register, each with the number of its person; nil for one that several share.
  private var people: [String: Int?] = [:]
  private var peopleCount = 0

  package init() {}

  /// The same for every spelling that the name register gives one person and nobody else; any other name is its own.
  package func personKey(_ name: String) -> String {
    let key = nameKey(name)
    guard case .some(.some(let number)) = people[key] else { return key }
    return "#\(number)"
  }

  package mutating func enter(_ person: PersonEntry) {
    for key in Set(person.spellings.map(nameKey)) {
      people[key] = .some(people[key] == nil ? peopleCount : nil)
    }
    peopleCount += 1
  }

  /// The body of a name; its place holds until the register is sorted.
  package func body(named name: String) -> ID<Body>? { bodyPlaces[nameKey(name)].map { ID($0) } }
  package func principal(named name: String) -> ID<Principal>? {
    (principalPlaces[nameKey(name)] ?? principalPlaces[nameKey(withoutGenitive(name))]).map { ID($0) }
  }

  /// Enters a body under its name and aliases, or adds the names to the body that already has one of them.
  package mutating func enter(body name: String, aliases: [String]) -> ID<Body> {
    let names = [name] + aliases
    let place = names.compactMap { bodyPlaces[nameKey($0)] }.first ?? bodies.count
    if place == bodies.count { bodies.append(Body(name: name, slug: "")) }
    for written in names where bodyPlaces[nameKey(written)] == nil {
      bodyPlaces[nameKey(written)] = place
      if nameKey(written) != nameKey(bodies[place].name) { bodies[place].aliases.append(written) }
    }
    return ID(place)
  }

  package mutating func enter(_ principal: Principal) {
    for name in [principal.name, withoutGenitive(principal.name)] + principal.aliases
    where principalPlaces[nameKey(name)] == nil {
      principalPlaces[nameKey(name)] = principals.count
    }
    principals.append(principal)
  }

  package mutating func change(_ body: ID<Body>, _ change: (inout Body) -> Void) { change(&bodies[body.index]) }

  /// Bodies and principals by name, each with an address of its own: the one that it has had, else a new one.
  package func sorted(given: GivenAddresses = GivenAddresses()) -> Register {
    var out = Register()
    (out.people, out.peopleCount) = (people, peopleCount)
    let oldBodies = bodies.map { given.slug(of: .body($0.name), in: "organ") }
    let oldPrincipals = principals.map { given.slug(of: .principal($0.name), in: "huvudman") }
    var slugs = GivenSlugs(oldBodies, in: "organ", given)
    let order = bodies.indices.map { $0 }.sortedSwedish { bodies[$0].name }
    var places = [Int](repeating: 0, count: bodies.count)
    for (index, old) in order.enumerated() {
      places[old] = index
      var body = bodies[old]
      body.slug = slugs.next(body.name, old: oldBodies[old])
      out.bodies.append(body)
    }
    for index in out.bodies.indices { out.bodies[index].parent = out.bodies[index].parent.map { ID(places[$0.index]) } }
    out.bodyPlaces = bodyPlaces.mapValues { places[$0] }
    slugs = GivenSlugs(oldPrincipals, in: "huvudman", given)
    for place in principals.indices.map({ $0 }).sortedSwedish(by: { principals[$0].name }) {
      var principal = principals[place]
      principal.slug = slugs.next(principal.name, old: oldPrincipals[place])
      out.enter(principal)
    }
    return out
  }
}

/// Slugs of which some were given before.
private struct GivenSlugs {
  private var slugs: Slugs
  private var unused: Set<String>
  private let folder: String
  private let given: GivenAddresses

  init(_ old: [String?], in folder: String, _ given: GivenAddresses) {
    unused = Set(old.compactMap(\.self))
    slugs = Slugs(taken: unused)
    (self.folder, self.given) = (folder, given)
  }

  mutating func next(_ name: String, old: String?) -> String {
    if let old, unused.remove(old) != nil { return old }
    while true {
      let slug = slugs.next(name)
      if !given.isClosed("/\(folder)/\(slug)/") { return slug }
    }
  }
}

extension Register {
  /// The body whose minutes these are: "Länssamordningsgrupp (LSG)" is "Länssamordningsgruppen".
  package func body(of minutes: Minutes) -> ID<Body>? {
    guard let written = minutes.body?.value else { return nil }
    let name = withoutAbbreviation(written)
    let definite = name.hasSuffix("grupp") ? name + "en" : name.hasSuffix("råd") ? name + "et" : name
    return body(named: written) ?? body(named: name) ?? body(named: definite)
  }
}

/// "Länssamordningsgrupp (LSG)" without its abbreviation.
package func withoutAbbreviation(_ name: String) -> String {
  guard let open = name.firstIndex(of: "("), name.hasSuffix(")") else { return name }
  return name[..<open].split(separator: " ").joined(separator: " ")
}

/// "Tallbergs kommun" and "Tallberg kommun" are one.
package func withoutGenitive(_ name: String) -> String {
  let words = name.split(separator: " ")
  guard words.count == 2, words[1].lowercased() == "kommun", words[0].hasSuffix("s") else { return name }
  return "\(words[0].dropLast()) \(words[1])"
}

/// A name as it is compared: lower case, one space for runs of spaces and hyphens, "läns(s)" as one, no final stop.
package func nameKey(_ name: String) -> String {
  var out: [UInt8] = []
  out.reserveCapacity(name.utf8.count)
  var gap = false
  var bytes = name.utf8.makeIterator()
  func add(_ first: UInt8, _ second: UInt8? = nil) {
    if gap, !out.isEmpty { out.append(0x20) }
    gap = false
    out.append(first)
    if let second { out.append(second) }
  }
  while let byte = bytes.next() {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20)
    case _ where byte.joinsWords: gap = true
    case 0..<0x80: add(byte)
    case 0xC3:
      // À to Þ stand 0x20 below à to þ; × is no letter.
      let second = bytes.next() ?? 0
      add(byte, (0x80...0x9E).contains(second) && second != 0x97 ? second + 0x20 : second)
    default: return nameKeyByUnicode(name)
    }
  }
  return withOneSpelling(String(decoding: out, as: UTF8.self))
}

extension UInt8 {
  /// A space, or a mark that one writes and another leaves out.
  fileprivate var joinsWords: Bool {
    switch self {
    case 0x20, 0x0A, 0x09, 0x2C...0x2F, 0x3A, 0x3B, 0x2A, 0x5F: true
    default: false
    }
  }
}

/// Of names in other letters than those of Latin-1, and with other dashes than the hyphen.
private func nameKeyByUnicode(_ name: String) -> String {
  var out = String.UnicodeScalarView()
  var gap = false
  for scalar in name.lowercased().unicodeScalars {
    switch scalar {
    case " ", "\u{A0}", "\n", "\t", "-", "‐", "‑", "–", "/", ",", ".", ":", ";", "*", "_":
      gap = true
    default:
      if gap, !out.isEmpty { out.append(" ") }
      gap = false
      out.append(scalar)
    }
  }
  return withOneSpelling(String(out))
}

private func withOneSpelling(_ key: String) -> String {
  let (written, kept) = ("länssamverkan", "länsamverkan")
  guard key.utf8.starts(with: written.utf8) else { return key }
  return kept + Substring(key.utf8.dropFirst(written.utf8.count))
}
