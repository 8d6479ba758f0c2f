/// The only place where an identity becomes an address. Pages, JSON and search all ask here.
package struct Permalink: Hashable, Sendable {
  /// From the root of the site, with a slash at both ends: `/moten/lanssamverkansgruppen/2024-04-19/`.
  package var path: String
  /// An anchor on that page: `p19-beslut-2`.
  package var fragment: String?

  package init(_ path: String, fragment: String? = nil) {
    self.path = path
    self.fragment = fragment
  }

  package var text: String { fragment.map { "\(path)#\($0)" } ?? path }

  /// The file that a web host serves for the address.
  package var file: String { String(path.dropFirst()) + "index.html" }
  package var jsonFile: String { String(path.dropFirst()) + "index.json" }

  /// The link to write on the page at `page`, so that the site works under any path.
  package func relative(to page: Permalink) -> String {
    if path == page.path { return fragment.map { "#\($0)" } ?? "./" }
    return Permalink.relative(path: path, to: page.path) + (fragment.map { "#\($0)" } ?? "")
  }

  /// `to` is a page's path; `path` may also be a file such as `/assets/site.css`.
  package static func relative(path: String, to page: String) -> String {
    let (target, base) = (path.utf8.span, page.utf8.span)
    // After the last slash up to which both are the same.
    var (i, shared) = (0, 0)
    while i < target.count, i < base.count, target[i] == base[i] {
      i += 1
      if target[i - 1] == UInt8(ascii: "/") { shared = i }
    }
    var steps = 0
    for place in shared..<base.count where base[place] == UInt8(ascii: "/") { steps += 1 }
    let out = String(repeating: "../", count: steps) + Substring(path.utf8.dropFirst(shared))
    return out.isEmpty ? "./" : out
  }
}

extension Permalink {
  package static let home = Permalink("/")
  package static let bodies = Permalink("/organ/")
  package static let meetings = Permalink("/moten/")
  package static let decisions = Permalink("/beslut/")
  package static let agreements = Permalink("/avtal/")
  package static let people = Permalink("/personer/")
  package static let principals = Permalink("/huvudman/")
  package static let matters = Permalink("/arenden/")
  package static let followUps = Permalink("/balanslista/")
  package static let recommendations = Permalink("/rekommendationer/")
  package static let calendar = Permalink("/kalender/")
  package static let unpublished = Permalink("/protokoll-som-saknas/")
  package static let accessibility = Permalink("/tillganglighet/")
  package static let search = Permalink("/sok/")
  package static let data = Permalink("/data/")

  /// A year's part of a register that has grown past a thousand rows.
  package func year(_ year: Int) -> Permalink { Permalink("\(path)\(year)/") }
  /// Where the terms of reference of a body stand.
  package var terms: Permalink { Permalink("\(path)uppdrag/") }
  /// Of terms of reference, another version than the one in force.
  package func version(from version: TermsVersion) -> Permalink { Permalink("\(path)\(version.date?.description ?? "utan-datum")/") }
  /// What a version changed in the one before.
  package var changes: Permalink { Permalink("\(path)andringar/") }
  /// The balanslista of a body.
  package var followUps: Permalink { Permalink("\(path)balanslista/") }
  /// How the principals were represented in a body.
  package var attendance: Permalink { Permalink("\(path)narvaro/") }
  package static func matter(_ slug: String) -> Permalink { Permalink("/arenden/\(slug)/") }
  /// An address that a person's page has had.
  package static func formerPerson(_ slug: String) -> Permalink { Permalink("/personer/\(slug)/") }
  /// The meetings of a body.
  package static func meetings(of slug: String) -> Permalink { Permalink("/moten/\(slug)/") }
}

extension Archive {
  package func permalink(of target: Target) -> Permalink {
    switch target {
    case .body(let id): Permalink("/organ/\(self[id].slug)/")
    case .principal(let id): Permalink("/huvudman/\(self[id].slug)/")
    case .person(let id): Permalink("/personer/\(self[id].slug)/")
    case .meeting(let id):
      Permalink("/moten/\(bodies[self[id].body.index].slug)/\(self[id].day)/")
    case .item(let id, let index):
      Permalink(permalink(of: .meeting(id)).path, fragment: self[id].minutes.items[index].anchor)
    case .decision(let id, let index, let decision):
      Permalink(
        permalink(of: .meeting(id)).path, fragment: self[id].minutes.items[index].anchor(ofDecision: decision))
    case .agreement(let id):
      self[id].isCurrent ? Permalink("/avtal/\(self[id].slug)/") : version(id)
    case .page(let id): Permalink("/\(self[id].slug)/")
    }
  }

  /// The address of a version of an agreement, which stays when a newer one comes.
  private func version(_ id: ID<AdoptedAgreement>) -> Permalink {
    Permalink("/avtal/\(self[id].slug)/\(self[id].text.validFrom?.value.description ?? "utan-datum")/")
  }

  /// What a version changed in the one before.
  package func changes(in id: ID<AdoptedAgreement>) -> Permalink { version(id).changes }

  /// `/rekommendationer/lansgruppen/2024-04-19/p19/`
  package func permalink(of recommendation: Recommendation) -> Permalink {
    let meeting = self[recommendation.meeting]
    return Permalink("/rekommendationer/\(self[meeting.body].slug)/\(meeting.day)/\(recommendation.anchor)/")
  }

  /// `recommendation:lansgruppen:2024-04-19:p19`
  package func identifier(of recommendation: Recommendation) -> String {
    let meeting = self[recommendation.meeting]
    return "recommendation:\(self[meeting.body].slug):\(meeting.day):\(recommendation.anchor)"
  }

  /// Where a file that goes with a meeting or an agreement is: below its document, `/moten/lsg/2024-04-26/plan.pdf`. Nil
  /// for one that is not published.
  package func permalink(of attachment: Attachment, in target: Target) -> Permalink? {
    guard attachment.version != nil, let name = attachment.publicName else { return nil }
    let place = if case .agreement(let id) = target { version(id) } else { permalink(of: target) }
    return Permalink(place.path + name)
  }

  /// The identity of a record in JSON: `decision:lanssamverkansgruppen:2024-04-19:19:2`.
  package func identifier(of target: Target) -> String {
    func meeting(_ id: ID<Meeting>) -> String {
      "\(bodies[self[id].body.index].slug):\(self[id].day)"
    }
    func item(_ id: ID<Meeting>, _ index: Int) -> String {
      "\(meeting(id)):\(self[id].minutes.items[index].anchor.dropFirst())"
    }
    return switch target {
    case .body(let id): "body:\(self[id].slug)"
    case .principal(let id): "principal:\(self[id].slug)"
    case .person(let id): "person:\(self[id].slug)"
    case .meeting(let id): "meeting:\(meeting(id))"
    case .item(let id, let index): "item:\(item(id, index))"
    case .decision(let id, let index, let decision): "decision:\(item(id, index)):\(decision + 1)"
    case .agreement(let id):
      "agreement:\(self[id].slug):\(self[id].text.validFrom?.value.description ?? "utan-datum")"
    case .page(let id): "page:\(self[id].slug)"
    }
  }
}

extension Meeting {
  /// `2024-04-19`, `2024-04-19-2` for the second of a day; a draft without a date goes by its first item.
  fileprivate var day: String {
    let day = date?.description ?? "odaterat-\(slug(minutes.items.first?.number ?? "x"))"
    return sequence > 1 ? "\(day)-\(sequence)" : day
  }
}

extension AgendaItem {
  /// `p19`, `p2b`, and `p12-2` for the second § 12; an item without a number is named by its title.
  package var anchor: String {
    let isPlain = number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let name = number.isEmpty ? slug(title) : isPlain ? number : slug(number).filter { $0 != "-" }
    return "p\(name.isEmpty ? "x" : name)" + (occurrence > 1 ? "-\(occurrence)" : "")
  }

  /// `decision` counts from 0, the anchor from 1: `p19-beslut-2`.
  package func anchor(ofDecision decision: Int) -> String { "\(anchor)-beslut-\(decision + 1)" }
}
