"""Accounts and what each role may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """企业, 会务, 分析员, 管理员."""

    ENTERPRISE = "enterprise"
    ORGANIZER = "organizer"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Account:
    """A person who signs in; ``enterprise`` is the code of the one acted for, or empty.

    ``epoch`` changes with the password, so that older sessions end.
    """

    email: str
    name: str
    role: Role
    locale: str = "zh"
    enterprise: str = ""
    active: bool = True
    epoch: int = 0
    source: str = ""

    @property
    def can_import(self) -> bool:
        """May bring files into the map."""
        return self.role in {Role.ORGANIZER, Role.ANALYST, Role.ADMINISTRATOR}

    @property
    def can_review(self) -> bool:
        """May decide what enterprises want to be public."""
        return self.role in {Role.ORGANIZER, Role.ADMINISTRATOR}

    @property
    def can_administer(self) -> bool:
        """May change settings and accounts."""
        return self.role == Role.ADMINISTRATOR
