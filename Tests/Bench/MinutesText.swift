import Records

/// The minutes of one meeting as the body writes them: about 14 kB of Markdown, approved.
struct MinutesText {
  private let body: Cast.Body
  private let date: CalendarDate
  private let earlier: CalendarDate?
  private let people: [Cast.Person]
  private var prose: Prose
  private var text = ""
  private var item: Int

  init(body index: Int, on date: CalendarDate, after earlier: CalendarDate?) {
    body = Cast.bodies[index]
    self.date = date
    self.earlier = earlier
    people = (0..<body.seats).map { Cast.person(body: index, seat: $0, year: date.year) }
    prose = Prose(random: Seeded(4, index, date.dayNumber), year: date.year)
    item = date.month * 12 + 1
  }

  /// Beside the folder and the name, all that a build is given.
  static func written(body: Int, on date: CalendarDate, after earlier: CalendarDate?) -> String {
    var minutes = MinutesText(body: body, on: date, after: earlier)
    minutes.writeHead()
    minutes.writeItems()
    if minutes.isSigned { minutes.writeSignatures() }
    return minutes.text
  }
}

extension MinutesText {
  private var isSigned: Bool {
    switch body.style {
    case .parallelBlocks, .plain: true
    case .frontMatter, .notes, .tables: false
    }
  }
  private var chair: Cast.Person { people[0] }
  private var verifier: Cast.Person { people[1] }
  private var absent: [Cast.Person] { Array(people[(people.count - 3)...]) }
  private var present: [Cast.Person] { Array(people[..<(people.count - 3)]) }

  private func role(_ index: Int) -> String? { index == 0 ? "ordförande" : index == 1 ? "justerare" : nil }

  private mutating func add(_ lines: String...) { for line in lines { text += line + "\n" } }
}

// MARK: - Head

extension MinutesText {
  private mutating func writeHead() {
    if !isSigned {
      let approved = date.day < 20 ? CalendarDate(year: date.year, month: date.month, day: date.day + 8) ?? date : date
      add("---", "organ: \(body.name)", "datum: \(date)", "justerat: \(approved)")
      add("justerare: [\(chair.name), \(verifier.name)]", "---", "")
    }
    let compact = String("\(date)".filter { $0 != "-" })
    switch body.style {
    case .parallelBlocks:
      add(
        "# Protokoll \(body.name)", "", "*Dnr: GM \(date.year)/\(item)*", "",
        "*Datum och tid: \(compact) kl. 09.00-12.00*", "")
      add("*Plats: Teams*", "")
      writeParallelBlocks()
    case .frontMatter:
      add("# Protokoll \(body.name)", "", "Tid: 09.30–12.30", "", "## Närvarande", "")
      for (index, person) in present.enumerated() {
        add("- \(person.name) (\(person.party)), \(role(index).map { "\($0), " } ?? "")\(person.principal)")
      }
      add("", "## Frånvarande", "")
      for person in absent { add("- \(person.name) (\(person.party)), \(person.principal)") }
      add("")
    case .notes:
      add("## Minnesanteckningar \(body.name)", "", "Tid: \(date) klockan 13.15–15.30", "", "### Närvarande", "")
      for (index, person) in present.enumerated() {
        add("\(person.name)\t\(person.title), \(person.principal)\(role(index).map { ", \($0)" } ?? "")")
      }
      for person in absent { add("<del>\(person.name)</del>\t<del>\(person.title), \(person.principal)</del>") }
      add("")
    case .plain:
      add("Protokoll \(body.name)", "", "Datum och tid: \(compact) kl. 13.00-15.00", "", "Närvarande", "")
      for (index, person) in present.enumerated() {
        add("\(person.name), \(role(index).map { "\($0), " } ?? "")\(person.principal)")
      }
      add("", "Frånvarande", "")
      for person in absent { add("\(person.name), \(person.principal)") }
      add("")
    case .tables:
      add("# Protokoll \(body.name)", "", "Tid: 08.30-11.30", "", "## Närvarande", "")
      for (index, person) in present.enumerated() {
        add("\(person.name), \(role(index).map { "\($0), " } ?? "")\(person.principal)  ")
      }
      add("", "## Frånvarande", "")
      for person in absent { add("\(person.name), \(person.principal)  ") }
      add("")
    }
  }

  /// Names first, and then who they come from, in the same order.
  private mutating func writeParallelBlocks() {
    add("## Närvarande", "")
    for (index, person) in present.enumerated() { add("\(person.name)\(role(index).map { ", \($0)" } ?? "")  ") }
    add("", "## Frånvarande", "")
    for person in absent { add("\(person.name)  ") }
    add("")
    for person in present { add("\(person.principal)  ") }
    add("")
    for person in absent { add("\(person.principal)  ") }
    add("")
  }
}

// MARK: - Items

extension MinutesText {
  private mutating func writeItems() {
    writeItem("Val av justerare och godkännande av dagordning") {
      $0.add("\($0.verifier.name) utsågs att justera. Dagordningen godkändes.", "")
    }
    if let earlier {
      writeItem("Föregående protokoll") {
        $0.add("Protokollet från den \(earlier) (§ \(earlier.month * 12 + 1) \(earlier)) lades till handlingarna.", "")
      }
    }
    while text.utf8.count < 12_600 { writeMatter() }
    writeItem("Nästa möte") { $0.add("\($0.body.name) \($0.prose.day())", "") }
  }

  private mutating func writeItem(_ title: String, presenter: String? = nil, _ content: (inout Self) -> Void) {
    switch body.style {
    case .parallelBlocks, .tables: add("## \(item). \(title)", "")
    case .frontMatter: add("## § \(item) \(title)", "")
    case .notes: add("## \(item). \(title)\(presenter.map { ", \($0)" } ?? "")", "")
    case .plain: add("§ \(item) \(title)", "")
    }
    if let presenter, body.style != .notes { add("Föredragande: \(presenter)", "") }
    content(&self)
    item += 1
  }

  private mutating func writeMatter() {
    let title = prose.title()
    let presenter = prose.random.pick(present)
    let named = body.style == .notes ? presenter.name : "\(presenter.name), \(presenter.title), \(presenter.principal)"
    writeItem(title, presenter: named) { minutes in
      for _ in 0..<minutes.prose.random.number(1...4) { minutes.add(minutes.prose.paragraph(minutes.present), "") }
      if let earlier = minutes.earlier, minutes.prose.random.once(in: 4) {
        minutes.add("Ärendet bordlades vid det förra mötet (§ \(earlier.month * 12 + 4) \(earlier)).", "")
      }
      if minutes.body.style == .tables, minutes.prose.random.once(in: 3) { minutes.writeTable() }
      if !minutes.prose.random.once(in: 3) { minutes.writeDecisions() }
    }
  }

  private mutating func writeTable() {
    add("| Huvudman | Antal |", "|---|--:|")
    for (name, figure) in prose.figures() { add("| \(name) | \(figure) |") }
    add("")
  }

  private mutating func writeDecisions() {
    let tasks = (0..<prose.random.number(1...3)).map { _ in prose.task(present) }
    switch body.style {
    case .parallelBlocks, .tables: add("\(body.name) beslutade att:", "")
    case .frontMatter: add("### Beslut", "", "\(body.name) beslutar", "")
    case .notes: add("**Beslut:** \(body.short) beslutar att:", "")
    case .plain: add("\(body.name) beslutade att:", "")
    }
    for task in tasks {
      add(body.style == .frontMatter ? "att \(task.prefix(1).lowercased())\(task.dropFirst())\n" : "- \(task)")
    }
    add("")
  }

  private mutating func writeSignatures() {
    add("# UNDERSKRIFTSSIDA", "", "Protokollet har undertecknats elektroniskt av:", "")
    for (index, person) in [chair, verifier].enumerated() {
      add("NAMN: \(person.name)  ", "TITEL, ORGANISATION: \(index == 0 ? "ordförande" : "justerare"), \(body.name)  ")
      add("TID: \(date) 1\(index + 6):09:12 +01:00  ", "IDENTIFIKATIONSTYP: E-post  ", "")
    }
  }
}
