internal import Records

extension Document {
  /// Minutes without what is secret in them: of such an item its number is left, its title when that may be shown, and
  /// the law that withholds the rest. Nothing that was read from its lines is left anywhere. What is secret under a heading
  /// ends at the next heading of an item: a line of its text that looks like another item is its text.
  func withoutSecrets() -> Document {
    guard case .minutes(var minutes) = content, minutes.items.contains(where: { $0.secrecy != nil }) else {
      return self
    }
    let lines = minutes.items.filter { $0.secrecy != nil }.map { item in
      let others = minutes.items.filter { $0.line > item.line && ($0.isHeading || !item.isHeading) }
      return item.line..<(others.map(\.line).min() ?? .max)
    }
    minutes.items.removeAll { item in
      item.secrecy == nil && lines.contains { $0.contains(item.line) }
    }
    let numbers = Set(minutes.items.filter { $0.secrecy != nil }.map(\.number))
    for index in minutes.items.indices {
      guard let secrecy = minutes.items[index].secrecy else { continue }
      let old = minutes.items[index]
      minutes.items[index] = AgendaItem(
        number: old.number, title: secrecy.hidesTitle ? Secrecy.title : old.title, line: old.line)
      minutes.items[index].secrecy = secrecy
      minutes.items[index].immediateApproval = old.immediateApproval
    }
    minutes.items.countOccurrences()
    func isSecret(_ line: Int) -> Bool { lines.contains { $0.contains(line) } }
    minutes.deadlines.removeAll { isSecret($0.line) || numbers.contains($0.item) }
    minutes.nextMeetings.removeAll { isSecret($0.line) }
    minutes.verifiers.removeAll { isSecret($0.line) }
    minutes.electedVerifiers.removeAll { isSecret($0.line) }
    minutes.attendance.removeAll { isSecret($0.line) }
    minutes.signatures.removeAll { isSecret($0.line) }
    minutes.chair = minutes.chair.flatMap { isSecret($0.line) ? nil : $0 }
    minutes.secretary = minutes.secretary.flatMap { isSecret($0.line) ? nil : $0 }
    minutes.otherReadings.removeAll { isSecret($0.line) }
    minutes.attachments.removeAll { $0.itemLine.map(isSecret) ?? false }
    return with(minutes) { !isSecret($0) }
  }

  /// The items that were approved at once as the body's rule asks, and no more than the body and the day of the rest;
  /// nil when there are none. The whole text is not approved, so it is not locked.
  func excerpt(_ register: Register, _ today: CalendarDate) -> Document? {
    guard !isDraft, case .minutes(let minutes) = content else { return nil }
    let items = minutes.items.filter { item in
      guard let stated = item.immediateApproval else { return false }
      var approved = minutes
      approved.statedApproval = stated
      return judge(approved, register, today).1 == nil
    }
    if items.isEmpty { return nil }
    let lines = items.map { item in
      item.line..<(minutes.items.map(\.line).filter { $0 > item.line }.min() ?? .max)
    }
    func isPublic(_ line: Int) -> Bool { lines.contains { $0.contains(line) } }
    var excerpt = Minutes(
      title: nameKey(minutes.title).contains("minnesanteckning") ? "Minnesanteckningar" : "Protokoll")
    excerpt.isExcerpt = true
    excerpt.body = minutes.body
    excerpt.date = minutes.date
    excerpt.items = items
    excerpt.items.countOccurrences()
    excerpt.deadlines = minutes.deadlines.filter { isPublic($0.line) }
    excerpt.attachments = minutes.attachments.filter { $0.itemLine.map(isPublic) ?? false }
    var document = with(excerpt, tellsOf: isPublic)
    document.digest = nil
    return document
  }

  /// What is wrong in lines that are not shown stops nothing.
  private func with(_ minutes: Minutes, tellsOf isShown: (Int) -> Bool) -> Document {
    var document = self
    document.content = .minutes(minutes)
    document.diagnostics = diagnostics.filter {
      $0.problem.concernsReading || $0.location.map { isShown($0.line) } ?? true
    }
    return document
  }
}
