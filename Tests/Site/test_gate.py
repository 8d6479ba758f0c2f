"""What is withheld leaves no trace, and what signature pages say stays with them: asked of whole built sites."""

import gzip
import os
import pathlib
import shutil
import subprocess

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))
SEEDS = PROJECT.parent / "shared" / "seeds"
WITHHELD = [
    "avtal/samsjuklighet.md",
    "protokoll/2026/hjalpmedelsradet-2026-03-18.md",
    "protokoll/2026/lsg-2026-02-06.md",
    "uppdrag/beredning-digitala-valfardstjanster.md",
]


def build(content, output, *options):
    return subprocess.run(
        [PROGRAM, "build", "--site", str(PROJECT), "--content", str(content), "--output", str(output), *options],
        capture_output=True, text=True, check=False)


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_site_is_the_same_without_what_is_withheld(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(PROJECT / "content", content)
    told = build(content, tmp_path / "all")
    assert told.returncode == 0 and all(name in told.stderr + told.stdout for name in WITHHELD)
    for name in WITHHELD:
        (content / name).unlink()
    assert build(content, tmp_path / "rest").returncode == 0
    assert tree(tmp_path / "all") == tree(tmp_path / "rest")


def test_signature_pages_are_nowhere_in_the_site(tmp_path):
    assert build(PROJECT / "content", tmp_path / "site").returncode == 0
    sources = "\n".join(path.read_text() for path in (PROJECT / "content/protokoll").rglob("*.md"))
    secrets = {word.strip("()") for line in sources.split("\n") if line.startswith("IDENTIFIKATION") for word in line.split()[1:]}
    secrets = {word for word in secrets if "@" in word or len(word) > 20}
    assert secrets
    for name, data in tree(tmp_path / "site").items():
        assert not [secret for secret in secrets if secret.encode() in data], name
        assert b"IDENTIFIKATION" not in data and b"UNDERSKRIFTSSIDA" not in data, name


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five public documents are not beside the project")
def test_five_public_documents(tmp_path):
    told = build(SEEDS, tmp_path / "site")
    assert told.returncode == 0
    moten = {path.parent.name for path in (tmp_path / "site/moten").rglob("*/index.html")}
    assert "2024-04-19" in moten and not moten & {"2011-02-22"}
    assert len(list((tmp_path / "site/organ").glob("*/index.html"))) == 8
    assert sum("withheld:" in line for line in (told.stderr + told.stdout).split("\n")) == 3
    for name, data in tree(tmp_path / "site").items():
        text = gzip.decompress(data) if name.endswith(".sok") else data
        assert b"@" not in text or name.endswith((".css", ".js")), name
    assert build(SEEDS, tmp_path / "drafts", "--drafts").returncode == 0
    drafts = [path for path in (tmp_path / "drafts/moten").rglob("index.html") if b"<p class=\"draft\">EJ JUSTERAT</p>" in path.read_bytes()]
    assert len(drafts) == 3
