internal import Records

/// The schemas of the files of the search, beside those of the data.
let schemas = [
  Output(path: "data/schema/search-catalogue.json", bytes: Array(catalogueSchema.utf8)),
  Output(path: "data/schema/search-terms.json", bytes: Array(termsSchema.utf8)),
  Output(path: "data/schema/search-units.json", bytes: Array(unitsSchema.utf8)),
]

private let catalogueSchema = #"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "sok/katalog.json",
    "type": "object",
    "additionalProperties": false,
    "required": ["asOf", "schema", "units", "unitsPerFile"],
    "properties": {
      "asOf": {"type": "string", "format": "date"},
      "common": {
        "description": "Words in more than two fifths of the units: they keep only the units that have them in the title.",
        "type": "array", "minItems": 1, "items": {"$ref": "#/$defs/word"}
      },
      "schema": {"const": "samsyn/1"},
      "shards": {
        "description": "The names of the files in sok/index/.",
        "type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^[a-z0-9]{1,2}$"}
      },
      "units": {"type": "integer", "minimum": 0},
      "unitsPerFile": {"type": "integer", "minimum": 1}
    },
    "$defs": {"word": {"type": "string", "pattern": "^[a-z0-9-]{1,64}$"}}
  }

  """#

private let termsSchema = #"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "sok/index/<xx>.json",
    "type": "object",
    "additionalProperties": false,
    "required": ["schema", "terms"],
    "properties": {
      "schema": {"const": "samsyn/1"},
      "terms": {
        "description": "A word and the units that have it: the unit's number, and the word's weight there: how often it stands in the unit, at most 7, and 8 on top of that when the title has it.",
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": "^[a-z0-9-]{1,64}$"},
        "additionalProperties": {
          "type": "array", "minItems": 1,
          "items": {
            "type": "array", "minItems": 2, "maxItems": 2,
            "prefixItems": [
              {"type": "integer", "minimum": 0},
              {"type": "integer", "minimum": 1, "maximum": 15}
            ]
          }
        }
      }
    }
  }

  """#

private let unitsSchema = #"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "sok/enheter/<n>.json",
    "type": "object",
    "additionalProperties": false,
    "required": ["first", "schema", "units"],
    "properties": {
      "first": {"description": "The number of the first unit here.", "type": "integer", "minimum": 0},
      "schema": {"const": "samsyn/1"},
      "units": {
        "type": "array", "minItems": 1,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": ["kind", "title", "url"],
          "properties": {
            "body": {"type": "string", "minLength": 1},
            "date": {"type": "string", "format": "date"},
            "kind": {"enum": ["agreement", "body", "item", "meeting", "page", "person", "principal", "terms"]},
            "status": {"enum": ["comingIntoForce", "ended", "endsSoon", "inForce", "replaced", "withheld"]},
            "text": {"description": "The first decision, or how the text begins.", "type": "string", "minLength": 1},
            "title": {"type": "string", "minLength": 1},
            "url": {"type": "string", "pattern": "^([a-z0-9][a-z0-9./-]*(#[a-z0-9-]+)?)?$"},
            "withheld": {"description": "In a preview: not public yet.", "const": true}
          }
        }
      }
    }
  }

  """#
