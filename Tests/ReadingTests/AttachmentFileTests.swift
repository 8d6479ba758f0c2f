import Foundation
import Records
import Testing

@testable import Reading

private func packed(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64)!) }

/// An archive of files that stand as they are.
private func zip(_ files: [(String, String)]) -> [UInt8] {
  func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(value >> ($0 * 8) & 255) } }
  var (out, directory): ([UInt8], [UInt8]) = ([], [])
  for (name, text) in files {
    let sizes = number(0, 4) + number(text.utf8.count, 4) + number(text.utf8.count, 4) + number(name.utf8.count, 2)
    let fixed = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4)
    directory +=
      number(0x0201_4B50, 4) + number(20, 2) + fixed + sizes + number(0, 12) + number(out.count, 4) + Array(name.utf8)
    out += number(0x0403_4B50, 4) + fixed + sizes + number(0, 2) + Array(name.utf8) + Array(text.utf8)
  }
  return out + directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    + number(directory.count, 4) + number(out.count, 4) + number(0, 2)
}

@Suite struct `Files that are published as they are` {
  private func told(_ bytes: [UInt8], _ kind: Records.Attachment.Kind) -> [AttachmentFault] {
    faults(of: bytes, as: kind, isStatedAccessible: true, [], []).faults
  }

  private func word(_ text: String, _ more: (String, String)...) -> [AttachmentFault] {
    told(zip([("word/document.xml", text)] + more), .docx)
  }

  @Test func `that are PDFs tell whether they are tagged, who wrote them and what they run`() {
    func pdf(_ text: String) -> [AttachmentFault] {
      faults(of: Array("%PDF-1.7\n\(text)".utf8), as: .pdf, isStatedAccessible: nil, [], []).faults
    }
    #expect(pdf("<</MarkInfo <</Marked true>> >>") == [])
    #expect(pdf("<</MarkInfo <</Marked false>> >>") == [.notAccessible])
    #expect(pdf("/Marked true /Author (Ada Ek)") == [.metadata(.author)])
    #expect(pdf("/Marked true /Author () /AuthorX (a)") == [])
    #expect(pdf("/Marked true /S /JavaScript /JS (x)") == [.hides(.scripts)])
    #expect(pdf("/Marked true /Type /EmbeddedFile") == [.hides(.embeddedFiles)])
    #expect(pdf("/Marked true /Launcher /EmbeddedFiles") == [])
  }

  @Test func `that are PDFs may say so in a packed object`() {
    let object = packed("eNozVDBQsLHRD6ksSNV3TixJzMlP1/dNLMr2zEvLB4qDmKkpCiVFpal2dvqOpSUZ+UUKGo4piQqu2Zp2dgBstRPX")
    let file = Array("%PDF-1.5\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\r\n".utf8) + object
    #expect(faults(of: file, as: .pdf, isStatedAccessible: nil, [], []).faults == [.metadata(.author)])
    #expect(faults(of: file.dropLast(30) + [], as: .pdf, isStatedAccessible: nil, [], []).faults == [.notAccessible])
  }

  @Test func `that are of Office are looked through, however their words are cut`() {
    #expect(word("<w:p><w:r><w:t>Planen</w:t></w:r></w:p>") == [])
    #expect(
      word("<w:t>8112</w:t></w:r><w:r a='b'><w:t xml:space='preserve'>28-98</w:t><w:t>74</w:t>") == [
        .personalData(.identityNumber)
      ])
    #expect(word("<w:p>811228</w:p><w:p>9874</w:p>") == [])
    #expect(word("<w:ins w:id='1'>a</w:ins><w:del w:id='2'/>") == [.hides(.trackedChanges)])
    #expect(
      word("", ("word/comments.xml", "<w:t>ada@gran.example</w:t>")) == [.hides(.comments), .personalData(.email)])
    #expect(word("", ("word/vbaProject.bin", "")) == [.hides(.macros)])
    #expect(word("", ("word/embeddings/a.xlsx", "")) == [.hides(.embeddedFiles)])
    #expect(word("", ("docProps/core.xml", "<dc:creator>Ada Ek</dc:creator>")) == [.metadata(.author)])
    #expect(word("", ("docProps/core.xml", "<dc:creator></dc:creator><cp:lastModifiedBy/>")) == [])
    let sheet = zip([("xl/workbook.xml", "<sheet state=\"hidden\"/>"), ("xl/a.xml", "<v>8112289874</v>")])
    #expect(told(sheet, .xlsx) == [.hides(.sheets), .personalData(.identityNumber)])
    #expect(told(zip([("content.xml", "<text:p>070-123<text:s/>45 67</text:p>")]), .odt) == [.personalData(.telephone)])
    #expect(told(sheet, .docx) == [.otherKind] && told(sheet.dropLast(3) + [], .xlsx) == [.otherKind])
  }

  @Test func `that are pictures tell of the camera`() {
    #expect(told([0xFF, 0xD8, 0xFF, 0xE1, 0, 0] + Array("Exif\0\0".utf8), .jpg) == [.metadata(.camera)])
    #expect(told([0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A], .png) == [])
    #expect(told(Array("GIF89a".utf8), .png) == [.otherKind])
  }

  private static let text = """
    och omsorg för möte länet samverkan vård för för planen länet kommun omsorg protokoll protokoll \
    planen och kommun kommun i omsorg protokoll vård för omsorg och planen beslut protokoll omsorg \
    protokoll omsorg och vård omsorg omsorg beslut möte i för region i beslut länet kommun och vård och \
    samverkan omsorg för kommun omsorg planen omsorg region möte omsorg protokoll kommun och länet länet\
     region omsorg länet samverkan vård och omsorg omsorg protokoll planen för planen samverkan beslut \
    omsorg kommun kommun beslut samverkan möte i vård beslut och för länet och beslut beslut samverkan \
    omsorg vård i länet möte region i beslut kommun och i för planen möte och omsorg protokoll region \
    region och för i vård omsorg samverkan planen planen
    """

  @Test(arguments: [
    "AQMD/PxvY2ggb21zb3JnIGbDtnIgbcO2dGUgbMOkbmV0IHNhbXZlcmthbiB2w6VyZCBmw7ZyIGbDtnIgcGxhbmVuIGzDpG5ldCBr"
      + "b21tdW4gb21zb3JnIHByb3Rva29sbCBwcm90b2tvbGwgcGxhbmVuIG9jaCBrb21tdW4ga29tbXVuIGkgb21zb3JnIHByb3Rva29s"
      + "bCB2w6VyZCBmw7ZyIG9tc29yZyBvY2ggcGxhbmVuIGJlc2x1dCBwcm90b2tvbGwgb21zb3JnIHByb3Rva29sbCBvbXNvcmcgb2No"
      + "IHbDpXJkIG9tc29yZyBvbXNvcmcgYmVzbHV0IG3DtnRlIGkgZsO2ciByZWdpb24gaSBiZXNsdXQgbMOkbmV0IGtvbW11biBvY2gg"
      + "dsOlcmQgb2NoIHNhbXZlcmthbiBvbXNvcmcgZsO2ciBrb21tdW4gb21zb3JnIHBsYW5lbiBvbXNvcmcgcmVnaW9uIG3DtnRlIG9t"
      + "c29yZyBwcm90b2tvbGwga29tbXVuIG9jaCBsw6RuZXQgbMOkbmV0IHJlZ2lvbiBvbXNvcmcgbMOkbmV0IHNhbXZlcmthbiB2w6Vy"
      + "ZCBvY2ggb21zb3JnIG9tc29yZyBwcm90b2tvbGwgcGxhbmVuIGbDtnIgcGxhbmVuIHNhbXZlcmthbiBiZXNsdXQgb21zb3JnIGtv"
      + "bW11biBrb21tdW4gYmVzbHV0IHNhbXZlcmthbiBtw7Z0ZSBpIHbDpXJkIGJlc2x1dCBvY2ggZsO2ciBsw6RuZXQgb2NoIGJlc2x1"
      + "dCBiZXNsdXQgc2FtdmVya2FuIG9tc29yZyB2w6VyZCBpIGzDpG5ldCBtw7Z0ZSByZWdpb24gaSBiZXNsdXQga29tbXVuIG9jaCBp"
      + "IGbDtnIgcGxhbmVuIG3DtnRlIG9jaCBvbXNvcmcgcHJvdG9rb2xsIHJlZ2lvbiByZWdpb24gb2NoIGbDtnIgaSB2w6VyZCBvbXNv"
      + "cmcgc2FtdmVya2FuIHBsYW5lbiBwbGFuZW4=",
    "y0/OUMjPLc4vSldIO7ytSCH38LaSVIWcw0vyUksUihNzy1KLshPzFMoOLy1KgagAEwU5iXmpeTB12fm5uaV5MHMKivJL8rPzc3KQ"
      + "WRD1+UDboIqhVCamLiS7oHIgbVATklKLc0pLkFRjaEfSAzEJJgChoAZA/JkJsaYoNT0zH+QWqCSatxAmAVmIMEEONrQQgPoWwoOa"
      + "DrERw7lIlkCthVJQbVANOGIkHxF9mKEPcQVyfCG0Q30K1YQaJ1A5hGJYYEHshGkFWg02G+o0EB8qhWEA1BqI/kyYDoix6IGPFCCZ"
      + "KI6HBiDCxwivQs2ABRnMZZmoKQDhHqiJEAoA",
    "dVJbEoMgDLwKV7MttYxAHHycqL2CF+Bi1WYziTL9MUCyu8lGur8cpYlK7551Ky7VbfYu1nf2s5u6tPoydNmt9VMeXPH7jLHLPkvd"
      + "QCktWXjGQjMNFKM9cT3taihGCC3KaCF3wMBw81NcZlPdwA2GmeSBAwh4zsAyxfeBjl6QvIylTPtJPbG2XRzAtHwDOys27RoRyCIA"
      + "BsCfjZCur3Wfu7D7UjgmBei8E+S0WMxiTYHu0j9utHbckWoIIMP4IAimvZpvDAmn5mGgTqyjgkMsk87C+Q/QfsDI4Qs=",
  ])
  func `packed bytes come out as they went in`(_ base64: String) {
    let source = packed(base64)
    #expect(inflated(source.span, limit: 10_000).map { String(decoding: $0, as: UTF8.self) } == Self.text)
    #expect(inflated(source.span, limit: Self.text.utf8.count - 1) == nil)
    for end in 0..<source.count { #expect(inflated(Array(source[..<end]).span, limit: 10_000) == nil) }
  }

  @Test func `packed bytes that repeat themselves come out, and damaged ones never crash`() {
    #expect(inflated(packed("S0wcBaNgFAx3AAA=").span, limit: 1000) == Array(repeating: 0x61, count: 1000))
    #expect(inflated(packed("S0wcBaNgFAx3AAA=").span, limit: 999) == nil)
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      let bytes = (0..<64).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      _ = inflated(bytes.span, limit: 10_000)
      _ = ZipArchive(bytes.span)
    }
  }
}
