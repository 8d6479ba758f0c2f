internal import Records

extension Overview {
  /// The version that this one came after: of the same agreement, else the one that it replaced. Nil also where the texts
  /// are too long to be compared passage by passage.
  func versionBefore(_ id: ID<AdoptedAgreement>) -> ID<AdoptedAgreement>? {
    let own = versions[archive[id].slug] ?? []
    guard let place = own.firstIndex(of: id) else { return nil }
    guard let old = place + 1 < own.count ? own[place + 1] : archive[id].replaces.first else { return nil }
    return canCompare(archive[old].text.blocks, archive[id].text.blocks) ? old : nil
  }

  /// Whether two texts are short enough to be compared passage by passage.
  func canCompare(_ old: [Block], _ new: [Block]) -> Bool { old.count + new.count <= 4000 }

  /// What a version changed in the text of the one before.
  func changesPage(_ id: ID<AdoptedAgreement>, from old: ID<AdoptedAgreement>) -> SitePage {
    let agreement = archive[id]
    let name = agreement.text.title.value
    return changesPage(
      at: archive.changes(in: id), of: name, from: agreement.text.validFrom?.value,
      trail: [
        SitePage.Crumb(label: "Avtal", permalink: .agreements),
        SitePage.Crumb(label: name, permalink: archive.permalink(of: .agreement(id))),
      ], isWithheld: agreement.isWithheld, updated: updated(id), archive[old].text.blocks, agreement.text.blocks
    ) { [self] here in
      func version(_ id: ID<AdoptedAgreement>) -> View {
        View([
          "href": here.href(.agreement(id)), "title": .text(archive[id].text.title.value),
          "from": .list(archive[id].text.validFrom.map { [here.date($0.value)] } ?? []),
        ])
      }
      return (version(old), version(id))
    }
  }

  /// What one text changed in another; `versions` are the two as links, the old one first.
  func changesPage(
    at permalink: Permalink, of name: String, from day: CalendarDate?, trail: [SitePage.Crumb], isWithheld: Bool,
    updated: CalendarDate?,
    _ old: [Block], _ new: [Block], versions: @escaping @Sendable (Here) -> (old: View, new: View)
  ) -> SitePage {
    SitePage(
      permalink: permalink, template: .changes,
      title: "Ändringar i \(name)\(day.map { " från \($0.inWords)" } ?? "")",
      description: "Vad som ändrades i texten jämfört med versionen före.", trail: trail,
      isIndexed: !isWithheld, notice: isWithheld ? .draft : nil, updated: updated,
      fields: { [self] in
        let versions = versions(Here(overview: self, permalink: permalink))
        let all = TextChanges(from: old, to: new).passages
        let (added, removed) = (all.count(where: \.isAdded), all.count(where: \.isRemoved))
        let changed = all.count { !$0.isSame } - added - removed
        let counts = [
          changed > 0 ? counted(changed, "ändrat stycke", "ändrade stycken") : nil,
          added > 0 ? counted(added, "nytt", "nya") : nil,
          removed > 0 ? counted(removed, "borttaget", "borttagna") : nil,
        ]
        return [
          "new": .part(versions.new), "old": .part(versions.old),
          "counts": .text(all.allSatisfy(\.isSame) ? "" : listed(counts.compactMap { $0 })),
          "runs": .list(runs(of: all)),
        ]
      },
      twin: { $0 })
  }

  /// Passages that stayed are folded where they are many; one on each side of a change is left to be read with it.
  private func runs(of passages: [TextChanges.Passage]) -> [View] {
    func open(_ run: ArraySlice<TextChanges.Passage>) -> View {
      View(["folded": .text(""), "passages": .list(run.map(view))])
    }
    var out: [View] = []
    var i = 0
    while i < passages.count {
      var end = i
      while end < passages.count, passages[end].isSame == passages[i].isSame { end += 1 }
      let run = passages[i..<end]
      if passages[i].isSame, run.count > 4 {
        let (head, tail) = (i == 0 ? 0 : 1, end == passages.count ? 0 : 1)
        if head > 0 { out.append(open(run.prefix(1))) }
        let folded = run.dropFirst(head).dropLast(tail)
        out.append(
          View([
            "folded": .text(counted(folded.count, "stycke utan ändring", "stycken utan ändring")),
            "passages": .list(folded.map(view)),
          ]))
        if tail > 0 { out.append(open(run.suffix(1))) }
      } else {
        out.append(open(run))
      }
      i = end
    }
    return out
  }

  private func view(of passage: TextChanges.Passage) -> View {
    View([
      "isHeading": .flag(passage.isHeading),
      "class": .text(
        passage.isSame ? "" : passage.isAdded ? "is-added" : passage.isRemoved ? "is-removed" : "is-changed"),
      "pieces": .list(
        passage.pieces.map {
          View([
            "text": .text($0.text), "isRemoved": .flag($0.kind == .removed), "isAdded": .flag($0.kind == .added),
          ])
        }),
    ])
  }
}
