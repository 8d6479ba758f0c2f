internal import Reading
internal import Records

/// Where a site's content, templates and finished pages are. Paths are as the user would type them.
package struct SiteFolder: Sendable {
  package let site: String
  package let content: String
  package let templates: String
  package let output: String

  package init(site: String = ".", content: String? = nil, templates: String? = nil, output: String? = nil) {
    self.site = site
    self.content = trimmed(content ?? below(site, "content"))
    self.templates = trimmed(templates ?? below(site, "templates"))
    self.output = trimmed(output ?? below(site, "public"))
  }

  /// The site's own place for finished pages.
  package var ownOutput: String { below(site, "public") }
}

extension SiteFolder {
  /// The paths of all documents and attachments, in the order of their bytes, and what was refused on the way.
  func contentFiles() -> (ContentFiles, [Diagnostic]) {
    guard Disk.resolved(content) != nil else {
      return (ContentFiles(), [Diagnostic(.contentMissing(path: content), at: nil)])
    }
    var listing = Listing()
    listing.walk(content)
    let attachments = listing.files.filter { contentName(of: $0).hasPrefix("bilagor/") }
    let others = listing.files.filter { !contentName(of: $0).hasPrefix("bilagor/") }
    let answers = others.filter {
      contentName(of: $0).hasPrefix("svar/") && ($0.hasSuffix(".yml") || $0.hasSuffix(".yaml"))
    }
    let paths = others.filter(\.isDocument)
    if paths.isEmpty, listing.diagnostics.isEmpty {
      listing.diagnostics.append(Diagnostic(.contentEmpty(path: content), at: nil))
    }
    let ignored =
      others.filter { !$0.isDocument && !isOtherwiseUsed(contentName(of: $0)) && !answers.contains($0) }
      + listing.unnameable
    return (
      ContentFiles(
        documents: paths.sortedByBytes(), attachments: attachments.sortedByBytes(), answers: answers.sortedByBytes()),
      listing.diagnostics + ignored.map { Diagnostic(.ignoredFile, at: SourceLocation(path: $0)) }
    )
  }

  /// What a file of the content folder is called wherever the user stands: its path below the folder.
  func contentName(of path: String) -> String { name(of: path, below: content) }

  /// Where a file of that name is; the inverse of `contentName`.
  func path(ofContent name: String) -> String { below(content, name) }

  /// The file, or why it cannot be read.
  static func read(_ path: String, name: String? = nil) -> (file: SourceFile, diagnostics: [Diagnostic]) {
    let limit = 1 << 20
    let location = SourceLocation(path: path)
    // Reading refuses what is over the limit; what is far over it is not even loaded.
    if let size = (try? Disk.status(path))?.size, size > 16 * limit {
      return (
        SourceFile(path: path, name: name, bytes: []),
        [Diagnostic(.fileTooLarge(bytes: size, limit: limit), at: location)]
      )
    }
    do {
      return (SourceFile(path: path, name: name, bytes: try Disk.read(path)), [])
    } catch {
      let unreadable = Diagnostic(.unreadableFile(reason: error.words), at: location)
      return (SourceFile(path: path, name: name, bytes: []), [unreadable])
    }
  }

  /// A file of settings; nil when there is none.
  func settings(_ name: String) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
    let path = below(content, name)
    do {
      guard try Disk.status(path) != nil else { return (nil, []) }
    } catch {
      return (nil, [Diagnostic(.unreadableFile(reason: error.words), at: SourceLocation(path: path))])
    }
    let (file, diagnostics) = Self.read(path)
    return (diagnostics.isEmpty ? file : nil, diagnostics)
  }

  /// The page templates (`*.mustache`, in any folder) and the files of `assets/`, each with its path as typed
  /// and, as its name, the path below the folder.
  func templateFiles() -> (templates: [SourceFile], assets: [SourceFile], diagnostics: [Diagnostic]) {
    guard Disk.resolved(templates) != nil else {
      return ([], [], [Diagnostic(.templatesMissing(path: templates), at: nil)])
    }
    var listing = Listing()
    listing.walk(templates)
    var found = (templates: [SourceFile](), assets: [SourceFile](), diagnostics: listing.diagnostics)
    for path in listing.files.sortedByBytes() {
      let name = name(of: path, below: templates)
      let isAsset = name.hasPrefix("assets/")
      guard isAsset || path.hasSuffix(".mustache") else { continue }
      let (file, diagnostics) = Self.read(path, name: name)
      found.diagnostics += diagnostics
      if isAsset { found.assets.append(file) } else { found.templates.append(file) }
    }
    return found
  }
}

/// What there is in a content folder, by path.
struct ContentFiles: Sendable {
  var documents: [String] = []
  var attachments: [String] = []
  /// What principals have answered.
  var answers: [String] = []
}

/// All files below a folder. Hidden ones are passed over (`.git`, `.DS_Store`); symbolic links are refused, for they
/// could make anything on the computer part of the site.
private struct Listing {
  var files: [String] = []
  /// What has a name that is no text, and so cannot be asked for.
  var unnameable: [String] = []
  var diagnostics: [Diagnostic] = []

  mutating func walk(_ folder: String) {
    do throws(DiskFault) {
      for name in try Disk.names(in: folder) where !name.hasPrefix(".") {
        let path = below(folder, name)
        if let bad = name.unicodeScalars.first(where: isForbidden) {
          diagnostics.append(Diagnostic(.forbiddenCharacter(scalar: bad.value), at: SourceLocation(path: path)))
          continue
        }
        switch try Disk.status(path)?.kind {
        case .file, .other: files.append(path)
        case .folder: walk(path)
        case .symbolicLink: diagnostics.append(Diagnostic(.symbolicLink, at: SourceLocation(path: path)))
        case nil where name.unicodeScalars.contains("\u{FFFD}"): unnameable.append(path)
        case nil: break
        }
      }
    } catch {
      diagnostics.append(Diagnostic(.unreadableFile(reason: error.words), at: SourceLocation(path: folder)))
    }
  }
}

/// Settings and what has been published before: files of the content folder that are no documents.
private func isOtherwiseUsed(_ name: String) -> Bool {
  ["samsyn.yml", "personer.yml", "kalender.yml", "samsyn.lock"].contains(name)
}

extension String {
  /// However the ending is written: some programs write `.MD`.
  fileprivate var isDocument: Bool {
    let name = lowercased()
    return [".md", ".markdown", ".txt"].contains { name.hasSuffix($0) }
  }
}

/// The inverse of `below`.
private func name(of path: String, below folder: String) -> String {
  switch trimmed(folder) {
  case ".": path
  case "/": String(decoding: path.utf8.dropFirst(), as: UTF8.self)
  case let folder: String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
  }
}

/// `folder/name`, without the dot of the folder that the user stands in.
private func below(_ folder: String, _ name: String) -> String {
  switch trimmed(folder) {
  case ".": name
  case "/": "/" + name
  case let folder: folder + "/" + name
  }
}

/// Without slashes at the end and `./` at the start.
private func trimmed(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  while path.utf8.count > 2, path.hasPrefix("./") { path.removeFirst(2) }
  return path.isEmpty ? "." : path
}

extension [String] {
  fileprivate func sortedByBytes() -> [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
