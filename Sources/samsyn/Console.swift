internal import Foundation

/// To standard output: what was asked for. Half an answer is none, so the status says when it could not be written.
func show(_ text: String) {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    tell("samsyn: svaret kan inte skrivas ut; är disken full, eller har programmet som läser det slutat?\n")
    exit(2)
  }
}

/// To standard error: what went on. Where that cannot be written, the status tells it still.
func tell(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

/// Colours are for people who look at a terminal and have not said no (https://no-color.org).
func isColourWanted() -> Bool {
  let environment = ProcessInfo.processInfo.environment
  return isatty(STDERR_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
}
