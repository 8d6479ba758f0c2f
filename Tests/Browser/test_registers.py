"""Registers, as a reader narrows and sorts them; without the script they are whole."""

from test_pages import visit


def texts(page, column):
    return [text.strip() for text in page.locator(f"table.register tbody tr:visible td:nth-of-type({column})").all_inner_texts()]


def test_rows_are_chosen_and_the_choice_is_in_the_address(browser, address):
    page = visit(browser, address, "balanslista/")
    whole = page.locator("table.register tbody tr:visible").count()
    page.get_by_label("Status").select_option("Öppet")
    shown = page.locator("table.register tbody tr:visible").count()
    assert 0 < shown < whole and page.locator("h2:visible").count() == 1
    assert page.get_by_role("status").inner_text() == f"Visar {shown} av {whole} rader."
    page.get_by_label("Organ", exact=True).select_option("Samråd vård och omsorg")
    assert all("Samråd vård och omsorg" in text for text in texts(page, 4))
    assert f"({len(texts(page, 4))})" in page.inner_text("h2:visible")
    chosen = page.url
    page.reload()
    assert page.url == chosen and page.get_by_label("Status").input_value() == "Öppet" and len(texts(page, 4)) < shown
    page.get_by_role("button", name="Visa alla").click()
    assert page.locator("table.register tbody tr:visible").count() == whole and "?" not in page.url
    assert page.said == []
    page.context.close()


def test_a_heading_sorts_and_says_how(browser, address):
    page = visit(browser, address, "beslut/")
    dates = page.locator("table.register tbody time")
    newest = dates.first.get_attribute("datetime")
    heading = page.locator("th", has=page.get_by_role("button", name="Datum"))
    page.get_by_role("button", name="Datum").click()
    days = dates.evaluate_all("all => all.map((one) => one.dateTime)")
    assert days == sorted(days) and heading.get_attribute("aria-sort") == "ascending"
    assert page.get_by_role("status").inner_text() == "Sorterat efter datum, stigande."
    page.keyboard.press("Enter")
    assert dates.first.get_attribute("datetime") == newest and heading.get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Beslut").click()
    assert page.locator("th[aria-sort]").count() == 1 and "sortera=beslut" in page.url
    page.context.close()


def test_agreements_are_chosen_by_party(browser, address):
    page = visit(browser, address, "avtal/")
    page.get_by_label("Part", exact=True).select_option("Åstranda kommun")
    shown = page.locator("table.register tbody tr:not(.group):visible")
    assert 0 < shown.count() < page.locator("table.register tbody tr:not(.group)").count()
    assert shown.locator("td[data-values*='Åstranda kommun']").count() == shown.count()
    page.context.close()


def test_on_a_phone_the_choices_are_folded_and_nothing_is_wider_than_the_page(browser, address):
    page = visit(browser, address, "balanslista/", viewport={"width": 320, "height": 800})
    assert page.get_by_label("Status").is_hidden()
    page.get_by_text("Välj rader").click()
    page.get_by_label("Sortera efter").select_option("senast")
    days = page.locator("section:has(#forsenat) tbody td:first-child time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert len(days) > 3 and days == sorted(days) and "sortera=senast" in page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_every_register_is_narrowed_and_sorted(browser, address):
    """By what a reader of each would choose: what is chosen is shown and nothing else."""
    chosen = {
        "moten/": ("Organ", "Länssamverkansgruppen"), "personer/": ("Huvudman", "Ödeviks kommun"), "huvudman/": ("Slag", "Region"),
        "arenden/": ("Organ", "Samråd vård och omsorg"), "rekommendationer/": ("Slag", "Remiss"), "beslut/": ("Slag", "Rekommenderar"), "avtal/": ("Ämne", "Vårdhygien"),
        "kalender/": ("Organ", "Beredning vuxna och äldre"), "protokoll-som-saknas/": ("Organ", "Länssamverkansgruppen"),
    }
    for path, (name, value) in chosen.items():
        page = visit(browser, address, path)
        rows = page.locator("table.register tbody tr:not(.group):visible")
        whole = rows.count()
        page.get_by_label(name, exact=True).select_option(value)
        shown = rows.count()
        assert 0 < shown < whole, path
        if path != "beslut/":
            assert all(value in text for text in rows.all_inner_texts()), path
        assert page.get_by_role("status").inner_text() == f"Visar {shown} av {whole} rader."
        assert "?" in page.url and page.said == [], path
        page.context.close()


def test_sorting_is_swedish_and_knows_numbers(browser, address):
    page = visit(browser, address, "huvudman/")
    names = page.locator("table.register tbody th")
    page.get_by_role("button", name="Huvudman").click()
    page.keyboard.press("Enter")
    assert [name.split()[0] for name in names.all_inner_texts()][:4] == ["Ödeviks", "Ältfors", "Åstranda", "Ytterfalla"]
    page.context.close()
    page = visit(browser, address, "beslut/")
    page.get_by_role("button", name="Punkt").click()
    numbers = [int(text.removeprefix("§ ").split()[0]) for text in texts(page, 3) if text.startswith("§ ")]
    assert numbers == sorted(numbers) and max(numbers) > 9
    page.context.close()


def test_registers_are_whole_without_the_script(browser, address):
    for path in ["moten/", "arenden/", "rekommendationer/"]:
        page = visit(browser, address, path, java_script_enabled=False)
        assert page.locator("table.register tbody tr:visible").count() == page.locator("table.register tbody tr").count() > 4
        assert page.get_by_role("button", name="Visa alla").count() == 0
        page.context.close()
