internal import Records

extension Overview {
  /// Whether each principal of a body was represented at its meetings: what the lists say, in words, and no measure of it.
  func attendancePage(of id: ID<Body>) -> SitePage {
    let body = archive[id]
    let permalink = archive.permalink(of: .body(id)).attendance
    return SitePage(
      permalink: permalink, template: .attendance, title: "Huvudmännens närvaro: \(body.name)",
      description: "Vilka huvudmän som var företrädda vid mötena i \(body.name), enligt protokollen.",
      trail: [
        SitePage.Crumb(label: "Organ", permalink: .bodies),
        SitePage.Crumb(label: body.name, permalink: archive.permalink(of: .body(id))),
      ], isIndexed: !body.isWithheld,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let meetings = listedMeetings(of: id)
        let shown = Array(meetings.prefix(Self.columns).reversed())
        let rows = standing.principals(of: id).map { principal -> View in
          let represented = meetings.count { [.present, .proxy].contains(representation(of: principal, at: $0)) }
          return View([
            "href": here.href(.principal(principal)), "name": .text(archive[principal].name),
            "cells": .list(
              shown.map { meeting in
                let how = representation(of: principal, at: meeting)
                return View(
                  ["how": .text(how?.label ?? "inte noterad")].merging(here.day(of: archive[meeting])) { own, _ in own }
                )
              }),
            "count": .text("\(represented) av \(meetings.count)"),
          ])
        }
        let unlisted = meetingsOfBody[id.index].count - meetings.count
        return [
          "body": .text(body.name), "bodyHref": here.href(.body(id)),
          "meetings": .list(
            shown.map { meeting in
              View(["href": here.href(.meeting(meeting))].merging(here.day(of: archive[meeting])) { own, _ in own })
            }),
          "rows": .list(rows), "meetingCount": .text(counted(meetings.count, "möte", "möten")),
          "shownCount": .text(meetings.count > Self.columns ? String(Self.columns) : ""),
          "unlisted": .text(unlisted == 0 ? "" : counted(unlisted, "möte", "möten")),
          "dataHref": here.href(Permalink("/\(Self.path(of: .meetings))")),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.entries = listedMeetings(of: id).prefix(Self.columns).map { entry(.meeting($0)) }.nonEmpty
        return twin
      })
  }

  /// As many as a table of words has room for.
  private static var columns: Int { 8 }

  /// Newest first, without those whose minutes list nobody by principal.
  private func listedMeetings(of body: ID<Body>) -> [ID<Meeting>] {
    meetingsOfBody[body.index].filter { !standing.representation(at: $0).isEmpty }
  }

  private func representation(of principal: ID<Principal>, at meeting: ID<Meeting>) -> Representation? {
    standing.representation(at: meeting)[principal]
  }

  func hasAttendancePage(_ body: ID<Body>) -> Bool { !standing.principals(of: body).isEmpty }

  /// "13 av 16 företrädda, Granby kommun genom ombud; inte noterade: Tallby kommun"; nil where the list names no principal,
  /// or the body is one of few of them.
  func representationInWords(of meeting: ID<Meeting>) -> String? {
    let own = standing.representation(at: meeting)
    let all = standing.principals(of: archive[meeting].body)
    guard !own.isEmpty, all.count == archive.principals.count, all.count > 1 else { return nil }
    func names(_ isMeant: (Representation?) -> Bool) -> String {
      all.filter { isMeant(own[$0]) }.map { archive[$0].name }.joined(separator: ", ")
    }
    let represented = all.count { own[$0] == .present || own[$0] == .proxy }
    let (proxies, absent, unlisted) = (names { $0 == .proxy }, names { $0 == .absent }, names { $0 == nil })
    return "\(represented) av \(all.count) företrädda" + (proxies.isEmpty ? "" : ", \(proxies) genom ombud")
      + (absent.isEmpty ? "" : "; frånvarande: \(absent)") + (unlisted.isEmpty ? "" : "; inte noterade: \(unlisted)")
  }
}

extension Representation {
  fileprivate var label: String {
    switch self {
    case .present: "närvarande"
    case .proxy: "genom ombud"
    case .absent: "frånvarande"
    }
  }
}
