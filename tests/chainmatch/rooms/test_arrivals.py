from datetime import UTC, datetime, timedelta

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_conference import CODE, NOON, save_conference, save_parties

from chainmatch.rooms.arrivals.operations import Scan, save_scans
from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.clock import instant_text
from graph.domain.conference.parties import Party
from graph.domain.conference.phases import Phase
from graph.errors import Conflict
from graph.store import Store, audit
from graph.store.conference import conferences, parties

BASE = f"/conferences/{CODE}/arrivals"
ORGANIZER = Account("o@test.example", "会务", Role.ORGANIZER)


@pytest.fixture
def comers(store: Store) -> tuple[Party, Party]:
    """卖1 and 买1 on the day."""
    save_conference(store)
    (seller,), (buyer,) = save_parties(store, sellers=1, buyers=1)
    set_phase(store, Phase.PUBLISHED)
    return seller, buyer


def set_phase(store: Store, phase: Phase) -> None:
    conferences.set_phase(store, conferences.find_conference(store, CODE), phase, at=NOON)


def save(store: Store, *scans: Scan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    done = save_scans(store, actor=ORGANIZER, code=CODE, scans=scans, now=NOON)
    return done.parties, done.unknown


def come_at(store: Store, party: Party) -> str:
    return parties.find_party(store, party.id).checked_in_at


def records(store: Store) -> list[str]:
    entries = audit.list_about(store, CODE, [Verb.CONFERENCE_MEETING], skip=0, limit=9)
    return [entry.after["checked_in"] for entry in entries]


@pytest.mark.both_servers
def test_the_earliest_scan_stands_in_whatever_order_devices_send(
    store: Store, comers: tuple[Party, Party]
) -> None:
    seller, buyer = comers
    early, late = NOON - timedelta(hours=3), NOON - timedelta(hours=1)
    assert save(store, Scan(seller.token, late)) == ((seller.id,), ())
    assert save(store, Scan(seller.token, early), Scan("odd"), Scan(buyer.token, late)) == (
        (seller.id, buyer.id),
        ("odd",),
    )
    assert [come_at(store, each) for each in comers] == [instant_text(early), instant_text(late)]
    before = records(store)
    save(store, Scan(seller.token, early), Scan(seller.token, late))
    assert records(store) == before
    assert sorted(before) == sorted([seller.id, seller.id, buyer.id])


@pytest.mark.parametrize("wrong", [timedelta(minutes=5), -timedelta(days=30)])
def test_a_device_with_a_wrong_clock_checks_in_at_the_servers_time(
    store: Store, comers: tuple[Party, Party], wrong: timedelta
) -> None:
    save(store, Scan(comers[0].token, NOON + wrong))
    assert come_at(store, comers[0]) == instant_text(NOON)


def test_nobody_is_checked_in_before_the_timetable_is_out(
    store: Store, comers: tuple[Party, Party]
) -> None:
    set_phase(store, Phase.REVIEW)
    with pytest.raises(Conflict):
        save(store, Scan(comers[0].token))
    assert come_at(store, comers[0]) == ""


def test_a_device_takes_the_list_along_and_sends_scans_later(
    doorman: Doorman, store: Store, comers: tuple[Party, Party]
) -> None:
    seller, buyer = comers
    client: FlaskClient = doorman.client(Role.ORGANIZER)
    listed = client.get(f"{BASE}/badges").json
    assert listed is not None
    assert [(each["token"], each["at"]) for each in listed["badges"]] == [
        (buyer.token, ""),
        (seller.token, ""),
    ]
    at = (datetime.now(UTC) - timedelta(hours=2)).isoformat()
    sent = {"scans": [{"token": seller.token, "at": at}, {"token": "odd", "at": "?"}, 7]}
    answer = client.post(f"{BASE}/scans", json=sent)
    assert answer.json == {"checked": 1, "unknown": ["odd", ""]}
    assert come_at(store, seller)[:16] == at[:16]
    for broken in ({"scans": 3}, [], {}):
        assert client.post(f"{BASE}/scans", json=broken).status_code == 422


def test_the_door_works_as_a_plain_form(
    doorman: Doorman, store: Store, comers: tuple[Party, Party]
) -> None:
    client = doorman.client(Role.ORGANIZER)
    client.post(f"{BASE}/scan", data={"token": f" chainmatch:{comers[1].token} "})
    page = client.get(f"{BASE}/").text
    assert page.count('<strong id="arrivals-come">1</strong>') == 1
    assert page.count("已签到。") == 1
    client.post(f"{BASE}/scan", data={"token": "odd"})
    assert client.get(f"{BASE}/").text.count("名单里没有这张胸卡，没有签到。") == 1


def test_the_worker_of_the_page_may_keep_that_page_alone(
    doorman: Doorman, comers: tuple[Party, Party]
) -> None:
    client = doorman.client(Role.ORGANIZER)
    answer = client.get(f"{BASE}/worker.js", buffered=True)
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/javascript", "no-cache")
    assert "Service-Worker-Allowed" not in answer.headers


def test_cards_and_agendas_carry_the_code_of_their_party(
    doorman: Doorman, comers: tuple[Party, Party]
) -> None:
    organizer = doorman.client(Role.ORGANIZER)
    assert organizer.get(f"/conferences/{CODE}/cards").text.count('class="badge-code"') == 2
    client = doorman.client(Role.ENTERPRISE, enterprise=comers[0].enterprise)
    assert client.get(f"/parties/{comers[0].id}/agenda").text.count('class="badge-code"') == 1
