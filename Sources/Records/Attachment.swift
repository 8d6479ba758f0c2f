/// A file that goes with a document (bilaga): its front matter lists it, and it lies under `bilagor/`. It is public with
/// its document, and never without it.
package struct Attachment: Hashable, Sendable {
  /// As the file is called in its folder: `Årsrapport 2023.pdf`.
  package var file: String
  package var title: String
  /// The line of the agenda item that it belongs to.
  package var itemLine: Int?
  /// `tillgänglig:`; nil where the front matter leaves it to the file.
  package var isStatedAccessible: Bool?
  package var line: Int
  /// The file as it was looked at; nil until then, and for one that is handed out on request instead.
  package var version: FileVersion?

  package init(file: String, title: String, line: Int) {
    self.file = file
    self.title = title
    self.line = line
  }

  /// What may go out: what everybody can open and the program can look into. Never what runs (macros, SVG, HTML), what
  /// hides its content (archives, old Office files, mail) or what no browser is told the type of.
  package enum Kind: String, Sendable, CaseIterable {
    case pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt, png, jpg
  }

  /// Told by the ending; nil for what may not go out.
  package var kind: Kind? {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    let ending = file[file.index(after: dot)...].lowercased()
    return ending == "jpeg" ? .jpg : Kind(rawValue: ending)
  }

  /// The last part of its address: the name as a slug, with its ending. Nil for a name without a letter or digit.
  package var publicName: String? {
    guard let kind, let dot = file.lastIndex(of: ".") else { return nil }
    let name = slug(String(file[..<dot]))
    return name.isEmpty ? nil : "\(name).\(kind.rawValue)"
  }
}

/// A file that is to be published as it is, as it was when it was looked at. What has changed since is not the same file,
/// and is not published.
package struct FileVersion: Hashable, Sendable {
  package var path: String
  package var size: Int
  package var inode: UInt64
  /// Nanoseconds since 1970.
  package var changed: Int

  package init(path: String, size: Int, inode: UInt64, changed: Int) {
    self.path = path
    self.size = size
    self.inode = inode
    self.changed = changed
  }
}

/// Why a file cannot be published, or what to think of before it is.
package enum AttachmentFault: Hashable, Sendable {
  /// It lies in the folder of a document that does not list it.
  case unlisted
  case missing(folder: String, nearest: String?)
  case kindNotAllowed
  /// The bytes are not of the kind that the ending says, or the file is damaged or locked by a password.
  case otherKind
  case tooLarge(bytes: Int, limit: Int)
  case nameless
  /// Another attachment of the document has the same address.
  case sameAddress(as: String)
  /// What a reader of it does not see, and others can bring out.
  case hides(Hidden)
  case personalData(PersonalDataKind)
  /// The name on a line of the list of protected people stands in it.
  case protectedName(line: Int)
  /// Nothing says that everybody can read it: it is not published, and the page says that it is handed out on request.
  case notAccessible
  /// Its properties name somebody.
  case metadata(Metadata)

  package enum Hidden: String, Sendable {
    case macros, scripts, embeddedFiles, comments, trackedChanges, sheets
  }

  package enum Metadata: String, Sendable { case author, camera }

  package var isWarning: Bool {
    switch self {
    case .notAccessible, .metadata: true
    case .personalData(let kind): kind.isHint
    case .unlisted, .missing, .kindNotAllowed, .otherKind, .tooLarge, .nameless, .sameAddress, .hides,
      .protectedName:
      false
    }
  }
}
