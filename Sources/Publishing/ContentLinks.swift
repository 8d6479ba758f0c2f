internal import Records

/// A link or a picture of a document, and where it stands.
struct ContentLink: Sendable {
  var destination: String
  var isPicture: Bool
  var location: SourceLocation
}

/// The links of documents by the file of the page that shows them. Asked for only when a page has a link that leads
/// nowhere, to tell where it was written.
func contentLinks(in archive: Archive, of folder: SiteFolder) -> [String: [ContentLink]] {
  var links: [String: [ContentLink]] = [:]
  func add(_ blocks: [Block], of path: String?, on page: Permalink) {
    guard let path else { return }
    for (link, line) in blocks.links {
      let location = SourceLocation(path: path, line: line)
      links[page.file, default: []].append(
        ContentLink(destination: link.destination, isPicture: link.isPicture, location: location))
    }
  }
  for (index, body) in archive.bodies.enumerated() {
    let page = archive.permalink(of: .body(ID(index))).terms
    for (version, page) in [(body.version, page)] + body.otherVersions.map({ ($0, page.version(from: $0)) }) {
      add((version?.terms.blocks ?? []) + (version?.preamble ?? []), of: version?.source?.path, on: page)
    }
  }
  for (index, meeting) in archive.meetings.enumerated() {
    let blocks = meeting.minutes.preamble + meeting.minutes.items.flatMap(\.blocks)
    add(blocks, of: folder.path(ofContent: meeting.source), on: archive.permalink(of: .meeting(ID(index))))
  }
  for (index, agreement) in archive.agreements.enumerated() {
    add(
      agreement.text.blocks, of: folder.path(ofContent: agreement.source),
      on: archive.permalink(of: .agreement(ID(index))))
  }
  for (index, page) in archive.pages.enumerated() {
    add(page.page.blocks, of: folder.path(ofContent: page.source), on: archive.permalink(of: .page(ID(index))))
  }
  return links
}

private typealias FoundLink = (link: (destination: String, isPicture: Bool), line: Int)

extension [Block] {
  fileprivate var links: [FoundLink] { flatMap(\.links) }
}

extension Block {
  fileprivate var links: [FoundLink] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.links(from: line)
    case .list(let list): list.items.flatMap(\.blocks.links)
    case .quote(let blocks): blocks.links
    case .table(let table):
      table.header.flatMap { $0.links(from: line) }
        + table.rows.flatMap { row in row.cells.flatMap { $0.links(from: row.line) } }
    case .code, .rule, .html: []
    }
  }
}

extension [Inline] {
  fileprivate func links(from line: Int) -> [FoundLink] {
    var line = line
    var found: [FoundLink] = []
    collectLinks(&line, &found)
    return found
  }

  private func collectLinks(_ line: inout Int, _ found: inout [FoundLink]) {
    for inline in self {
      switch inline {
      case .text(let text): line += text.utf8.count { $0 == UInt8(ascii: "\n") }
      case .lineBreak: line += 1
      case .code, .html: break
      case .emphasis(let inner), .strong(let inner), .styled(_, let inner), .mention(_, let inner):
        inner.collectLinks(&line, &found)
      case .link(let destination, _, let inner):
        found.append(((destination, false), line))
        inner.collectLinks(&line, &found)
      case .image(let source, _, _): found.append(((source, true), line))
      }
    }
  }
}
