internal import Records

extension Overview {
  /// What the open data holds and how to fetch it; its twin is the catalogue itself.
  func dataPage() -> SitePage {
    SitePage(
      permalink: .data, template: .data, title: "Öppna data",
      description: "Allt som webbplatsen visar, som JSON: filer, fält och scheman.",
      fields: { [self] in
        let here = Here(overview: self, permalink: .data)
        return [
          "catalogueHref": .text("index.json"),
          "files": .list(
            DataKind.allCases.map { kind in
              View([
                "kind": .text(kind.label), "file": .text("\(kind.rawValue).json"),
                "href": .text("\(kind.rawValue).json"), "schemaHref": .text("schema/\(kind.rawValue).json"),
                "count": .number(count(of: kind)), "what": .text(kind.explanation),
              ])
            }),
          "homeHref": here.href(.home), "isSplit": .flag(DataKind.allCases.contains { years(of: $0) != nil }),
        ]
      },
      twin: { $0 })
  }
}
