"""What docs/webbserver.md tells a web server to answer with: the policy is the pages' own, the pages work under it, and
nginx and Apache, where they are installed, take the samples and answer as they say."""

import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from conftest import PROJECT, Below, served
from test_pages import visit

TEXT = (PROJECT / "docs/webbserver.md").read_text()
SAMPLES = {name: re.search(rf"<!-- {name} -->\n```{name}\n(.*?)```\n<!-- slut -->", TEXT, re.S)[1] for name in ["nginx", "apache"]}
# What a browser takes from the answer's head alone.
BEYOND_META = "; frame-ancestors 'none'; require-trusted-types-for 'script'"


def policies(sample: str) -> list[str]:
    return re.findall(r"\"(default-src [^\"]*)\"", sample)


def headers(sample: str) -> dict[str, str]:
    named = re.findall(r'(?:add_header|Header always set) ([A-Za-z-]+) "([^"]*)"', sample)
    found = {name: value for name, value in named if name != "X-Robots-Tag"}
    return found | {"Content-Security-Policy": policies(sample)[0]}


# What a page is sent with; a test has no certificate.
HEADERS = {name: value for name, value in headers(SAMPLES["nginx"]).items() if name != "Strict-Transport-Security"}


def test_the_two_samples_say_the_same():
    assert headers(SAMPLES["nginx"]) == headers(SAMPLES["apache"])
    assert {"Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control"} <= headers(SAMPLES["nginx"]).keys()


def test_the_policy_is_that_of_every_page(site):
    policy = headers(SAMPLES["nginx"])["Content-Security-Policy"]
    assert policy.endswith(BEYOND_META)
    count = 0
    for path in site.rglob("*.html"):
        text = path.read_text()
        assert re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text) == [policy.removesuffix(BEYOND_META)], path
        assert not re.search(r"<style|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", text), path
        assert all(re.search(r"\ssrc=", tag) for tag in re.findall(r"<script[^>]*>", text)), path
        count += 1
    assert count > 50


def test_links_to_other_sites_give_nothing_away(site):
    links = 0
    for path in site.rglob("*.html"):
        for tag in re.findall(r"<a [^>]*>", path.read_text()):
            if re.search(r'href="https?:', tag):
                assert re.search(r'rel="[^"]*noopener noreferrer"', tag), f"{path}: {tag}"
                links += 1
            assert "target=" not in tag, f"{path}: {tag}"
    assert links


class WithHeaders(Below):
    def end_headers(self):
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()


def test_the_search_works_under_the_headers(site, browser):
    """So do the pages: test_every_kind.py opens each kind under them."""
    with served(site, WithHeaders) as address:
        page = visit(browser, address, "sok/?q=protokoll")
        page.wait_for_selector("#traffar > li")
        page.wait_for_load_state("networkidle")
        assert page.said == [] and page.locator("main a").count() > 3
        page.context.close()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def certificate(tmp_path):
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=samverkan.example", "-keyout", tmp_path / "key.pem",
         "-out", tmp_path / "cert.pem"], check=True, capture_output=True)
    return tmp_path


def adapted(sample: str, folder, site, port: int, plain: int) -> str:
    sample = re.sub(r"/etc/ssl/certs/\S+\.pem", str(folder / "cert.pem"), sample)
    sample = re.sub(r"/etc/ssl/private/\S+\.key", str(folder / "key.pem"), sample)
    sample = sample.replace("/srv/samsyn/public", str(site)).replace("*:443", f"127.0.0.1:{port}").replace("*:80", f"127.0.0.1:{plain}")
    return sample.replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl").replace("listen 80;", f"listen 127.0.0.1:{plain};")


def answer(port: int, path: str):
    """The status and the head of an answer, whose names do not tell capitals from small letters."""
    trust = ssl._create_unverified_context()
    request = urllib.request.Request(f"https://127.0.0.1:{port}{path}", headers={"Host": "samverkan.example"})
    try:
        with urllib.request.urlopen(request, context=trust, timeout=10) as found:
            return found.status, found.headers
    except urllib.error.HTTPError as error:
        return error.code, error.headers


def check(port: int, sample: str, site):
    wanted = headers(sample)
    status, head = answer(port, "/")
    assert status == 200 and head["Content-Type"].lower() == "text/html; charset=utf-8"
    assert {name: head[name] for name in wanted} == wanted and head["X-Robots-Tag"] is None
    for path in ["/personer/", "/data/meetings.json"]:
        status, head = answer(port, path)
        assert status == 200 and head["X-Robots-Tag"] == "noindex", (path, status, dict(head))
    for path in ["/.samsyn", "/finns-inte/"]:
        status, head = answer(port, path)
        assert status == 404 and head["X-Content-Type-Options"] == "nosniff", (path, status)
    attachments = [path for path in site.rglob("*.csv")]
    for path in attachments:
        status, head = answer(port, "/" + path.relative_to(site).as_posix())
        assert status == 200 and head["Content-Type"].lower() == "text/csv; charset=utf-8" and head["Content-Security-Policy"] is None
    assert attachments


def run(command: list[str], port: int, sample: str, site):
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, server.stdout.read()
            time.sleep(0.05)
        check(port, sample, site)
    finally:
        server.terminate()
        server.wait(10)


def test_nginx_takes_the_sample_and_answers_so(site, certificate):
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        print("nginx is not installed: its sample was not tried")
        pytest.skip("nginx is not installed")
    port, plain = free_port(), free_port()
    file = certificate / "nginx.conf"
    temporary = "".join(f"{one}_temp_path {certificate}/{one};\n" for one in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    user = "user root;\n" if subprocess.run(["id", "-u"], capture_output=True, text=True, check=True).stdout.strip() == "0" else ""
    file.write_text(
        f"{user}daemon off;\npid {certificate}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}"
        f"{adapted(SAMPLES['nginx'], certificate, site, port, plain)}}}\n")
    tried = subprocess.run([program, "-t", "-c", str(file)], capture_output=True, text=True, check=False)
    assert tried.returncode == 0 and "warn" not in tried.stderr, tried.stderr
    run([program, "-c", str(file)], port, SAMPLES["nginx"], site)


def test_apache_takes_the_sample_and_answers_so(site, certificate):
    program = shutil.which("apache2", path="/usr/sbin:/usr/bin")
    if program is None:
        print("Apache is not installed: its sample was not tried")
        pytest.skip("Apache is not installed")
    port, plain = free_port(), free_port()
    file = certificate / "apache.conf"
    modules = ["mpm_event", "authz_core", "alias", "headers", "ssl", "socache_shmcb", "mime", "dir"]
    loads = "".join(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so\n" for one in modules)
    file.write_text(
        f"ServerRoot {certificate}\nServerName samverkan.example\nPidFile {certificate}/pid\nErrorLog {certificate}/log\nListen 127.0.0.1:{port}\n"
        f"Listen 127.0.0.1:{plain}\n{loads}TypesConfig /etc/mime.types\nUser www-data\nGroup www-data\n"
        f"{adapted(SAMPLES['apache'], certificate, site, port, plain)}")
    tried = subprocess.run([program, "-t", "-f", str(file)], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    # Apache's children are another user's, who may not go where the site was made.
    served = subprocess.run(["mktemp", "-d", "/tmp/samsyn-apache-XXXXXX"], capture_output=True, text=True, check=True).stdout.strip()
    try:
        shutil.copytree(site, f"{served}/public")
        subprocess.run(["chmod", "-R", "a+rX", served], check=True)
        file.write_text(file.read_text().replace(str(site), f"{served}/public"))
        run([program, "-X", "-f", str(file)], port, SAMPLES["apache"], site)
    finally:
        shutil.rmtree(served)
