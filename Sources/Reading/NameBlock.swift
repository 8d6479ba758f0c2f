internal import Records

/// Takes a printed name block off the end of the last item: names with their roles beside, below or before them.
/// It tells who kept and verified the minutes, and is no approval.
func cutNameBlock(_ section: [Line], into minutes: inout Minutes) -> [Line] {
  var rows: [SigningLine] = []
  var start = section.count
  for index in section.indices.dropFirst().reversed() {
    if section[index].isBlank { continue }
    guard let tokens = tokens(of: section[index]) else { break }
    // A line to sign on, or below the heading of a table.
    if tokens.isEmpty {
      start = index
      continue
    }
    let isSetIn = section[index].raw.utf8.prefix { $0 == UInt8(ascii: " ") }.count > 20
    rows.insert((tokens, section[index].number, isSetIn), at: 0)
    start = index
  }
  for index in rows.indices {
    rows[index].tokens = rows[index].tokens.flatMap { halves(of: $0, among: minutes.attendance) }
  }
  let hasRole = rows.contains { row in row.tokens.contains { $0.role != nil } }
  guard hasRole, rows.contains(where: { row in row.tokens.contains { $0.name != nil } }) else { return section }
  guard minutes.signatures.isEmpty else { return Array(section[..<start]) }
  for signer in signers(of: rows) {
    if signer.role.map({ $0.hasPrefix("juster") }) ?? false, signer.isOnlyLabelled {
      if nameKey(signer.name) != minutes.chair.map({ nameKey($0.value) }),
        !minutes.attendance.contains(where: {
          nameKey($0.name) == nameKey(signer.name) && ($0.role ?? "").lowercased().hasPrefix("ordf")
        })
      {
        minutes.verifiers.append(Fact(signer.name, line: signer.line, .labelled))
      }
    } else if signer.isOnlyLabelled, signer.isInline {
      if signer.role == "sekreterare" {
        minutes.secretary = minutes.secretary ?? Fact(signer.name, line: signer.line, .labelled)
      }
    } else {
      minutes.signatures.append(
        Signature(
          name: signer.name, role: signer.role, time: signer.signed?.time,
          date: signer.signed?.date ?? (signer.role == "sekreterare" ? nil : signer.day),
          line: signer.line)
      )
    }
  }
  return Array(section[..<start])
}

/// What stands on a line, and whether that is only in its second column.
private typealias SigningLine = (tokens: [Token], line: Int, isSetIn: Bool)

/// "Ada Ek Bo Lind" where the gap between two who were there was lost.
private func halves(of token: Token, among attendance: [Attendance]) -> [Token] {
  guard let words = token.name?.words, words.count == 4 else { return [token] }
  let names = [words[..<2], words[2...]].map { $0.joined(separator: " ") }
  guard names.allSatisfy({ name in attendance.contains { $0.name == name } }) else { return [token] }
  return names.map { name in
    var half = token
    half.name = name
    return half
  }
}

/// The names that the form on the first page has under the lines to sign on:
///
///     Sekreterare    ...........................    Paragrafer 3-9
///                    Ada Ek
func formSignatures(in head: [Line]) -> [Signature] {
  var found: [Signature] = []
  for (index, line) in head.enumerated() where !line.isBlank {
    // "Underskrifter    Sekreterare   ..........."
    var parts = Array(
      columns(of: line.raw).drop { part in
        let key = part.trimmedPunctuation.lowercased()
        return Grammar.signingHeadings.contains(key) || key == "under-" || key == "skrifter"
      })
    // "Underskrifter Sekreterare ........", and a label over the line to sign on.
    if line.raw.utf8.count < 120, let (label, _) = signingLine(String(line.raw.trimmed)), parts.count == 1 {
      parts = [label, "......"]
    } else if parts.count == 1, index + 2 < head.count, signingRole(parts[0].lowercased()) != nil {
      parts += head[(index + 1)...].prefix(2).lazy.filter { !$0.isBlank }.map(\.text).prefix(1)
    }
    guard parts.count >= 2, signingRole(parts[0].lowercased()) != nil, isDotted(parts[1]) else { continue }
    let below = head[(index + 1)...].prefix(5).lazy.filter { !$0.isBlank && !isDotted($0.text) }.first
    guard let below, let name = columns(of: below.raw).first.map({ readName($0).name }), Names.isPerson(name) else {
      continue
    }
    found.append(
      Signature(name: name, role: parts[0].trimmedPunctuation.lowercased(), time: nil, date: nil, line: below.number))
  }
  return found
}

/// "Sekreterare ........" as what stands before the dots, without "Underskrifter"; nil for another line.
func signingLine(_ text: String) -> (label: String, dots: String)? {
  guard dotCount(text) > 5 else { return nil }
  let label = text.prefix { $0 != "." && $0 != "…" && $0 != "_" }
  let dots = String(text.dropFirst(label.count))
  guard isDotted(dots), let last = label.words.last else { return nil }
  let words = label.words.drop { word in
    let key = word.lowercased().trimmedPunctuation
    return Grammar.signingHeadings.contains(key) || key == "skrifter"
  }
  return (words.isEmpty ? String(last) : words.joined(separator: " ").trimmedPunctuation, dots)
}

/// A piece of a signing line: a name, a role, or both ("Lena Ymer, sekreterare").
private struct Token {
  var name: String?
  var role: String?
  /// The role is a heading such as "Vid protokollet" that says what those below it do.
  var isHeading = false
  /// When the name was signed, as words: "2021-05-24 10:02".
  var signed: (date: CalendarDate, time: String)?
  /// A printed day over names, which is no signing.
  var day: CalendarDate?
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
  var signed: (date: CalendarDate, time: String)?
  var day: CalendarDate?
}

/// The tokens of a line that holds nothing but names, roles, and lines to sign on; nil for any other line.
private func tokens(of line: Line) -> [Token]? {
  var tokens: [Token] = []
  let text = line.isHeading ? line.text : String(line.raw)
  let cells = text.hasPrefix("|") ? tableCells(text) : columns(of: Substring(text))
  for part in cells.flatMap({ $0.split(separator: " / ") }).map({
    withoutOpening($0.trimmed.filter { $0 != "*" && $0 != "\\" })
  }) {
    if part.isEmpty || isDotted(part) || isHorizontalRule(part) { continue }
    // "Justerat den 3 maj 2019" over those who did.
    if let day = dayOfVerifying(part) {
      tokens.append(Token(role: "justerare", isHeading: true, day: day))
      continue
    }
    if dayOfSigning(part) != nil { continue }
    if let token = signedToken(part) {
      tokens.append(token)
      continue
    }
    if let (label, value) = labelled(part), let (role, _) = signingRole(label) {
      if value.isEmpty {
        tokens.append(Token(role: role, isHeading: true))
        continue
      }
      for name in value.split(separator: ",").flatMap({ $0.split(separator: " och ") }).map({ $0.trimmed }) {
        if let (own, _) = signingRole(name.lowercased()), !tokens.isEmpty, tokens[tokens.count - 1].name != nil {
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
    // "Antecknat av Ada Ek"
    if let (role, name) = signedInline(part) {
      tokens.append(Token(name: name, role: role, isInline: true))
      continue
    }
    // "/Ada Ek, antecknare"
    let pieces = (part.hasPrefix("/") ? String(part.dropFirst()) : part).split(separator: ",").map {
      String($0.trimmed)
    }
    if pieces.count == 2, Names.isPerson(pieces[0]), let (role, _) = signingRole(pieces[1].lowercased()) {
      tokens.append(Token(name: pieces[0], role: role))
    } else if let (role, isHeading) = signingRole(part.lowercased()) {
      tokens.append(Token(role: role, isHeading: isHeading))
    } else if Names.isPerson(part) {
      tokens.append(Token(name: part))
    } else if case let roles = part.words.map({ signingRole($0.lowercased()) }), roles.count == 2,
      let first = roles[0], let second = roles[1]
    {
      // "Ordförande Justerare" under two names.
      tokens += [first, second].map { Token(role: $0.role, isHeading: $0.isHeading) }
    } else {
      return nil
    }
  }
  return tokens
}

private func dayOfVerifying(_ part: String) -> CalendarDate? {
  let words = part.words
  guard (2...6).contains(words.count), let first = words.first?.bare.lowercased(),
    ["justerat", "justeras", "justerades"].contains(first)
      || words.count > 2 && first == "protokollet" && words[1].bare.lowercased().hasPrefix("justera")
  else { return nil }
  let rest = words.dropFirst(first == "protokollet" ? 2 : 1).joined(separator: " ")
  return dayOfSigning(rest.hasSuffix(".") ? String(rest.dropLast()) : rest)
}

/// "Vid protokollet Ada Ek", "Antecknat av Bo Lind"
private func signedInline(_ part: String) -> (role: String, name: String)? {
  let words = part.words
  guard (3...7).contains(words.count) else { return nil }
  for end in (1...min(3, words.count - 2)).reversed() {
    let name = words[end...].joined(separator: " ").trimmedPunctuation
    if let (role, _) = signingRole(words[..<end].joined(separator: " ").lowercased()), Names.isPerson(name) {
      return (role, name)
    }
  }
  return nil
}

/// Without "Underskrifter:", "Signerat elektroniskt", "Digitalt signerad av".
private func withoutOpening(_ part: String) -> String {
  let key = part.lowercased()
  guard let opening = Grammar.signingOpenings.first(where: { key.hasPrefix($0) }) else { return part }
  return part.dropFirst(opening.count).trimmedPunctuation
}

private func isHorizontalRule(_ part: String) -> Bool { part.count >= 3 && part.allSatisfy { $0 == "-" || $0 == "_" } }

/// "Ada Ek, sekreterare, 2021-05-24 10:02", "Bo Lind, justerare, den 24 februari 2026"
private func signedToken(_ part: String) -> Token? {
  let pieces = part.split(separator: ",").map { String($0.trimmed) }
  guard pieces.count == 3, Names.isPerson(pieces[0]), let (role, _) = signingRole(pieces[1].lowercased()),
    let date = findDates(in: pieces[2], after: nil).first?.date
  else { return nil }
  let clock = findTime(in: pieces[2]).map { "T" + $0.value.split(separator: ".").joined(separator: ":") } ?? ""
  return Token(name: pieces[0], role: role, signed: (date, "\(date)\(clock)"))
}

private func signers(of rows: [SigningLine]) -> [Signer] {
  var found: [Signer] = []
  var label: String?
  /// "Vid protokollet:     Justeras:" over names in the same order.
  var labels: [String] = []
  // "Sekreterare ........" with the name below it: roles stand first.
  let rolesFirst = rows.first?.tokens.first.map { $0.name == nil && !$0.isHeading } ?? false
  var day: CalendarDate?
  for (index, row) in rows.enumerated() {
    if let printed = row.tokens.lazy.compactMap(\.day).first { day = printed }
    let names = row.tokens.compactMap(\.name)
    let isNames = names.count == row.tokens.count && row.tokens.allSatisfy { $0.role == nil } && !names.isEmpty
    if isNames {
      let below = index + 1 < rows.count ? rows[index + 1].tokens : []
      let roles = rolesFirst ? [] : below.compactMap { $0.name == nil && !$0.isHeading ? $0.role : nil }
      // "Ordförande      Justerare" over two names.
      let above = index > 0 ? rows[index - 1].tokens : []
      let over = above.compactMap { $0.name == nil && !$0.isHeading ? $0.role : nil }
      if roles.count != names.count, names.count > 1, over.count == names.count, above.count == names.count {
        for (name, role) in zip(names, over) {
          found.append(Signer(name: name, role: role, line: row.line, isOnlyLabelled: false, day: day))
        }
        continue
      }
      for (place, name) in names.enumerated() {
        let own = roles.count == names.count && below.count == names.count ? roles[place] : nil
        let column = row.isSetIn ? labels.count - 1 : min(place, labels.count - 1)
        let label = labels.count > 1 ? labels[column] : label
        found.append(
          Signer(
            name: name, role: own ?? label, line: row.line,
            isOnlyLabelled: own == nil && !rolesFirst && label != "sekreterare", day: day))
      }
      continue
    }
    let headings = row.tokens.filter { $0.isHeading && $0.name == nil }.compactMap(\.role)
    if !headings.isEmpty { labels = headings.count == row.tokens.count ? headings : [] }
    for (place, token) in row.tokens.enumerated() {
      switch (token.name, token.role) {
      case (let name?, let role?):
        found.append(
          Signer(
            name: name, role: role, line: row.line, isOnlyLabelled: token.isInline, isInline: token.isInline,
            signed: token.signed, day: day))
      case (nil, let role?):
        // A role after a name that has none is that name's; "Ordförande    Yngve Ek" ends one and begins another.
        let follows = place > 0 && row.tokens[place - 1].name != nil
        // "Ada Ek        Justeras:" says what those below do.
        let isOverNames =
          token.isHeading && rows[(index + 1)...].contains { row in row.tokens.contains { $0.name != nil } }
        if isOverNames, place == 0 || follows, found.last?.role == nil {
          label = role
        } else if let last = found.indices.last, found[last].role == nil, place == 0 || follows {
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

/// The role that a word of a name block means, and whether it is a heading over names rather than a role.
private func signingRole(_ text: String) -> (role: String, isHeading: Bool)? {
  Grammar.signingRoles[text.trimmedPunctuation]
}
