internal import CLinux
internal import Glibc
internal import Records

/// The file system, as far as a build needs it. Every call of the operating system on files is in this file.
enum Disk {
  enum Kind: Sendable { case file, folder, symbolicLink, other }

  struct Status: Sendable {
    var kind: Kind
    var size: Int
    var device: UInt64
    var inode: UInt64
    var mode: UInt32
    /// Nanoseconds since 1970.
    var changed: Int
  }

  /// Of the entry itself, not of what a symbolic link points at. Nil when there is nothing, which is another thing than
  /// that the disk does not answer: settings that cannot be asked for must not count as settings that nobody wrote.
  static func status(_ path: String) throws(DiskFault) -> Status? {
    var info = stat()
    guard lstat(path, &info) != 0 else { return Status(info) }
    let code = errno
    guard code == ENOENT || code == ENOTDIR else { throw DiskFault(code: code) }
    return nil
  }

  /// The path without symbolic links and dots; nil when there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The names in a folder but `.` and `..`, in no order.
  static func names(in folder: String) throws(DiskFault) -> [String] {
    guard let stream = opendir(folder) else { throw DiskFault(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // Nil is the end of the folder and a fault alike; only `errno` tells them apart.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw DiskFault(code: errno) }
    return names
  }

  /// The bytes of a plain file; anything else (a device, a pipe that would never end) is a fault.
  static func read(_ path: String) throws(DiskFault) -> [UInt8] {
    let descriptor = try opened(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    defer { close(descriptor) }
    return try bytes(of: descriptor, size: try plainFile(descriptor).size)
  }

  private static func plainFile(_ descriptor: Int32) throws(DiskFault) -> Status {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw DiskFault(code: errno) }
    let status = Status(info)
    guard status.kind == .file else { throw DiskFault(code: status.kind == .folder ? EISDIR : EINVAL) }
    return status
  }

  static func makeFolder(_ path: String, mode: UInt32 = 0o777) throws(DiskFault) {
    guard mkdir(path, mode) == 0 else { throw DiskFault(code: errno) }
  }

  /// The folder of `path` and those above it, down from `root`, which exists.
  static func makeFolders(of path: String, below root: String) throws(DiskFault) {
    let rest = path.utf8.dropFirst(root.utf8.count + 1)
    for (offset, byte) in rest.enumerated() where byte == UInt8(ascii: "/") {
      let folder = String(decoding: path.utf8.prefix(root.utf8.count + 1 + offset), as: UTF8.self)
      // Others make folders at the same time.
      if mkdir(folder, 0o777) != 0, errno != EEXIST { throw DiskFault(code: errno) }
    }
  }

  /// The folder of `path`, and those above it that there are none of.
  static func makeFolders(of path: String) throws(DiskFault) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard try status(folder) == nil else { return }
    try makeFolders(of: folder)
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw DiskFault(code: errno) }
  }

  /// A new file; its folder must exist.
  static func write(_ bytes: [UInt8], to path: String) throws(DiskFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw DiskFault(code: errno) }
    var fault: DiskFault?
    do throws(DiskFault) { try write(bytes, into: descriptor) } catch { fault = error }
    // Some file systems tell of a full disk no sooner than here.
    let closed = close(descriptor)
    if let fault { throw fault }
    guard closed == 0 else { throw DiskFault(code: errno) }
  }

  private static func write(_ bytes: [UInt8], into descriptor: Int32) throws(DiskFault) {
    let fault = bytes.withUnsafeBytes { buffer -> DiskFault? in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return DiskFault(code: count == 0 ? EIO : errno) }
        done += count
      }
      return nil
    }
    if let fault { throw fault }
  }

  /// The file has the old bytes or the new ones at any moment, and the new ones are on the disk when this returns. What
  /// a killed process left beside it is written over.
  static func replaceFile(_ path: String, with bytes: [UInt8]) throws(DiskFault) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let new = "\(folder == "/" ? "" : folder)/.\(name).samsyn"
    do throws(DiskFault) {
      unlink(new)
      try write(bytes, to: new)
      if let mode = try status(path)?.mode { setMode(mode, of: new) }
      try sync(new)
      guard Glibc.rename(new, path) == 0 else { throw DiskFault(code: errno) }
      try sync(folder)
    } catch {
      unlink(new)
      throw error
    }
  }

  /// True when `path` is a plain file of exactly these bytes.
  static func holds(_ path: String, _ expected: [UInt8]) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, Status(info).kind == .file, Int(info.st_size) == expected.count,
      let found = try? bytes(of: descriptor, size: expected.count)
    else { return false }
    return found == expected
  }

  /// The file as it is now, and its bytes when there are at most `limit` of them.
  static func version(_ path: String, limit: Int) throws(DiskFault) -> (FileVersion, bytes: [UInt8]?) {
    let descriptor = try opened(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    defer { close(descriptor) }
    let status = try plainFile(descriptor)
    let version = FileVersion(path: path, size: status.size, inode: status.inode, changed: status.changed)
    return (version, status.size <= limit ? try bytes(of: descriptor, size: status.size) : nil)
  }

  /// Copies a file a piece at a time, however large it is; false when `old` already has its bytes. Refused when the file
  /// is another than it was.
  static func copy(_ file: FileVersion, unlessHeldBy old: String?, to path: String) throws(DiskFault) -> Bool {
    let source = try opened(file.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    defer { close(source) }
    let status = try plainFile(source)
    guard status.size == file.size, status.inode == file.inode, status.changed == file.changed else {
      throw DiskFault(code: ESTALE)
    }
    if let old, try holds(old, bytesOf: source, size: file.size) { return false }
    guard lseek(source, 0, SEEK_SET) == 0 else { throw DiskFault(code: errno) }
    let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard target >= 0 else { throw DiskFault(code: errno) }
    var fault: DiskFault?
    var left = file.size
    do throws(DiskFault) {
      while left > 0 {
        let piece = try piece(of: source, upTo: min(left, 1 << 20))
        if piece.isEmpty { throw DiskFault(code: ESTALE) }
        try write(piece, into: target)
        left -= piece.count
      }
    } catch {
      fault = error
    }
    let closed = close(target)
    if let fault { throw fault }
    guard closed == 0 else { throw DiskFault(code: errno) }
    return true
  }

  /// False when the two cannot share a file, and it must be written anew.
  static func link(_ old: String, as new: String) -> Bool { Glibc.link(old, new) == 0 }

  static func setMode(_ mode: UInt32, of path: String) { chmod(path, mode & 0o7777) }

  /// All that has been written to the file system of `folder` is on the disk when this returns.
  static func flush(_ folder: String) throws(DiskFault) {
    let descriptor = try opened(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw DiskFault(code: errno) }
  }

  /// The bytes of the file, or the names in the folder, are on the disk when this returns.
  static func sync(_ path: String) throws(DiskFault) {
    let descriptor = try opened(path, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw DiskFault(code: errno) }
  }

  /// Both exist before and after; at no moment is there none at either name.
  static func exchange(_ a: String, _ b: String) throws(DiskFault) {
    guard renameat2(AT_FDCWD, a, AT_FDCWD, b, UInt32(RENAME_EXCHANGE)) == 0 else { throw DiskFault(code: errno) }
  }

  /// Refused when something has come to stand at `new`.
  static func rename(_ old: String, to new: String) throws(DiskFault) {
    guard renameat2(AT_FDCWD, old, AT_FDCWD, new, UInt32(RENAME_NOREPLACE)) != 0 else { return }
    // Not every file system knows the flag.
    guard errno == EINVAL, Glibc.rename(old, new) == 0 else { throw DiskFault(code: errno) }
  }

  /// Symbolic links are removed, never followed.
  static func removeTree(_ path: String) throws(DiskFault) {
    guard let status = try status(path) else { return }
    guard status.kind == .folder else {
      guard unlink(path) == 0 else { throw DiskFault(code: errno) }
      return
    }
    for name in try names(in: path) { try removeTree(path + "/" + name) }
    guard rmdir(path) == 0 else { throw DiskFault(code: errno) }
  }

  private static func opened(_ path: String, _ flags: Int32) throws(DiskFault) -> Int32 {
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw DiskFault(code: errno) }
    return descriptor
  }

  private static func holds(_ path: String, bytesOf source: Int32, size: Int) throws(DiskFault) -> Bool {
    let other = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    guard other >= 0 else { return false }
    defer { close(other) }
    guard let status = try? plainFile(other), status.size == size else { return false }
    while true {
      let piece = try piece(of: source, upTo: 1 << 20)
      if piece.isEmpty { return true }
      guard let same = try? Disk.piece(of: other, upTo: piece.count), same == piece else { return false }
    }
  }

  /// As many bytes as there are up to a count; none at the end of the file.
  private static func piece(of descriptor: Int32, upTo count: Int) throws(DiskFault) -> [UInt8] {
    var fault: DiskFault?
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let more = Glibc.read(descriptor, buffer.baseAddress! + filled, count - filled)
        if more < 0, errno == EINTR { continue }
        if more < 0 { fault = DiskFault(code: errno) }
        if more <= 0 { return }
        filled += more
      }
    }
    if let fault { throw fault }
    return piece
  }

  private static func bytes(of descriptor: Int32, size: Int) throws(DiskFault) -> [UInt8] {
    var fault: DiskFault?
    var capacity = size
    var out: [UInt8] = []
    repeat {
      // One byte more than the size tells the end of the file in the same call.
      let part = [UInt8](unsafeUninitializedCapacity: capacity + 1) { buffer, filled in
        while filled < buffer.count {
          let count = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
          if count < 0, errno == EINTR { continue }
          if count < 0 { fault = DiskFault(code: errno) }
          if count <= 0 { return }
          filled += count
        }
      }
      if let fault { throw fault }
      let grew = part.count > capacity
      out = out.isEmpty ? part : out + part
      if !grew { return out }
      capacity = 1 << 16
    } while true
  }
}

extension Disk.Status {
  fileprivate init(_ info: stat) {
    kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    size = Int(info.st_size)
    device = UInt64(info.st_dev)
    inode = UInt64(info.st_ino)
    mode = info.st_mode
    changed = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
  }
}

/// One process at a time: a file beside the destination that the kernel unlocks however the holder ends.
struct DiskLock: Sendable {
  private let path: String
  private let descriptor: Int32

  enum Refusal: Error { case held(by: String?), fault(DiskFault) }

  init(_ path: String) throws(Refusal) {
    self.path = path
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else { throw .fault(DiskFault(code: errno)) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(descriptor)
        throw code == EWOULDBLOCK
          ? .held(by: (try? Disk.read(path)).map { String(decoding: $0, as: UTF8.self) })
          : .fault(DiskFault(code: code))
      }
      // The holder before us may have removed the file between our two calls; then this lock locks nothing.
      var held = stat()
      if fstat(descriptor, &held) == 0, (try? Disk.status(path))?.inode == UInt64(held.st_ino) {
        self.descriptor = descriptor
        break
      }
      close(descriptor)
    }
    ftruncate(descriptor, 0)
    let process = String(getpid())
    _ = Glibc.write(descriptor, process, process.utf8.count)
  }

  func release() {
    unlink(path)
    close(descriptor)
  }
}

/// Between two looks at the disk.
func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

/// Names a staging folder as this process's own.
func processNumber() -> String { String(getpid()) }

extension DiskFault {
  static var exists: Int32 { EEXIST }
  /// There is no such file, or no folder for it.
  var isMissingFile: Bool { code == ENOENT }
  var isMountPoint: Bool { code == EBUSY }

  /// What the operating system refused, in Swedish.
  var words: String {
    switch code {
    case ENOSPC, EDQUOT: "disken är full"
    case EACCES, EPERM: "behörighet saknas"
    case EROFS: "filsystemet är skrivskyddat"
    case ENOENT: "den finns inte"
    case ENOTDIR: "en del av sökvägen är ingen mapp"
    case EISDIR: "det är en mapp, ingen fil"
    case ELOOP: "det är en symbolisk länk"
    case EXDEV: "den ligger på ett annat filsystem"
    case EBUSY: "den är en monteringspunkt eller används av systemet"
    case EINVAL, ENOSYS, EOPNOTSUPP: "filsystemet klarar inte det"
    case EMFILE, ENFILE: "för många filer är öppna"
    case EIO: "disken svarar med ett läs- eller skrivfel"
    case ENAMETOOLONG: "namnet är för långt"
    case ESTALE: "den ändrades medan webbplatsen byggdes; bygg igen"
    case EFBIG: "filen blir större än systemet tillåter"
    default: "systemet svarar: \(String(cString: strerror(code)))"
    }
  }
}
