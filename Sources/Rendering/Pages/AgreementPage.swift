internal import Records

extension Overview {
  /// One version of an agreement: whether it applies, between whom, decided where, and its text.
  func agreementPage(_ id: ID<AdoptedAgreement>) -> SitePage {
    let agreement = archive[id]
    let permalink = archive.permalink(of: .agreement(id))
    let name = agreement.text.title.value
    var trail = [SitePage.Crumb(label: "Avtal", permalink: .agreements)]
    if !agreement.isCurrent {
      trail.append(SitePage.Crumb(label: name, permalink: Permalink("/avtal/\(agreement.slug)/")))
    }
    let version = agreement.text.validFrom.map { ", gällande från \($0.value.inWords)" } ?? ", utan datum"
    return SitePage(
      permalink: permalink, template: .agreement, title: agreement.isCurrent ? name : name + version,
      description: "\(agreement.text.kind.label): \(name). Giltighet, parter, beslut och hela texten.", trail: trail,
      isIndexed: !agreement.isWithheld, notice: agreement.isWithheld ? .draft : nil,
      updated: updated(id),
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        return agreementFields(id, agreement, here)
      },
      twin: { [self] twin in
        var twin = twin
        twin.agreement = record(id)
        twin.text = agreement.text.blocks.plainText.nonEmpty
        twin.backlinks = backlinkEntries(to: .agreement(id))
        return twin
      })
  }

  private func agreementFields(_ id: ID<AdoptedAgreement>, _ agreement: AdoptedAgreement, _ here: Here)
    -> [String: Value]
  {
    let text = agreement.text
    let status = status(of: id)
    func version(_ other: ID<AdoptedAgreement>) -> View {
      View([
        "href": here.href(.agreement(other)), "title": .text(archive[other].text.title.value),
        "from": .list(archive[other].text.validFrom.map { [here.date($0.value)] } ?? []),
      ])
    }
    let others = (versions[agreement.slug] ?? []).filter { $0 != id }
    // Each party's own decision, where the item that adopted it sent it to them.
    let sent = standing.recommendations.first { $0.agreements.contains(id) }
    func answer(of principal: ID<Principal>?) -> View? {
      guard let principal, let sent, sent.principals.contains(principal) else { return nil }
      return here.responseRow(of: principal, to: sent)
    }
    return [
      "kind": .text(text.kind.label), "status": .text(status.label), "statusClass": .text(status.cssClass),
      "isPast": .flag(status == .ended || status == .replaced), "isComing": .flag(status == .comingIntoForce),
      "isEnding": .flag(status == .endsSoon),
      "from": .list(text.validFrom.map { [here.date($0.value)] } ?? []),
      "to": .list(text.validTo.map { [here.date($0.value)] } ?? []),
      "isOpenEnded": .flag(text.validTo == nil && text.isUntilFurtherNotice),
      "reference": .text(text.reference?.value), "topics": .text(text.topics.map(\.value).joined(separator: ", ")),
      "parties": .rows(
        text.parties.enumerated().map { index, party in
          let principal = agreement.parties.indices.contains(index) ? agreement.parties[index] : nil
          return View([
            "linkHTML": here.link(party.value, principal.map { .principal($0) }), "own": .part(answer(of: principal)),
          ])
        }),
      "sent": .part(
        sent.map { row in
          View([
            "href": here.href(archive.permalink(of: row)), "kind": .text(row.kind.label),
            "status": .text(self.status(of: row)),
          ])
        }),
      "adoption": .part(text.adoption.map { adoption($0, agreement, here) }),
      "clauses": .list(
        clauses(of: agreement).map {
          View(["label": .text($0.kind.label), "value": .text($0.value), "quote": .text($0.quote)])
        }), "replaces": .rows(agreement.replaces.map(version)),
      "replacedBy": .part(agreement.replacedBy.map(version)),
      "versions": .rows(others.map(version)),
      "changes": .part(
        versionBefore(id).map { View(["href": here.href(archive.changes(in: id)), "old": .part(version($0))]) }),
      "events": .rows(standing.events(of: id).map(here.agreementEvent)),
      "matters": .rows((mattersOfAgreement[id] ?? []).map { here.matterRow(standing.matters[$0]) }),
      "pending": .text(pendingEvent(of: id)?.label),
      "noticeDue": .list(noticeDue(of: text).map { [here.date($0)] } ?? []),
      "corrections": .list(text.corrections.map(here.correction)), "source": .text(agreement.source),
      "attachments": .rows(here.attachments(text.attachments, of: .agreement(id))),
      "textHTML": here.html(text.blocks, under: 2), "backlinks": here.backlinks(to: .agreement(id)),
    ]
  }

  /// What is under way for a version that holds: the last word of the minutes, unless a newer version has come since.
  func pendingEvent(of id: ID<AdoptedAgreement>) -> AgreementEvent.Kind? {
    guard [.inForce, .endsSoon].contains(status(of: id)), archive[id].replacedBy == nil,
      let last = standing.events(of: id).last, last.kind != .prolonged
    else { return nil }
    return last.kind
  }

  /// The last day to give notice, when the text counts it back from the end: "senast sex månader före avtalstidens slut".
  func noticeDue(of text: Agreement) -> CalendarDate? {
    guard let end = text.validTo?.value,
      let clause = text.clauses.first(where: { $0.kind == .notice }), clause.quote.lowercased().contains("före"),
      let words = clause.value?.split(separator: " "), words.count == 2, let number = Int(words[0])
    else { return nil }
    switch words[1] {
    case "år": return end.adding(months: -12 * number)
    case "månad", "månader": return end.adding(months: -number)
    default: return nil
    }
  }

  /// What the facts above do not say already.
  private func clauses(of agreement: AdoptedAgreement) -> [AgreementClause] {
    agreement.text.clauses.filter { clause in
      switch clause.kind {
      case .replaces: agreement.replaces.isEmpty
      case .adoptedBy: agreement.text.adoption == nil
      case .notice, .prolongation, .review, .legalGround: true
      }
    }
  }

  private func adoption(_ adoption: Adoption, _ agreement: AdoptedAgreement, _ here: Here) -> View {
    let item = adoption.item.map { $0.contains("§") ? $0 : "§ \($0)" } ?? ""
    let words = [adoption.by ?? "", item].filter { !$0.isEmpty }.joined(separator: " ")
    let by = words.isEmpty && agreement.adoptedAt != nil ? "beslutet" : words
    return View([
      "date": .list([here.date(adoption.date)]), "by": .text(by),
      "href": .text(agreement.adoptedAt.map(here.path) ?? ""), "isSigned": .flag(adoption.isBySignatures),
    ])
  }
}

extension Here {
  func agreementEvent(_ event: AgreementEvent) -> View {
    let item = event.at.item
    let meeting = item.map { archive[$0.meeting] }
    let agendaItem = event.at.agendaItem(in: archive)
    return View([
      "label": .text(event.kind.label), "text": .text(event.text), "href": href(event.at),
      "day": .list([date(event.date)]), "body": .text(meeting.map { archive[$0.body].name }),
      "sign": .text(agendaItem.map { $0.sign.isEmpty ? $0.title : $0.sign }),
      "isInferred": .flag(event.certainty == .inferred),
    ])
  }
}
