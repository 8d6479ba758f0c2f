internal import Records

/// A file of the index: gzip, with an ending that no web host knows, so that none says it is something else. Its name has a
/// hash of what is in it: a page that is open never reads two builds mixed.
struct IndexFile: Sendable {
  let name: String
  private let zipped: [UInt8]

  init(kind: String, number: Int, zipped: [UInt8]) {
    var hash = fnv1a(zipped)
    var text: [UInt8] = []
    for _ in 0..<5 {
      text.append(UInt8(ascii: "a") + UInt8(hash % 26))
      hash /= 26
    }
    name = "\(kind)\(number)-\(String(decoding: text, as: UTF8.self))"
    self.zipped = zipped
  }

  static let folder = "sok/index"
  static let catalogue = "\(folder)/katalog.sok"

  var output: Output { Output(path: "\(Self.folder)/\(name).sok", bytes: zipped) }
}
