internal import Records

extension Overview {
  /// The pages of addresses that were public: each leads to where it is now, or says that it was withdrawn, when and why.
  /// Nothing of what stood there is known here.
  func formerPages() -> [PlannedPage] {
    archive.formerAddresses.filter { $0.address.fragment == nil }.map { former in
      PlannedPage(permalink: former.address, isIndexed: false) { [self] in
        switch former.fate {
        case .moved(let target): movedPage(former, to: target)
        case .withdrawn(let day): withdrawnPage(former, on: day)
        }
      }
    }
  }

  private func movedPage(_ former: FormerAddress, to target: Permalink) -> SitePage {
    SitePage(
      permalink: former.address, template: .moved, title: "Flyttad sida: \(former.address.path)",
      description: "Sidan har en ny adress.", trail: trail(of: former.address), isIndexed: false,
      fields: { [self] in
        let here = Here(overview: self, permalink: former.address)
        return ["name": .text(target.text), "href": here.href(target), "reason": .text(former.reason)]
      },
      twin: { twin in
        var twin = twin
        twin.formerAddresses = [FormerAddressRecord(former)]
        return twin
      })
  }

  private func withdrawnPage(_ former: FormerAddress, on day: CalendarDate) -> SitePage {
    let onward = bodyOfAddress(former.address)
    return SitePage(
      permalink: former.address, template: .withdrawn, title: "Återkallad sida: \(former.address.path)",
      description: "Sidan är återkallad.", trail: trail(of: former.address), isIndexed: false,
      fields: { [self] in
        let here = Here(overview: self, permalink: former.address)
        return [
          "address": .text(former.address.path), "date": .list([here.date(day)]), "reason": .text(former.reason),
          "onward": .part(onward.map { here.name(archive[$0].name, .body($0)) }),
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.formerAddresses = [FormerAddressRecord(former)]
        twin.entries = onward.map { [entry(.body($0))] }
        return twin
      })
  }

  /// Items and decisions that were on this page.
  func formerAnchors(on permalink: Permalink) -> [FormerAddress] { formerAnchors[permalink.path] ?? [] }

  private func bodyOfAddress(_ address: Permalink) -> ID<Body>? {
    let names = address.path.split(separator: "/")
    guard names.count > 1, names[0] == "organ" || names[0] == "moten" else { return nil }
    return archive.bodies.firstIndex { $0.slug == names[1] }.map { ID($0) }
  }

  private func trail(of address: Permalink) -> [SitePage.Crumb] {
    let section = Permalink.menu.first { $0.permalink != .home && address.path.hasPrefix($0.permalink.path) }
    return section.map { [SitePage.Crumb(label: $0.label, permalink: $0.permalink)] } ?? []
  }
}

extension Here {
  /// An anchor that was on the page, with what has become of it.
  func formerAnchor(_ former: FormerAddress) -> View {
    var fields: [String: Value] = [
      "anchor": .text(former.address.fragment), "reason": .text(former.reason), "withdrawn": .list([]),
      "href": .text(""),
      "target": .text(""),
    ]
    switch former.fate {
    case .moved(let target): (fields["href"], fields["target"]) = (href(target), .text(target.text))
    case .withdrawn(let day): fields["withdrawn"] = .list([date(day)])
    }
    return View(fields)
  }
}
