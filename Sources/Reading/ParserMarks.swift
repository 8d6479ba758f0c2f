internal import Records

/// Marks that we put into a text so that libcmark keeps what our extensions need to know, and take out of its tree.
/// The mark is the noncharacter U+FDD0, which `normalise` refuses, so no source holds it. It is put
///
/// - between `\` and `|` or `~`, so that an escaped sign differs from one that splits cells or strikes text
///   (libcmark then sees the same characters beside each emphasis delimiter as before);
/// - before one of our tags that stands alone at the start of a line, so that it opens a paragraph and not HTML.
enum ParserMark {
  static let scalar = Unicode.Scalar(0xFDD0 as UInt32)
  static let bytes: [UInt8] = [0xEF, 0xB7, 0x90]

  /// The text with marks; nil when it needs none, which is nearly always.
  static func mark(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var copied = 0
    var index = 0
    func put(_ offset: Int) {
      out += text[copied..<offset]
      out += bytes
      copied = offset
    }
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if index < text.count, text[index] == UInt8(ascii: "|") || text[index] == UInt8(ascii: "~") { put(index) }
      case UInt8(ascii: "<"):
        if let end = endOfAllowedTag(text, at: index), isAlone(text, index..<end) { put(index) }
      default: break
      }
      index += 1
    }
    if copied == 0 { return nil }
    return out + text[copied...]
  }

  /// As libcmark would have read the text: `\` with a mark and `|` is `|`.
  static func unescape(_ text: String) -> String {
    remove(from: text) { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "~") }
  }
  /// For code and HTML, which know no escapes.
  static func strip(_ text: String) -> String { remove(from: text) { _ in false } }
  /// For code in a table cell, where GitHub has `\|` stand for `|`.
  static func stripInCell(_ text: String) -> String { remove(from: text) { $0 == UInt8(ascii: "|") } }

  private static func remove(from text: String, dropsBackslash: (UInt8) -> Bool) -> String {
    let utf8 = Array(text.utf8)
    guard utf8.contains(bytes[0]) else { return text }
    var out: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if utf8[index...].starts(with: bytes) {
        index += bytes.count
        if index < utf8.count, out.last == UInt8(ascii: "\\"), dropsBackslash(utf8[index]) { out.removeLast() }
      } else {
        out.append(utf8[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func endOfAllowedTag(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard let end = text[index...].prefix(16).firstIndex(of: UInt8(ascii: ">")) else { return nil }
    return AllowedTag(text[index...end]) == nil ? nil : end + 1
  }

  /// Nothing but container markers before, and blanks after, up to the ends of the line.
  private static func isAlone(_ text: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
    for byte in text[tag.upperBound...] {
      if byte == UInt8(ascii: "\n") { break }
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else { return false }
    }
    for byte in text[..<tag.lowerBound].reversed() {
      if byte == UInt8(ascii: "\n") { break }
      guard " \t>-+*.)0123456789".utf8.contains(byte) else { return false }
    }
    return tag.lowerBound == 0 || "\n \t>".utf8.contains(text[tag.lowerBound - 1])
  }
}
