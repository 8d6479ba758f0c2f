internal import Records

// What front matter states of minutes. It always wins, for every fact.

/// The facts of the head. Stated before the items are read, since dates without a year and the decisions' subject go by
/// them, and again after the items, which may tell of chair and verifiers.
func stateHead(_ stated: FrontMatter, in minutes: inout Minutes) {
  if let title = stated.title { minutes.title = title.value }
  minutes.body = stated.body ?? minutes.body
  minutes.date = stated.date ?? minutes.date
  minutes.time = stated.time ?? minutes.time
  minutes.place = stated.place ?? minutes.place
  minutes.reference = stated.reference ?? minutes.reference
  minutes.chair = stated.chair ?? minutes.chair
  minutes.secretary = stated.secretary ?? minutes.secretary
  if !stated.verifiers.isEmpty { minutes.verifiers = stated.verifiers }
  minutes.archiveDecision = stated.archiveDecision
  minutes.extraMeetingDecision = stated.extraMeetingDecision
  minutes.corrections = stated.corrections
  minutes.matter = stated.matter
  if let approved = stated.approved, !stated.verifiers.isEmpty {
    minutes.statedApproval = StatedApproval(
      date: approved.value, verifiers: stated.verifiers.map(\.value), line: approved.line)
  }
}

/// Lists, each stated whole, and single items. An item that the text lacks is told.
func stateLists(_ stated: FrontMatter, in minutes: inout Minutes) -> [LocatedProblem] {
  let groups: [([Attendance]?, (Attendance) -> Bool)] = [
    (stated.present, { $0.status == .present && $0.group == .member }),
    (stated.others, { $0.status == .present && $0.group != .member }),
    (stated.absent, { $0.status == .absent }),
  ]
  for case (let people?, let belongs) in groups {
    let place = minutes.attendance.firstIndex(where: belongs) ?? (people.first?.group == .member ? 0 : nil)
    minutes.attendance.removeAll(where: belongs)
    minutes.attendance.insert(contentsOf: people, at: place ?? minutes.attendance.count)
  }
  minutes.nextMeetings = stated.nextMeetings ?? minutes.nextMeetings
  minutes.signatures = stated.signatures ?? minutes.signatures
  var missing = stateAttachments(stated, in: &minutes)
  // All are found before any is changed: an item without a number goes by its title.
  let places = stated.items.map { minutes.items.place(of: $0.item.name) }
  for (one, place) in zip(stated.items, places) {
    if let place {
      minutes.items[place].state(one.item, meeting: minutes.date?.value)
    } else {
      let names = minutes.items.names
      missing.append(
        (.notInText(key: "punkter", name: one.item.name, nearest: nearest(to: one.item.name, among: names)), one.line))
    }
  }
  return missing
}

/// Promises with a date, where an item states its own.
func stateDeadlines(_ stated: FrontMatter, in minutes: inout Minutes) {
  for (item, _) in stated.items {
    guard let own = item.deadlines, let place = minutes.items.place(of: item.name) else { continue }
    let number = minutes.items[place].number
    let position = minutes.deadlines.firstIndex { $0.item == number } ?? minutes.deadlines.count
    minutes.deadlines.removeAll { $0.item == number }
    minutes.deadlines.insert(
      contentsOf: own.map { deadline in
        var deadline = deadline
        deadline.item = number
        return deadline
      }, at: min(position, minutes.deadlines.count))
  }
}

extension AgendaItem {
  fileprivate mutating func state(_ stated: StatedItem, meeting: CalendarDate?) {
    if let title = stated.title { (self.title, titleStatedAt) = (title.value, title.line) }
    kind = stated.kind ?? kind
    secrecy = stated.secrecy
    immediateApproval = stated.immediateApproval
    closes = stated.closes
    matter = stated.matter
    if let presenters = stated.presenters {
      self.presenters = presenters
      for index in subItems.indices { subItems[index].presenters = [] }
    }
    if let decisions = stated.decisions {
      self.decisions = decisions.map { decision($0) }
      for index in subItems.indices { subItems[index].decisions = [] }
      readDetails(of: &self, abstentions(in: passages(of: blocks)), after: meeting)
    }
    if let deferrals = stated.deferrals {
      self.deferrals = deferrals.map { fact in
        var deferral = Deferral(date: CalendarDate(iso: fact.value), text: fact.value, line: fact.line)
        deferral.certainty = .stated
        return deferral
      }
      for index in subItems.indices { subItems[index].deferrals = [] }
    }
  }

  /// The clause where the text has it; else a paragraph of its own, so that the page shows what was decided.
  private mutating func decision(_ stated: Fact<String>) -> Decision {
    let key = nameKey(stated.value)
    let passage = passages(of: blocks).first { nameKey($0.text.onOneLine).contains(key) }
    if passage == nil { blocks.append(Block(.paragraph([.text(stated.value)]), line: stated.line)) }
    var decision = Decision(text: stated.value, leadIn: nil, line: passage?.line ?? stated.line)
    (decision.certainty, decision.statedAt) = (.stated, stated.line)
    return decision
  }
}
