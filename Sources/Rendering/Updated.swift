internal import Records

/// When what is shown was last approved, adopted or corrected: the documents' own dates, and nothing where they have none.
extension Overview {
  /// Minutes are public from their approval; an excerpt from that of its items.
  func updated(_ id: ID<Meeting>) -> CalendarDate? {
    let meeting = archive[id]
    if meeting.isWithheld { return nil }
    let excerpts = meeting.minutes.isExcerpt ? meeting.minutes.items.compactMap(\.immediateApproval?.date) : []
    return newest([meeting.approval?.date].compactMap(\.self) + meeting.minutes.corrections.map(\.date) + excerpts)
  }

  func updated(_ id: ID<AdoptedAgreement>) -> CalendarDate? {
    let agreement = archive[id]
    if agreement.isWithheld { return nil }
    return newest([agreement.text.adoption?.date].compactMap(\.self) + agreement.text.corrections.map(\.date))
  }

  /// What its terms of reference and its minutes make of it.
  func updated(_ id: ID<Body>) -> CalendarDate? {
    newest([archive[id].termsDate].compactMap(\.self) + meetingsOfBody[id.index].compactMap(updated))
  }

  func updated(_ matter: Matter) -> CalendarDate? { newest(matter.handlings.compactMap { updated($0.meeting) }) }

  /// A day that is not here yet is no day when something was changed.
  private func newest(_ dates: [CalendarDate]) -> CalendarDate? { dates.filter { $0 <= standing.asOf }.max() }
}
