"""A chain node that an enterprise misses on the map, until an organizer has looked at it."""

from dataclasses import dataclass
from enum import StrEnum

MOST_WAITING = 10
"""So many proposals of an enterprise may wait at once."""


class ProposalState(StrEnum):
    """待审核, 已采纳, 未采纳."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Proposal:
    """``note`` says what it is, with what it is made; ``share`` and ``capacity`` as of a product.

    ``node`` is the code of what it became; ``reason`` says why it was refused.
    """

    id: str
    name: str
    note: str = ""
    share: float | None = None
    capacity: str = ""
    enterprise: str = ""
    enterprise_name: str = ""
    state: ProposalState = ProposalState.WAITING
    reason: str = ""
    node: str = ""
    node_name: str = ""
    created_by: str = ""
    created_at: str = ""
    version: int = 1
