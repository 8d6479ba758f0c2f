import Testing

@testable import Publishing
@testable import Records

@Suite struct LinkCheckTests {
  private let site = [
    "index.html": "<h1 id=top1>", "organ/index.html": "<p id='a b'>", "organ/lsg/index.html": "<p id=\"p19-beslut-2\">",
    "assets/site.css": "", "bilagor/en fil.pdf": "", "404.html": "",
  ]

  @Test(arguments: [
    "../", "../../", "./", "#", "#top", "", "../lsg/", "../lsg/#p19-beslut-2", "#p19-beslut-2", "/organ/lsg/", "/",
    "../../index.html",
    "../../assets/site.css", "../../assets/site.css#x", "../../?q=1", "../../?q=1#top1", "https://example.org/x",
    "mailto:a@b",
    "//cdn.example/x", "data:image/png;base64,xx", "../../bilagor/en%20fil.pdf", "../../bilagor/en fil.pdf", "..",
    "../..",
    "../#a%20b",
  ])
  func `a link that leads somewhere is accepted`(_ link: String) {
    #expect(broken("<a class=x href=\"\(link)\">") == [])
  }

  @Test(arguments: [
    "../../../", "../lsg", "saknas/", "../../assets/", "#saknas", "../#p19-beslut-2", "/organ", "%00",
    "../../assets/site.cs",
    "../lsg/#P19-beslut-2",
  ])
  func `a link that leads nowhere is told as it is written`(_ link: String) {
    #expect(broken("<a class=x href=\"\(link)\">") == [link])
  }

  @Test(arguments: [
    "<!-- <a href=x> -->", "<script>'<a href=x>'</script>", "<style>a[href=x]</style>", "&lt;a href=x>",
    "<p>href=x</p>",
    "<a title='href=\"x\"' href='../'>", "<a data-href=x>", "<a href>", "<a", "<a href", "<a href=", "<", "<!--",
    "<script>",
    "<a title=\">\" href=../>", "</a href=../>", "<img alt='<a href=x>' src=../../assets/site.css>", "< a", "<a b=c/>",
  ])
  func `what only looks like a link is passed over`(_ html: String) { #expect(broken(html) == []) }

  @Test(arguments: [
    "<a href=x>", "<a href='x'>", "<a\nhref = x>", "<A HREF=\"x\">", "<a href= 'x' id>", "<img src=x>",
    "<form action=x>", "<!-- --><a href=x>",
    "<script></script><a href=x>", "<SCRIPT></SCRIPT><a href=x>", "<link rel=stylesheet href=x />", "<a id=y href=x>",
  ])
  func `a link is found however it is written`(_ html: String) {
    #expect(broken(html) == ["x"])
  }

  @Test func `entities in an address are what they stand for`() {
    #expect(broken("<a href=\"../?a=1&amp;b=2\">") == [])
    #expect(broken("<a href=\"&#39;x&amp;\">") == ["'x&"])
  }

  @Test func `a fault on every page is told a hundred times`() {
    let outputs = (0..<300).map { Output(path: "\($0).html", bytes: Array("<a href=x><a href=x><a href=#y>".utf8)) }
    let check = LinkCheck(outputs.map(\.path))
    let pages = outputs.enumerated().map { check.page($0.offset, $0.element.make().bytes) }
    #expect(check.broken(pages, outputs).count == 100)
  }

  /// The links of `html`, as the page of a body, that lead nowhere.
  private func broken(_ html: String) -> [String] {
    var site = site
    site["organ/lsg/index.html", default: ""] += html
    let outputs = site.sorted { $0.key < $1.key }.map { Output(path: $0.key, bytes: Array($0.value.utf8)) }
    let check = LinkCheck(outputs.map(\.path))
    let pages = outputs.enumerated().map { check.page($0.offset, $0.element.make().bytes) }
    return check.broken(pages, outputs).compactMap {
      guard case .brokenPageLink("organ/lsg/index.html", let destination) = $0.problem else { return nil }
      return destination
    }
  }
}
