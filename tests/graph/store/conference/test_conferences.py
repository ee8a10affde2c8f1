from dataclasses import replace

import pytest
from small_conference import (
    BUYERS,
    CODE,
    CONFERENCE,
    HALL,
    NOON,
    SELLERS,
    SESSION,
    save_conference,
    save_parties,
)

from graph.domain.conference.conference import Hall, ThemedSession
from graph.domain.conference.meetings import make_meeting
from graph.domain.conference.parties import Delegate, PartyState, Wish, WishKind
from graph.domain.conference.phases import Phase
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.conference import conference_rooms, conferences, parties, timetables


def test_a_conference_is_read_as_it_was_made(store: Store) -> None:
    save_conference(store)
    assert conferences.find_conference(store, CODE) == CONFERENCE
    assert conferences.list_conferences(store, skip=0, limit=9) == [CONFERENCE]
    assert conference_rooms.list_halls(store, CODE) == [HALL]
    assert [each.label for each in conference_rooms.list_tables(store, CODE)] == ["A1", "A2", "A3"]
    assert conference_rooms.list_sessions(store, CODE) == [SESSION]
    assert set(conference_rooms.list_groups(store, CODE)) == {SELLERS, BUYERS}
    assert len(conferences.list_slots(store, CODE)) == 6
    with pytest.raises(NotFound):
        conferences.find_conference(store, "none")


def test_times_change_until_somebody_has_answered(store: Store) -> None:
    save_conference(store)
    (a,), _ = save_parties(store, sellers=1, buyers=0)
    longer = replace(CONFERENCE, closes="12:30")
    conferences.change_conference(store, CONFERENCE, longer, at=NOON)
    assert len(conferences.list_slots(store, CODE)) == 8
    before = conferences.find_conference(store, CODE)
    with pytest.raises(Conflict):
        conferences.change_conference(store, CONFERENCE, longer, at=NOON)
    parties.change_party(store, a, is_answer=True, at=NOON)
    assert conferences.find_conference(store, CODE).is_locked is True
    with pytest.raises(Conflict, match="不能再改"):
        conferences.change_conference(store, before, replace(before, slot_minutes=30), at=NOON)
    conferences.change_conference(store, before, replace(before, venue="二号馆"), at=NOON)
    assert conferences.find_conference(store, CODE).venue == "二号馆"


def test_slots_and_tables_with_meetings_stay(store: Store) -> None:
    save_conference(store)
    (a,), (x,) = save_parties(store, sellers=1, buyers=1)
    slot = conferences.list_slots(store, CODE)[0]
    timetables.book(store, CODE, make_meeting(a.id, x.id, slot.id, "h1/3"))
    with pytest.raises(Conflict):
        conferences.close_slots(store, CODE, [slot.id], at=NOON)
    with pytest.raises(Conflict):
        conference_rooms.save_hall(store, CODE, replace(HALL, tables=2), at=NOON)
    conference_rooms.save_hall(store, CODE, replace(HALL, tables=5), at=NOON)
    assert len(conference_rooms.list_tables(store, CODE)) == 5
    other = conferences.list_slots(store, CODE)[1]
    conferences.close_slots(store, CODE, [other.id], at=NOON)
    assert [each.is_closed for each in conferences.list_slots(store, CODE)][:3] == [
        False,
        True,
        False,
    ]


def test_a_hall_holds_one_session_at_a_time(store: Store) -> None:
    save_conference(store)
    late = ThemedSession("s2", "下午场", "h1", starts="2026-12-01T11:00")
    with pytest.raises(Conflict):
        conference_rooms.save_session(store, CODE, late, at=NOON)
    conference_rooms.save_hall(store, CODE, Hall("h2", "二号厅", "B", 2), at=NOON)
    moved = replace(late, hall="h2")
    conference_rooms.save_session(store, CODE, moved, at=NOON)
    with pytest.raises(Conflict):
        conference_rooms.remove_hall(store, CODE, "h2", at=NOON)
    conference_rooms.remove_session(store, CODE, "s2", at=NOON)
    conference_rooms.remove_hall(store, CODE, "h2", at=NOON)
    assert conference_rooms.list_halls(store, CODE) == [HALL]
    save_parties(store, sellers=1, buyers=0)
    with pytest.raises(Conflict):
        conference_rooms.remove_group(store, CODE, "g1", at=NOON)


def test_a_phase_changes_once(store: Store) -> None:
    save_conference(store)
    conferences.set_phase(store, CONFERENCE, Phase.WISHES, at=NOON)
    with pytest.raises(Conflict):
        conferences.set_phase(store, CONFERENCE, Phase.WISHES, at=NOON)


def test_parties_are_added_once_and_changed(store: Store) -> None:
    save_conference(store)
    (a,), (x,) = save_parties(store, sellers=1, buyers=1)
    again = parties.add_parties(store, CODE, [(a.enterprise, {"cap": 3}), ("name:无", {})])
    assert (again.created, again.known) == (0, 1)
    assert parties.list_unknown(store, [a.enterprise, "name:无"]) == ["name:无"]
    changed = replace(
        parties.find_party(store, a.id),
        absent=frozenset({"s"}),
        delegates=(Delegate("张三", "经理"),),
        state=PartyState.CONFIRMED,
    )
    parties.change_party(store, changed, acted_by="o@test.example", at=NOON)
    assert parties.find_party_of(store, CODE, a.enterprise) == replace(
        changed, acted_by="o@test.example", version=changed.version + 1
    )
    with pytest.raises(Conflict):
        parties.change_party(store, replace(changed, delegates=()), at=NOON)
    assert parties.find_party(store, a.id).delegates == (Delegate("张三", "经理"),)
    done = parties.set_states(
        store, CODE, [a.id, x.id], PartyState.INVITED, only_from={PartyState.LISTED}
    )
    assert done == [x.id]
    assert [each.code for each in conferences.list_conferences_of(store, x.enterprise)] == [CODE]


def test_wishes_are_one_a_direction_with_few_musts(store: Store) -> None:
    save_conference(store)
    (a,), buyers = save_parties(store, sellers=1, buyers=6)
    for buyer in buyers[:5]:
        parties.save_wish(store, Wish(a.id, buyer.id, WishKind.MUST, by="a"), at=NOON)
    with pytest.raises(Conflict, match="最多 5 家"):
        parties.save_wish(store, Wish(a.id, buyers[5].id, WishKind.MUST, by="a"), at=NOON)
    parties.save_wish(
        store, Wish(a.id, buyers[0].id, WishKind.VETO, about="listing", about_id="l1"), at=NOON
    )
    found = {wish.wished: wish for wish in parties.list_wishes_of(store, a.id)}
    assert (found[buyers[0].id].kind, found[buyers[0].id].about_id) == (WishKind.VETO, "l1")
    assert len(parties.list_wishes(store, CODE)) == 5
    parties.remove_wish(store, a.id, buyers[0].id)
    assert len(parties.list_wishes(store, CODE)) == 4
    assert parties.list_wishes_of(store, buyers[0].id) == []
