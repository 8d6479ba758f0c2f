internal import Records

/// How titles begin that tell of the meeting itself, or of what others do, and so of no matter of their own.
private let standingBeginnings = [
  "övriga frågor", "övrigt", "nästa möte", "kommande möten", "mötestider", "mötets ", "mötet ", "föregående ",
  "dagordning", "godkännande av dagordning", "fastställande av dagordning", "val av justerare", "val av ordförande",
  "ordförande ", "val för ", "justering", "inledning", "öppnande", "välkom", "balanslista", "uppdragslista",
  "genomgång av uppdragslista", "lägesrapport", "nuläge", "sammanfattning av beslut", "genomgång och sammanfattning",
  "genomgång av beslut", "ärenden till ",
  "anmälningsärenden",
  "meddelanden", "rapporter", "information från ", "laget runt", "aktuella frågor", "avslutning", "frånvaro", "närvaro",
].map { nameKey($0) + ($0.hasSuffix(" ") ? " " : "") }

extension AgendaItem {
  /// It tells of the meeting, or of many things: what it refers to is not what it is about.
  var isStanding: Bool {
    let key = nameKey(title)
    return isRoutine || standingBeginnings.contains(where: key.hasPrefix)
  }
}
