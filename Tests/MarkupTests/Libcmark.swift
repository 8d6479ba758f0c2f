import CCmark
import Reading
import Records
import Rendering

/// The oracle: libcmark's own rendering, safe unless told otherwise.
func libcmarkHTML(_ text: [UInt8], options: Int32 = CMARK_OPT_DEFAULT) -> String {
  text.withUnsafeBytes { bytes in
    let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
    guard let html = cmark_markdown_to_html(start, bytes.count, options) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }
}

/// Ours, with nothing set.
func html(_ blocks: [Block]) -> String {
  var out: [UInt8] = []
  MarkupHTML(href: { _ in "" }).write(blocks, to: &out)
  return String(decoding: out, as: UTF8.self)
}

func html(_ markdown: String) -> String { html(parseMarkdown(Array(markdown.utf8)[...], firstLine: 1).blocks) }

/// Whether something of ours is in the tree that libcmark does not know.
func usesExtensions(_ blocks: [Block]) -> Bool {
  blocks.contains { block in
    switch block.kind {
    case .table: true
    case .paragraph(let inlines), .heading(_, let inlines): usesExtensions(inlines)
    case .list(let list): list.items.contains { usesExtensions($0.blocks) }
    case .quote(let blocks): usesExtensions(blocks)
    case .code, .rule, .html: false
    }
  }
}

private func usesExtensions(_ inlines: [Inline]) -> Bool {
  inlines.contains { inline in
    switch inline {
    case .styled, .mention: true
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): usesExtensions(inner)
    case .text, .lineBreak, .code, .image, .html: false
    }
  }
}
