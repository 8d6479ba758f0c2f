import Records

/// A synthetic county as a folder of files: `count` minutes of ten meetings a year in 25 bodies, the last in 2025.
/// 10 000 minutes are forty years; 1 000 are the last four of them, and the same bytes. The terms of reference hold for a
/// hundred years: 25 000 minutes at most.
struct County {
  let count: Int

  static let meetingsPerYear = 10
  static let lastYear = 2025

  /// Every file's path below `content/` and its text.
  func forEachFile(_ write: (String, String) -> Void) {
    write("samsyn.yml", settings)
    for (index, body) in Cast.bodies.enumerated() { write("uppdrag/organ-\(index).md", terms(of: body)) }
    for (index, title) in Prose.agreements.enumerated() { write("avtal/avtal-\(index).md", agreement(index, title)) }
    for number in 0..<count {
      let body = number % Cast.bodies.count
      let date = date(of: number / Cast.bodies.count, body)
      let earlier = self.date(of: number / Cast.bodies.count + 1, body)
      write(
        "protokoll/\(date.year)/organ-\(body)-\(date).md", MinutesText.written(body: body, on: date, after: earlier))
    }
  }

  /// The meetings of a body from the last backwards; each body has its own day of the month, and July is free.
  private func date(of meeting: Int, _ body: Int) -> CalendarDate {
    let months = [12, 11, 10, 9, 6, 5, 4, 3, 2, 1]
    let (year, month) = (Self.lastYear - meeting / Self.meetingsPerYear, months[meeting % Self.meetingsPerYear])
    return CalendarDate(year: year, month: month, day: 1 + body)!
  }

  private var settings: String {
    var text = "namn: Samverkan i Granmark\nlän: Granmarks län\nexempel: 2026-01-31\nlicens: CC0-1.0\nhuvudmän:\n"
    for name in Cast.principals {
      let kind = name == Cast.region ? "region" : "kommun"
      text += "  - {namn: \(name), typ: \(kind)}\n"
    }
    return text
  }

  private func terms(of body: Cast.Body) -> String {
    """
    ---
    giltig från: 1925-01-01
    ---

    # Uppdragsbeskrivning för \(body.name)

    \(body.name) ger huvudmännen i Granmarks län en plats att pröva frågor tillsammans.

    ## Arbetsordning

    \(body.short) sammanträder minst tio gånger per år. Handlingarna skickas senast 5 arbetsdagar före mötet.

    ## Protokoll

    Protokollet justeras av ordföranden och en justerare.

    """
  }

  private func agreement(_ index: Int, _ title: String) -> String {
    """
    ---
    id: avtal-\(index)
    titel: \(title)
    giltig från: 2024-01-01
    antaget: 2023-12-0\(index + 1)
    parter: [\(Cast.principals.joined(separator: ", "))]
    ---

    # \(title)

    ## Ansvar

    Huvudmännen delar lika på det arbete som texten ger dem, och säger till i tid när något inte går att hålla.

    """
  }
}
