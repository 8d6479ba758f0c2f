internal import Records

/// What Tracking found and no document says on a page of its own: it has its words with it.
struct Derived: Hashable, Sendable {
  var title: String
  /// As the minutes have it; empty for a matter.
  var text = ""
  /// What else it is found by.
  var words: [String] = []
  var permalink: Permalink
  /// That told it, or that handled it last.
  var meeting: ID<Meeting>
  /// "senast 22 maj 2026"
  var place: String?
  var isWithheld: Bool
}

extension Archive {
  /// The matters by the meeting that handled them last.
  func matters(_ standing: Standing) -> [ID<Meeting>: [Derived]] {
    var out: [ID<Meeting>: [Derived]] = [:]
    for matter in standing.matters {
      guard let last = matter.handlings.last else { continue }
      let items = matter.handlings.filter { !$0.isPassage }.map { meetings[$0.meeting.index].minutes.items[$0.item] }
      out[last.meeting, default: []].append(
        Derived(
          title: matter.title, words: items.map(\.title) + items.compactMap(\.reference?.value),
          permalink: matter.permalink, meeting: last.meeting,
          isWithheld: matter.handlings.contains { meetings[$0.meeting.index].isWithheld }))
    }
    return out
  }

  /// What is still to be done, by the agenda item that says so.
  func openFollowUps(_ standing: Standing) -> [Target: [Derived]] {
    var out: [Target: [Derived]] = [:]
    for row in standing.followUps where row.status == .open || row.status == .overdue {
      guard let place = row.source.item else { continue }
      let item = meetings[place.meeting.index].minutes.items[place.index]
      out[.item(place.meeting, index: place.index), default: []].append(
        Derived(
          title: item.heading, text: row.text, permalink: permalink(of: row.source), meeting: row.meeting,
          place: row.due.map { "senast \($0.inWords)" } ?? row.dueWords,
          isWithheld: meetings[row.meeting.index].isWithheld))
    }
    return out
  }
}
