/// Something that was recognised, the line that says so, and how sure it is.
package struct Fact<Value: Sendable>: Sendable {
  package var value: Value
  /// From 1; the line in the content file.
  package var line: Int
  package var certainty: Certainty

  package init(_ value: Value, line: Int, _ certainty: Certainty) {
    self.value = value
    self.line = line
    self.certainty = certainty
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Fact<Other> {
    Fact<Other>(transform(value), line: line, certainty)
  }
}

extension Fact: Equatable where Value: Equatable {}
extension Fact: Hashable where Value: Hashable {}

/// How a fact is known: the front matter states it, a heading or label names it, or it was inferred.
package enum Certainty: String, Sendable { case stated, labelled, inferred }
