"""What people come for, done in the browser as they would do it: by what they read on the page, and with so few clicks."""

import os
import re
import subprocess

import pytest
from conftest import PROJECT
from test_pages import visit

PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))


class Reader:
    """Somebody on the start page. Each press and each sent question is a click."""

    def __init__(self, page):
        self.page, self.clicks = page, 0

    def press(self, link):
        assert link.is_visible()
        link.click()
        self.page.wait_for_load_state()
        self.clicks += 1

    def ask(self, words):
        self.page.get_by_role("searchbox", name="Sök på webbplatsen").fill(words)
        self.page.get_by_role("button", name="Sök", exact=True).click()
        self.page.wait_for_selector("#traffar > li")
        self.clicks += 1

    def sees(self, words, where=":target"):
        box = self.page.locator(where).filter(has_text=words).first
        assert box.is_visible(), f"{words} is not in {where} of {self.page.url}"
        top = box.evaluate("element => element.getBoundingClientRect().top")
        assert where != ":target" or -1 <= top < self.page.viewport_size["height"], "the place is not where the reader landed"


@pytest.fixture(params=[320, 1280], ids=["phone", "desk"])
def reader(browser, address, request):
    page = visit(browser, address, "", viewport={"width": request.param, "height": 800})
    yield Reader(page)
    assert page.said == []
    page.context.close()


def test_a_citizen_finds_what_was_decided(reader):
    reader.ask("egenavgift för hjälpmedel")
    reader.press(reader.page.locator("#traffar > li a").first)
    assert "/moten/" in reader.page.url and "#p" in reader.page.url
    reader.sees("egenavgift")
    assert reader.clicks <= 3


def test_a_member_finds_the_agreement_in_force_and_the_decision_behind_it(reader):
    page = reader.page
    reader.press(page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Avtal"))
    row = page.get_by_role("row").filter(has_text="vårdhygienisk expertis")
    assert row.get_by_text("Gäller", exact=True).first.is_visible()
    reader.press(row.get_by_role("rowheader").get_by_role("link"))
    assert page.locator("h1").inner_text() == "Avtal om vårdhygienisk expertis"
    assert page.locator(".facts").get_by_text("Gäller", exact=True).is_visible()
    reader.press(page.locator(".facts > div").filter(has_text="Antaget").get_by_role("link"))
    reader.sees("vårdhygienisk")
    assert reader.clicks <= 3


def test_a_member_sees_what_waits_for_their_principal(reader):
    page = reader.page
    reader.press(page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Huvudmän"))
    reader.press(page.locator("main").get_by_role("link", name=re.compile("från Gransäters kommun")))
    heading = page.get_by_role("heading", name="Det här väntar på er")
    assert heading.is_visible() and 0 <= heading.bounding_box()["y"] < 800, "the reader lands there"
    assert page.locator("section", has=heading).get_by_role("row").count() > 1
    assert reader.clicks <= 2


def test_anyone_finds_when_the_papers_for_the_next_meeting_are_due(reader):
    page = reader.page
    reader.press(page.get_by_role("link", name="Hela kalendern"))
    row = page.locator("tbody tr").first
    assert re.search(r"\d+ [a-z]+", row.locator("[data-label^=Handlingar]").inner_text())
    assert reader.clicks <= 2


def test_a_coordinator_sees_why_a_document_was_withheld():
    told = subprocess.run([PROGRAM, "check", "--site", PROJECT], capture_output=True, text=True, check=False)
    assert told.returncode == 0
    said = re.sub(r"\s+", " ", told.stdout + told.stderr)
    # What the rule asks, what is there, what is missing, and the line to write.
    assert "protokoll/2026/hjalpmedelsradet-2026-03-18.md" in said and "justera" in said
