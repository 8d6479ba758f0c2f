internal import Records

extension Overview {
  /// What was just decided, what comes next, and the ways in.
  func startPage() -> SitePage {
    let site = archive.site
    let county = site.county.map { " i \($0)" } ?? ""
    return SitePage(
      permalink: .home, template: .start, title: site.name,
      description: "Protokoll, beslut och avtal från samverkan mellan regionen och kommunerna\(county).",
      fields: { [self] in
        let here = Here(overview: self, permalink: .home)
        let current = archive.agreements.indices.map { ID<AdoptedAgreement>($0) }
        return [
          "structureHTML": .html(structurePicture()),
          "waiting": .rows(waiting.prefix(5).map(here.followUpRow)),
          "followUpsHref": here.href(.followUps),
          "decisions": .rows(here.decisionGroups(latestDecisions)),
          "counts": .list(counts(here)),
          "decisionsHref": here.href(.decisions),
          "meetings": .rows(newestMeetings.prefix(6).map(here.meetingRow)),
          "meetingsHref": here.href(.meetings),
          "upcoming": .rows(standing.upcoming.prefix(6).map(here.upcomingRow)),
          "calendarHref": here.href(.calendar),
          "agreements": .flag(current.contains { [.endsSoon, .inForce].contains(status(of: $0)) }),
          "ending": .list(current.filter { status(of: $0) == .endsSoon }.map(here.agreementRow)),
          "inForce": .list(current.filter { status(of: $0) == .inForce }.prefix(8).map(here.agreementRow)),
          "agreementsHref": here.href(.agreements),
          "bodies": .rows(archive.bodies.indices.map { here.bodyRow(ID($0)) }),
          "bodiesHref": here.href(.bodies),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.decisions = latestDecisions.map(record).nonEmpty
        twin.entries = newestMeetings.prefix(6).map { entry(.meeting($0)) }.nonEmpty
        twin.upcoming = standing.upcoming.prefix(6).map(record).nonEmpty
        return twin
      })
  }

  /// The newest decisions of substance: not those by which a meeting gets under way.
  private var latestDecisions: [DecisionPlace] {
    Array(
      newestDecisions.lazy.filter { [self] place in
        !archive[place.meeting].minutes.items[place.item].isFormality
      }.prefix(10))
  }

  /// What is to be done next, by its day.
  private var waiting: [FollowUp] {
    standing.followUps.filter { $0.status == .open && $0.due != nil && $0.kind != .standing }.enumerated()
      .sorted { ($0.element.due?.dayNumber ?? 0, $0.offset) < ($1.element.due?.dayNumber ?? 0, $1.offset) }
      .map(\.element)
  }

  private func counts(_ here: Here) -> [View] {
    let inForce = archive.agreements.indices.filter { [.inForce, .endsSoon].contains(status(of: ID($0))) }.count
    let counts: [(String, Permalink)] = [
      (counted(archive.bodies.count, "organ", "organ"), .bodies),
      (counted(archive.meetings.count, "protokoll", "protokoll"), .meetings),
      (counted(newestDecisions.count, "beslut", "beslut"), .decisions),
      ("\(inForce) gällande avtal", .agreements),
      (counted(archive.principals.count, "huvudman", "huvudmän"), .principals),
    ]
    return counts.map { View(["label": .text($0.0), "href": here.href($0.1)]) }
  }
}
