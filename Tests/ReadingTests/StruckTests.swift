import Records
import Testing

@testable import Reading

private func minutes(_ text: String, _ frontMatter: String = "") -> (Minutes, [String]) {
  let all = "---\n\(frontMatter)\n---\n# Protokoll Granrådet 2024-04-19\n\n\(text)"
  let document = read(SourceFile(path: "content/protokoll/a.md", bytes: Array(all.utf8)))
  guard case .minutes(let minutes) = document.content else { return (Minutes(title: ""), []) }
  return (minutes, document.diagnostics.map { "\($0.location?.line ?? 0): \($0.problem.id)" })
}

private let attendance = "Närvarande:\nAda Ek, Gran kommun\n~~Bo Lind, Tall kommun~~\n<del>Cai By</del>\n\n"

@Suite struct `Struck text` {
  @Test(arguments: [
    "~~gammal~~", "<del>gammal</del>", "<s>gammal</s>", "<S>gammal</S>", "**~~gammal~~**", "~~**gammal**~~",
  ])
  func `is an error at its line until somebody has decided`(_ struck: String) {
    let (_, told) = minutes("## 1. Ett\n\nEn\n\(struck) plan.\n")
    #expect(told == ["9: struck-text"])
    #expect(minutes("## 1. Ett\n\nEn\n\(struck) plan.\n", "struket: visa").1.isEmpty)
    let (removed, after) = minutes("## 1. Ett\n\nEn\n\(struck) plan.\n", "struket: ta bort")
    #expect(after.isEmpty && !"\(removed)".contains("gammal"))
  }

  @Test func `says in attendance who was absent, whatever is decided of the rest`() {
    for decision in ["", "struket: ta bort", "struket: visa"] {
      let (minutes, told) = minutes(attendance + "## 1. Ett\n\nText.\n\n## 2. Två\n\nText.\n", decision)
      #expect(told.isEmpty)
      #expect(minutes.attendance.filter { $0.status == .absent }.map(\.name) == ["Bo Lind", "Cai By"])
    }
  }

  @Test(arguments: [
    ("## 1. Ett ~~gammalt~~ ärende\n\nText.\n", "## 1. Ett ärende\n\nText.\n"),
    ("## 1. Ett\n\nRådet beslutade att ~~inte~~ bygga ~~nu~~.\n", "## 1. Ett\n\nRådet beslutade att bygga.\n"),
    ("## 1. Ett\n\nText.\n\n## ~~2. Två~~\n\nMer.\n", "## 1. Ett\n\nText.\n\n\n\nMer.\n"),
    ("## 1. Ett\n\n- Ja\n- ~~Nej~~\n- Kanske\n", "## 1. Ett\n\n- Ja\n\n- Kanske\n"),
    ("## 1. Ett\n\nText ~~som går\növer två~~ rader.\n", "## 1. Ett\n\nText\nrader.\n"),
    ("## 1. Ett\n\n| a | b |\n|-|-|\n| ~~x~~ | y |\n", "## 1. Ett\n\n| a | b |\n|-|-|\n|  | y |\n"),
    ("Plats: ~~Granby~~ Tallby\n\n## 1. Ett\n\nText.\n", "Plats: Tallby\n\n## 1. Ett\n\nText.\n"),
  ])
  func `is removed as if it had never been written`(_ struck: String, _ clean: String) {
    let (removed, told) = minutes(struck, "struket: ta bort")
    let (never, before) = minutes(clean, "struket: ta bort")
    #expect(told == before)
    #expect("\(removed.items)" == "\(never.items)")
    #expect(removed.place?.value == never.place?.value)
  }

  @Test func `that is shown is so in the text, never in a title or a fact, where it would look valid`() {
    let (minutes, told) = minutes(
      "Plats: ~~Granby~~ Tallby\n\n## 1. Ett ~~gammalt~~ ärende\n\nRådet beslutade att ~~inte~~ bygga.\n",
      "struket: visa")
    #expect(told.isEmpty)
    #expect(minutes.place?.value == "Tallby" && minutes.items[0].title == "Ett ärende")
    #expect(
      minutes.items[0].decisions.map(\.text) == ["bygga."] || !minutes.items[0].decisions[0].text.contains("inte"))
    #expect(
      "\(minutes.items[0].blocks)".contains(#"styled(Records.Inline.Style.deletion, [Records.Inline.text("inte")])"#))
  }

  @Test(arguments: ["`~~kod~~`", #"\~~inte\~~"#, "~~inte", "2 ~~ 3 ~~ 4", "~~~ tre ~~~", "<ins>nytt</ins>"])
  func `is only what Markdown strikes out`(_ text: String) {
    #expect(minutes("## 1. Ett\n\nText \(text) här.\n").1.isEmpty)
  }

  @Test(arguments: [("sidor", "# Om\n\nEn ~~gammal~~ sida.\n"), ("avtal", "# Avtal om ~~tall~~ gran\n\nText.\n")])
  func `stops every kind of document`(_ folder: String, _ text: String) {
    let document = read(SourceFile(path: "content/\(folder)/a.md", bytes: Array(text.utf8)))
    #expect(document.diagnostics.map(\.problem.id) == ["struck-text"])
  }
}
