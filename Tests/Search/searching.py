"""Sites whose pages are agenda items, built by the program, served on loopback and searched by their own engine."""

import contextlib
import functools
import http.server
import os
import pathlib
import resource
import shutil
import subprocess
import threading
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str((PROJECT / os.environ.get("SAMSYN", ".build/debug/samsyn")).resolve())
BODY = "Provrådet"
SETTINGS = """namn: Samverkan i Provmark
län: Provmarks län
exempel: 2026-01-31
licens: CC0-1.0
huvudmän:
  - {namn: Region Provmark, typ: region}
  - {namn: Provköpings kommun, typ: kommun}
"""
TERMS = f"""---
giltig från: 1900-01-01
---

# Uppdragsbeskrivning för {BODY}

{BODY} ger huvudmännen en plats att pröva frågor tillsammans.

## Protokoll

Protokollet justeras av ordföranden och en justerare.
"""
PER_MEETING = 20


def minutes(texts, titles=None, per_meeting=PER_MEETING):
    """Approved minutes whose agenda items are the texts, and the address of each text. `titles` are the items' own."""
    content = {"samsyn.yml": SETTINGS, "uppdrag/provradet.md": TERMS}
    addresses = []
    for number, start in enumerate(range(0, len(texts), per_meeting)):
        # Meetings go backwards in time, three a month; none is in a year that a query names.
        month, day = divmod(number, 3)
        year = 2022 - month // 12
        date = f"{year}-{12 - month % 12:02}-{(5, 14, 23)[day]:02}"
        approved = f"{date[:8]}{int(date[8:]) + 4:02}"
        lines = ["---", f"organ: {BODY}", f"datum: {date}", f"justerat: {approved}", "justerare: [Tora Testare, Vide Provare]", "---", "",
                 f"# Protokoll {BODY}", "", "## Närvarande", "", "- Tora Testare, ordförande, Region Provmark",
                 "- Vide Provare, justerare, Provköpings kommun", ""]
        for place, text in enumerate(texts[start:start + per_meeting]):
            title = titles[start + place] if titles else f"Ärende {'abcdefghijklmnopqrstuvwxyz'[place]}"
            lines += [f"## § {place + 1} {title}", "", text, ""]
            addresses.append(f"moten/provradet/{date}/#p{place + 1}")
        content[f"protokoll/{year}/provradet-{date}.md"] = "\n".join(lines)
    return content, addresses


def build(content, folder):
    """The site of the content, and what building it took: seconds, and the memory at its highest in bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in content.items():
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / name).write_text(text)
    site = folder / "public"
    started = time.monotonic()
    done = subprocess.Popen(
        [PROGRAM, "build", "--site", str(folder), "--content", str(folder / "content"), "--templates",
         str(PROJECT / "templates"), "--output", str(site)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = done.stdout.read()
    _, status, used = os.wait4(done.pid, 0)
    done.returncode = os.waitstatus_to_exitcode(status)
    assert done.returncode == 0, said[-4000:]
    return site, {"seconds": time.monotonic() - started, "memory": used.ru_maxrss * 1024}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder over connections that stay open, and counts what it sends."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}
    disable_nagle_algorithm = True

    def copyfile(self, source, outputfile):
        data = source.read()
        self.server.sent += len(data)
        self.server.requests += 1
        outputfile.write(data)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder, handler=Quiet):
    """The address that a folder is served on."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        server.sent = server.requests = 0
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = Base(f"http://127.0.0.1:{server.server_port}/")
        base.server = server
        yield base
        server.shutdown()


class Base(str):
    """An address, and the server behind it."""

    server: http.server.ThreadingHTTPServer


@contextlib.contextmanager
def engine_of(browser, base):
    """A function that asks the site's own engine: the addresses of all hits in their order."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(base + "404.html")
    page.evaluate("""async (base) => {
      const { open } = await import(base + "assets/search-engine.js");
      const engine = await open(base + "sok/");
      globalThis.ask = async (query, limit) => {
        let found;
        try { found = await engine.search(query, { limit: 400 }); } catch (error) { return { urls: [], failed: String(error.stack) }; }
        const units = found.hits.map((hit) => Array.isArray(hit) ? hit[0] : hit.unit).slice(0, limit);
        const records = await engine.records(units);
        return { urls: records.map((record) => record ? record.url : ""), count: found.count };
      };
    }""", base)

    def search(query, limit=400):
        return page.evaluate("([query, limit]) => ask(query, limit)", [query, limit])

    yield search
    context.close()
