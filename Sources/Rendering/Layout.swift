internal import Records

/// What the skeleton of every page asks for.
extension Here {
  func layout(of page: SitePage) -> [String: Value] {
    let site = archive.site
    // The not-found page is served at any address, where relative links lead nowhere: it has none, or whole ones.
    let isRootless = page.template == .notFound
    let base = isRootless ? site.baseURL ?? "" : Permalink.relative(path: "/", to: permalink.path)
    return [
      "siteName": .text(site.name),
      "county": .text(site.county),
      "documentTitle": .text(
        (page.notice.map { "\($0.word): " } ?? "")
          + (page.permalink == .home ? page.title : "\(page.title) – \(site.name)")),
      "title": .text(page.title),
      "description": .text(page.description),
      "canonical": .text(isRootless ? "" : site.baseURL.map { $0 + page.permalink.fromRoot }),
      "isHidden": .flag(!page.isIndexed || page.notice != nil || isRootless),
      "hasLinks": .flag(!isRootless || site.baseURL != nil),
      "hasTwin": .flag(!isRootless),
      "root": .text(base == "./" ? "" : base),
      "home": .text(base == "" ? "./" : base),
      "searchHref": .text(
        page.template == .search ? "" : isRootless ? base + Permalink.search.fromRoot : path(.search)),
      // A page that stands at any address loads no script by a whole one.
      "hasSlash": .flag(page.template != .search && !isRootless),
      "openSearch": .text(isRootless || site.baseURL == nil ? "" : (base == "./" ? "" : base) + "opensearch.xml"),
      "feedHref": .text(
        isRootless || site.baseURL == nil
          ? "" : Permalink.relative(path: "\(overview.feed(of: page).path)atom.xml", to: permalink.path)),
      "logo": .part(site.logo.map { logo($0, base: base == "./" ? "" : base) }),
      "menu": .list(menu(for: page, base: isRootless ? base : nil)),
      "plainPages": .list(plainPages(base: isRootless ? base : nil)),
      "trail": .part(trail(of: page)),
      "isExample": .flag(site.exampleDate != nil),
      "notice": .part(page.notice.map { View(["word": .text($0.word), "text": .text($0.text)]) }),
      "asOf": .list([date(standing.asOf)]),
      "updated": .list(page.updated.map { [date($0)] } ?? []),
      "noticeBoardsHref": .text(
        archive.principals.contains { $0.noticeBoard != nil }
          ? isRootless ? base + Permalink.principals.fromRoot : path(.principals) : ""),
      "requestHref": .text(
        isRootless ? base + Permalink.requests.fromRoot : path(.requests)),
      "licence": .part(site.licence.map(licence)),
      "contact": .part(site.contact.map(contact)),
    ]
  }

  private func menu(for page: SitePage, base: String?) -> [View] {
    let section = page.trail.first?.permalink
    return Permalink.menu.map { entry in
      View([
        "label": .text(entry.label),
        "href": .text(base.map { $0 + entry.permalink.fromRoot } ?? path(entry.permalink)),
        "isHere": .flag(entry.permalink == page.permalink), "isAbove": .flag(entry.permalink == section),
      ])
    }
  }

  private func plainPages(base: String?) -> [View] {
    let own = archive.pages.indices.map { index in
      let page = archive.pages[index].page
      return (page.title, archive.permalink(of: .page(ID(index))), page.language?.text)
    }
    let statement = archive.site.accessibility.map { _ in
      [("Tillgänglighetsredogörelse", Permalink.accessibility, String?.none)]
    }
    return (own + (statement ?? []) + [("Öppna data", .data, nil)]).map { label, target, language in
      View([
        "label": .text(label), "language": .text(language),
        "href": .text(base.map { $0 + target.fromRoot } ?? path(target)),
      ])
    }
  }

  private func trail(of page: SitePage) -> View? {
    guard page.permalink != .home, page.template != .notFound else { return nil }
    let steps = [SitePage.Crumb(label: "Start", permalink: .home)] + page.trail
    return View([
      "steps": .list(steps.map { View(["label": .text($0.label), "href": href($0.permalink)]) }),
      "last": .text(page.title), "language": .text(page.language?.text),
    ])
  }

  /// As high as the band lets it be; the style sheet says the same.
  private func logo(_ logo: Logo, base: String) -> View {
    let width = Int((40 * logo.width / logo.height).rounded())
    return View([
      "src": .text(base + logo.address), "width": .number(min(max(width, 1), 1000)), "height": .number(40),
    ])
  }

  private func licence(_ licence: String) -> View {
    let known: [String: (name: String, href: String)] = [
      "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
      "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ]
    return View(["name": .text(known[licence]?.name ?? licence), "href": .text(known[licence]?.href ?? "")])
  }

  private func contact(_ contact: String) -> View {
    let isAddress = contact.contains("@") && !contact.contains(" ")
    let isPage = contact.hasPrefix("https://") && !contact.contains(" ")
    return View(["name": .text(contact), "href": .text(isAddress ? "mailto:\(contact)" : isPage ? contact : "")])
  }
}

extension SitePage.Notice {
  fileprivate var word: String {
    switch self {
    case .notApproved: "EJ JUSTERAT"
    case .draft: "UTKAST"
    }
  }

  fileprivate var text: String {
    switch self {
    case .notApproved: "Protokollet är inte justerat och får inte spridas. Sidan finns bara i förhandsvisningen."
    case .draft: "Texten är inte beslutad och får inte spridas. Sidan finns bara i förhandsvisningen."
    }
  }
}

extension Permalink {
  /// How to ask for what is not published.
  static let requests = Permalink(unpublished.path, fragment: "begar-ut")

  /// The address without its first slash, to be put after the site's own: `moten/lsg/2024-04-19/#p19`.
  var fromRoot: String { String(text.dropFirst()) }
}
