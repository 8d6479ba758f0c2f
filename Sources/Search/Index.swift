package import Records

/// The files that the search page loads, and their schemas:
///
///     sok/katalog.json        which shards there are, and the words that are too common to narrow anything
///     sok/index/<xx>.json     the words that begin with the two letters, each with the units that have it
///     sok/enheter/<n>.json    two hundred units: what a hit shows and where it leads
///
/// 1. Number the units, those that a tie should put first having the lowest numbers. 2. Note the words of each.
/// 3. Each file is written from the same two when it is asked for.
package func index(_ archive: Archive, _ standing: Standing) -> [Output] {
  let units = archive.units(standing)
  let terms = Terms(archive.parts(of: units).mapInParallel { archive.terms(of: units, in: $0) }, units: units.count)
  let asOf = standing.asOf
  return [Output(path: "sok/katalog.json") { Output.Made(bytes: catalogue(terms, asOf: asOf)) }]
    + terms.shards.map { shard in
      Output(path: "sok/index/\(shard.name).json") { Output.Made(bytes: terms.file(shard)) }
    }
    + stride(from: 0, to: units.count, by: unitsPerFile).enumerated().map { number, first in
      Output(path: "sok/enheter/\(number).json") {
        Output.Made(bytes: archive.unitFile(units, from: first, standing))
      }
    }
    + schemas
}

extension Archive {
  /// Stretches of units whose words are noted at once, each by one core.
  fileprivate func parts(of units: [Unit]) -> [Range<Int>] {
    let size = 8_192
    return stride(from: 0, to: units.count, by: size).map { $0..<min(units.count, $0 + size) }
  }

  fileprivate func terms(of units: [Unit], in part: Range<Int>) -> TermPart {
    var notes = TermNotes()
    for number in part {
      note(units[number], in: &notes)
      notes.close(unit: number)
    }
    return notes.part
  }
}
