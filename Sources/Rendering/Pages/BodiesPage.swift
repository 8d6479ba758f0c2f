internal import Records

extension Overview {
  /// The bodies by level: who decides, who prepares, who gives advice.
  func bodiesPage() -> SitePage {
    SitePage(
      permalink: .bodies, template: .bodies, title: "Organ",
      description: "Samverkansorganen: vad de är till för, vem de rapporterar till och när de möts.",
      fields: { [self] in
        let here = Here(overview: self, permalink: .bodies)
        let levels: [BodyLevel?] = BodyLevel.allCases.map { $0 } + [nil]
        return [
          "structureHTML": .html(structurePicture()),
          "levels": .list(
            levels.compactMap { level in
              let bodies = archive.bodies.indices.filter { archive.bodies[$0].level == level }
              guard !bodies.isEmpty else { return nil }
              return View([
                "level": .text(level?.label ?? "Övriga organ"), "bodies": .rows(bodies.map { here.bodyRow(ID($0)) }),
              ])
            })
        ]
      },
      twin: { [self] twin in
        var twin = twin
        twin.entries = archive.bodies.indices.map { entry(.body(ID($0))) }.nonEmpty
        return twin
      })
  }
}
