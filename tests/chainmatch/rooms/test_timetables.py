import re
from itertools import product

import pytest
from conftest import Doorman
from flask import Flask
from flask.testing import FlaskClient
from small_conference import CODE, EDIT, NOON, save_conference, save_parties
from werkzeug.test import TestResponse

from chainmatch.background.job_kinds import KINDS
from chainmatch.background.worker import Worker
from graph.domain.account import Role
from graph.domain.conference.meetings import Meeting, make_meeting
from graph.domain.conference.parties import Party, Wish, WishKind
from graph.domain.conference.phases import Phase
from graph.store import Store
from graph.store.conference import conferences, parties, timetables
from graph.store.post import notices

BASE = f"/conferences/{CODE}"


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


@pytest.fixture
def worker(app: Flask, store: Store) -> Worker:
    return Worker(store, app.extensions["config"], KINDS)


@pytest.fixture
def both(store: Store) -> tuple[list[Party], list[Party]]:
    """Three sellers and three buyers who all would meet; 卖1 and 买1 do not want each other."""
    save_conference(store)
    sellers, buyers = save_parties(store, sellers=3, buyers=3)
    for seller, buyer in product(sellers, buyers):
        parties.save_wish(store, Wish(seller.id, buyer.id, WishKind.WOULD), at=NOON)
    parties.save_wish(store, Wish(buyers[0].id, sellers[0].id, WishKind.VETO), at=NOON)
    set_phase(store, Phase.CLOSED)
    return sellers, buyers


def set_phase(store: Store, phase: Phase) -> None:
    conferences.set_phase(store, conferences.find_conference(store, CODE), phase, at=NOON)


def run(organizer: FlaskClient, worker: Worker, **values: str) -> TestResponse:
    answer = organizer.post(f"{BASE}/timetable/run", data={"seconds": "1", **values})
    assert answer.status_code == 302
    assert worker.run_one()
    return organizer.get(f"{BASE}/timetable")


def place(meeting: Meeting) -> str:
    return f"{meeting.slot}|{meeting.table}"


def test_a_run_places_what_it_can_and_says_why_not(
    organizer: FlaskClient, worker: Worker, store: Store, both: tuple[list[Party], list[Party]]
) -> None:
    page = run(organizer, worker).text
    meetings = timetables.list_meetings(store, CODE)
    assert len(meetings) == 8
    assert conferences.find_conference(store, CODE).phase == Phase.DRAFT
    assert page.count("有一方不愿与对方会谈。") == 1
    assert page.count("排了 8 场会谈，1 个意愿没有排上。") == 1
    held = [(each.slot, holder) for each in meetings for holder in each.holders]
    assert len(held) == len(set(held))


def test_wishes_still_taken_leave_nothing_to_schedule(
    organizer: FlaskClient, worker: Worker, store: Store
) -> None:
    save_conference(store)
    answer = organizer.post(f"{BASE}/timetable/run", data={"seconds": "1"})
    assert (answer.status_code, answer.text.count("意愿还没有截止")) == (409, 1)
    set_phase(store, Phase.CLOSED)
    assert run(organizer, worker).text.count("还没有可以排的会谈") == 1


def test_after_a_cancellation_three_offers_say_what_they_move(
    organizer: FlaskClient, worker: Worker, store: Store, both: tuple[list[Party], list[Party]]
) -> None:
    run(organizer, worker)
    (_, seller, _), _ = both
    organizer.post(f"/parties/{seller.id}/state", data={"version": "1", "state": "cancelled"})
    assert organizer.get(f"{BASE}/timetable").text.count("有 3 场会谈的一方已不参会") == 1
    set_phase(store, Phase.REVIEW)
    early = organizer.post(f"{BASE}/timetable/publish", data={"number": "1"})
    assert (early.status_code, early.text.count("有 3 场会谈的一方已不参会")) == (409, 1)
    page = run(organizer, worker, offers="1").text
    moved = re.findall(r"移动或取消 (\d+) 场", page)
    assert (len(moved), moved[0]) == (3, "0")
    (job, *_) = re.findall(r'name="job" value="(\w+)"', page)
    data = {"job": job, "kind": "fill_holes"}
    assert organizer.post(f"{BASE}/timetable/offer", data=data).status_code == 302
    assert len(timetables.list_meetings(store, CODE)) == 5
    late = organizer.post(f"{BASE}/timetable/offer", data=data)
    assert (late.status_code, late.text.count("已被别人改动")) == (409, 1)


def test_versions_are_compared_undone_and_published_to_those_affected(
    organizer: FlaskClient,
    worker: Worker,
    doorman: Doorman,
    store: Store,
    both: tuple[list[Party], list[Party]],
) -> None:
    sellers, buyers = both
    for party in (sellers[0], buyers[2]):
        doorman.client(Role.ENTERPRISE, enterprise=party.enterprise)
    slot = conferences.list_slots(store, CODE)[0].id
    one = make_meeting(sellers[0].id, buyers[1].id, slot, "h1/1")
    two = make_meeting(sellers[1].id, buyers[2].id, slot, "h1/2")
    for meetings in ([one], [one, two]):
        timetables.change_timetable(store, CODE, lambda _, m=meetings: m, EDIT, at=NOON)
    assert organizer.post(f"{BASE}/timetable/publish", data={"number": "2"}).status_code == 409
    set_phase(store, Phase.REVIEW)
    organizer.post(f"{BASE}/timetable/publish", data={"number": "2"})
    told = [notices.count_unread(store, f"enterprise{n}@test.example") for n in ("", "2")]
    assert told == [1, 1]
    for n in ("", "2"):
        notices.mark_all_read(store, f"enterprise{n}@test.example", at=NOON)
    changes = organizer.get(f"{BASE}/timetable/changes?from=1&to=2").text
    assert changes.count("卖2 × 买3") + changes.count("买3 × 卖2") == 1
    back = {"number": "1", "based_on": "2"}
    assert organizer.post(f"{BASE}/timetable/back", data=back).status_code == 302
    assert timetables.list_meetings(store, CODE) == (one,)
    organizer.post(f"{BASE}/timetable/publish", data={"number": "3"})
    told = [notices.count_unread(store, f"enterprise{n}@test.example") for n in ("", "2")]
    assert told == [0, 1]
    assert organizer.post(f"{BASE}/timetable/back", data=back).status_code == 409


def test_a_meeting_is_moved_pinned_and_removed_on_the_board(
    organizer: FlaskClient, store: Store, both: tuple[list[Party], list[Party]]
) -> None:
    sellers, buyers = both
    first, second = conferences.list_slots(store, CODE)[:2]
    one = make_meeting(sellers[0].id, buyers[1].id, first.id, "h1/1")
    two = make_meeting(sellers[1].id, buyers[1].id, second.id, "h1/2")
    timetables.change_timetable(store, CODE, lambda _: [one, two], EDIT, at=NOON)
    page = organizer.get(f"{BASE}/board?pair={one.id}").text
    assert page.count("is-chosen") == 1
    assert page.count("买2 正与 卖2 会谈。") == 2  # the third table holds the meeting itself
    assert organizer.get(f"{BASE}/board?view=parties&pair={one.id}").text.count("board-go") == 5
    move = {"pair": one.id, "seen": place(one)}
    blocked = organizer.post(f"{BASE}/board/move", data={**move, "place": f"{second.id}|h1/3"})
    assert (blocked.status_code, blocked.text.count("买2 正与 卖2 会谈。")) == (409, 1)
    free = {**move, "place": f"{first.id}|h1/3"}
    assert organizer.post(f"{BASE}/board/move", data=free).status_code == 302
    assert organizer.post(f"{BASE}/board/move", data=free).status_code == 409
    organizer.post(f"{BASE}/board/pin", data={"pair": one.id, "pinned": "1"})
    (moved,) = (each for each in timetables.list_meetings(store, CODE) if each.id == one.id)
    assert (moved.table, moved.is_pinned) == ("h1/3", True)
    organizer.post(f"{BASE}/board/remove", data={"pair": two.id})
    assert timetables.list_meetings(store, CODE) == (moved,)
    again = {"pair": two.id, "seen": "", "place": f"{second.id}|"}
    assert organizer.post(f"{BASE}/board/move", data=again).status_code == 302
    answer = organizer.get(f"{BASE}/board/places?pair={one.id}").json
    assert (answer[f"{second.id}|h1/1"], answer[f"{first.id}|h1/1"]) == ("买2 正与 卖2 会谈。", "")


def test_a_pinned_meeting_stays_when_all_is_scheduled_anew(
    organizer: FlaskClient, worker: Worker, store: Store, both: tuple[list[Party], list[Party]]
) -> None:
    sellers, buyers = both
    last = conferences.list_slots(store, CODE)[-1].id
    pinned = make_meeting(sellers[0].id, buyers[1].id, last, "h1/3", is_pinned=True)
    timetables.change_timetable(store, CODE, lambda _: [pinned], EDIT, at=NOON)
    page = run(organizer, worker, offers="1").text
    (job, *_) = re.findall(r'name="job" value="(\w+)"', page)
    organizer.post(f"{BASE}/timetable/offer", data={"job": job, "kind": "from_scratch"})
    found = {each.id: each for each in timetables.list_meetings(store, CODE)}
    assert (found[pinned.id].slot, found[pinned.id].is_pinned, len(found)) == (last, True, 8)
