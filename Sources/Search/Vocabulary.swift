internal import Records

/// All words of the archive: their forms, the stems that these meet in (`variants`), and the key of each stem.
struct Vocabulary: Sendable {
  /// Sorted by key and then by stem, as the index has them.
  private(set) var keys: [Letters] = []
  private(set) var stems: [Letters] = []
  /// How often a form of the stem stands in the archive.
  private(set) var counts: [Int] = []
  /// The form that is met most.
  private(set) var shown: [Letters] = []
  /// The stems that the stem is put together from.
  private(set) var parts: [[UInt32]] = []
  /// For each stream and each of its forms, the variant.
  private(set) var variants: [[UInt32]] = []

  var count: Int { stems.count }

  /// The keys of those stems that most others are put together from: what a compound that nobody wrote is split by.
  var constituents: [Letters] {
    var times = [Int](repeating: 0, count: count)
    for parts in parts { for part in parts { times[Int(part)] += 1 } }
    let most = times.indices.filter { times[$0] >= 1 }
      .sorted { (times[$1], $0) < (times[$0], $1) }.prefix(Self.mostConstituents)
    return Set(most.map { keys[$0] }).sorted { $0.lexicographicallyPrecedes($1) }
  }
  private static let mostConstituents = 2_500

  init(_ streams: [TokenStream]) {
    var all = FormTable()
    var counts: [Int] = []
    var numbers: [[Int]] = []
    for stream in streams {
      var own: [Int] = []
      own.reserveCapacity(stream.forms.count)
      for form in 0..<stream.forms.count { own.append(all.number(of: stream.forms[form])) }
      while counts.count < all.count { counts.append(0) }
      for token in stream.tokens where token != TokenStream.gap { counts[own[TokenStream.form(token)]] += 1 }
      numbers.append(own)
    }
    let forms = all
    let terms = (0..<forms.count).mapInParallel { Term(Letters(forms[$0])) }
    let order = terms.indices.sorted { a, b in
      if terms[a].key != terms[b].key { return terms[a].key.lexicographicallyPrecedes(terms[b].key) }
      if terms[a].stem != terms[b].stem { return terms[a].stem.lexicographicallyPrecedes(terms[b].stem) }
      return forms[a].lexicographicallyPrecedes(forms[b])
    }
    var variantOf = [UInt32](repeating: 0, count: forms.count)
    var most = 0
    for form in order {
      if stems.isEmpty || stems[stems.count - 1] != terms[form].stem || keys[keys.count - 1] != terms[form].key {
        stems.append(terms[form].stem)
        keys.append(terms[form].key)
        self.counts.append(0)
        shown.append(Letters(forms[form]))
        most = counts[form]
      }
      self.counts[stems.count - 1] += counts[form]
      if counts[form] > most {
        most = counts[form]
        shown[stems.count - 1] = Letters(forms[form])
      }
      variantOf[form] = UInt32(stems.count - 1)
    }
    variants = numbers.map { $0.map { variantOf[$0] } }
    let compounds = Compounds(stems: stems, forms: shown, counts: self.counts)
    parts = stems.indices.mapInParallel { compounds.parts(of: $0) }
  }
}

/// A form with its stem and key.
struct Term: Sendable {
  let stem: Letters
  let root: Letters
  let key: Letters

  init(_ form: Letters) {
    guard form.count < 2 || form[1] != 0x3A else {
      (stem, root, key) = (form, form, form)
      return
    }
    stem = Analysis.ours.stem(form)
    root = Analysis.ours.root(stem)
    key = Analysis.ours.fold(root)
  }
}
