"""The demo map of the repository, as far as the product promises it."""

from collections import Counter

from graph.domain.account import Role
from graph.exchange.demo_map import demo_accounts, is_demo_loaded, load_demo, remove_demo
from graph.store import Store
from graph.store.bulk.saving import Saved
from graph.store.map.sources import count_map

COUNT_ALL = "MATCH (n) WHERE n.sources IS NOT NULL RETURN count(n) AS total"
LIST_STAGES = """
MATCH (:ChainNode)-[l:IN_CHAIN]->(c:Chain)
RETURN c.code AS chain, count(DISTINCT l.stage) AS stages, count(l) AS nodes ORDER BY chain
"""


def test_the_demo_map_comes_whole_and_goes_whole(store: Store) -> None:
    report = load_demo(store)
    assert report.rejects == ()
    counted = count_map(store)
    assert counted.nodes["Enterprise"] == {"demo": 500}
    chains = store.read(LIST_STAGES)
    assert len(chains) == counted.nodes["Chain"]["demo"] >= 8
    assert [row["chain"] for row in chains if row["stages"] != 3 or row["nodes"] < 25] == []
    rows = report.total.created + report.total.unchanged
    assert load_demo(store).total == Saved(unchanged=rows)
    assert is_demo_loaded(store)
    remove_demo(store)
    assert not is_demo_loaded(store)
    assert store.read(COUNT_ALL) == [{"total": 0}]


def test_there_is_an_account_for_every_role() -> None:
    accounts = demo_accounts()
    assert Counter(account.role for account in accounts) == {
        Role.ENTERPRISE: 2,
        Role.ORGANIZER: 1,
        Role.ANALYST: 1,
        Role.UNIT: 1,
        Role.ADMINISTRATOR: 1,
    }
    assert {account.source for account in accounts} == {"demo"}
