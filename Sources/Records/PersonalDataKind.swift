/// What tells of a person and is looked for before anything is published.
package enum PersonalDataKind: String, Hashable, Sendable, CaseIterable {
  /// Personnummer, samordningsnummer or interim number with a right check digit.
  case identityNumber
  /// The shape of one, with a wrong check digit: a slip of the pen is still somebody's number.
  case likeIdentityNumber
  /// What the health services give patients without a number.
  case reserveNumber
  case email
  /// One at a provider of addresses for everybody: nobody's office has it.
  case privateEmail
  /// A UUID or a long hexadecimal number, as signing services print them.
  case identifier
  case telephone
  case networkAddress
  /// The address or the code of a meeting on the web.
  case meetingLink
  // What everyday text is full of, and somebody should look at.
  case streetAddress
  case property
  case numberPlate
  case account
  case birthDate
  /// A sensitive word near the name of somebody who has no role in the document.
  case sensitiveTopic

  /// No decision lets it be published.
  package var isAlwaysRefused: Bool {
    switch self {
    case .identityNumber, .privateEmail, .identifier, .networkAddress, .meetingLink: true
    case .likeIdentityNumber, .reserveNumber, .email, .telephone: false
    case .streetAddress, .property, .numberPlate, .account, .birthDate, .sensitiveTopic: false
    }
  }

  /// It is a warning, and no error.
  package var isHint: Bool {
    switch self {
    case .streetAddress, .property, .numberPlate, .account, .birthDate, .sensitiveTopic: true
    case .identityNumber, .likeIdentityNumber, .reserveNumber, .email, .privateEmail, .identifier, .telephone,
      .networkAddress, .meetingLink:
      false
    }
  }
}
