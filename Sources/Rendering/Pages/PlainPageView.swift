internal import Records

extension Overview {
  /// A page of running text: about, accessibility, personal data, glossary.
  func plainPage(_ id: ID<PlainPage>) -> SitePage {
    let page = archive[id]
    let permalink = archive.permalink(of: .page(id))
    // A text that begins with its title as a heading would say it twice.
    var text = page.page.blocks
    if let first = text.first, case .heading(level: 1, _) = first.kind, first.plainText == page.page.title {
      text.removeFirst()
    }
    return SitePage(
      permalink: permalink, template: .plain, title: page.page.title,
      description: "\(page.page.title) – om \(archive.site.name).", isIndexed: !page.isWithheld,
      notice: page.isWithheld ? .draft : nil,
      language: page.page.language,
      fields: { [self, text] in
        let here = Here(overview: self, permalink: permalink, isSwedish: page.page.language == nil)
        return [
          "language": .text(page.page.language?.text),
          "isRightToLeft": .flag(page.page.language?.isRightToLeft ?? false),
          "textHTML": here.html(
            text, under: 1, marks: glossary?.permalink == permalink ? glossary?.marks ?? [:] : [:]),
          "backlinks": here.backlinks(to: .page(id)),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.text = page.page.blocks.plainText.nonEmpty
        twin.language = page.page.language?.text
        twin.backlinks = backlinkEntries(to: .page(id))
        return twin
      })
  }
}
