internal import Glibc

/// One line on the terminal that says how far a long build has come; nothing where nobody is watching.
struct Progress: Sendable {
  private let isWatched = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now

  /// A build that is soon done shows nothing.
  func show(_ words: @autoclosure () -> String) {
    guard isWatched, start.duration(to: .now) > .seconds(1) else { return }
    put("\r\u{1B}[K\(words()) …")
  }

  func erase() {
    guard isWatched, start.duration(to: .now) > .seconds(1) else { return }
    put("\r\u{1B}[K")
  }

  private func put(_ text: String) { _ = write(STDERR_FILENO, text, text.utf8.count) }
}
