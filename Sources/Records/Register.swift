/// Who and what has a name, so that names in text can be found. Built by Linking; the gate and the linker are handed it.
package struct Register: Sendable {
  package private(set) var bodies: [String: Int] = [:]
  package private(set) var principals: [String: Int] = [:]

  package init() {}

  package mutating func add(body name: String, _ index: Int) { Self.insert(name, index, into: &bodies) }
  package mutating func add(principal name: String, _ index: Int) { Self.insert(name, index, into: &principals) }

  package func body(named name: String) -> ID<Body>? { bodies[nameKey(name)].map { ID($0) } }
  package func principal(named name: String) -> ID<Principal>? { principals[nameKey(name)].map { ID($0) } }

  /// The first who has a name keeps it.
  private static func insert(_ name: String, _ index: Int, into table: inout [String: Int]) {
    let key = nameKey(name)
    if !key.isEmpty, table[key] == nil { table[key] = index }
  }
}

/// A name as it is compared: lower case, one space for runs of spaces and hyphens, "läns(s)" as one, no final stop.
package func nameKey(_ name: String) -> String {
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
  var key = String(out)
  if key.hasPrefix("länssamverkan") { key = "länsamverkan" + key.dropFirst("länssamverkan".count) }
  return key
}
