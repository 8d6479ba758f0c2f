"""Whole sites of made-up content, built by the program and read back as bytes."""

import json
import os
import pathlib
import shutil
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMSYN", str(PROJECT / ".build/debug/samsyn"))
PROGRAM = str((PROJECT / PROGRAM).resolve())
# `make soak` runs every test as long as the issue asks; `make test` runs the same ones, shorter.
IS_SOAK = "SOAK" in os.environ
DAY = "2026-04-15"

Content = dict[str, str]


def put(content: Content, folder: pathlib.Path) -> pathlib.Path:
    """The files of a content folder, and no others, in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def command(content: pathlib.Path, output: pathlib.Path, *options: str) -> list[str]:
    # The site is elsewhere than the project, so that nothing is ever its own public/.
    return [PROGRAM, "build", "--site", str(output.parent), "--content", str(content), "--templates",
            str(PROJECT / "templates"), "--output", str(output), *options]


def build(content: pathlib.Path, output: pathlib.Path, *options: str, **how) -> tuple[int, dict]:
    """The exit status and what the program tells, as JSON; on an obstacle, its words under `said`."""
    done = subprocess.run(command(content, output, "--json", *options), capture_output=True, text=True, check=False, **how)
    return done.returncode, json.loads(done.stdout) if done.stdout else {"said": done.stderr}


def tree(folder: pathlib.Path) -> dict[str, bytes]:
    """Every file by its path; what is neither a file nor a folder by a name that no other tree has."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        assert path.is_dir() or path.is_file() and not path.is_symlink(), name
        if path.is_file():
            found[name] = path.read_bytes()
    return found


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The names of what differs: a few of them say more than two whole trees."""
    return [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)][:12]


def errors(told: dict) -> list[str]:
    return [f"{one.get('path', '')}:{one.get('line', '')} {one['id']}" for one in told.get("diagnostics", []) if one["severity"] == "error"]


def own_content() -> Content:
    folder = PROJECT / "content"
    files = [path for path in folder.rglob("*") if path.suffix in {".md", ".yml", ".csv"}]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}
