"""docs/design.md and the stylesheet say the same, and what they say is readable: contrast is computed from the stylesheet itself."""

import gzip
import pathlib
import re

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
CSS = re.sub(r"/\*.*?\*/", "", (PROJECT / "templates/assets/site.css").read_text(), flags=re.S)
DESIGN = (PROJECT / "docs/design.md").read_text()
GROUNDS = ["ground", "surface", "tint"]


def blocks(css: str, around: str = ""):
    """Every rule as (the @media around it, its selector, its declarations)."""
    at = 0
    while (opening := css.find("{", at)) >= 0:
        head, depth, end = css[at:opening].strip(), 1, opening + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        inner = css[opening + 1:end - 1]
        if head.startswith("@media"):
            yield from blocks(inner, head.removeprefix("@media").strip())
        else:
            yield around, head, [tuple(part.strip() for part in one.split(":", 1)) for one in re.sub(r"@[^{]*\{[^}]*\}", "", inner).split(";") if ":" in one]
        at = end


RULES = list(blocks(CSS))


def tokens(around: str) -> dict[str, str]:
    return {name[2:]: value for media, selector, pairs in RULES if (media, selector) == (around, ":root") for name, value in pairs if name.startswith("--")}


LIGHT = {name: value for name, value in tokens("").items() if value.startswith("#")}
DARK = LIGHT | tokens("(prefers-color-scheme: dark)")


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio" and "relative luminance"."""

    def luminance(colour):
        parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted([luminance(one), luminance(other)], reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def table(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of design.md, without backticks."""
    part = DESIGN.split(f"\n## {heading}\n", 1)[1].split("\n## ")[0]
    rows = [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    return rows[2:]


# A token, what it stands on, the least contrast, and what it is in light and in dark.
PAIRS = {(one.removeprefix("--"), ground.removeprefix("--")): (float(least), float(light), float(dark))
         for one, ground, least, light, dark in table("Contrast")}


@pytest.mark.parametrize("one, ground", PAIRS, ids=["-on-".join(pair) for pair in PAIRS])
def test_the_contrast_is_what_design_says_and_enough(one, ground):
    least, *said = PAIRS[one, ground]
    found = [contrast(scheme[one], scheme[ground]) for scheme in (LIGHT, DARK)]
    # Rounded down: a figure never promises more than there is.
    assert [int(value * 10) / 10 for value in found] == said
    assert min(found) >= least >= 3


def used():
    """What the rules draw: (property, token, the ground of the same rule, selector)."""
    for media, selector, pairs in RULES:
        if media == "print" or selector == ":root":
            continue
        grounds = [name for prop, value in pairs if prop.startswith("background") for name in re.findall(r"var\(--([a-z-]+)\)", value)]
        for prop, value in pairs:
            if re.match(r"color$|fill$|stroke$|border|outline", prop):
                for name in re.findall(r"var\(--([a-z-]+)\)", value):
                    if name in LIGHT:
                        yield prop, name, grounds[0] if grounds and prop == "color" else None, selector


def test_every_pair_that_the_stylesheet_draws_is_in_the_table():
    missing = []
    for prop, name, ground, selector in used():
        if name == "line" and not prop.startswith("color"):
            continue
        if prop in ("fill", "stroke") and name in GROUNDS:
            continue
        in_band = name.startswith("band")
        for one in [ground] if ground else ["band"] if in_band else [name.removesuffix("-ink")] if name.endswith("-ink") else GROUNDS:
            if (name, one) not in PAIRS:
                missing.append(f"{selector}: {prop}: --{name} on --{one}")
    assert not missing, "\n".join(missing)


def test_what_is_read_is_asked_for_more_than_what_is_seen():
    for prop, name, ground, selector in used():
        least = [asked for (what, _), (asked, *_) in PAIRS.items() if what == name]
        if prop == "color" and name not in GROUNDS:
            assert min(least) >= 4.5, (name, selector)
    assert all(PAIRS[name, ground][0] == 7 for name in ["ink", "soft", "link"] for ground in GROUNDS)


def test_every_colour_is_a_token_and_every_token_is_used():
    for media, selector, pairs in RULES:
        for prop, value in pairs:
            # A mark is drawn for white paper, in the dark too.
            if media != "print" and selector not in (":root", ".logo"):
                assert not re.search(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|white|black|gray|red)\b", value), f"{selector}: {prop}: {value}"
    assert LIGHT.keys() == DARK.keys() and tokens("(prefers-color-scheme: dark)").keys() == LIGHT.keys()
    unused = [name for name in tokens("") if f"var(--{name})" not in CSS]
    assert not unused
    assert {row[0].removeprefix("--"): (row[1], row[2]) for row in table("Colour")} == {name: (LIGHT[name], DARK[name]) for name in LIGHT}


def test_sizes_of_text_and_distances_are_on_the_scales():
    sizes = {row[0] for row in table("Type")} | {"inherit"}
    distances = set(DESIGN.split("Distances, in rem: `")[1].split("`")[0].split())
    off = []
    for media, selector, pairs in RULES:
        for prop, value in pairs:
            if media == "print":
                continue
            # The words of a picture are as large as its own units say.
            if prop == "font-size" and value not in sizes and not value.endswith("px"):
                off.append(f"{selector}: {prop}: {value}")
            if re.match(r"(margin|padding)(-|$)|((column|row)-)?gap$", prop):
                off += [f"{selector}: {prop}: {one}rem" for one in re.findall(r"([\d.]+)rem", value) if one not in distances]
    assert not off, "\n".join(off)


def test_components_have_the_same_names_in_templates_and_stylesheet():
    styled = set(re.findall(r"\.([a-z][a-z-]*)", " ".join(selector for _, selector, _ in RULES)))
    makers = [*(PROJECT / "templates").rglob("*.mustache"), *(PROJECT / "templates").rglob("*.js"), *(PROJECT / "Sources/Rendering").rglob("*.swift")]
    made = set(re.findall(r"[a-z][a-z-]*", " ".join(path.read_text() for path in makers)))
    named = {one for name, _ in table("Components") for one in re.findall(r"\.([a-z-]+)", name)}
    assert named - styled == set() and named - made == set()
    assert styled - made == set(), "rules for what no page has"


def test_the_stylesheet_is_one_and_small(site):
    sheets = list(site.rglob("*.css"))
    assert [path.name for path in sheets] == ["site.css"]
    assert len(gzip.compress(sheets[0].read_bytes(), 9)) <= 10_240
    assert "@import" not in CSS and "@font-face" not in CSS and "url(" not in CSS
