internal import Records

/// The destination while a build makes its next content. The site that stands there is not touched until `replace`,
/// which puts the whole new tree in its place in one step:
///
/// 1. `init` looks at the destination, takes its lock, clears away what a killed build left, and makes a staging folder
///    beside it: `.public.samsyn-<process>`;
/// 2. `write` puts files there, from any thread; a file that has not changed is the old one, linked;
/// 3. `replace` waits until all is on the disk, exchanges the two folders by name, and removes the old one;
/// 4. or `abandon` removes the staging folder.
struct Destination: Sendable {
  /// As the user typed it.
  let path: String
  /// The site's own folder for finished pages.
  let isPublic: Bool
  private let real: String
  private let staging: String
  private let lock: DiskLock
  private let exists: Bool

  /// A demonstration has a day of its own; any other site is published as of today, never as of a day that the gate's
  /// rules have left behind.
  init(_ folder: SiteFolder, _ choices: Choices, isDemonstration: Bool = false) throws(Obstacle) {
    path = folder.output
    isPublic = folder.isOwnOutput
    if isPublic {
      if choices.drafts { throw .draftsInPublicFolder(path: folder.output) }
      if let day = choices.asOf, day < choices.today, !isDemonstration {
        throw .pastDayInPublicFolder(path: folder.output, day: day)
      }
    }
    let place = try Place(folder)
    (real, exists) = (place.real, place.exists)
    lock = try place.lock(for: folder.output)
    staging = "\(place.hidden)-\(processNumber())"
    do throws(DiskFault) {
      // With the lock held, nobody is using any of these.
      for name in try Disk.names(in: place.parent) where "\(place.parent)/\(name)".isStaging(of: place.hidden) {
        try Disk.removeTree("\(place.parent)/\(name)")
      }
      try Disk.makeFolder(staging)
      if exists, let mode = try Disk.status(real)?.mode { Disk.setMode(mode, of: staging) }
    } catch {
      lock.release()
      throw .outputParentNotWritable(path: folder.output, parent: place.parent, reason: error)
    }
  }

  /// The folder's lock alone, for one who changes what is published from.
  static func hold(_ folder: SiteFolder) throws(Obstacle) -> DiskLock { try Place(folder).lock(for: folder.output) }

  /// Returns true when the file is the old one, unchanged.
  func write(_ bytes: [UInt8], to file: String) throws(Obstacle) -> Bool {
    guard file.isSafeBelow else { throw .outputPathUnsafe(path: file) }
    let (old, new) = ("\(real)/\(file)", "\(staging)/\(file)")
    do throws(DiskFault) {
      if exists, Disk.holds(old, bytes) {
        if Disk.link(old, as: new) { return true }
        try Disk.makeFolders(of: new, below: staging)
        if Disk.link(old, as: new) { return true }
      }
      do throws(DiskFault) {
        try Disk.write(bytes, to: new)
      } catch {
        guard error.isMissingFile else { throw error }
        try Disk.makeFolders(of: new, below: staging)
        try Disk.write(bytes, to: new)
      }
      return false
    } catch {
      throw .cannotWrite(path: "\(path)/\(file)", reason: error)
    }
  }

  /// Puts a file there as it is. Returns true when it is the old one, unchanged.
  func copy(_ source: FileVersion, to file: String) throws(Obstacle) -> Bool {
    guard file.isSafeBelow else { throw .outputPathUnsafe(path: file) }
    let (old, new) = ("\(real)/\(file)", "\(staging)/\(file)")
    do throws(DiskFault) {
      try Disk.makeFolders(of: new, below: staging)
      if try Disk.copy(source, unlessHeldBy: exists ? old : nil, to: new) { return false }
      if Disk.link(old, as: new) { return true }
      _ = try Disk.copy(source, unlessHeldBy: nil, to: new)
      return false
    } catch {
      throw .cannotCopy(path: source.path, to: "\(path)/\(file)", reason: error)
    }
  }

  /// The step. Before it the old site stands whole, after it the new one does.
  func replace() throws(Obstacle) {
    do throws(Obstacle) {
      if let kept = try kept() { _ = try write(kept, to: Self.keptFile) }
      _ = try write(Array(Self.markerText.utf8), to: Self.marker)
      try flushed()
      try swapped()
    } catch {
      abandon()
      throw error
    }
    defer { lock.release() }
    do {
      try Disk.sync(real.parentFolder)
      try Disk.removeTree(staging)
    } catch {
      throw .oldSiteLeft(path: staging, reason: error)
    }
  }

  /// As if the build had never been.
  func abandon() {
    try? Disk.removeTree(staging)
    lock.release()
  }
}

extension Destination {
  /// Says of a folder that a build wrote it, so that no other folder is ever swapped away by a mistyped path.
  static let marker = ".samsyn"
  static let markerText = "Samsyn skriver den här mappen. Varje bygge ersätter allt i den utom .gitignore.\n"
  /// The user's own file in the destination.
  static let keptFile = ".gitignore"

  private func kept() throws(Obstacle) -> [UInt8]? {
    guard exists else { return nil }
    do {
      return try Disk.read("\(real)/\(Self.keptFile)")
    } catch {
      if error.isMissingFile { return nil }
      throw .cannotWrite(path: "\(path)/\(Self.keptFile)", reason: error)
    }
  }

  private func flushed() throws(Obstacle) {
    do { try Disk.flush(staging) } catch { throw .cannotWrite(path: path, reason: error) }
  }

  private func swapped() throws(Obstacle) {
    do {
      if exists { try Disk.exchange(staging, real) } else { try Disk.rename(staging, to: real) }
    } catch {
      throw error.isMountPoint ? .outputIsMountPoint(path: path) : .cannotSwap(path: path, reason: error)
    }
  }
}

/// The destination's place on the disk, when a build may have it.
private struct Place {
  var real: String
  var exists: Bool
  var parent: String { real.parentFolder }
  /// How the names of our own files beside the destination begin.
  var hidden: String { "\(parent == "/" ? "" : parent)/.\(real.lastName).samsyn" }

  init(_ folder: SiteFolder) throws(Obstacle) {
    let path = folder.output
    if let found = Disk.resolved(path) {
      (real, exists) = (found, true)
    } else {
      guard (try? Disk.status(path)) == nil, path.lastName != "..", path.lastName != "." else {
        throw .outputIsNoFolder(path: path)
      }
      guard let parent = Disk.resolved(path.parentFolder), (try? Disk.status(parent))?.kind == .folder else {
        throw .outputParentMissing(path: path, parent: path.parentFolder)
      }
      (real, exists) = ((parent == "/" ? "" : parent) + "/" + path.lastName, false)
    }
    guard real != "/" else { throw .outputIsRoot(path: path) }
    for source in [folder.content, folder.templates, folder.site] {
      guard let source = Disk.resolved(source).map({ (typed: source, real: $0) }) else { continue }
      if source.real == real || source.real.hasPrefix(real + "/") {
        throw .outputHoldsSources(path: path, source: source.typed)
      }
      if source.typed != folder.site, real.hasPrefix(source.real + "/") {
        throw .outputInsideSources(path: path, source: source.typed)
      }
    }
    if exists { try look(at: path) }
  }

  func lock(for output: String) throws(Obstacle) -> DiskLock {
    do {
      return try DiskLock("\(hidden)-lock")
    } catch {
      throw switch error {
      case .held(let process): .outputInUse(path: output, process: process)
      case .fault(let reason): .outputParentNotWritable(path: output, parent: parent, reason: reason)
      }
    }
  }

  private func look(at path: String) throws(Obstacle) {
    guard let status = try? Disk.status(real), status.kind == .folder else { throw .outputIsNoFolder(path: path) }
    if status.device != (try? Disk.status(parent))?.device { throw .outputIsMountPoint(path: path) }
    let names: [String]
    do {
      names = try Disk.names(in: real).filter { $0 != Destination.keptFile }
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
    if let other = names.min(), !names.contains(Destination.marker) {
      throw .outputNotOurs(path: path, example: other)
    }
  }
}

extension SiteFolder {
  fileprivate var isOwnOutput: Bool { output.isSamePlace(as: ownOutput) }

  /// Whether such a build is, or for `check` would be, what the public sees from now on: of the site's own folder, without
  /// drafts, and not as of a day that is over.
  func publishesOwn(_ choices: Choices, on today: CalendarDate) -> Bool {
    isOwnOutput && !choices.drafts && (choices.asOf.map { $0 >= today } ?? true)
  }
}

extension String {
  fileprivate func isSamePlace(as other: String) -> Bool {
    self == other || place.map { $0 == other.place } ?? false
  }

  /// Without symbolic links; what is not there yet stands in a folder that is.
  private var place: String? {
    Disk.resolved(self) ?? Disk.resolved(parentFolder).map { $0 == "/" ? "/\(lastName)" : "\($0)/\(lastName)" }
  }

  fileprivate var lastName: String { String(split(separator: "/").last ?? "") }

  fileprivate var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// `hidden` and a process number, and nothing more: the staging folder of some build.
  fileprivate func isStaging(of hidden: String) -> Bool {
    guard hasPrefix(hidden + "-") else { return false }
    let number = dropFirst(hidden.count + 1)
    return !number.isEmpty && number.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Stays below the folder it is put in, whatever a title or a name has made of it.
  fileprivate var isSafeBelow: Bool {
    !isEmpty && !utf8.contains(0)
      && split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
  }
}
