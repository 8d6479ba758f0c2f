internal import Records

/// What was changed in an approved text, in the record of its meeting or agreement.
struct CorrectionRecord: Encodable {
  var by: String
  var date: String
  var what: String

  static let schema = Schema.list(Schema.object(["by": Schema.text, "date": Schema.date, "what": Schema.text]))
}

extension CorrectionRecord {
  init(_ correction: Correction) {
    by = correction.by
    date = correction.date.description
    what = correction.what
  }
}
