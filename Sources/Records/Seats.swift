/// How many members a body has from each side, as far as its terms of reference say so in numbers.
package struct Seats: Hashable, Sendable {
  /// "Varje kommun utser en ledamot": of each municipality that is not named for itself.
  package var eachMunicipality: Int?
  /// "Storvinge kommun och Hammarsele kommun har två platser var", as the document writes the names.
  package var named: [String: Int]
  /// "Kommunerna utser sex ledamöter": of all together.
  package var municipalities: Int?
  package var region: Int?
  /// Of the first sentence that says so.
  package var line: Int

  package init(line: Int) {
    self.line = line
    named = [:]
  }
}
