/// One version of an agreement (avtal, överenskommelse, riktlinje, rutin), as its document tells it.
package struct Agreement: Sendable {
  package enum Kind: String, Sendable { case contract, agreement, guideline, procedure, strategy }

  /// `id:` of the front matter; versions of one agreement share it.
  package var id: Fact<String>?
  package var title: Fact<String>
  package var kind: Kind
  package var reference: Fact<String>?
  /// The day that it is dated, where it has one; not the day from which it holds.
  package var date: Fact<CalendarDate>?
  package var parties: [Fact<String>]
  package var validFrom: Fact<CalendarDate>?
  /// Nil when it is not known, or when there is none: see `isUntilFurtherNotice`.
  package var validTo: Fact<CalendarDate>?
  /// The document says that it holds until further notice (tills vidare).
  package var untilFurtherNotice: Fact<Bool>?
  /// `id`s of the agreements it replaces.
  package var replaces: [Fact<String>]
  package var adoption: Adoption?
  /// `ärende:` of the front matter.
  package var matter: Fact<String>?
  /// What it is about, as `ämne:` says, to find it by.
  package var topics: [Fact<String>] = []
  /// What the text says of itself, at most one of each kind, in the order of the kinds.
  package var clauses: [AgreementClause]
  package var corrections: [Correction] = []
  package var attachments: [Attachment] = []
  /// What its end prints of who signed, as what and when. A printed name is no adoption.
  package var signatures: [Signature]
  package var blocks: [Block]

  package var isUntilFurtherNotice: Bool { untilFurtherNotice?.value ?? false }

  /// The title, and the title with its first word in the definite: "Avtalet om vårdhygienisk expertis".
  package var names: [String] {
    let title = title.value
    let first = title.prefix { $0 != " " }
    let endings = ["avtal": "et", "överenskommelse": "n", "riktlinje": "n", "rutin": "en", "strategi": "n"]
    guard first.count < title.count, let ending = endings.first(where: { first.lowercased().hasSuffix($0.key) })?.value
    else { return [title] }
    return [title, first + ending + title[first.endIndex...]]
  }

  package init(title: Fact<String>, kind: Kind) {
    self.title = title
    self.kind = kind
    parties = []
    replaces = []
    clauses = []
    signatures = []
    blocks = []
  }
}

/// A sentence by which an agreement rules on itself. It is the text's own word: what `antaget:` or `ersätter:` state is
/// not taken from it.
package struct AgreementClause: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case notice, prolongation, review, legalGround, replaces, adoptedBy
  }

  package var kind: Kind
  /// In short: "24 månader"; nil where only the sentence itself says it.
  package var value: String?
  /// The sentence, whole.
  package var quote: String
  package var line: Int

  package init(_ kind: Kind, value: String?, quote: String, line: Int) {
    self.kind = kind
    self.value = value
    self.quote = quote
    self.line = line
  }
}

/// `antaget: 2024-05-17 av Samråd vård och omsorg § 12`
package struct Adoption: Hashable, Sendable {
  package var date: CalendarDate
  /// The body or party that adopted it.
  package var by: String?
  /// The number of the agenda item, without the sign.
  package var item: String?
  /// No front matter says it: all parties have signed.
  package var isBySignatures = false
  package var line: Int

  package init(date: CalendarDate, by: String?, item: String?, line: Int) {
    self.date = date
    self.by = by
    self.item = item
    self.line = line
  }
}
