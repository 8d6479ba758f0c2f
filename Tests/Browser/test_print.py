"""Minutes on paper: a document, without what only a screen needs."""

import io
import re

import pypdf
from test_pages import visit


def printed(browser, address, path):
    page = visit(browser, address, path)
    data = page.pdf(prefer_css_page_size=True)
    page.context.close()
    return pypdf.PdfReader(io.BytesIO(data)).pages


def test_minutes_print_as_a_document_with_numbered_pages(browser, address):
    pages = printed(browser, address, "moten/lanssamverkansgruppen/2024-04-26/")
    texts = [page.extract_text() for page in pages]
    for number, (page, text) in enumerate(zip(pages, texts), 1):
        # A4 in points.
        assert [round(float(side)) for side in page.mediabox[2:]] in ([595, 842], [596, 842], [595, 841])
        assert re.search(rf"\b{number} ?\( ?{len(pages)} ?\)", text), (number, text[-200:])
    whole = "\n".join(texts)
    assert "Samverkan i Älvmark" in texts[0] and "§ 19" in whole
    assert "Hoppa till innehållet" not in whole and "Balanslista\n" not in texts[0] and "Innehåll\n" not in whole
    assert "Källa: protokoll/2024/lsg-2024-04-26.md" in whole


def test_a_decision_stands_on_one_page(browser, address):
    pages = printed(browser, address, "moten/samrad-vard-och-omsorg/2026-03-13/")
    flat = [re.sub(r"\s+", " ", page.extract_text()) for page in pages]
    for decision in ["att ge Beredning vuxna och äldre i uppdrag att föreslå en regel för anmälan på fredagar, med redovisning till Samrådet den 9 oktober 2026.", "att rekommendera huvudmännen att anta överenskommelsen senast den 31 oktober 2026."]:
        assert any(decision in text for text in flat), decision
