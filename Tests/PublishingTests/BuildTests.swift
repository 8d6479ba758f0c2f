import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct BuildTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("content/samsyn.yml", "exempel: 2026-04-15\n")
    for name in ["om", "kontakt", "tillganglighet"] {
      try scratch.write("content/sidor/\(name).md", "# Om \(name)\n\nText.\n")
    }
  }

  @Test func `two builds give the same bytes, and the second rewrites nothing`() throws {
    #expect(try scratch.run("build").status == 0)
    let (first, page) = (scratch.tree(), try scratch.inode("public/index.html"))
    #expect(first.count > 10)
    #expect(try scratch.run("build").status == 0)
    #expect(scratch.tree() == first)
    #expect(try scratch.inode("public/index.html") == page)
    #expect(
      try scratch.run(
        "build", "--output", "again",
        environment: ["LC_ALL": "tr_TR", "TZ": "Pacific/Kiritimati"]
      ).status == 0)
    #expect(scratch.tree("again") == first)
  }

  @Test func `what is withheld is in no file of the search, and a build without it is the same`() throws {
    func minutes(_ day: String, _ item: String, approved: Bool) -> String {
      let approval = approved ? "justerat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\n" : ""
      return "---\norgan: Länsgruppen\ndatum: \(day)\n\(approval)---\n# Protokoll Länsgruppen\n\n"
        + "Närvarande:\nAda Ek, ordförande\nBo Lind, justerare\n\n## 1. \(item)\n\n"
        + "Länsgruppen beslutade att godkänna \(item).\n"
    }
    try scratch.write(
      "content/uppdrag/a.md",
      "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\n"
        + "Protokollet justeras av ordföranden och en vald justerare.\n")
    try scratch.write("content/protokoll/a.md", minutes("2024-04-19", "Öppenvård", approved: true))
    #expect(try scratch.run("build", "--output", "without").status == 0)
    try scratch.write("content/protokoll/b.md", minutes("2024-05-19", "Hemlighetsmakeri", approved: false))
    #expect(try scratch.run("build").status == 0)
    let tree = scratch.tree()
    #expect(tree.contains { $0.key.hasPrefix("sok/index/t") && $0.value.contains(#""öppenvård""#) })
    for (path, text) in tree { #expect(!text.lowercased().contains("hemlighetsmakeri"), "\(path)") }
    #expect(tree == scratch.tree("without"))
    #expect(try scratch.run("build", "--drafts", "--output", "drafts").status == 0)
    #expect(
      scratch.tree("drafts").contains { $0.key.hasPrefix("sok/index/t") && $0.value.contains(#""hemlighetsmakeri""#) }
    )
  }

  @Test func `a site is published as of today, unless it is a demonstration or goes elsewhere`() throws {
    try scratch.write("content/samsyn.yml", "namn: Samverkan\n")
    let answer = try scratch.run("build", "--as-of", "2024-01-01")
    #expect(answer.status == 2 && answer.errors.contains("byggs alltid som den är i dag, inte som den var 2024-01-01"))
    #expect(scratch.litter.isEmpty)
    #expect(try scratch.run("build", "--as-of", "2024-01-01", "--output", "ut").status == 0)
    #expect(try scratch.run("check", "--as-of", "2024-01-01").status == 0)
  }

  @Test func `check writes nothing`() throws {
    #expect(try scratch.run("check").status == 0)
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/public"))
    #expect(scratch.litter.isEmpty)
  }

  @Test func `documents are read in the order of their bytes, hidden files not at all`() throws {
    for name in ["b.md", "a/z.txt", "a.markdown", ".dold.md", ".git/x.md", "Å.md", "VERSAL.MD"] {
      try scratch.write("content/x/\(name)", "# T\n")
    }
    let (files, diagnostics) = SiteFolder(content: scratch.path + "/content/x").contentFiles()
    #expect(
      files.documents.map { $0.dropFirst(scratch.path.count + 11) } == [
        "VERSAL.MD", "a.markdown", "a/z.txt", "b.md", "Å.md",
      ])
    #expect(diagnostics.isEmpty)
  }

  @Test func `every other file is named in a warning, unless it is of use`() throws {
    let ignored = ["a.docx", "protokoll/b.pdf", "protokoll/samsyn.yml", "utan"]
    let used = [
      "samsyn.yml", "personer.yml", "kalender.yml", "samsyn.lock", "svar/a.yml", ".DS_Store",
      "protokoll/.b.docx.swp",
    ]
    for name in ignored + used { try scratch.write("content/\(name)", "") }
    let (_, diagnostics) = scratch.folder.contentFiles()
    #expect(diagnostics.map(\.problem) == ignored.map { _ in .ignoredFile })
    #expect(diagnostics.compactMap(\.location?.path).sorted() == ignored.map { "\(scratch.path)/content/\($0)" })
    let answer = try scratch.run("check")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("content/a.docx:1:1: warning: Filen läses inte"))
  }

  @Test func `a file whose name is not UTF-8 is named in a warning`() throws {
    let name = Array("\(scratch.path)/content/protokoll-m\u{0}".utf8.dropLast()) + [0xF6] + Array("te.md\0".utf8)
    let made = name.withUnsafeBytes { open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    try #require(made >= 0)
    close(made)
    let (_, diagnostics) = scratch.folder.contentFiles()
    #expect(
      diagnostics == [
        Diagnostic(.ignoredFile, at: SourceLocation(path: "\(scratch.path)/content/protokoll-m\u{FFFD}te.md"))
      ])
  }

  @Test func `a file whose name shows its letters in another order is refused`() throws {
    try scratch.write("content/sidor/om-\u{202E}dm.md", "# Om\n")
    let answer = try scratch.run("check")
    #expect(answer.status == 1 && answer.errors.contains("[forbidden-character]"))
  }

  @Test func `paths are as the user would type them`() {
    #expect(SiteFolder().content == "content")
    #expect(SiteFolder(site: "./").output == "public")
    #expect(SiteFolder(site: "../a//").templates == "../a/templates")
    #expect(SiteFolder(site: "/").content == "/content")
    #expect(SiteFolder(content: "./seeds/").content == "seeds")
  }

  @Test func `the results of parallel work stand in the order of the work`() {
    for count in [0, 1, 2, 63, 64, 65, 5_000] {
      let numbers = Array(0..<count)
      #expect(numbers.mapInParallel { "\($0)" } == numbers.map { "\($0)" })
    }
  }

  @Test func `a build killed at any moment leaves one whole site, and the next succeeds`() throws {
    #expect(try scratch.run("build").status == 0)
    let old = scratch.tree()
    try scratch.write("content/samsyn.yml", "exempel: 2026-04-15\nnamn: Den nya\n")
    #expect(try scratch.run("build", "--output", "new").status == 0)
    let new = scratch.tree("new")
    #expect(new != old)
    try FileManager.default.removeItem(atPath: scratch.path + "/new")
    var (killed, finished) = (0, 0)
    // A build of this site takes some tens of milliseconds.
    for step in 0..<60 {
      let (process, _, _) = try scratch.start(["build"])
      usleep(UInt32(step) * 1_500)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 } else { finished += 1 }
      let seen = scratch.tree()
      #expect(seen == old || seen == new)
      if seen == new {
        try scratch.write("content/samsyn.yml", "exempel: 2026-04-15\n")
        #expect(try scratch.run("build").status == 0)
        #expect(scratch.tree() == old)
        try scratch.write("content/samsyn.yml", "exempel: 2026-04-15\nnamn: Den nya\n")
      }
    }
    #expect(killed > 10)
    #expect(try scratch.run("build").status == 0)
    #expect(scratch.tree() == new)
    #expect(scratch.litter.isEmpty)
  }

  @Test func `twenty pairs of builds at once never mix`() throws {
    for round in 0..<20 {
      try scratch.write("content/samsyn.yml", "namn: Runda \(round)\n")
      let pair = try (0..<2).map { _ in try scratch.start(["build"]).0 }
      pair.forEach { $0.waitUntilExit() }
      let statuses = pair.map(\.terminationStatus)
      #expect(statuses.contains(0) && statuses.allSatisfy { $0 == 0 || $0 == 2 })
      #expect(scratch.tree()["index.html"]?.contains("Runda \(round)") == true)
      #expect(scratch.litter.isEmpty)
    }
  }
}
