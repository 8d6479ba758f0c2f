import Records

/// The bodies, principals and people of the synthetic county. Nothing of it exists.
enum Cast {
  static let region = "Region Granmark"
  static let municipalities = [
    "Alviks", "Bergåsa", "Dalsele", "Ekträsks", "Fjällnora", "Grundsele", "Hedåkers", "Isnäs", "Kallmora", "Lövåsens",
    "Mosjö", "Nordavans", "Rönnträsks", "Skarpsele", "Tallåsens",
  ].map { "\($0) kommun" }
  static let principals = [region] + municipalities

  struct Body {
    var name: String
    /// How its own minutes call it.
    var short: String
    var style: Style
    var seats: Int
  }

  /// How a body writes its minutes; each as some minutes of content/ are written.
  enum Style: CaseIterable { case parallelBlocks, frontMatter, notes, plain, tables }

  static let bodies: [Body] = {
    let names = [
      ("Länsgrupp vård och omsorg", "Länsgruppen"), ("Samråd hälsa och omsorg", "Samrådet"),
      ("Beredning unga", "Beredningen"), ("Beredning vuxna", "Beredningen"), ("Beredning äldre", "Beredningen"),
      ("Samverkansråd läkemedel", "Rådet"), ("Samverkansråd hjälpmedel", "Rådet"),
      ("Samverkansråd digital vård", "Rådet"), ("Samverkansråd kompetens", "Rådet"), ("Länsråd psykisk hälsa", "Rådet"),
    ]
    let local = municipalities.map { ("Lokalt samråd \($0.split(separator: " ")[0])", "Samrådet") }
    return (names + local).enumerated().map { index, name in
      let style = Style.allCases[index % Style.allCases.count]
      return Body(name: name.0, short: name.1, style: style, seats: index < names.count ? 18 : 9)
    }
  }()

  struct Person {
    var name: String
    var principal: String
    var title: String
    var party: String
  }

  /// Who sits on a seat in a year: for five to nine years, and sometimes again, or in another body, later.
  static func person(body: Int, seat: Int, year: Int) -> Person {
    var random = Seeded(1, body, seat)
    let place = seat == 0 ? 0 : random.below(principals.count)
    let term = (year + random.below(9)) / random.number(5...9)
    var own = Seeded(2, place, Seeded.below(90, body, seat, term))
    return Person(
      name: "\(own.pick(firstNames)) \(own.pick(lastBeginnings))\(own.pick(lastEndings))", principal: principals[place],
      title: own.pick(titles), party: own.pick(["s", "m", "c", "v", "l", "kd", "mp"]))
  }

  private static let firstNames = [
    "Alva", "Berit", "Cajsa", "Dagny", "Ebba", "Folke", "Gerd", "Hilda", "Iris", "Jerker", "Kajsa", "Lage", "Märta",
    "Nanna", "Ottilia", "Pelle", "Ragna", "Sigge", "Tyra", "Ulla-Karin", "Vera", "Yngve", "Åke", "Ärla", "Östen",
    "Anna-Greta", "Bo-Erik", "Carl-Johan", "Doris", "Edit", "Frans", "Gösta", "Holger", "Inez", "Jörn", "Klara",
  ]
  private static let lastBeginnings = [
    "Björk", "Dal", "Ek", "Fors", "Gran", "Hed", "Is", "Klint", "Lind", "Mo", "Norr", "Ros", "Sjö", "Tall", "Vik", "Ås",
    "Älv", "Ör", "Sund", "Lejon",
  ]
  private static let lastEndings = [
    "backa", "dahl", "fjärd", "gård", "holm", "kvist", "lund", "myhr", "näset", "ström", "vall", "åker",
  ]
  private static let titles = [
    "enhetschef", "socialchef", "verksamhetschef", "utvecklingsledare", "MAS", "överläkare", "planeringsstrateg",
    "avdelningschef", "skolsköterska", "förvaltningschef",
  ]
}

extension Seeded {
  fileprivate static func below(_ limit: Int, _ seed: Int...) -> Int {
    var random = Seeded(3, seed[0], seed[1], seed[2])
    return random.below(limit)
  }
}
