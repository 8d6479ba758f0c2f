internal import Records

/// An address that was public, on the page that is there now or in its place.
struct FormerAddressRecord: Encodable {
  var movedTo: String?
  var reason: String?
  var url: String
  /// The day.
  var withdrawn: String?

  static let schema = Schema.list(
    Schema.object(
      ["url": Schema.url], optional: ["movedTo": Schema.url, "reason": Schema.text, "withdrawn": Schema.date]))
}

extension FormerAddressRecord {
  init(_ former: FormerAddress) {
    url = former.address.fromRoot
    reason = former.reason.nonEmpty
    switch former.fate {
    case .moved(let target): movedTo = target.fromRoot
    case .withdrawn(let day): withdrawn = day.description
    }
  }
}
