import Records
import Testing

@testable import Rendering

/// What a new version of a text changed, passage by passage.
@Suite struct `The changes of a text` {
  /// "-gone" "+come" and what stayed, a passage a line.
  private func changes(_ old: [String], _ new: [String]) -> [String] {
    func blocks(_ lines: [String]) -> [Block] { lines.map { Block(.paragraph([.text($0)]), line: 1) } }
    return TextChanges(from: blocks(old), to: blocks(new)).passages.map { passage in
      passage.pieces.map { piece in
        switch piece.kind {
        case .same: piece.text
        case .removed: "[-\(piece.text)-]"
        case .added: "[+\(piece.text)+]"
        }
      }.joined(separator: " ")
    }
  }

  @Test func `are told word by word in a passage that both have`() {
    #expect(
      changes(["Kommunen betalar efter fem dagar.", "Slut."], ["Kommunen betalar efter tre dagar.", "Slut."])
        == ["Kommunen betalar efter [-fem-] [+tre+] dagar.", "Slut."])
  }

  @Test func `are whole passages where nothing is alike`() {
    #expect(
      changes(["Barn omfattas inte.", "Slut."], ["Slut.", "Tvister löses av en grupp."])
        == ["[-Barn omfattas inte.-]", "Slut.", "[+Tvister löses av en grupp.+]"])
  }

  @Test func `give both texts back`() {
    let old = ["A ett två tre", "B fyra fem", "C sex", "D sju åtta nio"]
    let new = ["B fyra sex", "A ett två tre", "D sju nio", "E tio"]
    let passages = TextChanges(
      from: old.map { Block(.paragraph([.text($0)]), line: 1) }, to: new.map { Block(.paragraph([.text($0)]), line: 1) }
    ).passages
    func text(without kind: TextChanges.Piece.Kind) -> [String] {
      passages.map { $0.pieces.filter { $0.kind != kind }.map(\.text).joined(separator: " ") }.filter { !$0.isEmpty }
    }
    #expect(text(without: .added) == old && text(without: .removed) == new)
  }
}
