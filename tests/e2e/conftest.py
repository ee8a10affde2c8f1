"""A real site in its own processes, and a real headless Chromium in front of it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from public_extracts import write_extracts
from public_maps import PublicMaps, fill_home

from graph.store import Store

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
READY_SECONDS = 120
STOP_SECONDS = 30
REFUSALS = ("(UNPROCESSABLE ENTITY)", "(CONFLICT)", "(GONE)")
"""Answers to a slip of the pen, which the page explains; the browser notes them as errors."""


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None and os.environ.get("CHAINMATCH_REQUIRE_BROWSER"):
        pytest.fail("no Chromium found, and CHAINMATCH_REQUIRE_BROWSER is set")
    if found is None:
        pytest.skip("no Chromium found: install the package chromium to run the browser tests")
    return found


@pytest.fixture(scope="session")
def site_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def embedded_site(chromium: str, site_home: Path) -> Iterator[str]:
    yield from serve(site_home, {})


@pytest.fixture(scope="session")
def public_maps(tmp_path_factory: pytest.TempPathFactory) -> PublicMaps:
    """A data folder with a part of both public maps, and all that its graph holds."""
    home = tmp_path_factory.mktemp("public-maps")
    return fill_home(home, write_extracts(tmp_path_factory.mktemp("extracts")))


@pytest.fixture(scope="session")
def public_site(chromium: str, public_maps: PublicMaps) -> Iterator[str]:
    yield from serve(public_maps.home, {})


@pytest.fixture
def neo4j_site(
    chromium: str, store: Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    at = store.endpoint
    graph = {"URL": at.url, "USER": at.user, "PASSWORD": at.password, "DATABASE": at.database}
    variables = {f"CHAINMATCH_GRAPH_{name}": value for name, value in graph.items()}
    yield from serve(tmp_path_factory.mktemp("neo4j-site"), variables)


@pytest.fixture
def site(graph_server: str, request: pytest.FixtureRequest) -> str:
    """The address of a site with the demo map."""
    return request.getfixturevalue(f"{graph_server}_site")


def serve(home: Path, variables: Mapping[str, str]) -> Iterator[str]:
    """Run ``chainmatch serve`` and give its address; it loads the demo map."""
    port = _free_port()
    environment = {
        **os.environ,
        **variables,
        "CHAINMATCH_HOME": str(home),
        "CHAINMATCH_PORT": str(port),
        "CHAINMATCH_LANGUAGE": "zh",
    }
    log = (home / "serve.log").open("wb")
    server = subprocess.Popen(
        [str(Path(sys.executable).with_name("chainmatch")), "serve"],
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(address, server, home / "serve.log")
        yield address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(STOP_SECONDS)
        log.close()


def _wait_until_ready(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own loopback site
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the site did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A fresh visitor on a 1440 px screen; any script error or CSP violation fails the test."""
    context = browser.new_context(
        base_url=site, viewport={"width": 1440, "height": 900}, locale="zh-CN"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda message: (
            faults.append(message.text)
            if message.type == "error" and not message.text.endswith(REFUSALS)
            else None
        ),
    )
    yield page
    context.close()
    assert faults == []
