internal import Glibc

extension Span<UInt8> {
  /// Where a part first stands. The C library looks for its first byte, many bytes at a time.
  package func offset(of part: Span<UInt8>) -> Int? {
    guard part.count > 0 else { return 0 }
    guard count >= part.count else { return nil }
    let first = Int32(part[0])
    return withUnsafeBytes { text -> Int? in
      guard let start = text.baseAddress else { return nil }
      let last = text.count - part.count
      var place = 0
      while place <= last, let found = memchr(start + place, first, last - place + 1) {
        place = UnsafeRawPointer(found) - start
        var i = 1
        while i < part.count, text[place + i] == part[i] { i += 1 }
        if i == part.count { return place }
        place += 1
      }
      return nil
    }
  }
}
