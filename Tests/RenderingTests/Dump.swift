import Foundation
import Testing

@Test func dump() throws {
  guard let folder = ProcessInfo.processInfo.environment["SAMSYN_DUMP"] else { return }
  let site = RenderedSite()
  print(site.diagnostics)
  for (path, bytes) in site.files {
    let url = URL(filePath: folder).appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
