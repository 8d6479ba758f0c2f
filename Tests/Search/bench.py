"""`make bench-search`: what searching costs and finds on made-up counties, with Pagefind beside it on the same items.

bench.py FOLDER [ITEMS ...] writes the counties below FOLDER. Pagefind gets a page for each item; what is told of building
Samsyn is the whole site, and of Pagefind its indexing alone. Scripts and JSON go gzipped, as from a usual host.
"""

import gzip
import html
import importlib.util
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

from made_up import County
from probe import PARTS, is_complete, questions, read
from playwright.sync_api import sync_playwright
from searching import Quiet, build, minutes, served

SHOWN = 5
FIRST = ["tandvård", "avtal", "utbildning om beredskap"]


class Host(Quiet):
    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self):
        path = pathlib.Path(self.translate_path(self.path.split("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in {".js", ".json", ".html", ".css"} or not path.is_file():
            return super().do_GET()
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.server.sent += len(data)
        self.server.requests += 1


SAMSYN = """async (base) => {
  const start = performance.now();
  const [{ open }] = await Promise.all([import(base + "assets/search-engine.js"), fetch(base + "assets/search.js").then((r) => r.text())]);
  const engine = await open(base + "sok/");
  globalThis.ask = async (query, shown) => {
    const start = performance.now();
    let found;
    try { found = await engine.search(query, { limit: Math.max(shown, 40) }); } catch (error) { console.error(error); return { urls: [], ms: 0, failed: 1 }; }
    const records = await engine.records(found.hits.slice(0, shown).map((hit) => Array.isArray(hit) ? hit[0] : hit.unit));
    return { urls: records.map((record) => record ? record.url : ""), ms: performance.now() - start };
  };
  return performance.now() - start;
}"""
PAGEFIND = """async (base) => {
  const start = performance.now();
  const pagefind = await import(base + "pagefind/pagefind.js");
  await pagefind.init();
  globalThis.ask = async (query, shown) => {
    const start = performance.now();
    const found = await pagefind.search(query);
    const pages = await Promise.all(found.results.slice(0, shown).map((result) => result.data()));
    return { urls: pages.map((page) => page.raw_url || page.url), ms: performance.now() - start };
  };
  return performance.now() - start;
}"""


def gain(urls, places, wanted):
    """nDCG of the first ten items of an answer."""
    got = [wanted.get(places[url], 0) for url in urls if url in places][:10]
    def sum_of(gains):
        return sum((2 ** one - 1) / math.log2(at + 2) for at, one in enumerate(gains))
    return sum_of(got) / sum_of(sorted(wanted.values(), reverse=True)[:10])


def measure(browser, folder, script, start_page, places, county):
    """A table's column: what the engine that `script` opens sends, takes and finds."""
    def session(base):
        page = browser.new_context().new_page()
        page.goto(base + start_page)
        base.server.sent = 0
        return page

    def ask(page, query, shown):
        return page.evaluate("([query, shown]) => ask(query, shown)", [query, shown])

    column = {}
    with served(folder, Host) as base:
        sizes, times = [], []
        for query in FIRST:
            page = session(base)
            opened = page.evaluate(script, base)
            times.append(opened + ask(page, query, SHOWN)["ms"])
            sizes.append(base.server.sent)
            page.context.close()
        column["first query, KB"] = " / ".join(f"{size / 1000:.0f}" for size in sorted(sizes))
        column["first query, largest KB"] = max(sizes) / 1000
        column["first query, slowest ms"] = max(times)
        page = session(base)
        page.evaluate(script, base)
        ask(page, FIRST[0], SHOWN)
        sizes, times, failed = [], [], 0
        for query in county.queries():
            base.server.sent = 0
            answer = ask(page, query, SHOWN)
            times.append(answer["ms"])
            sizes.append(base.server.sent / 1000)
            failed += answer.get("failed", 0)
        for name, values in [("later query, KB", sizes), ("later query, ms", times)]:
            values = sorted(values)
            column[f"{name} median"] = statistics.median(values)
            column[f"{name} p90"] = values[int(0.9 * len(values)) - 1]
            column[f"{name} max"] = values[-1]
        slowest = max(range(len(times)), key=times.__getitem__)
        column["later queries that failed"] = failed
        column["slowest query"] = county.queries()[slowest]
        for at, name in enumerate(["as is", "inflected", "parts apart"]):
            found = [gain(ask(page, topic[at], 30)["urls"], places, wanted) for topic, wanted in zip(county.topics, county.gains)]
            column[f"nDCG@10 {name}"] = statistics.mean(found)
        page.context.close()
    return column


def whole_page(browser, site):
    """The bytes of the search page with a question in its address, until nothing more is asked for: all but the page's cache."""
    with served(site, Host) as base:
        context = browser.new_context()
        page = context.new_page()
        page.goto(base + "sok/?q=" + FIRST[0])
        page.wait_for_selector("#traffar > li")
        page.wait_for_load_state("networkidle")
        context.close()
        return base.server.sent / 1000


def size_of(folder, leave_out=()):
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in leave_out]
    return {"index, MB": sum(path.stat().st_size for path in files) / 1e6, "index, files": len(files)}


def pagefind(folder, titles, texts):
    """The items as pages of their own, indexed by Pagefind."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "empty.html").write_text("<!doctype html><title>.</title>")
    for number, (title, text) in enumerate(zip(titles, texts)):
        body = "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))
        (folder / f"{number}.html").write_text(
            f'<!doctype html><html lang="sv"><title>{title}</title><body><main data-pagefind-body><h1>{title}</h1>{body}</main></html>')
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "pagefind", "--site", str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return {"build, s": time.monotonic() - started, "build, memory MB": used.ru_maxrss * 1024 / 1e6}


def table(what, own, other):
    print(f"\n## {what}" + ("" if other else " (Pagefind is not installed)"))
    print(f"{'':28}{'Samsyn':>20}{'Pagefind':>20}{'ratio':>8}")
    for name, value in own.items():
        beside = other.get(name, "")
        ratio = f"{value / beside:.2f}" if isinstance(value, (int, float)) and beside else ""
        row = [f"{one:.3f}" if isinstance(one, float) and one < 1.01 else f"{one:.1f}" if isinstance(one, float) else str(one)
               for one in (value, beside)]
        print(f"{name:28}{row[0]:>20}{row[1]:>20}{ratio:>8}", flush=True)


def completeness(browser, folder, script, start_page, owner, cases):
    """The share of the probe's questions that are answered whole."""
    with served(folder, Host) as base:
        page = browser.new_context().new_page()
        page.goto(base + start_page)
        page.evaluate(script, base)
        whole = [is_complete(number, case, [owner.get(url, ()) for url in
                                            page.evaluate("([query, shown]) => ask(query, shown)", [query, 400])["urls"]])
                 for number, case, query in questions(cases)]
        page.context.close()
    return sum(whole) / len(whole)


def probe(browser, folder, has_pagefind):
    own, other = {}, {}
    for part in PARTS:
        cases, texts, owners = read(part)
        content, addresses = minutes(texts)
        site, _ = build(content, folder / f"samsyn-{part}")
        own[part] = completeness(browser, site, SAMSYN, "404.html", dict(zip(addresses, owners)), cases)
        if has_pagefind:
            pages = folder / f"pagefind-{part}"
            pagefind(pages, ["Ärende"] * len(texts), texts)
            owner = {f"/{number}.html": one for number, one in enumerate(owners)}
            other[part] = completeness(browser, pages, PAGEFIND, "empty.html", owner, cases)
    return own, other


def main(folder, *counts):
    folder = pathlib.Path(folder)
    has_pagefind = importlib.util.find_spec("pagefind") is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("SAMSYN_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        table("The probe, share of questions answered whole", *probe(browser, folder, has_pagefind))
        for count in [int(count) for count in counts] or [2_000, 20_000]:
            county = County(count)
            content, addresses = minutes(county.texts, county.titles, per_meeting=40)
            site, used = build(content, folder / f"samsyn-{count}")
            own = {"build, s": used["seconds"], "build, memory MB": used["memory"] / 1e6, **size_of(site / "sok/index")}
            own["whole search page, KB"] = whole_page(browser, site)
            own |= measure(browser, site, SAMSYN, "404.html", {url: at for at, url in enumerate(addresses)}, county)
            other = {}
            if has_pagefind:
                pages = folder / f"pagefind-{count}"
                other = pagefind(pages, county.titles, county.texts) | size_of(pages / "pagefind", {".js", ".css"})
                places = {f"/{number}.html": number for number in range(count)}
                other |= measure(browser, pages, PAGEFIND, "empty.html", places, county)
            table(f"{count} items", own, other)


if __name__ == "__main__":
    main(*sys.argv[1:])
