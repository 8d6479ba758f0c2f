/// One content file as it was understood. Reading never fails: what was wrong is in `diagnostics`.
package struct Document: Sendable {
  package var source: SourceFile
  /// The front matter says `status: utkast`.
  package var isDraft: Bool
  package var content: Content
  package var diagnostics: [Diagnostic]
  /// Addresses and numbers in it that a decision of the front matter lets be published.
  package var exceptedAddresses: [String] = []
  /// What kinds of personal data a decision lets be published, in attachments too.
  package var exceptedKinds: Set<PersonalDataKind> = []
  /// Every file that the front matter lists, public or not.
  package var listedFiles: Set<String> = []
  /// Of minutes and agreements: what the lock of approved texts keeps.
  package var digest: TextDigest?
  package var digestPlaces = DigestPlaces(firstLine: 1, keys: [:])

  package init(source: SourceFile, isDraft: Bool, content: Content, diagnostics: [Diagnostic]) {
    self.source = source
    self.isDraft = isDraft
    self.content = content
    self.diagnostics = diagnostics
  }

  package enum Content: Sendable {
    case minutes(Minutes)
    case termsOfReference(TermsOfReference)
    case agreement(Agreement)
    case page(Page)
    /// Not understood as any kind of document: withheld, and the author is told how to say what it is.
    case unrecognised
  }
}

extension Document {
  /// The files that go with it and may be public.
  package var attachments: [Attachment] {
    get {
      switch content {
      case .minutes(let minutes): minutes.attachments
      case .agreement(let agreement): agreement.attachments
      case .termsOfReference, .page, .unrecognised: []
      }
    }
    set {
      switch content {
      case .minutes(var minutes):
        minutes.attachments = newValue
        content = .minutes(minutes)
      case .agreement(var agreement):
        agreement.attachments = newValue
        content = .agreement(agreement)
      case .termsOfReference, .page, .unrecognised: break
      }
    }
  }
}

/// A plain page: about, accessibility, personal data, glossary.
package struct Page: Hashable, Sendable {
  package var title: String
  /// Pages are listed by this number, then by title.
  package var order: Int
  package var blocks: [Block]
  /// Nil for Swedish.
  package var language: LanguageTag?

  package init(title: String, order: Int, blocks: [Block]) {
    self.title = title
    self.order = order
    self.blocks = blocks
  }
}
