"""What the search finds, and in which words it was asked: the three parts of the probe, one page to a form.

Of the parts that are held back only the totals are told, so that nobody works from them.
"""

import collections
import json
import pathlib
import random

import pytest
from searching import build, engine_of, minutes, served

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATES = [
    "Frågan om {} togs upp av gruppen.", "Under samtalet nämndes {} flera gånger.",
    "Texten använde ordet {} utan förklaring.", "I bilagan står {} på första raden.", "Ordet {} fanns i underlaget.",
    "En av deltagarna undrade över {} och fick svar.",
]
# The pages around: none of their words belongs to a case.
BACKGROUND = """Vägen till älven stängs under tjällossningen. Fikat serverades klockan tio. Ljudet föll bort en kort stund.
Grannlänet har prövat något liknande. Kartan hänger i trapphuset. Isen låg kvar till påsk. Det blåste friskt hela
eftermiddagen. Ekonomichefen visade siffror från kvartalet. Ingen hade något att tillägga. Arkivet flyttar till källaren.
Nyhetsbladet trycks i augusti. Bredbandet byggs ut mot fjällvärlden. Timmer körs numera om dagarna. Gästerna tackade för
visat intresse. Pärmarna märktes om. Tidningen skrev spaltvis. Köket renoveras efter nyår. Brandsyn genomfördes utan
anmärkning. Parkeringen asfalteras. Vaktmästaren bytte lampor. Färjan gick i trafik. Turister frågade om stugor. En
förening lånade projektorn. Skidspåren preparerades tidigt. Marknaden lockade många. Bojarna togs upp ur hamnen. Älgjakten
märktes på frånvaron. Posten kom sent. Skylten målades om. Fönstren putsades. Kaffebryggaren lagades. Elnätet klarade
stormen. Hissen besiktigades. Trädgården vilar. Bryggan drogs upp. Flaggan hissades. Lådorna packades upp. Mikrofonen
fungerade. Klockan i salen gick fel. Kopiatorn ersattes. Värmepumpen servades. Stolarna räckte åt alla. Tavlorna
fotograferades. Grusvägen hyvlades. Potatisen skördades. Bagaren levererade semlor. Orkestern repeterade. Sommartiden
förvirrade några. Myggorna var besvärliga. Renarna korsade landsvägen.""".replace("\n", " ").split(". ")
PARTS = ["open", "held-back", "second"]


def background():
    chance = random.Random(4)
    return [". ".join(chance.sample(BACKGROUND, 5)).rstrip(".") + "." for _ in range(200)]


def forms_of(case):
    return case.get("forms", case.get("pages"))


def texts_of(case):
    return [*forms_of(case), *case.get("below", []), *case.get("never", [])]


def answers(part, folder, browser):
    """Every case of the part with its number, each of its queries, and whose pages were found: `(case number, text number)`."""
    cases = json.loads((pathlib.Path(__file__).parent / f"probe-{part}.json").read_text())["cases"]
    pages = [(text, ()) for text in background()]
    for number, case in enumerate(cases):
        for place, text in enumerate(texts_of(case)):
            template = TEMPLATES[(number + place) % len(TEMPLATES)]
            pages.append((text if text.endswith(".") else template.replace("{}", text), (number, place)))
    random.Random(7).shuffle(pages)
    content, addresses = minutes([text for text, _ in pages])
    owners = dict(zip(addresses, [owner for _, owner in pages]))
    site, _ = build(content, folder)
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (site / page / "index.html").read_text(), f"{address} was not published"
    with served(site) as base, engine_of(browser, base) as search:
        for number, case in enumerate(cases):
            for query in case.get("queries", case.get("forms")):
                answer = search(query)
                yield number, case, query, [owners.get(url, ()) for url in answer["urls"]], answer.get("failed")


def is_complete(number, case, hits):
    wanted = {(number, place) for place in range(len(forms_of(case)))}
    below = {(number, len(wanted) + place) for place in range(len(case.get("below", [])))}
    never = {(number, len(wanted) + len(below) + place) for place in range(len(case.get("never", [])))}
    if not wanted <= set(hits) or never & set(hits):
        return False
    last = max(hits.index(one) for one in wanted)
    return last < case.get("within", len(hits)) and all(hits.index(one) > last for one in below & set(hits))


@pytest.mark.parametrize("part", PARTS)
def test_what_is_asked_is_found(part, tmp_path, browser, figure):
    complete, asked, missed = collections.Counter(), collections.Counter(), []
    for number, case, query, hits, failed in answers(part, tmp_path / "site", browser):
        asked[case["category"]] += 1
        if is_complete(number, case, hits):
            complete[case["category"]] += 1
        else:
            texts = texts_of(case)
            own = [texts[hit[1]] for hit in hits if hit and hit[0] == number]
            missed.append(
                f"{case['category']}: {query!r} of {forms_of(case)} " + (f"failed: {failed}" if failed else f"found {own} among {len(hits)}"))
    assert sum(asked.values()) >= 210
    rows = [f"{name:24}{complete[name]:4} of {asked[name]}" for name in asked]
    share = complete.total() / asked.total()
    figure("\n".join([f"probe, {part}: complete / asked", *rows, f"{'all':24}{complete.total():4} of {asked.total()} = {share:.3f}"]))
    if part == "open" and missed:
        figure("\n".join(["missed:", *missed]))
    low = [name for name in asked if complete[name] < 0.90 * asked[name]]
    assert share >= 0.96 and not low, f"{share:.3f} in all; under 0.90: {', '.join(low) or 'none'}"
