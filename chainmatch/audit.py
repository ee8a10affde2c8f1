"""Writes down who did what; called by the operations of every room that changes something."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.store import Store, audit

NOTHING: Mapping[str, Any] = {}


def record(
    store: Store,
    *,
    actor: Account,
    verb: Verb,
    subject: str,
    at: datetime,
    before: Mapping[str, Any] = NOTHING,
    after: Mapping[str, Any] = NOTHING,
) -> None:
    """Write down one act of a signed-in person; no passwords, no file contents."""
    audit.record(
        store,
        actor=actor.email,
        verb=verb,
        subject=subject,
        before=before,
        after=after,
        at=at,
    )
