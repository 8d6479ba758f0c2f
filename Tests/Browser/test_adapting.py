"""A site with a mark, a colour and a language of its own reads as well as one without."""

import functools
import http.server
import os
import pathlib
import re
import subprocess
import threading

from axe_playwright_python.sync_playwright import Axe
from conftest import PROJECT
from test_pages import visit

PROGRAM = pathlib.Path(os.environ.get("SAMSYN", PROJECT / ".build/release/samsyn")).resolve()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_the_nearest_shade_logo_and_arabic_pass_axe_in_light_and_dark(tmp_path, browser):
    for name in ["sidor", "uppdrag"]:
        (tmp_path / "content" / name).mkdir(parents=True)
    (tmp_path / "content/uppdrag/a.md").write_text("---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\nGruppen träffas fyra gånger om året.\n")
    (tmp_path / "content/sidor/om.md").write_text("---\nspråk: ar\n---\n# معلومات عن الموقع\n\nهذا الموقع مثال.\n")
    (tmp_path / "content/logga.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40"><rect width="400" height="40"/></svg>')
    settings = tmp_path / "content/samsyn.yml"

    def build(colour: str):
        settings.write_text(f'namn: Samverkan om hälsa, vård och omsorg i provlänet\nexempel: 2026-04-15\nlogotyp: logga.svg\naccentfärg: "{colour}"\n')
        return subprocess.run([str(PROGRAM), "build"], cwd=tmp_path, capture_output=True, text=True, check=False)

    told = build("#ff8800")
    assert told.returncode == 1 and "samsyn.yml:4" in told.stderr and "accent-contrast" in told.stderr
    shade = re.search(r'"(#[0-9a-f]{6})"\s*\[', told.stderr)[1]
    assert build(shade).returncode == 0
    handler = functools.partial(Quiet, directory=str(tmp_path / "public"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for scheme in ["light", "dark"]:
            page = visit(browser, f"http://127.0.0.1:{server.server_port}/", "om/", color_scheme=scheme, viewport={"width": 320, "height": 640})
            violations = Axe().run(page, options=RULES).response["violations"]
            assert not violations, [(one["id"], [node["target"] for node in one["nodes"]]) for one in violations]
            assert page.said == [] and page.evaluate("document.documentElement.scrollWidth") == 320
            logo = page.locator(".logo")
            assert logo.evaluate("image => image.naturalWidth > 0") and logo.bounding_box()["height"] == 40
            text = page.locator("article p")
            assert text.evaluate("p => getComputedStyle(p).direction") == "rtl"
            page.context.close()
        server.shutdown()
