"""What the search finds, and in which words it was asked: the three parts of the probe, one page to a form.

Of the parts that are held back only the totals are told, so that nobody works from them.
"""

import collections

import pytest
from probe import PARTS, forms_of, is_complete, questions, read, texts_of
from searching import build, engine_of, minutes, served


def answers(part, folder, browser):
    """Every question of the part, and whose pages were found."""
    cases, texts, owners = read(part)
    content, addresses = minutes(texts)
    owner = dict(zip(addresses, owners))
    site, _ = build(content, folder)
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (site / page / "index.html").read_text(), f"{address} was not published"
    with served(site) as base, engine_of(browser, base) as search:
        for number, case, query in questions(cases):
            answer = search(query)
            yield number, case, query, [owner.get(url, ()) for url in answer["urls"]], answer.get("failed")


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
