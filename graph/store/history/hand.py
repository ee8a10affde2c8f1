"""Whose hand writes: set once around a request, a command or a job, read by all that records.

Those who save the map need not be told by everybody in between; what no one signed has no name.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Hand:
    """Who writes (asked for only when something is written), from which file, in which run."""

    who: Callable[[], str] = str
    about: str = ""
    run: str = ""


NOBODY = Hand()
_HAND: ContextVar[Hand] = ContextVar("hand", default=NOBODY)


def current() -> Hand:
    """Return whose hand writes now."""
    return _HAND.get()


def sign(who: Callable[[], str]) -> None:
    """Let a person answer for what is written from here on, until somebody else signs."""
    _HAND.set(Hand(who))


@contextmanager
def signed(who: Callable[[], str] | str, *, about: str = "") -> Iterator[None]:
    """Let a person, or a command, answer for what is written within."""
    asked = who if callable(who) else lambda: who
    with _holding(Hand(asked, about)):
        yield


@contextmanager
def within_run(run: str) -> Iterator[None]:
    """Let what is written within belong to a run."""
    with _holding(replace(_HAND.get(), run=run)):
        yield


@contextmanager
def _holding(hand: Hand) -> Iterator[None]:
    token = _HAND.set(hand)
    try:
        yield
    finally:
        _HAND.reset(token)
