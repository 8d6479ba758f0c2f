internal import Records

/// Where the minutes name an attachment that is there, the printed name becomes a link to the file, and the file belongs
/// to that item. Only for certain: the name is that of one attachment alone, and stands as one piece of text.
func linkAttachments(into archive: inout Archive) {
  for index in archive.meetings.indices where !archive.meetings[index].minutes.attachments.isEmpty {
    linkAttachments(in: &archive.meetings[index].minutes)
  }
}

private func linkAttachments(in minutes: inout Minutes) {
  for item in minutes.items.indices {
    for printed in minutes.items[item].attachments {
      let named = minutes.attachments.indices.filter { minutes.attachments[$0].isNamed(printed.value) }
      guard named.count == 1, let place = named.first else { continue }
      let line = minutes.items[item].line
      let attachment = minutes.attachments[place]
      // One that the front matter gives to another item stays there.
      guard attachment.itemLine == nil || attachment.itemLine == line else { continue }
      minutes.attachments[place].itemLine = line
      guard attachment.version != nil, let file = attachment.publicName else { continue }
      var isDone = false
      guard let block = minutes.items[item].blocks.lastIndex(where: { $0.line <= printed.line }) else { continue }
      minutes.items[item].blocks[block] = minutes.items[item].blocks[block].linking(printed.value, to: file, &isDone)
    }
  }
}

extension Attachment {
  /// By its title or the name of its file: "Bilaga 2: Plan för jour" is named by "Bilaga 2", "Plan för jour" and itself.
  fileprivate func isNamed(_ printed: String) -> Bool {
    let name = PrintedName(printed)
    return [title, file, String(file.prefix { $0 != "." })].map(PrintedName.init).contains { own in
      if let number = name.number, let other = own.number, number == other {
        return name.words.isEmpty || own.words.isEmpty || name.words == own.words
      }
      return !name.words.isEmpty && name.words == own.words && (name.number == nil || own.number == nil)
    }
  }
}

/// "Bilaga 19.1: Årsrapport" in its two parts.
private struct PrintedName {
  var number: String?
  var words: String

  init(_ text: String) {
    var rest = nameKey(text)[...]
    if rest.hasPrefix("bilaga ") {
      let after = rest.dropFirst(7)
      let digits = after.prefix { $0.isNumber || $0 == "." }
      if digits.first?.isNumber == true {
        number = String(digits.last == "." ? digits.dropLast() : digits)
        rest = after.dropFirst(digits.count)
      } else if after.first == ":" {
        rest = after
      }
    }
    words = String(rest.drop { " :.,;)–".contains($0) })
  }
}

extension Block {
  /// With the first place where the words stand made a link.
  fileprivate func linking(_ words: String, to file: String, _ isDone: inout Bool) -> Block {
    if isDone { return self }
    var block = self
    switch kind {
    case .paragraph(let inlines): block.kind = .paragraph(inlines.linking(words, to: file, &isDone))
    case .list(var list):
      for item in list.items.indices {
        list.items[item].blocks = list.items[item].blocks.map { $0.linking(words, to: file, &isDone) }
      }
      block.kind = .list(list)
    case .quote(let blocks): block.kind = .quote(blocks.map { $0.linking(words, to: file, &isDone) })
    case .table(var table):
      for row in table.rows.indices {
        table.rows[row].cells = table.rows[row].cells.map { $0.linking(words, to: file, &isDone) }
      }
      block.kind = .table(table)
    case .heading, .code, .rule, .html: break
    }
    return block
  }
}

extension [Inline] {
  fileprivate func linking(_ words: String, to file: String, _ isDone: inout Bool) -> [Inline] {
    flatMap { inline -> [Inline] in
      if isDone { return [inline] }
      switch inline {
      case .text(let text):
        guard let place = text.firstRange(of: words), text.isWhole(place) else { return [inline] }
        isDone = true
        return [
          .text(String(text[..<place.lowerBound])), .link(destination: file, title: "", [.text(words)]),
          .text(String(text[place.upperBound...])),
        ].filter { if case .text("") = $0 { false } else { true } }
      case .emphasis(let inner): return [.emphasis(inner.linking(words, to: file, &isDone))]
      case .strong(let inner): return [.strong(inner.linking(words, to: file, &isDone))]
      case .styled, .link, .image, .code, .html, .lineBreak, .mention: return [inline]
      }
    }
  }
}

extension String {
  /// No letter or digit goes on before or after it.
  fileprivate func isWhole(_ place: Range<Index>) -> Bool {
    func goesOn(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
    return !goesOn(self[..<place.lowerBound].last) && !goesOn(self[place.upperBound...].first)
  }
}
