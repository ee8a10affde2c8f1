"""What can be done with nodes that enterprises miss on the map."""

from datetime import date, datetime

from chainmatch.background.map_refresh import ask_for_refresh
from chainmatch.rooms.profile.operations import record
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.proposal import Proposal
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.desk import proposals
from graph.store.desk.proposals import NewNode


def propose(store: Store, *, actor: Account, proposal: Proposal, now: datetime) -> None:
    """Propose a node; a second click changes nothing. Raises Conflict (too many wait)."""
    try:
        proposals.propose(store, proposal, at=now)
    except Conflict:
        if _is_proposed(store, proposal):
            return
        raise
    after = {"name": proposal.name}
    record(store, actor, Verb.NODE_PROPOSED, proposal.enterprise, now, after=after)


def accept_as_new(
    store: Store, *, actor: Account, proposal: Proposal, node: NewNode, today: date, now: datetime
) -> None:
    """Make the proposed node. Raises Conflict (decided meanwhile), NotFound (the chain)."""
    code = proposals.accept_as_new(store, proposal, node, today=today, at=now)
    _accepted(store, actor, proposal, code, now)


def accept_as_known(
    store: Store, *, actor: Account, proposal: Proposal, node: str, today: date, now: datetime
) -> None:
    """Take a node that is there for the proposed one. Raises Conflict, NotFound (the node)."""
    proposals.accept_as_known(store, proposal, node, today=today, at=now)
    _accepted(store, actor, proposal, node, now)


def refuse(store: Store, *, actor: Account, proposal: Proposal, reason: str, now: datetime) -> None:
    """Refuse a proposal with the reason. Raises Conflict (decided meanwhile)."""
    proposals.refuse(store, proposal, reason=reason, at=now)
    after = {"name": proposal.name, "reason": reason}
    record(store, actor, Verb.NODE_REFUSED, proposal.enterprise, now, after=after)


def _is_proposed(store: Store, proposal: Proposal) -> bool:
    try:
        return proposals.find_proposal(store, proposal.id).enterprise == proposal.enterprise
    except NotFound:
        return False


def _accepted(store: Store, actor: Account, proposal: Proposal, node: str, now: datetime) -> None:
    after = {"name": proposal.name, "node": node}
    record(store, actor, Verb.NODE_ACCEPTED, proposal.enterprise, now, after=after)
    ask_for_refresh(store, created_by=actor.email, at=now)
