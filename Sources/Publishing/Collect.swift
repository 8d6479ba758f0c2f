package import Records
internal import Reading
internal import Rendering

extension SiteFolder {
  /// Templates parsed, and the files that go with the pages as they are.
  func loadTemplates() -> ((Templates, [SourceFile]), [Diagnostic]) {
    let (files, assets, unreadable) = templateFiles()
    let (templates, diagnostics) = Rendering.loadTemplates(files)
    // What is missing is no news when the folder or a file of it cannot be read.
    return ((templates, assets), unreadable.isEmpty ? diagnostics : unreadable)
  }

  /// What `samsyn.yml`, `personer.yml` and `kalender.yml` say.
  func settings() -> (Site, [Diagnostic]) {
    let files = ["samsyn.yml", "personer.yml", "kalender.yml"].map(settings)
    let (site, diagnostics) = readSettings(site: files[0].file, people: files[1].file, calendar: files[2].file)
    return (site, files.flatMap(\.diagnostics) + diagnostics)
  }
}

extension SiteFolder {
  /// The files of `svar/`, understood.
  func answers(at paths: [String], roleAddresses: Set<String>) -> ([AnswerFile], [Diagnostic]) {
    let read = paths.map { path -> (AnswerFile?, [Diagnostic]) in
      let (file, unreadable) = Self.read(path)
      return unreadable.isEmpty ? readAnswers(file, roleAddresses: roleAddresses) : (nil, unreadable)
    }
    return (read.compactMap(\.0), read.flatMap(\.1))
  }

  /// A file of the content folder, understood.
  func document(at path: String, roleAddresses: Set<String>) -> Document {
    Publishing.document(at: path, name: contentName(of: path), roleAddresses: roleAddresses)
  }
}

/// One file from the disk, understood. A file that cannot be read is a document that says so.
package func document(at path: String, name: String? = nil, roleAddresses: Set<String> = []) -> Document {
  let (file, unreadable) = SiteFolder.read(path, name: name)
  guard unreadable.isEmpty else {
    return Document(source: file, isDraft: false, content: .unrecognised, diagnostics: unreadable)
  }
  // Reading goes by the folders in the path, and those above the content folder say nothing of the document.
  var document = Reading.read(SourceFile(path: file.name, bytes: file.bytes), roleAddresses: roleAddresses)
  document.diagnostics = document.diagnostics.map { $0.moved(to: path) }
  // Nobody needs the bytes again, and those of all documents are many: diagnostics fetch their lines from the disk.
  document.source = SourceFile(path: path, name: file.name, bytes: [])
  return document
}

extension Diagnostic {
  fileprivate func moved(to path: String) -> Diagnostic {
    Diagnostic(problem, at: location.map { SourceLocation(path: path, line: $0.line, column: $0.column) })
  }
}

extension Document {
  /// The disk did not give the file.
  package var isUnread: Bool {
    diagnostics.contains { if case .unreadableFile = $0.problem { true } else { false } }
  }
}

/// A web address that a site can stand at, with a slash at its end; nil for what is none.
package func webAddress(_ text: String) -> String? { baseURL(text) }
