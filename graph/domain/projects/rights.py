"""Who may do what with signed projects."""

from collections.abc import Iterable

from graph.domain.account import Account, Role


def can_keep(actor: Account) -> bool:
    """Whether this person keeps the ledger: creates projects, changes stages, strikes off."""
    return actor.role in {Role.ORGANIZER, Role.ADMINISTRATOR}


def can_see_all(actor: Account) -> bool:
    """Whether this person reads the whole ledger."""
    return can_keep(actor) or actor.role == Role.ANALYST


def is_concerned(actor: Account, parties: Iterable[str], unit: str) -> bool:
    """Whether this person acts for one of those who signed, or for the responsible unit."""
    if actor.role == Role.UNIT:
        return bool(unit) and actor.unit == unit
    return bool(actor.enterprise) and actor.enterprise in set(parties)


def can_see(actor: Account, parties: Iterable[str], unit: str) -> bool:
    """Whether this person may open a project signed by these, for which a unit is responsible."""
    return can_see_all(actor) or is_concerned(actor, parties, unit)


def can_report(actor: Account, parties: Iterable[str], unit: str) -> bool:
    """Whether this person may report on such a project and answer its orders."""
    return can_keep(actor) or is_concerned(actor, parties, unit)
