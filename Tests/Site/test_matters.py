"""The matters of the demonstration county: pages, data, and what minutes say of them."""

import json
import os
import pathlib
import re
import shutil
import subprocess

import jsonschema
import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))


def built(folder, *options, content=None):
    command = [PROGRAM, "build", "--site", str(PROJECT), "--output", str(folder / "site"), *options]
    told = subprocess.run(command + (["--content", str(content)] if content else []), capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("matters"))


@pytest.fixture(scope="module")
def matters(site):
    return {one["title"]: one for one in json.loads((site / "data/matters.json").read_text())["matters"]}


def page(site, url):
    return (site / url / "index.html").read_text()


def test_the_data_follows_its_schema_and_its_twins_say_the_same(site, matters):
    schema = json.loads((site / "data/schema/matters.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(json.loads((site / "data/matters.json").read_text()))
    twins = json.loads((site / "data/schema/page.json").read_text())
    for one in matters.values():
        twin = json.loads((site / one["url"] / "index.json").read_text())
        jsonschema.Draft202012Validator(twins).validate(twin)
        assert twin["matter"] == one


# What the minutes say, by hand: body, day and § of each handling, with the steps that words show.
WAYS = {
    "Äldre män i glesbygd": [
        ("samrad-vard-och-omsorg:2024-10-11:27", []), ("beredning-vuxna-och-aldre:2025-05-16:18", []),
        ("samrad-vard-och-omsorg:2025-05-23:16", []), ("samrad-vard-och-omsorg:2025-10-10:24", ["deferred"]), ("beredning-vuxna-och-aldre:2025-11-14:37", ["lifted"]),
        ("samrad-vard-och-omsorg:2026-03-13:6", ["recommended"]),
    ],
    "Friskolornas deltagande": [
        ("beredning-barn-och-unga:2025-03-21:13", ["deferred"]),
        ("beredning-barn-och-unga:2026-01-23:3", ["backToLocalLevel", "closed"]),
    ],
    "Egenavgifter för hjälpmedel": [
        ("hjalpmedelsradet:2024-06-05:13", ["deferred"]), ("hjalpmedelsradet:2024-09-11:20", ["deferred"]),
        ("hjalpmedelsradet:2025-11-26:22", ["lifted"]), ("hjalpmedelsradet:2026-01-28:3", []),
    ],
    "Palliativ vård i hemmet": [
        ("beredning-vuxna-och-aldre:2024-09-06:26", ["initiated"]),
        ("beredning-vuxna-och-aldre:2025-11-14:36", ["prepared", "lifted"]),
        ("beredning-vuxna-och-aldre:2026-01-30:4", []), ("samrad-vard-och-omsorg:2026-03-13:7", ["prepared", "recommended"]),
    ],
    "Sjuksköterskepool i inlandet": [
        ("samrad-vard-och-omsorg:2024-05-24:18", []), ("samrad-vard-och-omsorg:2024-10-11:26", ["deferred"]),
        ("lanssamverkansgruppen:2025-02-07:5", ["lifted", "lifted"]), ("samrad-vard-och-omsorg:2025-03-14:5", ["deferred"]),
        ("lanssamverkansgruppen:2025-05-09:17", []), ("samrad-vard-och-omsorg:2025-05-23:17", ["recommended"]),
        ("samrad-vard-och-omsorg:2026-03-13:3", ["decidedByPrincipal"]),
    ],
}


@pytest.mark.parametrize("title", WAYS)
def test_a_matter_has_the_way_that_the_minutes_tell(matters, title):
    way = [(one["agendaItem"].removeprefix("item:"), [move["kind"] for move in one.get("moves", [])]) for one in matters[title]["handlings"]]
    assert way == WAYS[title]


def test_every_step_has_its_words_on_the_line_that_it_names(site, matters):
    meetings = {one["id"]: one for one in json.loads((site / "data/meetings.json").read_text())["meetings"]}
    def plain(text):
        return " ".join(text.replace("*", "").replace("\\", "").split())
    checked = 0
    for one in matters.values():
        for handling in one["handlings"]:
            source = re.search(r"Källa: <code>([^<]+)</code>", page(site, meetings[handling["meeting"]]["url"]))[1]
            lines = (PROJECT / "content" / source).read_text().split("\n")
            for move in handling.get("moves", []):
                if move["text"].startswith("Ärenden till "):
                    continue
                near = plain(" ".join(lines[move["line"] - 1:move["line"] + 12]))
                assert plain(move["text"]).rstrip(".,") in near, (source, move)
                checked += 1
    assert checked > 25


def test_what_is_withheld_is_no_part_of_a_way(site, matters):
    for one in matters.values():
        assert not any("2026-02-06" in handling["url"] or "2026-03-18" in handling["url"] for handling in one["handlings"])
    assert "Digital tillsyn på natten" in matters and len(matters["Digital tillsyn på natten"]["handlings"]) == 1


def test_the_page_shows_the_way_as_a_list_and_the_same_as_a_picture(site, matters):
    for one in matters.values():
        text = page(site, one["url"])
        assert text.count('<li id="steg-') == len(one["handlings"])
        if len(one["handlings"]) > 1:
            svg = re.search(r"<svg.*?</svg>", text, re.S)[0]
            assert "<title" in svg and "<desc" in svg and "style=" not in svg and "<script" not in svg
            assert len(re.findall(r'class="number[ "]', svg)) == len(one["handlings"])
        else:
            assert "<svg" not in text


def test_an_inferred_handling_says_how_it_is_known(site, matters):
    text = page(site, matters["Placerade barns hälsa"]["url"])
    assert text.count("(enligt hänvisning i texten)") == 3
    assert "(enligt" not in page(site, matters["Friskolornas deltagande"]["url"])


def test_an_older_item_says_that_it_was_handled_later(site):
    text = page(site, "moten/lanssamverkansgruppen/2024-04-26/")
    item = re.search(r'<section class="item" id="p22">.*?</section>', text, re.S)[0]
    assert 'href="../../../arenden/samsjuklighet/"' in item
    assert "Ärendet behandlades senare" in item and "../2024-09-27/#p33" in item
    last = page(site, "moten/samrad-vard-och-omsorg/2026-03-13/")
    assert "Ärendet behandlades senare" not in re.search(r'<section class="item" id="p9">.*?</section>', last, re.S)[0]


def test_what_comes_next_is_told_with_the_meeting_that_is_planned_for_it(site, matters):
    text = page(site, matters["Förlängning av hjälpmedelsöverenskommelsen"]["url"])
    coming = re.search(r'<section aria-labelledby="nasta">.*?</section>', text, re.S)[0]
    assert "22 maj 2026" in coming and "Planerat möte" in coming


def test_a_body_lists_its_matters_that_go_on(site, matters):
    text = re.search(r'<section aria-labelledby="arenden">.*?</section>', page(site, "organ/beredning-vuxna-och-aldre/"), re.S)[0]
    assert "Hemsjukvård över kommungräns" in text and "Fast vårdkontakt" not in text


def copied(folder):
    shutil.copytree(PROJECT / "content", folder / "content", ignore=shutil.ignore_patterns("samsyn.lock"))
    return folder / "content"


def lasting(folder):
    """A site of its own, whose build writes the lock."""
    told = subprocess.run([PROGRAM, "build", "--site", str(folder), "--templates", str(PROJECT / "templates")], capture_output=True, text=True, check=False)
    return told.returncode, told.stderr


def test_a_name_is_an_address_that_does_not_vanish_and_one_that_was_inferred_leads_on(tmp_path):
    content = copied(tmp_path)
    assert lasting(tmp_path)[0] == 0
    minutes = content / "protokoll/2024/beredning-barn-och-unga-2024-03-22.md"
    text = minutes.read_text()
    # What was inferred gets a name: the old address leads to the item that it began with.
    named = text.replace("punkter:\n", 'punkter:\n  "13": {ärende: Hälsa hos placerade barn}\n', 1)
    minutes.write_text(named)
    status, told = lasting(tmp_path)
    assert status == 0, told
    public = tmp_path / "public/arenden"
    assert "beredning-barn-och-unga/2024-03-22/#p13" in (public / "placerade-barns-halsa/index.html").read_text()
    assert (public / "halsa-hos-placerade-barn/index.html").exists()
    # What has a name loses it: that is told, with the line to write.
    minutes.write_text(text)
    status, told = lasting(tmp_path)
    assert status == 1 and "/arenden/halsa-hos-placerade-barn/" in told and "adresser:" in told


def test_check_suggests_what_may_be_one_matter_and_build_does_not(tmp_path):
    content = copied(tmp_path)
    for path in content.glob("protokoll/*/*.md"):
        path.write_text(re.sub(r'  "\d+": \{ärende: Samsjuklighet\}\n', "", path.read_text()))
        path.write_text(path.read_text().replace("punkter:\n---", "---"))
    run = [PROGRAM, "check", "--site", str(PROJECT), "--content", str(content)]
    told = subprocess.run(run, capture_output=True, text=True, check=False)
    lines = [line for line in told.stderr.split("\n") + told.stdout.split("\n") if "[similar-item]" in line and "Samsjuklighet" in line]
    assert len(lines) >= 4 and all("ärende: Samsjuklighet" in line for line in lines), told.stderr
    told = subprocess.run([PROGRAM, "build", *run[2:], "--output", str(tmp_path / "site")], capture_output=True, text=True, check=False)
    assert told.returncode == 0 and "similar-item" not in told.stderr + told.stdout
