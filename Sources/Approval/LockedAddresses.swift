package import Records

/// The addresses that have been public, in the lock: each with who had it and, for minutes, the anchors of the items with
/// how many decisions each has. None is ever forgotten.
///
///     adress /moten/lsg/2024-04-26/ dokument protokoll/2024/lsg-2024-04-26.md
///       punkter p19:2 p20 p21:1
///     adress /organ/lsg/ organ Länssamverkansgruppen
package struct LockedAddresses: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var holder: PublishedAddress.Holder
    package var items: [String: Int]
  }

  private(set) var entries: [String: Entry] = [:]

  /// With what is public now. What has gone keeps its place.
  mutating func add(_ published: [PublishedAddress]) {
    for address in published {
      let old = entries[address.path]?.items ?? [:]
      entries[address.path] = Entry(
        holder: address.holder, items: old.merging(address.items) { max($0, $1) })
    }
  }

  /// Every address with its anchors, by path.
  var sorted: [(path: String, entry: Entry)] {
    entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }

  var text: String {
    var out = ""
    for (path, entry) in sorted {
      out += "adress \(path) \(entry.holder.lockWord) \(entry.holder.name)\n"
      guard !entry.items.isEmpty else { continue }
      let items = entry.items.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
      out += "  punkter"
      for (anchor, decisions) in items { out += " \(anchor)\(decisions > 0 ? ":\(decisions)" : "")" }
      out += "\n"
    }
    return out
  }

  /// The path of a first line; nil for a line that is none.
  mutating func read(_ line: Substring) -> String? {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count == 4, words[0] == "adress", let link = Permalink(written: String(words[1])), link.fragment == nil,
      entries[link.path] == nil, let holder = PublishedAddress.Holder(String(words[2]), String(words[3]))
    else { return nil }
    entries[link.path] = Entry(holder: holder, items: [:])
    return link.path
  }

  /// False for a line that is not the second one of an address.
  mutating func read(_ line: Substring, of path: String) -> Bool {
    guard line.hasPrefix("  punkter ") else { return false }
    for item in line.dropFirst("  punkter ".count).split(separator: " ") {
      let parts = item.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count <= 2, let count = parts.count == 1 ? 0 : Int(parts[1]), count >= 0 else { return false }
      entries[path]?.items[String(parts[0])] = count
    }
    return true
  }
}

extension PublishedAddress.Holder {
  fileprivate init?(_ word: String, _ name: String) {
    guard !name.isEmpty else { return nil }
    switch word {
    case "dokument": self = .document(name)
    case "organ": self = .body(name)
    case "huvudman": self = .principal(name)
    case "ärende": self = .matter(name)
    default: return nil
    }
  }

  fileprivate var lockWord: String {
    switch self {
    case .document: "dokument"
    case .body: "organ"
    case .principal: "huvudman"
    case .matter: "ärende"
    }
  }

  /// A matter that has no name of its own.
  fileprivate var isInferred: Bool {
    if case .matter(let name) = self { name.hasPrefix("/") } else { false }
  }

  package var name: String {
    switch self {
    case .document(let name), .body(let name), .principal(let name), .matter(let name): name
    }
  }
}

extension Lock {
  /// The addresses that those may keep who may be public now; a document that was renamed keeps its own.
  package func givenAddresses(of admitted: [Admitted], closed: [FormerAddress]) -> GivenAddresses {
    var names: [String: String] = [:]
    for one in admitted where one.withheld == nil {
      names[one.document.source.name] = one.document.source.name
    }
    for (old, new) in renamed(admitted) { names[old] = new }
    let holders = addresses.sorted.compactMap { path, entry -> (String, PublishedAddress.Holder)? in
      guard case .document(let name) = entry.holder else { return (path, entry.holder) }
      return names[name].map { (path, .document($0)) }
    }
    return GivenAddresses(holders, closed: closed)
  }

  /// What has become of the addresses of minutes that have been public as long as their body lets them, where no line
  /// says anything else.
  package func retired(_ withheld: [Withholding], besides lines: [FormerAddress]) -> [FormerAddress] {
    var ends: [String: (Withholding, months: Int, day: CalendarDate)] = [:]
    for one in withheld {
      if case .retentionOver(let months, let day) = one.reason { ends[one.name] = (one, months, day) }
    }
    let told = Set(lines.map(\.address))
    return addresses.sorted.compactMap { path, entry in
      guard case .document(let name) = entry.holder, let (one, months, day) = ends[name],
        case let address = Permalink(path), !told.contains(address)
      else { return nil }
      return FormerAddress(
        address: address, fate: .withdrawn(day), reason: "Protokollen gallras \(period(months: months)) efter mötet.",
        location: SourceLocation(path: one.path))
    }
  }

  /// What `lines` say, and what follows from them for the addresses that go with those; and the lines that are wrong.
  package func formerAddresses(beside published: [PublishedAddress], lines: [FormerAddress], today: CalendarDate)
    -> ([FormerAddress], [Diagnostic])
  {
    let there = Published(published)
    var diagnostics: [Diagnostic] = []
    var fates: [Permalink: FormerAddress] = [:]
    for line in lines {
      let problem: Problem? =
        if fates[line.address] != nil {
          .formerAddressTwice(address: line.address.text)
        } else if there.has(line.address) {
          .formerAddressPublished(address: line.address.text)
        } else if case .withdrawn(let day) = line.fate, day > today {
          .withdrawnInFuture(address: line.address.text, on: day, today: today)
        } else {
          nil
        }
      if let problem { diagnostics.append(Diagnostic(problem, at: line.location)) }
      if fates[line.address] == nil { fates[line.address] = line }
    }
    for path in addresses.entries.keys {
      let link = Permalink(path)
      guard fates[link] == nil, !there.has(link), let parent = link.parent, let line = fates[parent] else { continue }
      var own = line
      own.address = link
      if case .moved(let target) = line.fate {
        own.fate = .moved(to: link.following(target))
        // Its own new address is somewhere else: it needs a line of its own.
        guard there.has(link.following(target)) else { continue }
      }
      fates[link] = own
    }
    // Where nothing but what was read out of the minutes made a matter, its page leads to the item that it began with.
    for (path, entry) in addresses.entries {
      let link = Permalink(path)
      guard entry.holder.isInferred, fates[link] == nil, !there.has(link),
        let item = Permalink(written: entry.holder.name),
        there.has(item)
      else { continue }
      fates[link] = FormerAddress(
        address: link, fate: .moved(to: item), reason: "", location: SourceLocation(path: ""))
    }
    var out: [FormerAddress] = []
    for var one in fates.values {
      if case .moved(let target) = one.fate {
        guard let last = end(of: target, fates, there) else {
          diagnostics.append(Diagnostic(.movedNowhere(address: target.text), at: one.location))
          continue
        }
        one.fate = .moved(to: last)
      }
      out.append(one)
    }
    return (out.sorted { $0.address.text.utf8.lexicographicallyPrecedes($1.address.text.utf8) }, diagnostics)
  }

  /// What was public, is not, and has no line; with the line to write. What goes with another address that is told
  /// is not told itself. `path` is that of the lock.
  package func vanished(
    from published: [PublishedAddress], _ former: [FormerAddress], today: CalendarDate, path: String
  ) -> [Diagnostic] {
    let there = Published(published)
    let told = Set(former.map(\.address))
    var missing: [(link: Permalink, holder: PublishedAddress.Holder)] = []
    for (path, entry) in addresses.sorted {
      let link = Permalink(path)
      if !there.has(link) {
        // What has become of the items of a matter, their own addresses tell.
        if !told.contains(link), !entry.holder.isInferred { missing.append((link, entry.holder)) }
        continue
      }
      for (anchor, decisions) in entry.items.sorted(by: { $0.key < $1.key }) {
        let item = Permalink(path, fragment: anchor)
        let all = [item] + (0..<decisions).map { Permalink(path, fragment: "\(anchor)-beslut-\($0 + 1)") }
        for link in all where !there.has(link) && !there.isSecret(link) && !told.contains(link) {
          if let parent = link.parent, told.contains(parent) { continue }
          missing.append((link, entry.holder))
        }
      }
    }
    guard !missing.isEmpty else { return [] }
    let links = Set(missing.map(\.link))
    let lines = Dictionary(
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
        line.hasPrefix("adress ") ? (String(line.split(separator: " ")[1]), index + 1) : nil
      }, uniquingKeysWith: { first, _ in first })
    return missing.filter { $0.link.parent.map { !links.contains($0) } ?? true }.map { link, holder in
      let target = link.fragment == nil ? there.place(of: holder, insteadOf: link) : nil
      let line =
        target.map { "{adress: \(link.text), flyttad till: \($0)}" }
        ?? "{adress: \(link.text), återkallad: \(today), skäl: varför}"
      return Diagnostic(
        .addressVanished(address: link.text, holder: holder.name, line: line),
        at: SourceLocation(path: path, line: lines[link.path] ?? 1))
    }
  }
}

/// Where a move ends: it may be followed by another, or by a withdrawal; nil when it leads nowhere or in a ring.
private func end(of target: Permalink, _ fates: [Permalink: FormerAddress], _ there: Published) -> Permalink? {
  var target = target
  for _ in 0...fates.count {
    if there.has(target) { return target }
    guard let next = fates[target] else { return nil }
    switch next.fate {
    case .moved(let further): target = further
    // An item that was withdrawn stands on its page; a page that was has one that says so.
    case .withdrawn: return target
    }
  }
  return nil
}

/// What is public now, to be asked for addresses.
private struct Published {
  private let pages: [String: PublishedAddress]

  init(_ all: [PublishedAddress]) {
    pages = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func has(_ link: Permalink) -> Bool {
    guard let page = pages[link.path] else { return false }
    guard let fragment = link.fragment else { return true }
    guard let item = link.parent?.fragment else { return page.items[fragment] != nil }
    let number = Int(fragment.dropFirst("\(item)-beslut-".count)) ?? 0
    return number >= 1 && number <= page.items[item] ?? 0
  }

  /// The law that the page shows is the reason why it is not there.
  func isSecret(_ link: Permalink) -> Bool {
    guard let page = pages[link.path], let fragment = link.fragment else { return false }
    let item = link.parent?.fragment ?? fragment
    if page.secretItems.contains(item) { return true }
    // "p" and a title: the title is no longer shown, and neither is an address that says it.
    return page.hidesTitle && !(item.dropFirst().first?.isNumber ?? false)
  }

  func place(of holder: PublishedAddress.Holder, insteadOf link: Permalink) -> String? {
    guard case .document = holder else { return nil }
    let folder = link.path.split(separator: "/").first
    let found = pages.values.filter { $0.holder == holder && $0.path.split(separator: "/").first == folder }
    return found.count == 1 ? found[0].path : nil
  }
}
