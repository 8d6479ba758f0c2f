"""Every JSON file that was written is what its schema says."""

import gzip
import json

import jsonschema
import pytest


@pytest.fixture(scope="session")
def schemas(site):
    loaded = {}
    for path in (site / "data/schema").glob("*.json"):
        schema = json.loads(path.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        loaded[path.stem] = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    return loaded


SEARCH = {
    "k": "catalogue", "t": "terms", "b": "terms", "p": "places", "l": "words", "r": "words", "d": "units", "f": "facets", "s": "suggestions",
}


def schema_name(path, data):
    if "kind" in data:
        return "page"
    if path.as_posix() == "data/index.json":
        return "index"
    if path.parts[0] == "sok":
        return "search-" + SEARCH[path.name[0]]
    stem, _, year = path.stem.rpartition("-")
    return stem if year.isdigit() else path.stem


def documents(site):
    for path in sorted(site.rglob("*.json")):
        relative = path.relative_to(site)
        if relative.parts[:2] != ("data", "schema"):
            yield relative, json.loads(path.read_text())
    for path in sorted(site.rglob("*.sok")):
        yield path.relative_to(site), json.loads(gzip.decompress(path.read_bytes()))


def test_every_file_is_valid_against_its_schema(site, schemas):
    wrong = []
    for path, data in documents(site):
        for error in schemas[schema_name(path, data)].iter_errors(data):
            wrong.append(f"{path}: {error.json_path}: {error.message[:200]}")
    assert not wrong, "\n".join(wrong)


def test_no_nulls_no_empty_lists_and_sorted_keys(site):
    wrong = []

    def look(value, where):
        if isinstance(value, dict):
            if list(value) != sorted(value):
                wrong.append(f"{where}: unsorted {list(value)}")
            for key, inner in value.items():
                if inner is None or inner == {}:
                    wrong.append(f"{where}.{key}: {inner}")
                # The rows of a data file may be none: the file still says what kind it is.
                if inner == [] and where.count("/") + where.count(".") != 2:
                    wrong.append(f"{where}.{key}: empty list")
                look(inner, f"{where}.{key}")
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                look(inner, f"{where}[{index}]")

    for path, data in documents(site):
        look(data, path.as_posix())
    assert not wrong, "\n".join(wrong)


def test_every_url_leads_to_a_written_page_or_file(site):
    wrong = []

    def look(value, where):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key == "url":
                    page = inner.split("#")[0]
                    target = site / page / "index.html" if page == "" or page.endswith("/") else site / page
                    if not target.is_file():
                        wrong.append(f"{where}: {inner}")
                else:
                    look(inner, where)
        elif isinstance(value, list):
            for inner in value:
                look(inner, where)

    for path, data in documents(site):
        look(data, path.as_posix())
    assert not wrong, "\n".join(wrong)


def test_the_catalogue_counts_what_the_files_hold(site):
    catalogue = json.loads((site / "data/index.json").read_text())
    for file in catalogue["files"]:
        data = json.loads((site / file["path"]).read_text())
        if "parts" in data:
            rows = sum(len(json.loads((site / part["path"]).read_text())[file["kind"]]) for part in data["parts"])
        else:
            rows = len(data[file["kind"]])
        assert rows == file["count"], file["path"]


def test_no_address_of_a_person_is_in_the_data(site):
    for path, _ in documents(site):
        data = (site / path).read_bytes()
        text = gzip.decompress(data) if path.suffix == ".sok" else data
        assert b"mailto:" not in text, path
