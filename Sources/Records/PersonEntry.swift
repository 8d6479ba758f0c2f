/// What the name register, `personer.yml`, says of one person.
package struct PersonEntry: Hashable, Sendable {
  /// What may be shown of the person outside the running text of documents, which is never altered.
  package enum Display: String, Sendable {
    case name
    /// The role and the organisation, in place of the name.
    case role
    /// No page, no link and no place in any register; in attendance lists only the principal.
    case nothing
  }

  package var name: String
  /// Other spellings that are the same person.
  package var aliases: [String]
  /// Names of the principals that the person has stood for; none for one whom the name alone tells.
  package var principals: [String]
  package var display: Display
  /// The last part of addresses that the person's page has had.
  package var formerSlugs: [String]
  /// Names that are alike and another person's.
  package var others: [String]
  package var location: SourceLocation

  package init(
    name: String, aliases: [String] = [], principals: [String] = [], display: Display = .name,
    formerSlugs: [String] = [], others: [String] = [], location: SourceLocation = SourceLocation(path: "personer.yml")
  ) {
    self.name = name
    self.aliases = aliases
    self.principals = principals
    self.display = display
    self.formerSlugs = formerSlugs
    self.others = others
    self.location = location
  }

  package var spellings: [String] { [name] + aliases }
}
