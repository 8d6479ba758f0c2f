internal import Records

/// The names that `personer.yml` says are not to be shown, and what stands in their place. The words are written here
/// and not with the other labels because the name itself goes no further. Running text is the document's own, a public
/// record, and is left as it is.
struct ConcealedNames {
  private let identities: Identities
  private let archive: Archive
  private let keys: Set<String>

  init(_ names: NameRegister, _ identities: Identities, _ archive: Archive) {
    self.identities = identities
    self.archive = archive
    keys = Set(
      names.indices.filter { names[$0].display != .name }.flatMap { names[$0].spellings.map(nameKey) })
  }

  /// Names in facts about the meeting are replaced: of attendance, chair, secretary, verifiers, presenters, approval and corrections.
  func takeOut(of meeting: inout Meeting) {
    guard !keys.isEmpty else { return }
    let attendance = meeting.minutes.attendance
    let rows = attendance.indices.map { index in
      words(for: attendance[index].name, meeting.principals[index], attendance[index])
    }
    /// One who was there is the one of the list; of another it is enough that the name may be the concealed one.
    func replaced(_ name: String) -> String {
      let key = nameKey(name)
      guard keys.contains(key) else { return name }
      if let row = attendance.firstIndex(where: { nameKey($0.name) == key }) { return rows[row] ?? name }
      return words(for: name, nil, nil) ?? name
    }
    for (index, words) in rows.enumerated() {
      let row = withoutMentions(attendance[index])
      meeting.minutes.attendance[index] = words.map { called($0, row, meeting.principals[index]) } ?? row
    }
    meeting.minutes.chair = meeting.minutes.chair?.map(replaced)
    meeting.minutes.secretary = meeting.minutes.secretary?.map(replaced)
    meeting.minutes.verifiers = meeting.minutes.verifiers.map { $0.map(replaced) }
    for index in meeting.minutes.signatures.indices {
      meeting.minutes.signatures[index].name = replaced(meeting.minutes.signatures[index].name)
    }
    if let stated = meeting.minutes.statedApproval {
      meeting.minutes.statedApproval?.verifiers = stated.verifiers.map(replaced)
    }
    if let approval = meeting.approval {
      meeting.approval?.approvers = approval.approvers.map {
        Approval.Approver(name: replaced($0.name), role: $0.role)
      }
    }
    for index in meeting.minutes.corrections.indices {
      meeting.minutes.corrections[index].by = replaced(meeting.minutes.corrections[index].by)
    }
    for item in meeting.minutes.items.indices {
      takeOut(of: &meeting.minutes.items[item].presenters, replaced)
      if let immediate = meeting.minutes.items[item].immediateApproval {
        meeting.minutes.items[item].immediateApproval?.verifiers = immediate.verifiers.map(replaced)
      }
      for part in meeting.minutes.items[item].subItems.indices {
        takeOut(of: &meeting.minutes.items[item].subItems[part].presenters, replaced)
      }
    }
  }

  /// What is said of a presenter says who it is.
  private func takeOut(of presenters: inout [Presenter], _ replaced: (String) -> String) {
    for index in presenters.indices {
      let words = replaced(presenters[index].name)
      if words != presenters[index].name {
        presenters[index].detail = nil
        presenters[index].name = words
      } else if presenters[index].detail.map(names) ?? false {
        presenters[index].detail = nil
      }
    }
  }

  /// What stands for the name; nil for a name that is shown.
  private func words(for name: String, _ principal: ID<Principal>?, _ attendance: Attendance?) -> String? {
    let key = nameKey(name)
    guard keys.contains(key) else { return nil }
    let meant = identities.identity(named: key, for: principal).map { [$0] } ?? Array(identities.bearers(of: key))
    // Before a person is known by the name, the register still is.
    let entries = meant.isEmpty ? identities.names.entries(claiming: key) : meant.compactMap(identities.entry)
    let displays = Set(entries.map { identities.names[$0].display })
    if displays.contains(.nothing) { return wordsForNothing }
    guard displays.contains(.role) else { return nil }
    return wordsForRole(attendance?.role, principal.map { archive[$0].name } ?? attendance?.organisation)
  }

  private func called(_ words: String, _ row: Attendance, _ principal: ID<Principal>?) -> Attendance {
    var row = row
    row.name = words
    row.party = nil
    guard words == wordsForNothing else { return row }
    row.role = nil
    row.note = nil
    if principal == nil { row.organisation = nil }
    return row
  }

  /// "ersätter Ada Ek" says the name, too.
  private func withoutMentions(_ row: Attendance) -> Attendance {
    var row = row
    if row.note.map(names) ?? false { row.note = nil }
    if row.role.map(names) ?? false { row.role = nil }
    return row
  }

  private func names(_ text: String) -> Bool {
    let key = nameKey(text)
    return keys.contains { key.contains($0) }
  }
}

/// For one of whom nothing but the principal is to be shown.
let wordsForNothing = "Namn visas inte"

/// "Socialchef, Gran kommun", "Företrädare för Gran kommun", "Deltagare".
func wordsForRole(_ role: String?, _ organisation: String?) -> String {
  guard let role, let first = role.first else { return organisation.map { "Företrädare för \($0)" } ?? "Deltagare" }
  return ["\(first.uppercased())\(role.dropFirst())", organisation].compactMap(\.self).joined(separator: ", ")
}
