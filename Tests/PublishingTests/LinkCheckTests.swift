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
    "../lsg/#P19-beslut-2", "%5Cx:y", "1:2", ":",
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

  @Test func `a fault on every page is told once, and so is each of many faults`() {
    let outputs = (0..<300).map { number in
      let up = number < 150 ? "" : "../"
      return Output(
        path: "\(number < 150 ? "" : "a/")\(number).html",
        bytes: Array("<a href=\(up)x><a href=#y><img src=https://a.example/b.png><a href=own\(number)>".utf8))
    }
    let problems = faults(outputs).map(\.problem)
    let shared: [Problem] = [
      .brokenPageLink(page: "0.html", destination: "x"), .brokenPageLink(page: "0.html", destination: "#y"),
      .externalImage(source: "https://a.example/b.png"),
    ]
    #expect(shared.allSatisfy(problems.contains))
    #expect(problems.count == 303)
  }

  @Test func `a fault of a document is told where it was written, one of a template beside it too`() {
    let html = ##"<a href="x/%C3%A5.pdf"><a href="#y"><img src="https://a.example/b.png"><a href="mall">"##
    let page = Output(path: "om/index.html", bytes: Array(html.utf8))
    let place = SourceLocation(path: "content/sidor/om.md", line: 7)
    func link(_ destination: String, isPicture: Bool = false) -> ContentLink {
      ContentLink(destination: destination, isPicture: isPicture, location: place)
    }
    let links = [link("x/å.pdf"), link("#y"), link("https://a.example/b.png", isPicture: true), link("./")]
    #expect(
      faults([page], ["om/index.html": links]) == [
        Diagnostic(.brokenLink(destination: "x/å.pdf"), at: place),
        Diagnostic(.brokenLink(destination: "#y"), at: place),
        Diagnostic(.externalImage(source: "https://a.example/b.png"), at: place),
        Diagnostic(.brokenPageLink(page: "om/index.html", destination: "mall"), at: nil),
      ])
  }

  private func faults(_ outputs: [Output], _ links: [String: [ContentLink]] = [:]) -> [Diagnostic] {
    let check = LinkCheck(outputs.map(\.path))
    let pages = outputs.enumerated().map { check.page($0.offset, $0.element.make().bytes) }
    return check.faults(of: pages, outputs) { links }
  }

  /// The links of `html`, as the page of a body, that lead nowhere.
  private func broken(_ html: String) -> [String] {
    var site = site
    site["organ/lsg/index.html", default: ""] += html
    let outputs = site.sorted { $0.key < $1.key }.map { Output(path: $0.key, bytes: Array($0.value.utf8)) }
    let check = LinkCheck(outputs.map(\.path))
    let pages = outputs.enumerated().map { check.page($0.offset, $0.element.make().bytes) }
    return check.faults(of: pages, outputs).compactMap {
      guard case .brokenPageLink("organ/lsg/index.html", let destination) = $0.problem else { return nil }
      return destination
    }
  }
}
