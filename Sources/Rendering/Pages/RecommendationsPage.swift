internal import Records

extension Overview {
  /// The matrix: every recommendation and remiss with what each principal has answered; those that wait for answers first.
  func recommendationsPage() -> SitePage {
    let permalink = Permalink.recommendations
    return SitePage(
      permalink: permalink, template: .recommendations, title: "Rekommendationer och remisser",
      description: "Vad huvudmännen har fått att besluta om eller yttra sig över, och vad var och en har svarat.",
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let principals = archive.principals.indices.map { ID<Principal>($0) }
        let groups = [false, true].compactMap { isComplete -> View? in
          let own = orderedRecommendations.filter { (standing.recommendations[$0].status == .complete) == isComplete }
          guard !own.isEmpty else { return nil }
          return View([
            "id": .text(isComplete ? "alla" : "vantar"),
            "label": .text(isComplete ? "Alla har svarat" : "Väntar på svar"), "count": .number(own.count),
            "caption": .text(isComplete ? "De senaste först" : "Den som har kortast tid kvar först"),
            "heads": .list(
              principals.map { View(["href": here.href(.principal($0)), "name": .text(archive[$0].name)]) }),
            "rows": .list(own.prefix(YearlyRegister<Int>.limit).map { here.matrixRow($0, principals) }),
            "left": .text(own.count > YearlyRegister<Int>.limit ? String(own.count - YearlyRegister<Int>.limit) : ""),
          ])
        }
        return ["groups": .list(groups), "dataHref": here.href(Permalink("/\(Self.path(of: .recommendations))"))]
      },
      twin: { [self] twin in
        var twin = twin
        twin.recommendations =
          orderedRecommendations.prefix(YearlyRegister<Int>.limit).map { record(standing.recommendations[$0]) }.nonEmpty
        return twin
      })
  }

  /// One recommendation or remiss: what was sent to whom, and each answer with its source.
  func recommendationPage(_ index: Int) -> SitePage {
    let row = standing.recommendations[index]
    let meeting = archive[row.meeting]
    let item = meeting.minutes.items[row.item]
    let permalink = archive.permalink(of: row)
    let place = [meeting.date?.inWords, item.sign].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    return SitePage(
      permalink: permalink, template: .recommendation, title: "\(row.kind.label): \(row.title) (\(place))",
      description: "\(row.kind.label) från \(archive[meeting.body].name), \(place): vad huvudmännen har svarat.",
      trail: [SitePage.Crumb(label: "Rekommendationer", permalink: .recommendations)],
      isIndexed: !meeting.isWithheld, notice: meeting.isWithheld ? .notApproved : nil,
      fields: { [self] in
        let here = Here(overview: self, permalink: permalink)
        let fields: [String: Value] = [
          "heading": .text(row.title), "kind": .text(row.kind.label), "status": .text(status(of: row)),
          "statusClass": .text(row.status.cssClass),
          "body": .text(archive[meeting.body].name), "bodyHref": here.href(.body(meeting.body)),
          "itemHref": here.href(row.agendaItem), "itemHeading": .text(item.heading),
          "due": .list(row.due.map { [here.date($0.date)] } ?? []), "dueText": .text(row.due?.text.map(withoutComma)),
          "isOverdue": .flag(row.status == .overdue), "asked": .text(asked(row)),
          "isToldOf": .flag(row.isToldOf), "text": .text(row.text),
          "clauses": .list(
            row.decisions.map { decision in
              View([
                "href": here.href(.decision(row.meeting, index: row.item, decision: decision)),
                "text": .text(item.decisions[decision].text),
              ])
            }),
          "principals": .rows(row.principals.map { here.responseRow(of: $0, to: row) }),
          "reports": .rows(row.reports.map(here.reportRow)),
          "dataHref": here.href(Permalink("/\(Self.path(of: .recommendations))")), "source": .text(meeting.source),
          "line": .number(row.line),
        ]
        return fields.merging(here.day(of: meeting)) { own, _ in own }
      },
      twin: { [self] twin in
        var twin = twin
        twin.recommendations = [record(row)]
        return twin
      })
  }

  /// "13 av 16 har beslutat"
  func status(of row: Recommendation) -> String {
    row.recipients.isEmpty
      ? counted(row.answered, "känt svar", "kända svar")
      : "\(row.recipients.count { row.responses[$0]?.isDecided ?? false }) av \(row.recipients.count) \(row.kind.verb)"
  }

  private func asked(_ row: Recommendation) -> String {
    if row.recipients.isEmpty { return "framgår inte av texten" }
    if row.recipients.count == archive.principals.count { return "alla \(row.recipients.count) huvudmän" }
    let municipalities = archive.principals.indices.filter { archive.principals[$0].kind == .municipality }
    if row.recipients.map(\.index) == municipalities { return "alla \(municipalities.count) kommuner" }
    return listed(row.recipients.map { archive[$0].name })
  }

  /// What a principal was asked and has not answered as far as is known, the shortest time left first; and what it has
  /// answered, the newest first.
  func recommendations(for principal: ID<Principal>) -> (waiting: [Int], answered: [Int]) {
    let own = recommendationsOfPrincipal[principal.index]
    func isAnswered(_ index: Int) -> Bool { standing.recommendations[index].responses[principal]?.isDecided ?? false }
    return (own.filter { !isAnswered($0) }, own.filter(isAnswered))
  }

  /// In the order of the matrix: by the last day, those without one last; those that all have answered by the newest meeting.
  static func ordered(_ rows: [Recommendation], _ archive: Archive) -> [Int] {
    func order(_ row: Recommendation) -> (Int, Int) {
      let held = -(archive[row.meeting].date?.dayNumber ?? 0)
      return row.status == .complete ? (Int.max, held) : (row.due?.date.dayNumber ?? Int.max - 1, held)
    }
    return rows.indices.map { (order(rows[$0]), $0) }.sorted { ($0.0.0, $0.0.1, $0.1) < ($1.0.0, $1.0.1, $1.1) }.map(
      \.1)
  }
}

extension Here {
  /// A row of the matrix: a cell for each principal.
  func matrixRow(_ index: Int, _ principals: [ID<Principal>]) -> View {
    let row = standing.recommendations[index]
    let asked = Set(row.principals)
    let fields: [String: Value] = [
      "cells": .list(
        principals.map { principal in
          guard asked.contains(principal) else {
            return View(["word": .text(""), "cssClass": .text("none"), "name": .text(archive[principal].name)])
          }
          let state = ResponseState(of: principal, to: row, on: standing.asOf)
          return View([
            "word": .text(state.word), "cssClass": .text(state.cssClass), "name": .text(archive[principal].name),
          ])
        })
    ]
    return View(fields.merging(recommendationFields(row)) { own, _ in own })
  }

  private func recommendationFields(_ row: Recommendation) -> [String: Value] {
    let meeting = archive[row.meeting]
    let fields: [String: Value] = [
      "href": href(archive.permalink(of: row)), "title": .text(row.title), "kind": .text(row.kind.label),
      "status": .text(overview.status(of: row)), "statusClass": .text(row.status.cssClass),
      "due": .list(row.due.map { [date($0.date)] } ?? []), "isOverdue": .flag(row.status == .overdue),
      "isToldOf": .flag(row.isToldOf), "isWithheld": .flag(meeting.isWithheld),
      "body": .text(archive[meeting.body].name), "itemHref": href(row.agendaItem),
      "sign": .text(meeting.minutes.items[row.item].sign.isEmpty ? row.title : meeting.minutes.items[row.item].sign),
    ]
    return fields.merging(day(of: meeting)) { own, _ in own }
  }

  /// What a principal has answered, and what says so.
  func responseRow(of principal: ID<Principal>, to row: Recommendation) -> View {
    let state = ResponseState(of: principal, to: row, on: standing.asOf)
    return View(
      ["href": href(.principal(principal)), "name": .text(archive[principal].name)]
        .merging(fields(of: state, row.responses[principal])) { own, _ in own })
  }

  private func fields(of state: ResponseState, _ response: PrincipalResponse?) -> [String: Value] {
    var told: View?
    var isStated = false
    switch response?.evidence {
    case .told(let target, _, let text): told = View(source(target, text))
    case .stated: isStated = true
    case nil: break
    }
    return [
      "answer": .text(state.label), "answerClass": .text(state.cssClass),
      "decided": .list(response?.date.map { [date($0)] } ?? []), "instance": .text(response?.instance),
      "link": .text(response?.link), "note": .text(response?.note), "told": .part(told),
      "isStated": .flag(isStated),
    ]
  }

  private func source(_ target: Target, _ text: String) -> [String: Value] {
    guard let place = target.item else { return [:] }
    let meeting = archive[place.meeting]
    let item = meeting.minutes.items[place.index]
    let fields: [String: Value] = [
      "href": href(target), "sign": .text(item.sign.isEmpty ? item.title : item.sign),
      "body": .text(archive[meeting.body].name), "text": .text(text),
    ]
    return fields.merging(day(of: meeting)) { own, _ in own }
  }

  func reportRow(_ report: Recommendation.Report) -> View {
    View(source(report.at, report.text).merging(["line": .number(report.line)]) { own, _ in own })
  }

  /// A recommendation on the page of a principal.
  func recommendationRow(_ index: Int, for principal: ID<Principal>) -> View {
    let row = standing.recommendations[index]
    let state = ResponseState(of: principal, to: row, on: standing.asOf)
    return View(
      recommendationFields(row).merging(fields(of: state, row.responses[principal])) { own, _ in own })
  }
}

/// How a principal stands to a recommendation on a day, as the pages call it.
private enum ResponseState {
  case answered(PrincipalResponse.Answer?)
  /// A source says that it has not decided.
  case undecided(isLate: Bool)
  case unknown(isLate: Bool)

  init(of principal: ID<Principal>, to row: Recommendation, on day: CalendarDate) {
    let isLate = row.due.map { $0.date < day } ?? false
    switch row.responses[principal] {
    case let response? where response.isDecided: self = .answered(response.answer)
    case .some: self = .undecided(isLate: isLate)
    case nil: self = .unknown(isLate: isLate)
    }
  }

  var label: String {
    switch self {
    case .answered(.yes): "Ja"
    case .answered(.partly): "Delvis"
    case .answered(.no): "Nej"
    case .answered(.reserved): "Reservation"
    case .answered(nil): "Har beslutat"
    case .undecided(let isLate): isLate ? "Inte beslutat, försenad" : "Inte beslutat"
    case .unknown(let isLate): isLate ? "Inget känt svar, dagen har passerat" : "Inget känt svar"
    }
  }

  /// For a narrow cell.
  var word: String {
    switch self {
    case .answered(.yes): "ja"
    case .answered(.partly): "delvis"
    case .answered(.no): "nej"
    case .answered(.reserved): "reserv."
    case .answered(nil): "beslut"
    case .undecided(let isLate), .unknown(let isLate): isLate ? "saknas" : "väntar"
    }
  }

  /// For the cell's look; the word says the same.
  var cssClass: String {
    switch self {
    case .answered(.yes), .answered(nil): "is-good"
    case .answered: "is-mixed"
    case .undecided(let isLate), .unknown(let isLate): isLate ? "is-soon" : "is-past"
    }
  }
}
