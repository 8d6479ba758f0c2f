"""The site's feeds, read by a client library: who follows a body sees what it decided and when it meets next."""

import os
import pathlib
import re
import subprocess

import feedparser
import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))
BASE = "https://samverkan.example/"


def build(to, *more):
    told = subprocess.run(
        [PROGRAM, "build", "--site", str(PROJECT), "--output", str(to), *more], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return to


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(tmp_path_factory.mktemp("feeds") / "site", "--base-url", BASE)


def read(path):
    feed = feedparser.parse(str(path))
    assert not feed.bozo, feed.bozo_exception
    return feed


def test_every_feed_is_whole_and_leads_to_pages_that_are_there(site):
    files = sorted(site.rglob("atom.xml"))
    kinds = {path.relative_to(site).parts[0] for path in files}
    assert kinds == {"arenden", "atom.xml", "organ", "huvudman", "avtal"}
    for path in files:
        feed = read(path)
        assert feed.feed.id == BASE + str(path.relative_to(site)) and feed.feed.title and feed.feed.updated
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)), path
        assert [entry.updated for entry in feed.entries] == sorted((entry.updated for entry in feed.entries), reverse=True)
        for entry in feed.entries:
            assert entry.link.startswith(BASE)
            page = site / entry.link.removeprefix(BASE).split("#")[0] / "index.html"
            assert page.is_file(), entry.link
            for target in re.findall(r'href="([^"]+)"', entry.content[0].value):
                path_of, _, anchor = target.removeprefix(BASE).partition("#")
                assert f'id="{anchor}"' in (site / path_of / "index.html").read_text(), target


def test_a_body_tells_what_it_decided_and_when_it_meets_next(site):
    entries = read(site / "organ/samrad-vard-och-omsorg/atom.xml").entries
    assert [entry.title for entry in entries[:2]] == [
        "Nästa möte: Samråd vård och omsorg 22 maj 2026", "Samråd vård och omsorg 13 mars 2026"]
    assert "handlingar senast 7 maj 2026" in entries[0].summary
    assert "att godkänna Överenskommelse om palliativ vård i hemmet" in entries[1].content[0].value
    # The day of the approval, which is the day it could be read.
    assert entries[1].updated == "2026-03-24T00:00:00Z"


def test_an_agreement_tells_of_its_versions_and_a_principal_of_what_names_it(site):
    versions = [entry.title for entry in read(site / "avtal/utskrivning/atom.xml").entries if "gäller från" in entry.title]
    assert [title[-len("1 mars 2025"):] for title in versions][0] == "1 mars 2025" and len(versions) == 3
    titles = [entry.title for entry in read(site / "huvudman/odeviks-kommun/atom.xml").entries]
    assert any(title.startswith("Samråd vård och omsorg 13 mars 2026, § 3") for title in titles)
    assert any(title.startswith("Nästa möte: ") for title in titles)


def test_pages_say_where_their_feed_is(site):
    def named(page):
        return re.findall(r'<link rel="alternate" type="application/atom\+xml" href="([^"]+)"', (site / page / "index.html").read_text())

    assert named("") == ["atom.xml"] and named("organ/lanssamverkansgruppen") == ["atom.xml"]
    assert named("avtal/utskrivning/2019-04-01") == ["../atom.xml"] and named("avtal") == ["../atom.xml"]


def test_nothing_that_is_withheld_is_told_and_without_an_address_there_is_none(site, tmp_path):
    drafts = build(tmp_path / "drafts", "--base-url", BASE, "--drafts")
    told = [entry.title for path in drafts.rglob("atom.xml") for entry in read(path).entries]
    assert not any("6 februari 2026" in title for title in told)
    assert not list(build(tmp_path / "plain").rglob("atom.xml"))
