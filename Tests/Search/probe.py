"""The parts of the probe: the pages they want, and whether an answer is whole."""

import json
import pathlib
import random

PARTS = ["open", "held-back", "second"]
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


def background():
    chance = random.Random(4)
    return [". ".join(chance.sample(BACKGROUND, 5)).rstrip(".") + "." for _ in range(200)]


def forms_of(case):
    return case.get("forms", case.get("pages"))


def texts_of(case):
    return [*forms_of(case), *case.get("below", []), *case.get("never", [])]


def read(part):
    """The cases of a part, the texts of all its pages, and whose each page is: `(case number, text number)`, or nobody's."""
    cases = json.loads((pathlib.Path(__file__).parent / f"probe-{part}.json").read_text())["cases"]
    pages = [(text, ()) for text in background()]
    for number, case in enumerate(cases):
        for place, text in enumerate(texts_of(case)):
            template = TEMPLATES[(number + place) % len(TEMPLATES)]
            pages.append((text if text.endswith(".") else template.replace("{}", text), (number, place)))
    random.Random(7).shuffle(pages)
    return cases, [text for text, _ in pages], [owner for _, owner in pages]


def questions(cases):
    return [(number, case, query) for number, case in enumerate(cases) for query in case.get("queries", case.get("forms"))]


def is_complete(number, case, hits):
    wanted = {(number, place) for place in range(len(forms_of(case)))}
    below = {(number, len(wanted) + place) for place in range(len(case.get("below", [])))}
    never = {(number, len(wanted) + len(below) + place) for place in range(len(case.get("never", [])))}
    if not wanted <= set(hits) or never & set(hits):
        return False
    last = max(hits.index(one) for one in wanted)
    return last < case.get("within", len(hits)) and all(hits.index(one) > last for one in below & set(hits))
