"""What is understood does not hang on how a document happens to be typed.

Each document is typed anew in each of these ways, and what the program understands of it may change by less than two
facts in a hundred. The five documents that the project started from take part when they stand beside the project.
"""

import json
import pathlib
import random
import re
import subprocess
import textwrap
import unicodedata

import pytest

from test_recognition import HERE, PROGRAM, PROJECT, facts

OURS = (
    "m01-socialnamnd-ekarp.md", "m03-folkhalsorad-grans.md", "m06-regionnamnd-vasterdal.md", "m09-gemensam-namnd-mjuk.md",
    "m10-skolsamrad-setext.md", "m14-tillganglighetsrad-struken.md", "m21-hallbarhetsrad-typade.md",
    "m27-vardrad-deadlines.md", "m28-lss-rad-delvis.md", "t05-beredning-samsjuk.txt", "a02-overenskommelse-tillsvidare.txt",
    "a05-avsiktsforklaring-ren-luft.md",
)
SEEDS = sorted((PROJECT.parent / "shared/seeds").glob("*.txt"))
DOCUMENTS = [HERE / "documents" / name for name in OURS] + SEEDS


def heading_levels(text):
    levels = random.Random(7)
    return re.sub(r"^#{1,6}(?=[ \w§])", lambda _: "#" * levels.randint(1, 6), text, flags=re.M)


def wrapped(width):
    def wrap(text):
        out = []
        for line in text.split("\n"):
            isProse = len(line) > width and not re.match(r"\s*[#|>]|\s*<", line) and not re.search(r"\S( {2,}|\t)\S", line)
            indent = " " * len(re.match(r"\s*(?:[-*+•] +|\d+[.)] +)?", line).group())
            out += textwrap.wrap(
                line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
            ) if isProse else [line]
        return "\n".join(out)

    return wrap


def doubled_blanks(text):
    return re.sub(r"\n[ \t]*\n", "\n\n\n", text)


def swapped_bullets(text):
    return re.sub(r"^(\s*)([-*])(?= )", lambda found: found[1] + ("*" if found[2] == "-" else "-"), text, flags=re.M)


def page_headers(text):
    """A header with its page number in every forty lines, where a page would end: between two lines, or two words."""
    lines = text.split("\n")
    pages = len(lines) // 40 + 1
    out = []
    for number, line in enumerate(lines):
        if number and number % 40 == 0 and not line.startswith("|") and not re.match(r"\s*[=-]{3,}", line):
            out += ["", f"Granmarks samverkan\t{number // 40 + 1} ({pages})", ""]
        out.append(line)
    return "\n".join(out)


MUTATIONS = {
    "heading levels": heading_levels,
    "wrapped at 60": wrapped(60),
    "wrapped at 80": wrapped(80),
    "wrapped at 100": wrapped(100),
    "doubled blank lines": doubled_blanks,
    "swapped bullets": swapped_bullets,
    "page headers": page_headers,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
}
# A document whose columns are told by its line widths cannot be wrapped, nor one whose lines are wrapped already.
NOT_WRAPPED = ("003_", "t05-", "a02-")


def understood(text, path, folder):
    copy = folder / path.name
    copy.write_bytes(text.encode())
    run = subprocess.run([PROGRAM, "inspect", str(copy), "--json"], capture_output=True, text=True, check=False)
    return facts(json.loads(run.stdout))


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name.split("-")[0][:3])
def test_typed_anew(path, mutation, tmp_path):
    if mutation.startswith("wrapped") and path.name.startswith(NOT_WRAPPED):
        pytest.skip("its line ends say something")
    text = path.read_text()
    before = understood(text, path, tmp_path)
    after = understood(MUTATIONS[mutation](text), path, tmp_path)
    lost = list(before)
    extra = [fact for fact in after if not (fact in lost and not lost.remove(fact))]
    assert (len(lost) + len(extra)) / 2 < 0.02 * len(before), "\n".join([f"- {fact}" for fact in lost] + [f"+ {fact}" for fact in extra])
