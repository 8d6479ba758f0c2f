"""How the search page looks once it has answered: axe in every state of it, and where its parts stand."""

import pytest
from test_every_kind import LOOK
from test_pages import SCHEMES, axe, visit


def answered(page):
    page.wait_for_function("() => document.getElementById('status').textContent !== ''")


def suggesting(page):
    page.fill("#q", "")
    page.locator("#q").press_sequentially("sam")
    page.wait_for_selector("#forslag li")
    page.keyboard.press("ArrowDown")


def unfolded(page):
    """The choices are folded on a phone."""
    page.wait_for_selector("#avgransa:not([hidden])")
    page.evaluate("document.getElementById('avgransa').open = true")


def opened(page):
    unfolded(page)
    for summary in page.locator("#filter summary").all():
        summary.click()


def narrowed(page):
    unfolded(page)
    page.locator("#filter a").first.click()
    page.wait_for_selector("#valda li")


STATES = {
    "hits": ("samverkan", None), "nothing": ("qqxxzzyyww", None), "another word": ("sammverkan", None),
    "suggestions": ("samverkan", suggesting), "open choices": ("samverkan", opened), "narrowed": ("samverkan", narrowed),
}


@pytest.mark.parametrize("scheme, width", zip(SCHEMES, [1280, 320]))
def test_axe_finds_nothing_in_any_state(browser, address, scheme, width):
    wrong = []
    for state, (query, change) in STATES.items():
        page = visit(browser, address, f"sok/?q={query}", color_scheme=scheme, viewport={"width": width, "height": 800})
        answered(page)
        if change:
            change(page)
        page.evaluate(LOOK)
        wrong += [f"{state}: {finding}" for finding in axe(page) + page.evaluate("look.order()")]
        wrong += [f"{state}: console: {text}" for text in page.said]
        page.context.close()
    assert not wrong, "\n".join(wrong)


def test_the_choices_stand_together_beside_the_hits(browser, address):
    page = visit(browser, address, "sok/?q=samverkan", viewport={"width": 1280, "height": 800})
    page.wait_for_selector("#filter summary")
    tops = page.evaluate("""() => [...document.querySelectorAll('#filter > *')].filter((e) => e.checkVisibility())
      .map((e) => e.getBoundingClientRect()).map((box) => [box.top, box.bottom])""")
    gaps = [after[0] - before[1] for before, after in zip(tops, tops[1:])]
    assert max(gaps) < 40, f"gaps of {[round(gap) for gap in gaps]} px between the choices"
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_large_enough(browser, address, width):
    """24 CSS pixels, or so much room around it (WCAG 2.2, 2.5.8)."""
    page = visit(browser, address, "sok/?q=samverkan", viewport={"width": width, "height": 800})
    unfolded(page)
    small = page.evaluate("""() => {
      const boxes = [...document.querySelectorAll('main a, main button, main summary, main input')]
        .filter((element) => element.checkVisibility()).map((element) => [element.textContent.trim(), element.getBoundingClientRect()]);
      const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
      return boxes.filter(([, box]) => box.height < 24 && boxes.some(([, other]) => {
        if (other === box) return false;
        const [x, y] = middle(box);
        const across = Math.max(other.left - x, x - other.right, 0), down = Math.max(other.top - y, y - other.bottom, 0);
        return Math.hypot(across, down) < 12;
      })).map(([text, box]) => `${text.slice(0, 40)}: ${Math.round(box.height)} px`);
    }""")
    assert not small, "\n".join(small)
    page.context.close()
