internal import CCrypto
internal import Records

/// The digest of a text that starts at a line of its file, and of what its front matter overrules. Blank lines before and
/// after the text are no part of it: editors add and remove them, and nobody sees it.
func digest(of text: ArraySlice<UInt8>, at line: Int, _ frontMatter: FrontMatter) -> (TextDigest, DigestPlaces) {
  let (text, skipped) = withoutBlankEnds(text)
  var lines: [UInt16] = []
  var hash = FNV()
  for byte in text {
    if byte == UInt8(ascii: "\n") {
      lines.append(hash.short)
      hash = FNV()
    } else {
      hash.add(byte)
    }
  }
  if !text.isEmpty { lines.append(hash.short) }
  let locked = frontMatter.entries.filter { !unlockedKeys.contains($0.key) }.compactMap(\.withoutUnlockedItemKeys)
  let digest = TextDigest(
    text: sha256(of: text), lines: lines,
    keys: Dictionary(locked.map { ($0.key, $0.value.hash) }, uniquingKeysWith: { first, _ in first }),
    corrections: frontMatter.corrections.count)
  let places = Dictionary(locked.map { ($0.key, $0.location.line) }, uniquingKeysWith: { first, _ in first })
  return (digest, DigestPlaces(firstLine: line + skipped, keys: places))
}

/// What may change in the front matter of an approved text without a correction: the approval itself, which the gate holds
/// to the rule each time, what only withholds, what tells of a decision or a correction of its own, and what goes with it.
private let unlockedKeys: Set = ["justerat", "justerare", "status", "undantag", "rättelse", "bilagor", "ärende"]

/// The same of one item: what is secret may have to go at once.
private let unlockedItemKeys: Set = ["sekretess", "omedelbart justerad", "stänger", "ärende"]

extension YAMLValue.Entry {
  /// Nil when nothing is left of `punkter`.
  fileprivate var withoutUnlockedItemKeys: Self? {
    guard key == "punkter", case .map(let items) = value.content else { return self }
    var rest = self
    let kept = items.compactMap { item -> Self? in
      guard case .map(let keys) = item.value.content else { return item }
      var item = item
      let locked = keys.filter { !unlockedItemKeys.contains($0.key) }
      item.value.content = .map(locked)
      return locked.isEmpty ? nil : item
    }
    rest.value.content = .map(kept)
    return kept.isEmpty ? nil : rest
  }
}

private func withoutBlankEnds(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, skippedLines: Int) {
  func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") }
  let printed = text.drop(while: isBlank)
  let skipped = text[..<printed.startIndex]
  // The indentation of the first line is a part of it.
  let start = skipped.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.startIndex
  let end = text.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
  return (text[start..<max(start, end)], skipped.count { $0 == UInt8(ascii: "\n") })
}

/// In hexadecimal.
private func sha256(of text: ArraySlice<UInt8>) -> String {
  let digest = [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
    let isDone = text.withUnsafeBytes {
      EVP_Digest($0.baseAddress, $0.count, digest.baseAddress, nil, EVP_sha256(), nil)
    }
    // It only fails where libcrypto has no SHA-256 at all.
    precondition(isDone == 1)
    count = 32
  }
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// FNV-1a with 64 bits (Fowler, Noll and Vo), folded as they say: it only tells where a text changed; that it did, SHA-256
/// tells.
private struct FNV {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var folded: UInt32 { UInt32(truncatingIfNeeded: value ^ value >> 32) }
  var short: UInt16 { UInt16(truncatingIfNeeded: folded ^ folded >> 16) }
}

extension YAMLValue {
  /// Of what the value says, however it is laid out.
  fileprivate var hash: UInt32 {
    var hash = FNV()
    add(to: &hash)
    return hash.folded
  }

  private func add(to hash: inout FNV) {
    func mark(_ sign: Unicode.Scalar) { hash.add(UInt8(ascii: sign)) }
    switch content {
    case .text(let text):
      for word in text.split(whereSeparator: \.isWhitespace) {
        mark(" ")
        word.utf8.forEach { hash.add($0) }
      }
    case .list(let values):
      mark("[")
      for value in values {
        value.add(to: &hash)
        mark(",")
      }
      mark("]")
    case .map(let entries):
      mark("{")
      for entry in entries.sorted(by: { $0.key < $1.key }) {
        entry.key.utf8.forEach { hash.add($0) }
        mark(":")
        entry.value.add(to: &hash)
        mark(",")
      }
      mark("}")
    }
  }
}
