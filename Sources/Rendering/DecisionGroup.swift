internal import Records

/// What decisions are told apart by in the register: the verb of the clause says it, and nothing else does.
enum DecisionGroup: CaseIterable {
  case adopts, recommends, assigns, defers, notes, other
  /// What a meeting gets under way by: the agenda, who verifies, the minutes before.
  case formality

  init(of decision: Decision, in item: AgendaItem) {
    if item.isFormality {
      self = .formality
      return
    }
    self =
      switch decision.kind {
      case .approves, .establishes, .adopts, .endorses, .grants, .awards: .adopts
      case .recommends: .recommends
      case .assigns, .appoints, .delegates: .assigns
      case .defers, .refers: .defers
      case .notes, .files: .notes
      case .rejects, .endsAgreement, .standingItem, nil: .other
      }
  }

  var label: String {
    switch self {
    case .adopts: "Godkänner eller antar"
    case .recommends: "Rekommenderar"
    case .assigns: "Ger uppdrag eller utser"
    case .defers: "Skjuter upp eller sänder tillbaka"
    case .notes: "Tar del av"
    case .other: "Annat"
    case .formality: "Mötets egna former"
    }
  }
}
