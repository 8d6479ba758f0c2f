/// A matter (ärende) over time: what one or several bodies have done with one thing, meeting by meeting. In OParl's terms a
/// Paper with its Consultations.
package struct Matter: Sendable {
  /// What joins a handling to those before it, the surest first. All but the first are inferred.
  package enum Basis: String, Sendable, CaseIterable {
    /// `ärende:` or `stänger:` of the front matter.
    case stated
    case caseNumber
    /// What was promised to come back that day did, under the same title.
    case recurrence
    /// The text refers to the earlier item.
    case reference
  }

  /// A step on the way of a matter, as the words of the minutes show it.
  package struct Move: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case initiated, prepared
      /// To a body above.
      case lifted
      /// Back to a body that had it.
      case returned
      case backToLocalLevel, recommended, decidedByPrincipal, deferred, closed
    }

    package var kind: Kind
    /// The agenda item, or the decision in it.
    package var source: Target
    /// Of the words, in the file.
    package var line: Int
    /// The sentence or the clause that shows it.
    package var text: String
    /// The bodies or principals that it went to, or that decided.
    package var parties: [Target]

    package init(kind: Kind, source: Target, line: Int, text: String, parties: [Target]) {
      self.kind = kind
      self.source = source
      self.line = line
      self.text = text
      self.parties = parties
    }
  }

  /// An agenda item that is about the matter, or of which a passage is.
  package struct Handling: Sendable {
    package var meeting: ID<Meeting>
    package var item: Int
    /// Nil for the handling that the others were joined to.
    package var basis: Basis?
    /// The item is about something else, or about much: only the sentences that name the matter count.
    package var isPassage: Bool
    package var moves: [Move]
    /// Places in the standing's recommendations of what the item sent to the principals, with their answers.
    package var recommendations: [Int] = []

    package init(meeting: ID<Meeting>, item: Int, basis: Basis?, isPassage: Bool = false, moves: [Move] = []) {
      self.meeting = meeting
      self.item = item
      self.basis = basis
      self.isPassage = isPassage
      self.moves = moves
    }

    package var target: Target { .item(meeting, index: item) }
  }

  package enum Status: String, Sendable, CaseIterable {
    /// Something is still to come.
    case open
    /// The last that was decided is to put it off.
    case deferred
    /// It was recommended to the principals, and nothing tells of all of them.
    case atPrincipals
    /// The minutes leave nothing to be done.
    case quiet
    /// The minutes say that it is over.
    case closed
  }

  /// The name that `ärende:` gives, else the title of its oldest item.
  package var title: String
  /// The last part of its address.
  package var slug: String
  /// `ärende:` gives the name.
  package var isNamed: Bool
  /// Oldest first.
  package var handlings: [Handling]
  package var agreements: [ID<AdoptedAgreement>] = []
  /// Places in the standing's rows of what is still to come of it, by the day.
  package var followUps: [Int] = []
  package var status: Status = .quiet

  package init(title: String, slug: String, isNamed: Bool, handlings: [Handling]) {
    self.title = title
    self.slug = slug
    self.isNamed = isNamed
    self.handlings = handlings
  }

  package var permalink: Permalink { .matter(slug) }
}

/// Two agenda items whose words are alike, and that nothing joins.
package struct SimilarItems: Hashable, Sendable {
  package var earlier: Target
  package var later: Target
  /// The name to give both.
  package var name: String

  package init(earlier: Target, later: Target, name: String) {
    self.earlier = earlier
    self.later = later
    self.name = name
  }
}
