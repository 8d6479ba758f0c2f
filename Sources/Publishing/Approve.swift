internal import Approval
internal import Linking
internal import Reading
package import Records

/// What `samsyn approve` was told: who approved the minutes of a file, on which day.
package struct ApprovalReport: Sendable {
  package var file: String
  package var names: [String]
  /// In the order of the names, or empty.
  package var roles: [ApprovalRule.Role]
  package var date: CalendarDate
  package var today: CalendarDate

  package init(
    file: String, names: [String], roles: [ApprovalRule.Role], date: CalendarDate, today: CalendarDate
  ) {
    self.file = file
    self.names = names
    self.roles = roles
    self.date = date
    self.today = today
  }
}

/// What came of it, in words, and what is wrong with the file when nothing did.
package struct ApprovalAnswer: Sendable {
  package var isTaken: Bool
  package var words: String
  package var diagnostics: [Diagnostic] = []
}

/// Writes an approval into the file of the minutes, and their text into the lock, when the body's rule lets those people
/// approve them. The whole content folder is read, as a build does, to know the rule. The lock is written first: an
/// approved text is never without it.
package func approve(_ report: ApprovalReport, in folder: SiteFolder) throws(Obstacle) -> ApprovalAnswer {
  // Nobody publishes, or approves another file, meanwhile.
  let hold = try Destination.hold(SiteFolder(site: folder.site, content: folder.content, templates: folder.templates))
  defer { hold.release() }
  let (site, _) = folder.settings()
  let today = site.exampleDate ?? report.today
  let (lockFile, unreadable) = folder.lockFile()
  let addresses = site.knownRoleAddresses
  let documents = folder.contentFiles().0.documents.mapInParallel { folder.document(at: $0, roleAddresses: addresses) }
  guard let place = Disk.resolved(report.file),
    let document = documents.first(where: { Disk.resolved($0.source.path) == place })
  else { throw .notInContent(path: report.file, content: folder.content) }

  let path = document.source.path
  let names = register(site, documents, drafts: false)
  let reported: ReportedApproval
  do throws(ApprovalRefusal) {
    reported = try approve(
      document, by: report.names, as: report.roles, on: report.date, register: names, today: today)
  } catch {
    return ApprovalAnswer(isTaken: false, words: "\(path): \(error.words)")
  }
  let isFirst = reported.stated.verifiers.count == report.names.count
  let changes = isFirst && lockFile.lock.isPending(document.source.name) ? [] : lockFile.lock.changes(in: document)
  let faults = unreadable + changes + document.diagnostics.filter { $0.severity == .error }
  if !faults.isEmpty {
    return ApprovalAnswer(isTaken: false, words: "\(path): inget är skrivet; rätta felen först", diagnostics: faults)
  }
  let file = SiteFolder.read(path, name: document.source.name).file
  guard let bytes = stating(reported.stated, in: file) else {
    return ApprovalAnswer(isTaken: false, words: "\(path): \(reported.unwritable)")
  }
  var lock = lockFile.lock
  lock.lock(document.source.name, document.digest, isPending: !reported.missing.isEmpty)
  try lockFile.replace(with: lock)
  do {
    try Disk.replaceFile(path, with: bytes)
  } catch {
    throw .cannotWrite(path: path, reason: error)
  }
  return ApprovalAnswer(isTaken: true, words: "\(path): \(reported.words)")
}
