"""`samsyn serve` as somebody who writes meets it: the page follows the file, and what is wrong stands on it."""

import http.client
import io
import itertools
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading

import pypdf
import pytest
from conftest import PROJECT
from test_pages import axe, visit
from test_webserver import SAMPLES, headers

PROGRAM = pathlib.Path(os.environ.get("SAMSYN", PROJECT / ".build/release/samsyn")).resolve()
MEETING = "moten/lansgruppen/2024-04-19/"
WAIT = 30_000
# What is on each page of a text in the same words is furniture of the pages.
VEHICLES = ["buss", "båt", "cykel", "flyg", "färja", "häst", "kanot", "linbana", "taxi", "tåg"]


def minutes(day: str, item: str, approval: str = "justerat: 2024-05-02\njusterare: [Ada Ek, Bo Lind]\n", text: str = "") -> str:
    return (
        f"---\norgan: Länsgruppen\ndatum: {day}\n{approval}---\n# Protokoll Länsgruppen\n\nNärvarande:\nAda Ek, ordförande\n"
        f"Bo Lind, justerare\n\n## 1. {item}\n\n{text}Länsgruppen beslutade att godkänna {item}.\n")


class Server:
    def __init__(self, folder: pathlib.Path, *more: str, port: str = "0"):
        command = [str(PROGRAM), "serve", "--templates", str(PROJECT / "templates"), "--port", port, *more]
        self.process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
        self.told = []
        for line in self.process.stderr:
            self.told.append(line)
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.address, self.port = found[0], int(found[1])
                break
        # Nobody may stop the program by not reading what it says.
        threading.Thread(target=lambda: self.told.extend(self.process.stderr), daemon=True).start()

    def answer(self, target: str, method: str = "GET", host: str | None = None, at: str = "127.0.0.1"):
        connection = http.client.HTTPConnection(at, self.port, timeout=20)
        connection.putrequest(method, target, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        found = connection.getresponse()
        body = found.read()
        connection.close()
        return found, body

    def built(self):
        """Waits for the first build as a page does."""
        while self.answer("/")[0].status == 503:
            self.answer("/__samsyn/version?seen=" + self.answer("/__samsyn/version")[1].decode())
        return self

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("serve")
    for name in ["protokoll", "uppdrag", "sidor"]:
        (folder / "content" / name).mkdir(parents=True)
    (folder / "content/samsyn.yml").write_text("namn: Samverkan i provlänet\nexempel: 2026-04-15\n")
    (folder / "content/sidor/om.md").write_text("# Om webbplatsen\n\nText.\n")
    (folder / "content/uppdrag/a.md").write_text(
        "---\ngiltig från: 2020-01-01\n---\n# Uppdragsbeskrivning för Länsgruppen\n\nProtokollet justeras av ordföranden och en vald justerare.\n")
    (folder / "content/protokoll/a.md").write_text(minutes("2024-04-19", "Öppenvård"))
    (folder / "content/protokoll/b.md").write_text(minutes("2024-05-17", "Färdtjänst", "", "".join(f"Resor med {first} och {second} är en fråga.\n\n" for first, second in itertools.permutations(VEHICLES, 2))))
    return folder


@pytest.fixture(scope="module")
def server(folder):
    server = Server(folder).built()
    yield server
    if server.process.poll() is None:
        server.stop()


def files(folder: pathlib.Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def replaced(path: pathlib.Path, text: str):
    """As most editors save: a new file in the place of the old."""
    new = path.with_name(path.name + "~new")
    new.write_text(text)
    new.rename(path)


def test_the_page_follows_the_file_and_tells_what_is_wrong(server, folder, browser):
    there = files(folder)
    path = folder / "content/protokoll/a.md"
    page = visit(browser, server.address, MEETING, viewport={"width": 320, "height": 640})
    page.get_by_text("godkänna Öppenvård").first.wait_for(timeout=WAIT)
    assert page.locator(".samsyn-errors").count() == 0
    assert page.locator(".samsyn-preview summary").inner_text() == "Förhandsvisning: 1 dokument hålls inne"

    replaced(path, minutes("2024-04-19", "Sjukresor"))
    page.get_by_text("godkänna Sjukresor").first.wait_for(timeout=WAIT)

    path.write_text(minutes("2024-04-19", "Sjukresor").replace("datum: ", "datumm: "))
    panel = page.locator(".samsyn-errors")
    panel.wait_for(timeout=WAIT)
    told = panel.inner_text()
    assert "content/protokoll/a.md rad 3, kolumn 1" in told and "datum" in told and "3 | datumm: 2024-04-19" in told
    assert page.get_by_text("godkänna Sjukresor").count() and page.title().startswith("Länsgruppen")
    # Wherever one has come on the page, and by the keyboard alone.
    page.mouse.wheel(0, 3000)
    assert panel.bounding_box()["y"] >= 0 and panel.bounding_box()["height"] <= 640 / 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == []

    # Saved half-way, gone, and a burst of changes: what stands in the end is what is shown.
    path.write_text(minutes("2024-04-19", "Sjukresor")[:40])
    path.unlink()
    for number in range(30):
        path.write_text(minutes("2024-04-19", f"Utkast {number}"))
    replaced(path, minutes("2024-04-19", "Tolkar"))
    page.get_by_text("godkänna Tolkar").first.wait_for(timeout=WAIT)
    panel.wait_for(state="detached", timeout=WAIT)

    path.unlink()
    page.get_by_role("heading", name="Sidan finns inte").wait_for(timeout=WAIT)
    path.write_text(minutes("2024-04-19", "Tolkar"))
    page.get_by_text("godkänna Tolkar").first.wait_for(timeout=WAIT)

    # A page that is left while it asks for news breaks off the question.
    said = [text for text in page.said if "/__samsyn/version" not in text and "404" not in text]
    assert said == [], said
    assert all(url.startswith(server.address) for url in page.fetched)
    page.context.close()
    assert files(folder) == there


def test_it_answers_as_the_web_server_should(server):
    found, body = server.answer("/")
    wanted = headers(SAMPLES["nginx"]) | {"Cache-Control": "no-store"}
    del wanted["Strict-Transport-Security"]
    assert found.status == 200 and {name: found.headers[name] for name in wanted} == wanted
    found, nothing = server.answer("/", "HEAD")
    assert found.status == 200 and nothing == b"" and int(found.headers["Content-Length"]) == len(body)


def test_others_do_not_get_in(server):
    for target in ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/content/samsyn.yml", "//etc/passwd", "/om/..%2f..%2f..%2fetc/passwd"]:
        assert server.answer(target)[0].status == 404, target
    assert server.answer("/", "POST")[0].status == 405
    for host in ["samverkan.example", "127.0.0.1.samverkan.example", f"samverkan.example:{server.port}"]:
        found, body = server.answer("/", host=host)
        assert found.status == 421 and b"Samverkan" not in body, host
    for host in ["localhost", f"[::1]:{server.port}"]:
        assert server.answer("/", host=host)[0].status == 200, host
    # Not even other addresses of this computer, of which all that begin with 127 are.
    own = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in {"127.0.0.2", *own}:
        with socket.socket() as one:
            assert one.connect_ex((address, server.port)) != 0, address


def test_browsers_that_hang_up_and_senders_of_nonsense_stop_nothing(server):
    asked = f"Host: 127.0.0.1:{server.port}\r\n\r\n"
    for sent in ["", "GET", f"GET /__samsyn/version?seen=0 HTTP/1.1\r\n{asked}", f"GET / HTTP/1.1\r\n{asked}" * 50, "\0\1\2\r\n\r\n", f"GET / HTTP/9\r\n{asked}"]:
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", server.port)) as one:
                one.sendall(sent.encode())
    assert server.answer("/")[0].status == 200


def test_a_port_that_is_taken_is_told_with_a_way_out(server, folder):
    second = Server(folder, port=str(server.port))
    assert second.process.wait(30) == 2
    assert f"port {server.port} används redan av ett annat program" in "".join(second.told) and "--port" in "".join(second.told)


def test_drafts_say_so_wherever_one_has_come_on_the_page_and_on_every_sheet(folder, browser):
    server = Server(folder, "--drafts")
    page = visit(browser, server.address, "moten/lansgruppen/2024-05-17/", viewport={"width": 320, "height": 640})
    mark = page.locator(".draft")
    mark.wait_for(timeout=WAIT)
    assert mark.inner_text() == "EJ JUSTERAT" and page.title().startswith("EJ JUSTERAT: ")
    assert "Förhandsvisning med utkast" in page.locator(".samsyn-preview").inner_text()
    for share in [0, 0.5, 0.9]:
        page.evaluate(f"scrollTo(0, {share} * document.documentElement.scrollHeight)")
        box = mark.bounding_box()
        assert 0 <= box["y"] <= 640 - box["height"], share
        middle = f"document.elementFromPoint(160, {box['y'] + box['height'] / 2}).className"
        assert page.evaluate(middle) == "draft", share
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) > 2
    for sheet in sheets:
        text = sheet.extract_text()
        assert "EJ JUSTERAT" in text and "Förhandsvisning med utkast" not in text
    page.goto(server.address + MEETING)
    page.get_by_text("godkänna Tolkar").first.wait_for(timeout=WAIT)
    assert page.locator(".draft").count() == 0
    page.context.close()
    assert not (folder / "public").exists() and not (folder / "content/samsyn.lock").exists()
    assert server.stop() == 0


def test_it_ends_by_ctrl_c_and_leaves_nothing_behind(server, folder):
    assert server.stop() == 0
    assert not (folder / "public").exists() and sorted(path.name for path in folder.iterdir()) == ["content"]
