internal import Records

/// A row of `bilagor:`.
struct StatedAttachment: Sendable {
  var file = ""
  var title: String?
  /// The agenda item, as `punkter` names it.
  var item: String?
  var isAccessible: Bool?
  var line = 0

  var attachment: Attachment {
    let name = file.lastIndex(of: ".").map { file[..<$0] } ?? file[...]
    var attachment = Attachment(file: file, title: title ?? String(name), line: line)
    attachment.isStatedAccessible = isAccessible
    return attachment
  }
}

let attachmentSchema = Schema<StatedAttachment>([
  .text("fil", "Filens namn i dokumentets mapp under bilagor/.", isRequired: true) { $0.file = $1.value },
  .text("titel", "Vad bilagan heter på webbplatsen; annars heter den som filen.") { $0.title = $1.value },
  .text("punkt", "Numret på det ärende i protokollet som den hör till.") { $0.item = $1.value },
  .parsed(
    "tillgänglig", takes: "ja eller nej",
    "Om alla kan läsa den, även med skärmläsare; behövs när filen inte själv säger det.",
    parse: { ["ja": true, "nej": false][$0] }
  ) { $0.isAccessible = $1.value },
])

/// Each with the agenda item that it belongs to; an item that the text lacks is told.
func stateAttachments(_ stated: FrontMatter, in minutes: inout Minutes) -> [LocatedProblem] {
  var missing: [LocatedProblem] = []
  minutes.attachments = stated.attachments.map { row in
    var attachment = row.attachment
    guard let name = row.item else { return attachment }
    if let place = minutes.items.place(of: name) {
      attachment.itemLine = minutes.items[place].line
    } else {
      let near = nearest(to: name, among: minutes.items.names)
      missing.append((.notInText(key: "bilagor", name: name, nearest: near), row.line))
    }
    return attachment
  }
  return missing
}
