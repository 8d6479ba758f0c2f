internal import Foundation

/// To standard output: what was asked for.
func show(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

/// To standard error: what went on.
func tell(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

/// Colours are for people who look at a terminal and have not said no (https://no-color.org).
func isColourWanted() -> Bool {
  let environment = ProcessInfo.processInfo.environment
  return isatty(STDERR_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
}
