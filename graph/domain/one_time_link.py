"""Links that open one door once: confirming an address, a new password, joining an enterprise."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class LinkKind(StrEnum):
    """What a link opens."""

    VERIFY = "verify"
    RESET = "reset"
    INVITATION = "invitation"


LIFE = {
    LinkKind.VERIFY: timedelta(days=3),
    LinkKind.RESET: timedelta(hours=1),
    LinkKind.INVITATION: timedelta(days=7),
}
KEPT = timedelta(days=30)
"""A link that has ended is forgotten so long afterwards."""


class LinkState(StrEnum):
    """Whether a link still opens its door."""

    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True)
class OneTimeLink:
    """``id`` is the hash of its token, which is kept nowhere; instants are ISO texts.

    ``email`` is the address it is meant for; ``enterprise`` and ``membership`` are what an
    invitation gives.
    """

    id: str
    kind: LinkKind
    email: str
    created_by: str
    created_at: str
    expires_at: str
    enterprise: str = ""
    enterprise_name: str = ""
    enterprise_name_en: str = ""
    membership: str = ""
    used_at: str = ""
    revoked_at: str = ""

    def state(self, now: str) -> LinkState:
        """Return where it stands at an instant."""
        if self.used_at:
            return LinkState.USED
        if self.revoked_at:
            return LinkState.REVOKED
        return LinkState.EXPIRED if self.expires_at <= now else LinkState.OPEN
