"""Accounts and what each role may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """企业, 会务, 分析员, 管理员, 责任单位.

    申请人 has registered and acts for no enterprise yet.
    """

    ENTERPRISE = "enterprise"
    ORGANIZER = "organizer"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"
    UNIT = "unit"
    APPLICANT = "applicant"


class Membership(StrEnum):
    """Who may speak for an enterprise: 负责人 manages its 成员."""

    OWNER = "owner"
    MEMBER = "member"


@dataclass(frozen=True)
class Account:
    """A person who signs in; ``enterprise`` is the code of the one acted for, or empty.

    ``unit`` is the 责任单位 acted for, as the ledger of projects writes it. ``membership`` says as
    what one acts for the enterprise, and is empty without one. ``epoch`` changes with the password,
    so that older sessions end.
    """

    email: str
    name: str
    role: Role
    locale: str = "zh"
    enterprise: str = ""
    active: bool = True
    epoch: int = 0
    source: str = ""
    membership: str = ""
    unit: str = ""

    @property
    def is_owner(self) -> bool:
        """Manages the people who act for the enterprise."""
        return self.role == Role.ENTERPRISE and self.membership == Membership.OWNER

    @property
    def is_applicant(self) -> bool:
        """Waits for an enterprise to act for."""
        return self.role == Role.APPLICANT

    @property
    def can_import(self) -> bool:
        """May bring files into the map."""
        return self.role in {Role.ORGANIZER, Role.ANALYST, Role.ADMINISTRATOR}

    @property
    def sees_drafts(self) -> bool:
        """Sees chains that are not public yet."""
        return self.can_import

    @property
    def can_review(self) -> bool:
        """May decide what enterprises want to be public."""
        return self.role in {Role.ORGANIZER, Role.ADMINISTRATOR}

    @property
    def can_administer(self) -> bool:
        """May change settings and accounts."""
        return self.role == Role.ADMINISTRATOR
