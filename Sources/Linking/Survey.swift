package import Records

/// What shows only when documents are held against each other, the registers and the rules of the bodies: names that
/// look like one person, entries of the name register that are nobody's, meetings of one day, numbers that jump between
/// meetings, more members than there are seats.
///
/// It comes before the gate, because the time to put minutes right is before they are approved; what it finds goes
/// with its document, and is told of a withheld one as all else is. It adds warnings, and changes nothing that was
/// understood.
package func survey(_ documents: [Document], _ site: Site, _ register: Register) -> ([Document], [Diagnostic]) {
  var documents = documents
  let places = Dictionary(documents.indices.map { (documents[$0].source.path, $0) }, uniquingKeysWith: { a, _ in a })
  var others: [Diagnostic] = []
  let names = NameRegister(site.people, register)
  let found =
    similarNames(in: documents, names, register) + strangers(in: names, documents, register)
    + meetingSeries(in: documents, register) + seatLints(in: documents, register)
    + misspeltBodies(in: documents, register)
  for diagnostic in found {
    if let path = diagnostic.location?.path, let place = places[path] {
      documents[place].diagnostics.append(diagnostic)
    } else {
      others.append(diagnostic)
    }
  }
  return (documents, others)
}

/// Entries whose names stand in no minutes: misspelt, or of one who is gone.
private func strangers(in names: NameRegister, _ documents: [Document], _ register: Register) -> [Diagnostic] {
  guard !names.indices.isEmpty else { return [] }
  var met: Set<Int> = []
  func meet(_ name: String, _ principal: ID<Principal>?) {
    let key = nameKey(name)
    for entry in names.entries(claiming: key) {
      let isOther = principal.map { names.isScoped(entry) && names.entry(claiming: key, for: $0) != entry } ?? false
      if !isOther { met.insert(entry) }
    }
  }
  for case .minutes(let minutes) in documents.lazy.map(\.content) {
    for attendance in minutes.attendance {
      meet(attendance.name, attendance.organisation.flatMap(register.principal(named:)))
    }
    for fact in [minutes.chair, minutes.secretary].compactMap(\.self) + minutes.verifiers { meet(fact.value, nil) }
    for presenter in minutes.items.flatMap({ $0.presenters + $0.subItems.flatMap(\.presenters) }) {
      meet(presenter.name, nil)
    }
  }
  return names.indices.filter { !met.contains($0) }.map {
    Diagnostic(.nameOfNobody(name: names[$0].name), at: names[$0].location)
  }
}

/// An announced meeting of a body whose name is all but one of ours. Of other names nothing is said: others meet, too.
private func misspeltBodies(in documents: [Document], _ register: Register) -> [Diagnostic] {
  let names = register.bodies.flatMap { [$0.name] + $0.aliases }
  let keys = names.map { Array(nameKey($0).unicodeScalars) }
  var known: [String: String?] = [:]
  return documents.flatMap { document -> [Diagnostic] in
    guard case .minutes(let minutes) = document.content else { return [] }
    return minutes.nextMeetings.compactMap { next in
      guard let name = next.body, register.body(named: name) == nil else { return nil }
      let written = Array(nameKey(name).unicodeScalars)
      guard written.count >= 8 else { return nil }
      let near =
        known[name]
        ?? keys.indices.first { abs(keys[$0].count - written.count) <= 2 && editDistance(written, keys[$0]) <= 2 }
        .map { names[$0] }
      known[name] = .some(near)
      guard let near else { return nil }
      return Diagnostic(
        .unknownBody(name: name, nearest: near), at: SourceLocation(path: document.source.path, line: next.line))
    }
  }
}
