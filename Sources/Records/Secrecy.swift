/// `sekretess:` of an agenda item: what it says is withheld, and by which law.
package struct Secrecy: Hashable, Sendable {
  /// The paragraph of the law, as written: "25 kap. 1 § OSL".
  package var ground: String
  /// The title is withheld, too.
  package var hidesTitle: Bool

  package init(ground: String, hidesTitle: Bool = false) {
    self.ground = ground
    self.hidesTitle = hidesTitle
  }

  /// Stands where a title was. The words are here and not with the other labels because the title itself goes no further
  /// than the gate.
  package static let title = "Sekretess"
}
