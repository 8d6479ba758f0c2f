internal import Records

/// Makes every output, checks them as one site, and puts them in the place of what stood at the destination. Without a
/// destination the outputs are only made and checked. An output is written as soon as it is made, and then forgotten.
///
/// `written` looks through every file that is made; one that is copied was looked through as an attachment.
///
/// Approved texts are locked when they are published in the site's own folder, and just before that: so nothing is ever
/// public that is not locked. A build that is stopped between the two has locked texts that are not public yet; they are
/// those of the files, so the next build finds nothing changed and publishes them. The other way round, a text that is
/// public could be changed before the next build, and nobody would see it.
func replace(
  _ destination: Destination?, with outputs: [Output], checking written: WrittenCheck = WrittenCheck(),
  _ report: inout Report,
  _ progress: Progress, locking lock: () throws(Obstacle) -> Void = {},
  links: () -> [String: [ContentLink]] = { [:] }
) throws(Obstacle) {
  defer { progress.erase() }
  guard !report.hasErrors else {
    destination?.abandon()
    return
  }
  let check = LinkCheck(outputs.map(\.path))
  var pages: [LinkCheck.Page] = []
  var diagnostics: [Diagnostic] = []
  var unchanged = 0
  for start in stride(from: 0, to: outputs.count, by: 512) {
    progress.show("skriver sida \(start + 1) av \(outputs.count)")
    let batch = Array(start..<min(outputs.count, start + 512)).mapInParallel { index in
      made(outputs[index], index, check, written, destination)
    }
    for one in batch {
      if let obstacle = one.obstacle {
        destination?.abandon()
        throw obstacle
      }
      pages.append(one.links)
      diagnostics += one.diagnostics
      if one.isUnchanged { unchanged += 1 }
    }
  }
  report.note(diagnostics.oncePerPlace() + check.faults(of: pages, outputs, links: links))
  guard let destination else { return }
  guard !report.hasErrors else { return destination.abandon() }
  progress.show("byter ut \(destination.path)")
  if destination.isPublic {
    do throws(Obstacle) {
      try lock()
    } catch {
      destination.abandon()
      throw error
    }
  }
  try destination.replace()
  report.written = (outputs.count, unchanged)
}

private struct MadeOutput: Sendable {
  var links: LinkCheck.Page
  var diagnostics: [Diagnostic]
  var isUnchanged = false
  var obstacle: Obstacle?
}

private func made(
  _ output: Output, _ index: Int, _ check: LinkCheck, _ written: WrittenCheck, _ destination: Destination?
) -> MadeOutput {
  if let file = output.copied {
    var result = MadeOutput(links: LinkCheck.Page(), diagnostics: [])
    do {
      result.isUnchanged = try destination?.copy(file, to: output.path) ?? false
    } catch {
      result.obstacle = error
    }
    return result
  }
  let made = output.make()
  var result = MadeOutput(links: check.page(index, made.bytes), diagnostics: made.diagnostics)
  result.diagnostics += written.diagnostics(of: made.bytes, page: output.path)
  do {
    result.isUnchanged = try destination?.write(made.bytes, to: output.path) ?? false
  } catch {
    result.obstacle = error
  }
  return result
}

extension [Diagnostic] {
  /// A fault in a template shows on every page that it makes; the first page is enough.
  fileprivate func oncePerPlace() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter {
      guard case .unknownTemplateName(let name, _) = $0.problem else { return seen.insert($0).inserted }
      return seen.insert(Diagnostic(.unknownTemplateName(name: name, page: ""), at: $0.location)).inserted
    }
  }
}
