import Approval
import Foundation
import Reading
import Records
import Testing

/// An agreement with this front matter besides its adoption; the text starts on line 6 when that is one line.
private func agreement(
  _ text: String, _ frontMatter: String = "dnr: A 1", name: String = "avtal/a.md", newline: String = "\n"
) -> Admitted {
  let all = "---\nantaget: 2025-03-04 av Granrådet\n\(frontMatter)\n---\n\n\(text)"
  let source = SourceFile(path: "content/\(name)", name: name, bytes: Array(all.replacing("\n", with: newline).utf8))
  var document = read(source)
  document.source = source
  #expect(document.diagnostics.isEmpty)
  return Admitted(document: document, approval: nil, withheld: nil)
}

private let text = "# Avtal om gran\n\nParterna planterar.\n\nParterna gallrar.\n"

private let locked = Lock().locking([agreement(text)])

private func changes(_ admitted: Admitted..., since lock: Lock = locked) -> [String] {
  lock.changes(in: admitted).map { "\($0.location?.line ?? 0): \($0.problem.id)" }
}

private func correction(_ count: Int) -> String {
  let row = "{datum: 2025-04-01, vad: Ett ord rättat, av: Ada Ek}"
  return count == 0 ? "" : "\nrättelse: [\(Array(repeating: row, count: count).joined(separator: ", "))]"
}

@Suite struct `The lock of approved texts` {
  @Test(arguments: [
    ("a word", "# Avtal om gran\n\nParterna planterar.\n\nParterna gallrar inte.\n", ["10: locked-text-changed"]),
    ("the title", "# Avtal om tall\n\nParterna planterar.\n\nParterna gallrar.\n", ["6: locked-text-changed"]),
    (
      "a line more", "# Avtal om gran\n\nTillägg.\n\nParterna planterar.\n\nParterna gallrar.\n",
      ["8: locked-text-changed"]
    ),
    ("a line more at the end", text + "Tillägg.\n", ["11: locked-text-changed"]),
    ("a line less at the end", "# Avtal om gran\n\nParterna planterar.\n", ["8: locked-text-changed"]),
    ("a hard break", "# Avtal om gran\n\nParterna planterar.  \n\nParterna gallrar.\n", ["8: locked-text-changed"]),
    ("nothing left", "", ["5: locked-text-changed"]),
    ("nothing", text, []),
    ("blank lines at the ends", "\n\n" + text + "\n\n", []),
    ("no newline at the end", String(text.dropLast()), []),
    ("letters in two parts", text.decomposedStringWithCanonicalMapping, []),
  ])
  func `shows the first line that changed`(_ what: String, _ text: String, _ expected: [String]) {
    #expect(changes(agreement(text)) == expected, "\(what)")
  }

  @Test func `sees the same text whatever ends its lines`() {
    #expect(changes(agreement(text, newline: "\r\n")).isEmpty)
  }

  @Test(arguments: [
    ("dnr: A 2", ["3: locked-key-changed"]), ("dnr:   \"A 1\"", []),
    ("titel: Om tall", ["1: locked-key-changed", "3: locked-key-changed"]),
    ("dnr: A 1\nparter: [Gran kommun]", ["4: locked-key-changed"]), ("dnr: A 1\nstatus: fastställd", []),
  ])
  func `shows a front matter key that says something else than before`(_ frontMatter: String, _ expected: [String]) {
    #expect(changes(agreement(text, frontMatter)) == expected)
  }

  @Test func `takes a change that a new correction tells of, once`() {
    let changed = "# Avtal om gran\n\nParterna sår.\n"
    #expect(changes(agreement(changed, "dnr: A 2" + correction(1))).isEmpty)
    let after = locked.locking([agreement(changed, "dnr: A 2" + correction(1))])
    #expect(changes(agreement(changed, "dnr: A 2" + correction(1)), since: after).isEmpty)
    #expect(changes(agreement(text, "dnr: A 2" + correction(1)), since: after) == ["9: locked-text-changed"])
    #expect(changes(agreement(text, "dnr: A 1" + correction(2)), since: after).isEmpty)
    #expect(changes(agreement(changed, "dnr: A 2"), since: after) == ["1: correction-removed"])
  }

  @Test func `knows a document that has moved by its text`() {
    #expect(changes(agreement(text, name: "avtal/b.md")).isEmpty)
    #expect(changes(agreement(text, "dnr: A 2", name: "avtal/b.md")) == ["3: locked-key-changed"])
    let moved = locked.locking([agreement(text, name: "avtal/b.md")])
    #expect(moved["avtal/a.md"] == nil && moved["avtal/b.md"] == locked["avtal/a.md"])
    // A copy does not let the original change.
    #expect(changes(agreement("# Nytt\n"), agreement(text, name: "avtal/b.md")) == ["6: locked-text-changed"])
  }

  @Test func `keeps what is gone or withheld`() {
    #expect(locked.locking([]) == locked)
    var draft = agreement("# Annat\n")
    draft.withheld = .draft
    #expect(locked.locking([draft]) == locked && locked.changes(in: [draft]).isEmpty)
  }

  @Test func `is read as it was written, and not when it was written by others`() throws {
    let lock = locked.locking([
      agreement("# B\n", "dnr: B" + correction(2), name: "avtal/å b.md")
    ])
    #expect(try Lock.read(lock.text).get() == lock)
    #expect(try Lock.read("").get() == Lock())
    let lines = lock.text.split(separator: "\n").map(String.init)
    for index in lines.indices.dropFirst() {
      var broken = lines
      broken[index] = "<<<<<<< HEAD"
      #expect(throws: Lock.Unreadable.self) { try Lock.read(broken.joined(separator: "\n")).get() }
    }
    #expect(throws: Lock.Unreadable.self) { try Lock.read(lock.text + lines[1] + "\n").get() }
  }
}
