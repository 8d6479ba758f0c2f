internal import Dispatch

extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// The results in the order of the elements, whichever was ready first.
  package func mapInParallel<Result: Sendable>(_ transform: @escaping @Sendable (Element) -> Result) -> [Result] {
    let (first, count) = (startIndex, count)
    // Small enough chunks that one slow document does not leave the other cores idle.
    let chunk = Swift.max(1, Swift.min(64, count / 64))
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let results = buffer.baseAddress
      DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { part in
        for offset in part * chunk..<Swift.min(count, (part + 1) * chunk) {
          // Each place is written by one iteration only.
          (results! + offset).initialize(to: transform(self[first + offset]))
        }
      }
      initialized = count
    }
  }
}
