internal import Records

extension Overview {
  /// The bodies as a tree from left to right, each beside the one it reports to: SVG, or nothing when none reports to another.
  /// The lists of the bodies say the same in words.
  func structurePicture() -> [UInt8] {
    var boxes: [(body: ID<Body>, depth: Int, row: Double)] = []
    var lines: [(from: Int, to: Int)] = []
    var leaves = 0.0
    /// A body stands at the middle of those below it.
    func place(_ body: ID<Body>, _ depth: Int, _ above: Set<ID<Body>>) -> Int {
      let below = bodiesBelow[body.index].filter { !above.contains($0) }
        .map { place($0, depth + 1, above.union([$0])) }
      let rows = below.map { boxes[$0].row }
      if below.isEmpty { leaves += 1 }
      boxes.append((body, depth, below.isEmpty ? leaves - 1 : ((rows.first ?? 0) + (rows.last ?? 0)) / 2))
      lines += below.map { (boxes.count - 1, $0) }
      return boxes.count - 1
    }
    let roots = archive.bodies.indices.map { ID<Body>($0) }.filter {
      archive[$0].parent == nil && !bodiesBelow[$0.index].isEmpty
    }
    for root in roots { _ = place(root, 0, [root]) }
    guard !boxes.isEmpty else { return [] }

    func x(_ box: Int) -> Int { boxes[box].depth * (Self.boxWidth + 60) + 2 }
    func y(_ box: Int) -> Int { Int(boxes[box].row * Double(Self.boxHeight + 14)) + 2 }
    let width = (boxes.map(\.depth).max() ?? 0) * (Self.boxWidth + 60) + Self.boxWidth + 4
    let height = Int(leaves) * (Self.boxHeight + 14) - 10
    var out: [UInt8] = []
    func write(_ text: String) { out.append(contentsOf: text.utf8) }
    write("<svg class=\"structure\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\" ")
    write("aria-label=\"Vilket organ som rapporterar till vilket. Samma sak står vid varje organ.\">\n")
    for (from, to) in lines {
      let (x1, y1) = (x(from) + Self.boxWidth, y(from) + Self.boxHeight / 2)
      let (x2, y2) = (x(to), y(to) + Self.boxHeight / 2)
      write("<path d=\"M\(x1) \(y1)h30V\(y2)H\(x2)\"/>\n")
    }
    for box in boxes.indices {
      let parts = lineBroken(archive[boxes[box].body].name)
      write("<rect x=\"\(x(box))\" y=\"\(y(box))\" width=\"\(Self.boxWidth)\" height=\"\(Self.boxHeight)\" rx=\"6\"/>\n")
      for (number, part) in parts.enumerated() {
        let line = y(box) + Self.boxHeight / 2 + 5 + number * 18 - (parts.count - 1) * 9
        write("<text x=\"\(x(box) + 14)\" y=\"\(line)\">")
        out.appendEscaped(part)
        write("</text>\n")
      }
    }
    write("</svg>\n")
    return out
  }

  private static let boxWidth = 256
  private static let boxHeight = 52

  /// On two lines when it is long, at the space that is nearest the middle.
  private func lineBroken(_ name: String) -> [String] {
    guard name.count > 26 else { return [name] }
    let words = name.split(separator: " ").map(String.init)
    let breaks = words.indices.dropFirst().map { ($0, words[..<$0].joined(separator: " ").count) }
    guard let best = breaks.min(by: { abs(2 * $0.1 - name.count) < abs(2 * $1.1 - name.count) }) else { return [name] }
    return [words[..<best.0].joined(separator: " "), words[best.0...].joined(separator: " ")]
  }
}
