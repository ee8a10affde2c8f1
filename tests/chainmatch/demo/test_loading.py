"""The demo accounts come with the demo map and go with it."""

from chainmatch.demo.loading import DEMO_PASSWORD, load_demo_with_accounts, remove_demo
from chainmatch.formats import today
from chainmatch.rooms.accounts.operations import sign_in
from graph.domain.clock import instant_text, now
from graph.domain.session import Session
from graph.exchange.demo_map import demo_accounts
from graph.store import Store
from graph.store.desk import requests
from graph.store.desk.requests import ALL
from graph.store.followup import bulletins
from graph.store.people import accounts, sessions
from graph.store.post import notices

LEFT = """
MATCH (n)
WHERE n:MeetingRequest OR n:RequestStep OR n:Notice OR n:Session OR n:SavedSearch
RETURN count(n) AS total
"""


def test_accounts_come_and_go_with_the_map(store: Store) -> None:
    load_demo_with_accounts(store, now=now())
    load_demo_with_accounts(store, now=now())
    expected = sorted(account.email for account in demo_accounts())
    assert [account.email for account in accounts.list_accounts(store)] == expected
    signed_in = sign_in(store, email="enterprise@demo.example", password=DEMO_PASSWORD, now=now())
    assert signed_in.enterprise == "demo:E0001"
    assert requests.count_requests(store, ALL, "", today=today()) == 4
    assert notices.count_unread(store, "enterprise@demo.example") == 3
    opened = instant_text(now())
    sessions.open_session(store, signed_in.email, Session("s1", "", "", opened, opened), at=now())
    (bulletin,) = bulletins.list_bulletins(store)
    assert (bulletin.id, bulletin.is_frozen, bulletin.is_intact) == ("2026-06-1", True, True)
    remove_demo(store)
    assert bulletins.list_bulletins(store) == []
    assert accounts.list_accounts(store) == []
    assert store.read(LEFT)[0]["total"] == 0
