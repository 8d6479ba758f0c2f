internal import Records

/// How a text became another: passages that stayed, went, came, or changed word by word.
struct TextChanges {
  /// A piece of a passage that both have, only the old one, or only the new one.
  struct Piece: Equatable {
    enum Kind { case same, removed, added }
    var kind: Kind
    var text: String
  }

  /// A heading, a paragraph, an item of a list or a row of a table.
  struct Passage: Equatable {
    var isHeading: Bool
    var pieces: [Piece]

    var isSame: Bool { pieces.allSatisfy { $0.kind == .same } }
    var isRemoved: Bool { pieces.allSatisfy { $0.kind == .removed } }
    var isAdded: Bool { pieces.allSatisfy { $0.kind == .added } }
  }

  private(set) var passages: [Passage] = []

  init(from old: [Block], to new: [Block]) {
    let (old, new) = (lines(of: old), lines(of: new))
    let difference = new.map(\.text).difference(from: old.map(\.text))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      var gone: [Line] = []
      var come: [Line] = []
      while i < old.count, removed.contains(i) { gone.append(old[i]); i += 1 }
      while j < new.count, added.contains(j) { come.append(new[j]); j += 1 }
      appendChange(gone, come)
      if i < old.count, j < new.count {
        passages.append(Passage(isHeading: new[j].isHeading, pieces: [Piece(kind: .same, text: new[j].text)]))
        (i, j) = (i + 1, j + 1)
      }
    }
  }

  /// Passages that went and came in one place: the first that is alike is the same passage, changed.
  private mutating func appendChange(_ gone: [Line], _ come: [Line]) {
    var gone = gone[...]
    for line in come {
      if let match = gone.firstIndex(where: { isAlike($0, line) }) {
        for lost in gone[..<match] { appendWhole(lost, .removed) }
        passages.append(Passage(isHeading: line.isHeading, pieces: pieces(from: gone[match].text, to: line.text)))
        gone = gone[(match + 1)...]
      } else {
        appendWhole(line, .added)
      }
    }
    for lost in gone { appendWhole(lost, .removed) }
  }

  private mutating func appendWhole(_ line: Line, _ kind: Piece.Kind) {
    passages.append(Passage(isHeading: line.isHeading, pieces: [Piece(kind: kind, text: line.text)]))
  }
}

private struct Line {
  var isHeading: Bool
  var text: String
}

private func lines(of blocks: [Block]) -> [Line] {
  blocks.flatMap { block -> [Line] in
    switch block.kind {
    case .heading(_, let inlines): [Line(isHeading: true, text: onOneLine(inlines.plainText))]
    case .list(let list): list.items.flatMap { lines(of: $0.blocks) }
    case .quote(let inner): lines(of: inner)
    case .table, .code: block.plainText.split(separator: "\n").map { Line(isHeading: false, text: String($0)) }
    case .paragraph(let inlines): [Line(isHeading: false, text: onOneLine(inlines.plainText))]
    case .rule, .html: []
    }
  }
  .filter { !$0.text.isEmpty }
}

private func onOneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

/// At least half of the words of the shorter stand in the longer.
private func isAlike(_ a: Line, _ b: Line) -> Bool {
  guard a.isHeading == b.isHeading else { return false }
  let (x, y) = (a.text.lowercased().split(separator: " "), b.text.lowercased().split(separator: " "))
  let all = Set(x.count < y.count ? y : x)
  let few = x.count < y.count ? x : y
  return !few.isEmpty && few.count(where: all.contains) * 2 >= few.count && few.count * 3 >= all.count
}

private func pieces(from old: String, to new: String) -> [TextChanges.Piece] {
  let (old, new) = (old.split(separator: " ").map(String.init), new.split(separator: " ").map(String.init))
  var removed: Set<Int> = []
  var added: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): added.insert(offset)
    }
  }
  var out: [TextChanges.Piece] = []
  func append(_ kind: TextChanges.Piece.Kind, _ word: String) {
    if out.last?.kind == kind { out[out.count - 1].text += " " + word } else { out.append(.init(kind: kind, text: word)) }
  }
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, removed.contains(i) {
      append(.removed, old[i])
      i += 1
    } else if j < new.count, added.contains(j) {
      append(.added, new[j])
      j += 1
    } else {
      append(.same, new[j])
      (i, j) = (i + 1, j + 1)
    }
  }
  return out
}
