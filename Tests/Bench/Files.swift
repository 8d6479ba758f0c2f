import Glibc

/// All plain files below a folder, sorted.
func filePaths(below folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var paths: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name == "." || name == ".." { continue }
    let path = "\(folder)/\(name)"
    if Int32(entry.pointee.d_type) == DT_DIR { paths += filePaths(below: path) } else { paths.append(path) }
  }
  return paths.sorted()
}

func fileSize(_ path: String) -> Int {
  var info = stat()
  return lstat(path, &info) == 0 ? Int(info.st_size) : 0
}

func readFile(_ path: String) -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  defer { close(descriptor) }
  return [UInt8](unsafeUninitializedCapacity: fileSize(path)) { buffer, filled in
    filled = max(0, read(descriptor, buffer.baseAddress, buffer.count))
  }
}

func writeFile(_ path: String, _ bytes: UnsafeRawBufferPointer) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
  guard descriptor >= 0, write(descriptor, bytes.baseAddress, bytes.count) == bytes.count else {
    perror(path)
    exit(2)
  }
  close(descriptor)
}

/// The folder of a file, and those above it.
func makeFolders(of path: String) {
  for index in path.indices.dropFirst() where path[index] == "/" { mkdir(String(path[..<index]), 0o777) }
}
