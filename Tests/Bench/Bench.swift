import Glibc

/// `make bench`: times the program on a synthetic county against the floor, and prints a table. It asserts nothing.
///
///     bench SAMSYN FOLDER [COUNT...]      writes FOLDER/COUNT/content and measures
///     bench county FOLDER COUNT           writes FOLDER/content only
///     bench reading CONTENT               times reading alone
///     bench tracking [COUNT...]           times tracking alone: 10 000 minutes, and 20 000
///     bench index CONTENT                 times indexing alone, for the search
///     bench once libraries|reading CONTENT   reads once, for a counter of instructions
///     bench floor CONTENT DESTINATION parallel|single
@main
struct Bench {
  static func main() {
    let arguments = CommandLine.arguments
    switch arguments.dropFirst().first {
    case "floor": runFloor(from: arguments[2], to: arguments[3], inParallel: arguments[4] == "parallel")
    case "county": writeCounty(arguments[2], Int(arguments[3])!)
    case "reading":
      compareReading(arguments[2])
      compareDoubling(arguments[2])
    case "tracking":
      let counts = arguments.dropFirst(2).compactMap { Int($0) }
      compareTracking(counts.isEmpty ? [10_000, 20_000] : counts)
    case "index": timeIndexing(arguments[2])
    case "once": readOnce(arguments[3], withLibrariesAlone: arguments[2] == "libraries")
    case let samsyn? where arguments.count > 2:
      let counts = arguments.dropFirst(3).compactMap { Int($0) }
      compare(samsyn, arguments[2], counts.isEmpty ? [1_000, 10_000] : counts)
    default:
      print("bench SAMSYN FOLDER [COUNT...]")
      exit(2)
    }
  }
}

private func writeCounty(_ folder: String, _ count: Int) {
  County(count: count).forEachFile { path, text in
    let path = "\(folder)/content/\(path)"
    makeFolders(of: path)
    Array(text.utf8).withUnsafeBytes { writeFile(path, $0) }
  }
}

private func compare(_ samsyn: String, _ folder: String, _ counts: [Int]) {
  var builds: [(count: Int, measured: Measured)] = []
  print(Row.heading)
  for count in counts {
    let county = "\(folder)/\(count)"
    remove(tree: county)
    writeCounty(county, count)
    let own = CommandLine.arguments[0]
    let size = Size(of: "\(county)/content")
    print("\n\(count) minutes: \(size.files) files, \(decimal(size.megabytes)) MB")
    let floor = Measured([own, "floor", "\(county)/content", "\(county)/floor", "parallel"])
    Row("floor, all cores", floor, Size(of: "\(county)/floor"), floor).print()
    remove(tree: "\(county)/floor")
    let single = Measured([own, "floor", "\(county)/content", "\(county)/floor", "single"])
    Row("floor, one thread", single, Size(of: "\(county)/floor"), floor).print()
    remove(tree: "\(county)/floor")
    let build = [samsyn, "build", "--content", "\(county)/content", "--output", "\(county)/public"]
    let first = Measured(build)
    Row("samsyn build", first, Size(of: "\(county)/public"), floor).print()
    Row("samsyn build, again", Measured(build), Size(of: "\(county)/public"), floor).print()
    builds.append((count, first))
    if count == counts.first {
      compareReading("\(county)/content")
      compareDoubling("\(county)/content")
    }
  }
  guard let small = builds.first, let large = builds.last, small.count < large.count else { return }
  let many = Double(large.count) / Double(small.count)
  print(
    "\n\(large.count) against \(small.count) minutes, \(decimal(many)) times as many:",
    "wall x\(decimal(large.measured.wall / small.measured.wall)),",
    "cpu x\(decimal(large.measured.cpu / small.measured.cpu)),",
    "memory x\(decimal(large.measured.peak / small.measured.peak))")
}

private func remove(tree folder: String) { _ = Measured(["/bin/rm", "-rf", folder]) }

/// The files below a folder.
private struct Size {
  var files: Int
  var megabytes: Double

  init(of folder: String) {
    let paths = filePaths(below: folder)
    files = paths.count
    megabytes = Double(paths.reduce(0) { $0 + fileSize($1) }) / 1e6
  }
}

private struct Row {
  private var cells: [String]
  private static let widths = [20, 8, 8, 9, 8, 8, 9, 9]

  static var heading: String { line(["", "wall s", "cpu s", "peak MB", "files", "MB", "x floor", "x cpu"]) }

  init(_ name: String, _ measured: Measured, _ size: Size, _ floor: Measured) {
    cells = [
      name, decimal(measured.wall), decimal(measured.cpu), "\(Int(measured.peak))", "\(size.files)",
      decimal(size.megabytes), decimal(measured.wall / floor.wall), decimal(measured.cpu / floor.cpu),
    ]
  }

  func print() { Swift.print(Self.line(cells)) }

  private static func line(_ cells: [String]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      let blanks = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + blanks : blanks + cell.0
    }.joined()
  }
}

/// With two decimals.
func decimal(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let digits = String(hundredths % 100)
  return "\(hundredths / 100).\(digits.count < 2 ? "0" : "")\(digits)"
}
