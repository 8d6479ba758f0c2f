internal import Records

/// The blocks with headings that go on from a heading of level `under`, without a gap: sources jump between levels,
/// pages must not (WCAG 1.3.1). Level 6 is the deepest that there is.
func outlined(_ blocks: [Block], under level: Int) -> [Block] {
  var open: [Int] = []
  return blocks.map { outlined($0, under: level, &open) }
}

private func outlined(_ block: Block, under level: Int, _ open: inout [Int]) -> Block {
  var block = block
  switch block.kind {
  case .heading(let own, let inlines):
    while let last = open.last, last >= own { open.removeLast() }
    open.append(own)
    block.kind = .heading(level: min(level + open.count, 6), inlines)
  case .quote(let inner):
    block.kind = .quote(inner.map { outlined($0, under: level, &open) })
  case .list(var list):
    for index in list.items.indices {
      list.items[index].blocks = list.items[index].blocks.map { outlined($0, under: level, &open) }
    }
    block.kind = .list(list)
  case .paragraph, .code, .rule, .html, .table: break
  }
  return block
}
