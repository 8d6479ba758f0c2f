internal import Records

/// A number as a bar beside itself: decoration for the eye, as the cell says the number.
enum Bar {
  /// Parts one after another, each of `most` in all; a part that is not filled is an outline.
  static func html(_ parts: [(size: Int, isFilled: Bool)], of most: Int) -> Value {
    guard most > 0, parts.contains(where: { $0.size > 0 }) else { return .html([]) }
    var out: [UInt8] = []
    out += "<svg class=\"bar\" width=\"\(width)\" height=\"10\" viewBox=\"0 0 \(width) 10\" "
    out += "preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    var (before, x) = (0, 0)
    for part in parts where part.size > 0 {
      before += part.size
      let end = before * (width - 2) / most
      let look = part.isFilled ? "" : " class=\"is-open\""
      out += "<rect\(look) x=\"\(x + 1)\" y=\"1\" width=\"\(max(1, end - x))\" height=\"8\"/>"
      x = end
    }
    out += "</svg>"
    return .html(out)
  }

  private static let width = 120
}
