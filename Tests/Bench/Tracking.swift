import Approval
import Glibc
import Linking
import Reading
import Records
import Tracking

/// How much longer the tracking of twice as many minutes takes, on one archive after the other in memory: processor time, the
/// best of some rounds.
func compareTracking(_ counts: [Int], rounds: Int = 3) {
  var last: Double?
  for count in counts {
    var files: [SourceFile] = []
    County(count: count).forEachFile { path, text in
      files.append(SourceFile(path: "content/\(path)", bytes: Array(text.utf8)))
    }
    let archive = archive(of: files)
    guard archive.meetings.count == count else { fatalError("\(count - archive.meetings.count) minutes were withheld") }
    let day = CalendarDate(year: County.lastYear + 1, month: 1, day: 31)!
    var (best, rows) = (Double.infinity, 0)
    for _ in 0..<rounds {
      best = min(
        best,
        processorSeconds {
          let standing = track(archive, asOf: day)
          rows = standing.followUps.count + standing.matters.count + standing.recommendations.count
        })
    }
    print(
      "\(count) minutes: tracked in \(decimal(best)) s, \(rows) rows\(last.map { ", x\(decimal(best / $0))" } ?? "")")
    last = best
  }
}

/// All that a content folder's files have to say, as a build has it before pages are made of it.
func archive(of files: [SourceFile]) -> Archive {
  let settings = files.first { $0.path.hasSuffix("samsyn.yml") }
  let (site, _) = readSettings(site: settings, people: nil, calendar: nil)
  let documents = files.filter { $0.path.hasSuffix(".md") }.mapInParallel { read($0) }
  let day = CalendarDate(year: County.lastYear + 1, month: 1, day: 31)!
  let names = register(site, documents, drafts: false, asOf: day)
  let (admitted, _) = admit(documents, register: names, today: day)
  return link(admitted, site: site, register: names).archive
}
