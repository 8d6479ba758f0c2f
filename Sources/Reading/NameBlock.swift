internal import Records

/// Takes a printed name block off the end of the last item: names with their roles beside, below or before them.
/// It tells who kept and verified the minutes, and is no approval.
func cutNameBlock(_ section: [Line], into minutes: inout Minutes) -> [Line] {
  var rows: [(tokens: [Token], line: Int)] = []
  var start = section.count
  for index in section.indices.dropFirst().reversed() {
    if section[index].isBlank { continue }
    guard let tokens = tokens(of: section[index]) else { break }
    rows.insert((tokens, section[index].number), at: 0)
    start = index
  }
  let hasRole = rows.contains { row in row.tokens.contains { $0.role != nil } }
  guard hasRole, rows.contains(where: { row in row.tokens.contains { $0.name != nil } }) else { return section }
  for signer in signers(of: rows) {
    if signer.role == "justerare", signer.isOnlyLabelled {
      if nameKey(signer.name) != minutes.chair.map({ nameKey($0.value) }), !minutes.attendance.contains(where: { nameKey($0.name) == nameKey(signer.name) && ($0.role ?? "").lowercased().hasPrefix("ordf") }) {
        minutes.verifiers.append(Fact(signer.name, line: signer.line, .labelled))
      }
    } else if signer.isOnlyLabelled, signer.isInline {
      if signer.role == "sekreterare" { minutes.secretary = minutes.secretary ?? Fact(signer.name, line: signer.line, .labelled) }
    } else if minutes.signatures.allSatisfy({ $0.time == nil }) {
      minutes.signatures.append(Signature(name: signer.name, role: signer.role, time: nil, date: nil, line: signer.line))
    }
  }
  return Array(section[..<start])
}

/// A piece of a signing line: a name, a role, or both ("Lena Ymer, sekreterare").
private struct Token {
  var name: String?
  var role: String?
  /// The role stands before a colon and the name after it: "Justeras: Ada Ek".
  var isInline = false
}

private struct Signer {
  var name: String
  var role: String?
  var line: Int
  /// The role is what a label above or before says, not what stands with the name.
  var isOnlyLabelled: Bool
  var isInline = false
}

/// The tokens of a line that holds nothing but names, roles, and lines to sign on; nil for any other line.
private func tokens(of line: Line) -> [Token]? {
  var tokens: [Token] = []
  for part in columns(of: Substring(line.isHeading ? line.text : String(line.raw))).flatMap({ $0.split(separator: " / ") }).map({ $0.trimmed.filter { $0 != "*" } }) {
    if isDotted(part) || CalendarDate(iso: part) != nil { continue }
    if let (label, value) = labelled(part), let role = signingRole(label) {
      if value.isEmpty {
        tokens.append(Token(role: role))
        continue
      }
      for name in value.split(separator: ",").flatMap({ $0.split(separator: " och ") }).map({ $0.trimmed }) {
        if let own = signingRole(name.lowercased()), !tokens.isEmpty, tokens[tokens.count - 1].name != nil {
          tokens[tokens.count - 1].role = own
          tokens[tokens.count - 1].isInline = false
        } else if Names.isPerson(name) {
          tokens.append(Token(name: String(name), role: role, isInline: true))
        } else {
          return nil
        }
      }
      continue
    }
    let pieces = part.split(separator: ",").map { String($0.trimmed) }
    if pieces.count == 2, Names.isPerson(pieces[0]), let role = signingRole(pieces[1].lowercased()) {
      tokens.append(Token(name: pieces[0], role: role))
    } else if let role = signingRole(part.lowercased()) {
      tokens.append(Token(role: role))
    } else if Names.isPerson(part) {
      tokens.append(Token(name: part))
    } else if part.lowercased().trimmedPunctuation != "underskrifter" {
      return nil
    }
  }
  return tokens
}

private func signers(of rows: [(tokens: [Token], line: Int)]) -> [Signer] {
  var found: [Signer] = []
  var label: String?
  for (index, row) in rows.enumerated() {
    let names = row.tokens.compactMap(\.name)
    let isNames = names.count == row.tokens.count && row.tokens.allSatisfy { $0.role == nil } && !names.isEmpty
    if isNames {
      let below = index + 1 < rows.count ? rows[index + 1].tokens : []
      let roles = below.compactMap { $0.name == nil ? $0.role : nil }
      for (place, name) in names.enumerated() {
        let own = roles.count == names.count && below.count == names.count ? roles[place] : nil
        found.append(Signer(name: name, role: own ?? label, line: row.line, isOnlyLabelled: own == nil))
      }
      continue
    }
    for (place, token) in row.tokens.enumerated() {
      switch (token.name, token.role) {
      case (let name?, let role?):
        found.append(Signer(name: name, role: role, line: row.line, isOnlyLabelled: token.isInline, isInline: token.isInline))
      case (nil, let role?):
        // A role after a name that has none is that name's; "Ordförande    Yngve Ek" ends one and begins another.
        if let last = found.indices.last, found[last].role == nil, place == 0 {
          found[last].role = role
          found[last].isOnlyLabelled = false
        } else if found.last?.isOnlyLabelled != false || index == 0 || label != nil || found.isEmpty {
          label = role
        }
      case (let name?, nil): found.append(Signer(name: name, role: nil, line: row.line, isOnlyLabelled: false))
      case (nil, nil): continue
      }
    }
  }
  return found
}

private func signingRole(_ text: String) -> String? {
  switch text.trimmedPunctuation {
  case "vid protokollet", "vid anteckningarna", "sekreterare", "protokollförare", "antecknat av", "nämndsekreterare": "sekreterare"
  case "ordförande", "mötesordförande", "ordf": "ordförande"
  case "justeras", "justerat", "justerande", "justerare", "justeringsperson", "justeras av", "protokollet justeras": "justerare"
  case "justeringsman": "justeringsman"
  default: nil
  }
}
