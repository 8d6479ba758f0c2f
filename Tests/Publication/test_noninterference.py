"""A site with withheld documents is byte for byte the site of a county where those documents do not exist."""

import concurrent.futures

import building
from building import build, differences, put, tree
from corpus import corpus, subsets, ways

ADDRESS = ("--base-url", "https://samverkan.example/")
SEED = 20260415


def both(content, subset, folder):
    """Builds with the subset withheld and with it removed; the two trees are None when neither site may be published."""
    held = {name: ways(name, text)[subset[name]] if name in subset else text for name, text in content.items()}
    rest = {name: text for name, text in content.items() if name not in subset}
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
    assert sum(text.count(name) for text in content.values()) >= 5
    trees = []
    for index, other in enumerate([name, "Bo Ek", "Åsa-Märta von Hinkenstjerna Björkegård"]):
        swapped = {file: text.replace(name, other) for file, text in content.items()}
        status, told = build(put(swapped, place / "content"), place / f"site{index}", *ADDRESS)
        assert status == 0, building.errors(told)
        trees.append(tree(place / f"site{index}"))
    for other in trees[1:]:
        assert not differences(trees[0], other)
    figure("non-interference: 3 names of a hidden person: 0 trees differ")
