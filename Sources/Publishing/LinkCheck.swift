internal import Records

/// Sees that every internal link of the pages that are written leads to a file of the site, and every `#anchor` to an
/// `id` on that page. Names are kept as 64-bit hashes, so that the links of a large site fit in memory.
struct LinkCheck: Sendable {
  /// What one file links to, as far as it takes all files to judge it.
  struct Page: Sendable {
    /// Hashes of the ids on the page, sorted.
    var ids: [UInt64] = []
    var anchors: [Anchor] = []
    /// Values of `href` and `src` that lead to no file.
    var broken: [String] = []
    /// Pictures on other sites.
    var pictures: [String] = []

    struct Anchor: Sendable {
      var page: Int32
      var hash: UInt64
      /// Where the value stands in the bytes of the page.
      var start: Int32
      var count: Int32
    }
  }

  private let files: [UInt64: Int32]
  private let folders: [[UInt8]]
  private let isHTML: [Bool]

  init(_ paths: [String]) {
    files = Dictionary(
      paths.enumerated().map { (hash($0.element.utf8), Int32($0.offset)) }, uniquingKeysWith: { first, _ in first })
    folders = paths.map { path in
      let end = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex
      return Array(path.utf8[..<end])
    }
    isHTML = paths.map { $0.hasSuffix(".html") }
  }

  /// The links of the file at `index`, of which these are the bytes. Only HTML has any.
  func page(_ index: Int, _ bytes: [UInt8]) -> Page {
    guard isHTML[index] else { return Page() }
    var page = Page()
    scanAttributes(of: bytes) { name, range in
      switch name {
      case .id: page.ids.append(hash(bytes[range]))
      case .link: note(bytes, range, on: index, &page)
      case .picture:
        note(bytes, range, on: index, &page)
        let value = decodedEntities(bytes[range])
        if isExternal(value), !value.starts(with: "data:".utf8) {
          page.pictures.append(String(decoding: decodedPercents(value), as: UTF8.self))
        }
      }
    }
    page.ids.sort()
    return page
  }

  /// What leads nowhere, each once: a link of a document where it was written, one of a template on the first page that
  /// has it. `links` are those of the documents, by the file of their page.
  func faults(
    of pages: [Page], _ outputs: [Output], links: () -> [String: [ContentLink]] = { [:] }
  ) -> [Diagnostic] {
    var written: [String: [ContentLink]]?
    var diagnostics: [Diagnostic] = []
    var told: Set<String> = []
    for (index, page) in pages.enumerated() {
      let missing = page.anchors.filter { !pages[Int($0.page)].ids.containsSorted($0.hash) }
      if page.broken.isEmpty, page.pictures.isEmpty, missing.isEmpty { continue }
      if written == nil { written = links() }
      var explained: Set<String> = []
      for link in written?[outputs[index].path] ?? [] {
        guard let fault = fault(of: link, on: index, pages) else { continue }
        explained.insert(fault.key)
        diagnostics.append(Diagnostic(fault.problem, at: link.location))
      }
      for source in page.pictures where !explained.contains(source) && told.insert(source).inserted {
        diagnostics.append(Diagnostic(.externalImage(source: source), at: nil))
      }
      for destination in page.broken {
        let key = key(ofBroken: Array(destination.utf8)[...], on: index)
        guard !explained.contains(key), told.insert(key).inserted else { continue }
        diagnostics.append(
          Diagnostic(.brokenPageLink(page: outputs[index].path, destination: destination), at: nil))
      }
      for anchor in missing {
        let key = key(of: anchor.page, anchor.hash, on: index)
        guard !explained.contains(key), told.insert(key).inserted else { continue }
        // An output is the same bytes each time, so the words of the link need not be kept until now.
        let bytes = outputs[index].make().bytes[Int(anchor.start)..<Int(anchor.start + anchor.count)]
        let destination = String(decoding: decodedEntities(bytes), as: UTF8.self)
        diagnostics.append(
          Diagnostic(.brokenPageLink(page: outputs[index].path, destination: destination), at: nil))
      }
    }
    return diagnostics.eachOnce()
  }
}

extension LinkCheck {
  private enum Verdict {
    case sound, broken
    case anchor(page: Int32, hash: UInt64)
  }

  private func note(_ bytes: [UInt8], _ range: Range<Int>, on index: Int, _ page: inout Page) {
    let value = decodedEntities(bytes[range])
    switch verdict(on: value, of: index) {
    case .sound: break
    case .broken: page.broken.append(String(decoding: value, as: UTF8.self))
    case .anchor(let target, let hash):
      page.anchors.append(
        Page.Anchor(page: target, hash: hash, start: Int32(range.lowerBound), count: Int32(range.count)))
    }
  }

  private func verdict(on value: ArraySlice<UInt8>, of index: Int) -> Verdict {
    guard !isExternal(value) else { return .sound }
    let (path, fragment) = parts(of: value)
    let target = path.isEmpty ? Int32(index) : resolve(decodedPercents(path), on: index).flatMap { files[hash($0)] }
    guard let target else { return .broken }
    // An empty fragment and "top" are the top of every page.
    guard !fragment.isEmpty, !fragment.elementsEqual("top".utf8), isHTML[Int(target)] else { return .sound }
    return .anchor(page: target, hash: hash(fragment))
  }

  private func parts(of value: ArraySlice<UInt8>) -> (path: ArraySlice<UInt8>, fragment: ArraySlice<UInt8>) {
    let hashSign = value.firstIndex(of: UInt8(ascii: "#"))
    var path = value[..<(hashSign ?? value.endIndex)]
    if let query = path.firstIndex(of: UInt8(ascii: "?")) { path = path[..<query] }
    return (path, hashSign.map { decodedPercents(value[($0 + 1)...]) } ?? [])
  }

  /// What is wrong with a link of a document on its page; the key is that of the same fault in the page.
  private func fault(of link: ContentLink, on index: Int, _ pages: [Page]) -> (problem: Problem, key: String)? {
    let value = Array(link.destination.utf8)[...]
    if link.isPicture, isExternal(value) {
      return (.externalImage(source: link.destination), String(decoding: decodedPercents(value), as: UTF8.self))
    }
    switch verdict(on: value, of: index) {
    case .sound: return nil
    case .broken: return (.brokenLink(destination: link.destination), key(ofBroken: value, on: index))
    case .anchor(let page, let hash):
      guard !pages[Int(page)].ids.containsSorted(hash) else { return nil }
      return (.brokenLink(destination: link.destination), key(of: page, hash, on: index))
    }
  }

  /// The file that is not there: one link of a template is written otherwise on pages of other folders.
  private func key(ofBroken value: ArraySlice<UInt8>, on index: Int) -> String {
    let path = decodedPercents(parts(of: value).path)
    return String(decoding: resolve(path, on: index) ?? Array(path), as: UTF8.self)
  }

  private func key(of page: Int32, _ hash: UInt64, on index: Int) -> String {
    "\(page == Int32(index) ? "" : String(page))#\(hash)"
  }

  /// The file that a path on the page means; nil when it leads out of the site.
  private func resolve(_ path: ArraySlice<UInt8>, on index: Int) -> [UInt8]? {
    let slash = UInt8(ascii: "/")
    var out = path.first == slash ? [] : folders[index]
    var rest = path
    if path.first == slash { rest = rest.dropFirst() }
    while !rest.isEmpty {
      let end = rest.firstIndex(of: slash) ?? rest.endIndex
      let part = rest[rest.startIndex..<end]
      if part.elementsEqual("..".utf8) {
        guard !out.isEmpty else { return nil }
        out.removeLast()
        while let last = out.last, last != slash { out.removeLast() }
      } else if !part.elementsEqual(".".utf8) {
        out += part
        if end < rest.endIndex { out.append(slash) }
      }
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
    }
    if out.isEmpty || out.last == slash { out += "index.html".utf8 }
    return out
  }
}

private enum Attribute { case id, link, picture }

/// Calls `found` for the value of every `id`, `href`, `src` and `action` in the tags of a page. Text, comments, scripts
/// and styles are passed over.
private func scanAttributes(of bytes: [UInt8], _ found: (Attribute, Range<Int>) -> Void) {
  var at = 0
  func skip(past end: StaticString, from start: Int) -> Int {
    let wanted = UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount)
    var at = start
    while at + wanted.count <= bytes.count {
      if bytes[at] | 0x20 == wanted[0] | 0x20,
        bytes[at..<at + wanted.count].elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 })
      {
        return at + wanted.count
      }
      at += 1
    }
    return bytes.count
  }
  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
    at = open + 1
    guard at < bytes.count else { return }
    if bytes[at...].starts(with: "!--".utf8) {
      at = skip(past: "-->", from: at + 3)
      continue
    }
    let nameStart = at
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
    let name = bytes[nameStart..<at]
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      guard !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "/") else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: ">") {
        at += 1
      }
      let attribute = kind(bytes[start..<at], in: name)
      if at == start { at += 1 }
      while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count else { return }
      let quote = bytes[at]
      let valueStart: Int
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        valueStart = at + 1
        at = bytes[valueStart...].firstIndex(of: quote) ?? bytes.count
      } else {
        valueStart = at
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
      }
      if let attribute, valueStart <= at { found(attribute, valueStart..<at) }
      if at < bytes.count, bytes[at] == quote { at += 1 }
    }
    if name.isName("script") { at = skip(past: "</script", from: at) }
    if name.isName("style") { at = skip(past: "</style", from: at) }
  }
}

private func kind(_ name: ArraySlice<UInt8>, in element: ArraySlice<UInt8>) -> Attribute? {
  switch name.count {
  case 2: name.isName("id") ? .id : nil
  case 3: name.isName("src") ? (element.isName("img") ? .picture : .link) : nil
  case 4: name.isName("href") ? .link : nil
  case 6: name.isName("action") ? .link : nil
  default: nil
  }
}

extension ArraySlice<UInt8> {
  /// HTML does not tell capitals from small letters in its names.
  fileprivate func isName(_ name: StaticString) -> Bool {
    count == name.utf8CodeUnitCount
      && elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: count)) { $0 | 0x20 == $1 }
  }
}

/// Another host, or a scheme of its own: `https:`, `mailto:`, `data:`. What stands before a colon is a scheme only when it
/// is made as one (RFC 3986, section 3.1); `%5Cx:y` is a path.
private func isExternal(_ value: ArraySlice<UInt8>) -> Bool {
  if value.starts(with: "//".utf8) { return true }
  let end = value.firstIndex { ":/?#".utf8.contains($0) }
  guard let end, value[end] == UInt8(ascii: ":"), let first = value.first, isLetter(first) else { return false }
  return value[..<end].allSatisfy { isLetter($0) || "0123456789+-.".utf8.contains($0) }
}

private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }

private func decodedEntities(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard value.contains(UInt8(ascii: "&")) else { return value }
  let entities: [(String, UInt8)] = [
    ("&amp;", 0x26), ("&#38;", 0x26), ("&#39;", 0x27), ("&#x27;", 0x27), ("&quot;", 0x22), ("&lt;", 0x3C),
    ("&gt;", 0x3E),
  ]
  var out: [UInt8] = []
  var rest = value
  while let first = rest.first {
    let entity = first == 0x26 ? entities.first { rest.starts(with: $0.0.utf8) } : nil
    out.append(entity?.1 ?? first)
    rest = rest.dropFirst(entity?.0.utf8.count ?? 1)
  }
  return out[...]
}

private func decodedPercents(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard value.contains(UInt8(ascii: "%")) else { return value }
  var out: [UInt8] = []
  var rest = value
  while let first = rest.first {
    let digits = rest.dropFirst().prefix(2)
    if first == UInt8(ascii: "%"), digits.count == 2,
      let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      out.append(byte)
      rest = rest.dropFirst(3)
    } else {
      out.append(first)
      rest = rest.dropFirst()
    }
  }
  return out[...]
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo).
private func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}

extension [Diagnostic] {
  /// What stands before the first body of a document is on the page of each.
  fileprivate func eachOnce() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}

extension [UInt64] {
  fileprivate func containsSorted(_ value: UInt64) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}
