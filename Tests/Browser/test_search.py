"""The search page, as a reader uses it, on the demonstration county."""

import gzip
import json
import re

import pytest
from conftest import PROJECT
from test_pages import visit

# What somebody asks, and how the title of the first hit begins.
QUESTIONS = [
    ("fast läkarkontakt", "§ 4 Fast läkarkontakt i särskilt boende"),
    ("fast lakarkontakt", "§ 4 Fast läkarkontakt i särskilt boende"),
    ("krigsorganisation", "§ 15 Beredskap och krigsorganisation"),
    ("aldre man glesbygd 2024", "§ "),
    ("ÄLDRE MÄN glesbygd", "§ "),
    ("avtal vårdhygienisk expertis 2025-01-01", "Avtal om vårdhygienisk expertis"),
    ("hjalpmedelsforsorjning", "Överenskommelse om hjälpmedelsförsörjning"),
    ("länssamverkansgruppen", "Länssamverkansgruppen"),
    ("länssamverkansgruppen 26 april 2024", "Länssamverkansgruppen 26 april 2024"),
    ("lansgemensam rutin sip", "§ "),
    ("frånvarande från skolan", "§ 10 Barn som är frånvarande från skolan"),
    ("egenavgift", "§ "),
]


def ask(page, query):
    page.set_default_timeout(8_000)
    page.fill("#q", query)
    page.wait_for_function("query => decodeURIComponent(location.search.replaceAll('+', ' ')) === '?q=' + query", arg=query)
    page.wait_for_function("query => document.getElementById('status').textContent.includes(query)", arg=query)


@pytest.fixture
def page(browser, address):
    page = visit(browser, address, "sok/")
    page.set_default_timeout(8_000)
    yield page
    page.context.close()


def test_a_question_has_its_answer_first(page):
    wrong = []
    for query, title in QUESTIONS:
        # The status and the hits are written in one step: when one is there, the other is of the same question.
        page.evaluate("document.getElementById('status').textContent = ''")
        page.fill("#q", query)
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.getElementById('status').textContent !== ''")
        first = page.locator("#traffar > li > a").first
        found = first.inner_text() if first.count() else page.inner_text("#status")
        if not found.startswith(title):
            wrong.append(f"{query}: {found}")
    assert not wrong, "\n".join(wrong)
    assert page.said == []


def test_words_are_read_as_the_index_reads_them(page):
    """The same vectors and texts as Tests/SearchTests/AnalysisTests.swift."""
    folder = PROJECT / "Tests/Search"
    vectors = json.loads((folder / "vectors.json").read_text())
    assert len(vectors["hashes"]) * len(vectors["endings"].split(" ")) >= 50_000
    wrong = page.evaluate("""async ({ endings, hashes }) => {
      const { Analysis, open } = await import("../assets/search-engine.js");
      const { analysis } = await open(new URL("./", location.href));
      const wrong = [];
      for (const word in hashes) {
        let hash = 0x811c9dc5;
        for (const ending of endings.split(" ")) {
          const { stem, key } = analysis.term(word + ending);
          for (const letter of `${stem} ${key}\n`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
        }
        if (hash.toString(16) !== hashes[word]) wrong.push(word);
      }
      return wrong;
    }""", vectors)
    assert wrong == []
    for row in json.loads((folder / "texts.json").read_text()):
        made = page.evaluate("""async (text) => {
          const { open, plainNumber } = await import("../assets/search-engine.js");
          const { hyphened, specials } = await import("../assets/search-rare.js");
          const { analysis } = await open(new URL("./", location.href)), runs = analysis.runs(text);
          const keys = [...hyphened(runs).map((one) => one.text), ...specials(analysis, runs).flatMap((one) => [...one.keys, ...one.words])];
          return { text, words: runs.map((run) => plainNumber(run.text)), keys: keys.sort((a, b) => a < b ? -1 : a > b ? 1 : 0) };
        }""", row["text"])
        assert made == row


def test_the_hit_leads_to_its_place(page):
    ask(page, "krigsorganisation")
    assert page.inner_text("#status") == "1 träff för ”krigsorganisation”."
    hit = page.locator("#traffar > li")
    assert hit.count() == 1, "an item and its decision are one row"
    assert "Samråd vård och omsorg · 23 maj 2025" in hit.inner_text()
    assert hit.locator("mark").first.inner_text().lower() == "krigsorganisation"
    hit.locator("a").first.click()
    assert re.search(r"/moten/samrad-vard-och-omsorg/2025-05-23/#p15(-beslut-1)?$", page.url)
    page.go_back()
    page.wait_for_selector("#traffar > li")
    assert page.input_value("#q") == "krigsorganisation"


@pytest.mark.parametrize(
    "query, said",
    [
        ("krigsorganisatoin", "Inget hittades för ”krigsorganisatoin”. Visar resultat för ”krigsorganisation”: 1 träff."),
        ("krigsorganisation xyzzyq", "Inget har alla orden. Visar resultat för ”krigsorganisation”: 1 träff."),
        ("xyzzyqq", "Inget hittades för ”xyzzyqq”. Pröva färre eller andra ord, eller bara början av ett ord."),
    ],
)
def test_it_says_when_it_shows_something_else_than_was_asked(page, query, said):
    page.fill("#q", query)
    page.wait_for_function("said => document.getElementById('status').textContent === said", arg=said)
    assert page.said == []


def test_choices_are_in_the_address_and_can_be_taken_back(page):
    ask(page, "avtal")
    all_hits = page.inner_text("#status")
    # The suggestions lie over what is below the box until they are sent away.
    page.press("#q", "Escape")
    page.click("#filter >> text=Bara beslut")
    page.wait_for_selector("#valda a")
    assert "beslut=1" in page.url and page.inner_text("#status") != all_hits
    assert all("-beslut-" in href for href in page.locator("#traffar > li > a").evaluate_all("all => all.map(one => one.href)"))
    page.go_back()
    page.wait_for_function("all => document.getElementById('status').textContent === all", arg=all_hits)
    page.go_forward()
    page.click("#valda a")
    page.wait_for_function("all => document.getElementById('status').textContent === all", arg=all_hits)
    assert page.locator("#valda a").count() == 0
    page.click("#sortering a")
    page.wait_for_function("() => location.search.includes('sortera=datum')")
    assert page.said == []


@pytest.mark.parametrize(
    "kind, query, title, place",
    [
        ("arende", "samsjuklighet", "Samsjuklighet", r"/arenden/samsjuklighet/$"),
        ("balanslista", "regel för anmälan på fredagar", "§ 5 Utvärdering av tidsgränsen vid utskrivning",
         r"/moten/samrad-vard-och-omsorg/2026-03-13/#p5-beslut-2$"),
    ],
)
def test_matters_and_what_is_still_to_be_done_are_found(browser, address, kind, query, title, place):
    page = visit(browser, address, f"sok/?q={query}&typ={kind}")
    hit = page.locator("#traffar > li > a").first
    assert hit.inner_text().startswith(title) and re.search(place, hit.evaluate("one => one.href"))
    assert page.said == []
    page.context.close()


def test_text_from_outside_is_never_markup(page):
    query = "<img src=x onerror=alert(1)> beslut"
    page.goto(page.url + "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20beslut")
    page.wait_for_function("() => document.getElementById('status').textContent")
    assert page.input_value("#q") == query
    assert page.locator("main img").count() == 0
    for name in ["search.js", "search-engine.js", "search-rare.js", "search-choices.js"]:
        assert "innerHTML" not in (PROJECT / "templates/assets" / name).read_text()


def test_the_keyboard_reaches_everything(page):
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("samverkan")
    page.wait_for_selector("#fler:not([hidden])")
    page.keyboard.press("Escape")
    before = page.locator("#traffar > li").count()
    page.focus("#fler")
    page.keyboard.press("Enter")
    page.wait_for_function("before => document.querySelectorAll('#traffar > li').length > before", arg=before)
    page.wait_for_function("before => document.activeElement === document.querySelectorAll('#traffar > li > a')[before]", arg=before)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.fill("#q", "länss")
    page.wait_for_selector("#forslag:not([hidden]) [role=option]")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#forslag [aria-selected=true]")
    assert page.get_attribute("#q", "aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('q').value.startsWith('Länss')")
    assert page.locator("#status[role=status][aria-live=polite]").count() == 1


def test_every_page_has_a_box_that_leads_here(browser, address, kinds):
    for kind in ["start", "minutes", "data"]:
        page = visit(browser, address, kinds[kind], viewport={"width": 320, "height": 640})
        page.fill(".site-search input", "krigsorganisation")
        page.keyboard.press("Enter")
        page.wait_for_selector("#traffar > li")
        assert page.url.endswith("/sok/?q=krigsorganisation")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.said == []
        page.context.close()


def test_without_javascript_it_leads_to_the_registers(browser, address):
    page = visit(browser, address, "sok/?q=beslut", java_script_enabled=False)
    assert "Sökningen behöver JavaScript" in page.locator("main").inner_text()
    page.click("main .chips >> text=Beslut")
    assert page.url.endswith("/beslut/")
    page.context.close()


@pytest.mark.parametrize("lost", ["t*", "d*", "f0*", "katalog*"])
def test_a_lost_part_is_told_and_the_rest_works(browser, address, lost):
    page = visit(browser, address, "sok/")
    page.route(f"**/sok/index/{lost}", lambda route: route.abort())
    page.fill("#q", "krigsorganisation")
    if lost == "f0*":
        page.wait_for_selector("#traffar > li")
        assert page.locator("#filter a").count() == 0
    else:
        page.wait_for_selector("#fel:not([hidden])")
        assert "gick inte att hämta" in page.inner_text("#fel")
    # It is asked for anew, not remembered as lost.
    page.unroute(f"**/sok/index/{lost}")
    page.keyboard.press("Enter")
    page.wait_for_selector("#traffar > li")
    page.wait_for_selector("#filter a")
    assert page.locator("#traffar > li").count() == 1 and page.locator("#fel:visible").count() == 0
    page.context.close()


def test_every_unit_leads_to_an_element(site):
    wrong = []
    for path in (site / "sok/index").glob("d*.sok"):
        for unit in json.loads(gzip.decompress(path.read_bytes()))["units"]:
            page, _, anchor = unit["url"].partition("#")
            text = (site / page / "index.html").read_text()
            if anchor and f' id="{anchor}"' not in text:
                wrong.append(unit["url"])
    assert not wrong, wrong


SCRIPT = re.compile(r'<script src="(?:\.\./)*assets/([a-z-]+\.js)" type="module"></script>')


def test_only_the_search_page_and_registers_have_more_than_the_slash_for_a_script(site):
    for path in site.rglob("*.html"):
        text = path.read_text()
        expected = ["search.js"] if path == site / "sok/index.html" else ["slash.js"] if 'class="site-search"' in text else []
        if 'class="choose"' in text:
            expected.append("register.js")
        assert SCRIPT.findall(text) == expected and text.count("<script") == len(expected), path


def test_a_slash_leads_to_the_box_of_any_page(browser, address, kinds):
    for kind in ["start", "minutes", "data"]:
        page = visit(browser, address, kinds[kind])
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.matches('.site-search input')"), kind
        assert page.said == []
        page.context.close()


def test_the_scripts_that_a_plain_question_waits_for_are_small(browser, address, site):
    page = visit(browser, address, "")
    # The others come later, or are asked for by another question.
    page.route("**/assets/search-choices.js", lambda route: route.abort())
    page.fetched.clear()
    page.goto(address + "sok/?q=samverkan")
    page.wait_for_selector("#traffar > li")
    names = {url.rpartition("/")[2] for url in page.fetched if url.endswith(".js")} - {"search-choices.js"}
    assert names == {"search.js", "search-engine.js"}
    assert sum(len(gzip.compress((site / "assets" / name).read_bytes(), 9)) for name in names) <= 8192
    page.context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_the_first_hit_is_seen_on_a_phone_without_scrolling(browser, address, width):
    page = visit(browser, address, "sok/?q=samverkan", viewport={"width": width, "height": 700})
    page.wait_for_selector("#avgransa:not([hidden])")
    assert page.locator("#traffar > li a").first.bounding_box()["y"] + 24 < 700
    assert page.locator("#filter").is_hidden()
    page.click("#avgransa > summary")
    assert page.locator("#filter a").first.is_visible()
    page.context.close()


def test_a_row_says_its_title_once_and_shows_a_word_of_the_question(page):
    for query in ["krigsorganisation", "läkarkontakt", "samverkan"]:
        ask(page, query)
        page.wait_for_load_state("networkidle")
        rows = page.locator("#traffar > li")
        for at in range(min(10, rows.count())):
            row = rows.nth(at)
            row.scroll_into_view_if_needed()
            row.locator("mark").first.wait_for()
            title = row.locator("a").first.inner_text()
            assert row.inner_text().count(title) == 1, title
