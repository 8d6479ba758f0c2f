internal import Records

/// A raw HTML tag that authors may write: `del ins s sup sub br` without attributes, in either case.
enum AllowedTag: Equatable {
  case open(Inline.Style)
  case close(Inline.Style)
  /// `<br>` or `<br/>`
  case lineBreak

  /// `tag` is the whole tag, brackets included.
  init?(_ tag: some Collection<UInt8>) {
    var name = tag.dropFirst().prefix { $0 != UInt8(ascii: ">") }.map { $0 | 0x20 }
    while name.last == UInt8(ascii: " ") { name.removeLast() }
    let closes = name.first == UInt8(ascii: "/")
    if closes { name.removeFirst() }
    let text = String(decoding: name, as: UTF8.self)
    if let style = Inline.Style(rawValue: text) {
      self = closes ? .close(style) : .open(style)
    } else if !closes, ["br", "br/", "br /"].contains(text) {
      self = .lineBreak
    } else {
      return nil
    }
  }
}
