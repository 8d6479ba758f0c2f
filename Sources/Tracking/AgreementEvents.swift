internal import Records

/// What published minutes say of each agreement, parallel to the archive's, oldest first; and where the two disagree. A
/// sentence belongs to the version that held on the day of the meeting.
func agreementEvents(in archive: Archive) -> (events: [[AgreementEvent]], disagreements: [AgreementDisagreement]) {
  var events: [[AgreementEvent]] = Array(repeating: [], count: archive.agreements.count)
  var disagreements: [AgreementDisagreement] = []
  let versions = Dictionary(grouping: archive.agreements.indices, by: { archive.agreements[$0].slug })
  for (place, slugs) in itemsWithAgreements(in: archive) {
    guard let date = archive[place.meeting].date else { continue }
    let item = archive[place.meeting].minutes.items[place.index]
    for slug in slugs {
      // Newest first, as the archive has them.
      let own = versions[slug] ?? []
      let titles = Set(own.flatMap { archive.agreements[$0].text.names.map { $0.lowercased() } })
      let isOnly = slugs.count == 1
      func certainty(_ text: String) -> Certainty? {
        let key = text.lowercased()
        if titles.contains(where: key.contains) { return .stated }
        return isOnly && nouns.contains(where: key.contains) ? .inferred : nil
      }
      let index = own.first { archive.agreements[$0].start.map { $0 <= date } ?? false } ?? own.last ?? 0
      let agreement = archive.agreements[index]
      if agreement.isWithheld { continue }
      for (number, decision) in item.decisions.enumerated() {
        guard let certainty = certainty(decision.text) else { continue }
        if certainty == .stated, adopts(decision), isUnknownVersion(date, own, archive) {
          disagreements.append(.init(.unknownVersion, of: ID(own[0]), in: place.meeting, line: decision.line))
        }
        guard let kind = kind(of: decision) else { continue }
        events[index].append(
          AgreementEvent(
            kind, at: .decision(place.meeting, index: place.index, decision: number), on: date, line: decision.line,
            text: decision.text, certainty: certainty))
        if kind == .notProlonged, agreement.text.isUntilFurtherNotice {
          disagreements.append(.init(.endsWithoutDay, of: ID(index), in: place.meeting, line: decision.line))
        }
        if kind == .prolonged, let end = agreement.text.validTo?.value, let year = lastYear(in: decision.text),
          year > end.year, agreement.replacedBy == nil
        {
          disagreements.append(
            .init(.prolongedPast(year: year), of: ID(index), in: place.meeting, line: decision.line))
        }
      }
      if let last = events[index].last?.at.item, last == place { continue }
      guard contains(item.blocks.plainText, revisionStems) else { continue }
      if let told = passages(of: item.blocks).first(where: { isToBeRevised($0.text) && certainty($0.text) != nil }) {
        events[index].append(
          AgreementEvent(
            .revision, at: .item(place.meeting, index: place.index), on: date, line: told.line, text: told.text,
            certainty: .inferred))
      }
    }
  }
  return (events, disagreements)
}

private struct ItemPlace: Hashable {
  var meeting: ID<Meeting>
  var index: Int
}

/// The items that name agreements, in the order of the meetings' days, with the slugs of those.
private func itemsWithAgreements(in archive: Archive) -> [(place: (meeting: ID<Meeting>, index: Int), slugs: [String])]
{
  var slugs: [ItemPlace: Set<String>] = [:]
  for (index, agreement) in archive.agreements.enumerated() {
    for link in archive.backlinks[.agreement(ID(index))] ?? [] {
      guard case .item(let meeting, let place) = link.from,
        archive[meeting].minutes.items[place].secrecy == nil
      else { continue }
      slugs[ItemPlace(meeting: meeting, index: place), default: []].insert(agreement.slug)
    }
  }
  let days = archive.meetings.map { $0.date?.dayNumber ?? 0 }
  return slugs.sorted { a, b in
    (days[a.key.meeting.index], a.key.meeting.index, a.key.index)
      < (days[b.key.meeting.index], b.key.meeting.index, b.key.index)
  }.map { ((meeting: $0.key.meeting, index: $0.key.index), $0.value.sorted()) }
}

extension AdoptedAgreement {
  /// From when this version is the one that is spoken of.
  fileprivate var start: CalendarDate? { text.validFrom?.value ?? text.adoption?.date }
}

/// What a sentence calls an agreement that its item has named.
private let nouns = ["avtal", "överenskommelse", "riktlinje", "rutin", "strategi"]

private func adopts(_ decision: Decision) -> Bool {
  [.approves, .establishes, .adopts].contains(decision.kind) && !isProposal(decision.text)
}

private func isProposal(_ text: String) -> Bool {
  let key = text.lowercased()
  return ["förslå", "föresl", "rekommend", "bered", "förslag", "uppdra", "utred"].contains(where: key.contains)
}

/// No version has an adoption on or after the day, though some version tells of its adoption: the text of a later one is
/// not here.
private func isUnknownVersion(_ date: CalendarDate, _ versions: [Int], _ archive: Archive) -> Bool {
  let adopted = versions.compactMap { archive.agreements[$0].text.adoption?.date }
  return !adopted.isEmpty && adopted.allSatisfy { $0 < date }
}

private func kind(of decision: Decision) -> AgreementEvent.Kind? {
  if decision.kind == .endsAgreement { return .notProlonged }
  let key = decision.text.lowercased()
  if key.contains("förläng"), !isProposal(key), !key.contains(" inte ") { return .prolonged }
  return isRevision(key) ? .revision : nil
}

private let revisions = [
  "revider", "ses över", "se över", "översyn", "omarbeta", "omförhandl", "ny version",
]

/// The same without the first letters, which may be capitals, and over the ends of lines.
private let revisionStems = StemSet(
  revisions.flatMap { [String($0.dropFirst()), String($0.dropFirst().replacing(" ", with: "\n"))] })

private func isRevision(_ key: String) -> Bool {
  revisions.contains(where: key.contains)
    && !["reviderad", "reviderats", "reviderades", "omarbetad", "omarbetats", "har setts över"].contains(
      where: key.contains)
}

/// It will be, or is being, revised.
private func isToBeRevised(_ sentence: String) -> Bool {
  let key = sentence.lowercased()
  return isRevision(key)
    && ["kommer att", " ska ", "skall", "pågår", "påbörja", "arbetar med", "revideras", "behöver"].contains(
      where: key.contains)
}

private func lastYear(in text: String) -> Int? {
  text.split { !$0.isNumber }.compactMap { $0.utf8.count == 4 ? Int($0) : nil }
    .last { (1990...2100).contains($0) }
}
