/// A file as it was read: where it is, what it is called, and its bytes.
package struct SourceFile: Sendable {
  /// As the user would type it; for messages to the user, never for what is published.
  package let path: String
  /// The path below the folder of content or of templates: the same wherever the user stands.
  package let name: String
  package let bytes: [UInt8]

  package init(path: String, name: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.name = name ?? path
    self.bytes = bytes
  }

  /// The text of a line (from 1), without its line end; nil beyond the file.
  package func line(_ number: Int) -> String? {
    guard number >= 1 else { return nil }
    var start = 0
    for _ in 1..<number {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
    }
    guard start < bytes.count else { return nil }
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A place in a content file. Line and column count from 1; the column counts UTF-8 bytes, as libcmark and
/// Yams do, and becomes characters when it is printed.
package struct SourceLocation: Hashable, Comparable, Sendable {
  package var path: String
  package var line: Int
  package var column: Int

  package init(path: String, line: Int = 1, column: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
  }

  package static func < (a: Self, b: Self) -> Bool { (a.path, a.line, a.column) < (b.path, b.line, b.column) }
}
