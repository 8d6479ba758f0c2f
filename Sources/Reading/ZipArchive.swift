/// The files in a ZIP archive (APPNOTE 6.3), which Office and OpenDocument files are.
struct ZipArchive: Sendable {
  struct Entry: Sendable {
    var name: String
    fileprivate var isPlain: Bool
    fileprivate var start: Int
    fileprivate var size: Int
  }

  private(set) var entries: [Entry] = []

  /// From the directory at its end; nil when there is none, or when something in it is encrypted or packed in ways that
  /// no such file is.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= 22 else { return nil }
    var end = bytes.count - 22
    let least = max(0, end - 0xFFFF)
    while bytes.number(4, at: end) != 0x0605_4B50 {
      guard end > least else { return nil }
      end -= 1
    }
    guard let count = bytes.number(2, at: end + 10), var at = bytes.number(4, at: end + 16) else { return nil }
    for _ in 0..<count {
      guard bytes.number(4, at: at) == 0x0201_4B50, let flags = bytes.number(2, at: at + 8), flags & 1 == 0,
        let method = bytes.number(2, at: at + 10), method == 0 || method == 8,
        let size = bytes.number(4, at: at + 20), let nameLength = bytes.number(2, at: at + 28),
        let extra = bytes.number(2, at: at + 30), let comment = bytes.number(2, at: at + 32),
        let header = bytes.number(4, at: at + 42), at + 46 + nameLength <= bytes.count,
        bytes.number(4, at: header) == 0x0403_4B50, let ownName = bytes.number(2, at: header + 26),
        let ownExtra = bytes.number(2, at: header + 28), header + 30 + ownName + ownExtra + size <= bytes.count
      else { return nil }
      let name = String(
        decoding: (at + 46..<at + 46 + nameLength).map { bytes[$0] }, as: UTF8.self)
      entries.append(
        Entry(name: name, isPlain: method == 0, start: header + 30 + ownName + ownExtra, size: size))
      at += 46 + nameLength + extra + comment
    }
  }

  /// The file as it was packed; nil when it is damaged or larger than `limit`.
  func contents(of entry: Entry, in bytes: Span<UInt8>, limit: Int) -> [UInt8]? {
    if entry.isPlain {
      return entry.size <= limit ? (entry.start..<entry.start + entry.size).map { bytes[$0] } : nil
    }
    return inflated(bytes, from: entry.start, limit: limit)
  }
}

extension Span<UInt8> {
  /// Lowest byte first; nil beyond the end.
  fileprivate func number(_ size: Int, at place: Int) -> Int? {
    guard place >= 0, place + size <= count else { return nil }
    var value = 0
    for i in (0..<size).reversed() { value = value << 8 | Int(self[place + i]) }
    return value
  }
}
