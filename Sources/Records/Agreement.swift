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
  package var isUntilFurtherNotice: Bool
  /// `id`s of the agreements it replaces.
  package var replaces: [Fact<String>]
  package var adoption: Adoption?
  /// What its end prints of who signed, as what and when. A printed name is no adoption.
  package var signatures: [Signature]
  package var blocks: [Block]

  package init(title: Fact<String>, kind: Kind) {
    self.title = title
    self.kind = kind
    isUntilFurtherNotice = false
    parties = []
    replaces = []
    signatures = []
    blocks = []
  }
}

/// `antaget: 2024-05-17 av Samråd vård och omsorg § 12`
package struct Adoption: Hashable, Sendable {
  package var date: CalendarDate
  /// The body or party that adopted it.
  package var by: String?
  /// The number of the agenda item, without the sign.
  package var item: String?
  package var line: Int

  package init(date: CalendarDate, by: String?, item: String?, line: Int) {
    self.date = date
    self.by = by
    self.item = item
    self.line = line
  }
}
