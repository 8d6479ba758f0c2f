"""The balanslista of the demonstration county, on three days, against a table made by hand from its minutes."""

import json
import os
import pathlib
import re
import subprocess

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))
DAYS = ["2024-11-01", "2025-06-01", "2026-04-15"]
BASES = ["explicit", "dated", "inferred"]


def table():
    lines = [line for line in (PROJECT / "Tests/Site/follow-ups.tsv").read_text().splitlines() if not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def address(row, of):
    """Where an item is, as the table writes it: "2024-09-13 § 28", with the body first when it is another."""
    *body, date, _, number = of.split(" ")
    return f"moten/{body[0] if body else row['body']}/{date}/#p{number}"


def place(url):
    """An item, though a decision in it is meant."""
    return re.sub(r"-beslut-\d+$", "", url)


def found_on(day, output):
    told = subprocess.run(
        [PROGRAM, "build", "--site", str(PROJECT), "--output", str(output), "--as-of", day],
        capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return [row for path in sorted((output / "data").glob("follow-ups*.json")) for row in json.loads(path.read_text()).get("follow-ups", [])]


def test_the_table_is_whole():
    rows = table()
    assert len({(row["body"], row["date"], row["item"], row["words"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["basis"] in BASES, row
        [text] = [
            text for path in (PROJECT / "content/protokoll").rglob(f"*-{row['date']}.md")
            for text in [path.read_text()] if row["words"] in text and re.search(rf"^#* ?(§ )?{row['item']}\.? ", text, re.M)
        ]
        assert text
        assert ("closed" in [row[day] for day in DAYS]) == bool(row["closed by"]), row


@pytest.mark.parametrize("day", DAYS)
def test_what_is_still_to_be_done_on_a_day(day, tmp_path):
    """Precision: of what the program lists, how much is so. Recall: of what is so, how much it lists. A row is right when
    its due day and its status are, and, if it came back, where."""
    expected = [row for row in table() if row[day] != "-"]
    left = {row["id"]: row for row in found_on(day, tmp_path / "site")}
    tally = {basis: [0, 0, 0] for basis in BASES}  # right, listed, expected
    wrong = {basis: [] for basis in BASES}
    for row in expected:
        basis, own = row["basis"], address(row, f"{row['date']} § {row['item']}")
        tally[basis][2] += 1
        mine = [one for one in left.values() if place(one["url"]) == own and row["words"].lower() in one["text"].lower()]
        if not mine:
            wrong[basis].append(f"not listed: {row['body']} {row['date']} § {row['item']} {row['words']}")
            continue
        one = left.pop(mine[0]["id"])
        tally[basis][1] += 1
        closing = place(one["closedBy"]["url"]) if "closedBy" in one else ""
        here = (row["due"], row[day], address(row, row["closed by"]) if row[day] == "closed" else "")
        there = (one.get("due", ""), one["status"], closing)
        tally[basis][0] += here == there
        if here != there:
            wrong[basis].append(f"{row['body']} {row['date']} § {row['item']} {row['words']}: {there}, and not {here}")
    # What stands in no row at all is wrong, whatever it rests on.
    strangers = [f"{one['url']} {one['text']}" for one in left.values()]
    print(f"\n{day}")
    for basis, (right, listed, known) in tally.items():
        precision, recall = right / max(listed + len(strangers), 1), right / max(known, 1)
        print(f"  {basis}: precision {precision:.3f}, recall {recall:.3f} ({right} right of {listed} listed and {known} to be found)")
        print("".join(f"    {line}\n" for line in wrong[basis]), end="")
    assert strangers == [], "\n" + "\n".join(strangers)
    right, listed, known = tally["explicit"]
    assert right == listed == known, "\n".join(wrong["explicit"])
