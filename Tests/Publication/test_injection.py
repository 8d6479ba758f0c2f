"""Texts that try to be markup, addresses, JSON or templates, in every place that a coordinator can write in: each is
refused with its line, or stands in the site as the text that it is."""

import functools
import gzip
import html
import http.server
import json
import os
import pathlib
import re
import threading
import urllib.parse
import xml.dom.minidom
from html.parser import HTMLParser

import pytest
from building import IS_SOAK, PROJECT, build, put, tree
from payloads import PAYLOADS
from playwright.sync_api import sync_playwright

# Each payload in each place takes as many documents as there are payloads; a sixth of them has each in every sixth.
DOCUMENTS, STEP = (len(PAYLOADS), 1) if IS_SOAK else (len(PAYLOADS) // 6, 7)
# What a line may be refused for. Anything else would be an accident.
REFUSALS = {
    "raw-html", "unbalanced-tag", "unsafe-link", "broken-link", "external-image", "forbidden-character", "wrong-value", "table-row-too-long",
    "email", "telephone", "like-identity-number", "address-taken", "name-claimed-twice", "identifier",
}

GLOBAL = {"id", "class"}
# What the list of hits calls each kind of hit.
KINDS = {f"data-{kind}" for kind in "agreement body decision follow-up item matter meeting page person principal terms".split()}
ELEMENTS = {
    "a": {"href", "rel", "title", "aria-current", "data-value", "lang", "hreflang"}, "article": {"lang", "dir"}, "blockquote": set(), "body": set(), "br": set(), "button": {"hidden", "type"},
    "caption": set(), "code": set(), "dd": set(), "del": set(), "details": set(), "div": {"aria-label", "role", "tabindex"}, "dl": set(), "dt": set(),
    "em": set(), "footer": set(), "form": {"action", "method", "role"}, "h1": set(), "h2": set(), "h3": set(), "h4": set(), "h5": set(), "h6": set(),
    "head": set(), "header": set(), "hr": set(), "html": {"lang"}, "img": {"src", "alt", "title", "width", "height"},
    "input": {"aria-describedby", "aria-label", "autocapitalize", "autocomplete", "name", "spellcheck", "type"}, "ins": set(), "label": {"for"}, "li": {"aria-current", "lang"},
    "link": {"href", "rel", "title", "type"}, "main": {"tabindex"}, "meta": {"charset", "content", "http-equiv", "name"},
    "nav": {"aria-label", "aria-labelledby", "hidden"}, "noscript": set(), "ol": {"hidden", "start"} | KINDS, "p": {"aria-live", "hidden", "role", "tabindex"}, "pre": set(), "q": set(), "s": set(),
    "script": {"defer", "src", "type"}, "section": {"aria-labelledby"}, "span": {"title", "data-value"}, "strong": set(), "sub": set(), "summary": set(), "sup": set(),
    "table": {"data-group"}, "tbody": set(), "td": {"data-label", "data-values"}, "th": {"colspan", "scope", "data-filter", "data-name", "data-values"}, "thead": set(), "time": {"datetime"}, "title": set(), "tr": set(),
    "ul": {"aria-label", "hidden", "role"},
    # Pictures: shapes and words.
    "svg": {"aria-hidden", "aria-label", "aria-labelledby", "height", "preserveaspectratio", "role", "viewbox", "width"}, "desc": set(), "text": {"x", "y"},
    "circle": {"cx", "cy", "r"}, "line": {"x1", "x2", "y1", "y2"}, "path": {"d"}, "rect": {"height", "rx", "width", "x", "y"},
}
VOID = {"br", "circle", "hr", "img", "input", "line", "link", "meta", "path", "rect"}


# Control characters, those that turn the text around, and those that are none.
FORBIDDEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ufdd0-\\ufdef\\ufffe\\uffff]")


def quoted(text: str) -> str:
    """As a YAML value in double quotes, with its escapes: what the bytes of a file may not hold may come this way."""
    signs = {'"': '\\"', "\\": "\\\\"}
    codes = ((one, ord(one)) for one in text)
    return '"' + "".join(signs.get(one, one if 0x20 <= code < 0x7F else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}") for one, code in codes) + '"'


def escaped(text: str) -> str:
    """With a backslash before every sign. An e-mail address that is veiled so is refused of the finished page, which knows
    no line, and is left out."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", re.sub("[a-z]@[a-z]", "x", text))


class Draw:
    """The payloads of one document: another for each place of it."""

    def __init__(self, number: int):
        self.next = number * STEP

    def __call__(self) -> str:
        self.next += 1
        return PAYLOADS[self.next % len(PAYLOADS)]


def minutes(number: int) -> str:
    p, y = Draw(number), lambda p=Draw(number + 40): quoted(p())
    day = f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    lines = [
        "---", "struket: visa", f"titel: {y()}", f"organ: {quoted(p() + f' råd {number}')}", f"datum: {day}", f"tid: {y()}", f"plats: {y()}", f"dnr: {y()}",
        f"ordförande: {y()}", f"sekreterare: {y()}", f"arkiv: {quoted('beslutad 2026-03-01 av ' + p())}", f"# {p()}", "---", "# Protokoll", p(),
        "## Närvarande", f"- {p()}, ordförande, Storvinge kommun", f"- Ada Ek, {p()}, Storvinge kommun", f"- Bo Ek, ledamot, {p()}", f"- {p()}",
        f"## 1. {p()}", "Beslutsärende", f"Föredragande: {p()}, {p()}", p(), f"- {p()}", f"1. {p()}", f"> {p()}", f"**{p()}**", f"*{p()}*",
        f"| {p()} | b |\n|---|---|\n| {p()} | c |", f"[{p()}](https://a.example/)", f"[x]({p()})", f"[x](<{p()}>)", f"[x](https://a.example/ \"{p()}\")",
        f"[x](https://a.example/{p()})", f"![{p()}](/assets/favicon.svg)", f"![x]({p()})", f"<{p()}>", f"`{p()}`", f"~~{p()}~~", f"<del>{p()}</del>", f"    {p()}",
        f"~~~ {p()}\nText.\n~~~", escaped(p()), html.escape(p()), urllib.parse.quote(p()), f"[x](/{urllib.parse.quote(p())})", f"### 1.1 {p()}", p(),
        "Rådet beslutade att:", f"- {p()}", f"- Ge {p()} i uppdrag att återkomma senast den 1 oktober 2026.",
        f"## {p()}", "Text.", "## 3. Nästa möte", f"{p()} 4 september 2026", "# UNDERSKRIFTSSIDA", f"NAMN: {p()}", f"TITEL, ORGANISATION: {p()}, {p()}",
        "TID: 2026-03-10 14:05:19 +01:00",
    ]
    head = lines.index("---", 1)
    return "\n".join(lines[: head + 1]) + "\n\n" + "\n\n".join(lines[head + 1 :]) + "\n"


def agreement(number: int) -> str:
    p, y = Draw(number + 80), lambda p=Draw(number + 90): quoted(p())
    return (
        f"---\nstruket: visa\nid: avtal-{number}\ntitel: {y()}\nantaget: {quoted('2024-12-01 av ' + p() + ' § 3')}\nparter: [{y()}, Storvinge kommun]\ndnr: {y()}\nbilagor:\n  - fil: a.csv\n    titel: {y()}\n---\n\n"
        f"## § 1 {p()}\n\n{p()}\n\n- {p()}\n\n[{p()}]: https://a.example/ \"{p()}\"\n\n[x][{p()}]\n")


def terms(number: int) -> str:
    p = Draw(number + 120)
    return (
        f"---\nstruket: visa\norgan: {quoted(p() + f' grupp {number}')}\ngiltig från: 2020-01-01\n---\n\n# Uppdragsbeskrivning\n\n{p()}\n\n## {p()}\n\n"
        f"Gruppen arbetar på uppdrag av {p()}.\n\nProtokollet justeras av ordföranden i {p()}.\n")


def page(number: int) -> str:
    p = Draw(number + 160)
    return f"---\nstruket: visa\nid: sida-{number}\ntitel: {quoted(p())}\n---\n\n{p()}\n\n# {p()}\n\n{p()}\n"


def settings() -> dict[str, str]:
    # An e-mail address in a setting is refused of the finished page, which knows no line.
    payloads = [one for one in PAYLOADS if not re.search("[a-z]@[a-z]", one)]
    rows = lambda make: "".join(f"  - {make(number, payload)}\n" for number, payload in enumerate(payloads))
    every = quoted(" ¤ ".join(one for one in payloads[:: 1 if IS_SOAK else 5] if not FORBIDDEN.search(one)))
    return {
        "samsyn.yml": f"namn: {every}\nlän: {every}\nexempel: 2026-04-15\nkontakt: {every}\nlicens: {every}\nhuvudmän:\n"
        + rows(lambda number, payload: f"{{namn: {quoted(f'{payload} kommun {number}')}, typ: kommun, alias: [{quoted(payload + 'a')}]}}")
        + "organ:\n" + rows(lambda number, payload: f"{{namn: {quoted(f'{payload} nämnd {number}')}, alias: [{quoted(payload + 'o')}]}}"),
        "personer.yml": "personer:\n"
        + rows(lambda number, payload: f"{{namn: {quoted(f'{payload} Ek{number}')}, alias: [{quoted(payload + 'p')}], skilj: [{quoted(payload)}]}}")
        + rows(lambda number, payload: f"{{namn: Gammal Ek{number}, tidigare: {quoted(payload)}}}"),
        "kalender.yml": "möten:\n"
        + rows(lambda number, payload: f"{{organ: {quoted(f'{payload} nämnd {number}')}, datum: 2026-06-11, tid: {quoted(payload)}, plats: {quoted(payload)}}}"),
    }


def file_name(number: int) -> str:
    name = re.sub("[a-z]@[a-z]", "x", PAYLOADS[number * STEP % len(PAYLOADS)]).replace("/", "∕")
    return f"{name.encode()[:180].decode(errors='ignore').lstrip('.')} {number}.md"


def content() -> dict[str, str]:
    files = settings()
    for number in range(DOCUMENTS):
        files[f"protokoll/{file_name(number)}"] = minutes(number)
        files[f"avtal/{number}.md"] = agreement(number)
        files[f"bilagor/{number}/a.csv"] = "a;b\n"
        files[f"uppdrag/{number}.md"] = terms(number)
        files[f"sidor/{number}.md"] = page(number)
    return files


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The site of all payloads that are not refused, and how many were. A refused line is taken out, as its author would."""
    folder = tmp_path_factory.mktemp("injection")
    files, refused = content(), 0
    put(files, folder / "content")
    for _ in range(60):
        status, told = build(folder / "content", folder / "site", "--base-url", "https://samverkan.example/")
        assert status in (0, 1), told
        wrong, bodiless = {}, set()
        for one in told["diagnostics"]:
            if one["severity"] == "error":
                assert one["id"] in REFUSALS | {"terms-without-body"} and "path" in one, one
                name = one["path"].removeprefix(f"{folder}/content/")
                wrong.setdefault(name, set()).add(one["line"])
                bodiless |= {name} if one["id"] == "terms-without-body" else set()
        if not wrong:
            assert status == 0
            return folder / "site", files, refused
        for name, lines in wrong.items():
            if FORBIDDEN.search(name):
                # It is the name of the file that is refused.
                (folder / "content" / name).unlink()
                fresh = FORBIDDEN.sub("", name)
                files[fresh] = files.pop(name)
                (folder / "content" / fresh).write_text(files[fresh])
                refused += 1
                continue
            if name in bodiless:
                # What named the body was refused, so there is nothing left to describe.
                (folder / "content" / name).unlink()
                del files[name]
                continue
            text = files[name].split("\n")
            for line in lines:
                assert text[line - 1].strip(), (name, line)
                text[line - 1] = ""
            refused += len(lines)
            files[name] = "\n".join(text)
            (folder / "content" / name).write_text(files[name])
    raise AssertionError("no end of errors")


class Checker(HTMLParser):
    """What stands in a page that no page of ours may hold."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag, attributes):
        allowed = ELEMENTS.get(tag)
        if allowed is None:
            self.wrong.append(f"<{tag}>")
            return
        names = [name for name, _ in attributes]
        self.wrong += [f"<{tag} {name}>" for name in names if name not in allowed | GLOBAL or names.count(name) > 1]
        for name, value in attributes:
            if name in ("href", "src", "action"):
                self.links.append(value)
                self.wrong += [f"<{tag} {name}={value!r}>"] if not is_safe(value, tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.wrong.append(f"<{tag}/>")

    def handle_comment(self, data):
        self.wrong.append(f"<!--{data}-->")

    def handle_pi(self, data):
        self.wrong.append(f"<?{data}>")

    def handle_decl(self, decl):
        if decl != "doctype html":
            self.wrong.append(f"<!{decl}>")

    def unknown_decl(self, data):
        self.wrong.append(f"<![{data}")


def is_safe(value: str, tag: str) -> bool:
    """As a browser takes an address: without blanks and controls, a backslash as a slash (URL Standard, section 4.4)."""
    if any(ord(one) <= 0x20 or ord(one) == 0x7F or one == "\\" for one in value):
        return False
    # A scheme that is hidden by percent signs is none to a browser, but it is nobody's honest address either.
    for address in {value, urllib.parse.unquote(value)}:
        scheme = re.match(r"[^/?#]*?:", address.strip())
        if scheme and scheme[0].lower() not in ("http:", "https:", "mailto:") or address.startswith(("//", "\\\\", "/\\")):
            return False
    if value.startswith("https://samverkan.example/"):
        return tag not in ("img", "script")
    if tag in ("img", "script", "form", "link"):
        return not re.match(r"[a-z]+:", value, re.I)
    return "@" not in (urllib.parse.urlsplit(value).netloc if value.lower().startswith("http") else "")


def without_comments(script: bytes) -> bytes:
    """The lines of a script without their indentation, and without those that are comments: what of it is published."""
    text = re.sub(rb"(?ms)^[ \t]*/\*.*?\*/[ \t]*$", b"", script)
    lines = [line.lstrip() for line in text.split(b"\n")]
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))


def test_nothing_forbidden_stands_in_the_output(made, figure):
    site, files, refused = made
    assets = PROJECT / "templates"
    wrong, links, pages = [], 0, 0
    for name, data in tree(site).items():
        if name.startswith("assets/"):
            source = (assets / name).read_bytes()
            assert data == (without_comments(source) if name.endswith(".js") else source), name
            continue
        assert re.fullmatch(r"(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.[a-z0-9]+|\.samsyn)", name), name
        text = gzip.decompress(data).decode() if name.endswith(".sok") else data.decode()
        # iCalendar ends its lines with both characters (RFC 5545, section 3.1).
        bad = FORBIDDEN.search(text.replace("\r\n", "\n") if name.endswith(".ics") else text)
        wrong += [f"{name}: U+{ord(bad[0]):04X}"] if bad else []
        if name.endswith((".json", ".sok")):
            json.loads(text)
        elif name.endswith(".xml"):
            xml.dom.minidom.parseString(text)
        elif name.endswith(".html"):
            checker = Checker()
            checker.feed(text)
            checker.close()
            if name == "sok/index.html":
                # The template's own, each once and on no other page: what the script may have to say.
                for one in ("<p data-file>", "<p data-index>", "<p data-part>", "<details hidden>"):
                    checker.wrong.remove(one)
            wrong += [f"{name}: {one}" for one in checker.wrong + checker.open]
            links, pages = links + len(checker.links), pages + 1
    assert not wrong, "\n".join(wrong[:40])
    placed = sum(text.count("\n") for text in files.values())
    figure(f"injection: {len(PAYLOADS)} payloads on {placed} lines of {len(files)} files; {refused} lines refused; {pages} pages and {links} links: 0 forbidden")


def test_templates_in_texts_stay_texts(made):
    """What Mustache would take for its own is shown as it was written."""
    site, files, _ = made
    shown = "\n".join(html.unescape(path.read_text()) for path in (site / "moten").rglob("index.html"))
    for payload in ["{{siteName}}", "{{{mainHTML}}}", "{{#meetings}}x{{/meetings}}", "{{>layout}}", "{{=<% %>=}}", "{{last()}}"]:
        assert payload in shown, payload


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_nothing_runs_in_a_browser(made, figure):
    site, _, _ = made
    pages = [path.parent.relative_to(site).as_posix().removeprefix(".") + "/" for path in sorted(site.rglob("index.html"))]
    pages = [path.removeprefix("/") for path in pages if IS_SOAK or path.count("/") < 2] + ([] if IS_SOAK else pages[::6])
    queries = ["sok/?q=" + urllib.parse.quote(payload) for payload in PAYLOADS[:: 1 if IS_SOAK else 8]]
    said = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        path = os.environ.get("SAMSYN_CHROMIUM", "/usr/bin/chromium")
        with playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as browser:
            window = browser.new_page(locale="sv-SE")
            where = ""

            def note(what):
                said.append(f"{where}: {what}")

            window.on("console", lambda message: note(message.text))
            window.on("pageerror", lambda error: note(str(error)))
            window.on("dialog", lambda dialog: (note("dialog " + dialog.message), dialog.dismiss()))
            window.on("request", lambda request: request.url.startswith(address) or note("asked for " + request.url))
            window.add_init_script("addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))")
            for where in pages:
                window.goto(address + where, wait_until="load")
                assert window.url.startswith(address + where), (where, window.url)
            for where in queries:
                window.goto(address + where, wait_until="networkidle")
        server.shutdown()
    assert not said, "\n".join(said[:40])
    figure(f"injection: {len(pages)} pages and {len(queries)} queries in Chromium: 0 dialogs, 0 policy reports, 0 console errors")
