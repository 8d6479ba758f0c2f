"""What the tests of this folder measured is told at the end of the run, when they pass too."""

import pathlib
import shutil
import tempfile

import pytest

FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config):
    config.stash[FIGURES] = []


@pytest.fixture
def figure(request):
    return request.config.stash[FIGURES].append


@pytest.fixture
def place():
    """A folder in memory where there is one: hundreds of sites need not wait for the disk that all share."""
    shared = pathlib.Path("/dev/shm")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="samsyn-", dir=shared if shared.is_dir() else None))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def pytest_terminal_summary(terminalreporter, config):
    if config.stash[FIGURES]:
        terminalreporter.section("measured")
        for line in config.stash[FIGURES]:
            terminalreporter.line(line)
