internal import Records

/// What the lines between the dashes state, typed by the schema. Each fact is `.stated`, with its line.
struct FrontMatter: Sendable {
  var kind: Fact<DocumentKind>?
  var title: Fact<String>?
  var body: Fact<String>?
  var date: Fact<CalendarDate>?
  var time: Fact<String>?
  var place: Fact<String>?
  var reference: Fact<String>?
  var chair: Fact<String>?
  var secretary: Fact<String>?
  var approved: Fact<CalendarDate>?
  var verifiers: [Fact<String>] = []
  var isDraft = false
  var id: Fact<String>?
  var validFrom: Fact<CalendarDate>?
  var validTo: Fact<CalendarDate>?
  var replaces: [Fact<String>] = []
  var adoption: Adoption?
  var parties: [Fact<String>] = []
  var order: Fact<Int>?
}

enum DocumentKind: String, Sendable { case minutes = "protokoll", terms = "uppdrag", agreement = "avtal", page = "sida" }
