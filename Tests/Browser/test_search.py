"""The search page, as a reader uses it, on the demonstration county."""

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
    page.fill("#q", query)
    page.wait_for_function("query => decodeURIComponent(location.search.replaceAll('+', ' ')) === '?q=' + query", arg=query)
    page.wait_for_function("query => document.getElementById('antal').textContent.includes(query)", arg=query)


@pytest.fixture
def page(browser, address):
    page = visit(browser, address, "sok/")
    yield page
    page.context.close()


def test_a_question_has_its_answer_first(page):
    wrong = []
    for query, title in QUESTIONS:
        page.fill("#q", query)
        page.keyboard.press("Enter")
        page.wait_for_function("query => new URLSearchParams(location.search).get('q') === query", arg=query)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(50)
        first = page.locator("#traffar > li > a").first
        found = first.inner_text() if first.count() else page.inner_text("#antal")
        if not found.startswith(title):
            wrong.append(f"{query}: {found}")
    assert not wrong, "\n".join(wrong)
    assert page.said == []


def test_words_are_read_as_the_index_reads_them(page):
    for text, words in json.loads((PROJECT / "Tests/Search/words.json").read_text()):
        assert page.evaluate("text => wordsOf(text)", text) == words, text
        assert page.evaluate("text => wordsOf(text)", __import__("unicodedata").normalize("NFD", text)) == words, text


def test_the_hit_leads_to_its_place(page):
    ask(page, "krigsorganisation")
    assert re.fullmatch(r"1 träff för ”krigsorganisation”\.", page.inner_text("#antal"))
    hit = page.locator("#traffar > li")
    assert "Ärendepunkt · Samråd vård och omsorg · 23 maj 2025" in hit.inner_text()
    hit.locator("a").click()
    assert page.url.endswith("/moten/samrad-vard-och-omsorg/2025-05-23/#p15")
    assert "Beredskap och krigsorganisation" in page.locator("#p15").inner_text()
    page.go_back()
    page.wait_for_selector("#traffar > li")
    assert page.input_value("#q") == "krigsorganisation"


def test_nearly_all_words_are_better_than_nothing_and_it_says_so(page):
    page.fill("#q", "krigsorganisation xyzzy")
    page.wait_for_selector("#traffar > li")
    assert page.inner_text("#antal") == "Inget har alla orden. 1 träff med 1 av 2 ord."
    ask(page, "xyzzy")
    assert page.inner_text("#antal").startswith("Inget hittades för ”xyzzy”.")
    assert page.locator("#traffar > li").count() == 0
    page.fill("#q", "å")
    page.wait_for_function("() => document.getElementById('antal').textContent === 'Skriv minst två bokstäver.'")
    assert page.said == []


def test_text_from_outside_is_never_markup(page):
    query = "<img src=x onerror=alert(1)> beslut"
    page.goto(page.url + "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20beslut")
    page.wait_for_function("() => document.getElementById('antal').textContent")
    assert page.input_value("#q") == query
    assert page.locator("main img").count() == 0
    assert "innerHTML" not in (PROJECT / "templates/assets/search.js").read_text()


def test_the_keyboard_reaches_everything(page):
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("samverkan")
    page.wait_for_selector("#fler:not([hidden])")
    assert page.locator("#traffar > li").count() == 20
    page.focus("#fler")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('#traffar > li').length > 20")
    page.wait_for_function("() => document.activeElement === document.querySelectorAll('#traffar > li > a')[20]")
    page.focus("#q")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('#traffar a')")
    assert page.locator("#antal[role=status]").count() == 1


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


@pytest.mark.parametrize("lost", ["index/kr.json", "enheter/0.json", "katalog.json"])
def test_a_lost_part_is_told_and_the_rest_works(browser, address, lost):
    page = visit(browser, address, "sok/")
    page.route(f"**/sok/{lost}", lambda route: route.abort())
    page.fill("#q", "krigsorganisation beredskap")
    page.wait_for_function("() => document.getElementById('antal').textContent.includes('gick inte att hämta')")
    if lost != "katalog.json":
        assert page.locator("#traffar > li").count() >= (1 if lost.startswith("index") else 0)
    # It is asked for anew, not remembered as lost.
    page.unroute(f"**/sok/{lost}")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('antal').textContent.startsWith('1 träff')")
    page.context.close()


def test_every_unit_leads_to_an_element(site):
    wrong = []
    for path in (site / "sok/enheter").glob("*.json"):
        for unit in json.loads(path.read_text())["units"]:
            page, _, anchor = unit["url"].partition("#")
            text = (site / page / "index.html").read_text()
            if anchor and f' id="{anchor}"' not in text:
                wrong.append(unit["url"])
    assert not wrong, wrong


def test_the_script_is_small(site):
    import gzip

    assert len(gzip.compress((site / "assets/search.js").read_bytes(), 9)) <= 3 * 1024
    for path in site.rglob("*.html"):
        assert ("<script" in path.read_text()) == (path == site / "sok/index.html"), path
