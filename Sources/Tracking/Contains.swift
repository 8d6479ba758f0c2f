internal import Glibc

/// What is tracked is NFC, as Reading leaves it, so its bytes are equal where its characters are. These stand in the place
/// of the standard library's search, which looks for grapheme boundaries and takes ten times as long.
extension String {
  func contains(_ part: String) -> Bool { holds(utf8, part) }
}

extension Substring {
  func contains(_ part: String) -> Bool { holds(utf8, part) }
}

private func holds(_ text: some Collection<UInt8>, _ part: String) -> Bool {
  part.isEmpty
    || text.withContiguousStorageIfAvailable { text in
      part.utf8.withContiguousStorageIfAvailable { holds(text, $0) } ?? false
    } ?? false
}

private func holds(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
  var place = 0
  while place + part.count <= text.count {
    guard let start = text.baseAddress, let found = memchr(start + place, Int32(part[0]), text.count - part.count - place + 1)
    else { return false }
    place = UnsafeRawPointer(found) - UnsafeRawPointer(start)
    if text[place..<place + part.count].elementsEqual(part) { return true }
    place += 1
  }
  return false
}
