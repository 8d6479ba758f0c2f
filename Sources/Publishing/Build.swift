internal import Approval
internal import Linking
internal import Reading
package import Records
internal import Rendering
internal import Search
internal import Tracking

/// A folder of documents becomes a site. With `publishes` false, everything is done but the last step.
///
///     collect → read → register → survey → admit → attach → link → track → render | index → replace
///
/// Nothing is written when something that would be published is wrong. Nothing after `admit` knows that a withheld
/// document exists.
package func build(_ folder: SiteFolder, _ choices: Choices, publishes: Bool = true) throws(Obstacle) -> Report {
  try made(folder, choices, publishes: publishes).report
}

/// What a build tells, and the files that it makes: `serve` shows them without a folder.
func made(_ folder: SiteFolder, _ choices: Choices, publishes: Bool) throws(Obstacle) -> (
  report: Report, outputs: [Output]
) {
  var report = Report(isPreview: choices.drafts)
  var site = report.noting(folder.settings())
  let destination = publishes ? try Destination(folder, choices, isDemonstration: site.exampleDate != nil) : nil
  let progress = Progress()

  let files = report.noting(folder.contentFiles(besides: site.logoFile?.value))
  site.logo = report.noting(folder.logo(of: site))
  let lockFile = report.noting(folder.lockFile())
  let protected = report.noting(folder.protectedNames(site))
  let (templates, assets) = report.noting(folder.loadTemplates())
  site.baseURL = choices.baseURL ?? site.baseURL
  report.hasAddress = site.baseURL != nil
  let day = choices.asOf ?? site.exampleDate ?? choices.today

  progress.show("läser \(files.documents.count) dokument")
  let addresses = site.knownRoleAddresses
  site.answers = report.noting(folder.answers(at: files.answers, roleAddresses: addresses))
  let read = files.documents.mapInParallel { folder.document(at: $0, roleAddresses: addresses) }
  let names = register(site, read, drafts: choices.drafts, asOf: day)
  let documents = report.noting(survey(read, site, names))
  var (admitted, withheld) = admit(documents, register: names, today: day, drafts: choices.drafts)
  report.note(admitted, withheld)
  report.note(attach(files.attachments, of: documents, to: &admitted, folder, addresses, protected))
  let lock = lockFile.lock

  progress.show("länkar \(admitted.count) dokument")
  let sources = sourcesOfPages(admitted)
  let given = lock.givenAddresses(of: admitted, closed: site.formerAddresses)
  var archive = report.noting(link(admitted, site: site, register: names, given: given))
  let standing = track(archive, asOf: day, given: given)
  let published = archive.publishedAddresses(standing.matters)
  report.note(lock.changes(in: admitted, at: published))
  let isLasting = folder.publishesOwn(choices, on: site.exampleDate ?? choices.today)
  let retired = lock.retired(choices.drafts ? [] : withheld, besides: site.formerAddresses)
  archive.formerAddresses = report.noting(
    lock.formerAddresses(beside: published, lines: site.formerAddresses + retired, today: day))
  if isLasting { report.note(lockFile.vanished(from: published, archive, today: day)) }
  report.note(trackingDiagnostics(standing, archive, of: folder))
  if !publishes { report.note(suggestedMatters(standing, archive, of: folder)) }
  let outputs =
    render(archive, standing, templates: templates, assets: assets, isPreview: choices.drafts)
    + index(archive, standing)
  report.note(withoutPage(sources, in: archive, of: folder) + clashes(of: outputs, in: archive, of: folder))

  let known = addresses.union(admitted.flatMap(\.document.exceptedAddresses))
  try replace(
    destination, with: outputs, checking: WrittenCheck(addresses: known, protectedNames: protected), &report, progress,
    locking: { () throws(Obstacle) in try lockFile.replace(with: lock.locking(admitted, at: isLasting ? published : []))
    },
    links: { contentLinks(in: archive, of: folder) })
  return (report, outputs)
}

/// What the command line chose for one build.
package struct Choices: Sendable {
  package var asOf: CalendarDate?
  package var baseURL: String?
  package var drafts: Bool
  /// The day in Sweden; what counts when neither the command line nor the site names a day.
  package var today: CalendarDate

  package init(asOf: CalendarDate? = nil, baseURL: String? = nil, drafts: Bool = false, today: CalendarDate) {
    self.asOf = asOf
    self.baseURL = baseURL
    self.drafts = drafts
    self.today = today
  }
}
