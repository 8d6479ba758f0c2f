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

/// How the browser's own search box asks this site (OpenSearch 1.1): a short name has at most 16 characters there, and a long
/// one 48. Needs a base URL.
func openSearch(_ site: Site, baseURL: String) -> [UInt8] {
  func name(_ most: Int) -> String {
    var short = ""
    for word in site.name.split(separator: " ") where short.count + word.count < most {
      short += (short.isEmpty ? "" : " ") + word
    }
    return short.isEmpty ? String(site.name.prefix(most)) : short
  }
  let rows = [
    ("ShortName", name(16)), ("LongName", name(48)), ("Description", "Sök bland protokoll, beslut och avtal"),
    ("Language", "sv"), ("InputEncoding", "UTF-8"),
  ]
  let address = FastHTML().escapeText(baseURL + Permalink.search.fromRoot + "?q={searchTerms}")
  var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  text += #"<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">"# + "\n"
  for (name, value) in rows { text += "<\(name)>\(FastHTML().escapeText(value))</\(name)>\n" }
  text += "<Url type=\"text/html\" template=\"\(address)\"/>\n"
  return Array((text + "</OpenSearchDescription>\n").utf8)
}

/// Nothing is closed to robots: a page that they should pass by says so itself, and they must read it to know.
func robots(baseURL: String?) -> [UInt8] {
  let map = baseURL.map { "Sitemap: \($0)sitemap.xml\n" } ?? ""
  return Array(("User-agent: *\nAllow: /\n" + map).utf8)
}

/// Of a preview: it is for those who make the site.
let robotsOfPreview = Array("User-agent: *\nDisallow: /\n".utf8)
