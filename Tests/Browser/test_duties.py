"""What a public site owes its readers: when it was updated, what it is not, and how to ask for what is not there."""

import html.parser
import json
import re


def test_every_page_says_what_it_is_not_and_where_to_ask(site):
    for path in site.rglob("*.html"):
        page = path.read_text()
        if 'http-equiv="refresh"' in page or path.name == "404.html":
            continue
        foot = page.split("<footer")[1]
        assert "Det här är ingen officiell anslagstavla" in foot and "Webbplatsen uppdaterades senast" in foot, path
        boards = re.search(r'<a href="([^"]*)">huvudmännens egna anslagstavlor</a>', foot)
        assert boards and (path.parent / boards[1]).resolve() == site / "huvudman", path
        assert "begar-ut" in foot, path
    ask = (site / "protokoll-som-saknas/index.html").read_text().split('id="begar-ut"')[1]
    assert "2 kap. tryckfrihetsförordningen" in ask and "Regionala samverkanskoordinatorer" in ask


def test_every_notice_board_is_on_the_register_and_on_its_own_page(site):
    register = (site / "huvudman/index.html").read_text()
    principals = json.loads((site / "data/principals.json").read_text())["principals"]
    for principal in principals:
        link = f'<a href="{principal["noticeBoard"]}" rel="noopener noreferrer">'
        assert link in register and link in (site / principal["url"] / "index.html").read_text()
    assert len({principal["noticeBoard"] for principal in principals}) == len(principals)


def test_a_page_was_updated_when_its_documents_say(site):
    as_of = json.loads((site / "index.json").read_text())["asOf"]
    seen = set()
    for path in site.rglob("index.json"):
        twin = json.loads(path.read_text())
        if "kind" not in twin:
            continue
        page = path.with_suffix(".html").read_text()
        day = twin.get("updated")
        told = re.search(r'Sidan uppdaterades senast <time datetime="([^"]+)"', page)
        assert (told and told[1]) == day, path
        if day is None:
            continue
        seen.add(twin["kind"])
        assert day <= as_of, path
        if twin["kind"] == "minutes":
            meeting = twin["meeting"]
            assert day == max([meeting["approval"]["date"]] + [row["date"] for row in meeting.get("corrections", [])]), path
    assert {"minutes", "agreement", "body", "terms", "matter"} <= seen


class Terms(html.parser.HTMLParser):
    """The links to the glossary of a page, and what each stands in."""

    def __init__(self, page):
        super().__init__()
        self.open, self.found = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a" and given.get("class") == "term":
            self.found.append((given["href"].split("#")[1], [name for name, _ in self.open], [kind for _, kind in self.open]))
        if tag not in {"meta", "link", "br", "hr", "img", "input", "circle", "line", "path", "rect"}:
            self.open.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass


def test_the_glossary_is_linked_from_the_first_use_and_from_running_text_only(site):
    pages = 0
    for path in site.rglob("*.html"):
        page = path.read_text()
        if 'class="term"' not in page:
            continue
        found = Terms(page).found
        assert len({anchor for anchor, _, _ in found}) == len(found), path
        for _, elements, kinds in found:
            assert "main" in elements and not {"a", "h1", "h2", "h3", "h4", "h5", "h6", "del", "s", "th"} & set(elements), path
            assert "decision" not in kinds, path
        pages += 1
    assert pages > 20
