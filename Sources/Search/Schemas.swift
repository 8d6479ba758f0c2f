internal import Records

/// The schemas of the files of the search, beside those of the data.
let schemas = [
  schema(
    "catalogue", "katalog.sok",
    [
      (
        "?big",
        ##"{"description": "Keys with a file of their own.", "type": "object", "additionalProperties": {"$ref": "#/$defs/file"}}"##
      ),
      ("asOf", #"{"type": "string", "format": "date"}"#),
      ("ends", ranges("Keys by their ends: the first of each r file, written backwards.")),
      ("facets", file),
      ("parts", #"{"description": "Keys that other words are put together from.", "type": "string"}"#),
      ("records", ##"{"type": "array", "items": {"$ref": "#/$defs/file"}}"##),
      ("rules", #"{"description": "What a word is, and which forms belong together.", "type": "object"}"#),
      ("schema", #"{"const": "samsyn/1"}"#), ("suggestions", file),
      ("terms", ranges("The first key of each t file, the file, and the p file of the same keys.")),
      ("undated", #"{"description": "How many units have no day; they come first.", "type": "integer", "minimum": 0}"#),
      ("units", #"{"type": "integer", "minimum": 0}"#), ("unitsPerFile", #"{"type": "integer", "minimum": 1}"#),
    ]),
  schema("terms", "t<n> and b<n>", [("terms", texts("A stem, and which units it is in, in turn."))]),
  schema("places", "p<n>", [("places", texts("Where the stems of t<n> stand in their units."))]),
  schema("words", "r<n>", [("words", texts("The commonest form of each key, by the ends of their stems."))]),
  schema(
    "units", "d<n>",
    [
      (
        "units",
        #"""
        {"type": "array", "minItems": 1, "items": {
          "type": "object", "additionalProperties": false, "required": ["kind", "title", "url"],
          "properties": {
            "body": {"type": "string", "minLength": 1},
            "date": {"type": "string", "format": "date"},
            "kind": {"enum": ["agreement", "body", "decision", "followUp", "item", "matter", "meeting", "page", "person", "principal", "terms"]},
            "place": {"description": "Which of the decisions of its item, or when it is to be done.", "type": "string", "minLength": 1},
            "status": {"enum": ["comingIntoForce", "ended", "endsSoon", "inForce", "replaced", "withheld"]},
            "text": {"description": "How the text begins.", "type": "string", "minLength": 1},
            "title": {"type": "string", "minLength": 1},
            "url": {"type": "string", "pattern": "^([a-z0-9][a-z0-9./-]*(#[a-z0-9-]+)?)?$"},
            "withheld": {"description": "In a preview: not public yet.", "const": true}
          }}}
        """#
      )
    ]),
  schema(
    "facets", "f0",
    ["?ar", "?huvudman", "?organ", "?typ"].map { ($0, values) } + [
      ("galler", #"{"description": "What holds today.", "type": "string"}"#)
    ]),
  schema(
    "suggestions", "s0",
    [
      (
        "suggestions",
        #"{"type": "array", "items": {"type": "array", "prefixItems": [{"enum": ["agreement", "body", "item"]}, {"type": "string", "minLength": 1}], "minItems": 2, "maxItems": 2}}"#
      )
    ]),
]

private let file = ##"{"$ref": "#/$defs/file"}"##
private let values =
  #"{"description": "A value, its name, and runs of units: the gap before each, and its length less one.", "type": "array", "items": {"type": "array", "minItems": 3, "maxItems": 3, "items": {"type": "string", "minLength": 1}}}"#

private func texts(_ what: String) -> String {
  #"{"description": "\#(what)", "type": "array", "minItems": 1, "items": {"type": "string"}}"#
}

private func ranges(_ what: String) -> String {
  ##"{"description": "\##(what)", "type": "array", "items": {"type": "array", "prefixItems": [{"type": "string", "minLength": 1}, {"$ref": "#/$defs/file"}, {"$ref": "#/$defs/file"}], "minItems": 2, "maxItems": 3}}"##
}

private func schema(_ name: String, _ title: String, _ properties: [(String, String)]) -> Output {
  // What may be left out has a question mark.
  let names = properties.filter { !$0.0.hasPrefix("?") }.map { "\"\($0.0)\"" }.joined(separator: ", ")
  let rows = properties.map { "    \"\($0.0.drop { $0 == "?" })\": \($0.1)" }.joined(separator: ",\n")
  let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "sok/index/\(title)",
      "type": "object",
      "additionalProperties": false,
      "required": [\(names)],
      "properties": {
    \(rows)
      },
      "$defs": {"file": {"type": "string", "pattern": "^[a-z][0-9]+-[a-z]{5}$"}}
    }

    """
  return Output(path: "data/schema/search-\(name).json", bytes: Array(text.utf8))
}
