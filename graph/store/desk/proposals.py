"""Chain nodes that enterprises miss on the map, and what became of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from graph.domain.chain import NodeKind
from graph.domain.clock import date_text, instant_text
from graph.domain.codes import make_code
from graph.domain.history.change import Change, ChangeKind
from graph.domain.profile import OwnProduct
from graph.domain.proposal import MOST_WAITING, Proposal, ProposalState
from graph.domain.sources import OFFICE
from graph.errors import Conflict, NotFound
from graph.schema import CHAIN_NODE, IN_CHAIN, OPEN_END
from graph.store.bulk.node_changes import naming_of
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.desk import proposals as cypher
from graph.store.desk.own_profiles import add_product
from graph.store.history.changes import record_changes
from graph.store.paging import read_page

SCHEME = "office"
VALUES = ("name", "note", "share", "capacity")


@dataclass(frozen=True)
class NewNode:
    """The node that a proposal becomes; ``chain`` and ``stage`` may be empty."""

    name: str
    name_en: str = ""
    chain: str = ""
    stage: str = ""


def propose(store: Store, proposal: Proposal, *, at: datetime) -> None:
    """Keep a proposal for review.

    Raises Conflict where the id is taken or MOST_WAITING wait, NotFound (the enterprise).
    """

    def work(transaction: Transaction) -> None:
        now, enterprise = instant_text(at), proposal.enterprise
        if not transaction.run(cypher.LOCK_ENTERPRISE, enterprise=enterprise, by=now):
            raise NotFound("没有编码为 %(code)s 的企业。", code=enterprise)
        waiting = transaction.run(cypher.COUNT_WAITING_OF, enterprise=enterprise)[0]["total"]
        if waiting >= MOST_WAITING:
            raise Conflict("已有 %(most)s 条建议等待审核，请等审核后再提。", most=MOST_WAITING)
        values = {name: getattr(proposal, name) for name in VALUES}
        transaction.run(
            cypher.CREATE,
            enterprise=enterprise,
            id=proposal.id,
            by=proposal.created_by,
            now=now,
            values=values,
        )

    store.transact(work)


def accept_as_new(
    store: Store, proposal: Proposal, node: NewNode, *, today: date, at: datetime
) -> str:
    """Make the node, with the enterprise as its maker; return its code.

    Raises Conflict where the proposal was decided meanwhile, NotFound (the chain).
    """
    code = make_code(SCHEME, uuid4().hex[:12])

    def make(transaction: Transaction) -> str:
        _create_node(transaction, code, node, date_text(today))
        return code

    return _accept(store, proposal, make, today=today, at=at)


def accept_as_known(
    store: Store, proposal: Proposal, node: str, *, today: date, at: datetime
) -> str:
    """Make the enterprise a maker of a node that the map has already. Raises as above."""
    return _accept(store, proposal, lambda _: node, today=today, at=at)


def refuse(store: Store, proposal: Proposal, *, reason: str, at: datetime) -> None:
    """Refuse a proposal with the reason. Raises Conflict where it was decided meanwhile."""
    store.transact(
        lambda transaction: _decide(transaction, proposal, ProposalState.REFUSED, reason, at)
    )


def find_proposal(store: Store, proposal_id: str) -> Proposal:
    """Return a proposal. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=proposal_id)
    if row is None:
        raise NotFound("没有这条建议，可能已被移除。")
    return _proposal(row)


def list_of(store: Store, enterprise: str, *, limit: int) -> list[Proposal]:
    """List what an enterprise proposed, the latest first."""
    return [
        _proposal(row) for row in store.read(cypher.LIST_OF, enterprise=enterprise, limit=limit)
    ]


def list_waiting(store: Store, *, skip: int, limit: int) -> list[Proposal]:
    """List what waits for review, the longest waiting first."""
    rows = read_page(
        store, cypher.LIST_WAITING, lambda: count_waiting(store), skip=skip, limit=limit
    )
    return [_proposal(row) for row in rows]


def count_waiting(store: Store) -> int:
    """Count what waits for review."""
    return store.read(cypher.COUNT_WAITING)[0]["total"]


def _accept(
    store: Store,
    proposal: Proposal,
    make: Callable[[Transaction], str],
    *,
    today: date,
    at: datetime,
) -> str:
    def work(transaction: Transaction) -> str:
        _decide(transaction, proposal, ProposalState.ACCEPTED, "", at)
        code = make(transaction)
        made = OwnProduct(code, proposal.share, proposal.capacity)
        add_product(transaction, proposal.enterprise, made, today=today)
        transaction.run(cypher.BECAME, id=proposal.id, node=code)
        return code

    return store.transact(work)


def _decide(
    transaction: Transaction, proposal: Proposal, state: ProposalState, reason: str, at: datetime
) -> None:
    now = instant_text(at)
    transaction.run(cypher.LOCK, id=proposal.id, by=now)
    if not transaction.run(
        cypher.DECIDE,
        id=proposal.id,
        version=proposal.version,
        state=state.value,
        reason=reason,
        now=now,
    ):
        raise Conflict("您打开之后，这条建议已被别人处理。请核对最新内容后再操作。")


def _create_node(transaction: Transaction, code: str, node: NewNode, day: str) -> None:
    values = {"name": node.name, "name_en": node.name_en or None}
    told = {"kind": NodeKind.PRODUCT.value, "source": OFFICE, "sources": [OFFICE]}
    naming = naming_of(CHAIN_NODE, code, values)
    after = {**values, "kind": told["kind"]}
    made = Change(ChangeKind.MADE, CHAIN_NODE.name, code, source=OFFICE, after=after)
    naming["made_in"] = record_changes(transaction, [made])
    transaction.run(cypher.CREATE_NODE, code=code, values={**values, **told, **naming})
    if not node.chain:
        return
    place = {"chain": node.chain, "stage": node.stage, "source": OFFICE, "today": day}
    if not transaction.run(cypher.PLACE, code=code, open_end=OPEN_END, **place):
        raise NotFound("没有编码为 %(code)s 的产业链。", code=node.chain)
    placed = {"stage": node.stage, "valid_from": day, "valid_to": OPEN_END}
    line = Change(ChangeKind.MADE, IN_CHAIN.name, code, node.chain, OFFICE, {}, placed)
    record_changes(transaction, [line])


def _proposal(row: Row) -> Proposal:
    stored = row["proposal"]
    return Proposal(
        id=stored["id"],
        name=stored["name"],
        note=stored.get("note") or "",
        share=stored.get("share"),
        capacity=stored.get("capacity") or "",
        enterprise=row["enterprise"],
        enterprise_name=row["enterprise_name"],
        state=ProposalState(stored["state"]),
        reason=stored.get("reason") or "",
        node=row["node"] or "",
        node_name=row["node_name"] or "",
        created_by=stored["created_by"],
        created_at=stored["created_at"],
        version=stored["version"],
    )
