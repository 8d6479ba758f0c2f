"""The site's calendars, read by a client library: what subscribes to them sees the meetings and the days of their papers."""

import datetime
import os
import pathlib
import subprocess
import zoneinfo

import icalendar
import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("calendar")
    told = subprocess.run(
        [PROGRAM, "build", "--site", str(PROJECT), "--output", str(folder / "site"), "--base-url", "https://samverkan.example"],
        capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return folder / "site"


def events(path):
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(data)
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT")), "an UID is there twice"
    return found


def test_a_meeting_has_its_hours_in_stockholm_and_its_papers_a_day(site):
    found = events(site / "kalender/kalender.ics")
    meeting = found["samrad-vard-och-omsorg-2026-05-22@samverkan-i-alvmark"]
    stockholm = zoneinfo.ZoneInfo("Europe/Stockholm")
    assert meeting["SUMMARY"] == "Samråd vård och omsorg" and meeting["LOCATION"] == "Kommunhuset, Ripedal"
    assert meeting.decoded("DTSTART").astimezone(stockholm) == datetime.datetime(2026, 5, 22, 9, 0, tzinfo=stockholm)
    assert meeting.decoded("DTEND").astimezone(stockholm) == datetime.datetime(2026, 5, 22, 12, 0, tzinfo=stockholm)
    assert meeting["URL"] == "https://samverkan.example/organ/samrad-vard-och-omsorg/"
    # Ten working days before, past Ascension Day, which the rule of the body counts in.
    papers = found["samrad-vard-och-omsorg-2026-05-22-handlingar@samverkan-i-alvmark"]
    assert papers.decoded("DTSTART") == datetime.date(2026, 5, 7) and "Samråd vård och omsorg" in papers["SUMMARY"]


def test_each_body_has_its_own_meetings_and_all_are_in_that_of_the_site(site):
    all_events = events(site / "kalender/kalender.ics")
    bodies = sorted((site / "organ").glob("*/kalender.ics"))
    assert len(bodies) > 5
    own = {}
    for path in bodies:
        for uid, event in events(path).items():
            assert uid.startswith(path.parent.name + "-"), uid
            own[uid] = event
    assert own == all_events and len(own) > 20


def test_what_subscribes_sees_the_same_events_after_a_later_build(site, tmp_path):
    told = subprocess.run(
        [PROGRAM, "build", "--site", str(PROJECT), "--output", str(tmp_path / "later"), "--as-of", "2026-04-24"],
        capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    later = events(tmp_path / "later/kalender/kalender.ics")
    assert later and set(later) <= set(events(site / "kalender/kalender.ics"))
