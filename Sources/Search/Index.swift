package import Records

/// The files that the search page loads, all in `sok/index/`, and their schemas. `katalog.sok` names the others.
///
/// 1. Number the units, those that a tie should put first having the lowest numbers. 2. Read the words of each, a stretch at
/// a time. 3. Find the stem of every form, and the parts of every stem. 4. Turn the stretches round: from units with words to
/// words with units. 5. Write ranges of words to files.
package func index(_ archive: Archive, _ standing: Standing) -> [Output] {
  let (units, undated) = archive.units(standing)
  let stretches = stride(from: 0, to: units.count, by: Postings.stretch)
    .map { $0..<min(units.count, $0 + Postings.stretch) }
  let terms = termFiles(archive, units, stretches, standing)
  let records = stride(from: 0, to: units.count, by: unitsPerFile).map { $0 }.mapInParallel { first in
    IndexFile(
      kind: "d", number: first / unitsPerFile,
      zipped: gzipped(archive.unitFile(units[first..<min(units.count, first + unitsPerFile)], standing)))
  }
  let facets = IndexFile(kind: "f", number: 0, zipped: gzipped(Facets(archive, units, standing).bytes))
  let suggestions = IndexFile(kind: "s", number: 0, zipped: gzipped(archive.suggestions(standing)))
  let catalogue = catalogue(
    asOf: standing.asOf, units: units.count, undated: undated, terms: terms.0, parts: terms.1,
    records: records.map(\.name),
    facets: facets.name, suggestions: suggestions.name)
  return [Output(path: IndexFile.catalogue, bytes: gzipped(catalogue))]
    + (terms.0.files + records + [facets, suggestions]).map(\.output) + schemas
}

private func termFiles(_ archive: Archive, _ units: [Unit], _ stretches: [Range<Int>], _ standing: Standing) -> (
  TermFiles, [Letters]
) {
  var streams = stretches.mapInParallel { stretch in
    var stream = TokenStream()
    for unit in units[stretch] {
      archive.read(unit, into: &stream)
      stream.endUnit()
    }
    return stream
  }
  let vocabulary = Vocabulary(streams)
  for place in streams.indices { streams[place].forgetForms() }
  let read = streams
  let length = Float(read.reduce(0) { $0 + $1.tokens.count }) / Float(max(1, units.count))
  let optional = Set(Rules.ours.optional.latin1Words.map { Term($0).stem })
  let hasPlaces = (0..<vocabulary.count).map {
    vocabulary.counts[$0] <= TermFiles.mostPlaces && vocabulary.keys[$0].dropFirst().first != 0x3A
      && !optional.contains(vocabulary.stems[$0])
  }
  let low = units.map { archive.isLow($0, standing) }
  let postings = read.indices.map { $0 }.mapInParallel { place in
    Postings(
      read[place], vocabulary.variants[place], vocabulary, first: stretches[place].lowerBound, averageLength: length,
      hasPlaces: hasPlaces, low: low)
  }
  return (TermFiles(vocabulary, postings, asOf: hasPlaces), vocabulary.constituents)
}

extension Archive {
  /// Others have the same words, and should stand before it: what holds, and the items themselves.
  fileprivate func isLow(_ unit: Unit, _ standing: Standing) -> Bool {
    switch unit {
    case .matter, .followUp: return true
    default: break
    }
    switch status(of: unit, standing) {
    case .replaced, .ended: return true
    case .inForce, .endsSoon, .comingIntoForce, .withheld, nil: return false
    }
  }
}
