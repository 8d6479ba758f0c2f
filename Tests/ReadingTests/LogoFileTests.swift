import Foundation
import Testing

@testable import Reading
@testable import Records

@Suite struct LogoFileTests {
  private func svg(_ inside: String, root: String = "viewBox=\"0 0 120 40\"") -> [UInt8] {
    Array("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)>\(inside)</svg>\n".utf8)
  }

  private func fault(_ bytes: [UInt8], _ kind: Logo.Kind = .svg) -> LogoFault? {
    if case .failure(let fault) = logoSize(of: bytes, as: kind) { fault } else { nil }
  }

  @Test(arguments: [
    "<path d=\"M0 0h9\"/>", "<title>A &lt; b</title><g id='a'><circle r=\"3\"/></g>", "<!-- <script> -->",
    "<style>.a { fill: #0d5c55 }</style>", "<style><![CDATA[ .a > .b { fill: url(#a) } ]]></style>",
    "<use href=\"#a\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/><use xlink:href=\"#a\"/>",
    "<image href=\"data:image/png;base64,AAAA\"/>", "<rect fill=\"url(#a)\" style=\"stroke: url('#b')\"/>",
    "<sodipodi:namedview xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" id=\"a\"/>",
  ]) func `an SVG of shapes and words may be the logo`(_ inside: String) {
    #expect(fault(svg(inside)) == nil)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "<script>"), ("<g onload=\"a()\"/>", "onload"), ("<g\nONCLICK='a()'/>", "ONCLICK"),
    ("<foreignObject/>", "<foreignObject>"), ("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", "<script>"),
    ("<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>", "xmlns:h="), ("<animate attributeName=\"href\"/>", "<animate>"),
    ("<a href=\"javascript:alert(1)\"/>", "href="), ("<a href=\"&#106;avascript:a()\"/>", "href="),
    ("<use href=\"https://a.example/b.svg#c\"/>", "href="), ("<image xlink:href=\"b.png\"/>", "xlink:href="),
    ("<image href=\"data:image/svg+xml;base64,AAAA\"/>", "href="),
    ("<rect style=\"fill: url(//a.example)\"/>", "style="),
    ("<style>@import '//a.example';</style>", "@import"), ("<style>.a { b: URL( 'a.png' ) }</style>", "url("),
    ("<style><![CDATA[@import '//a.example';]]></style>", "@import"),
    ("<?xml-stylesheet href=\"a.css\"?>", "<?xml-stylesheet>"),
    ("<rect fill=\"u\\72l(//a.example)\"/>", "fill="),
  ]) func `one that could run or fetch something may not, and what it is is told`(_ inside: String, _ part: String) {
    guard case .unsafe(let told)? = fault(svg(inside)) else {
      Issue.record("\(fault(svg(inside)).map { "\($0)" } ?? "taken")")
      return
    }
    #expect(told.hasPrefix(part))
  }

  @Test func `one that is damaged, no SVG, or declares entities is refused`() {
    for text in [
      "", "hej", "<svg></svg>", "<html xmlns=\"http://www.w3.org/2000/svg\"></html>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><g></svg>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><g a=b/></svg>",
    ] {
      #expect(fault(Array(text.utf8)) == .otherKind, "\(text)")
    }
    #expect(fault(Array("<!DOCTYPE svg [<!ENTITY a \"b\">]>".utf8) + svg("")) == .unsafe("<!DOCTYPE [...]>"))
    #expect(fault(svg("") + [0xFF]) == .otherKind)
  }

  @Test func `its shape is that of the view box, else of the width and height`() throws {
    func shape(_ root: String) throws -> Double? {
      guard case .success(let size) = logoSize(of: svg("", root: root), as: .svg) else { return nil }
      return size.width / size.height
    }
    #expect(try shape("viewBox=\"0 0 120 40\" width=\"1\" height=\"1\"") == 3)
    #expect(try shape("width='80px' height='40'") == 2)
    #expect(fault(svg("", root: "")) == .unsized && fault(svg("", root: "viewBox='0 0 1 0'")) == .unsized)
    #expect(fault(svg("", root: "width='100%' height='100%'")) == .unsized)
  }

  @Test func `a PNG tells its size, and what is none is refused`() {
    let png =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 44, 0, 0, 0, 100]
      + [UInt8](repeating: 0, count: 20)
    guard case .success(let size) = logoSize(of: png, as: .png) else {
      Issue.record("refused")
      return
    }
    #expect(size == (300, 100))
    #expect(fault(Array(png.prefix(20)), .png) == .otherKind && fault(svg(""), .png) == .otherKind)
  }
}
