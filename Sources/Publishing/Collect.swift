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

/// One file from the disk, understood. A file that cannot be read is a document that says so.
package func document(at path: String) -> Document {
  let (file, unreadable) = SiteFolder.read(path)
  guard unreadable.isEmpty else {
    return Document(source: file, isDraft: false, content: .unrecognised, diagnostics: unreadable)
  }
  var document = Reading.read(file)
  // Nobody needs the bytes again, and those of all documents are many: diagnostics fetch their lines from the disk.
  document.source = SourceFile(path: path, bytes: [])
  return document
}

extension Document {
  /// The disk did not give the file.
  package var isUnread: Bool {
    diagnostics.contains { if case .unreadableFile = $0.problem { true } else { false } }
  }
}

/// A web address that a site can stand at, with a slash at its end; nil for what is none.
package func webAddress(_ text: String) -> String? { baseURL(text) }
