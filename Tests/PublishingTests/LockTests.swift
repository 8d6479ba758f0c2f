import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct `Approved texts of a site` {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      "content/uppdrag/a.md",
      "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\n"
        + "Protokollet justeras av ordföranden och en vald justerare.\n")
    try write("godkänna")
  }

  private func write(_ verb: String, _ frontMatter: String = "justerat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\n")
    throws
  {
    try scratch.write(
      "content/protokoll/a.md",
      "---\norgan: Länsgruppen\ndatum: 2024-04-19\n\(frontMatter)---\n# Protokoll Länsgruppen\n\n"
        + "Närvarande:\nAda Ek, ordförande\nBo Lind, justerare\n\n## 1. Planen\n\nLänsgruppen beslutade att \(verb) planen.\n"
    )
  }

  private var lock: String? { scratch.tree("content")["samsyn.lock"] }

  @Test func `are locked when they are published in the site's own folder, and only then`() throws {
    #expect(try scratch.run("check").status == 0)
    #expect(try scratch.run("build", "--output", "ut").status == 0)
    #expect(try scratch.run("build", "--drafts", "--output", "utkast").status == 0)
    #expect(lock == nil)
    #expect(try scratch.run("build", "--output", scratch.path + "/public").status == 0)
    #expect(try #require(lock).contains("dokument protokoll/a.md\n  text "))
    let inode = try scratch.inode("content/samsyn.lock")
    #expect(try scratch.run("build").status == 0)
    #expect(try scratch.inode("content/samsyn.lock") == inode)
    #expect(scratch.litter == ["ut", "utkast"])
  }

  @Test func `are not locked before they are approved`() throws {
    try write("godkänna", "")
    #expect(try scratch.run("build").status == 0)
    #expect(!(lock ?? "").contains("protokoll/a.md"))
  }

  @Test func `that lack somebody's approval are told, to people and programs, with what the rule asks`() throws {
    try write("godkänna", "justerat: 2024-05-02\njusterare: [Ada Ek]\n")
    let told = try scratch.run("check").errors
    #expect(
      told.contains(
        "content/protokoll/a.md: withheld: det ska justeras av mötets ordförande och en justerare som valdes för mötet (content/uppdrag/a.md:6); godkänt av Ada Ek, men en justerare som valdes för mötet saknas; när de som ska har gjort det: skriv justerat: följt av datum, och justerare: [ordförandens namn, justerarens namn] överst, eller kör samsyn approve [insufficient-approval]"
      ), "\(told)")
    let answer = try scratch.run("check", "--json")
    let data = try #require(answer.output.data(using: .utf8))
    let report = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let one = try #require((report["withheld"] as? [[String: Any]])?.first)
    #expect(one["reason"] as? String == "insufficient-approval" && one["path"] as? String == "content/protokoll/a.md")
    #expect(one["approvers"] as? [String] == ["Ada Ek"] && one["missing"] as? [String] == ["verifier"])
    let rule = try #require(one["rule"] as? [String: Any])
    #expect(rule["roles"] as? [String] == ["chair", "verifier"] && rule["line"] as? Int == 6)
    #expect(rule["validFrom"] as? String == "2020-01-01")
  }

  @Test func `do not change without a correction, which the page and its data show`() throws {
    #expect(try scratch.run("build").status == 0)
    let (site, before) = (scratch.tree(), lock)
    try write("avslå")
    for command in ["build", "check"] {
      let answer = try scratch.run(command)
      #expect(answer.status == 1)
      #expect(answer.errors.contains("content/protokoll/a.md:15:1: error: Texten har ändrats sedan den godkändes"))
      #expect(answer.errors.contains("   15 | Länsgruppen beslutade att avslå planen."))
    }
    #expect(scratch.tree() == site && lock == before)
    try write(
      "avslå",
      "justerat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\n"
        + "rättelse: [{datum: 2025-03-01, vad: Beslutet i § 1 var fel återgivet, av: Ada Ek}]\n")
    #expect(try scratch.run("build").status == 0)
    let page = try #require(scratch.tree()["moten/lansgruppen/2024-04-19/index.html"])
    #expect(page.contains("1 mars 2025</time>:</strong> Beslutet i § 1 var fel återgivet, av Ada Ek</p>"))
    #expect(
      try #require(scratch.tree()["data/meetings.json"]).contains(
        #""corrections":[{"by":"Ada Ek","date":"2025-03-01","what":"Beslutet i § 1 var fel återgivet"}]"#))
    #expect(try #require(lock).contains("  rättelser 1\n"))
  }

  @Test func `that cannot be locked are not published`() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/content/.samsyn.lock.samsyn", withIntermediateDirectories: true)
    let answer = try scratch.run("build")
    #expect(answer.status == 2 && answer.errors.contains("content/samsyn.lock kan inte skrivas"))
    #expect(scratch.tree().isEmpty && scratch.litter.isEmpty)
  }

  @Test func `are not published past a lock that somebody has broken`() throws {
    try scratch.write("content/samsyn.lock", "# Samsyn\n<<<<<<< HEAD\n")
    let answer = try scratch.run("build")
    #expect(
      answer.status == 1 && answer.errors.contains("content/samsyn.lock:2:1: error: Raden är inte som Samsyn skrev"))
    #expect(scratch.tree().isEmpty)
  }

  @Test func `are locked and whole however a build is killed, and the next build succeeds`() throws {
    #expect(try scratch.run("build").status == 0)
    let old = try #require(lock)
    var killed = 0
    for step in 0..<40 {
      try scratch.write("content/samsyn.lock", old)
      try write(
        "avslå",
        "justerat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\nrättelse: [{datum: 2025-03-01, vad: Steg \(step), av: Ada Ek}]\n"
      )
      let (process, _, _) = try scratch.start(["build"])
      usleep(UInt32(step) * 2_500)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      // What is public is locked.
      if scratch.tree()["moten/lansgruppen/2024-04-19/index.html"]?.contains("Steg \(step)") == true {
        #expect(lock != old)
      }
      #expect(try scratch.run("build").status == 0)
      #expect(scratch.tree()["moten/lansgruppen/2024-04-19/index.html"]?.contains("Steg \(step)") == true)
    }
    #expect(killed > 5)
  }
}
