internal import Records

extension Overview {
  /// Everyone in the attendance lists of the bodies, by name.
  func peoplePage() -> SitePage {
    SitePage(
      permalink: .people, template: .people, title: "Personer",
      description: "De som står i närvarolistorna från organens möten, med huvudman.", isIndexed: false,
      fields: { [self] in
        let here = Here(overview: self, permalink: .people)
        return ["people": .rows(archive.people.indices.map { here.personRow(ID($0)) })]
      },
      twin: { [self] twin in
        var twin = twin
        twin.entries = archive.people.indices.map { entry(.person(ID($0))) }.nonEmpty
        return twin
      })
  }
}

extension Here {
  func personRow(_ id: ID<Person>) -> View {
    let person = archive[id]
    let attended = person.attendance(.present, in: archive)
    return View([
      "name": .text(person.name), "href": href(.person(id)),
      "principal": .part(person.principal.map { name(archive[$0].name, .principal($0)) }),
      "meetings": .text(counted(attended.count, "möte", "möten")),
      "latest": .list(attended.lazy.compactMap { archive[$0.meeting].date }.prefix(1).map(date)),
    ])
  }
}
