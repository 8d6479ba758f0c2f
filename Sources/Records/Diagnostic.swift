/// Something that is wrong, and where. Without a location it concerns the site as a whole.
package struct Diagnostic: Hashable, Sendable {
  package let problem: Problem
  package let location: SourceLocation?

  package init(_ problem: Problem, at location: SourceLocation?) {
    self.problem = problem
    self.location = location
  }

  package var severity: Severity { problem.severity }

  package enum Severity: String, Sendable { case error, warning }
}

/// Everything that can be wrong with the content of a site, each with what the message needs to say.
/// The Swedish words are in Publishing/Phrasing.swift; a new case asks for its severity and its words.
package enum Problem: Hashable, Sendable {
  // The bytes of a file.
  case invalidUTF8
  case forbiddenCharacter(scalar: UInt32)
  case fileTooLarge(bytes: Int, limit: Int)
  case lineTooLong(bytes: Int, limit: Int)
  case nestingTooDeep(limit: Int)
  case tooManyBrackets(limit: Int)
  case unreadableFile(reason: String)
  case symbolicLink
  /// A file of the content folder that is no document and has no other use there.
  case ignoredFile
  // Front matter and settings.
  case frontMatterSyntax(message: String)
  case frontMatterUnclosed
  case yamlFeatureRefused(feature: String)
  case unknownKey(key: String, nearest: String?)
  case duplicateKey(key: String)
  case wrongValue(key: String, expected: String)
  /// The key means nothing in a document of this kind.
  case misplacedKey(key: String, kind: String)
  /// Front matter names an item or a body that the text lacks.
  case notInText(key: String, name: String, nearest: String?)
  // Markdown.
  case rawHTML(tag: String)
  case unbalancedTag(tag: String)
  case tableRowTooLong(cells: Int, columns: Int)
  case unsafeLink(destination: String)
  case brokenLink(destination: String)
  /// A picture on another site, which a page's own rules (Content-Security-Policy) keep out.
  case externalImage(source: String)
  // Facts.
  case unknownBody(name: String, nearest: String?)
  /// In the name register; a name that should be hidden for that principal would be shown.
  case unknownPrincipal(name: String, nearest: String?)
  case unknownAgreement(id: String)
  /// What tells of a person and must not be public, or not without a decision; never printed.
  case personalData(PersonalDataKind)
  /// Of two terms of reference of a body from one day, only one has a page.
  case supersededTerms(body: String, by: String)
  /// Terms of reference that name no body get no page.
  case termsWithoutBody
  /// The terms say twice who approves the minutes, and not the same.
  case contradictoryApproval(body: String, first: String, firstLine: Int, second: String)
  case attachment(file: String, AttachmentFault)
  /// A folder of attachments that is no document's, or two documents'; `of` are those.
  case attachmentFolder(folder: String, of: [String], nearest: String?)
  /// A file of `bilagor/` that is not in the folder of a document.
  case attachmentMisplaced
  // What looks wrong in minutes.
  /// The key is the front matter key that settles it.
  case inferred(key: String, value: String)
  /// The document tells a fact in two ways; `settledBy` is the front matter line that chooses.
  case contradicted(used: String, line: Int, other: String, settledBy: String)
  case wrongWeekday(date: CalendarDate, written: String, is: String)
  case absentPresenter(name: String, item: String)
  case absentVerifier(name: String)
  case unlistedVerifier(name: String)
  /// A date that is printed as the meeting's, and another that was read as it.
  case otherDate(printed: CalendarDate, read: CalendarDate)
  case otherDateInFileName(named: CalendarDate, read: CalendarDate)
  /// Another meeting of the body on the same day.
  case sameDay(as: SourceLocation)
  /// The numbers since the body's meeting before.
  case gapSinceLast(last: String, number: String, in: SourceLocation)
  case repeatedSinceLast(last: String, number: String, in: SourceLocation)
  case tooManyMembers(of: String, count: Int, seats: Int, rule: SourceLocation)
  case unrepresented(principals: [String])
  case decisionInInformationItem(item: String)
  case emptyItem(number: String, title: String)
  case itemGap(previous: String, number: String)
  // The balanslista.
  /// It was to come back on the day, the body has met since, and nothing tells that it did.
  case forgotten(item: String, due: CalendarDate)
  /// Minutes and the text of an agreement do not say the same.
  case agreementDisagrees(title: String, file: String, AgreementDisagreement.Kind)
  /// A rule of a body that public facts say is not met.
  case unkeptRule(body: String, UnkeptRule)
  /// The accessibility statement has not been gone through for a year.
  case statementOld(since: CalendarDate)
  /// `stänger:` names no item and no decision of published minutes.
  case closesNothing(text: String)
  /// In a file of `svar/`, or between one and minutes.
  case answer(AnswerFault)
  /// It may be one matter with another item; `line` is what to write in both.
  case similarItem(to: String, line: String)
  case repeatedItem(number: String)
  /// Struck out outside attendance, and nobody has said what is to become of it.
  case struckText(String)
  /// A line of attendance that has all but the name.
  case missingName
  // The lock of approved texts.
  /// The lock itself is not as the program wrote it.
  case lockUnreadable
  case lockedTextChanged
  case lockedKeyChanged(key: String)
  /// Corrections that were published are told of no more.
  case correctionRemoved(count: Int)
  /// What was public has no address now; `line` is what to write under `adresser:`.
  case addressVanished(address: String, holder: String, line: String)
  /// `adresser:` says that something is gone that is there.
  case formerAddressPublished(address: String)
  case formerAddressTwice(address: String)
  case movedNowhere(address: String)
  case withdrawnInFuture(address: String, on: CalendarDate, today: CalendarDate)
  // The site as linked.
  case addressTaken(address: String, by: SourceLocation)
  case duplicateMinutes(of: SourceLocation)
  // The name register.
  case nameClaimedTwice(name: String, by: SourceLocation)
  case formerAddressTaken(address: String)
  case formerAddressUnclear(address: String)
  /// An entry of the name register whose names stand in no minutes.
  case nameOfNobody(name: String)
  /// Two spellings that look like one person; `common` is the one to show.
  case similarNames(rare: String, common: String, at: SourceLocation)
  // Templates.
  case templatesMissing(path: String)
  case templateMissing(name: String)
  case templateSyntax(message: String)
  case unknownTemplateName(name: String, page: String)
  case partialMissing(name: String)
  /// No page asks for it.
  case templateUnused(name: String, nearest: String?)
  // The site's own looks.
  case logo(file: String, LogoFault)
  /// Links in the colour could not be read; `contrast` is what it has.
  case accentContrast(Colour, contrast: Double, on: Accent.Ground, nearest: Colour)
  // The site as a whole.
  case contentMissing(path: String)
  case contentEmpty(path: String)
  case brokenPageLink(page: String, destination: String)
  case sourceWithoutPage(path: String)
  /// What no document was found to hold stands in a file that would be written.
  case personalDataInPage(PersonalDataKind, page: String)
  /// The name on a line of the list of protected people stands in a file that would be written; it is never printed.
  case protectedName(line: Int, page: String)
  case protectedNamesUnreadable(path: String)

  package var severity: Diagnostic.Severity {
    switch self {
    case .attachment(_, let fault): fault.isWarning ? .warning : .error
    case .answer(let fault): fault.isWarning ? .warning : .error
    case .personalData(let kind): kind.isHint ? .warning : .error
    case .invalidUTF8, .forbiddenCharacter, .fileTooLarge, .lineTooLong, .nestingTooDeep, .tooManyBrackets,
      .unreadableFile, .symbolicLink, .frontMatterSyntax, .frontMatterUnclosed, .yamlFeatureRefused, .unknownKey,
      .duplicateKey, .wrongValue, .rawHTML, .unbalancedTag, .tableRowTooLong, .unsafeLink, .brokenLink,
      .externalImage, .unknownAgreement, .addressTaken, .duplicateMinutes, .templatesMissing, .templateMissing,
      .templateSyntax, .unknownTemplateName, .partialMissing, .logo, .accentContrast, .contentMissing, .contentEmpty, .brokenPageLink,
      .sourceWithoutPage, .personalDataInPage, .protectedName, .protectedNamesUnreadable, .unknownPrincipal,
      .nameClaimedTwice,
      .formerAddressTaken, .formerAddressUnclear, .notInText, .termsWithoutBody, .lockUnreadable, .lockedTextChanged,
      .lockedKeyChanged, .correctionRemoved, .struckText, .attachmentFolder, .attachmentMisplaced,
      .addressVanished, .formerAddressPublished, .formerAddressTwice, .movedNowhere, .withdrawnInFuture:
      .error
    case .misplacedKey, .contradicted, .ignoredFile, .unknownBody, .nameOfNobody, .similarNames, .supersededTerms,
      .contradictoryApproval, .inferred,
      .wrongWeekday, .absentPresenter, .absentVerifier, .unlistedVerifier, .otherDate, .otherDateInFileName, .sameDay,
      .gapSinceLast, .repeatedSinceLast, .tooManyMembers, .unrepresented,
      .decisionInInformationItem, .emptyItem, .itemGap, .forgotten, .agreementDisagrees, .unkeptRule, .statementOld,
      .closesNothing, .similarItem, .templateUnused,
      .repeatedItem, .missingName:
      .warning
    }
  }

  /// True when the file could not be understood so far that the gate can trust what it says about itself:
  /// such an error stops the build even when the document would be withheld.
  package var concernsReading: Bool {
    switch self {
    case .invalidUTF8, .forbiddenCharacter, .fileTooLarge, .lineTooLong, .nestingTooDeep, .tooManyBrackets,
      .unreadableFile, .symbolicLink, .frontMatterSyntax, .frontMatterUnclosed, .yamlFeatureRefused, .unknownKey,
      .duplicateKey, .wrongValue:
      true
    default: false
    }
  }

  /// The stable English name that editors and scripts can rely on, as in `[unknown-key]`.
  package var id: String {
    switch self {
    case .invalidUTF8: "invalid-utf8"
    case .forbiddenCharacter: "forbidden-character"
    case .fileTooLarge: "file-too-large"
    case .lineTooLong: "line-too-long"
    case .nestingTooDeep: "nesting-too-deep"
    case .tooManyBrackets: "too-many-brackets"
    case .unreadableFile: "unreadable-file"
    case .symbolicLink: "symbolic-link"
    case .ignoredFile: "ignored-file"
    case .frontMatterSyntax: "front-matter-syntax"
    case .frontMatterUnclosed: "front-matter-unclosed"
    case .yamlFeatureRefused: "yaml-feature-refused"
    case .unknownKey: "unknown-key"
    case .duplicateKey: "duplicate-key"
    case .wrongValue: "wrong-value"
    case .misplacedKey: "misplaced-key"
    case .notInText: "not-in-text"
    case .rawHTML: "raw-html"
    case .unbalancedTag: "unbalanced-tag"
    case .tableRowTooLong: "table-row-too-long"
    case .unsafeLink: "unsafe-link"
    case .brokenLink: "broken-link"
    case .externalImage: "external-image"
    case .unknownBody: "unknown-body"
    case .unknownPrincipal: "unknown-principal"
    case .unknownAgreement: "unknown-agreement"
    case .personalData(let kind):
      switch kind {
      case .identityNumber: "identity-number"
      case .likeIdentityNumber: "like-identity-number"
      case .reserveNumber: "reserve-number"
      case .email: "email"
      case .privateEmail: "private-email"
      case .identifier: "identifier"
      case .telephone: "telephone"
      case .networkAddress: "network-address"
      case .meetingLink: "meeting-link"
      case .streetAddress: "street-address"
      case .property: "property"
      case .numberPlate: "number-plate"
      case .account: "account"
      case .birthDate: "birth-date"
      case .sensitiveTopic: "sensitive-topic"
      }
    case .attachment(_, let fault):
      switch fault {
      case .unlisted: "attachment-unlisted"
      case .missing: "attachment-missing"
      case .kindNotAllowed: "attachment-kind"
      case .otherKind: "attachment-content"
      case .tooLarge: "attachment-too-large"
      case .nameless: "attachment-name"
      case .sameAddress: "attachment-address"
      case .hides: "attachment-hides"
      case .personalData: "attachment-personal-data"
      case .protectedName: "attachment-protected-name"
      case .notAccessible: "attachment-not-accessible"
      case .metadata: "attachment-metadata"
      }
    case .attachmentFolder: "attachment-folder"
    case .attachmentMisplaced: "attachment-misplaced"
    case .supersededTerms: "superseded-terms"
    case .termsWithoutBody: "terms-without-body"
    case .contradictoryApproval: "contradictory-approval"
    case .inferred: "inferred"
    case .contradicted: "contradicted"
    case .wrongWeekday: "wrong-weekday"
    case .absentPresenter: "absent-presenter"
    case .absentVerifier: "absent-verifier"
    case .unlistedVerifier: "unlisted-verifier"
    case .otherDate: "other-date"
    case .otherDateInFileName: "other-date-in-file-name"
    case .sameDay: "same-day"
    case .gapSinceLast: "gap-since-last"
    case .repeatedSinceLast: "repeated-since-last"
    case .tooManyMembers: "too-many-members"
    case .unrepresented: "unrepresented"
    case .decisionInInformationItem: "decision-in-information-item"
    case .emptyItem: "empty-item"
    case .itemGap: "item-gap"
    case .forgotten: "forgotten"
    case .agreementDisagrees: "agreement-disagrees"
    case .unkeptRule: "unkept-rule"
    case .statementOld: "statement-old"
    case .closesNothing: "closes-nothing"
    case .answer(let fault):
      switch fault {
      case .unknownRecommendation: "unknown-recommendation"
      case .unknownPrincipal: "unknown-principal"
      case .beforeDispatch: "answer-before-dispatch"
      case .inFuture: "answer-in-future"
      case .twice: "answer-twice"
      case .contradicted: "answer-contradicted"
      case .moreThanTold: "answers-more-than-told"
      }
    case .similarItem: "similar-item"
    case .repeatedItem: "repeated-item"
    case .struckText: "struck-text"
    case .missingName: "missing-name"
    case .lockUnreadable: "lock-unreadable"
    case .lockedTextChanged: "locked-text-changed"
    case .lockedKeyChanged: "locked-key-changed"
    case .correctionRemoved: "correction-removed"
    case .addressVanished: "address-vanished"
    case .formerAddressPublished: "former-address-published"
    case .formerAddressTwice: "former-address-twice"
    case .movedNowhere: "moved-nowhere"
    case .withdrawnInFuture: "withdrawn-in-future"
    case .addressTaken: "address-taken"
    case .duplicateMinutes: "duplicate-minutes"
    case .nameClaimedTwice: "name-claimed-twice"
    case .formerAddressTaken: "former-address-taken"
    case .formerAddressUnclear: "former-address-unclear"
    case .nameOfNobody: "name-of-nobody"
    case .similarNames: "similar-names"
    case .templatesMissing: "templates-missing"
    case .templateMissing: "template-missing"
    case .templateSyntax: "template-syntax"
    case .unknownTemplateName: "unknown-template-name"
    case .partialMissing: "partial-missing"
    case .templateUnused: "template-unused"
    case .logo: "logo"
    case .accentContrast: "accent-contrast"
    case .contentMissing: "content-missing"
    case .contentEmpty: "content-empty"
    case .brokenPageLink: "broken-page-link"
    case .sourceWithoutPage: "source-without-page"
    case .personalDataInPage: "personal-data-in-page"
    case .protectedName: "protected-name"
    case .protectedNamesUnreadable: "protected-names-unreadable"
    }
  }
}
