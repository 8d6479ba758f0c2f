/// What is kept of an approved text so that a later change of it shows: enough to tell that something changed and where,
/// not what it said.
package struct TextDigest: Hashable, Sendable {
  /// SHA-256 of the text after the front matter, in hexadecimal digits.
  package var text: String
  /// A short hash of each of its lines.
  package var lines: [UInt16]
  /// A short hash of the value of each front matter key that overrules a fact.
  package var keys: [String: UInt32]
  /// How many corrections (`rättelse`) the front matter tells of.
  package var corrections: Int

  package init(text: String, lines: [UInt16], keys: [String: UInt32], corrections: Int) {
    self.text = text
    self.lines = lines
    self.keys = keys
    self.corrections = corrections
  }
}

/// Where in its file that stands of which the digest was made.
package struct DigestPlaces: Hashable, Sendable {
  /// The line of the file that is the text's first.
  package var firstLine: Int
  package var keys: [String: Int]

  package init(firstLine: Int, keys: [String: Int]) {
    self.firstLine = firstLine
    self.keys = keys
  }
}
