"""Claims: a registered person says to act for an enterprise, and somebody decides."""

from dataclasses import dataclass
from enum import StrEnum

from graph.domain.codes import make_code


class ClaimState(StrEnum):
    """Where a claim stands; UNVERIFIED: the address is not confirmed, nobody decides yet."""

    UNVERIFIED = "unverified"
    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({ClaimState.UNVERIFIED, ClaimState.WAITING})


@dataclass(frozen=True)
class Claim:
    """``name`` and ``credit_code`` are as the person gave them; instants are ISO texts.

    ``enterprise`` is the code of the record that is claimed, empty where a new one is asked for;
    with ``owners`` there the person joins as a member. ``reason`` says why it was refused.
    """

    id: str
    email: str
    person: str
    credit_code: str
    name: str
    note: str = ""
    enterprise: str = ""
    enterprise_name: str = ""
    enterprise_name_en: str = ""
    owners: int = 0
    state: ClaimState = ClaimState.UNVERIFIED
    reason: str = ""
    filed_at: str = ""
    decided_at: str = ""
    decided_by: str = ""

    @property
    def is_open(self) -> bool:
        """Nothing is decided yet."""
        return self.state in OPEN

    @property
    def new_code(self) -> str:
        """The code of a record that is made from this claim."""
        return make_code("uscc", self.credit_code)
