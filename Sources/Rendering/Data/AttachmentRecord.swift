internal import Records

/// A file that goes with a meeting or an agreement, in its record.
struct AttachmentRecord: Encodable {
  /// The agenda item that it belongs to.
  var agendaItem: String?
  /// `pdf`, `csv`: the ending of its name.
  var kind: String
  /// True for one that is not on the web, since nothing says that everybody can read it.
  var onRequest: Bool?
  /// In bytes.
  var size: Int?
  var title: String
  var url: String?

  static let schema = Schema.list(
    Schema.object(
      ["kind": Schema.oneOf(Attachment.Kind.allCases.map(\.rawValue)), "title": Schema.text],
      optional: [
        "agendaItem": Schema.id("item"), "onRequest": Schema.flag, "size": Schema.count, "url": Schema.url,
      ]))
}

extension Overview {
  func attachments(_ attachments: [Attachment], of target: Target) -> [AttachmentRecord]? {
    attachments.compactMap { attachment in
      guard let kind = attachment.kind else { return nil }
      return AttachmentRecord(
        agendaItem: item(of: attachment, in: target).map(archive.identifier), kind: kind.rawValue,
        onRequest: attachment.version == nil ? true : nil, size: attachment.version?.size, title: attachment.title,
        url: archive.permalink(of: attachment, in: target)?.fromRoot)
    }.nonEmpty
  }

  func item(of attachment: Attachment, in target: Target) -> Target? {
    guard case .meeting(let id) = target, let line = attachment.itemLine,
      let index = archive[id].minutes.items.firstIndex(where: { $0.line == line })
    else { return nil }
    return .item(id, index: index)
  }

  /// The files themselves, as they are.
  func attachmentFiles() -> [Output] {
    let meetings = archive.meetings.indices.flatMap { index in
      files(archive.meetings[index].minutes.attachments, of: .meeting(ID(index)))
    }
    return meetings
      + archive.agreements.indices.flatMap { files(archive.agreements[$0].text.attachments, of: .agreement(ID($0))) }
  }

  private func files(_ attachments: [Attachment], of target: Target) -> [Output] {
    attachments.compactMap { attachment in
      guard let version = attachment.version, let link = archive.permalink(of: attachment, in: target) else {
        return nil
      }
      return Output(path: link.fromRoot, copying: version)
    }
  }
}
