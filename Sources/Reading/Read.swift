package import Records

/// One file becomes one `Document`. Pure, and never fails: what was wrong comes with the document.
///
///  1. the bytes are checked and brought to one form;
///  2. the front matter is split off and typed;
///  3. the kind of document is told: by the front matter, the folder, or the text;
///  4. the kind's recogniser reads the lines, and the text of each part becomes a tree.
///
/// `roleAddresses` are the e-mail addresses and telephone numbers of functions, which are no personal data.
package func read(_ source: SourceFile, roleAddresses: Set<String> = []) -> Document {
  let text = normalise(source)
  // What is told of the file is counted in the lines that were read.
  let source = text.bytes.isEmpty ? source : SourceFile(path: source.path, bytes: text.bytes)
  var diagnostics = text.diagnostics
  let (frontMatter, bodyOffset, bodyLine, found) = readFrontMatter(text.bytes, path: source.path)
  diagnostics += found
  let lines = Line.lines(of: String(decoding: text.bytes[bodyOffset...], as: UTF8.self), first: bodyLine)
  let unquoted = withoutDoubleSpacing(withoutQuoteMarks(lines))
  let kind = kind(of: unquoted, frontMatter, path: source.path)
  let whole = text.bytes[bodyOffset...]
  let mayBeStruck = whole.span.offset(of: "~".utf8.span) != nil || whole.span.offset(of: "<".utf8.span) != nil
  let (content, problems) =
    mayBeStruck
    ? recogniseUnstruck(unquoted, frontMatter, as: kind) : recognise(unquoted, frontMatter, as: kind)
  diagnostics += (misplacedKeys(frontMatter, in: kind) + problems).map {
    Diagnostic($0.problem, at: SourceLocation(path: source.path, line: $0.line))
  }
  let (personal, excepted) = personalData(
    in: withoutSignatures(text.bytes, lines, kind), path: source.path, roleAddresses, frontMatter.exceptions,
    roster: { content.roster })
  // Where the meeting was is nobody's home.
  diagnostics += personal.filter {
    $0.problem != .personalData(.streetAddress) || $0.location?.line != content.placeLine
  }
  var document = Document(source: source, isDraft: frontMatter.isDraft, content: content, diagnostics: diagnostics)
  document.exceptedAddresses = excepted
  document.exceptedKinds = Set(frontMatter.exceptions.compactMap(\.kind))
  document.listedFiles = Set(frontMatter.attachments.map(\.file))
  switch content {
  case .minutes, .agreement:
    (document.digest, document.digestPlaces) = digest(of: text.bytes[bodyOffset...], at: bodyLine, frontMatter)
  case .termsOfReference, .page, .unrecognised: break
  }
  return document
}

/// A signature page is never published: its lines are empty.
private func withoutSignatures(_ bytes: [UInt8], _ lines: [Line], _ kind: DocumentKind?) -> ArraySlice<UInt8> {
  guard kind == .minutes || kind == .agreement, let kind, let page = signaturePage(lines, of: kind) else {
    return bytes[...]
  }
  let cut = lines[page.lowerBound].number...lines[page.upperBound - 1].number
  var (out, line, start) = ([UInt8](), 1, 0)
  out.reserveCapacity(bytes.count)
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if !cut.contains(line) { out += bytes[start..<end] }
    if end < bytes.count { out.append(UInt8(ascii: "\n")) }
    (line, start) = (line + 1, end + 1)
  }
  return out[...]
}

/// Keys that say nothing in a document of this kind.
private func misplacedKeys(_ frontMatter: FrontMatter, in kind: DocumentKind?) -> [LocatedProblem] {
  guard let kind else { return [] }
  return frontMatter.keys.compactMap { key in
    if key.name == "organ", kind == .minutes, frontMatter.body == nil, !frontMatter.bodies.isEmpty {
      return (.wrongValue(key: "organ", expected: "ett namn; reglerna hör till uppdragsbeskrivningen"), key.line)
    }
    guard !key.documents.isEmpty, !key.documents.contains(kind) else { return nil }
    return (.misplacedKey(key: key.name, kind: kind.rawValue), key.line)
  }
}

/// Minutes that were sent on in an e-mail, without the `>` before each line. A quotation inside a document, of a few
/// lines among others, keeps its marks.
private func withoutQuoteMarks(_ lines: [Line]) -> [Line] {
  guard let first = lines.firstIndex(where: { $0.raw.utf8.first == UInt8(ascii: ">") }) else { return lines }
  let written = lines[first...].filter { !$0.isBlank }
  let quoted = written.count { $0.raw.utf8.first == UInt8(ascii: ">") }
  guard quoted >= 8, quoted * 10 >= written.count * 9 else { return lines }
  return lines.map { line in
    line.raw.utf8.first == UInt8(ascii: ">")
      ? Line(number: line.number, raw: Substring(line.raw.drop { $0 == ">" }).trimmed) : line
  }
}

/// What is struck out is no part of the document, unless the front matter has it shown: then it stays in the text, and only
/// there, since a title or a fact cannot show that it is struck. Until the front matter says which, it is an error.
private func recogniseUnstruck(_ lines: [Line], _ frontMatter: FrontMatter, as kind: DocumentKind?)
  -> (Document.Content, [LocatedProblem])
{
  let whole = recognise(lines, frontMatter, as: kind)
  guard kind != nil else { return whole }
  var attendance: Set<Int> = []
  var firstItem = 0
  var titles: Set<Int> = []
  if case .minutes(let minutes) = whole.0 {
    attendance = Set(minutes.attendance.map(\.line))
    titles = Set(minutes.items.map(\.line))
    firstItem = titles.min() ?? 0
  }
  let isShown = frontMatter.struckText == .isShown
  let (rest, struck) = withoutStruck(lines) { line in
    attendance.contains(line.number)
      || isShown && line.number >= firstItem && !line.isHeading && !titles.contains(line.number)
  }
  if struck.isEmpty, isShown || whole.0.struck == nil { return whole }
  guard frontMatter.struckText != nil else {
    let found = struck.isEmpty ? [whole.0.struck].compactMap(\.self) : struck
    return (whole.0, whole.1 + found.map { (.struckText($0.value), $0.line) })
  }
  let result = recognise(rest, frontMatter, as: kind)
  guard !isShown, let left = result.0.struck else { return result }
  return (result.0, result.1 + [(.struckText(left.value), left.line)])
}

private func recognise(_ lines: [Line], _ frontMatter: FrontMatter, as kind: DocumentKind?)
  -> (Document.Content, [LocatedProblem])
{
  switch kind {
  case .minutes:
    var (minutes, problems) = recogniseMinutes(lines, frontMatter: frontMatter)
    stateDeadlines(frontMatter, in: &minutes)
    return (.minutes(minutes), problems + lint(minutes, lines))
  case .terms:
    let (terms, problems) = recogniseTerms(lines, frontMatter: frontMatter)
    return (.termsOfReference(terms), problems)
  case .agreement:
    let (agreement, problems) = recogniseAgreement(lines, frontMatter: frontMatter)
    return (.agreement(agreement), problems + lint(agreement))
  case .page:
    let (page, problems) = recognisePage(lines, frontMatter)
    return (.page(page), problems)
  case nil:
    return (.unrecognised, [])
  }
}

/// The front matter decides, then the folder of the content, then what the document calls itself.
private func kind(of lines: [Line], _ frontMatter: FrontMatter, path: String) -> DocumentKind? {
  if let kind = frontMatter.kind { return kind.value }
  for folder in path.split(separator: "/").dropLast().reversed() {
    switch folder {
    case "protokoll": return .minutes
    case "uppdrag": return .terms
    case "avtal": return .agreement
    case "sidor": return .page
    default: continue
    }
  }
  let opening = lines.lazy.filter { !$0.isBlank }.prefix(15).map { withoutCells($0.text).lowercased() }
  let title = lines.first { $0.isHeading }.map { $0.text.lowercased() } ?? opening.first ?? ""
  if opening.prefix(6).contains(where: isTermsTitle) { return .terms }
  if Grammar.termsWords.contains(where: { title.hasPrefix($0) }) || isTermsTitle(title)
    || ["uppdragsbeskrivning", "arbetsordning", "reglemente"].contains(where: title.hasSuffix)
    || isRulesForBody(title)
  {
    return .terms
  }
  let hasTitle = opening.contains { bodyInTitle($0) != nil && !tellsOfMinutes($0) }
  if !hasTitle, opening.prefix(3).contains(where: { $0.contains("reglemente") }) { return .terms }
  if hasTitle { return .minutes }
  let head = lines.prefix(60).flatMap { $0.text.hasPrefix("|") ? labelledRow($0) : [$0] }
  let hasAttendance = withoutLabelColumns(head).contains { attendanceLabel($0) != nil }
  if hasAttendance, opening.contains(where: { line in Grammar.minutesWords.contains { line.contains($0) } }) {
    return .minutes
  }
  if Grammar.agreementWords.contains(where: { title.contains($0.0) }) || frontMatter.adoption != nil
    || !hasAttendance && lines.lazy.filter({ !$0.isBlank }).prefix(12).contains(where: { isAgreementTitle($0.text) })
  {
    return .agreement
  }
  if hasAttendance,
    itemStarts(in: lines).count >= 2 || opening.contains(where: { $0.contains("möte") || $0.contains("sammanträd") })
  {
    return .minutes
  }
  return nil
}

/// "UPPDRAGSDIREKTIV" of "| UPPDRAGSDIREKTIV | |", a row that holds nothing else.
func withoutCells(_ text: String) -> String {
  guard text.hasPrefix("|"), case let cells = tableCells(text).filter({ !$0.isEmpty }), cells.count == 1 else {
    return text
  }
  return cells[0]
}

/// "protokoll justeras av ordföranden": a rule on minutes.
private func tellsOfMinutes(_ text: String) -> Bool {
  let words = text.words.drop { ["-", "•", "*"].contains($0) }
  return words.dropFirst().first.map { ["justeras", "ska", "skall", "förs", "skrivs", "skickas"].contains($0) } ?? false
}

/// Text that a converter has set with a blank line after each line: what was one paragraph comes together again, where a
/// long line breaks off and the next goes on in lower case. The first lines tell whether it is so.
private func withoutDoubleSpacing(_ lines: [Line]) -> [Line] {
  let isAlone = { (index: Int) in
    (index == 0 || lines[index - 1].isBlank) && (index + 1 == lines.count || lines[index + 1].isBlank)
  }
  let opening = lines.indices.prefix(60).filter { !lines[$0].isBlank }
  guard opening.count >= 10, opening.count(where: isAlone) * 10 >= opening.count * 8 else { return lines }
  var out: [Line] = []
  var last: Int?
  var joined = 0
  for line in lines {
    guard !line.isBlank else {
      out.append(line)
      continue
    }
    if let place = last, out.count - place == 2, goesOn(out[place], in: line) {
      out[place] = Line(number: out[place].number, raw: Substring("\(out[place].raw.trimmed) \(line.raw.trimmed)"))
      joined += 1
      // The blank line after it stands for both.
      continue
    }
    last = out.count
    out.append(line)
  }
  return joined > 2 ? out : lines
}

private func goesOn(_ line: Line, in next: Line) -> Bool {
  guard line.text.utf8.count > 35, !line.isHeading, !line.isBold, !next.hasBullet, !next.text.hasPrefix("att "),
    next.text.unicodeScalars.first?.properties.isLowercase == true, let end = line.text.unicodeScalars.last
  else { return false }
  return (end.properties.isAlphabetic || end == "," || end == "-")
    && !["och att ", "samt att ", "dels "].contains(where: next.text.hasPrefix)
    && !(next.text.utf8.dropFirst().first.map { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ".") } ?? false)
}

private func recognisePage(_ lines: [Line], _ frontMatter: FrontMatter) -> (Page, [LocatedProblem]) {
  var lines = lines
  var title = frontMatter.title?.value
  if title == nil, let heading = lines.firstIndex(where: { $0.headingLevel == 1 }) {
    title = lines[heading].text
    lines.remove(at: heading)
  }
  let (blocks, problems) = parseBlocks(lines)
  var page = Page(title: title ?? "Sida", order: frontMatter.order?.value ?? 1000, blocks: blocks)
  page.language = frontMatter.language?.value == .swedish ? nil : frontMatter.language?.value
  return (page, problems)
}

/// The tree of some lines of a document. Bullets as word processors print them count as Markdown's, and the
/// indentation of a printed page, which `isPrinted` tells, means nothing.
func parseBlocks(_ lines: some Collection<Line>, isPrinted: Bool = false) -> (
  blocks: [Block], problems: [LocatedProblem]
) {
  guard let first = lines.first else { return ([], []) }
  let keepsIndentation = !isPrinted || lines.contains { $0.hasBullet || ItemNumber($0) != nil }
  // A printed text that is set in as a whole is no code.
  let opening = isPrinted ? lines.first { !$0.isBlank } : nil
  let edge = opening.map { $0.raw.utf8.prefix { $0 == UInt8(ascii: " ") }.count } ?? 0
  var text: [UInt8] = []
  text.reserveCapacity(lines.reduce(0) { $0 + $1.raw.utf8.count + 3 })
  var number = first.number
  var isDashed = false
  for (place, line) in lines.enumerated() {
    // Lines that were taken out leave their place, so that line numbers stay right.
    while number < line.number {
      text.append(UInt8(ascii: "\n"))
      number += 1
    }
    let raw = line.raw.trimmed
    // "– köpa färg" is of a list where another such line stands beside it.
    let isMarked = raw.utf8.first == 0xE2
    let hasDash = isMarked && raw.hasPrefix("– ")
    let next = hasDash ? lines.dropFirst(place + 1).first { !$0.isBlank } : nil
    isDashed = hasDash && (isDashed || next?.raw.trimmed.hasPrefix("– ") ?? false) || isDashed && line.isBlank
    if isDashed, hasDash {
      text += "- ".utf8
      text.append(raw.dropFirst().trimmed.utf8.span)
    } else if isMarked, raw.hasPrefix("•") || printedBullets.contains(where: { raw.hasPrefix($0) }) {
      text += "- ".utf8
      text.append(raw.dropFirst().trimmed.utf8.span)
    } else if line.isHeading {
      // "##Rubrik" and a heading that is underlined are headings too.
      text += repeatElement(UInt8(ascii: "#"), count: line.headingLevel)
      text.append(UInt8(ascii: " "))
      text.append(Substring(raw.utf8.drop { $0 == UInt8(ascii: "#") }).trimmed.utf8.span)
    } else {
      let indent = edge > 0 ? line.raw.utf8.prefix(edge).prefix { $0 == UInt8(ascii: " ") }.count : 0
      text.append((keepsIndentation ? Substring(line.raw.utf8.dropFirst(indent)) : raw).utf8.span)
    }
    text.append(UInt8(ascii: "\n"))
    number += 1
  }
  let (blocks, problems) = parseMarkdown(text[...], firstLine: first.number)
  return (blocks, problems.map { ($0.problem, $0.line) })
}

extension [UInt8] {
  fileprivate mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
