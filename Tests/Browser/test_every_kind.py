"""The largest page of every kind, in one window that is made narrow and dark in place: what holds on each, in every width and
scheme, with the keyboard, with the reader's own spacing and colours, under the headers of docs/webbserver.md; without scripts; and what it costs.

A page is opened once and asked everything, since opening it is what takes the time. What is asked where:

- all of axe (WCAG 2.0-2.2 A, AA, AAA and best practice) at 1280 and at 320 px in light: what is shown, what it is called and how it is
  nested differ between those two alone, since 768 px has the cards of the one and the menu of the other. Of its two rules of contrast the
  stricter, 7:1, is asked: what it lets pass the other does too;
- its rules of place (size of targets, what scrolls) at 768 px as well: the scheme changes colours and nothing else;
- its contrast in light and in dark at 1280 px, and in all six of light and dark by 320, 768 and 1280 px the contrast of every text on the
  ground behind it, computed here: the colours are few, and what stands on what is the same in every width but where boxes come and go.

A script that asks for the width does so as the page opens: those pages (`OPENED_ANEW`) are opened again when they have become narrow.
"""

import gzip
import pathlib
import re

import pytest
from conftest import Below, served
from test_design import contrast
from test_pages import EVERY_RULE, SCHEMES, axe, watched
from test_webserver import WithHeaders

HERE = pathlib.Path(__file__).parent
LOOK = (HERE / "look.js").read_text()
WIDTHS = [1280, 768, 320]
NOT_COLOURS = {"rules": EVERY_RULE["rules"] | {"color-contrast-enhanced": {"enabled": False}}}
OF_PLACE = {"runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}}
OF_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced", "link-in-text-block"]}}
# By width and scheme.
AXE_ASKS = {
    (1280, "light"): EVERY_RULE, (1280, "dark"): OF_COLOUR, (768, "light"): OF_PLACE, (320, "light"): EVERY_RULE | NOT_COLOURS,
}
# Where columns and cards begin, and the widths around.
ALL_WIDTHS = [256, 320, 480, 704, 720, 768, 900, 960, 1023, 1025, 1100, 1280]
# WCAG 1.4.12. A sheet that a script makes is let through by the policy, which a <style> is not.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}"""
OPENED_ANEW = {"agreements", "decisions", "follow-ups", "search"}
# What is a box by its colour in design.md, and what a reader writes in or presses.
BOXES = ".tag, .dot, .notice, .decision, .later, .cards > li, .decisions > li, .rules > div, .brief, .chips a, input, select, form button, #fler"
# Bytes as gzip sends them, by kind of file; what a page may cost when somebody first opens it.
BUDGET = {"html": 30_720, "css": 10_240, "js": 10_240, "requests": 5}
# Elements on a page of text. A register has as many as it has rows, at most 1 000 of those.
MOST_ELEMENTS = 1_500


class Found:
    """What is wrong, by the promise that it breaks, and what each kind of page costs."""

    def __init__(self):
        self.wrong: dict[str, list[str]] = {}
        self.costs: dict[str, dict[str, int]] = {}
        # Text on a ground, and where it was last seen.
        self.colours: dict[str, str] = {}

    def note(self, promise: str, where: str, findings):
        self.wrong.setdefault(promise, []).extend(f"{where}: {finding}" for finding in dict.fromkeys(findings))


@pytest.fixture(scope="module")
def found(browser, kinds, site):
    with served(site, WithHeaders) as address:
        return look_at_all(browser, address, kinds, site)


def look_at_all(browser, address, kinds, site) -> Found:
    found = Found()
    note = found.note
    window = browser.new_context(locale="sv-SE", viewport={"width": WIDTHS[0], "height": 900})
    page = watched(window.new_page())

    def open_page(path):
        page.goto(address + path)
        page.evaluate(LOOK)

    for kind, path in kinds.items():
        page.emulate_media(color_scheme="light")
        page.said.clear()
        page.fetched.clear()
        open_page(path)
        found.costs[kind] = cost(site, address, page.fetched) | {"elements": page.evaluate("look.size()")}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if width == 320 and kind in OPENED_ANEW:
                open_page(path)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                where = f"{kind} /{path} {width} px {scheme}"
                if asked := AXE_ASKS.get((width, scheme)):
                    note("axe", where, axe(page, asked))
                found.colours.update((colours, where) for colours in page.evaluate("look.colours()"))
            page.emulate_media(color_scheme="light")
            if width != 768:
                page.keyboard.press("Tab")
                note("focus", where, page.evaluate("look.focus()"))
                note("order", where, page.evaluate("look.order()"))
                page.evaluate("look.watch()")
                for _ in range(12):
                    page.keyboard.press("Tab")
                note("order", where, page.evaluate("look.tabbed()"))
            if width == 1280:
                page.emulate_media(forced_colors="active")
                note("forced", where, page.evaluate("boxes => look.forced(boxes)", BOXES))
                page.emulate_media(forced_colors="none")
        for width in ALL_WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if (wide := page.evaluate("look.width()")) > width:
                note("width", f"{kind} /{path} {width} px", [f"{wide} px"])
        page.evaluate(SPACED)
        for width in [320, 1280]:
            page.set_viewport_size({"width": width, "height": 900})
            where = f"{kind} /{path} {width} px, spaced"
            note("spacing", where, page.evaluate("look.cut()"))
            if (wide := page.evaluate("look.width()")) > width:
                note("spacing", where, [f"{wide} px"])
        note("console", f"{kind} /{path}", page.said)
        note("outside", f"{kind} /{path}", [url for url in page.fetched if not url.startswith(address)])
    assert window.cookies() == []
    window.close()
    return found


def cost(site, address, fetched) -> dict[str, int]:
    costs = {"requests": len(fetched)}
    for url in fetched:
        path = site / url.removeprefix(address).partition("?")[0]
        path = path / "index.html" if path.is_dir() else path
        costs[path.suffix[1:]] = costs.get(path.suffix[1:], 0) + len(gzip.compress(path.read_bytes(), 9))
    return costs


def holds(found, promise):
    wrong = found.wrong.get(promise, [])
    assert not wrong, "\n".join(wrong)


def test_axe_finds_nothing_in_any_width_or_scheme(found):
    holds(found, "axe")


def test_all_text_can_be_read(found):
    wrong = []
    for colours, where in found.colours.items():
        text, ground = ["#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", one)[:3]) for one in colours.removesuffix(", large").split(" on ")]
        if "rgba" in colours or contrast(text, ground) < (4.5 if colours.endswith("large") else 7):
            wrong.append(f"{where}: {colours}: {contrast(text, ground):.2f}")
    assert len(found.colours) > 20 and not wrong, "\n".join(wrong)


def test_the_console_is_empty(found):
    holds(found, "console")


def test_nothing_is_fetched_from_elsewhere(found):
    holds(found, "outside")


def test_no_page_scrolls_sideways(found):
    holds(found, "width")


def test_the_readers_own_spacing_cuts_nothing(found):
    holds(found, "spacing")


def test_focus_is_seen_and_never_covered(found):
    holds(found, "focus")


def test_tab_goes_as_one_reads(found):
    holds(found, "order")


def test_forced_colours_keep_borders_and_focus(found):
    holds(found, "forced")


def test_no_page_costs_more_than_its_budget(found, figure):
    columns = ["html", "css", "js", "sok", "requests", "elements"]
    figure("what the largest page of each kind costs: bytes as gzip sends them, requests, elements")
    figure(f"{'':16}" + "".join(f"{name:>10}" for name in columns))
    over = []
    for kind, costs in found.costs.items():
        figure(f"{kind:16}" + "".join(f"{costs.get(name, 0):>10}" for name in columns))
        over += [f"{kind}: {name}: {costs.get(name, 0)}" for name, most in BUDGET.items() if costs.get(name, 0) > most]
    assert not over, "\n".join(over)
    assert found.costs["minutes"]["elements"] <= MOST_ELEMENTS


def test_pages_read_the_same_without_javascript(browser, address, kinds):
    """What a script adds to a page is a way to look at it: without it, the words are there."""
    window = browser.new_context(locale="sv-SE", java_script_enabled=False)
    page = window.new_page()
    for kind, path in kinds.items():
        page.goto(address + path)
        assert page.locator("h1").count() == 1, kind
        assert page.locator("main").inner_text().strip(), kind
        assert page.locator("main [hidden]").count() == 0 or kind == "search", kind
    window.close()


WATCH = """globalThis.seen = { lcp: 0, cls: 0 };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.lcp = entry.startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.cls += entry.value; })
  .observe({ type: "layout-shift", buffered: true });"""


class Packed(Below):
    """As a web server does: text is gzipped, and the line is kept."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = pathlib.Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".css", ".js", ".json", ".svg"):
            return super().do_GET()
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def test_on_a_slow_line_nothing_moves_once_it_is_shown(browser, site, kinds, figure):
    """1.6 Mbit/s, 150 ms there and back, a processor of a quarter of the speed. How long it takes is told, not asked: it is a clock."""
    moved = []
    with served(site, Packed) as address:
        for kind in ["start", "minutes", "agreement", "decisions", "follow-ups", "search"]:
            window = browser.new_context(locale="sv-SE", viewport={"width": 390, "height": 844})
            page = window.new_page()
            page.add_init_script(WATCH)
            line = window.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000})
            line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(address + kinds[kind])
            page.wait_for_timeout(300)
            seen = page.evaluate("seen")
            figure(f"{kind:16} LCP {seen['lcp'] / 1000:.2f} s, CLS {seen['cls']:.3f}")
            if seen["cls"] > 0.01:
                moved.append(f"{kind}: {seen['cls']:.3f}")
            window.close()
    assert not moved, "\n".join(moved)
