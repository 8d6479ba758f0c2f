"""Terms of reference have their versions: what held before, what holds, and what the later one changed."""

import json

ROOT = "organ/hjalpmedelsradet/"


def words(page):
    return " ".join(page.inner_text("main").split())


def test_an_earlier_version_leads_to_the_one_in_force(browser, address):
    page = browser.new_page()
    page.goto(f"{address}{ROOT}uppdrag/2020-01-01/")
    assert "Det här är en tidigare version." in words(page) and "Rådet har 6 ledamöter" in words(page)
    page.click("text=Läs den som gäller nu")
    assert page.url == f"{address}{ROOT}uppdrag/"
    assert "tidigare version" not in words(page) and "Rådet har 8 ledamöter" in words(page)
    page.click("text=Vad som ändrades i texten")
    assert page.url == f"{address}{ROOT}uppdrag/2024-01-01/andringar/"
    assert page.locator("del").first.text_content() == "Borttaget: län."
    assert "och på lika villkor" in page.locator("ins").first.text_content()
    page.close()


def test_the_rules_are_those_in_force(site):
    bodies = json.loads((site / "data/bodies.json").read_text())["bodies"]
    council = next(one for one in bodies if one["id"] == "body:hjalpmedelsradet")
    assert council["terms"]["date"] == "2024-01-01"
    assert [one["url"] for one in council["otherTerms"]] == [f"{ROOT}uppdrag/2020-01-01/"]
    assert not any("6 ledamöter" in rule["quote"] for rule in council["rules"])
