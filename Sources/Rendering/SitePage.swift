internal import Records

/// A page before it is written: where it stands, what it is called, and what its template may ask for.
struct SitePage: Sendable {
  /// A step on the way from the start page.
  struct Crumb: Sendable {
    var label: String
    var permalink: Permalink
  }

  /// Why a page of a preview is not for the public.
  enum Notice: Sendable { case notApproved, draft }

  var permalink: Permalink
  var template: PageTemplate
  /// The heading; unique in the site, as the title is made of it.
  var title: String
  var description: String
  /// From the first step after the start page, without the page itself.
  var trail: [Crumb] = []
  /// False for pages that search engines should pass by: people, and what a preview shows too early.
  var isIndexed = true
  var notice: Notice?
  /// When what the page shows was last approved, adopted or corrected, by the documents' own dates; nil where they do not say.
  var updated: CalendarDate?
  /// That its title is in; nil for Swedish.
  var language: LanguageTag?
  var fields: @Sendable () -> [String: Value]
  var twin: @Sendable (PageTwin) -> PageTwin
}

/// A page that will be asked for later: its address is known, its making waits.
struct PlannedPage: Sendable {
  var permalink: Permalink
  var isIndexed = true
  var make: @Sendable () -> SitePage
}

extension SitePage {
  func html(_ overview: Overview, _ templates: Templates) -> Output.Made {
    let here = Here(overview: overview, permalink: permalink)
    let layout = here.layout(of: self)
    // The page's own names win: a view says what its page is about, the layout only where it stands.
    let view = View(layout.merging(fields()) { _, own in own })
    return templates.render(template.rawValue, view, page: permalink.path)
  }

  func json(_ overview: Overview) -> [UInt8] {
    let empty = PageTwin(
      asOf: overview.standing.asOf.description, kind: template.kind, title: title, url: permalink.fromRoot)
    var twin = twin(empty)
    twin.updated = updated?.description
    return Rendering.json(twin)
  }
}
