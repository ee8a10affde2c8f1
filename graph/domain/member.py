"""A person who acts for an enterprise."""

from dataclasses import dataclass

from graph.domain.account import Membership


@dataclass(frozen=True)
class Member:
    """``since`` is an ISO instant, empty for the first accounts of an installation."""

    email: str
    name: str
    membership: Membership
    active: bool
    since: str

    @property
    def is_owner(self) -> bool:
        """Manages the others."""
        return self.membership == Membership.OWNER
