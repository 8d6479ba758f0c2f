internal import Reading
internal import Records

/// The attachments of what may be public, each looked at and found fit to go out, and what is wrong with them.
///
/// This comes after the gate, so that no file of a withheld document is ever opened: what may be public is the only thing
/// that is looked at. `documents` are all there are; their names tell which folder is whose.
func attach(
  _ files: [String], of documents: [Document], to admitted: inout [Admitted], _ folder: SiteFolder,
  _ roleAddresses: Set<String>, _ protected: ProtectedNames? = nil
) -> [Diagnostic] {
  if files.isEmpty, !admitted.contains(where: { !$0.document.listedFiles.isEmpty }) { return [] }
  let (folders, misplaced) = attachmentFolders(files, of: folder)
  var owners: [String: [String]] = [:]
  for document in documents {
    let name = document.source.name.stem
    if document.mayHaveAttachments, folders[name] != nil { owners[name, default: []].append(document.source.path) }
  }
  var diagnostics = misplaced
  for (name, files) in folders {
    let paths = owners[name] ?? []
    if paths.count == 1 { continue }
    let stems = paths.isEmpty ? documents.filter(\.mayHaveAttachments).map(\.source.name.stem) : []
    let place = SourceLocation(path: files.values.min().map(\.folderPath) ?? name)
    diagnostics.append(
      Diagnostic(.attachmentFolder(folder: name, of: paths, nearest: nearest(to: name, among: stems)), at: place))
  }
  for index in admitted.indices {
    let document = admitted[index].document
    let name = document.source.name.stem
    let own = document.mayHaveAttachments && owners[name]?.count == 1 ? folders[name] ?? [:] : [:]
    if own.isEmpty, document.listedFiles.isEmpty { continue }
    var attached = document.attachments
    for place in attached.indices {
      diagnostics += inspect(&attached[place], in: own, before: attached[..<place], document, roleAddresses, protected)
    }
    admitted[index].document.attachments = attached
    for file in own.keys.sorted() where !document.listedFiles.contains(file) {
      diagnostics.append(
        Diagnostic(.attachment(file: file, .unlisted), at: SourceLocation(path: document.source.path)))
    }
  }
  return diagnostics
}

/// No page on the web should be a larger download; and a file is looked at whole.
private let sizeLimit = 100 << 20

/// Looks at one file, and leaves `version` empty when it may not go out.
private func inspect(
  _ attachment: inout Attachment, in files: [String: String], before: ArraySlice<Attachment>, _ document: Document,
  _ roleAddresses: Set<String>, _ protected: ProtectedNames?
) -> [Diagnostic] {
  let place = SourceLocation(path: document.source.path, line: attachment.line)
  func told(_ fault: AttachmentFault) -> [Diagnostic] {
    [Diagnostic(.attachment(file: attachment.file, fault), at: place)]
  }
  guard let kind = attachment.kind else { return told(.kindNotAllowed) }
  guard let name = attachment.publicName else { return told(.nameless) }
  if let other = before.first(where: { $0.publicName == name }) { return told(.sameAddress(as: other.file)) }
  guard let path = files[attachment.file] else {
    let folder = "bilagor/\(document.source.name.stem)"
    return told(.missing(folder: folder, nearest: nearest(to: attachment.file, among: Array(files.keys))))
  }
  let found: (version: FileVersion, bytes: [UInt8]?)
  do {
    found = try Disk.version(path, limit: sizeLimit)
  } catch {
    return [Diagnostic(.unreadableFile(reason: error.words), at: SourceLocation(path: path))]
  }
  guard let bytes = found.bytes else { return told(.tooLarge(bytes: found.version.size, limit: sizeLimit)) }
  let (text, seen) = faults(
    of: bytes, as: kind, isStatedAccessible: attachment.isStatedAccessible, roleAddresses, document.exceptedKinds)
  let faults = seen + (protected?.lines(in: text) ?? []).map { .protectedName(line: $0) }
  // What is decided to be handed out on request needs no word about it.
  let isDecided = attachment.isStatedAccessible == false
  if !faults.contains(.notAccessible) { attachment.version = found.version }
  return faults.filter { !(isDecided && $0 == .notAccessible) }.flatMap(told)
}

/// The files below `bilagor/` by folder and name, each with its path; and those that are in no document's folder.
private func attachmentFolders(_ files: [String], of folder: SiteFolder) -> ([String: [String: String]], [Diagnostic]) {
  var folders: [String: [String: String]] = [:]
  var misplaced: [Diagnostic] = []
  for path in files {
    let parts = folder.contentName(of: path).split(separator: "/")
    if parts.count == 3 {
      folders[String(parts[1]), default: [:]][String(parts[2])] = path
    } else {
      misplaced.append(Diagnostic(.attachmentMisplaced, at: SourceLocation(path: path)))
    }
  }
  return (folders, misplaced)
}

extension Document {
  fileprivate var mayHaveAttachments: Bool {
    switch content {
    case .minutes, .agreement, .unrecognised: true
    case .termsOfReference, .page: false
    }
  }
}

extension String {
  /// The name of the file alone, without its ending.
  fileprivate var stem: String {
    let name = split(separator: "/").last ?? self[...]
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  fileprivate var folderPath: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? self }
}
