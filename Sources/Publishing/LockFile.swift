internal import Approval
internal import Records

/// `content/samsyn.lock` as it was when the build began.
struct LockFile: Sendable {
  let path: String
  let lock: Lock
  /// Nil when there was none.
  fileprivate let bytes: [UInt8]?

  /// Addresses that were public and are no more, though nothing says what has become of them.
  func vanished(from published: [PublishedAddress], _ archive: Archive, today: CalendarDate) -> [Diagnostic] {
    lock.vanished(from: published, archive.formerAddresses, today: today, path: path)
  }

  /// In one step, and only when it says something else than before.
  func replace(with new: Lock) throws(Obstacle) {
    let text = Array(new.text.utf8)
    guard text != bytes, new != Lock() || bytes != nil else { return }
    do {
      try Disk.replaceFile(path, with: text)
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }
}

extension SiteFolder {
  /// What has been approved and published before. A lock that cannot be read stops the build: without it nobody would
  /// see that a text has changed.
  func lockFile() -> (LockFile, [Diagnostic]) {
    let path = path(ofContent: "samsyn.lock")
    let none = LockFile(path: path, lock: Lock(), bytes: nil)
    do throws(DiskFault) {
      guard try Disk.status(path) != nil else { return (none, []) }
      let bytes = try Disk.read(path)
      switch Lock.read(String(decoding: bytes, as: UTF8.self)) {
      case .success(let lock): return (LockFile(path: path, lock: lock, bytes: bytes), [])
      case .failure(let unreadable):
        return (none, [Diagnostic(.lockUnreadable, at: SourceLocation(path: path, line: unreadable.line))])
      }
    } catch {
      return (none, [Diagnostic(.unreadableFile(reason: error.words), at: SourceLocation(path: path))])
    }
  }
}
