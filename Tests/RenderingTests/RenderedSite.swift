import Foundation
import Records
import Rendering
import Search

/// The project's own templates, read from the working tree.
enum OwnTemplates {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "templates")

  static let files: [SourceFile] = {
    let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).sorted()
    return paths.compactMap { path in
      guard let data = FileManager.default.contents(atPath: folder.appending(path: path).path) else { return nil }
      return SourceFile(path: "templates/\(path)", name: path, bytes: Array(data))
    }
  }()

  static var assets: [SourceFile] { files.filter { $0.path.hasPrefix("templates/assets/") } }

  /// The files with one text put in the place of another in one of them.
  static func files(changing name: String, _ old: String, to new: String) -> [SourceFile] {
    files.map { file in
      guard file.path == "templates/\(name).mustache" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self).replacingOccurrences(of: old, with: new)
      return SourceFile(path: file.path, name: file.name, bytes: Array(text.utf8))
    }
  }
}

/// A whole site in memory.
struct RenderedSite {
  var files: [String: [UInt8]] = [:]
  var diagnostics: [Diagnostic] = []

  init(
    _ archive: Archive = Fixture.county, _ standing: Standing = Fixture.standing,
    templates: [SourceFile] = OwnTemplates.files
  ) {
    let (templates, found) = loadTemplates(templates)
    diagnostics = found
    // The index is a sibling of the pages: they are one site only here and in a build.
    let pages = render(archive, standing, templates: templates, assets: OwnTemplates.assets)
    for output in pages + index(archive, standing) {
      let made = output.make()
      files[output.path] = made.bytes
      diagnostics += made.diagnostics
    }
  }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
  var pages: [String] { files.keys.filter { $0.hasSuffix(".html") }.sorted() }
}
