import Glibc
import Records
import Search
import Tracking

/// Indexing alone, from an archive in memory to the bytes of its files, on all cores.
func timeIndexing(_ content: String, rounds: Int = 3) {
  let archive = archive(of: filePaths(below: content).map { SourceFile(path: $0, bytes: readFile($0)) })
  let standing = track(archive, asOf: CalendarDate(year: County.lastYear + 1, month: 1, day: 31)!)
  var best = (wall: Double.infinity, cpu: Double.infinity)
  var outputs: [Output] = []
  for _ in 0..<rounds {
    let clock = ContinuousClock()
    let start = clock.now
    best.cpu = min(best.cpu, processorSeconds { outputs = index(archive, standing) })
    best.wall = min(best.wall, Double((clock.now - start) / .milliseconds(1)) / 1e3)
  }
  let megabytes = Double(outputs.reduce(0) { $0 + $1.make().bytes.count }) / 1e6
  print(
    "\(archive.meetings.count) minutes indexed in \(decimal(best.wall)) s, \(decimal(best.cpu)) s of all cores:",
    "\(outputs.count) files, \(decimal(megabytes)) MB")
}
