"""Changing how many requests an enterprise may have open."""

from chainmatch import audit
from chainmatch.limits.request_limits import most_open, save_most_open
from chainmatch.rooms.requests.operations import Act
from graph.domain.audit import Verb
from graph.store import Store


def change_limit(store: Store, act: Act, most: int, *, seen: str) -> None:
    """Change how many requests an enterprise may have open; a second click changes nothing.

    Raises Conflict where ``seen``, the mark of what was shown, no longer stands.
    """
    before = most_open(store)
    if before == most:
        return
    save_most_open(store, most, seen=seen)
    audit.record(
        store,
        actor=act.actor,
        verb=Verb.SETTING_CHANGED,
        subject="requests.most_open",
        before={"most_open": before},
        after={"most_open": most},
        at=act.now,
    )
