internal import Records

// Looking again and again sees every kind of change (a file written half-way, renamed, deleted; a folder that came or went)
// on every file system, and costs some milliseconds for thousands of files. The kernel's own notices (inotify) would need a
// watch for each folder, lose some when there are many, and say nothing on a network disk.

extension SiteFolder {
  /// All files that the site is made from, as they are once nobody is writing to them.
  func settledSources() -> Set<FileVersion> {
    var found = sources()
    // One that is written to for ever is read as it is.
    for _ in 0..<20 {
      pause(milliseconds: 80)
      let next = sources()
      if next == found { break }
      found = next
    }
    return found
  }

  /// Every file below the folders that are read; what cannot be looked at is not there.
  private func sources() -> Set<FileVersion> {
    var found: Set<FileVersion> = []
    func look(in folder: String) {
      for name in (try? Disk.names(in: folder)) ?? [] where !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        guard let status = try? Disk.status(path) else { continue }
        if status.kind == .folder { look(in: path) }
        found.insert(
          FileVersion(
            path: path, size: status.kind == .folder ? 0 : status.size, inode: status.inode,
            changed: status.kind == .folder ? 0 : status.changed))
      }
    }
    for folder in [content, templates] { look(in: folder) }
    return found
  }
}
