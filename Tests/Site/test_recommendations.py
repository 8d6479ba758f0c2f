"""The matrix of what principals were recommended and have answered, as the demonstration county publishes it."""

import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess

import jsonschema
import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str((PROJECT / os.environ.get("SAMSYN", ".build/debug/samsyn")).resolve())
ANALYSTS = "rekommendationer/samverkansrad-patientsakerhet/2025-11-19/p25/"
ABSENCE = "rekommendationer/beredning-barn-och-unga/2026-01-23/p4/"


def build(content, output, *options):
    return subprocess.run(
        [PROGRAM, "build", "--site", str(output.parent), "--content", str(content), "--templates", str(PROJECT / "templates"),
         "--output", str(output), *options], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("recommendations")
    told = build(PROJECT / "content", folder / "site", "--base-url", "https://samverkan.example/")
    assert told.returncode == 0, told.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def rows(site):
    data = json.loads((site / "data/recommendations.json").read_text())
    jsonschema.validate(data, json.loads((site / "data/schema/recommendations.json").read_text()))
    return {row["url"]: row for row in data["recommendations"]}


class Table(html.parser.HTMLParser):
    """The rows of the tables with that class, each a list of (element, scope, text)."""

    def __init__(self, text, name):
        super().__init__()
        self.name, self.rows, self.captions, self.inside, self.cell = name, [], 0, False, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "table":
            self.inside = self.name in (attributes.get("class") or "").split()
        if not self.inside:
            return
        if tag == "caption":
            self.captions += 1
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.cell = [tag, attributes.get("scope"), ""]
            self.rows[-1].append(self.cell)

    def handle_endtag(self, tag):
        self.cell = None if tag in ("th", "td") else self.cell
        self.inside = self.inside and tag != "table"

    def handle_data(self, text):
        if self.cell:
            self.cell[2] += text


def test_thirteen_of_sixteen_have_decided_and_three_are_late(rows):
    row = rows[ANALYSTS]
    assert len(row["principals"]) == 16 and row["answered"] == 13
    assert row["due"] == "2026-02-27" and row["status"] == "overdue"
    undecided = set(row["principals"]) - {one["principal"] for one in row["responses"] if one["decided"]}
    assert undecided == {"principal:norrskede-kommun", "principal:salgeby-kommun", "principal:odeviks-kommun"}


def test_a_remiss_has_its_reservations_from_both_sources(rows):
    row = rows[ABSENCE]
    answers = {one["principal"]: one for one in row["responses"]}
    assert row["kind"] == "consultation" and row["due"] == "2026-03-06"
    assert {name for name, one in answers.items() if one.get("answer") == "reserved"} == {
        "principal:lommakers-kommun", "principal:ytterfalla-kommun"}
    assert answers["principal:lommakers-kommun"]["certainty"] == "stated"
    silent = answers["principal:odeviks-kommun"]
    assert not silent["decided"] and silent["certainty"] == "inferred"
    assert silent["source"] == "item:beredning-barn-och-unga:2026-03-20:9" and silent["text"] == "Ödeviks kommun har inte svarat."
    source = (PROJECT / "content/protokoll/2026/beredning-barn-och-unga-2026-03-20.md").read_text().split("\n")
    assert silent["text"] in source[silent["line"] - 1]


def test_the_matrix_is_a_whole_table_with_heads_for_rows_and_columns(site, rows):
    found = Table((site / "rekommendationer/index.html").read_text(), "matrix")
    heads = [row for row in found.rows if row[0][1] == "col"]
    body = [row for row in found.rows if row[0][1] == "row"]
    assert found.captions == len(heads) > 0 and len(body) == len(rows)
    for row in heads:
        assert len(row) == 17 and {cell[1] for cell in row} == {"col"}
    for row in body:
        assert len(row) == 17 and [cell[0] for cell in row] == ["th"] + ["td"] * 16
    words = {re.sub(r"\s+", " ", row[0][2]).strip(): [cell[2] for cell in row[1:]] for row in body}
    analysts = next(cells for title, cells in words.items() if title.startswith("Gemensamma händelseanalyser"))
    assert [analysts.count(word) for word in ["ja", "delvis", "nej", "saknas"]] == [11, 1, 1, 3]


def test_every_row_has_a_page_and_a_twin_and_is_in_the_sitemap(site, rows):
    places = (site / "sitemap.xml").read_text()
    for url, row in rows.items():
        twin = json.loads((site / url / "index.json").read_text())
        assert twin["recommendations"] == [row] and f"https://samverkan.example/{url}<" in places
        meeting = (site / row["meeting"].replace("meeting:", "moten/").replace(":", "/") / "index.html").read_text()
        assert re.search(rf'href="(\.\./)+{re.escape(url)}"', meeting), url


def test_what_waits_for_a_principal_stands_on_its_page_and_what_it_has_answered_does_not_wait(site):
    def waiting(name):
        text = (site / "huvudman" / name / "index.html").read_text()
        return text.split('id="vantar"')[1].split("<details>")[0].split("</section>")[0]

    assert ANALYSTS in waiting("odeviks-kommun") and ABSENCE in waiting("odeviks-kommun")
    assert ANALYSTS not in waiting("storvinge-kommun") and ABSENCE not in waiting("storvinge-kommun")


def test_answers_to_withheld_minutes_leave_no_trace_and_are_told(tmp_path):
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    minutes = tmp_path / "content/protokoll/2026/beredning-barn-och-unga-2026-01-23.md"
    minutes.write_text(minutes.read_text().replace("justerat: 2026-02-02\n", ""))
    told = build(tmp_path / "content", tmp_path / "site")
    assert told.returncode == 0 and "content/svar/skolfranvaro.yml:2:" in told.stdout + told.stderr
    assert "[unknown-recommendation]" in told.stdout + told.stderr
    assert not (tmp_path / "site" / ABSENCE).exists()
    for path in (tmp_path / "site").rglob("*"):
        if path.suffix in {".html", ".json"}:
            assert "Grundskolenämnden § 14" not in path.read_text(), path
