internal import Records

/// The way of a matter as a picture: a lane for each level, one for the principals, and a numbered point for each handling, as
/// the list of the page numbers them. Time goes to the right; long gaps are cut short.
struct MatterPicture {
  /// In pixels.
  private static let (left, lane, gap, top) = (190, 56, 84...150, 0)

  let view: View

  /// Nil where there is no way to show.
  init?(of matter: Matter, in archive: Archive) {
    guard matter.handlings.count > 1 else { return nil }
    let levels = matter.handlings.map { archive.bodies[archive.meetings[$0.meeting.index].body.index].level }
    let used = ([.political, .official, .preparatory, .council, .function] as [BodyLevel]).filter {
      levels.contains($0)
    }
    var lanes = used.map(\.label)
    if levels.contains(nil) { lanes.append(used.isEmpty ? "Möten" : "Utan angiven nivå") }
    let isOut = matter.handlings.map { handling in
      handling.moves.contains { $0.kind == .recommended || $0.kind == .decidedByPrincipal }
    }
    let principals = lanes.count
    if isOut.contains(true) { lanes.append("Huvudmännen") }
    func y(_ lane: Int) -> Int { Self.top + lane * Self.lane + 34 }

    var x = Self.left
    var day: Int?
    var points: [View] = []
    var days: [View] = []
    var steps: [View] = []
    var branches: [View] = []
    var before: (x: Int, y: Int)?
    for (place, handling) in matter.handlings.enumerated() {
      let date = archive.meetings[handling.meeting.index].date
      if let day, let date {
        x +=
          date.dayNumber == day
          ? Self.gap.lowerBound / 2 : min(max((date.dayNumber - day) / 2, Self.gap.lowerBound), Self.gap.upperBound)
      } else if place > 0 {
        x += Self.gap.lowerBound
      }
      let lane = levels[place].flatMap(used.firstIndex) ?? used.count
      let own = (x: x, y: y(lane))
      points.append(
        View([
          "x": .number(own.x), "y": .number(own.y), "textY": .number(own.y + 5), "number": .number(place + 1),
          "isPassage": .flag(handling.isPassage),
        ]))
      if date.map({ $0.dayNumber != day }) ?? true {
        days.append(View(["x": .number(own.x), "text": .text(date?.description ?? undated)]))
      }
      if let before {
        steps.append(
          View(["x1": .number(before.x), "y1": .number(before.y), "x2": .number(own.x), "y2": .number(own.y)]))
      }
      if isOut[place] {
        branches.append(
          View(["x": .number(own.x), "y1": .number(own.y), "y2": .number(y(principals))]))
      }
      (before, day) = (own, date?.dayNumber ?? day)
    }
    let width = max(x + 70, 300)
    let height = y(lanes.count - 1) + 54
    view = View([
      "width": .number(width), "height": .number(height), "dayY": .number(height - 10),
      "lanes": .list(
        lanes.enumerated().map { index, label in
          View([
            "label": .text(label), "y": .number(y(index)), "labelY": .number(y(index) + 5),
            "start": .number(Self.left - 20), "end": .number(width),
          ])
        }), "points": .list(points), "days": .list(days), "steps": .list(steps), "branches": .list(branches),
      "levels": .text(listed(lanes)),
    ])
  }
}
