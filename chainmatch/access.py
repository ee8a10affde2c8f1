"""Who may open which address: each room's URL table names one of these."""

from collections.abc import Callable

from flask_login import current_user

from graph.domain.account import Account, Membership, Role
from graph.errors import Forbidden

Rule = frozenset[Role | Membership] | None
"""The roles and memberships that may enter; None stands for everybody, signed in or not."""

PUBLIC: Rule = None
HOLDERS: Rule = frozenset(Role)
"""Whoever has an account, also while it waits for approval."""
SIGNED_IN: Rule = frozenset(set(Role) - {Role.APPLICANT})
APPLICANTS: Rule = frozenset({Role.APPLICANT})
STAFF: Rule = frozenset({Role.ORGANIZER, Role.ANALYST, Role.ADMINISTRATOR})
ENTERPRISES: Rule = frozenset({Role.ENTERPRISE})
ANALYSTS: Rule = frozenset({Role.ANALYST, Role.ADMINISTRATOR})
"""Who may ask the map in its own language."""
REVIEWERS: Rule = frozenset({Role.ORGANIZER, Role.ADMINISTRATOR})
PARTICIPANTS: Rule = frozenset({Role.ENTERPRISE, Role.ORGANIZER, Role.ADMINISTRATOR})
"""Enterprises, and the organizers who may act for them, on record."""
ADMINISTRATORS: Rule = frozenset({Role.ADMINISTRATOR})
PEOPLE_MANAGERS: Rule = frozenset({Membership.OWNER, Role.ADMINISTRATOR})
CLAIM_DECIDERS: Rule = frozenset({Membership.OWNER, Role.ORGANIZER, Role.ADMINISTRATOR})


class SignInNeeded(Exception):
    """Nobody is signed in, and the page is not public."""


def check(rule: Rule) -> None:
    """Let the present visitor pass. Raises SignInNeeded or Forbidden."""
    if rule is not None:
        check_account(rule, current_user.account if current_user.is_authenticated else None)


def check_account(rule: Rule, account: Account | None) -> None:
    """Let a person pass, however that person showed who it is. Raises SignInNeeded, Forbidden."""
    if rule is None:
        return
    if account is None:
        raise SignInNeeded
    if standing(account) & rule:
        return
    if account.is_applicant:
        raise Forbidden("您的企业认领还没有通过审核，通过后才能打开此页面。")
    raise Forbidden("您的账号没有打开此页面的权限。")


def can_enter(rule: Rule) -> bool:
    """Tell whether the present visitor may pass (navigation shows only open doors)."""
    if rule is None:
        return True
    return bool(current_user.is_authenticated and standing(current_user.account) & rule)


def standing(account: Account) -> frozenset[Role | Membership]:
    """Return as what an account may pass: its role, and owner of its enterprise."""
    return frozenset({account.role, Membership.OWNER} if account.is_owner else {account.role})


def guarded(rule: Rule, view: Callable) -> Callable:
    """Wrap a view so that the rule is checked before it runs."""

    def guarded_view(**arguments: object) -> object:
        check(rule)
        return view(**arguments)

    guarded_view.__name__ = view.__name__
    guarded_view.__doc__ = view.__doc__
    guarded_view.rule = rule  # type: ignore[attr-defined]
    return guarded_view
