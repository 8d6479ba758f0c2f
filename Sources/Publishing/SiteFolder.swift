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
  /// The paths of all documents and attachments, in the order of their bytes, and what was refused on the way. `logo` is
  /// a file that the settings use.
  func contentFiles(besides logo: String? = nil) -> (ContentFiles, [Diagnostic]) {
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
      others.filter {
        !$0.isDocument && !isOtherwiseUsed(contentName(of: $0)) && !answers.contains($0)
          && contentName(of: $0) != logo
      }
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

  /// The picture that the settings name as the logo, found fit to be published.
  func logo(of site: Site) -> (Logo?, [Diagnostic]) {
    guard let stated = site.logoFile else { return (nil, []) }
    let name = stated.value
    func told(_ fault: LogoFault) -> (Logo?, [Diagnostic]) {
      let place = SourceLocation(path: self.path(ofContent: "samsyn.yml"), line: stated.line)
      return (nil, [Diagnostic(.logo(file: name, fault), at: place)])
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else { return told(.misplaced) }
    guard let kind = Logo.Kind(rawValue: (name.split(separator: ".").last ?? "").lowercased()) else {
      return told(.kind)
    }
    let (path, limit) = (self.path(ofContent: name), 100 << 10)
    do {
      guard try Disk.status(path) != nil else { return told(.missing(nearest: nearest(to: name, among: pictures()))) }
      let (version, bytes) = try Disk.version(path, limit: limit)
      guard let bytes else { return told(.tooLarge(bytes: version.size, limit: limit)) }
      switch logoSize(of: bytes, as: kind) {
      case .success(let size): return (Logo(kind: kind, version: version, width: size.width, height: size.height), [])
      case .failure(let fault): return told(fault)
      }
    } catch {
      return (nil, [Diagnostic(.unreadableFile(reason: error.words), at: SourceLocation(path: path))])
    }
  }

  private func pictures() -> [String] {
    var listing = Listing()
    listing.walk(content)
    return listing.files.map(contentName).filter { $0.hasSuffix(".svg") || $0.hasSuffix(".png") }
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
  /// and, as its name, the path below its folder. A file of the site's own folder stands in the place of the program's.
  func templateFiles() -> (templates: [SourceFile], assets: [SourceFile], diagnostics: [Diagnostic]) {
    let isOwn = Disk.resolved(templates) != nil
    guard isOwn || templates == below(site, "templates") && Self.programTemplates != nil else {
      return ([], [], [Diagnostic(.templatesMissing(path: templates), at: nil)])
    }
    var paths: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    let isProgram = Disk.resolved(templates) == Self.programTemplates
    for folder in [isProgram ? nil : Self.programTemplates, isOwn ? templates : nil].compactMap(\.self) {
      var listing = Listing()
      listing.walk(folder)
      diagnostics += listing.diagnostics
      for path in listing.files { paths[name(of: path, below: folder)] = path }
    }
    var found = (templates: [SourceFile](), assets: [SourceFile](), diagnostics: diagnostics)
    for name in Array(paths.keys).sortedByBytes() {
      let isAsset = name.hasPrefix("assets/")
      guard isAsset || name.hasSuffix(".mustache"), let path = paths[name] else { continue }
      let (file, diagnostics) = Self.read(path, name: name)
      found.diagnostics += diagnostics
      if isAsset { found.assets.append(file) } else { found.templates.append(file) }
    }
    return found
  }

  /// The templates that come with the program: at its place on the disk or above it, or in `share/samsyn/` there.
  private static let programTemplates: String? = {
    var place = Disk.resolved("/proc/self/exe") ?? ""
    while let slash = place.lastIndex(of: "/") {
      place = String(place[..<slash])
      for folder in ["\(place)/templates", "\(place)/share/samsyn/templates"]
      where (try? Disk.status(folder + "/layout.mustache"))?.kind == .file {
        return Disk.resolved(folder)
      }
    }
    return nil
  }()
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
