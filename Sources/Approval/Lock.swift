package import Records

/// What has been approved and published (`content/samsyn.lock`), so that no text changes in silence afterwards.
///
/// The file is lines of text, sorted by document; its first line says in Swedish what it is. Each document is
///
///     dokument protokoll/2024/lsg-2024-04-26.md
///       text <SHA-256 of the text after the front matter in NFC, with \n as line end and no blank lines at its ends>
///       rader <four hexadecimal digits for each of its lines>
///       rättelser <how many corrections it has told of, when there are any>
///       nyckel datum <eight hexadecimal digits of the value of a front matter key>
///       väntar (only when not all have approved it yet)
///
/// After them come the addresses: see `LockedAddresses`.
///
/// A document has the name of its file below the content folder. One that has moved but says the same is the same one.
package struct Lock: Hashable, Sendable {
  private var texts: [String: TextDigest] = [:]
  /// Not yet approved by all: when their approvals are taken back, the text may change.
  private var pending: Set<String> = []
  private(set) var addresses = LockedAddresses()

  package init() {}

  package subscript(name: String) -> TextDigest? { texts[name] }

  package func isPending(_ name: String) -> Bool { pending.contains(name) }

  /// Locks a text, or with nil forgets it.
  package mutating func lock(_ name: String, _ text: TextDigest?, isPending: Bool = false) {
    texts[name] = text
    if isPending, text != nil { pending.insert(name) } else { pending.remove(name) }
  }
}

extension Lock {
  /// What has changed, without a correction that says so, since it was locked.
  /// Minutes that have taken the address of others, whatever their file is called, are held to the text that stood there.
  package func changes(in admitted: [Admitted], at addresses: [PublishedAddress] = []) -> [Diagnostic] {
    let published = admitted.published
    let present = Set(published.map(\.source.name))
    var before: [String: String] = [:]
    for address in addresses where address.path.hasPrefix("/moten/") {
      guard case .document(let name) = address.holder,
        case .document(let old)? = self.addresses.entries[address.path]?.holder,
        !present.contains(old)
      else { continue }
      before[name] = old
    }
    let names = names(of: published)
    return zip(published, names).flatMap { document, name -> [Diagnostic] in
      guard let digest = document.digest, let locked = texts[name] ?? before[name].flatMap({ texts[$0] }) else {
        return []
      }
      return changes(in: document, digest, since: locked)
    }
  }

  /// With what is published now. What is withheld or gone keeps its place.
  package func locking(_ admitted: [Admitted], at addresses: [PublishedAddress] = []) -> Lock {
    let published = admitted.published
    var lock = self
    for name in names(of: published) { lock.lock(name, nil) }
    for document in published { lock.lock(document.source.name, document.digest) }
    lock.addresses.add(addresses)
    return lock
  }

  /// Documents that have another name than they were locked under: their old names and their new ones.
  func renamed(_ admitted: [Admitted]) -> [(old: String, new: String)] {
    let published = admitted.published
    return zip(names(of: published), published).compactMap { old, document in
      old == document.source.name ? nil : (old, document.source.name)
    }
  }

  /// What has changed in one document since its text was locked.
  package func changes(in document: Document) -> [Diagnostic] {
    guard let digest = document.digest, let locked = texts[document.source.name] else { return [] }
    return changes(in: document, digest, since: locked)
  }

  private func changes(in document: Document, _ digest: TextDigest, since locked: TextDigest) -> [Diagnostic] {
    func at(_ line: Int) -> SourceLocation { SourceLocation(path: document.source.path, line: max(1, line)) }
    if digest.corrections > locked.corrections { return [] }
    var found: [Diagnostic] = []
    if digest.corrections < locked.corrections {
      found.append(Diagnostic(.correctionRemoved(count: locked.corrections - digest.corrections), at: at(1)))
    }
    let places = document.digestPlaces
    for key in Set(locked.keys.keys).union(digest.keys.keys).sorted() where locked.keys[key] != digest.keys[key] {
      found.append(Diagnostic(.lockedKeyChanged(key: key), at: at(places.keys[key] ?? 1)))
    }
    if digest.text != locked.text {
      let same = zip(digest.lines, locked.lines).prefix { $0 == $1 }.count
      // What was cut off at the end shows on the line that is now the last.
      let line = places.firstLine + min(same, digest.lines.count - 1)
      found.append(Diagnostic(.lockedTextChanged, at: at(line)))
    }
    return found
  }

  /// The name that each is locked under: its own, else that of a document that is gone and said the same.
  private func names(of documents: [Document]) -> [String] {
    let present = Set(documents.map(\.source.name))
    let gone = texts.filter { !present.contains($0.key) }.sorted { $0.key < $1.key }
    let byText = Dictionary(gone.map { ($0.value.text, $0.key) }, uniquingKeysWith: { first, _ in first })
    return documents.map { document in
      let name = document.source.name
      return texts[name] == nil ? document.digest.flatMap { byText[$0.text] } ?? name : name
    }
  }
}

extension [Admitted] {
  /// Minutes and agreements that may be public.
  fileprivate var published: [Document] {
    filter { $0.withheld == nil && $0.document.digest != nil }.map(\.document)
  }
}

extension Lock {
  private static let header =
    "# Samsyn skriver den här filen: vad som har godkänts och publicerats, så att ingen text ändras i tysthet. "
    + "För varje dokument: text är SHA-256 av det som står efter uppgifterna överst, rader fyra tecken för varje rad, "
    + "nyckel åtta tecken för varje uppgift. För varje adress: vem som har haft den, och vilka punkter, med antalet beslut. "
    + "Spara den tillsammans med dokumenten."

  package var text: String {
    var out = Self.header + "\n"
    for (name, digest) in texts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      out += "dokument \(name)\n  text \(digest.text)\n  rader "
      for line in digest.lines { out += hexadecimal(UInt32(line), digits: 4) }
      out += "\n"
      if digest.corrections > 0 { out += "  rättelser \(digest.corrections)\n" }
      for (key, hash) in digest.keys.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        out += "  nyckel \(key) \(hexadecimal(hash, digits: 8))\n"
      }
      if pending.contains(name) { out += "  väntar\n" }
    }
    return out + addresses.text
  }

  /// The lock of a text, or the first line that cannot be understood.
  package static func read(_ text: String) -> Result<Lock, Unreadable> {
    var lock = Lock()
    var name: String?
    var address: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || index == 0 && line.hasPrefix("#") { continue }
      let unreadable = Unreadable(line: index + 1)
      if line.hasPrefix("dokument ") {
        let new = String(line.dropFirst("dokument ".count))
        guard lock[new] == nil else { return .failure(unreadable) }
        lock.lock(new, TextDigest(text: "", lines: [], keys: [:], corrections: 0))
        (name, address) = (new, nil)
      } else if line.hasPrefix("adress ") {
        guard let new = lock.addresses.read(line) else { return .failure(unreadable) }
        (name, address) = (nil, new)
      } else if let address {
        guard lock.addresses.read(line, of: address) else { return .failure(unreadable) }
      } else if line == "  väntar", let name {
        lock.pending.insert(name)
      } else {
        guard let name, lock.texts[name]?.read(line) == true else { return .failure(unreadable) }
      }
    }
    return .success(lock)
  }

  package struct Unreadable: Error, Hashable {
    package let line: Int
  }
}

extension TextDigest {
  /// False for a line that is none of the lock's.
  fileprivate mutating func read(_ line: Substring) -> Bool {
    guard line.hasPrefix("  ") else { return false }
    let words = line.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
    switch words.first {
    case "text" where words.count == 2 && words[1].utf8.count == 64:
      text = String(words[1])
      return true
    case "rader" where words.count == 2:
      let digits = Array(words[1].utf8)
      let numbers = stride(from: 0, to: digits.count, by: 4).compactMap { start in
        UInt16(String(decoding: digits[start..<min(digits.count, start + 4)], as: UTF8.self), radix: 16)
      }
      lines = numbers
      return digits.count == 4 * numbers.count
    case "rättelser" where words.count == 2:
      guard let count = Int(words[1]), count >= 0 else { return false }
      corrections = count
      return true
    case "nyckel" where words.count > 2:
      guard let hash = UInt32(words[words.count - 1], radix: 16) else { return false }
      keys[words[1..<words.count - 1].joined(separator: " ")] = hash
      return true
    default: return false
    }
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: digits - text.utf8.count) + text
}
