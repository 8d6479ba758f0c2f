package import Records

/// The file with `justerat` and `justerare` in its front matter, which is made when there is none; every other byte stays
/// as it is. Nil for a front matter that cannot be changed line by line, such as one that stands on a single line.
package func stating(_ approval: StatedApproval, in file: SourceFile) -> [UInt8]? {
  let lines = rawLines(of: file.bytes)
  let end = lines.first.map { lineEnd(of: file.bytes[$0]) } ?? "\n"
  let values = [("justerat", "\(approval.date)"), ("justerare", yamlList(approval.verifiers))]
  let normalised = normalise(file)
  let (frontMatter, _, bodyLine, diagnostics) = readFrontMatter(normalised.bytes, path: file.path)
  guard diagnostics.isEmpty, normalised.diagnostics.isEmpty else { return nil }

  var out: [UInt8]
  if bodyLine == 1 {
    let mark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = (["---"] + values.map { "\($0.0): \($0.1)" } + ["---", "", ""]).joined(separator: end)
    out = file.bytes[..<mark] + Array(text.utf8) + file.bytes[mark...]
  } else {
    // The keys stand in the lines after the first; the last line of the front matter is its fence.
    let fence = bodyLine - 1
    let starts = frontMatter.entries.map(\.location.line)
    var replaced: [Int: (key: String, end: Int)] = [:]
    for entry in frontMatter.entries where values.contains(where: { $0.0 == entry.key }) {
      let next = starts.filter { $0 > entry.location.line }.min() ?? fence
      let ours = (entry.location.line..<next).last { number in
        guard lines.indices.contains(number - 1) else { return false }
        let text = file.bytes[lines[number - 1]].drop { $0 == 0x20 || $0 == 0x09 }.first ?? 0x0A
        return text != UInt8(ascii: "#") && text != 0x0A && text != 0x0D
      }
      replaced[entry.location.line] = (entry.key, ours ?? entry.location.line)
    }
    out = []
    var number = 1
    while number <= lines.count {
      func write(_ key: String) { for value in values where value.0 == key { out += "\(key): \(value.1)\(end)".utf8 } }
      if let (key, last) = replaced[number] {
        write(key)
        number = last + 1
        continue
      }
      if number == fence {
        for (key, _) in values where !replaced.values.contains(where: { $0.key == key }) { write(key) }
      }
      out += file.bytes[lines[number - 1]]
      number += 1
    }
  }
  return isOnlyThat(approval, out, file) ? out : nil
}

/// Whether the changed file says what it should and else what it said.
private func isOnlyThat(_ approval: StatedApproval, _ bytes: [UInt8], _ file: SourceFile) -> Bool {
  let (old, new) = (read(file), read(SourceFile(path: file.path, name: file.name, bytes: bytes)))
  guard case .minutes(let minutes) = new.content, let stated = minutes.statedApproval else { return false }
  return stated.date == approval.date && stated.verifiers == approval.verifiers && old.digest == new.digest
    && old.isDraft == new.isDraft
}

/// Where each line stands, with its end.
private func rawLines(of bytes: [UInt8]) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    let endsPair = byte == 0x0D && index < bytes.count && bytes[index] == 0x0A
    guard byte == 0x0A || byte == 0x0D && !endsPair else { continue }
    lines.append(start..<index)
    start = index
  }
  if start < bytes.count { lines.append(start..<bytes.count) }
  return lines
}

private func lineEnd(of line: ArraySlice<UInt8>) -> String {
  switch (line.dropLast().last, line.last) {
  case (0x0D, 0x0A): "\r\n"
  case (_, 0x0D): "\r"
  default: "\n"
  }
}
