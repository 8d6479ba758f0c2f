package import Records

/// What holds on the day, from the archive alone: the state of each agreement, the meetings to come, what is still to be
/// done, how far the principals have come with what was recommended to them, and the matters. What was published before
/// keeps the address that it was `given`.
package func track(
  _ archive: Archive, asOf day: CalendarDate, given: GivenAddresses = GivenAddresses()
) -> Standing {
  var standing = Standing(
    asOf: day,
    agreements: archive.agreements.map { status(of: $0, in: archive, on: day) },
    upcoming: archive.announced.filter { $0.date >= day }.map { withPapers($0, archive) })
  standing.representation = representation(in: archive)
  standing.principalsOfBody = principalsOfBodies(standing.representation, in: archive)
  standing.followUps = followUps(in: archive)
  standing.closingsOfNothing = settle(&standing.followUps, in: archive, on: day)
  standing.yearsOfBody = bodyYears(in: archive)
  standing.workingGroups = workingGroups(in: archive, standing.followUps)
  standing.unkeptRules = unkeptRules(standing.yearsOfBody, standing.workingGroups, in: archive, on: day)
  standing.unpublished = archive.announced.filter { $0.date < day }.reversed()
  (standing.agreementEvents, standing.disagreements) = agreementEvents(in: archive)
  (standing.recommendations, standing.answerFaults) = recommendations(in: archive, on: day)
  standing.matters = matters(in: archive, standing.followUps, given: given)
  settle(&standing.matters, &standing.followUps, standing.recommendations, in: archive)
  return standing
}

/// The body's rule counts working days before the meeting, which itself is none of them.
private func withPapers(_ meeting: AnnouncedMeeting, _ archive: Archive) -> AnnouncedMeeting {
  var meeting = meeting
  let rules = meeting.body.flatMap { archive[$0].terms?.rules } ?? []
  let days = rules.lazy.compactMap { if case .papersDue(let days) = $0.value { days } else { nil } }.first
  meeting.papersDue = days.flatMap { meeting.date.before(workingDays: $0) }
  return meeting
}

private func status(of agreement: AdoptedAgreement, in archive: Archive, on day: CalendarDate)
  -> Standing.AgreementStatus
{
  if agreement.isWithheld { return .withheld }
  if let successor = agreement.replacedBy.map({ archive[$0] }), !successor.isWithheld,
    successor.text.validFrom.map({ $0.value <= day }) ?? true
  {
    return .replaced
  }
  if let from = agreement.text.validFrom?.value, from > day { return .comingIntoForce }
  guard let end = agreement.text.validTo?.value else { return .inForce }
  if end < day { return .ended }
  return end.dayNumber - day.dayNumber <= endsSoonDays ? .endsSoon : .inForce
}

/// Half a year: who must act before an agreement ends needs a round of meetings.
private let endsSoonDays = 183
