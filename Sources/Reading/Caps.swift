internal import Records

/// What libcmark 0.30.2 is spared, because it takes quadratic time on it: research/trust.md, section 1.3.
enum Cap {
  static let lineBytes = 64 << 10
  /// Containers within each other, and emphasis within emphasis.
  static let nesting = 100
  /// Open `[` at one time in a block.
  static let brackets = 2_000
}

/// Every line that exceeds a cap, by one cheap look at the bytes; `bytes` has `\n` line ends.
func exceededCaps(in bytes: [UInt8]) -> [(problem: Problem, line: Int)] {
  var found: [(problem: Problem, line: Int)] = []
  // Brackets are only paired in the rare file that has enough of them.
  let countsBrackets = bytes.reduce(0) { $1 == UInt8(ascii: "[") ? $0 + 1 : $0 } > Cap.brackets
  var openBrackets = 0
  bytes.withUnsafeBufferPointer { buffer in
    var start = 0
    var number = 1
    while start < buffer.count {
      var end = start
      while end < buffer.count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
      let line = UnsafeBufferPointer(rebasing: buffer[start..<end])
      if line.count > Cap.lineBytes { found.append((.lineTooLong(bytes: line.count, limit: Cap.lineBytes), number)) }
      if nesting(of: line) > Cap.nesting { found.append((.nestingTooDeep(limit: Cap.nesting), number)) }
      if countsBrackets {
        let exceeded = openBrackets > Cap.brackets
        countBrackets(in: line, &openBrackets)
        if openBrackets > Cap.brackets, !exceeded { found.append((.tooManyBrackets(limit: Cap.brackets), number)) }
      }
      start = end + 1
      number += 1
    }
  }
  return found
}

/// The containers that a line may open: its quote and list markers, and two columns of indentation each for those
/// that it continues. Zero for a line without markers, which opens none.
private func nesting(of line: UnsafeBufferPointer<UInt8>) -> Int {
  var index = 0
  var columns = 0
  var markers: [UInt8] = []
  scan: while index < line.count {
    let byte = line[index]
    switch byte {
    case UInt8(ascii: " "): columns += markers.isEmpty ? 1 : 0
    case UInt8(ascii: "\t"): columns += markers.isEmpty ? 4 : 0
    case UInt8(ascii: ">"): markers.append(byte)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard isBlank(line, index + 1) else { break scan }
      markers.append(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < line.count, line[index] &- UInt8(ascii: "0") < 10 { index += 1 }
      guard index < line.count, line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ")"),
        isBlank(line, index + 1)
      else { break scan }
      markers.append(line[index])
    default: break scan
    }
    index += 1
  }
  // `* * * *` to the end of the line is a rule, however long.
  let isRule = index == line.count && markers.allSatisfy { $0 == markers[0] } && "-*".utf8.contains(markers.first ?? 0)
  return markers.isEmpty || isRule ? 0 : markers.count + columns / 2
}

private func isBlank(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  index >= line.count || line[index] == UInt8(ascii: " ") || line[index] == UInt8(ascii: "\t")
}

/// Adds the brackets that the line opens and takes away those it closes; a blank line ends the block.
private func countBrackets(in line: UnsafeBufferPointer<UInt8>, _ open: inout Int) {
  if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return open = 0 }
  var index = 0
  while index < line.count {
    switch line[index] {
    case UInt8(ascii: "\\"): index += 1
    case UInt8(ascii: "["): open += 1
    case UInt8(ascii: "]"): open = max(0, open - 1)
    default: break
    }
    index += 1
  }
}
