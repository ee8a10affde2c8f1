from datetime import UTC, date, datetime

import pytest
from small_chain import save_chain, save_makers

from graph.domain.proposal import MOST_WAITING, Proposal, ProposalState
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.desk import proposals
from graph.store.desk.proposals import NewNode
from graph.store.map import enterprises, node_names

CODE = "name:甲"
TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
WISH = Proposal(
    "1" * 32, "电动缸", "直线执行器", 0.3, "年产 2 万台", CODE, created_by="a@jia.example"
)


@pytest.fixture(autouse=True)
def _map(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲")


def propose(store: Store) -> Proposal:
    proposals.propose(store, WISH, at=NOON)
    return proposals.find_proposal(store, WISH.id)


def made(store: Store) -> list[tuple[str, float | None, str]]:
    products = enterprises.list_products(store, CODE, at=TODAY, only_published=False)
    return [(each.name, each.share, each.capacity) for each in products]


def test_a_proposal_waits(store: Store) -> None:
    waiting = propose(store)
    assert (waiting.name, waiting.state) == ("电动缸", ProposalState.WAITING)
    assert proposals.list_waiting(store, skip=0, limit=9) == [waiting]
    assert proposals.list_of(store, CODE, limit=9) == [waiting]
    assert proposals.count_waiting(store) == 1
    assert made(store) == [("钢", 0.4, "")]
    with pytest.raises(Conflict):
        propose(store)


def test_an_accepted_proposal_becomes_a_node_in_a_chain_that_is_found_by_name(store: Store) -> None:
    node = NewNode("电动缸", "Electric cylinder", "test:gc", "upstream")
    code = proposals.accept_as_new(store, propose(store), node, today=TODAY, at=NOON)
    assert node_names.list_codes_by_key(store, "电动缸", limit=9) == [code]
    (named,) = node_names.list_named(store, [code], at="2026-11-23")
    assert (named.name, named.name_en, named.chains) == (
        "电动缸",
        "Electric cylinder",
        ("工程机械",),
    )
    assert made(store) == [("钢", 0.4, ""), ("电动缸", 0.3, "年产 2 万台")]
    decided = proposals.find_proposal(store, WISH.id)
    assert (decided.state, decided.node) == (ProposalState.ACCEPTED, code)
    assert proposals.count_waiting(store) == 0


def test_a_proposal_may_mean_what_the_map_has(store: Store) -> None:
    proposals.accept_as_known(store, propose(store), "test:挖掘机", today=TODAY, at=NOON)
    assert made(store) == [("钢", 0.4, ""), ("挖掘机", 0.3, "年产 2 万台")]


def test_a_proposal_is_decided_once(store: Store) -> None:
    seen = propose(store)
    proposals.refuse(store, seen, reason="已有同类节点", at=NOON)
    assert proposals.find_proposal(store, WISH.id).reason == "已有同类节点"
    with pytest.raises(Conflict):
        proposals.accept_as_new(store, seen, NewNode("电动缸"), today=TODAY, at=NOON)
    assert made(store) == [("钢", 0.4, "")]


def test_where_a_node_cannot_be_made_nothing_is_decided(store: Store) -> None:
    node = NewNode("电动缸", chain="test:无")
    with pytest.raises(NotFound):
        proposals.accept_as_new(store, propose(store), node, today=TODAY, at=NOON)
    assert proposals.find_proposal(store, WISH.id).state == ProposalState.WAITING
    assert node_names.list_codes_by_key(store, "电动缸", limit=9) == []


def test_there_is_an_end_to_waiting(store: Store) -> None:
    for number in range(MOST_WAITING):
        proposals.propose(store, Proposal(str(number), "缸", enterprise=CODE), at=NOON)
    with pytest.raises(Conflict):
        propose(store)
    with pytest.raises(NotFound):
        proposals.propose(store, Proposal("x", "缸", enterprise="name:无"), at=NOON)
