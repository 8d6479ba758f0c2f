/// What ArgumentParser itself says, in Swedish: it has no translations of its own.
func inSwedish(_ message: String) -> String {
  var out = message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    phrases.reduce(String(line)) { $0.replacing($1.english, with: $1.swedish) }
  }
  if out.first?.hasPrefix("ÖVERSIKT: ") == true { out[0].removeFirst("ÖVERSIKT: ".count) }
  return out.joined(separator: "\n")
}

private let phrases: [(english: String, swedish: String)] = [
  ("OVERVIEW: ", "ÖVERSIKT: "),
  ("USAGE: ", "Användning: "),
  ("Usage: ", "Användning: "),
  ("ARGUMENTS:", "Det som ska anges:"),
  ("OPTIONS:", "Val:"),
  ("SUBCOMMANDS:", "Kommandon:"),
  ("<subcommand>", "<kommando>"),
  ("Show help information.", "Visar den här hjälpen."),
  ("for detailed help.", "för mer hjälp."),
  ("for more information.", "för mer hjälp."),
  ("  See 'samsyn", "  Skriv 'samsyn"),
  ("(default: ", "(standard: "),
  ("Help:  ", "Hjälp:  "),
  ("Error: ", "Fel: "),
  ("Unknown option ", "Det finns inget val "),
  ("Did you mean ", "Menade du "),
  ("Unexpected argument ", "Här väntades inte "),
  (" unexpected arguments: ", " ord som inte väntades: "),
  ("Missing expected argument ", "Det saknas: "),
  ("Missing value for ", "Det saknas ett värde för "),
  ("The value ", "Värdet "),
  (" is invalid for ", " går inte för "),
]
