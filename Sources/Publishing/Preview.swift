internal import Records
internal import Rendering
internal import Synchronization

/// What `samsyn serve` shows: the files of the last build without errors, and above each page what the newest build has
/// to tell.
///
/// The files stay in memory, and each is made when it is asked for. So nothing is written anywhere, nothing that is
/// withheld is left behind, and no address can lead to a file of the computer.
package final class Preview: Sendable {
  private let folder: SiteFolder
  private let state: Mutex<State>

  private struct State: Sendable {
    /// By path; nil before the first build without errors.
    var files: [String: Output]?
    var panel: PreviewPanel?
    /// Of what is shown: another one when there is something new to see.
    var version: String
  }

  /// `name` is another one each time the program is started, so that a page that was left open sees that too.
  package init(_ folder: SiteFolder, name: String) {
    self.folder = folder
    state = Mutex(State(version: "\(name)-0"))
  }

  /// Builds for ever, each time that something has changed; for a thread of its own.
  package func run(_ choices: @Sendable () -> Choices, telling tell: (Result<Report, Obstacle>) -> Void) -> Never {
    var built: Set<FileVersion>?
    while true {
      let found = folder.settledSources()
      if found != built {
        // What changes while the site is being built is seen at the next look.
        built = found
        tell(build(choices()))
      }
      pause(milliseconds: 200)
    }
  }

  /// One build. What stood before stands until one is without errors.
  @discardableResult
  package func build(_ choices: Choices) -> Result<Report, Obstacle> {
    do throws(Obstacle) {
      let (report, outputs) = try made(folder, choices, publishes: false)
      let files =
        report.hasErrors ? nil : Dictionary(outputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      show(files, PreviewPanel(report, hasPages: files != nil || state.withLock { $0.files != nil }))
      return .success(report)
    } catch {
      show(nil, PreviewPanel(error))
      return .failure(error)
    }
  }

  private func show(_ files: [String: Output]?, _ panel: PreviewPanel) {
    state.withLock { state in
      if let files { state.files = files }
      state.panel = panel
      let (name, number) = (state.version.prefix { $0 != "-" }, state.version.drop { $0 != "-" }.dropFirst())
      state.version = "\(name)-\((Int(number) ?? 0) + 1)"
    }
  }

  package var version: String { state.withLock(\.version) }
}

// MARK: Answers

extension Preview {
  package struct Request: Sendable {
    package var method: String
    /// As it was sent, with its query.
    package var target: String
    package var host: String?

    package init(method: String = "GET", target: String, host: String? = "127.0.0.1") {
      self.method = method
      self.target = target
      self.host = host
    }
  }

  package struct Answer: Sendable {
    package var status: Int
    package var headers: [String: String]
    package var body: [UInt8]
  }

  /// The address that a page asks to hear when there is something new.
  package static let versionPath = "/__samsyn/version"

  package func answer(to request: Request) -> Answer {
    // Another name for this computer is another site's: it could read what is not public (DNS rebinding).
    guard let host = request.host, isThisComputer(host) else {
      return .text(421, "Förhandsvisningen svarar bara på 127.0.0.1 och localhost.\n")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .text(405, "Förhandsvisningen svarar bara på GET och HEAD.\n", ["Allow": "GET, HEAD"])
    }
    let parts = request.target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.count > 1 ? "?\(parts[1])" : ""
    guard let path = decoded(parts.first ?? ""), path.hasPrefix("/") else {
      return .text(400, "Adressen kan inte läsas.\n")
    }
    let state = state.withLock(\.self)
    switch path {
    case Self.versionPath: return .text(200, state.version)
    case "/__samsyn/preview.js": return .file(PackageResources.preview_js, of: path)
    case "/__samsyn/preview.css": return .file(PackageResources.preview_css, of: path)
    default: break
    }
    guard let files = state.files else { return .page(503, (state.panel ?? .building).wholePage(state.version)) }
    let name = String(path.dropFirst())
    if let file = files[name.isEmpty || name.hasSuffix("/") ? name + "index.html" : name] {
      return answer(file, 200, state)
    }
    if files[name + "/index.html"] != nil {
      return .text(308, "", ["Location": (parts.first ?? "") + "/" + query])
    }
    return files["404.html"].map { answer($0, 404, state) } ?? .text(404, "Adressen finns inte.\n")
  }

  private func answer(_ file: Output, _ status: Int, _ state: State) -> Answer {
    let bytes: [UInt8]
    if let version = file.copied {
      // A file that has changed since the build looked at it is another file; the next build looks at that.
      guard let (found, content) = try? Disk.version(version.path, limit: version.size), found == version, let content
      else { return .text(404, "Filen har ändrats; ladda om sidan om en stund.\n") }
      bytes = content
    } else {
      bytes = file.make().bytes
    }
    guard file.path.hasSuffix(".html") else { return .file(bytes, of: file.path) }
    return .page(status, state.panel?.added(to: bytes, state.version) ?? bytes)
  }
}

extension Preview.Answer {
  fileprivate static func text(_ status: Int, _ text: String, _ headers: [String: String] = [:]) -> Self {
    Self(status: status, type: "text/plain; charset=utf-8", Array(text.utf8), headers)
  }

  fileprivate static func page(_ status: Int, _ html: [UInt8]) -> Self {
    Self(status: status, type: "text/html; charset=utf-8", html)
  }

  fileprivate static func file(_ bytes: [UInt8], of path: String) -> Self {
    Self(status: 200, type: mediaType(of: path), bytes)
  }

  /// The headers are those of docs/webbserver.md, so that what a page may not do there it may not do here.
  private init(status: Int, type: String, _ body: [UInt8], _ headers: [String: String] = [:]) {
    self.status = status
    self.body = body
    self.headers =
      [
        "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer", "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
        "X-Robots-Tag": "noindex",
      ]
      .merging(type.hasPrefix("text/html") || type.hasPrefix("image/svg") ? ["Content-Security-Policy": policy] : [:]) {
        $1
      }
      .merging(headers) { $1 }
  }
}

private let policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
  + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"

/// `host` or `host:port`, of a `Host` header.
private func isThisComputer(_ host: String) -> Bool {
  let host = host.lowercased()
  return ["127.0.0.1", "localhost", "[::1]"].contains { name in
    guard host.hasPrefix(name) else { return false }
    let rest = host.dropFirst(name.count)
    return rest.isEmpty || rest.first == ":" && rest.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }
}

/// Without its `%XX`; nil for what is no text.
private func decoded(_ path: Substring) -> String? {
  var out: [UInt8] = []
  var rest = Array(path.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      out.append(byte)
      continue
    }
    guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
      return nil
    }
    out.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: out, as: UTF8.self)
}

/// What browsers go by. The files of the search index are gzip that the search itself unpacks, so they are bytes.
private func mediaType(of path: String) -> String {
  let ending = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? ""
  return mediaTypes[ending] ?? "application/octet-stream"
}

private let mediaTypes = [
  "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8", "html": "text/html; charset=utf-8",
  "ics": "text/calendar; charset=utf-8", "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8",
  "json": "application/json; charset=utf-8", "pdf": "application/pdf", "png": "image/png",
  "svg": "image/svg+xml; charset=utf-8",
  "txt": "text/plain; charset=utf-8", "xml": "application/xml; charset=utf-8",
  "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
  "odp": "application/vnd.oasis.opendocument.presentation",
]
