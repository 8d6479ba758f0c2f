/// A name as a part of an address: lower-case ASCII letters, digits and single hyphens, at most 80 bytes.
/// å and ä become a, ö becomes o; other letters lose their marks; what is left out separates words.
package func slug(_ name: String) -> String {
  var out: [UInt8] = []
  var gap = false
  for scalar in name.unicodeScalars {
    guard let letters = asciiLetters(scalar) else {
      gap = true
      continue
    }
    if letters.isEmpty { continue }
    if gap, !out.isEmpty { out.append(UInt8(ascii: "-")) }
    gap = false
    out += letters.utf8
  }
  if out.count > 80 {
    let cut = out[..<80]
    let end = cut.lastIndex(of: UInt8(ascii: "-")) ?? 80
    out = Array(cut[..<(end > 40 ? end : 80)])
  }
  return String(decoding: out, as: UTF8.self)
}

/// Nil for what separates words, empty for what is passed over inside one (apostrophes, soft hyphens).
private func asciiLetters(_ scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "a"..."z", "0"..."9": String(scalar)
  case "A"..."Z": String(Character(Unicode.Scalar(UInt8(scalar.value) + 32)))
  case "'", "’", "\u{AD}", "\u{200B}"..."\u{200D}": ""
  default: foldedLetters[scalar]
  }
}

private let foldedLetters: [Unicode.Scalar: String] = {
  var table: [Unicode.Scalar: String] = [:]
  let rows: [(String, String)] = [
    ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("ae", "æÆ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ðďđÐĎĐ"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"),
    ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľłĹĻĽŁ"),
    ("n", "ñńņňŋÑŃŅŇŊ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("oe", "œŒ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșŚŜŞŠȘ"), ("ss", "ß"),
    ("t", "ţťŧțŢŤŦȚ"), ("th", "þÞ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"),
  ]
  for (ascii, letters) in rows { for scalar in letters.unicodeScalars { table[scalar] = ascii } }
  return table
}()

/// Addresses already given: a second record of one slug gets "-2".
package struct Slugs {
  private var taken: Set<String>

  package init(taken: Set<String> = []) { self.taken = taken }

  package mutating func next(_ name: String) -> String {
    let base = slug(name).isEmpty ? "x" : slug(name)
    var candidate = base
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }
}
