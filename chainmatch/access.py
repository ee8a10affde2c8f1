"""Who may open which address: each room's URL table names one of these."""

from collections.abc import Callable

from flask_login import current_user

from graph.domain.account import Role
from graph.errors import Forbidden

Rule = frozenset[Role] | None
"""The roles that may enter; None stands for everybody, signed in or not."""

PUBLIC: Rule = None
SIGNED_IN: Rule = frozenset(Role)
STAFF: Rule = frozenset({Role.ORGANIZER, Role.ANALYST, Role.ADMINISTRATOR})
ENTERPRISES: Rule = frozenset({Role.ENTERPRISE})
REVIEWERS: Rule = frozenset({Role.ORGANIZER, Role.ADMINISTRATOR})
PARTICIPANTS: Rule = frozenset({Role.ENTERPRISE, Role.ORGANIZER, Role.ADMINISTRATOR})
"""Enterprises, and the organizers who may act for them, on record."""
ADMINISTRATORS: Rule = frozenset({Role.ADMINISTRATOR})


class SignInNeeded(Exception):
    """Nobody is signed in, and the page is not public."""


def check(rule: Rule) -> None:
    """Let the present visitor pass. Raises SignInNeeded or Forbidden."""
    if rule is None:
        return
    if not current_user.is_authenticated:
        raise SignInNeeded
    if current_user.account.role not in rule:
        raise Forbidden("您的账号没有打开此页面的权限。")


def can_enter(rule: Rule) -> bool:
    """Tell whether the present visitor may pass (navigation shows only open doors)."""
    if rule is None:
        return True
    return bool(current_user.is_authenticated and current_user.account.role in rule)


def guarded(rule: Rule, view: Callable) -> Callable:
    """Wrap a view so that the rule is checked before it runs."""

    def guarded_view(**arguments: object) -> object:
        check(rule)
        return view(**arguments)

    guarded_view.__name__ = view.__name__
    guarded_view.__doc__ = view.__doc__
    guarded_view.rule = rule  # type: ignore[attr-defined]
    return guarded_view
