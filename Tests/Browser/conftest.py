"""The built site in a browser: served on loopback, from the folder that SAMSYN_SITE names (default: public/)."""

import contextlib
import functools
import http.server
import json
import os
import pathlib
import threading

import pytest
from playwright.sync_api import sync_playwright

PROJECT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site() -> pathlib.Path:
    folder = pathlib.Path(os.environ.get("SAMSYN_SITE", PROJECT / "public")).resolve()
    assert (folder / "index.html").is_file(), f"{folder} holds no site: run `make site`, or set SAMSYN_SITE"
    return folder


PREFIX = "/nagonstans"
FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config):
    config.stash[FIGURES] = []


@pytest.fixture(scope="session")
def figure(request):
    """Takes a line to print when the tests have run."""
    return request.config.stash[FIGURES].append


def pytest_terminal_summary(terminalreporter, config):
    if config.stash[FIGURES]:
        terminalreporter.section("measured")
        for line in config.stash[FIGURES]:
            terminalreporter.line(line)


class Below(http.server.SimpleHTTPRequestHandler):
    """Serves the site below a path, so that a link that counts from the root breaks."""

    def do_GET(self):
        if self.path == "/favicon.ico":
            # A browser asks the host for it when a page names no icon, as the not-found page cannot without a base URL.
            self.send_response(204)
            return self.end_headers()
        return super().do_GET()

    def translate_path(self, path):
        inside = path.startswith(PREFIX + "/")
        return super().translate_path(path[len(PREFIX):] if inside else "/finns-inte")

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(site, handler=Below):
    """The address of a site that is served as long as the context lasts."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site):
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = os.environ.get("SAMSYN_CHROMIUM", "/usr/bin/chromium")
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


def page_kinds(site: pathlib.Path) -> dict[str, str]:
    """The largest page of each kind, by the kind that its JSON twin names."""
    found: dict[str, tuple[int, str]] = {}
    for twin in site.rglob("index.json"):
        data = json.loads(twin.read_text())
        if "kind" not in data:
            continue
        page = twin.with_suffix(".html")
        # An old address leads on before anybody can look at it.
        if 'http-equiv="refresh"' in page.read_text():
            continue
        size = page.stat().st_size
        if size > found.get(data["kind"], (0, ""))[0]:
            found[data["kind"]] = (size, page.parent.relative_to(site).as_posix())
    kinds = {kind: "" if path == "." else path + "/" for kind, (_, path) in sorted(found.items())}
    kinds["data"] = "data/"
    # With a base URL its links are whole, and lead to another host than the one of the test.
    if 'rel="stylesheet"' not in (site / "404.html").read_text():
        kinds["not-found"] = "404.html"
    return kinds


@pytest.fixture(scope="session")
def kinds(site):
    return page_kinds(site)
