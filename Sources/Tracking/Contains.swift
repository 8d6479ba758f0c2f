internal import Records

/// What is tracked is NFC, as Reading leaves it, so its bytes are equal where its characters are. These stand in the place
/// of the standard library's search, which looks for grapheme boundaries and takes several times as long.
extension String {
  func contains(_ part: String) -> Bool { utf8.span.offset(of: part.utf8.span) != nil }
}

extension Substring {
  func contains(_ part: String) -> Bool { utf8.span.offset(of: part.utf8.span) != nil }
}
