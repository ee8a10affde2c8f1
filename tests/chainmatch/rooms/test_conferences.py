import io
import re
from dataclasses import replace

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from openpyxl import Workbook
from small_conference import CODE, NOON, save_conference, save_parties
from small_map import save_enterprises

from graph.domain.account import Role
from graph.domain.conference.conference import Conference
from graph.domain.conference.parties import PartyState, Wish, WishKind
from graph.domain.conference.phases import Phase
from graph.store import Store, audit
from graph.store.conference import conference_rooms, conferences, parties
from graph.store.post import notices

VALUES = {
    "version": "1",
    "kind": "salon",
    "name": "工程机械沙龙",
    "venue": "会展中心",
    "starts_on": "2026-12-01",
    "ends_on": "2026-12-02",
    "opens": "9:00",
    "closes": "17:00",
    "breaks": "12:00-13:30",
    "slot_minutes": "20",
    "turn_minutes": "5",
    "cap": "8",
    "layout": "two",
    "tables": "30",
}
ANY = {"chain": "", "starts": "", "ends": ""}


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


def only(store: Store) -> Conference:
    (found,) = conferences.list_conferences(store, skip=0, limit=9)
    return found


def test_a_conference_is_made_in_one_step_with_all_that_it_needs(
    organizer: FlaskClient, store: Store
) -> None:
    answer = organizer.post("/conferences/new", data=VALUES)
    made = only(store)
    assert answer.location == f"/conferences/{made.code}"
    assert (made.kind.value, made.phase, made.cap) == ("salon", Phase.PROFILES, 8)
    assert [each.tables for each in conference_rooms.list_halls(store, made.code)] == [30]
    sellers, buyers = sorted(
        conference_rooms.list_groups(store, made.code), key=lambda each: each.name
    )
    assert (sellers.name, sellers.meets, buyers.name) == ("供给方", (buyers.id,), "需求方")
    page = organizer.get(f"/conferences/{made.code}").text
    assert page.count("工程机械沙龙") == 3
    assert organizer.get("/conferences").text.count("工程机械沙龙") == 1
    for address in ("rooms", "change", "parties", "parties/file"):
        assert organizer.get(f"/conferences/{made.code}/{address}").status_code == 200


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "请填写名称。"),
        ("opens", "早上", "“早上”不是时间，请写成 09:00。"),
        ("ends_on", "2026-11-01", "结束日期不能早于开始日期。"),
        ("slot_minutes", "1", "请填写范围内的整数。"),
        ("breaks", "12-13", "请写成 09:00。"),
        ("kind", "party", "请从列表中选择。"),
    ],
)
def test_what_makes_no_sense_is_named_and_nothing_is_made(
    organizer: FlaskClient, store: Store, field: str, value: str, words: str
) -> None:
    answer = organizer.post("/conferences/new", data={**VALUES, field: value})
    assert (answer.status_code, answer.text.count(words)) == (422, 1)
    assert conferences.count_conferences(store) == 0


def test_a_change_based_on_an_older_page_is_refused(organizer: FlaskClient, store: Store) -> None:
    organizer.post("/conferences/new", data=VALUES)
    address = f"/conferences/{only(store).code}/change"
    assert organizer.post(address, data={**VALUES, "venue": "一馆"}).status_code == 302
    late = organizer.post(address, data={**VALUES, "venue": "二馆"})
    assert (late.status_code, late.text.count("已被别人修改")) == (422, 1)
    assert only(store).venue == "一馆"


def test_phases_step_forward_and_back_with_a_reason_on_record(
    organizer: FlaskClient, store: Store
) -> None:
    save_conference(store)
    address = f"/conferences/{CODE}/phase"
    assert organizer.post(address, data={"phase": "wishes"}).status_code == 422
    save_parties(store, sellers=1, buyers=1)
    assert organizer.post(address, data={"phase": "wishes"}).status_code == 302
    assert organizer.post(address, data={"phase": "profiles"}).status_code == 422
    organizer.post(address, data={"phase": "profiles", "reason": "补充企业"})
    assert only(store).phase == Phase.PROFILES
    assert organizer.get(f"/conferences/{CODE}").text.count("（补充企业）") == 1


def test_halls_sessions_and_groups_are_added_and_removed(
    organizer: FlaskClient, store: Store
) -> None:
    save_conference(store)
    base = f"/conferences/{CODE}"
    second = {"version": "1", "name": "二号厅", "prefix": "B", "tables": "4"}
    organizer.post(f"{base}/halls", data=second)
    hall = next(each for each in conference_rooms.list_halls(store, CODE) if each.prefix == "B")
    session = {"version": "2", "name": "下午场", "hall": hall.id, **ANY}
    organizer.post(f"{base}/sessions", data=session)
    investors = {"version": "3", "name": "投资方", "cap": "3", "meets": ["", "g2"]}
    organizer.post(f"{base}/groups", data=investors)
    group = next(each for each in conference_rooms.list_groups(store, CODE) if each.cap == 3)
    assert set(group.meets) == {group.id, "g2"}
    page = organizer.get(f"{base}/rooms").text
    assert [page.count(word) for word in ("二号厅", "下午场", "投资方")] == [5, 2, 6]
    removal = {"version": "4", "kind": "hall", "thing": hall.id}
    answer = organizer.post(f"{base}/remove", data=removal)
    assert (answer.status_code, answer.text.count("还有专场在这个会场")) == (422, 1)
    slots = conferences.list_slots(store, CODE)
    kept = {"version": "4", "open": [each.id for each in slots[1:]]}
    organizer.post(f"{base}/slots", data=kept)
    assert [each.is_closed for each in conferences.list_slots(store, CODE)].count(True) == 1


def test_two_organizers_who_set_up_one_conference_see_each_other(
    organizer: FlaskClient, store: Store
) -> None:
    save_conference(store)
    base = f"/conferences/{CODE}"
    (hall,) = conference_rooms.list_halls(store, CODE)
    values = {"id": hall.id, "version": "1", "name": "先改的", "prefix": "A", "tables": "9"}
    assert organizer.post(f"{base}/halls", data=values).status_code == 302
    late = [
        organizer.post(f"{base}/halls", data={**values, "name": "后改的"}),
        organizer.post(
            f"{base}/sessions", data={"version": "1", "name": "丙", "hall": hall.id, **ANY}
        ),
        organizer.post(f"{base}/groups", data={"version": "1", "name": "丁"}),
        organizer.post(f"{base}/slots", data={"version": "1"}),
        organizer.post(f"{base}/remove", data={"version": "1", "kind": "group", "thing": "g1"}),
    ]
    words = "您打开之后，会议设置已被别人修改，请刷新后再改。"
    assert [(each.status_code, each.text.count(words)) for each in late] == [(422, 1)] * 5
    assert conference_rooms.list_halls(store, CODE) == [replace(hall, name="先改的", tables=9)]
    assert [each.is_closed for each in conferences.list_slots(store, CODE)].count(True) == 0


def sheet(*rows: tuple[str, ...]) -> io.BytesIO:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    file.seek(0)
    return file


def test_parties_are_imported_from_a_workbook_and_a_gbk_file(
    organizer: FlaskClient, store: Store
) -> None:
    save_conference(store)
    save_enterprises(store, "甲", "乙")
    address = f"/conferences/{CODE}/parties/file"
    book = sheet(("企业名称*", "分组", "代表"), ("甲", "供给方", "张三"), ("无此家", "", ""))
    answer = organizer.post(address, data={"file": (book, "名单.xlsx")})
    assert answer.text.count("新增 1 家，更新 0 家，未导入 1 行。") == 1
    (link,) = re.findall(r'href="([^"]*rejects=[^"]*)"', answer.text)
    rejects = organizer.get(link.replace("&amp;", "&"), buffered=True).data.decode("utf-8-sig")
    assert rejects.count("图谱里没有这家企业") == 1
    text = "企业名称,分组,会谈上限\r\n甲,需求方,3\r\n乙,没有的组,\r\n"
    gbk = io.BytesIO(text.encode("gbk"))
    answer = organizer.post(address, data={"file": (gbk, "名单.csv")})
    assert answer.text.count("未导入 1 行。") == 1
    found = {each.name: each for each in parties.list_parties(store, CODE)}
    assert (found["甲"].group, found["甲"].cap) == ("g2", 3)
    assert [each.name for each in found["甲"].delegates] == ["张三"]
    bad = organizer.post(address, data={"file": (io.BytesIO(b"x"), "a.csv")})
    assert bad.status_code == 422
    template = organizer.get(f"/conferences/{CODE}/parties/template.xlsx", buffered=True)
    assert template.status_code == 200


def test_parties_are_invited_answer_and_lock_the_times(
    organizer: FlaskClient, doorman: Doorman, store: Store
) -> None:
    save_conference(store)
    (seller,), (buyer,) = save_parties(store, sellers=1, buyers=1)
    client = doorman.client(Role.ENTERPRISE, enterprise=seller.enterprise)
    organizer.post(f"/conferences/{CODE}/parties/invite", data={"all": "1"})
    assert notices.count_unread(store, "enterprise@test.example") == 1
    mine = client.get(f"/conferences/{CODE}/mine")
    assert mine.location == f"/parties/{seller.id}"
    confirmed = {"version": "1", "state": "confirmed"}
    for _ in range(2):
        assert client.post(f"/parties/{seller.id}/state", data=confirmed).status_code == 302
    slots = conferences.list_slots(store, CODE)
    present = [each.id for each in slots[1:]]
    answer = {"version": "2", "name-0": "李四", "title-0": "经理", "present": present}
    for _ in range(2):
        assert client.post(f"/parties/{seller.id}/answer", data=answer).status_code == 302
    found = parties.find_party(store, seller.id)
    assert (found.state, found.absent) == (PartyState.CONFIRMED, {slots[0].id})
    assert (found.delegates[0].name, found.acted_by) == ("李四", "")
    assert client.post(f"/parties/{seller.id}/answer", data={"version": "3"}).status_code == 422
    assert client.get(f"/parties/{buyer.id}").status_code == 404
    organizer.post(f"/parties/{seller.id}/state", data={"version": "3", "state": "cancelled"})
    assert parties.find_party(store, seller.id).acted_by == "organizer@test.example"
    assert only(store).is_locked is True


def test_two_who_answer_for_a_party_see_each_other(
    organizer: FlaskClient, doorman: Doorman, store: Store
) -> None:
    save_conference(store)
    (seller,), _ = save_parties(store, sellers=1, buyers=0)
    client = doorman.client(Role.ENTERPRISE, enterprise=seller.enterprise)
    address = f"/parties/{seller.id}"
    answer = {"version": "1", "present": [conferences.list_slots(store, CODE)[0].id]}
    client.post(f"{address}/answer", data={**answer, "name-0": "先填的"})
    late = client.post(f"{address}/answer", data={**answer, "name-0": "后填的"})
    assert (late.status_code, late.text.count("先填的")) == (422, 1)
    assert late.text.count('name="name-0" maxlength="60" value="后填的"') == 1
    places = {"group": seller.group, "session": seller.session, "cap": "2", "version": "1"}
    for act, values in (("place", places), ("state", {"version": "1", "state": "cancelled"})):
        assert organizer.post(f"{address}/{act}", data=values).status_code == 422
    kept = parties.find_party(store, seller.id)
    assert (kept.delegates[0].name, kept.cap, kept.state) == ("先填的", seller.cap, seller.state)


def test_an_announcement_reaches_those_who_come(
    organizer: FlaskClient, doorman: Doorman, store: Store
) -> None:
    save_conference(store)
    (seller, gone), _ = save_parties(store, sellers=2, buyers=0)
    for party in (seller, gone):
        doorman.client(Role.ENTERPRISE, enterprise=party.enterprise)
    organizer.post(f"/parties/{gone.id}/state", data={"version": "1", "state": "cancelled"})
    address = f"/conferences/{CODE}/parties/announce"
    assert organizer.post(address, data={"text": " "}).status_code == 422
    organizer.post(address, data={"text": "会场改到二号厅"})
    told = [notices.count_unread(store, f"enterprise{n}@test.example") for n in ("", "2")]
    assert told == [1, 0]


def test_wishes_are_taken_in_their_phase_and_cite_what_they_are_about(
    organizer: FlaskClient, doorman: Doorman, store: Store
) -> None:
    save_conference(store)
    (seller, rival), (buyer,) = save_parties(store, sellers=2, buyers=1)
    client = doorman.client(Role.ENTERPRISE, enterprise=seller.enterprise)
    address = f"/parties/{seller.id}/wishes/save"
    wish = {
        "wished": buyer.id,
        "kind": "must",
        "about": "listing",
        "about_id": "l1",
        "rank": "3",
    }
    assert client.post(address, data=wish).status_code == 409
    conferences.set_phase(store, only(store), Phase.WISHES, at=NOON)
    assert client.post(address, data=wish).status_code == 302
    assert client.post(address, data={**wish, "wished": rival.id}).status_code == 422
    (kept,) = parties.list_wishes(store, CODE)
    assert (kept.kind, kept.about, kept.about_id, kept.rank) == (WishKind.MUST, "listing", "l1", 3)
    assert client.get(f"/parties/{seller.id}/wishes").text.count('aria-pressed="true"') == 1
    around = client.get("/wishes", query_string={"partner": buyer.enterprise})
    assert around.text.count('aria-pressed="true"') == 1
    client.post(address, data={**wish, "kind": ""})
    assert parties.list_wishes(store, CODE) == []
    organizer.post(address, data=wish)
    assert parties.list_wishes(store, CODE)[0].by == "organizer@test.example"
    verbs = [entry.after["acted_for"] for entry in audit.list_entries(store, skip=0, limit=1)]
    assert verbs == [True]


def test_others_see_neither_the_conference_nor_its_wishes(doorman: Doorman, store: Store) -> None:
    save_conference(store)
    (seller,), (buyer,) = save_parties(store, sellers=1, buyers=1)
    parties.save_wish(store, Wish(seller.id, buyer.id, WishKind.VETO), at=NOON)
    save_enterprises(store, "外人")
    stranger = doorman.client(Role.ENTERPRISE, enterprise="name:外人")
    assert stranger.get(f"/conferences/{CODE}").status_code == 404
    assert stranger.get(f"/conferences/{CODE}/mine").status_code == 404
    assert stranger.get(f"/conferences/{CODE}/parties").status_code == 403
    assert stranger.get("/conferences").text.count("产业链对接会") == 0
    wished = doorman.client(Role.ENTERPRISE, enterprise=buyer.enterprise)
    assert wished.get(f"/parties/{seller.id}/wishes").status_code == 404
    assert wished.get(f"/parties/{buyer.id}/wishes").text.count('aria-pressed="true"') == 0
