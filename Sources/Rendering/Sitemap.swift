internal import Records

/// The pages that search engines should know, one address a line. Needs a base URL; 50 000 addresses are what the format
/// allows, and what is beyond them is found by links.
func sitemap(_ pages: [PlannedPage], baseURL: String) -> [UInt8] {
  var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  text += #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"# + "\n"
  for page in pages.filter(\.isIndexed).prefix(50_000) {
    text += "<url><loc>\(FastHTML().escapeText(baseURL + page.permalink.fromRoot))</loc></url>\n"
  }
  return Array((text + "</urlset>\n").utf8)
}

/// Nothing is closed to robots: a page that they should pass by says so itself, and they must read it to know.
func robots(baseURL: String?) -> [UInt8] {
  let map = baseURL.map { "Sitemap: \($0)sitemap.xml\n" } ?? ""
  return Array(("User-agent: *\nAllow: /\n" + map).utf8)
}

/// Of a preview: it is for those who make the site.
let robotsOfPreview = Array("User-agent: *\nDisallow: /\n".utf8)
