import Approval
import Reading
import Records
import Testing

private func document(_ text: String, path: String = "content/protokoll/a.md") -> Document {
  read(SourceFile(path: path, bytes: Array(text.utf8)))
}

private let today = CalendarDate(year: 2025, month: 6, day: 1)!

/// Why the gate withholds a document, or "offentlig".
private func verdict(_ document: Document, today: CalendarDate = today) -> String {
  let (admitted, withheld) = admit([document], today: today)
  #expect(admitted.count + withheld.count == 1)
  return withheld.first.map { "\($0.reason)".split(separator: "(").first.map(String.init) ?? "" } ?? "offentlig"
}

struct GateCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var frontMatter: String
  var ending: String
  var expected: String

  init(_ name: String, _ frontMatter: String, _ expected: String) {
    self.init(name, frontMatter, "", expected)
  }

  init(_ name: String, _ frontMatter: String, _ ending: String, _ expected: String) {
    testDescription = name
    self.frontMatter = frontMatter
    self.ending = ending
    self.expected = expected
  }
}

private func signature(_ name: String, _ role: String, _ time: String?) -> String {
  "NAMN: \(name)\nTITEL, ORGANISATION: \(role), Granrådet\n" + (time.map { "TID: \($0)\n" } ?? "") + "\n"
}

@Suite struct `The gate` {
  @Test(arguments: [
    GateCase("nothing recorded", "", "notApproved"),
    GateCase("approved and by whom", "justerat: 2025-03-10\njusterare: [Ada Ek]", "offentlig"),
    GateCase("approved, not by whom", "justerat: 2025-03-10", "notApproved"),
    GateCase("by whom, not when", "justerare: [Ada Ek]", "notApproved"),
    GateCase("a draft that says it is approved", "status: utkast\njusterat: 2025-03-10\njusterare: [Ada Ek]", "draft"),
    GateCase("approved before the meeting", "justerat: 2025-03-03\njusterare: [Ada Ek]", "approvedBeforeMeeting"),
    GateCase("approved on the meeting's day", "justerat: 2025-03-04\njusterare: [Ada Ek]", "offentlig"),
    GateCase("approved tomorrow", "justerat: 2025-06-02\njusterare: [Ada Ek]", "approvedInFuture"),
    GateCase("approved today", "justerat: 2025-06-01\njusterare: [Ada Ek]", "offentlig"),
    GateCase("a meeting to come", "datum: 2025-07-01\njusterat: 2025-07-02\njusterare: [Ada Ek]", "meetingInFuture"),
    GateCase(
      "signed by chair and verifier", "",
      signature("Ada Ek", "ordförande", "2025-03-10 08:46:34 +02:00")
        + signature("Bo Lind", "justerare", "2025-03-11 08:46:34 +02:00"), "offentlig"),
    GateCase(
      "signed by the secretary alone", "", signature("Cai By", "sekreterare", "2025-03-10 08:46:34 +02:00"),
      "secretaryOnly"),
    GateCase("signed without a time", "", signature("Ada Ek", "ordförande", nil), "printedNamesOnly"),
    GateCase(
      "signed in time to come", "", signature("Ada Ek", "ordförande", "2025-06-10 08:46:34 +02:00"), "approvedInFuture"),
    GateCase(
      "names printed at the end", "", "Ada Ek        \nOrdförande   Cai By\n   Sekreterare\n", "printedNamesOnly"),
  ])
  func `lets minutes through only when their approval is recorded`(_ test: GateCase) {
    let frontMatter = test.frontMatter.isEmpty ? "" : "---\n\(test.frontMatter)\n---\n"
    let text =
      frontMatter + "# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n\nText.\n\n## 2. Två\n\nMer.\n\n\(test.ending)"
    #expect(verdict(document(text)) == test.expected)
  }

  @Test func `withholds minutes that do not say which body or day`() {
    let approved = "justerat: 2025-03-10\njusterare: [Ada Ek]\n---\n"
    #expect(verdict(document("---\n\(approved)# Protokoll Granrådet\n\n## 1. Ett\n\n## 2. Två\n")) == "noDate")
    #expect(verdict(document("---\ndatum: 2025-03-04\n\(approved)1. Ett\n\n2. Två\n")) == "noBody")
  }

  @Test(arguments: [
    ("titel: Avtal om gran", "notAdopted"), ("titel: Avtal om gran\nantaget: 2025-03-04 av Granrådet", "offentlig"),
    ("titel: Avtal om gran\nantaget: 2025-06-02", "adoptedInFuture"),
    ("titel: Avtal om gran\nstatus: utkast\nantaget: 2025-03-04", "draft"),
  ])
  func `lets an agreement through only when it is adopted`(_ frontMatter: String, _ expected: String) {
    #expect(verdict(document("---\n\(frontMatter)\n---\nText.\n", path: "content/avtal/a.md")) == expected)
  }

  @Test func `lets terms of reference and pages through unless they are drafts`() {
    #expect(verdict(document("# Uppdragsbeskrivning för Granrådet\n", path: "content/uppdrag/a.md")) == "offentlig")
    #expect(
      verdict(document("---\nstatus: utkast\n---\n# Uppdragsbeskrivning för Granrådet\n", path: "content/uppdrag/a.md"))
        == "draft")
    #expect(verdict(document("# Om\n", path: "content/sidor/a.md")) == "offentlig")
  }

  @Test func `withholds what it does not recognise`() {
    #expect(verdict(document("Mjölk, ägg och bröd.\n", path: "content/lista.md")) == "unrecognised")
  }

  @Test func `lets everything into a preview, and marks what it would withhold`() {
    let (admitted, withheld) = admit(
      [document("# Protokoll Granrådet 2025-03-04\n\n## 1. Ett\n")], today: today, drafts: true)
    #expect(admitted.map(\.withheld) == [.notApproved])
    #expect(withheld.map(\.reason) == [.notApproved])
  }
}
