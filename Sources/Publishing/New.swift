internal import Drafting
internal import Linking
internal import Reading
package import Records

/// A document to fill in: which kind, and what the command line says of it.
package struct NewDocument: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case minutes = "protokoll"
    case terms = "uppdrag"
    case agreement = "avtal"
  }

  package var kind: Kind
  package var body: String?
  package var date: CalendarDate?
  package var title: String?
  package var committeeDate: CalendarDate?
  /// The file to write; nil for the usual place.
  package var output: String?
  package var today: CalendarDate

  package init(_ kind: Kind, today: CalendarDate) {
    self.kind = kind
    self.today = today
  }
}

/// Writes a new document where the content stands, and returns its path. What is there already is never written over.
package func write(_ new: NewDocument, in folder: SiteFolder) throws(Obstacle) -> String {
  let draft =
    switch new.kind {
    case .minutes: try minutes(new, folder)
    case .terms: try terms(new, folder)
    case .agreement: try agreement(new, folder)
    }
  let path = new.output ?? folder.path(ofContent: draft.name)
  do throws(DiskFault) {
    if new.output == nil { try Disk.makeFolders(of: path) }
    guard try Disk.status(path) == nil else { throw DiskFault(code: DiskFault.exists) }
    try Disk.write(Array(draft.text.utf8), to: path)
  } catch {
    throw error.code == DiskFault.exists ? .fileExists(path: path) : .cannotWrite(path: path, reason: error)
  }
  return path
}

/// A text and its name below the content folder.
private typealias Draft = (name: String, text: String)

private func minutes(_ new: NewDocument, _ folder: SiteFolder) throws(Obstacle) -> Draft {
  guard let wanted = new.body else { throw .choiceMissing(option: "--body", meaning: "namnet på organet") }
  let site = folder.settings().0
  let documents = folder.contentFiles().0.documents.mapInParallel { folder.document(at: $0, roleAddresses: []) }
  var names = register(site, documents, drafts: true)
  var own: [(minutes: Minutes, path: String)] = []
  for document in documents {
    guard case .minutes(let minutes) = document.content, let name = minutes.body?.value else { continue }
    if names.body(of: minutes) == nil { _ = names.enter(body: name, aliases: []) }
    own.append((minutes, document.source.path))
  }
  let known = names.bodies.map(\.name).sortedSwedish { $0 }
  guard let id = names.body(named: wanted) else {
    throw .bodyUnknown(name: wanted, nearest: nearest(to: wanted, among: known), known: known)
  }
  let body = names.bodies[id.index]
  let planned = site.planned.filter { names.body(named: $0.body) == id }.sorted { $0.date < $1.date }
  guard let date = new.date ?? planned.first(where: { $0.date >= new.today })?.date else {
    throw .meetingDateMissing(body: body.name)
  }
  own = own.filter { names.body(of: $0.minutes) == id }
  if new.output == nil, let same = own.first(where: { $0.minutes.date?.value == date }) {
    throw .meetingExists(path: same.path)
  }
  var draft = MinutesDraft(body: body.name, date: date)
  let meeting = planned.first { $0.date == date }
  (draft.time, draft.place, draft.title) = (meeting?.time, meeting?.place, new.title)
  draft.committeeDate = new.committeeDate
  draft.rules = body.terms?.rules ?? []
  draft.bookedBy =
    draft.rules.lazy.filter { $0.value == .nextYearBooked }
    .compactMap { day(in: $0.quote, of: date.year) }.first
  draft.coming = planned.map(\.date).filter { $0 > date }
  draft.principals = names.principals.map(\.name)
  draft.earlier =
    own.filter { $0.minutes.date.map { $0.value < date } ?? false }
    .sorted { ($0.minutes.date?.value ?? date, $0.path) < ($1.minutes.date?.value ?? date, $1.path) }
    .map { EarlierMinutes($0.minutes, lines: lines(ofFile: $0.path)) }
  return ("protokoll/\(date.year)/\(slug(body.name))-\(date).md", draft.text)
}

private func terms(_ new: NewDocument, _ folder: SiteFolder) throws(Obstacle) -> Draft {
  guard let body = new.body else { throw .choiceMissing(option: "--body", meaning: "namnet på organet") }
  return (
    "uppdrag/\(slug(body)).md", termsDraft(body: body, validFrom: new.date, keys: comments(.terms, besides: ["organ"]))
  )
}

private func agreement(_ new: NewDocument, _ folder: SiteFolder) throws(Obstacle) -> Draft {
  guard let title = new.title else { throw .choiceMissing(option: "--title", meaning: "avtalets titel") }
  let parties = folder.settings().0.principals.map(\.name)
  let keys = comments(.agreement, besides: ["id", "titel", "parter"])
  return (
    "avtal/\(slug(title)).md", agreementDraft(title: title, validFrom: new.date, parties: parties, keys: keys)
  )
}

/// The keys of a kind that its draft does not have, each with what it takes and what it says.
private func comments(_ kind: DocumentKind, besides written: Set<String>) -> [String] {
  let known = written.union(["typ", "titel", "status", "giltig från"])
  func line(_ key: SchemaKey) -> String { "\(key.name): \(key.takes). \(key.summary)" }
  let keys = frontMatterKeys(of: kind)
  let rules = keys.first { $0.name == "organ" }?.parts.filter { $0.name != "namn" } ?? []
  return keys.filter { !known.contains($0.name) }.map(line)
    + (rules.isEmpty ? [] : ["organ: kan i stället vara en lista, - namn: ..., med det som texten inte säger:"])
    + rules.map { "    " + line($0) }
}

private func lines(ofFile path: String) -> [String] {
  let bytes = (try? Disk.read(path)) ?? []
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
    $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
  }
}
