"""Pictures of the largest page of every kind, to look at: `make screenshots`. The end of a long page is left out."""

import os
import pathlib
import sys

from conftest import page_kinds, served
from playwright.sync_api import sync_playwright

WIDTHS = [320, 768, 1280]
TALLEST = 4_000


def main(site: pathlib.Path, folder: pathlib.Path):
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("SAMSYN_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        kinds = page_kinds(site) | {"search-hits": "sok/?q=samverkan"}
        for width in WIDTHS:
            page = browser.new_page(locale="sv-SE", viewport={"width": width, "height": 900})
            for kind, path in kinds.items():
                page.goto(address + path)
                if "?" in path:
                    page.wait_for_selector("#traffar > li")
                height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
                for scheme in ["light", "dark"]:
                    page.emulate_media(color_scheme=scheme)
                    page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png", full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
            page.close()
        print(f"{len(kinds)} kinds of page, {len(WIDTHS)} widths, light and dark: {folder}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]))
