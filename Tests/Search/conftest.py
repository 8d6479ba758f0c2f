"""A browser of its own, and what the tests of this folder measured, told at the end of the run."""

import os

import pytest
from playwright.sync_api import sync_playwright

FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config):
    config.stash[FIGURES] = []


@pytest.fixture
def figure(request):
    return request.config.stash[FIGURES].append


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = os.environ.get("SAMSYN_CHROMIUM", "/usr/bin/chromium")
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


def pytest_terminal_summary(terminalreporter, config):
    if config.stash[FIGURES]:
        terminalreporter.section("measured")
        for line in config.stash[FIGURES]:
            terminalreporter.line(line)
