import CCmark
import Glibc
import Records

/// What no generator on libcmark can go below: every file is read, made HTML and written. No links, no templates.
func runFloor(from source: String, to destination: String, inParallel: Bool) {
  let paths = filePaths(below: source).filter { $0.hasSuffix(".md") }
  mkdir(destination, 0o777)
  let write: @Sendable (Int) -> Void = { index in
    let bytes = readFile(paths[index])
    let html = bytes.withUnsafeBytes { cmark_markdown_to_html($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }!
    writeFile("\(destination)/\(index).html", UnsafeRawBufferPointer(start: html, count: strlen(html)))
    free(html)
  }
  if inParallel { _ = Array(paths.indices).mapInParallel(write) } else { paths.indices.forEach(write) }
}
