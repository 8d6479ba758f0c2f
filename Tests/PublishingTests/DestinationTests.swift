import Foundation
import Testing

@testable import Publishing
@testable import Records

/// Destinations that cannot be written or swapped: each is told by its path, and what stands there is left alone.
@Suite struct DestinationTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  @Test(arguments: [
    ("/", "datorns rot"), (".", "innehåller"), ("..", "innehåller"), ("content", "innehåller content"),
    ("templates", "innehåller templates"), ("content/public", "ligger i content"),
    ("templates/x", "ligger i templates"),
    ("file", "ingen mapp"), ("dangling", "ingen mapp"), ("nowhere/public", "nowhere finns inte"),
    ("file/public", "file finns inte"),
    ("mine", "innehåller dagbok.txt"), ("/proc/public", "/proc"),
  ])
  func `a destination that cannot be had is refused in words`(_ output: String, _ words: String) throws {
    try scratch.write("file", "text")
    try scratch.write("mine/dagbok.txt", "text")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/dangling", withDestinationPath: "gone")
    try scratch.write("content/a.md", "text")
    let before = scratch.tree("")
    let answer = try scratch.run("build", "--output", output)
    #expect(answer.status == 2)
    #expect(answer.errors.contains(words) && answer.errors.contains(output) && answer.errors.hasPrefix("samsyn: "))
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(scratch.tree("") == before)
  }

  @Test(arguments: [
    ["build", "--drafts"], ["build", "--drafts", "--output", "./public/"], ["build", "--drafts", "--output", "link"],
  ])
  func `drafts are never put in the public folder`(_ arguments: [String]) throws {
    try scratch.publish(["index.html": "a"])
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: "public")
    let (process, _, errors) = try scratch.start(arguments)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2 && text.contains("--output"))
    #expect(scratch.tree()["index.html"] == "a")
  }

  @Test func `a mount point is refused, and its files stay`() throws {
    guard let mount = Mount(scratch.path + "/public") else { return }
    try withExtendedLifetime(mount) {
      try scratch.write("public/.samsyn", "")
      try scratch.write("public/index.html", "a")
      #expect(throws: Obstacle.outputIsMountPoint(path: scratch.folder.output)) {
        try scratch.publish(["index.html": "b"])
      }
      #expect(scratch.tree()["index.html"] == "a")
      #expect(scratch.litter.isEmpty)
    }
  }

  @Test func `a mount point of the same file system is refused at the swap, and its files stay`() throws {
    try scratch.publish(["index.html": "a"])
    let place = scratch.path + "/public"
    guard getuid() == 0, Scratch.system("mount", "--bind", place, place) else { return }
    defer { _ = Scratch.system("umount", place) }
    #expect(throws: Obstacle.outputIsMountPoint(path: scratch.folder.output)) {
      try scratch.publish(["index.html": "b"])
    }
    #expect(scratch.tree()["index.html"] == "a")
    #expect(scratch.litter.isEmpty)
  }

  @Test func `another file system than the content's is as good as any`() throws {
    let place = "/dev/shm/samsyn-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    let folder = SiteFolder(site: scratch.path, output: place)
    for text in ["a", "b"] {
      try scratch.publish(["index.html": text], at: folder)
      #expect(scratch.tree(place)["index.html"] == text)
    }
  }

  @Test func `a folder in a read-only file system is refused, and stays`() throws {
    guard let mount = Mount(scratch.path + "/disk") else { return }
    try withExtendedLifetime(mount) {
      let folder = SiteFolder(site: scratch.path, output: mount.path + "/public")
      try scratch.publish(["index.html": "a"], at: folder)
      guard Scratch.system("mount", "-o", "remount,ro", mount.path) else { return }
      #expect(throws: Obstacle.self) { try scratch.publish(["index.html": "b"], at: folder) }
      #expect(scratch.tree("disk/public")["index.html"] == "a")
    }
  }

  @Test func `a folder that others own is refused, and stays`() throws {
    guard getuid() != 0 else { return }
    #expect(throws: Obstacle.self) { try scratch.publish(["index.html": "b"], at: SiteFolder(output: "/usr/public")) }
  }

  @Test(arguments: [64, 128, 192, 256, 320]) func `a disk that gets full leaves the old site, and no litter`(
    _ kilobytes: Int
  ) throws {
    guard let mount = Mount(scratch.path + "/disk", options: "size=\(kilobytes)k") else { return }
    try withExtendedLifetime(mount) {
      let folder = SiteFolder(site: scratch.path, output: mount.path + "/public")
      try scratch.publish(["index.html": "a"], at: folder)
      let big = Dictionary(
        uniqueKeysWithValues: (0..<60).map { ("\($0)/index.html", String(repeating: "å", count: 5_000)) })
      let obstacle = #expect(throws: Obstacle.self) { try scratch.publish(big, at: folder) }
      #expect(obstacle?.words.contains("disken är full") == true)
      #expect(Set(scratch.tree("disk/public").keys) == ["index.html", ".samsyn"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: mount.path) == ["public"])
      try scratch.publish(["index.html": "b"], at: folder)
      #expect(scratch.tree("disk/public")["index.html"] == "b")
    }
  }
}
