from xml.etree import ElementTree

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE, save_chain, save_makers

from graph.domain.account import Role
from graph.domain.chain_atlas import Atlas, AtlasState, atlas_id
from graph.store import Store
from graph.store.analyst import chain_atlases
from graph.store.audit import list_entries

DAY = "2026-06-30"
FIRST, SECOND = atlas_id("test:gc", 1), atlas_id("test:gc", 2)
KEY = {"key": HOSTILE, f"reason {HOSTILE}": "只有一家"}
TEXTS = {"title": "工程机械图谱", "summary": "概况", "directions": "做强泵\n\n补上挖掘机\n"}


@pytest.fixture
def staff(doorman: Doorman, store: Store) -> FlaskClient:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, HOSTILE, "丙")
    return doorman.client(Role.ANALYST)


def draft(staff: FlaskClient) -> None:
    assert staff.post("/atlas", data={"chain": "test:gc", "day": DAY}).status_code == 302


def write(staff: FlaskClient, which: str = FIRST, version: int = 1, **texts: str) -> int:
    told = {**TEXTS, **KEY, **texts, "version": str(version)}
    return staff.post(f"/atlas/{which}/edit", data=told).status_code


def publish(staff: FlaskClient, which: str = FIRST, version: int = 2) -> int:
    return staff.post(f"/atlas/{which}/publish", data={"version": version}).status_code


def found(store: Store, which: str = FIRST) -> Atlas:
    return chain_atlases.find_atlas(store, which)


def test_from_draft_to_public_page(staff: FlaskClient, client: FlaskClient, store: Store) -> None:
    draft(staff)
    assert client.get(f"/atlas/{FIRST}").status_code == 404
    assert write(staff) == 302
    assert publish(staff) == 302
    page = client.get(f"/atlas/{FIRST}")
    assert page.status_code == 200
    assert page.text.count('<td data-label="说明">只有一家</td>') == 1
    assert page.text.count("<li>补上挖掘机</li>") == 1
    assert page.text.count("<svg xmlns=") == 1
    assert page.text.count("analyst@test.example") == 0
    assert client.get("/atlas").text.count("工程机械图谱") == 1
    assert client.get("/atlas/chain/test:gc").location == f"/atlas/{FIRST}"
    atlas = found(store)
    assert (atlas.state, atlas.published_by) == (AtlasState.PUBLISHED, "analyst@test.example")
    assert [key.code for key in atlas.texts.key_nodes] == [HOSTILE]


def test_it_leaves_as_pdf_svg_and_png(staff: FlaskClient, client: FlaskClient) -> None:
    draft(staff)
    write(staff)
    publish(staff)
    pdf = client.get(f"/atlas/{FIRST}.pdf")
    assert pdf.data.startswith(b"%PDF-1.")
    assert pdf.data == client.get(f"/atlas/{FIRST}.pdf").data
    root = ElementTree.fromstring(client.get(f"/atlas/{FIRST}.svg").data)  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert client.get(f"/atlas/{FIRST}.png").data.startswith(b"\x89PNG")


def test_what_is_published_stays_and_the_next_edition_goes_on_from_it(
    staff: FlaskClient, client: FlaskClient, store: Store
) -> None:
    draft(staff)
    write(staff)
    publish(staff)
    assert write(staff, version=3, title="别的") == 409
    save_makers(store, "test:挖掘机", "丁")
    draft(staff)
    assert found(store, SECOND).texts == found(store).texts
    assert [len(found(store, which).marked("gap")) for which in (FIRST, SECOND)] == [1, 0]
    publish(staff, SECOND, 1)
    assert client.get("/atlas/chain/test:gc").location == f"/atlas/{SECOND}"
    assert client.get(f"/atlas/{FIRST}").status_code == 200
    assert client.get("/atlas").text.count("<h2 id=") == 1


def test_only_one_draft_at_a_time(staff: FlaskClient) -> None:
    draft(staff)
    assert staff.post("/atlas", data={"chain": "test:gc", "day": DAY}).status_code == 409


def test_a_day_without_the_chain_and_a_draft_without_key_nodes_are_refused(
    staff: FlaskClient,
) -> None:
    assert staff.post("/atlas", data={"chain": "test:gc", "day": "2020-01-01"}).status_code == 422
    draft(staff)
    answer = staff.post(f"/atlas/{FIRST}/publish", data={"version": 1})
    assert answer.status_code == 422
    assert answer.text.count("请先选出重点环节，再发布。") == 1


def test_two_people_do_not_overwrite_each_other(staff: FlaskClient, store: Store) -> None:
    draft(staff)
    assert write(staff) == 302
    assert write(staff, version=1, title="旧的") == 409
    assert found(store).texts.title == "工程机械图谱"


def test_a_draft_is_read_again_and_thrown_away(staff: FlaskClient, store: Store) -> None:
    draft(staff)
    save_makers(store, "test:挖掘机", "丁")
    assert staff.post(f"/atlas/{FIRST}/map", data={"version": 1, "day": DAY}).status_code == 302
    assert found(store).marked("gap") == []
    assert staff.post(f"/atlas/{FIRST}/discard", data={"version": 2}).status_code == 302
    assert chain_atlases.list_atlases(store) == []


def test_what_was_withdrawn_is_for_the_staff(staff: FlaskClient, client: FlaskClient) -> None:
    draft(staff)
    write(staff)
    publish(staff)
    assert staff.post(f"/atlas/{FIRST}/withdraw", data={"version": 3}).status_code == 302
    assert client.get(f"/atlas/{FIRST}").status_code == 404
    assert staff.get(f"/atlas/{FIRST}").status_code == 200


def test_who_did_what_is_written_down(staff: FlaskClient, store: Store) -> None:
    draft(staff)
    write(staff)
    publish(staff)
    acts = [entry.verb for entry in list_entries(store, skip=0, limit=10)]
    assert [act for act in acts if act.startswith("atlas.")] == [
        "atlas.published",
        "atlas.changed",
        "atlas.drafted",
    ]
