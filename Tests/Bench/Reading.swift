internal import CCmark
import Glibc
import Reading
import Records
import Yams

/// Reading and recognising, side by side with the libraries alone on the same files, in one thread and from memory:
/// libcmark parses the Markdown and Yams composes the front matter, and nothing is made of either.
func compareReading(_ content: String, rounds: Int = 3) {
  let sources = filePaths(below: content).filter { $0.contains("/protokoll/") }
    .map { SourceFile(path: $0, bytes: readFile($0)) }
  var best = (libraries: Double.infinity, reading: Double.infinity)
  for _ in 0..<rounds {
    best.libraries = min(best.libraries, processorSeconds { for source in sources { parseAlone(source.bytes) } })
    best.reading = min(best.reading, processorSeconds { for source in sources { _ = read(source) } })
  }
  print(
    "\(sources.count) minutes, one thread, best of \(rounds): libcmark and Yams alone \(decimal(best.libraries)) s,",
    "reading and recognising \(decimal(best.reading)) s, x\(decimal(best.reading / best.libraries))")
}

/// One reading of all minutes, by `read` or by the libraries alone.
func readOnce(_ content: String, withLibrariesAlone: Bool) {
  for path in filePaths(below: content).filter({ $0.contains("/protokoll/") }) {
    let source = SourceFile(path: path, bytes: readFile(path))
    if withLibrariesAlone { parseAlone(source.bytes) } else { _ = read(source) }
  }
}

/// The same minutes repeated 2, 4 and 8 times: how many times as long each doubling takes, at most.
func compareDoubling(_ content: String, rounds: Int = 20) {
  let texts = filePaths(below: content).filter { $0.contains("/protokoll/") }.prefix(25).map { readFile($0) }
  var worst = 0.0
  var last = 0.0
  for times in [1, 2, 4, 8] {
    let sources = texts.map { text in
      SourceFile(path: "protokoll/a.md", bytes: Array(repeatElement(text, count: times).joined()))
    }
    var best = Double.infinity
    for _ in 0..<rounds { best = min(best, processorSeconds { for source in sources { _ = read(source) } }) }
    if last > 0 { worst = max(worst, best / last) }
    last = best
  }
  print("the same minutes repeated: each doubling takes at most x\(decimal(worst))")
}

private func parseAlone(_ bytes: [UInt8]) {
  var body = bytes[...]
  if bytes.starts(with: "---\n".utf8), let end = bytes.firstRange(of: "\n---\n".utf8) {
    _ = try? Yams.compose(yaml: String(decoding: bytes[4..<end.lowerBound], as: UTF8.self))
    body = bytes[end.upperBound...]
  }
  body.withUnsafeBytes { text in
    let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
    cmark_node_free(cmark_parse_document(start, text.count, CMARK_OPT_DEFAULT))
  }
}

func processorSeconds(_ work: () -> Void) -> Double {
  var start = timespec()
  var end = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
  work()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
  return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
}
