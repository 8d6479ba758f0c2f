internal import Records

extension Overview {
  /// The agreements, those that apply today first.
  func agreementsPage() -> SitePage {
    SitePage(
      permalink: .agreements, template: .agreements, title: "Avtal",
      description: "Avtal, överenskommelser, riktlinjer och rutiner: vad som gäller i dag och vad som har gällt.",
      fields: { [self] in
        let here = Here(overview: self, permalink: .agreements)
        let all = archive.agreements.indices.map { ID<AdoptedAgreement>($0) }
        let groups: [(title: String, statuses: Set<Standing.AgreementStatus>)] = [
          ("Gäller", [.inForce, .endsSoon]), ("Börjar gälla senare", [.comingIntoForce]),
          ("Inte antagna", [.withheld]), ("Har gällt tidigare", [.ended, .replaced]),
        ]
        let shown: [View] = groups.compactMap { group in
          let rows = all.filter { group.statuses.contains(status(of: $0)) }
          guard !rows.isEmpty else { return nil }
          return View(["group": .text(group.title), "rows": .list(rows.map(here.agreementRow))])
        }
        return [
          "agreements": .part(shown.isEmpty ? nil : View(["groups": .list(shown)])), "hasTopics": .flag(hasTopics(all)),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.entries = archive.agreements.indices.map { entry(.agreement(ID($0))) }.nonEmpty
        return twin
      })
  }

  /// Whether `ämne:` of any of them says what it is about: else there is no column of it.
  func hasTopics(_ agreements: [ID<AdoptedAgreement>]) -> Bool {
    agreements.contains { !archive[$0].text.topics.isEmpty }
  }
}
