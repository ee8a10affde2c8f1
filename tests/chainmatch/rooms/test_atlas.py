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


def test_what_a_colleague_saved_stands_beside_ones_own(staff: FlaskClient, store: Store) -> None:
    draft(staff)
    theirs = {"title": "同事的", "summary": "同事的概况", "directions": "同事的方向"}
    assert write(staff, **theirs) == 302
    ours = {**TEXTS, "version": "1", "summary": "我的概况"}
    answer = staff.post(f"/atlas/{FIRST}/edit", data=ours)
    assert answer.status_code == 409
    for words in (*theirs.values(), "只有一家", "我的概况", "现在保存的内容"):
        assert words in answer.text
    assert answer.text.count("再次提交会替换上面的内容") == 1
    assert found(store).texts.summary == "同事的概况"
    assert 'name="version" type="hidden" value="2"' in answer.text


def test_what_is_no_draft_any_more_has_no_form_and_keeps_what_was_typed(
    staff: FlaskClient,
) -> None:
    draft(staff)
    write(staff)
    publish(staff)
    shown = staff.get(f"/atlas/{FIRST}/edit")
    sentence = "第 1 版已发布，不能再修改。如需更新，请另起草一版。"
    assert (shown.status_code, shown.text.count(sentence)) == (409, 1)
    assert 'name="summary"' not in shown.text
    told = {"key": HOSTILE, f"reason {HOSTILE}": "迟到的理由", "summary": "迟到的话"}
    late = staff.post(f"/atlas/{FIRST}/edit", data={**TEXTS, **told, "version": "2"})
    assert (late.status_code, late.text.count(sentence)) == (409, 1)
    assert late.text.count("迟到的理由") == 1
    assert (late.text.count("迟到的话"), late.text.count("没有保存")) == (1, 1)
    assert "已被别人修改" not in late.text
    staff.post(f"/atlas/{FIRST}/withdraw", data={"version": 3})
    withdrawn = staff.get(f"/atlas/{FIRST}/edit")
    assert (withdrawn.status_code, withdrawn.text.count("第 1 版已撤回，不能再修改。")) == (409, 1)


@pytest.mark.parametrize("name", ["title", "summary", "directions"])
def test_what_is_too_long_is_said_in_the_readers_language(staff: FlaskClient, name: str) -> None:
    draft(staff)
    answer = staff.post(f"/atlas/{FIRST}/edit", data={**TEXTS, "version": "1", name: "长" * 4001})
    assert answer.status_code == 422
    assert answer.text.count("内容太长，请写短一些。") == 1
    assert "Field cannot" not in answer.text
    assert answer.text.count('maxlength="4000"') == 2
    assert answer.text.count('maxlength="120"') == 1


def test_lines_count_as_the_browser_counts_them(staff: FlaskClient, store: Store) -> None:
    draft(staff)
    assert write(staff, directions="\r\n".join(["字"] * 2000)) == 302
    assert len(found(store).texts.direction_list) == 2000


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("", "请填写。"),
        ("31/12", "日期应写成 2026-06-30 的样子。"),
        ("2030-01-01", "日期不能晚于今天"),
        ("9999-12-31", "日期不能晚于今天"),
    ],
)
def test_an_odd_day_is_said_and_nothing_is_drafted(
    staff: FlaskClient, store: Store, day: str, words: str
) -> None:
    answer = staff.post("/atlas", data={"chain": "test:gc", "day": day})
    assert (answer.status_code, answer.text.count(words)) == (422, 1)
    assert chain_atlases.list_atlases(store) == []
    draft(staff)
    if day:
        again = staff.post(f"/atlas/{FIRST}/map", data={"version": 1, "day": day})
        assert (again.status_code, again.text.count(words)) == (422, 1)
        assert found(store).version == 1


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
