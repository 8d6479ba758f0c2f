/// A file of the finished site, not yet made: many are made at once, and none is kept longer than it takes to write it.
package struct Output: Sendable {
  /// Below the destination, without a slash first: `moten/lsg/2024-04-19/index.html`.
  package let path: String
  /// Pure: the same bytes each time. What went wrong in the making (a template's unknown name) comes with them.
  package let make: @Sendable () -> Made
  /// A file that is put there as it is, without being made.
  package let copied: FileVersion?

  package struct Made: Sendable {
    package var bytes: [UInt8]
    package var diagnostics: [Diagnostic]

    package init(bytes: [UInt8], diagnostics: [Diagnostic] = []) {
      self.bytes = bytes
      self.diagnostics = diagnostics
    }
  }

  package init(path: String, make: @escaping @Sendable () -> Made) {
    self.path = path
    self.make = make
    copied = nil
  }

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    make = { Made(bytes: bytes) }
    copied = nil
  }

  package init(path: String, copying file: FileVersion) {
    self.path = path
    make = { Made(bytes: []) }
    copied = file
  }
}
