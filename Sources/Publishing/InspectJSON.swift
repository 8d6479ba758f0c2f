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
      "adjusters": .list(verifiers.map { $0.json { .text($0) } }),
      "present": .list(members.map(\.json)),
      "absent": .list(absent.map(\.nameJSON)),
      "absent_detail": .list(absent.map(\.json)),
      "others": .list(others.map(\.nameJSON)),
      "others_detail": .list(others.map(\.json)),
      "agenda": .list(items.map(\.json)),
      "next_meetings": .list(
        nextMeetings.map { fact(.text($0.date?.description ?? $0.text), line: $0.line, $0.certainty) }),
      "signatures": .list(signatures.map(\.json)),
      "deadlines": .list(deadlines.map(\.json)),
    ]
  }
}

/// A value with where it stands and how sure it is.
private func fact(_ value: JSON, line: Int, _ certainty: Certainty) -> JSON {
  .object(["value": value, "line": .number(line), "certainty": .text(certainty.rawValue)])
}

extension Fact {
  fileprivate func json(_ value: (Value) -> JSON) -> JSON { fact(value(self.value), line: line, certainty) }
}

extension Attendance {
  fileprivate var nameJSON: JSON { fact(.text(name), line: line, certainty) }

  fileprivate var json: JSON {
    .object([
      "name": .text(name), "role": role.map { .text($0) }, "organisation": organisation.map { .text($0) },
      "party": party.map { .text($0) }, "also_represents": .list(alsoRepresents.map { .text($0) }),
      "note": note.map { .text($0) }, "line": .number(line), "certainty": .text(certainty.rawValue),
    ])
  }
}

extension AgendaItem {
  fileprivate var json: JSON {
    .object([
      "number": number.isEmpty ? nil : .text(number),
      "title": fact(.text(title), line: titleStatedAt ?? line, titleStatedAt == nil ? .labelled : .stated),
      "kind": kind?.json { .text($0.rawValue) }, "presenters": .list(presenters.map(\.json)),
      "decisions": .list(decisions.map(\.json)), "decisions_detail": .list(decisions.map(\.detail)),
      "deferred_to": deferrals.first?.json, "attachments": .list(attachments.map { $0.json { .text($0) } }),
      "items": .list(subItems.map(\.json)), "line": .number(line),
      "certainty": .text(Certainty.labelled.rawValue),
    ])
  }
}

extension Decision {
  fileprivate var detail: JSON {
    .object([
      "text": .text(text), "kind": kind.map { .text($0.rawValue) }, "verb": verb.map { .text($0) },
      "amount": amount.map { .number($0) }, "effective": effective.map { .text($0.description) },
      "not_taking_part": .list(notTakingPart.map { .text($0) }), "line": .number(statedAt ?? line),
      "certainty": .text(certainty.rawValue),
    ])
  }
}

extension SubItem {
  fileprivate var json: JSON {
    .object([
      "title": .text(title), "presenters": .list(presenters.map(\.json)), "decisions": .list(decisions.map(\.json)),
      "deferred_to": deferrals.first?.json, "line": .number(line), "certainty": .text(Certainty.labelled.rawValue),
    ])
  }
}

extension Presenter {
  fileprivate var json: JSON { fact(.text(name), line: line, certainty) }
}

extension Decision {
  fileprivate var json: JSON { fact(.text(text), line: statedAt ?? line, certainty) }
}

extension Deferral {
  fileprivate var json: JSON { fact(.text(date?.description ?? text), line: line, certainty) }
}

extension Signature {
  /// Never more than who, as what, and when.
  fileprivate var json: JSON {
    .object([
      "name": .text(name), "role": role.map { .text($0) }, "date": date.map { .text($0.description) },
      "line": .number(line), "certainty": .text(certainty.rawValue),
    ])
  }
}

extension Deadline {
  fileprivate var json: JSON {
    .object([
      "item": .text(item), "text": .text(text), "date": .text(due.description), "line": .number(line),
      "certainty": .text(certainty.rawValue),
    ])
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
      "name": .text(name), "aliases": .list(aliases.map { .text($0) }), "level": level?.json { .text($0.rawValue) },
      "line": .number(line), "certainty": .text(certainty.rawValue),
      "members": .list(rules.filter { $0.value == .members }.map { $0.json(.text($0.quote)) }),
      "quotes": .list(rules.map { $0.json(.text($0.quote)) }),
    ]
    for rule in rules {
      switch rule.value {
      case .meetingsPerYear(let minimum, let maximum):
        fields["meetings_per_year_min"] = minimum.map { rule.json(.number($0)) }
        fields["meetings_per_year_max"] = maximum.map { rule.json(.number($0)) }
      case .papersDue(let days): fields["papers_due_working_days"] = rule.json(.number(days))
      case .committeePapersDue(let days): fields["au_papers_due_working_days"] = rule.json(.number(days))
      case .minutesApprovedBy(let roles):
        fields["minutes_approved_by"] = rule.json(.array(roles.map { .text($0) }))
      case .ordinaryMinutesPublic: fields["ordinary_minutes_public"] = rule.json(.text(rule.quote))
      case .reviewDue(let date): fields["review_date"] = rule.json(.text(date.description))
      case .minutesKept(let months): fields["minutes_kept_months"] = rule.json(.number(months))
      case .nextYearBooked: fields["next_year_booked"] = rule.json(.text(rule.quote))
      case .term: fields["term"] = rule.json(.text(rule.quote))
      case .chair: fields["chair"] = rule.json(.text(rule.quote))
      case .mandate: fields["mandate"] = fields["mandate"] ?? rule.json(.text(rule.quote))
      case .workingGroups: fields["working_groups"] = rule.json(.text(rule.quote))
      case .members: break
      case .reportsTo(let body): fields["reports_to"] = rule.json(.text(body))
      }
    }
    return .object(fields)
  }
}

extension Rule {
  fileprivate func json(_ value: JSON) -> JSON { fact(value, line: line, certainty) }
}

extension Agreement {
  private func clause(_ kind: AgreementClause.Kind) -> JSON? {
    clauses.first { $0.kind == kind }.map { fact(.text($0.value ?? $0.quote), line: $0.line, .inferred) }
  }

  fileprivate var json: [String: JSON?] {
    [
      "kind": .text("agreement"),
      "title": .text(title.value),
      "reference": reference?.json { .text($0) },
      "date": date?.json { .text($0.description) },
      "signatures": .list(signatures.map(\.json)),
      "agreement": .object([
        "title": title.json { .text($0) }, "parties": .list(parties.map { $0.json { .text($0) } }),
        "valid_from": validFrom?.json { .text($0.description) }, "valid_to": validTo?.json { .text($0.description) },
        "adopted_by": adoption.flatMap { adoption in
          adoption.by.map { fact(.text($0), line: adoption.line, .stated) }
        } ?? clause(.adoptedBy), "notice": clause(.notice), "prolongation": clause(.prolongation),
        "review": clause(.review), "legal_ground": clause(.legalGround), "replaces": clause(.replaces),
      ]),
    ]
  }
}
