internal import Records

/// Takes a signature page off the end of the lines and reads who signed, as what and when. The page's addresses and
/// identifiers are read into nothing.
///
/// After that of an agreement an appendix may follow, under a heading of its own.
func cutSignatures(_ lines: [Line], of kind: DocumentKind = .minutes) -> (body: [Line], signatures: [Signature]) {
  guard let page = signaturePage(lines, of: kind) else { return (lines, []) }
  var signatures: [Signature] = []
  for line in lines[page] {
    guard let (label, value) = labelled(line.text) else { continue }
    switch label {
    case "namn": signatures.append(Signature(name: value, role: nil, time: nil, date: nil, line: line.number))
    case "titel, organisation", "titel", "roll", "titel och organisation":
      guard !signatures.isEmpty else { continue }
      let parts = value.split(separator: ",").map { String($0.trimmed) }
      signatures[signatures.count - 1].role = parts.first?.lowercased()
      signatures[signatures.count - 1].organisation = parts.count > 1 ? parts.last : nil
    case "tid", "tidpunkt", "datum":
      guard !signatures.isEmpty else { continue }
      let words = value.words
      signatures[signatures.count - 1].date = words.first.flatMap { CalendarDate(iso: $0) }
      signatures[signatures.count - 1].time = isoTime(words)
    default: continue
    }
  }
  return (Array(lines[..<page.lowerBound]) + lines[page.upperBound...], signatures)
}

/// The lines of a signature page: from an opening that signing services print, when what follows names who signed and
/// how. That of minutes goes on to the end, and no agenda item comes after it.
func signaturePage(_ lines: [Line], of kind: DocumentKind) -> Range<Int>? {
  guard let start = lines.firstIndex(where: \.opensSignaturePage) else { return nil }
  let end =
    kind == .agreement
    ? lines[start...].firstIndex { $0.isHeading && !$0.opensSignaturePage } ?? lines.count : lines.count
  let page = lines[start..<end].filter { !$0.isBlank }
  let isSigned = page.contains { line in
    let key = line.text.lowercased()
    return Grammar.signatureEvidence.contains { key.contains($0) }
  }
  guard isSigned, kind == .agreement || !page.contains(where: { ItemNumber($0)?.isMarked ?? false }) else {
    return nil
  }
  return start..<end
}

extension Line {
  fileprivate var opensSignaturePage: Bool {
    guard hints.contains(.signature) else { return false }
    let key = text.lowercased().trimmedPunctuation
    return text.hasPrefix("NAMN:")
      || Grammar.signaturePageOpenings.contains {
        key.hasPrefix($0) && (key == $0 || key.hasPrefix($0 + " ") || key.hasPrefix($0 + ":"))
      }
  }
}

/// `2024-04-24 08:46:34 +02:00` becomes `2024-04-24T08:46:34+02:00`.
private func isoTime(_ words: [Substring]) -> String? {
  guard let day = words.first, CalendarDate(iso: day) != nil else { return nil }
  guard words.count > 1 else { return String(day) }
  return "\(day)T\(words[1])\(words.count > 2 ? words[2] : "")"
}
