"""What the site tells of a body's years, of an agreement's versions, and of minutes that are not there."""

import json
import os
import pathlib
import re
import subprocess

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("years") / "site"
    told = subprocess.run(
        [PROGRAM, "build", "--site", str(PROJECT), "--output", str(folder)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return folder


def test_a_meeting_without_minutes_is_told_by_what_is_public_alone(site):
    rows = json.loads((site / "protokoll-som-saknas/index.json").read_text())["unpublished"]
    days = [(row["date"], row["bodyName"]) for row in rows]
    assert days == sorted(days, key=lambda row: row[0], reverse=True)
    # Its minutes are in the folder and withheld: other minutes have announced the meeting.
    withheld = next(row for row in rows if row["date"] == "2026-02-06")
    assert withheld["announcedIn"] == "meeting:lanssamverkansgruppen:2025-09-26"
    held = {path.parent.name for path in (site / "moten/lanssamverkansgruppen").glob("*/index.html")}
    assert not held & {date for date, body in days if body == "Länssamverkansgruppen"}


def test_a_version_tells_what_it_changed(site):
    page = (site / "avtal/utskrivning/2025-03-01/andringar/index.html").read_text()
    assert "</span>fem</del>" in page and "</span>tre</ins>" in page
    assert (site / "avtal/utskrivning/2019-04-01/andringar/index.html").is_file()
    assert not (site / "avtal/utskrivning/2016-09-01/andringar").exists()


def test_an_agreement_tells_what_minutes_say_of_it(site):
    told = {row["id"]: row for row in json.loads((site / "data/agreements.json").read_text())["agreements"]}
    events = told["agreement:processtod:2022-06-01"]["events"]
    assert [(row["kind"], row["agendaItem"]) for row in events] == [
        ("notProlonged", "decision:lanssamverkansgruppen:2025-02-07:6:1")]


def test_a_body_shows_its_years_and_a_review_that_is_late(site):
    page = (site / "organ/samverkansrad-patientsakerhet/index.html").read_text()
    assert "Dagen har passerat" in page and 'id="ar-for-ar"' in page
    assert "Dagen har passerat" not in (site / "organ/lanssamverkansgruppen/index.html").read_text()


def test_a_card_says_whom_the_body_reports_to(site):
    bodies = json.loads((site / "data/bodies.json").read_text())["bodies"]
    names = {body["id"]: body["name"] for body in bodies}
    expected = {body["name"]: names[body["parent"]] for body in bodies if "parent" in body}
    for page in ["index.html", "organ/index.html"]:
        cards = (site / page).read_text().split('<a class="card-link"')[1:]
        told = {}
        for card in cards:
            name = re.search(r">([^<]+)</a>", card)[1]
            parent = re.search(r'Rapporterar till (?:<a [^>]*>)?([^<]+)', card)
            if parent:
                told[name] = parent[1]
        assert told == expected and expected
