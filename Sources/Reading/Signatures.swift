internal import Records

/// Takes a signature page off the end of the lines and reads who signed, as what and when. The page's addresses and
/// identifiers are read into nothing.
func cutSignatures(_ lines: [Line]) -> (body: [Line], signatures: [Signature]) {
  guard let start = signaturePageStart(lines) else { return (lines, []) }
  var signatures: [Signature] = []
  for line in lines[start...] {
    guard let (label, value) = labelled(line.text) else { continue }
    switch label {
    case "namn": signatures.append(Signature(name: value, role: nil, time: nil, date: nil, line: line.number))
    case "titel, organisation", "titel", "roll", "titel och organisation":
      guard !signatures.isEmpty else { continue }
      signatures[signatures.count - 1].role = value.split(separator: ",").first.map { $0.trimmed.lowercased() }
    case "tid", "tidpunkt", "datum":
      guard !signatures.isEmpty else { continue }
      let words = value.words
      signatures[signatures.count - 1].date = words.first.flatMap { CalendarDate(iso: $0) }
      signatures[signatures.count - 1].time = isoTime(words)
    default: continue
    }
  }
  return (Array(lines[..<start]), signatures)
}

/// Where a signature page begins: at an opening that signing services print, when what follows names who signed and
/// how, and no agenda item comes after it.
private func signaturePageStart(_ lines: [Line]) -> Int? {
  guard
    let start = lines.firstIndex(where: { line in
      guard line.hints.contains(.signature) else { return false }
      let key = line.text.lowercased().trimmedPunctuation
      return line.text.hasPrefix("NAMN:")
        || Grammar.signaturePageOpenings.contains {
          key.hasPrefix($0) && (key == $0 || key.hasPrefix($0 + " ") || key.hasPrefix($0 + ":"))
        }
    })
  else { return nil }
  let page = lines[start...].filter { !$0.isBlank }
  let isSigned = page.contains { line in
    let key = line.text.lowercased()
    return Grammar.signatureEvidence.contains { key.contains($0) }
  }
  guard isSigned, !page.contains(where: { ItemNumber($0)?.isMarked ?? false }) else { return nil }
  return start
}

/// `2024-04-24 08:46:34 +02:00` becomes `2024-04-24T08:46:34+02:00`.
private func isoTime(_ words: [Substring]) -> String? {
  guard let day = words.first, CalendarDate(iso: day) != nil else { return nil }
  guard words.count > 1 else { return String(day) }
  return "\(day)T\(words[1])\(words.count > 2 ? words[2] : "")"
}
