"""Days before a merge are read as of both: every page, file and answer of such a day says so."""

import io
import json
from pathlib import Path

import pytest
from api_reader import Program, give_token
from conftest import Doorman
from flask import Flask
from flask.testing import FlaskClient
from merged_pair import GOES, STAYS, save_map_links, save_pair
from openpyxl import load_workbook
from small_chain import save_chain

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.worker import Worker
from chainmatch.config import Config
from chainmatch.formats import today
from graph.domain.account import Role
from graph.domain.clock import now
from graph.store import Store, merging

PAST = "2024-06-30"
HEADER = "Map-Merged-Since"


@pytest.fixture
def merged(store: Store) -> merging.Merge:
    save_pair(store)
    save_map_links(store)
    save_chain(store)
    told = {"stays": STAYS, "goes": GOES, "sides": {}}
    mark = merging.preview(store, **told).mark
    return merging.merge(store, **told, mark=mark, by="o@test.example", at=now())


@pytest.fixture
def analyst(merged: merging.Merge, doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ANALYST)


def count_told(client: FlaskClient, address: str, words: str) -> int:
    answer = client.get(address, headers={"HX-Request": "true"} if "from=" in address else {})
    assert answer.status_code == 200
    return answer.text.count(words)


@pytest.mark.parametrize(
    "address",
    [
        "/map?centre=name:伙伴",
        "/chains",
        "/nodes/test:泵",
        "/diagnosis/page?chain=test:gc",
        "/diagnosis/rows?chain=test:gc&figure=gaps",
        "/what-if",
    ],
)
def test_a_page_of_a_day_before_says_so(analyst: FlaskClient, store: Store, address: str) -> None:
    words, joint = "此后有 1 家企业并入别家", "&" if "?" in address else "?"
    days = (PAST, today().isoformat())
    told = [count_told(analyst, f"{address}{joint}at={day}", words) for day in days]
    assert told == [1, 0]
    merging.undo(store, merging.list_merges(store, skip=0, limit=1)[0].id, by="x", at=now())
    assert count_told(analyst, f"{address}{joint}at={PAST}", words) == 0


@pytest.mark.parametrize("place", ["", "/rows"])
def test_a_comparison_with_a_day_before_says_so(analyst: FlaskClient, place: str) -> None:
    address = f"/map/differences{place}?kind=MAKES&from={PAST}"
    assert count_told(analyst, address, f"{PAST} 之后有 1 家企业并入别家") == 1
    day = today().isoformat()
    assert count_told(analyst, f"/map/differences{place}?from={day}", "并入别家") == 0


def test_an_export_of_a_day_before_says_so(
    analyst: FlaskClient, store: Store, config: Config, tmp_path: Path
) -> None:
    pages = [
        analyst.post("/exports", data={"form": "json", "at": day}).location for day in (PAST, "")
    ]
    while Worker(store, config, KINDS).run_one():
        pass
    told = [count_told(analyst, page, f"{PAST} 之后有 1 家企业并入别家") for page in pages]
    assert told == [1, 0]
    with analyst.get(f"{pages[0]}/file") as answer:
        nodes = json.loads(answer.data)["nodes"]
    codes = [each.get("former_codes") for each in nodes if each["code"] == STAYS]
    assert codes == [[GOES]]


def test_a_diagnosis_to_take_away_says_so(analyst: FlaskClient) -> None:
    asked = "chain=test:gc&region=430100"
    told = []
    for day in (PAST, today().isoformat()):
        with analyst.get(f"/diagnosis/page.xlsx?{asked}&at={day}") as answer:
            sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
        cells = [str(row[0].value) for row in sheet.iter_rows()]
        told.append(sum(f"{PAST} 之后有 1 家企业并入别家" in cell for cell in cells))
    assert told == [1, 0]
    assert analyst.get(f"/diagnosis/page.pdf?{asked}&at={PAST}").data[:5] == b"%PDF-"


def test_answers_for_a_day_before_say_so(app: Flask, merged: merging.Merge, store: Store) -> None:
    program = Program(app, give_token(store, Role.ANALYST))
    asked = {
        "/chains": {"at": PAST},
        "/nodes/test:泵": {"at": PAST},
        f"/enterprises/{STAYS}": {"at": PAST},
        "/links": {"type": "MAKES", "at": PAST, "format": "csv"},
        "/differences": {"one": PAST},
        "/differences/rows": {"two": PAST, "one": today().isoformat(), "kind": "MAKES"},
    }
    told = {path: program.get(path, **each).headers.get(HEADER) for path, each in asked.items()}
    assert told == dict.fromkeys(asked, "1")
    assert program.get("/chains").headers[HEADER] == "0"
    assert HEADER not in program.get("/changes").headers
    tag = program.get("/chains", at=PAST).headers["ETag"]
    again = program.get("/chains", {"If-None-Match": tag}, at=PAST)
    assert (again.status_code, again.headers[HEADER]) == (304, "1")
