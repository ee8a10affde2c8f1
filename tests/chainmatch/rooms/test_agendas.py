import io
import re

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from icalendar import Calendar
from openpyxl import load_workbook
from small_conference import CODE, EDIT, NOON, save_conference, save_parties

from graph.domain.account import Role
from graph.domain.conference.meetings import Meeting, MeetingState, make_meeting
from graph.domain.conference.parties import Party
from graph.domain.conference.phases import Phase
from graph.store import Store
from graph.store.conference import conferences, meeting_outcomes, parties, timetables
from graph.store.followup import projects

BASE = f"/conferences/{CODE}"


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


@pytest.fixture
def pair(store: Store) -> tuple[Party, Party]:
    """卖1 and 买1, in review."""
    save_conference(store)
    (seller,), (buyer,) = save_parties(store, sellers=1, buyers=1)
    set_phase(store, Phase.REVIEW)
    return seller, buyer


def set_phase(store: Store, phase: Phase) -> None:
    conferences.set_phase(store, conferences.find_conference(store, CODE), phase, at=NOON)


def put(store: Store, pair: tuple[Party, Party], slot: int | None) -> Meeting | None:
    """Let the two meet in a slot, or nowhere."""
    slots = conferences.list_slots(store, CODE)
    found = [] if slot is None else [make_meeting(*(p.id for p in pair), slots[slot].id, "h1/2")]
    timetables.change_timetable(store, CODE, lambda _: found, EDIT, at=NOON)
    return found[0] if found else None


def publish(organizer: FlaskClient, store: Store) -> None:
    number = conferences.find_conference(store, CODE).latest
    answer = organizer.post(f"{BASE}/timetable/publish", data={"number": str(number)})
    assert answer.status_code == 302


def event(client: FlaskClient, party: Party) -> tuple[int, str, str]:
    """Return sequence, status and start of the only meeting in a party's calendar."""
    answer = client.get(f"/parties/{party.id}/agenda.ics", buffered=True)
    assert answer.mimetype == "text/calendar"
    calendar = Calendar.from_ical(answer.data)
    zones = [each["TZID"] for each in calendar.walk("VTIMEZONE")]
    (found,) = calendar.walk("VEVENT")
    assert zones == ["Asia/Shanghai"]
    return found["SEQUENCE"], found["STATUS"], str(found.decoded("DTSTART"))


def test_an_agenda_shows_what_was_published_and_nothing_newer(
    organizer: FlaskClient, doorman: Doorman, store: Store, pair: tuple[Party, Party]
) -> None:
    client = doorman.client(Role.ENTERPRISE, enterprise=pair[0].enterprise)
    put(store, pair, 0)
    address = f"/parties/{pair[0].id}/agenda"
    assert client.get(address).text.count("议程还没有公布") == 1
    publish(organizer, store)
    assert client.get(f"{BASE}/agenda").location == address
    assert client.get(address).text.count("09:00–09:20") == 1
    put(store, pair, 2)
    assert client.get(address).text.count("09:00–09:20") == 1
    assert client.get(f"/parties/{pair[1].id}/agenda").status_code == 404


def test_a_calendar_updates_and_cancels_in_the_right_zone(
    organizer: FlaskClient, doorman: Doorman, store: Store, pair: tuple[Party, Party]
) -> None:
    client = doorman.client(Role.ENTERPRISE, enterprise=pair[0].enterprise)
    found = []
    for slot in (0, 1, None, 1):
        put(store, pair, slot)
        publish(organizer, store)
        found.append(event(client, pair[0]))
    assert found == [
        (0, "CONFIRMED", "2026-12-01 09:00:00+08:00"),
        (1, "CONFIRMED", "2026-12-01 09:25:00+08:00"),
        (2, "CANCELLED", "2026-12-01 09:25:00+08:00"),
        (3, "CONFIRMED", "2026-12-01 09:25:00+08:00"),
    ]


def test_the_desk_checks_in_and_says_what_was_held(
    organizer: FlaskClient, store: Store, pair: tuple[Party, Party]
) -> None:
    meeting = put(store, pair, 0)
    assert meeting is not None
    come = {"party": pair[0].id}
    assert organizer.post(f"{BASE}/desk/party", data=come).status_code == 409
    publish(organizer, store)
    organizer.post(f"{BASE}/desk/party", data=come)
    assert parties.find_party(store, pair[0].id).checked_in_at != ""
    assert organizer.get(f"{BASE}/desk").text.count("签到（1 / 2）") == 1
    organizer.post(f"{BASE}/desk/meeting", data={"meeting": meeting.id, "state": "held"})
    (held,) = timetables.list_meetings(store, CODE)
    assert held.state == MeetingState.HELD
    for page in ("signs", "cards"):
        assert organizer.get(f"{BASE}/{page}").status_code == 200


def test_an_agreement_becomes_a_signed_project_once(
    organizer: FlaskClient, doorman: Doorman, store: Store, pair: tuple[Party, Party]
) -> None:
    meeting = put(store, pair, 0)
    assert meeting is not None
    publish(organizer, store)
    client = doorman.client(Role.ENTERPRISE, enterprise=pair[0].enterprise)
    signing = {"meeting": meeting.id, "amount": "300"}
    assert organizer.post(f"{BASE}/desk/project", data=signing).status_code == 409
    said = {"meeting": meeting.id, "outcome": "agreement", "note": "=1+1"}
    assert client.post(f"/parties/{pair[0].id}/outcome", data=said).status_code == 302
    other = doorman.client(Role.ENTERPRISE, enterprise=pair[1].enterprise)
    assert other.get(f"/parties/{pair[1].id}/agenda").text.count("=1+1") == 0
    answers = [organizer.post(f"{BASE}/desk/project", data=signing) for _ in range(2)]
    (address,) = {answer.location for answer in answers}
    project = projects.find_project(store, address.removeprefix("/projects/"))
    assert (project.total, project.event) == (3_000_000, "产业链对接会")
    assert {each.code for each in project.parties} == {each.enterprise for each in pair}
    assert organizer.get(address).status_code == 200
    report = organizer.get(f"{BASE}/report").text
    assert [int(each) for each in re.findall(r"<strong>(\d+)</strong></dd>", report)] == [
        0,
        1,
        0,
        1,
        1,
    ]
    file = organizer.get(f"{BASE}/report.xlsx", buffered=True).data
    rows = list(load_workbook(io.BytesIO(file)).active.iter_rows(values_only=True))
    assert (len(rows), rows[1][6]) == (2, "'=1+1")


def test_what_is_said_half_a_year_later_stands_beside_the_first(
    organizer: FlaskClient, store: Store, pair: tuple[Party, Party]
) -> None:
    meeting = put(store, pair, 0)
    assert meeting is not None
    publish(organizer, store)
    address = f"/parties/{meeting.b}/outcome"
    organizer.post(address, data={"meeting": meeting.id, "outcome": "contact"})
    set_phase(store, Phase.FOLLOWED_UP)
    organizer.post(address, data={"meeting": meeting.id, "outcome": "talks"})
    (found,) = meeting_outcomes.list_outcomes(store, CODE).values()
    assert {side: outcome.value for side, (outcome, _) in found.said.items()} == {
        "b": "contact",
        "b_later": "talks",
    }


def test_those_who_met_are_asked_what_came_of_it_at_the_end_and_later(
    organizer: FlaskClient, doorman: Doorman, store: Store, pair: tuple[Party, Party]
) -> None:
    client = doorman.client(Role.ENTERPRISE, enterprise=pair[0].enterprise)
    put(store, pair, 0)
    publish(organizer, store)
    for phase in ("held", "followed_up"):
        answer = organizer.post(f"{BASE}/phase", data={"phase": phase})
        assert answer.status_code == 302
    told = client.get("/notices").text
    assert told.count("“产业链对接会”过去一段时间了，请登记各场会谈的新进展。") == 1
