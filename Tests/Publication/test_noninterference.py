"""A site with withheld documents is byte for byte the site of a county where those documents do not exist."""

import concurrent.futures
import random
import re

import building
from building import build, differences, put, tree
from corpus import corpus, set_key, subsets, ways, without

ADDRESS = ("--base-url", "https://samverkan.example/")
SEED = 20260415


def both(content, subset, folder):
    """Builds with the subset withheld and with it removed; the two trees are None when neither site may be published."""
    held = {name: ways(name, text)[subset[name]] if name in subset else text for name, text in content.items()}
    rest = without(content, subset)
    status, told = build(put(held, folder / "held"), folder / "all", *ADDRESS)
    other, untold = build(put(rest, folder / "rest"), folder / "less", *ADDRESS)
    assert status == other, (subset, building.errors(told), building.errors(untold))
    if status:
        assert sorted(one["id"] for one in told["diagnostics"] if one["severity"] == "error") == sorted(
            one["id"] for one in untold["diagnostics"] if one["severity"] == "error"), subset
        return None
    told_of = {one["path"].removeprefix(f"{folder}/held/") for one in told["withheld"]}
    assert subset.keys() <= told_of, subset.keys() - told_of
    all_files, fewer = tree(folder / "all"), tree(folder / "less")
    return [] if all_files == fewer else differences(all_files, fewer)


def test_withheld_documents_leave_no_trace(place, figure):
    content = corpus()
    rounds = 220 if building.IS_SOAK else 20
    draw = subsets(content, SEED)
    equal, refused, documents, seen = 0, 0, 0, set()

    def work(number, subset):
        folder = place / str(number % 4)
        folder.mkdir(exist_ok=True)
        return subset, both(content, subset, folder)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        number = 0
        while equal < rounds:
            # At most four at once, each in a folder of its own.
            for subset, found in list(pool.map(work, range(number, number + 4), [next(draw) for _ in range(4)])):
                assert not found, (subset, found)
                equal, refused = equal + (found is not None), refused + (found is None)
                documents += len(subset)
                seen |= {(name.split("/")[0], way) for name, way in subset.items()}
            number += 4
    assert {way for _, way in seen} >= {"draft", "not approved", "not adopted"}
    figure(f"non-interference: {equal} random subsets ({documents} documents, {len(seen)} ways) of {len(content)} files: 0 trees differ; "
           f"{refused} subsets refused, with the same errors both ways")


def test_every_document_by_every_way(place, figure):
    """One at a time: what a draw may miss."""
    content = corpus()
    single = [{name: way} for name, text in sorted(content.items()) if name.endswith(".md") for way in ways(name, text)]
    if not building.IS_SOAK:
        single = single[::20]
    refused = 0
    for subset in single:
        found = both(content, subset, place)
        assert not found, (subset, found)
        refused += found is None
    figure(f"non-interference: {len(single) - refused} documents one at a time: 0 trees differ; {refused} refused both ways")


def test_the_name_of_a_hidden_person_changes_nothing(place, figure):
    """Hidden in attendance, chair and presenter alike, so a name of another length gives the same site."""
    content = corpus()
    name = "Mattias Rönnfors"
    for file in ["protokoll/vatten/2025-03-03-0.md", "protokoll/vatten/2026-02-02-4.md"]:
        content[file] = content[file].replace("Siv Öbrink, Region", f"{name}, Region")
    assert sum(text.count(name) for text in content.values() if isinstance(text, str)) >= 5
    trees = []
    for index, other in enumerate([name, "Bo Ek", "Åsa-Märta von Hinkenstjerna Björkegård"]):
        swapped = {file: text.replace(name, other) if isinstance(text, str) else text for file, text in content.items()}
        status, told = build(put(swapped, place / "content"), place / f"site{index}", *ADDRESS)
        assert status == 0, building.errors(told)
        trees.append(tree(place / f"site{index}"))
    for other in trees[1:]:
        assert not differences(trees[0], other)
    figure("non-interference: 3 names of a hidden person: 0 trees differ")


def test_what_a_secret_item_says_changes_nothing(place, figure):
    """Whatever its text is and however long, whatever is attached to it, the site is the same."""
    content = corpus()
    name = "protokoll/vatten/2025-03-03-0.md"
    content[name] = set_key(content[name], "punkter", '{"3": {sekretess: {lagrum: 25 kap. 1 § OSL, rubrik: nej}}}')
    title, text = re.search(r"(?s)## 3\. (.*?)\n\n(.*?)\n\n## 4\.", content[name]).groups()
    trees = []
    draw = random.Random(SEED)
    others = [(title, text, None), ("X", "Kort.", "a.csv"), ("Annat ärende", "Vattenrådet beslutade att avslå allt.", "en-helt-annan-bilaga.docx")]
    for round in range(40 if building.IS_SOAK else 3):
        words = [draw.choice(["Brunn", "Siv Öbrink", "den 3 juni 2026", "Avtal om råvatten", "§ 4 2025-11-11", "beslutade att godkänna",
                              "Almheds kommun", "Bilaga 2: Karta", "x" * 300, "811228-9874", "~~struket~~"]) for _ in range(draw.randrange(1, 200))]
        others.append((f"Ärende {round}", " ".join(words), draw.choice([None, "b.csv", "c.exe"])))
    for other, words, file in others:
        changed = content[name].replace(f"## 3. {title}\n\n{text}", f"## 3. {other}\n\n{words}")
        assert words in changed
        with_file = {}
        if file:
            changed = changed.replace("skiss.png]", f'skiss.png, {{fil: {file}, titel: {other}, punkt: "3"}}]')
            with_file = {f"bilagor/2025-03-03-0/{file}": "Namn;811228-9874\n"}
        status, told = build(put(content | with_file | {name: changed}, place / "content"), place / "site", *ADDRESS)
        assert status == 0, building.errors(told)
        trees.append(tree(place / "site"))
    for other in trees[1:]:
        assert not differences(trees[0], other)
    figure(f"non-interference: {len(trees)} texts and attachments of a secret item: 0 trees differ")


def test_redacted_text_of_another_length_changes_nothing(place, figure):
    """`struket: ta bort`: what is struck out is no part of the site, however long it is."""
    content = corpus()
    draw = random.Random(SEED)
    files = [name for name in content if name.startswith("protokoll/vatten/")]
    trees = []
    for length in [0, 1, 7, 60, 3000] + ([draw.randrange(1, 5000) for _ in range(35)] if building.IS_SOAK else []):
        words = "".join(draw.choice("abcåäö éx1 ") for _ in range(length)).strip()
        changed = {}
        for name in files:
            struck = f" ~~{words}~~" if words else ""
            marked = set_key(content[name], "struket", "ta bort")
            changed[name] = marked.replace("utses till justerare.", f"utses till justerare.{struck}").replace(
                "till Dricksvattengruppen.", f"till Dricksvattengruppen.{struck}")
        status, told = build(put(content | changed, place / "content"), place / "site", *ADDRESS)
        assert status == 0, building.errors(told)
        trees.append(tree(place / "site"))
    for other in trees[1:]:
        assert not differences(trees[0], other)
    figure(f"non-interference: struck text of {len(trees)} lengths in {len(files)} documents: 0 trees differ")
