package import Records

/// The pages and data files of the archive, each ready to be made.
///
/// 1. Work out once what pages ask of the whole. 2. Plan the pages. 3. Each becomes HTML and its JSON twin.
/// 4. Add the data files with their schemas, and what a host needs. Nothing is made until it is asked for.
///
/// The files of a preview, which shows what is not public, ask robots to stay away.
package func render(
  _ archive: Archive, _ standing: Standing, templates: Templates, assets: [SourceFile], isPreview: Bool = false
) -> [Output] {
  let overview = Overview(archive, standing)
  let pages = overview.plannedPages()
  return pages.flatMap { outputs(of: $0, overview, templates) }
    + overview.attachmentFiles() + overview.calendarFiles() + overview.feeds()
    + DataKind.allCases.flatMap(overview.dataFiles)
    + overview.schemas()
    + assets.map { published($0, archive.site) }
    + [archive.site.logo].compactMap { logo in logo.map { Output(path: $0.address, copying: $0.version) } }
    + hostFiles(pages, overview, templates, isPreview: isPreview)
}

private func outputs(of page: PlannedPage, _ overview: Overview, _ templates: Templates) -> [Output] {
  [
    Output(path: page.permalink.file) { page.make().html(overview, templates) },
    page.permalink == .data
      ? Output(path: page.permalink.jsonFile) { Output.Made(bytes: json(overview.catalogue())) }
      : Output(path: page.permalink.jsonFile) { Output.Made(bytes: page.make().json(overview)) },
  ]
}

private func published(_ asset: SourceFile, _ site: Site) -> Output {
  if asset.name.hasSuffix(".js") {
    return Output(path: asset.name) { Output.Made(bytes: published(script: asset.bytes)) }
  }
  let colours = asset.name == "assets/site.css" ? site.accent.map(css) ?? "" : ""
  return Output(path: asset.name, bytes: asset.bytes + colours.utf8)
}

private func hostFiles(_ pages: [PlannedPage], _ overview: Overview, _ templates: Templates, isPreview: Bool)
  -> [Output]
{
  let baseURL = overview.archive.site.baseURL
  var files = [
    Output(path: "404.html") { overview.notFoundPage().html(overview, templates) },
    Output(path: "robots.txt", bytes: isPreview ? robotsOfPreview : robots(baseURL: baseURL)),
  ]
  if let baseURL {
    files.append(Output(path: "opensearch.xml", bytes: openSearch(overview.archive.site, baseURL: baseURL)))
  }
  if let baseURL, !isPreview {
    files.append(Output(path: "sitemap.xml") { Output.Made(bytes: sitemap(pages, baseURL: baseURL)) })
  }
  return files
}

extension Overview {
  fileprivate func plannedPages() -> [PlannedPage] {
    let archive = archive
    var pages = registerPages()
    pages += archive.bodies.indices.flatMap { bodyPages(ID($0)) }
    pages += archive.meetings.indices.flatMap { index in
      planned(.meeting(ID(index)), isIndexed: !archive.meetings[index].isWithheld) { $0.minutesPage(ID(index)) }
    }
    pages += archive.people.indices.flatMap { index in
      planned(.person(ID(index)), isIndexed: false) { $0.personPage(ID(index)) }
        + archive.people[index].formerSlugs.map { former in
          PlannedPage(permalink: .formerPerson(former), isIndexed: false) { [self] in
            movedPage(from: .formerPerson(former), to: ID(index))
          }
        }
    }
    pages += archive.principals.indices.flatMap { index in
      planned(.principal(ID(index))) { $0.principalPage(ID(index)) }
    }
    pages += standing.recommendations.indices.map { index in
      let row = standing.recommendations[index]
      return PlannedPage(permalink: archive.permalink(of: row), isIndexed: !archive[row.meeting].isWithheld) { [self] in
        recommendationPage(index)
      }
    }
    pages += archive.agreements.indices.flatMap { index in
      planned(.agreement(ID(index)), isIndexed: !archive.agreements[index].isWithheld) { $0.agreementPage(ID(index)) }
        + changesPages(ID(index))
    }
    pages += archive.pages.indices.flatMap { index in
      planned(.page(ID(index)), isIndexed: !archive.pages[index].isWithheld) { $0.plainPage(ID(index)) }
    }
    pages += standing.matters.indices.map { index in
      let matter = standing.matters[index]
      let isIndexed = !matter.handlings.contains { archive.meetings[$0.meeting.index].isWithheld }
      return PlannedPage(permalink: matter.permalink, isIndexed: isIndexed) { [self] in matterPage(index) }
    }
    return pages + formerPages()
  }

  private func registerPages() -> [PlannedPage] {
    let decisions = decisionRegister
    return [
      PlannedPage(permalink: .home) { [self] in startPage() },
      PlannedPage(permalink: .bodies) { [self] in bodiesPage() },
      PlannedPage(permalink: .meetings) { [self] in meetingsPage() },
      PlannedPage(permalink: .decisions) { [self] in decisionsPage(decisions) },
      PlannedPage(permalink: .agreements) { [self] in agreementsPage() },
      PlannedPage(permalink: .people, isIndexed: false) { [self] in peoplePage() },
      PlannedPage(permalink: .principals) { [self] in principalsPage() },
      PlannedPage(permalink: .matters) { [self] in mattersPage() },
      PlannedPage(permalink: .followUps) { [self] in followUpsPage() },
      PlannedPage(permalink: .recommendations) { [self] in recommendationsPage() },
      PlannedPage(permalink: .calendar) { [self] in calendarPage() },
      PlannedPage(permalink: .unpublished) { [self] in unpublishedPage() },
      PlannedPage(permalink: .search, isIndexed: false) { [self] in searchPage() },
      PlannedPage(permalink: .data) { [self] in dataPage() },
    ]
      + (archive.site.accessibility.map { statement in
        [PlannedPage(permalink: .accessibility) { [self] in accessibilityPage(statement) }]
      } ?? [])
      + decisions.years.map { year, _ in
        PlannedPage(permalink: .decisions.year(year)) { [self] in decisionsPage(decisions, year: year) }
      }
  }

  private func changesPages(_ id: ID<AdoptedAgreement>) -> [PlannedPage] {
    guard let old = versionBefore(id) else { return [] }
    return [
      PlannedPage(permalink: archive.changes(in: id), isIndexed: !archive[id].isWithheld) { [self] in
        changesPage(id, from: old)
      }
    ]
  }

  /// A body's own page, its terms of reference, its list of meetings and the parts of it.
  private func bodyPages(_ id: ID<Body>) -> [PlannedPage] {
    let isIndexed = !archive[id].isWithheld
    var pages = planned(.body(id), isIndexed: isIndexed) { $0.bodyPage(id) }
    for version in termsVersions(of: id) {
      let isIndexed = !version.isDraft
      pages.append(
        PlannedPage(permalink: place(of: version, of: id), isIndexed: isIndexed) { [self] in termsPage(id, version) })
      guard let old = versionBefore(version, of: id) else { continue }
      pages.append(
        PlannedPage(permalink: changes(in: version, of: id), isIndexed: isIndexed) { [self] in
          changesPage(id, version, from: old)
        })
    }
    pages.append(
      PlannedPage(permalink: archive.permalink(of: .body(id)).followUps, isIndexed: isIndexed) { [self] in
        followUpsPage(of: id)
      })
    if hasAttendancePage(id) {
      pages.append(
        PlannedPage(permalink: archive.permalink(of: .body(id)).attendance, isIndexed: isIndexed) { [self] in
          attendancePage(of: id)
        })
    }
    let list = Permalink.meetings(of: archive[id].slug)
    let years: [Int?] = [nil] + meetingRegister(of: id).years.map(\.year)
    return pages
      + years.map { year in
        PlannedPage(permalink: year.map(list.year) ?? list) { [self] in bodyMeetingsPage(id, year: year) }
      }
  }

  /// The page of a record, and a page a year for what points at it when that is much.
  private func planned(_ target: Target, isIndexed: Bool = true, _ make: @escaping @Sendable (Overview) -> SitePage)
    -> [PlannedPage]
  {
    let permalink = archive.permalink(of: target)
    return [PlannedPage(permalink: permalink, isIndexed: isIndexed) { [self] in make(self) }]
      + backlinkRegister(to: target).years.map { year, rows in
        PlannedPage(permalink: permalink.year(year), isIndexed: false) { [self] in
          backlinksPage(to: target, year: year, rows)
        }
      }
  }
}
