/// An address that was public and what has become of it: a line under `adresser:` in `samsyn.yml`, or what follows from one.
package struct FormerAddress: Hashable, Sendable {
  package enum Fate: Hashable, Sendable {
    case moved(to: Permalink)
    case withdrawn(CalendarDate)
  }

  /// With a fragment for an item or a decision of minutes that are still there.
  package var address: Permalink
  package var fate: Fate
  /// Why, as the page says it; empty for a move that gives no reason.
  package var reason: String
  package var location: SourceLocation

  package init(address: Permalink, fate: Fate, reason: String, location: SourceLocation) {
    self.address = address
    self.fate = fate
    self.reason = reason
    self.location = location
  }
}

extension Permalink {
  /// An address of the site as it is written, `/moten/lsg/2024-04-19/#p19`; nil for what is none. A person's is none: it
  /// says a name, and who is no longer shown is simply gone.
  package init?(written text: String) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard let path = parts.first, parts.count <= 2, path.hasPrefix("/"), path.hasSuffix("/"), path.utf8.count > 1 else {
      return nil
    }
    let names = path.dropFirst().dropLast().split(separator: "/", omittingEmptySubsequences: false)
    guard names.allSatisfy(isSlug), names.first != "personer", parts.count == 1 || isSlug(parts[1]) else { return nil }
    self.init(String(path), fragment: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// The address that this one goes with: what is of a body goes with the body's, a version of an agreement with its
  /// agreement's, a decision with its item's.
  package var parent: Permalink? {
    if let fragment {
      return fragment.firstRange(of: "-beslut-").map { Permalink(path, fragment: String(fragment[..<$0.lowerBound])) }
    }
    let names = path.split(separator: "/")
    switch names.first {
    case "organ" where names.count == 3, "moten" where names.count >= 2: return Permalink("/organ/\(names[1])/")
    case "avtal" where names.count == 3: return Permalink("/avtal/\(names[1])/")
    default: return nil
    }
  }

  /// What this address is called when its parent has another: `/moten/a/2024-04-19/` when `/organ/a/` is `/organ/b/`.
  package func following(_ parent: Permalink) -> Permalink {
    if let fragment, let number = fragment.firstRange(of: "-beslut-"), let item = parent.fragment {
      return Permalink(parent.path, fragment: item + fragment[number.lowerBound...])
    }
    var names = path.split(separator: "/")
    let new = parent.path.split(separator: "/")
    if names.count > 1, new.count > 1 { names[1] = new[1] }
    return Permalink("/\(names.joined(separator: "/"))/")
  }
}

private func isSlug(_ text: some StringProtocol) -> Bool {
  !text.isEmpty && text.utf8.count <= 200
    && text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
}
