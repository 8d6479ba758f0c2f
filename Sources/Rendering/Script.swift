/// A script of `assets/` as it is published: without the lines that are comments and the space that lines begin with. Both
/// are for those who read the source; a reader of the site would only wait for them.
///
/// Whole lines are left out and nothing else, so it need not be understood what a slash is. Where that could not be told from
/// the lines alone, the script stays as it is: when a template or a string goes over a line, or code stands after a comment.
package func published(script: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(script.count)
  var isComment = false
  for line in script.split(separator: UInt8(ascii: "\n")) {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    let end = Array(text.reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }.prefix(2).reversed())
    let closes = text.firstRange(of: Array("*/".utf8)) != nil
    if isComment || text.starts(with: "/*".utf8) {
      if closes, end != Array("*/".utf8) { return script }
      // A licence must stay with what it is of.
      if text.starts(with: "/*!".utf8) { return script }
      isComment = !closes
    } else if text.starts(with: "//".utf8) {
      if closes { return script }
    } else if !text.isEmpty {
      if !text.count(where: { $0 == UInt8(ascii: "`") }).isMultiple(of: 2) || end.last == UInt8(ascii: "\\") {
        return script
      }
      out += text
      out.append(UInt8(ascii: "\n"))
    }
  }
  return out
}
