"""A small county to publish: the project's own content, and documents made to be entangled with one another. They share
days, titles, names and numbers, so that each leaves its mark on the others' addresses, counts and links when it is
public, and may not when it is withheld."""

import random
import re

from building import Content, own_content

GROUP = "Länssamverkansgruppen"
PLACES = ["Almheds kommun", "Storvinge kommun", "Region Älvmark", "Åstranda kommun", "Nyvattnets kommun"]


def minutes(body, day, approval, people, items, head=""):
    present = "\n".join(f"- {name}, {place}{', ' + role if role else ''}" for name, place, role in people)
    text = "\n\n".join(f"## {number}. {title}\n\n{words}" for number, title, words in items)
    return f"---\norgan: {body}\ndatum: {day}\n{approval}{head}---\n\n# Protokoll {body}\n\n## Närvarande\n\n{present}\n\n{text}\n"


def corpus() -> Content:
    content = own_content()
    content["uppdrag/vattenradet.md"] = (
        "---\ngiltig från: 2020-01-01\n---\n\n# Uppdragsbeskrivning för Vattenrådet\n\n"
        "Vattenrådet arbetar på uppdrag av Dricksvattengruppen.\n\n## Minnesanteckningar\n\n"
        "Protokollet justeras av ordföranden och en vald justerare.\n")
    content["uppdrag/vattenradet-2026.md"] = content["uppdrag/vattenradet.md"].replace("2020-01-01", "2026-01-01").replace(
        "av ordföranden och en vald justerare", "av ordföranden")
    content["uppdrag/dricksvattengruppen.md"] = (
        "---\ngiltig från: 2019-01-01\n---\n\n# Uppdragsbeskrivning för Dricksvattengruppen\n\n## Sammansättning\n\n"
        "Gruppen har 4 ledamöter.\n\n## Minnesanteckningar\n\nProtokollet justeras av ordföranden.\n")
    people = [("Ada Ekvattna", PLACES[0], "ordförande"), ("Bo Lindvattna", PLACES[1], "justerare"), ("Siv Öbrink", PLACES[2], "")]
    days = ["2025-03-03", "2025-03-03", "2025-06-09", "2025-09-01", "2026-02-02", "2026-03-02"]
    for number, day in enumerate(days):
        first = 1 + 4 * number
        # The same name for two principals; a principal that only these minutes name; somebody of one document only.
        there = [*people, ("Johan Silfver", PLACES[number % 5], ""), (f"Udda Namnson {'abcdef'[number]}", PLACES[4], "")]
        items = [
            (first, "Dagordning", "Bo Lindvattna utses till justerare."),
            (first + 1, "Avtal om råvatten", "**Beslut:** Vattenrådet beslutar att godkänna Avtal om råvatten.\n\n"
             f"Ärendet bordlades § {max(1, first - 3)} {days[max(0, number - 1)]}. Se även Överenskommelse om hjälpmedelsförsörjning."),
            (first + 2, f"Kvalsterprov {number}", f"Beslutsärende\n\nVattenrådet beslutade att:\n\n- Ge Siv Öbrink i uppdrag att "
             f"återkomma senast den 1 oktober 2026.\n- Skicka {'kvalster' * (number + 1)} till Dricksvattengruppen."),
            (first + 3, "Nästa möte", f"Vattenrådet {number + 1} september 2026"),
        ]
        approval = "justerat: 2026-03-20\njusterare: [Ada Ekvattna, Bo Lindvattna]\n"
        content[f"protokoll/vatten/{day}-{number}.md"] = minutes("Vattenrådet", day, approval, there, items)
    for number, day in enumerate(["2025-04-04", "2025-11-11"]):
        items = [(1, "Råvatten", "**Beslut:** Gruppen beslutar att säga upp Avtal om råvatten från 2021.")]
        content[f"protokoll/dricksvatten-{number}.md"] = minutes(
            "Dricksvattengruppen", day, "justerat: 2025-12-01\njusterare: Siv Öbrink\n",
            [("Siv Öbrink", PLACES[2], "ordförande"), ("Ada Ekvattna", PLACES[0], "")], items)
    # Versions of one agreement, and two others of one title, which want the same address.
    for year in [2021, 2023, 2025]:
        content[f"avtal/ravatten-{year}.md"] = (
            f"---\nid: ravatten\ntitel: Avtal om råvatten\ngiltig från: {year}-01-01\n"
            f"antaget: {year - 1}-12-01 av Vattenrådet § 2\nparter: [Region Älvmark, Nyvattnets kommun]\n---\n\n## § 1 Parter\n\nText {year}.\n")
    for name in ["a", "b"]:
        content[f"avtal/samma-{name}.md"] = f"---\nid: brunnar-{name}\ntitel: Avtal om brunnar\nantaget: 2024-02-02\n---\n\nText {name}.\n"
    # Files of several documents, and of items; some of one name.
    for name, item in [("protokoll/vatten/2025-03-03-0", 2), ("protokoll/vatten/2026-03-02-5", 23), ("protokoll/dricksvatten-0", None)]:
        of = f", punkt: '{item}'" if item else ""
        files = ["{fil: prov.csv, titel: Prov på vatten" + of + "}", "{fil: karta.txt, titel: Karta}", "skiss.png"]
        content[f"{name}.md"] = set_key(content[f"{name}.md"], "bilagor", f"[{', '.join(files)}]")
        folder = "bilagor/" + name.split("/")[-1]
        content |= {f"{folder}/prov.csv": f"prov;{name}\n", f"{folder}/karta.txt": "Karta.\n", f"{folder}/skiss.png": "\x89PNG\r\n".encode("latin-1")}
    content["avtal/ravatten-2023.md"] = set_key(content["avtal/ravatten-2023.md"], "bilagor", "[taxa.csv]")
    content["bilagor/ravatten-2023/taxa.csv"] = "taxa\n"
    content["sidor/vatten.md"] = "---\nordning: 3\n---\n\n# Om vattnet\n\nText.\n"
    return content


def set_key(text: str, key: str, value: str | None) -> str:
    """The document with the front matter line of that key, or without it."""
    if not text.startswith("---\n"):
        text = "---\n---\n" + text
    end = text.index("\n---", 3)
    lines = [line for line in text[4:end].split("\n") if line and not line.startswith(key + ":")]
    return "---\n" + "\n".join(lines + ([f"{key}: {value}"] if value else [])) + "\n" + text[end + 1:].lstrip("\n")


def without(content: Content, names) -> Content:
    """As if the documents had never been: their attachments go with them."""
    folders = {f"bilagor/{name.split('/')[-1].rsplit('.', 1)[0]}" for name in names}
    return {name: text for name, text in content.items() if name not in names and name.rsplit("/", 1)[0] not in folders}


def without_signatures(text: str) -> str:
    return re.split(r"(?m)^# UNDERSKRIFTSSIDA$", text)[0]


def ways(name: str, text: str) -> dict[str, str]:
    """The document as the gate must withhold it, by each way that there is for its kind.

    An item that was approved at once is public before the rest, so the withheld document has none.
    """
    text = re.sub(r"^punkter:\n(  .*omedelbart justerad.*\n)+", "", text, flags=re.M)
    found = {"draft": set_key(text, "status", "utkast")}
    stated = lambda day, names="[Nils Frånvik, Maja Frånvik]": set_key(set_key(text, "justerat", day), "justerare", names)
    if name.startswith("protokoll/"):
        found |= {
            "not approved": without_signatures(set_key(set_key(text, "justerat", None), "justerare", None)),
            "approved by nobody who was there": stated("2026-04-01"),
            "approved before the meeting": stated("2001-01-01"),
            "approved tomorrow": stated("2026-04-16"),
            "held tomorrow": set_key(text, "datum", "2026-04-16"),
            "body without a rule": set_key(text, "organ", "Rådet som ingen regel har"),
        }
    if name.startswith("avtal/"):
        found |= {"not adopted": set_key(text, "antaget", None), "adopted tomorrow": set_key(text, "antaget", "2026-04-16")}
    return found


def subsets(content: Content, seed: int):
    """Without end: some documents, each with a way to withhold it. Small and large ones are as likely."""
    draw = random.Random(seed)
    documents = sorted(name for name in content if name.endswith(".md"))
    while True:
        chosen = draw.sample(documents, draw.choice([1, 2, 3, 5, 8, 13, 21, len(documents) - 2]))
        yield {name: draw.choice(sorted(ways(name, content[name]))) for name in sorted(chosen)}
