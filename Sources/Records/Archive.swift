/// Everything that may be public, linked: each record once, every mention resolved, every back-link known.
/// Records refer to each other by their place in these arrays.
package struct Archive: Sendable {
  package var site: Site
  /// By name, the Swedish way; so are `principals` and `people`.
  package var bodies: [Body] = []
  package var principals: [Principal] = []
  package var people: [Person] = []
  /// By body, date and order of the day; those without a date first.
  package var meetings: [Meeting] = []
  /// By title, then newest version first.
  package var agreements: [AdoptedAgreement] = []
  /// By their own order, then title.
  package var pages: [PlainPage] = []
  /// Meetings to come, from the calendar and from published minutes; by date, each body and day once.
  package var announced: [AnnouncedMeeting] = []
  /// Addresses that were public and are not, with what has become of each; by address.
  package var formerAddresses: [FormerAddress] = []
  /// Who and what points at a record; newest first.
  package var backlinks: [Target: [Backlink]] = [:]

  package init(site: Site) { self.site = site }
}

/// A record's place in its array of the archive.
package struct ID<Record>: Hashable, Comparable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
  package static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// Anything that has an address of its own.
package enum Target: Hashable, Sendable {
  case body(ID<Body>)
  case principal(ID<Principal>)
  case person(ID<Person>)
  case meeting(ID<Meeting>)
  /// The item at `index` of the meeting.
  case item(ID<Meeting>, index: Int)
  /// The decision at `decision` of the item at `index`.
  case decision(ID<Meeting>, index: Int, decision: Int)
  case agreement(ID<AdoptedAgreement>)
  case page(ID<PlainPage>)
}

extension Target {
  /// The agenda item that this is, or that the decision is in.
  package var item: (meeting: ID<Meeting>, index: Int)? {
    switch self {
    case .item(let meeting, let index), .decision(let meeting, let index, _): (meeting, index)
    case .body, .principal, .person, .meeting, .agreement, .page: nil
    }
  }

  package func agendaItem(in archive: Archive) -> AgendaItem? {
    item.map { archive[$0.meeting].minutes.items[$0.index] }
  }
}

/// A body of the collaboration (samverkansorgan): council, group, committee, or the coordinator function.
package struct Body: Sendable {
  package var name: String
  package var slug: String
  package var aliases: [String]
  package var level: BodyLevel?
  /// The body it reports to.
  package var parent: ID<Body>?
  /// The terms of reference in force.
  package var version: TermsVersion?
  /// Its other terms of reference that say from when they hold, the newest first: earlier ones, and those to come.
  package var otherVersions: [TermsVersion]
  /// Who approves its minutes, by each version of its terms of reference, the oldest first; nil for a version that
  /// does not say, or not so that it is understood.
  package var approvalRules: [(from: CalendarDate, rule: ApprovalRule?)]
  /// Terms that do not say from when they hold, and so give no rule.
  package var undatedTerms: SourceLocation?

  package init(name: String, slug: String) {
    self.name = name
    self.slug = slug
    aliases = []
    otherVersions = []
    approvalRules = []
  }

  package var terms: BodyTerms? { version?.terms }
  package var termsDate: CalendarDate? { version?.date }
  /// Its terms of reference are a draft, shown in a preview only.
  package var isWithheld: Bool { version?.isDraft ?? false }
}

/// The terms of reference of a body, as one document has them.
package struct TermsVersion: Sendable {
  package var terms: BodyTerms
  /// Of the document.
  package var title: String
  /// From when they hold.
  package var date: CalendarDate?
  /// What stands in the document before its first body.
  package var preamble: [Block]
  package var source: SourceLocation?
  package var isDraft: Bool

  package init(
    _ terms: BodyTerms, title: String, date: CalendarDate?, preamble: [Block] = [], source: SourceLocation? = nil,
    isDraft: Bool = false
  ) {
    self.terms = terms
    self.title = title
    self.date = date
    self.preamble = preamble
    self.source = source
    self.isDraft = isDraft
  }
}

/// A municipality or region that takes part and decides for itself (huvudman).
package struct Principal: Sendable {
  package enum Kind: String, Sendable { case municipality, region }
  package var name: String
  package var slug: String
  package var aliases: [String]
  package var kind: Kind?
  /// The web address of its official notice board (anslagstavla).
  package var noticeBoard: String?

  package init(name: String, slug: String, aliases: [String] = [], kind: Kind? = nil) {
    self.name = name
    self.slug = slug
    self.aliases = aliases
    self.kind = kind
  }
}

/// A person with a seat. Two people of one name and different principals are two people.
package struct Person: Sendable {
  /// The role and the organisation for one whose name is not to be shown.
  package var name: String
  package var slug: String
  package var aliases: [String]
  /// What running text may link to this person by: names that are nobody else's.
  package var linkedNames: [String]
  /// The last part of the addresses that the page has had.
  package var formerSlugs: [String]
  package var principal: ID<Principal>?
  /// Meetings with the place in their attendance list, newest first; also those that the person was absent from.
  package var attendance: [(meeting: ID<Meeting>, index: Int)]

  package init(name: String, slug: String, aliases: [String] = [], principal: ID<Principal>? = nil) {
    self.name = name
    self.slug = slug
    self.aliases = aliases
    self.principal = principal
    linkedNames = []
    formerSlugs = []
    attendance = []
  }
}

/// A meeting whose minutes may be public.
package struct Meeting: Sendable {
  package var body: ID<Body>
  /// Nil only in a preview, for minutes that do not say when the meeting was.
  package var date: CalendarDate?
  /// 2 for the second meeting of a body on one day.
  package var sequence: Int
  package var minutes: Minutes
  /// Nil for an excerpt of items, and in a preview for minutes that are not approved.
  package var approval: Approval?
  /// The name of the document: its path below the content folder.
  package var source: String
  /// The meeting before, of those of the body whose minutes are public.
  package var previous: ID<Meeting>?
  package var next: ID<Meeting>?
  /// Parallel to `minutes.attendance`.
  package var people: [ID<Person>?]
  package var principals: [ID<Principal>?]
  /// Shown in a preview though the gate withholds it.
  package var isWithheld: Bool

  package init(
    body: ID<Body>, date: CalendarDate?, sequence: Int, minutes: Minutes, approval: Approval?, source: String,
    isWithheld: Bool
  ) {
    self.body = body
    self.date = date
    self.sequence = sequence
    self.minutes = minutes
    self.approval = approval
    self.source = source
    self.isWithheld = isWithheld
    people = []
    principals = []
  }
}

/// One version of an agreement that may be public.
package struct AdoptedAgreement: Sendable {
  package var text: Agreement
  package var slug: String
  package var source: String
  package var parties: [ID<Principal>?]
  package var replaces: [ID<AdoptedAgreement>]
  package var replacedBy: ID<AdoptedAgreement>?
  /// The agenda item that adopted it, when its minutes are public.
  package var adoptedAt: Target?
  package var isWithheld: Bool
  /// True for the version that the agreement's own address shows.
  package var isCurrent: Bool

  package init(text: Agreement, slug: String, source: String, isWithheld: Bool) {
    self.text = text
    self.slug = slug
    self.source = source
    self.isWithheld = isWithheld
    parties = []
    replaces = []
    isCurrent = false
  }
}

package struct PlainPage: Sendable {
  package var page: Page
  package var slug: String
  package var source: String
  package var isWithheld: Bool

  package init(page: Page, slug: String, source: String, isWithheld: Bool) {
    self.page = page
    self.slug = slug
    self.source = source
    self.isWithheld = isWithheld
  }
}

/// A meeting that the calendar plans, or that published minutes announce or tell of.
package struct AnnouncedMeeting: Hashable, Sendable {
  package var body: ID<Body>?
  /// As written, where no body of the archive has the name.
  package var bodyName: String
  package var date: CalendarDate
  package var time: String?
  package var place: String?
  /// The first published minutes that announce it; nil where the calendar does.
  package var announcedIn: ID<Meeting>?
  /// What tells of it as held, where nothing announced it.
  package var referredIn: Target?
  /// The last day of its papers, by the body's own rule; set by Tracking.
  package var papersDue: CalendarDate?

  package init(body: ID<Body>?, bodyName: String, date: CalendarDate, time: String?, place: String?) {
    self.body = body
    self.bodyName = bodyName
    self.date = date
    self.time = time
    self.place = place
  }
}

/// A place that points at a record.
package struct Backlink: Hashable, Sendable {
  package var from: Target
  package var date: CalendarDate?

  package init(from: Target, date: CalendarDate?) {
    self.from = from
    self.date = date
  }
}

extension Person {
  /// The meetings that the person was at, or was absent from, newest first.
  package func attendance(_ status: Attendance.Status, in archive: Archive) -> [(meeting: ID<Meeting>, index: Int)] {
    attendance.filter { archive[$0.meeting].minutes.attendance[$0.index].status == status }
  }
}

extension Archive {
  package subscript(id: ID<Body>) -> Body { bodies[id.index] }
  package subscript(id: ID<Principal>) -> Principal { principals[id.index] }
  package subscript(id: ID<Person>) -> Person { people[id.index] }
  package subscript(id: ID<Meeting>) -> Meeting { meetings[id.index] }
  package subscript(id: ID<AdoptedAgreement>) -> AdoptedAgreement { agreements[id.index] }
  package subscript(id: ID<PlainPage>) -> PlainPage { pages[id.index] }

  package func meetings(of body: ID<Body>) -> [ID<Meeting>] {
    // Meetings are sorted by body first, so those of one body stand together.
    var low = 0
    var high = meetings.count
    while low < high {
      let middle = (low + high) / 2
      if meetings[middle].body < body { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < meetings.count, meetings[end].body == body { end += 1 }
    return (low..<end).map { ID<Meeting>($0) }
  }
}
