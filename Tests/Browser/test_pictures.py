"""Pictures say what the data says, neither more nor less."""

import collections
import json
import re


def load(site, path):
    return json.loads((site / path).read_text())


def cells(row):
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]


def rows(page, anchor):
    table = page.split(f'id="{anchor}"')[1].split("</table>")[0]
    return [cells(row) for row in re.findall(r"<tr>.*?</tr>", table, re.S)]


def test_the_year_shows_the_meetings_that_are_public_and_no_others(site):
    page = (site / "kalender/index.html").read_text()
    year = load(site, "index.json")["asOf"][:4]
    part = page.split(f'id="aret-{year}"')[1].split("</section>")[0]
    planned = [row for row in load(site, "kalender/index.json")["upcoming"] if row["date"][:4] == year]
    expected = {
        "held": sum(row["date"][:4] == year for row in load(site, "data/meetings.json")["meetings"]),
        "planned": len(planned),
        "missing": sum(row["date"][:4] == year for row in load(site, "protokoll-som-saknas/index.json")["unpublished"]),
        "due": sum(row.get("papersDue", "")[:4] == year for row in planned),
    }
    shown = collections.Counter(re.findall(r'<(?:circle|path) class="(\w+)"', part))
    assert dict(shown) == expected and all(expected.values())
    # In words below it: each meeting once, each day for papers once.
    words = part.split("<details>")[1]
    assert words.count("<time") == sum(expected.values()) and words.count("handlingar senast") == expected["due"]
    assert words.count("(protokoll)") == expected["held"] and words.count("(protokoll saknas)") == expected["missing"]


def test_attendance_is_what_the_lists_of_the_minutes_count(site):
    checked = 0
    for path in (site / "organ").glob("*/index.html"):
        page = path.read_text()
        if 'id="narvaro"' not in page:
            continue
        hrefs = re.findall(r'<th scope="row"><a href="\.\./\.\./([^"]+)">', page.split('id="narvaro"')[1].split("</table>")[0])
        told = [row[1:] for row in rows(page, "narvaro")[1:]]
        for href, (present, absent) in zip(hrefs, told, strict=True):
            people = [one for one in load(site, href + "index.json")["meeting"]["attendance"] if one["group"] == "member"]
            counts = collections.Counter(one["status"] for one in people)
            assert (int(present), int(absent.replace("–", "0"))) == (counts["present"], counts["absent"]), href
            checked += 1
    assert checked > 10


def test_decisions_are_counted_once_each_by_kind_and_year(site):
    page = (site / "beslut/index.html").read_text()
    head, *kinds = rows(page, "slag-och-ar")
    years = [year[:4] for year in head[1:]]
    decisions = load(site, "data/decisions.json")["decisions"]
    sums = [sum(int(kind[column].replace("–", "0")) for kind in kinds) for column in range(1, len(head))]
    assert sums == [sum(row["date"][:4] == year for row in decisions) for year in years] and len(years) > 1
    # The rows of the register have the same kinds.
    register = collections.Counter(re.findall(r'data-values="([^"]+)"', page))
    assert {kind[0]: sum(int(number.replace("–", "0")) for number in kind[1:]) for kind in kinds} == register
