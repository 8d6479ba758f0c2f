"""Office files as other programs pack them: what stands in them is found, however it is cut and compressed, and nothing else
is."""

import io
import random
import zipfile

from building import IS_SOAK, build, put
from corpus import minutes

SEED = 20260415
MAIN = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml", "pptx": "ppt/slides/slide1.xml", "odt": "content.xml", "ods": "content.xml"}
NEEDED = {"xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
# A test number of the tax agency's series, an address and a number of nobody's: what each is told as.
PLANTED = {"19900101-9802": "personnummer", "ada.ek@gran.example": "e-postadress", "070-123 45 67": "telefonnummer", None: None}


def number() -> str:
    """By the tax agency's rule, with a serial number that it keeps for tests."""
    digits = "900101980"
    total = sum(sum(divmod(int(one) * (2 - place % 2), 10)) for place, one in enumerate(digits))
    return f"19900101-980{-total % 10}"


def paragraphs(draw: random.Random, words: list[str], kind: str, planted: str | None) -> str:
    out = []
    place = draw.randrange(40)
    for index in range(40):
        text = " ".join(draw.choice(words) for _ in range(draw.randrange(3, 30)))
        if index == place and planted:
            text += " " + planted
        if kind == "docx":
            # A word processor cuts a text into runs wherever it likes.
            cuts = sorted(draw.sample(range(len(text)), min(len(text), draw.randrange(4))))
            runs = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)])]
            out.append("<w:p>" + "".join(f'<w:r w:rsidR="00A1"><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>")
        elif kind == "xlsx":
            out.append(f"<row><c t=\"inlineStr\"><is><t>{text}</t></is></c><c><v>{draw.randrange(10**6)}</v></c></row>")
        elif kind == "pptx":
            out.append(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>")
        else:
            out.append(f"<text:p>{text}</text:p>")
    return "<?xml version=\"1.0\"?><x>" + "".join(out) + "</x>"


def office(draw: random.Random, kind: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in {"[Content_Types].xml": "<Types/>", NEEDED.get(kind, "mimetype"): "<a/>", MAIN[kind]: text}.items():
            archive.writestr(name, part, draw.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED]), draw.randrange(1, 10))
    return out.getvalue()


def test_what_stands_in_office_files_is_found(place, figure):
    draw = random.Random(SEED)
    words = [f"{a}{b}" for a in ["plan", "vård", "samråd", "möte", "kommun", "ärende", "beslut"] for b in ["en", "erna", "s", ""]]
    planted = [number() if one and one.startswith("19") else one for one in PLANTED]
    content = {"uppdrag/a.md": "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Vattenrådet\n\nProtokollet justeras av ordföranden.\n"}
    wanted = {}
    count = 400 if IS_SOAK else 60
    for index in range(count):
        kind = sorted(MAIN)[index % len(MAIN)]
        plant = planted[draw.randrange(len(planted))]
        day = f"202{index // 300}-{1 + index // 25 % 12:02}-{1 + index % 25:02}"
        head = f"bilagor: [{{fil: a.{kind}, tillgänglig: ja}}]\n"
        content[f"protokoll/m{index}.md"] = minutes(
            "Vattenrådet", day, "justerat: 2025-12-01\njusterare: Ada Ek\n", [("Ada Ek", "Storvinge kommun", "ordförande")], [(1, "Ett", "Text.")], head)
        content[f"bilagor/m{index}/a.{kind}"] = office(draw, kind, paragraphs(draw, words, kind, plant))
        if plant:
            wanted[f"m{index}.md"] = dict(zip(planted, PLANTED.values()))[plant]
    status, told = build(put(content, place / "content"), place / "site")
    found = {one["path"].split("/")[-1]: one["message"] for one in told["diagnostics"] if one["id"].startswith("attachment")}
    assert status == 1 and found.keys() == wanted.keys(), (found.keys() ^ wanted.keys())
    assert all(word in found[name] for name, word in wanted.items())
    assert not any(plant in message for plant in planted if plant for message in found.values())
    clean = {name: data for name, data in content.items() if name.split("/")[-1] not in wanted and name.split("/")[1] + ".md" not in wanted}
    status, told = build(put(clean, place / "content"), place / "site")
    assert status == 0, told
    files = [path for path in (place / "site").rglob("a.*") if path.suffix != ".html"]
    assert len(files) == count - len(wanted)
    figure(f"attachments: {count} Office files, {len(wanted)} of them with a number or an address: all found, none of the others; {len(files)} published")
