internal import Records

/// A value as JSON, in one pass over its fields and in their order: records declare their fields sorted, so the keys are.
/// Foundation's encoder on Linux builds a tree of boxes first and is some ten times slower.
///
/// Records hold no nil that would be written and no empty list: `nonEmpty` turns both into fields left out.
func json(_ value: some Encodable) -> [UInt8] {
  let scope = JSONScope(JSONBytes())
  // Only the containers below are written to, and they do not throw.
  try? value.encode(to: scope)
  scope.close()
  scope.out.bytes.append(UInt8(ascii: "\n"))
  return scope.out.bytes
}

extension Collection {
  var nonEmpty: [Element]? { isEmpty ? nil : Array(self) }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}

private final class JSONBytes {
  var bytes: [UInt8] = []
}

/// The place of one value: it becomes an object, a list or a single value by what is asked of it.
private final class JSONScope: Encoder {
  let out: JSONBytes
  private var closing: UInt8?
  private(set) var count = 0

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ out: JSONBytes) { self.out = out }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    open(UInt8(ascii: "{"), UInt8(ascii: "}"))
    return KeyedEncodingContainer(JSONObject<Key>(scope: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    open(UInt8(ascii: "["), UInt8(ascii: "]"))
    return JSONList(scope: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(scope: self) }

  func close() {
    if let closing { out.bytes.append(closing) }
  }

  /// What stands before a member.
  func comma() {
    if count > 0 { out.bytes.append(UInt8(ascii: ",")) }
    count += 1
  }

  func write<Value: Encodable>(_ value: Value) throws {
    // A cast that fails is slow, and most would.
    if Value.self == String.self, let text = value as? String {
      out.bytes.appendJSON(text)
    } else if Value.self == Int.self, let number = value as? Int {
      out.bytes += String(number).utf8
    } else if Value.self == Bool.self, let flag = value as? Bool {
      out.bytes += (flag ? "true" : "false").utf8
    } else {
      let scope = JSONScope(out)
      try value.encode(to: scope)
      scope.close()
    }
  }

  private func open(_ bracket: UInt8, _ end: UInt8) {
    guard closing == nil else { return }
    out.bytes.append(bracket)
    closing = end
  }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let scope: JSONScope
  var codingPath: [any CodingKey] { [] }

  private func key(_ key: Key) {
    scope.comma()
    scope.out.bytes.appendJSON(key.stringValue)
    scope.out.bytes.append(UInt8(ascii: ":"))
  }

  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    self.key(key)
    try scope.write(value)
  }

  mutating func encodeNil(forKey key: Key) {}

  mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<
    Nested
  > {
    preconditionFailure("records are encoded whole")
  }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("records are encoded whole")
  }
  mutating func superEncoder() -> any Encoder { preconditionFailure("records have no superclass") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("records have no superclass") }
}

private struct JSONList: UnkeyedEncodingContainer {
  let scope: JSONScope
  var codingPath: [any CodingKey] { [] }
  var count: Int { scope.count }

  mutating func encode<T: Encodable>(_ value: T) throws {
    scope.comma()
    try scope.write(value)
  }

  mutating func encodeNil() {}

  mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
    preconditionFailure("records are encoded whole")
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("records are encoded whole")
  }
  mutating func superEncoder() -> any Encoder { preconditionFailure("records have no superclass") }
}

private struct JSONSingle: SingleValueEncodingContainer {
  let scope: JSONScope
  var codingPath: [any CodingKey] { [] }

  mutating func encode<T: Encodable>(_ value: T) throws { try scope.write(value) }
  mutating func encodeNil() {}
}
