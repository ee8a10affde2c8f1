"""Offers and needs (供给 / 需求): what an enterprise has to give or looks for, and its life."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graph.domain.clock import date_text

LIFE_DAYS = 90
"""A published listing is public for so long, and no longer than its deadline."""
RENEWABLE_DAYS = 14
"""So long before it expires, and any time after, a listing may be renewed."""
MOST_LIVING = 50
"""An enterprise has no more listings than this waiting or published at once."""
MOST_FILES = 5


class ListingKind(StrEnum):
    """供给 or 需求."""

    OFFER = "offer"
    NEED = "need"


class ListingState(StrEnum):
    """Where a listing stands; EXPIRED is never stored, it follows from the date."""

    PENDING = "pending"
    PUBLISHED = "published"
    REFUSED = "refused"
    CLOSED = "closed"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Market:
    """What public listings are narrowed to; an empty text lets everything pass.

    ``words`` are looked for in the title and in the names of node and enterprise.
    """

    kind: str = ""
    chain: str = ""
    words: str = ""
    enterprise: str = ""
    node: str = ""


@dataclass(frozen=True)
class Attachment:
    """A file of a listing; its bytes lie under ``sha256``, ``size`` in bytes."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True)
class Listing:
    """An offer or a need about one chain node. Dates are ISO texts, ``budget`` is whole yuan.

    ``stored_state`` is what was last decided, ``reason`` why it was refused; ``version`` grows
    with every change, so that two people never overwrite each other silently.
    """

    id: str
    kind: ListingKind
    enterprise: str
    node: str
    title: str
    detail: str = ""
    quantity: float | None = None
    unit: str = ""
    budget: int | None = None
    deadline: str = ""
    stored_state: ListingState = ListingState.PENDING
    reason: str = ""
    expires_on: str = ""
    version: int = 1
    created_by: str = ""
    created_at: str = ""
    changed_at: str = ""
    enterprise_name: str = ""
    enterprise_name_en: str = ""
    node_name: str = ""
    node_name_en: str = ""
    files: tuple[Attachment, ...] = ()

    def state(self, today: date) -> ListingState:
        """Return where it stands on a day."""
        if self.stored_state == ListingState.PUBLISHED and self.expires_on < date_text(today):
            return ListingState.EXPIRED
        return self.stored_state

    def is_public(self, today: date) -> bool:
        """Everybody who is signed in may see it."""
        return self.state(today) == ListingState.PUBLISHED

    def can_renew(self, today: date) -> bool:
        """It ends soon or has ended, and its deadline leaves time."""
        if self.stored_state != ListingState.PUBLISHED or self._deadline_is_over(today):
            return False
        soon = date_text(today + timedelta(days=RENEWABLE_DAYS))
        return self.expires_on <= soon and expiry(self.deadline, today) > self.expires_on

    def _deadline_is_over(self, today: date) -> bool:
        return bool(self.deadline) and self.deadline < date_text(today)


def expiry(deadline: str, today: date) -> str:
    """Return the last day on which a listing published or renewed today is public."""
    longest = date_text(today + timedelta(days=LIFE_DAYS))
    return min(longest, deadline) if deadline else longest
