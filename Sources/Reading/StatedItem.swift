internal import Records

/// What `punkter` states of one agenda item; nil where it says nothing. An empty list says that there is none.
struct StatedItem: Sendable {
  /// As written: "14", "2 b", "12#2" for the second § 12, or the title of an item without a number.
  var name = ""
  var title: Fact<String>?
  var kind: Fact<AgendaItem.Kind>?
  var presenters: [Presenter]?
  var decisions: [Fact<String>]?
  var deferrals: [Fact<String>]?
  var deadlines: [Deadline]?
  var closes: [Fact<String>] = []
  var matter: Fact<String>?
  var secrecy: Secrecy?
  var immediateApproval: StatedApproval?
}

let statedItemSchema = Schema<StatedItem>([
  .text("rubrik", "Ärendets rubrik.") { $0.title = $1 },
  .parsed(
    "typ", takes: "beslut eller information", "Vad slags ärende det är.",
    parse: { ["beslut": AgendaItem.Kind.decision, "information": .information][$0] }
  ) { $0.kind = $1 },
  .entries(
    "föredragande", takes: people, "De som föredrog ärendet.", of: attendeeSchema, from: noPerson, text: person
  ) { item, entries in
    item.presenters = entries.map { entry in
      let detail = [entry.row.role, entry.row.organisation].compactMap(\.self).joined(separator: ", ")
      var presenter = Presenter(name: entry.row.name, detail: detail.isEmpty ? nil : detail, line: entry.line)
      presenter.certainty = .stated
      return presenter
    }
  },
  .texts("beslut", "Besluten, en att-sats i varje rad; tom hakparentes när inget beslutades.") { $0.decisions = $1 },
  .texts(
    "återkommer", takes: "ett datum skrivet 2024-05-17, eller ord som nästa möte",
    "När ärendet kommer tillbaka; tom hakparentes när det inte gör det."
  ) { $0.deferrals = $1 },
  .entries(
    "löften", takes: "en lista, där varje rad har text och datum", "Det som ska vara gjort till en viss dag.",
    of: promiseSchema, from: Promise(), text: { _ in nil }
  ) { item, entries in
    item.deadlines = entries.compactMap { entry in
      guard let text = entry.row.text, let due = entry.row.due else { return nil }
      var deadline = Deadline(item: "", text: text, due: due, line: entry.line)
      deadline.certainty = .stated
      return deadline
    }
  },
  .texts(
    "stänger", takes: "§ 19 2024-04-19 för organets eget möte, eller adressen /moten/organet/2024-04-19/#p19",
    "Ärenden eller beslut på balanslistan som det här ärendet avslutar."
  ) { $0.closes = $1 },
  .text(
    "ärende", takes: "ärendets namn, samma i alla protokoll, eller nej",
    "Ärendet som punkten hör till, när punkter från flera möten är samma ärende; nej när den inte hör till något."
  ) { $0.matter = $1 },
  .one(
    "sekretess", takes: "lagrummet, 25 kap. 1 § OSL, eller {lagrum, rubrik}",
    "Lagrummet som gör att ärendets innehåll inte får visas.", of: secrecySchema, from: Secrecy(ground: ""),
    text: { isGround($0) ? Secrecy(ground: $0) : nil }
  ) { item, secrecy, _ in item.secrecy = secrecy },
  .one(
    "omedelbart justerad", takes: "en rad med datum och av",
    "När ärendet justerades, och av vem, om det gjordes före resten av protokollet.", of: immediateSchema,
    from: ImmediateApproval(), text: { _ in nil }
  ) { item, approval, line in
    item.immediateApproval = approval.date.map { StatedApproval(date: $0, verifiers: approval.names, line: line) }
  },
])

private let secrecySchema = Schema<Secrecy>([
  .parsed(
    "lagrum", takes: "lagrummet, 25 kap. 1 § OSL", "Lagrummet.", isRequired: true,
    parse: { isGround($0) ? $0 : nil }
  ) { $0.ground = $1.value },
  .parsed(
    "rubrik", takes: "ja eller nej", "Om rubriken får visas; den får det när inget sägs.",
    parse: { ["ja": false, "nej": true][$0] }
  ) { $0.hidesTitle = $1.value },
])

/// The law names paragraphs by number.
@Sendable private func isGround(_ text: String) -> Bool { text.contains(where: \.isNumber) }

private struct ImmediateApproval: Sendable {
  var date: CalendarDate?
  var names: [String] = []
}

private let immediateSchema = Schema<ImmediateApproval>([
  .date("datum", "Dagen för justeringen.", isRequired: true) { $0.date = $1.value },
  .names("av", "De som justerade.") { $0.names = $1.map(\.value) },
])

private struct Promise: Sendable {
  var text: String?
  var due: Deadline.Due?
}

private let promiseSchema = Schema<Promise>([
  .text("text", "Vad som ska göras.", isRequired: true) { $0.text = $1.value },
  .parsed(
    "datum", takes: "ett datum skrivet 2024-05-17, eller en månad skriven 2024-05", "När det ska vara gjort.",
    isRequired: true, parse: due
  ) { $0.due = $1.value },
])

@Sendable private func due(_ text: String) -> Deadline.Due? {
  if let day = CalendarDate(iso: text) { return .day(day) }
  return CalendarDate(iso: text + "-01").map { .month(year: $0.year, month: $0.month) }
}

extension [AgendaItem] {
  /// The item that `punkter` means by a name.
  func place(of name: String) -> Int? {
    let parts = name.split(separator: "#", maxSplits: 1)
    let occurrence = parts.count > 1 ? Int(parts[1].trimmed) : 1
    func bare(_ number: some StringProtocol) -> String { number.lowercased().filter { $0 != " " && $0 != "§" } }
    let number = bare(parts.first ?? "")
    return firstIndex { !$0.number.isEmpty && bare($0.number) == number && $0.occurrence == occurrence }
      ?? firstIndex { $0.number.isEmpty && nameKey($0.title) == nameKey(name) }
  }

  /// How `punkter` would name each.
  var names: [String] {
    map { $0.number.isEmpty ? $0.title : $0.occurrence > 1 ? "\($0.number)#\($0.occurrence)" : $0.number }
  }
}
