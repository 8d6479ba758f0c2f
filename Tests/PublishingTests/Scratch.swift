import CZlib
import Foundation
import Testing

@testable import Publishing
@testable import Records

/// A site in a folder of its own, removed at the end.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = "/tmp/samsyn-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/content", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Scratch.repository + "/templates", toPath: path + "/templates")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var folder: SiteFolder { SiteFolder(site: path) }

  func write(_ file: String, _ text: String) throws { try write(file, Array(text.utf8)) }

  func write(_ file: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: "\(path)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Publishes these files at the destination, past all that makes them from documents.
  @discardableResult
  func publish(_ files: [String: String], at folder: SiteFolder? = nil) throws -> Report {
    try publish(files.sorted { $0.key < $1.key }.map { Output(path: $0.key, bytes: Array($0.value.utf8)) }, at: folder)
  }

  @discardableResult
  func publish(_ outputs: [Output], at folder: SiteFolder? = nil) throws -> Report {
    var report = Report()
    let destination = try Destination(folder ?? self.folder, Choices(today: CalendarDate(iso: "2026-04-15")!))
    try replace(destination, with: outputs, &report, Progress())
    return report
  }

  /// Every file below a folder with its bytes; symbolic links by where they lead.
  func tree(_ folder: String = "public") -> [String: String] {
    var files: [String: String] = [:]
    let root = folder.hasPrefix("/") ? folder : "\(path)/\(folder)"
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      if let data = FileManager.default.contents(atPath: "\(root)/\(name)") {
        files[name] = String(decoding: name.hasSuffix(".sok") ? gunzipped(data) : Array(data), as: UTF8.self)
      }
    }
    return files
  }

  /// What lies in the site's folder that nobody put there.
  var litter: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !["content", "templates", "public"].contains($0) }.sorted()
  }

  func inode(_ file: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: "\(path)/\(file)")[.systemFileNumber] as? Int)
  }

  static let repository = String(#filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/\($1)" })
}

/// What the program itself answers.
struct Answer: Sendable {
  var status: Int32
  var output: String
  var errors: String
}

extension Scratch {
  /// The program that was built with these tests.
  static let program: String = {
    let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [built.appending(path: "samsyn").path(), repository + "/.build/debug/samsyn"]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "samsyn"
  }()

  /// Runs the program in the site's folder.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
    try run(in: path, arguments, environment)
  }

  func run(in folder: String, _ arguments: [String], _ environment: [String: String] = [:]) throws -> Answer {
    let (process, output, errors) = try start(arguments, environment, in: folder)
    let out = output.fileHandleForReading.readDataToEndOfFile()
    let err = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: out, as: UTF8.self),
      errors: String(decoding: err, as: UTF8.self))
  }

  func start(_ arguments: [String], _ environment: [String: String] = [:], in folder: String? = nil) throws -> (
    Process, Pipe, Pipe
  ) {
    let process = Process()
    process.executableURL = URL(filePath: Scratch.program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder ?? path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    return (process, output, errors)
  }

  /// Runs `mount` or `umount`; false where that is not allowed.
  static func system(_ command: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardError = Pipe()
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// A file system of its own in memory, at a folder; nil where mounting is not allowed.
final class Mount: Sendable {
  let path: String

  init?(_ path: String, options: String = "size=1m") {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard getuid() == 0, Scratch.system("mount", "-t", "tmpfs", "-o", options, "tmpfs", path) else { return nil }
    self.path = path
  }

  deinit { _ = Scratch.system("umount", path) }
}

/// What a file of the search index holds.
func gunzipped(_ data: Data) -> [UInt8] {
  var stream = z_stream()
  var input = Array(data)
  var out = [UInt8](repeating: 0, count: 1 << 20)
  guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
  defer { inflateEnd(&stream) }
  let count = input.withUnsafeMutableBufferPointer { input in
    out.withUnsafeMutableBufferPointer { out in
      (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
      (stream.next_out, stream.avail_out) = (out.baseAddress, UInt32(out.count))
      return inflate(&stream, Z_FINISH) == Z_STREAM_END ? out.count - Int(stream.avail_out) : 0
    }
  }
  return Array(out[..<count])
}
