internal import Foundation

/// `rules.json`: what a letter is, which endings a word loses, which forms are irregular. The search page reads the same
/// rules from the catalogue of the index, and makes the same of them.
struct Rules: Decodable {
  var letters: [String: String]
  var irregular: [String: String]
  var verbs: [String: String]
  /// Root, past and supine of each.
  var strong: [String]
  var strongForms: String
  var weak: String
  var weakForms: String
  /// What looks like a form of these verbs, and is another word.
  var noForms: String
  var prefixes: String
  var keep: String
  var neuter: String
  var strip: [String]
  var spelling: [String]
  var colonEndings: String
  var months: String
  var shortMonths: String
  var optional: String
  var references: String

  static let bytes: [UInt8] = PackageResources.rules_json

  /// The rules are part of the program: that they can be read is what its tests show.
  static let ours: Rules = {
    do { return try JSONDecoder().decode(Rules.self, from: Data(bytes)) } catch { preconditionFailure("\(error)") }
  }()
}

/// Letters are kept as Latin-1, a byte each: å ä ö are E5 E4 F6, as JavaScript numbers them too.
typealias Letters = [UInt8]

extension String {
  /// Nil-free for the alphabet of the rules; what is not Latin-1 is left out.
  var latin1: Letters { unicodeScalars.compactMap { UInt8(exactly: $0.value) } }
  var latin1Words: [Letters] { split(separator: " ").map { String($0).latin1 } }
}

extension Collection<UInt8> {
  /// Latin-1 as text.
  var asText: String { String(String.UnicodeScalarView(map { Unicode.Scalar($0) })) }
}

extension UInt8 {
  static let å: UInt8 = 0xE5
  static let ä: UInt8 = 0xE4
  static let ö: UInt8 = 0xF6

  var isVowel: Bool {
    switch self {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, .å, .ä, .ö: true
    default: false
    }
  }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var undotted: UInt8 { self == .å || self == .ä ? 0x61 : self == .ö ? 0x6F : self }
}
