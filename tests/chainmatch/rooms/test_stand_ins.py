"""The day when somebody fails to come."""

import re
from datetime import timedelta

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_conference import CODE, EDIT, NOON, save_conference, save_parties

from graph.domain.account import Role
from graph.domain.conference.meetings import Meeting, MeetingState, make_meeting, pair_id
from graph.domain.conference.parties import Party, Wish, WishKind
from graph.domain.conference.phases import Phase
from graph.errors import Conflict
from graph.store import Store
from graph.store.conference import conferences, parties, timetables

BASE = f"/conferences/{CODE}"
PLACE = re.compile(r'name="pair" value="(\S+)">\s*<button [^>]*value="(\S+)\|(\S+)"')


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


@pytest.fixture
def day(store: Store, organizer: FlaskClient) -> tuple[list[Party], list[Party], list[str]]:
    """Two sellers and three buyers; 卖1 meets 买1 first and 卖2 second, all published."""
    save_conference(store)
    sellers, buyers = save_parties(store, sellers=2, buyers=3)
    slots = [each.id for each in conferences.list_slots(store, CODE)]
    wish(store, sellers[0], buyers[2], WishKind.WOULD)
    wish(store, buyers[1], sellers[0], WishKind.VETO)
    phase(store, Phase.REVIEW)
    made = [
        make_meeting(sellers[0].id, buyers[0].id, slots[0], "h1/2"),
        make_meeting(sellers[1].id, buyers[2].id, slots[1], "h1/1"),
    ]
    timetables.change_timetable(store, CODE, lambda _: made, EDIT, at=NOON)
    organizer.post(f"{BASE}/timetable/publish", data={"number": "1"})
    return sellers, buyers, slots


def wish(store: Store, wisher: Party, wished: Party, kind: WishKind) -> None:
    parties.save_wish(store, Wish(wisher.id, wished.id, kind), at=NOON)


def phase(store: Store, wanted: Phase) -> None:
    conferences.set_phase(store, conferences.find_conference(store, CODE), wanted, at=NOON)


def miss(organizer: FlaskClient, pair: str) -> None:
    organizer.post(f"{BASE}/desk/meeting", data={"meeting": pair, "state": "no_show"})


def offers(organizer: FlaskClient, pair: str) -> list[tuple[str, str, str]]:
    """Return the pair, slot and table of every offer on the page."""
    answer = organizer.get(f"{BASE}/stand-ins?meeting={pair}")
    return PLACE.findall(answer.text) if answer.status_code == 200 else []


@pytest.mark.both_servers
def test_a_missed_meeting_frees_its_place_until_it_is_taken_back(
    store: Store, organizer: FlaskClient, day: tuple[list[Party], list[Party], list[str]]
) -> None:
    sellers, buyers, slots = day
    pair = pair_id(sellers[0].id, buyers[0].id)
    timetables.save_state(store, CODE, pair, MeetingState.NO_SHOW)
    other = make_meeting(sellers[0].id, buyers[2].id, slots[0], "h1/2")
    timetables.change_timetable(store, CODE, lambda before: [*before, other], EDIT, at=NOON)
    with pytest.raises(Conflict):
        timetables.save_state(store, CODE, pair, MeetingState.HELD)
    states = {each.id: each.state for each in timetables.list_meetings(store, CODE)}
    assert (states[pair], states[other.id]) == (MeetingState.NO_SHOW, MeetingState.PLANNED)


def test_who_came_is_offered_another_time_and_other_partners(
    store: Store, organizer: FlaskClient, day: tuple[list[Party], list[Party], list[str]]
) -> None:
    sellers, buyers, slots = day
    pair = pair_id(sellers[0].id, buyers[0].id)
    assert offers(organizer, pair) == []
    parties.check_in(store, sellers[0].id, at=NOON - timedelta(hours=1))
    miss(organizer, pair)
    times = [(pair, slot, "h1/2") for slot in slots[1:7]]
    wished = (pair_id(sellers[0].id, buyers[2].id), slots[0], "h1/2")
    assert offers(organizer, pair) == [*times, wished]


def test_a_stand_in_is_published_at_once_to_those_it_concerns(
    store: Store,
    organizer: FlaskClient,
    doorman: Doorman,
    day: tuple[list[Party], list[Party], list[str]],
) -> None:
    sellers, buyers, slots = day
    pair = pair_id(sellers[0].id, buyers[0].id)
    miss(organizer, pair)
    instead = pair_id(sellers[0].id, buyers[2].id)
    place = {"pair": instead, "place": f"{slots[0]}|h1/2"}
    assert organizer.post(f"{BASE}/stand-ins", data=place).status_code == 302
    client = doorman.client(Role.ENTERPRISE, enterprise=sellers[0].enterprise)
    assert client.get(f"/parties/{sellers[0].id}/agenda").text.count("agenda-line") == 2
    assert organizer.get(f"{BASE}/desk").text.count('<li class="desk-meeting">') == 2
    again = organizer.post(f"{BASE}/stand-ins", data=place)
    assert again.status_code == 409


def test_a_missed_meeting_that_moves_says_where_it_was(
    store: Store, organizer: FlaskClient, day: tuple[list[Party], list[Party], list[str]]
) -> None:
    sellers, buyers, slots = day
    pair = pair_id(sellers[0].id, buyers[0].id)
    miss(organizer, pair)
    organizer.post(f"{BASE}/stand-ins", data={"pair": pair, "place": f"{slots[2]}|h1/2"})
    moved = next(each for each in timetables.list_meetings(store, CODE) if each.id == pair)
    assert moved == Meeting(*sorted(pair.split("~")), slots[2], "h1/2")
    assert organizer.get(f"{BASE}/desk?slot={slots[2]}").text.count("原 09:00，已改期") == 1


def test_going_back_to_an_older_version_keeps_what_has_happened(
    store: Store, organizer: FlaskClient, day: tuple[list[Party], list[Party], list[str]]
) -> None:
    sellers, buyers, _ = day
    pair = pair_id(sellers[0].id, buyers[0].id)
    miss(organizer, pair)
    other = pair_id(sellers[1].id, buyers[2].id)
    organizer.post(f"{BASE}/board/remove", data={"pair": other, "next": "/"})
    organizer.post(f"{BASE}/timetable/back", data={"number": "1", "based_on": "2"})
    states = {each.id: each.state for each in timetables.list_meetings(store, CODE)}
    assert states == {pair: MeetingState.NO_SHOW, other: MeetingState.PLANNED}
