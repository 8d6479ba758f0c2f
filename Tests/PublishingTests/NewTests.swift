import Foundation
import Testing

@testable import Publishing
@testable import Records

@Suite struct NewTests {
  @Test func `minutes that were filled in pass check, and the next go on from them`() throws {
    let site = try county()
    let answer = try site.run("new", "protokoll", "--body", "lsg", "--as-of", "2026-04-15")
    #expect(answer.status == 0 && answer.errors.isEmpty)
    let path = "content/protokoll/2026/lanssamverkansgruppen-2026-04-24.md"
    #expect(answer.output == path + "\n")
    let draft = try text(path, in: site)
    for line in [
      "tid: 08.30-12.00", "plats: Teams", "status: utkast",
      "#   handlingarna hos ledamöterna senast 2026-04-10 (10 arbetsdagar före)",
      "#   nästa års möten bokade senast 2026-11-30", "# Protokoll Länssamverkansgruppen", "## Övriga tjänstepersoner",
      "- Gunvor Eklöv, ordförande, Hammarsele kommun", "- Pia Lindevik, Region Älvmark",
      "## 13. Dagordning och justerare",
      // What the last minutes put off to that day.
      "## 15. Förlängning av hjälpmedelsöverenskommelsen", "Uppföljning av § 6 2026-02-06.",
      "## 19. Nästa möte", "Länssamverkansgruppen 25 september 2026",
    ] {
      #expect(draft.contains("\n\(line)\n"), "\(line) saknas")
    }
    // A draft is never public, whatever it lacks.
    #expect(try told(site, of: path).allSatisfy { $0.contains("[empty-item]") || $0.contains("[draft]") })

    try site.write(
      path,
      filled(draft).replacing("status: utkast", with: "justerat: 2026-05-04\njusterare: [Gunvor Eklöv, Magnus Tegby]")
        .replacing("- Pia Lindevik, Region Älvmark", with: "- ~~Pia Lindevik, Region Älvmark~~"))
    #expect(try told(site, of: path, "--as-of", "2026-06-01") == [])
    let found = document(at: site.path + "/" + path)
    guard case .minutes(let minutes) = found.content else { throw Missing() }
    #expect(minutes.chair?.value == "Gunvor Eklöv" && minutes.secretary?.value == "Elin Rosvall")
    #expect(minutes.attendance.filter { $0.status == .absent }.map(\.name) == ["Pia Lindevik"])
    #expect(minutes.items.map(\.number) == (13...19).map(String.init))

    #expect(try site.run("new", "protokoll", "--body", "LSG", "--date", "2026-09-25").status == 0)
    let next = try text("content/protokoll/2026/lanssamverkansgruppen-2026-09-25.md", in: site)
    #expect(next.contains("\n## 20. Dagordning och justerare\n"))
  }

  @Test func `every body of the county gets minutes that pass check when they are filled in`() throws {
    let site = try county()
    for body in [
      "Beredning barn och unga", "Beredning vuxna och äldre", "Hjälpmedelsrådet", "Samråd vård och omsorg",
      "Samverkansråd patientsäkerhet",
    ] {
      let path = try site.run("new", "protokoll", "--body", body, "--as-of", "2026-04-15").output
      let file = String(path.dropLast())
      let filled = filled(try text(file, in: site))
      // Chair and vice chair stand first, and meet every rule of the county.
      let names = filled.split(separator: "\n").filter { $0.hasPrefix("- ") }.prefix(2)
        .map { $0.dropFirst(2).prefix { $0 != "," && $0 != "(" }.split(separator: " ").joined(separator: " ") }
      let verified = "justerat: 2026-12-04\njusterare: \(yamlList(names))"
      let approved = filled.replacing("status: utkast", with: verified)
      try site.write(file, approved)
      #expect(try told(site, of: file, "--as-of", "2026-12-31") == [])
    }
  }

  @Test func `terms of reference that were filled in pass check`() throws {
    let site = try county()
    let path = "content/uppdrag/skogsradet.md"
    #expect(try site.run("new", "uppdrag", "--body", "Skogsrådet", "--date", "2026-01-01").output == path + "\n")
    let draft = try text(path, in: site)
    #expect(draft.contains("\n## Sammansättning\n") && draft.contains("\n#     möten per år: "))
    try site.write(path, filled(draft).replacing("status: utkast\n", with: ""))
    #expect(try told(site, of: path) == [])
    #expect(try site.run("new", "protokoll", "--body", "Skogsrådet", "--date", "2026-05-05").status == 0)
  }

  @Test func `an agreement that was filled in passes check`() throws {
    let site = try county()
    let path = "content/avtal/overenskommelse-lan-av-bilar.md"
    let answer = try site.run("new", "avtal", "--title", "Överenskommelse: lån av bilar", "--date", "2026-01-01")
    #expect(answer.output == path + "\n")
    let draft = try text(path, in: site)
    #expect(draft.contains("\nparter: [Region Älvmark, Almheds kommun, ") && draft.contains("\n# giltig till: "))
    try site.write(
      path,
      filled(draft).replacing("status: utkast", with: "giltig till: 2028-12-31\nantaget: 2025-12-12 av Region Älvmark"))
    #expect(try told(site, of: path) == [])
  }

  @Test func `nothing is written over`() throws {
    let site = try county()
    try site.write("content/uppdrag/skogsradet.md", "mitt")
    let answer = try site.run("new", "uppdrag", "--body", "Skogsrådet")
    #expect(answer.status == 2 && answer.errors.contains("skrivs inte över") && answer.output.isEmpty)
    #expect(try text("content/uppdrag/skogsradet.md", in: site) == "mitt")
    let other = try site.run("new", "uppdrag", "--body", "Skogsrådet", "--output", "eget.md")
    #expect(other.status == 0 && other.output == "eget.md\n")
  }

  @Test func `minutes of a meeting that has some are not begun again under another name`() throws {
    let site = try county()
    let answer = try site.run("new", "protokoll", "--body", "LSG", "--date", "2026-02-06")
    #expect(answer.status == 2 && answer.errors.contains("content/protokoll/2026/lsg-2026-02-06.md; öppna det"))
    #expect(try site.run("new", "protokoll", "--body", "LSG", "--date", "2026-02-06", "--output", "a.md").status == 0)
  }

  @Test func `a name that nobody has filled in is told`() throws {
    let site = try county()
    let path = try site.run("new", "protokoll", "--body", "Regionalt ledningsseminarium", "--date", "2026-03-11").output
    let told = try site.run("inspect", String(path.dropLast())).errors
    #expect(told.split(separator: "\n").count { $0.contains("[missing-name]") } == 16)
  }

  @Test(arguments: [
    (["protokoll", "--body", "Hjälpmedelsråd"], "menade du ”Hjälpmedelsrådet”? de organ som finns är Beredning barn"),
    (["protokoll", "--body", "Nätet"], "de organ som finns är Beredning barn och unga, Beredning digitala"),
    (["protokoll"], "det saknas namnet på organet; ange det med --body"),
    (["avtal"], "det saknas avtalets titel; ange det med --title"),
    (
      ["protokoll", "--body", "LSG", "--as-of", "2030-01-01"], "ange dagen med --date, eller lägg mötet i kalender.yml"
    ),
    (["protokoll", "--body", "LSG", "--date", "2026-02-30"], "--date tar ett datum som finns"),
    (["dagordning"], "samsyn new tar protokoll, uppdrag eller avtal"),
    (["uppdrag", "--body", "A", "--output", "finns/inte/a.md"], "finns/inte/a.md kan inte skrivas: den finns inte"),
  ])
  func `what is missing or unknown is told, with status 2`(_ arguments: [String], _ words: String) throws {
    let site = try county()
    let answer = try site.run(in: site.path, ["new"] + arguments)
    #expect(answer.status == 2 && answer.errors.contains(words) && answer.output.isEmpty)
  }

  @Test func `a site without content gets its first folder`() throws {
    let site = try Scratch()
    try FileManager.default.removeItem(atPath: site.path + "/content")
    #expect(try site.run("new", "uppdrag", "--body", "Granrådet").output == "content/uppdrag/granradet.md\n")
    #expect(try text("content/uppdrag/granradet.md", in: site).hasPrefix("---\norgan: Granrådet\n"))
  }

  /// A site with the demonstration county's content.
  private func county() throws -> Scratch {
    let site = try Scratch()
    try FileManager.default.removeItem(atPath: site.path + "/content")
    try FileManager.default.copyItem(atPath: Scratch.repository + "/content", toPath: site.path + "/content")
    return site
  }

  private func text(_ path: String, in site: Scratch) throws -> String {
    try String(contentsOfFile: "\(site.path)/\(path)", encoding: .utf8)
  }

  /// Every heading with nothing below it gets a sentence.
  private func filled(_ draft: String) -> String {
    let lines = draft.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.reduce(into: "") { out, index in
      out += lines[index] + "\n"
      let next = lines[(index + 1)...].first { !$0.isEmpty }
      if lines[index].hasPrefix("##"), next?.hasPrefix("#") ?? true { out += "\nDet gick igenom utan anmärkning.\n" }
    }
  }

  /// What check tells of one file.
  private func told(_ site: Scratch, of path: String, _ options: String...) throws -> [String] {
    try site.run(in: site.path, ["check"] + options).errors.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix(path) }
  }

  private struct Missing: Error {}
}
