import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct ReplaceTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  @Test func `the first site is put where there was none`() throws {
    let report = try scratch.publish(["index.html": "a", "organ/lsg/index.html": "b"])
    #expect(scratch.tree() == ["index.html": "a", "organ/lsg/index.html": "b", ".samsyn": Destination.markerText])
    #expect(report.written?.files == 2 && report.written?.unchanged == 0)
    #expect(scratch.litter.isEmpty)
  }

  @Test func `what the new site lacks is gone, and .gitignore stays`() throws {
    try scratch.write("public/.gitignore", "*\n")
    try scratch.publish(["index.html": "a", "gammal/index.html": "b"])
    try scratch.publish(["index.html": "a"])
    #expect(Set(scratch.tree().keys) == ["index.html", ".gitignore", ".samsyn"])
    #expect(scratch.tree()[".gitignore"] == "*\n")
    #expect(scratch.litter.isEmpty)
  }

  @Test func `an unchanged file is the same file, a changed one is new`() throws {
    try scratch.publish(["a/same.html": "x", "changed.html": "x", "longer.html": "x"])
    let before = try ["a/same.html", "changed.html"].map { try scratch.inode("public/\($0)") }
    let report = try scratch.publish(["a/same.html": "x", "changed.html": "y", "longer.html": "xy"])
    #expect(try scratch.inode("public/a/same.html") == before[0])
    #expect(try scratch.inode("public/changed.html") != before[1])
    #expect(scratch.tree()["changed.html"] == "y" && scratch.tree()["longer.html"] == "xy")
    #expect(report.written?.unchanged == 1)
  }

  @Test func `the folder keeps its permissions`() throws {
    try scratch.publish(["index.html": "a"])
    try FileManager.default.setAttributes([.posixPermissions: 0o2750], ofItemAtPath: scratch.path + "/public")
    try scratch.publish(["index.html": "b"])
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path + "/public")[.posixPermissions] as? Int
    #expect(mode == 0o2750)
  }

  @Test func `a link to the destination is followed, and stays a link`() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/content/../real", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/public", withDestinationPath: "real")
    try scratch.publish(["index.html": "a"])
    #expect(scratch.tree("real")["index.html"] == "a")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path + "/public") == "real")
    #expect(scratch.litter == ["real"])
  }

  @Test(arguments: Fault.allCases) func `a fault in what is made leaves the old site as it was`(_ fault: Fault) throws {
    try scratch.publish(["index.html": "a"])
    let before = scratch.tree()
    let report = try? scratch.publish([Output(path: "index.html", bytes: Array("b".utf8)), fault.output])
    #expect(report == nil || report?.hasErrors == true && report?.written == nil)
    #expect(scratch.tree() == before)
    #expect(scratch.litter.isEmpty)
    try scratch.publish(["index.html": "c"])
    #expect(scratch.tree()["index.html"] == "c")
  }

  @Test func `what a killed build left is cleared away by the next, and nothing else`() throws {
    try scratch.write(".public.samsyn-4194304/index.html", "half")
    try scratch.write(".public.samsyn-lock", "4194304")
    try scratch.write(".public.samsyn-notes", "mine")
    try scratch.write(".other.samsyn-77/index.html", "theirs")
    try scratch.publish(["index.html": "a"])
    #expect(scratch.litter == [".other.samsyn-77", ".public.samsyn-notes"])
  }

  @Test func `two builds at once do not share a destination`() throws {
    let first = try Destination(scratch.folder, Choices(today: CalendarDate(iso: "2026-04-15")!))
    #expect(throws: Obstacle.outputInUse(path: scratch.folder.output, process: "\(getpid())")) {
      try scratch.publish(["index.html": "b"])
    }
    #expect(try scratch.run("build").status == 2)
    first.abandon()
    try scratch.publish(["index.html": "b"])
    #expect(scratch.litter.isEmpty)
  }

  @Test func `a thousand files are written by all cores, each with its own bytes`() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<1500).map { ("\($0 % 40)/\($0)/index.html", "sida \($0)") })
    try scratch.publish(files)
    #expect(scratch.tree().filter { $0.key != ".samsyn" } == files)
  }
}

enum Fault: CaseIterable, Sendable {
  case outsideTheSite, absolute, emptyName, sameNameAsFolder, brokenLink, unknownName

  var output: Output {
    switch self {
    case .outsideTheSite: Output(path: "a/../../b.html", bytes: [])
    case .absolute: Output(path: "/b.html", bytes: [])
    case .emptyName: Output(path: "a//b.html", bytes: [])
    case .sameNameAsFolder: Output(path: "index.html/b.html", bytes: [])
    case .brokenLink: Output(path: "b.html", bytes: Array("<a href=c.html>".utf8))
    case .unknownName:
      Output(path: "b.html") {
        Output.Made(bytes: [], diagnostics: [Diagnostic(.unknownTemplateName(name: "x", page: "/b"), at: nil)])
      }
    }
  }
}
