/// An address of something public that may not vanish in silence, and who has it. People's are none of these.
package struct PublishedAddress: Hashable, Sendable {
  /// What has the address: a document by its name, or what several documents tell of by its own.
  package enum Holder: Hashable, Sendable {
    case document(String)
    case body(String)
    case principal(String)
    /// A matter by the name that the front matter gives, or by the address of an item of it.
    case matter(String)
  }

  package var path: String
  package var holder: Holder
  /// Of minutes: the anchor of each item, and how many decisions it has.
  package var items: [String: Int]
  /// Nothing of a secret item need stay where it was: the page shows the law instead.
  package var secretItems: Set<String>
  /// One of the secret items may have been known by a title that is hidden now.
  package var hidesTitle: Bool

  package init(path: String, holder: Holder, items: [String: Int] = [:]) {
    self.path = path
    self.holder = holder
    self.items = items
    secretItems = []
    hidesTitle = false
  }
}

extension Archive {
  /// All of them, by path.
  package func publishedAddresses(_ matters: [Matter]) -> [PublishedAddress] {
    var all: [PublishedAddress] = []
    for (index, body) in bodies.enumerated() {
      let own = permalink(of: .body(ID(index)))
      all.append(PublishedAddress(path: own.path, holder: .body(body.name)))
      all.append(PublishedAddress(path: Permalink.meetings(of: body.slug).path, holder: .body(body.name)))
      all.append(PublishedAddress(path: own.followUps.path, holder: .body(body.name)))
      let terms = body.version.map { _ in own.terms }.map { [$0] + body.otherVersions.map($0.version) } ?? []
      all += terms.map { PublishedAddress(path: $0.path, holder: .body(body.name)) }
    }
    for (index, principal) in principals.enumerated() {
      all.append(
        PublishedAddress(path: permalink(of: .principal(ID(index))).path, holder: .principal(principal.name)))
    }
    for (index, meeting) in meetings.enumerated() {
      var address = PublishedAddress(
        path: permalink(of: .meeting(ID(index))).path, holder: .document(meeting.source),
        items: Dictionary(
          meeting.minutes.items.map { ($0.anchor, $0.decisions.count) }, uniquingKeysWith: { max($0, $1) }))
      for item in meeting.minutes.items {
        guard let secrecy = item.secrecy else { continue }
        address.secretItems.insert(item.anchor)
        if secrecy.hidesTitle { address.hidesTitle = true }
      }
      all.append(address)
    }
    for (index, agreement) in agreements.enumerated() {
      all.append(
        PublishedAddress(path: permalink(of: .agreement(ID(index))).path, holder: .document(agreement.source)))
    }
    for (index, page) in pages.enumerated() {
      all.append(PublishedAddress(path: permalink(of: .page(ID(index))).path, holder: .document(page.source)))
    }
    for matter in matters {
      guard let oldest = matter.handlings.first(where: { !$0.isPassage }) else { continue }
      let holder = PublishedAddress.Holder.matter(
        matter.isNamed ? matter.title : permalink(of: oldest.target).text)
      all.append(PublishedAddress(path: matter.permalink.path, holder: holder))
    }
    return all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
