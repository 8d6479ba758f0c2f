internal import Records

/// Two sources on one address would mean that one of them is lost; both are named.
func clashes(of outputs: [Output], in archive: Archive, of folder: SiteFolder) -> [Diagnostic] {
  var sources: [String: SourceLocation] = [:]
  var files: Set<String> = []
  var told: Set<String> = []
  var diagnostics: [Diagnostic] = []
  for (target, source) in archive.sources(of: folder) {
    let link = archive.lastingLink(to: target)
    if let first = sources[link.file] {
      diagnostics.append(Diagnostic(.addressTaken(address: link.path, by: first), at: source))
      told.insert(link.file)
    } else {
      sources[link.file] = source
    }
  }
  for output in outputs where !files.insert(output.path).inserted {
    // A page and its twin are on one address.
    let isPage = ["index.html", "index.json"].contains { output.path.hasSuffix($0) }
    let address = isPage ? output.path.dropLast("index.html".count)[...] : output.path[...]
    let file = isPage ? address + "index.html" : output.path
    guard told.insert(file).inserted else { continue }
    // No document has this page for itself: a register, an asset, or a plain page that is named like one.
    let own = sources[file]
    let taken = Problem.addressTaken(address: "/\(address)", by: own ?? SourceLocation(path: output.path))
    diagnostics.append(Diagnostic(taken, at: own))
  }
  return diagnostics
}

/// The names of the documents that must have a place in the archive. (Terms of reference may be replaced by newer ones,
/// and then have none.)
func sourcesOfPages(_ admitted: [Admitted]) -> [String] {
  admitted.compactMap { one in
    switch one.document.content {
    case .minutes, .agreement, .page: one.document.canHavePage ? one.document.source.name : nil
    case .termsOfReference, .unrecognised: nil
    }
  }
}

/// Without a place in the archive a page has been lost on the way.
func withoutPage(_ sources: [String], in archive: Archive, of folder: SiteFolder) -> [Diagnostic] {
  let placed = Set(
    archive.meetings.map(\.source) + archive.agreements.map(\.source) + archive.pages.map(\.source))
  return sources.filter { !placed.contains($0) }.map(folder.path(ofContent:)).map {
    Diagnostic(.sourceWithoutPage(path: $0), at: SourceLocation(path: $0))
  }
}

extension Document {
  /// False for what even a preview has no place for: minutes of no known body, and what is no known kind of document.
  var canHavePage: Bool {
    switch content {
    case .minutes(let minutes): minutes.body != nil
    case .termsOfReference, .agreement, .page: true
    case .unrecognised: false
    }
  }
}

extension Archive {
  /// The newest version of an agreement moves in time; the address of each version stays, and must be its own.
  fileprivate func lastingLink(to target: Target) -> Permalink {
    guard case .agreement(let id) = target else { return permalink(of: target) }
    var version = self[id]
    version.isCurrent = false
    var archive = Archive(site: site)
    archive.agreements = [version]
    return archive.permalink(of: .agreement(ID(0)))
  }

  /// Every record that has a page for itself and comes from one document.
  fileprivate func sources(of folder: SiteFolder) -> [(Target, SourceLocation)] {
    func place(_ name: String) -> SourceLocation { SourceLocation(path: folder.path(ofContent: name)) }
    var all: [(Target, SourceLocation)] = []
    for (index, body) in bodies.enumerated() {
      if let source = body.version?.source { all.append((.body(ID(index)), source)) }
    }
    for (index, meeting) in meetings.enumerated() { all.append((.meeting(ID(index)), place(meeting.source))) }
    for (index, agreement) in agreements.enumerated() { all.append((.agreement(ID(index)), place(agreement.source))) }
    for (index, page) in pages.enumerated() { all.append((.page(ID(index)), place(page.source))) }
    return all
  }
}
