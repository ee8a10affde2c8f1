"""On a real server with the demo map: Schemathesis finds nothing, the notebook runs."""

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from api_reader import give_token
from served_site import served
from small_conference import save_conference
from surveyed_map import survey_map

from chainmatch.config import ROOT, Config
from chainmatch.limits.api_limits import save_per_minute
from graph.domain.account import Role
from graph.exchange.demo_map import load_demo
from graph.store import Store

NOTEBOOK = ROOT / "docs" / "notebook" / "chainmatch.ipynb"
EXAMPLES = 5
SEED = 20260
LIMIT_SECONDS = 600
"""Only a run that hangs takes so long."""
SETTINGS = """
[parameters]
"query.at" = "2026-06-30"

[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 414]
"""
"""A day to come is refused, which no schema can say: test_api tries days. A text that is too long
makes an address that is too long."""
PROGRAM = "import sys; from schemathesis.cli import schemathesis; sys.exit(schemathesis())"


@dataclass(frozen=True)
class Site:
    """Where the site is, and a token that opens all of it."""

    address: str
    secret: str


@pytest.fixture(scope="module")
def site(embedded_store: Store, home: Path) -> Iterator[Site]:
    """The site in its own process; the tests of this module only read."""
    embedded_store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    load_demo(embedded_store)
    save_conference(embedded_store)
    survey_map(embedded_store, Config(home=home))
    save_per_minute(embedded_store, 1_000_000)
    secret = give_token(embedded_store, Role.ADMINISTRATOR)
    with served(home, embedded_store.endpoint) as address:
        yield Site(address, secret)


def test_schemathesis_finds_nothing(site: Site, tmp_path: Path) -> None:
    (tmp_path / "schemathesis.toml").write_text(SETTINGS, encoding="utf-8")
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            PROGRAM,
            "run",
            f"{site.address}/api/v1/openapi.json",
            f"--header=Authorization: Bearer {site.secret}",
            "--phases=coverage,fuzzing",
            f"--max-examples={EXAMPLES}",
            f"--seed={SEED}",
            "--no-color",
            "--warnings=off",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert found.returncode == 0, found.stdout[-6000:]


def test_the_notebook_prints_what_is_stored_in_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAINMATCH_ADDRESS", site.address)
    monkeypatch.setenv("CHAINMATCH_TOKEN", site.secret)
    cells = [
        cell
        for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    names: dict[str, Any] = {}
    assert [printed(cell, names) for cell in cells] == [stored(cell) for cell in cells]


def printed(cell: dict[str, Any], names: dict[str, Any]) -> str:
    """Run a cell and return what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile("".join(cell["source"]), "cell", "exec"), names)  # noqa: S102 - our own cells
    return out.getvalue()


def stored(cell: dict[str, Any]) -> str:
    """Return what a cell printed when the notebook was saved."""
    return "".join(text for output in cell["outputs"] for text in output["text"])
