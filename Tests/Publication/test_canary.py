"""Every field of a withheld document holds a word that stands nowhere else, and none of them is in any form in the site.
The same documents, approved, do show their words: so the search finds what there is to find."""

import base64
import gzip
import itertools
import json
import re
import unicodedata
import urllib.parse

import pytest
from building import IS_SOAK, build, errors, own_content, put, tree
from corpus import ways

KNOWN = {"csv", "html", "json", "js", "css", "svg", "xml", "txt", "ics", "samsyn", "sok"}


def words():
    """Without end: words with letters that every encoding writes in its own way, and with a pair that no Swedish has."""
    for a, b in itertools.product("bdfgklmnprst", repeat=2):
        yield f"Qxåj{a}ö{b}vyqx"


class Canaries(dict):
    """The word of each field, made when it is asked for first."""

    def __init__(self):
        self.fresh = words()

    def __missing__(self, field):
        self[field] = next(self.fresh)
        return self[field]


def documents(c: Canaries) -> dict[str, str]:
    minutes = f"""---
# {c["minutes: front matter comment"]}
titel: Protokoll {c["minutes: stated title"]}
organ: {c["minutes: body"]}rådet
datum: 2026-03-03
tid: 08.00-{c["minutes: time"]}
plats: {c["minutes: place"]}
dnr: {c["minutes: reference"]}
sekreterare: Per {c["minutes: stated secretary"]}
justerat: 2026-03-10
justerare: [Ada {c["minutes: chair"]}, Bo {c["minutes: verifier"]}]
struket: visa
bilagor: [{{fil: {c["minutes: attachment file"]}.csv, titel: Bilaga {c["minutes: attachment title"]}, punkt: "1"}}]
---

# Protokoll {c["minutes: body"]}rådet

Inledande ord om {c["minutes: preamble"]}.

## Närvarande

- Ada {c["minutes: chair"]}, ordförande, {c["minutes: organisation"]} kommun
- Bo {c["minutes: verifier"]}, justerare, Storvinge kommun
- Siv {c["minutes: attendee"]}, {c["minutes: role"]}, Storvinge kommun, representerar även {c["minutes: also represents"]} kommun
- <del>Cia {c["minutes: struck attendee"]}, Almheds kommun</del>

## Frånvarande

- Kim {c["minutes: absent"]}, Almheds kommun

## Övriga

- Lo {c["minutes: other"]}, {c["minutes: other's role"]}

## 1. Ärende om {c["minutes: item title"]}

Beslutsärende

Föredragande: Siv {c["minutes: presenter"]}, {c["minutes: presenter's role"]}

Text om {c["minutes: text"]} och **{c["minutes: strong text"]}** och `{c["minutes: code"]}`.

> Citat om {c["minutes: quote"]}.

Rådet beslutade att:

- Godkänna {c["minutes: decision"]}.
- Ge Siv {c["minutes: attendee"]} i uppdrag att återkomma om {c["minutes: deadline"]} senast den 1 oktober 2026.

| {c["minutes: table head"]} | Antal |
|---|---|
| {c["minutes: table cell"]} | 2 |

    {c["minutes: code block"]}

[{c["minutes: link label"]}](https://{c["minutes: link host"]}.example/{c["minutes: link path"]} "{c["minutes: link title"]}") och [{c["minutes: reference label"]}].

[{c["minutes: reference label"]}]: https://samverkan.example/{c["minutes: reference target"]}

![{c["minutes: picture alt"]}](/assets/favicon.svg)

~~{c["minutes: struck text"]}~~ och <s>{c["minutes: struck tag"]}</s>.

### 1.1 Delärende {c["minutes: part title"]}

Text om {c["minutes: part text"]}.

## 2. Nästa möte

{c["minutes: next meeting's body"]}gruppen 4 september 2026

# UNDERSKRIFTSSIDA

NAMN: Ada {c["minutes: signature"]}
TITEL, ORGANISATION: ordförande, {c["minutes: signature's organisation"]}
TID: 2026-03-10 14:05:19 +01:00
IDENTIFIKATIONSTYP: E-post (ada.{c["minutes: signature's address"].lower()}@samverkan.example)
IDENTIFIKATIONS-ID: {c["minutes: signature's identifier"]}a2096e3fb1cd47d58e0c19f4427b6d83
"""
    agreement = f"""---
# {c["agreement: front matter comment"]}
titel: Avtal om {c["agreement: title"]}
giltig från: 2025-01-01
antaget: 2024-12-01 av {c["agreement: adopted by"]}rådet § 3
parter: [Region Älvmark, {c["agreement: party"]} kommun]
dnr: {c["agreement: reference"]}
---

## § 1 {c["agreement: clause title"]}

Text om {c["agreement: text"]}. [{c["agreement: link label"]}](https://a.example/{c["agreement: link target"]})
"""
    terms = f"""---
# {c["terms: front matter comment"]}
giltig från: 2025-01-01
dnr: {c["terms: reference"]}
---

# Uppdragsbeskrivning för {c["minutes: body"]}rådet

{c["terms: preamble"]} är vad rådet arbetar med.

## {c["terms: heading"]}

Rådet utser ledamöter från {c["terms: text"]} kommun.

## Minnesanteckningar

Protokollet om {c["terms: rule"]} justeras av ordföranden och en vald justerare.
"""
    page = f"""---
# {c["page: front matter comment"]}
titel: Om {c["page: title"]}
---

## {c["page: heading"]}

Text om {c["page: text"]}. ![{c["page: picture alt"]}](/assets/favicon.svg)
"""
    # The copy in a folder of its own has no attachments.
    file = f"{c['minutes: file name']}-{c['minutes: file name, second part']}"
    return {
        f"bilagor/{file}/{c['minutes: attachment file']}.csv": f"a;{c['minutes: attachment text']}\n",
        f"protokoll/{c['minutes: file name']}-{c['minutes: file name, second part']}.md": minutes,
        f"protokoll/{c['minutes: folder name']}/a.md": re.sub("bilagor:.*\n", "", minutes).replace("2026-03-03", "2026-03-04").replace("## 1.", "## 3.").replace("1.1", "3.1"),
        f"avtal/{c['agreement: file name']}.md": agreement,
        f"uppdrag/{c['terms: file name']}.md": terms,
        f"sidor/{c['page: file name']}.md": page,
    }


def folded(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(one))


def forms(word: str) -> set[bytes]:
    """The word in every way that a file may write it; upper and lower case are the same to the search."""
    spelt = {word, unicodedata.normalize("NFD", word), folded(word), word.lower(), word.upper()}
    found: set[str] = set(spelt)
    for text in spelt:
        found.add(urllib.parse.quote(text))
        for code in ["&#{};", "&#x{:x};", "\\u{:04x}", "\\u{{{:x}}}", "\\{:x} ", "%u{:04X}", "={:02X}"]:
            found.add("".join(one if one.isascii() else code.format(ord(one)) for one in text))
        found.add(text.replace("å", "&aring;").replace("ö", "&ouml;").replace("Å", "&Aring;").replace("Ö", "&Ouml;"))
        found.add(text.encode("punycode").decode())
        for shift in range(3):
            # What no neighbour can change, wherever the word stands among the three bytes of a group.
            found.add(base64.b64encode(b"-" * shift + text.encode()).decode()[4:-4])
            found.add(base64.urlsafe_b64encode(b"-" * shift + text.encode()).decode()[4:-4])
        found.add(text.encode().hex())
    return {one.lower().encode() for one in found} | {one.lower().encode("latin-1") for one in spelt if one.isascii() or len(one) == len(word)}


def strings(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def searched(name: str, data: dict):
    """The words in a file of the search index: all its strings, but for numbers written as letters and names of files."""
    kind = name.rsplit("/", 1)[-1][0]
    if kind in "tb":
        # A stem and its units in turn.
        return data["terms"][::2]
    if kind == "p":
        return []
    if kind == "f":
        return [text for rows in data.values() if isinstance(rows, list) for row in rows for text in row[:2]]
    if kind == "k":
        return [*data["parts"].split(), *(row[0] for name in ["ends", "terms"] for row in data[name]), *data.get("big", {})]
    return list(strings(data))


def everything(files: dict[str, bytes]) -> bytes:
    """Names and bytes of all files, and the strings of those in JSON as they are when decoded. Case is folded."""
    parts = []
    for name, data in files.items():
        assert name.rsplit(".", 1)[-1] in KNOWN, f"{name}: a kind of file that this test does not know"
        if name.endswith(".sok"):
            decoded = "\n".join(searched(name, json.loads(gzip.decompress(data))))
            parts += [decoded.encode(), folded(decoded).encode()]
            continue
        parts += [name.encode(), data]
        if name.endswith(".json"):
            decoded = "\n".join(strings(json.loads(data)))
            parts += [decoded.encode(), folded(decoded).encode()]
    # Most lines stand on every page, and one of each is enough. Lower case is that of ASCII, and that of all letters.
    lines = {line for part in parts for line in part.split(b"\n")}
    return b"\n".join(one for line in lines for one in (line.lower(), line.decode(errors="replace").lower().encode()))


# What an approved document shows of itself; the rest is for nobody.
NEVER_SHOWN = {
    "minutes: front matter comment", "agreement: front matter comment", "terms: front matter comment",
    "terms: file name", "terms: reference", "page: front matter comment",
    "minutes: signature", "minutes: signature's organisation",
    "minutes: signature's address", "minutes: signature's identifier",
}


def test_approved_documents_show_their_words(place, figure):
    canaries = Canaries()
    status, told = build(put(own_content() | documents(canaries), place / "content"), place / "site", "--base-url", "https://a.example/")
    assert status == 0, errors(told)
    text = everything(tree(place / "site"))
    unseen = {field for field, word in canaries.items() if not any(form in text for form in forms(word))}
    shown = NEVER_SHOWN - unseen
    assert not shown, shown
    assert unseen == NEVER_SHOWN, unseen - NEVER_SHOWN
    figure(f"canary: {len(canaries) - len(unseen)} of {len(canaries)} fields are seen when the documents are approved")


@pytest.mark.parametrize("round", range(6 if IS_SOAK else 2))
def test_withheld_documents_show_none(place, figure, round):
    canaries = Canaries()
    content = own_content()
    for name, text in documents(canaries).items():
        if name.startswith("bilagor/"):
            content[name] = text
            continue
        ways_of_it = ways(name, text)
        # The body's name is one of the words, and this way takes it out.
        ways_of_it.pop("body without a rule", None)
        content[name] = ways_of_it[sorted(ways_of_it)[round % len(ways_of_it)]]
    status, told = build(put(content, place / "content"), place / "site", "--base-url", "https://a.example/")
    assert status == 0, errors(told)
    withheld = {one["path"].removeprefix(f"{place}/content/") for one in told["withheld"]}
    assert {name for name in documents(canaries) if not name.startswith('bilagor/')} <= withheld
    text = everything(tree(place / "site"))
    needles = [(field, form) for field, word in canaries.items() for form in forms(word)]
    assert not [(field, form) for field, form in needles if form in text]
    # However the search index splits a word, its rare letters go into some part of it.
    assert b"qx" not in text and b"xaj" not in text
    figure(f"canary: {len(canaries)} fields of {len(content) - len(own_content())} withheld documents, {len(needles)} forms: 0 hits")


# Of what stands under the heading of the first item, who presents it is somebody who was there.
OF_THE_ITEM = [
    "item title", "presenter", "presenter's role", "text", "strong text", "code", "quote", "decision", "deadline", "table head", "table cell", "code block",
    "link label", "link host", "link path", "link title", "reference label", "reference target", "picture alt", "struck text", "struck tag", "part title",
    "part text", "attachment file", "attachment title", "attachment text",
]


@pytest.mark.parametrize("title", ["rubrik: nej", "rubrik: ja"])
def test_a_secret_item_shows_none(place, figure, title):
    canaries = Canaries()
    content = own_content()
    for name, text in documents(canaries).items():
        secret = text.replace("struket: visa", f'struket: visa\npunkter: {{"1": {{sekretess: {{lagrum: 25 kap. 1 § OSL, {title}}}}}}}')
        content[name] = secret.replace('"1": {', '"3": {').replace("punkt: \"1\"", "punkt: \"3\"") if "2026-03-04" in text else secret
    status, told = build(put(content, place / "content"), place / "site", "--base-url", "https://a.example/")
    assert status == 0, errors(told)
    text = everything(tree(place / "site"))
    fields = [f"minutes: {one}" for one in OF_THE_ITEM if one != "item title" or title == "rubrik: nej"]
    assert not [field for field in fields if field not in canaries]
    needles = [(field, form) for field in fields for form in forms(canaries[field])]
    assert not [(field, form) for field, form in needles if form in text]
    assert any(form in text for form in forms(canaries["minutes: attendee"]))
    figure(f"canary: {len(fields)} fields of a secret item ({title}), {len(needles)} forms: 0 hits")
