internal import Records

extension Here {
  /// The files of a document: what each is called, of what kind, how large, and where to get it.
  func attachments(_ attachments: [Attachment], of target: Target, _ minutes: Minutes? = nil) -> [View] {
    attachments.compactMap { attachment in
      guard let kind = attachment.kind else { return nil }
      let item = minutes == nil ? nil : overview.item(of: attachment, in: target)
      return View([
        "title": .text(attachment.title), "kind": .text(kind.label),
        "size": .text(attachment.version.map { swedish(bytes: $0.size) }),
        "href": .text(
          archive.permalink(of: attachment, in: target).map {
            Permalink.relative(path: $0.path, to: permalink.path)
          }),
        "itemHref": .text(item.map { path($0) }),
        "itemHeading": .text(minutes?.items.first { $0.line == attachment.itemLine }?.heading),
      ])
    }
  }
}

extension Attachment.Kind {
  fileprivate var label: String {
    switch self {
    case .pdf: "PDF"
    case .docx: "Word"
    case .xlsx: "Excel"
    case .pptx: "PowerPoint"
    case .odt: "OpenDocument-text"
    case .ods: "OpenDocument-kalkylblad"
    case .odp: "OpenDocument-presentation"
    case .csv: "tabell i CSV"
    case .txt: "text"
    case .png: "PNG-bild"
    case .jpg: "JPEG-bild"
    }
  }
}

/// "340 byte", "12 kB", "1,4 MB", with the prefixes of the SI.
func swedish(bytes: Int) -> String {
  if bytes < 1000 { return "\(bytes) byte" }
  if bytes < 999_500 { return "\((bytes + 500) / 1000) kB" }
  let tenths = (bytes + 50_000) / 100_000
  return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10),\(tenths % 10) MB"
}
