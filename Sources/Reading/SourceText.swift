internal import Foundation
package import Records

/// The text of a content file as the parsers get it: valid UTF-8 in NFC with `\n` line ends, without a byte order
/// mark and invisible characters. Lines are those of the file; a form feed or vertical tab inside a line ends it.
package struct SourceText: Sendable {
  /// Empty when a cap is exceeded: such a text must not reach a parser.
  package var bytes: [UInt8]
  package var diagnostics: [Diagnostic]

  /// The mean public minutes are 14 KB; libcmark 0.30.2 goes quadratic on hostile input.
  package static let fileLimit = 1 << 20
  /// A broken file is told by its first errors, not by a million.
  static let diagnosticLimit = 20
}

/// Checks a file and brings it to the form that the parsers and the approval's hash rely on.
package func normalise(_ source: SourceFile) -> SourceText {
  guard source.bytes.count <= SourceText.fileLimit else {
    let problem = Problem.fileTooLarge(bytes: source.bytes.count, limit: SourceText.fileLimit)
    return SourceText(bytes: [], diagnostics: [Diagnostic(problem, at: SourceLocation(path: source.path))])
  }
  var normaliser = Normaliser(path: source.path)
  var bytes = source.bytes.withUnsafeBufferPointer { normaliser.run($0) } ? normaliser.out : source.bytes
  if normaliser.isUncomposed { bytes = composed(bytes) }
  let exceeded = exceededCaps(in: bytes).prefix(SourceText.diagnosticLimit).map {
    Diagnostic($0.problem, at: SourceLocation(path: source.path, line: $0.line))
  }
  return SourceText(bytes: exceeded.isEmpty ? bytes : [], diagnostics: normaliser.diagnostics + exceeded)
}

/// One pass over the bytes. What stays as it is gets copied in runs, and only once something has changed.
private struct Normaliser {
  let path: String
  var out: [UInt8] = []
  var diagnostics: [Diagnostic] = []
  /// Something may not be in NFC.
  var isUncomposed = false
  /// Input before this offset is in `out`, or left out.
  private var copied = 0
  private var line = 1
  private var lineStart = 0

  init(path: String) { self.path = path }

  /// False when the text may stay as it is.
  mutating func run(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    if input.starts(with: [0xEF, 0xBB, 0xBF]) {
      replace(0..<3, of: input, with: [])
      index = 3
      lineStart = 3
    }
    while index < input.count {
      let byte = input[index]
      switch byte {
      case 0x20...0x7E, UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\n"):
        index += 1
        line += 1
        lineStart = index
      case 0xC3 where index + 1 < input.count && input[index + 1] & 0xC0 == 0x80: index += 2  // å ä ö é
      case 0x80...: index = other(at: index, of: input)
      default: index = control(at: index, of: input)
      }
    }
    if copied > 0 { replace(input.count..<input.count, of: input, with: []) }
    return copied > 0
  }

  private mutating func replace(_ range: Range<Int>, of input: UnsafeBufferPointer<UInt8>, with bytes: [UInt8]) {
    if copied == 0 { out.reserveCapacity(input.count) }
    out += input[copied..<range.lowerBound]
    out += bytes
    copied = range.upperBound
  }

  private mutating func report(_ problem: Problem, at index: Int) {
    guard diagnostics.count < SourceText.diagnosticLimit else { return }
    let location = SourceLocation(path: path, line: line, column: index - lineStart + 1)
    diagnostics.append(Diagnostic(problem, at: location))
  }

  /// Line ends become `\n`; every other control character is refused.
  private mutating func control(at index: Int, of input: UnsafeBufferPointer<UInt8>) -> Int {
    let end = index + 1
    let next = end < input.count ? input[end] : 0
    let endsLine = next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
    switch (input[index], next) {
    case (UInt8(ascii: "\r"), UInt8(ascii: "\n")): replace(index..<end, of: input, with: [])
    case (0x0B, _) where index == lineStart || endsLine, (0x0C, _) where index == lineStart || endsLine:
      // A page break at a line end is no second line end, so the lines stay those of the author's editor.
      replace(index..<end, of: input, with: [])
      if index == lineStart { lineStart = end }
    case (UInt8(ascii: "\r"), _), (0x0B, _), (0x0C, _):
      replace(index..<end, of: input, with: [UInt8(ascii: "\n")])
      line += 1
      lineStart = end
    default:
      report(.forbiddenCharacter(scalar: UInt32(input[index])), at: index)
      replace(index..<end, of: input, with: [])
    }
    return end
  }

  private mutating func other(at index: Int, of input: UnsafeBufferPointer<UInt8>) -> Int {
    guard let (scalar, length) = decodeScalar(input, at: index) else {
      report(.invalidUTF8, at: index)
      var end = index + 1
      while end < input.count, input[end] & 0xC0 == 0x80 { end += 1 }
      replace(index..<end, of: input, with: Array("\u{FFFD}".utf8))
      return end
    }
    let end = index + length
    switch treatment(of: scalar) {
    case .keep:
      if mayBeUncomposed(scalar) { isUncomposed = true }
    case .leaveOut:
      replace(index..<end, of: input, with: [])
    case .refuse:
      report(.forbiddenCharacter(scalar: scalar.value), at: index)
      replace(index..<end, of: input, with: [])
    case .bullet:
      let opensLine = input[lineStart..<index].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let needsSpace = end < input.count && input[end] > UInt8(ascii: " ")
      replace(index..<end, of: input, with: opensLine ? Array((needsSpace ? "- " : "-").utf8) : Array("•".utf8))
    }
    return end
  }
}

private enum Treatment { case keep, leaveOut, refuse, bullet }

private func treatment(of scalar: Unicode.Scalar) -> Treatment {
  switch scalar.value {
  // Soft hyphen, zero-width spaces and joiners, direction marks, word joiner, byte order mark.
  case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: .leaveOut
  // C1; embeddings, overrides and isolates, which show text in another order than it is stored.
  case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: .refuse
  // Bullets of Symbol and Wingdings, as word processors paste them: · § ➢ - ✓ ❖ ¨ o ● ■ □ ➔
  case 0xF0B7, 0xF0A7, 0xF0D8, 0xF02D, 0xF0FC, 0xF076, 0xF0A8, 0xF06F, 0xF06C, 0xF06E, 0xF071, 0xF0E8: .bullet
  // Private use: a box or another sign on the reader's screen.
  case 0xE000...0xF8FF, 0xF0000...: .refuse
  // Noncharacters.
  case 0xFDD0...0xFDEF: .refuse
  case let value where value & 0xFFFE == 0xFFFE: .refuse
  default: .keep
  }
}

/// Whether a published text may not hold the scalar; entities (`&#2;`) bring some that no check of bytes sees, and so do
/// the names of files.
package func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case UInt32(UInt8(ascii: "\t")), UInt32(UInt8(ascii: "\n")): false
  case ..<0x20, 0x7F: true
  default: treatment(of: scalar) == .refuse
  }
}

/// Answers without a table look-up for what Swedish text holds; UAX 15, "Detecting Normalization Forms".
private func mayBeUncomposed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x300, 0x2010...0x2027: false
  case 0x300...0x36F, 0x0900...0x1DFF: true
  default:
    scalar.properties.canonicalCombiningClass != .notReordered || scalar.properties.isFullCompositionExclusion
  }
}

/// In NFC. Foundation takes a microsecond for a letter, so each is asked for once.
func composed(_ text: [UInt8]) -> [UInt8] {
  var known: [Character: [UInt8]] = [:]
  var out: [UInt8] = []
  for character in String(decoding: text, as: UTF8.self) {
    if character.utf8.count == 1 {
      out += character.utf8
    } else if let composed = known[character] {
      out += composed
    } else {
      let composed = Array(String(character).precomposedStringWithCanonicalMapping.utf8)
      known[character] = composed
      out += composed
    }
  }
  return out
}

/// The scalar at `index` by the table of well-formed sequences (Unicode, table 3-7); nil when it is not one.
private func decodeScalar(_ input: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int)? {
  let lead = input[index]
  let (length, second): (Int, ClosedRange<UInt8>) =
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0...0)
    }
  guard length > 0, index + length <= input.count, second.contains(input[index + 1]) else { return nil }
  var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
  for byte in input[(index + 1)..<(index + length)] {
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  return Unicode.Scalar(value).map { ($0, length) }
}
