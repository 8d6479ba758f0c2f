/// The site's own mark, beside its name at the top of every page: a file of the content folder.
package struct Logo: Hashable, Sendable {
  package enum Kind: String, Sendable { case svg, png }

  package var kind: Kind
  package var version: FileVersion
  /// In pixels of its own; only how they relate to each other counts.
  package var width: Double
  package var height: Double

  package init(kind: Kind, version: FileVersion, width: Double, height: Double) {
    (self.kind, self.version, self.width, self.height) = (kind, version, width, height)
  }

  /// Where it is published.
  package var address: String { "assets/logotyp.\(kind.rawValue)" }
}

/// Why a picture cannot be the logo.
package enum LogoFault: Error, Hashable, Sendable {
  case missing(nearest: String?)
  /// Not below the content folder, or a name that hides it.
  case misplaced
  case kind
  /// The bytes are not of the kind that the ending says, or the picture is damaged.
  case otherKind
  case tooLarge(bytes: Int, limit: Int)
  /// What runs, moves or fetches something: the element or attribute.
  case unsafe(String)
  /// An SVG that does not say how wide and high it is.
  case unsized
}
