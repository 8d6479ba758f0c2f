package import Records

/// What is wrong with a file that is to be published as it is, from its bytes alone.
///
/// Text is looked through for personal data, and so is that of Office and OpenDocument files, with what they hide:
/// comments, changes, sheets, macros, files inside. Of PDFs and pictures it is told what they are and what their
/// properties say; the words on their pages are not read. The text that was looked through comes with it.
package func faults(
  of bytes: [UInt8], as kind: Attachment.Kind, isStatedAccessible: Bool?, _ roleAddresses: Set<String>,
  _ excepted: Set<PersonalDataKind>
) -> (text: [UInt8], faults: [AttachmentFault]) {
  var (found, text, isAccessible) = look(at: bytes.span, kind)
  if found == [.otherKind] { return (text, found) }
  for one in personalData(in: text.span).merged(with: personalHints(in: text.span) { [] }) {
    let written = roleAddress(String(decoding: text[one.place], as: UTF8.self))
    if roleAddresses.contains(written) || !one.kind.isAlwaysRefused && excepted.contains(one.kind) { continue }
    if !found.contains(.personalData(one.kind)) { found.append(.personalData(one.kind)) }
  }
  isAccessible = isStatedAccessible ?? isAccessible
  return (text, isAccessible ? found : found + [.notAccessible])
}

/// A file may not become larger than this when it is unpacked: it would fill the memory.
private let unpackedLimit = 1 << 28

private func look(at bytes: Span<UInt8>, _ kind: Attachment.Kind)
  -> (faults: [AttachmentFault], text: [UInt8], isAccessible: Bool)
{
  let other: ([AttachmentFault], [UInt8], Bool) = ([.otherKind], [], false)
  switch kind {
  case .csv, .txt:
    // Text is as open to everybody as anything can be.
    let text = bytes.copied
    let isText = !text.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }
    guard isText, String(validating: text, as: UTF8.self) != nil else { return other }
    return ([], composed(withoutInvisible(text)), true)
  case .pdf:
    guard bytes.holds("%PDF-", at: 0) else { return other }
    let (faults, isAccessible) = faults(ofPDF: bytes)
    return (faults, [], isAccessible)
  case .png:
    guard bytes.holds("\u{89}PNG\r\n".unicodeScalars.map { UInt8($0.value) }, at: 0) else { return other }
    return (bytes.contains("eXIf") ? [.metadata(.camera)] : [], [], false)
  case .jpg:
    guard bytes.holds([0xFF, 0xD8, 0xFF], at: 0) else { return other }
    return (bytes.contains("Exif\0\0") ? [.metadata(.camera)] : [], [], false)
  case .docx, .xlsx, .pptx, .odt, .ods, .odp:
    guard let (faults, text) = faults(ofOffice: bytes, kind) else { return other }
    return (faults, text, false)
  }
}

// MARK: PDF

private func faults(ofPDF bytes: Span<UInt8>) -> (faults: [AttachmentFault], isAccessible: Bool) {
  var found: [AttachmentFault] = []
  var isAccessible = false
  func look(at part: Span<UInt8>) {
    if part.containsName("/JavaScript") || part.containsName("/Launch") { found.append(.hides(.scripts)) }
    if part.containsName("/EmbeddedFile") { found.append(.hides(.embeddedFiles)) }
    if part.namesSomebody { found.append(.metadata(.author)) }
    // ISO 32000-1, 14.8.1: a tagged PDF says `/MarkInfo << /Marked true >>`.
    if part.isMarked { isAccessible = true }
  }
  look(at: bytes)
  // From PDF 1.5 on, what says so may be packed in an object stream (7.5.7).
  var at = 0
  while let name = bytes.place(of: "/ObjStm", from: at) {
    at = name + 7
    guard var start = bytes.place(of: "stream", from: at) else { break }
    start += 6
    if start < bytes.count, bytes[start] == UInt8(ascii: "\r") { start += 1 }
    // Two bytes of zlib's own go before (RFC 1950).
    guard start + 3 < bytes.count, bytes[start + 1] & 0x0F == 8,
      let part = inflated(bytes, from: start + 3, limit: unpackedLimit >> 4)
    else { continue }
    look(at: part.span)
  }
  return (found.eachOnce, isAccessible)
}

extension Span<UInt8> {
  /// `/Author (Ada Ek)`, or the same of XMP: `<dc:creator>`. An empty one names nobody.
  fileprivate var namesSomebody: Bool {
    var at = 0
    while let name = place(of: "/Author", from: at) {
      at = name + 7
      while at < count, self[at] <= 0x20 { at += 1 }
      guard at + 1 < count, self[at] == UInt8(ascii: "(") || self[at] == UInt8(ascii: "<") else { continue }
      if self[at + 1] != UInt8(ascii: ")"), self[at + 1] != UInt8(ascii: ">") { return true }
    }
    return contains("<dc:creator>")
  }

  fileprivate var isMarked: Bool {
    var at = 0
    while let name = place(of: "/Marked", from: at) {
      at = name + 7
      while at < count, self[at] <= 0x20 { at += 1 }
      if holds("true", at: at) { return true }
    }
    return false
  }

  fileprivate func containsName(_ name: String) -> Bool {
    var at = 0
    while let place = place(of: name, from: at) {
      at = place + name.utf8.count
      if at == count || !isLetter(at: at) { return true }
    }
    return false
  }
}

// MARK: Office

private func faults(ofOffice bytes: Span<UInt8>, _ kind: Attachment.Kind) -> ([AttachmentFault], [UInt8])? {
  guard let archive = ZipArchive(bytes) else { return nil }
  let main =
    switch kind {
    case .docx: "word/document.xml"
    case .xlsx: "xl/workbook.xml"
    case .pptx: "ppt/presentation.xml"
    default: "content.xml"
    }
  guard archive.entries.contains(where: { $0.name == main }) else { return nil }
  var found: [AttachmentFault] = []
  var text: [UInt8] = []
  for entry in archive.entries {
    let name = entry.name.lowercased()
    if name.hasSuffix("vbaproject.bin") || name.hasPrefix("basic/") || name.hasPrefix("scripts/") {
      found.append(.hides(.macros))
    }
    if name.contains("/embeddings/") { found.append(.hides(.embeddedFiles)) }
    if name.contains("comments") && name.hasSuffix(".xml") && !name.contains("rels") { found.append(.hides(.comments)) }
    guard name.hasSuffix(".xml"), !name.hasSuffix("styles.xml"), !name.contains("/theme/") else { continue }
    guard let part = archive.contents(of: entry, in: bytes, limit: unpackedLimit - text.count) else { return nil }
    found += faults(ofPart: part.span, named: name)
    text += withoutInvisible(words(of: part)) + Array("\n\n".utf8)
  }
  return (found.eachOnce, text)
}

private func faults(ofPart part: Span<UInt8>, named name: String) -> [AttachmentFault] {
  var found: [AttachmentFault] = []
  switch name {
  case "docprops/core.xml", "meta.xml":
    for tag in ["<dc:creator>", "<cp:lastModifiedBy>", "<meta:initial-creator>"] {
      guard let place = part.place(of: tag, from: 0), case let next = place + tag.utf8.count, next < part.count,
        part[next] != UInt8(ascii: "<")
      else { continue }
      found.append(.metadata(.author))
    }
  case "xl/workbook.xml":
    if part.contains("state=\"hidden\"") || part.contains("state=\"veryHidden\"") { found.append(.hides(.sheets)) }
  default:
    for tag in ["<w:ins ", "<w:del ", "<w:moveFrom ", "<text:tracked-changes>", "<text:tracked-changes "]
    where part.contains(tag) { found.append(.hides(.trackedChanges)) }
    if part.contains("<office:annotation ") || part.contains("<office:annotation>") { found.append(.hides(.comments)) }
  }
  return found
}

/// The text between the tags. A word may be in several runs, so only what ends a paragraph or a cell parts words; and it
/// parts them as two line ends do, so that numbers of two cells are never read as one.
private func words(of part: [UInt8]) -> [UInt8] {
  let ends = ["w:p", "w:br", "w:tab", "a:p", "a:br", "t", "v", "is", "text:p", "text:h", "text:tab", "dc:creator"]
    .map { Array($0.utf8) }
  var out: [UInt8] = []
  var at = 0
  while at < part.count {
    guard part[at] == UInt8(ascii: "<") else {
      out.append(part[at])
      at += 1
      continue
    }
    let end = part[at...].firstIndex(of: UInt8(ascii: ">")) ?? part.count
    let tag = part[(at + 1)..<end].drop { $0 == UInt8(ascii: "/") }
    let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    if name.elementsEqual("text:s".utf8) { out.append(UInt8(ascii: " ")) }
    if ends.contains(where: { name.elementsEqual($0) }) { out += "\n\n".utf8 }
    at = end + 1
  }
  return out
}

/// Of text that a program other than ours has written: what shows nothing parts no number.
private func withoutInvisible(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else { return bytes }
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var rest = bytes[...]
  while let first = rest.first {
    let next = rest.prefix(3)
    // U+00AD, U+200B to U+200F, U+2060, U+FEFF
    if next.starts(with: [0xC2, 0xAD]) {
      rest = rest.dropFirst(2)
    } else if next.starts(with: [0xE2, 0x80]) && (0x8B...0x8F).contains(next.last ?? 0)
      || next.elementsEqual([0xE2, 0x81, 0xA0]) || next.elementsEqual([0xEF, 0xBB, 0xBF])
    {
      rest = rest.dropFirst(3)
    } else {
      out.append(first)
      rest = rest.dropFirst()
    }
  }
  return out
}

extension [AttachmentFault] {
  fileprivate var eachOnce: Self {
    var seen: Set<AttachmentFault> = []
    return filter { seen.insert($0).inserted }
  }
}

// MARK: Bytes

extension Span<UInt8> {
  fileprivate var copied: [UInt8] { withUnsafeBufferPointer { Array($0) } }

  fileprivate func holds(_ text: String, at place: Int) -> Bool { holds(Array(text.utf8), at: place) }

  fileprivate func holds(_ bytes: [UInt8], at place: Int) -> Bool {
    place + bytes.count <= count && bytes.indices.allSatisfy { self[place + $0] == bytes[$0] }
  }

  fileprivate func contains(_ text: String) -> Bool { place(of: text, from: 0) != nil }

  /// Found by its first byte, and then compared.
  fileprivate func place(of text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    return withUnsafeBufferPointer { bytes in
      var at = start
      while at + wanted.count <= bytes.count {
        if bytes[at] == wanted[0], wanted.indices.allSatisfy({ bytes[at + $0] == wanted[$0] }) { return at }
        at += 1
      }
      return nil
    }
  }
}
