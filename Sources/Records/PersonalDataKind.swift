/// What tells of a person and is looked for before anything is published.
package enum PersonalDataKind: String, Hashable, Sendable, CaseIterable {
  /// Personnummer, samordningsnummer or interim number with a right check digit.
  case identityNumber
  /// The shape of one, with a wrong check digit: a slip of the pen is still somebody's number.
  case likeIdentityNumber
  /// What the health services give patients without a number.
  case reserveNumber
  case email
  /// A UUID or a long hexadecimal number, as signing services print them.
  case identifier
  case telephone
  case networkAddress
  /// The address or the code of a meeting on the web.
  case meetingLink

  /// No decision lets it be published.
  package var isAlwaysRefused: Bool {
    switch self {
    case .identityNumber, .identifier, .networkAddress, .meetingLink: true
    case .likeIdentityNumber, .reserveNumber, .email, .telephone: false
    }
  }
}
