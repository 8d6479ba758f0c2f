/// Orders text the Swedish way: a-z, then å ä ö; é with e, ü with y; case last; numbers by value.
package func swedishOrder(_ a: String, _ b: String) -> Bool {
  let (x, y) = (collationKey(a), collationKey(b))
  return x == y ? Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8)) : x.lexicographicallyPrecedes(y)
}

/// A key that sorts as `swedishOrder` does, for sorting many.
package func collationKey(_ text: String) -> [UInt16] {
  var key: [UInt16] = []
  key.reserveCapacity(text.utf8.count)
  var digits: [UInt16] = []
  func closeNumber() {
    guard !digits.isEmpty else { return }
    let significant = digits.drop { $0 == 48 }
    key.append(0x30)
    key.append(UInt16(significant.count))
    key += significant
    digits = []
  }
  for scalar in text.unicodeScalars {
    if ("0"..."9").contains(scalar) {
      digits.append(UInt16(scalar.value))
      continue
    }
    closeNumber()
    switch scalar {
    case "a"..."z": key.append(0x100 + UInt16(scalar.value) * 4)
    case "A"..."Z": key.append(0x100 + UInt16(scalar.value + 32) * 4)
    case "å", "Å": key.append(0x400)
    case "ä", "Ä", "æ", "Æ": key.append(0x404)
    case "ö", "Ö", "ø", "Ø": key.append(0x408)
    case "ü", "Ü": key.append(0x100 + 0x79 * 4)
    case "-", " ", "\u{A0}": key.append(0x20)
    default:
      let plain = slug(String(scalar))
      if plain.isEmpty { key.append(UInt16(truncatingIfNeeded: scalar.value) & 0xFF) }
      for byte in plain.utf8 { key.append(0x100 + UInt16(byte) * 4) }
    }
  }
  closeNumber()
  return key
}

extension Array {
  /// Sorted by a text the Swedish way; stable.
  package func sortedSwedish(by text: (Element) -> String) -> [Element] {
    enumerated()
      .map { (key: collationKey(text($0.element)), offset: $0.offset, element: $0.element) }
      .sorted { $0.key == $1.key ? $0.offset < $1.offset : $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.element)
  }
}
