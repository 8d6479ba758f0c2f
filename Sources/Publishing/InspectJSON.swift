package import Records

extension Document {
  /// What was understood of the document, as `samsyn inspect --json` prints it (contract.md). Unknown is left out.
  package var inspection: String {
    var fields: [String: JSON?] = [:]
    switch content {
    case .minutes(let minutes): fields = minutes.json
    case .termsOfReference(let terms): fields = terms.json
    case .agreement(let agreement): fields = agreement.json
    case .page(let page): fields = ["kind": .text("page"), "title": .text(page.title)]
    case .unrecognised: break
    }
    fields["diagnostics"] = .list(diagnostics.sorted().map(\.json))
    return JSON.object(fields).text
  }
}

extension Minutes {
  fileprivate var json: [String: JSON?] {
    let members = attendance.filter { $0.status == .present && $0.group == .member }
    let absent = attendance.filter { $0.status == .absent }
    let others = attendance.filter { $0.status == .present && $0.group != .member }
    return [
      "kind": .text("minutes"),
      "title": .text(title),
      "body": body?.json { .text($0) },
      "date": date?.json { .text($0.description) },
      "time": time?.json { .text($0) },
      "place": place?.json { .text($0) },
      "reference": reference?.json { .text($0) },
      "chair": chair?.json { .text($0) },
      "secretary": secretary?.json { .text($0) },
      "adjusters": .list(verifiers.map { .text($0.value) }),
      "present": .list(members.map(\.json)),
      "absent": .list(absent.map { .text($0.name) }),
      "absent_detail": .list(absent.map(\.json)),
      "others": .list(others.map { .text($0.name) }),
      "others_detail": .list(others.map(\.json)),
      "agenda": .list(items.map(\.json)),
      "next_meetings": .list(nextMeetings.map { .text($0.date?.description ?? $0.text) }),
      "signatures": .list(signatures.map(\.json)),
      "deadlines": .list(deadlines.map(\.json)),
    ]
  }
}

extension Fact {
  fileprivate func json(_ value: (Value) -> JSON) -> JSON {
    .object(["value": value(self.value), "line": .number(line), "certainty": .text(certainty.rawValue)])
  }
}

extension Attendance {
  fileprivate var json: JSON {
    .object([
      "name": .text(name), "role": role.map { .text($0) }, "organisation": organisation.map { .text($0) },
      "party": party.map { .text($0) }, "also_represents": .list(alsoRepresents.map { .text($0) }),
      "note": note.map { .text($0) }, "line": .number(line),
    ])
  }
}

extension AgendaItem {
  fileprivate var json: JSON {
    .object([
      "number": number.isEmpty ? nil : .text(number), "title": .text(title), "kind": kind.map { .text($0.rawValue) },
      "presenters": .list(presenters.map { .text($0.name) }), "decisions": .list(decisions.map { .text($0.text) }),
      "decisions_detail": .list(decisions.map(\.json)), "deferred_to": deferrals.first?.json,
      "items": .list(subItems.map(\.json)), "line": .number(line),
    ])
  }
}

extension Decision {
  fileprivate var json: JSON {
    .object([
      "text": .text(text), "kind": kind.map { .text($0.rawValue) }, "verb": verb.map { .text($0) },
      "amount": amount.map { .number($0) }, "effective": effective.map { .text($0.description) },
      "not_taking_part": .list(notTakingPart.map { .text($0) }), "line": .number(line),
    ])
  }
}

extension SubItem {
  fileprivate var json: JSON {
    .object([
      "title": .text(title), "presenters": .list(presenters.map { .text($0.name) }),
      "decisions": .list(decisions.map { .text($0.text) }), "deferred_to": deferrals.first?.json, "line": .number(line),
    ])
  }
}

extension Deferral {
  fileprivate var json: JSON { .text(date?.description ?? text) }
}

extension Signature {
  /// Never more than who, as what, and when.
  fileprivate var json: JSON {
    .object(["name": .text(name), "role": role.map { .text($0) }, "date": date.map { .text($0.description) }])
  }
}

extension Deadline {
  fileprivate var json: JSON {
    .object(["item": .text(item), "text": .text(text), "date": .text(due.description), "line": .number(line)])
  }
}

extension TermsOfReference {
  fileprivate var json: [String: JSON?] {
    [
      "kind": .text("assignment"), "title": .text(title), "date": date?.json { .text($0.description) },
      "reference": reference?.json { .text($0) },
      "bodies": .list(bodies.map(\.json)),
    ]
  }
}

extension BodyTerms {
  fileprivate var json: JSON {
    var fields: [String: JSON?] = [
      "name": .text(name), "aliases": .list(aliases.map { .text($0) }), "level": level.map { .text($0.rawValue) },
      "line": .number(line), "quotes": .list(rules.map { .text($0.quote) }),
    ]
    for rule in rules {
      switch rule.value {
      case .meetingsPerYear(let minimum, let maximum):
        fields["meetings_per_year_min"] = minimum.map { .number($0) }
        fields["meetings_per_year_max"] = maximum.map { .number($0) }
      case .papersDue(let days): fields["papers_due_working_days"] = .number(days)
      case .committeePapersDue(let days): fields["au_papers_due_working_days"] = .number(days)
      case .minutesApprovedBy(let roles): fields["minutes_approved_by"] = .list(roles.map { .text($0) })
      case .ordinaryMinutesPublic: fields["ordinary_minutes_public"] = .text(rule.quote)
      case .reviewDue(let date): fields["review_date"] = .text(date.description)
      case .nextYearBooked: fields["next_year_booked"] = .text(rule.quote)
      case .term: fields["term"] = .text(rule.quote)
      case .members: fields["members"] = .text(rule.quote)
      case .reportsTo(let body): fields["reports_to"] = .text(body)
      }
    }
    return .object(fields)
  }
}

extension Agreement {
  fileprivate var json: [String: JSON?] {
    [
      "kind": .text("agreement"),
      "title": .text(title.value),
      "reference": reference?.json { .text($0) },
      "date": date?.json { .text($0.description) },
      "signatures": .list(signatures.map(\.json)),
      "agreement": .object([
        "title": .text(title.value), "parties": .list(parties.map { .text($0.value) }),
        "valid_from": validFrom.map { .text($0.value.description) },
        "valid_to": validTo.map { .text($0.value.description) },
        "adopted_by": adoption?.by.map { .text($0) },
      ]),
    ]
  }
}
