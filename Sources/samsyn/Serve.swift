internal import ArgumentParser
internal import Dispatch
internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Publishing

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Visar webbplatsen på den här datorn medan du skriver, och bygger om den när en fil ändras.",
    discussion: """
      Öppna adressen som skrivs ut. Sidan laddas om när du sparar, och det som är fel står överst på den, med fil och rad. \
      Ingenting skrivs på disken, och ingen annan dator kommer åt sidorna. Avsluta med Ctrl-C.

          samsyn serve --drafts
      """)

  @OptionGroup var sources: SourceOptions

  @Option(
    help: ArgumentHelp("Porten som sidorna visas på; 0 tar en ledig.", valueName: "nummer"),
    transform: { text in
      guard let port = UInt16(text) else { throw ValidationError("--port tar ett heltal från 0 till 65535") }
      return port
    })
  var port: UInt16 = 8080

  @Flag(help: "Visa också det som inte får vara offentligt, tydligt märkt.")
  var drafts = false

  func run() throws {
    let (sources, drafts) = (sources, drafts)
    let folder = SiteFolder(site: sources.site, content: sources.content, templates: sources.templates)
    let preview = Preview(folder, name: String(ProcessInfo.processInfo.systemUptime.bitPattern, radix: 36))
    let signals = [SIGINT, SIGTERM, SIGHUP].map(stopping)
    withExtendedLifetime(signals) {
      let end = DispatchSemaphore(value: 0)
      Task {
        await serve(preview, port: port) { address in
          tell("Förhandsvisningen står på \(address)\nAvsluta med Ctrl-C.\n")
          Thread.detachNewThread {
            preview.run {
              Choices(asOf: sources.asOf, baseURL: address, drafts: drafts, today: todayInStockholm())
            } telling: { result in
              switch result {
              case .success(let report):
                tell(
                  DiagnosticPrinter(isColoured: isColourWanted()).text(of: report) + report.summary(publishes: false)
                    + "\n")
              case .failure(let obstacle): tell("samsyn: \(obstacle.words)\n")
              }
            }
          }
        }
        end.signal()
      }
      end.wait()
    }
    throw ExitCode(2)
  }
}

/// Returns only when the server cannot go on, having said why.
private func serve(_ preview: Preview, port: UInt16, whenListening: @escaping @Sendable (String) -> Void) async {
  do {
    // This computer's own address: no other can reach it.
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: PreviewHandler(preview))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        if case .ip4(_, let port)? = await server.listeningAddress { whenListening("http://127.0.0.1:\(port)/") }
      }
      for try await _ in group {}
    }
  } catch {
    tell("samsyn: \(words(for: error, port: port))\n")
  }
}

private func words(for error: any Error, port: UInt16) -> String {
  guard case SocketError.failed(_, let code, let message) = error else {
    return "servern har stannat: \(error.localizedDescription)"
  }
  return switch code {
  case EADDRINUSE:
    "port \(port) används redan av ett annat program; avsluta det, eller välj en annan port: samsyn serve --port \(port == 8080 ? 8081 : 8080)"
  case EACCES: "port \(port) kräver särskild behörighet; välj en över 1023: samsyn serve --port 8080"
  default: "servern har stannat: \(message)"
  }
}

private struct PreviewHandler: HTTPHandler {
  let preview: Preview

  init(_ preview: Preview) { self.preview = preview }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let asked = Preview.Request(
      method: request.method.rawValue, target: request.target.rawValue, host: request.headers[.host])
    if request.target.path() == Preview.versionPath { try await waitForNews(request.target.query()) }
    let answer = preview.answer(to: asked)
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    headers[.contentLength] = String(answer.body.count)
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers,
      body: HTTPBodySequence(data: asked.method == "HEAD" ? Data() : Data(answer.body), suggestedBufferSize: 1 << 16))
  }

  /// Until what is shown is no longer what the page has seen, or for as long as a browser waits gladly.
  private func waitForNews(_ query: String) async throws {
    for _ in 0..<100 where query == "seen=\(preview.version)" { try await Task.sleep(for: .milliseconds(100)) }
  }
}

/// Nothing is on the disk that would have to be cleared away, so the program just ends.
private func stopping(on signal: Int32) -> any DispatchSourceSignal {
  Foundation.signal(signal, SIG_IGN)
  let source = DispatchSource.makeSignalSource(signal: signal)
  source.setEventHandler {
    tell("\nFörhandsvisningen är avslutad.\n")
    _exit(0)
  }
  source.resume()
  return source
}
