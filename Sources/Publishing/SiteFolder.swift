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
  /// The paths of all documents, in the order of their bytes, and what was refused on the way.
  func documentPaths() -> (paths: [String], diagnostics: [Diagnostic]) {
    guard Disk.resolved(content) != nil else { return ([], [Diagnostic(.contentMissing(path: content), at: nil)]) }
    var listing = Listing()
    listing.walk(content)
    let paths = listing.files.filter { path in [".md", ".markdown", ".txt"].contains { path.hasSuffix($0) } }
    if paths.isEmpty, listing.diagnostics.isEmpty {
      listing.diagnostics.append(Diagnostic(.contentEmpty(path: content), at: nil))
    }
    return (paths.sortedByBytes(), listing.diagnostics)
  }

  /// The file, or why it cannot be read.
  static func read(_ path: String) -> (file: SourceFile, diagnostics: [Diagnostic]) {
    let limit = 1 << 20
    let location = SourceLocation(path: path)
    // Reading refuses what is over the limit; what is far over it is not even loaded.
    if let size = Disk.status(path)?.size, size > 16 * limit {
      return (SourceFile(path: path, bytes: []), [Diagnostic(.fileTooLarge(bytes: size, limit: limit), at: location)])
    }
    do {
      return (SourceFile(path: path, bytes: try Disk.read(path)), [])
    } catch {
      return (SourceFile(path: path, bytes: []), [Diagnostic(.unreadableFile(reason: error.words), at: location)])
    }
  }

  /// A file of settings; nil when there is none.
  func settings(_ name: String) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
    let path = below(content, name)
    guard Disk.status(path) != nil else { return (nil, []) }
    let (file, diagnostics) = Self.read(path)
    return (diagnostics.isEmpty ? file : nil, diagnostics)
  }

  /// The page templates (`*.mustache`, in any folder) and the files of `assets/`, each with its path as typed.
  func templateFiles() -> (templates: [SourceFile], assets: [SourceFile], diagnostics: [Diagnostic]) {
    guard Disk.resolved(templates) != nil else {
      return ([], [], [Diagnostic(.templateMissing(name: templates), at: nil)])
    }
    var listing = Listing()
    listing.walk(templates)
    let assets = below(templates, "assets") + "/"
    var found = (templates: [SourceFile](), assets: [SourceFile](), diagnostics: listing.diagnostics)
    for path in listing.files.sortedByBytes() {
      let isAsset = path.hasPrefix(assets)
      guard isAsset || path.hasSuffix(".mustache") else { continue }
      let (file, diagnostics) = Self.read(path)
      found.diagnostics += diagnostics
      if isAsset { found.assets.append(file) } else { found.templates.append(file) }
    }
    return found
  }
}

/// All files below a folder. Hidden ones are passed over (`.git`, `.DS_Store`); symbolic links are refused, for they
/// could make anything on the computer part of the site.
private struct Listing {
  var files: [String] = []
  var diagnostics: [Diagnostic] = []

  mutating func walk(_ folder: String) {
    do throws(DiskFault) {
      for name in try Disk.names(in: folder) where !name.hasPrefix(".") {
        let path = below(folder, name)
        switch Disk.status(path)?.kind {
        case .file, .other: files.append(path)
        case .folder: walk(path)
        case .symbolicLink: diagnostics.append(Diagnostic(.symbolicLink, at: SourceLocation(path: path)))
        case nil: break
        }
      }
    } catch {
      diagnostics.append(Diagnostic(.unreadableFile(reason: error.words), at: SourceLocation(path: folder)))
    }
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
