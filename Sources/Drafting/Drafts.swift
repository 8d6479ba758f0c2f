package import Records

/// Terms of reference to fill in. `keys` are the front matter keys of the kind, each on a line of its own.
package func termsDraft(body: String, validFrom: CalendarDate?, keys: [String]) -> String {
  let dates = validFrom.map { "giltig från: \($0)" } ?? "# giltig från: 2024-05-17"
  return file(
    ["organ: \(yamlText(body))", dates, "status: utkast"], keys, title: "Uppdragsbeskrivning för \(body)",
    headings: [
      "Syfte", "Uppdrag", "Mandat", "Sammansättning", "Arbetsordning", "Arbetsutskott (AU)", "Arbetsgrupper",
      "Minnesanteckningar", "Balanslista", "Uppföljning",
    ])
}

/// An agreement to fill in, between the principals.
package func agreementDraft(title: String, validFrom: CalendarDate?, parties: [String], keys: [String]) -> String {
  let dates = validFrom.map { "giltig från: \($0)" } ?? "# giltig från: 2024-05-17"
  let between = parties.isEmpty ? "# parter: [Region Skog, Gran kommun]" : "parter: \(yamlList(parties))"
  return file(
    ["id: \(slug(title))", "titel: \(yamlText(title))", dates, between, "status: utkast"], keys, title: title,
    headings: [
      "Bakgrund och syfte", "Omfattning", "Mål", "Parternas ansvar", "Ekonomi", "Samverkan och information",
      "Uppföljning", "Giltighet, förlängning och uppsägning", "Tvist",
    ])
}

private func file(_ frontMatter: [String], _ keys: [String], title: String, headings: [String]) -> String {
  let comments =
    ["#", "# Det här kan också stå överst. Ta bort tecknet # framför det som behövs:"] + keys.map { "# \($0)" }
  let text = ["# \(title)"] + headings.map { "## \($0)" }
  return (["---"] + frontMatter + comments + ["---", ""]).joined(separator: "\n") + "\n"
    + text.joined(separator: "\n\n") + "\n"
}
