"""What a reader does on the search page beyond asking: chooses, sorts, goes back, takes suggestions, and meets a bad host."""

import functools
import gzip
import http.server
import re
import threading

import pytest
from conftest import PREFIX, Below
from test_pages import visit

ANSWERED = "() => document.getElementById('status').textContent !== '' || !document.getElementById('fel').hidden"
ENGINE = """async (queries) => {
  const { open } = await import("../assets/search-engine.js");
  const engine = await open(new URL("./", location.href)), answers = [];
  for (const query of queries) answers.push(JSON.stringify((await engine.search(query)).hits.slice(0, 50)));
  return answers;
}"""
QUERIES = ["vård", "samverkan vid utskrivning", "avtal", "hjalpmedel", "besult", "”sluten vård”", "2025", "överenskommelser om hjälpmedel", "v"]


ODD = ["A-G Norrmyhr", "K-G Törnblåsare", "-", "\"\"", "”", "…", "§", "1", "a b c", "dnr", "dnr KS", "vad gäller för", "”och”", "2024-", "d:2024",
       "__proto__ constructor", "a-", "-a", "e-", "4-4-4-4-4", "99/99 2024", "å" * 300, "x y-z 1/2"]


def titles(page):
    return page.locator("#traffar > li > a").all_inner_texts()


@pytest.fixture
def found(browser, address):
    page = visit(browser, address, "sok/?q=samverkan")
    page.wait_for_selector("#filter a")
    yield page
    assert page.said == []
    page.context.close()


def settle(page, change):
    """Does something that asks anew, and waits until the answer stands."""
    page.evaluate("document.getElementById('status').textContent = ''")
    change()
    page.wait_for_function(ANSWERED)
    page.wait_for_load_state("networkidle")


def number(page):
    return int("".join(letter for letter in page.inner_text("#status").split(" träff")[0] if letter.isdigit()))


def test_it_is_a_form_before_the_script_comes(browser, address):
    page = visit(browser, address, "")
    page.route("**/assets/search*.js", lambda route: route.abort())
    page.goto(address + "sok/")
    page.fill("#q", "krigsorganisation")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=krigsorganisation")
    page.unroute("**/assets/search*.js")
    page.reload()
    page.wait_for_selector("#traffar > li")
    page.context.close()


def test_the_words_are_marked_in_whatever_form_they_stand(browser, address):
    page = visit(browser, address, "sok/?q=krigsorganisationer")
    page.wait_for_selector("#traffar mark")
    assert {mark.lower() for mark in page.locator("#traffar mark").all_inner_texts()} == {"krigsorganisation"}
    assert page.said == []
    page.context.close()


def test_the_number_of_hits_is_announced_once_and_politely(browser, address):
    page = visit(browser, address, "sok/")
    assert page.get_attribute("#status", "aria-live") == "polite" and page.inner_text("#status") == ""
    page.evaluate("""() => {
      globalThis.heard = [];
      new MutationObserver(() => heard.push(document.getElementById("status").textContent))
        .observe(document.getElementById("status"), { childList: true, characterData: true, subtree: true });
    }""")
    page.keyboard.type("krigsorganisation", delay=20)
    page.wait_for_function("() => document.getElementById('status').textContent.includes('”krigsorganisation”')")
    page.wait_for_load_state("networkidle")
    heard = [text for text in page.evaluate("heard") if text]
    assert re.fullmatch(r"\d+ träff(ar)? för ”krigsorganisation”\.", heard[-1])
    assert len(heard) == len(set(heard)), heard
    page.context.close()


def test_a_choice_is_in_the_address_and_its_count_is_true(found):
    before, all_titles = number(found), titles(found)
    link = found.locator("#filter a:visible").last
    count = int(link.evaluate("link => link.nextSibling.data.replace(/\\D/g, '')"))
    label = link.inner_text()
    settle(found, link.click)
    assert number(found) == count <= before
    assert label in found.inner_text("#valda") and "q=samverkan" in found.url and found.url.count("&") == 1
    chosen_address, chosen_titles = found.url, titles(found)
    # The same address gives the same page to whoever is sent it.
    found.reload()
    found.wait_for_selector("#valda a")
    found.wait_for_function(ANSWERED)
    assert titles(found) == chosen_titles
    settle(found, lambda: found.locator("#valda a").first.click())
    assert found.locator("#valda li").count() == 0 and number(found) == before and titles(found) == all_titles
    settle(found, found.go_back)
    assert found.url == chosen_address and titles(found) == chosen_titles
    settle(found, found.go_forward)
    assert number(found) == before


def test_every_choice_leads_to_as_many_as_it_says(found):
    total = number(found)
    for summary in found.locator("#filter summary").all():
        if summary.evaluate("summary => !summary.parentNode.open"):
            summary.click()
    links = [(link.get_attribute("href"), int(link.evaluate("link => link.nextSibling.data.replace(/\\D/g, '')")))
             for link in found.locator("#filter a").all()]
    assert len(links) > 5
    wrong = []
    for href, count in links:
        found.goto(found.url.partition("?")[0] + href)
        found.wait_for_selector("#valda a")
        found.wait_for_function(ANSWERED)
        if number(found) != count or count > total:
            wrong.append(f"{href}: {number(found)}, not {count}")
    assert not wrong, "\n".join(wrong)


def test_the_newest_come_first_when_asked_for_by_date(found):
    settle(found, found.locator("#sortering a").click)
    assert "sortera=datum" in found.url
    dates = found.evaluate("""async () => {
      const { open } = await import("../assets/search-engine.js");
      const engine = await open(new URL("./", location.href));
      const { hits } = await engine.search("samverkan", { sortera: "datum" });
      return (await engine.records(hits.map((hit) => hit[0] ?? hit.unit))).map((unit) => unit.date).filter(Boolean);
    }""")
    assert len(dates) > 20 and dates == sorted(dates, reverse=True)
    settle(found, found.locator("#sortering a").click)
    assert "sortera" not in found.url


def test_a_suggestion_is_taken_with_the_keyboard(browser, address):
    page = visit(browser, address, "sok/")
    page.keyboard.type("hjälpmedelsr")
    page.wait_for_selector("#forslag:not([hidden]) [role=option]")
    assert page.get_attribute("#q", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    option = page.locator("#forslag [aria-selected=true]")
    assert page.get_attribute("#q", "aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Escape")
    assert page.locator("#forslag").is_hidden() and page.input_value("#q") == "hjälpmedelsr"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=Hj*")
    assert page.input_value("#q").startswith("Hjälpmedelsr")
    page.wait_for_selector("#traffar > li")
    assert page.said == []
    page.context.close()


def test_a_slash_leads_to_the_box_and_is_a_letter_in_it(found):
    found.focus("#traffar a")
    found.keyboard.press("/")
    assert found.evaluate("document.activeElement.id") == "q" and found.input_value("#q") == "samverkan"
    found.keyboard.press("End")
    found.keyboard.press("/")
    assert found.input_value("#q") == "samverkan/"


def test_nothing_found_says_what_to_do(browser, address):
    page = visit(browser, address, "sok/?q=qqxxzzyyww")
    page.wait_for_function(ANSWERED)
    assert page.inner_text("#status").startswith("Inget hittades för ”qqxxzzyyww”.") and "Pröva" in page.inner_text("#status")
    assert page.locator("#traffar > li").count() == 0
    assert page.locator("main .chips a:visible").count() > 3
    page.context.close()


def test_it_fits_a_phone(browser, address):
    page = visit(browser, address, "sok/?q=samverkan", viewport={"width": 320, "height": 640})
    page.wait_for_selector("#filter a", state="attached")
    page.click("#avgransa > summary")
    for summary in page.locator("#filter summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_no_question_breaks_it(browser, address):
    page = visit(browser, address, "sok/")
    page.evaluate(ENGINE, ODD)
    assert page.said == []
    page.context.close()


@pytest.mark.parametrize("query", ["vad gäller för krigsorganisation qqxxzz zzyyqq", "hur är det med qqxxzz och krigsorganisationen"])
def test_words_that_are_nowhere_do_not_empty_the_page(browser, address, query):
    page = visit(browser, address, f"sok/?q={query}")
    page.wait_for_selector("#traffar > li")
    assert "krigsorganisation" in page.locator("#traffar > li").first.inner_text().lower()
    assert page.inner_text("#status").startswith("Inget har alla orden. Visar resultat för ”krigsorganisation")
    assert page.said == []
    page.context.close()


def test_the_same_question_has_the_same_answer_whatever_was_asked_before(browser, address):
    def answers(queries):
        page = visit(browser, address, "sok/")
        found = dict(zip(queries, page.evaluate(ENGINE, queries)))
        page.context.close()
        return found

    alone = {query: answers([query])[query] for query in QUERIES}
    assert answers(QUERIES) == alone
    assert answers(QUERIES[::-1]) == alone


class Opening(Below):
    """A host that opens the index's files itself, or says in a header that they are gzipped."""

    says = False

    def do_GET(self):
        if not self.path.endswith(".sok"):
            return super().do_GET()
        with open(self.translate_path(self.path), "rb") as file:
            data = file.read()
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        if self.says:
            self.send_header("Content-Encoding", "gzip")
        else:
            data = gzip.decompress(data)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Saying(Opening):
    says = True


@pytest.mark.parametrize("host", [Opening, Saying])
def test_a_host_that_opens_the_files_gives_the_same_answers(browser, address, site, host):
    page = visit(browser, address, "sok/")
    usual = page.evaluate(ENGINE, QUERIES)
    page.context.close()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(host, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = visit(browser, f"http://127.0.0.1:{server.server_port}{PREFIX}/", "sok/")
        assert page.evaluate(ENGINE, QUERIES) == usual
        page.context.close()
        server.shutdown()


def test_a_part_that_is_not_there_is_told_and_the_rest_works(browser, address):
    page = visit(browser, address, "sok/")
    page.wait_for_load_state("networkidle")
    # The shards of a word: whatever was fetched for it, one at a time, and the others stay.
    page.goto(address + "sok/?q=krigsorganisation")
    page.wait_for_selector("#traffar > li")
    page.wait_for_load_state("networkidle")
    parts = sorted({url for url in page.fetched if url.endswith(".sok") and "katalog" not in url})
    assert parts
    page.context.close()
    for part in parts:
        page = visit(browser, address, "")
        page.route(part, lambda route: route.fulfill(status=404, body="Not found"))
        page.goto(address + "sok/?q=krigsorganisation+samverkan")
        page.wait_for_function(ANSWERED)
        page.wait_for_load_state("networkidle")
        if part in page.fetched:
            told = page.inner_text("#fel") if page.locator("#fel").is_visible() else ""
            assert "gick inte att hämta" in told or page.locator("#filter").is_hidden(), part
        assert not [text for text in page.said if "Uncaught" in text or "TypeError" in text], part
        page.unroute(part)
        page.reload()
        page.wait_for_selector("#traffar > li")
        assert page.locator("#fel").is_hidden(), part
        page.context.close()
